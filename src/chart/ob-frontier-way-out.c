/* ob-frontier-way-out.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-search.h"
#include "ob-frontier-way-out.h"
#include "ob-marker.h"
#include "ob-page-path.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the arrow's head, in sizes of text. */
#define HEAD_LENGTH 0.75
#define HEAD_WIDTH  0.32
/* Shorter arrows would be head alone. */
#define MIN_LENGTH 1.2
/* Of its words, in sizes of text: longer ones are broken into lines. */
#define MAX_WIDTH 17.

gboolean
ob_frontier_way_out_init (ObFrontierWayOut *self, ObChart *chart)
{
  const ObFrontier *frontier;
  const ObPlane *plane;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (chart != NULL && chart->results->map != NULL, FALSE);

  frontier = chart->results->frontier;
  plane = &chart->results->map->plane;
  if (frontier == NULL
      || !ob_frontier_search_shortest (frontier, chart->results->inputs.value[plane->x],
                                       chart->results->inputs.value[plane->y], &self->x, &self->y))
    return FALSE;

  self->from_x = ob_plot_get_x (&chart->plot, chart->results->inputs.value[plane->x]);
  self->from_y = ob_plot_get_y (&chart->plot, chart->results->inputs.value[plane->y]);
  self->to_x = ob_plot_get_x (&chart->plot, self->x);
  self->to_y = ob_plot_get_y (&chart->plot, self->y);

  return TRUE;
}

/* Adds where a lever ends, unless it reads the same as where it starts. */
static void
append_lever (GString *list, ObParameter lever, double from, double to)
{
  const ObUnit unit = ob_parameter_get_info (lever)->unit;
  g_autofree char *before = ob_quantity_format (unit, from);
  g_autofree char *after = ob_quantity_format (unit, to);

  if (g_str_equal (before, after))
    return;

  if (list->len > 0)
    /* Translators: stands between the two levers of a way out. */
    g_string_append (list, C_ ("way out", ", "));
  /* Translators: an item of a list: the name of an input and its value,
   * "Capex $680 bn/yr". */
  g_string_append_printf (list, C_ ("way out", "%s %s"), ob_parameter_get_label (lever), after);
}

char *
ob_frontier_way_out_format (const ObFrontierWayOut *self, ObChart *chart)
{
  g_autoptr (GString) list = g_string_new (NULL);
  const ObResults *results;
  const ObPlane *plane;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (chart != NULL && chart->results->map != NULL, NULL);

  results = chart->results;
  plane = &results->map->plane;
  append_lever (list, plane->x, results->inputs.value[plane->x], self->x);
  append_lever (list, plane->y, results->inputs.value[plane->y], self->y);
  if (list->len == 0)
    return NULL;

  return g_strdup_printf (results->run.metric[OB_METRIC_NPV] < 0
                            /* Translators: what an arrow on the map shows; %s is one or two
                             * levers and where they have to go. */
                            ? C_ ("way out", "Shortest way out: %s")
                            /* Translators: the same from a profit: the break-even point that is
                             * nearest; %s is one or two levers and where that is. */
                            : C_ ("way out", "Nearest break-even: %s"),
                          list->str);
}

gboolean
ob_frontier_way_out_is_visible (const ObFrontierWayOut *self, const ObPage *page)
{
  g_return_val_if_fail (self != NULL && page != NULL, FALSE);

  return hypot (self->to_x - self->from_x, self->to_y - self->from_y)
         > ob_marker_get_radius (page) + MIN_LENGTH * page->size;
}

void
ob_frontier_way_out_block (const ObFrontierWayOut *self, const ObPage *page)
{
  g_auto (ObPagePath) path = { 0 };

  g_return_if_fail (self != NULL && page != NULL);

  ob_page_path_init_line (&path, self->from_x, self->from_y, self->to_x, self->to_y);
  ob_page_path_block (&path, page);
}

void
ob_frontier_way_out_put_label (const ObFrontierWayOut *self,
                               ObChart *chart,
                               const ObPage *page,
                               GArray *gaps)
{
  /* First where it leads, then along it, then where it starts. */
  static const double places[] = { 1., 0.5, 0. };
  g_autofree char *text = NULL;
  const GArray *boxes;
  guint before;
  ObLabel label = {
    .style = OB_TEXT_LABEL,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
    .halo = &page->theme->role[OB_ROLE_MAP_HALO],
    .max_width = floor (MIN (MAX_WIDTH * page->size, chart->plot.rect.width * 0.6)),
  };

  g_return_if_fail (self != NULL && gaps != NULL);

  text = ob_frontier_way_out_format (self, chart);
  if (text == NULL || label.max_width <= 0)
    return;

  label.text = text;
  boxes = ob_label_placer_get_boxes (page->labels);
  before = boxes->len;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      label.x = self->from_x + places[i] * (self->to_x - self->from_x);
      label.y = self->from_y + places[i] * (self->to_y - self->from_y);
      if (ob_page_put_label_near (page, &label, page->size, TRUE))
        {
          const ObLabelBox *box = &g_array_index (boxes, ObLabelBox, before);
          ObRect gap = { box->x, box->y, box->width, box->height };

          g_array_append_val (gaps, gap);
          return;
        }
    }
}

static void
trace (const ObFrontierWayOut *self, const ObPage *page)
{
  double angle = atan2 (self->to_y - self->from_y, self->to_x - self->from_x);
  double radius = ob_marker_get_radius (page);
  double length = page->size * HEAD_LENGTH;
  double width = page->size * HEAD_WIDTH;
  double back_x = self->to_x - length * cos (angle);
  double back_y = self->to_y - length * sin (angle);

  cairo_new_path (page->cr);
  cairo_move_to (page->cr, self->from_x + radius * cos (angle),
                 self->from_y + radius * sin (angle));
  cairo_line_to (page->cr, back_x, back_y);
  cairo_move_to (page->cr, self->to_x, self->to_y);
  cairo_line_to (page->cr, back_x - width * sin (angle), back_y + width * cos (angle));
  cairo_line_to (page->cr, back_x + width * sin (angle), back_y - width * cos (angle));
  cairo_close_path (page->cr);
}

void
ob_frontier_way_out_draw (const ObFrontierWayOut *self, const ObPage *page)
{
  double width;

  g_return_if_fail (self != NULL && page != NULL);

  width = page->theme->line_width;
  cairo_save (page->cr);
  cairo_set_dash (page->cr, NULL, 0, 0);
  cairo_set_line_join (page->cr, CAIRO_LINE_JOIN_ROUND);
  trace (self, page);
  cairo_set_line_width (page->cr, width + 3.);
  ob_page_set_role (page, OB_ROLE_MAP_HALO);
  cairo_stroke_preserve (page->cr);
  cairo_set_line_width (page->cr, width);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  cairo_stroke_preserve (page->cr);
  cairo_fill (page->cr);
  cairo_restore (page->cr);
}
