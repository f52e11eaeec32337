/* ob-correlation-repair.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-correlation.h"

G_BEGIN_DECLS

/**
 * ob_correlations_fit:
 * @pairs: (array length=n): each in order and in range, together maybe not possible
 * @which: one of them
 * @rank: (out): the nearest to what it has with which all can hold at once, to two
 *   places after the point where these are enough
 *
 * Returns: FALSE if no rank of this pair would do
 */
gboolean ob_correlations_fit (const ObCorrelation *pairs, guint n, guint which, double *rank);

/**
 * ob_correlations_find_weakest:
 * @keep: the index of a pair that has to stay as it is, or @n
 * @rank: (out): what the pair that is returned would have to have
 *
 * Returns: which single pair has to change least for all to hold at once, by
 *   ob_correlations_fit(), or @n if no single change would do
 */
guint ob_correlations_find_weakest (const ObCorrelation *pairs, guint n, guint keep, double *rank);

/* The largest share, in whole hundredths, of all their ranks that pairs can have at
 * once: 1 if nothing contradicts. There always is one, as no correlation at all is
 * possible. */
double ob_correlations_find_share (const ObCorrelation *pairs, guint n);

G_END_DECLS
