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
/* How many draws have lines: none unless they are asked for. */
guint ob_time_fan_get_n_paths (ObChart *self);
/* The lines of single draws, if they are asked for, with room for those of their series. */
void ob_time_fan_draw_paths (ObChart *self,
                             const ObTimeSpec *spec,
                             const ObPage *page,
                             const ObPlot *plot);
/* Says how many draws have lines, in the row above the plot that begins at @y. */
void ob_time_fan_put_legend (ObChart *self,
                             const ObTimeSpec *spec,
                             const ObPage *page,
                             const ObPlot *plot,
                             double y);
/* Says in words what the bands of the first line are. */
void ob_time_fan_put_labels (ObChart *self,
                             const ObTimeSpec *spec,
                             const ObPage *page,
                             const ObPlot *plot);
/* "5 % to 95 %" of a series in a quarter, formatted; NULL without a fan of it. */
char *ob_time_fan_format_range (ObChart *self, ObSeries series, ObUnit unit, guint quarter)
  G_GNUC_WARN_UNUSED_RESULT;
/* A sentence about the last quarter of the first line with a fan, and one about single
 * draws; or NULL. */
char *ob_time_fan_describe (ObChart *self, const ObTimeSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

/* Columns for the quantiles of each series, "capex_p05" to "capex_p95", and for the draws
 * that have lines, counted from 0: "capex_draw_0". */
void
ob_time_fan_append_header (ObChart *self, const ObSeries *series, guint n_series, GString *csv);
/* @quarter: from the start; their cells are empty outside the run */
void ob_time_fan_append_row (ObChart *self,
                             const ObSeries *series,
                             guint n_series,
                             int quarter,
                             GString *csv);

G_END_DECLS
