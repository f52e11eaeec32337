/* ob-lever-pane.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-lever-group.h"

G_BEGIN_DECLS

#define OB_TYPE_LEVER_PANE (ob_lever_pane_get_type ())
G_DECLARE_FINAL_TYPE (ObLeverPane, ob_lever_pane, OB, LEVER_PANE, GtkWidget)

/**
 * ObLeverPane:
 *
 * All inputs of the scenario: its title with the menu of templates, a search
 * field, the headline levers always in sight and the others in groups that
 * fold.
 *
 * Properties: "session" (ObSession or NULL).
 */
GtkWidget *ob_lever_pane_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_lever_pane_get_session (ObLeverPane *self);
void ob_lever_pane_set_session (ObLeverPane *self, ObSession *session);

/* Moves the keyboard to the search field. */
void ob_lever_pane_start_search (ObLeverPane *self);
/* Shows only the inputs that match every word of @text; "" shows all. */
void ob_lever_pane_set_search (ObLeverPane *self, const char *text);
/* Shows only the inputs that differ from what the scenario is compared with, see
 * ob_session_get_reference(). */
void ob_lever_pane_set_only_changed (ObLeverPane *self, gboolean only_changed);
/* How many inputs are shown, folded ones included. */
guint ob_lever_pane_get_n_shown (ObLeverPane *self);

/* (transfer none) */
ObLeverGroup *ob_lever_pane_get_group (ObLeverPane *self, ObGroup group);
/* (transfer none): the row of a parameter, a headline lever or one in a group. */
ObLeverRow *ob_lever_pane_get_row (ObLeverPane *self, ObParameter parameter);
/* Unfolds its group, scrolls to it and moves the keyboard there. */
void ob_lever_pane_reveal (ObLeverPane *self, ObParameter parameter);

G_END_DECLS
