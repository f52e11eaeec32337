/* test-flow-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-flow-layout.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"

#include <locale.h>
#include <math.h>

#define WIDTH  900
#define HEIGHT 600
#define TOUCH  1e-6

static ObChart *
make_chart (ObResults *results)
{
  ObChart *chart = ob_chart_new (OB_CHART_FLOW);

  ob_chart_set_results (chart, results);

  return chart;
}

static void
assert_between (double value, double min, double max)
{
  g_assert_cmpfloat (value, >=, min - TOUCH);
  g_assert_cmpfloat (value, <=, max + TOUCH);
}

static void
check_bars (const ObFlowLayout *layout, const ObFlow *flow, const ObRect *area)
{
  for (ObFlowNode node = 0; node < OB_FLOW_NODE_ECONOMY; node++)
    {
      const ObRect *bar = &layout->bar[node];

      g_assert_cmpfloat_with_epsilon (bar->height, ob_flow_get_size (flow, node) * layout->scale,
                                      TOUCH);
      if (bar->height == 0)
        continue;
      assert_between (bar->x, area->x, area->x + area->width - bar->width);
      assert_between (bar->y, area->y, area->y + area->height - bar->height);
      for (ObFlowNode other = 0; other < node; other++)
        {
          if (layout->bar[other].height > 0)
            g_assert_false (ob_rect_intersects (bar, &layout->bar[other]));
        }
    }
}

/* Widths are to scale; what leaves a bar leaves it side by side, from its edge,
 * and so does what arrives. */
static void
check_ends (const ObFlowLayout *layout, const ObFlow *flow, ObFlowNode node, gboolean leaving)
{
  const ObRect *bar = &layout->bar[node];
  double sum = 0;
  double covered = 0;

  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      const ObFlowRibbon *ribbon = &layout->ribbon[k];
      const ObFlowLink *link = &flow->link[k];
      const double x = leaving ? ribbon->x0 : ribbon->x1;
      const double y = leaving ? ribbon->y0 : ribbon->y1;

      g_assert_cmpfloat_with_epsilon (ribbon->width, link->amount * layout->scale, TOUCH);
      if ((leaving ? link->from : link->to) != node || link->amount <= 0)
        continue;
      g_assert_cmpfloat_with_epsilon (x, leaving ? bar->x + bar->width : bar->x, TOUCH);
      assert_between (y - ribbon->width / 2, bar->y, bar->y + bar->height);
      assert_between (y + ribbon->width / 2, bar->y, bar->y + bar->height);
      sum += ribbon->width;

      for (guint other = 0; other < k; other++)
        {
          const ObFlowRibbon *next = &layout->ribbon[other];
          const double next_y = leaving ? next->y0 : next->y1;

          if ((leaving ? flow->link[other].from : flow->link[other].to) == node
              && flow->link[other].amount > 0)
            covered += fmax ((ribbon->width + next->width) / 2 - fabs (y - next_y), 0);
        }
    }

  g_assert_cmpfloat_with_epsilon (covered, 0, 1e-4);
  if (node == OB_FLOW_NODE_LABS || node == OB_FLOW_NODE_CLOUDS)
    g_assert_cmpfloat_with_epsilon (sum, bar->height, 1e-4);
}

static void
check_ways (const ObFlowLayout *layout, const ObFlow *flow, const ObRect *area)
{
  const ObRect *labs = &layout->bar[OB_FLOW_NODE_LABS];

  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      const ObFlowRibbon *ribbon = &layout->ribbon[k];
      const ObFlowLink *link = &flow->link[k];

      if (link->amount <= 0)
        continue;
      g_assert_true ((ribbon->route != OB_FLOW_FORWARD) == (ribbon->x1 < ribbon->x0));
      if (ribbon->route != OB_FLOW_FORWARD)
        assert_between (ribbon->lane, area->y + ribbon->width / 2,
                        area->y + area->height - ribbon->width / 2);
      else if (ribbon->pass_x[1] > ribbon->pass_x[0])
        g_assert_cmpfloat (ribbon->lane - ribbon->width / 2, >=, labs->y + labs->height - TOUCH);
      if (k == OB_FLOW_CLOUD_STAKES || k == OB_FLOW_CHIP_STAKES)
        g_assert_cmpint (ribbon->route, ==, OB_FLOW_OVER);
    }
}

