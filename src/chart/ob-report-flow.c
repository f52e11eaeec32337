/* ob-report-flow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-report-flow.h"

#include <pango/pangocairo.h>

/* Margins, points; the footer stands in the lower one. */
#define MARGIN        42.
#define BOTTOM_MARGIN 58.
#define LINE_HEIGHT   10.
/* A px of a chart on paper, points. */
#define CHART_SCALE 0.75
/* Between the lines of a paragraph and below a row. */
#define SPACING 1.5
/* Height of a line for its size, ample. */
#define LINE_SHAPE 1.45
/* Longer texts are cut: they are in the scenario. */
#define MAX_CHARACTERS 6000

static const struct
{
  double size;
  PangoWeight weight;
  ObRole role;
} styles[OB_N_REPORT_STYLES] = {
  [OB_REPORT_TITLE] = { 20, PANGO_WEIGHT_BOLD, OB_ROLE_TEXT },
  [OB_REPORT_HEADING] = { 12.5, PANGO_WEIGHT_BOLD, OB_ROLE_TEXT },
  [OB_REPORT_BODY] = { 10, PANGO_WEIGHT_NORMAL, OB_ROLE_TEXT },
  [OB_REPORT_BODY_BOLD] = { 13, PANGO_WEIGHT_BOLD, OB_ROLE_TEXT },
  [OB_REPORT_TABLE] = { 8, PANGO_WEIGHT_NORMAL, OB_ROLE_TEXT },
  [OB_REPORT_TABLE_BOLD] = { 8, PANGO_WEIGHT_BOLD, OB_ROLE_TEXT },
  [OB_REPORT_SMALL] = { 7, PANGO_WEIGHT_NORMAL, OB_ROLE_MUTED },
};

/* Text, a chart or, without either, a line across. */
typedef struct
{
  guint page;
  double x;
  double y;
  double width;
  double height;
  PangoLayout *layout;
  ObRole role;
  ObChart *chart;
} Item;

struct _ObReportFlow
{
  PangoContext *context;
  double width;
  double height;
  guint page;
  double y;
  GPtrArray *items;
};

static void
item_free (gpointer data)
{
  Item *item = data;

  g_clear_object (&item->layout);
  g_clear_pointer (&item->chart, ob_chart_free);
  g_free (item);
}

