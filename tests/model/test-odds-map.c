/* test-odds-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"
#include "ob-odds-map.h"

#include <math.h>
#include <string.h>

#define N_NODES 16
#define N_DRAWS 128

/* What varies besides the axes, each around its default by @spread of it. */
static ObSampler *
make_sampler (double spread)
{
  static const ObParameter levers[] = {
    OB_PARAMETER_OPEX,
    OB_PARAMETER_LIFESPAN,
    OB_PARAMETER_WACC,
    OB_PARAMETER_CAPEX,
  };
  ObUncertainty uncertainty;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  ob_uncertainty_init (&uncertainty);
  for (guint k = 0; k < G_N_ELEMENTS (levers); k++)
    {
      const double value = inputs.value[levers[k]];

      uncertainty.distributions[levers[k]] =
        (ObDistribution){ OB_DISTRIBUTION_UNIFORM, value * (1 - spread), NAN,
                          value * (1 + spread) };
    }
  g_assert_true (ob_uncertainty_check (&uncertainty, NULL));

  return ob_sampler_new (&inputs, &uncertainty);
}

/* Around the base case, so that the chances of both kinds take all values. */
static void
init_plane (ObPlane *plane)
{
  ob_plane_init (plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  plane->x_min = 100;
  plane->x_max = 2000;
  plane->y_max = 0.8;
}

static ObOddsMap *
make_map (const ObSampler *sampler, gsize n_draws)
{
  ObPlane plane;
  ObOddsMap *map;

  init_plane (&plane);
  g_assert_true (ob_odds_map_is_possible (sampler, &plane));
  map = ob_odds_map_new (sampler, &plane, N_NODES, n_draws, OB_ODDS_MAP_RISK, NULL);
  g_assert_nonnull (map);
  g_assert_true (ob_plane_equal (&map->plane, &plane));
  g_assert_cmpuint (map->n_draws, ==, n_draws);

  return map;
}

static void
test_chances (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (0.3);
  g_autoptr (ObOddsMap) map = make_map (sampler, N_DRAWS);
  const gsize n = (gsize) map->n * map->n;
  guint between = 0, risky = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpfloat (map->profit[i], >=, 0);
      g_assert_cmpfloat (map->profit[i], <=, 1);
      g_assert_cmpfloat (map->risk[i], >=, 0);
      g_assert_cmpfloat (map->risk[i], <=, 1);
      between += map->profit[i] > 0.1 && map->profit[i] < 0.9;
      risky += map->risk[i] > 0.1 && map->risk[i] < 0.9;
    }
  g_assert_cmpuint (between, >, n / 50);
  g_assert_cmpuint (risky, >, n / 50);
}

/* The plain share of draws above a threshold, at one point. */
static void
count_draws (const ObSampler *sampler,
             const ObPlane *plane,
             double x,
             double y,
             gsize n,
             const double *values,
             double *profit,
             double *risk)
{
  ObSweepAxis axes[OB_N_PARAMETERS];
  g_autofree double *results = g_new (double, 2 * n);
  const ObSweepResult result = { .npv = results, .bubble_risk = results + n };
  ObInputs inputs = sampler->inputs;
  guint n_axes = 0;
  gsize n_profit = 0, n_risk = 0;

  inputs.value[plane->x] = ob_plane_x_from_unit (plane, x);
  inputs.value[plane->y] = ob_plane_y_from_unit (plane, y);
  for (guint k = 0; k < sampler->n_levers; k++)
    {
      if (sampler->levers[k] != plane->x && sampler->levers[k] != plane->y)
        axes[n_axes++] = (ObSweepAxis){ sampler->levers[k], values + k * n };
    }
  g_assert_true (ob_sweep (&inputs, axes, n_axes, n, &result, NULL));

  for (gsize draw = 0; draw < n; draw++)
    {
      n_profit += result.npv[draw] > 0;
      n_risk += result.bubble_risk[draw] > OB_ODDS_MAP_RISK;
    }
  *profit = n_profit / (double) n;
  *risk = n_risk / (double) n;
}

