/* ob-rank.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-rank.h"

#include "ob-engine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MIN_BINS     32
#define MAX_BINS     2048
#define VALUES_A_BIN 4
/* So few are sorted by insertion. */
#define FEW 32
/* Values that are spread out too unevenly for equal bins are sorted, too. */
#define MAX_DEPTH 3
/* Numbers in a line of the cache. */
#define LINE (OB_KERNEL_LINE / sizeof (float))
/* Of so many values the first line is looked at to learn their range. */
#define STEP 160

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

/* The range of the first of every @step values. */
static void
get_range (const float *value, gsize n, gsize step, float *low, float *high)
{
  float least[LINE], most[LINE];

  for (guint k = 0; k < LINE; k++)
    least[k] = most[k] = value[MIN (k, n - 1)];
  for (gsize start = 0; start + LINE <= n; start += step)
    {
      const float *here = value + start;

#pragma omp simd
      for (guint k = 0; k < LINE; k++)
        {
          least[k] = here[k] < least[k] ? here[k] : least[k];
          most[k] = here[k] > most[k] ? here[k] : most[k];
        }
    }

  *low = least[0];
  *high = most[0];
  for (guint k = 1; k < LINE; k++)
    {
      *low = MIN (*low, least[k]);
      *high = MAX (*high, most[k]);
    }
  for (gsize i = n - n % LINE; i < n; i++)
    {
      *low = MIN (*low, value[i]);
      *high = MAX (*high, value[i]);
    }
}

/* Neighbours are counted apart, so that equal ones do not wait for each other. Meanwhile
 * @next comes nearer to the processor. */
static void
count_bins (const guint16 *bin, gsize n, const float *next, guint32 *count, guint n_bins)
{
  guint32 odd[MAX_BINS];

  memset (count, 0, n_bins * sizeof *count);
  memset (odd, 0, n_bins * sizeof *odd);
  for (gsize start = 0; start < n; start += LINE)
    {
      const gsize end = MIN (start + LINE, n);

      if (next != NULL)
        __builtin_prefetch (next + start);
      for (gsize i = start; i + 2 <= end; i += 2)
        {
          count[bin[i]]++;
          odd[bin[i + 1]]++;
        }
      if (end % 2 != 0)
        count[bin[end - 1]]++;
    }
#pragma omp simd
  for (guint k = 0; k < n_bins; k++)
    count[k] += odd[k];
}

/* Lists the values in bins that hold a rank. Few groups of values hold any; in one that does
 * every value is written and few are kept, for a processor cannot guess which. */
static gsize
list_few (const ObKernel *kernel,
          const guint16 *bin,
          gsize n,
          const guint16 *held,
          guint n_held,
          const guint8 *is_held,
          guint8 *mark,
          guint32 *few)
{
  const gsize n_groups = n / OB_KERNEL_GROUP;
  gsize n_few = 0;

  kernel->values->mark_groups (bin, n_groups, held, n_held, mark);
  for (gsize g = 0; g * OB_KERNEL_GROUP < n; g++)
    {
      const gsize start = g * OB_KERNEL_GROUP;
      const gsize end = MIN (start + OB_KERNEL_GROUP, n);

      if (g < n_groups && !mark[g])
        continue;

      for (gsize i = start; i < end; i++)
        {
          few[n_few] = (guint32) i;
          n_few += is_held[bin[i]];
        }
    }

  return n_few;
}

/* Ranks count from @base, of which there are smaller values elsewhere. */
static void
find (const float *value,
      gsize n,
      const gsize *rank,
      guint n_ranks,
      gsize base,
      const float *next,
      float *out,
      float *scratch,
      guint depth)
{
  const ObKernel *kernel = ob_engine_get_wide_kernel ();
  guint16 *bin = (guint16 *) scratch;
  guint8 *mark = (guint8 *) (scratch + n / 2 + 1);
  guint32 *few = (guint32 *) scratch + n;
  float *found = scratch + 2 * n + 1;
  const guint n_bins = (guint) CLAMP (n / VALUES_A_BIN, MIN_BINS, MAX_BINS);
  guint32 count[MAX_BINS];
  guint8 is_held[MAX_BINS];
  guint16 held[MAX_BINS];
  /* Of the bins that hold a rank only: */
  gsize below_bin[MAX_BINS];
  gsize place[MAX_BINS];
  gsize below = base, used = 0, n_few;
  guint n_held = 0;
  float low = 0, high = 0, scale;
  guint k = 0;

  /* A few tell where most are; the others go to the first and the last bin. */
  get_range (value, n, STEP, &low, &high);
  if (low == high)
    get_range (value, n, LINE, &low, &high);
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

  kernel->values->place_values (value, n, low, scale, n_bins, bin);
  count_bins (bin, n, next, count, n_bins);

  /* Which bins hold a rank, and where their values are put. */
  memset (is_held, 0, n_bins);
  for (guint b = 0; k < n_ranks; b++)
    {
      if (rank[k] < below + count[b])
        {
          held[n_held++] = (guint16) b;
          is_held[b] = TRUE;
          below_bin[b] = below;
          place[b] = used;
          used += count[b];
          while (k < n_ranks && rank[k] < below + count[b])
            k++;
        }
      below += count[b];
    }

  n_few = list_few (kernel, bin, n, held, n_held, is_held, mark, few);
  for (gsize i = 0; i < n_few; i++)
    found[place[bin[few[i]]]++] = value[few[i]];

  k = 0;
  for (guint h = 0; h < n_held; h++)
    {
      const guint b = held[h];
      const guint first = k;

      while (k < n_ranks && rank[k] < below_bin[b] + count[b])
        k++;
      find (found + place[b] - count[b], count[b], rank + first, k - first, below_bin[b], NULL,
            out + first, found + used, depth + 1);
    }
}

void
ob_rank_find (const float *value,
              gsize n,
              const gsize *rank,
              guint n_ranks,
              const float *next,
              float *out,
              float *scratch)
{
  g_return_if_fail (n > 0 && (n_ranks == 0 || rank[n_ranks - 1] < n));

  if (n_ranks > 0)
    find (value, n, rank, n_ranks, 0, next, out, scratch, 0);
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
