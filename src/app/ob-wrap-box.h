/* ob-wrap-box.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_WRAP_BOX (ob_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (ObWrapBox, ob_wrap_box, OB, WRAP_BOX, GtkWidget)

/**
 * ObWrapBox:
 *
 * A container whose children stand side by side where there is room and one
 * above the other where there is not; see ObWrapLayout.
 *
 * Properties: "spacing" (int, px).
 */
GtkWidget *ob_wrap_box_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* At the end. */
void ob_wrap_box_append (ObWrapBox *self, GtkWidget *child);

int ob_wrap_box_get_spacing (ObWrapBox *self);
void ob_wrap_box_set_spacing (ObWrapBox *self, int spacing);

G_END_DECLS
