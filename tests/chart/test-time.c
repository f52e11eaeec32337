/* test-time.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-past.h"
#include "ob-quantity.h"
#include "ob-risk-parts.h"
#include "ob-risk-words.h"
#include "ob-test-page.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"
#include "ob-time-ribbon.h"

#include <locale.h>
#include <math.h>

#define WIDTH  1280
#define HEIGHT 800

static const ObChartKind kinds[] = { OB_CHART_RISK, OB_CHART_MONEY, OB_CHART_POWER, OB_CHART_PRICE,
                                     OB_CHART_CASH };

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
          ob_test_chart_draw (chart, WIDTH, HEIGHT);
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

      ob_test_chart_draw (chart, 500, height);
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
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  /* A quarter has no room for the word. */
  g_assert_false (has_label (chart, ob_phase_get_label (OB_PHASE_IRRUPTION)));

  ob_chart_data_to_page (chart, 40.5, 0, &x, &y);
  for (int i = 0; i < 2; i++)
    {
      ob_chart_set_hover (chart, x, i == 0 ? y - 100 : y + 40);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_true (has_label (chart, ob_phase_get_label (OB_PHASE_IRRUPTION)));
      g_assert_true (has_label (chart, title));
    }
}

/* The colour at a place of the data. */
static guint32
get_color_at (ObChart *chart, ObTestPage *test, double x, double value)
{
  double page_x;
  double page_y;

  ob_chart_data_to_page (chart, x, value, &page_x, &page_y);

  return ob_test_page_get_pixel (test, (int) floor (page_x), (int) floor (page_y));
}

static guint32
get_category (guint category)
{
  const ObColor *color = &ob_theme_get (OB_THEME_LIGHT)->category[category];

  return (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8
         | (guint32) lround (color->blue * 255);
}

/* There is a dot for each recorded year, before the start and after it. */
static void
test_history (void)
{
  static const guint n_years[] = { 5, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (n_years); i++)
    {
      g_autoptr (ObResults) results = NULL;
      g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
      g_auto (ObTestPage) test = { 0 };
      g_autofree char *description = NULL;
      const ObRecord *record = ob_past_get_record (OB_SERIES_REVENUE);
      ObInputs inputs;

      ob_inputs_init (&inputs);
      inputs.history.n_years = n_years[i];
      /* Keeps the lines away from the dots. */
      inputs.value[OB_PARAMETER_SPEND_NOW] = 700;
      results = ob_results_new (&inputs, NULL, 0, 1, NULL);
      ob_test_page_init (&test, OB_THEME_LIGHT, WIDTH, HEIGHT);
      ob_chart_set_results (chart, results);
      ob_chart_draw (chart, test.page.cr, WIDTH, HEIGHT);

      for (guint k = 0; k < record->n_years; k++)
        {
          int year = record->first_year + (int) k - results->run.start_year;

          /* The first ones lie below those of capex. */
          if (record->value[k] < 50)
            continue;
          g_assert_cmphex (get_color_at (chart, &test, 4 * year + 2, record->value[k]), ==,
                           get_category (1));
        }
      description = ob_chart_describe (chart);
      g_assert_nonnull (strstr (description, "Recorded: "));
      g_assert_nonnull (strstr (description, record->source));
    }
}

/* The record is of the world; a scenario about a part of it has none. */
static void
test_history_elsewhere (void)
{
  g_autoptr (ObResults) world = ob_test_results_new_base ();
  g_autoptr (ObResults) part = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
  g_autofree char *description = NULL;

  for (guint i = 0; i < part->inputs.history.n_years; i++)
    part->inputs.history.capex[i] /= 8;

  ob_chart_set_results (chart, world);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (has_label (chart, "Capex, actual"));
  ob_chart_set_results (chart, part);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_false (has_label (chart, "Capex, actual"));
  description = ob_chart_describe (chart);
  g_assert_null (strstr (description, "Recorded: "));
}

/* The card of a year before the start says who says so, as the page does. */
static void
test_history_sources (void)
{
  const ObRecord *record = ob_past_get_record (OB_SERIES_REVENUE);
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
  const GArray *boxes;
  guint n = 0;
  double x;
  double y;

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  ob_chart_data_to_page (chart, -6, 1000, &x, &y);
  ob_chart_set_hover (chart, x, y);
  ob_chart_set_framed (chart, TRUE, NULL);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);

  boxes = ob_chart_get_label_boxes (chart);
  for (guint i = 0; i < boxes->len; i++)
    n += strstr (g_array_index (boxes, ObLabelBox, i).text, record->source) != NULL;
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (has_label (chart, "2025"));
}

