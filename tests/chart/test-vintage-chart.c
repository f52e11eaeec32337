/* test-vintage-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"
#include "ob-vintage.h"

#include <locale.h>
#include <math.h>

#define WIDTH  900
#define HEIGHT 600

static ObChart *
make_chart (ObResults *results)
{
  ObChart *chart = ob_chart_new (OB_CHART_VINTAGES);

  ob_chart_set_results (chart, results);

  return chart;
}

/* The year of the quarter is the one whose cash is shown; past the last one with
 * a vintage it is the last. */
static void
test_year (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = make_chart (results);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "ordered in 2027"));
  first = ob_chart_describe (chart);
  g_assert_true (g_str_has_prefix (first, "A gigawatt ordered in 2027 "));
  ob_chart_set_quarter (chart, 22);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "ordered in 2032"));
  g_assert_true (ob_test_chart_has_label (chart, "Cost of capital 10"));
  g_assert_true (ob_test_chart_has_label (chart, "Later ones outlive"));
  ob_chart_set_quarter (chart, 79);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "ordered in 2040"));
  last = ob_chart_describe (chart);
  g_assert_true (g_str_has_prefix (last, "A gigawatt ordered in 2040 "));
}

/* One that is picked with the keyboard has a card and a sentence. */
static void
test_item (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = make_chart (results);
  g_autofree char *description = NULL;

  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_cmpuint (ob_chart_get_n_items (chart), ==, 14);
  g_assert_false (ob_test_chart_has_label (chart, "1 GW ordered in 2029"));
  ob_chart_set_item (chart, 2);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "1 GW ordered in 2029"));
  description = ob_chart_describe (chart);
  g_assert_true (g_str_has_prefix (description, "Order year 2029: return "));
}

/* Bars stand where their year is, so that a click selects it. */
static void
test_place (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = make_chart (results);

  g_assert_false (ob_chart_kind_is_over_time (OB_CHART_VINTAGES));
  g_assert_true (ob_chart_kind_counts_quarters (OB_CHART_VINTAGES));
  g_assert_true (ob_chart_kind_follows_quarter (OB_CHART_VINTAGES));
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  for (guint year = 0; year < 14; year++)
    {
      g_autofree char *title = g_strdup_printf ("1 GW ordered in %d", 2027 + year);
      double x, y, quarter, value;

      ob_chart_data_to_page (chart, 4 * year + 2, 0.01, &x, &y);
      g_assert_true (ob_chart_page_to_data (chart, x, y, &quarter, &value));
      g_assert_cmpfloat_with_epsilon (quarter, 4 * year + 2, 1e-9);
      ob_chart_set_hover (chart, x, y);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_true (ob_test_chart_has_label (chart, title));
      g_assert_true (ob_test_chart_has_label (chart, "Value at the order"));
    }
}

/* Below, the pointer reads cash by age. */
static void
test_cash (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = make_chart (results);

  ob_chart_set_hover (chart, WIDTH / 2., HEIGHT * 0.85);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "Cash so far"));
  g_assert_false (ob_test_chart_has_label (chart, "Value at the order"));
}

static void
test_without_rate (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = NULL;
  g_autofree char *description = NULL;

  /* Nothing is earned, and what shells are left changes sign once: a loss. */
  ob_test_results_flatten (results, 0, 0);
  results->inputs.value[OB_PARAMETER_OPEX] = 0;
  results->inputs.value[OB_PARAMETER_SHELL_LIFE] = results->inputs.value[OB_PARAMETER_LIFESPAN];
  chart = make_chart (results);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "none"));
  g_assert_true (ob_test_chart_has_label (chart, "Not paid back"));
  description = ob_chart_describe (chart);
  g_assert_nonnull (strstr (description, "no single rate"));
}

static void
test_csv (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = make_chart (results);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ob_chart_export (chart, OB_EXPORT_CSV, 100, 100, 1, &error);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  ObVintage vintage = { 0 };
  guint age = 0;
  guint n_rows = 0;
  double sum = 0;

  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpstr (lines[0], ==, "order_year,irr,npv,payback,age,cash,cumulative_cash");
  for (guint i = 1; lines[i] != NULL; i++, age++, n_rows++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      const guint year = (guint) atoi (cells[0]) - 2027;

      g_assert_cmpuint (g_strv_length (cells), ==, 7);
      if (i == 1 || vintage.year != atoi (cells[0]))
        {
          ob_vintage_init (&vintage, &results->inputs, &results->run, year);
          age = 0;
          sum = 0;
        }
      sum += vintage.cash[age];
      g_assert_cmpfloat (g_ascii_strtod (cells[1], NULL), ==, vintage.irr);
      g_assert_cmpfloat (g_ascii_strtod (cells[2], NULL), ==, vintage.npv);
      g_assert_cmpfloat (g_ascii_strtod (cells[4], NULL), ==, age / 4.);
      g_assert_cmpfloat (g_ascii_strtod (cells[5], NULL), ==, vintage.cash[age]);
      g_assert_cmpfloat (g_ascii_strtod (cells[6], NULL), ==, sum);
    }
  g_assert_cmpuint (n_rows, ==, 14 * 24);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vintage-chart/year", test_year);
  g_test_add_func ("/vintage-chart/item", test_item);
  g_test_add_func ("/vintage-chart/place", test_place);
  g_test_add_func ("/vintage-chart/cash", test_cash);
  g_test_add_func ("/vintage-chart/without-rate", test_without_rate);
  g_test_add_func ("/vintage-chart/csv", test_csv);

  return g_test_run ();
}
