/* ob-bar-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-bar-mark.h"

#include <math.h>

/* From one stripe of a striped part to the next, px. */
#define STRIPES 4.

gboolean
ob_bar_mark_is_striped (guint part)
{
  return part % 2 == 1;
}

static void
fill_stripes (const ObPage *page)
{
  ObColor color = page->theme->role[OB_ROLE_BACKGROUND];

  color.alpha = 0.75;
  ob_page_set_color (page, &color);
  ob_page_fill (page);
}

/* Stripes run through all bars that are there at their height: level rectangles
 * are what Cairo fills fastest, and few of them. */
static void
stripe_bars (const ObPage *page, const ObPlot *plot, const ObRect *bars, guint n)
{
  double bottom = plot->rect.y + plot->rect.height;

  for (double y = ceil (plot->rect.y / STRIPES) * STRIPES; y < bottom; y += STRIPES)
    {
      double from = -1;

      for (guint i = 0; i <= n; i++)
        {
          const gboolean there = i < n && bars[i].y <= y && bars[i].y + bars[i].height >= y + 1.;

          if (there && from < 0)
            from = i;
          if (there || from < 0)
            continue;

          cairo_rectangle (page->cr, ob_plot_get_x (plot, from), y,
                           ob_plot_get_x (plot, i) - ob_plot_get_x (plot, from), 1.);
          from = -1;
        }
    }
  fill_stripes (page);
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
  g_autofree ObRect *bars = g_new (ObRect, n);
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
          const double from = ob_plot_get_y (plot, *top);
          const double to = ob_plot_get_y (plot, *top + value);

          *top += value;
          bars[i] = (ObRect){ ob_plot_get_x (plot, i), MIN (from, to), width, fabs (to - from) };
          if (bars[i].height > 0)
            cairo_rectangle (cr, bars[i].x, bars[i].y, bars[i].width, bars[i].height);
        }
      ob_page_set_color (page, &page->theme->part[fills[k]]);
      ob_page_fill (page);

      if (ob_bar_mark_is_striped (fills[k]))
        stripe_bars (page, plot, bars, n);
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
  ob_page_fill (page);
  if (ob_bar_mark_is_striped (part))
    {
      for (double y = rect->y + 1.; y < rect->y + rect->height; y += STRIPES)
        cairo_rectangle (page->cr, rect->x, y, rect->width, 1.);
      fill_stripes (page);
    }
  cairo_restore (page->cr);
}
