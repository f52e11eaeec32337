/* ob-fan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-fan.h"

#include "ob-chunk.h"
#include "ob-engine.h"
#include "ob-parallel.h"
#include "ob-rank.h"

#include <math.h>
#include <string.h>

/* Paths of so many bytes do not stay in the caches of a core until they are read again. */
#define LARGE (4u << 20)

/* A sample in flight. Paths are kept in single precision, so that a sample of
 * 10,000 does not spend its time waiting for memory. */
typedef struct
{
  const ObKernel *kernel;
  const ObInputs *base;
  const ObSweepAxis *axes;
  guint n_axes;
  gsize n;
  const ObSeries *series;
  guint n_series;
  ObKernelDepth depth;
  const ObSweepResult *result;
  float *path; /* series x quarters x scenarios */
  gboolean large;

  const double *level;
  guint n_levels;
  ObFan *fan;
} Sample;

G_LOCK_DEFINE_STATIC (spare);
static float *spare_paths;
static gsize n_spare_paths;

/* Paths are handed from one fan to the next that needs no more room, so that a fan
 * that follows a drag allocates nothing, nor the larger one after it. @n becomes how
 * many there is room for. */
static float *
take_paths (gsize *n)
{
  float *paths = NULL;

  G_LOCK (spare);
  if (*n <= n_spare_paths)
    {
      paths = g_steal_pointer (&spare_paths);
      *n = n_spare_paths;
      n_spare_paths = 0;
    }
  G_UNLOCK (spare);

  return paths != NULL ? paths : g_aligned_alloc (*n, sizeof *paths, OB_KERNEL_LINE);
}

static void
give_paths (float *paths, gsize n)
{
  G_LOCK (spare);
  if (n > n_spare_paths)
    {
      n_spare_paths = n;
      g_aligned_free (g_steal_pointer (&spare_paths));
      spare_paths = g_steal_pointer (&paths);
    }
  G_UNLOCK (spare);
  g_aligned_free (paths);
}

/* The horizon may be one of the levers. */
static double
get_horizon (const Sample *sample, gsize scenario)
{
  for (guint k = 0; k < sample->n_axes; k++)
    {
      if (sample->axes[k].parameter == OB_PARAMETER_HORIZON)
        return sample->axes[k].value[scenario];
    }

  return sample->base->value[OB_PARAMETER_HORIZON];
}

static void
find_paybacks (const Sample *sample, const double *trace, gsize first, gsize n)
{
  const guint lanes = sample->kernel->lanes;
  const double *cash = trace + (gsize) OB_SERIES_CUMULATIVE_CASH * OB_N_QUARTERS * lanes;

  for (gsize l = 0; l < n; l++)
    sample->result->payback[first + l] =
      ob_run_find_payback (cash + l, lanes, ob_run_get_n_counted (get_horizon (sample, first + l)));
}

/* Those of the scenarios of a chunk that are kept. */
static void
keep_paths (const Sample *sample, const double *trace, gsize first, gsize n)
{
  const guint lanes = sample->kernel->lanes;
  ObFan *fan = sample->fan;

  for (guint k = 0; k < sample->n_series; k++)
    {
      const double *row = trace + (gsize) sample->series[k] * OB_N_QUARTERS * lanes;

      for (gsize l = 0; l < n && first + l < fan->n_paths; l++)
        {
          double *path = fan->path + (k * fan->n_paths + first + l) * OB_N_QUARTERS;

          for (guint i = 0; i < OB_N_QUARTERS; i++)
            path[i] = row[i * lanes + l];
        }
    }
}

static void
run_chunk (const Sample *sample, gpointer scratch, gsize chunk)
{
  const ObKernel *kernel = sample->kernel;
  const guint lanes = kernel->lanes;
  ObChunk run;
  const ObKernelOutput output = ob_chunk_get_output (&run);
  const double *trace;

  ob_chunk_load (&run, kernel, scratch, sample->axes, sample->n_axes, chunk, sample->n);
  trace = kernel->run_traced (scratch, &output, sample->depth);

  for (guint k = 0; k < sample->n_series; k++)
    {
      const double *row = trace + (gsize) sample->series[k] * OB_N_QUARTERS * lanes;
      float *path = sample->path + (gsize) k * OB_N_QUARTERS * sample->n + run.first;

      kernel->values->write_rows (row, OB_N_QUARTERS, run.n, path, sample->n, sample->large);
    }

  if (run.first < sample->fan->n_paths)
    keep_paths (sample, trace, run.first, run.n);
  ob_chunk_store (&run, sample->result);
  if (sample->result != NULL && sample->result->payback != NULL)
    find_paybacks (sample, trace, run.first, run.n);
}

static void
run_chunks (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  const Sample *sample = user_data;
  gpointer scratch = ob_engine_take_scratch (sample->kernel);

  sample->kernel->set_base (scratch, sample->base);
  for (gsize chunk = first; chunk < end && !g_cancellable_is_cancelled (cancellable); chunk++)
    run_chunk (sample, scratch, chunk);
  ob_engine_give_scratch (sample->kernel, scratch);
}

/* Asks for a rank that is none of those before, or one of the last two, which
 * levels that are near each other share. Returns where it is in the list. */
