/* bench-frame.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a frame of a drag costs without a window: the results that come first in
 * the live pipeline (run, map, frontier), then the picture of them. */

#include "config.h"

#include "ob-benchmark.h"
#include "ob-chart.h"
#include "ob-evaluator.h"

#include <locale.h>

#define WIDTH    900
#define HEIGHT   600
#define N_FRAMES 600

typedef struct
{
  ObInputs inputs;
  ObPlane plane;
  ObChart *chart;
  cairo_surface_t *surface;
  guint serial;
} Drag;

typedef struct
{
  GArray *model;
  GArray *picture;
  GArray *frame;
} Times;

static void
add_time (GArray *times, double time)
{
  g_array_append_val (times, time);
}

/* The lever goes up and down; it is not one of the plane, so that all of the map
 * changes. */
static void
move_lever (Drag *drag)
{
  const guint phase = drag->serial++ % 200;

  drag->inputs.value[OB_PARAMETER_SUBSIDY] = 0.2 + 0.004 * (phase < 100 ? phase : 200 - phase);
}

static void
draw_frame (Drag *drag, guint size, Times *times)
{
  g_autoptr (ObResults) results = NULL;
  double start, middle, end;
  cairo_t *cr;

  move_lever (drag);

  start = ob_benchmark_get_time ();
  results = ob_results_new (&drag->inputs, &drag->plane, size, drag->serial, NULL);
  middle = ob_benchmark_get_time ();

  ob_chart_set_results (drag->chart, results);
  cr = cairo_create (drag->surface);
  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  ob_chart_draw (drag->chart, cr, WIDTH, HEIGHT);
  cairo_destroy (cr);
  cairo_surface_flush (drag->surface);
  end = ob_benchmark_get_time ();

  if (times == NULL)
    return;
  add_time (times->model, middle - start);
  add_time (times->picture, end - middle);
  add_time (times->frame, end - start);
}

static void
add_part (ObBenchmark *benchmark, const char *prefix, const char *name, GArray *times)
{
  g_autofree char *member = g_strconcat (prefix, "_", name, "_ms", NULL);

  ob_benchmark_add_times (benchmark, member, times);
  g_array_unref (times);
}

static void
measure (ObBenchmark *benchmark, Drag *drag, const char *prefix, guint size)
{
  Times times = {
    g_array_new (FALSE, FALSE, sizeof (double)),
    g_array_new (FALSE, FALSE, sizeof (double)),
    g_array_new (FALSE, FALSE, sizeof (double)),
  };
  g_autofree char *member = g_strconcat (prefix, "_size", NULL);

  for (guint i = 0; i < N_FRAMES / 10; i++)
    draw_frame (drag, size, NULL);
  for (guint i = 0; i < N_FRAMES; i++)
    draw_frame (drag, size, &times);

  ob_benchmark_add (benchmark, member, size);
  add_part (benchmark, prefix, "model", times.model);
  add_part (benchmark, prefix, "picture", times.picture);
  add_part (benchmark, prefix, "frame", times.frame);
}

int
main (int argc, char **argv)
{
  g_autoptr (ObResults) before = NULL;
  ObBenchmark *benchmark;
  Drag drag = { 0 };

  setlocale (LC_ALL, "");
  ob_inputs_init (&drag.inputs);
  ob_plane_init (&drag.plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  drag.surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);

  /* As in a drag: axes are held, and a trail shows where the curve was. */
  before = ob_results_new (&drag.inputs, &drag.plane, OB_EVALUATOR_EXACT_SIZE, 0, NULL);
  drag.chart = ob_chart_new (OB_CHART_FRONTIER);
  ob_chart_set_quarter (drag.chart, 18);
  ob_chart_set_held (drag.chart, TRUE);
  ob_chart_set_trail (drag.chart, before);

  benchmark = ob_benchmark_begin ();
  ob_benchmark_add (benchmark, "width", WIDTH);
  ob_benchmark_add (benchmark, "height", HEIGHT);
  ob_benchmark_add (benchmark, "frames", N_FRAMES);
  measure (benchmark, &drag, "coarse", OB_EVALUATOR_COARSE_SIZE);
  measure (benchmark, &drag, "exact", OB_EVALUATOR_EXACT_SIZE);
  ob_benchmark_end (benchmark);

  ob_chart_free (drag.chart);
  cairo_surface_destroy (drag.surface);

  return 0;
}
