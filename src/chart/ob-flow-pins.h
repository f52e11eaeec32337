/* ob-flow-pins.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-flow-names.h"
#include "ob-readout.h"

G_BEGIN_DECLS

/* The flows of pinned scenarios in the same calendar year: an outline around each bar,
 * as high as that of the pin would be, to the same scale. */

/* The flow of a pin in a calendar year. FALSE if there is no such pin or it has no such
 * year. */
gboolean ob_flow_pins_get (ObChart *self, guint pin, int year, ObFlow *flow);

/* What flows there in the direction of @flow: less than nothing where it is the other. */
double ob_flow_pins_get_amount (const ObFlow *pinned, const ObFlow *flow, ObFlowKind kind);

/* The largest scale at which every pin has room as well, px for $1 bn; no end without
 * pins. */
double ob_flow_pins_get_max_scale (const ObFlowDrawing *drawing, const ObFlowRoom *room);
/* How far outlines stand out beside bars, px; 0 without pins. */
double ob_flow_pins_get_reach (ObChart *self);
void ob_flow_pins_draw (const ObFlowDrawing *drawing);
/* Sets the letter of each beside its outlines, where there is room. */
void ob_flow_pins_put_labels (const ObFlowDrawing *drawing);
/* What each pin has there of the link or the bar that is picked. */
void ob_flow_pins_fill_readout (const ObFlowDrawing *drawing, ObReadout *readout);

G_END_DECLS
