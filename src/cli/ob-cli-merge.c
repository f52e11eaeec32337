/* ob-cli-merge.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-draws.h"
#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A shard as read: its text is kept, and cut at the ends of the first two lines. */
typedef struct
{
  char *name;
  char *text;
  const char *columns;
  const char *rows;
  ObCliShard shard;
} Part;

static void
part_clear (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_free (part->text);
}

static gboolean
  G_GNUC_PRINTF (3, 4) refuse (const Part *part, GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID, "%s: %s", part->name, message);

  return FALSE;
}

/* Cuts a line off; NULL if it has no end. */
static char *
take_line (char **text)
{
  char *line = *text;
  char *end = strchr (line, '\n');

  if (end == NULL)
    return NULL;

  *end = '\0';
  *text = end + 1;
  return line;
}

static guint
count_cells (const char *line, const char *end)
{
  guint n = 1;

  for (; line < end; line++)
    n += *line == ',';

  return n;
}

/* Whether a row is of numbers and quarters, one a column. */
static gboolean
is_row (const char *row, const char *end, guint n_columns)
{
  return row + strspn (row, "0123456789+-.eQ,") == end && count_cells (row, end) == n_columns;
}

/* Whether there is a row for each draw of the shard, in their order, and no other. */
static gboolean
check_rows (const Part *part, GError **error)
{
  const guint n_columns = count_cells (part->columns, part->columns + strlen (part->columns));
  const char *row = part->rows;
  guint64 first, end;

  ob_cli_shard_get_range (&part->shard, &first, &end);
  for (guint64 i = first; i < end; i++)
    {
      g_autofree char *start = g_strdup_printf ("%" G_GUINT64_FORMAT ",", i);
      const char *line_end = strchr (row, '\n');

      if (line_end == NULL || !g_str_has_prefix (row, start))
        return refuse (part, error, _ ("the row of draw %u is missing"), (guint) i);
      if (!is_row (row, line_end, n_columns))
        return refuse (part, error, _ ("the row of draw %u is damaged"), (guint) i);
      row = line_end + 1;
    }
  if (*row != '\0')
    return refuse (part, error, _ ("there is more than the draws of the shard"));

  return TRUE;
}

static gboolean
read_part (const char *path, Part *part, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  const char *line;
  char *rest;
  gsize length;

  part->name = g_filename_display_name (path);
  if (!g_file_get_contents (path, &part->text, &length, &local_error))
    {
      g_set_error_literal (error, OB_CLI_ERROR, OB_CLI_ERROR_IO, local_error->message);
      return FALSE;
    }

  rest = part->text;
  line = take_line (&rest);
  if (line == NULL || !ob_cli_shard_from_line (&part->shard, line) || part->shard.index == 0)
    return refuse (part, error, _ ("it is not a shard that “sample --shard” has written"));
  part->columns = take_line (&rest);
  if (part->columns == NULL || !g_str_has_prefix (part->columns, "draw,")
      || strlen (part->text) + strlen (part->columns) + strlen (rest) + 2 != length)
    return refuse (part, error, _ ("it is not a shard that “sample --shard” has written"));
  part->rows = rest;

  return check_rows (part, error);
}

/* Whether both are shards of the same sample. */
static gboolean
check_same (const Part *part, const Part *first, GError **error)
{
  const ObCliShard *a = &part->shard, *b = &first->shard;

  if (a->draws != b->draws || a->seed != b->seed || a->count != b->count)
    return refuse (part, error,
                   _ ("it is of a sample of another size or seed, or of other shards, than %s"),
                   first->name);
  if (!g_str_equal (a->inputs, b->inputs) || !g_str_equal (part->columns, first->columns))
    return refuse (part, error, _ ("it is of other inputs than %s"), first->name);

  return TRUE;
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *first = a, *second = b;

  return (first->shard.index > second->shard.index) - (first->shard.index < second->shard.index);
}

/* Whether each shard is there once; they are in order. */
static gboolean
check_complete (const GArray *parts, GError **error)
{
  const guint64 count = g_array_index (parts, Part, 0).shard.count;

  for (guint64 i = 0; i < MAX (count, parts->len); i++)
    {
      const Part *part = i < parts->len ? &g_array_index (parts, Part, i) : NULL;

      if (part != NULL && i > 0 && part->shard.index == part[-1].shard.index)
        return refuse (part, error, _ ("it is the same shard as %s"), part[-1].name);
      if (part == NULL || part->shard.index != i + 1)
        {
          g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID, _ ("The shard %u/%u is missing"),
                       (guint) i + 1, (guint) count);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
ob_cli_merge (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autoptr (GArray) parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_autofree char *line = NULL;
  ObCliShard whole;

  g_array_set_clear_func (parts, part_clear);
  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_FILES, NULL, error))
    return FALSE;
  if (options.files == NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("Which shards?"));
      return FALSE;
    }

  g_array_set_size (parts, g_strv_length (options.files));
  for (guint i = 0; i < parts->len; i++)
    {
      Part *part = &g_array_index (parts, Part, i);

      if (!read_part (options.files[i], part, error)
          || !check_same (part, &g_array_index (parts, Part, 0), error))
        return FALSE;
    }
  g_array_sort (parts, compare_parts);
  if (!check_complete (parts, error))
    return FALSE;

  whole = g_array_index (parts, Part, 0).shard;
  whole.index = 0;
  whole.count = 1;
  line = ob_cli_shard_to_line (&whole);
  ob_cli_output_append (output, line);
  ob_cli_output_append (output, "\n");
  ob_cli_output_append (output, g_array_index (parts, Part, 0).columns);
  ob_cli_output_append (output, "\n");
  for (guint i = 0; i < parts->len; i++)
    ob_cli_output_append (output, g_array_index (parts, Part, i).rows);

  return TRUE;
}
