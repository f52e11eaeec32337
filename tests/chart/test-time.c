/* test-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart.h"
#include "ob-quantity.h"
#include "ob-test-page.h"
#include "ob-test-results.h"
#include "ob-time-ribbon.h"

#include <locale.h>
#include <math.h>

#define WIDTH  1280
#define HEIGHT 800

static const ObChartKind kinds[] = { OB_CHART_RISK, OB_CHART_MONEY, OB_CHART_POWER, OB_CHART_PRICE,
                                     OB_CHART_CASH };

static void
draw (ObChart *chart, int width, int height)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);

  ob_chart_draw (chart, cr, width, height);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A label whose middle is at a place, at least as far down as @from. */
static const ObLabelBox *
find_label (ObChart *chart, const char *text, double x, double from)
{
  const GArray *boxes = ob_chart_get_label_boxes (chart);

  for (guint i = 0; i < boxes->len; i++)
    {
      const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, i);

      if (g_str_equal (box->text, text) && fabs (box->x + box->width / 2 - x) < 1 && box->y > from)
        return box;
    }

  return NULL;
}

static gboolean
has_label (ObChart *chart, const char *text)
{
  const GArray *boxes = ob_chart_get_label_boxes (chart);

  for (guint i = 0; i < boxes->len; i++)
    {
      if (g_str_equal (g_array_index (boxes, ObLabelBox, i).text, text))
        return TRUE;
    }

  return FALSE;
}

/* Each run of like quarters has its word below its middle, on every chart. */
static void
assert_ribbon (ObChart *chart, const ObRun *run, ObTimeRibbonKind kind)
{
  guint end;

  for (guint from = 0; from < OB_N_QUARTERS; from = end)
    {
      const char *word = ob_time_ribbon_get_word (run, kind, from);
      double left;
      double right;
      double bottom;

      for (end = from + 1; end < OB_N_QUARTERS; end++)
        {
          if (!g_str_equal (ob_time_ribbon_get_word (run, kind, end), word))
            break;
        }
      if (end - from < 12)
        continue;

      ob_chart_data_to_page (chart, from, 0, &left, &bottom);
      ob_chart_data_to_page (chart, end, 0, &right, &bottom);
      g_assert_nonnull (find_label (chart, word, (left + right) / 2, HEIGHT * 0.9));
    }
}

static void
test_ribbons (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (ObResults) results = ob_test_results_new_random (rand);

      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          g_autoptr (ObChart) chart = ob_chart_new (kinds[k]);

          ob_chart_set_results (chart, results);
          draw (chart, WIDTH, HEIGHT);
          assert_ribbon (chart, &results->run, OB_TIME_RIBBON_PHASE);
          assert_ribbon (chart, &results->run, OB_TIME_RIBBON_BINDING);
          g_assert_true (has_label (chart, ob_time_ribbon_get_title (OB_TIME_RIBBON_PHASE)));
          g_assert_true (has_label (chart, ob_time_ribbon_get_title (OB_TIME_RIBBON_BINDING)));
        }
    }
}

/* Where there is less room the ribbons go, the second first, and the plot stays. */
static void
test_ribbons_room (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
  guint last = 0;

  ob_chart_set_results (chart, results);
  for (int height = 60; height < 400; height += 4)
    {
      guint n = 0;

      draw (chart, 500, height);
      for (guint kind = 0; kind < OB_N_TIME_RIBBONS; kind++)
        {
          if (has_label (chart, ob_time_ribbon_get_title (kind)))
            n = kind + 1;
        }
      g_assert_cmpuint (n, >=, last);
      last = n;
    }
  g_assert_cmpuint (last, ==, OB_N_TIME_RIBBONS);
}

/* The description names phases and limits with the quarters in which they begin. */
static void
test_ribbons_described (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  ObRun *run = &results->run;

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      run->phase[i] = i < 6 ? OB_PHASE_FRENZY : OB_PHASE_MATURITY;
      run->binding[i] = i % 2 == 0 ? OB_BINDING_POWER : OB_BINDING_MONEY;
    }

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kinds[k]);
      g_autofree char *description = NULL;
      g_autofree char *plain = NULL;
      g_auto (GStrv) words = NULL;

      ob_chart_set_results (chart, results);
      description = ob_chart_describe (chart);
      /* The spaces of a quarter are of the kind at which no line ends. */
      words = g_strsplit (description, "\302\240", -1);
      plain = g_strjoinv (" ", words);
      g_assert_nonnull (strstr (plain, "Phases: frenzy from Q1 2027, maturity from Q3 2028."));
      g_assert_nonnull (strstr (plain, "What binds: power from Q1 2027, money from Q2 2027, "
                                       "power from Q3 2027, money from Q4 2027, "
                                       "power from Q1 2028, then 75 more changes."));
    }
}

/* The card says them of the hovered quarter, also when a ribbon is hovered. */
static void
test_ribbons_hovered (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
  g_autofree char *title = ob_quarter_format (results->run.start_year, 40);
  double x;
  double y;

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    results->run.phase[i] = i == 40 ? OB_PHASE_IRRUPTION : OB_PHASE_FRENZY;

  ob_chart_set_results (chart, results);
  draw (chart, WIDTH, HEIGHT);
  /* A quarter has no room for the word. */
  g_assert_false (has_label (chart, ob_phase_get_label (OB_PHASE_IRRUPTION)));

  ob_chart_data_to_page (chart, 40.5, 0, &x, &y);
  for (int i = 0; i < 2; i++)
    {
      ob_chart_set_hover (chart, x, i == 0 ? y - 100 : y + 40);
      draw (chart, WIDTH, HEIGHT);
      g_assert_true (has_label (chart, ob_phase_get_label (OB_PHASE_IRRUPTION)));
      g_assert_true (has_label (chart, title));
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/time/ribbons", test_ribbons);
  g_test_add_func ("/time/ribbons/room", test_ribbons_room);
  g_test_add_func ("/time/ribbons/described", test_ribbons_described);
  g_test_add_func ("/time/ribbons/hovered", test_ribbons_hovered);

  return g_test_run ();
}
