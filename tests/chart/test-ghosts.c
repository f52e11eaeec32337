/* test-ghosts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pinned scenarios on charts. */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-flow.h"
#include "ob-quantity.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"

#include <math.h>
#include <string.h>

#define WIDTH  900
#define HEIGHT 600

static const ObChartKind with_ghosts[] = {
  OB_CHART_FRONTIER, OB_CHART_RISK,         OB_CHART_MONEY,        OB_CHART_POWER, OB_CHART_PRICE,
  OB_CHART_CASH,     OB_CHART_DRIVERS,      OB_CHART_VINTAGES,     OB_CHART_FLOW,  OB_CHART_TORNADO,
  OB_CHART_BOOMS,    OB_CHART_TORNADO_RISK, OB_CHART_DISAGREEMENT, OB_CHART_ODDS,
};

static ObGhosts *
make_ghosts (const ObResults *results, guint index, double capex, int years)
{
  ObPin *pins[OB_N_PINS] = { NULL };
  ObInputs inputs = results->inputs;
  ObGhosts *ghosts;

  inputs.value[OB_PARAMETER_CAPEX] = capex;
  inputs.value[OB_PARAMETER_LIFESPAN] = 8;
  inputs.history.first_year += years;
  pins[index] = ob_pin_new ("Another", &inputs);
  ghosts = ob_ghosts_new (pins, &results->map->plane, 17, NULL, NULL);
  ob_pin_unref (pins[index]);

  return ghosts;
}

static char *
to_csv (ObChart *chart)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ob_chart_export (chart, OB_EXPORT_CSV, 100, 100, 1, &error);

  g_assert_no_error (error);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
is_same_picture (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize size = (gsize) cairo_image_surface_get_stride (a) * cairo_image_surface_get_height (a);

  cairo_surface_flush (a);
  cairo_surface_flush (b);

  return memcmp (cairo_image_surface_get_data (a), cairo_image_surface_get_data (b), size) == 0;
}

static gboolean
has_letter (ObChart *chart, const char *letter)
{
  const GArray *boxes = ob_chart_get_label_boxes (chart);

  for (guint i = 0; i < boxes->len; i++)
    {
      if (g_str_equal (g_array_index (boxes, ObLabelBox, i).text, letter))
        return TRUE;
    }

  return FALSE;
}

/* Each pin has its letter on each chart and is told to who cannot see it. */
static void
test_letters (void)
{
  g_autoptr (ObResults) results = ob_test_results_add_sample (ob_test_results_new_base ());
  g_autoptr (ObGhosts) ghosts = make_ghosts (results, 2, 500, 0);

  for (guint i = 0; i < G_N_ELEMENTS (with_ghosts); i++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (with_ghosts[i]);
      cairo_surface_t *before;
      cairo_surface_t *with;
      g_autofree char *said = NULL;
      g_autofree char *nothing = NULL;

      ob_chart_set_results (chart, results);
      before = ob_chart_draw_to_image (chart, WIDTH, HEIGHT, 1);
      ob_chart_set_ghosts (chart, ghosts);
      with = ob_chart_draw_to_image (chart, WIDTH, HEIGHT, 1);
      g_assert_false (is_same_picture (before, with));
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      if (!has_letter (chart, "C"))
        g_error ("no letter on a %s chart", ob_chart_kind_get_id (with_ghosts[i]));
      said = ob_chart_describe (chart);
      g_assert_nonnull (strstr (said, "Pinned C: Another, with a net present value of $"));

      ob_chart_set_ghosts (chart, NULL);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      g_assert_false (has_letter (chart, "C"));
      nothing = ob_chart_describe (chart);
      g_assert_null (strstr (nothing, "Pinned"));

      cairo_surface_destroy (before);
      cairo_surface_destroy (with);
    }
}

/* An exported chart says which letter is which. */
static void
test_subtitle (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObGhosts) ghosts = make_ghosts (results, 0, 500, 0);
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_CASH);

  ob_chart_set_results (chart, results);
  ob_chart_set_ghosts (chart, ghosts);
  ob_chart_set_framed (chart, TRUE, "This");
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (ob_test_chart_has_label (chart, "This; A: Another"));
}

