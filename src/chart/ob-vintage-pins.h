/* ob-vintage-pins.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* Beyond this a rate is off the scale, either way. */
#define OB_VINTAGE_MAX_RATE 1.

/* What a gigawatt returns in pinned scenarios, beside the bars of the same years. */

/* The ghosts changed. */
void ob_vintage_pins_update (ObChart *self);
/* Extends a range to all that is drawn. */
void ob_vintage_pins_extend (ObChart *self, double *low, double *high);
/* A letter for each at the last place that has room; the line across the place of each
 * bar, which leaves out all labels there are by then. */
void ob_vintage_pins_put_labels (ObChart *self, const ObPage *page, const ObPlot *plot);
void ob_vintage_pins_draw (ObChart *self, const ObPage *page, const ObPlot *plot);
/* ",C_irr" for each pin, and what it returns in the year of the @i-th bar, empty where it
 * has none. */
void ob_vintage_pins_append_header (ObChart *self, GString *csv);
void ob_vintage_pins_append_cells (ObChart *self, guint i, GString *csv);

G_END_DECLS
