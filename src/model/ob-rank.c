/* ob-rank.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-rank.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N_BINS 512
/* So few are sorted by insertion. */
#define FEW 32
/* Values that are spread out too unevenly for equal bins are sorted, too. */
#define MAX_DEPTH 3
/* Of so many values one is looked at to learn their range. */
#define STEP 16

static int
compare_floats (const void *a, const void *b)
{
  const float *first = a;
  const float *second = b;

  return (*first > *second) - (*first < *second);
}

static void
sort (float *value, gsize n)
{
  if (n > FEW)
    {
      qsort (value, n, sizeof *value, compare_floats);
      return;
    }

  for (gsize i = 1; i < n; i++)
    {
      const float moved = value[i];
      gsize at = i;

      for (; at > 0 && value[at - 1] > moved; at--)
        value[at] = value[at - 1];
      value[at] = moved;
    }
}

/* The range of every @step-th value. */
static void
get_range (const float *value, gsize n, gsize step, float *low, float *high)
{
  *low = *high = value[0];
  for (gsize i = step; i < n; i += step)
    {
      *low = MIN (*low, value[i]);
      *high = MAX (*high, value[i]);
    }
}

/* Counts values in bins; neighbours are counted apart, so that equal ones do not
 * wait for each other. */
static void
count_bins (const gint32 *bin, gsize n, guint32 *count)
{
  guint32 odd[N_BINS] = { 0 };
  gsize i = 0;

  memset (count, 0, N_BINS * sizeof *count);
  for (; i + 2 <= n; i += 2)
    {
      count[bin[i]]++;
      odd[bin[i + 1]]++;
    }
  if (i < n)
    count[bin[i]]++;

  for (guint k = 0; k < N_BINS; k++)
    count[k] += odd[k];
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
  gint32 *bin = (gint32 *) scratch;
  float *found = scratch + n;
  guint32 count[N_BINS];
  gsize place[N_BINS];
  guint8 wanted[N_BINS] = { 0 };
  gsize below = base, used = 0;
  const float last = N_BINS - 1;
  float low = 0, high = 0, scale;
  guint k = 0;

  /* A few tell where most are; the others go to the first and the last bin. */
  get_range (value, n, STEP, &low, &high);
  if (low == high)
    get_range (value, n, 1, &low, &high);
  if (low == high)
    {
      for (k = 0; k < n_ranks; k++)
        out[k] = low;
      return;
    }
  scale = (N_BINS - 2) / (high - low);
  if (n <= FEW || depth == MAX_DEPTH || !isfinite (scale))
    {
      memcpy (scratch, value, n * sizeof *value);
      sort (scratch, n);
      for (k = 0; k < n_ranks; k++)
        out[k] = scratch[rank[k] - base];
      return;
    }

  /* Rounding never puts a larger value in a lower bin. */
  for (gsize i = 0; i < n; i++)
    bin[i] = (gint32) MIN (MAX ((value[i] - low) * scale + 1, 0), last);
  count_bins (bin, n, count);

  /* Which bins hold a rank, and where their values are put. */
  for (guint b = 0; b < N_BINS && k < n_ranks; b++)
    {
      place[b] = used;
      while (k < n_ranks && rank[k] < below + count[b])
        {
          wanted[b] = TRUE;
          k++;
        }
      if (wanted[b])
        used += count[b];
      below += count[b];
    }
  for (gsize i = 0; i < n; i++)
    {
      if (wanted[bin[i]])
        found[place[bin[i]]++] = value[i];
    }

  below = base;
  k = 0;
  for (guint b = 0; b < N_BINS && k < n_ranks; b++)
    {
      guint end = k;

      while (end < n_ranks && rank[end] < below + count[b])
        end++;
      if (end > k)
        find (found + place[b] - count[b], count[b], rank + k, end - k, below, out + k,
              found + used, depth + 1);
      k = end;
      below += count[b];
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
