/* ob-frozen-bar.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_FROZEN_BAR (ob_frozen_bar_get_type ())
G_DECLARE_FINAL_TYPE (ObFrozenBar, ob_frozen_bar, OB, FROZEN_BAR, GtkWidget)

/**
 * ObFrozenBar:
 *
 * Says when the results that a scenario was saved with are not those of today's
 * model, and shows both side by side. Empty otherwise, and once it was closed.
 *
 * Properties: "session" (ObSession or NULL).
 */
GtkWidget *ob_frozen_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_frozen_bar_get_session (ObFrozenBar *self);
void ob_frozen_bar_set_session (ObFrozenBar *self, ObSession *session);

/* Looks again at what the file holds: it was reloaded. */
void ob_frozen_bar_refresh (ObFrozenBar *self);
/* What it says, or NULL. */
const char *ob_frozen_bar_get_text (ObFrozenBar *self);
/* (transfer none) the table: a row each of metric, then and now, below a heading */
GtkGrid *ob_frozen_bar_get_table (ObFrozenBar *self);

G_END_DECLS
