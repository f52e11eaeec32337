/* ob-sensitivity.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Resamples that intervals are taken from, unless there is a reason for others. */
#define OB_SENSITIVITY_RESAMPLES 200

/**
 * ObSensitivityFunc:
 * @x: for each input its values, @n of them
 * @y: (out) (array length=n): where the outputs go, which are finite
 * @cancellable: (nullable)
 *
 * What the output depends on the inputs by.
 *
 * Returns: FALSE if cancelled
 */
typedef gboolean (*ObSensitivityFunc) (const double *const *x,
                                       gsize n,
                                       double *y,
                                       GCancellable *cancellable,
                                       gpointer user_data);

/**
 * ObSensitivityIndex:
 * @value: a part of the variance
 * @low: with a confidence of 95 % it is above this...
 * @high: ...and below this
 *
 * An estimate. It can lie a little below 0 or above 1.
 */
typedef struct
{
  double value;
  double low;
  double high;
} ObSensitivityIndex;

/**
 * ObSensitivity:
 * @d: how many inputs
 * @n: cases of each of the d + 2 samples
 * @mean: of the output
 * @variance: of the output; if it is 0 nothing matters and there are no indices
 * @first: (array length=d): the part of the variance that would go if only this
 *   input were known; NaN if @variance is 0
 * @total: (array length=d): the part that would stay if all but this input were
 *   known
 *
 * What the variance of an output comes from (I. Sobol', "Sensitivity estimates
 * for nonlinear mathematical models", 1993).
 */
typedef struct
{
  guint d;
  gsize n;
  double mean;
  double variance;
  ObSensitivityIndex *first;
  ObSensitivityIndex *total;
} ObSensitivity;

/**
 * ob_sensitivity_new:
 * @a: (array length=d): a sample: for each input its values, @n of them
 * @b: (array length=d): another one, independent of @a
 * @n: at least 2; a power of two if the samples are of Sobol' points
 * @func: called for each of the d + 2 samples in turn, on this thread
 * @n_resamples: how many resamples the intervals are taken from; 0: none, and the
 *   intervals are empty
 * @seed: which resamples
 * @cancellable: (nullable)
 *
 * Estimates first-order indices by the estimator (b) and total ones by the
 * estimator (f), Jansen's, of table 2 of A. Saltelli and others, "Variance based
 * sensitivity analysis of model output", 2010. Intervals are 1.96 standard
 * deviations of a bootstrap over cases to each side; for Sobol' points, which
 * are more even than cases drawn at random, they are too wide rather than too
 * narrow.
 *
 * Inputs have to be independent of each other: with correlated ones the indices
 * would mean something else.
 *
 * Returns: (nullable): NULL if cancelled; it does not depend on the number of threads
 */
ObSensitivity *ob_sensitivity_new (const double *const *a,
                                   const double *const *b,
                                   gsize n,
                                   guint d,
                                   ObSensitivityFunc func,
                                   gpointer user_data,
                                   guint n_resamples,
                                   guint32 seed,
                                   GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void ob_sensitivity_free (ObSensitivity *sensitivity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObSensitivity, ob_sensitivity_free)

G_END_DECLS
