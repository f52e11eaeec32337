/* ob-history-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_HISTORY_POPOVER (ob_history_popover_get_type ())
G_DECLARE_FINAL_TYPE (ObHistoryPopover, ob_history_popover, OB, HISTORY_POPOVER, GtkPopover)

/**
 * ObHistoryPopover:
 *
 * The steps of a session's scenario, those that are undone included, the newest
 * first and the state it came in last. The state that is in force is selected;
 * selecting another one, by pointer or keys, goes there.
 *
 * Properties: "session" (ObSession or NULL).
 */
GtkWidget *ob_history_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_history_popover_get_session (ObHistoryPopover *self);
void ob_history_popover_set_session (ObHistoryPopover *self, ObSession *session);

/* (transfer none) what is listed, strings; its selection is the state in force */
GtkSingleSelection *ob_history_popover_get_model (ObHistoryPopover *self);

G_END_DECLS
