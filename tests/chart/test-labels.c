/* test-labels.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"

#include <locale.h>

#define N_SCENARIOS 210
#define N_CORNERS   60
/* Boxes may touch; more than rounding may not overlap. */
#define TOUCH 1e-6
/* A line may touch a box, whose letters lie further inside. */
#define LINE_REACH 1.

typedef struct
{
  int width;
  int height;
  gboolean framed;
} Page;

static const Page pages[] = {
  { 240, 160, FALSE }, { 340, 300, FALSE },  { 460, 260, FALSE },  { 900, 600, FALSE },
  { 300, 240, TRUE },  { 1920, 1080, TRUE }, { 3840, 2160, TRUE }, { 700, 120, FALSE },
  { 150, 900, FALSE }, { 1280, 800, FALSE },
};

/* Whether @word is there, and not as a part of another, such as "finance". */
static gboolean
has_word (const char *text, const char *word)
{
  const char *at = text;

  while ((at = strstr (at, word)) != NULL)
    {
      if ((at == text || !g_ascii_isalpha (at[-1])) && !g_ascii_isalpha (at[strlen (word)]))
        return TRUE;
      at++;
    }

  return FALSE;
}

static void
assert_boxes (ObChart *chart, const Page *page)
{
  const GArray *boxes = ob_chart_get_label_boxes (chart);

  for (guint i = 0; i < boxes->len; i++)
    {
      const ObLabelBox *a = &g_array_index (boxes, ObLabelBox, i);

      g_assert_cmpfloat (a->x, >=, -TOUCH);
      g_assert_cmpfloat (a->y, >=, -TOUCH);
      g_assert_cmpfloat (a->x + a->width, <=, page->width + TOUCH);
      g_assert_cmpfloat (a->y + a->height, <=, page->height + TOUCH);
      /* No letters below 11 px, and a line of text is higher than its letters. */
      g_assert_cmpfloat (a->height, >=, 11.);
      g_assert_true (g_utf8_validate (a->text, -1, NULL));
      g_assert_false (has_word (a->text, "nan"));
      g_assert_false (has_word (a->text, "inf"));

      for (guint k = 0; k < i; k++)
        {
          const ObLabelBox *b = &g_array_index (boxes, ObLabelBox, k);
          gboolean apart = a->x + a->width <= b->x + TOUCH || b->x + b->width <= a->x + TOUCH
                           || a->y + a->height <= b->y + TOUCH || b->y + b->height <= a->y + TOUCH;

          if (!apart)
            g_error ("“%s” and “%s” overlap on a %s chart of %d × %d", a->text, b->text,
                     ob_chart_kind_get_id (ob_chart_get_kind (chart)), page->width, page->height);
        }
    }
}

/* Narrows the part of a line, @a at 0 and @a + @d at 1, to what lies in the box. */
static void
narrow (double a, double d, double low, double high, double *from, double *to)
{
  double first;
  double last;

  if (d == 0)
    {
      if (a <= low || a >= high)
        *to = -1;
      return;
    }
  first = (low - a) / d;
  last = (high - a) / d;
  *from = MAX (*from, MIN (first, last));
  *to = MIN (*to, MAX (first, last));
}

/* No text has a line drawn through it. */
static void
assert_strokes (ObChart *chart, const Page *page)
{
  const GArray *boxes = ob_chart_get_label_boxes (chart);
  const GArray *strokes = ob_chart_get_strokes (chart);

  for (guint i = 0; i < strokes->len; i++)
    {
      const ObStroke *stroke = &g_array_index (strokes, ObStroke, i);

      for (guint k = 0; k < boxes->len; k++)
        {
          const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, k);
          double from = 0;
          double to = 1;

          narrow (stroke->x0, stroke->x1 - stroke->x0, box->x + LINE_REACH,
                  box->x + box->width - LINE_REACH, &from, &to);
          narrow (stroke->y0, stroke->y1 - stroke->y0, box->y + LINE_REACH,
                  box->y + box->height - LINE_REACH, &from, &to);
          if (from < to)
            g_error ("a line from %g, %g to %g, %g goes through “%s” on a %s chart of %d × %d",
                     stroke->x0, stroke->y0, stroke->x1, stroke->y1, box->text,
                     ob_chart_kind_get_id (ob_chart_get_kind (chart)), page->width, page->height);
        }
    }
}

