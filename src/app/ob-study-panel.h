/* ob-study-panel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_STUDY_PANEL (ob_study_panel_get_type ())
G_DECLARE_FINAL_TYPE (ObStudyPanel, ob_study_panel, OB, STUDY_PANEL, GtkWidget)

/**
 * ObStudyPanel:
 *
 * Says in which scenarios the build-out fails: the few inputs that set them apart. While it
 * is in sight its session is studied, see #ObSessionStudy.
 *
 * Properties: "session" (ObSession or NULL).
 */
GtkWidget *ob_study_panel_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_study_panel_get_session (ObStudyPanel *self);
void ob_study_panel_set_session (ObStudyPanel *self, ObSession *session);

G_END_DECLS
