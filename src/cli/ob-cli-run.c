/* ob-cli-run.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-file.h"
#include "ob-cli-options.h"
#include "ob-cli-table.h"
#include "ob-cli-value.h"
#include "ob-cli.h"
#include "ob-quantity.h"
#include "ob-run.h"
#include "ob-verdict.h"
#include "ob-warning.h"

#include <glib/gi18n-lib.h>

static void
write_csv (const ObRun *run, ObCliOutput *output)
{
  ob_cli_output_append (output, "quarter");
  for (guint s = 0; s < OB_N_SERIES; s++)
    {
      ob_cli_output_append (output, ",");
      ob_cli_output_append (output, ob_series_get_id (s));
    }
  ob_cli_output_append (output, "\n");

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      g_autofree char *quarter = ob_quarter_to_string (run->start_year, i);

      ob_cli_output_append (output, quarter);
      for (guint s = 0; s < OB_N_SERIES; s++)
        {
          ob_cli_output_append (output, ",");
          ob_cli_output_append_number (output, run->series[s][i]);
        }
      ob_cli_output_append (output, "\n");
    }
}

static void
add_metric (JsonBuilder *builder, const ObRun *run, ObMetric metric)
{
  double value = run->metric[metric];

  json_builder_set_member_name (builder, ob_metric_get_id (metric));

  if (metric == OB_METRIC_IRR && run->irr_state != OB_IRR_FOUND)
    {
      json_builder_add_string_value (builder,
                                     run->irr_state == OB_IRR_SEVERAL ? "several" : "none");
    }
  else if (ob_metric_get_unit (metric) != OB_UNIT_QUARTER)
    {
      ob_cli_json_add_number (builder, value);
    }
  else if (value >= 0)
    {
      g_autofree char *quarter = ob_quarter_to_string (run->start_year, (guint) value);

      json_builder_add_string_value (builder, quarter);
    }
  else
    {
      json_builder_add_null_value (builder);
    }
}

static void
write_json (const ObInputs *inputs, const ObRun *run, ObCliOutput *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);

  json_builder_set_member_name (builder, "metrics");
  json_builder_begin_object (builder);
  for (guint i = 0; i < OB_N_METRICS; i++)
    add_metric (builder, run, i);
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "parameters");
  json_builder_begin_object (builder);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      json_builder_set_member_name (builder, ob_parameter_get_id (i));
      ob_cli_json_add_number (builder, inputs->value[i]);
    }
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "history");
  json_builder_begin_object (builder);
  for (guint i = 0; i < inputs->history.n_years; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", inputs->history.first_year + (int) i);

      json_builder_set_member_name (builder, year);
      ob_cli_json_add_number (builder, inputs->history.capex[i]);
    }
  json_builder_end_object (builder);

  json_builder_set_member_name (builder, "series");
  json_builder_begin_object (builder);
  for (guint s = 0; s < OB_N_SERIES; s++)
    {
      json_builder_set_member_name (builder, ob_series_get_id (s));
      json_builder_begin_array (builder);
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        ob_cli_json_add_number (builder, run->series[s][i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);

  json_builder_end_object (builder);

  ob_cli_output_append_json (output, json_builder_get_root (builder));
}

static void
add_money (ObCliTable *table, const char *label, double value)
{
  g_autofree char *text = ob_quantity_format (OB_UNIT_BILLION, value);

  ob_cli_table_add_row (table, label, text);
}

static void
write_warnings (const ObInputs *inputs, const ObRun *run, ObCliOutput *output)
{
  g_autoptr (GPtrArray) warnings = ob_warnings_find (inputs, run);

  if (warnings->len == 0)
    return;

  ob_cli_output_append (output, "\n");
  ob_cli_output_append_text (output, _ ("Warnings"));
  ob_cli_output_append (output, "\n");
  for (guint i = 0; i < warnings->len; i++)
    {
      const ObWarning *warning = warnings->pdata[i];

      ob_cli_output_append (output, "- ");
      ob_cli_output_append_text (output, warning->sentence);
      if (warning->has_fix)
        {
          g_autofree char *fix = ob_warning_describe_fix (warning);

          ob_cli_output_append (output, " [");
          ob_cli_output_append_text (output, fix);
          ob_cli_output_append (output, "]");
        }
      ob_cli_output_append (output, "\n");
    }
}

static void
write_table (ObScenario *scenario, const char *file, const ObRun *run, ObCliOutput *output)
{
  const gboolean right[] = { FALSE, TRUE };
  const ObInputs *inputs = ob_scenario_get_inputs (scenario);
  g_autoptr (ObCliTable) table = ob_cli_table_new (G_N_ELEMENTS (right), right);
  g_autofree char *title = NULL;
  g_autofree char *verdict = NULL;
  ObWayOut ways[OB_N_HEADLINE];

  g_object_get (scenario, "title", &title, NULL);
  if (*title == '\0')
    {
      g_free (title);
      title = file != NULL ? g_filename_display_basename (file) : g_strdup (_ ("Base case"));
    }
  ob_cli_output_append_text (output, title);
  ob_cli_output_append (output, "\n\n");

  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      g_autofree char *value = ob_metric_format (run, i);

      ob_cli_table_add_row (table, ob_metric_get_label (i), value);
      if (i == OB_METRIC_NPV)
        {
          add_money (table, _ ("Net present value without the residual value"),
                     ob_run_get_npv_without_residual (run, inputs));
          add_money (table, _ ("Net present value from here on"),
                     ob_run_get_npv_from_here (run, inputs));
        }
    }
  ob_cli_table_write (table, output);

  ob_verdict_find_ways_out (inputs, ways, NULL);
  verdict = ob_verdict_format (inputs, run, ways);
  ob_cli_output_append (output, "\n");
  ob_cli_output_append_text (output, verdict);
  ob_cli_output_append (output, "\n");

  write_warnings (inputs, run, output);
}

gboolean
ob_cli_run (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *format_id = NULL;
  const GOptionEntry entries[] = { { "format", 0, 0, G_OPTION_ARG_STRING, &format_id,
                                     N_ ("How to print: table, csv or json"), N_ ("FORMAT") },
                                   {} };
  g_autoptr (ObScenario) scenario = NULL;
  g_autofree ObRun *run = NULL;
  ObCliFormat format;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS, entries,
                             error)
      || !ob_cli_parse_format (format_id, &format, error))
    return FALSE;

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL)
    return FALSE;
  ob_cli_tell_frozen (options.file);

  run = g_new0 (ObRun, 1);
  ob_run (ob_scenario_get_inputs (scenario), run);

  switch (format)
    {
    case OB_CLI_FORMAT_CSV:
      write_csv (run, output);
      break;
    case OB_CLI_FORMAT_JSON:
      write_json (ob_scenario_get_inputs (scenario), run, output);
      break;
    case OB_CLI_FORMAT_TABLE:
    default:
      write_table (scenario, options.file, run, output);
      break;
    }

  return TRUE;
}
