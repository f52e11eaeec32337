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
/* Of its words, of the width of the plot: longer ones are broken anywhere. */
#define MAX_WIDTH 0.6

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

/* Adds where a lever ends, unless it reads the same as where it starts. @rows: on a line
 * of its own */
static void
append_lever (GString *list, ObParameter lever, double from, double to, gboolean rows)
{
  const ObUnit unit = ob_parameter_get_info (lever)->unit;
  g_autofree char *before = ob_quantity_format (unit, from);
  g_autofree char *after = ob_quantity_format (unit, to);

  if (g_str_equal (before, after))
    return;

  if (list->len > 0)
    {
      /* Translators: stands between the two levers of a way out. */
      g_autofree char *comma = g_strdup (C_ ("way out", ", "));

      g_string_append (list, rows ? g_strchomp (comma) : comma);
      if (rows)
        g_string_append_c (list, '\n');
    }
  /* Translators: an item of a list: the name of an input and its value,
   * "Capex $680 bn/yr". */
  g_string_append_printf (list, C_ ("way out", "%s %s"), ob_parameter_get_label (lever), after);
}

/* The levers, and the words before them. */
static char *
format_list (const ObFrontierWayOut *self, ObChart *chart, gboolean rows)
{
  GString *list = g_string_new (NULL);
  const ObResults *results = chart->results;
  const ObPlane *plane = &results->map->plane;

  append_lever (list, plane->x, results->inputs.value[plane->x], self->x, rows);
  append_lever (list, plane->y, results->inputs.value[plane->y], self->y, rows);

  return g_string_free (list, list->len == 0);
}

static char *
format_all (ObChart *chart, const char *list)
{
  return g_strdup_printf (chart->results->run.metric[OB_METRIC_NPV] < 0
                            /* Translators: what an arrow on the map shows; %s is one or two
                             * levers and where they have to go. */
                            ? C_ ("way out", "Shortest way out: %s")
                            /* Translators: the same from a profit: the break-even point that is
                             * nearest; %s is one or two levers and where that is. */
                            : C_ ("way out", "Nearest break-even: %s"),
                          list);
}

char *
ob_frontier_way_out_format (const ObFrontierWayOut *self, ObChart *chart)
{
  g_autofree char *list = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (chart != NULL && chart->results->map != NULL, NULL);

  list = format_list (self, chart, FALSE);

  return list != NULL ? format_all (chart, list) : NULL;
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

/* Beside a place, above it and below it, further and further away. */
static gboolean
put_beside (const ObPage *page, const ObLabel *label, const GArray *others, GArray *gaps)
{
  static const double sides[][2] = { { 1, 1 }, { -1, 1 }, { 1, -1 }, { -1, -1 },
                                     { 0, 1 }, { 0, -1 }, { 1, 0 },  { -1, 0 } };
  static const double reaches[] = { 0.7, 1.3, 2.2, 3.5 };

  for (guint i = 0; i < G_N_ELEMENTS (reaches) * G_N_ELEMENTS (sides); i++)
    {
      const double *side = sides[i % G_N_ELEMENTS (sides)];
      double reach = reaches[i / G_N_ELEMENTS (sides)] * page->size;
      ObLabel moved = *label;
      ObRect rect;

      moved.x += side[0] * reach;
      moved.y += side[1] * reach;
      moved.x_align = (1 - side[0]) / 2;
      moved.y_align = (1 - side[1]) / 2;
      rect = ob_page_get_label_rect (page, &moved);
      if ((others != NULL && ob_page_path_array_hits (others, &rect))
          || !ob_page_put_label (page, &moved))
        continue;

      g_array_append_val (gaps, rect);
      return TRUE;
    }

  return FALSE;
}

void
ob_frontier_way_out_put_label (const ObFrontierWayOut *self,
                               ObChart *chart,
                               const ObPage *page,
                               const GArray *others,
                               GArray *gaps)
{
  /* First where it leads, then along it, then where it starts. */
  static const double places[] = { 1., 0.5, 0. };
  const guint n = G_N_ELEMENTS (places);
  g_autofree char *list = NULL;
  g_autofree char *head = NULL;
  g_autofree char *wide = NULL;
  g_autofree char *narrow = NULL;
  ObLabel label = {
    .style = OB_TEXT_LABEL,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
    .halo = &page->theme->role[OB_ROLE_MAP_HALO],
  };

  g_return_if_fail (self != NULL && others != NULL && gaps != NULL);

  label.max_width = floor (chart->plot.rect.width * MAX_WIDTH);
  list = format_list (self, chart, TRUE);
  if (list == NULL || label.max_width <= 0)
    return;

  /* Lines end where the sense does: each lever has one, and where curves leave little
   * room between them so have the words before. */
  head = format_all (chart, "");
  wide = format_all (chart, list);
  narrow = g_strdup_printf ("%s\n%s", g_strchomp (head), list);

  /* Clear of all curves, clear of them in a narrow column, anyhow. */
  for (guint i = 0; i < 3 * n; i++)
    {
      double place = places[i % n];

      label.text = i / n == 1 ? narrow : wide;
      label.x = self->from_x + place * (self->to_x - self->from_x);
      label.y = self->from_y + place * (self->to_y - self->from_y);
      if (put_beside (page, &label, i < 2 * n ? others : NULL, gaps))
        return;
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
  ob_page_stroke_preserve (page);
  cairo_set_line_width (page->cr, width);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  ob_page_stroke_preserve (page);
  ob_page_fill (page);
  cairo_restore (page->cr);
}