/* A range is what is shown, and the vertical axis is about that alone. */
static void
test_range (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kinds[k]);
      g_autofree char *whole = NULL;
      g_autofree char *part = NULL;
      double from;
      double to;
      double x;
      double y;

      g_assert_false (ob_chart_get_range (chart, &from, &to));
      ob_chart_set_results (chart, results);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_true (ob_chart_get_range (chart, &from, &to));
      g_assert_cmpfloat (from, ==, kinds[k] == OB_CHART_MONEY ? -20 : 0);
      g_assert_cmpfloat (to, ==, OB_N_QUARTERS);
      whole = ob_chart_describe (chart);

      ob_chart_set_range (chart, 8, 20);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_true (ob_chart_get_range (chart, &from, &to));
      g_assert_cmpfloat (from, ==, 8);
      g_assert_cmpfloat (to, ==, 20);
      ob_chart_page_to_data (chart, 0, 300, &x, &y);
      g_assert_cmpfloat (x, ==, 8);
      part = ob_chart_describe (chart);
      g_assert_nonnull (strstr (part, "Shown is "));
      g_assert_null (strstr (whole, "Shown is "));
      g_assert_true (g_str_has_suffix (part, whole));
      g_assert_false (has_label (chart, "2040"));

      ob_chart_set_range (chart, 0, 0);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_true (ob_chart_get_range (chart, &from, &to));
      g_assert_cmpfloat (to, ==, OB_N_QUARTERS);
    }
}

/* Every value in the range has its place in the plot; those outside do not count. */
static void
test_range_axis (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
  double whole;
  double part;
  double x;

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  ob_chart_page_to_data (chart, 400, 0, &x, &whole);

  ob_chart_set_range (chart, 0, 12);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  ob_chart_page_to_data (chart, 400, 0, &x, &part);
  g_assert_cmpfloat (part, <, whole / 2);
  for (guint i = 0; i < 12; i++)
    g_assert_cmpfloat (results->run.series[OB_SERIES_CAPEX][i], <=, part);
}

/* Nothing is drawn of what lies outside, whichever part is shown. */
static void
test_range_ink (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      for (int from = -20; from < 72; from += 17)
        {
          g_autoptr (ObChart) chart = ob_chart_new (kinds[k]);
          g_auto (ObTestPage) test = { 0 };

          ob_test_page_init (&test, OB_THEME_LIGHT, 600, 400);
          ob_chart_set_results (chart, results);
          ob_chart_set_range (chart, from, from + 12);
          ob_chart_set_quarter (chart, 79);
          ob_chart_draw (chart, test.page.cr, 600, 400);
          g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 0, 3, 400), ==, 0);
          g_assert_cmpuint (ob_test_page_count_ink (&test, 598, 0, 2, 400), ==, 0);
        }
    }
}

/* The parts add up to the log-odds of the chance, and the bars of the chart of
 * drivers follow each other without a gap to that sum. */
