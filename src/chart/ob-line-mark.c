/* ob-line-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-line-mark.h"

#include <math.h>

/* Places far outside the page are drawn at this distance: Cairo's coordinates
 * are fixed-point and would wrap. */
#define FAR 10000.
/* The longest piece of a slanted line that one box keeps free, px. */
#define BLOCK      6.
#define MAX_PIECES 64
/* The line of a pin against that of the scenario itself. */
#define PIN_WIDTH 0.75
/* And one of many. */
#define THIN_WIDTH 0.35
/* What is cleared on each side of a line, px. */
#define CASING 1.5

typedef struct
{
  cairo_t *cr;
  gboolean pen_down;
  guint n;
} Pen;

static void
pen_to (Pen *pen, double x, double y)
{
  if (pen->pen_down)
    cairo_line_to (pen->cr, x, y);
  else
    cairo_move_to (pen->cr, x, y);
  pen->pen_down = TRUE;
  pen->n++;
}

static double
get_far_y (const ObPlot *plot, double y)
{
  return CLAMP (ob_plot_get_y (plot, y), -FAR, FAR);
}

/* One pixel column of a dense line. */
typedef struct
{
  guint first;
  guint lowest;
  guint highest;
  guint last;
} Column;

static void
draw_column (Pen *pen, const ObPlot *plot, const double *x, const double *y, const Column *column)
{
  guint order[4] = { column->first, MIN (column->lowest, column->highest),
                     MAX (column->lowest, column->highest), column->last };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      if (i == 0 || order[i] != order[i - 1])
        pen_to (pen, ob_plot_get_x (plot, x[order[i]]), get_far_y (plot, y[order[i]]));
    }
}

guint
ob_line_mark_path (const ObPage *page,
                   const ObPlot *plot,
                   const double *x,
                   const double *y,
                   guint n)
{
  Pen pen = { page->cr, FALSE, 0 };
  gboolean dense = n > 2 * MAX (plot->rect.width, 1.);
  Column column = { 0 };
  gboolean open = FALSE;
  double column_x = 0;

  for (guint i = 0; i < n; i++)
    {
      double place;

      if (!ob_scale_accepts (&plot->y, y[i]))
        {
          if (open)
            draw_column (&pen, plot, x, y, &column);
          open = FALSE;
          pen.pen_down = FALSE;
          continue;
        }

      if (!dense)
        {
          pen_to (&pen, ob_plot_get_x (plot, x[i]), get_far_y (plot, y[i]));
          continue;
        }

      place = floor (ob_plot_get_x (plot, x[i]));
      if (open && place == column_x)
        {
          if (y[i] < y[column.lowest])
            column.lowest = i;
          if (y[i] > y[column.highest])
            column.highest = i;
          column.last = i;
          continue;
        }

      if (open)
        draw_column (&pen, plot, x, y, &column);
      column = (Column){ i, i, i, i };
      column_x = place;
      open = TRUE;
    }

  if (open)
    draw_column (&pen, plot, x, y, &column);

  return pen.n;
}

/* @margin: how far out of the plot it may be drawn. */
static void
clip (const ObPage *page, const ObPlot *plot, double margin)
{
  ObRect rect = { plot->rect.x - margin, plot->rect.y - margin, plot->rect.width + 2 * margin,
                  plot->rect.height + 2 * margin };

  rect = ob_rect_round_out (&rect);
  cairo_rectangle (page->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_clip (page->cr);
}

/* Strokes the path in the dashes that are set. */
static void
stroke (const ObPage *page, double width, const ObColor *color)
{
  cairo_set_line_width (page->cr, width);
  cairo_set_line_join (page->cr, CAIRO_LINE_JOIN_ROUND);
  ob_page_set_color (page, color);
  ob_page_stroke (page);
}

static void
draw_line (const ObPage *page,
           const ObPlot *plot,
           const double *x,
           const double *y,
           guint n,
           double width,
           double margin,
           const ObColor *color)
{
  clip (page, plot, margin);
  ob_line_mark_path (page, plot, x, y, n);
  stroke (page, width, color);
}

void
ob_line_mark_draw (const ObPage *page,
                   const ObPlot *plot,
                   const double *x,
                   const double *y,
                   guint n,
                   guint category)
{
  double width = page->theme->line_width;

  g_return_if_fail (category < OB_N_CATEGORIES);

  cairo_save (page->cr);
  ob_page_set_dash (page, category, width);
  draw_line (page, plot, x, y, n, width, width, &page->theme->category[category]);
  cairo_restore (page->cr);
}

void
ob_line_mark_draw_pin (const ObPage *page,
                       const ObPlot *plot,
                       const double *x,
                       const double *y,
                       guint n,
                       guint pin)
{
  double width = page->theme->line_width * PIN_WIDTH;

  g_return_if_fail (pin < OB_N_PINS);

  cairo_save (page->cr);
  ob_page_set_pin_dash (page, pin, width);
  draw_line (page, plot, x, y, n, width, width, &page->theme->pin[pin]);
  cairo_restore (page->cr);
}

void
ob_line_mark_draw_thin (const ObPage *page,
                        const ObPlot *plot,
                        const double *x,
                        const double *const *lines,
                        guint n_lines,
                        guint n,
                        guint category)
{
  g_return_if_fail (category < OB_N_CATEGORIES);

  cairo_save (page->cr);
  clip (page, plot, 0);
  for (guint i = 0; i < n_lines; i++)
    ob_line_mark_path (page, plot, x, lines[i], n);
  stroke (page, page->theme->line_width * THIN_WIDTH, &page->theme->category_text[category]);
  cairo_restore (page->cr);
}

void
ob_line_mark_draw_casing (const ObPage *page,
                          const ObPlot *plot,
                          const double *x,
                          const double *y,
                          guint n)
{
  cairo_save (page->cr);
  draw_line (page, plot, x, y, n, page->theme->line_width + 2 * CASING, 0,
             &page->theme->role[OB_ROLE_BACKGROUND]);
  cairo_restore (page->cr);
}

void
ob_line_mark_block (const ObPage *page,
                    const ObPlot *plot,
                    const double *x,
                    const double *y,
                    guint n)
{
  double width = page->theme->line_width;

  for (guint i = 1; i < n; i++)
    {
      double x0;
      double y0;
      double dx;
      double dy;
      int pieces;

      if (!ob_scale_accepts (&plot->y, y[i - 1]) || !ob_scale_accepts (&plot->y, y[i]))
        continue;

      x0 = ob_plot_get_x (plot, x[i - 1]);
      y0 = get_far_y (plot, y[i - 1]);
      dx = ob_plot_get_x (plot, x[i]) - x0;
      dy = get_far_y (plot, y[i]) - y0;
      /* Boxes around pieces this long leave little but the line itself. */
      pieces = CLAMP ((int) ceil (MIN (fabs (dx), fabs (dy)) / BLOCK), 1, MAX_PIECES);
      for (int k = 0; k < pieces; k++)
        {
          double px = x0 + dx * k / pieces;
          double py = y0 + dy * k / pieces;
          ObRect rect = { px + MIN (dx / pieces, 0) - width / 2,
                          py + MIN (dy / pieces, 0) - width / 2, fabs (dx) / pieces + width,
                          fabs (dy) / pieces + width };

          ob_label_placer_block (page->labels, &rect);
        }
    }
}