/* The marker stands at the values of the pin, whatever the levers are now. */
static void
test_marker (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObGhosts) ghosts = make_ghosts (results, 1, 300, 0);
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  const GArray *boxes;
  gboolean found = FALSE;
  double x;
  double y;

  ob_chart_set_results (chart, results);
  ob_chart_set_ghosts (chart, ghosts);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  ob_chart_data_to_page (chart, 300, results->inputs.value[OB_PARAMETER_SUBSIDY], &x, &y);
  boxes = ob_chart_get_label_boxes (chart);
  for (guint i = 0; i < boxes->len; i++)
    {
      const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, i);

      if (g_str_equal (box->text, "B") && x > box->x && x < box->x + box->width && y > box->y
          && y < box->y + box->height)
        found = TRUE;
    }
  g_assert_true (found);
}

/* The values of the marker on its guides and the rings of pins keep off each other,
 * wherever a pin is: on a guide at its axis, too. */
static void
test_values (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  const ObPlane *plane = &results->map->plane;
  const double now[] = { results->inputs.value[plane->x], results->inputs.value[plane->y] };
  g_autofree char *x_text = ob_quantity_format (ob_parameter_get_info (plane->x)->unit, now[0]);
  g_autofree char *y_text = ob_quantity_format (ob_parameter_get_info (plane->y)->unit, now[1]);
  const char *const texts[] = { x_text, y_text, NULL };
  guint n_values = 0;

  ob_chart_set_results (chart, results);
  for (guint i = 0; i < 60; i++)
    {
      ObPin *pins[OB_N_PINS] = { NULL };
      g_autoptr (ObGhosts) ghosts = NULL;
      const GArray *boxes;

      for (guint pin = 0; pin < 1 + i % OB_N_PINS; pin++)
        {
          ObInputs inputs = results->inputs;

          /* Near the foot of a guide, or anywhere on the guides. */
          if ((i + pin) % 2 == 0)
            inputs.value[plane->y] =
              plane->y_min + (now[1] - plane->y_min) * g_rand_double (rand) * (i % 3 / 2. + 0.05);
          else
            inputs.value[plane->x] =
              plane->x_min + (now[0] - plane->x_min) * g_rand_double (rand) * (i % 3 / 2. + 0.05);
          pins[pin] = ob_pin_new (NULL, &inputs);
        }
      ghosts = ob_ghosts_new (pins, plane, 9, NULL, NULL);
      ob_chart_set_ghosts (chart, ghosts);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);

      boxes = ob_chart_get_label_boxes (chart);
      for (guint k = 0; k < boxes->len; k++)
        {
          const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, k);

          if (!g_strv_contains (texts, box->text))
            continue;
          n_values++;
          for (guint pin = 0; pin < OB_N_PINS; pin++)
            {
              double x;
              double y;

              if (pins[pin] == NULL)
                continue;
              ob_chart_data_to_page (chart, pins[pin]->inputs.value[plane->x],
                                     pins[pin]->inputs.value[plane->y], &x, &y);
              /* From the centre of a ring to the nearest place of the box. */
              x -= CLAMP (x, box->x, box->x + box->width);
              y -= CLAMP (y, box->y, box->y + box->height);
              g_assert_cmpfloat (hypot (x, y), >, 13 * 0.62);
            }
        }
      for (guint pin = 0; pin < OB_N_PINS; pin++)
        ob_pin_unref (pins[pin]);
    }
  /* They have not gone for that. */
  g_assert_cmpuint (n_values, >=, 2 * 60 - 6);
}

/* The axis has room for pins, and goes back without them. */
static void
test_range (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObGhosts) ghosts = make_ghosts (results, 0, 1500, 0);
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_MONEY);
  double top;
  double x;
  double y;

  ob_chart_set_results (chart, results);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  ob_chart_page_to_data (chart, WIDTH / 2., 0, &x, &top);

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    ghosts->results[0]->run.series[OB_SERIES_CAPEX][i] = top * 2;
  ob_chart_set_ghosts (chart, ghosts);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  ob_chart_page_to_data (chart, WIDTH / 2., 0, &x, &y);
  g_assert_cmpfloat (y, >=, top * 2);

  ob_chart_set_ghosts (chart, NULL);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  ob_chart_page_to_data (chart, WIDTH / 2., 0, &x, &y);
  g_assert_cmpfloat (y, ==, top);
}

