/* ob-rank.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many numbers of scratch ob_rank_find() needs for @n values. */
#define OB_RANK_SCRATCH(n) (10 * ((gsize) (n) + 1))

/**
 * ob_rank_find:
 * @value: (array length=n): finite numbers, in any order
 * @rank: (array length=n_ranks): which of the sorted values are wanted, from 0,
 *   ascending, below @n
 * @next: (array length=n) (nullable): values that will be asked for next, which are
 *   brought nearer to the processor meanwhile
 * @out: (array length=n_ranks): where they go
 * @scratch: OB_RANK_SCRATCH (@n) numbers
 *
 * Finds order statistics without sorting: values are counted into bins, and only
 * the bins that hold a wanted rank are looked at again.
 */
void ob_rank_find (const float *value,
                   gsize n,
                   const gsize *rank,
                   guint n_ranks,
                   const float *next,
                   float *out,
                   float *scratch);

/* Sorts @n finite numbers in place, smallest first. */
void ob_rank_sort (double *value, gsize n);

G_END_DECLS
