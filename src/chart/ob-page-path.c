/* ob-page-path.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-gap-pen.h"
#include "ob-page-path.h"

#include <math.h>

/* Points nearer than this to the last one are left out, px. */
#define THIN 0.5
/* So are those that lie no further than this off the line without them, px; the
 * line then passes at most so many. */
#define FLAT   0.04
#define N_FLAT 24
/* How far apart the places are that keep labels off a path, px. */
#define BLOCK 7.
/* Between a label on a path and the path, in sizes of text. */
#define MARGIN 0.25

static void
alloc (ObPagePath *self, guint n_points)
{
  self->n_points = 0;
  self->xy = g_new (double, 2 * n_points);
  self->along = g_new (double, n_points);
}

/* Lengths on a page never come near the ends of what a number can hold. */
static double
get_length (double dx, double dy)
{
  return sqrt (dx * dx + dy * dy);
}

static void
append (ObPagePath *self, double x, double y, gboolean thin)
{
  guint n = self->n_points;
  double step = 0;

  if (n > 0)
    {
      step = get_length (x - self->xy[2 * n - 2], y - self->xy[2 * n - 1]);
      if (thin && step < THIN)
        return;
    }

  self->xy[2 * n] = x;
  self->xy[2 * n + 1] = y;
  self->along[n] = n > 0 ? self->along[n - 1] + step : 0;
  self->n_points++;
}

/* Whether the points between two others lie on the line between these. */
static gboolean
is_flat (const double *xy, guint first, guint last)
{
  double x = xy[2 * first];
  double y = xy[2 * first + 1];
  double dx = xy[2 * last] - x;
  double dy = xy[2 * last + 1] - y;
  double length = get_length (dx, dy);

  for (guint i = first + 1; i < last; i++)
    {
      double along = (xy[2 * i] - x) * dx + (xy[2 * i + 1] - y) * dy;
      double off = (xy[2 * i] - x) * dy - (xy[2 * i + 1] - y) * dx;

      if (along < 0 || along > length * length || fabs (off) > FLAT * length)
        return FALSE;
    }

  return TRUE;
}

/* A line has as many points as the grid it was found on; where it is nearly straight
 * most of them cost time and are not seen. */
static void
simplify (ObPagePath *self)
{
  guint kept = 0;
  guint n = 1;

  if (self->n_points < 3)
    return;

  for (guint i = 2; i < self->n_points; i++)
    {
      if (i - kept <= N_FLAT && is_flat (self->xy, kept, i))
        continue;

      kept = i - 1;
      self->xy[2 * n] = self->xy[2 * kept];
      self->xy[2 * n + 1] = self->xy[2 * kept + 1];
      self->along[n++] = self->along[kept];
    }

  kept = self->n_points - 1;
  self->xy[2 * n] = self->xy[2 * kept];
  self->xy[2 * n + 1] = self->xy[2 * kept + 1];
  self->along[n++] = self->along[kept];
  self->n_points = n;
}

void
ob_page_path_init_curve (ObPagePath *self, const ObPlot *plot, const ObCurve *curve)
{
  guint n;

  g_return_if_fail (self != NULL && plot != NULL && curve != NULL);

  n = curve->n_points + curve->closed;
  alloc (self, n);
  for (guint i = 0; i < n; i++)
    {
      const ObPoint *point = &curve->points[i % curve->n_points];

      append (self, ob_plot_get_x (plot, point->x), ob_plot_get_y (plot, point->y), i + 1 < n);
    }
  simplify (self);
}

void
ob_page_path_init_units (ObPagePath *self, const ObPlot *plot, const double *xy, guint n_points)
{
  g_return_if_fail (self != NULL && plot != NULL && xy != NULL);

  alloc (self, n_points);
  for (guint i = 0; i < n_points; i++)
    append (self, plot->rect.x + xy[2 * i] * plot->rect.width,
            plot->rect.y + (1. - xy[2 * i + 1]) * plot->rect.height, i + 1 < n_points);
  simplify (self);
}

void
ob_page_path_init_line (ObPagePath *self, double x0, double y0, double x1, double y1)
{
  g_return_if_fail (self != NULL);

  alloc (self, 2);
  append (self, x0, y0, FALSE);
  append (self, x1, y1, FALSE);
}

void
ob_page_path_clear (ObPagePath *self)
{
  g_clear_pointer (&self->xy, g_free);
  g_clear_pointer (&self->along, g_free);
  self->n_points = 0;
}

static void
clear_element (gpointer data)
{
  ob_page_path_clear (data);
}

GArray *
ob_page_path_array_new (void)
{
  GArray *paths = g_array_new (FALSE, FALSE, sizeof (ObPagePath));

  g_array_set_clear_func (paths, clear_element);

  return paths;
}

double
ob_page_path_get_length (const ObPagePath *self)
{
  g_return_val_if_fail (self != NULL, 0.);

  return self->n_points > 0 ? self->along[self->n_points - 1] : 0.;
}