static void
check_scenarios (guint32 seed, guint n, ObResults *(*make) (GRand *rand))
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ObChart *charts[OB_N_CHARTS];
  guint n_labels = 0;
  guint n_strokes = 0;

  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    charts[kind] = ob_chart_new (kind);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (ObResults) results = make (rand);
      g_autoptr (ObGhosts) ghosts = ob_test_results_new_ghosts (rand, results);

      /* With pins and without. */
      if (i % 4 >= 2)
        results = ob_test_results_add_sample (g_steal_pointer (&results));

      for (int kind = 0; kind < OB_N_CHARTS; kind++)
        {
          ObChart *chart = charts[kind];
          /* Every scenario has another size, and every size each theme. */
          const Page *page = &pages[(i + kind) % G_N_ELEMENTS (pages)];
          g_autofree char *description = NULL;

          ob_chart_set_results (chart, results);
          ob_chart_set_ghosts (chart, i % 2 == 0 ? ghosts : NULL);
          ob_test_chart_compare (chart, results);
          ob_chart_set_quarter (chart, g_rand_int_range (rand, -1, OB_N_QUARTERS));
          if (i % 7 == 0)
            ob_chart_set_font (chart, NULL, g_rand_double_range (rand, 8., 26.));
          if (i % 3 == 0)
            {
              double from = g_rand_int_range (rand, -20, 70);

              ob_chart_set_range (chart, from, from + g_rand_int_range (rand, 8, 60));
            }
          else
            {
              ob_chart_set_range (chart, 0, 0);
            }
          ob_chart_set_theme (chart, i / G_N_ELEMENTS (pages) % OB_N_THEMES);
          ob_chart_set_framed (chart, page->framed, "A scenario with a rather long name");
          ob_chart_set_hover (chart, g_rand_double_range (rand, -50, page->width),
                              g_rand_double_range (rand, -50, page->height));
          ob_test_chart_draw (chart, page->width, page->height);
          assert_boxes (chart, page);
          assert_strokes (chart, page);
          n_strokes += ob_chart_get_strokes (chart)->len;
          n_labels += ob_chart_get_label_boxes (chart)->len;

          description = ob_chart_describe (chart);
          g_assert_true (g_str_has_suffix (description, "."));
        }
    }

  g_assert_cmpuint (n_labels, >, n * OB_N_CHARTS * 6);
  g_assert_cmpuint (n_strokes, >, n * OB_N_CHARTS * 6);
  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    ob_chart_free (charts[kind]);
}

static void
test_random (void)
{
  check_scenarios (100, N_SCENARIOS, ob_test_results_new_random);
}

/* Where inputs are at the ends of their ranges, lines lie on the borders of plots. */
static void
test_corners (void)
{
  check_scenarios (101, N_CORNERS, ob_test_results_new_corner);
}

/* What must be there is there, at the usual size and in a column of print. */
static void
test_named (void)
{
  static const Page sizes[] = { { 900, 600, FALSE }, { 340, 300, FALSE } };
  static const struct
  {
    ObChartKind kind;
    const char *texts[5];
  } wanted[] = {
    { OB_CHART_FRONTIER, { "Capex, $ bn a year", "subsidy, %", "Break-even", "You: ", "+$" } },
    { OB_CHART_RISK, { "Chance", "Crash by then", "Crash within two years", "2030" } },
    { OB_CHART_MONEY, { "$ tn a year", "Capex", "Revenue", "Required revenue", "2030" } },
    { OB_CHART_POWER, { "GW", "Installed", "Energised", "Power limit", "Stranded, up to" } },
    { OB_CHART_PRICE, { "H100e-h", "Full cost", "Market price", "User price" } },
    { OB_CHART_DRIVERS, { "Log-odds in", "Valuation", "Fundamentals", "All together" } },
    { OB_CHART_TORNADO, { "Net present value", "Hardware lifespan", "2\302\240years" } },
    { OB_CHART_TORNADO_RISK, { "Bubble risk", "Hardware lifespan", "2\302\240years" } },
    { OB_CHART_DISAGREEMENT, { "Net present value", "Hardware lifespan", "Michael Burry" } },
    { OB_CHART_WATERFALL, { "Net present value, $ tn", "A: Another", "Now", "Price subsidy" } },
    { OB_CHART_BOOMS, { "Capex as a share of GDP, %", "AI, of US GDP", "AI, of world GDP" } },
    { OB_CHART_CASH, { "$ tn", "Cumulative cash", "Paid back", "Lowest: " } },
    { OB_CHART_FLOW, { "Circular money", "Labs and", "Clouds", "Customers", "Chip and" } },
    { OB_CHART_VINTAGES, { "Return a year", "Cost of capital", "2030", "\302\240%" } },
  };
  g_autoptr (ObResults) results = ob_test_results_new_base ();

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (wanted[i].kind);

      ob_chart_set_results (chart, results);
      ob_test_chart_compare (chart, results);
      for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
        {
          ob_test_chart_draw (chart, sizes[s].width, sizes[s].height);
          for (guint k = 0; k < G_N_ELEMENTS (wanted[i].texts) && wanted[i].texts[k] != NULL; k++)
            {
              if (!ob_test_chart_has_label (chart, wanted[i].texts[k]))
                g_error ("no “%s” on a %s chart of %d × %d", wanted[i].texts[k],
                         ob_chart_kind_get_id (wanted[i].kind), sizes[s].width, sizes[s].height);
            }
        }
    }
}

