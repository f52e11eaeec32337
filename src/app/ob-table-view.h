/* ob-table-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-session.h"

G_BEGIN_DECLS

#define OB_TYPE_TABLE_VIEW (ob_table_view_get_type ())
G_DECLARE_FINAL_TYPE (ObTableView, ob_table_view, OB, TABLE_VIEW, GtkWidget)

/**
 * ObTableView:
 *
 * Every series of a session's run by quarter: the numbers behind every chart, to
 * be read, sorted by any column and copied. It follows the results while they
 * change: what is in sight at once, the rest when there is time. The row of the
 * selected quarter is bold; activating a row selects its quarter.
 *
 * Ctrl+C or the action "table.copy" puts the selected rows, or all if there are
 * none, on the clipboard as tab-separated values.
 *
 * Properties: "session" (ObSession or NULL).
 */
GtkWidget *ob_table_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) (nullable) */
ObSession *ob_table_view_get_session (ObTableView *self);
void ob_table_view_set_session (ObTableView *self, ObSession *session);

/* (nullable): what copying would put on the clipboard now; NULL before there are
 * results */
char *ob_table_view_get_tsv (ObTableView *self) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) */
GtkColumnView *ob_table_view_get_column_view (ObTableView *self);
/* (transfer none) (nullable): the widget that shows a value, if there is one now */
GtkWidget *ob_table_view_get_cell (ObTableView *self, guint quarter, guint column);

G_END_DECLS
