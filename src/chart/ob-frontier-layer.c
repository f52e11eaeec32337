/* ob-frontier-layer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-box.h"
#include "ob-frontier-ghosts.h"
#include "ob-frontier-layer.h"
#include "ob-frontier-lines.h"
#include "ob-frontier-odds.h"
#include "ob-frontier-regions.h"
#include "ob-frontier-search.h"
#include "ob-frontier-way-out.h"
#include "ob-marker.h"
#include "ob-quantity.h"
#include "ob-readout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Smaller plots show the curve and the marker alone, px. */
#define MIN_ISO_SIZE     150.
#define MIN_WORDS_WIDTH  190.
#define MIN_WORDS_HEIGHT 140.

static char *
format_parameter (ObParameter parameter, double value)
{
  return ob_quantity_format (ob_parameter_get_info (parameter)->unit, value);
}

static gboolean
get_marker (ObChart *self, double *x, double *y)
{
  const ObPlane *plane = &self->results->map->plane;
  double value_x = self->results->inputs.value[plane->x];
  double value_y = self->results->inputs.value[plane->y];

  *x = ob_plot_get_x (&self->plot, value_x);
  *y = ob_plot_get_y (&self->plot, value_y);

  return value_x >= plane->x_min && value_x <= plane->x_max && value_y >= plane->y_min
         && value_y <= plane->y_max;
}

/* Beside the labels of the curve and the marker, which come first. */
static gboolean
has_room_for_words (ObChart *self)
{
  return self->plot.rect.width >= MIN_WORDS_WIDTH && self->plot.rect.height >= MIN_WORDS_HEIGHT;
}

static void
put_marker_values (ObChart *self,
                   const ObPage *page,
                   double x,
                   double y,
                   const GArray *rings,
                   GArray *gaps)
{
  const ObPlane *plane = &self->results->map->plane;
  double radius = ob_marker_get_radius (page) + 3.;
  ObRect ring = { x - radius, y - radius, 2 * radius, 2 * radius };
  g_autofree char *x_text = NULL;
  g_autofree char *y_text = NULL;

  ob_label_placer_block (page->labels, &ring);
  if (!has_room_for_words (self))
    return;

  x_text = format_parameter (plane->x, self->results->inputs.value[plane->x]);
  y_text = format_parameter (plane->y, self->results->inputs.value[plane->y]);
  ob_marker_put_values (page, &self->plot, x, y, x_text, y_text, rings, gaps);
}

static void
put_marker_label (ObChart *self, const ObPage *page, double x, double y, GArray *gaps)
{
  g_autofree char *npv = NULL;
  g_autofree char *text = NULL;
  const GArray *boxes;
  guint before;
  ObLabel label = {
    .style = OB_TEXT_LABEL_BOLD,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
    .halo = &page->theme->role[OB_ROLE_MAP_HALO],
    .x = x,
    .y = y,
  };

  npv = ob_quantity_format_signed (OB_UNIT_BILLION, self->results->run.metric[OB_METRIC_NPV]);
  /* Translators: the label of the marker "you are here": a sum of money. */
  text = g_strdup_printf (_ ("You: %s"), npv);
  label.text = text;
  boxes = ob_label_placer_get_boxes (page->labels);
  before = boxes->len;
  if (ob_page_put_label_near (page, &label, ob_marker_get_radius (page) + 4., FALSE))
    {
      const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, before);
      ObRect gap = { box->x, box->y, box->width, box->height };

      g_array_append_val (gaps, gap);
    }
}

/* In words, where nothing breaks even, and how far it is. */
static void
put_no_break_even (ObChart *self, const ObPage *page)
{
  const ObRect *plot = &self->plot.rect;
  double padding = page->size * 0.5;
  double x;
  double y;
  double npv;
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;
  ObLabel label = {
    .style = OB_TEXT_LABEL_BOLD,
    .x = plot->x + plot->width / 2,
    .x_align = 0.5,
    .max_width = floor (plot->width - 4 * padding),
    .text_align = PANGO_ALIGN_CENTER,
  };
  ObRect rect;
  ObRect card;

  if (label.max_width <= 0)
    return;

  ob_frontier_search_closest (self->results->map, &x, &y, &npv);
  amount = ob_quantity_format_signed (OB_UNIT_BILLION, npv);
  x = ob_plot_get_x (&self->plot, x);
  y = ob_plot_get_y (&self->plot, y);
  ob_marker_draw_best (page, x, y);
  /* Translators: a sum of money; on the map, a diamond shows where. */
  text = g_strdup_printf (_ ("No break-even in this range.\nThe closest is %s, at the diamond."),
                          amount);
  label.text = text;

  /* At the end of the plot that is further from the place it speaks of. */
  label.y =
    y > plot->y + plot->height / 2 ? plot->y + 2.5 * padding : plot->y + plot->height - 4 * padding;
  label.y_align = y > plot->y + plot->height / 2 ? 0 : 1;
  rect = ob_page_get_label_rect (page, &label);
  card = (ObRect){ rect.x - padding, rect.y - padding, rect.width + 2 * padding,
                   rect.height + 2 * padding };
  if (!ob_label_placer_is_free (page->labels, &card))
    {
      label.y = plot->y + plot->height / 2;
      label.y_align = 0.5;
      rect = ob_page_get_label_rect (page, &label);
      card.y = rect.y - padding;
    }
  if (!ob_label_placer_is_free (page->labels, &card))
    return;

  cairo_save (page->cr);
  ob_page_rounded_rect (page, &card, padding);
  ob_page_set_role (page, OB_ROLE_CARD);
  ob_page_fill_preserve (page);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_CARD_BORDER);
  ob_page_cairo_stroke (page);
  cairo_restore (page->cr);
  ob_page_put_label (page, &label);
  ob_label_placer_block (page->labels, &card);
}

