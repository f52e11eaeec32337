/* test-flow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-flow.h"
#include "ob-test-draw.h"

#include <math.h>

#define N_DRAWS 300
#define H       0.25

static void
assert_near (double a, double b, double scale)
{
  if (!(fabs (a - b) <= 1e-9 * fmax (scale, 1)))
    g_error ("%.17g is not %.17g", a, b);
}

static double
get_amount (const ObFlow *flow, ObFlowNode from, ObFlowNode to)
{
  double sum = 0;

  for (guint k = 0; k < OB_N_FLOWS; k++)
    {
      if (flow->link[k].from == from && flow->link[k].to == to)
        sum += flow->link[k].amount;
    }

  return sum;
}

/* Over the quarters of a year, as an amount. */
static double
sum_series (const ObRun *run, ObSeries series, guint year)
{
  double sum = 0;

  for (guint i = 0; i < 4; i++)
    sum += run->series[series][4 * year + i] * H;

  return sum;
}

static void
check_flow (const ObFlow *flow)
{
  double largest = 0;

  for (guint k = 0; k < OB_N_FLOWS; k++)
    {
      const ObFlowLink *link = &flow->link[k];

      g_assert_true (isfinite (link->amount));
      g_assert_cmpfloat (link->amount, >=, 0);
      g_assert_cmpint (link->from, !=, link->to);
      g_assert_nonnull (ob_flow_get_label (flow, k));
      g_assert_true ((k >= OB_FLOW_FIRST_OUTSIDE)
                     == (link->from == OB_FLOW_NODE_ECONOMY || link->to == OB_FLOW_NODE_ECONOMY));
      largest = fmax (largest, link->amount);
    }

  for (guint node = 0; node < OB_N_FLOW_NODES; node++)
    assert_near (ob_flow_get_inflow (flow, node, TRUE), ob_flow_get_outflow (flow, node, TRUE),
                 ob_flow_get_inflow (flow, node, TRUE));
  /* Labs and clouds close without the rest of the economy. */
  assert_near (ob_flow_get_inflow (flow, OB_FLOW_NODE_LABS, FALSE),
               ob_flow_get_outflow (flow, OB_FLOW_NODE_LABS, FALSE),
               ob_flow_get_inflow (flow, OB_FLOW_NODE_LABS, FALSE));
  assert_near (ob_flow_get_inflow (flow, OB_FLOW_NODE_CLOUDS, FALSE),
               ob_flow_get_outflow (flow, OB_FLOW_NODE_CLOUDS, FALSE),
               ob_flow_get_inflow (flow, OB_FLOW_NODE_CLOUDS, FALSE));
  assert_near (ob_flow_get_inflow (flow, OB_FLOW_NODE_ECONOMY, TRUE),
               ob_flow_get_outflow (flow, OB_FLOW_NODE_ECONOMY, TRUE), largest);
}

static void
test_conservation (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint k = 0; k < N_DRAWS; k++)
    {
      ObInputs inputs;
      ObRun run;
      ObFlow flow;

      if (k % 2 == 0)
        ob_test_draw_anywhere (rand, &inputs);
      else
        ob_test_draw_near (rand, &inputs);
      ob_run (&inputs, &run);
      for (guint year = 0; year < OB_N_YEARS; year++)
        {
          ob_flow_init (&flow, &inputs, &run, year);
          g_assert_cmpint (flow.year, ==, run.start_year + (int) year);
          check_flow (&flow);
        }
    }
}

/* What the flow says of the sector as a whole is what the run says. */
static void
check_totals (const ObInputs *inputs, const ObRun *run, guint year)
{
  const double *value = inputs->value;
  double need = 0;
  double equity = 0;
  double loans = 0;
  double core;
  double scale;
  ObFlow flow;

  ob_flow_init (&flow, inputs, run, year);
  for (guint i = 4 * year; i < 4 * year + 4; i++)
    {
      const double debt = i > 0 ? run->series[OB_SERIES_DEBT][i - 1] : value[OB_PARAMETER_DEBT_NOW];
      const double external = run->series[OB_SERIES_EXTERNAL][i];

      need += H
              * (-run->series[OB_SERIES_FCF][i] + debt * value[OB_PARAMETER_DEBT_RATE]
                 + debt / value[OB_PARAMETER_DEBT_TERM]);
      equity += H * fmin (external, value[OB_PARAMETER_EQUITY]);
      loans += H * fmax (external - value[OB_PARAMETER_EQUITY], 0);
    }

  scale = ob_flow_get_inflow (&flow, OB_FLOW_NODE_CLOUDS, FALSE);
  assert_near (flow.link[OB_FLOW_LOANS].amount, loans, scale);
  /* The suppliers' stakes are a part of the equity, as far as there is any. */
  assert_near (ob_flow_get_outflow (&flow, OB_FLOW_NODE_INVESTORS, FALSE),
               fmax (equity - flow.link[OB_FLOW_CHIP_STAKES].amount, 0), scale);
  core = ob_flow_get_outflow (&flow, OB_FLOW_NODE_CORE, FALSE)
         - ob_flow_get_inflow (&flow, OB_FLOW_NODE_CORE, FALSE) - flow.link[OB_FLOW_OWN_USE].amount;
  assert_near (core, need - loans - fmax (equity, flow.link[OB_FLOW_CHIP_STAKES].amount), scale);
}

