/* bench-charts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* bench-charts [THEME [TEXT-SCALE [CHART]]]
 *
 * How long each chart takes to draw, in milliseconds of the clock, the median and the
 * ninetieth percentile: again (the pointer moves), with new results in every draw (a lever
 * moves), with four pins and new results, with all that can be drawn, again and with
 * new results, and with random scenarios in turn, pins included. */

#include "config.h"

#include "ob-published-ranges.h"
#include "ob-test-chart.h"
#include "ob-test-results.h"

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#define WIDTH     1280
#define HEIGHT    800
#define FONT_SIZE 13.
#define N_DRAWS   60
#define N_RANDOM  10
#define MAP_SIZE  65
#define QUARTER   18

typedef struct
{
  const char *name;
  gboolean pins;
  /* A card of what is under the pointer, and the curve before the drag. */
  gboolean all;
  ObResults *results[N_RANDOM];
  ObGhosts *ghosts[N_RANDOM];
  guint n;
} Case;

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Time on the clock, as charts are painted by several threads: what else the machine does
 * counts, so it is medians that are told. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void
measure (ObChart *chart, cairo_t *cr, const Case *item)
{
  double times[N_DRAWS];

  ob_chart_set_trail (chart, item->all ? item->results[item->n - 1] : NULL);
  ob_chart_set_hover (chart, item->all ? WIDTH * 0.4 : -1, item->all ? HEIGHT * 0.6 : -1);
  /* The first draws lay out the text. */
  for (guint i = 0; i < N_DRAWS + item->n; i++)
    {
      double start;

      ob_chart_set_ghosts (chart, item->pins ? item->ghosts[i % item->n] : NULL);
      start = get_time ();
      ob_chart_set_results (chart, item->results[i % item->n]);
      ob_chart_draw (chart, cr, WIDTH, HEIGHT);
      if (i >= item->n)
        times[i - item->n] = get_time () - start;
    }
  qsort (times, N_DRAWS, sizeof times[0], compare);
  g_print (" %6.2f %5.2f", times[N_DRAWS / 2], times[N_DRAWS * 9 / 10]);
}

static ObGhosts *
make_ghosts (const ObPlane *plane)
{
  ObPin *pins[OB_N_PINS];
  ObGhosts *ghosts;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  for (guint i = 0; i < OB_N_PINS; i++)
    {
      inputs.value[OB_PARAMETER_LIFESPAN] = 7 + i;
      pins[i] = ob_pin_new ("", &inputs);
    }
  ghosts = ob_ghosts_new (pins, plane, MAP_SIZE, NULL, NULL);
  for (guint i = 0; i < OB_N_PINS; i++)
    ob_pin_unref (pins[i]);

  return ghosts;
}

/* Two scenarios that take turns, one of them for a draw that is the same again. */
static void
fill (Case *item, const ObPlane *plane)
{
  static const double lifespans[] = { 5, 6 };

  for (guint i = 0; i < item->n; i++)
    {
      ObOverlay overlay;
      ObInputs inputs;

      ob_inputs_init (&inputs);
      inputs.value[OB_PARAMETER_LIFESPAN] = lifespans[i];
      ob_overlay_init (&overlay);
      if (item->all)
        {
          ob_overlay_set_family (&overlay, OB_PARAMETER_LIFESPAN, 5);
          overlay.risk_lines = TRUE;
          overlay.risk_band = TRUE;
          overlay.single_draws = TRUE;
        }
      item->results[i] =
        ob_results_new_with_overlay (&inputs, plane, &overlay, MAP_SIZE, i + 1, NULL);
      if (item->all)
        item->results[i] = ob_test_results_add_sample (item->results[i]);
      item->ghosts[i] = make_ghosts (plane);
    }
}

/* What a study of all published ranges finds, for the charts that are of nothing else. */
static void
add_findings (Case *cases, guint n_cases)
{
  g_autoptr (ObFindings) findings = NULL;
  ObUncertainty uncertainty;

  ob_uncertainty_init (&uncertainty);
  if (ob_published_ranges_use (&uncertainty) == 0)
    return;

  findings = ob_findings_new (&cases[0].results[0]->inputs, &uncertainty, 256, 256, NULL);
  for (guint k = 0; k < n_cases; k++)
    {
      for (guint i = 0; i < cases[k].n; i++)
        {
          g_autoptr (ObResults) without = cases[k].results[i];

          cases[k].results[i] = ob_results_new_with_findings (without, findings);
        }
    }
}

static void
fill_random (Case *item)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint i = 0; i < item->n; i++)
    {
      item->results[i] = ob_test_results_new_random (rand);
      item->ghosts[i] = ob_test_results_new_ghosts (rand, item->results[i]);
    }
}

static gboolean
parse (int argc, char **argv, ObThemeKind *theme, double *text_scale)
{
  *theme = OB_THEME_LIGHT;
  *text_scale = argc > 2 ? g_ascii_strtod (argv[2], NULL) : 1;
  if (argc > 1)
    {
      for (*theme = 0; *theme < OB_N_THEMES; (*theme)++)
        {
          if (g_str_equal (argv[1], ob_theme_kind_get_id (*theme)))
            break;
        }
    }

  return *theme < OB_N_THEMES && *text_scale >= 0.5 && *text_scale <= 3;
}

int
main (int argc, char **argv)
{
  Case cases[] = {
    { .name = "again", .n = 1 },
    { .name = "new", .n = 2 },
    { .name = "4 pins", .n = 2, .pins = TRUE },
    { .name = "all again", .n = 1, .pins = TRUE, .all = TRUE },
    { .name = "all new", .n = 2, .pins = TRUE, .all = TRUE },
    { .name = "random", .n = N_RANDOM, .pins = TRUE },
  };
  cairo_surface_t *surface;
  ObThemeKind theme;
  double text_scale;
  ObPlane plane;
  cairo_t *cr;

  setlocale (LC_ALL, "");
  if (!parse (argc, argv, &theme, &text_scale))
    {
      g_printerr ("bench-charts [THEME [TEXT-SCALE [CHART]]]\n");
      return 2;
    }

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cr = cairo_create (surface);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  g_print ("ms at %d x %d, %s, text %g: median, 90th percentile\n%-13s", WIDTH, HEIGHT,
           ob_theme_kind_get_id (theme), text_scale, "chart");
  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      if (k + 1 < G_N_ELEMENTS (cases))
        fill (&cases[k], &plane);
      else
        fill_random (&cases[k]);
      g_print (" %12s", cases[k].name);
    }
  g_print ("\n");
  add_findings (cases, G_N_ELEMENTS (cases));

  for (ObChartKind kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = NULL;

      if (argc > 3 && !g_str_equal (argv[3], ob_chart_kind_get_id (kind)))
        continue;

      chart = ob_chart_new (kind);
      ob_chart_set_quarter (chart, QUARTER);
      ob_chart_set_theme (chart, theme);
      ob_chart_set_font (chart, NULL, FONT_SIZE * text_scale);
      ob_test_chart_compare (chart, cases[0].results[0]);
      g_print ("%-13s", ob_chart_kind_get_id (kind));
      for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
        measure (chart, cr, &cases[k]);
      g_print ("\n");
    }

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      for (guint i = 0; i < cases[k].n; i++)
        {
          ob_results_unref (cases[k].results[i]);
          ob_ghosts_unref (cases[k].ghosts[i]);
        }
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return 0;
}
