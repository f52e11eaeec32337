/* ob-bar-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-bar-mark.h"

#include <math.h>

#define HATCH_SPACING 7.

gboolean
ob_bar_mark_is_hatched (guint part)
{
  return part % 2 == 1;
}

/* Adds the diagonals through a rectangle to the path. They are cut by reckoning:
 * clipping to many bars takes Cairo longer than all the rest of the chart. */
static void
hatch (cairo_t *cr, double x, double y, double width, double height)
{
  double bottom = y + height;
  double first = ceil ((x + y) / HATCH_SPACING) * HATCH_SPACING;

  for (double sum = first; sum < x + width + bottom; sum += HATCH_SPACING)
    {
      double left = MAX (x, sum - bottom);
      double right = MIN (x + width, sum - y);

      if (right <= left)
        continue;
      cairo_move_to (cr, left, sum - left);
      cairo_line_to (cr, right, sum - right);
    }
}

static void
stroke_hatch (const ObPage *page)
{
  ObColor color = page->theme->role[OB_ROLE_BACKGROUND];

  color.alpha = 0.8;
  cairo_set_dash (page->cr, NULL, 0, 0);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_color (page, &color);
  cairo_stroke (page->cr);
}

/* A part of one bar: where it starts and ends. */
typedef struct
{
  double from;
  double to;
} Span;

static ObRect
get_bar (const ObPlot *plot, guint i, double width, const Span *span)
{
  double y0 = ob_plot_get_y (plot, span->from);
  double y1 = ob_plot_get_y (plot, span->to);

  return (ObRect){ ob_plot_get_x (plot, i), MIN (y0, y1), width, fabs (y1 - y0) };
}

void
ob_bar_mark_draw (const ObPage *page,
                  const ObPlot *plot,
                  const double *const *parts,
                  const guint *fills,
                  guint n_parts,
                  guint n)
{
  g_autofree double *tops = g_new0 (double, 2 * n);
  g_autofree Span *spans = g_new (Span, n);
  double column = plot->rect.width / (plot->x.max - plot->x.min);
  double width = column - (column >= 4 ? 1. : 0.);
  cairo_t *cr = page->cr;

  cairo_save (cr);
  cairo_rectangle (cr, plot->rect.x, plot->rect.y, plot->rect.width, plot->rect.height);
  cairo_clip (cr);

  for (guint k = 0; k < n_parts; k++)
    {
      for (guint i = 0; i < n; i++)
        {
          double value = isfinite (parts[k][i]) ? parts[k][i] : 0;
          double *top = &tops[2 * i + (value < 0)];
          ObRect bar;

          spans[i] = (Span){ *top, *top + value };
          *top += value;
          bar = get_bar (plot, i, width, &spans[i]);
          if (bar.height > 0)
            cairo_rectangle (cr, bar.x, bar.y, bar.width, bar.height);
        }
      ob_page_set_color (page, &page->theme->part[fills[k]]);
      cairo_fill (cr);

      if (!ob_bar_mark_is_hatched (fills[k]))
        continue;
      for (guint i = 0; i < n; i++)
        {
          ObRect bar = get_bar (plot, i, width, &spans[i]);

          hatch (cr, bar.x, bar.y, bar.width, bar.height);
        }
      stroke_hatch (page);
    }

  cairo_restore (cr);
}

void
ob_bar_mark_draw_swatch (const ObPage *page, const ObRect *rect, guint part)
{
  g_return_if_fail (part < OB_N_PARTS);

  cairo_save (page->cr);
  cairo_rectangle (page->cr, rect->x, rect->y, rect->width, rect->height);
  ob_page_set_color (page, &page->theme->part[part]);
  cairo_fill (page->cr);
  if (ob_bar_mark_is_hatched (part))
    {
      hatch (page->cr, rect->x, rect->y, rect->width, rect->height);
      stroke_hatch (page);
    }
  cairo_restore (page->cr);
}
