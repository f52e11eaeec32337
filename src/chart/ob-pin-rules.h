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
void ob_pin_rules_draw (ObChart *self, const ObPage *page, const ObPlot *plot, ObMetric metric);
/* Sets the letter of each above its line, those that are near each other side by side. */
void
ob_pin_rules_put_labels (ObChart *self, const ObPage *page, const ObPlot *plot, ObMetric metric);

G_END_DECLS
