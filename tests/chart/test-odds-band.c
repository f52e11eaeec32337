/* test-odds-band.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-level-lines.h"
#include "ob-odds-mark.h"
#include "ob-test-chart.h"
#include "ob-test-page.h"
#include "ob-test-results.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define SIZE 200

static const ObPlot square = { .rect = { 0, 0, SIZE, SIZE },
                               .x = { OB_SCALE_LINEAR, 0, 1 },
                               .y = { OB_SCALE_LINEAR, 0, 1 } };

/* Every outline is closed and stays in the grid; together they have the area of what is
 * at or above the level. */
static void
test_outline (void)
{
  enum
  {
    N = 41
  };
  double values[N * N];
  double area = 0;
  g_autoptr (GArray) lines = NULL;

  /* A quarter of a circle at a corner, and a whole one. */
  for (guint i = 0; i < N * N; i++)
    {
      const double x = i % N / (N - 1.);
      const double y = i / N / (N - 1.);

      values[i] = MAX (0.3 - hypot (x, y), 0.2 - hypot (x - 0.7, y - 0.6));
    }
  lines = ob_level_lines_new_outline (values, N, N, 0);
  g_assert_cmpuint (lines->len, ==, 2);
  for (guint k = 0; k < lines->len; k++)
    {
      const ObLevelLine *line = &g_array_index (lines, ObLevelLine, k);
      const double *end = line->xy + 2 * (line->n_points - 1);
      double sum = 0;

      g_assert_cmpfloat (line->xy[0], ==, end[0]);
      g_assert_cmpfloat (line->xy[1], ==, end[1]);
      for (guint p = 0; p + 1 < line->n_points; p++)
        {
          const double *xy = line->xy + 2 * p;

          g_assert_cmpfloat (MIN (xy[0], xy[1]), >=, 0);
          g_assert_cmpfloat (MAX (xy[0], xy[1]), <=, 1);
          sum += xy[0] * xy[3] - xy[2] * xy[1];
        }
      area += fabs (sum) / 2;
    }
  g_assert_cmpfloat_with_epsilon (area, G_PI * (0.3 * 0.3 / 4 + 0.2 * 0.2), 0.002);
}

/* Chances that rise from 0 at the left to 1 at the right. */
static ObOddsMap *
make_odds (void)
{
  ObOddsMap *odds = g_new0 (ObOddsMap, 1);

  g_atomic_ref_count_init (&odds->ref_count);
  odds->n = 11;
  odds->n_draws = 100;
  odds->profit = g_new (double, 121);
  odds->risk = g_new (double, 121);
  for (guint i = 0; i < 121; i++)
    {
      odds->profit[i] = i % 11 / 10.;
      odds->risk[i] = 0.5;
    }

  return odds;
}

/* The band lies between the outer lines, and nowhere else. */
static void
test_ink (void)
{
  g_autoptr (ObOddsMap) odds = make_odds ();
  g_autoptr (ObOddsMark) mark = ob_odds_mark_new (odds, OB_ODDS_PAYBACK);
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (ObRect));
  g_auto (ObTestPage) test = { 0 };

  ob_test_page_init (&test, OB_THEME_LIGHT, SIZE, SIZE);
  g_assert_true (ob_odds_mark_is_visible (mark));
  ob_odds_mark_draw_band (mark, &test.page, &square);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 0, 19, SIZE), ==, 0);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 21, 0, 158, SIZE), ==, 158 * SIZE);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 181, 0, 19, SIZE), ==, 0);
  /* Of one shade. */
  g_assert_cmphex (ob_test_page_get_pixel (&test, 25, 10), ==,
                   ob_test_page_get_pixel (&test, 120, 150));

  ob_odds_mark_draw_lines (mark, &test.page, &square, gaps);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 0, 16, SIZE), ==, 0);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 120, 150), !=, 0xffffff);
}

static void
test_labels (void)
{
  static const char *const texts[] = { "10\302\240% pay back", "50\302\240% pay back",
                                       "90\302\240% pay back" };
  g_autoptr (ObOddsMap) odds = make_odds ();
  g_autoptr (ObOddsMark) mark = ob_odds_mark_new (odds, OB_ODDS_PAYBACK);
  g_autoptr (ObOddsMark) nothing = NULL;
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (ObRect));
  g_auto (ObTestPage) test = { 0 };
  const GArray *boxes;

  ob_test_page_init (&test, OB_THEME_LIGHT, SIZE, SIZE);
  ob_odds_mark_put_labels (mark, &test.page, &square, gaps);
  boxes = ob_label_placer_get_boxes (test.page.labels);
  g_assert_cmpuint (boxes->len, ==, G_N_ELEMENTS (texts));
  g_assert_cmpuint (gaps->len, ==, G_N_ELEMENTS (texts));
  for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < boxes->len; i++)
        found |= g_str_equal (g_array_index (boxes, ObLabelBox, i).text, texts[k]);
      if (!found)
        g_error ("no “%s”", texts[k]);
    }

  /* The same chance everywhere has no lines. */
  for (guint i = 0; i < 121; i++)
    odds->profit[i] = 0.95;
  nothing = ob_odds_mark_new (odds, OB_ODDS_PAYBACK);
  g_assert_false (ob_odds_mark_is_visible (nothing));
  ob_odds_mark_draw_band (nothing, &test.page, &square);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 0, 5, 5), ==, 0);
}

