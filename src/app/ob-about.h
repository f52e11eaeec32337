/* ob-about.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Says what the program is, its version and its licence, in front of @parent. */
void ob_about_show (GtkWindow *parent);

G_END_DECLS
