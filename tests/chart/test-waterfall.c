/* test-waterfall.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-comparer.h"
#include "ob-quantity.h"
#include "ob-test-chart.h"
#include "ob-test-draw.h"
#include "ob-test-results.h"

#include <math.h>
#include <string.h>

static const double sizes[][2] = {
  { 900, 600 }, { 420, 420 }, { 340, 300 }, { 700, 120 }, { 150, 900 }, { 64, 64 },
};

static ObInputs
make_other (const ObInputs *base)
{
  ObInputs inputs = *base;

  inputs.value[OB_PARAMETER_CAPEX] = 500;
  inputs.value[OB_PARAMETER_LIFESPAN] = 7;
  inputs.value[OB_PARAMETER_SUBSIDY] = 0.2;
  inputs.history.capex[0] += 10;

  return inputs;
}

static ObChart *
make_chart (ObResults *results, ObComparison *comparison)
{
  ObChart *chart = ob_chart_new (OB_CHART_WATERFALL);

  ob_chart_set_results (chart, results);
  ob_chart_set_comparison (chart, comparison);

  return chart;
}

/* What it shows are the shares of the model, which add up to the difference. */
static void
test_numbers (void)
{
  static const ObMetric metrics[] = { OB_METRIC_NPV, OB_METRIC_BUBBLE_RISK };
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  ObInputs other = make_other (&results->inputs);

  for (guint m = 0; m < G_N_ELEMENTS (metrics); m++)
    {
      g_autoptr (ObComparison) comparison =
        ob_comparison_new ("A", &other, &results->inputs, metrics[m], NULL);
      g_autoptr (ObShapley) shapley = ob_shapley_new (&other, &results->inputs, metrics[m], NULL);
      g_autoptr (ObChart) chart = make_chart (results, comparison);
      g_autofree char *description = ob_chart_describe (chart);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = ob_chart_export (chart, OB_EXPORT_CSV, 100, 100, 1, &error);
      g_autofree char *csv = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
      double sum = 0;

      g_assert_cmpuint (shapley->n_shares, ==, 4);
      g_assert_cmpstr (lines[0], ==, "input,from,to,share");
      for (guint i = 0; i < shapley->n_shares; i++)
        {
          double share = g_ascii_strtod (strrchr (lines[1 + i], ',') + 1, NULL);
          g_autofree char *words = ob_comparison_format_value (comparison, share, TRUE);

          g_assert_cmpfloat (share, ==, shapley->shares[i].share);
          g_assert_nonnull (strstr (description, words));
          sum += share;
        }
      g_assert_cmpfloat (fabs (sum - (shapley->to - shapley->from)), <=,
                         1e-9 * MAX (fabs (shapley->to), fabs (shapley->from)));
      g_assert_cmpfloat (g_ascii_strtod (strrchr (lines[5], ',') + 1, NULL), ==,
                         shapley->to - shapley->from);
    }
}

static void
test_labels (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  ObInputs other = make_other (&results->inputs);
  g_autoptr (ObComparison) comparison =
    ob_comparison_new ("A: Others", &other, &results->inputs, OB_METRIC_NPV, NULL);
  g_autoptr (ObChart) chart = make_chart (results, comparison);
  g_autofree char *item = NULL;
  ObParameter lever;

  ob_test_chart_draw (chart, 900, 600);
  g_assert_true (ob_test_chart_has_label (chart, "A: Others"));
  g_assert_true (ob_test_chart_has_label (chart, "Now"));
  g_assert_true (ob_test_chart_has_label (chart, "Capex"));
  g_assert_true (ob_test_chart_has_label (chart, "Historical capex"));
  g_assert_true (ob_test_chart_has_label (chart, "7\302\240years → 5\302\240years"));

  /* With two totals, each a row of its own. */
  g_assert_cmpuint (ob_chart_get_n_items (chart), ==, 6);
  ob_chart_set_item (chart, 0);
  item = ob_chart_describe (chart);
  g_assert_true (g_str_has_prefix (item, "A: Others: $"));
  g_assert_false (ob_chart_get_item_lever (chart, 0, &lever));
  g_assert_true (ob_chart_get_item_lever (chart, 1, &lever));

  /* Where there is no room the smallest are one. */
  ob_test_chart_draw (chart, 400, 110);
  g_assert_true (ob_test_chart_has_label (chart, "more"));
}

