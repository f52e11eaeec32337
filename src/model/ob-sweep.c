/* ob-sweep.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-sweep.h"

#include "ob-engine.h"
#include "ob-parallel.h"

#define MAX_LANES 64
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
copy_lanes (double *to, const double *from, gsize n)
{
  if (to != NULL)
    memcpy (to, from, n * sizeof *to);
}

static void
run_chunk (const Sweep *sweep, gpointer scratch, gsize chunk)
{
  const ObKernel *kernel = sweep->kernel;
  const gsize first = chunk * kernel->lanes;
  const gsize n = MIN (kernel->lanes, sweep->n - first);
  double value[MAX_LANES], npv[MAX_LANES], pv_capex[MAX_LANES], risk[MAX_LANES];
  const ObKernelOutput output = { .npv = npv, .pv_capex = pv_capex, .bubble_risk = risk };

  for (guint k = 0; k < sweep->n_axes; k++)
    {
      const ObSweepAxis *axis = &sweep->axes[k];

      /* Lanes beyond the end repeat the last scenario; their results are not
       * copied. */
      for (gsize l = 0; l < kernel->lanes; l++)
        value[l] = axis->value[first + MIN (l, n - 1)];
      kernel->set_lanes (scratch, axis->parameter, value);
    }
  kernel->run (scratch, &output);

  copy_lanes (sweep->result->npv == NULL ? NULL : sweep->result->npv + first, npv, n);
  copy_lanes (sweep->result->pv_capex == NULL ? NULL : sweep->result->pv_capex + first, pv_capex,
              n);
  copy_lanes (sweep->result->bubble_risk == NULL ? NULL : sweep->result->bubble_risk + first, risk,
              n);
}

static void
run_chunks (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  const Sweep *sweep = user_data;
  gpointer scratch = ob_engine_take_scratch (sweep->kernel);

  sweep->kernel->set_base (scratch, sweep->base);
  for (gsize chunk = first; chunk < end && !g_cancellable_is_cancelled (cancellable); chunk++)
    run_chunk (sweep, scratch, chunk);
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
