/* ob-template-chooser.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_TEMPLATE_CHOOSER (ob_template_chooser_get_type ())
G_DECLARE_FINAL_TYPE (ObTemplateChooser, ob_template_chooser, OB, TEMPLATE_CHOOSER, AdwWindow)

/**
 * ObTemplateChooser:
 *
 * The templates with their stories and a picture of the frontier of each. It
 * opens at once; the pictures follow, one after the other. Choosing one closes it
 * and activates "win.start-from" of the window it belongs to.
 */
GtkWidget *ob_template_chooser_new (GtkWindow *parent) G_GNUC_WARN_UNUSED_RESULT;

/* How many pictures are there by now. */
guint ob_template_chooser_get_n_pictures (ObTemplateChooser *self);

G_END_DECLS
