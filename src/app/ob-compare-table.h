/* ob-compare-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_COMPARE_TABLE (ob_compare_table_get_type ())
G_DECLARE_FINAL_TYPE (ObCompareTable, ob_compare_table, OB, COMPARE_TABLE, GtkWidget)

/**
 * ObCompareTable:
 *
 * The scenario, its pins and what it started from side by side: the headline results,
 * and of the inputs those that differ. It waits for the end of a drag.
 *
 * Properties: "session" (ObSession).
 *
 * Signals: "lever-activated" (#ObParameter): a person wants to go to an input.
 */
GtkWidget *ob_compare_table_new (void) G_GNUC_WARN_UNUSED_RESULT;

ObSession *ob_compare_table_get_session (ObCompareTable *self);
void ob_compare_table_set_session (ObCompareTable *self, ObSession *session);

/* How many inputs differ, which is how many rows have one. */
guint ob_compare_table_get_n_inputs (ObCompareTable *self);
/* What stands in a cell, the first row being the heads; NULL outside. */
const char *ob_compare_table_get_text (ObCompareTable *self, guint row, guint column);

G_END_DECLS
