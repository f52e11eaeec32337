/* test-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart.h"
#include "ob-quantity.h"
#include "ob-test-chart.h"
#include "ob-test-page.h"
#include "ob-test-results.h"

#include <locale.h>
#include <math.h>

static void
draw (ObChart *chart, double width, double height)
{
  g_auto (ObTestPage) test = { 0 };

  ob_test_page_init (&test, OB_THEME_LIGHT, MAX (width, 1), MAX (height, 1));
  ob_chart_draw (chart, test.page.cr, width, height);
}

static void
test_ids (void)
{
  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kind);
      ObChartKind found = OB_N_CHARTS;

      g_assert_cmpint (ob_chart_get_kind (chart), ==, kind);
      g_assert_true (ob_chart_kind_from_id (ob_chart_kind_get_id (kind), &found));
      g_assert_cmpint (found, ==, kind);
      g_assert_cmpstr (ob_chart_kind_get_title (kind), !=, "");
    }

  {
    ObChartKind untouched = OB_CHART_CASH;

    g_assert_false (ob_chart_kind_from_id ("pie", &untouched));
    g_assert_cmpint (untouched, ==, OB_CHART_CASH);
  }
}

/* Without results a page says so. */
static void
test_empty (void)
{
  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kind);
      g_autofree char *description = ob_chart_describe (chart);
      const GArray *boxes;
      double x;
      double y;

      draw (chart, 400, 300);
      boxes = ob_chart_get_label_boxes (chart);
      g_assert_cmpuint (boxes->len, ==, 1);
      g_assert_cmpstr (g_array_index (boxes, ObLabelBox, 0).text, ==, description);
      g_assert_false (ob_chart_page_to_data (chart, 200, 150, &x, &y));
      g_assert_false (ob_chart_snap (chart, 200, 150, 1000, &x, &y));
    }
}

/* Results without a map: the frontier says so, as the odds do of a sample, and the
 * others do not need one. */
static void
test_no_map (void)
{
  g_autoptr (ObResults) results = NULL;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  results = ob_results_new (&inputs, NULL, 0, 1, NULL);
  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kind);
      g_autofree char *description = NULL;

      ob_chart_set_results (chart, results);
      ob_test_chart_compare (chart, results);
      draw (chart, 400, 300);
      if (kind == OB_CHART_FRONTIER || kind == OB_CHART_ODDS)
        g_assert_cmpuint (ob_chart_get_label_boxes (chart)->len, ==, 1);
      else if (kind == OB_CHART_INDICES)
        g_assert_cmpuint (ob_chart_get_label_boxes (chart)->len, ==, 2); /* nothing was studied */
      else
        g_assert_cmpuint (ob_chart_get_label_boxes (chart)->len, >, 5);
      description = ob_chart_describe (chart);
      g_assert_cmpstr (description, !=, "");
    }
}

static void
test_inverse (void)
{
  static const struct
  {
    double width;
    double height;
    gboolean framed;
  } pages[] = {
    { 900, 600, FALSE }, { 240, 160, FALSE }, { 2560, 1600, TRUE }, { 340, 300, TRUE }
  };
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kind);

      /* Without a sample there is nothing to lay out; test-fan-chart has one. */
      if (kind == OB_CHART_ODDS)
        continue;

      ob_chart_set_results (chart, results);
      ob_test_chart_compare (chart, results);
      for (guint p = 0; p < G_N_ELEMENTS (pages); p++)
        {
          guint inside = 0;

          ob_chart_set_framed (chart, pages[p].framed, NULL);
          draw (chart, pages[p].width, pages[p].height);
          for (guint i = 0; i < 500; i++)
            {
              double page_x = g_rand_double_range (rand, -20, pages[p].width + 20);
              double page_y = g_rand_double_range (rand, -20, pages[p].height + 20);
              double x;
              double y;
              double back_x;
              double back_y;

              if (ob_chart_page_to_data (chart, page_x, page_y, &x, &y))
                {
                  ob_chart_data_to_page (chart, x, y, &back_x, &back_y);
                  g_assert_cmpfloat_with_epsilon (back_x, page_x, 1e-6);
                  g_assert_cmpfloat_with_epsilon (back_y, page_y, 1e-6);
                  inside++;
                  continue;
                }

              /* Outside: the nearest place inside. */
              ob_chart_data_to_page (chart, x, y, &back_x, &back_y);
              g_assert_cmpfloat (back_x, >=, -1e-6);
              g_assert_cmpfloat (back_x, <=, pages[p].width + 1e-6);
              g_assert_cmpfloat (back_y, >=, -1e-6);
              g_assert_cmpfloat (back_y, <=, pages[p].height + 1e-6);
            }
          /* Names and values beside bars take most of the smallest page. */
          g_assert_cmpuint (inside, >, 20);
        }
    }
}

