/* test-indices-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"

#include <math.h>
#include <string.h>

static ObFindings *
find (const ObInputs *inputs, gboolean correlated)
{
  ObUncertainty uncertainty;

  ob_uncertainty_init (&uncertainty);
  uncertainty.distributions[OB_PARAMETER_LIFESPAN] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 3, NAN, 8 };
  uncertainty.distributions[OB_PARAMETER_CAPEX] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 500, NAN, 1100 };
  uncertainty.distributions[OB_PARAMETER_BOOK_LIFE] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 3, NAN, 8 };
  if (correlated)
    g_assert_true (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_CAPEX,
                                                   OB_PARAMETER_LIFESPAN, 0.5, NULL));

  return ob_findings_new (inputs, &uncertainty, 128, 128, NULL);
}

/* The input that matters most comes first, one that does not matter not at all. */
static void
test_rows (void)
{
  g_autoptr (ObResults) base = ob_test_results_new_base ();
  g_autoptr (ObFindings) findings = find (&base->inputs, FALSE);
  g_autoptr (ObResults) results = ob_results_new_with_findings (base, findings);
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_INDICES);
  const ObExportOptions options = { .format = OB_EXPORT_CSV, .width = 900, .height = 600 };
  g_autoptr (GBytes) csv = NULL;
  g_autofree char *all = NULL;
  g_autofree char *picked = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;
  ObParameter lever;
  double x;
  double y;

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, 900, 600);
  g_assert_true (ob_test_chart_has_label (chart, "Hardware lifespan"));
  g_assert_true (ob_test_chart_has_label (chart, "Capex"));
  g_assert_false (ob_test_chart_has_label (chart, "Accounting life"));
  g_assert_false (ob_test_chart_has_label (chart, "correlated"));
  g_assert_false (ob_test_chart_has_label (chart, "last change"));

  g_assert_cmpuint (ob_chart_get_n_items (chart), ==, 2);
  ob_chart_data_to_page (chart, 0.01, 1.5, &x, &y);
  g_assert_cmpint (ob_chart_get_item_at (chart, x, y), ==, 0);
  g_assert_true (ob_chart_get_item_lever (chart, 0, &lever));
  g_assert_cmpint (lever, ==, OB_PARAMETER_LIFESPAN);
  g_assert_cmpint (ob_chart_get_item_at (chart, x, 1), ==, -1);
  g_assert_cmpint (ob_chart_get_item_at (chart, x, 599), ==, -1);

  all = ob_chart_describe (chart);
  ob_chart_set_item (chart, 1);
  picked = ob_chart_describe (chart);
  g_assert_true (g_str_has_prefix (picked, "Capex: "));
  g_assert_true (g_str_has_suffix (picked, all));

  csv = ob_chart_export_full (chart, &options, NULL);
  g_assert_nonnull (csv);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "input,first,first_low,first_high,total,total_low,total_high");
  g_assert_true (g_str_has_prefix (lines[1], "lifespan,"));
  g_assert_true (g_str_has_prefix (lines[2], "capex,"));
  g_assert_cmpstr (lines[3], ==, "");
}

/* What is of before a change, and what was left out, is said. */
static void
test_caveats (void)
{
  g_autoptr (ObResults) base = ob_test_results_new_base ();
  g_autoptr (ObFindings) correlated = find (&base->inputs, TRUE);
  g_autoptr (ObFindings) other = NULL;
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_INDICES);
  ObInputs inputs = base->inputs;

  ob_chart_set_results (chart, base);
  ob_test_chart_draw (chart, 900, 600);
  g_assert_true (ob_test_chart_has_label (chart, "worked out"));
  g_assert_cmpuint (ob_chart_get_n_items (chart), ==, 0);
  g_assert_cmpint (ob_chart_get_item_at (chart, 450, 300), ==, -1);

  {
    g_autoptr (ObResults) results = ob_results_new_with_findings (base, correlated);

    ob_chart_set_results (chart, results);
    ob_test_chart_draw (chart, 900, 600);
    g_assert_true (ob_test_chart_has_label (chart, "As if inputs were not correlated."));
  }

  inputs.value[OB_PARAMETER_WACC] = 0.12;
  other = find (&inputs, FALSE);
  {
    g_autoptr (ObResults) results = ob_results_new_with_findings (base, other);
    g_autofree char *text = NULL;

    ob_chart_set_results (chart, results);
    ob_test_chart_draw (chart, 900, 600);
    text = ob_chart_describe (chart);
    g_assert_true (ob_test_chart_has_label (chart, "Of before the last change."));
    g_assert_nonnull (strstr (text, "Of before the last change."));
  }
}

/* The box stands on a map of both inputs that set failures apart, and on one of the
 * first where the scenario has the second within the box. */
