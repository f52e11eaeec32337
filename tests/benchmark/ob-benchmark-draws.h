/* ob-benchmark-draws.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-sweep.h"

G_BEGIN_DECLS

/**
 * ObBenchmarkDraws:
 * @n: how many scenarios there are
 * @axes: the parameters that vary, with their values
 *
 * Scenarios around the base case in which everything varies but pop_year, sunk
 * and horizon, each up to a quarter of the way to the ends of its range. The
 * same numbers every time.
 */
typedef struct
{
  guint n;
  guint n_axes;
  ObSweepAxis axes[OB_N_PARAMETERS];
  /*< private >*/
  double *values;
} ObBenchmarkDraws;

ObBenchmarkDraws *ob_benchmark_draws_new (guint n) G_GNUC_WARN_UNUSED_RESULT;
void ob_benchmark_draws_free (ObBenchmarkDraws *self);

/* One of them, with the history of the base case. */
void ob_benchmark_draws_get (const ObBenchmarkDraws *self, guint i, ObInputs *inputs);

G_END_DECLS
