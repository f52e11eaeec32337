/* ob-time-ghosts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-time-chart.h"

G_BEGIN_DECLS

/* The series of pinned scenarios behind those of the scenario itself. One that
 * starts in another year stands at its own years. */

/* How many quarters later than the chart a pin starts. */
int ob_time_ghosts_get_shift (ObChart *self, guint pin);

/* Extends a vertical range to what is drawn between two quarters. */
void ob_time_ghosts_extend (ObChart *self,
                            const ObTimeSpec *spec,
                            double from,
                            double to,
                            double *min,
                            double *max);

void
ob_time_ghosts_draw (ObChart *self, const ObTimeSpec *spec, const ObPage *page, const ObPlot *plot);
/* Sets the letter of each near the end of its lines, where there is room. */
void ob_time_ghosts_put_labels (ObChart *self,
                                const ObTimeSpec *spec,
                                const ObPage *page,
                                const ObPlot *plot);

/* Columns of a table of quarters: ",A_capex,A_revenue", and their values in one. */
void
ob_time_ghosts_append_header (ObChart *self, const ObSeries *series, guint n_series, GString *csv);
void ob_time_ghosts_append_row (ObChart *self,
                                const ObSeries *series,
                                guint n_series,
                                int quarter,
                                GString *csv);

G_END_DECLS
