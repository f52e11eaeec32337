/* ob-scenario-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-edit.h"
#include "ob-scenario-content.h"
#include "ob-scenario-record.h"
#include "ob-scenario.h"

G_BEGIN_DECLS

/* What the reader and the writer of files share with the document. */

/* A document that holds a copy of @content, with nothing to undo. */
ObScenario *
ob_scenario_new_from_content (const ObScenarioContent *content) G_GNUC_WARN_UNUSED_RESULT;
const ObScenarioContent *ob_scenario_get_content (ObScenario *self);
ObScenarioRecord *ob_scenario_get_record (ObScenario *self);
/* @edit: (transfer full): applied, and kept for undo */
void ob_scenario_perform (ObScenario *self, ObEdit *edit);

/* @id: (nullable): a template; @inputs: what the values are reset to */
void ob_scenario_set_origin (ObScenario *self, const char *id, const ObInputs *inputs);
void ob_scenario_set_read_only (ObScenario *self, gboolean read_only);

G_END_DECLS
