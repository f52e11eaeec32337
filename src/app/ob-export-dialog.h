/* ob-export-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_EXPORT_DIALOG (ob_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ObExportDialog, ob_export_dialog, OB, EXPORT_DIALOG, AdwWindow)

/**
 * ObExportDialog:
 *
 * A modal window that exports a chart of a session, with a live preview. It
 * closes when the file is written and stays, with a message, when that fails.
 *
 * Properties: "session" (ObSession, construct-only). Signals: "exported" with the
 * GFile written, just before it closes.
 */
GtkWidget *ob_export_dialog_new (ObSession *session, ObChartKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) */
ObSession *ob_export_dialog_get_session (ObExportDialog *self);

G_END_DECLS
