/* ob-time-chart.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/**
 * ObTimeSpec:
 * @scale: of the vertical axis
 * @unit: of the series
 * @axis_title: in the context "axis", before the unit; NULL: the unit alone
 * @series: lines, the first has the first category; those that matter most first
 * @n_series: at most %OB_N_CATEGORIES
 * @zero: whether the axis always shows zero
 * @share: whether the axis always is 0 to 1
 * @history: whether what was before the start is shown, which the first series then
 *   has in the scenario; see ob-time-history.h
 * @horizon: whether the end of what is counted is marked
 * @draw_under: (nullable): marks below the lines
 * @draw_over: (nullable): marks and labels above them, placed before the values
 *   at the cursor
 *
 * A chart of series over time.
 */
typedef struct _ObTimeSpec
{
  ObScaleKind scale;
  ObUnit unit;
  const char *axis_title;
  const ObSeries *series;
  guint n_series;
  gboolean zero;
  gboolean share;
  gboolean history;
  gboolean horizon;
  void (*draw_under) (ObChart *self, const ObPage *page, const ObPlot *plot);
  void (*draw_over) (ObChart *self, const ObPage *page, const ObPlot *plot);
} ObTimeSpec;

/* Where the value of each quarter stands: its middle. */
const double *ob_time_chart_get_x (void);

void ob_time_chart_update (ObChart *self, const ObTimeSpec *spec);

/* The quarters to be shown; FALSE if that is all of them. A range that is nearly
 * all history is no range for charts without. */
gboolean ob_time_chart_get_range (ObChart *self, const ObTimeSpec *spec, double *from, double *to);
/* Whether a plot has the middle of a quarter. */
gboolean ob_time_chart_has_quarter (const ObPlot *plot, int quarter);
/* The last quarter whose middle a plot has; -1 if it has none. */
int ob_time_chart_get_last (const ObPlot *plot);
/* What is shown, in a sentence; NULL if that is all. */
char *
ob_time_chart_describe_range (ObChart *self, const ObTimeSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

/* Draws into @area. @left and @right are the room beside the plot, see
 * ob_time_chart_get_margins(); panels one above the other share them. @lower:
 * another panel follows below, which has the years. */
void ob_time_chart_draw (ObChart *self,
                         const ObTimeSpec *spec,
                         const ObPage *page,
                         const ObRect *area,
                         double left,
                         double right,
                         gboolean lower);
/* The room the labels of @spec need left and right of the plot. */
void ob_time_chart_get_margins (ObChart *self,
                                const ObTimeSpec *spec,
                                const ObPage *page,
                                const ObRect *area,
                                double *left,
                                double *right);

/**
 * ob_time_chart_get_foot:
 * @width: of the plot
 * @height: of the plot and of what stands below it
 * @n_ribbons: (out): the ribbons there is room for
 *
 * Returns: the room that years and ribbons need below a plot
 */
double ob_time_chart_get_foot (const ObPage *page, double width, double height, guint *n_ribbons);
/* Draws years and ribbons below a plot. */
void
ob_time_chart_draw_foot (ObChart *self, const ObPage *page, const ObPlot *plot, guint n_ribbons);

/* A line through a plot at a quarter, and a dot where it crosses each series. */
void ob_time_chart_draw_cursor (const ObPage *page, const ObPlot *plot, int quarter, double width);
void ob_time_chart_draw_dots (ObChart *self,
                              const ObTimeSpec *spec,
                              const ObPage *page,
                              const ObPlot *plot,
                              int quarter);

/* Ticks that fit into @height. */
guint ob_time_chart_get_max_ticks (const ObPage *page, ObScaleKind scale, double height);

/* A label at the top of a vertical line through a plot, if there is room; the line, which
 * leaves out the labels there are by then. */
void
ob_time_chart_put_rule_label (const ObPage *page, const ObPlot *plot, double x, const char *text);
void ob_time_chart_draw_rule (const ObPage *page, const ObPlot *plot, double x);

G_END_DECLS