static void
test_layout (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (51);
  guint n_laid_out = 0;

  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (ObResults) results = ob_test_results_new_random (rand);
      const ObRect area = { 7, 11, g_rand_double_range (rand, 250, 1900),
                            g_rand_double_range (rand, 150, 1000) };
      const ObFlowRoom room = { area.width / 8, area.width / 8, 14, 6, 9 };
      ObFlow flow;
      ObFlowLayout layout;

      ob_flow_init (&flow, &results->inputs, &results->run, g_rand_int_range (rand, 0, OB_N_YEARS));
      if (!ob_flow_layout_init (&layout, &flow, &area, &room, INFINITY))
        continue;

      n_laid_out++;
      check_bars (&layout, &flow, &area);
      for (ObFlowNode node = 0; node < OB_FLOW_NODE_ECONOMY; node++)
        {
          check_ends (&layout, &flow, node, TRUE);
          check_ends (&layout, &flow, node, FALSE);
        }
      check_ways (&layout, &flow, &area);
    }

  g_assert_cmpuint (n_laid_out, >, 180);
}

/* The outline of a ribbon has its middle inside, and is as wide there as it says. */
static void
test_outline (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  const ObRect area = { 0, 0, 1000, 700 };
  const ObFlowRoom room = { 100, 100, 14, 8, 9 };
  cairo_rectangle_t extents = { 0, 0, 1000, 700 };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  cairo_t *cr = cairo_create (surface);
  ObFlow flow;
  ObFlowLayout layout;

  ob_flow_init (&flow, &results->inputs, &results->run, 10);
  g_assert_true (ob_flow_layout_init (&layout, &flow, &area, &room, INFINITY));
  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    {
      const ObFlowRibbon *ribbon = &layout.ribbon[k];
      double x, y;

      if (ribbon->width <= 1)
        continue;
      ob_flow_ribbon_trace (ribbon, cr);
      ob_flow_ribbon_get_middle (ribbon, &x, &y);
      g_assert_true (cairo_in_fill (cr, x, y));
      g_assert_true (cairo_in_fill (cr, x, y - ribbon->width * 0.48));
      g_assert_true (cairo_in_fill (cr, x, y + ribbon->width * 0.48));
      g_assert_false (cairo_in_fill (cr, x, y - ribbon->width * 0.52 - 0.2));
      g_assert_false (cairo_in_fill (cr, x, y + ribbon->width * 0.52 + 0.2));
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_words (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObResults) plain = NULL;
  g_autoptr (ObChart) chart = make_chart (results);
  g_autofree char *first = NULL;
  g_autofree char *later = NULL;
  ObInputs inputs;

  g_assert_false (ob_chart_kind_is_over_time (OB_CHART_FLOW));
  g_assert_true (ob_chart_kind_is_over_time (OB_CHART_CASH));

  /* Without a quarter it is the first year. */
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "2027"));
  g_assert_true (ob_test_chart_has_label (chart, "Circular money"));
  g_assert_true (ob_test_chart_has_label (chart, "10\302\240%"));
  g_assert_true (ob_test_chart_has_label (chart, "Price subsidy"));
  first = ob_chart_describe (chart);
  g_assert_true (g_str_has_prefix (first, "In 2027 "));

  /* Any quarter of a year is that year. */
  ob_chart_set_quarter (chart, 19);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "2031, $ bn a year"));
  g_assert_false (ob_test_chart_has_label (chart, "2027"));
  later = ob_chart_describe (chart);
  g_assert_true (g_str_has_prefix (later, "In 2031 "));

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_CIRCULAR] = 0;
  inputs.value[OB_PARAMETER_SUBSIDY] = 0;
  plain = ob_results_new (&inputs, NULL, 0, 2, NULL);
  ob_chart_set_results (chart, plain);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "Labs and applications"));
  g_assert_false (ob_test_chart_has_label (chart, "Circular money"));
  g_assert_false (ob_test_chart_has_label (chart, "Price subsidy"));
}

