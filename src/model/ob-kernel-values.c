/* ob-kernel-values.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiled like ob-kernel.c, once for every kernel, and apart from it: how fast the
 * simulation is depends on where its code lies. OB_KERNEL_VALUES is the name of what is
 * defined here. */

#include "config.h"

#include "ob-kernel-state.h"

#ifdef __SSE__
#include <immintrin.h>
#endif

/* Bins are looked for so many at a time. */
#define BATCH 16

/* Numbers of bins side by side, half a group, and where they are read from. */
typedef guint16 Bins __attribute__ ((vector_size (OB_KERNEL_GROUP)));
typedef Bins StoredBins __attribute__ ((aligned (sizeof (guint16)), may_alias));

/* A row of lanes that begins a line of the cache, past all caches: what is too large for
 * them would otherwise be fetched only to be written over. */
OB_INLINE void
stream_row (const double *row, float *to)
{
  float numbers[OB_LANES] __attribute__ ((aligned (OB_KERNEL_LINE)));

  FOR_LANES numbers[l] = (float) row[l];
#if defined(__AVX__) && OB_LANES % 8 == 0
  for (int l = 0; l < OB_LANES; l += 8)
    _mm256_stream_ps (to + l, _mm256_load_ps (numbers + l));
#elif defined(__SSE__) && OB_LANES % 4 == 0
  for (int l = 0; l < OB_LANES; l += 4)
    _mm_stream_ps (to + l, _mm_load_ps (numbers + l));
#else
  memcpy (to, numbers, sizeof numbers);
#endif
}

static void
write_rows (const double *row, guint n_rows, gsize n, float *to, gsize stride, gboolean large)
{
  const gboolean whole = n == OB_LANES;
  const gboolean streamed = large && whole && (guintptr) to % OB_KERNEL_LINE == 0
                            && stride * sizeof *to % OB_KERNEL_LINE == 0;

  for (guint i = 0; i < n_rows; i++)
    {
      if (streamed)
        stream_row (row, to);
      else if (whole)
        FOR_LANES to[l] = (float) row[l];
      else
        for (gsize l = 0; l < n; l++)
          to[l] = (float) row[l];

      /* The end of where the next chunk goes. */
      if (!streamed)
        __builtin_prefetch (to + 2 * OB_LANES - 1, 1);
      row += OB_LANES;
      to += stride;
    }
#ifdef __SSE__
  /* Such numbers may otherwise come after the word that they are there. */
  if (streamed)
    _mm_sfence ();
#endif
}

static void
place_values (const float *value, gsize n, float low, float scale, guint n_bins, guint16 *bin)
{
  const float last = (float) (n_bins - 1);

#pragma omp simd
  for (gsize i = 0; i < n; i++)
    {
      const float at = (value[i] - low) * scale + 1;
      const float up = at > 0 ? at : 0;

      bin[i] = (guint16) (gint32) (up < last ? up : last);
    }
}

static void
mark_groups (const guint16 *bin, gsize n_groups, const guint16 *held, guint n_held, guint8 *mark)
{
  memset (mark, 0, n_groups);
  for (guint first = 0; first < n_held; first += BATCH)
    {
      const guint n = MIN (n_held - first, BATCH);
      Bins wanted[BATCH];

      for (guint h = 0; h < n; h++)
        wanted[h] = (Bins){ 0 } + held[first + h];

      for (gsize g = 0; g < n_groups; g++)
        {
          const StoredBins *stored = (const StoredBins *) (bin + g * OB_KERNEL_GROUP);
          const Bins low = stored[0], high = stored[1];
          Bins any = { 0 };
          guint64 part[sizeof (Bins) / sizeof (guint64)];

          for (guint h = 0; h < n; h++)
            any |= (Bins) ((low == wanted[h]) | (high == wanted[h]));
          memcpy (part, &any, sizeof part);
          mark[g] |= (part[0] | part[1] | part[2] | part[3]) != 0;
        }
    }
}

extern const ObKernelValues OB_KERNEL_VALUES;

const ObKernelValues OB_KERNEL_VALUES = {
  .write_rows = write_rows,
  .place_values = place_values,
  .mark_groups = mark_groups,
};
