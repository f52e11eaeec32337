/* test-sweep.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"
#include "ob-results.h"
#include "ob-test-draw.h"
#include "ob-test-machine.h"

#include <math.h>

/* Scenario by scenario, bit for bit: what a batch gives and what single runs
 * give, for batches that fill the lanes and ones that do not. */
static void
check_batch (GRand *rand, const ObInputs *base, const ObParameter *levers, guint n_levers, gsize n)
{
  g_autofree double *values = g_new (double, n *n_levers);
  g_autofree double *npv = g_new (double, n);
  g_autofree double *pv_capex = g_new (double, n);
  g_autofree double *risk = g_new (double, n);
  g_autofree ObSweepAxis *axes = g_new (ObSweepAxis, n_levers);
  const ObSweepResult result = { npv, pv_capex, risk };

  for (guint k = 0; k < n_levers; k++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (levers[k]);

      for (gsize i = 0; i < n; i++)
        values[k * n + i] = info->unit == OB_UNIT_SWITCH
                              ? g_rand_boolean (rand)
                              : g_rand_double_range (rand, info->minimum, info->maximum);
      axes[k] = (ObSweepAxis){ levers[k], values + k * n };
    }

  g_assert_true (ob_sweep (base, axes, n_levers, n, &result, NULL));
  for (gsize i = 0; i < n; i++)
    {
      ObInputs inputs = *base;
      ObRun run;

      for (guint k = 0; k < n_levers; k++)
        inputs.value[levers[k]] = values[k * n + i];
      ob_run (&inputs, &run);
      g_assert_cmpfloat (npv[i], ==, run.metric[OB_METRIC_NPV]);
      g_assert_cmpfloat (pv_capex[i], ==, run.metric[OB_METRIC_PV_CAPEX]);
      g_assert_cmpfloat (risk[i], ==, run.metric[OB_METRIC_BUBBLE_RISK]);
    }
}

static void
test_equals_runs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (23);
  static const gsize sizes[] = { 1, 2, 15, 16, 17, 100 };

  for (guint k = 0; k < 40; k++)
    {
      ObInputs base;
      ObParameter levers[2];

      ob_test_draw_anywhere (rand, &base);
      levers[0] = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
      do
        levers[1] = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
      while (levers[1] == levers[0]);
      check_batch (rand, &base, levers, 2, sizes[k % G_N_ELEMENTS (sizes)]);
    }
}

/* Where running costs more than list prices, a market just short of supply has its
 * price, whether or not another scenario of the batch is at its running cost. */
static void
test_dear_power (void)
{
  const ObParameter lever = OB_PARAMETER_SPEND_NOW;
  double values[64], npv[64];
  const ObSweepAxis axis = { lever, values };
  const ObSweepResult result = { .npv = npv };
  ObInputs inputs;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_REFERENCE_PRICE] = 1;
  inputs.value[OB_PARAMETER_REFERENCE_DECLINE] = 0.1;
  inputs.value[OB_PARAMETER_SUBSIDY] = 0;
  inputs.value[OB_PARAMETER_PASS_THROUGH] = 0;
  inputs.value[OB_PARAMETER_PRICE_WAR] = 1;
  inputs.value[OB_PARAMETER_ELECTRICITY] = 150;
  inputs.value[OB_PARAMETER_H100E_PER_GW] = 0.2;
  inputs.value[OB_PARAMETER_EFFICIENCY_GROWTH] = 0.1;
  inputs.value[OB_PARAMETER_POWER_ADD] = 0;
  inputs.value[OB_PARAMETER_SPEND_GROWTH] = 0.2;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = 10 + 1.5 * i;
  g_assert_true (ob_sweep (&inputs, &axis, 1, G_N_ELEMENTS (values), &result, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      ObRun run;

      inputs.value[lever] = values[i];
      ob_run (&inputs, &run);
      g_assert_cmpfloat (npv[i], ==, run.metric[OB_METRIC_NPV]);
    }
}

