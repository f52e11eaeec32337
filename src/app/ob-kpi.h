/* ob-kpi.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_KPI (ob_kpi_get_type ())
G_DECLARE_FINAL_TYPE (ObKpi, ob_kpi, OB, KPI, GtkWidget)

/**
 * ObKpi:
 *
 * A tile with one figure: what it is, the figure, and a line on where it comes
 * from.
 *
 * Properties: "title", "value", "detail" (strings, never NULL).
 */
GtkWidget *ob_kpi_new (void) G_GNUC_WARN_UNUSED_RESULT;

const char *ob_kpi_get_title (ObKpi *self);
void ob_kpi_set_title (ObKpi *self, const char *title);
const char *ob_kpi_get_value (ObKpi *self);
void ob_kpi_set_value (ObKpi *self, const char *value);
const char *ob_kpi_get_detail (ObKpi *self);
void ob_kpi_set_detail (ObKpi *self, const char *detail);

G_END_DECLS
