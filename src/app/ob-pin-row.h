/* ob-pin-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_PIN_ROW (ob_pin_row_get_type ())
G_DECLARE_FINAL_TYPE (ObPinRow, ob_pin_row, OB, PIN_ROW, GtkWidget)

/**
 * ObPinRow:
 *
 * One pinned scenario: its letter, its name, what it comes to, and what can be done
 * with it. Without a pin at its index it is hidden.
 */
GtkWidget *ob_pin_row_new (ObSession *session, guint index) G_GNUC_WARN_UNUSED_RESULT;

/* Shows what the pin is now. */
void ob_pin_row_update (ObPinRow *self);
/* Puts the name there is in force, as Enter does. */
void ob_pin_row_commit (ObPinRow *self);

G_END_DECLS
