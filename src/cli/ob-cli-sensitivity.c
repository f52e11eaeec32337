/* ob-cli-sensitivity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli-ranges.h"
#include "ob-cli-table.h"
#include "ob-cli-value.h"
#include "ob-cli.h"
#include "ob-quantity.h"
#include "ob-study.h"

#include <glib/gi18n-lib.h>

#define MIN_DRAWS 2
#define MAX_DRAWS 1048576

/* All that is known of one metric. */
typedef struct
{
  const ObSampler *sampler;
  guint32 seed;
  ObTornado *tornado;
  ObSensitivity *sensitivity;
} Report;

/* Of the lever of a bar. */
static guint
get_index (const Report *report, const ObTornadoBar *bar)
{
  guint k = 0;

  while (report->sampler->levers[k] != bar->range.parameter)
    k++;

  return k;
}

static void
write_csv (const Report *report, ObCliOutput *output)
{
  const char *id = ob_metric_get_id (report->tornado->metric);
  g_autofree char *header = g_strdup_printf (
    "input,low,high,%s_at_low,%s_at_high,first,first_low,first_high,total,total_low,total_high\n",
    id, id);

  ob_cli_output_append (output, header);
  for (guint i = 0; i < report->tornado->n_bars; i++)
    {
      const ObTornadoBar *bar = &report->tornado->bars[i];
      const ObSensitivityIndex *first = &report->sensitivity->first[get_index (report, bar)];
      const ObSensitivityIndex *total = &report->sensitivity->total[get_index (report, bar)];
      const double cells[] = { bar->range.low, bar->range.high, bar->low,    bar->high,
                               first->value,   first->low,      first->high, total->value,
                               total->low,     total->high };

      ob_cli_output_append (output, ob_parameter_get_id (bar->range.parameter));
      for (guint k = 0; k < G_N_ELEMENTS (cells); k++)
        {
          ob_cli_output_append (output, ",");
          ob_cli_output_append_number (output, cells[k]);
        }
      ob_cli_output_append (output, "\n");
    }
}

static void
add_member (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  ob_cli_json_add_number (builder, value);
}

static void
add_index (JsonBuilder *builder, const char *name, const ObSensitivityIndex *index)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  add_member (builder, "value", index->value);
  add_member (builder, "low", index->low);
  add_member (builder, "high", index->high);
  json_builder_end_object (builder);
}

