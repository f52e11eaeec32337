/* ob-cli-discover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli-ranges.h"
#include "ob-cli-value.h"
#include "ob-cli.h"
#include "ob-discovery-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_DRAWS 20
#define MAX_DRAWS 1048576
/* What a risk has to be above unless something else is asked for. */
#define USUAL_RISK 0.5

typedef struct
{
  const ObSampler *sampler;
  guint32 seed;
  ObStudyTarget target;
  const ObPrim *prim;
} Report;

/* A row for each box on the way; sides that are open are empty. */
static void
write_csv (const Report *report, ObCliOutput *output)
{
  const ObPrim *prim = report->prim;

  ob_cli_output_append (output, "box,chosen,draws,hits,coverage,density,mass,restricted");
  for (guint k = 0; k < prim->d; k++)
    {
      g_autofree char *columns =
        g_strdup_printf (",%s_low,%s_high", ob_parameter_get_id (report->sampler->levers[k]),
                         ob_parameter_get_id (report->sampler->levers[k]));

      ob_cli_output_append (output, columns);
    }
  ob_cli_output_append (output, "\n");

  for (guint i = 0; i < prim->n_boxes; i++)
    {
      const ObPrimBox *box = &prim->boxes[i];
      g_autofree char *counts =
        g_strdup_printf ("%u,%d,%" G_GSIZE_FORMAT ",%" G_GSIZE_FORMAT, i,
                         (int) i == prim->chosen ? 1 : 0, box->n, box->n_hits);
      const double measures[] = { box->coverage, box->density, box->mass, box->n_restricted };

      ob_cli_output_append (output, counts);
      for (guint k = 0; k < G_N_ELEMENTS (measures); k++)
        {
          ob_cli_output_append (output, ",");
          ob_cli_output_append_number (output, measures[k]);
        }
      for (guint k = 0; k < prim->d; k++)
        {
          ob_cli_output_append (output, ",");
          ob_cli_output_append_number (output, box->limit[k].low);
          ob_cli_output_append (output, ",");
          ob_cli_output_append_number (output, box->limit[k].high);
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
add_box (JsonBuilder *builder, const Report *report, const ObPrimBox *box)
{
  json_builder_begin_object (builder);
  add_member (builder, "draws", (double) box->n);
  add_member (builder, "hits", (double) box->n_hits);
  add_member (builder, "coverage", box->coverage);
  add_member (builder, "density", box->density);
  add_member (builder, "mass", box->mass);
  json_builder_set_member_name (builder, "limits");
  json_builder_begin_object (builder);
  for (guint k = 0; k < report->prim->d; k++)
    {
      const ObPrimLimit *limit = &box->limit[k];

      if (!isfinite (limit->low) && !isfinite (limit->high))
        continue;

      json_builder_set_member_name (builder, ob_parameter_get_id (report->sampler->levers[k]));
      json_builder_begin_object (builder);
      add_member (builder, "low", limit->low);
      add_member (builder, "high", limit->high);
      add_member (builder, "p_low", limit->p_low);
      add_member (builder, "p_high", limit->p_high);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
write_json (const Report *report, ObCliOutput *output)
{
  const ObPrim *prim = report->prim;
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "metric");
  json_builder_add_string_value (builder, ob_metric_get_id (report->target.metric));
  add_member (builder, report->target.below ? "below" : "above", report->target.threshold);
  add_member (builder, "draws", (double) prim->n);
  add_member (builder, "seed", report->seed);
  add_member (builder, "hits", (double) prim->n_hits);
  add_member (builder, "p_value", prim->p_value);
  json_builder_set_member_name (builder, "chosen");
  if (prim->chosen >= 0)
    json_builder_add_int_value (builder, prim->chosen);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "boxes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < prim->n_boxes; i++)
    add_box (builder, report, &prim->boxes[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  ob_cli_output_append_json (output, json_builder_get_root (builder));
}

static gboolean
parse_target (const char *metric,
              const char *below,
              const char *above,
              ObStudyTarget *target,
              GError **error)
{
  *target = OB_STUDY_TARGET_INIT;
  if (!ob_cli_parse_study_metric (metric, &target->metric, error))
    return FALSE;

  if (below != NULL && above != NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("Only one of %s and %s can be given"), "--below", "--above");
      return FALSE;
    }

  if (target->metric == OB_METRIC_BUBBLE_RISK)
    {
      target->below = FALSE;
      target->threshold = USUAL_RISK;
    }
  if (below != NULL)
    {
      target->below = TRUE;
      return ob_cli_parse_number ("--below", below, &target->threshold, error);
    }
  if (above != NULL)
    {
      target->below = FALSE;
      return ob_cli_parse_number ("--above", above, &target->threshold, error);
    }

  return TRUE;
}

gboolean
ob_cli_discover (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_auto (ObCliRanges) ranges = { NULL };
  g_autofree char *metric_id = NULL;
  g_autofree char *below = NULL;
  g_autofree char *above = NULL;
  g_autofree char *format_id = NULL;
  const GOptionEntry entries[] = {
    OB_CLI_RANGES_ENTRIES (ranges),
    { "metric", 0, 0, G_OPTION_ARG_STRING, &metric_id, N_ ("npv (the default) or bubble_risk"),
      N_ ("METRIC") },
    { "below", 0, 0, G_OPTION_ARG_STRING, &below,
      N_ ("Look for draws with less than this; 0 for npv unless given"), N_ ("V") },
    { "above", 0, 0, G_OPTION_ARG_STRING, &above,
      N_ ("Look for draws with more than this; 0.5 for bubble_risk unless given"), N_ ("V") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_id, N_ ("table (the default), csv or json"),
      N_ ("FORMAT") },
    {}
  };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObSampler) sampler = NULL;
  g_autoptr (ObPrim) prim = NULL;
  g_autofree char *text = NULL;
  ObCliFormat format = OB_CLI_FORMAT_TABLE;
  ObUncertainty uncertainty;
  Report report;
  guint64 draws;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS, entries,
                             error)
      || (format_id != NULL && !ob_cli_parse_format (format_id, &format, error))
      || !parse_target (metric_id, below, above, &report.target, error)
      || !ob_cli_ranges_get_draws (&ranges, OB_STUDY_DISCOVERY_DRAWS, MIN_DRAWS, MAX_DRAWS, &draws,
                                   error))
    return FALSE;

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL || !ob_cli_ranges_get (&ranges, scenario, &uncertainty, error))
    return FALSE;

  sampler = ob_sampler_new (ob_scenario_get_inputs (scenario), &uncertainty);
  prim = ob_study_discover (sampler, &report.target, draws, NULL);
  g_assert (prim != NULL);

  report.sampler = sampler;
  report.seed = uncertainty.seed;
  report.prim = prim;
  text = ob_discovery_format (prim, &report.target, sampler->levers);
  if (format == OB_CLI_FORMAT_CSV)
    write_csv (&report, output);
  else if (format == OB_CLI_FORMAT_JSON)
    write_json (&report, output);
  else if (prim->chosen >= 0)
    {
      ob_cli_output_append_text (output, text);
      ob_cli_output_append (output, "\n");
    }

  if (prim->chosen < 0)
    {
      g_set_error_literal (error, OB_CLI_ERROR, OB_CLI_ERROR_NO_SOLUTION, text);
      return FALSE;
    }

  return TRUE;
}
