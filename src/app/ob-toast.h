/* ob-toast.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ob_toast_add:
 * @overlay: where it is shown
 * @toast: (transfer full): what is shown, after those that came before it
 *
 * Toasts come here and not to adw_toast_overlay_add_toast(), which ends the program when
 * one is dismissed while it comes up: libadwaita 1.2 then uses what it has freed. Here,
 * such a toast goes a moment later.
 */
void ob_toast_add (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
