/* ob-solve-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_SOLVE_DIALOG (ob_solve_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ObSolveDialog, ob_solve_dialog, OB, SOLVE_DIALOG, AdwWindow)

/**
 * ObSolveDialog:
 *
 * Makes a result what a person wants it to be, by one lever: all values of it that
 * do, or of every lever those that do alone, the least move first. A way that is
 * selected is shown in the window behind, with the curve as it was; applying keeps
 * it as one step of undo and anything else takes it back. Levers that are locked
 * are left out.
 *
 * Properties: "session" (ObSession, construct-only).
 *
 * ob_solve_dialog_new:
 * @lever: the lever to move; %OB_N_PARAMETERS: any
 */
GtkWidget *ob_solve_dialog_new (ObSession *session, ObParameter lever) G_GNUC_WARN_UNUSED_RESULT;

/* What is asked for. @target is in the unit of @metric, which ob_solve_supports(). */
void ob_solve_dialog_set_goal (ObSolveDialog *self, ObMetric metric, double target);
void ob_solve_dialog_set_lever (ObSolveDialog *self, ObParameter lever);
/* Whether the answers to what is asked for are still to come. */
gboolean ob_solve_dialog_get_busy (ObSolveDialog *self);
/* (transfer none): a row for each answer. */
GtkListBox *ob_solve_dialog_get_list (ObSolveDialog *self);
/* What is said where there is nothing to list, "" else. */
const char *ob_solve_dialog_get_message (ObSolveDialog *self);

G_END_DECLS
