/* ob-chart-panel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

#include "ob-app-types.h"

G_BEGIN_DECLS

#define OB_TYPE_CHART_PANEL (ob_chart_panel_get_type ())
G_DECLARE_FINAL_TYPE (ObChartPanel, ob_chart_panel, OB, CHART_PANEL, GtkWidget)

/**
 * ObChartPanel:
 *
 * A chart under its title.
 *
 * Properties: "kind" (ObChartKind), "session" (ObSession or NULL).
 */
GtkWidget *ob_chart_panel_new (ObChartKind kind) G_GNUC_WARN_UNUSED_RESULT;

ObChartKind ob_chart_panel_get_kind (ObChartPanel *self);
void ob_chart_panel_set_kind (ObChartPanel *self, ObChartKind kind);
/* (transfer none) (nullable) */
ObSession *ob_chart_panel_get_session (ObChartPanel *self);
void ob_chart_panel_set_session (ObChartPanel *self, ObSession *session);

G_END_DECLS