/* A pin that starts in another year stands at its own years, in tables too. */
static void
test_shift (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObGhosts) ghosts = make_ghosts (results, 3, 500, 2);
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_CASH);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;
  g_auto (GStrv) lines = NULL;
  const double *cash = ghosts->results[3]->run.series[OB_SERIES_CUMULATIVE_CASH];

  ob_chart_set_results (chart, results);
  without = to_csv (chart);
  g_assert_true (g_str_has_prefix (without, "quarter,cumulative_cash,phase,binding\n"));
  ob_chart_set_ghosts (chart, ghosts);
  with = to_csv (chart);
  lines = g_strsplit (with, "\n", -1);
  g_assert_cmpstr (lines[0], ==, "quarter,cumulative_cash,phase,binding,D_cumulative_cash");
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      const char *last = strrchr (lines[1 + i], ',') + 1;

      if (i < 8)
        g_assert_cmpstr (last, ==, "");
      else
        g_assert_cmpfloat (g_ascii_strtod (last, NULL), ==, cash[i - 8]);
    }
}

/* Where lines through a chart are what pins come to, its data has that, too, and all of
 * its rows the same columns. */
static void
test_rules_data (void)
{
  static const struct
  {
    ObChartKind kind;
    ObMetric metric;
    const char *column;
  } rules[] = {
    { OB_CHART_TORNADO, OB_METRIC_NPV, ",C_npv" },
    { OB_CHART_TORNADO_RISK, OB_METRIC_BUBBLE_RISK, ",C_bubble_risk" },
    { OB_CHART_DISAGREEMENT, OB_METRIC_NPV, ",C_npv" },
  };
  g_autoptr (ObResults) results = ob_test_results_add_sample (ob_test_results_new_base ());
  g_autoptr (ObGhosts) ghosts = make_ghosts (results, 2, 500, 0);
  const double *metric = ghosts->results[2]->run.metric;

  for (guint k = 0; k < G_N_ELEMENTS (rules); k++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (rules[k].kind);
      g_autofree char *without = NULL;
      g_autofree char *with = NULL;
      g_auto (GStrv) lines = NULL;

      ob_chart_set_results (chart, results);
      without = to_csv (chart);
      g_assert_null (strstr (without, rules[k].column));
      ob_chart_set_ghosts (chart, ghosts);
      with = to_csv (chart);
      lines = g_strsplit (with, "\n", -1);
      g_assert_true (g_str_has_suffix (lines[0], rules[k].column));
      g_assert_cmpstr (lines[1], !=, "");
      for (guint i = 1; *lines[i] != '\0'; i++)
        g_assert_cmpfloat (g_ascii_strtod (strrchr (lines[i], ',') + 1, NULL), ==,
                           metric[rules[k].metric]);
    }

  {
    g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_ODDS);
    g_autofree char *without = NULL;
    g_autofree char *with = NULL;
    g_auto (GStrv) cells = NULL;

    ob_chart_set_results (chart, results);
    without = to_csv (chart);
    g_assert_null (strstr (without, "-npv"));
    ob_chart_set_ghosts (chart, ghosts);
    with = to_csv (chart);
    g_assert_nonnull (strstr (with, "\nC-npv,"));
    cells = g_strsplit_set (strstr (with, "\nC-npv,") + 1, ",\n", 5);
    g_assert_cmpfloat (g_ascii_strtod (cells[1], NULL), ==, metric[OB_METRIC_NPV]);
    g_assert_cmpfloat (g_ascii_strtod (cells[2], NULL), ==, metric[OB_METRIC_NPV]);
    g_assert_cmpstr (cells[3], ==, "");
    /* Beside what was there. */
    g_assert_cmpuint (strlen (with), >, strlen (without));
    g_assert_true (g_str_has_prefix (with, "what,from,to,share\n"));
    g_assert_nonnull (strstr (with, "\npayback,"));
  }
}

static GStrv
to_rows (ObChart *chart)
{
  g_autofree char *csv = to_csv (chart);

  return g_strsplit (csv, "\n", -1);
}

