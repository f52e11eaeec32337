/* ob-warning-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_WARNING_BAR (ob_warning_bar_get_type ())
G_DECLARE_FINAL_TYPE (ObWarningBar, ob_warning_bar, OB, WARNING_BAR, AdwBin)

/**
 * ObWarningBar:
 *
 * Says how many pairs of inputs do not go together, lists them in a popover and
 * mends each at a click, as one step to undo. Hidden while there are none. It
 * follows the results at most twice a second.
 *
 * Properties: "session" (ObSession or NULL).
 */
GtkWidget *ob_warning_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_warning_bar_get_session (ObWarningBar *self);
void ob_warning_bar_set_session (ObWarningBar *self, ObSession *session);

/* How many warnings are listed. */
guint ob_warning_bar_get_n_warnings (ObWarningBar *self);

G_END_DECLS
