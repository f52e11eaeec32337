/* ob-table-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-table-row.h"

#include "ob-series.h"

struct _ObTableRow
{
  GObject parent_instance;

  guint quarter;
};

G_DEFINE_FINAL_TYPE (ObTableRow, ob_table_row, G_TYPE_OBJECT)

static void
ob_table_row_class_init (ObTableRowClass *klass)
{
}

static void
ob_table_row_init (ObTableRow *self)
{
}

ObTableRow *
ob_table_row_new (guint quarter)
{
  ObTableRow *self;

  g_return_val_if_fail (quarter < OB_N_QUARTERS, NULL);

  self = g_object_new (OB_TYPE_TABLE_ROW, NULL);
  self->quarter = quarter;

  return self;
}

guint
ob_table_row_get_quarter (ObTableRow *self)
{
  g_return_val_if_fail (OB_IS_TABLE_ROW (self), 0);

  return self->quarter;
}
