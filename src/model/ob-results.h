/* ob-results.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-findings.h"
#include "ob-frontier.h"
#include "ob-odds-map.h"
#include "ob-overlay.h"
#include "ob-sample.h"

G_BEGIN_DECLS

/**
 * ObResults:
 * @inputs: what was run
 * @run: the run of @inputs
 * @map: (nullable): the map of the plane, with the other inputs as given
 * @frontier: (nullable): the break-even curves of that plane
 * @overlay: what else was asked for
 * @family: (array fixed-size=8): the break-even curves for each value of the
 *   family of @overlay, all else as given; NULL where there is none and for the
 *   value that @inputs have, which is @frontier
 * @sample: (nullable): how the results spread, if inputs are uncertain
 * @odds: (nullable): the chances over a plane, maybe of inputs shortly before
 * @findings: (nullable): what a study found, maybe of other inputs
 * @serial: the request this answers; larger is newer
 *
 * All that one evaluation gave: what every chart draws from. Never changed
 * once made, counted atomically, so that workers and widgets can share it.
 */
typedef struct _ObResults
{
  ObInputs inputs;
  ObRun run;
  ObMap *map;
  ObFrontier *frontier;
  ObOverlay overlay;
  ObFrontier *family[OB_FAMILY_MAX];
  ObSample *sample;
  ObOddsMap *odds;
  ObFindings *findings;
  guint64 serial;
  /*< private >*/
  struct _ObResults *base; /* whose map and curves these are */
  gatomicrefcount ref_count;
} ObResults;

/**
 * ob_results_new:
 * @plane: (nullable): without it there is no map and no frontier
 * @size: grid points along each axis of the map
 *
 * Returns: (nullable): NULL if cancelled
 */
ObResults *ob_results_new (const ObInputs *inputs,
                           const ObPlane *plane,
                           guint size,
                           guint64 serial,
                           GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_results_new_with_overlay:
 * @overlay: (nullable): checked, see ob_overlay_check(); a family of a lever that
 *   is an axis of @plane is left out. Curves of a family start from a grid half
 *   as fine as a coarse map, or as fine as an exact one; their points are exact
 */
ObResults *ob_results_new_with_overlay (const ObInputs *inputs,
                                        const ObPlane *plane,
                                        const ObOverlay *overlay,
                                        guint size,
                                        guint64 serial,
                                        GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* The same results with a sample, which is referenced. */
ObResults *
ob_results_new_with_sample (ObResults *results, ObSample *sample) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_results_add_sample:
 * @results: (transfer full)
 * @uncertainty: checked, see ob_uncertainty_check()
 *
 * Returns: (nullable): the same results, with a sample if any input varies; NULL if
 *   cancelled
 */
ObResults *ob_results_add_sample (ObResults *results,
                                  const ObUncertainty *uncertainty,
                                  gsize n_draws,
                                  GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* The same results with chances, which are referenced; NULL takes them away. */
ObResults *ob_results_new_with_odds (ObResults *results, ObOddsMap *odds) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_results_add_odds:
 * @results: (transfer full)
 * @uncertainty: checked, see ob_uncertainty_check()
 *
 * Returns: (nullable): the same results, with the chances over their plane if a band
 *   of them is asked for and there is any uncertainty off it; NULL if cancelled
 */
ObResults *ob_results_add_odds (ObResults *results,
                                const ObUncertainty *uncertainty,
                                guint n_nodes,
                                gsize n_draws,
                                GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* The same results with findings, which are referenced. */
ObResults *
ob_results_new_with_findings (ObResults *results, ObFindings *findings) G_GNUC_WARN_UNUSED_RESULT;
ObResults *ob_results_ref (ObResults *results);
void ob_results_unref (ObResults *results);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObResults, ob_results_unref)

G_END_DECLS
