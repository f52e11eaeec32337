/* ob-table-row.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define OB_TYPE_TABLE_ROW (ob_table_row_get_type ())
G_DECLARE_FINAL_TYPE (ObTableRow, ob_table_row, OB, TABLE_ROW, GObject)

/**
 * ObTableRow:
 *
 * A projected quarter as an item of a list. It knows which one it is and no
 * values: those are looked up when they are shown, so that rows never change.
 */
ObTableRow *ob_table_row_new (guint quarter) G_GNUC_WARN_UNUSED_RESULT;

guint ob_table_row_get_quarter (ObTableRow *self);

G_END_DECLS
