/* ob-odds-evaluator.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-odds-map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Nodes along each side of a map of chances, and draws: those that follow a drag, and
 * those once it pauses. */
#define OB_ODDS_EVALUATOR_SIZE         16
#define OB_ODDS_EVALUATOR_COARSE_DRAWS 64
#define OB_ODDS_EVALUATOR_EXACT_DRAWS  512

#define OB_TYPE_ODDS_EVALUATOR (ob_odds_evaluator_get_type ())
G_DECLARE_FINAL_TYPE (ObOddsEvaluator, ob_odds_evaluator, OB, ODDS_EVALUATOR, GObject)

/**
 * ObOddsEvaluator:
 *
 * Maps the chances over a plane beside the live pipeline, which need not wait for it:
 * every request is answered twice, with few draws at once and with many after a pause.
 * Of requests that come while one is under way only the newest counts; what is coarse
 * is let finish and shown, so that the chances follow a drag also where they take longer
 * than a frame. The last map stays until the next is there.
 *
 * Signal: "changed" (what the functions below return, maybe).
 *
 * Use and drop it on one thread, with its main context; nothing waits for a map.
 */
ObOddsEvaluator *ob_odds_evaluator_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_odds_evaluator_request:
 * @inputs: copied; checked, see ob_inputs_check()
 * @uncertainty: (nullable): copied; checked, see ob_uncertainty_check(); without it, and
 *   where nothing varies off the plane, there is no map and the last one is dropped
 * @plane: copied
 * @risk_level: the bubble risk whose chance of being exceeded is mapped, 0 to 1
 */
void ob_odds_evaluator_request (ObOddsEvaluator *self,
                                const ObInputs *inputs,
                                const ObUncertainty *uncertainty,
                                const ObPlane *plane,
                                double risk_level);
/* Forgets every request so far, and the map. */
void ob_odds_evaluator_clear (ObOddsEvaluator *self);

/* (transfer none) (nullable): the newest */
ObOddsMap *ob_odds_evaluator_get_odds (ObOddsEvaluator *self);
/* Whether the exact map of the newest request is still to come. */
gboolean ob_odds_evaluator_get_busy (ObOddsEvaluator *self);

G_END_DECLS
