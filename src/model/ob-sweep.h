/* ob-sweep.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ObSweepAxis:
 * @parameter: the parameter that varies
 * @value: its value in each scenario
 */
typedef struct
{
  ObParameter parameter;
  const double *value;
} ObSweepAxis;

/**
 * ObSweepResult:
 * @npv: (nullable): net present value of each scenario, $B
 * @pv_capex: (nullable): present value of capex of each scenario, $B
 * @bubble_risk: (nullable): bubble risk in five years of each scenario
 * @payback: (nullable): the quarter from which on each scenario is paid back for
 *   good, or %OB_NEVER; filled by ob_fan_new() only, where cumulative cash is one
 *   of the series
 *
 * Where the caller wants the results: arrays of as many numbers as there are
 * scenarios; a result that is not wanted is left NULL.
 */
typedef struct
{
  double *npv;
  double *pv_capex;
  double *bubble_risk;
  double *payback;
} ObSweepResult;

/**
 * ob_sweep:
 * @base: the inputs that do not vary
 * @axes: (array length=n_axes): the parameters that do
 * @n: the number of scenarios
 * @result: where to put what is wanted
 * @cancellable: (nullable): looked at between chunks
 *
 * Runs a batch of scenarios on as many threads as the machine has cores.
 * Scenario i has axes[k].value[i] for each axis. Results do not depend on the
 * number of threads or on the size of the batch, to the last bit.
 *
 * Returns: FALSE, with undefined results, if @cancellable was cancelled.
 */
gboolean ob_sweep (const ObInputs *base,
                   const ObSweepAxis *axes,
                   guint n_axes,
                   gsize n,
                   const ObSweepResult *result,
                   GCancellable *cancellable);

G_END_DECLS
