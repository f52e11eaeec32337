/* ob-boom-pins.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* The booms of pinned scenarios, each since its own beginning, as shares of the GDP of
 * the country. */

/* The highest share that any of them reaches in @years years, or @max. */
double ob_boom_pins_extend (ObChart *self, double years, double max);
void ob_boom_pins_draw (ObChart *self, const ObPage *page, const ObPlot *plot);
/* Sets the letter of each on its line, near its end. */
void ob_boom_pins_put_labels (ObChart *self, const ObPage *page, const ObPlot *plot);
/* The share of a pin so many years after its beginning, at the nearest place it has;
 * NaN if there is no such pin. */
double ob_boom_pins_get_share (ObChart *self, guint pin, double years);

G_END_DECLS
