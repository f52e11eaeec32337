/* test-frontier-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-frontier-search.h"
#include "ob-iso-mark.h"
#include "ob-page-path.h"
#include "ob-test-chart.h"
#include "ob-test-page.h"
#include "ob-test-results.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* Half a circle around (100, 100), as points of a plot of 200 by 200. */
static void
init_arc (ObPagePath *path, const ObPlot *plot)
{
  double xy[2 * 101];

  for (guint i = 0; i <= 100; i++)
    {
      xy[2 * i] = 0.5 - 0.4 * cos (G_PI * i / 100.);
      xy[2 * i + 1] = 0.5 + 0.4 * sin (G_PI * i / 100.);
    }
  ob_page_path_init_units (path, plot, xy, 101);
}

static const ObPlot square = { .rect = { 0, 0, 200, 200 },
                               .x = { OB_SCALE_LINEAR, 0, 1 },
                               .y = { OB_SCALE_LINEAR, 0, 1 } };

static void
test_path_places (void)
{
  g_auto (ObPagePath) path = { 0 };
  double x;
  double y;

  init_arc (&path, &square);
  g_assert_cmpfloat_with_epsilon (ob_page_path_get_length (&path), 80 * G_PI, 0.1);
  ob_page_path_get_place (&path, 0, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (y, 100, 1e-9);
  ob_page_path_get_place (&path, 0.5, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 100, 0.1);
  g_assert_cmpfloat_with_epsilon (y, 20, 0.1);
  ob_page_path_get_place (&path, 7, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, 180, 1e-9);

  g_assert_true (ob_page_path_hits (&path, &(ObRect){ 90, 15, 20, 10 }));
  g_assert_false (ob_page_path_hits (&path, &(ObRect){ 90, 25, 20, 10 }));
  g_assert_false (ob_page_path_hits (&path, &(ObRect){ 0, 110, 200, 90 }));
}

/* A label stands upright on the middle of its line, which is broken there and
 * nowhere else; what stands there already moves it along the line, and another
 * line in the way takes the place from it. */
static void
test_path_label (void)
{
  g_auto (ObTestPage) test = { 0 };
  g_auto (ObPagePath) path = { 0 };
  g_auto (ObPagePath) fence = { 0 };
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (ObRect));
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (ObPagePath));
  const ObLabel label = { .text = "Label" };
  const ObRect *gap;

  ob_test_page_init (&test, OB_THEME_LIGHT, 200, 200);
  init_arc (&path, &square);
  g_assert_true (ob_page_path_put_label (&path, &test.page, &square.rect, &label, NULL, 1, gaps));
  g_assert_cmpuint (gaps->len, ==, 1);
  gap = &g_array_index (gaps, ObRect, 0);
  g_assert_cmpfloat_with_epsilon (gap->x + gap->width / 2, 100, 0.2);
  g_assert_cmpfloat_with_epsilon (gap->y + gap->height / 2, 20, 0.2);
  g_assert_cmpfloat (gap->width, >, gap->height);

  g_assert_true (ob_page_path_put_label (&path, &test.page, &square.rect, &label, NULL, 1, gaps));
  gap = &g_array_index (gaps, ObRect, 1);
  g_assert_cmpfloat (fabs (gap->x + gap->width / 2 - 100), >, 20);
  g_assert_true (ob_page_path_hits (&path, gap));

  /* Too short a line stays without a label. */
  g_assert_false (ob_page_path_put_label (&path, &test.page, &square.rect, &label, NULL, 50, gaps));

  /* A line that runs along it leaves no place. */
  g_array_append_val (others, path);
  g_array_set_size (gaps, 0);
  ob_label_placer_reset (test.page.labels, 200, 200);
  ob_page_path_init_line (&fence, 0, 22, 200, 22);
  {
    ObPagePath straight = { 0 };

    ob_page_path_init_line (&straight, 0, 20, 200, 20);
    g_array_append_val (others, fence);
    g_assert_false (
      ob_page_path_put_label (&straight, &test.page, &square.rect, &label, others, 1, gaps));
    g_assert_true (
      ob_page_path_put_label (&straight, &test.page, &square.rect, &label, NULL, 1, gaps));
    ob_page_path_clear (&straight);
  }
}

/* No place on the curves is nearer than the shortest way, in the scale of the axes,
 * one of which is logarithmic. */