/* At and between nodes. */
static void
test_brute_force (void)
{
  enum
  {
    MANY = 4096,
    SIDE = 9
  };
  g_autoptr (ObSampler) sampler = make_sampler (0.3);
  g_autoptr (ObOddsMap) few = make_map (sampler, 64);
  g_autoptr (ObOddsMap) more = make_map (sampler, 1024);
  g_autofree double *values = g_new (double, sampler->n_levers *MANY);
  double worst_few = 0, worst_more = 0;
  guint open = 0;

  g_assert_true (ob_sampler_draw (sampler, 0, MANY, values, NULL));

  for (guint k = 0; k < SIDE * SIDE; k++)
    {
      const double x = k % SIDE / (SIDE - 1.);
      const double y = k / SIDE / (SIDE - 1.);
      double profit, risk;

      count_draws (sampler, &few->plane, x, y, MANY, values, &profit, &risk);
      open += profit > 0.05 && profit < 0.95;
      worst_few = MAX (worst_few, fabs (ob_odds_map_interpolate (few, few->profit, x, y) - profit));
      worst_few = MAX (worst_few, fabs (ob_odds_map_interpolate (few, few->risk, x, y) - risk));
      worst_more =
        MAX (worst_more, fabs (ob_odds_map_interpolate (more, more->profit, x, y) - profit));
      worst_more = MAX (worst_more, fabs (ob_odds_map_interpolate (more, more->risk, x, y) - risk));
    }
  g_test_message ("off by %g with 64 draws, by %g with 1024", worst_few, worst_more);
  g_assert_cmpuint (open, >, 5);
  /* Twice the standard error, at the place of 81 that is worst. */
  g_assert_cmpfloat (worst_few, <, 2 * ob_odds_map_get_error (few, 0.5));
  g_assert_cmpfloat (worst_more, <, 2 * ob_odds_map_get_error (more, 0.5));
}

/* Nothing but certainty is left when the spreads go to zero. */
static void
test_certain (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (1e-9);
  g_autoptr (ObOddsMap) map = make_map (sampler, 16);
  const guint step = (map->n - 1) / (N_NODES - 1);
  guint gains = 0;

  for (guint j = 0; j < map->n; j += step)
    {
      for (guint i = 0; i < map->n; i += step)
        {
          const gsize at = (gsize) j * map->n + i;
          ObInputs inputs = sampler->inputs;
          ObRun run;

          inputs.value[map->plane.x] = ob_plane_x_from_unit (&map->plane, i / (map->n - 1.));
          inputs.value[map->plane.y] = ob_plane_y_from_unit (&map->plane, j / (map->n - 1.));
          ob_run (&inputs, &run);
          g_assert_cmpfloat (map->profit[at], ==, run.metric[OB_METRIC_NPV] > 0);
          g_assert_cmpfloat (map->risk[at], ==,
                             run.metric[OB_METRIC_BUBBLE_RISK] > OB_ODDS_MAP_RISK);
          gains += run.metric[OB_METRIC_NPV] > 0;
        }
    }
  g_assert_cmpuint (gains, >, 0);
  g_assert_cmpuint (gains, <, N_NODES * N_NODES);
}

/* A risk above a higher level is never likelier, and the chance to pay back is the same. */
static void
test_levels (void)
{
  static const double levels[] = { 0.3, 0.5, 0.7, 0.9 };
  g_autoptr (ObSampler) sampler = make_sampler (0.3);
  g_autoptr (ObOddsMap) before = NULL;
  ObPlane plane;

  init_plane (&plane);
  for (guint k = 0; k < G_N_ELEMENTS (levels); k++)
    {
      g_autoptr (ObOddsMap) map =
        ob_odds_map_new (sampler, &plane, N_NODES, N_DRAWS, levels[k], NULL);
      const gsize n = (gsize) map->n * map->n;
      guint lower = 0;

      g_assert_cmpfloat (map->risk_level, ==, levels[k]);
      for (gsize i = 0; before != NULL && i < n; i++)
        {
          g_assert_cmpfloat (map->risk[i], <=, before->risk[i] + 1e-6);
          lower += map->risk[i] < before->risk[i];
        }
      if (before != NULL)
        {
          g_assert_cmpuint (lower, >, n / 20);
          g_assert_cmpmem (map->profit, n * sizeof (double), before->profit, n * sizeof (double));
        }
      g_clear_pointer (&before, ob_odds_map_unref);
      before = ob_odds_map_ref (map);
    }
}