static void
test_box (void)
{
  const ObPlane plane = { OB_PARAMETER_LIFESPAN, OB_PARAMETER_CAPEX, 2, 10, 300, 1500 };
  const ObPlane other = { OB_PARAMETER_LIFESPAN, OB_PARAMETER_SUBSIDY, 2, 10, 0, 0.9 };
  guint n_cut = 0;
  g_autoptr (ObFindings) findings = NULL;
  g_autoptr (ObFindings) stale = NULL;
  ObUncertainty uncertainty;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  ob_uncertainty_init (&uncertainty);
  uncertainty.distributions[OB_PARAMETER_LIFESPAN] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 4, NAN, 10 };
  uncertainty.distributions[OB_PARAMETER_CAPEX] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 300, NAN, 1500 };
  findings = ob_findings_new (&inputs, &uncertainty, 16, 1024, NULL);
  g_assert_cmpint (findings->prim->chosen, >=, 0);
  g_assert_cmpuint (findings->prim->boxes[findings->prim->chosen].n_restricted, ==, 2);
  inputs.value[OB_PARAMETER_WACC] = 0.11;
  stale = ob_findings_new (&inputs, &uncertainty, 16, 1024, NULL);
  ob_inputs_init (&inputs);

  for (guint i = 0; i < 12; i++)
    {
      g_autoptr (ObResults) results = NULL;
      g_autoptr (ObResults) base = NULL;
      g_autoptr (ObFindings) found = NULL;
      g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
      const ObDiscoveryLimit *limit;
      ObDiscovery box;
      gboolean cut;

      inputs.value[OB_PARAMETER_CAPEX] = 300 + 100 * i;
      found = ob_findings_new (&inputs, &uncertainty, 16, 1024, NULL);
      g_assert_true (ob_discovery_set_findings (&box, found));
      limit = ob_discovery_get_limit (&box, OB_PARAMETER_CAPEX);
      g_assert_nonnull (limit);
      cut = inputs.value[OB_PARAMETER_CAPEX] >= limit->low
            && inputs.value[OB_PARAMETER_CAPEX] <= limit->high;
      n_cut += cut;

      base = ob_results_new (&inputs, &other, 17, 1, NULL);
      results = ob_results_new_with_findings (base, found);
      ob_chart_set_results (chart, results);
      ob_test_chart_draw (chart, 900, 600);
      g_assert_true (ob_test_chart_has_label (chart, "of the draws that do not pay back") == cut);
    }
  g_assert_cmpuint (n_cut, >, 0);
  g_assert_cmpuint (n_cut, <, 12);

  ob_inputs_init (&inputs);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (ObResults) base = ob_results_new (&inputs, &plane, 17, 1, NULL);
      g_autoptr (ObResults) results =
        ob_results_new_with_findings (base, i == 0 ? findings : stale);
      g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);

      ob_chart_set_results (chart, results);
      ob_test_chart_draw (chart, 900, 600);
      g_assert_true (ob_test_chart_has_label (chart, "of the draws that do not pay back")
                     == (i == 0));
    }
}

/* A tornado goes over the ranges of the scenario, where it has any. */
static void
test_ranges (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_TORNADO);
  ObUncertainty uncertainty;
  ObParameter lever;

  ob_uncertainty_init (&uncertainty);
  uncertainty.distributions[OB_PARAMETER_LIFESPAN] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 4, NAN, 7 };
  results = ob_results_add_sample (results, &uncertainty, 64, NULL);
  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, 900, 600);
  g_assert_cmpuint (ob_chart_get_n_items (chart), ==, 1);
  g_assert_true (ob_chart_get_item_lever (chart, 0, &lever));
  g_assert_cmpint (lever, ==, OB_PARAMETER_LIFESPAN);
  g_assert_true (ob_test_chart_has_label (chart, "4\302\240years"));
  g_assert_true (ob_test_chart_has_label (chart, "7\302\240years"));
}

/* Where neither the scenario nor the evidence has a range, nothing will ever be found.
 * Evidence is read once, so a process of its own is without. */
static void
test_nothing_to_find (void)
{
  const char *const nothing = "No input has a range that could be tried.";
  g_autofree char *own = g_strdup (g_getenv ("OVERBUILD_DATA_DIR"));

  if (g_test_subprocess ())
    {
      g_autoptr (ObResults) base = ob_test_results_new_base ();
      g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_INDICES);
      g_autofree char *text = NULL;

      g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "The evidence is missing: *");
      ob_chart_set_results (chart, base);
      ob_test_chart_draw (chart, 900, 600);
      g_test_assert_expected_messages ();
      g_assert_true (ob_test_chart_has_label (chart, nothing));
      text = ob_chart_describe (chart);
      g_assert_nonnull (strstr (text, nothing));
      return;
    }

  g_setenv ("OVERBUILD_DATA_DIR", "/no/such/folder", TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_setenv ("OVERBUILD_DATA_DIR", own, TRUE);
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/indices-chart/rows", test_rows);
  g_test_add_func ("/indices-chart/caveats", test_caveats);
  g_test_add_func ("/indices-chart/nothing-to-find", test_nothing_to_find);
  g_test_add_func ("/indices-chart/box", test_box);
  g_test_add_func ("/indices-chart/ranges", test_ranges);

  return g_test_run ();
}