/* Every link can be read off with the pointer on its middle. */
static void
test_hover (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = make_chart (results);
  const GArray *boxes;
  double x = -1;
  double y = -1;

  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_false (ob_test_chart_has_label (chart, "→"));
  boxes = ob_chart_get_label_boxes (chart);
  for (guint i = 0; i < boxes->len; i++)
    {
      const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, i);

      if (!g_str_has_prefix (box->text, "Compute "))
        continue;
      x = box->x + box->width / 2;
      y = box->y + box->height / 2;
    }
  g_assert_cmpfloat (x, >, 0);

  ob_chart_set_hover (chart, x, y);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "Labs and applications → Clouds"));
  g_assert_true (ob_test_chart_has_label (chart, "Of all the one pays"));
  ob_chart_set_hover (chart, -1, -1);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_false (ob_test_chart_has_label (chart, "→"));
}

static void
test_items (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = make_chart (results);
  g_autoptr (ObChart) empty = ob_chart_new (OB_CHART_FLOW);
  g_autoptr (ObChart) other = ob_chart_new (OB_CHART_CASH);
  g_autofree char *whole = ob_chart_describe (chart);
  guint n = ob_chart_get_n_items (chart);
  guint links = 0;
  ObFlow flow;

  ob_flow_init (&flow, &results->inputs, &results->run, 0);
  for (guint k = 0; k < OB_FLOW_FIRST_OUTSIDE; k++)
    links += flow.link[k].amount > 0;
  g_assert_cmpuint (n, ==, links);
  g_assert_cmpuint (ob_chart_get_n_items (empty), ==, 0);
  ob_chart_set_results (other, results);
  g_assert_cmpuint (ob_chart_get_n_items (other), ==, 0);
  ob_chart_set_item (other, 3);
  g_assert_cmpint (ob_chart_get_item (other), ==, -1);

  g_assert_cmpint (ob_chart_get_item (chart), ==, -1);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *description = NULL;

      ob_chart_set_item (chart, (int) i);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_true (ob_test_chart_has_label (chart, "→"));
      description = ob_chart_describe (chart);
      g_assert_true (g_str_has_suffix (description, whole));
      g_assert_nonnull (strstr (description, " to "));
      g_assert_cmpuint (strlen (description), >, strlen (whole) + 10);
    }
  ob_chart_set_item (chart, 1000);
  g_assert_cmpint (ob_chart_get_item (chart), ==, (int) n - 1);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
}

/* The table of the file balances for each name in it. */
static void
test_csv (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = make_chart (results);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GHashTableIter iter;
  gpointer value;
  ObFlow flow;

  ob_chart_set_quarter (chart, 42);
  bytes = ob_chart_export (chart, OB_EXPORT_CSV, 100, 100, 1, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  lines = g_strsplit (g_strchomp (text), "\n", -1);
  g_assert_cmpstr (lines[0], ==, "from,to,amount,flow,year");

  ob_flow_init (&flow, &results->inputs, &results->run, 10);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      double amount;
      guint kind = 0;

      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      g_assert_cmpstr (cells[4], ==, "2037");
      amount = g_ascii_strtod (cells[2], NULL);
      while (!g_str_equal (ob_flow_kind_get_id (kind), cells[3]))
        kind++;
      g_assert_cmpfloat (amount, ==, flow.link[kind].amount);
      g_assert_cmpfloat (amount, >, 0);
      for (guint side = 0; side < 2; side++)
        {
          double *sum = g_hash_table_lookup (sums, cells[side]);

          if (sum == NULL)
            {
              sum = g_new0 (double, 1);
              g_hash_table_insert (sums, g_strdup (cells[side]), sum);
            }
          *sum += side == 0 ? -amount : amount;
        }
    }

  g_assert_cmpuint (g_hash_table_size (sums), >, 9);
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_assert_cmpfloat_with_epsilon (*(double *) value, 0, 1e-9 * 1e4);
}

static void
test_nothing (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = NULL;

  ob_test_results_flatten (results, 0, 0);
  results->inputs.value[OB_PARAMETER_DEBT_NOW] = 0;
  chart = make_chart (results);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "No money flows"));
  g_assert_cmpuint (ob_chart_get_n_items (chart), ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flow-chart/layout", test_layout);
  g_test_add_func ("/flow-chart/outline", test_outline);
  g_test_add_func ("/flow-chart/words", test_words);
  g_test_add_func ("/flow-chart/hover", test_hover);
  g_test_add_func ("/flow-chart/items", test_items);
  g_test_add_func ("/flow-chart/csv", test_csv);
  g_test_add_func ("/flow-chart/nothing", test_nothing);

  return g_test_run ();
}
