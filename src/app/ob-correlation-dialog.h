/* ob-correlation-dialog.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_CORRELATION_DIALOG (ob_correlation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (ObCorrelationDialog, ob_correlation_dialog, OB, CORRELATION_DIALOG, AdwWindow)

/**
 * ObCorrelationDialog:
 *
 * Which inputs go together when they are drawn from their ranges, how much, and which
 * sample is drawn. Correlations that contradict each other cannot be applied; the
 * nearest that can are offered. Nothing changes before it is applied, which is one
 * undo step.
 */
GtkWidget *
ob_correlation_dialog_new (GtkWindow *parent, ObScenario *scenario) G_GNUC_WARN_UNUSED_RESULT;

/* Offers @lever, if it has a range, as the first of a new pair. */
void ob_correlation_dialog_suggest (ObCorrelationDialog *self, ObParameter lever);

/* As the buttons of the dialog do: a new pair of two inputs that have ranges, as much
 * together as others allow; whether that can be applied, and apply it. */
void ob_correlation_dialog_add (ObCorrelationDialog *self, ObParameter a, ObParameter b);
gboolean ob_correlation_dialog_get_possible (ObCorrelationDialog *self);
void ob_correlation_dialog_apply (ObCorrelationDialog *self);

/* The rows of pairs, in the order in which they came; for tests. */
GtkListBox *ob_correlation_dialog_get_list (ObCorrelationDialog *self);

G_END_DECLS
