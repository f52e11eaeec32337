/* ob-correlation.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-inputs.h"

G_BEGIN_DECLS

/* The most pairs of levers that can go together. */
#define OB_CORRELATIONS_MAX 64

/**
 * ObCorrelation:
 * @a: a parameter
 * @b: another one, later in the parameter table
 * @rank: Spearman's rank correlation of the two, above -1 and below 1
 *
 * Two levers that go together.
 */
typedef struct
{
  ObParameter a;
  ObParameter b;
  double rank;
} ObCorrelation;

/**
 * ob_correlations_check:
 * @pairs: (array length=n)
 *
 * Whether all pairs can hold at once. The error names the first pair that
 * contradicts those before it, is given twice, is out of order or out of range.
 */
gboolean ob_correlations_check (const ObCorrelation *pairs, guint n, GError **error);

/**
 * ob_correlations_get_limits:
 * @pairs: (array length=n): each in order and in range
 * @which: one of them, whose own rank does not matter
 * @low: (out): see @high
 * @high: (out): above this and below @low all pairs cannot hold at once
 *
 * What the other pairs leave for one (the limits of a partial correlation).
 *
 * Returns: FALSE if no rank would do: the others contradict each other
 */
gboolean ob_correlations_get_limits (const ObCorrelation *pairs,
                                     guint n,
                                     guint which,
                                     double *low,
                                     double *high);

/**
 * ob_correlations_factor:
 * @pairs: (array length=n): checked
 * @levers: (array length=n_levers): the levers that vary; pairs with another one
 *   are passed over
 * @factor: (out) (array length=n_levers*n_levers): row by row
 *
 * The lower triangular matrix that turns independent standard normal numbers
 * into correlated ones, for a Gaussian copula: of two such numbers, with the
 * correlation 2 sin (pi rank / 6), the ranks have the correlation that is wanted
 * (W. H. Kruskal, "Ordinal Measures of Association", 1958).
 *
 * Returns: whether any two of @levers go together; if not, @factor is the
 *   identity
 */
gboolean ob_correlations_factor (const ObCorrelation *pairs,
                                 guint n,
                                 const ObParameter *levers,
                                 guint n_levers,
                                 double *factor);

G_END_DECLS
