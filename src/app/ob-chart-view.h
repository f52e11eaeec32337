/* ob-chart-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_CHART_VIEW (ob_chart_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (ObChartView, ob_chart_view, OB, CHART_VIEW, GtkWidget)

/**
 * ObChartView:
 *
 * A chart of a session on the screen. It follows results, trail and selected
 * quarter of its session, the theme and the font; the pointer brings a readout.
 * On a chart over time a click, a drag of the line that marks it, or Left, Right,
 * Page Up, Page Down (a year), Home and End, select the quarter; keys bring its
 * readout, too. Any other drag shows what lies between its ends, + and - and the
 * wheel with Ctrl show less or more, and 0, Escape and a double click show all again;
 * the charts of a session show the same.
 *
 * Where a chart has items, Up and Down pick one after the other; on one about an
 * input, a click or Enter moves to its slider (action "win.show-lever").
 *
 * Ctrl+C copies it as PNG, Shift+Ctrl+C as SVG; its menu has that, too. A window
 * around it is told by its actions "show-message" and "export-chart".
 *
 * Its CSS name is "obchart", its accessible role IMG, named by the chart's title
 * and described by a sentence that is refreshed at most twice a second.
 *
 * Properties: "kind" (ObChartKind), "session" (ObSession or NULL).
 */
struct _ObChartViewClass
{
  GtkWidgetClass parent_class;
};

GtkWidget *ob_chart_view_new (ObChartKind kind) G_GNUC_WARN_UNUSED_RESULT;

ObChartKind ob_chart_view_get_kind (ObChartView *self);
void ob_chart_view_set_kind (ObChartView *self, ObChartKind kind);
/* (transfer none) (nullable) */
ObSession *ob_chart_view_get_session (ObChartView *self);
void ob_chart_view_set_session (ObChartView *self, ObSession *session);

/* (transfer none) The chart drawn, as the session is now; valid until the kind is changed.
 * One that is not in sight follows the session only when it is asked for. */
ObChart *ob_chart_view_get_chart (ObChartView *self);
/* The sentence that a screen reader is given now. */
const char *ob_chart_view_get_description (ObChartView *self);

G_END_DECLS
