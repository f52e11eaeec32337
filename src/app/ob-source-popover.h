/* ob-source-popover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_SOURCE_POPOVER (ob_source_popover_get_type ())
G_DECLARE_FINAL_TYPE (ObSourcePopover, ob_source_popover, OB, SOURCE_POPOVER, GtkPopover)

/**
 * ObSourcePopover:
 *
 * What stands behind an assumption: what it is, its default and why, what has
 * been published and by whom, how sure that is, and the person's own reason for
 * the value, which can be written here. The reason is kept when it is entered or
 * the popover closes, as one step to undo.
 *
 * Properties: "session" (ObSession, construct-only), "parameter" (ObParameter,
 * construct-only).
 */
GtkWidget *
ob_source_popover_new (ObSession *session, ObParameter parameter) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) */
ObSession *ob_source_popover_get_session (ObSourcePopover *self);
ObParameter ob_source_popover_get_parameter (ObSourcePopover *self);
/* Moves the keyboard to the person's reason; for a popover that is open. */
void ob_source_popover_start_note (ObSourcePopover *self);

G_END_DECLS
