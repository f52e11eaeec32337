/* ob-iso-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-contour.h"
#include "ob-gap-pen.h"
#include "ob-iso-mark.h"

#include <math.h>

#define MAX_LEVELS 9
/* Lines shorter than this many label widths are left without. */
#define MIN_LENGTH 2.2

/* A line in a plane from 0 to 1: x and y in turn; a loop ends where it starts. */
typedef struct
{
  guint n_points;
  double *xy;
} Line;

struct _ObIsoMark
{
  guint n_levels;
  double levels[MAX_LEVELS];
  GArray *lines[MAX_LEVELS];
};

guint
ob_iso_mark_get_levels (const double *values,
                        gsize n,
                        double min_step,
                        guint max_levels,
                        double *levels)
{
  double lowest = INFINITY;
  double highest = -INFINITY;
  double step;
  guint n_levels = 0;

  g_return_val_if_fail (values != NULL && levels != NULL, 0);
  g_return_val_if_fail (min_step > 0, 0);

  for (gsize i = 0; i < n; i++)
    {
      lowest = MIN (lowest, values[i]);
      highest = MAX (highest, values[i]);
    }
  if (!isfinite (lowest) || !isfinite (highest))
    return 0;

  step = ob_scale_get_nice_step (min_step);
  while (floor (highest / step) - ceil (lowest / step) + 1 > max_levels)
    step = ob_scale_get_nice_step (step * 1.5);

  for (double k = ceil (lowest / step); k <= floor (highest / step) && n_levels < max_levels; k++)
    {
      if (k != 0)
        levels[n_levels++] = k * step;
    }

  return n_levels;
}

static void
locate (const ObMap *map, const ObGridEdge *edge, double level, double *xy)
{
  const double *from = map->npv + (gsize) edge->j * map->nx + edge->i;
  double to = edge->upright ? from[map->nx] : from[1];
  double f = (level - *from) / (to - *from);

  xy[0] = (edge->i + (edge->upright ? 0. : f)) / (map->nx - 1);
  xy[1] = (edge->j + (edge->upright ? f : 0.)) / (map->ny - 1);
}

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->xy, g_free);
}

static GArray *
make_lines (const ObMap *map, double level)
{
  g_autoptr (GArray) chains = ob_contour_trace (map->npv, map->nx, map->ny, level, NULL, NULL);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  for (guint k = 0; k < chains->len; k++)
    {
      const ObContourChain *chain = &g_array_index (chains, ObContourChain, k);
      Line line = { chain->n_edges + chain->closed, NULL };

      line.xy = g_new (double, 2 * line.n_points);
      for (guint i = 0; i < line.n_points; i++)
        locate (map, &chain->edges[i % chain->n_edges], level, &line.xy[2 * i]);
      g_array_append_val (lines, line);
    }

  return lines;
}

ObIsoMark *
ob_iso_mark_new (const ObMap *map, double limit)
{
  ObIsoMark *self;

  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (limit > 0, NULL);

  self = g_new0 (ObIsoMark, 1);
  self->n_levels = ob_iso_mark_get_levels (map->npv, (gsize) map->nx * map->ny, limit / 3.5,
                                           MAX_LEVELS, self->levels);
  for (guint k = 0; k < self->n_levels; k++)
    self->lines[k] = make_lines (map, self->levels[k]);

  return self;
}

void
ob_iso_mark_free (ObIsoMark *self)
{
  if (self == NULL)
    return;

  for (guint k = 0; k < self->n_levels; k++)
    g_array_unref (self->lines[k]);
  g_free (self);
}

static void
get_place (const ObPlot *plot, const Line *line, guint i, double *x, double *y)
{
  *x = plot->rect.x + line->xy[2 * i] * plot->rect.width;
  *y = plot->rect.y + (1. - line->xy[2 * i + 1]) * plot->rect.height;
}

