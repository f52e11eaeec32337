/* ob-rank.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-rank.h"

#include <stdlib.h>
#include <string.h>

#define N_BINS 1024
/* So few are sorted. */
#define FEW 48
/* Values that are spread out too unevenly for equal bins are sorted, too. */
#define MAX_DEPTH 3

static int
compare_floats (const void *a, const void *b)
{
  const float *first = a;
  const float *second = b;

  return (*first > *second) - (*first < *second);
}

static void
find_sorted (const float *value,
             gsize n,
             const gsize *rank,
             guint n_ranks,
             gsize base,
             float *out,
             float *scratch)
{
  memcpy (scratch, value, n * sizeof *value);
  qsort (scratch, n, sizeof *scratch, compare_floats);
  for (guint k = 0; k < n_ranks; k++)
    out[k] = scratch[rank[k] - base];
}

/* Ranks count from @base, of which there are smaller values elsewhere. */
static void
find (const float *value,
      gsize n,
      const gsize *rank,
      guint n_ranks,
      gsize base,
      float *out,
      float *scratch,
      guint depth)
{
  gsize count[N_BINS] = { 0 };
  gsize place[N_BINS];
  gboolean wanted[N_BINS] = { FALSE };
  float low = value[0], high = value[0];
  gsize below = base, used = 0;
  double scale;
  guint k = 0;

  if (n <= FEW || depth == MAX_DEPTH)
    {
      find_sorted (value, n, rank, n_ranks, base, out, scratch);
      return;
    }

  for (gsize i = 1; i < n; i++)
    {
      low = MIN (low, value[i]);
      high = MAX (high, value[i]);
    }
  if (low == high)
    {
      for (k = 0; k < n_ranks; k++)
        out[k] = low;
      return;
    }

  scale = (N_BINS - 1) / ((double) high - low);
  for (gsize i = 0; i < n; i++)
    count[(guint) ((value[i] - (double) low) * scale)]++;

  /* Which bins hold a rank, and where their values are put. */
  for (guint bin = 0; bin < N_BINS && k < n_ranks; bin++)
    {
      place[bin] = used;
      while (k < n_ranks && rank[k] < below + count[bin])
        {
          wanted[bin] = TRUE;
          k++;
        }
      if (wanted[bin])
        used += count[bin];
      below += count[bin];
    }
  for (gsize i = 0; i < n; i++)
    {
      const guint bin = (guint) ((value[i] - (double) low) * scale);

      if (wanted[bin])
        scratch[place[bin]++] = value[i];
    }

  below = base;
  k = 0;
  for (guint bin = 0; bin < N_BINS && k < n_ranks; bin++)
    {
      guint end = k;

      while (end < n_ranks && rank[end] < below + count[bin])
        end++;
      if (end > k)
        find (scratch + place[bin] - count[bin], count[bin], rank + k, end - k, below, out + k,
              scratch + used, depth + 1);
      k = end;
      below += count[bin];
    }
}

void
ob_rank_find (const float *value,
              gsize n,
              const gsize *rank,
              guint n_ranks,
              float *out,
              float *scratch)
{
  g_return_if_fail (n > 0 && (n_ranks == 0 || rank[n_ranks - 1] < n));

  if (n_ranks > 0)
    find (value, n, rank, n_ranks, 0, out, scratch, 0);
}
