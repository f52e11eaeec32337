/* test-booms.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-boom-path.h"
#include "ob-chart-export.h"
#include "ob-past.h"
#include "ob-phase.h"
#include "ob-test-page.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"

#include <locale.h>
#include <math.h>

#define WIDTH  1280
#define HEIGHT 800

static guint
count_labels (ObChart *chart, const char *text)
{
  const GArray *boxes = ob_chart_get_label_boxes (chart);
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    n += strstr (g_array_index (boxes, ObLabelBox, i).text, text) != NULL;

  return n;
}

/* The path is capex over GDP, at its time, in order. */
static void
test_path (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  const ObHistory *history = &results->inputs.history;
  ObBoomPath path;

  ob_boom_path_init (&path, results);
  g_assert_cmpfloat (path.onset, ==, ob_past_get_yardstick ()->onset);
  g_assert_cmpuint (path.n_history, ==, history->n_years);
  g_assert_cmpuint (path.n, ==, history->n_years + OB_N_QUARTERS);

  for (guint i = 0; i < path.n; i++)
    {
      double time = path.onset + path.years[i];
      double capex = i < path.n_history ? history->capex[i]
                                        : results->run.series[OB_SERIES_CAPEX][i - path.n_history];

      if (i > 0)
        g_assert_cmpfloat (path.years[i], >, path.years[i - 1]);
      g_assert_cmpfloat_with_epsilon (
        path.country[i] * ob_yardstick_get_gdp (ob_past_get_yardstick (), time), capex, 1e-9);
      g_assert_cmpfloat_with_epsilon (path.world[i] * ob_phase_get_world_gdp (time), capex, 1e-9);
      g_assert_cmpfloat (path.country[i], <=, path.country[ob_boom_path_get_peak (&path)]);
    }
}

/* A scenario of another time begins with its own history. */
static void
test_onset (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  ObBoomPath path;

  results->inputs.history.first_year = 1995;
  results->run.start_year = 2000;
  ob_boom_path_init (&path, results);
  g_assert_cmpfloat (path.onset, ==, 1995);
}

/* Every boom is named, and its card says what came of it and who says so. */
static void
test_named (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_BOOMS);
  g_autofree char *description = NULL;

  ob_chart_set_results (chart, results);
  description = ob_chart_describe (chart);

  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      const ObBoom *boom = ob_past_get_boom (i);
      double x;
      double y;

      ob_chart_set_hover (chart, -1, -1);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_cmpuint (count_labels (chart, boom->name), ==, 1);
      g_assert_cmpuint (count_labels (chart, boom->outcome), ==, 0);
      g_assert_nonnull (strstr (description, boom->name));

      ob_chart_data_to_page (chart, boom->years, isnan (boom->low) ? 0 : boom->low, &x, &y);
      ob_chart_set_hover (chart, x, y - 1);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_cmpuint (count_labels (chart, boom->outcome), ==, 1);
      g_assert_cmpuint (count_labels (chart, boom->source), >=, 1);
    }
}

static void
test_csv (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_BOOMS);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_booms = ob_past_get_n_booms ();
  ObBoomPath path;

  ob_chart_set_results (chart, results);
  ob_boom_path_init (&path, results);
  bytes = ob_chart_export (chart, OB_EXPORT_CSV, 640, 480, 1, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (text, "\n", -1);

  g_assert_cmpstr (lines[0], ==, "boom,years,low,high");
  g_assert_cmpuint (g_strv_length (lines), ==, 1 + n_booms + 2 * path.n + 1);
  for (guint i = 0; i < n_booms; i++)
    g_assert_true (g_str_has_prefix (lines[1 + i], ob_past_get_boom (i)->id));
  for (guint i = 0; i < path.n; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[1 + n_booms + i], ",", -1);

      g_assert_cmpstr (cells[0], ==, "scenario-us-gdp");
      g_assert_cmpfloat (g_ascii_strtod (cells[1], NULL), ==, path.years[i]);
      g_assert_cmpfloat (g_ascii_strtod (cells[2], NULL), ==, path.country[i]);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/booms/path", test_path);
  g_test_add_func ("/booms/onset", test_onset);
  g_test_add_func ("/booms/named", test_named);
  g_test_add_func ("/booms/csv", test_csv);

  return g_test_run ();
}