static void
draw_readout (ObChart *self, const ObPage *page)
{
  const ObMap *map = self->results->map;
  g_auto (ObReadout) readout = { 0 };
  double page_x;
  double page_y;
  double x;
  double y;

  if (!ob_chart_get_hover (self, &self->plot, &page_x, &page_y))
    return;

  x = (page_x - self->plot.rect.x) / self->plot.rect.width;
  y = 1. - (page_y - self->plot.rect.y) / self->plot.rect.height;
  ob_readout_add (&readout, ob_parameter_get_label (map->plane.x),
                  format_parameter (map->plane.x, ob_scale_from_unit (&self->plot.x, x)), -1);
  ob_readout_add (&readout, ob_parameter_get_label (map->plane.y),
                  format_parameter (map->plane.y, ob_scale_from_unit (&self->plot.y, y)), -1);
  ob_readout_add (&readout, ob_metric_get_label (OB_METRIC_NPV),
                  ob_quantity_format_signed (OB_UNIT_BILLION,
                                             ob_frontier_search_interpolate (map, map->npv, x, y)),
                  -1);
  ob_readout_add (&readout, ob_metric_get_label (OB_METRIC_BUBBLE_RISK),
                  ob_quantity_format (OB_UNIT_SHARE,
                                      ob_frontier_search_interpolate (map, map->bubble_risk, x, y)),
                  -1);
  ob_frontier_odds_add_rows (self, &readout, x, y);
  ob_readout_draw (&readout, page, page_x, page_y);
}

void
ob_frontier_layer_draw (ObChart *self, const ObPage *page)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (ObRect));
  g_autoptr (ObFrontierLines) lines = ob_frontier_lines_new (self);
  g_autoptr (ObFrontierGhosts) ghosts = ob_frontier_ghosts_new (self);
  g_autoptr (GArray) rings = ob_frontier_ghosts_get_rings (ghosts, page);
  const ObFrontier *frontier = self->results->frontier;
  const ObRect *plot = &self->plot.rect;
  gboolean iso = MIN (plot->width, plot->height) >= MIN_ISO_SIZE;
  double x;
  double y;
  gboolean marked = get_marker (self, &x, &y);
  ObFrontierWayOut way;
  gboolean arrow =
    marked && ob_frontier_way_out_init (&way, self) && ob_frontier_way_out_is_visible (&way, page);

  /* Labels of the map stay on it: they are dark, the page may be too. */
  ob_page_block_around (page, plot);
  if (marked)
    put_marker_values (self, page, x, y, rings, gaps);
  ob_frontier_ghosts_draw_markers (ghosts, page, gaps);
  if (arrow)
    ob_frontier_way_out_block (&way, page);
  ob_frontier_lines_put_label (lines, page, gaps);
  if (marked)
    put_marker_label (self, page, x, y, gaps);
  if (arrow && has_room_for_words (self))
    ob_frontier_way_out_put_label (&way, self, page, ob_frontier_lines_get_family (lines), gaps);
  ob_frontier_lines_put_family_labels (lines, page, gaps);
  ob_frontier_lines_put_trail_label (lines, page, gaps);
  ob_frontier_ghosts_put_labels (ghosts, page, gaps);
  if (frontier != NULL && frontier->n_curves == 0)
    put_no_break_even (self, page);
  ob_frontier_box_put_label (self, page, gaps);
  if (iso)
    ob_frontier_odds_put_labels (self, page, gaps);
  if (iso && frontier != NULL && frontier->n_curves > 0)
    ob_frontier_regions_put_labels (self, page, gaps);
  if (iso && self->risk != NULL)
    ob_iso_mark_put_labels (self->risk, page, &self->plot, gaps);
  if (iso)
    ob_iso_mark_put_labels (self->iso, page, &self->plot, gaps);

  cairo_save (page->cr);
  cairo_rectangle (page->cr, plot->x, plot->y, plot->width, plot->height);
  cairo_clip (page->cr);
  ob_frontier_odds_draw_bands (self, page);
  if (iso)
    ob_iso_mark_draw (self->iso, page, &self->plot, gaps);
  if (self->risk != NULL)
    ob_iso_mark_draw (self->risk, page, &self->plot, gaps);
  ob_frontier_odds_draw_lines (self, page, gaps);
  ob_frontier_ghosts_draw_curves (ghosts, page, gaps);
  ob_frontier_box_draw (self, page, gaps);
  ob_frontier_lines_draw (lines, page, gaps);
  if (marked)
    ob_marker_draw_guides (page, &self->plot, x, y, gaps);
  cairo_restore (page->cr);

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_AXIS);
  cairo_rectangle (page->cr, floor (plot->x) + 0.5, floor (plot->y) + 0.5, floor (plot->width),
                   floor (plot->height));
  ob_page_cairo_stroke (page);
  cairo_restore (page->cr);

  if (arrow)
    ob_frontier_way_out_draw (&way, page);
  if (marked)
    ob_marker_draw (page, x, y);
  draw_readout (self, page);
}
