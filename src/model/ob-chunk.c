/* ob-chunk.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chunk.h"

#include <string.h>

/* Numbers in a line of the cache. */
#define LINE (OB_KERNEL_LINE / sizeof (double))

void
ob_chunk_load (ObChunk *chunk,
               const ObKernel *kernel,
               gpointer scratch,
               const ObSweepAxis *axes,
               guint n_axes,
               gsize index,
               gsize n_scenarios)
{
  const gsize lanes = kernel->lanes;
  double padded[OB_KERNEL_MAX_LANES];

  chunk->first = index * lanes;
  chunk->n = MIN (lanes, n_scenarios - chunk->first);

  for (guint k = 0; k < n_axes; k++)
    {
      const double *value = axes[k].value + chunk->first;

      /* Every axis is an array of its own, which are more than the processor
       * follows by itself. The last number of each line is asked for, wherever lines
       * begin. */
      if (chunk->first + lanes < n_scenarios)
        {
          for (gsize l = 0; l < lanes; l += LINE)
            __builtin_prefetch (value + lanes + l + LINE - 1);
        }

      /* Lanes beyond the end repeat the last scenario; their results are not
       * copied. */
      if (chunk->n < lanes)
        {
          for (gsize l = 0; l < lanes; l++)
            padded[l] = value[MIN (l, chunk->n - 1)];
          value = padded;
        }

      kernel->set_lanes (scratch, axes[k].parameter, value);
    }
}

ObKernelOutput
ob_chunk_get_output (ObChunk *chunk)
{
  return (ObKernelOutput){
    .npv = chunk->npv,
    .pv_capex = chunk->pv_capex,
    .bubble_risk = chunk->bubble_risk,
  };
}

static void
store (double *to, const double *from, const ObChunk *chunk)
{
  if (to != NULL)
    memcpy (to + chunk->first, from, chunk->n * sizeof *to);
}

void
ob_chunk_store (const ObChunk *chunk, const ObSweepResult *result)
{
  if (result == NULL)
    return;

  store (result->npv, chunk->npv, chunk);
  store (result->pv_capex, chunk->pv_capex, chunk);
  store (result->bubble_risk, chunk->bubble_risk, chunk);
}
