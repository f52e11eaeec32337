/* test-identities.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"
#include "ob-kernel-state.h"
#include "ob-test-draw.h"

#include <math.h>

#define N_DRAWS 1000

static void
assert_near (double a, double b, double scale)
{
  if (!(fabs (a - b) <= 1e-9 * fmax (scale, 1)))
    g_error ("%.17g is not %.17g", a, b);
}

static void
for_each_draw (void (*check) (const ObInputs *, const ObRun *))
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270101);

  for (guint k = 0; k < N_DRAWS; k++)
    {
      ObInputs inputs;
      ObRun run;

      ob_test_draw_anywhere (rand, &inputs);
      g_assert_true (ob_inputs_check (&inputs, NULL));
      ob_run (&inputs, &run);
      check (&inputs, &run);
    }
}

static void
check_ranges (const ObInputs *inputs, const ObRun *run)
{
  static const ObSeries shares[] = {
    OB_SERIES_USED,         OB_SERIES_EXTERNAL_SHARE,   OB_SERIES_IDLE,     OB_SERIES_P_VALUATION,
    OB_SERIES_P_CREDIT,     OB_SERIES_P_FUNDAMENTAL,    OB_SERIES_CRASH_2Y, OB_SERIES_CRASH_SEEN,
    OB_SERIES_SUBSIDY_RATE, OB_SERIES_CRASH_CUMULATIVE,
  };
  static const ObSeries amounts[] = {
    OB_SERIES_CAPEX,
    OB_SERIES_CAPEX_GROWTH_PART,
    OB_SERIES_CAPEX_REPLACEMENT,
    OB_SERIES_SUPPLY,
    OB_SERIES_SOLD,
    OB_SERIES_REVENUE,
    OB_SERIES_USER_PRICE,
    OB_SERIES_ENERGISED_GW,
    OB_SERIES_DEBT,
    OB_SERIES_EXTERNAL,
    OB_SERIES_COVERAGE,
    OB_SERIES_TAX,
    OB_SERIES_ENERGY,
    OB_SERIES_OPEX,
    OB_SERIES_CAPITAL_CHARGE,
  };

  for (guint k = 0; k < OB_N_SERIES; k++)
    {
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        g_assert_true (isfinite (run->series[k][i]));
    }
  for (guint k = 0; k < G_N_ELEMENTS (shares); k++)
    {
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        {
          g_assert_cmpfloat (run->series[shares[k]][i], >=, 0);
          g_assert_cmpfloat (run->series[shares[k]][i], <=, 1 + 1e-12);
        }
    }
  for (guint k = 0; k < G_N_ELEMENTS (amounts); k++)
    {
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        g_assert_cmpfloat (run->series[amounts[k]][i], >=, -1e-9);
    }
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      g_assert_cmpfloat (run->series[OB_SERIES_DRAWDOWN][i], <=, 0);
      g_assert_cmpfloat (run->series[OB_SERIES_DRAWDOWN][i], >=, -1);
      if (i > 0)
        g_assert_cmpfloat (run->series[OB_SERIES_CRASH_CUMULATIVE][i], >=,
                           run->series[OB_SERIES_CRASH_CUMULATIVE][i - 1]);
    }
}

static void
check_sums (const ObInputs *inputs, const ObRun *run)
{
  static const ObSeries parts[] = { OB_SERIES_PART_VALUATION,   OB_SERIES_PART_CREDIT,
                                    OB_SERIES_PART_FUNDAMENTAL, OB_SERIES_PART_CIRCULAR,
                                    OB_SERIES_PART_IDLE,        OB_SERIES_PART_EARNINGS,
                                    OB_SERIES_PART_BACKSTOP };
  const double term = inputs->value[OB_PARAMETER_DEBT_TERM];
  double debt = inputs->value[OB_PARAMETER_DEBT_NOW];
  double cash = -inputs->value[OB_PARAMETER_SUNK] * run->metric[OB_METRIC_OPENING_BOOK];

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      const double crash = run->series[OB_SERIES_CRASH_2Y][i];
      const double borrowed =
        fmax (run->series[OB_SERIES_EXTERNAL][i] - inputs->value[OB_PARAMETER_EQUITY], 0);
      double log_odds = 0;

      for (guint k = 0; k < G_N_ELEMENTS (parts); k++)
        log_odds += run->series[parts[k]][i];
      assert_near (log_odds, log (crash / (1 - crash)), fabs (log_odds));

      debt = fmax (debt + 0.25 * (borrowed - debt / term), 0);
      assert_near (run->series[OB_SERIES_DEBT][i], debt, debt);
      debt = run->series[OB_SERIES_DEBT][i];

      cash += 0.25 * run->series[OB_SERIES_FCF][i];
      assert_near (run->series[OB_SERIES_CUMULATIVE_CASH][i], cash, 1e5);

      assert_near (run->series[OB_SERIES_CAPEX][i],
                   run->series[OB_SERIES_CAPEX_GROWTH_PART][i]
                     + run->series[OB_SERIES_CAPEX_REPLACEMENT][i],
                   run->series[OB_SERIES_CAPEX][i]);
      assert_near (run->series[OB_SERIES_REVENUE][i],
                   run->series[OB_SERIES_USER_PRICE][i] * run->series[OB_SERIES_SOLD][i],
                   run->series[OB_SERIES_REVENUE][i]);
    }
}

static void
check_npv (const ObInputs *inputs, const ObRun *run)
{
  const double wacc = inputs->value[OB_PARAMETER_WACC];
  const double horizon = inputs->value[OB_PARAMETER_HORIZON];
  const double sunk = inputs->value[OB_PARAMETER_SUNK] * run->metric[OB_METRIC_OPENING_BOOK];
  const guint n = (guint) floor (horizon / 0.25 + 0.5);
  double npv = -sunk;
  double spent = sunk;

  for (guint i = 0; i < n; i++)
    {
      const double discount = pow (1 + wacc, -(i + 0.5) * 0.25);

      npv += run->series[OB_SERIES_FCF][i] * 0.25 * discount;
      spent += run->series[OB_SERIES_CAPEX][i] * 0.25 * discount;
    }
  assert_near (ob_run_get_npv_without_residual (run, inputs), npv, spent);
  assert_near (run->metric[OB_METRIC_NPV],
               npv + run->metric[OB_METRIC_RESIDUAL] * pow (1 + wacc, -horizon), spent);
  assert_near (run->metric[OB_METRIC_PV_CAPEX], spent, spent);
  assert_near (ob_run_get_npv_from_here (run, inputs), run->metric[OB_METRIC_NPV] + sunk, spent);
  assert_near (run->metric[OB_METRIC_BUBBLE_RISK], run->series[OB_SERIES_CRASH_CUMULATIVE][19], 1);

  if (run->irr_state == OB_IRR_FOUND)
    {
      const double rate = run->metric[OB_METRIC_IRR];
      double sum = -sunk + run->metric[OB_METRIC_RESIDUAL] * pow (1 + rate, -horizon);
      double size = sunk;

      for (guint i = 0; i < n; i++)
        {
          const double flow =
            run->series[OB_SERIES_FCF][i] * 0.25 * pow (1 + rate, -(i + 0.5) * 0.25);

          sum += flow;
          size += fabs (flow);
        }
      assert_near (sum, 0, size);
    }
  else
    {
      g_assert_true (isnan (run->metric[OB_METRIC_IRR]));
    }
}

static void
test_ranges (void)
{
  for_each_draw (check_ranges);
}

static void
test_sums (void)
{
  for_each_draw (check_sums);
}

static void
test_npv (void)
{
  for_each_draw (check_npv);
}

static void
test_same_bytes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint k = 0; k < 100; k++)
    {
      ObInputs inputs;
      ObRun first = { 0 }, other = { 0 }, second = { 0 };

      ob_test_draw_anywhere (rand, &inputs);
      ob_run (&inputs, &first);
      /* What was run before must leave nothing behind. */
      {
        ObInputs between;

        ob_test_draw_anywhere (rand, &between);
        ob_run (&between, &other);
      }
      ob_run (&inputs, &second);
      g_assert_cmpmem (first.series, sizeof first.series, second.series, sizeof second.series);
      g_assert_cmpmem (first.metric, sizeof first.metric, second.metric, sizeof second.metric);
    }
}

