/* ob-guide-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_GUIDE_WINDOW (ob_guide_window_get_type ())
G_DECLARE_FINAL_TYPE (ObGuideWindow, ob_guide_window, OB, GUIDE_WINDOW, AdwWindow)

/**
 * ObGuideWindow:
 *
 * The guide, as docs/guide.md has it: to be read, and to be gone through by its links.
 */

GtkWidget *ob_guide_window_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Scrolls to the heading that a link names, "#keys". FALSE if there is none. */
gboolean ob_guide_window_go_to (ObGuideWindow *self, const char *link);

/* Brings up the guide of @parent, which takes it along when it goes. */
void ob_guide_show (GtkWindow *parent);

G_END_DECLS
