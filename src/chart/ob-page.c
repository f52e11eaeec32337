/* ob-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-gap-pen.h"
#include "ob-halo.h"
#include "ob-page.h"

#include <math.h>

/* A line ends so far beside a label; above and below one its box has room, px. */
#define RULE_GAP 2.
/* What the letters of a line take of its height, at most. */
#define LETTERS 0.8
/* Of the ground's colour on either side of the line of a pin, px. */
#define PIN_CASING 1.

double
ob_plot_get_x (const ObPlot *plot, double x)
{
  g_return_val_if_fail (plot != NULL, 0.);

  return plot->rect.x + ob_scale_to_unit (&plot->x, x) * plot->rect.width;
}

double
ob_plot_get_y (const ObPlot *plot, double y)
{
  g_return_val_if_fail (plot != NULL, 0.);

  return plot->rect.y + (1. - ob_scale_to_unit (&plot->y, y)) * plot->rect.height;
}

void
ob_page_set_color (const ObPage *page, const ObColor *color)
{
  g_return_if_fail (page != NULL);
  g_return_if_fail (color != NULL);

  cairo_set_source_rgba (page->cr, color->red, color->green, color->blue, color->alpha);
}

void
ob_page_set_role (const ObPage *page, ObRole role)
{
  g_return_if_fail (role < OB_N_ROLES);

  ob_page_set_color (page, &page->theme->role[role]);
}

static void
set_dash (const ObPage *page, const double *dash, int n, double width)
{
  double lengths[6];

  for (int i = 0; i < n; i++)
    lengths[i] = dash[i] * width;
  cairo_set_dash (page->cr, lengths, n, 0.);
}

void
ob_page_set_dash (const ObPage *page, guint category, double width)
{
  int n;
  const double *dash = ob_theme_get_dash (category, &n);

  set_dash (page, dash, n, width);
}

void
ob_page_set_pin_dash (const ObPage *page, guint pin, double width)
{
  int n;
  const double *dash = ob_theme_get_pin_dash (pin, &n);

  set_dash (page, dash, n, width);
}

void
ob_page_settle (const ObPage *page)
{
  g_return_if_fail (page != NULL);

  if (page->ink != NULL)
    ob_ink_settle (page->ink);
}

void
ob_page_rows (const ObPage *page, const ObPixels *pixels, ObInkRowsFunc func, gpointer data)
{
  g_return_if_fail (page != NULL && pixels != NULL);
  g_return_if_fail (func != NULL);

  if (page->ink != NULL)
    {
      ob_ink_rows (page->ink, pixels, func, data);
      return;
    }

  cairo_surface_flush (pixels->surface);
  func (pixels->y0, pixels->y1, data);
  cairo_surface_mark_dirty_rectangle (pixels->surface, pixels->x0, pixels->y0,
                                      pixels->x1 - pixels->x0, pixels->y1 - pixels->y0);
}

void
ob_page_cairo_stroke_preserve (const ObPage *page)
{
  ob_page_settle (page);
  cairo_stroke_preserve (page->cr);
}

void
ob_page_cairo_stroke (const ObPage *page)
{
  ob_page_cairo_stroke_preserve (page);
  cairo_new_path (page->cr);
}

void
ob_page_cairo_fill_preserve (const ObPage *page)
{
  ob_page_settle (page);
  cairo_fill_preserve (page->cr);
}

void
ob_page_cairo_fill (const ObPage *page)
{
  ob_page_cairo_fill_preserve (page);
  cairo_new_path (page->cr);
}

void
ob_page_stroke_preserve (const ObPage *page)
{
  g_return_if_fail (page != NULL);

  if (page->ink == NULL || !ob_ink_stroke (page->ink, page->cr))
    ob_page_cairo_stroke_preserve (page);
}

void
ob_page_stroke (const ObPage *page)
{
  g_return_if_fail (page != NULL);

  ob_page_stroke_preserve (page);
  cairo_new_path (page->cr);
}

/* To the middle of a pixel, where it is vertical or horizontal. */
static void
sharpen (double *x0, double *y0, double *x1, double *y1)
{
  if (*x0 == *x1)
    *x0 = *x1 = floor (*x0) + 0.5;
  if (*y0 == *y1)
    *y0 = *y1 = floor (*y0) + 0.5;
}

void
ob_page_fill_preserve (const ObPage *page)
{
  g_return_if_fail (page != NULL);

  if (page->ink == NULL || !ob_ink_fill (page->ink, page->cr))
    ob_page_cairo_fill_preserve (page);
}

void
ob_page_fill (const ObPage *page)
{
  g_return_if_fail (page != NULL);

  ob_page_fill_preserve (page);
  cairo_new_path (page->cr);
}

