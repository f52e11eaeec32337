/* ob-kernel-values.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is done to every value of a sample, which takes the vectors of the machine like
 * the scenarios do. Included by ob-kernel.c only. */

#include "ob-kernel-state.h"

/* Bins are looked for so many at a time. */
#define BATCH 16

/* Numbers of bins side by side, half a group, and where they are read from. */
typedef guint16 Bins __attribute__ ((vector_size (OB_KERNEL_GROUP)));
typedef Bins StoredBins __attribute__ ((aligned (sizeof (guint16)), may_alias));

static void
write_rows (const double *row, guint n_rows, gsize n, float *to, gsize stride)
{
  for (guint i = 0; i < n_rows; i++)
    {
      if (n == OB_LANES)
        FOR_LANES to[l] = (float) row[l];
      else
        for (gsize l = 0; l < n; l++)
          to[l] = (float) row[l];

      /* The end of where the next chunk goes. */
      __builtin_prefetch (to + 2 * OB_LANES - 1, 1);
      row += OB_LANES;
      to += stride;
    }
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