ObReportFlow *
ob_report_flow_new (double width, double height)
{
  ObReportFlow *self = g_new0 (ObReportFlow, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  /* Unhinted, so that every output sets the same lines. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  self->width = width;
  self->height = height;
  self->y = MARGIN;
  self->items = g_ptr_array_new_with_free_func (item_free);

  return self;
}

void
ob_report_flow_free (ObReportFlow *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_object_unref (self->context);
  g_free (self);
}

double
ob_report_flow_get_width (ObReportFlow *self)
{
  return self->width - 2 * MARGIN;
}

double
ob_report_flow_get_room (ObReportFlow *self)
{
  return self->height - BOTTOM_MARGIN - self->y;
}

void
ob_report_flow_break (ObReportFlow *self)
{
  if (self->y <= MARGIN)
    return;

  self->page++;
  self->y = MARGIN;
}

gboolean
ob_report_flow_need (ObReportFlow *self, double height)
{
  guint before = self->page;

  if (ob_report_flow_get_room (self) < height)
    ob_report_flow_break (self);

  return self->page > before;
}

void
ob_report_flow_skip (ObReportFlow *self, double height)
{
  if (self->y > MARGIN)
    self->y += height;
}

static PangoLayout *
make_layout (ObReportFlow *self, const ObReportCell *cell)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_new ();
  g_autofree char *cut = NULL;
  const char *text = cell->text;

  if (g_utf8_strlen (text, -1) > MAX_CHARACTERS)
    text = cut = g_utf8_substring (text, 0, MAX_CHARACTERS);

  pango_font_description_set_family (font, "Cantarell, sans");
  pango_font_description_set_weight (font, styles[cell->style].weight);
  pango_font_description_set_absolute_size (font, styles[cell->style].size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);

  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (cell->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_spacing (layout, (int) (SPACING * PANGO_SCALE));
  pango_layout_set_alignment (layout, cell->right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  /* A number of lines would be allowed to each of several paragraphs. */
  pango_layout_set_height (
    layout, (int) (MAX (cell->max_lines, 1) * (styles[cell->style].size * LINE_SHAPE + SPACING)
                   * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);

  return layout;
}

static double
get_baseline (PangoLayout *layout)
{
  return pango_layout_get_baseline (layout) / (double) PANGO_SCALE;
}

static double
get_height (PangoLayout *layout)
{
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);

  return extents.height / (double) PANGO_SCALE;
}

double
ob_report_flow_measure_row (ObReportFlow *self, const ObReportCell *cells, guint n_cells)
{
  double above = 0;
  double below = 0;

  for (guint i = 0; i < n_cells; i++)
    {
      g_autoptr (PangoLayout) layout = make_layout (self, &cells[i]);

      above = MAX (above, get_baseline (layout));
      below = MAX (below, get_height (layout) - get_baseline (layout));
    }

  return above + below + 2 * SPACING;
}

static Item *
add_item (ObReportFlow *self, double x, double width, double height)
{
  Item *item = g_new0 (Item, 1);

  item->page = self->page;
  item->x = MARGIN + x;
  item->y = self->y;
  item->width = width;
  item->height = height;
  g_ptr_array_add (self->items, item);

  return item;
}

void
ob_report_flow_add_row (ObReportFlow *self, const ObReportCell *cells, guint n_cells)
{
  guint first;
  double height;
  double baseline = 0;

  g_return_if_fail (self != NULL);

  height = ob_report_flow_measure_row (self, cells, n_cells);
  ob_report_flow_need (self, height);
  first = self->items->len;
  for (guint i = 0; i < n_cells; i++)
    {
      Item *item = add_item (self, cells[i].x, cells[i].width, height);

      item->layout = make_layout (self, &cells[i]);
      item->role = styles[cells[i].style].role;
      baseline = MAX (baseline, get_baseline (item->layout));
    }

  /* Fonts of several scripts stand on one line. */
  for (guint i = first; i < self->items->len; i++)
    {
      Item *item = g_ptr_array_index (self->items, i);

      item->y += baseline - get_baseline (item->layout);
    }
  self->y += height;
}

void
ob_report_flow_add_text (ObReportFlow *self, ObReportStyle style, const char *text, int max_lines)
{
  const ObReportCell cell = {
    .style = style,
    .text = text,
    .width = ob_report_flow_get_width (self),
    .max_lines = max_lines,
  };

  ob_report_flow_add_row (self, &cell, 1);
}

void
ob_report_flow_add_rule (ObReportFlow *self)
{
  g_return_if_fail (self != NULL);

  add_item (self, 0, ob_report_flow_get_width (self), 0);
  self->y += 2 * SPACING;
}

void
ob_report_flow_add_chart (ObReportFlow *self, ObChart *chart, double x, double width, double height)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (chart != NULL);

  add_item (self, x, width, height)->chart = chart;
}

guint
ob_report_flow_get_n_pages (ObReportFlow *self)
{
  g_return_val_if_fail (self != NULL, 1);

  /* A page that was begun and is empty is none. */
  return self->page + (self->y > MARGIN || self->page == 0 ? 1 : 0);
}

static void
set_role (cairo_t *cr, ObRole role)
{
  const ObColor *color = &ob_theme_get (OB_THEME_LIGHT)->role[role];

  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

static void
draw_item (const Item *item, cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, item->x, item->y);
  if (item->layout != NULL)
    {
      set_role (cr, item->role);
      pango_cairo_update_layout (cr, item->layout);
      pango_cairo_show_layout (cr, item->layout);
    }
  else if (item->chart != NULL)
    {
      cairo_scale (cr, CHART_SCALE, CHART_SCALE);
      ob_chart_draw (item->chart, cr, item->width / CHART_SCALE, item->height / CHART_SCALE);
    }
  else
    {
      set_role (cr, OB_ROLE_GRID);
      cairo_set_line_width (cr, 0.75);
      cairo_move_to (cr, 0, 0);
      cairo_line_to (cr, item->width, 0);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

void
ob_report_flow_draw_page (ObReportFlow *self, cairo_t *cr, guint page)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (cr != NULL);

  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = g_ptr_array_index (self->items, i);

      if (item->page == page)
        draw_item (item, cr);
    }
}

void
ob_report_flow_draw_footer (ObReportFlow *self,
                            cairo_t *cr,
                            guint line,
                            const char *left,
                            const char *right)
{
  double width = ob_report_flow_get_width (self);
  const ObReportCell cells[] = {
    { OB_REPORT_SMALL, left, 0, width * 0.75, 1, FALSE },
    { OB_REPORT_SMALL, right, width * 0.75, width * 0.25, 1, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      Item item = {
        .x = MARGIN + cells[i].x,
        .y = self->height - BOTTOM_MARGIN + 2 * LINE_HEIGHT + line * LINE_HEIGHT,
        .layout = make_layout (self, &cells[i]),
        .role = OB_ROLE_MUTED,
      };

      draw_item (&item, cr);
      g_object_unref (item.layout);
    }
}