/* Snapping gives the nearest place on the curve, and only within the radius. */
static void
test_snap (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  const ObFrontier *frontier = results->frontier;

  g_assert_cmpuint (frontier->n_curves, >, 0);
  ob_chart_set_results (chart, results);
  ob_test_chart_compare (chart, results);
  draw (chart, 900, 600);

  for (guint i = 0; i < frontier->curves[0].n_points; i++)
    {
      const ObPoint *point = &frontier->curves[0].points[i];
      double page_x;
      double page_y;
      double x;
      double y;

      ob_chart_data_to_page (chart, point->x, point->y, &page_x, &page_y);
      g_assert_true (ob_chart_snap (chart, page_x, page_y, 1, &x, &y));
      g_assert_cmpfloat_with_epsilon (x, point->x, 1e-6 * 1500);
      g_assert_cmpfloat_with_epsilon (y, point->y, 1e-6);

      /* From 4 px beside it, something on the curve no further than that. */
      if (ob_chart_snap (chart, page_x + 4, page_y, 6, &x, &y))
        {
          double there_x;
          double there_y;

          ob_chart_data_to_page (chart, x, y, &there_x, &there_y);
          g_assert_cmpfloat (hypot (there_x - page_x - 4, there_y - page_y), <=, 4 + 1e-6);
        }
      else
        {
          g_assert_not_reached ();
        }
    }

  {
    double x;
    double y;
    double page_x;
    double page_y;

    ob_chart_data_to_page (chart, 1400, 0.5, &page_x, &page_y);
    g_assert_false (ob_chart_snap (chart, page_x, page_y, 6, &x, &y));
  }
}

static void
get_range (ObChart *chart, double *min, double *max)
{
  double x;

  ob_chart_page_to_data (chart, 0, 1e6, &x, min);
  ob_chart_page_to_data (chart, 0, -1e6, &x, max);
}

/* While held an axis keeps or grows; released it fits again. */
static void
test_held (void)
{
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double min;
  double max;
  double last = 0;
  double fitted;

  {
    g_autoptr (ObResults) results = ob_test_results_new_base ();

    ob_chart_set_results (chart, results);
    ob_test_chart_compare (chart, results);
    ob_chart_set_held (chart, TRUE);
    draw (chart, 600, 400);
    get_range (chart, &min, &fitted);
    last = fitted;
  }

  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (ObResults) results = ob_test_results_new_base ();
      double peak = g_rand_double_range (rand, 1, i < 30 ? 4000 : 20000);

      ob_test_results_flatten (results, peak, 1);
      ob_chart_set_results (chart, results);
      ob_test_chart_compare (chart, results);
      draw (chart, 600, 400);
      get_range (chart, &min, &max);
      g_assert_cmpfloat (min, ==, 0);
      g_assert_cmpfloat (max, >=, last);
      g_assert_cmpfloat (max, >=, peak);
      if (peak <= last)
        g_assert_cmpfloat (max, ==, last);
      last = max;
    }
  g_assert_cmpfloat (last, >, fitted);

  {
    g_autoptr (ObResults) results = ob_test_results_new_base ();

    ob_chart_set_results (chart, results);
    ob_test_chart_compare (chart, results);
    draw (chart, 600, 400);
    get_range (chart, &min, &max);
    g_assert_cmpfloat (max, ==, last);
    ob_chart_set_held (chart, FALSE);
    draw (chart, 600, 400);
    get_range (chart, &min, &max);
    g_assert_cmpfloat (max, ==, fitted);
  }
}

