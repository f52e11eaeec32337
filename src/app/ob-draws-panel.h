/* ob-draws-panel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_DRAWS_PANEL (ob_draws_panel_get_type ())
G_DECLARE_FINAL_TYPE (ObDrawsPanel, ob_draws_panel, OB, DRAWS_PANEL, GtkWidget)

/**
 * ObDrawsPanel:
 *
 * How many draws there are and how far off what they say may be, and a button for many
 * more of them, with their progress and a way to stop. Nothing is to be seen where no
 * input has a range.
 *
 * Properties: "session" (ObSession or NULL). Actions: "draws.more" and "draws.cancel".
 */
GtkWidget *ob_draws_panel_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_draws_panel_get_session (ObDrawsPanel *self);
void ob_draws_panel_set_session (ObDrawsPanel *self, ObSession *session);

G_END_DECLS
