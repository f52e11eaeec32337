/* ob-edit-history.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-edit.h"

G_BEGIN_DECLS

/**
 * ObEditHistory:
 *
 * The steps that can be undone and redone, without a limit, and the gestures
 * that are open. It keeps edits and never applies them: that is up to the
 * caller, who owns the content.
 */
typedef struct _ObEditHistory ObEditHistory;

ObEditHistory *ob_edit_history_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ob_edit_history_free (ObEditHistory *history);

/* Takes an edit that has been applied: as a step of its own, or into the
 * innermost open gesture. An empty edit leaves no trace. */
void ob_edit_history_push (ObEditHistory *history, ObEdit *edit);

/* Gestures nest; only the outermost becomes a step, when it ends. */
void ob_edit_history_begin (ObEditHistory *history);
void ob_edit_history_end (ObEditHistory *history);
/* Ends the innermost gesture; the caller reverts the edit that is returned. */
ObEdit *ob_edit_history_cancel (ObEditHistory *history) G_GNUC_WARN_UNUSED_RESULT;
gboolean ob_edit_history_in_gesture (const ObEditHistory *history);

/* Ends the innermost gesture, as one of a row of like ones, such as the repeats of
 * a key that is held down: into the step before it if that is one, too, changed
 * the same things, ended at most @window before @time, and nothing happened in
 * between. @time and @window are in the same unit, of any clock. */
void ob_edit_history_end_in_row (ObEditHistory *history, gint64 time, gint64 window);
/* What comes next starts a step of its own. */
void ob_edit_history_seal (ObEditHistory *history);

/* All steps, and how many of them are in force. */
guint ob_edit_history_get_n_steps (const ObEditHistory *history);
guint ob_edit_history_get_position (const ObEditHistory *history);
/* Step @i, from 0 for the oldest. */
const ObEdit *ob_edit_history_get_step (const ObEditHistory *history, guint i);

/* The edit that undo would revert and that redo would apply, or NULL. */
const ObEdit *ob_edit_history_peek_undo (const ObEditHistory *history);
const ObEdit *ob_edit_history_peek_redo (const ObEditHistory *history);

/* Steps back or forwards; returns the edit for the caller to revert or to
 * apply, NULL when there is none or a gesture is open. It stays with the
 * history. */
const ObEdit *ob_edit_history_undo (ObEditHistory *history);
const ObEdit *ob_edit_history_redo (ObEditHistory *history);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObEditHistory, ob_edit_history_free)

G_END_DECLS