static void
test_nothing (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObComparison) same =
    ob_comparison_new ("A", &results->inputs, &results->inputs, OB_METRIC_NPV, NULL);
  g_autoptr (ObChart) chart = make_chart (results, NULL);

  ob_test_chart_draw (chart, 900, 600);
  g_assert_true (ob_test_chart_has_label (chart, "Pin a scenario"));
  ob_chart_set_comparison (chart, same);
  ob_test_chart_draw (chart, 900, 600);
  g_assert_true (ob_test_chart_has_label (chart, "Both scenarios have the same inputs"));
  g_assert_cmpuint (ob_chart_get_n_items (chart), ==, 0);
}

/* Any two scenarios, on any page: labels keep apart. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (ObResults) results = ob_test_results_new_base ();

  for (guint i = 0; i < 24; i++)
    {
      g_autoptr (ObComparison) comparison = NULL;
      g_autoptr (ObChart) chart = NULL;
      ObInputs from;
      ObInputs to;

      ob_test_draw_anywhere (rand, &from);
      ob_test_draw_anywhere (rand, &to);
      comparison = ob_comparison_new ("B: A rather long name that somebody gave", &from, &to,
                                      i % 2 == 0 ? OB_METRIC_NPV : OB_METRIC_BUBBLE_RISK, NULL);
      chart = make_chart (results, comparison);
      ob_chart_set_theme (chart, i % OB_N_THEMES);
      ob_chart_set_hover (chart, g_rand_double_range (rand, 0, 400),
                          g_rand_double_range (rand, 0, 400));
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          const GArray *boxes;

          ob_test_chart_draw (chart, sizes[s][0], sizes[s][1]);
          boxes = ob_chart_get_label_boxes (chart);
          for (guint a = 0; a < boxes->len; a++)
            {
              const ObLabelBox *one = &g_array_index (boxes, ObLabelBox, a);

              for (guint b = 0; b < a; b++)
                {
                  const ObLabelBox *two = &g_array_index (boxes, ObLabelBox, b);

                  g_assert_true (one->x + one->width <= two->x + 1e-6
                                 || two->x + two->width <= one->x + 1e-6
                                 || one->y + one->height <= two->y + 1e-6
                                 || two->y + two->height <= one->y + 1e-6);
                }
            }
        }
    }
}

/* Of several requests the last is answered. */
static void
test_comparer (void)
{
  g_autoptr (ObComparer) comparer = ob_comparer_new ();
  ObInputs base;
  ObInputs other;

  ob_inputs_init (&base);
  other = make_other (&base);
  ob_comparer_request (comparer, "A", &other, &base, OB_METRIC_NPV);
  ob_comparer_request (comparer, "B", &base, &other, OB_METRIC_BUBBLE_RISK);
  g_assert_null (ob_comparer_get_comparison (comparer));
  while (ob_comparer_get_busy (comparer))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ob_comparer_get_comparison (comparer)->name, ==, "B");
  g_assert_cmpint (ob_comparer_get_comparison (comparer)->shapley->metric, ==,
                   OB_METRIC_BUBBLE_RISK);

  ob_comparer_request (comparer, "C", &other, &base, OB_METRIC_NPV);
  ob_comparer_cancel (comparer);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (ob_comparer_get_comparison (comparer)->name, ==, "B");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/waterfall/numbers", test_numbers);
  g_test_add_func ("/waterfall/labels", test_labels);
  g_test_add_func ("/waterfall/nothing", test_nothing);
  g_test_add_func ("/waterfall/random", test_random);
  g_test_add_func ("/waterfall/comparer", test_comparer);

  return g_test_run ();
}