void
ob_page_line (const ObPage *page, double x0, double y0, double x1, double y1)
{
  g_return_if_fail (page != NULL);

  sharpen (&x0, &y0, &x1, &y1);
  ob_label_placer_add_stroke (page->labels, x0, y0, x1, y1);
  cairo_move_to (page->cr, x0, y0);
  cairo_line_to (page->cr, x1, y1);
  ob_page_cairo_stroke (page);
}

void
ob_page_grid_line (const ObPage *page, double x0, double y0, double x1, double y1)
{
  g_return_if_fail (page != NULL);

  sharpen (&x0, &y0, &x1, &y1);
  cairo_move_to (page->cr, x0, y0);
  cairo_line_to (page->cr, x1, y1);
  ob_page_cairo_stroke (page);
}

/* Tells of the pieces of the path of the page's @cr, each of two points. */
static void
note_pieces (const ObPage *page)
{
  cairo_path_t *path = cairo_copy_path (page->cr);
  double x = 0;
  double y = 0;

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *to = &path->data[i + 1];

      if (path->data[i].header.type == CAIRO_PATH_LINE_TO)
        ob_label_placer_add_stroke (page->labels, x, y, to->point.x, to->point.y);
      x = to->point.x;
      y = to->point.y;
    }
  cairo_path_destroy (path);
}

void
ob_page_rule (const ObPage *page, double x0, double y0, double x1, double y1)
{
  g_autoptr (GArray) gaps = NULL;
  const GArray *boxes;
  ObGapPen pen;

  g_return_if_fail (page != NULL);

  gaps = g_array_new (FALSE, FALSE, sizeof (ObRect));
  boxes = ob_label_placer_get_boxes (page->labels);
  for (guint i = 0; i < boxes->len; i++)
    {
      const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, i);
      const ObRect gap = { box->x - RULE_GAP, box->y, box->width + 2 * RULE_GAP, box->height };

      g_array_append_val (gaps, gap);
    }

  sharpen (&x0, &y0, &x1, &y1);
  pen = (ObGapPen){ .cr = page->cr, .gaps = gaps };
  cairo_new_path (page->cr);
  ob_gap_pen_move_to (&pen, x0, y0);
  ob_gap_pen_line_to (&pen, x1, y1);
  note_pieces (page);
  ob_page_cairo_stroke (page);
}

void
ob_page_pin_rule (const ObPage *page, guint pin, double x0, double y0, double x1, double y1)
{
  double width;

  g_return_if_fail (page != NULL);
  g_return_if_fail (pin < OB_N_PINS);

  width = page->theme->line_width;
  cairo_save (page->cr);
  cairo_set_line_width (page->cr, width + 2 * PIN_CASING);
  ob_page_set_role (page, OB_ROLE_BACKGROUND);
  ob_page_rule (page, x0, y0, x1, y1);
  cairo_set_line_width (page->cr, width);
  ob_page_set_pin_dash (page, pin, width);
  ob_page_set_color (page, &page->theme->pin[pin]);
  ob_page_rule (page, x0, y0, x1, y1);
  cairo_restore (page->cr);
}