static double
get_length (const ObPlot *plot, const Line *line)
{
  double length = 0;

  for (guint i = 1; i < line->n_points; i++)
    {
      double x0;
      double y0;
      double x1;
      double y1;

      get_place (plot, line, i - 1, &x0, &y0);
      get_place (plot, line, i, &x1, &y1);
      length += hypot (x1 - x0, y1 - y0);
    }

  return length;
}

static gboolean
put_label (const ObPage *page, const ObPlot *plot, const Line *line, const char *text, GArray *gaps)
{
  static const double places[] = { 0.5, 0.35, 0.65, 0.22, 0.78, 0.1, 0.9 };
  double margin = page->size * 0.25;
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
    .x_align = 0.5,
    .y_align = 0.5,
  };
  ObRect rect = ob_page_get_label_rect (page, &label);

  if (get_length (plot, line) < MIN_LENGTH * rect.width)
    return FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (places); k++)
    {
      guint i = places[k] * (line->n_points - 1);

      get_place (plot, line, i, &label.x, &label.y);
      rect = ob_page_get_label_rect (page, &label);
      rect = (ObRect){ rect.x - margin, rect.y, rect.width + 2 * margin, rect.height };
      if (!ob_rect_contains (&plot->rect, &rect) || !ob_label_placer_is_free (page->labels, &rect)
          || !ob_page_put_label (page, &label))
        continue;

      g_array_append_val (gaps, rect);
      return TRUE;
    }

  return FALSE;
}

void
ob_iso_mark_put_labels (ObIsoMark *self, const ObPage *page, const ObPlot *plot, GArray *gaps)
{
  g_return_if_fail (self != NULL);

  for (guint k = 0; k < self->n_levels; k++)
    {
      g_autofree char *text = ob_axis_format_money (self->levels[k]);

      for (guint i = 0; i < self->lines[k]->len; i++)
        put_label (page, plot, &g_array_index (self->lines[k], Line, i), text, gaps);
    }
}

void
ob_iso_mark_draw (ObIsoMark *self, const ObPage *page, const ObPlot *plot, const GArray *gaps)
{
  ObGapPen pen = { page->cr, gaps };

  g_return_if_fail (self != NULL);

  for (guint k = 0; k < self->n_levels; k++)
    {
      for (guint i = 0; i < self->lines[k]->len; i++)
        {
          const Line *line = &g_array_index (self->lines[k], Line, i);

          for (guint p = 0; p < line->n_points; p++)
            {
              double x;
              double y;

              get_place (plot, line, p, &x, &y);
              if (p == 0)
                ob_gap_pen_move_to (&pen, x, y);
              else
                ob_gap_pen_line_to (&pen, x, y);
            }
        }
    }

  cairo_set_line_width (page->cr, 1.);
  cairo_set_dash (page->cr, NULL, 0, 0);
  ob_page_set_role (page, OB_ROLE_MAP_LINE);
  cairo_stroke (page->cr);
}

void
ob_iso_mark_path_frontier (const ObPage *page,
                           const ObPlot *plot,
                           const ObFrontier *frontier,
                           const GArray *gaps)
{
  ObGapPen pen = { page->cr, gaps };

  for (guint k = 0; k < frontier->n_curves; k++)
    {
      const ObCurve *curve = &frontier->curves[k];
      guint n = curve->n_points + curve->closed;
      double last_x = 0;
      double last_y = 0;

      for (guint i = 0; i < n; i++)
        {
          const ObPoint *point = &curve->points[i % curve->n_points];
          double x = ob_plot_get_x (plot, point->x);
          double y = ob_plot_get_y (plot, point->y);

          if (i == 0)
            ob_gap_pen_move_to (&pen, x, y);
          else if (i + 1 == n || hypot (x - last_x, y - last_y) >= 0.5)
            ob_gap_pen_line_to (&pen, x, y);
          else
            continue;
          last_x = x;
          last_y = y;
        }
    }
}
