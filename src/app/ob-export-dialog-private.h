/* ob-export-dialog-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-export-dialog.h"
#include "ob-export.h"

G_BEGIN_DECLS

/* What the rows say. */
void ob_export_dialog_get_settings (ObExportDialog *self, ObExportSettings *settings);
/* Makes the rows say it. */
void ob_export_dialog_set_settings (ObExportDialog *self, const ObExportSettings *settings);
/* The name proposed for the file. */
char *ob_export_dialog_make_name (ObExportDialog *self) G_GNUC_WARN_UNUSED_RESULT;
/* What happens once a file has been chosen. */
void ob_export_dialog_save_to (ObExportDialog *self, GFile *file);

G_END_DECLS
