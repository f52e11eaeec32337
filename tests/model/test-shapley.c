/* test-shapley.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-shapley.h"
#include "ob-test-draw.h"

#include <math.h>

static double
run (const ObInputs *inputs, ObMetric metric)
{
  ObRun result;

  ob_run (inputs, &result);

  return result.metric[metric];
}

static void
assert_adds_up (const ObShapley *shapley)
{
  double sum = 0;

  for (guint i = 0; i < shapley->n_shares; i++)
    sum += shapley->shares[i].share;
  g_assert_cmpfloat (fabs (sum - (shapley->to - shapley->from)), <=,
                     1e-9 * (1 + fabs (shapley->to) + fabs (shapley->from)));
}

/* Takes some parameters of @to over into @from. */
static void
mix (GRand *rand, ObInputs *to, const ObInputs *from, guint n)
{
  ObInputs mixed = *from;

  for (guint i = 0; i < n; i++)
    {
      ObParameter p = g_rand_int_range (rand, 0, OB_N_PARAMETERS);

      mixed.value[p] = to->value[p];
    }
  mixed.history = to->history;
  *to = mixed;
}

/* Shares add up, ends are those of single runs, and the way back has the same
 * shares with the other sign; few changes and many, with and without history. */
static void
test_sums (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1953);

  for (guint round = 0; round < 24; round++)
    {
      const ObMetric metric = round % 2 == 0 ? OB_METRIC_NPV : OB_METRIC_BUBBLE_RISK;
      g_autoptr (ObShapley) there = NULL;
      g_autoptr (ObShapley) back = NULL;
      ObInputs from;
      ObInputs to;

      ob_test_draw_near (rand, &from);
      if (round % 3 == 0)
        ob_test_draw_anywhere (rand, &to);
      else
        ob_test_draw_near (rand, &to);
      if (round % 4 != 0)
        mix (rand, &to, &from, 1 + round % 8);

      there = ob_shapley_new (&from, &to, metric, NULL);
      back = ob_shapley_new (&to, &from, metric, NULL);
      g_assert_cmpfloat (there->from, ==, run (&from, metric));
      g_assert_cmpfloat (there->to, ==, run (&to, metric));
      assert_adds_up (there);

      g_assert_cmpuint (there->n_shares, ==, back->n_shares);
      for (guint i = 0; i < there->n_shares; i++)
        {
          g_assert_true (there->shares[i].kind == back->shares[i].kind);
          g_assert_cmpuint (there->shares[i].index, ==, back->shares[i].index);
          g_assert_cmpfloat (fabs (there->shares[i].share + back->shares[i].share), <=,
                             1e-9 * (1 + fabs (there->to) + fabs (there->from)));
        }
    }
}

/* Against the definition: the mean over all orders of four changes. */
static void
test_orders (void)
{
  static const struct
  {
    ObParameter parameter;
    double value;
  } changes[] = {
    { OB_PARAMETER_CAPEX, 500 },
    { OB_PARAMETER_SUBSIDY, 0.1 },
    { OB_PARAMETER_LIFESPAN, 3 },
    { OB_PARAMETER_POWER_ADD, 25 },
  };
  const guint n = G_N_ELEMENTS (changes);
  g_autoptr (ObShapley) shapley = NULL;
  double mean[G_N_ELEMENTS (changes)] = { 0 };
  ObInputs from;
  ObInputs to;
  guint n_orders = 0;

  ob_inputs_init (&from);
  to = from;
  for (guint i = 0; i < n; i++)
    to.value[changes[i].parameter] = changes[i].value;
  shapley = ob_shapley_new (&from, &to, OB_METRIC_NPV, NULL);
  g_assert_cmpuint (shapley->n_shares, ==, n);

  for (guint code = 0; code < 256; code++)
    {
      const guint order[] = { code & 3, code >> 2 & 3, code >> 4 & 3, code >> 6 };
      ObInputs inputs = from;
      double last = run (&from, OB_METRIC_NPV);

      if ((1u << order[0] | 1u << order[1] | 1u << order[2] | 1u << order[3]) != 15)
        continue;
      n_orders++;
      for (guint i = 0; i < n; i++)
        {
          double now;

          inputs.value[changes[order[i]].parameter] = changes[order[i]].value;
          now = run (&inputs, OB_METRIC_NPV);
          mean[order[i]] += now - last;
          last = now;
        }
    }
  g_assert_cmpuint (n_orders, ==, 24);

  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < n; k++)
        {
          if (shapley->shares[k].index == changes[i].parameter)
            g_assert_cmpfloat (fabs (shapley->shares[k].share - mean[i] / 24), <=, 1e-8);
        }
    }
}

static void
test_kinds (void)
{
  g_autoptr (ObShapley) none = NULL;
  g_autoptr (ObShapley) history = NULL;
  g_autoptr (ObShapley) many = NULL;
  ObInputs from;
  ObInputs to;
  guint n_groups = 0;

  ob_inputs_init (&from);
  to = from;
  none = ob_shapley_new (&from, &to, OB_METRIC_NPV, NULL);
  g_assert_cmpuint (none->n_shares, ==, 0);
  g_assert_cmpfloat (none->from, ==, none->to);

  to.history.capex[to.history.n_years - 1] += 100;
  history = ob_shapley_new (&from, &to, OB_METRIC_BUBBLE_RISK, NULL);
  g_assert_cmpuint (history->n_shares, ==, 1);
  g_assert_true (history->shares[0].kind == OB_SHAPLEY_HISTORY);
  g_assert_cmpfloat (history->to, !=, history->from);
  assert_adds_up (history);

  /* One change too many: groups. */
  for (guint p = 0, n = 0; n <= OB_SHAPLEY_MAX_SINGLE && p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);

      if (p == OB_PARAMETER_SUNK)
        continue;
      to.value[p] = (to.value[p] + info->maximum) / 2;
      n += to.value[p] != from.value[p];
    }
  many = ob_shapley_new (&from, &to, OB_METRIC_NPV, NULL);
  for (guint i = 0; i < many->n_shares; i++)
    {
      g_assert_true (many->shares[i].kind != OB_SHAPLEY_PARAMETER);
      n_groups += many->shares[i].kind == OB_SHAPLEY_GROUP;
    }
  g_assert_cmpuint (n_groups, >=, 1);
  g_assert_cmpuint (n_groups, <=, OB_N_GROUPS);
  g_assert_true (many->shares[many->n_shares - 1].kind == OB_SHAPLEY_HISTORY);
  assert_adds_up (many);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ObInputs from;
  ObInputs to;

  ob_inputs_init (&from);
  to = from;
  to.value[OB_PARAMETER_CAPEX] = 100;
  g_cancellable_cancel (cancellable);
  g_assert_null (ob_shapley_new (&from, &to, OB_METRIC_NPV, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shapley/sums", test_sums);
  g_test_add_func ("/shapley/orders", test_orders);
  g_test_add_func ("/shapley/kinds", test_kinds);
  g_test_add_func ("/shapley/cancelled", test_cancelled);

  return g_test_run ();
}
