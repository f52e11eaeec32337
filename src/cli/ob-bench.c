/* ob-bench.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-bench.h"

#include "ob-engine.h"
#include "ob-fan.h"
#include "ob-frontier.h"
#include "ob-odds-map.h"
#include "ob-sample.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include <time.h>

/* As many scenarios as the map of a frame has points. */
#define BATCH_SIDE 64
#define BATCH      (BATCH_SIDE * BATCH_SIDE)
#define N_DRAWS    10000
/* Of a sample that goes with a frame. */
#define N_FRAME_DRAWS 1000
/* The band on the frontier that follows a drag. */
#define ODDS_SIZE  16
#define ODDS_DRAWS 64
/* Of one frontier, about. */
#define N_VERTICES 257
/* Less than this and the clock, or the way into a function, counts. */
#define MIN_SECONDS 0.001

/**
 * Work:
 * @inputs: the base case with the one lever that moves
 * @plane: of the maps, of the frontier and of the batch with two levers
 * @map: what the next frontier starts from
 * @uncertainty: of the sample and of the band
 * @n_calls: counts, to move the lever and to take another draw
 * @draw: values of each parameter, one of N_DRAWS scenarios after the other
 *
 * What is measured, and where results go.
 */
typedef struct
{
  ObInputs inputs;
  ObPlane plane;
  ObMap *map;
  guint drag_size;
  guint n_calls;
  guint vertices;
  ObSweepAxis shared[2];
  ObSweepAxis general[OB_N_PARAMETERS];
  guint n_general;
  double x[BATCH];
  double y[BATCH];
  double draw[OB_N_PARAMETERS][N_DRAWS];
  double npv[N_DRAWS];
  double bubble_risk[N_DRAWS];
  ObUncertainty uncertainty;
  ObRun run;
} Work;

typedef void (*WorkFunc) (Work *work, guint size);

/**
 * Task:
 * @size: passed to the functions
 * @n_scenarios: how many scenarios a call runs, where the time is for one
 * @prepare: (nullable): what comes before each call and is not timed
 */
typedef struct
{
  const char *id;
  const char *label;
  ObBenchUnit unit;
  guint size;
  guint n_scenarios;
  WorkFunc prepare;
  WorkFunc func;
} Task;

/* The lever that is dragged: neither in the plane nor at rest. */
static void
move_lever (Work *work)
{
  work->n_calls++;
  work->inputs.value[OB_PARAMETER_SUBSIDY] = 0.3 + 0.2 * (work->n_calls % 101) / 101;
}

static void
run_batch (Work *work, const ObSweepAxis *axes, guint n_axes, gsize n)
{
  const ObSweepResult result = { .npv = work->npv, .bubble_risk = work->bubble_risk };

  ob_sweep (&work->inputs, axes, n_axes, n, &result, NULL);
}

/* Draws one of the scenarios where everything varies. */
static void
take_draw (Work *work, ObInputs *inputs)
{
  const guint i = work->n_calls++ % N_DRAWS;

  *inputs = work->inputs;
  for (guint k = 0; k < work->n_general; k++)
    inputs->value[work->general[k].parameter] = work->general[k].value[i];
}

static void
run_one (Work *work, guint size)
{
  const ObSweepResult result = { .npv = work->npv, .bubble_risk = work->bubble_risk };
  ObInputs inputs;

  take_draw (work, &inputs);
  ob_sweep (&inputs, NULL, 0, 1, &result, NULL);
}

static void
run_series (Work *work, guint size)
{
  ObInputs inputs;

  take_draw (work, &inputs);
  ob_run (&inputs, &work->run);
}

static void
run_shared (Work *work, guint size)
{
  move_lever (work);
  run_batch (work, work->shared, G_N_ELEMENTS (work->shared), size);
}

static void
run_general (Work *work, guint size)
{
  run_batch (work, work->general, work->n_general, size);
}

/* What a fan of four series takes: the paths of every draw, and the quantiles of
 * bands of 30, 60 and 90% in every quarter. */
static void
run_draws (Work *work, guint size)
{
  static const ObSeries series[] = { OB_SERIES_CAPEX, OB_SERIES_REVENUE, OB_SERIES_COVERAGE,
                                     OB_SERIES_CUMULATIVE_CASH };
  static const double level[] = { 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95 };
  const ObSweepResult result = { .npv = work->npv, .bubble_risk = work->bubble_risk };
  g_autoptr (ObFan) fan =
    ob_fan_new (&work->inputs, work->general, work->n_general, size, series, G_N_ELEMENTS (series),
                level, G_N_ELEMENTS (level), &result, NULL);

  g_assert (fan != NULL);
}

static void
run_map (Work *work, guint size)
{
  g_autoptr (ObMap) map = NULL;

  move_lever (work);
  map = ob_map_new (&work->inputs, &work->plane, size, size, NULL);
  g_assert (map != NULL);
}

/* What the window asks for: values are drawn, scenarios run and everything summed
 * up that charts show of them. */