static void
write_json (const Report *report, ObCliOutput *output)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "metric");
  json_builder_add_string_value (builder, ob_metric_get_id (report->tornado->metric));
  add_member (builder, "value", report->tornado->value);
  add_member (builder, "mean", report->sensitivity->mean);
  add_member (builder, "variance", report->sensitivity->variance);
  add_member (builder, "draws", (double) report->sensitivity->n);
  add_member (builder, "seed", report->seed);
  json_builder_set_member_name (builder, "inputs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < report->tornado->n_bars; i++)
    {
      const ObTornadoBar *bar = &report->tornado->bars[i];
      const guint k = get_index (report, bar);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "id");
      json_builder_add_string_value (builder, ob_parameter_get_id (bar->range.parameter));
      add_member (builder, "low", bar->range.low);
      add_member (builder, "high", bar->range.high);
      add_member (builder, "at_low", bar->low);
      add_member (builder, "at_high", bar->high);
      add_index (builder, "first", &report->sensitivity->first[k]);
      add_index (builder, "total", &report->sensitivity->total[k]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ob_cli_output_append_json (output, json_builder_get_root (builder));
}

static char *
format_index (const ObSensitivityIndex *index)
{
  if (index->value != index->value)
    return g_strdup ("");

  return g_strdup_printf ("%.3f ± %.3f", index->value, index->high - index->value);
}

static void
write_table (const Report *report, ObCliOutput *output)
{
  static const gboolean right[] = { FALSE, TRUE, TRUE, TRUE, TRUE, TRUE, TRUE };
  const ObUnit metric_unit = ob_metric_get_unit (report->tornado->metric);
  g_autoptr (ObCliTable) table = ob_cli_table_new (G_N_ELEMENTS (right), right);

  ob_cli_table_add_row (table, ob_metric_get_label (report->tornado->metric), C_ ("range", "Low"),
                        C_ ("range", "High"), C_ ("tornado", "At low"), C_ ("tornado", "At high"),
                        C_ ("index", "First"), C_ ("index", "Total"));
  for (guint i = 0; i < report->tornado->n_bars; i++)
    {
      const ObTornadoBar *bar = &report->tornado->bars[i];
      const ObUnit unit = ob_parameter_get_info (bar->range.parameter)->unit;
      const guint k = get_index (report, bar);
      g_autofree char *low = ob_quantity_format (unit, bar->range.low);
      g_autofree char *high = ob_quantity_format (unit, bar->range.high);
      g_autofree char *at_low = ob_quantity_format (metric_unit, bar->low);
      g_autofree char *at_high = ob_quantity_format (metric_unit, bar->high);
      g_autofree char *first = format_index (&report->sensitivity->first[k]);
      g_autofree char *total = format_index (&report->sensitivity->total[k]);

      ob_cli_table_add_row (table, ob_parameter_get_label (bar->range.parameter), low, high, at_low,
                            at_high, first, total);
    }
  ob_cli_table_write (table, output);
}

/* Correlations have to be given up by name: without them it is another question. */
static gboolean
check_independent (ObUncertainty *uncertainty, gboolean independent, GError **error)
{
  ObParameter levers[OB_N_PARAMETERS];
  const guint n = ob_uncertainty_get_levers (uncertainty, levers);

  if (independent)
    {
      uncertainty->n_correlations = 0;
      return TRUE;
    }

  for (guint i = 0; i < n; i++)
    {
      for (guint k = i + 1; k < n; k++)
        {
          if (ob_uncertainty_get_correlation (uncertainty, levers[i], levers[k]) == 0)
            continue;

          g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                       /* Translators: ids of two parameters */
                       _ ("%s and %s are correlated, and indices of correlated inputs would not "
                          "add up; --independent takes them as if they were not"),
                       ob_parameter_get_id (levers[i]), ob_parameter_get_id (levers[k]));
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
ob_cli_sensitivity (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_auto (ObCliRanges) ranges = { NULL };
  g_autofree char *metric_id = NULL;
  g_autofree char *format_id = NULL;
  gboolean independent = FALSE;
  const GOptionEntry entries[] = { OB_CLI_RANGES_ENTRIES (ranges),
                                   { "metric", 0, 0, G_OPTION_ARG_STRING, &metric_id,
                                     N_ ("npv (the default) or bubble_risk"), N_ ("METRIC") },
                                   { "independent", 0, 0, G_OPTION_ARG_NONE, &independent,
                                     N_ ("Leave correlations of the scenario out"), NULL },
                                   { "format", 0, 0, G_OPTION_ARG_STRING, &format_id,
                                     N_ ("table (the default), csv or json"), N_ ("FORMAT") },
                                   {} };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObSampler) sampler = NULL;
  g_autoptr (ObTornado) tornado = NULL;
  g_autoptr (ObSensitivity) sensitivity = NULL;
  ObCliFormat format = OB_CLI_FORMAT_TABLE;
  ObUncertainty uncertainty;
  ObMetric metric;
  Report report;
  guint64 draws;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS, entries,
                             error)
      || (format_id != NULL && !ob_cli_parse_format (format_id, &format, error))
      || !ob_cli_parse_study_metric (metric_id, &metric, error)
      || !ob_cli_ranges_get_draws (&ranges, OB_STUDY_SENSITIVITY_DRAWS, MIN_DRAWS, MAX_DRAWS,
                                   &draws, error))
    return FALSE;

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL || !ob_cli_ranges_get (&ranges, scenario, &uncertainty, error)
      || !check_independent (&uncertainty, independent, error))
    return FALSE;

  sampler = ob_sampler_new (ob_scenario_get_inputs (scenario), &uncertainty);
  tornado = ob_study_tornado (sampler, metric, NULL);
  sensitivity = ob_study_sensitivity (sampler, metric, draws, NULL);
  g_assert (tornado != NULL && sensitivity != NULL);

  report = (Report){ sampler, uncertainty.seed, tornado, sensitivity };
  if (format == OB_CLI_FORMAT_CSV)
    write_csv (&report, output);
  else if (format == OB_CLI_FORMAT_JSON)
    write_json (&report, output);
  else
    write_table (&report, output);

  return TRUE;
}
