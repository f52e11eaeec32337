/* ob-scenario-record.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ObScenarioRecord:
 * @read_only: whether a newer format was read
 * @program: version of the program that wrote the file, or NULL
 * @model: version of the model that computed the results, or NULL
 * @present: which metrics the file holds
 * @metric: their values, as in #ObRun
 * @file: (nullable): the file it was loaded from or last saved to
 * @checksum: (nullable): what that file held then, see ob_scenario_fingerprint();
 *   NULL: whatever it holds is written over
 * @n_saving: how many acts of saving are under way
 *
 * What a document remembers of its file.
 */
typedef struct
{
  gboolean read_only;
  char *program;
  char *model;
  gboolean present[OB_N_METRICS];
  double metric[OB_N_METRICS];
  GFile *file;
  char *checksum;
  guint n_saving;
} ObScenarioRecord;

void ob_scenario_record_clear (ObScenarioRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObScenarioRecord, ob_scenario_record_clear)

G_END_DECLS
