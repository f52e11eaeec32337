/* ob-scenario-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-edit-history.h"
#include "ob-scenario-record.h"
#include "ob-scenario.h"

G_BEGIN_DECLS

/* What the reader and the writer of files share with the document. */

/* A document that holds a copy of @content, with nothing to undo. */
ObScenario *
ob_scenario_new_from_content (const ObScenarioContent *content) G_GNUC_WARN_UNUSED_RESULT;
/* Whoever changes it says so with ob_scenario_content_changed(). */
ObScenarioContent *ob_scenario_get_content (ObScenario *self);
/* Brings what is derived from content and steps up to date and tells everyone. */
void ob_scenario_content_changed (ObScenario *self, ObEditTouches touches);
/* What is stored is @content and not, or not yet, what the document holds. */
void ob_scenario_mark_saved_as (ObScenario *self, const ObScenarioContent *content);
/* What the document holds is stored nowhere: it is modified until it is saved, or
 * until it turns out to be stored after all. */
void ob_scenario_set_unsaved (ObScenario *self, gboolean unsaved);
gboolean ob_scenario_get_unsaved (ObScenario *self);
ObEditHistory *ob_scenario_get_steps (ObScenario *self);
ObScenarioRecord *ob_scenario_get_record (ObScenario *self);
/* FALSE if @value is another than the parameter has and it is locked. */
gboolean
ob_scenario_check_locked (ObScenario *self, ObParameter parameter, double value, GError **error);

/* @edit: (transfer full): applied, and kept for undo */
void ob_scenario_perform (ObScenario *self, ObEdit *edit);

/* What a file holds, to be compared: a checksum, or one of the two below. Blocking,
 * on any thread. */
#define OB_SCENARIO_GONE       ""
#define OB_SCENARIO_UNREADABLE "?"
char *ob_scenario_fingerprint (GFile *file, GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* That the file holds this is known: saving writes over it without asking. Until
 * then the document is modified. */
void ob_scenario_keep (ObScenario *self, const char *fingerprint);

void ob_scenario_set_read_only (ObScenario *self, gboolean read_only);

G_END_DECLS
