/* test-tornado-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"
#include "ob-tornado.h"

#include <math.h>

static const ObChartKind kinds[] = { OB_CHART_TORNADO, OB_CHART_TORNADO_RISK,
                                     OB_CHART_DISAGREEMENT };

static ObChart *
chart_new (ObChartKind kind, ObResults *results, double width, double height)
{
  ObChart *chart = ob_chart_new (kind);

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, width, height);

  return chart;
}

/* A place on a row says which input it moves, and the names stand in that row. */
static void
test_rows (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (ObChart) chart = chart_new (kinds[k], results, 900, 700);
      const GArray *boxes = ob_chart_get_label_boxes (chart);
      guint n = ob_chart_get_n_items (chart);
      guint n_named = 0;

      g_assert_cmpuint (n, >, 8);
      for (guint i = 0; i < boxes->len; i++)
        {
          const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, i);

          for (guint item = 0; item < n; item++)
            {
              ObParameter lever;

              g_assert_true (ob_chart_get_item_lever (chart, (int) item, &lever));
              if (!g_str_equal (box->text, ob_parameter_get_label (lever)))
                continue;

              g_assert_cmpint (
                ob_chart_get_item_at (chart, box->x + box->width / 2, box->y + box->height / 2), ==,
                (int) item);
              n_named++;
            }
        }
      g_assert_cmpuint (n_named, ==, n);
      g_assert_cmpint (ob_chart_get_item_at (chart, 450, 1), ==, -1);
      g_assert_cmpint (ob_chart_get_item_at (chart, 450, 699), ==, -1);
    }
}

/* Sources stand at the ends of what they say. */
static void
test_sources (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) plain = chart_new (OB_CHART_TORNADO, results, 1100, 700);
  g_autoptr (ObChart) sourced = chart_new (OB_CHART_DISAGREEMENT, results, 1100, 700);

  g_assert_true (ob_test_chart_has_label (plain, "2\302\240years"));
  g_assert_false (ob_test_chart_has_label (plain, "Burry"));
  g_assert_true (ob_test_chart_has_label (sourced, "2\302\240years, Michael Burry"));
  g_assert_true (ob_test_chart_has_label (sourced, "8\302\240years, "));
  g_assert_true (ob_test_chart_has_label (sourced, "Epoch AI"));
}

/* The median of the sources may be where a bar ends: the label stands beside both. */
static void
test_median (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = chart_new (OB_CHART_DISAGREEMENT, results, 1100, 700);
  g_autoptr (GBytes) csv = ob_chart_export (chart, OB_EXPORT_CSV, 600, 400, 1, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  const GArray *boxes = ob_chart_get_label_boxes (chart);
  gboolean found = FALSE;
  double median = NAN, x, y;

  for (guint i = 1; *rows[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", 10);

      if (g_str_equal (cells[0], "power_add"))
        median = g_ascii_strtod (cells[8], NULL);
    }
  g_assert_false (isnan (median));
  ob_chart_data_to_page (chart, median, 0, &x, &y);
  for (guint i = 0; i < boxes->len; i++)
    {
      const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, i);

      if (strstr (box->text, "26\302\240GW") == NULL)
        continue;
      found = TRUE;
      /* Half the width of the diamond and of its outline, at the size of the text. */
      g_assert_cmpfloat (box->x, >, x + 0.4 * 13 + 1);
      g_assert_cmpfloat (box->x, <, x + 2 * 13);
    }
  g_assert_true (found);
}

static gboolean
is_ink (cairo_surface_t *surface, double x, double y, double red, double blue)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  const guchar *pixel = data + (int) y * cairo_image_surface_get_stride (surface) + 4 * (int) x;

  return abs (pixel[2] - (int) lround (red * 255)) < 12
         && abs (pixel[0] - (int) lround (blue * 255)) < 12;
}