/* Whatever the numbers and the size, a chart is drawn. */
static void
test_extremes (void)
{
  static const double values[] = { 0, 1, -1, 1e-300, 1e300, -1e300, 1e15, 1e-9 };
  static const double sizes[][2] = { { 0, 0 },    { 1, 1 },    { 24, 24 },  { 64, 64 },
                                     { 25, 900 }, { 900, 25 }, { 500, 300 } };

  for (guint v = 0; v < G_N_ELEMENTS (values); v++)
    {
      g_autoptr (ObResults) results = ob_test_results_new_base ();

      ob_test_results_flatten (results, values[v], values[v]);
      for (int kind = 0; kind < OB_N_CHARTS; kind++)
        {
          g_autoptr (ObChart) chart = ob_chart_new (kind);
          g_autofree char *description = NULL;

          ob_chart_set_results (chart, results);
          ob_test_chart_compare (chart, results);
          ob_chart_set_quarter (chart, OB_N_QUARTERS - 1);
          for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
            {
              ob_chart_set_hover (chart, sizes[s][0] / 2, sizes[s][1] / 2);
              ob_chart_set_framed (chart, s % 2 == 0, "Extremes");
              draw (chart, sizes[s][0], sizes[s][1]);
            }
          description = ob_chart_describe (chart);
          g_assert_null (strstr (description, "inf"));
        }
    }
}

/* One quarter unlike all others. */
static void
test_spike (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();

  ob_test_results_flatten (results, 1, 1);
  for (guint k = 0; k < OB_N_SERIES; k++)
    results->run.series[k][40] = k % 2 == 0 ? 1e12 : -1e12;
  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kind);

      ob_chart_set_results (chart, results);
      ob_test_chart_compare (chart, results);
      ob_chart_set_quarter (chart, 40);
      draw (chart, 640, 480);
    }
}

/* There is ink on the line and none on the page around an unframed plot. */
static void
test_ink (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  const double *revenue = results->run.series[OB_SERIES_REVENUE];
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
  g_auto (ObTestPage) test = { 0 };

  ob_test_page_init (&test, OB_THEME_LIGHT, 900, 600);
  ob_chart_set_results (chart, results);
  ob_test_chart_compare (chart, results);
  ob_chart_draw (chart, test.page.cr, 900, 600);

  for (guint i = 1; i + 1 < OB_N_QUARTERS; i++)
    {
      double x;
      double y;

      /* Dashes are shorter than this. */
      ob_chart_data_to_page (chart, i + 0.5, revenue[i], &x, &y);
      g_assert_cmpuint (ob_test_page_count_ink (&test, lround (x) - 5, lround (y) - 5, 10, 10), >,
                        0);
    }
  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 0, 900, 3), ==, 0);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 0, 3, 600), ==, 0);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 897, 0, 3, 600), ==, 0);
}

/* The map is orange where it loses and blue where it gains. */
static void
test_map_ink (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  g_auto (ObTestPage) test = { 0 };
  double x;
  double y;
  guint32 gain;
  guint32 loss;

  ob_test_page_init (&test, OB_THEME_LIGHT, 900, 600);
  ob_chart_set_results (chart, results);
  ob_test_chart_compare (chart, results);
  ob_chart_draw (chart, test.page.cr, 900, 600);

  ob_chart_data_to_page (chart, 60, 0.2, &x, &y);
  gain = ob_test_page_get_pixel (&test, x, y);
  ob_chart_data_to_page (chart, 1400, 0.2, &x, &y);
  loss = ob_test_page_get_pixel (&test, x, y);
  g_assert_cmpuint (gain & 0xff, >, gain >> 16);
  g_assert_cmpuint (loss >> 16, >, loss & 0xff);
}

/* Drawing twice gives the same picture; another theme gives another. */
static void
test_pure (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();

  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kind);
      g_auto (ObTestPage) first = { 0 };
      g_auto (ObTestPage) second = { 0 };
      g_auto (ObTestPage) dark = { 0 };

      ob_test_page_init (&first, OB_THEME_LIGHT, 500, 300);
      ob_test_page_init (&second, OB_THEME_LIGHT, 500, 300);
      ob_test_page_init (&dark, OB_THEME_LIGHT, 500, 300);
      ob_chart_set_results (chart, results);
      ob_test_chart_compare (chart, results);
      ob_chart_draw (chart, first.page.cr, 500, 300);
      draw (chart, 800, 200);
      ob_chart_draw (chart, second.page.cr, 500, 300);
      g_assert_cmpfloat (ob_test_page_compare (&first, &second), ==, 0);
      ob_chart_set_theme (chart, OB_THEME_DARK);
      ob_chart_draw (chart, dark.page.cr, 500, 300);
      g_assert_cmpfloat (ob_test_page_compare (&first, &dark), >, 0.1);
    }
}

