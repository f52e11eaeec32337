/* ob-evaluator.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-results.h"
#include "ob-uncertainty.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Grid points along each axis of the map that comes first, and of the one that
 * follows. The second is a refinement of the first: every point of it recurs. */
#define OB_EVALUATOR_COARSE_SIZE 33
#define OB_EVALUATOR_EXACT_SIZE  129

/* Draws that come with the coarse map, at most, and those that follow. */
#define OB_EVALUATOR_COARSE_DRAWS 1000
#define OB_EVALUATOR_EXACT_DRAWS  10000

#define OB_TYPE_EVALUATOR (ob_evaluator_get_type ())
G_DECLARE_FINAL_TYPE (ObEvaluator, ob_evaluator, OB, EVALUATOR, GObject)

/**
 * ObEvaluator:
 *
 * The live pipeline: takes copies of inputs, runs them on a thread of its own
 * and hands the results over on the main context of the thread it was made on.
 * No call of it waits for a run, but for ob_evaluator_wait().
 *
 * A request is answered three times: with a coarse map, with an exact one and
 * with the ways out for the verdict. A newer request cancels what is left of an
 * older one; a coarse pass under way is let finish, since a drag brings a request
 * every frame and would otherwise show nothing until it ends on a machine that
 * needs longer than a frame. Results only ever get newer.
 *
 * Where inputs are uncertain, the results of the coarse pass have a sample, of fewer
 * draws where the machine is slow, and after the exact map those with a larger one
 * follow. Draws are the same from one request to the next, so that what is drawn of
 * them moves and does not shimmer.
 *
 * Properties, all read-only: "results" (ObResults, boxed, the last good ones or
 * NULL), "verdict" (string, about "results"; "" before there are any), "busy"
 * (boolean: the exact results of the newest request are still to come).
 *
 * Use and drop it on the thread that made it.
 */
ObEvaluator *ob_evaluator_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_evaluator_request:
 * @inputs: copied; checked values, see ob_inputs_check()
 * @plane: (nullable): copied; without it results have neither map nor frontier
 *
 * Returns: the serial that the results of this request will carry
 */
guint64 ob_evaluator_request (ObEvaluator *self, const ObInputs *inputs, const ObPlane *plane);
/* @overlay: (nullable): copied; checked, see ob_overlay_check() */
guint64 ob_evaluator_request_with_overlay (ObEvaluator *self,
                                           const ObInputs *inputs,
                                           const ObPlane *plane,
                                           const ObOverlay *overlay);

/* @uncertainty: (nullable): copied; checked, see ob_uncertainty_check(); without it,
 * and where nothing varies, there is no sample and it costs nothing */
guint64 ob_evaluator_request_sampled (ObEvaluator *self,
                                      const ObInputs *inputs,
                                      const ObPlane *plane,
                                      const ObOverlay *overlay,
                                      const ObUncertainty *uncertainty);

/**
 * ob_evaluator_wait:
 * @limit: microseconds
 *
 * For the frame that is about to be drawn: waits until the coarse results of the newest
 * request are there and hands them over at once. Does not wait where the coarse pass
 * before took longer than @limit, since this one is likely to as well; they are handed
 * over later, as always.
 *
 * Returns: whether the results are of the newest request
 */
gboolean ob_evaluator_wait (ObEvaluator *self, gint64 limit);

/* Forgets every request so far: nothing more of them will be handed over. What
 * was handed over stays. */
void ob_evaluator_cancel (ObEvaluator *self);

/* (transfer none) (nullable) */
ObResults *ob_evaluator_get_results (ObEvaluator *self);
const char *ob_evaluator_get_verdict (ObEvaluator *self);
gboolean ob_evaluator_get_busy (ObEvaluator *self);

G_END_DECLS
