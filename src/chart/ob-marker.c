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
  ob_page_stroke_preserve (page);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.75);
  ob_page_fill_preserve (page);
  cairo_set_line_width (cr, 2.5);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  ob_page_stroke (page);

  cairo_arc (cr, x, y, radius * 0.3, 0, 2 * G_PI);
  ob_page_fill (page);
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
  ob_page_stroke (page);
  cairo_restore (cr);
}

/* Whether neither labels nor @rings are in the way. */
static gboolean
is_free (const ObPage *page, const ObRect *box, const GArray *rings)
{
  for (guint i = 0; i < rings->len; i++)
    {
      if (ob_rect_intersects (box, &g_array_index (rings, ObRect, i)))
        return FALSE;
    }

  return ob_label_placer_is_free (page->labels, box);
}

/* Finds a place on a guide of the marker at (@x, @y), the one down to the axis or the
 * other: at the axis, in the middle or with one end on the guide, or else as near to
 * the axis as there is room. */
static gboolean
find_place (const ObPage *page,
            const ObPlot *plot,
            double x,
            double y,
            gboolean below,
            const GArray *rings,
            ObRect *box)
{
  static const double sides[] = { 0.5, 0.1, 0.9 };
  const ObRect *rect = &plot->rect;
  const double length = below ? rect->y + rect->height - y : x - rect->x;
  const double step = box->height / 2;

  for (double away = 0; away == 0 || away < length; away += step)
    {
      for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          ObRect place = *box;

          place.x = below ? x - sides[i] * box->width : rect->x + away;
          place.y =
            below ? rect->y + rect->height - box->height - away : y - sides[i] * box->height;
          place.x = CLAMP (place.x, rect->x, rect->x + rect->width - box->width);
          place.y = CLAMP (place.y, rect->y, rect->y + rect->height - box->height);
          if (is_free (page, &place, rings))
            {
              *box = place;
              return TRUE;
            }
        }
    }

  return FALSE;
}

/* A box that holds @text, kept within the plot. */
static void
put_value (const ObPage *page,
           const ObPlot *plot,
           const char *text,
           double x,
           double y,
           gboolean below,
           const GArray *rings,
           GArray *gaps)
{
  double padding = page->size * 0.3;
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_LABEL_BOLD,
    .color = &page->theme->role[OB_ROLE_MAP_HALO],
  };
  ObRect rect = ob_page_get_label_rect (page, &label);
  ObRect box = { .width = rect.width + 2 * padding, .height = rect.height + padding * 0.6 };

  if (box.width > plot->rect.width || box.height > plot->rect.height
      || !find_place (page, plot, x, y, below, rings, &box))
    return;

  ob_page_rounded_rect (page, &box, padding);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  ob_page_fill (page);

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
                      const GArray *rings,
                      GArray *gaps)
{
  g_return_if_fail (x_text != NULL && y_text != NULL);
  g_return_if_fail (rings != NULL);
  g_return_if_fail (gaps != NULL);

  put_value (page, plot, x_text, x, y, TRUE, rings, gaps);
  put_value (page, plot, y_text, x, y, FALSE, rings, gaps);
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
  ob_page_stroke_preserve (page);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  ob_page_fill (page);
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
  ob_page_stroke_preserve (page);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.8);
  ob_page_fill_preserve (page);
  cairo_set_line_width (cr, 1.5);
  ob_page_set_color (page, ob_theme_get_map_pin (page->theme, pin));
  ob_page_stroke (page);
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
  ob_page_stroke_preserve (page);
  ob_page_set_color (page, &page->theme->category[category]);
  ob_page_fill (page);
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
  ob_page_fill_preserve (page);
  cairo_set_line_width (cr, page->theme->line_width * 0.8);
  ob_page_set_color (page, &page->theme->category[category]);
  ob_page_stroke (page);
  cairo_restore (cr);
}