/* Every curve of a family is labelled, and it is said what the values are of. */
static void
test_family (void)
{
  static const Page sizes[] = { { 900, 600, FALSE }, { 1920, 1080, TRUE }, { 340, 300, FALSE } };
  /* With a no-break space: a number is never parted from its unit. */
  static const char *const values[] = { "3\302\240years", "4\302\240years", "6\302\240years",
                                        "8\302\240years" };
  g_autoptr (ObResults) results = ob_test_results_new_family ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  g_autofree char *description = NULL;

  ob_chart_set_results (chart, results);
  for (guint s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      ob_chart_set_framed (chart, sizes[s].framed, NULL);
      ob_test_chart_draw (chart, sizes[s].width, sizes[s].height);
      assert_boxes (chart, &sizes[s]);
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          g_autofree char *number = g_strndup (values[i], 1);

          if (!ob_test_chart_has_label (chart, sizes[s].width > 340 ? values[i] : number))
            g_error ("no “%s” at %d × %d", values[i], sizes[s].width, sizes[s].height);
        }
      g_assert_true (ob_test_chart_has_label (chart, "Hardware lifespan"));
      g_assert_true (sizes[s].width == 340 || ob_test_chart_has_label (chart, "Risk "));
      g_assert_true (
        ob_test_chart_has_label (chart, sizes[s].width > 1000 ? "Break-even, 5" : "Break-even"));
    }

  description = ob_chart_describe (chart);
  g_assert_nonnull (strstr (description, "Break-even by Hardware lifespan, with Capex alone: 3"));
  g_assert_nonnull (strstr (description, "The bubble risk is"));
}

/* The curve before a drag is named as long as it is another one. */
static void
test_trail (void)
{
  static const Page page = { 900, 600, FALSE };
  g_autoptr (ObResults) before = ob_test_results_new_base ();
  g_autoptr (ObResults) after = NULL;
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  ObInputs inputs = before->inputs;

  inputs.value[OB_PARAMETER_LIFESPAN] = 7;
  after = ob_results_new (&inputs, &before->map->plane, 17, 2, NULL);
  ob_chart_set_results (chart, after);
  ob_test_chart_draw (chart, page.width, page.height);
  g_assert_false (ob_test_chart_has_label (chart, "before"));
  ob_chart_set_trail (chart, before);
  ob_test_chart_draw (chart, page.width, page.height);
  assert_boxes (chart, &page);
  g_assert_true (ob_test_chart_has_label (chart, "before"));

  ob_chart_set_results (chart, before);
  ob_test_chart_draw (chart, page.width, page.height);
  g_assert_false (ob_test_chart_has_label (chart, "before"));
}

