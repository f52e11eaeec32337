/* ob-frozen.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

G_BEGIN_DECLS

/**
 * ObFrozenState:
 * @OB_FROZEN_NONE: the file holds no results, or those of today's model
 * @OB_FROZEN_OTHER_MODEL: they are of another version of the model
 * @OB_FROZEN_DISAGREES: they are of this version, yet not what it computes: the
 *   file was edited by hand
 */
typedef enum
{
  OB_FROZEN_NONE,
  OB_FROZEN_OTHER_MODEL,
  OB_FROZEN_DISAGREES
} ObFrozenState;

/**
 * ObFrozen:
 * @state: what there is to say
 * @version: (nullable): the model the file names
 * @present: which metrics the file holds
 * @differs: which of them are not what is computed now
 * @n_differing: how many those are
 * @then: a run that has the metrics of the file, and nothing else to rely on
 * @now: the same inputs, run today
 *
 * The results a file was saved with, beside those of today's model.
 */
typedef struct
{
  ObFrozenState state;
  const char *version;
  gboolean present[OB_N_METRICS];
  gboolean differs[OB_N_METRICS];
  guint n_differing;
  ObRun then;
  ObRun now;
} ObFrozen;

/* Compares what @scenario was loaded with; its inputs have not been changed since.
 * The result is freed with g_free() and lives no longer than @scenario. */
ObFrozen *ob_frozen_new (ObScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

/* One translated sentence; NULL when there is nothing to say. */
char *ob_frozen_describe (const ObFrozen *frozen) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
