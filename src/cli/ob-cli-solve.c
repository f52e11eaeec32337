/* ob-cli-solve.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli-value.h"
#include "ob-cli.h"
#include "ob-solve.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
parse_target (const char *text, ObMetric *metric, double *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);

  if (g_strv_length (parts) != 2 || *parts[0] == '\0')
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("%s: “%s” is not of the form %s"),
                   "--target", text, "METRIC=VALUE");
      return FALSE;
    }

  if (!ob_cli_parse_metric ("--target", parts[0], metric, error))
    return FALSE;

  if (*metric == OB_METRIC_IRR || ob_metric_get_unit (*metric) == OB_UNIT_QUARTER)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                   _ ("--target: %s moves in steps or may not exist, so no value of it can be "
                      "solved for; npv and bubble_risk can"),
                   parts[0]);
      return FALSE;
    }

  return ob_cli_parse_number (parts[0], parts[1], value, error);
}

/* The nearest that the metric comes: on stdout as numbers, in words as error. */
static void
report_best (const ObSolution *solution,
             ObParameter parameter,
             ObMetric metric,
             double target,
             ObCliOutput *output,
             GError **error)
{
  const char *id = ob_metric_get_id (metric);
  char wanted[G_ASCII_DTOSTR_BUF_SIZE];
  char reached[G_ASCII_DTOSTR_BUF_SIZE];
  char at[G_ASCII_DTOSTR_BUF_SIZE];

  ob_cli_output_append (output, "best,");
  ob_cli_output_append (output, id);
  ob_cli_output_append (output, "\n");
  ob_cli_output_append_number (output, solution->best_value);
  ob_cli_output_append (output, ",");
  ob_cli_output_append_number (output, solution->best_metric);
  ob_cli_output_append (output, "\n");

  g_set_error (
    error, OB_CLI_ERROR, OB_CLI_ERROR_NO_SOLUTION,
    /* Translators: ids of a parameter and a metric, and numbers: "No value of capex gives
                * npv = 5000; the nearest is npv = 120 at capex = 300". */
    _ ("No value of %s gives %s = %s; the nearest is %s = %s at %s = %s"),
    ob_parameter_get_id (parameter), id, g_ascii_formatd (wanted, sizeof wanted, "%.10g", target),
    id, g_ascii_formatd (reached, sizeof reached, "%.10g", solution->best_metric),
    ob_parameter_get_id (parameter),
    g_ascii_formatd (at, sizeof at, "%.10g", solution->best_value));
}

gboolean
ob_cli_solve (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *vary = NULL;
  g_autofree char *target_text = NULL;
  const GOptionEntry entries[] = { { "vary", 0, 0, G_OPTION_ARG_STRING, &vary,
                                     N_ ("The parameter to move over its range"), N_ ("ID") },
                                   { "target", 0, 0, G_OPTION_ARG_STRING, &target_text,
                                     N_ ("The metric and the value it should have"),
                                     N_ ("METRIC=VALUE") },
                                   {} };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObSolution) solution = NULL;
  ObParameter parameter;
  ObMetric metric;
  double target;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS, entries,
                             error))
    return FALSE;

  if (vary == NULL || target_text == NULL)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE, _ ("The option %s is missing"),
                   vary == NULL ? "--vary ID" : "--target METRIC=VALUE");
      return FALSE;
    }

  if (!ob_cli_parse_lever ("--vary", vary, &parameter, error)
      || !parse_target (target_text, &metric, &target, error))
    return FALSE;

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL)
    return FALSE;

  solution = ob_solve (ob_scenario_get_inputs (scenario), parameter, metric, target, NULL);
  g_assert (solution != NULL);

  if (solution->n_roots == 0)
    {
      report_best (solution, parameter, metric, target, output, error);
      return FALSE;
    }

  ob_cli_output_append (output, "root\n");
  for (guint i = 0; i < solution->n_roots; i++)
    {
      ob_cli_output_append_number (output, solution->roots[i]);
      ob_cli_output_append (output, "\n");
    }

  return TRUE;
}