void
ob_page_path_get_place (const ObPagePath *self, double part, double *x, double *y)
{
  double along;
  double step;
  double f;
  guint low = 0;
  guint high;

  g_return_if_fail (self != NULL && self->n_points > 0);
  g_return_if_fail (x != NULL && y != NULL);

  along = CLAMP (part, 0., 1.) * ob_page_path_get_length (self);
  high = self->n_points - 1;
  while (high > low + 1)
    {
      guint middle = (low + high) / 2;

      if (self->along[middle] <= along)
        low = middle;
      else
        high = middle;
    }

  step = self->along[high] - self->along[low];
  f = step > 0 ? (along - self->along[low]) / step : 0;
  *x = self->xy[2 * low] + f * (self->xy[2 * high] - self->xy[2 * low]);
  *y = self->xy[2 * low + 1] + f * (self->xy[2 * high + 1] - self->xy[2 * low + 1]);
}

gboolean
ob_page_path_hits (const ObPagePath *self, const ObRect *rect)
{
  g_return_val_if_fail (self != NULL && rect != NULL, FALSE);

  for (guint i = 1; i < self->n_points; i++)
    {
      const double *a = &self->xy[2 * i - 2];
      double from = 0;
      double to = 1;

      ob_gap_pen_narrow (a[0], a[2] - a[0], rect->x, rect->x + rect->width, &from, &to);
      if (from > to)
        continue;
      ob_gap_pen_narrow (a[1], a[3] - a[1], rect->y, rect->y + rect->height, &from, &to);
      if (from <= to)
        return TRUE;
    }

  return FALSE;
}

gboolean
ob_page_path_array_hits (const GArray *paths, const ObRect *rect)
{
  g_return_val_if_fail (paths != NULL, FALSE);

  for (guint i = 0; i < paths->len; i++)
    {
      if (ob_page_path_hits (&g_array_index (paths, ObPagePath, i), rect))
        return TRUE;
    }

  return FALSE;
}

void
ob_page_path_trace (const ObPagePath *self, const ObPage *page, const GArray *gaps)
{
  ObGapPen pen = { page->cr, gaps };

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_points; i++)
    {
      if (i == 0)
        ob_gap_pen_move_to (&pen, self->xy[0], self->xy[1]);
      else
        ob_gap_pen_line_to (&pen, self->xy[2 * i], self->xy[2 * i + 1]);
    }
}

void
ob_page_path_block (const ObPagePath *self, const ObPage *page)
{
  double next = 0;

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_points; i++)
    {
      /* Two points may be far apart on a coarse grid. */
      for (; next <= self->along[i]; next += BLOCK)
        {
          double x = self->xy[2 * i];
          double y = self->xy[2 * i + 1];
          ObRect rect;

          if (i > 0)
            {
              double f = (self->along[i] - next) / (self->along[i] - self->along[i - 1]);

              x += f * (self->xy[2 * i - 2] - x);
              y += f * (self->xy[2 * i - 1] - y);
            }
          rect = (ObRect){ x - BLOCK / 2, y - BLOCK / 2, BLOCK, BLOCK };
          ob_label_placer_block (page->labels, &rect);
        }
    }
}

static gboolean
is_clear_of (const ObPagePath *self, const GArray *others, const ObRect *rect)
{
  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      const ObPagePath *other = &g_array_index (others, ObPagePath, i);

      if (other->xy != self->xy && ob_page_path_hits (other, rect))
        return FALSE;
    }

  return TRUE;
}

gboolean
ob_page_path_put_label (const ObPagePath *self,
                        const ObPage *page,
                        const ObRect *plot,
                        const ObLabel *label,
                        const GArray *others,
                        double min_widths,
                        GArray *gaps)
{
  static const double places[] = { 0.5, 0.56, 0.44, 0.62, 0.38, 0.68, 0.32, 0.74, 0.26,
                                   0.8, 0.2,  0.86, 0.14, 0.91, 0.09, 0.95, 0.05 };
  double margin = page->size * MARGIN;
  ObLabel moved = *label;
  ObRect rect;

  g_return_val_if_fail (self != NULL && plot != NULL && gaps != NULL, FALSE);

  moved.x_align = moved.y_align = 0.5;
  rect = ob_page_get_label_rect (page, &moved);
  if (self->n_points < 2 || rect.width + 2 * margin > plot->width
      || ob_page_path_get_length (self) < min_widths * rect.width)
    return FALSE;

  for (guint k = 0; k < G_N_ELEMENTS (places); k++)
    {
      ob_page_path_get_place (self, places[k], &moved.x, &moved.y);
      /* Along a side of the plot the label moves in beside the path. */
      moved.x = CLAMP (moved.x, plot->x + rect.width / 2 + margin,
                       plot->x + plot->width - rect.width / 2 - margin);
      rect.x = moved.x - rect.width / 2;
      rect.y = moved.y - rect.height / 2;

      {
        ObRect gap = { rect.x - margin, rect.y, rect.width + 2 * margin, rect.height };

        if (!ob_rect_contains (plot, &gap) || !ob_label_placer_is_free (page->labels, &gap)
            || !is_clear_of (self, others, &gap) || !ob_page_put_label (page, &moved))
          continue;

        g_array_append_val (gaps, gap);
        return TRUE;
      }
    }

  return FALSE;
}