/* Money and power times k: every ratio stays, money grows by k. */
static void
test_scaling (void)
{
  static const ObParameter scaled[] = { OB_PARAMETER_CAPEX,     OB_PARAMETER_CORE_CASH,
                                        OB_PARAMETER_EQUITY,    OB_PARAMETER_FUNDING_CAP,
                                        OB_PARAMETER_DEBT_NOW,  OB_PARAMETER_SPEND_NOW,
                                        OB_PARAMETER_POWER_NOW, OB_PARAMETER_POWER_ADD };
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);

  for (guint k = 0; k < N_DRAWS; k++)
    {
      const double factor = g_rand_double_range (rand, 0.5, 2);
      ObInputs inputs, other;
      ObRun run, larger;

      ob_test_draw_near (rand, &inputs);
      other = inputs;
      for (guint i = 0; i < G_N_ELEMENTS (scaled); i++)
        other.value[scaled[i]] *= factor;
      for (guint i = 0; i < other.history.n_years; i++)
        other.history.capex[i] *= factor;

      ob_run (&inputs, &run);
      ob_run (&other, &larger);
      assert_near (larger.metric[OB_METRIC_NPV], factor * run.metric[OB_METRIC_NPV],
                   larger.metric[OB_METRIC_PV_CAPEX]);
      assert_near (larger.metric[OB_METRIC_BUBBLE_RISK], run.metric[OB_METRIC_BUBBLE_RISK], 1);
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        {
          assert_near (larger.series[OB_SERIES_COVERAGE][i], run.series[OB_SERIES_COVERAGE][i], 1);
          assert_near (larger.series[OB_SERIES_USED][i], run.series[OB_SERIES_USED][i], 1);
          assert_near (larger.series[OB_SERIES_REVENUE][i],
                       factor * run.series[OB_SERIES_REVENUE][i],
                       larger.series[OB_SERIES_REVENUE][i]);
        }
    }
}

