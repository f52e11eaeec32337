/* ob-time-axis.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/* Room to leave below a plot for the years, px. */
double ob_time_axis_get_height (const ObPage *page);

/* The base line of a plot over quarters counted from the start of @start_year,
 * with a tick at the beginning of a year and, if @labelled, the year below it;
 * as many years as there is room for. */
void ob_time_axis_draw (const ObPage *page, const ObPlot *plot, int start_year, gboolean labelled);

G_END_DECLS