void
ob_page_rounded_rect (const ObPage *page, const ObRect *rect, double radius)
{
  cairo_t *cr = page->cr;
  double right = rect->x + rect->width;
  double bottom = rect->y + rect->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, rect->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect->x + radius, rect->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static PangoLayout *
get_layout (const ObPage *page, const ObLabel *label)
{
  return ob_text_get_layout (page->text, label->style, label->text, label->max_width);
}

ObRect
ob_page_get_label_rect (const ObPage *page, const ObLabel *label)
{
  PangoRectangle extents;
  ObRect rect;

  g_return_val_if_fail (page != NULL, (ObRect){ 0 });
  g_return_val_if_fail (label != NULL && label->text != NULL, (ObRect){ 0 });

  /* However its lines stand to each other: to set that lays them out anew. */
  pango_layout_get_extents (get_layout (page, label), NULL, &extents);
  rect.width = extents.width / (double) PANGO_SCALE;
  rect.height = extents.height / (double) PANGO_SCALE;
  rect.x = label->x - label->x_align * rect.width;
  rect.y = label->y - label->y_align * rect.height;

  return rect;
}

/* Letters surrounded by the color of the ground. Stroking outlines is the exact
 * way and much slower than a mask of pixels. What is neither to be kept nor has pixels
 * of its own gets two rings of copies of the letters, close enough to leave no gaps. */
static void
draw_halo (const ObPage *page, const ObLabel *label, PangoLayout *layout)
{
  const double radius = 1.5;

  ob_page_set_color (page, label->halo);
  if (page->exact)
    {
      cairo_new_path (page->cr);
      cairo_move_to (page->cr, 0, 0);
      pango_cairo_layout_path (page->cr, layout);
      cairo_set_line_width (page->cr, 2 * radius);
      cairo_set_line_join (page->cr, CAIRO_LINE_JOIN_ROUND);
      cairo_set_dash (page->cr, NULL, 0, 0);
      ob_page_cairo_stroke (page);
      return;
    }

  if (ob_halo_draw (page->cr, layout, radius))
    return;

  for (int dx = -2; dx <= 2; dx++)
    for (int dy = -2; dy <= 2; dy++)
      {
        const int square = dx * dx + dy * dy;

        if (square != 1 && square != 4 && square != 5)
          continue;
        cairo_move_to (page->cr, dx * radius / 2, dy * radius / 2);
        pango_cairo_show_layout (page->cr, layout);
      }
}

static void
draw_label (const ObPage *page, const ObLabel *label, const ObRect *rect)
{
  PangoRectangle extents;
  PangoLayout *layout = get_layout (page, label);

  ob_page_settle (page);
  pango_layout_set_alignment (layout, label->text_align);
  pango_layout_get_extents (layout, NULL, &extents);
  cairo_save (page->cr);
  cairo_translate (page->cr, rect->x - extents.x / (double) PANGO_SCALE,
                   rect->y - extents.y / (double) PANGO_SCALE);
  if (label->halo != NULL)
    draw_halo (page, label, layout);
  if (label->color != NULL)
    ob_page_set_color (page, label->color);
  else
    ob_page_set_role (page, OB_ROLE_TEXT);
  cairo_move_to (page->cr, 0, 0);
  if (page->outlines)
    {
      pango_cairo_layout_path (page->cr, layout);
      ob_page_cairo_fill (page);
    }
  else
    {
      pango_cairo_show_layout (page->cr, layout);
    }
  cairo_new_path (page->cr);
  cairo_restore (page->cr);
}

gboolean
ob_page_put_label (const ObPage *page, const ObLabel *label)
{
  const ObRect rect = ob_page_get_label_rect (page, label);
  ObRect claim = rect;

  if (label->row > 0 && rect.height > label->row)
    {
      claim.height = MAX (MAX (label->row - 1, rect.height * LETTERS), OB_TEXT_MIN_SIZE);
      claim.y += (rect.height - claim.height) / 2;
    }
  if (rect.width <= 0 || !ob_label_placer_take (page->labels, &claim, label->text))
    return FALSE;

  draw_label (page, label, &rect);

  return TRUE;
}

void
ob_page_put_message (const ObPage *page, const ObRect *area, const char *text)
{
  const ObLabel label = {
    .text = text,
    .style = OB_TEXT_BODY,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x + area->width / 2,
    .y = area->y + area->height / 2,
    .x_align = 0.5,
    .y_align = 0.5,
    .max_width = area->width,
    .text_align = PANGO_ALIGN_CENTER,
  };

  ob_page_put_label (page, &label);
}

void
ob_page_block_around (const ObPage *page, const ObRect *rect)
{
  const ObRect sides[] = {
    { 0, 0, page->width, rect->y },
    { 0, rect->y + rect->height, page->width, page->height },
    { 0, 0, rect->x, page->height },
    { rect->x + rect->width, 0, page->width, page->height },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    ob_label_placer_block (page->labels, &sides[i]);
}

void
ob_page_list_near (const ObLabel *label,
                   double distance,
                   gboolean below,
                   ObLabel places[OB_PAGE_N_NEAR])
{
  static const struct
  {
    double x;
    double y;
  } sides[] = { { 1, -0.7 }, { -1, -0.7 }, { 0, -1.2 }, { 1, 0.7 }, { -1, 0.7 }, { 0, 1.2 } };
  static const double reaches[] = { 1, 1.8, 2.8 };

  G_STATIC_ASSERT (G_N_ELEMENTS (sides) * G_N_ELEMENTS (reaches) == OB_PAGE_N_NEAR);
  g_return_if_fail (label != NULL && places != NULL);

  for (guint i = 0; i < OB_PAGE_N_NEAR; i++)
    {
      const double reach = distance * reaches[i / G_N_ELEMENTS (sides)];
      const guint side = i % G_N_ELEMENTS (sides);
      const double dy = below ? -sides[side].y : sides[side].y;

      places[i] = *label;
      places[i].x += sides[side].x * reach;
      places[i].y += dy * reach;
      places[i].x_align = (1 - sides[side].x) / 2;
      places[i].y_align = dy < 0 ? 1 : 0;
    }
}

gboolean
ob_page_put_label_near (const ObPage *page, const ObLabel *label, double distance, gboolean below)
{
  ObLabel places[OB_PAGE_N_NEAR];

  ob_page_list_near (label, distance, below, places);
  for (guint i = 0; i < OB_PAGE_N_NEAR; i++)
    {
      if (ob_page_put_label (page, &places[i]))
        return TRUE;
    }

  return FALSE;
}
