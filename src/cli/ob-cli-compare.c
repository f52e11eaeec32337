/* ob-cli-compare.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli-value.h"
#include "ob-cli.h"
#include "ob-shapley.h"

#include <glib/gi18n-lib.h>

static gboolean
get_metric (const char *text, ObMetric *metric, GError **error)
{
  *metric = OB_METRIC_NPV;
  if (text == NULL)
    return TRUE;

  if (!ob_cli_parse_metric ("--metric", text, metric, error))
    return FALSE;
  if (*metric == OB_METRIC_NPV || *metric == OB_METRIC_BUBBLE_RISK)
    return TRUE;

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
               /* Translators: id of a metric */
               _ ("--metric: %s cannot be split into shares; npv and bubble_risk can"), text);

  return FALSE;
}

/* A row: what changed, its values, empty for more than one, and its share. */
static void
append_row (ObCliOutput *output,
            const char *name,
            const double *from,
            const double *to,
            double share)
{
  ob_cli_output_append (output, name);
  ob_cli_output_append (output, ",");
  if (from != NULL)
    ob_cli_output_append_number (output, *from);
  ob_cli_output_append (output, ",");
  if (to != NULL)
    ob_cli_output_append_number (output, *to);
  ob_cli_output_append (output, ",");
  ob_cli_output_append_number (output, share);
  ob_cli_output_append (output, "\n");
}

static void
append_share (ObCliOutput *output,
              const ObShapleyShare *share,
              const ObInputs *from,
              const ObInputs *to)
{
  switch (share->kind)
    {
    case OB_SHAPLEY_PARAMETER:
      append_row (output, ob_parameter_get_id (share->index), &from->value[share->index],
                  &to->value[share->index], share->share);
      break;
    case OB_SHAPLEY_GROUP:
      append_row (output, ob_group_get_id (share->index), NULL, NULL, share->share);
      break;
    case OB_SHAPLEY_HISTORY:
      append_row (output, "history", NULL, NULL, share->share);
      break;
    default:
      g_assert_not_reached ();
    }
}

gboolean
ob_cli_compare (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_auto (ObCliOptions) reference = { NULL };
  g_autofree char *metric_id = NULL;
  const GOptionEntry entries[] = { { "from", 0, 0, G_OPTION_ARG_FILENAME, &reference.file,
                                     N_ ("What to compare with, instead of the base case"),
                                     N_ ("FILE") },
                                   { "metric", 0, 0, G_OPTION_ARG_STRING, &metric_id,
                                     N_ ("npv (the default) or bubble_risk"), N_ ("METRIC") },
                                   {} };
  g_autoptr (ObScenario) from = NULL;
  g_autoptr (ObScenario) to = NULL;
  g_autoptr (ObShapley) shapley = NULL;
  ObMetric metric;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS, entries,
                             error)
      || !get_metric (metric_id, &metric, error))
    return FALSE;

  from = ob_cli_options_load (&reference, error);
  if (from == NULL)
    return FALSE;
  to = ob_cli_options_load (&options, error);
  if (to == NULL)
    return FALSE;

  shapley =
    ob_shapley_new (ob_scenario_get_inputs (from), ob_scenario_get_inputs (to), metric, NULL);
  g_assert (shapley != NULL);

  ob_cli_output_append (output, "input,from,to,share\n");
  for (guint i = 0; i < shapley->n_shares; i++)
    append_share (output, &shapley->shares[i], ob_scenario_get_inputs (from),
                  ob_scenario_get_inputs (to));
  append_row (output, ob_metric_get_id (metric), &shapley->from, &shapley->to,
              shapley->to - shapley->from);

  return TRUE;
}
