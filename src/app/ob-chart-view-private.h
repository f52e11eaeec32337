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
/* Shows what lies between two places of the widget, px, whole quarters of it. FALSE
 * if they are so near to each other that it was a click. */
gboolean ob_chart_view_zoom_to (ObChartView *self, double x0, double x1);
/* Shows @factor of what is shown, with @centre, a quarter, where it is. */
gboolean ob_chart_view_zoom_by (ObChartView *self, double factor, double centre);
/* Moves the window to the slider of what an item of the chart is about. FALSE if it
 * is about none. */
gboolean ob_chart_view_show_lever (ObChartView *self, int item);
/* FALSE if the key is none of ours. */
gboolean ob_chart_view_press_key (ObChartView *self, guint keyval);

/* The description is out of date. */
void ob_chart_view_queue_describe (ObChartView *self);

/* Pointer and keys, and the actions "chart.zoom-in", "chart.zoom-out" and
 * "chart.zoom-reset". */
void ob_chart_view_class_init_input (GtkWidgetClass *widget_class);
void ob_chart_view_init_input (ObChartView *self);

ObThemeKind ob_chart_view_get_theme_of_desktop (void);

/* The menu of a chart and its actions: "chart.copy-png", "chart.copy-svg",
 * "chart.export", "menu.popup". */
void ob_chart_view_class_init_menu (GtkWidgetClass *widget_class);
void ob_chart_view_init_menu (ObChartView *self);

G_END_DECLS
