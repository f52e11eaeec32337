/* ob-window.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_WINDOW (ob_window_get_type ())
G_DECLARE_FINAL_TYPE (ObWindow, ob_window, OB, WINDOW, AdwApplicationWindow)

/**
 * ObWindow:
 *
 * One scenario and all views of it. It starts with the base case.
 *
 * Properties: "session" (ObSession, read-only), "file" (GFile or NULL,
 * read-only: where the scenario is stored).
 */
GtkWidget *ob_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) */
ObSession *ob_window_get_session (ObWindow *self);
/* (transfer none) (nullable) */
GFile *ob_window_get_file (ObWindow *self);

/* Whether nothing would be lost or missed if another scenario took its place:
 * the untouched base case. */
gboolean ob_window_is_pristine (ObWindow *self);

/* (transfer none) (nullable): the window that has @file open */
ObWindow *ob_window_find (GFile *file);

/* Asks whether to bring back what a program that ended badly has left behind, if
 * there is anything. */
void ob_window_offer_recovery (ObWindow *self);

/**
 * ob_window_open:
 *
 * Reads @file on a worker thread and shows it, once the person has agreed to
 * part with unsaved changes. If another window has it, that is shown. If it cannot be read a dialog says why and the
 * scenario on screen stays as it is.
 */
void ob_window_open (ObWindow *self, GFile *file);

/* Writes the scenario to @file on a worker thread. If @file is the one it came from
 * and has changed since, or anything goes wrong, a dialog asks what to do. */
void ob_window_save_to (ObWindow *self, GFile *file);

G_END_DECLS