static void
test_totals (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (32);

  for (guint k = 0; k < N_DRAWS; k++)
    {
      ObInputs inputs;
      ObRun run;

      ob_test_draw_anywhere (rand, &inputs);
      ob_run (&inputs, &run);
      for (guint year = 0; year < OB_N_YEARS; year++)
        check_totals (&inputs, &run, year);
    }
}

/* The base case's third year, link by link. */
static void
test_base_case (void)
{
  const guint year = 2;
  ObInputs inputs;
  ObRun run;
  ObFlow flow;
  double revenue;
  double market = 0;
  double compute;
  double staff;
  double hardware;
  double circular;
  double core = 0;
  double own;

  ob_inputs_init (&inputs);
  ob_run (&inputs, &run);
  ob_flow_init (&flow, &inputs, &run, year);
  revenue = sum_series (&run, OB_SERIES_REVENUE, year);
  for (guint i = 4 * year; i < 4 * year + 4; i++)
    {
      market += H * run.series[OB_SERIES_MARKET_PRICE][i] * run.series[OB_SERIES_SOLD][i];
      core += H * 300 * pow (1.06, (i + 0.5) * H);
    }
  compute = market / 1.25;
  staff = sum_series (&run, OB_SERIES_SGA, year);
  hardware = sum_series (&run, OB_SERIES_CAPEX_REPLACEMENT, year)
             + 0.6 * sum_series (&run, OB_SERIES_CAPEX_GROWTH_PART, year);
  circular = 0.1 * revenue;

#define LINK(FROM, TO) get_amount (&flow, OB_FLOW_NODE_##FROM, OB_FLOW_NODE_##TO)
  g_assert_cmpint (flow.year, ==, 2029);
  assert_near (LINK (CUSTOMERS, LABS), revenue, revenue);
  assert_near (LINK (LABS, CLOUDS), compute, compute);
  assert_near (LINK (LABS, STAFF), staff, staff);
  assert_near (LINK (CLOUDS, CHIPS), hardware, hardware);
  assert_near (LINK (CLOUDS, CHIPS) + LINK (CLOUDS, BUILDERS),
               sum_series (&run, OB_SERIES_CAPEX, year), 1e3);
  assert_near (LINK (CLOUDS, UTILITIES), sum_series (&run, OB_SERIES_ENERGY, year), 1e3);
  assert_near (LINK (CLOUDS, UPKEEP), sum_series (&run, OB_SERIES_OPEX, year), 1e3);
  assert_near (LINK (CLOUDS, TAX), sum_series (&run, OB_SERIES_TAX, year), 1e3);
  assert_near (LINK (CLOUDS, LABS) + LINK (CHIPS, LABS), circular, circular);
  assert_near (LINK (CHIPS, LABS) * compute, LINK (CLOUDS, LABS) * hardware, 1e6);

  /* Outsiders pay in all of 2029, so equity is used up and core cash as well. */
  own = 0.35 * revenue;
  assert_near (LINK (INVESTORS, LABS) + LINK (INVESTORS, CLOUDS), 100 - LINK (CHIPS, LABS), 1e3);
  assert_near (LINK (LENDERS, CLOUDS), sum_series (&run, OB_SERIES_EXTERNAL, year) - 100, 1e3);
  assert_near (LINK (CORE, LABS) + LINK (CORE, CLOUDS), own + core, 1e3);
  assert_near (LINK (CORE, LABS) + LINK (INVESTORS, LABS), compute + staff - revenue - circular,
               1e3);
#undef LINK

  assert_near (flow.market, market, market);
  assert_near (flow.subsidy, market - revenue, market);
  assert_near (flow.circular, circular, circular);
  assert_near (flow.circular_share, 0.1, 1);
}

/* The money that is circular is what demand loses when it goes: the share that
 * the flow shows and the demand of the run come from the same break. */
