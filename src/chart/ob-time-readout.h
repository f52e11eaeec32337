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

/* What the card of the selected quarter says, in a sentence; NULL if none is
 * selected. */
char *ob_time_readout_describe (ObChart *self, const ObTimeSpec *spec) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
