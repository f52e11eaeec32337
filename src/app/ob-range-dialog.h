/* ob-range-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_RANGE_DIALOG (ob_range_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ObRangeDialog, ob_range_dialog, OB, RANGE_DIALOG, AdwMessageDialog)

/**
 * ObRangeDialog:
 *
 * What is known of a lever beyond its value: the kind of its range, its ends, its
 * most likely value and a picture of it. Nothing changes before it is applied,
 * which is one undo step.
 */
GtkWidget *ob_range_dialog_new (GtkWindow *parent, ObScenario *scenario, ObParameter parameter)
  G_GNUC_WARN_UNUSED_RESULT;

/* What is shown; its mode is NaN where it follows the lever. */
ObDistribution ob_range_dialog_get_distribution (ObRangeDialog *self);
void ob_range_dialog_set_distribution (ObRangeDialog *self, const ObDistribution *distribution);

G_END_DECLS
