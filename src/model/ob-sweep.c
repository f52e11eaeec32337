/* ob-sweep.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-sweep.h"

#include "ob-engine.h"

#define MAX_LANES 64
/* Up to so many scenarios are run faster one by one than side by side. */
#define FEW 2
/* How many turns each thread takes in a sweep: many enough that none has to
 * wait long for another at the end, few enough that neighbours, which have much
 * in common, are mostly run by the same thread. */
#define TURNS 8

/* One sweep in flight: workers take the next chunk until none is left. */
typedef struct
{
  const ObKernel *kernel;
  const ObInputs *base;
  const ObSweepAxis *axes;
  guint n_axes;
  gsize n;
  const ObSweepResult *result;
  GCancellable *cancellable;
  gsize n_chunks;
  gsize turn; /* chunks in a turn */
  gsize next; /* atomic */
  GMutex mutex;
  GCond done;
  guint helping; /* under mutex */
} Sweep;

static void
copy_lanes (double *to, const double *from, gsize n)
{
  if (to != NULL)
    memcpy (to, from, n * sizeof *to);
}

static void
run_chunk (Sweep *sweep, gpointer scratch, gsize chunk)
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
work (Sweep *sweep)
{
  gpointer scratch = ob_engine_take_scratch (sweep->kernel);

  sweep->kernel->set_base (scratch, sweep->base);
  for (;;)
    {
      const gsize first = g_atomic_pointer_add (&sweep->next, sweep->turn);
      const gsize end = MIN (first + sweep->turn, sweep->n_chunks);

      if (first >= sweep->n_chunks)
        break;
      for (gsize chunk = first; chunk < end && !g_cancellable_is_cancelled (sweep->cancellable);
           chunk++)
        run_chunk (sweep, scratch, chunk);
    }
  ob_engine_give_scratch (sweep->kernel, scratch);
}

static void
help_cb (gpointer data, gpointer user_data)
{
  Sweep *sweep = data;

  work (sweep);

  g_mutex_lock (&sweep->mutex);
  if (--sweep->helping == 0)
    g_cond_signal (&sweep->done);
  g_mutex_unlock (&sweep->mutex);
}

static GThreadPool *
get_helpers (void)
{
  static gsize helpers = 0;

  if (g_once_init_enter (&helpers))
    {
      const int n = MAX ((int) ob_engine_get_n_threads () - 1, 1);

      g_once_init_leave (&helpers, (gsize) g_thread_pool_new (help_cb, NULL, n, FALSE, NULL));
    }

  return (GThreadPool *) helpers;
}

gboolean
ob_sweep (const ObInputs *base,
          const ObSweepAxis *axes,
          guint n_axes,
          gsize n,
          const ObSweepResult *result,
          GCancellable *cancellable)
{
  Sweep sweep = { 0 };
  guint n_helpers;

  g_return_val_if_fail (base != NULL && result != NULL, FALSE);
  g_return_val_if_fail (axes != NULL || n_axes == 0, FALSE);

  if (n == 0)
    return !g_cancellable_is_cancelled (cancellable);

  sweep.kernel = n <= FEW ? ob_engine_get_narrow_kernel () : ob_engine_get_wide_kernel ();
  sweep.base = base;
  sweep.axes = axes;
  sweep.n_axes = n_axes;
  sweep.n = n;
  sweep.result = result;
  sweep.cancellable = cancellable;
  sweep.n_chunks = (n + sweep.kernel->lanes - 1) / sweep.kernel->lanes;
  g_mutex_init (&sweep.mutex);
  g_cond_init (&sweep.done);

  sweep.turn = MAX (sweep.n_chunks / (TURNS * ob_engine_get_n_threads ()), 1);
  n_helpers = n <= FEW ? 0 : MIN (ob_engine_get_n_threads () - 1, sweep.n_chunks - 1);
  sweep.helping = n_helpers;
  for (guint i = 0; i < n_helpers; i++)
    g_thread_pool_push (get_helpers (), &sweep, NULL);

  work (&sweep);

  g_mutex_lock (&sweep.mutex);
  while (sweep.helping > 0)
    g_cond_wait (&sweep.done, &sweep.mutex);
  g_mutex_unlock (&sweep.mutex);
  g_mutex_clear (&sweep.mutex);
  g_cond_clear (&sweep.done);

  return !g_cancellable_is_cancelled (cancellable);
}
