/* ob-axis-chooser.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_AXIS_CHOOSER (ob_axis_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ObAxisChooser, ob_axis_chooser, OB, AXIS_CHOOSER, AdwBin)

/**
 * ObAxisChooser:
 *
 * Two menus that choose the levers of the frontier, headline levers first and the
 * others by group, and a button that swaps them. The plane is always the whole
 * range of both; choosing the lever of the other axis swaps the two.
 *
 * Properties: "session" (ObSession or NULL). Actions: "axes.x" and "axes.y" (with
 * the id of a parameter), "axes.swap".
 */
GtkWidget *ob_axis_chooser_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_axis_chooser_get_session (ObAxisChooser *self);
void ob_axis_chooser_set_session (ObAxisChooser *self, ObSession *session);

G_END_DECLS