static GStrv
export_lines (ObChart *chart)
{
  const ObExportOptions options = {
    .format = OB_EXPORT_CSV, .width = 600, .height = 400, .scale = 1
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ob_chart_export_full (chart, &options, &error);
  gsize size;
  const char *data;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  text = g_strndup (data, size);

  return g_strsplit (text, "\n", -1);
}

static guint
count_columns (const char *line)
{
  guint n = 1;

  for (; *line != '\0'; line++)
    n += *line == ',';

  return n;
}

static void
test_chart (void)
{
  ObResults *plain = ob_test_results_new_base ();
  g_autoptr (ObResults) without = ob_results_ref (plain);
  g_autoptr (ObResults) results = ob_test_results_add_sample (plain);
  g_autoptr (ObResults) elsewhere = NULL;
  g_autoptr (ObOddsMap) moved = make_odds ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  g_autofree char *with_band = NULL;
  g_autofree char *without_band = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (results->odds);
  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, 900, 600);
  g_assert_true (ob_test_chart_has_label (chart, "\302\240% pay back"));
  g_assert_true (ob_test_chart_has_label (chart, "10\302\240% to 90\302\240% pay back"));
  g_assert_false (ob_test_chart_has_label (chart, "risk >"));
  with_band = ob_chart_describe (chart);
  g_assert_nonnull (strstr (with_band, "Of draws from the ranges of the other inputs, "));
  g_assert_null (strstr (with_band, "have a bubble risk above"));

  ob_chart_set_hover (chart, 450, 300);
  ob_test_chart_draw (chart, 900, 600);
  g_assert_true (ob_test_chart_has_label (chart, "Draws that pay back"));
  ob_chart_set_hover (chart, -1, -1);

  lines = export_lines (chart);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      if (i == 0)
        g_assert_true (g_str_has_suffix (lines[i], ",chance_of_payback"));
      g_assert_cmpuint (count_columns (lines[i]), ==, count_columns (lines[0]));
    }

  /* Chances over another plane are not drawn, and none are without. */
  moved->plane = results->map->plane;
  moved->plane.x_max *= 0.9;
  elsewhere = ob_results_new_with_odds (results, moved);
  ob_chart_set_results (chart, elsewhere);
  ob_test_chart_draw (chart, 900, 600);
  g_assert_false (ob_test_chart_has_label (chart, "pay back"));

  ob_chart_set_results (chart, without);
  ob_test_chart_draw (chart, 900, 600);
  g_assert_false (ob_test_chart_has_label (chart, "pay back"));
  without_band = ob_chart_describe (chart);
  g_assert_null (strstr (without_band, "Of draws"));
}

/* The band of a high risk says above which level, on the page, in words and in the data. */
static void
test_risk_level (void)
{
  g_autoptr (ObResults) results = NULL;
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  g_autofree char *description = NULL;
  g_auto (GStrv) lines = NULL;
  ObInputs inputs;
  ObPlane plane;
  ObOverlay overlay;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  ob_overlay_init (&overlay);
  overlay.payback_band = FALSE;
  overlay.risk_band = TRUE;
  overlay.risk_level = 0.7;
  results = ob_test_results_add_sample (
    ob_results_new_with_overlay (&inputs, &plane, &overlay, 33, 1, NULL));

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, 900, 600);
  g_assert_true (ob_test_chart_has_label (chart, "have a risk above 70\302\240%"));
  /* In a column of print, in brief. */
  ob_chart_set_framed (chart, TRUE, "A scenario");
  ob_test_chart_draw (chart, 336, 252);
  g_assert_true (ob_test_chart_has_label (chart, "risk > 70\302\240%")
                 || ob_test_chart_has_label (chart, "have a risk above 70\302\240%"));
  ob_chart_set_framed (chart, FALSE, NULL);
  ob_test_chart_draw (chart, 240, 200);
  g_assert_true (ob_test_chart_has_label (chart, "risk > 70\302\240%"));
  description = ob_chart_describe (chart);
  g_assert_nonnull (strstr (description, "have a bubble risk above 70\302\240%"));
  lines = export_lines (chart);
  g_assert_true (g_str_has_suffix (lines[0], ",chance_of_risk_above_0.7"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/odds-band/outline", test_outline);
  g_test_add_func ("/odds-band/ink", test_ink);
  g_test_add_func ("/odds-band/labels", test_labels);
  g_test_add_func ("/odds-band/chart", test_chart);
  g_test_add_func ("/odds-band/risk-level", test_risk_level);

  return g_test_run ();
}
