/* test-fan-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-quantity.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"

#include <locale.h>
#include <math.h>

#define WIDTH  900
#define HEIGHT 500

/* Of each chart over time, a line that has a fan. */
static const struct
{
  ObChartKind kind;
  ObSeries series;
} charts[] = {
  { OB_CHART_RISK, OB_SERIES_CRASH_CUMULATIVE }, { OB_CHART_MONEY, OB_SERIES_CAPEX },
  { OB_CHART_POWER, OB_SERIES_ENERGISED_GW },    { OB_CHART_PRICE, OB_SERIES_USER_PRICE },
  { OB_CHART_CASH, OB_SERIES_CUMULATIVE_CASH },
};

static guint32
get_pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  return *(const guint32 *) (gconstpointer) (data + (gsize) y * stride + (gsize) x * 4);
}

/* There is ink between the outermost quantiles where there was none, and the axis has
 * room for them. */
static void
test_bands (void)
{
  g_autoptr (ObResults) plain = ob_test_results_new_base ();
  g_autoptr (ObResults) results = ob_test_results_add_sample (ob_results_ref (plain));

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      const double *low = ob_sample_get_fan (results->sample, charts[i].series, 0);
      const double *high =
        ob_sample_get_fan (results->sample, charts[i].series, OB_SAMPLE_N_LEVELS - 1);
      g_autoptr (ObChart) chart = ob_chart_new (charts[i].kind);
      cairo_surface_t *with;
      cairo_surface_t *without;
      guint n_tinted = 0, n = 0;

      ob_chart_set_results (chart, results);
      with = ob_chart_draw_to_image (chart, WIDTH, HEIGHT, 1);
      /* On the same axis: a chart that is held does not shrink it. */
      ob_chart_set_held (chart, TRUE);
      ob_chart_set_results (chart, plain);
      without = ob_chart_draw_to_image (chart, WIDTH, HEIGHT, 1);
      for (guint q = 8; q < OB_N_QUARTERS; q += 4)
        {
          double x, bottom, top;

          ob_chart_data_to_page (chart, q + 0.5, low[q], &x, &bottom);
          ob_chart_data_to_page (chart, q + 0.5, high[q], &x, &top);
          g_assert_cmpfloat (top, >=, 0);
          g_assert_cmpfloat (bottom, <=, HEIGHT);
          for (double y = top + 1; y < bottom - 1; y++)
            {
              n++;
              n_tinted += get_pixel (with, x, y) != get_pixel (without, x, y);
            }
        }
      g_assert_cmpuint (n, >, 0);
      g_assert_cmpuint (n_tinted, >, n * 4 / 5);
      cairo_surface_destroy (with);
      cairo_surface_destroy (without);
    }
}

/* Words say what the bands are, on the page, under the pointer and to a reader. */
static void
test_words (void)
{
  g_autoptr (ObResults) results = ob_test_results_add_sample (ob_test_results_new_base ());
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_CASH);
  const double *low = ob_sample_get_fan (results->sample, OB_SERIES_CUMULATIVE_CASH, 0);
  g_autofree char *amount = ob_quantity_format (OB_UNIT_BILLION, low[OB_N_QUARTERS - 1]);
  g_autofree char *description = NULL;
  double x, y;

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "90 % of draws"));

  description = ob_chart_describe (chart);
  g_assert_nonnull (strstr (description, "90 %"));
  g_assert_nonnull (strstr (description, amount));

  ob_chart_data_to_page (chart, 40, 0, &x, &y);
  ob_chart_set_hover (chart, x, y);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, " to "));

  ob_results_unref (g_steal_pointer (&results));
  results = ob_test_results_new_base ();
  ob_chart_set_results (chart, results);
  ob_chart_set_hover (chart, -1, -1);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_false (ob_test_chart_has_label (chart, "of draws"));
}

/* The bars of a histogram are all draws, and its words those of the sample; without a
 * sample the chart says what to do. */
static void
test_odds (void)
{
  g_autoptr (ObResults) plain = ob_test_results_new_base ();
  g_autoptr (ObResults) results = ob_test_results_add_sample (ob_results_ref (plain));
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_ODDS);
  g_autoptr (GBytes) csv = NULL;
  g_autofree char *text = NULL;
  g_autofree char *share =
    ob_quantity_format (OB_UNIT_SHARE, ob_sample_get_chance_of_profit (results->sample));
  g_auto (GStrv) rows = NULL;
  double sum = 0, gains = 0;

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, share));
  g_assert_true (ob_test_chart_has_label (chart, "in the end"));

  csv = ob_chart_export (chart, OB_EXPORT_CSV, 600, 400, 1, NULL);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  rows = g_strsplit (text, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

      if (!g_str_has_prefix (rows[i], "npv,"))
        continue;
      sum += g_ascii_strtod (cells[3], NULL);
      if (g_ascii_strtod (cells[1], NULL) >= 0)
        gains += g_ascii_strtod (cells[3], NULL);
    }
  g_assert_cmpfloat (fabs (sum - 1), <, 1e-9);
  g_assert_cmpfloat (fabs (gains - ob_sample_get_chance_of_profit (results->sample)), <, 1e-9);

  ob_chart_set_results (chart, plain);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "No input has a range"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fan-chart/bands", test_bands);
  g_test_add_func ("/fan-chart/words", test_words);

  g_test_add_func ("/fan-chart/odds", test_odds);

  return g_test_run ();
}
