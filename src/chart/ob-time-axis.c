/* ob-time-axis.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-time-axis.h"

#include <math.h>

#define QUARTERS 4.

double
ob_time_axis_get_height (const ObPage *page)
{
  double height;

  g_return_val_if_fail (page != NULL, 0.);

  ob_text_measure (page->text, OB_TEXT_SMALL, "2030", NULL, &height);

  return height + page->size * 0.6;
}

/* The number of years from one label to the next. */
static int
get_step (const ObPage *page, const ObPlot *plot)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 50 };
  double year = plot->rect.width / (plot->x.max - plot->x.min) * QUARTERS;
  double width;

  ob_text_measure (page->text, OB_TEXT_SMALL, "2030", &width, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * year >= width + page->size * 1.6)
        return steps[i];
    }

  return 100;
}

void
ob_time_axis_draw (const ObPage *page, const ObPlot *plot, int start_year, gboolean labelled)
{
  double bottom = plot->rect.y + plot->rect.height;
  double length = page->size * 0.3;
  int step;
  int first;
  int last;

  g_return_if_fail (page != NULL);
  g_return_if_fail (plot != NULL);

  step = get_step (page, plot);
  first = ceil (plot->x.min / QUARTERS - 1e-9);
  last = floor (plot->x.max / QUARTERS + 1e-9);

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_AXIS);
  ob_page_line (page, plot->rect.x, bottom, plot->rect.x + plot->rect.width, bottom);

  for (int i = first; i <= last; i++)
    {
      int year = start_year + i;
      double x = ob_plot_get_x (plot, i * QUARTERS);
      g_autofree char *text = NULL;
      ObLabel label;

      if (year % step != 0)
        continue;

      ob_page_set_role (page, OB_ROLE_AXIS);
      ob_page_line (page, x, bottom, x, bottom + length);
      if (!labelled)
        continue;

      text = g_strdup_printf ("%d", year);
      label = (ObLabel){
        .text = text,
        .style = OB_TEXT_SMALL,
        .color = &page->theme->role[OB_ROLE_MUTED],
        .x = x,
        .y = bottom + length + page->size * 0.25,
        .x_align = 0.5,
      };
      ob_page_put_label (page, &label);
    }
  cairo_restore (page->cr);
}
