/* test-fan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"
#include "ob-fan.h"
#include "ob-rank.h"
#include "ob-test-draw.h"
#include "ob-test-machine.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N_SCENARIOS 203

static const double levels[] = { 0, 0.05, 0.051, 0.0515, 0.5, 0.95, 1 };

static int
compare_floats (const void *a, const void *b)
{
  const float *first = a;
  const float *second = b;

  return (*first > *second) - (*first < *second);
}

/* Definition 7 of Hyndman and Fan, on sorted values. */
static double
get_quantile (const float *sorted, gsize n, double level)
{
  const double place = level * (n - 1);
  const gsize low = (gsize) floor (place);

  const double below = sorted[low];

  return below + (sorted[MIN (low + 1, n - 1)] - below) * (place - low);
}

/* Draws of every lever, as axes. */
static ObInputs *
draw_sample (ObSweepAxis *axes, double *values)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  ObInputs *inputs = g_new (ObInputs, N_SCENARIOS);
  ObHistory history;

  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      ob_test_draw_anywhere (rand, &inputs[i]);
      if (i == 0)
        history = inputs[i].history;
      inputs[i].history = history;
      for (guint p = 0; p < OB_N_PARAMETERS; p++)
        values[(gsize) p * N_SCENARIOS + i] = inputs[i].value[p];
    }
  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    axes[p] = (ObSweepAxis){ p, values + (gsize) p * N_SCENARIOS };

  return inputs;
}

static void
check_series (const ObSeries *series, guint n_series)
{
  g_autofree double *values = g_new (double, OB_N_PARAMETERS *N_SCENARIOS);
  g_autofree float *column = g_new (float, N_SCENARIOS);
  g_autofree ObRun *runs = g_new (ObRun, N_SCENARIOS);
  ObSweepAxis axes[OB_N_PARAMETERS];
  g_autofree ObInputs *inputs = draw_sample (axes, values);
  double npv[N_SCENARIOS], risk[N_SCENARIOS];
  const ObSweepResult result = { .npv = npv, .bubble_risk = risk };
  g_autoptr (ObFan) fan = ob_fan_new (&inputs[0], axes, OB_N_PARAMETERS, N_SCENARIOS, series,
                                      n_series, levels, G_N_ELEMENTS (levels), &result, NULL);

  g_assert_nonnull (fan);
  for (guint i = 0; i < N_SCENARIOS; i++)
    {
      ob_run (&inputs[i], &runs[i]);
      g_assert_cmpfloat (npv[i], ==, runs[i].metric[OB_METRIC_NPV]);
      g_assert_cmpfloat (risk[i], ==, runs[i].metric[OB_METRIC_BUBBLE_RISK]);
    }

  for (guint k = 0; k < n_series; k++)
    for (guint quarter = 0; quarter < OB_N_QUARTERS; quarter++)
      {
        for (guint i = 0; i < N_SCENARIOS; i++)
          column[i] = (float) runs[i].series[series[k]][quarter];
        qsort (column, N_SCENARIOS, sizeof *column, compare_floats);
        for (guint j = 0; j < G_N_ELEMENTS (levels); j++)
          g_assert_cmpfloat (ob_fan_get (fan, k, j)[quarter], ==,
                             get_quantile (column, N_SCENARIOS, levels[j]));
      }

  g_assert_cmpuint (fan->n_paths, ==, OB_FAN_MAX_PATHS);
  for (guint k = 0; k < n_series; k++)
    for (guint i = 0; i < fan->n_paths; i++)
      g_assert_cmpmem (ob_fan_get_path (fan, k, i), OB_N_QUARTERS * sizeof (double),
                       runs[i].series[series[k]], OB_N_QUARTERS * sizeof (double));
}

static ObKernelDepth
get_depth (ObSeries series)
{
  return ob_engine_get_wide_kernel ()->get_depth (series);
}

