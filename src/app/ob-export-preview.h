/* ob-export-preview.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-export.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_EXPORT_PREVIEW (ob_export_preview_get_type ())
G_DECLARE_FINAL_TYPE (ObExportPreview, ob_export_preview, OB, EXPORT_PREVIEW, GtkWidget)

/**
 * ObExportPreview:
 *
 * A page as it will be exported, laid out for its own size and then scaled down
 * as a whole, so that proportions and line breaks are those of the file.
 */
GtkWidget *ob_export_preview_new (void) G_GNUC_WARN_UNUSED_RESULT;

void ob_export_preview_show (ObExportPreview *self,
                             const ObExportSettings *settings,
                             ObResults *results,
                             const char *subtitle);

G_END_DECLS
