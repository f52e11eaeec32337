/* ob-file-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-file-watch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_FILE_BAR (ob_file_bar_get_type ())
G_DECLARE_FINAL_TYPE (ObFileBar, ob_file_bar, OB, FILE_BAR, GtkWidget)

/**
 * ObFileBar:
 *
 * Says when the file of the open scenario is not as it was any more. Empty otherwise.
 * Its buttons activate "win.reload", "win.save-again" and "win.keep-mine".
 */
GtkWidget *ob_file_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @name: what the file is called */
void ob_file_bar_show_state (ObFileBar *self, ObFileState state, const char *name);

/* What it says, or NULL. */
const char *ob_file_bar_get_text (ObFileBar *self);

G_END_DECLS
