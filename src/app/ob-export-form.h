/* ob-export-form.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_EXPORT_FORM (ob_export_form_get_type ())
G_DECLARE_FINAL_TYPE (ObExportForm, ob_export_form, OB, EXPORT_FORM, GtkWidget)

/**
 * ObExportForm:
 *
 * The rows that say what a chart is exported as. Rows that mean nothing for the
 * format chosen are hidden.
 *
 * Signals: "changed" after a change by a person or by
 * ob_export_form_set_settings(), once.
 */
GtkWidget *ob_export_form_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there are pinned scenarios that could be drawn; without them nobody is asked. */
void ob_export_form_set_has_pins (ObExportForm *self, gboolean has_pins);
/* Whether they are wanted. */
gboolean ob_export_form_get_pins (ObExportForm *self);

/* What the rows say, all but the quarter and pins, which are left alone. Fill @settings with
 * zeros before. */
void ob_export_form_get_settings (ObExportForm *self, ObExportSettings *settings);
/* Makes the rows say it. */
void ob_export_form_set_settings (ObExportForm *self, const ObExportSettings *settings);

G_END_DECLS
