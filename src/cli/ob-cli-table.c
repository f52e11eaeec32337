/* ob-cli-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-table.h"

#include <stdarg.h>

struct _ObCliTable
{
  guint n_columns;
  gboolean *right;
  GPtrArray *cells;
};

ObCliTable *
ob_cli_table_new (guint n_columns, const gboolean *right)
{
  ObCliTable *self;

  g_return_val_if_fail (n_columns > 0, NULL);

  self = g_new0 (ObCliTable, 1);
  self->n_columns = n_columns;
  self->right = g_memdup2 (right, n_columns * sizeof (gboolean));
  self->cells = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
ob_cli_table_free (ObCliTable *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->right);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
ob_cli_table_add_row (ObCliTable *self, const char *first, ...)
{
  va_list cells;

  g_return_if_fail (self != NULL);

  va_start (cells, first);
  g_ptr_array_add (self->cells, g_strdup (first));
  for (guint i = 1; i < self->n_columns; i++)
    g_ptr_array_add (self->cells, g_strdup (va_arg (cells, const char *)));
  va_end (cells);
}

static gsize
get_width (const char *text)
{
  gsize width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

void
ob_cli_table_write (ObCliTable *self, ObCliOutput *output)
{
  g_autofree gsize *widths = NULL;

  g_return_if_fail (self != NULL);

  widths = g_new0 (gsize, self->n_columns);
  for (guint i = 0; i < self->cells->len; i++)
    {
      gsize *width = &widths[i % self->n_columns];

      *width = MAX (*width, get_width (self->cells->pdata[i]));
    }

  for (guint i = 0; i < self->cells->len; i++)
    {
      guint column = i % self->n_columns;
      gboolean last = column + 1 == self->n_columns;
      const char *cell = self->cells->pdata[i];
      g_autofree char *space = g_strnfill (widths[column] - get_width (cell), ' ');

      if (self->right[column])
        ob_cli_output_append (output, space);
      ob_cli_output_append_text (output, cell);
      if (!self->right[column] && !last)
        ob_cli_output_append (output, space);
      ob_cli_output_append (output, last ? "\n" : "  ");
    }
}
