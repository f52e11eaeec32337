/* ob-cli-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-cli-output.h"

G_BEGIN_DECLS

/**
 * ObCliTable:
 *
 * Rows of text set in columns that are as wide as they need to be; wide (East
 * Asian) characters count twice.
 */
typedef struct _ObCliTable ObCliTable;

/* @right: for each column whether it is set to the right. */
ObCliTable *ob_cli_table_new (guint n_columns, const gboolean *right) G_GNUC_WARN_UNUSED_RESULT;
void ob_cli_table_free (ObCliTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObCliTable, ob_cli_table_free)

/* As many strings as there are columns. */
void ob_cli_table_add_row (ObCliTable *self, const char *first, ...);
void ob_cli_table_write (ObCliTable *self, ObCliOutput *output);

G_END_DECLS
