/* ob-time-fan.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-time-chart.h"

G_BEGIN_DECLS

/* What results with a sample add to a chart over time: bands around its lines in
 * which 30, 60 and 90 percent of the draws lie in each quarter. Without a sample all
 * of these do nothing. */

/* Widens @min to @max to the outermost bands of the quarters from @from to @to. */
void ob_time_fan_extend (ObChart *self,
                         const ObTimeSpec *spec,
                         double from,
                         double to,
                         double *min,
                         double *max);
void
ob_time_fan_draw (ObChart *self, const ObTimeSpec *spec, const ObPage *page, const ObPlot *plot);
/* Says in words what the bands of the first line are. */
void ob_time_fan_put_labels (ObChart *self,
                             const ObTimeSpec *spec,
                             const ObPage *page,
                             const ObPlot *plot);
/* "5 % to 95 %" of a series in a quarter, formatted; NULL without a fan of it. */
char *ob_time_fan_format_range (ObChart *self, ObSeries series, ObUnit unit, guint quarter)
  G_GNUC_WARN_UNUSED_RESULT;
/* A sentence about the last quarter of the first line with a fan, or NULL. */
char *ob_time_fan_describe (ObChart *self, const ObTimeSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
