/* ob-pin-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_PIN_POPOVER (ob_pin_popover_get_type ())
G_DECLARE_FINAL_TYPE (ObPinPopover, ob_pin_popover, OB, PIN_POPOVER, GtkPopover)

/**
 * ObPinPopover:
 *
 * The pinned scenarios of the document and what can be done with them.
 *
 * Properties: "session" (ObSession).
 */
GtkWidget *ob_pin_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;

ObSession *ob_pin_popover_get_session (ObPinPopover *self);
void ob_pin_popover_set_session (ObPinPopover *self, ObSession *session);

G_END_DECLS
