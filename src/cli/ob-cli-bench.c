/* ob-cli-bench.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-bench.h"
#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli-table.h"
#include "ob-cli-value.h"
#include "ob-cli.h"
#include "ob-engine.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Enough for a 99th percentile that is not the longest time. */
#define DEFAULT_REPEATS 101
#define MAX_REPEATS     10000

static const char *
get_unit (const ObBenchFigure *figure)
{
  return figure->unit == OB_BENCH_FRAME ? "ms" : "µs";
}

static void
write_json (const GArray *figures, guint repeats, ObCliOutput *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "instruction_set");
  json_builder_add_string_value (builder, ob_engine_get_instruction_set ());
  json_builder_set_member_name (builder, "cores");
  json_builder_add_int_value (builder, g_get_num_processors ());
  json_builder_set_member_name (builder, "threads");
  json_builder_add_int_value (builder, ob_engine_get_n_threads ());
  json_builder_set_member_name (builder, "repeats");
  json_builder_add_int_value (builder, repeats);
  for (guint i = 0; i < figures->len; i++)
    {
      const ObBenchFigure *figure = &g_array_index (figures, ObBenchFigure, i);
      g_autofree char *p99 = g_strconcat (figure->id, "_p99", NULL);
      g_autofree char *name = g_strndup (figure->id, strlen (figure->id) - strlen ("_ms"));
      g_autofree char *vertices = g_strconcat (name, "_vertices", NULL);

      json_builder_set_member_name (builder, figure->id);
      ob_cli_json_add_number (builder, figure->median);
      if (!isnan (figure->p99))
        {
          json_builder_set_member_name (builder, p99);
          ob_cli_json_add_number (builder, figure->p99);
        }
      if (figure->vertices > 0)
        {
          json_builder_set_member_name (builder, vertices);
          json_builder_add_int_value (builder, figure->vertices);
        }
    }
  json_builder_end_object (builder);

  ob_cli_output_append_json (output, json_builder_get_root (builder));
}

static void
write_csv_count (ObCliOutput *output, const char *name, guint value)
{
  g_autofree char *line = g_strdup_printf ("%s,%u,,\n", name, value);

  ob_cli_output_append (output, line);
}

static void
write_csv (const GArray *figures, guint repeats, ObCliOutput *output)
{
  ob_cli_output_append (output, "measurement,median,p99,vertices\ninstruction_set,");
  ob_cli_output_append (output, ob_engine_get_instruction_set ());
  ob_cli_output_append (output, ",,\n");
  write_csv_count (output, "cores", g_get_num_processors ());
  write_csv_count (output, "threads", ob_engine_get_n_threads ());
  write_csv_count (output, "repeats", repeats);
  for (guint i = 0; i < figures->len; i++)
    {
      const ObBenchFigure *figure = &g_array_index (figures, ObBenchFigure, i);
      char vertices[16] = "";

      if (figure->vertices > 0)
        g_snprintf (vertices, sizeof vertices, "%u", figure->vertices);
      ob_cli_output_append (output, figure->id);
      ob_cli_output_append (output, ",");
      ob_cli_output_append_number (output, figure->median);
      ob_cli_output_append (output, ",");
      ob_cli_output_append_number (output, figure->p99);
      ob_cli_output_append (output, ",");
      ob_cli_output_append (output, vertices);
      ob_cli_output_append (output, "\n");
    }
}

static void
write_table (const GArray *figures, ObCliOutput *output)
{
  const gboolean right[] = { FALSE, TRUE, FALSE, TRUE };
  g_autoptr (ObCliTable) table = ob_cli_table_new (G_N_ELEMENTS (right), right);
  g_autofree char *cores = g_strdup_printf ("%u", g_get_num_processors ());
  g_autofree char *threads = g_strdup_printf ("%u", ob_engine_get_n_threads ());

  ob_cli_table_add_row (table, _ ("Instruction set"), ob_engine_get_instruction_set (), "", "");
  ob_cli_table_add_row (table, _ ("Processor cores"), cores, "", "");
  ob_cli_table_add_row (table, _ ("Threads"), threads, "", "");
  /* Translators: head of a column of times. */
  ob_cli_table_add_row (table, "", _ ("Median"), "", "99%");
  for (guint i = 0; i < figures->len; i++)
    {
      const ObBenchFigure *figure = &g_array_index (figures, ObBenchFigure, i);
      g_autofree char *median = g_strdup_printf ("%.2f", figure->median);
      g_autofree char *p99 =
        isnan (figure->p99) ? g_strdup ("") : g_strdup_printf ("%.2f", figure->p99);

      ob_cli_table_add_row (table, _ (figure->label), median, get_unit (figure), p99);
    }

  ob_cli_table_write (table, output);
}

gboolean
ob_cli_bench (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *format_id = NULL;
  int repeats = DEFAULT_REPEATS;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format_id,
                                     N_ ("How to print: table, csv or json"), N_ ("FORMAT") },
                                   { "repeats", 0, 0, G_OPTION_ARG_INT, &repeats,
                                     N_ ("How often each measurement is taken, 101 unless given"),
                                     N_ ("N") },
                                   {} };
  g_autoptr (GArray) figures = NULL;
  ObCliFormat format;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_NOTHING, entries, error)
      || !ob_cli_parse_format (format_id, &format, error))
    return FALSE;
  if (repeats < 1 || repeats > MAX_REPEATS)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("--repeats: %d is outside the range 1 to %d"), repeats, MAX_REPEATS);
      return FALSE;
    }

  figures = ob_bench_measure ((guint) repeats);
  switch (format)
    {
    case OB_CLI_FORMAT_CSV:
      write_csv (figures, (guint) repeats, output);
      break;
    case OB_CLI_FORMAT_JSON:
      write_json (figures, (guint) repeats, output);
      break;
    case OB_CLI_FORMAT_TABLE:
    default:
      write_table (figures, output);
      break;
    }

  return TRUE;
}
