/* ob-marker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-gap-pen.h"
#include "ob-marker.h"

#include <math.h>

double
ob_marker_get_radius (const ObPage *page)
{
  g_return_val_if_fail (page != NULL, 0.);

  return page->size * 0.62;
}

void
ob_marker_draw (const ObPage *page, double x, double y)
{
  cairo_t *cr = page->cr;
  double radius = ob_marker_get_radius (page);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_line_width (cr, 5.);
  ob_page_set_role (page, OB_ROLE_MAP_HALO);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.75);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 2.5);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  cairo_stroke (cr);

  cairo_arc (cr, x, y, radius * 0.3, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
ob_marker_draw_guides (const ObPage *page,
                       const ObPlot *plot,
                       double x,
                       double y,
                       const GArray *gaps)
{
  static const double dash[] = { 2., 3. };
  ObGapPen pen = { page->cr, gaps };
  cairo_t *cr = page->cr;

  x = floor (x) + 0.5;
  y = floor (y) + 0.5;

  cairo_save (cr);
  ob_gap_pen_move_to (&pen, x, y);
  ob_gap_pen_line_to (&pen, x, plot->rect.y + plot->rect.height);
  ob_gap_pen_move_to (&pen, x, y);
  ob_gap_pen_line_to (&pen, plot->rect.x, y);
  cairo_set_line_width (cr, 1.);
  cairo_set_dash (cr, dash, G_N_ELEMENTS (dash), 0);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* A box that holds @text, kept within the plot. */
static void
put_value (const ObPage *page,
           const ObPlot *plot,
           const char *text,
           double x,
           double y,
           gboolean below,
           GArray *gaps)
{
  double padding = page->size * 0.3;
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_LABEL_BOLD,
    .color = &page->theme->role[OB_ROLE_MAP_HALO],
  };
  ObRect rect = ob_page_get_label_rect (page, &label);
  ObRect box;

  box.width = rect.width + 2 * padding;
  box.height = rect.height + padding * 0.6;
  box.x = below ? x - box.width / 2 : x;
  box.y = below ? y - box.height : y - box.height / 2;
  if (box.width > plot->rect.width || box.height > plot->rect.height)
    return;
  box.x = CLAMP (box.x, plot->rect.x, plot->rect.x + plot->rect.width - box.width);
  box.y = CLAMP (box.y, plot->rect.y, plot->rect.y + plot->rect.height - box.height);
  if (!ob_label_placer_is_free (page->labels, &box))
    return;

  ob_page_rounded_rect (page, &box, padding);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  cairo_fill (page->cr);

  label.x = box.x + box.width / 2;
  label.y = box.y + box.height / 2;
  label.x_align = 0.5;
  label.y_align = 0.5;
  ob_page_put_label (page, &label);
  ob_label_placer_block (page->labels, &box);
  g_array_append_val (gaps, box);
}

void
ob_marker_put_values (const ObPage *page,
                      const ObPlot *plot,
                      double x,
                      double y,
                      const char *x_text,
                      const char *y_text,
                      GArray *gaps)
{
  g_return_if_fail (x_text != NULL && y_text != NULL);
  g_return_if_fail (gaps != NULL);

  put_value (page, plot, x_text, x, plot->rect.y + plot->rect.height, TRUE, gaps);
  put_value (page, plot, y_text, plot->rect.x, y, FALSE, gaps);
}

void
ob_marker_draw_best (const ObPage *page, double x, double y)
{
  cairo_t *cr = page->cr;
  double radius = ob_marker_get_radius (page) * 0.8;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_move_to (cr, x, y - radius);
  cairo_line_to (cr, x + radius, y);
  cairo_line_to (cr, x, y + radius);
  cairo_line_to (cr, x - radius, y);
  cairo_close_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 4.);
  ob_page_set_role (page, OB_ROLE_MAP_HALO);
  cairo_stroke_preserve (cr);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
ob_marker_draw_pin (const ObPage *page, double x, double y, double radius, guint pin)
{
  cairo_t *cr = page->cr;

  g_return_if_fail (pin < OB_N_PINS);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 4.);
  ob_page_set_role (page, OB_ROLE_MAP_HALO);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.8);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 1.5);
  ob_page_set_color (page, ob_theme_get_map_pin (page->theme, pin));
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
ob_marker_draw_dot (const ObPage *page, double x, double y, guint category)
{
  cairo_t *cr = page->cr;

  g_return_if_fail (category < OB_N_CATEGORIES);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, page->theme->line_width * 1.9, 0, 2 * G_PI);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_set_line_width (cr, 2.5);
  ob_page_set_role (page, OB_ROLE_BACKGROUND);
  cairo_stroke_preserve (cr);
  ob_page_set_color (page, &page->theme->category[category]);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
ob_marker_draw_ring (const ObPage *page, double x, double y, guint category)
{
  cairo_t *cr = page->cr;

  g_return_if_fail (category < OB_N_CATEGORIES);

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_arc (cr, x, y, page->theme->line_width * 1.9, 0, 2 * G_PI);
  cairo_set_dash (cr, NULL, 0, 0);
  ob_page_set_role (page, OB_ROLE_BACKGROUND);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, page->theme->line_width * 0.8);
  ob_page_set_color (page, &page->theme->category[category]);
  cairo_stroke (cr);
  cairo_restore (cr);
}