/* Its words take two lines, or three where there is little room: one for each lever. */
static void
assert_way_out (ObChart *chart)
{
  const GArray *boxes = ob_chart_get_label_boxes (chart);
  double line = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, i);

      if (g_str_equal (box->text, "Pays back"))
        line = box->height;
    }
  g_assert_cmpfloat (line, >, 0);

  for (guint i = 0; i < boxes->len; i++)
    {
      const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, i);
      g_auto (GStrv) lines = g_strsplit (box->text, "\n", -1);

      if (!g_str_has_prefix (box->text, "Shortest way out:"))
        continue;

      g_assert_cmpuint (g_strv_length (lines), >=, 2);
      g_assert_cmpuint (g_strv_length (lines), <=, 3);
      g_assert_true (g_str_has_prefix (lines[g_strv_length (lines) - 1], "Price subsidy "));
      g_assert_cmpfloat (box->height, <, (g_strv_length (lines) + 0.5) * line);
      return;
    }

  g_assert_not_reached ();
}

/* Both sides of the curve are named, and the arrow to it has words: the same as
 * the description. */
static void
test_way_out (void)
{
  static const Page page = { 900, 600, FALSE };
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  g_autofree char *description = NULL;
  g_autofree char *gain = NULL;

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, page.width, page.height);
  g_assert_true (ob_test_chart_has_label (chart, "Pays back"));
  g_assert_true (ob_test_chart_has_label (chart, "Loses money"));
  g_assert_true (ob_test_chart_has_label (chart, "Shortest way out: Capex $69"));
  description = ob_chart_describe (chart);
  g_assert_nonnull (strstr (description, " Shortest way out: Capex $69"));
  assert_way_out (chart);

  /* From a profit it leads to where that ends. */
  results->run.metric[OB_METRIC_NPV] = 100;
  gain = ob_chart_describe (chart);
  g_assert_nonnull (strstr (gain, " Nearest break-even: Capex $69"));

  /* There is no arrow on the curve itself. */
  results->inputs.value[OB_PARAMETER_CAPEX] = results->frontier->curves[0].points[3].x;
  results->inputs.value[OB_PARAMETER_SUBSIDY] = results->frontier->curves[0].points[3].y;
  ob_test_chart_draw (chart, page.width, page.height);
  g_assert_false (ob_test_chart_has_label (chart, "Nearest break-even"));
}

/* The drivers of the risk are named where there is room for them. */
static void
test_drivers (void)
{
  static const Page page = { 900, 600, FALSE };
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_RISK);

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, page.width, page.height);
  for (ObSeries part = OB_SERIES_PART_VALUATION; part <= OB_SERIES_PART_EARNINGS; part++)
    g_assert_true (ob_test_chart_has_label (chart, ob_series_get_label (part)));
  /* Nothing is said of a driver that is not there. */
  g_assert_false (ob_test_chart_has_label (chart, ob_series_get_label (OB_SERIES_PART_BACKSTOP)));
}

static void
test_never (void)
{
  static const Page page = { 900, 600, FALSE };
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_CASH);
  g_autofree char *description = NULL;

  results->run.metric[OB_METRIC_PAYBACK] = OB_NEVER;
  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, page.width, page.height);
  g_assert_true (ob_test_chart_has_label (chart, "Never pays back"));
  description = ob_chart_describe (chart);
  g_assert_nonnull (strstr (description, "not paid back"));
}

static void
test_no_break_even (void)
{
  static const Page page = { 900, 600, FALSE };
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  g_autofree char *description = NULL;

  for (gsize i = 0; i < (gsize) results->map->nx * results->map->ny; i++)
    results->map->npv[i] = -700. - i;
  while (results->frontier->n_curves > 0)
    g_free (results->frontier->curves[--results->frontier->n_curves].points);
  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, page.width, page.height);
  g_assert_true (ob_test_chart_has_label (chart, "No break-even in this range"));
  g_assert_true (ob_test_chart_has_label (chart, "$0.7"));
  g_assert_false (ob_test_chart_has_label (chart, "Break-even"));
  description = ob_chart_describe (chart);
  g_assert_nonnull (strstr (description, "Nothing on this map breaks even"));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/labels/random", test_random);
  g_test_add_func ("/labels/corners", test_corners);
  g_test_add_func ("/labels/named", test_named);
  g_test_add_func ("/labels/family", test_family);
  g_test_add_func ("/labels/trail", test_trail);
  g_test_add_func ("/labels/way-out", test_way_out);
  g_test_add_func ("/labels/drivers", test_drivers);
  g_test_add_func ("/labels/never", test_never);
  g_test_add_func ("/labels/no-break-even", test_no_break_even);

  return g_test_run ();
}
