/* ob-family-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog that asks for the values of the family of a scenario's overlay, which
 * it has. Applying them is one undo step; what cannot be used is said below the
 * entry and cannot be applied. To be presented. */
GtkWidget *ob_family_dialog_new (GtkWindow *parent, ObScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

/* Its entry; for tests. */
GtkEditable *ob_family_dialog_get_entry (GtkWidget *dialog);

G_END_DECLS
