/* ob-pin-rules.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* What pinned scenarios come to, as lines through a plot whose horizontal axis is of
 * that metric. */

/* Room that the letters need above the plot, px; 0 without pins. */
double ob_pin_rules_get_height (ObChart *self, const ObPage *page);
/* Extends a range to all that is drawn. */
void ob_pin_rules_extend (ObChart *self, ObMetric metric, double *min, double *max);
/* After the labels of the plot, which they leave out. */
void ob_pin_rules_draw (ObChart *self, const ObPage *page, const ObPlot *plot, ObMetric metric);
/* Sets the letter of each above its line, those that are near each other side by side in
 * the order of the lines. */
void
ob_pin_rules_put_labels (ObChart *self, const ObPage *page, const ObPlot *plot, ObMetric metric);

/* What pins come to by name, and for a row of a table, each after a comma. */
void ob_pin_rules_append_header (ObChart *self, ObMetric metric, GString *csv);
void ob_pin_rules_append_cells (ObChart *self, ObMetric metric, GString *csv);
/* A row "A-npv,VALUE,VALUE," for each pin: a line is a range without a width, and has no
 * share of anything. */
void ob_pin_rules_append_rows (ObChart *self, ObMetric metric, GString *csv);

G_END_DECLS