/* Hardware that lasts longer never makes it less likely to pay back, but for what the
 * interpolation is off. */
static void
test_monotone (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (0.3);
  g_autoptr (ObOddsMap) map = NULL;
  guint between = 0;
  ObPlane plane;

  ob_plane_init (&plane, OB_PARAMETER_WACC, OB_PARAMETER_LIFESPAN);
  plane.x_min = 0.05;
  plane.x_max = 0.2;
  map = ob_odds_map_new (sampler, &plane, N_NODES, N_DRAWS, OB_ODDS_MAP_RISK, NULL);
  for (guint j = 1; j < map->n; j++)
    {
      for (guint i = 0; i < map->n; i++)
        {
          const double chance = map->profit[j * map->n + i];

          g_assert_cmpfloat (chance, >=, map->profit[(j - 1) * map->n + i] - 0.01);
          between += chance > 0.1 && chance < 0.9;
        }
    }
  g_assert_cmpuint (between, >, map->n);
}

/* The levers of the plane are held: their own ranges make no difference, and where
 * they alone vary there is no map. */
static void
test_axes (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (0.3);
  g_autoptr (ObSampler) without = NULL;
  g_autoptr (ObSampler) alone = NULL;
  g_autoptr (ObOddsMap) a = make_map (sampler, 32);
  g_autoptr (ObOddsMap) b = NULL;
  ObUncertainty uncertainty;

  ob_uncertainty_init (&uncertainty);
  uncertainty.distributions[OB_PARAMETER_CAPEX] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 200, NAN, 900 };
  alone = ob_sampler_new (&sampler->inputs, &uncertainty);
  g_assert_false (ob_odds_map_is_possible (alone, &a->plane));

  for (guint k = 0; k < sampler->n_levers; k++)
    uncertainty.distributions[sampler->levers[k]] = sampler->distributions[k];
  ob_distribution_init (&uncertainty.distributions[OB_PARAMETER_CAPEX]);
  without = ob_sampler_new (&sampler->inputs, &uncertainty);
  b = make_map (without, 32);
  g_assert_cmpmem (a->profit, a->n * a->n * sizeof (double), b->profit,
                   b->n * b->n * sizeof (double));
}

static void
test_threads (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (0.3);
  g_autoptr (ObOddsMap) all = make_map (sampler, 50);
  g_autoptr (ObOddsMap) one = NULL;
  const gsize size = (gsize) all->n * all->n * sizeof (double);

  ob_engine_limit_threads (1);
  one = make_map (sampler, 50);
  ob_engine_limit_threads (0);

  g_assert_cmpmem (all->profit, size, one->profit, size);
  g_assert_cmpmem (all->risk, size, one->risk, size);
}

/* A small move of an input moves the chances a little: the draws are the same. */
static void
test_common_draws (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (0.3);
  g_autoptr (ObOddsMap) before = make_map (sampler, 64);
  g_autoptr (ObOddsMap) after = NULL;
  double moved = 0;

  sampler->inputs.value[OB_PARAMETER_TAX] += 0.001;
  after = make_map (sampler, 64);
  for (gsize i = 0; i < (gsize) before->n * before->n; i++)
    moved = MAX (moved, fabs (after->profit[i] - before->profit[i]));
  g_assert_cmpfloat (moved, >, 0);
  g_assert_cmpfloat (moved, <, 0.01);
}

static void
test_cancel (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (0.3);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ObPlane plane;

  init_plane (&plane);
  g_cancellable_cancel (cancellable);
  g_assert_null (
    ob_odds_map_new (sampler, &plane, N_NODES, 1000000, OB_ODDS_MAP_RISK, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odds-map/chances", test_chances);
  g_test_add_func ("/odds-map/brute-force", test_brute_force);
  g_test_add_func ("/odds-map/certain", test_certain);
  g_test_add_func ("/odds-map/levels", test_levels);
  g_test_add_func ("/odds-map/monotone", test_monotone);
  g_test_add_func ("/odds-map/axes", test_axes);
  g_test_add_func ("/odds-map/threads", test_threads);
  g_test_add_func ("/odds-map/common-draws", test_common_draws);
  g_test_add_func ("/odds-map/cancel", test_cancel);

  return g_test_run ();
}