static void
test_shortest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  ObFrontier *frontier;
  ObInputs inputs;
  ObPlane plane;
  double x;
  double y;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_H100E_PER_GW);
  g_assert_cmpint (ob_parameter_get_info (plane.y)->scale, ==, OB_SCALE_LOG);
  frontier = ob_frontier_new (&inputs, &plane, OB_METRIC_NPV, 0, NULL, NULL);
  g_assert_cmpuint (frontier->n_curves, >, 0);

  for (guint n = 0; n < 50; n++)
    {
      double ux = g_rand_double (rand);
      double uy = g_rand_double (rand);
      double shortest;

      g_assert_true (ob_frontier_search_shortest (frontier, ob_plane_x_from_unit (&plane, ux),
                                                  ob_plane_y_from_unit (&plane, uy), &x, &y));
      shortest = hypot (ob_plane_x_to_unit (&plane, x) - ux, ob_plane_y_to_unit (&plane, y) - uy);
      for (guint k = 0; k < frontier->n_curves; k++)
        {
          for (guint i = 0; i < frontier->curves[k].n_points; i++)
            {
              const ObPoint *point = &frontier->curves[k].points[i];

              g_assert_cmpfloat (hypot (ob_plane_x_to_unit (&plane, point->x) - ux,
                                        ob_plane_y_to_unit (&plane, point->y) - uy),
                                 >=, shortest - 1e-9);
            }
        }
    }
  ob_frontier_free (frontier);
}

/* Lines of risk are drawn where they were asked for, and are not those of npv. */
static void
test_risk_lines (void)
{
  g_autoptr (ObResults) base = ob_test_results_new_base ();
  ObIsoMark *risk = ob_iso_mark_new_risk (base->map);
  ObIsoMark *flat;
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (ObRect));
  g_auto (ObTestPage) test = { 0 };
  const GArray *boxes;

  ob_test_page_init (&test, OB_THEME_LIGHT, 400, 400);
  ob_iso_mark_put_labels (
    risk, &test.page, &(ObPlot){ .rect = { 0, 0, 400, 400 }, .x = square.x, .y = square.y }, gaps);
  boxes = ob_label_placer_get_boxes (test.page.labels);
  g_assert_cmpuint (boxes->len, >=, 2);
  for (guint i = 0; i < boxes->len; i++)
    g_assert_true (g_str_has_prefix (g_array_index (boxes, ObLabelBox, i).text, "Risk "));
  ob_iso_mark_free (risk);

  /* The same risk everywhere has no lines. */
  for (gsize i = 0; i < (gsize) base->map->nx * base->map->ny; i++)
    base->map->bubble_risk[i] = 0.5;
  flat = ob_iso_mark_new_risk (base->map);
  ob_label_placer_reset (test.page.labels, 400, 400);
  ob_iso_mark_put_labels (
    flat, &test.page, &(ObPlot){ .rect = { 0, 0, 400, 400 }, .x = square.x, .y = square.y }, gaps);
  g_assert_cmpuint (ob_label_placer_get_boxes (test.page.labels)->len, ==, 0);
  ob_iso_mark_free (flat);
}

/* A box that was kept is drawn with its share, on a map of which an axis has a limit, and
 * says when it is out of date. */
static void
test_kept_box (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  g_autofree char *description = NULL;
  ObDiscovery discovery;

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, 800, 500);
  g_assert_false (ob_test_chart_has_label (chart, "of the draws"));

  ob_discovery_init (&discovery);
  discovery.n_limits = 1;
  discovery.limits[0] = (ObDiscoveryLimit){ OB_PARAMETER_LIFESPAN, -INFINITY, 5 };
  discovery.coverage = 0.73;
  ob_chart_set_discovery (chart, &discovery, FALSE);
  ob_test_chart_draw (chart, 800, 500);
  g_assert_false (ob_test_chart_has_label (chart, "of the draws"));

  discovery.limits[0] = (ObDiscoveryLimit){ OB_PARAMETER_CAPEX, 400, 1200 };
  ob_chart_set_discovery (chart, &discovery, FALSE);
  ob_test_chart_draw (chart, 800, 500);
  g_assert_true (ob_test_chart_has_label (chart, "of the draws that do not pay back"));
  g_assert_false (ob_test_chart_has_label (chart, "out of date"));
  description = ob_chart_describe (chart);
  g_assert_nonnull (strstr (description, "have Capex between"));

  ob_chart_set_discovery (chart, &discovery, TRUE);
  ob_test_chart_draw (chart, 800, 500);
  g_assert_true (ob_test_chart_has_label (chart, "out of date"));
  ob_chart_set_discovery (chart, NULL, FALSE);
  ob_test_chart_draw (chart, 800, 500);
  g_assert_false (ob_test_chart_has_label (chart, "of the draws"));
}

