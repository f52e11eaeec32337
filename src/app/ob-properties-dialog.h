/* ob-properties-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_PROPERTIES_DIALOG (ob_properties_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ObPropertiesDialog, ob_properties_dialog, OB, PROPERTIES_DIALOG, AdwWindow)

/**
 * ObPropertiesDialog:
 *
 * What is written about a scenario as a whole: its title, author and description,
 * to be changed, and where it is stored and since when. What is typed is in the
 * scenario at once; all that is typed between coming to a field and leaving it is
 * one undo step.
 */
GtkWidget *
ob_properties_dialog_new (GtkWindow *parent, ObScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
