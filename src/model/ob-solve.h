/* ob-solve.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ObSolution:
 * @n_roots: how many values of the parameter reach the target
 * @roots: (array length=n_roots): these, ascending
 * @best_value: where in its range the metric comes closest to the target
 * @best_metric: the metric there
 */
typedef struct
{
  guint n_roots;
  double *roots;
  double best_value;
  double best_metric;
} ObSolution;

/**
 * ob_solve:
 * @parameter: the lever to move over its whole range
 * @metric: what should reach @target; one that ob_solve_supports()
 * @target: the value wanted, in the unit of @metric
 *
 * Finds every value of one parameter at which a metric has a value, to 1e-10 of
 * the target (of the metric's size where the target is zero). Where the metric
 * rests on the target over a stretch, the first value of the stretch is given.
 *
 * Returns: (nullable): NULL if cancelled
 */
ObSolution *ob_solve (const ObInputs *inputs,
                      ObParameter parameter,
                      ObMetric metric,
                      double target,
                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a metric can be solved for: it has to be a number that moves without
 * jumps, so not the irr and not a metric counted in quarters. */
gboolean ob_solve_supports (ObMetric metric);
void ob_solution_free (ObSolution *solution);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObSolution, ob_solution_free)

G_END_DECLS