static guint
ask_rank (gsize *rank, guint *n_ranks, gsize wanted)
{
  guint n = *n_ranks;

  for (guint back = 1; back <= MIN (n, 2); back++)
    {
      if (rank[n - back] == wanted)
        return n - back;
    }

  rank[n] = wanted;
  *n_ranks = n + 1;
  return n;
}

/* Takes the quantiles of one series in one quarter. */
static void
take_quantiles (const Sample *sample, gsize column, const float *next, float *scratch)
{
  const guint n_levels = sample->n_levels;
  const gsize last = sample->n - 1;
  double *out = sample->fan->value + (column / OB_N_QUARTERS) * n_levels * OB_N_QUARTERS
                + column % OB_N_QUARTERS;
  g_autofree gsize *rank = g_new (gsize, 2 * n_levels);
  g_autofree guint *at = g_new (guint, 2 * n_levels);
  g_autofree float *found = g_new (float, 2 * n_levels);
  guint n_ranks = 0;

  for (guint k = 0; k < n_levels; k++)
    {
      const gsize low = (gsize) (sample->level[k] * last);

      at[2 * k] = ask_rank (rank, &n_ranks, low);
      at[2 * k + 1] = ask_rank (rank, &n_ranks, MIN (low + 1, last));
    }
  ob_rank_find (sample->path + column * sample->n, sample->n, rank, n_ranks, next, found, scratch);

  for (guint k = 0; k < n_levels; k++)
    {
      const double place = sample->level[k] * last;
      const double low = found[at[2 * k]];
      const double high = found[at[2 * k + 1]];

      out[k * OB_N_QUARTERS] = low + (high - low) * (place - floor (place));
    }
}

static void
take_columns (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  const Sample *sample = user_data;
  g_autofree float *scratch = g_new (float, OB_RANK_SCRATCH (sample->n));

  for (gsize column = first; column < end && !g_cancellable_is_cancelled (cancellable); column++)
    take_quantiles (sample, column,
                    column + 1 < end ? sample->path + (column + 1) * sample->n : NULL, scratch);
}

ObFan *
ob_fan_new (const ObInputs *base,
            const ObSweepAxis *axes,
            guint n_axes,
            gsize n,
            const ObSeries *series,
            guint n_series,
            const double *level,
            guint n_levels,
            const ObSweepResult *result,
            GCancellable *cancellable)
{
  const gsize n_columns = (gsize) n_series * OB_N_QUARTERS;
  gsize n_room = n_columns * n;
  g_autoptr (ObFan) fan = NULL;
  Sample sample = {
    .kernel = ob_engine_get_wide_kernel (),
    .base = base,
    .axes = axes,
    .n_axes = n_axes,
    .n = n,
    .series = series,
    .n_series = n_series,
    .depth = OB_KERNEL_PATH,
    .large = n_columns * n * sizeof (float) > LARGE,
    .result = result,
    .level = level,
    .n_levels = n_levels,
  };
  gboolean done;

  g_return_val_if_fail (base != NULL && (axes != NULL || n_axes == 0), NULL);
  g_return_val_if_fail (n > 0 && series != NULL && level != NULL, NULL);

  for (guint k = 0; k < n_series; k++)
    sample.depth = MAX (sample.depth, sample.kernel->get_depth (series[k]));

  fan = g_new0 (ObFan, 1);
  fan->n_series = n_series;
  fan->n_levels = n_levels;
  fan->value = g_new (double, n_columns *n_levels);
  fan->n_paths = (guint) MIN (n, OB_FAN_MAX_PATHS);
  fan->path = g_new (double, n_columns * fan->n_paths);
  sample.fan = fan;
  sample.path = take_paths (&n_room);

  done = ob_parallel_for ((n + sample.kernel->lanes - 1) / sample.kernel->lanes, run_chunks,
                          &sample, cancellable)
         && ob_parallel_for (n_columns, take_columns, &sample, cancellable);
  give_paths (sample.path, n_room);

  return done ? g_steal_pointer (&fan) : NULL;
}

const double *
ob_fan_get (const ObFan *fan, guint series, guint level)
{
  g_return_val_if_fail (fan != NULL && series < fan->n_series && level < fan->n_levels, NULL);

  return fan->value + ((gsize) series * fan->n_levels + level) * OB_N_QUARTERS;
}

const double *
ob_fan_get_path (const ObFan *fan, guint series, guint path)
{
  g_return_val_if_fail (fan != NULL && series < fan->n_series && path < fan->n_paths, NULL);

  return fan->path + ((gsize) series * fan->n_paths + path) * OB_N_QUARTERS;
}

void
ob_fan_add (ObFan *fan, const ObFan *other, guint n_before)
{
  const gsize n = (gsize) fan->n_series * fan->n_levels * OB_N_QUARTERS;

  g_return_if_fail (fan->n_series == other->n_series && fan->n_levels == other->n_levels);

  for (gsize i = 0; i < n; i++)
    fan->value[i] += (other->value[i] - fan->value[i]) / (n_before + 1);
}

void
ob_fan_free (ObFan *fan)
{
  if (fan == NULL)
    return;

  g_free (fan->value);
  g_free (fan->path);
  g_free (fan);
}