static void
test_all_vary (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);
  ObParameter levers[OB_N_PARAMETERS];
  ObInputs base;

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    levers[p] = p;
  ob_inputs_init (&base);
  check_batch (rand, &base, levers, OB_N_PARAMETERS, 500);
}

static void
test_nothing_varies (void)
{
  double npv = 0;
  const ObSweepResult result = { .npv = &npv };
  ObInputs inputs;
  ObRun run;

  ob_inputs_init (&inputs);
  ob_run (&inputs, &run);
  g_assert_true (ob_sweep (&inputs, NULL, 0, 1, &result, NULL));
  g_assert_cmpfloat (npv, ==, run.metric[OB_METRIC_NPV]);
  g_assert_true (ob_sweep (&inputs, NULL, 0, 0, &result, NULL));
}

static gpointer
sweep_cb (gpointer data)
{
  const double *expected = data;
  double capex[64], npv[64];
  const ObSweepAxis axis = { OB_PARAMETER_CAPEX, capex };
  const ObSweepResult result = { .npv = npv };
  ObInputs inputs;

  ob_inputs_init (&inputs);
  for (guint i = 0; i < 64; i++)
    capex[i] = 20.0 * i;
  for (guint k = 0; k < 20; k++)
    {
      g_assert_true (ob_sweep (&inputs, &axis, 1, 64, &result, NULL));
      for (guint i = 0; i < 64; i++)
        g_assert_cmpfloat (npv[i], ==, expected[i]);
    }

  return NULL;
}

/* Several threads may sweep at once. */
static void
test_threads (void)
{
  GThread *threads[4];
  double expected[64];

  for (guint i = 0; i < 64; i++)
    {
      ObInputs inputs;
      ObRun run;

      ob_inputs_init (&inputs);
      inputs.value[OB_PARAMETER_CAPEX] = 20.0 * i;
      ob_run (&inputs, &run);
      expected[i] = run.metric[OB_METRIC_NPV];
    }
  for (guint k = 0; k < G_N_ELEMENTS (threads); k++)
    threads[k] = g_thread_new ("sweep", sweep_cb, expected);
  for (guint k = 0; k < G_N_ELEMENTS (threads); k++)
    g_thread_join (threads[k]);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree double *capex = g_new0 (double, 100000);
  g_autofree double *npv = g_new (double, 100000);
  const ObSweepAxis axis = { OB_PARAMETER_CAPEX, capex };
  const ObSweepResult result = { .npv = npv };
  ObInputs inputs;

  ob_inputs_init (&inputs);
  g_cancellable_cancel (cancellable);
  g_assert_false (ob_sweep (&inputs, &axis, 1, 100000, &result, cancellable));
}

static void
test_results (void)
{
  ObInputs inputs;
  ObPlane plane;
  ObResults *results;
  ObResults *again;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  results = ob_results_new (&inputs, &plane, 17, 42, NULL);
  g_assert_cmpuint (results->serial, ==, 42);
  g_assert_nonnull (results->map);
  g_assert_nonnull (results->frontier);
  again = ob_results_ref (results);
  ob_results_unref (results);
  g_assert_true (ob_inputs_equal (&again->inputs, &inputs));
  ob_results_unref (again);

  results = ob_results_new (&inputs, NULL, 0, 1, NULL);
  g_assert_null (results->map);
  g_assert_null (results->frontier);
  ob_results_unref (results);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  if (!ob_test_machine_can_run ())
    return 0;

  g_test_message ("instruction set: %s", ob_engine_get_instruction_set ());
  g_test_add_func ("/sweep/equals-runs", test_equals_runs);
  g_test_add_func ("/sweep/dear-power", test_dear_power);
  g_test_add_func ("/sweep/all-vary", test_all_vary);
  g_test_add_func ("/sweep/nothing-varies", test_nothing_varies);
  g_test_add_func ("/sweep/threads", test_threads);
  g_test_add_func ("/sweep/cancelled", test_cancelled);
  g_test_add_func ("/sweep/results", test_results);

  return g_test_run ();
}
