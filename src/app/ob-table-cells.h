/* ob-table-cells.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-results.h"
#include "ob-table-text.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ObTableCells:
 *
 * The widgets that show the numbers of a table, by quarter and column. There are
 * thousands, so when the run changes those in sight are brought up to date at
 * once and the others when there is time.
 */
typedef struct _ObTableCells ObTableCells;

/* @frame: what of them is in sight lies within it; it outlives the cells */
ObTableCells *ob_table_cells_new (GtkWidget *frame) G_GNUC_WARN_UNUSED_RESULT;
void ob_table_cells_free (ObTableCells *self);

/* What the numbers are from now on; keeps a reference. */
void ob_table_cells_set_results (ObTableCells *self, ObResults *results);
/* The row that is bold, -1: none. */
void ob_table_cells_set_current (ObTableCells *self, int quarter);

/* @cell shows a value from now on, and no longer. */
void ob_table_cells_add (ObTableCells *self, GtkInscription *cell, guint quarter, guint column);
void ob_table_cells_remove (ObTableCells *self, GtkInscription *cell, guint quarter, guint column);
/* (transfer none) (nullable) */
GtkInscription *ob_table_cells_get (ObTableCells *self, guint quarter, guint column);

/* Brings what is in sight up to date: after a change, and after scrolling. */
void ob_table_cells_fill_in_sight (ObTableCells *self);
/* Sees to it that all are, soon. */
void ob_table_cells_queue_fill (ObTableCells *self);

G_END_DECLS