static void
test_path (void)
{
  const ObSeries series[] = { OB_SERIES_CAPEX, OB_SERIES_REVENUE, OB_SERIES_COVERAGE,
                              OB_SERIES_CUMULATIVE_CASH };

  for (guint k = 0; k < G_N_ELEMENTS (series); k++)
    g_assert_cmpint (get_depth (series[k]), ==, OB_KERNEL_PATH);
  check_series (series, G_N_ELEMENTS (series));
}

static void
test_risk (void)
{
  const ObSeries series[] = { OB_SERIES_CRASH_CUMULATIVE, OB_SERIES_USER_PRICE,
                              OB_SERIES_CRASH_2Y };

  g_assert_cmpint (get_depth (series[0]), ==, OB_KERNEL_RISK);
  g_assert_cmpint (get_depth (series[2]), ==, OB_KERNEL_RISK);
  check_series (series, G_N_ELEMENTS (series));
}

static void
test_all (void)
{
  const ObSeries series[] = { OB_SERIES_CRASH_2Y, OB_SERIES_WIP };

  g_assert_cmpint (get_depth (series[1]), ==, OB_KERNEL_ALL);
  check_series (series, G_N_ELEMENTS (series));
}

/* Paths that do not fit into the caches are written past them, where they fill whole lines
 * of these. */
static void
test_large (void)
{
  const gsize sizes[] = { 13120, 13121 };
  const ObSeries series = OB_SERIES_REVENUE;
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree double *lifespan = g_new (double, sizes[1]);
  g_autofree float *path = g_new (float, sizes[1] * OB_N_QUARTERS);
  const ObSweepAxis axis = { OB_PARAMETER_LIFESPAN, lifespan };
  ObInputs inputs;

  ob_inputs_init (&inputs);
  for (gsize i = 0; i < sizes[1]; i++)
    {
      ObRun run;

      inputs.value[OB_PARAMETER_LIFESPAN] = lifespan[i] = g_rand_double_range (rand, 2, 10);
      ob_run (&inputs, &run);
      for (guint quarter = 0; quarter < OB_N_QUARTERS; quarter++)
        path[quarter * sizes[1] + i] = (float) run.series[series][quarter];
    }

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      const gsize n = sizes[k];
      g_autofree float *column = g_new (float, n);
      g_autoptr (ObFan) fan =
        ob_fan_new (&inputs, &axis, 1, n, &series, 1, levels, G_N_ELEMENTS (levels), NULL, NULL);

      for (guint quarter = 0; quarter < OB_N_QUARTERS; quarter++)
        {
          memcpy (column, path + quarter * sizes[1], n * sizeof *column);
          qsort (column, n, sizeof *column, compare_floats);
          for (guint j = 0; j < G_N_ELEMENTS (levels); j++)
            g_assert_cmpfloat (ob_fan_get (fan, 0, j)[quarter], ==,
                               get_quantile (column, n, levels[j]));
        }
    }
}

static void
test_one_scenario (void)
{
  const ObSeries series = OB_SERIES_REVENUE;
  ObInputs inputs;
  ObRun run;
  g_autoptr (ObFan) fan = NULL;

  ob_inputs_init (&inputs);
  ob_run (&inputs, &run);
  fan = ob_fan_new (&inputs, NULL, 0, 1, &series, 1, levels, G_N_ELEMENTS (levels), NULL, NULL);
  for (guint j = 0; j < G_N_ELEMENTS (levels); j++)
    for (guint quarter = 0; quarter < OB_N_QUARTERS; quarter++)
      g_assert_cmpfloat (ob_fan_get (fan, 0, j)[quarter], ==,
                         (float) run.series[OB_SERIES_REVENUE][quarter]);

  /* Kept are as many as there are. */
  g_assert_cmpuint (fan->n_paths, ==, 1);
  g_assert_cmpmem (ob_fan_get_path (fan, 0, 0), OB_N_QUARTERS * sizeof (double),
                   run.series[OB_SERIES_REVENUE], OB_N_QUARTERS * sizeof (double));
}

