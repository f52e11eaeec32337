/* ob-compare-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_COMPARE_DIALOG (ob_compare_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ObCompareDialog, ob_compare_dialog, OB, COMPARE_DIALOG, AdwWindow)

/**
 * ObCompareDialog:
 *
 * The scenario beside its pins: what differs, and what makes the difference. It is not
 * modal, so that levers can be moved beside it.
 *
 * Signals: "lever-activated" (#ObParameter): a person wants to go to an input.
 */
GtkWidget *ob_compare_dialog_new (ObSession *session) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
