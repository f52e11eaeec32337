/* ob-band-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-band-mark.h"
#include "ob-line-mark.h"

static void
clip (const ObPage *page, double x, double y, double width, double height)
{
  cairo_rectangle (page->cr, x, y, width, MAX (height, 0));
  cairo_clip (page->cr);
}

void
ob_band_mark_draw (const ObPage *page,
                   const ObPlot *plot,
                   const double *x,
                   const double *low,
                   const double *high,
                   guint n,
                   const ObColor *color)
{
  cairo_t *cr = page->cr;

  if (n == 0)
    return;

  cairo_save (cr);
  clip (page, plot->rect.x, plot->rect.y, plot->rect.width, plot->rect.height);

  ob_line_mark_path (page, plot, x, low, n);
  for (guint i = n; i > 0; i--)
    {
      if (ob_scale_accepts (&plot->y, high[i - 1]))
        cairo_line_to (cr, ob_plot_get_x (plot, x[i - 1]), ob_plot_get_y (plot, high[i - 1]));
    }
  cairo_close_path (cr);
  ob_page_set_color (page, color);
  ob_page_fill (page);

  cairo_restore (cr);
}

void
ob_band_mark_draw_signed (const ObPage *page,
                          const ObPlot *plot,
                          const double *x,
                          const double *y,
                          guint n,
                          const ObColor *loss,
                          const ObColor *gain)
{
  cairo_t *cr = page->cr;
  const ObRect *rect = &plot->rect;
  double zero = CLAMP (ob_plot_get_y (plot, 0.), rect->y, rect->y + rect->height);

  if (n == 0)
    return;

  for (int side = 0; side < 2; side++)
    {
      cairo_save (cr);
      if (side == 0)
        clip (page, rect->x, rect->y, rect->width, zero - rect->y);
      else
        clip (page, rect->x, zero, rect->width, rect->y + rect->height - zero);

      ob_line_mark_path (page, plot, x, y, n);
      cairo_line_to (cr, ob_plot_get_x (plot, x[n - 1]), zero);
      cairo_line_to (cr, ob_plot_get_x (plot, x[0]), zero);
      cairo_close_path (cr);
      ob_page_set_color (page, side == 0 ? gain : loss);
      ob_page_fill (page);
      cairo_restore (cr);
    }
}
