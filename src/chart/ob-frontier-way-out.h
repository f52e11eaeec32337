/* ob-frontier-way-out.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/**
 * ObFrontierWayOut:
 * @x: value of the lever along x at the end of the way
 * @y: value of the lever along y there
 * @from_x: where the marker is on the page
 * @from_y: alike
 * @to_x: where the way ends on the page: on the break-even curve
 * @to_y: alike
 *
 * The shortest way from the marker to break-even with both levers of the plane;
 * the whole of an axis counts as one.
 */
typedef struct
{
  double x;
  double y;
  double from_x;
  double from_y;
  double to_x;
  double to_y;
} ObFrontierWayOut;

/* FALSE if nothing breaks even in the plane. There is a map; what is on the page
 * is only right once the plot is laid out. */
gboolean ob_frontier_way_out_init (ObFrontierWayOut *self, ObChart *chart);

/* "Shortest way out: Capex $690 bn/yr, Price subsidy 38 %": what has to be where.
 * NULL if nothing has to change that could be written. */
char *
ob_frontier_way_out_format (const ObFrontierWayOut *self, ObChart *chart) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it is long enough on the page for an arrow. */
gboolean ob_frontier_way_out_is_visible (const ObFrontierWayOut *self, const ObPage *page);
/* Keeps labels that are placed from now on off the arrow. */
void ob_frontier_way_out_block (const ObFrontierWayOut *self, const ObPage *page);
/* Sets its words beside it where there is room, off the lines of @others
 * (element-type ObPagePath) if that can be. */
void ob_frontier_way_out_put_label (const ObFrontierWayOut *self,
                                    ObChart *chart,
                                    const ObPage *page,
                                    const GArray *others,
                                    GArray *gaps);
void ob_frontier_way_out_draw (const ObFrontierWayOut *self, const ObPage *page);

G_END_DECLS