static void
run_sample (Work *work, guint size)
{
  g_autoptr (ObSampler) sampler = NULL;
  g_autoptr (ObSample) sample = NULL;

  move_lever (work);
  sampler = ob_sampler_new (&work->inputs, &work->uncertainty);
  sample = ob_sample_new (sampler, size, NULL);
  g_assert (sample != NULL);
}

static void
run_odds (Work *work, guint size)
{
  g_autoptr (ObSampler) sampler = NULL;
  g_autoptr (ObOddsMap) odds = NULL;

  move_lever (work);
  sampler = ob_sampler_new (&work->inputs, &work->uncertainty);
  odds = ob_odds_map_new (sampler, &work->plane, size, ODDS_DRAWS, OB_ODDS_MAP_RISK, NULL);
  g_assert (odds != NULL);
}

static void
run_frontier (Work *work, guint size)
{
  g_autoptr (ObFrontier) frontier =
    ob_frontier_new (&work->inputs, &work->plane, OB_METRIC_NPV, 0, work->map, NULL);

  work->vertices = 0;
  for (guint i = 0; i < frontier->n_curves; i++)
    work->vertices += frontier->curves[i].n_points;
}

static void
prepare_cold_frontier (Work *work, guint size)
{
  move_lever (work);
  g_clear_pointer (&work->map, ob_map_free);
}

/* A drag has a map of the frame already. */
static void
prepare_drag_frontier (Work *work, guint size)
{
  prepare_cold_frontier (work, size);
  work->map = ob_map_new (&work->inputs, &work->plane, work->drag_size, work->drag_size, NULL);
}

static const Task tasks[] = {
  { "one_us", N_ ("One scenario, npv and bubble risk"), OB_BENCH_SCENARIO_CORE, 1, 1, NULL,
    run_one },
  { "run_us", N_ ("One scenario, all series"), OB_BENCH_SCENARIO_CORE, 1, 1, NULL, run_series },
  { "shared_core_us", N_ ("Batch, two levers varying, on one core"), OB_BENCH_SCENARIO_CORE, BATCH,
    BATCH, NULL, run_shared },
  { "general_core_us", N_ ("Batch, all inputs varying, on one core"), OB_BENCH_SCENARIO_CORE, BATCH,
    BATCH, NULL, run_general },
  { "shared_us", N_ ("Batch, two levers varying, on all cores"), OB_BENCH_SCENARIO, BATCH, BATCH,
    NULL, run_shared },
  { "general_us", N_ ("Batch, all inputs varying, on all cores"), OB_BENCH_SCENARIO, BATCH, BATCH,
    NULL, run_general },
  { "map_64_ms", N_ ("Map of 64 × 64"), OB_BENCH_FRAME, 64, 1, NULL, run_map },
  { "map_128_ms", N_ ("Map of 128 × 128"), OB_BENCH_FRAME, 128, 1, NULL, run_map },
  { "map_256_ms", N_ ("Map of 256 × 256"), OB_BENCH_FRAME, 256, 1, NULL, run_map },
  { "frontier_cold_ms", N_ ("Frontier, without a map to start from"), OB_BENCH_FRAME, 0, 1,
    prepare_cold_frontier, run_frontier },
  { "frontier_drag_ms", N_ ("Frontier, from the map of the frame"), OB_BENCH_FRAME, 0, 1,
    prepare_drag_frontier, run_frontier },
  { "draws_ms", N_ ("10,000 draws with a fan of four series"), OB_BENCH_FRAME, N_DRAWS, 1, NULL,
    run_draws },
  { "sample_frame_ms", N_ ("Sample of 1,000 draws, as in a frame"), OB_BENCH_FRAME, N_FRAME_DRAWS,
    1, NULL, run_sample },
  { "sample_ms", N_ ("Sample of 10,000 draws"), OB_BENCH_FRAME, N_DRAWS, 1, NULL, run_sample },
  { "odds_ms", N_ ("Band on the frontier, of 64 draws"), OB_BENCH_FRAME, ODDS_SIZE, 1, NULL,
    run_odds },
};

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double first = *(const double *) a;
  const double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The value that a share of @values does not exceed. */
static double
get_quantile (const double *sorted, guint n, double share)
{
  return sorted[MIN ((guint) ceil (share * n), n) - 1];
}

/* What goes on elsewhere in the machine does not slow a core down, but takes it
 * away: one thread is timed by its own clock. */
