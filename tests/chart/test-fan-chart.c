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
#include <stdlib.h>
#include <string.h>

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

  g_assert_null (strstr (description, "one by one"));

  ob_results_unref (g_steal_pointer (&results));
  results = ob_test_results_new_draws ();
  ob_chart_set_results (chart, results);
  g_free (description);
  description = ob_chart_describe (chart);
  g_assert_nonnull (strstr (description, "the first 16 of 200 draws, one by one"));

  ob_results_unref (g_steal_pointer (&results));
  results = ob_test_results_new_base ();
  ob_chart_set_results (chart, results);
  ob_chart_set_hover (chart, -1, -1);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_false (ob_test_chart_has_label (chart, "of draws"));
}

/* There are lines where single draws run, and nothing is drawn beside the plot but what
 * says so; without being asked for there are none. */
static void
test_draws (void)
{
  g_autoptr (ObResults) plain = ob_test_results_add_sample (ob_test_results_new_base ());
  g_autoptr (ObResults) results = ob_test_results_new_draws ();

  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (charts[i].kind);
      cairo_surface_t *with;
      cairo_surface_t *without;
      guint n_inked = 0, n = 0;
      gboolean in_plot = FALSE;
      double x, y;

      /* Both on the same axis. */
      ob_chart_set_results (chart, results);
      ob_chart_set_held (chart, TRUE);
      with = ob_chart_draw_to_image (chart, WIDTH, HEIGHT, 1);
      g_assert_true (ob_test_chart_has_label (chart, "16 of 200 draws"));
      ob_chart_set_results (chart, plain);
      without = ob_chart_draw_to_image (chart, WIDTH, HEIGHT, 1);
      g_assert_false (ob_test_chart_has_label (chart, "of 200 draws"));

      for (guint draw = 0; draw < ob_sample_get_n_paths (results->sample); draw++)
        {
          const double *path = ob_sample_get_path (results->sample, charts[i].series, draw);

          for (guint q = 0; q < OB_N_QUARTERS; q += 3)
            {
              double back;

              /* The axis has all of them. */
              ob_chart_data_to_page (chart, q + 0.5, path[q], &x, &y);
              g_assert_true (ob_chart_page_to_data (chart, x, y, &back, &back));
              n++;
              n_inked += get_pixel (with, x, y) != get_pixel (without, x, y);
            }
        }
      g_assert_cmpuint (n, >, OB_FAN_MAX_PATHS * OB_N_QUARTERS / 5);
      /* Not where they run below the line of the scenario. */
      g_assert_cmpuint (n_inked, >, n * 3 / 4);

      for (guint row = 0; row < HEIGHT; row++)
        for (guint column = 0; column < WIDTH; column++)
          {
            const gboolean inside = ob_chart_page_to_data (chart, column + 0.5, row + 0.5, &x, &y);

            in_plot |= inside;
            if (in_plot && !inside)
              g_assert_cmphex (get_pixel (with, column, row), ==, get_pixel (without, column, row));
          }
      cairo_surface_destroy (with);
      cairo_surface_destroy (without);
    }
}

/* Thin lines can be made out on the darkest band of any theme. */
static void
test_contrast (void)
{
  g_autoptr (ObResults) results = ob_test_results_add_sample (ob_test_results_new_base ());
  const double *median =
    ob_sample_get_fan (results->sample, OB_SERIES_CUMULATIVE_CASH, OB_SAMPLE_MEDIAN);
  const double *next =
    ob_sample_get_fan (results->sample, OB_SERIES_CUMULATIVE_CASH, OB_SAMPLE_MEDIAN + 1);
  const guint q = OB_N_QUARTERS - 8;

  for (ObThemeKind kind = 0; kind < OB_N_THEMES; kind++)
    {
      const ObTheme *theme = ob_theme_get (kind);
      g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_CASH);
      cairo_surface_t *surface;
      guint32 pixel;
      ObColor band;
      double x, y;

      ob_chart_set_theme (chart, kind);
      ob_chart_set_results (chart, results);
      surface = ob_chart_draw_to_image (chart, WIDTH, HEIGHT, 1);
      ob_chart_data_to_page (chart, q + 0.5, (median[q] + next[q]) / 2, &x, &y);
      pixel = get_pixel (surface, x, y);
      band = (ObColor){ ((pixel >> 16) & 0xff) / 255., ((pixel >> 8) & 0xff) / 255.,
                        (pixel & 0xff) / 255., 1 };
      g_assert_cmpfloat (ob_color_get_contrast (&band, &theme->role[OB_ROLE_BACKGROUND]), >, 1.05);
      g_assert_cmpfloat (ob_color_get_contrast (&band, &theme->category_text[0]), >=, 3);
      cairo_surface_destroy (surface);
    }
}

/* The data of a chart have the edges of the bands, and each draw that has a line; that is
 * what a run of the draw gives. */
static void
test_columns (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_draws ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
  g_autoptr (GBytes) csv = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) rows = NULL;
  g_auto (GStrv) heads = NULL;
  guint n_draws = 0, n_bands = 0, n_rows = 0;

  ob_chart_set_results (chart, results);
  csv = ob_chart_export (chart, OB_EXPORT_CSV, 600, 400, 1, NULL);
  text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  rows = g_strsplit (text, "\n", -1);
  heads = g_strsplit (rows[0], ",", -1);
  for (guint i = 1; *rows[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);
      const int q = (atoi (cells[0]) - results->run.start_year) * 4 + cells[0][5] - '1';

      n_rows++;
      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (heads));
      for (guint k = 0; heads[k] != NULL; k++)
        {
          const double *expected = NULL;

          if (g_str_has_prefix (heads[k], "capex_draw_"))
            expected = ob_sample_get_path (results->sample, OB_SERIES_CAPEX,
                                           (guint) atoi (heads[k] + strlen ("capex_draw_")));
          else if (g_str_equal (heads[k], "revenue_p05"))
            expected = ob_sample_get_fan (results->sample, OB_SERIES_REVENUE, 0);
          else if (g_str_equal (heads[k], "capex_p95"))
            expected = ob_sample_get_fan (results->sample, OB_SERIES_CAPEX, OB_SAMPLE_N_LEVELS - 1);
          if (expected == NULL)
            continue;

          n_draws += strstr (heads[k], "_draw_") != NULL;
          n_bands += strstr (heads[k], "_draw_") == NULL;
          if (q < 0)
            g_assert_cmpstr (cells[k], ==, "");
          else
            g_assert_cmpfloat (g_ascii_strtod (cells[k], NULL), ==, expected[q]);
        }
    }
  g_assert_cmpuint (n_rows, >, OB_N_QUARTERS);
  g_assert_cmpuint (n_draws, ==, OB_FAN_MAX_PATHS * n_rows);
  g_assert_cmpuint (n_bands, ==, 2 * n_rows);
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

  g_test_add_func ("/fan-chart/draws", test_draws);
  g_test_add_func ("/fan-chart/contrast", test_contrast);
  g_test_add_func ("/fan-chart/columns", test_columns);
  g_test_add_func ("/fan-chart/odds", test_odds);

  return g_test_run ();
}
