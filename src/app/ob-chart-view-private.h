/* ob-chart-view-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-view.h"

G_BEGIN_DECLS

/* What the pointer and the keys do; tests call them as the controllers do. */

/* Selects the quarter at a place of the widget. FALSE if nothing was done. */
gboolean ob_chart_view_select_at (ObChartView *self, double x, double y, gboolean only_inside);
/* FALSE if the key is none of ours. */
gboolean ob_chart_view_press_key (ObChartView *self, guint keyval);

ObThemeKind ob_chart_view_get_theme_of_desktop (void);

/* The menu of a chart and its actions: "chart.copy-png", "chart.copy-svg",
 * "chart.export", "menu.popup". */
void ob_chart_view_class_init_menu (GtkWidgetClass *widget_class);
void ob_chart_view_init_menu (ObChartView *self);

G_END_DECLS
