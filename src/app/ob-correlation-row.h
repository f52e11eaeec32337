/* ob-correlation-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-uncertainty.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define OB_TYPE_CORRELATION_ROW (ob_correlation_row_get_type ())
G_DECLARE_FINAL_TYPE (ObCorrelationRow, ob_correlation_row, OB, CORRELATION_ROW, AdwActionRow)

/**
 * ObCorrelationRow:
 *
 * How two inputs go together: a picture of draws, their names, what it means in words
 * and the rank correlation to change.
 *
 * Signals: "changed" (double): the person asks for another rank correlation; "remove".
 * The owner decides and shows it.
 */
GtkWidget *ob_correlation_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @fault: marks the row as one that contradicts others */
void ob_correlation_row_show (ObCorrelationRow *self,
                              const ObInputs *inputs,
                              const ObUncertainty *uncertainty,
                              const ObCorrelation *pair,
                              gboolean fault);

G_END_DECLS
