/* test-reference.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The engine against the model written down plainly: two programs that share no
 * line agree anywhere in the ranges. */

#include "config.h"

#include "ob-test-machine.h"
#include "ob-test-draw.h"
#include "ob-test-reference.h"
#include "ob-sweep.h"

#include <math.h>

#define N_HISTORIES 60
#define BATCH       20
#define N_NEAR      300
#define TOLERANCE   1e-9

static void
assert_near (double value, double expected, double scale, const char *what, guint scenario)
{
  if (!(fabs (value - expected) <= TOLERANCE * scale))
    g_error ("scenario %u: %s is %.17g, but the reference gives %.17g", scenario, what, value,
             expected);
}

static void
test_parameters (void)
{
  ReferenceInputs reference;

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    g_assert_true (reference_inputs_set (&reference, ob_parameter_get_id (p), 0));
  g_assert_false (reference_inputs_set (&reference, "no_such_parameter", 0));
}

static void
check_series (const ObRun *run, ObSeries series, const double *expected, guint scenario)
{
  double scale = 1e-6;

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    scale = MAX (scale, fabs (expected[i]));
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    assert_near (run->series[series][i], expected[i], scale, ob_series_get_id (series), scenario);
}

static void
check_all_series (const ObRun *run, const ReferenceResult *expected, guint scenario)
{
  check_series (run, OB_SERIES_REVENUE, expected->revenue, scenario);
  check_series (run, OB_SERIES_CAPEX, expected->capex, scenario);
  check_series (run, OB_SERIES_FCF, expected->fcf, scenario);
  check_series (run, OB_SERIES_COVERAGE, expected->coverage, scenario);
  check_series (run, OB_SERIES_NET_BOOK, expected->net_book, scenario);
  check_series (run, OB_SERIES_INSTALLED_GW, expected->installed, scenario);
  check_series (run, OB_SERIES_STRANDED_GW, expected->stranded, scenario);
  check_series (run, OB_SERIES_DEPRECIATION, expected->depreciation, scenario);
  check_series (run, OB_SERIES_DEPRECIATION_BOOK, expected->depreciation_book, scenario);
  check_series (run, OB_SERIES_EXTERNAL_SHARE, expected->external_share, scenario);
  check_series (run, OB_SERIES_CRASH_2Y, expected->crash_2y, scenario);
  check_series (run, OB_SERIES_CRASH_CUMULATIVE, expected->crash_cumulative, scenario);
}

static void
check_metrics (const ObRun *run, const ReferenceResult *expected, guint scenario)
{
  const double *metric = run->metric;
  const double scale = MAX (expected->pv_capex, 1);

  assert_near (metric[OB_METRIC_NPV], expected->npv, scale, "npv", scenario);
  assert_near (metric[OB_METRIC_PV_CAPEX], expected->pv_capex, scale, "pv_capex", scenario);
  assert_near (metric[OB_METRIC_OPENING_BOOK], expected->opening_book, scale, "opening_book",
               scenario);
  assert_near (metric[OB_METRIC_RESIDUAL], expected->residual, scale, "residual", scenario);
  assert_near (metric[OB_METRIC_BUBBLE_RISK], expected->bubble_risk, 1, "bubble_risk", scenario);
}

static void
run_both (const ObInputs *inputs, ObRun *run, ReferenceResult *expected)
{
  ReferenceInputs reference;

  ob_run (inputs, run);
  ob_test_reference_set (&reference, inputs);
  reference_run (&reference, REFERENCE_QUARTERS, expected);
}

/* A batch of scenarios with one history, all parameters anywhere. */
static void
check_batch (const ObInputs *inputs, guint first)
{
  g_autofree double *values = g_new (double, OB_N_PARAMETERS *BATCH);
  double npv[BATCH], pv_capex[BATCH], bubble_risk[BATCH];
  const ObSweepResult result = { npv, pv_capex, bubble_risk };
  ObSweepAxis axes[OB_N_PARAMETERS];

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      for (guint i = 0; i < BATCH; i++)
        values[p * BATCH + i] = inputs[i].value[p];
      axes[p] = (ObSweepAxis){ p, values + p * BATCH };
    }
  g_assert_true (ob_sweep (&inputs[0], axes, OB_N_PARAMETERS, BATCH, &result, NULL));

  for (guint i = 0; i < BATCH; i++)
    {
      ReferenceResult expected;
      double scale;
      ObRun run;

      run_both (&inputs[i], &run, &expected);
      check_metrics (&run, &expected, first + i);
      scale = MAX (expected.pv_capex, 1);
      assert_near (npv[i], expected.npv, scale, "npv of a batch", first + i);
      assert_near (pv_capex[i], expected.pv_capex, scale, "pv_capex of a batch", first + i);
      assert_near (bubble_risk[i], expected.bubble_risk, 1, "bubble_risk of a batch", first + i);
    }
}

static void
test_anywhere (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (41);

  for (guint k = 0; k < N_HISTORIES; k++)
    {
      ObInputs inputs[BATCH];

      for (guint i = 0; i < BATCH; i++)
        {
          ob_test_draw_anywhere (rand, &inputs[i]);
          inputs[i].history = inputs[0].history;
        }
      check_batch (inputs, k * BATCH);
    }
}

/* Series, around the base case: far from it a fleet may all but vanish in the
 * end, and then any two ways to subtract running totals differ in what is left. */
static void
test_series (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (43);

  for (guint k = 0; k < N_NEAR; k++)
    {
      ReferenceResult expected;
      ObInputs inputs;
      ObRun run;

      ob_test_draw_near (rand, &inputs);
      run_both (&inputs, &run, &expected);
      check_metrics (&run, &expected, k);
      check_all_series (&run, &expected, k);
    }
}

/* One parameter at either end of its range, the others as in the base case. */
static void
test_ends (void)
{
  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);

      for (guint end = 0; end < 2; end++)
        {
          ReferenceResult expected;
          ObInputs inputs;
          ObRun run;

          ob_inputs_init (&inputs);
          inputs.value[p] = end == 0 ? info->minimum : info->maximum;
          run_both (&inputs, &run, &expected);
          check_metrics (&run, &expected, 2 * p + end);
          check_all_series (&run, &expected, 2 * p + end);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!ob_test_machine_can_run ())
    return 0;

  g_test_add_func ("/reference/parameters", test_parameters);
  g_test_add_func ("/reference/anywhere", test_anywhere);
  g_test_add_func ("/reference/series", test_series);
  g_test_add_func ("/reference/ends", test_ends);

  return g_test_run ();
}
