/* ob-sobol.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Two for each parameter and some to spare. */
#define OB_SOBOL_N_DIMENSIONS 160

/* How many points there are: more would start again with the first. */
#define OB_SOBOL_N_POINTS (G_GUINT64_CONSTANT (1) << 32)

/**
 * ob_sobol_fill:
 * @seed: which scrambling
 * @dimension: below %OB_SOBOL_N_DIMENSIONS
 * @first: the index of the first point wanted
 * @n: how many
 * @out: (out) (array length=n): their coordinates, between 0 and 1, neither of
 *   them, the middle of one of 2^32 equal steps
 *
 * One coordinate of Sobol' points with the direction numbers of
 * new-joe-kuo-6.21201 (S. Joe and F. Y. Kuo, 2008), scrambled. Of any 2^k points
 * whose first index is a multiple of 2^k, one lies in each of 2^k equal
 * intervals.
 *
 * The scrambling is a nested uniform one (A. B. Owen, 1995), by a hash in which a
 * bit depends on the bits above it only (S. Laine and T. Karras, "Stratified
 * Sampling for Stochastic Transparency", 2011, with the constants of
 * B. Burley, "Practical Hash-based Owen Scrambling", 2020), keyed by ob_philox()
 * from seed and dimension. So a point depends on seed, dimension and index and on
 * nothing else, and each of them is uniform by itself.
 */
void ob_sobol_fill (guint32 seed, guint dimension, guint64 first, gsize n, double *out);

/* One coordinate of one point, to the same bits. */
double ob_sobol_get (guint32 seed, guint dimension, guint64 index);

G_END_DECLS