static void
test_circular_share (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (33);

  for (guint k = 0; k < 50; k++)
    {
      ObInputs inputs;
      ObRun with;
      ObRun without;
      double before = -1;

      ob_test_draw_near (rand, &inputs);
      inputs.value[OB_PARAMETER_POP_YEAR] = g_rand_double_range (rand, 1, 4);
      inputs.value[OB_PARAMETER_SCALING] = 0;
      inputs.value[OB_PARAMETER_CIRCULAR] = g_rand_double_range (rand, 0.05, 0.6);
      ob_run (&inputs, &with);
      for (guint year = 0; year < OB_N_YEARS; year++)
        {
          const double circular = inputs.value[OB_PARAMETER_CIRCULAR];
          ObFlow flow;
          double lent = 0;

          ob_flow_init (&flow, &inputs, &with, year);
          /* Without it, the same demand: its factor then is that of the rest. */
          inputs.value[OB_PARAMETER_CIRCULAR] = 0;
          ob_run (&inputs, &without);
          inputs.value[OB_PARAMETER_CIRCULAR] = circular;
          for (guint i = 4 * year; i < 4 * year + 4; i++)
            {
              const double rest = (1 - circular) * without.series[OB_SERIES_SPEND][i]
                                  / with.series[OB_SERIES_SPEND][i];

              lent += H * (1 - rest) * with.series[OB_SERIES_REVENUE][i];
            }
          assert_near (flow.circular, lent, with.series[OB_SERIES_REVENUE][4 * year]);
          g_assert_cmpfloat (flow.circular_share, <=, circular + 1e-12);
          if (before >= 0 && year > 5)
            g_assert_cmpfloat (flow.circular_share, >=, before - 1e-12);
          before = flow.circular_share;
        }
    }
}

/* Where nothing is owed by or to anybody, there is nothing to show. */
static void
test_nothing (void)
{
  ObInputs inputs;
  ObRun run = { .start_year = 2027 };
  ObFlow flow;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_DEBT_NOW] = 0;
  ob_flow_init (&flow, &inputs, &run, 0);
  for (guint k = 0; k < OB_N_FLOWS; k++)
    g_assert_cmpfloat (flow.link[k].amount, ==, 0);
  g_assert_cmpfloat (flow.circular_share, ==, 0);
}

/* Labs that earn more than they pay give it to those who own them. */
static void
test_turned (void)
{
  ObInputs inputs;
  ObRun run = { .start_year = 2027 };
  ObFlow flow;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_DEBT_NOW] = 0;
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      run.series[OB_SERIES_SOLD][i] = 100;
      run.series[OB_SERIES_MARKET_PRICE][i] = 1;
      run.series[OB_SERIES_REVENUE][i] = 100;
      run.series[OB_SERIES_ENERGY][i] = 30;
    }
  ob_flow_init (&flow, &inputs, &run, 7);
  check_flow (&flow);

  /* 100 and 10 of the suppliers come in, 80 of compute go out. */
  g_assert_cmpint (flow.link[OB_FLOW_LAB_SUPPORT].from, ==, OB_FLOW_NODE_LABS);
  g_assert_cmpint (flow.link[OB_FLOW_LAB_SUPPORT].to, ==, OB_FLOW_NODE_CORE);
  assert_near (flow.link[OB_FLOW_LAB_SUPPORT].amount, 30, 1);
  /* 80 and 35 of own use come in, 30 of energy and 10 of stakes go out. */
  g_assert_cmpint (flow.link[OB_FLOW_CORE_CASH].from, ==, OB_FLOW_NODE_CLOUDS);
  assert_near (flow.link[OB_FLOW_CORE_CASH].amount, 75, 1);
  g_assert_cmpstr (ob_flow_get_label (&flow, OB_FLOW_CORE_CASH), ==, "Surplus of the clouds");
  g_assert_cmpstr (ob_flow_get_label (&flow, OB_FLOW_ENERGY), ==, "Energy");
}

static void
test_ids (void)
{
  for (guint k = 0; k < OB_N_FLOWS; k++)
    for (guint other = 0; other < k; other++)
      g_assert_cmpstr (ob_flow_kind_get_id (k), !=, ob_flow_kind_get_id (other));
  for (guint node = 0; node < OB_N_FLOW_NODES; node++)
    {
      g_assert_cmpstr (ob_flow_node_get_label (node), !=, "");
      for (guint other = 0; other < node; other++)
        g_assert_cmpstr (ob_flow_node_get_id (node), !=, ob_flow_node_get_id (other));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flow/conservation", test_conservation);
  g_test_add_func ("/flow/totals", test_totals);
  g_test_add_func ("/flow/base-case", test_base_case);
  g_test_add_func ("/flow/circular-share", test_circular_share);
  g_test_add_func ("/flow/nothing", test_nothing);
  g_test_add_func ("/flow/turned", test_turned);
  g_test_add_func ("/flow/ids", test_ids);

  return g_test_run ();
}
