/* ob-marker.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/* The radius of the circle, px; what is drawn at a place reaches no further. */
double ob_marker_get_radius (const ObPage *page);
/* "You are here": a ring with a dot, seen on any ground. */
void ob_marker_draw (const ObPage *page, double x, double y);
/* Guides from a place to the left and lower side of a plot, broken at @gaps. */
void ob_marker_draw_guides (const ObPage *page,
                            const ObPlot *plot,
                            double x,
                            double y,
                            const GArray *gaps);
/* Its values, in boxes on its guides at both axes inside the plot, or further from
 * them where @rings (element-type ObRect) or labels are in the way. Their places are
 * added to @gaps (element-type ObRect). */
void ob_marker_put_values (const ObPage *page,
                           const ObPlot *plot,
                           double x,
                           double y,
                           const char *x_text,
                           const char *y_text,
                           const GArray *rings,
                           GArray *gaps);
/* The place that comes closest, where nothing breaks even. */
void ob_marker_draw_best (const ObPage *page, double x, double y);
/* The place of a pin: a hollow ring, seen on a map. */
void ob_marker_draw_pin (const ObPage *page, double x, double y, double radius, guint pin);
/* A dot on a line, in the colour of its category. */
void ob_marker_draw_dot (const ObPage *page, double x, double y, guint category);

/* A ring in the colour of its category: what was assumed, where a dot is what was. */
void ob_marker_draw_ring (const ObPage *page, double x, double y, guint category);

G_END_DECLS
