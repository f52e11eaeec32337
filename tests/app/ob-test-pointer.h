/* ob-test-pointer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether real input can be made here: an X display and the xdotool program.
 * Otherwise the running test is marked as skipped. */
gboolean ob_test_pointer_available (void);

/* Makes real input with xdotool, its arguments as one line, and runs the main
 * loop until it is done and has been dealt with. */
void ob_test_pointer_run (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The place of a point of @widget on the screen, where its window, which no
 * window manager moves, stands at its upper left corner. */
void ob_test_pointer_locate (GtkWidget *widget, double share_x, double share_y, int *x, int *y);

G_END_DECLS
