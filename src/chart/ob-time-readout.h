/* ob-time-readout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-time-chart.h"

G_BEGIN_DECLS

/* Draws the card of the hovered quarter or year of history, with a line and dots:
 * the values, the phase and what binds. The place may also be on the @n_ribbons
 * below @plot. Nothing is drawn if no place of the chart is hovered. */
void ob_time_readout_draw (ObChart *self,
                           const ObTimeSpec *spec,
                           const ObPage *page,
                           const ObPlot *plot,
                           guint n_ribbons);

G_END_DECLS