static double
get_last_cell (const char *row)
{
  return g_ascii_strtod (strrchr (row, ',') + 1, NULL);
}

/* The parts of a pin add up to its sum, and what it returns is what its own chart says. */
static void
test_parts_data (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObGhosts) ghosts = make_ghosts (results, 1, 500, 0);
  g_autoptr (ObChart) drivers = ob_chart_new (OB_CHART_DRIVERS);
  g_autoptr (ObChart) vintages = ob_chart_new (OB_CHART_VINTAGES);
  g_autoptr (ObChart) own = ob_chart_new (OB_CHART_VINTAGES);
  g_auto (GStrv) rows = NULL;
  g_auto (GStrv) own_rows = NULL;
  g_auto (GStrv) parts = NULL;
  guint n, n_found = 0;
  double sum = 0;

  ob_chart_set_results (drivers, results);
  ob_chart_set_ghosts (drivers, ghosts);
  parts = to_rows (drivers);
  n = g_strv_length (parts) - 1;
  g_assert_cmpstr (parts[0], ==, "part,log_odds,from,to,B_log_odds");
  g_assert_cmpuint (n, >, 4);
  for (guint i = 1; i + 1 < n; i++)
    sum += get_last_cell (parts[i]);
  g_assert_true (g_str_has_prefix (parts[n - 1], "sum,"));
  g_assert_cmpfloat (fabs (sum - get_last_cell (parts[n - 1])), <, 1e-12);

  ob_chart_set_results (vintages, results);
  ob_chart_set_ghosts (vintages, ghosts);
  ob_chart_set_results (own, ghosts->results[1]);
  rows = to_rows (vintages);
  own_rows = to_rows (own);
  g_assert_true (g_str_has_suffix (rows[0], ",B_irr"));
  for (guint i = 1; *rows[i] != '\0'; i++)
    {
      /* An empty cell is read as 0: the pin has no order of that year. */
      double wanted = 0;

      for (guint k = 1; *own_rows[k] != '\0'; k++)
        {
          if (strncmp (own_rows[k], rows[i], strlen ("2027,")) == 0)
            wanted = g_ascii_strtod (own_rows[k] + strlen ("2027,"), NULL);
        }
      g_assert_cmpfloat (get_last_cell (rows[i]), ==, wanted);
      n_found += wanted != 0;
    }
  g_assert_cmpuint (n_found, >, 10);
}

/* Where the axis is of what a pin comes to, its letter stands at that. */
static void
test_rules (void)
{
  static const struct
  {
    ObChartKind kind;
    ObMetric metric;
  } rules[] = {
    { OB_CHART_TORNADO, OB_METRIC_NPV },
    { OB_CHART_TORNADO_RISK, OB_METRIC_BUBBLE_RISK },
    { OB_CHART_DISAGREEMENT, OB_METRIC_NPV },
    { OB_CHART_ODDS, OB_METRIC_NPV },
  };
  g_autoptr (ObResults) results = ob_test_results_add_sample (ob_test_results_new_base ());
  g_autoptr (ObGhosts) ghosts = make_ghosts (results, 3, 1400, 0);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (rules[i].kind);
      const double value = ghosts->results[3]->run.metric[rules[i].metric];
      const GArray *boxes;
      double x;
      double y;

      ob_chart_set_results (chart, results);
      ob_chart_set_ghosts (chart, ghosts);
      ob_test_chart_draw (chart, WIDTH, HEIGHT);
      ob_chart_data_to_page (chart, value, 0, &x, &y);
      boxes = ob_chart_get_label_boxes (chart);
      for (guint k = 0; k < boxes->len; k++)
        {
          const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, k);

          if (g_str_equal (box->text, "D"))
            g_assert_cmpfloat_with_epsilon (box->x + box->width / 2, x, 1);
        }
    }
}