static void
test_drivers (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  guint n = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (ObResults) results = ob_test_results_new_random (rand);
      g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_DRIVERS);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) lines = NULL;
      double end = 0;

      for (guint q = 0; q < OB_N_QUARTERS; q++)
        {
          double chance = results->run.series[OB_SERIES_CRASH_2Y][q];

          /* Further out the chance itself does not hold as many digits. */
          if (chance < 0.01 || chance > 0.99)
            continue;
          g_assert_cmpfloat_with_epsilon (ob_risk_parts_get_sum (&results->run, q),
                                          log (chance / (1 - chance)), 1e-12);
          n++;
        }

      ob_chart_set_results (chart, results);
      ob_chart_set_quarter (chart, (int) i);
      bytes = ob_chart_export (chart, OB_EXPORT_CSV, 640, 480, 1, NULL);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      lines = g_strsplit (text, "\n", -1);
      g_assert_cmpstr (lines[0], ==, "part,log_odds,from,to");
      for (guint k = 0; k < OB_N_RISK_PARTS; k++)
        {
          g_auto (GStrv) cells = g_strsplit (lines[k + 1], ",", -1);

          g_assert_cmpstr (cells[0], ==, ob_series_get_id (ob_risk_parts[k]));
          g_assert_cmpfloat (g_ascii_strtod (cells[1], NULL), ==,
                             results->run.series[ob_risk_parts[k]][i]);
          g_assert_cmpfloat (g_ascii_strtod (cells[2], NULL), ==, end);
          end = g_ascii_strtod (cells[3], NULL);
        }
      g_assert_cmpfloat (end, ==, ob_risk_parts_get_sum (&results->run, i));
      g_assert_true (g_str_has_prefix (lines[OB_N_RISK_PARTS + 1], "sum,"));
    }
  g_assert_cmpuint (n, >, 500);
}

/* Each part has a sentence, on the chart and in its description. */
static void
test_reasons (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_DRIVERS);
  g_autofree char *description = NULL;

  ob_chart_set_results (chart, results);
  ob_chart_set_quarter (chart, 9);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  description = ob_chart_describe (chart);
  for (guint k = 0; k < OB_N_RISK_PARTS; k++)
    {
      g_autofree char *reason = ob_risk_words_get_reason (results, k, 9);

      g_assert_true (g_str_has_suffix (reason, "."));
      g_assert_true (has_label (chart, reason));
      g_assert_nonnull (strstr (description, reason));
    }
}

/* Every chart over time has a card for the hovered quarter, with what it shows. */
static void
test_card (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autofree char *title = ob_quarter_format (results->run.start_year, 30);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kinds[k]);
      g_autofree char *without = NULL;
      g_autofree char *with = NULL;
      double x;
      double y;

      ob_chart_set_results (chart, results);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_false (has_label (chart, title));
      /* A selected quarter is said first, whoever reads it. */
      without = ob_chart_describe (chart);
      ob_chart_set_quarter (chart, 30);
      with = ob_chart_describe (chart);
      ob_chart_set_quarter (chart, -1);
      g_assert_true (g_str_has_prefix (with, title));
      g_assert_true (g_str_has_suffix (with, without));
      ob_chart_data_to_page (chart, 30.5, 0, &x, &y);
      ob_chart_set_hover (chart, x, HEIGHT * 0.3);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_true (has_label (chart, title));
    }
}

/* Zones follow each other from never to always, and are named on the chart. */
static void
test_zones (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_RISK);

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  for (guint i = 0; i < OB_N_RISK_ZONES; i++)
    {
      double middle = (ob_risk_zones[i].from + ob_risk_zones[i].to) / 2;

      g_assert_cmpfloat (ob_risk_zones[i].from, ==, i > 0 ? ob_risk_zones[i - 1].to : 0);
      g_assert_cmpuint (ob_risk_zone_find (middle), ==, i);
      g_assert_cmpuint (ob_risk_zone_find (ob_risk_zones[i].from), ==, i);
      g_assert_true (has_label (chart, ob_risk_zone_get_name (i)));
    }
  g_assert_cmpfloat (ob_risk_zones[OB_N_RISK_ZONES - 1].to, ==, 1);
  g_assert_cmpuint (ob_risk_zone_find (1), ==, OB_N_RISK_ZONES - 1);
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

  g_test_add_func ("/time/history", test_history);
  g_test_add_func ("/time/history/elsewhere", test_history_elsewhere);
  g_test_add_func ("/time/history/sources", test_history_sources);

  g_test_add_func ("/time/range", test_range);
  g_test_add_func ("/time/range/axis", test_range_axis);
  g_test_add_func ("/time/range/ink", test_range_ink);

  g_test_add_func ("/time/card", test_card);
  g_test_add_func ("/time/drivers", test_drivers);
  g_test_add_func ("/time/reasons", test_reasons);
  g_test_add_func ("/time/zones", test_zones);

  return g_test_run ();
}
