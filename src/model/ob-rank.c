/* ob-rank.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-rank.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define VECTOR_LOOP _Pragma ("omp simd")

#define MIN_BINS     32
#define MAX_BINS     2048
#define VALUES_A_BIN 4
/* So many values are put into bins at a time. */
#define BLOCK 256
/* So few are sorted by insertion. */
#define FEW 32
/* Values that are spread out too unevenly for equal bins are sorted, too. */
#define MAX_DEPTH 3
/* Of so many values one is looked at to learn their range. */
#define STEP 16

/* Of a number that is sorted digit by digit. */
#define DIGIT_BITS 11
#define SIGN       (G_GUINT64_CONSTANT (1) << 63)

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

/* Puts values into bins and counts them; neighbours are counted apart, so that equal
 * ones do not wait for each other. Rounding never puts a larger value in a lower
 * bin. */
static void
count_bins (const float *value,
            gsize n,
            float low,
            float scale,
            guint16 *bin,
            guint32 *count,
            guint n_bins)
{
  const float last = (float) (n_bins - 1);
  guint32 odd[MAX_BINS];

  memset (count, 0, n_bins * sizeof *count);
  memset (odd, 0, n_bins * sizeof *odd);
  for (gsize start = 0; start < n; start += BLOCK)
    {
      const gsize end = MIN (start + BLOCK, n);
      gint32 place[BLOCK];
      gsize i = start;

      VECTOR_LOOP for (gsize k = start; k < end; k++)
      {
        const float at = (value[k] - low) * scale + 1;
        const float up = at > 0 ? at : 0;

        place[k - start] = (gint32) (up < last ? up : last);
      }
      VECTOR_LOOP for (gsize k = start; k < end; k++) bin[k] = (guint16) place[k - start];

      for (; i + 2 <= end; i += 2)
        {
          count[bin[i]]++;
          odd[bin[i + 1]]++;
        }
      if (i < end)
        count[bin[i]]++;
    }

  for (guint k = 0; k < n_bins; k++)
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
  guint16 *bin = (guint16 *) scratch;
  guint32 *few = (guint32 *) scratch + n;
  float *found = scratch + 2 * n + 1;
  guint32 count[MAX_BINS];
  gsize place[MAX_BINS];
  guint8 wanted[MAX_BINS];
  const guint n_bins = (guint) CLAMP (n / VALUES_A_BIN, MIN_BINS, MAX_BINS);
  gsize below = base, used = 0, n_few = 0;
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
  scale = (float) (n_bins - 2) / (high - low);
  if (n <= FEW || depth == MAX_DEPTH || !isfinite (scale))
    {
      memcpy (scratch, value, n * sizeof *value);
      sort (scratch, n);
      for (k = 0; k < n_ranks; k++)
        out[k] = scratch[rank[k] - base];
      return;
    }

  count_bins (value, n, low, scale, bin, count, n_bins);

  memset (wanted, 0, n_bins);

  /* Which bins hold a rank, and where their values are put. */
  for (guint b = 0; b < n_bins && k < n_ranks; b++)
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
  /* Every value is written and few are kept, for a processor cannot guess which. */
  for (gsize i = 0; i < n; i++)
    {
      few[n_few] = (guint32) i;
      n_few += wanted[bin[i]];
    }
  for (gsize i = 0; i < n_few; i++)
    found[place[bin[few[i]]]++] = value[few[i]];

  below = base;
  k = 0;
  for (guint b = 0; b < n_bins && k < n_ranks; b++)
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

/* Whole numbers in the order of finite numbers, and back. */
static guint64
get_key (double value)
{
  guint64 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits ^ (bits >> 63 ? G_MAXUINT64 : SIGN);
}

static double
get_value (guint64 key)
{
  const guint64 bits = key ^ (key >> 63 ? SIGN : G_MAXUINT64);
  double value;

  memcpy (&value, &bits, sizeof value);
  return value;
}

/* Digit by digit from the last, each pass leaving those that agree in order. */
void
ob_rank_sort (double *value, gsize n)
{
  g_autofree guint64 *buffer = g_new (guint64, 2 * n);
  guint64 *from = buffer, *to = buffer + n;

  g_return_if_fail (value != NULL || n == 0);

  for (gsize i = 0; i < n; i++)
    from[i] = get_key (value[i]);
  for (guint shift = 0; shift < 64; shift += DIGIT_BITS)
    {
      gsize place[1 << DIGIT_BITS] = { 0 };
      guint64 *spare = from;
      gsize below = 0;

      for (gsize i = 0; i < n; i++)
        place[from[i] >> shift & (G_N_ELEMENTS (place) - 1)]++;
      for (guint d = 0; d < G_N_ELEMENTS (place); d++)
        {
          const gsize count = place[d];

          place[d] = below;
          below += count;
        }
      for (gsize i = 0; i < n; i++)
        to[place[from[i] >> shift & (G_N_ELEMENTS (place) - 1)]++] = from[i];
      from = to;
      to = spare;
    }
  for (gsize i = 0; i < n; i++)
    value[i] = get_value (from[i]);
}