/* A transparent chart leaves the page as it is around it. */
static void
test_background (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_CASH);
  g_auto (ObTestPage) test = { 0 };

  ob_test_page_init (&test, OB_THEME_LIGHT, 400, 300);
  cairo_set_source_rgb (test.page.cr, 1, 0, 0);
  cairo_paint (test.page.cr);
  ob_chart_set_results (chart, results);
  ob_test_chart_compare (chart, results);
  ob_chart_set_background (chart, FALSE);
  ob_chart_draw (chart, test.page.cr, 400, 300);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 1, 1), ==, 0xff0000);
  ob_chart_set_background (chart, TRUE);
  ob_chart_draw (chart, test.page.cr, 400, 300);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 1, 1), ==, 0xffffff);
}

/* The readout says what is under the pointer, and goes when it leaves. */
static void
test_hover (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_POWER);
  g_autofree char *quarter = ob_quarter_format (results->run.start_year, 30);
  const GArray *boxes;
  double x;
  double y;
  guint n = 0;
  guint before;

  ob_chart_set_results (chart, results);
  ob_test_chart_compare (chart, results);
  draw (chart, 700, 400);
  before = ob_chart_get_label_boxes (chart)->len;
  ob_chart_data_to_page (chart, 30.5, 100, &x, &y);
  ob_chart_set_hover (chart, x, y);
  draw (chart, 700, 400);
  boxes = ob_chart_get_label_boxes (chart);
  for (guint i = 0; i < boxes->len; i++)
    n += g_str_equal (g_array_index (boxes, ObLabelBox, i).text, quarter);
  g_assert_cmpuint (n, ==, 1);

  ob_chart_set_hover (chart, -1, -1);
  draw (chart, 700, 400);
  g_assert_cmpuint (ob_chart_get_label_boxes (chart)->len, ==, before);
}

/* The trail of another plane is not drawn, that of this one is. */
static void
test_trail (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObResults) trail = NULL;
  g_autoptr (ObResults) other = NULL;
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  g_auto (ObTestPage) without = { 0 };
  g_auto (ObTestPage) with = { 0 };
  g_auto (ObTestPage) elsewhere = { 0 };
  ObInputs inputs;
  ObPlane plane;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_LIFESPAN] = 6;
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  trail = ob_results_new (&inputs, &plane, 17, 2, NULL);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_POWER_ADD);
  other = ob_results_new (&inputs, &plane, 17, 3, NULL);

  ob_test_page_init (&without, OB_THEME_LIGHT, 500, 300);
  ob_test_page_init (&with, OB_THEME_LIGHT, 500, 300);
  ob_test_page_init (&elsewhere, OB_THEME_LIGHT, 500, 300);
  ob_chart_set_results (chart, results);
  ob_test_chart_compare (chart, results);
  ob_chart_draw (chart, without.page.cr, 500, 300);
  ob_chart_set_trail (chart, trail);
  ob_chart_draw (chart, with.page.cr, 500, 300);
  ob_chart_set_trail (chart, other);
  ob_chart_draw (chart, elsewhere.page.cr, 500, 300);
  g_assert_cmpfloat (ob_test_page_compare (&without, &with), >, 0);
  g_assert_cmpfloat (ob_test_page_compare (&without, &elsewhere), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart/ids", test_ids);
  g_test_add_func ("/chart/empty", test_empty);
  g_test_add_func ("/chart/no-map", test_no_map);
  g_test_add_func ("/chart/inverse", test_inverse);
  g_test_add_func ("/chart/snap", test_snap);
  g_test_add_func ("/chart/held", test_held);
  g_test_add_func ("/chart/extremes", test_extremes);
  g_test_add_func ("/chart/spike", test_spike);
  g_test_add_func ("/chart/ink", test_ink);
  g_test_add_func ("/chart/map-ink", test_map_ink);
  g_test_add_func ("/chart/pure", test_pure);
  g_test_add_func ("/chart/background", test_background);
  g_test_add_func ("/chart/hover", test_hover);
  g_test_add_func ("/chart/trail", test_trail);

  return g_test_run ();
}
