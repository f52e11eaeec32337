/* test-solve.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-irr.h"
#include "ob-root.h"
#include "ob-solve.h"
#include "ob-test-draw.h"

#include <math.h>

static double
cubic (double x, gpointer user_data)
{
  return (x - 1) * (x - 1) * (x - 1);
}

static double
steep (double x, gpointer user_data)
{
  return tanh (1000 * (x - 0.3));
}

static double
no_root (double x, gpointer user_data)
{
  return x * x + 1;
}

static void
test_root (void)
{
  double root = 7;

  g_assert_true (ob_root_find (cubic, NULL, -3, 4, 0, &root));
  g_assert_cmpfloat_with_epsilon (root, 1, 1e-4);
  g_assert_true (ob_root_find (steep, NULL, -1, 1, 0, &root));
  g_assert_cmpfloat_with_epsilon (root, 0.3, 1e-14);
  g_assert_true (ob_root_find (steep, NULL, 1, -1, 0, &root));
  g_assert_cmpfloat_with_epsilon (root, 0.3, 1e-14);
  g_assert_false (ob_root_find (no_root, NULL, -1, 1, 0, &root));
}

/* Every answer, put back, gives the target; and no change of sign is missed. */
static void
check_solution (const ObInputs *inputs, ObParameter parameter, ObMetric metric, double target)
{
  g_autoptr (ObSolution) solution = ob_solve (inputs, parameter, metric, target, NULL);
  ObInputs there = *inputs;
  ObRun run;

  for (guint i = 0; i < solution->n_roots; i++)
    {
      if (i > 0)
        g_assert_cmpfloat (solution->roots[i], >, solution->roots[i - 1]);
      g_assert_true (ob_parameter_check_value (parameter, solution->roots[i], NULL));
      there.value[parameter] = solution->roots[i];
      ob_run (&there, &run);
      /* A sum that is nothing is measured by the money at stake. */
      g_assert_cmpfloat (fabs (run.metric[metric] - target), <=,
                         1e-9 * (target != 0 ? fabs (target) : run.metric[OB_METRIC_PV_CAPEX]));
    }

  there.value[parameter] = solution->best_value;
  ob_run (&there, &run);
  g_assert_cmpfloat_with_epsilon (run.metric[metric], solution->best_metric,
                                  1e-9 * fmax (1, fabs (solution->best_metric)));
}

static void
test_random (void)
{
  static const ObMetric metrics[] = { OB_METRIC_NPV, OB_METRIC_BUBBLE_RISK, OB_METRIC_REVENUE_5Y,
                                      OB_METRIC_PEAK_DEBT };
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint k = 0; k < 60; k++)
    {
      const ObParameter parameter = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
      const ObMetric metric = metrics[k % G_N_ELEMENTS (metrics)];
      ObInputs inputs, other;
      ObRun run;

      ob_test_draw_near (rand, &inputs);
      other = inputs;
      other.value[parameter] = ob_parameter_get_info (parameter)->value;
      ob_run (&other, &run);
      /* A target that is known to be reached has to be found. */
      {
        g_autoptr (ObSolution) solution =
          ob_solve (&inputs, parameter, metric, run.metric[metric], NULL);

        g_assert_cmpuint (solution->n_roots, >=, 1);
      }
      check_solution (&inputs, parameter, metric, run.metric[metric]);
      check_solution (&inputs, parameter, OB_METRIC_NPV, 0);
    }
}

static void
test_unreachable (void)
{
  g_autoptr (ObSolution) solution = NULL;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  solution = ob_solve (&inputs, OB_PARAMETER_BOOK_LIFE, OB_METRIC_NPV, 0, NULL);
  g_assert_cmpuint (solution->n_roots, ==, 0);
  check_solution (&inputs, OB_PARAMETER_BOOK_LIFE, OB_METRIC_NPV, 0);
}

/* A metric that rests on its target for the whole range has one answer. */
static void
test_flat (void)
{
  g_autoptr (ObSolution) solution = NULL;
  ObInputs inputs;
  ObRun run;

  ob_inputs_init (&inputs);
  ob_run (&inputs, &run);
  solution =
    ob_solve (&inputs, OB_PARAMETER_BOOK_LIFE, OB_METRIC_NPV, run.metric[OB_METRIC_NPV], NULL);
  g_assert_cmpuint (solution->n_roots, ==, 1);
}

static void
test_supported (void)
{
  g_assert_true (ob_solve_supports (OB_METRIC_NPV));
  g_assert_true (ob_solve_supports (OB_METRIC_BUBBLE_RISK));
  g_assert_false (ob_solve_supports (OB_METRIC_IRR));
  g_assert_false (ob_solve_supports (OB_METRIC_PAYBACK));
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ObInputs inputs;

  ob_inputs_init (&inputs);
  g_cancellable_cancel (cancellable);
  g_assert_null (ob_solve (&inputs, OB_PARAMETER_CAPEX, OB_METRIC_NPV, 0, cancellable));
  g_assert_null (ob_solve (&inputs, OB_PARAMETER_CAPEX, OB_METRIC_PEAK_DEBT, 0, cancellable));
}

/* Flows made by hand: what is known about them in closed form. */
static ObIrrState
find_irr (double opening, double quarterly, guint n_positive, double last, double *irr)
{
  ObInputs inputs;
  ObRun run = { 0 };

  ob_inputs_init (&inputs);
  run.metric[OB_METRIC_OPENING_BOOK] = opening;
  run.metric[OB_METRIC_RESIDUAL] = last;
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    run.series[OB_SERIES_FCF][i] = i < n_positive ? quarterly : 0;

  return ob_irr_find (&inputs, &run, OB_N_QUARTERS, irr);
}

static void
test_irr (void)
{
  double irr = 0;

  /* 100 now for 100 x 1.1^20 in twenty years. */
  g_assert_cmpint (find_irr (100, 0, 0, 100 * pow (1.1, 20), &irr), ==, OB_IRR_FOUND);
  g_assert_cmpfloat_with_epsilon (irr, 0.1, 1e-12);
  /* All lost but a thousandth: negative. */
  g_assert_cmpint (find_irr (100, 0, 0, 0.1, &irr), ==, OB_IRR_FOUND);
  g_assert_cmpfloat_with_epsilon (irr, pow (0.001, 1 / 20.0) - 1, 1e-12);
  /* Nothing comes back, or nothing is spent. */
  g_assert_cmpint (find_irr (100, 0, 0, 0, &irr), ==, OB_IRR_NONE);
  g_assert_true (isnan (irr));
  g_assert_cmpint (find_irr (0, 10, 8, 0, &irr), ==, OB_IRR_NONE);
  /* Too good to be in range: a fortune in the first quarter. */
  g_assert_cmpint (find_irr (1, 1e6, 1, 0, &irr), ==, OB_IRR_NONE);
  /* Out, in and out again. */
  g_assert_cmpint (find_irr (100, 100, 8, -300, &irr), ==, OB_IRR_SEVERAL);
  g_assert_true (isnan (irr));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/solve/root", test_root);
  g_test_add_func ("/solve/random", test_random);
  g_test_add_func ("/solve/unreachable", test_unreachable);
  g_test_add_func ("/solve/flat", test_flat);
  g_test_add_func ("/solve/supported", test_supported);
  g_test_add_func ("/solve/cancelled", test_cancelled);
  g_test_add_func ("/solve/irr", test_irr);

  return g_test_run ();
}
