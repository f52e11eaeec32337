/* bench-charts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long each chart takes to draw, in milliseconds: with a map it has drawn
 * before (pointer and cursor move) and with new results (a lever moves). */

#include "config.h"

#include "ob-chart.h"

#include <locale.h>
#include <stdlib.h>
#include <time.h>

#define WIDTH    1280
#define HEIGHT   800
#define N_DRAWS  60
#define MAP_SIZE 65

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Time on the processor, so that what else the machine does counts little. */
static double
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

/* The median of the draws, ms. */
static double
measure (ObChart *chart, cairo_t *cr, ObResults *const *results, guint n_results)
{
  double times[N_DRAWS];

  for (guint i = 0; i < N_DRAWS; i++)
    {
      double start = get_time ();

      ob_chart_set_results (chart, results[i % n_results]);
      ob_chart_draw (chart, cr, WIDTH, HEIGHT);
      times[i] = get_time () - start;
    }
  qsort (times, N_DRAWS, sizeof times[0], compare);

  return times[N_DRAWS / 2];
}

int
main (int argc, char **argv)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  ObResults *results[2];
  ObResults *all[2];
  ObPin *pins[OB_N_PINS];
  ObGhosts *ghosts;
  ObOverlay overlay;
  ObInputs inputs;
  ObPlane plane;

  setlocale (LC_ALL, "");
  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  results[0] = ob_results_new (&inputs, &plane, MAP_SIZE, 1, NULL);
  ob_overlay_init (&overlay);
  ob_overlay_set_family (&overlay, OB_PARAMETER_LIFESPAN, inputs.value[OB_PARAMETER_LIFESPAN]);
  overlay.risk_lines = TRUE;
  all[0] = ob_results_new_with_overlay (&inputs, &plane, &overlay, MAP_SIZE, 3, NULL);
  inputs.value[OB_PARAMETER_LIFESPAN] = 6;
  results[1] = ob_results_new (&inputs, &plane, MAP_SIZE, 2, NULL);
  all[1] = ob_results_new_with_overlay (&inputs, &plane, &overlay, MAP_SIZE, 4, NULL);

  for (guint i = 0; i < OB_N_PINS; i++)
    {
      inputs.value[OB_PARAMETER_LIFESPAN] = 7 + i;
      pins[i] = ob_pin_new ("", &inputs);
    }
  ghosts = ob_ghosts_new (pins, &plane, MAP_SIZE, NULL, NULL);

  g_print ("%-10s %8s %8s %8s   ms at %d x %d\n", "chart", "again", "new", "4 pins", WIDTH, HEIGHT);
  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = ob_chart_new (kind);

      ob_chart_set_quarter (chart, 18);
      measure (chart, cr, results, 2);
      g_print ("%-10s %8.2f", ob_chart_kind_get_id (kind), measure (chart, cr, results, 1));
      g_print (" %8.2f", measure (chart, cr, results, 2));
      ob_chart_set_ghosts (chart, ghosts);
      g_print (" %8.2f\n", measure (chart, cr, results, 2));
    }

  /* The frontier with all that can be drawn on it. */
  {
    g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);

    measure (chart, cr, all, 2);
    g_print ("%-10s %8.2f", "all lines", measure (chart, cr, all, 1));
    g_print (" %8.2f\n", measure (chart, cr, all, 2));
  }

  for (guint i = 0; i < OB_N_PINS; i++)
    ob_pin_unref (pins[i]);
  ob_ghosts_unref (ghosts);
  ob_results_unref (all[0]);
  ob_results_unref (all[1]);
  ob_results_unref (results[0]);
  ob_results_unref (results[1]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return 0;
}
