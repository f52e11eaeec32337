/* ob-verdict-label.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_VERDICT_LABEL (ob_verdict_label_get_type ())
G_DECLARE_FINAL_TYPE (ObVerdictLabel, ob_verdict_label, OB, VERDICT_LABEL, GtkWidget)

/**
 * ObVerdictLabel:
 *
 * The verdict of a session in words, which can be selected and copied.
 *
 * Properties: "session" (ObSession or NULL).
 */
GtkWidget *ob_verdict_label_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_verdict_label_get_session (ObVerdictLabel *self);
void ob_verdict_label_set_session (ObVerdictLabel *self, ObSession *session);

G_END_DECLS
