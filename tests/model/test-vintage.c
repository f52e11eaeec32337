/* test-vintage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-draw.h"
#include "ob-vintage.h"

#include <math.h>

#define N_DRAWS 200
#define H       0.25

static void
assert_near (double a, double b, double scale)
{
  if (!(fabs (a - b) <= 1e-9 * fmax (scale, 1)))
    g_error ("%.17g is not %.17g", a, b);
}

static double
discount (const ObVintage *vintage, double rate, double *size)
{
  double sum = 0;

  *size = 0;
  for (guint age = 0; age < vintage->n; age++)
    {
      const double flow = vintage->cash[age] * pow (1 + rate, -(age * H));

      sum += flow;
      *size += fabs (flow);
    }

  return sum;
}

static void
test_irr (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (61);
  guint n_found = 0;

  for (guint k = 0; k < N_DRAWS; k++)
    {
      ObInputs inputs;
      ObRun run;
      guint n;

      if (k % 2 == 0)
        ob_test_draw_anywhere (rand, &inputs);
      else
        ob_test_draw_near (rand, &inputs);
      ob_run (&inputs, &run);
      n = ob_vintage_get_n_years (&inputs);
      g_assert_cmpuint (n, >=, 6);
      g_assert_cmpuint (n, <=, 18);
      for (guint year = 0; year < n; year++)
        {
          ObVintage vintage;
          double sum, size;

          ob_vintage_init (&vintage, &inputs, &run, year);
          g_assert_cmpint (vintage.year, ==, run.start_year + (int) year);
          g_assert_cmpuint (vintage.n, <=, OB_VINTAGE_MAX_QUARTERS);
          g_assert_cmpfloat (vintage.cost, >, 0);
          assert_near (vintage.cash[0], -vintage.cost, vintage.cost);
          for (guint age = 0; age < vintage.n; age++)
            g_assert_true (isfinite (vintage.cash[age]));
          sum = discount (&vintage, inputs.value[OB_PARAMETER_WACC], &size);
          assert_near (sum, vintage.npv, size);
          if (vintage.irr_state != OB_IRR_FOUND)
            {
              g_assert_true (isnan (vintage.irr));
              continue;
            }
          n_found++;
          sum = discount (&vintage, vintage.irr, &size);
          assert_near (sum, 0, size);
          /* One that earns more than the cost of capital has a value. */
          g_assert_true ((vintage.irr > inputs.value[OB_PARAMETER_WACC]) == (vintage.npv > 0)
                         || fabs (vintage.npv) < 1e-9 * size);
        }
    }

  g_assert_cmpuint (n_found, >, 4 * N_DRAWS);
}

/* A run in which nothing changes any more. */
static void
make_constant (ObInputs *inputs, ObRun *run, double price)
{
  ob_inputs_init (inputs);
  inputs->value[OB_PARAMETER_COST_GROWTH] = 0;
  inputs->value[OB_PARAMETER_TAX] = 0;

  *run = (ObRun){ .start_year = 2027 };
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      run->series[OB_SERIES_USER_PRICE][i] = price;
      run->series[OB_SERIES_FULL_COST][i] = 2;
      run->series[OB_SERIES_SOLD][i] = 300;
      run->series[OB_SERIES_COMPUTE][i] = 100;
      run->series[OB_SERIES_USED][i] = 0.8;
    }
}

/* What a gigawatt of the fourth year earns a year at constant prices. Its four
 * orders differ in compute alone. */
static double
get_constant_ebitda (const ObInputs *inputs, double price, double lag)
{
  double compute = 0;

  for (guint i = 12; i < 16; i++)
    compute += 0.25 * 1.49 * pow (1.42, (i + 0.5) * H + lag - (lag - 0.75));

  return compute * 3 * (price * 1.35 - 0.25 * 2 / 1.25) - 8.76 * 0.07 * (0.3 + 0.7 * 0.8)
         - 0.03 * inputs->value[OB_PARAMETER_COST_PER_GW];
}

static void
test_constant (void)
{
  const double price = 0.9;
  const double cost = 36.5;
  const double left = 0.4 * cost * (1 - 5. / 20);
  ObInputs inputs;
  ObRun run;
  ObVintage vintage;
  double flow, v, wacc;

  make_constant (&inputs, &run, price);
  ob_vintage_init (&vintage, &inputs, &run, 3);
  flow = get_constant_ebitda (&inputs, price, 0.75) * H;

  /* Paid, built for three quarters, twenty quarters of service, and the shell. */
  assert_near (vintage.cost, cost, 1);
  g_assert_cmpuint (vintage.n, ==, 24);
  for (guint age = 0; age < vintage.n; age++)
    assert_near (vintage.cash[age], age == 0 ? -cost : age < 3 ? 0 : age < 23 ? flow : left, 1);

  g_assert_cmpint (vintage.irr_state, ==, OB_IRR_FOUND);
  v = pow (1 + vintage.irr, -H);
  assert_near (flow * pow (v, 3) * (1 - pow (v, 20)) / (1 - v) + left * pow (v, 23), cost, cost);
  wacc = pow (1.1, -H);
  assert_near (
    vintage.npv,
    -cost + flow * pow (wacc, 3) * (1 - pow (wacc, 20)) / (1 - wacc) + left * pow (wacc, 23), cost);
  g_assert_cmpfloat (vintage.payback, ==, 2 + ceil (cost / flow));
}

