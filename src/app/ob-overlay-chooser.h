/* ob-overlay-chooser.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_OVERLAY_CHOOSER (ob_overlay_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ObOverlayChooser, ob_overlay_chooser, OB, OVERLAY_CHOOSER, AdwBin)

/**
 * ObOverlayChooser:
 *
 * A menu that chooses what is drawn over the map of the frontier: a third lever,
 * for some values of which there are break-even curves, lines of equal bubble risk,
 * and bands of chances, where inputs are uncertain. Which values, a dialog asks.
 *
 * Properties: "session" (ObSession or NULL). Actions: "overlay.family" (with the
 * id of a parameter, "" for none), "overlay.risk-lines", "overlay.payback-band" and
 * "overlay.risk-band" (toggle), "overlay.risk-level" (with a bubble risk, turns that band
 * on), "overlay.use-published-ranges" (where there are none),
 * "overlay.values" (opens the dialog).
 */
GtkWidget *ob_overlay_chooser_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_overlay_chooser_get_session (ObOverlayChooser *self);
void ob_overlay_chooser_set_session (ObOverlayChooser *self, ObSession *session);

G_END_DECLS
