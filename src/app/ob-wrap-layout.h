/* ob-wrap-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_WRAP_LAYOUT (ob_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (ObWrapLayout, ob_wrap_layout, OB, WRAP_LAYOUT, GtkLayoutManager)

/**
 * ObWrapLayout:
 *
 * Children side by side in columns of equal width, as many as fit: all of them,
 * else half as many, and so on down to one above the other. What height is left
 * over is shared by the rows evenly.
 *
 * Properties: "spacing" (int, px, between columns and rows).
 */
GtkLayoutManager *ob_wrap_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

int ob_wrap_layout_get_spacing (ObWrapLayout *self);
void ob_wrap_layout_set_spacing (ObWrapLayout *self, int spacing);

G_END_DECLS