/* Fractions of quarters: it serves for its lifespan all the same. */
static void
test_fractions (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (62);
  const double price = 0.9;

  for (guint k = 0; k < 100; k++)
    {
      ObInputs inputs;
      ObRun run;
      ObVintage vintage;
      double lag, life, sum = 0;

      make_constant (&inputs, &run, price);
      lag = inputs.value[OB_PARAMETER_BUILD_LAG] = g_rand_double_range (rand, 0.25, 3);
      life = inputs.value[OB_PARAMETER_LIFESPAN] = g_rand_double_range (rand, 2, 10);
      /* Where compute does not grow, no matter when it enters service. */
      inputs.value[OB_PARAMETER_EFFICIENCY_GROWTH] = 0;
      ob_vintage_init (&vintage, &inputs, &run, 3);
      for (guint age = 0; age < vintage.n; age++)
        sum += vintage.cash[age];
      assert_near (sum,
                   -36.5 + 0.4 * 36.5 * (1 - life / 20)
                     + life
                         * (1.49 * 3 * (price * 1.35 - 0.25 * 2 / 1.25)
                            - 8.76 * 0.07 * (0.3 + 0.7 * 0.8) - 0.03 * 36.5),
                   100);
      g_assert_cmpuint (vintage.n, >=, (guint) floor ((lag + life) / H));
      g_assert_cmpuint (vintage.n, <=, (guint) ceil ((lag + life) / H) + 2);
    }
}

/* Tax is paid on profits after losses, and on no more than they come to. */
static void
test_tax (void)
{
  const double price = 1.4;
  ObInputs inputs;
  ObRun run;
  ObVintage before, after;
  double paid = 0, profit;

  make_constant (&inputs, &run, price);
  ob_vintage_init (&before, &inputs, &run, 3);
  inputs.value[OB_PARAMETER_TAX] = 0.3;
  ob_vintage_init (&after, &inputs, &run, 3);
  for (guint age = 0; age < before.n; age++)
    {
      g_assert_cmpfloat (after.cash[age], <=, before.cash[age] + 1e-12);
      paid += before.cash[age] - after.cash[age];
    }
  profit = 5 * get_constant_ebitda (&inputs, price, 0.75) - 36.5 * 0.6 - 5 * 36.5 * 0.4 / 20;
  g_assert_cmpfloat (profit, >, 0);
  assert_near (paid, 0.3 * profit, 100);
  g_assert_cmpfloat (after.irr, <, before.irr);
}

/* Where running it does not pay it stands still, and costs its upkeep. */
static void
test_off (void)
{
  ObInputs inputs;
  ObRun run;
  ObVintage vintage;

  make_constant (&inputs, &run, 0.01);
  ob_vintage_init (&vintage, &inputs, &run, 3);
  for (guint age = 3; age < 23; age++)
    assert_near (vintage.cash[age], -0.03 * 36.5 * H, 1);
  g_assert_cmpfloat (vintage.payback, ==, OB_NEVER);
  g_assert_cmpint (vintage.irr_state, ==, OB_IRR_FOUND);
  g_assert_cmpfloat (vintage.irr, <, -0.1);
}

/* Dearer hours, dearer vintages. */
static void
test_price (void)
{
  double last = -1;

  for (double price = 0.5; price < 4; price *= 1.2)
    {
      ObInputs inputs;
      ObRun run;
      ObVintage vintage;

      make_constant (&inputs, &run, price);
      ob_vintage_init (&vintage, &inputs, &run, 3);
      g_assert_cmpint (vintage.irr_state, ==, OB_IRR_FOUND);
      g_assert_cmpfloat (vintage.irr, >, last);
      last = vintage.irr;
    }
}

/* Only years whose vintages live out their life before the projection ends. */
static void
test_years (void)
{
  ObInputs inputs;

  ob_inputs_init (&inputs);
  g_assert_cmpuint (ob_vintage_get_n_years (&inputs), ==, 14);
  inputs.value[OB_PARAMETER_BUILD_LAG] = 1;
  inputs.value[OB_PARAMETER_LIFESPAN] = 4.25;
  g_assert_cmpuint (ob_vintage_get_n_years (&inputs), ==, 15);
  inputs.value[OB_PARAMETER_LIFESPAN] = 4.26;
  g_assert_cmpuint (ob_vintage_get_n_years (&inputs), ==, 14);
  inputs.value[OB_PARAMETER_BUILD_LAG] = 3;
  inputs.value[OB_PARAMETER_LIFESPAN] = 10;
  g_assert_cmpuint (ob_vintage_get_n_years (&inputs), ==, 7);
  inputs.value[OB_PARAMETER_BUILD_LAG] = 0.25;
  inputs.value[OB_PARAMETER_LIFESPAN] = 2;
  g_assert_cmpuint (ob_vintage_get_n_years (&inputs), ==, 18);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vintage/irr", test_irr);
  g_test_add_func ("/vintage/constant", test_constant);
  g_test_add_func ("/vintage/fractions", test_fractions);
  g_test_add_func ("/vintage/tax", test_tax);
  g_test_add_func ("/vintage/off", test_off);
  g_test_add_func ("/vintage/price", test_price);
  g_test_add_func ("/vintage/years", test_years);

  return g_test_run ();
}
