/* ob-time-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* Appends what a chart over time shows as a table (RFC 4180) with a row for each quarter:
 * its series, the phase and what binds, and what is known of them from draws and pins.
 * @history: also the years before the start, of which only the first series is known */
void ob_time_table_write (ObChart *self,
                          const ObSeries *series,
                          guint n_series,
                          gboolean history,
                          GString *csv);

G_END_DECLS