/* The totals of the fleet, read from the scratch of the kernel itself: what was
 * paid is in progress or in service, and what is in service was either growth
 * or replacement. */
static void
test_fleet (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (13);
  const ObKernel *kernel = ob_engine_get_narrow_kernel ();
  double npv[OB_LANES], pv_capex[OB_LANES], risk[OB_LANES];
  const ObKernelOutput output = { .npv = npv, .pv_capex = pv_capex, .bubble_risk = risk };
  State *s = ob_engine_take_scratch (kernel);

  g_assert_cmpuint (kernel->lanes, ==, OB_LANES);
  g_assert_cmpuint (kernel->scratch_size, ==, sizeof *s);

  for (guint k = 0; k < N_DRAWS; k++)
    {
      ObInputs inputs;
      const double *trace;
      double replaced = 0;
      Lanes served;
      int end;

      ob_test_draw_anywhere (rand, &inputs);
      kernel->set_base (s, &inputs);
      trace = kernel->run_traced (s, &output, OB_KERNEL_ALL);

      end = s->nh + OB_N_QUARTERS;
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        replaced += 0.25 * trace[(OB_SERIES_CAPEX_REPLACEMENT * OB_N_QUARTERS + i) * OB_LANES];
      read_lagged (AT (paid, end), &s->build, served);

      assert_near (AT (paid, end)[0],
                   served[0] + trace[(OB_SERIES_WIP * OB_N_QUARTERS + 79) * OB_LANES],
                   AT (paid, end)[0]);
      assert_near (AT (it_dollars, end)[0] + AT (shell_dollars, end)[0], served[0] + replaced,
                   AT (paid, end)[0] + replaced);
    }

  ob_engine_give_scratch (kernel, s);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/identities/ranges", test_ranges);
  g_test_add_func ("/identities/sums", test_sums);
  g_test_add_func ("/identities/npv", test_npv);
  g_test_add_func ("/identities/same-bytes", test_same_bytes);
  g_test_add_func ("/identities/scaling", test_scaling);
  g_test_add_func ("/identities/fleet", test_fleet);

  return g_test_run ();
}
