/* ob-frontier-search.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-frontier.h"
#include "ob-page.h"

G_BEGIN_DECLS

/* The place on the curves nearest to (@page_x, @page_y), no further than @radius
 * on the page, in model units. FALSE if there is none. */
gboolean ob_frontier_search_nearest (const ObFrontier *frontier,
                                     const ObPlot *plot,
                                     double page_x,
                                     double page_y,
                                     double radius,
                                     double *x,
                                     double *y);

/* The place on the curves nearest to (@x, @y), in model units, by the distance along
 * both axes of the plane, each from 0 to 1 in its scale. FALSE if there are none. */
gboolean ob_frontier_search_shortest (const ObFrontier *frontier,
                                      double x,
                                      double y,
                                      double *to_x,
                                      double *to_y);

/* Where the curves reach @value of one parameter (@along_x: of the one along x),
 * the place of the other that is nearest to @from. FALSE if nowhere. */
gboolean ob_frontier_search_crossing (const ObFrontier *frontier,
                                      gboolean along_x,
                                      double value,
                                      double from,
                                      double *other);

/* Values of a map between its points, bilinear; @unit_x and @unit_y from 0 to 1. */
double ob_frontier_search_interpolate (const ObMap *map,
                                       const double *values,
                                       double unit_x,
                                       double unit_y);

/* The point of the map with the npv nearest to zero. */
void ob_frontier_search_closest (const ObMap *map, double *x, double *y, double *npv);

G_END_DECLS
