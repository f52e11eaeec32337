/* ob-time-history.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-time-chart.h"

G_BEGIN_DECLS

/* What lies before the start: the scenario's own history of capex, and what has
 * really been recorded, see #ObRecord. The record is of the world: a scenario whose
 * own history is far below it is about a part of the world and has no record. */

/* How many years before the start a chart shows at most. */
guint ob_time_history_get_years (ObChart *self);
/* The scenario's capex of a year before the start, 1 the last, $B a year. */
double ob_time_history_get_capex (ObChart *self, guint years_before);

/* Whether the record of @series has a year, counted from the start: -1 is the last
 * before it. Years after the start may be recorded, too. */
gboolean ob_time_history_get_record (ObChart *self, ObSeries series, int year, double *value);

/* Extends a vertical range to all that ob_time_history_draw() draws between two
 * quarters. */
void
ob_time_history_extend (ObChart *self, const ObTimeSpec *spec, double from, double to, double *max);

/* Draws a dot for each recorded year of each series, and a ring for the scenario's
 * own where it differs. */
void ob_time_history_draw (ObChart *self,
                           const ObTimeSpec *spec,
                           const ObPage *page,
                           const ObPlot *plot);
/* Says of the dots what they are, where there is room. */
void ob_time_history_put_label (ObChart *self,
                                const ObTimeSpec *spec,
                                const ObPage *page,
                                const ObPlot *plot);

/* What the dots are and who says so; NULL if there are none. */
char *ob_time_history_get_source (ObChart *self, const ObTimeSpec *spec) G_GNUC_WARN_UNUSED_RESULT;
/* The record in a sentence; NULL if there is none. */
char *ob_time_history_describe (ObChart *self, const ObTimeSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
