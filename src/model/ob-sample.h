/* ob-sample.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-fan.h"
#include "ob-sampler.h"

G_BEGIN_DECLS

/* Quantiles of a fan: the ends of bands of 30, 60 and 90 percent, and the median. */
#define OB_SAMPLE_N_LEVELS 7
#define OB_SAMPLE_MEDIAN   3
#define OB_SAMPLE_N_BANDS  3
extern const double ob_sample_levels[OB_SAMPLE_N_LEVELS];

/**
 * ObSample:
 * @n_draws: how many draws it has, from the first on
 * @n_levers: how many levers vary
 * @levers: (array length=n_levers): which
 * @distributions: (array length=n_levers): over what
 * @start_year: the first projected calendar year
 * @npv: (array length=n_draws): in ascending order, $B
 * @bubble_risk: (array length=n_draws): in ascending order
 * @payback: (array fixed-size=OB_N_QUARTERS): the share of draws that are paid back
 *   for good by the end of each quarter
 *
 * How the results spread when inputs are drawn from their ranges. Never changed
 * once made, counted atomically, so that workers and widgets can share it.
 */
typedef struct
{
  gsize n_draws;
  guint n_levers;
  ObParameter levers[OB_N_PARAMETERS];
  ObDistribution distributions[OB_N_PARAMETERS];
  int start_year;
  double *npv;
  double *bubble_risk;
  double payback[OB_N_QUARTERS];
  /*< private >*/
  ObFan *fan;
  gatomicrefcount ref_count;
} ObSample;

/**
 * ob_sample_new:
 * @sampler: one with levers that vary
 * @n_draws: at least 2
 *
 * Returns: (nullable): NULL if cancelled
 */
ObSample *ob_sample_new (const ObSampler *sampler, gsize n_draws, GCancellable *cancellable)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ObSampleProgress:
 * @done: how many draws are done, of those asked for
 *
 * Called on the thread that makes a sample, each time a piece is done.
 */
typedef void (*ObSampleProgress) (gsize done, gpointer user_data);

/**
 * ob_sample_new_in_pieces:
 * @n_draws: a whole number of times @piece
 * @piece: at least 2
 * @progress: (nullable): called as pieces are done
 *
 * The same for more draws than there is room for paths at once: all numbers are those of
 * all draws, but the quantiles of series are the means of those of the pieces.
 *
 * Returns: (nullable): NULL if cancelled
 */
ObSample *ob_sample_new_in_pieces (const ObSampler *sampler,
                                   gsize n_draws,
                                   gsize piece,
                                   ObSampleProgress progress,
                                   gpointer user_data,
                                   GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
ObSample *ob_sample_ref (ObSample *sample);
void ob_sample_unref (ObSample *sample);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObSample, ob_sample_unref)

/* Whether there are quantiles of a series, and those of one level of it: one for
 * each quarter; NULL if there are none. */
const double *ob_sample_get_fan (const ObSample *sample, ObSeries series, guint level);

/* How many draws, the first, are kept as they are. */
guint ob_sample_get_n_paths (const ObSample *sample);
/* A series that there are quantiles of in one of these draws, one for each quarter; NULL
 * if there are none. */
const double *ob_sample_get_path (const ObSample *sample, ObSeries series, guint draw);

/* The share of draws whose npv is above zero. */
double ob_sample_get_chance_of_profit (const ObSample *sample);

/**
 * ob_sample_get_error:
 * @share: of draws
 *
 * The standard error of a share if draws were independent. Scrambled Sobol' points
 * are spread more evenly, so it is at most about that.
 */
double ob_sample_get_error (const ObSample *sample, double share);

/* The mean of npv over all draws, and its standard error in the same sense. */
double ob_sample_get_mean (const ObSample *sample);
double ob_sample_get_mean_error (const ObSample *sample);

/* The standard error of a quantile of ascending @values in the same sense: half of how far
 * apart the values are that the error of @share leads to. */
double ob_sample_get_quantile_error (const double *values, gsize n, double share);

/* The value that a @share of ascending @values is below, linearly interpolated
 * (definition 7 of R. Hyndman and Y. Fan, 1996). */
double ob_sample_get_quantile (const double *values, gsize n, double share);

G_END_DECLS
