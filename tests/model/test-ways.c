/* test-ways.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ways to a target by one lever alone. */

#include "config.h"

#include "ob-test-draw.h"
#include "ob-ways.h"

#include <math.h>

static double
run_at (const ObInputs *inputs, const ObWay *way, ObMetric metric)
{
  ObInputs there = *inputs;
  ObRun run;

  there.value[way->parameter] = way->value;
  ob_run (&there, &run);

  return run.metric[metric];
}

static double
get_cost (const ObWay *way, double target)
{
  return way->reaches ? fabs (way->move) : fabs (way->metric - target);
}

/* Each way leads where it says, every lever has one, and they are in order. */
static void
check_ways (const ObInputs *inputs, ObMetric metric, double target, const gboolean *skip)
{
  g_autoptr (GArray) ways = ob_ways_find (inputs, metric, target, skip, NULL);
  guint n[OB_N_PARAMETERS] = { 0 };
  ObRun now;

  ob_run (inputs, &now);
  for (guint i = 0; i < ways->len; i++)
    {
      const ObWay *way = &g_array_index (ways, ObWay, i);
      double reached = run_at (inputs, way, metric);

      n[way->parameter]++;
      g_assert_true (ob_parameter_check_value (way->parameter, way->value, NULL));
      g_assert_cmpfloat (fabs (way->move), <=, 1 + 1e-9);
      g_assert_cmpfloat (
        fabs (reached - way->metric), <=,
        1e-9 * (way->metric != 0 ? fabs (way->metric) : now.metric[OB_METRIC_PV_CAPEX]));
      if (way->reaches)
        g_assert_cmpfloat (way->metric, ==, target);
      if (i > 0)
        {
          const ObWay *before = &g_array_index (ways, ObWay, i - 1);

          g_assert_true (before->reaches >= way->reaches);
          if (before->reaches == way->reaches)
            g_assert_cmpfloat (get_cost (before, target), <=, get_cost (way, target));
        }
    }

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      g_autoptr (ObSolution) solution = NULL;

      if (skip != NULL && skip[p])
        {
          g_assert_cmpuint (n[p], ==, 0);
          continue;
        }

      solution = ob_solve (inputs, p, metric, target, NULL);
      g_assert_cmpuint (n[p], ==, MAX (solution->n_roots, 1));
    }
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);
  gboolean skip[OB_N_PARAMETERS] = { FALSE };
  ObInputs inputs;

  for (guint i = 0; i < 2; i++)
    {
      ob_test_draw_near (rand, &inputs);
      skip[g_rand_int_range (rand, 0, OB_N_PARAMETERS)] = TRUE;
      check_ways (&inputs, OB_METRIC_NPV, 0, skip);
      check_ways (&inputs, OB_METRIC_BUBBLE_RISK, 0.5, NULL);
    }
}

/* What is already so takes no move. */
static void
test_there (void)
{
  g_autoptr (GArray) ways = NULL;
  ObInputs inputs;
  ObRun run;

  ob_inputs_init (&inputs);
  ob_run (&inputs, &run);
  ways = ob_ways_find (&inputs, OB_METRIC_NPV, run.metric[OB_METRIC_NPV], NULL, NULL);
  g_assert_cmpuint (ways->len, >, 0);
  g_assert_cmpfloat (fabs (g_array_index (ways, ObWay, 0).move), <, 1e-6);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ObInputs inputs;

  ob_inputs_init (&inputs);
  g_cancellable_cancel (cancellable);
  g_assert_null (ob_ways_find (&inputs, OB_METRIC_NPV, 0, NULL, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ways/random", test_random);
  g_test_add_func ("/ways/there", test_there);
  g_test_add_func ("/ways/cancelled", test_cancelled);

  return g_test_run ();
}
