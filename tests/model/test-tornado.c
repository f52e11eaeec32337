/* test-tornado.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-draw.h"
#include "ob-tornado.h"

#include <math.h>

static guint
draw_ranges (GRand *rand, ObTornadoRange *ranges)
{
  guint n = 0;

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);
      double ends[2];

      if (info->unit == OB_UNIT_SWITCH || g_rand_int_range (rand, 0, 5) == 0)
        continue;

      for (guint i = 0; i < 2; i++)
        ends[i] = info->minimum + (info->maximum - info->minimum) * g_rand_double (rand);
      ranges[n++] = (ObTornadoRange){
        .parameter = p,
        .low = MIN (ends[0], ends[1]),
        .middle = n % 2 == 0 ? NAN : (ends[0] + ends[1]) / 2,
        .high = MAX (ends[0], ends[1]),
      };
    }

  return n;
}

/* Both ends are those of single runs, to the last bit, and the widest comes first. */
static void
test_ends (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1979);

  for (guint round = 0; round < 6; round++)
    {
      const ObMetric metric = round % 2 == 0 ? OB_METRIC_NPV : OB_METRIC_BUBBLE_RISK;
      g_autoptr (ObTornado) tornado = NULL;
      ObTornadoRange ranges[OB_N_PARAMETERS];
      gboolean seen[OB_N_PARAMETERS] = { FALSE };
      ObInputs inputs;
      ObRun run;
      guint n = draw_ranges (rand, ranges);

      if (round < 3)
        ob_test_draw_near (rand, &inputs);
      else
        ob_test_draw_anywhere (rand, &inputs);
      tornado = ob_tornado_new (&inputs, ranges, n, metric, NULL);
      ob_run (&inputs, &run);
      g_assert_cmpfloat (tornado->value, ==, run.metric[metric]);
      g_assert_cmpuint (tornado->n_bars, ==, n);

      for (guint i = 0; i < n; i++)
        {
          const ObTornadoBar *bar = &tornado->bars[i];
          ObInputs moved = inputs;

          g_assert_false (seen[bar->range.parameter]);
          seen[bar->range.parameter] = TRUE;
          moved.value[bar->range.parameter] = bar->range.low;
          ob_run (&moved, &run);
          g_assert_cmpfloat (bar->low, ==, run.metric[metric]);
          moved.value[bar->range.parameter] = bar->range.high;
          ob_run (&moved, &run);
          g_assert_cmpfloat (bar->high, ==, run.metric[metric]);
          g_assert_true (isnan (bar->middle) == isnan (bar->range.middle));
          if (!isnan (bar->middle))
            {
              moved.value[bar->range.parameter] = bar->range.middle;
              ob_run (&moved, &run);
              g_assert_cmpfloat (bar->middle, ==, run.metric[metric]);
            }
          if (i > 0)
            g_assert_cmpfloat (ob_tornado_bar_get_swing (bar), <=,
                               ob_tornado_bar_get_swing (&tornado->bars[i - 1]));
        }
    }
}

/* Longer life pays back more, and dearer hardware less. */
static void
test_signs (void)
{
  const ObTornadoRange ranges[] = {
    { OB_PARAMETER_LIFESPAN, 3, NAN, 8 },
    { OB_PARAMETER_COST_PER_GW, 25, NAN, 50 },
    { OB_PARAMETER_WEIGHT_CREDIT, 0, 1, 3 },
  };
  g_autoptr (ObTornado) tornado = NULL;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  tornado = ob_tornado_new (&inputs, ranges, G_N_ELEMENTS (ranges), OB_METRIC_NPV, NULL);
  for (guint i = 0; i < tornado->n_bars; i++)
    {
      const ObTornadoBar *bar = &tornado->bars[i];

      if (bar->range.parameter == OB_PARAMETER_LIFESPAN)
        g_assert_cmpfloat (bar->low, <, bar->high);
      else if (bar->range.parameter == OB_PARAMETER_COST_PER_GW)
        g_assert_cmpfloat (bar->low, >, bar->high);
    }
  g_assert_cmpuint (tornado->bars[2].range.parameter, ==, OB_PARAMETER_WEIGHT_CREDIT);
  g_assert_cmpfloat (ob_tornado_bar_get_swing (&tornado->bars[2]), ==, 0);
}

static void
test_empty (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const ObTornadoRange range = { OB_PARAMETER_CAPEX, 100, NAN, 200 };
  g_autoptr (ObTornado) tornado = NULL;
  ObInputs inputs;
  ObRun run;

  ob_inputs_init (&inputs);
  ob_run (&inputs, &run);
  tornado = ob_tornado_new (&inputs, NULL, 0, OB_METRIC_BUBBLE_RISK, NULL);
  g_assert_cmpuint (tornado->n_bars, ==, 0);
  g_assert_cmpfloat (tornado->value, ==, run.metric[OB_METRIC_BUBBLE_RISK]);

  g_cancellable_cancel (cancellable);
  g_assert_null (ob_tornado_new (&inputs, &range, 1, OB_METRIC_NPV, cancellable));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tornado/ends", test_ends);
  g_test_add_func ("/tornado/signs", test_signs);
  g_test_add_func ("/tornado/empty", test_empty);

  return g_test_run ();
}