/* The rows of an exported map that are named @name, those of it with places. */
static guint
get_corners (ObChart *chart, const char *name, double corners[5][2])
{
  g_autoptr (GBytes) csv = ob_chart_export (chart, OB_EXPORT_CSV, 600, 400, 1, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);
  g_auto (GStrv) heads = g_strsplit (rows[0], ",", -1);
  guint n = 0;

  for (guint i = 1; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

      if (g_strcmp0 (cells[0], name) != 0)
        continue;

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (heads));
      for (guint k = 3; cells[k] != NULL; k++)
        g_assert_cmpstr (cells[k], ==, "");
      g_assert_cmpuint (n, <, 5);
      corners[n][0] = g_ascii_strtod (cells[1], NULL);
      corners[n++][1] = g_ascii_strtod (cells[2], NULL);
    }

  return n;
}

/* The data have the box where it is drawn, cut by the map, and nowhere else. */
static void
test_box_data (void)
{
  static const double expected[5][2] = {
    { 400, 0.1 }, { 1500, 0.1 }, { 1500, 0.5 }, { 400, 0.5 }, { 400, 0.1 }
  };
  g_autoptr (ObResults) results = ob_test_results_add_sample (ob_test_results_new_family ());
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  ObDiscovery discovery;
  double corners[5][2];

  ob_chart_set_results (chart, results);
  g_assert_cmpuint (get_corners (chart, "box", corners), ==, 0);

  ob_discovery_init (&discovery);
  discovery.n_limits = 3;
  discovery.limits[0] = (ObDiscoveryLimit){ OB_PARAMETER_CAPEX, 400, INFINITY };
  discovery.limits[1] = (ObDiscoveryLimit){ OB_PARAMETER_SUBSIDY, 0.1, 0.5 };
  discovery.limits[2] = (ObDiscoveryLimit){ OB_PARAMETER_LIFESPAN, -INFINITY, 6 };
  ob_chart_set_discovery (chart, &discovery, FALSE);
  g_assert_cmpuint (get_corners (chart, "outdated_box", corners), ==, 0);
  g_assert_cmpuint (get_corners (chart, "box", corners), ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_cmpfloat (corners[i][0], ==, MIN (expected[i][0], results->map->plane.x_max));
      g_assert_cmpfloat (corners[i][1], ==, expected[i][1]);
    }

  ob_chart_set_discovery (chart, &discovery, TRUE);
  g_assert_cmpuint (get_corners (chart, "box", corners), ==, 0);
  g_assert_cmpuint (get_corners (chart, "outdated_box", corners), ==, 5);

  /* The map does not cut it where the lifespan is out of it. */
  discovery.limits[2].high = 4;
  ob_chart_set_discovery (chart, &discovery, FALSE);
  g_assert_cmpuint (get_corners (chart, "box", corners), ==, 0);
}

/* Where both axes begin each has its 0, however high the lines of the font are. */
static void
test_corner (void)
{
  static const char *const families[] = { "Cantarell, sans", "Noto Sans CJK SC, sans", "serif" };
  g_autoptr (ObResults) base = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);

  ob_chart_set_results (chart, base);
  for (guint i = 0; i < G_N_ELEMENTS (families); i++)
    {
      for (double size = 13; size <= 30; size++)
        {
          guint n = 0;
          const GArray *boxes;

          ob_chart_set_font (chart, families[i], size);
          ob_test_chart_draw (chart, 700, 400);
          boxes = ob_chart_get_label_boxes (chart);
          for (guint k = 0; k < boxes->len; k++)
            n += g_str_equal (g_array_index (boxes, ObLabelBox, k).text, "0");
          if (n != 2)
            g_error ("a label at the corner is missing with %s at %.0f px", families[i], size);
        }
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/frontier-chart/path-places", test_path_places);
  g_test_add_func ("/frontier-chart/path-label", test_path_label);
  g_test_add_func ("/frontier-chart/shortest", test_shortest);
  g_test_add_func ("/frontier-chart/risk-lines", test_risk_lines);
  g_test_add_func ("/frontier-chart/kept-box", test_kept_box);
  g_test_add_func ("/frontier-chart/box-data", test_box_data);
  g_test_add_func ("/frontier-chart/corner", test_corner);

  return g_test_run ();
}
