/* ob-time-crowd.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-time-chart.h"

G_BEGIN_DECLS

/* Widens a vertical range to the single draws that have lines, between two quarters: the
 * edge of a plot that cuts lines off looks like the end of what is possible. */
void ob_time_crowd_extend (ObChart *self,
                           const ObTimeSpec *spec,
                           double from,
                           double to,
                           double *min,
                           double *max);

/* How many lines run through a place of a chart over time: those of the scenario, of pins
 * and of single draws. */
guint
ob_time_crowd_count (ObChart *self, const ObTimeSpec *spec, const ObPlot *plot, const ObRect *rect);

/**
 * ob_time_crowd_put_label:
 * @labels: (array length=n): the same words at several places, the one liked best first
 *
 * Puts one of @labels where there is room for it and the fewest lines are.
 *
 * Returns: FALSE if none has room
 */
gboolean ob_time_crowd_put_label (ObChart *self,
                                  const ObTimeSpec *spec,
                                  const ObPage *page,
                                  const ObPlot *plot,
                                  const ObLabel *labels,
                                  guint n);

G_END_DECLS