static void
test_cancel (void)
{
  const ObSeries series = OB_SERIES_REVENUE;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ObInputs inputs;

  ob_inputs_init (&inputs);
  g_cancellable_cancel (cancellable);
  g_assert_null (ob_fan_new (&inputs, NULL, 0, 100, &series, 1, levels, G_N_ELEMENTS (levels), NULL,
                             cancellable));
}

/* A rank of each size, and the ends. */
static guint
list_ranks (gsize n, gsize *rank)
{
  guint n_ranks = 0;

  for (gsize k = 0; k < n; k += 1 + k / 2)
    rank[n_ranks++] = k;
  if (rank[n_ranks - 1] != n - 1)
    rank[n_ranks++] = n - 1;

  return n_ranks;
}

/* Ranks are those of sorting, however many values there are and however they are spread:
 * evenly, over all magnitudes, many alike, with one far away at either end, or all the
 * same. */
static void
test_ranks (void)
{
  const gsize size[] = { 1, 2, 15, 16, 17, 33, 63, 64, 65, 161, 1000, 5000, 9999, 70001 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (guint j = 0; j < G_N_ELEMENTS (size); j++)
    {
      const gsize n = size[j];
      g_autofree float *value = g_new (float, n);
      g_autofree float *scratch = g_new (float, OB_RANK_SCRATCH (n));
      g_autofree float *sorted = g_new (float, n);
      gsize rank[64];
      const guint n_ranks = list_ranks (n, rank);

      for (guint kind = 0; kind < 6; kind++)
        {
          float out[G_N_ELEMENTS (rank)];

          for (gsize i = 0; i < n; i++)
            {
              const double u = g_rand_double_range (rand, -1, 1);

              value[i] = (float) (kind == 0   ? u
                                  : kind == 1 ? copysign (pow (10, 30 * fabs (u)), u)
                                  : kind == 2 ? (u < 0.8 ? 0 : u)
                                  : kind == 3 ? (i == n / 3 ? 1e30 : u)
                                  : kind == 4 ? (i == n - 1 ? -1 : 2.5)
                                              : 2.5);
              sorted[i] = value[i];
            }
          qsort (sorted, n, sizeof *sorted, compare_floats);
          ob_rank_find (value, n, rank, n_ranks, kind % 2 == 0 ? value : NULL, out, scratch);
          for (guint k = 0; k < n_ranks; k++)
            g_assert_cmpfloat (out[k], ==, sorted[rank[k]]);
        }
    }
}

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Of all sizes, magnitudes and signs, and with equal ones. */
static void
test_sort (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  ob_rank_sort (NULL, 0);
  for (gsize n = 1; n < 3000; n = n * 3 + 1)
    {
      g_autofree double *value = g_new (double, n);
      g_autofree double *sorted = g_new (double, n);

      for (gsize i = 0; i < n; i++)
        {
          const double u = g_rand_double_range (rand, -1, 1);

          value[i] = i % 7 == 0 ? 0 : copysign (pow (10, 300 * (2 * fabs (u) - 1)), u);
        }
      memcpy (sorted, value, n * sizeof *value);
      qsort (sorted, n, sizeof *sorted, compare_doubles);
      ob_rank_sort (value, n);
      for (gsize i = 0; i < n; i++)
        g_assert_cmpfloat (value[i], ==, sorted[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!ob_test_machine_can_run ())
    return 0;

  g_test_add_func ("/fan/path", test_path);
  g_test_add_func ("/fan/risk", test_risk);
  g_test_add_func ("/fan/all", test_all);
  g_test_add_func ("/fan/large", test_large);
  g_test_add_func ("/fan/one-scenario", test_one_scenario);
  g_test_add_func ("/fan/cancel", test_cancel);
  g_test_add_func ("/fan/ranks", test_ranks);
  g_test_add_func ("/fan/sort", test_sort);

  return g_test_run ();
}
