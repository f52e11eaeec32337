/* ob-fan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-sweep.h"

G_BEGIN_DECLS

/* The most scenarios that a fan keeps as they are. Of Sobol' points the first so many,
 * a power of two, are spread evenly. */
#define OB_FAN_MAX_PATHS 16

/**
 * ObFan:
 * @n_series: how many series it has
 * @n_levels: how many quantiles of each
 * @value: n_series x n_levels x %OB_N_QUARTERS numbers, quarters innermost, in
 *   the units of the series; rounded to single precision, a relative 6e-8
 * @n_paths: how many scenarios are kept, the first: all of them or %OB_FAN_MAX_PATHS
 * @path: n_series x n_paths x %OB_N_QUARTERS numbers alike, not rounded
 *
 * How a sample of scenarios spreads in each quarter: what a fan chart draws.
 */
typedef struct
{
  guint n_series;
  guint n_levels;
  double *value;
  guint n_paths;
  double *path;
} ObFan;

/**
 * ob_fan_new:
 * @base: the inputs that do not vary
 * @axes: (array length=n_axes): the parameters that do
 * @n: the number of scenarios, at least 1
 * @series: (array length=n_series): the series wanted
 * @level: (array length=n_levels): the quantiles wanted, 0 to 1, ascending
 * @result: (nullable): where results of each scenario go, as in ob_sweep()
 * @cancellable: (nullable): looked at between chunks
 *
 * Runs a sample on all threads and takes quantiles quarter by quarter, linearly
 * interpolated between the two nearest scenarios (definition 7 of R. Hyndman
 * and Y. Fan, "Sample Quantiles in Statistical Packages", 1996). A chance
 * of a crash among the series takes half as much time again, and one that only
 * OB_KERNEL_ALL writes down twice the time.
 *
 * Returns: (nullable): NULL if @cancellable was cancelled
 */
ObFan *ob_fan_new (const ObInputs *base,
                   const ObSweepAxis *axes,
                   guint n_axes,
                   gsize n,
                   const ObSeries *series,
                   guint n_series,
                   const double *level,
                   guint n_levels,
                   const ObSweepResult *result,
                   GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* The quantiles of one series at one level, %OB_N_QUARTERS of them. */
const double *ob_fan_get (const ObFan *fan, guint series, guint level);

/* One series in one of the scenarios kept, %OB_N_QUARTERS numbers, as in #ObRun. */
const double *ob_fan_get_path (const ObFan *fan, guint series, guint path);

/* Makes @fan, the mean of @n_before fans, the mean of these and @other, of the same series
 * and levels. The scenarios kept stay those of @fan. */
void ob_fan_add (ObFan *fan, const ObFan *other, guint n_before);

void ob_fan_free (ObFan *fan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObFan, ob_fan_free)

G_END_DECLS
