/* ob-frontier-search.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-search.h"

#include <math.h>

gboolean
ob_frontier_search_nearest (const ObFrontier *frontier,
                            const ObPlot *plot,
                            double page_x,
                            double page_y,
                            double radius,
                            double *x,
                            double *y)
{
  double nearest = radius;
  gboolean found = FALSE;

  g_return_val_if_fail (frontier != NULL && plot != NULL, FALSE);
  g_return_val_if_fail (x != NULL && y != NULL, FALSE);

  for (guint k = 0; k < frontier->n_curves; k++)
    {
      const ObCurve *curve = &frontier->curves[k];
      guint n = curve->n_points - !curve->closed;

      for (guint i = 0; i < n; i++)
        {
          const ObPoint *a = &curve->points[i];
          const ObPoint *b = &curve->points[(i + 1) % curve->n_points];
          double ax = ob_plot_get_x (plot, a->x);
          double ay = ob_plot_get_y (plot, a->y);
          double dx = ob_plot_get_x (plot, b->x) - ax;
          double dy = ob_plot_get_y (plot, b->y) - ay;
          double length = dx * dx + dy * dy;
          double f = length > 0 ? ((page_x - ax) * dx + (page_y - ay) * dy) / length : 0;
          double distance;

          f = CLAMP (f, 0., 1.);
          distance = hypot (ax + f * dx - page_x, ay + f * dy - page_y);
          if (distance > nearest)
            continue;

          nearest = distance;
          found = TRUE;
          *x = ob_scale_from_unit (&plot->x, (ax + f * dx - plot->rect.x) / plot->rect.width);
          *y = ob_scale_from_unit (&plot->y, 1. - (ay + f * dy - plot->rect.y) / plot->rect.height);
        }
    }

  return found;
}

gboolean
ob_frontier_search_shortest (const ObFrontier *frontier,
                             double x,
                             double y,
                             double *to_x,
                             double *to_y)
{
  const ObPlane *plane;
  ObPlot plot = { .rect = { 0, 0, 1, 1 } };

  g_return_val_if_fail (frontier != NULL, FALSE);

  plane = &frontier->plane;
  ob_scale_init (&plot.x, ob_parameter_get_info (plane->x)->scale, plane->x_min, plane->x_max);
  ob_scale_init (&plot.y, ob_parameter_get_info (plane->y)->scale, plane->y_min, plane->y_max);

  return ob_frontier_search_nearest (frontier, &plot, ob_plot_get_x (&plot, x),
                                     ob_plot_get_y (&plot, y), G_MAXDOUBLE, to_x, to_y);
}

gboolean
ob_frontier_search_crossing (const ObFrontier *frontier,
                             gboolean along_x,
                             double value,
                             double from,
                             double *other)
{
  gboolean found = FALSE;

  g_return_val_if_fail (frontier != NULL && other != NULL, FALSE);

  for (guint k = 0; k < frontier->n_curves; k++)
    {
      const ObCurve *curve = &frontier->curves[k];
      guint n = curve->n_points - !curve->closed;

      for (guint i = 0; i < n; i++)
        {
          const ObPoint *a = &curve->points[i];
          const ObPoint *b = &curve->points[(i + 1) % curve->n_points];
          double a0 = (along_x ? a->x : a->y) - value;
          double b0 = (along_x ? b->x : b->y) - value;
          double a1 = along_x ? a->y : a->x;
          double b1 = along_x ? b->y : b->x;
          double here;

          if ((a0 > 0) == (b0 > 0) && a0 != 0)
            continue;

          here = a0 == b0 ? a1 : a1 + (b1 - a1) * a0 / (a0 - b0);
          if (!found || fabs (here - from) < fabs (*other - from))
            *other = here;
          found = TRUE;
        }
    }

  return found;
}

double
ob_frontier_search_interpolate (const ObMap *map,
                                const double *values,
                                double unit_x,
                                double unit_y)
{
  double px = CLAMP (unit_x, 0., 1.) * (map->nx - 1);
  double py = CLAMP (unit_y, 0., 1.) * (map->ny - 1);
  guint i = MIN ((guint) px, map->nx - 2);
  guint j = MIN ((guint) py, map->ny - 2);
  const double *low = values + (gsize) j * map->nx + i;
  const double *high = low + map->nx;
  double below = low[0] + (px - i) * (low[1] - low[0]);
  double above = high[0] + (px - i) * (high[1] - high[0]);

  return below + (py - j) * (above - below);
}

void
ob_frontier_search_closest (const ObMap *map, double *x, double *y, double *npv)
{
  gsize closest = 0;

  g_return_if_fail (map != NULL);
  g_return_if_fail (x != NULL && y != NULL && npv != NULL);

  for (gsize i = 1; i < (gsize) map->nx * map->ny; i++)
    {
      if (fabs (map->npv[i]) < fabs (map->npv[closest]))
        closest = i;
    }

  *x = ob_plane_x_from_unit (&map->plane, (closest % map->nx) / (map->nx - 1.));
  *y = ob_plane_y_from_unit (&map->plane, (gsize) (closest / map->nx) / (map->ny - 1.));
  *npv = map->npv[closest];
}