static double
get_seconds (gboolean of_thread)
{
  struct timespec now;

  clock_gettime (of_thread ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC, &now);

  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static double
time_once (Work *work, const Task *task)
{
  const gboolean of_thread = task->unit == OB_BENCH_SCENARIO_CORE;
  const double least = task->unit == OB_BENCH_FRAME ? 0 : MIN_SECONDS;
  double start, seconds;
  guint calls = 0;

  ob_engine_limit_threads (of_thread ? 1 : 0);
  if (task->prepare != NULL)
    task->prepare (work, task->size);

  start = get_seconds (of_thread);
  do
    {
      task->func (work, task->size);
      calls++;
      seconds = get_seconds (of_thread) - start;
    }
  while (seconds < least);
  ob_engine_limit_threads (0);

  return seconds / calls;
}

static ObBenchFigure
sum_up (const Task *task, double *times, double *vertices, guint repeats)
{
  const gboolean is_frame = task->unit == OB_BENCH_FRAME;
  const double scale = (is_frame ? 1e3 : 1e6) / task->n_scenarios;

  qsort (times, repeats, sizeof *times, compare_doubles);
  qsort (vertices, repeats, sizeof *vertices, compare_doubles);

  return (ObBenchFigure){
    .id = task->id,
    .label = task->label,
    .unit = task->unit,
    .median = get_quantile (times, repeats, 0.5) * scale,
    .p99 = is_frame ? get_quantile (times, repeats, 0.99) * scale : NAN,
    .vertices = (guint) get_quantile (vertices, repeats, 0.5),
  };
}

/* Two levers over a plane, row by row. */
static void
set_shared (Work *work)
{
  for (guint i = 0; i < BATCH; i++)
    {
      work->x[i] = ob_plane_x_from_unit (&work->plane, i % BATCH_SIDE / (BATCH_SIDE - 1.0));
      work->y[i] = ob_plane_y_from_unit (&work->plane, i / BATCH_SIDE / (BATCH_SIDE - 1.0));
    }
  work->shared[0] = (ObSweepAxis){ work->plane.x, work->x };
  work->shared[1] = (ObSweepAxis){ work->plane.y, work->y };
}

/* Around the base case: each parameter up to a quarter of the way to the ends of
 * its range, but for the switches of the question itself. The same numbers at
 * every call. */
static void
set_general (Work *work)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);
      const double low = info->value - (info->value - info->minimum) / 4;
      const double high = info->value + (info->maximum - info->value) / 4;

      if (p == OB_PARAMETER_POP_YEAR || p == OB_PARAMETER_SUNK || p == OB_PARAMETER_HORIZON)
        continue;
      for (guint i = 0; i < N_DRAWS; i++)
        work->draw[p][i] = g_rand_double_range (rand, low, high);
      work->general[work->n_general++] = (ObSweepAxis){ p, work->draw[p] };
    }
}

/* The levers of which ranges have been published. */
static void
set_uncertainty (Work *work)
{
  static const ObParameter levers[] = {
    OB_PARAMETER_CAPEX,       OB_PARAMETER_LIFESPAN,          OB_PARAMETER_BOOK_LIFE,
    OB_PARAMETER_COST_PER_GW, OB_PARAMETER_IT_SHARE,          OB_PARAMETER_H100E_PER_GW,
    OB_PARAMETER_POWER_ADD,   OB_PARAMETER_EFFICIENCY_GROWTH, OB_PARAMETER_ELECTRICITY,
    OB_PARAMETER_UTILISATION, OB_PARAMETER_ELASTICITY_SHORT,  OB_PARAMETER_ELASTICITY_LONG,
    OB_PARAMETER_CIRCULAR,    OB_PARAMETER_REFERENCE_PRICE,   OB_PARAMETER_WACC,
  };

  ob_uncertainty_init (&work->uncertainty);
  for (guint k = 0; k < G_N_ELEMENTS (levers); k++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (levers[k]);

      work->uncertainty.distributions[levers[k]] =
        (ObDistribution){ OB_DISTRIBUTION_PERT, info->value - (info->value - info->minimum) / 4,
                          info->value, info->value + (info->maximum - info->value) / 4 };
    }
}

/* How fine a map has to be for its frontier to have N_VERTICES points. */
static void
set_drag_size (Work *work)
{
  work->drag_size = 129;
  prepare_drag_frontier (work, 0);
  run_frontier (work, 0);
  work->drag_size = CLAMP (129 * N_VERTICES / MAX (work->vertices, 1), 33, 513);
}

GArray *
ob_bench_measure (guint repeats)
{
  const guint n = G_N_ELEMENTS (tasks);
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (ObBenchFigure));
  g_autofree double *times = g_new (double, (gsize) n *repeats);
  g_autofree double *vertices = g_new (double, (gsize) n *repeats);
  Work *work = g_new0 (Work, 1);

  g_assert (repeats > 0);

  ob_inputs_init (&work->inputs);
  ob_plane_init (&work->plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  set_uncertainty (work);
  set_shared (work);
  set_general (work);
  set_drag_size (work);

  /* The first calls warm caches and start threads. */
  for (guint k = 0; k < n; k++)
    time_once (work, &tasks[k]);

  /* In turn, so that a while in which the machine is slow slows all alike. */
  for (guint i = 0; i < repeats; i++)
    {
      for (guint k = 0; k < n; k++)
        {
          work->vertices = 0;
          times[k * repeats + i] = time_once (work, &tasks[k]);
          vertices[k * repeats + i] = work->vertices;
        }
    }

  for (guint k = 0; k < n; k++)
    {
      const ObBenchFigure figure =
        sum_up (&tasks[k], times + k * repeats, vertices + k * repeats, repeats);

      g_array_append_val (figures, figure);
    }

  ob_map_free (work->map);
  g_free (work);

  return figures;
}
