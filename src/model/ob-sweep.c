/* ob-sweep.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-sweep.h"

#include "ob-chunk.h"
#include "ob-engine.h"
#include "ob-parallel.h"

/* Up to so many scenarios are run faster one by one than side by side. */
#define FEW 2

typedef struct
{
  const ObKernel *kernel;
  const ObInputs *base;
  const ObSweepAxis *axes;
  guint n_axes;
  gsize n;
  const ObSweepResult *result;
} Sweep;

static void
run_chunks (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  const Sweep *sweep = user_data;
  gpointer scratch = ob_engine_take_scratch (sweep->kernel);
  ObChunk run;
  const ObKernelOutput output = ob_chunk_get_output (&run);

  sweep->kernel->set_base (scratch, sweep->base);
  for (gsize chunk = first; chunk < end && !g_cancellable_is_cancelled (cancellable); chunk++)
    {
      ob_chunk_load (&run, sweep->kernel, scratch, sweep->axes, sweep->n_axes, chunk, sweep->n);
      sweep->kernel->run (scratch, &output);
      ob_chunk_store (&run, sweep->result);
    }
  ob_engine_give_scratch (sweep->kernel, scratch);
}

gboolean
ob_sweep (const ObInputs *base,
          const ObSweepAxis *axes,
          guint n_axes,
          gsize n,
          const ObSweepResult *result,
          GCancellable *cancellable)
{
  Sweep sweep = {
    .base = base,
    .axes = axes,
    .n_axes = n_axes,
    .n = n,
    .result = result,
  };

  g_return_val_if_fail (base != NULL && result != NULL, FALSE);
  g_return_val_if_fail (axes != NULL || n_axes == 0, FALSE);

  if (n <= FEW)
    {
      sweep.kernel = ob_engine_get_narrow_kernel ();
      run_chunks (0, n, cancellable, &sweep);
      return !g_cancellable_is_cancelled (cancellable);
    }

  sweep.kernel = ob_engine_get_wide_kernel ();
  return ob_parallel_for ((n + sweep.kernel->lanes - 1) / sweep.kernel->lanes, run_chunks, &sweep,
                          cancellable);
}
