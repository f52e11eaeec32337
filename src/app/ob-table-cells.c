/* ob-table-cells.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-table-cells.h"

/* Cells out of sight that are brought up to date in one go. */
#define CELLS_AT_ONCE 200

struct _ObTableCells
{
  GtkWidget *frame;
  ObResults *results;
  int current;

  /* The cells there are now, and of which run their text is. */
  GtkInscription *cells[OB_N_QUARTERS][OB_TABLE_N_COLUMNS];
  guint shown[OB_N_QUARTERS][OB_TABLE_N_COLUMNS];
  guint generation;
  guint idle_id;
};

ObTableCells *
ob_table_cells_new (GtkWidget *frame)
{
  ObTableCells *self;

  g_return_val_if_fail (GTK_IS_WIDGET (frame), NULL);

  self = g_new0 (ObTableCells, 1);
  self->frame = frame;
  self->current = -1;
  self->generation = 1;

  return self;
}

void
ob_table_cells_free (ObTableCells *self)
{
  if (self == NULL)
    return;

  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_clear_pointer (&self->results, ob_results_unref);
  g_free (self);
}

void
ob_table_cells_set_results (ObTableCells *self, ObResults *results)
{
  g_return_if_fail (self != NULL);

  if (results != NULL)
    ob_results_ref (results);
  g_clear_pointer (&self->results, ob_results_unref);
  self->results = results;
  self->generation++;
}

void
ob_table_cells_set_current (ObTableCells *self, int quarter)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (quarter >= -1 && quarter < OB_N_QUARTERS);

  if (quarter == self->current)
    return;

  for (guint column = 0; column < OB_TABLE_N_COLUMNS; column++)
    {
      if (self->current >= 0 && self->cells[self->current][column] != NULL)
        gtk_widget_remove_css_class (GTK_WIDGET (self->cells[self->current][column]), "current");
      if (quarter >= 0 && self->cells[quarter][column] != NULL)
        gtk_widget_add_css_class (GTK_WIDGET (self->cells[quarter][column]), "current");
    }
  self->current = quarter;
}

static void
fill (ObTableCells *self, guint quarter, guint column)
{
  GtkInscription *cell = self->cells[quarter][column];
  g_autofree char *text = NULL;
  g_autofree char *description = NULL;

  if (cell == NULL || self->shown[quarter][column] == self->generation)
    return;

  self->shown[quarter][column] = self->generation;
  if (self->results != NULL)
    text = ob_table_text_format (&self->results->run, quarter, column);
  if (g_strcmp0 (gtk_inscription_get_text (cell), text) == 0)
    return;

  gtk_inscription_set_text (cell, text);
  if (self->results != NULL)
    description = ob_table_text_describe (&self->results->run, quarter, column);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  description != NULL ? description : "", -1);
}

void
ob_table_cells_add (ObTableCells *self, GtkInscription *cell, guint quarter, guint column)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (quarter < OB_N_QUARTERS && column < OB_TABLE_N_COLUMNS);

  self->cells[quarter][column] = cell;
  self->shown[quarter][column] = self->generation - 1;
  if ((int) quarter == self->current)
    gtk_widget_add_css_class (GTK_WIDGET (cell), "current");
  fill (self, quarter, column);
}

void
ob_table_cells_remove (ObTableCells *self, GtkInscription *cell, guint quarter, guint column)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (quarter < OB_N_QUARTERS && column < OB_TABLE_N_COLUMNS);

  gtk_widget_remove_css_class (GTK_WIDGET (cell), "current");
  /* Another cell may have taken its place already. */
  if (self->cells[quarter][column] == cell)
    self->cells[quarter][column] = NULL;
}

GtkInscription *
ob_table_cells_get (ObTableCells *self, guint quarter, guint column)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (quarter < OB_N_QUARTERS && column < OB_TABLE_N_COLUMNS, NULL);

  return self->cells[quarter][column];
}

/* Whether a cell is at least partly in sight, across or down. */
static gboolean
is_in_sight (ObTableCells *self, GtkInscription *cell, gboolean across)
{
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), self->frame, &bounds))
    return FALSE;

  if (across)
    return bounds.origin.x + bounds.size.width > 0
           && bounds.origin.x < gtk_widget_get_width (self->frame);

  return bounds.origin.y + bounds.size.height > 0
         && bounds.origin.y < gtk_widget_get_height (self->frame);
}

void
ob_table_cells_fill_in_sight (ObTableCells *self)
{
  guint columns[OB_TABLE_N_COLUMNS];
  guint n_columns = 0;
  guint first = 0;

  g_return_if_fail (self != NULL);

  while (first < OB_N_QUARTERS && self->cells[first][0] == NULL)
    first++;
  if (first == OB_N_QUARTERS)
    return;

  for (guint column = 0; column < OB_TABLE_N_COLUMNS; column++)
    {
      if (is_in_sight (self, self->cells[first][column], TRUE))
        columns[n_columns++] = column;
    }

  for (guint quarter = first; quarter < OB_N_QUARTERS; quarter++)
    {
      if (!is_in_sight (self, self->cells[quarter][0], FALSE))
        continue;

      for (guint i = 0; i < n_columns; i++)
        fill (self, quarter, columns[i]);
    }
}

static gboolean
idle_cb (gpointer data)
{
  ObTableCells *self = data;
  guint n = 0;

  for (guint quarter = 0; quarter < OB_N_QUARTERS; quarter++)
    {
      for (guint column = 0; column < OB_TABLE_N_COLUMNS; column++)
        {
          if (self->cells[quarter][column] == NULL
              || self->shown[quarter][column] == self->generation)
            continue;
          if (n++ == CELLS_AT_ONCE)
            return G_SOURCE_CONTINUE;
          fill (self, quarter, column);
        }
    }

  self->idle_id = 0;

  return G_SOURCE_REMOVE;
}

void
ob_table_cells_queue_fill (ObTableCells *self)
{
  g_return_if_fail (self != NULL);

  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}
