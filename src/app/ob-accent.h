/* ob-accent.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The colours that a widget which draws itself is drawn in: that of its text, and the
 * accent of the theme, or the text's where the theme has none. */
void ob_accent_get_colors (GtkWidget *widget, GdkRGBA *text, GdkRGBA *accent);

G_END_DECLS
