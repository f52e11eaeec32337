/* ob-iso-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-contour.h"
#include "ob-iso-mark.h"
#include "ob-page-path.h"

#include <math.h>

#define MAX_LEVELS 9
/* Lines shorter than this many label widths are left without. */
#define MIN_LENGTH 2.2

/* A line in a plane from 0 to 1: x and y in turn; a loop ends where it starts. */
typedef struct
{
  guint n_points;
  double *xy;
} Line;

struct _ObIsoMark
{
  guint n_levels;
  double levels[MAX_LEVELS];
  GArray *lines[MAX_LEVELS];
};

guint
ob_iso_mark_get_levels (const double *values,
                        gsize n,
                        double min_step,
                        guint max_levels,
                        double *levels)
{
  double lowest = INFINITY;
  double highest = -INFINITY;
  double step;
  guint n_levels = 0;

  g_return_val_if_fail (values != NULL && levels != NULL, 0);
  g_return_val_if_fail (min_step > 0, 0);

  for (gsize i = 0; i < n; i++)
    {
      lowest = MIN (lowest, values[i]);
      highest = MAX (highest, values[i]);
    }
  if (!isfinite (lowest) || !isfinite (highest))
    return 0;

  step = ob_scale_get_nice_step (min_step);
  while (floor (highest / step) - ceil (lowest / step) + 1 > max_levels)
    step = ob_scale_get_nice_step (step * 1.5);

  for (double k = ceil (lowest / step); k <= floor (highest / step) && n_levels < max_levels; k++)
    {
      if (k != 0)
        levels[n_levels++] = k * step;
    }

  return n_levels;
}

static void
locate (const ObMap *map, const ObGridEdge *edge, double level, double *xy)
{
  const double *from = map->npv + (gsize) edge->j * map->nx + edge->i;
  double to = edge->upright ? from[map->nx] : from[1];
  double f = (level - *from) / (to - *from);

  xy[0] = (edge->i + (edge->upright ? 0. : f)) / (map->nx - 1);
  xy[1] = (edge->j + (edge->upright ? f : 0.)) / (map->ny - 1);
}

static void
clear_line (gpointer data)
{
  Line *line = data;

  g_clear_pointer (&line->xy, g_free);
}

static GArray *
make_lines (const ObMap *map, double level)
{
  g_autoptr (GArray) chains = ob_contour_trace (map->npv, map->nx, map->ny, level, NULL, NULL);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  for (guint k = 0; k < chains->len; k++)
    {
      const ObContourChain *chain = &g_array_index (chains, ObContourChain, k);
      Line line = { chain->n_edges + chain->closed, NULL };

      line.xy = g_new (double, 2 * line.n_points);
      for (guint i = 0; i < line.n_points; i++)
        locate (map, &chain->edges[i % chain->n_edges], level, &line.xy[2 * i]);
      g_array_append_val (lines, line);
    }

  return lines;
}

ObIsoMark *
ob_iso_mark_new (const ObMap *map, double limit)
{
  ObIsoMark *self;

  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (limit > 0, NULL);

  self = g_new0 (ObIsoMark, 1);
  self->n_levels = ob_iso_mark_get_levels (map->npv, (gsize) map->nx * map->ny, limit / 3.5,
                                           MAX_LEVELS, self->levels);
  for (guint k = 0; k < self->n_levels; k++)
    self->lines[k] = make_lines (map, self->levels[k]);

  return self;
}

void
ob_iso_mark_free (ObIsoMark *self)
{
  if (self == NULL)
    return;

  for (guint k = 0; k < self->n_levels; k++)
    g_array_unref (self->lines[k]);
  g_free (self);
}

void
ob_iso_mark_put_labels (ObIsoMark *self, const ObPage *page, const ObPlot *plot, GArray *gaps)
{
  g_return_if_fail (self != NULL);

  for (guint k = 0; k < self->n_levels; k++)
    {
      g_autofree char *text = ob_axis_format_money (self->levels[k]);
      const ObLabel label = {
        .text = text,
        .style = OB_TEXT_SMALL,
        .color = &page->theme->role[OB_ROLE_MAP_TEXT],
      };

      for (guint i = 0; i < self->lines[k]->len; i++)
        {
          const Line *line = &g_array_index (self->lines[k], Line, i);
          g_auto (ObPagePath) path = { 0 };

          ob_page_path_init_units (&path, plot, line->xy, line->n_points);
          ob_page_path_put_label (&path, page, &plot->rect, &label, NULL, MIN_LENGTH, gaps);
        }
    }
}

void
ob_iso_mark_draw (ObIsoMark *self, const ObPage *page, const ObPlot *plot, const GArray *gaps)
{
  g_return_if_fail (self != NULL);

  for (guint k = 0; k < self->n_levels; k++)
    {
      for (guint i = 0; i < self->lines[k]->len; i++)
        {
          const Line *line = &g_array_index (self->lines[k], Line, i);
          g_auto (ObPagePath) path = { 0 };

          ob_page_path_init_units (&path, plot, line->xy, line->n_points);
          ob_page_path_trace (&path, page, gaps);
        }
    }

  cairo_set_line_width (page->cr, 1.);
  cairo_set_dash (page->cr, NULL, 0, 0);
  ob_page_set_role (page, OB_ROLE_MAP_LINE);
  cairo_stroke (page->cr);
}
