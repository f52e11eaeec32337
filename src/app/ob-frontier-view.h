/* ob-frontier-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-view.h"

G_BEGIN_DECLS

#define OB_TYPE_FRONTIER_VIEW (ob_frontier_view_get_type ())
G_DECLARE_FINAL_TYPE (ObFrontierView, ob_frontier_view, OB, FRONTIER_VIEW, ObChartView)

/**
 * ObFrontierView:
 *
 * The profitability frontier, with the marker to be dragged. A drag moves both
 * levers of the plane as one undo step; Shift moves one of them, Escape takes the
 * drag back, the break-even curve attracts within a few pixels unless Alt is
 * held. A click elsewhere brings the marker there. The arrow keys move a lever by
 * its step, with Shift by ten.
 *
 * A lever row dropped on it becomes the axis that is nearer, which is marked
 * meanwhile; from the keyboard its menu does that.
 *
 * Its CSS name is "obfrontier".
 */
GtkWidget *ob_frontier_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