/* Each bar reaches from the value now to the value at its end. */
static void
test_bars (void)
{
  static const ObTornadoRange range = { OB_PARAMETER_LIFESPAN, 2, NAN, 8 };
  const ObTheme *theme = ob_theme_get (OB_THEME_LIGHT);
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = chart_new (OB_CHART_TORNADO, results, 900, 700);
  g_autoptr (ObTornado) expected =
    ob_tornado_new (&results->inputs, &range, 1, OB_METRIC_NPV, NULL);
  cairo_surface_t *surface = ob_chart_draw_to_image (chart, 900, 700, 1);
  guint n = ob_chart_get_n_items (chart);
  guint item = 0;
  ObParameter lever;
  double low;
  double now;
  double high;
  double y;

  while (ob_chart_get_item_lever (chart, (int) item, &lever) && lever != OB_PARAMETER_LIFESPAN)
    item++;
  g_assert_cmpuint (item, <, n);

  ob_chart_data_to_page (chart, expected->bars[0].low, n - item - 0.5, &low, &y);
  ob_chart_data_to_page (chart, expected->value, 0, &now, &(double){ 0 });
  ob_chart_data_to_page (chart, expected->bars[0].high, 0, &high, &(double){ 0 });
  g_assert_cmpfloat (low + 20, <, now);
  g_assert_cmpfloat (now + 10, <, high);
  g_assert_true (is_ink (surface, low + 3, y, theme->category[0].red, theme->category[0].blue));
  g_assert_true (is_ink (surface, now - 4, y, theme->category[0].red, theme->category[0].blue));
  g_assert_true (is_ink (surface, now + 4, y, theme->category[1].red, theme->category[1].blue));
  g_assert_true (is_ink (surface, high - 3, y, theme->category[1].red, theme->category[1].blue));
  g_assert_false (is_ink (surface, high + 3, y, theme->category[1].red, theme->category[1].blue));
  cairo_surface_destroy (surface);
}

/* What is picked is said first; small pages say how many are left out. */
static void
test_words (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (ObChart) chart = chart_new (kinds[k], results, 500, 220);
      g_autofree char *all = ob_chart_describe (chart);
      ObParameter lever;

      g_assert_true (ob_test_chart_has_label (chart, "more input"));
      for (guint i = 0; i < ob_chart_get_n_items (chart); i++)
        {
          g_autofree char *picked = NULL;

          ob_chart_set_item (chart, (int) i);
          picked = ob_chart_describe (chart);
          g_assert_true (ob_chart_get_item_lever (chart, (int) i, &lever));
          g_assert_true (g_str_has_prefix (picked, ob_parameter_get_label (lever)));
          g_assert_true (g_str_has_suffix (picked, all));
        }
      g_assert_false (ob_chart_get_item_lever (chart, -1, &lever));
      g_assert_false (ob_chart_get_item_lever (chart, (int) ob_chart_get_n_items (chart), &lever));
    }
}

/* The key is whole where it is there: beside the title, below it, or not at all. */
static void
test_key (void)
{
  static const struct
  {
    int width;
    int height;
    gboolean keyed;
  } pages[] = { { 900, 600, TRUE }, { 316, 200, TRUE }, { 240, 300, TRUE }, { 240, 110, FALSE } };
  static const char *const entries[] = { "at the low end", "at the high end",
                                         "median of the sources" };
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_DISAGREEMENT);

  ob_chart_set_results (chart, results);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      ob_test_chart_draw (chart, pages[i].width, pages[i].height);
      for (guint k = 0; k < G_N_ELEMENTS (entries); k++)
        {
          if (ob_test_chart_has_label (chart, entries[k]) != pages[i].keyed)
            g_error ("“%s” at %d × %d", entries[k], pages[i].width, pages[i].height);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tornado-chart/rows", test_rows);
  g_test_add_func ("/tornado-chart/sources", test_sources);
  g_test_add_func ("/tornado-chart/median", test_median);
  g_test_add_func ("/tornado-chart/bars", test_bars);
  g_test_add_func ("/tornado-chart/words", test_words);
  g_test_add_func ("/tornado-chart/key", test_key);

  return g_test_run ();
}
