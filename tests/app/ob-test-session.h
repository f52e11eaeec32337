/* ob-test-session.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"
#include "ob-test-utils.h"

G_BEGIN_DECLS

/* Runs the main loop until the exact results of the scenario as it is are there. */
void ob_test_session_wait (ObSession *session);

/* A window of @width by @height, mapped, that shows @child; (transfer floating)
 * takes @child. Waits until @child has got its size. */
GtkWindow *ob_test_window_new (GtkWidget *child, int width, int height) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the window away and runs the main loop until it is gone. */
void ob_test_window_destroy (GtkWindow *window);

/* Draws @widget into a PNG in the build directory, for people to look at. */
void ob_test_save_picture (GtkWidget *widget, const char *name);

G_END_DECLS