/* How many pixels of a row are of one colour. */
static guint
count_color (cairo_surface_t *surface, int row, const ObColor *color)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  const guint32 *pixels;
  guint n = 0;

  cairo_surface_flush (surface);
  pixels =
    (const guint32 *) (gconstpointer) (data
                                       + (gsize) row * cairo_image_surface_get_stride (surface));
  for (int i = 0; i < cairo_image_surface_get_width (surface); i++)
    {
      const int red = (int) (pixels[i] >> 16 & 0xff) - (int) lround (color->red * 255);
      const int green = (int) (pixels[i] >> 8 & 0xff) - (int) lround (color->green * 255);
      const int blue = (int) (pixels[i] & 0xff) - (int) lround (color->blue * 255);

      n += ABS (red) + ABS (green) + ABS (blue) < 30;
    }

  return n;
}

/* Of a pin in which much more flows every outline is closed on the page: what goes down at
 * the last rows has gone across by then. */
static void
test_flow_scale (void)
{
  static const double factors[] = { 1, 4, 12 };
  const ObColor *color = &ob_theme_get (OB_THEME_LIGHT)->pin[0];

  for (guint k = 0; k < G_N_ELEMENTS (factors); k++)
    {
      g_autoptr (ObResults) results = NULL;
      g_autoptr (ObGhosts) ghosts = NULL;
      g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FLOW);
      cairo_surface_t *surface;
      ObInputs inputs;
      ObPlane plane;
      guint n = 0;

      ob_inputs_init (&inputs);
      ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
      inputs.value[OB_PARAMETER_CAPEX] = 1400 / factors[k];
      results = ob_results_new (&inputs, &plane, 17, 1, NULL);
      ghosts = make_ghosts (results, 0, 1400, 0);
      ob_chart_set_results (chart, results);
      ob_chart_set_ghosts (chart, ghosts);
      ob_chart_set_quarter (chart, 24);
      surface = ob_chart_draw_to_image (chart, WIDTH, HEIGHT, 1);
      for (int row = 0; row < HEIGHT; row++)
        n += count_color (surface, row, color);
      if (factors[k] > 1)
        g_assert_cmpuint (n, >, 100);
      /* The sides of outlines that ran off it stood alone at its end. */
      for (int row = HEIGHT - 3; row < HEIGHT; row++)
        g_assert_cmpuint (count_color (surface, row, color), ==, 0);
      g_assert_true (ob_test_chart_has_label (chart, "2"));
      cairo_surface_destroy (surface);
    }
}

/* Who pays whom in a pin stands beside who does here, year by year of the calendar. */
static void
test_flow (void)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_autoptr (ObGhosts) ghosts = make_ghosts (results, 1, 500, 2);
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FLOW);
  g_autofree char *early = NULL;
  g_autofree char *later = NULL;
  g_autofree char *sales = NULL;
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  ObFlow flow;

  ob_chart_set_results (chart, results);
  ob_chart_set_ghosts (chart, ghosts);
  ob_chart_set_quarter (chart, 0);
  early = to_csv (chart);
  /* The pin begins two years later. */
  g_assert_null (strstr (early, "B_amount"));
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_false (has_letter (chart, "B"));

  ob_chart_set_quarter (chart, 12);
  later = to_csv (chart);
  ob_test_chart_draw (chart, WIDTH, HEIGHT);
  g_assert_true (has_letter (chart, "B"));
  ob_flow_init (&flow, &ghosts->results[1]->inputs, &ghosts->results[1]->run, 1);
  g_ascii_dtostr (number, sizeof number, flow.link[OB_FLOW_SALES].amount);
  sales = g_strdup_printf (",sales,%d,%s\n", flow.year, number);
  g_assert_nonnull (strstr (later, "from,to,amount,flow,year,B_amount\n"));
  g_assert_nonnull (strstr (later, sales));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ghosts/letters", test_letters);
  g_test_add_func ("/ghosts/subtitle", test_subtitle);
  g_test_add_func ("/ghosts/marker", test_marker);
  g_test_add_func ("/ghosts/values", test_values);
  g_test_add_func ("/ghosts/range", test_range);
  g_test_add_func ("/ghosts/shift", test_shift);
  g_test_add_func ("/ghosts/rules", test_rules);
  g_test_add_func ("/ghosts/rules-data", test_rules_data);
  g_test_add_func ("/ghosts/parts-data", test_parts_data);
  g_test_add_func ("/ghosts/flow", test_flow);
  g_test_add_func ("/ghosts/flow-scale", test_flow_scale);

  return g_test_run ();
}
