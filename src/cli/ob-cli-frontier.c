/* ob-cli-frontier.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli-value.h"
#include "ob-cli.h"
#include "ob-frontier.h"

#include <glib/gi18n-lib.h>

static void
write_point (guint curve, const ObPoint *point, ObCliOutput *output)
{
  char number[24];

  g_snprintf (number, sizeof number, "%u,", curve);
  ob_cli_output_append (output, number);
  ob_cli_output_append_number (output, point->x);
  ob_cli_output_append (output, ",");
  ob_cli_output_append_number (output, point->y);
  ob_cli_output_append (output, "\n");
}

/* What the curves show and at which level, from the options. */
static gboolean
get_level (const char *metric_id,
           const char *level_text,
           ObMetric *metric,
           double *level,
           GError **error)
{
  *metric = OB_METRIC_NPV;
  *level = 0;

  if (metric_id != NULL && !ob_cli_parse_metric ("--metric", metric_id, metric, error))
    return FALSE;

  if (*metric != OB_METRIC_NPV && *metric != OB_METRIC_BUBBLE_RISK)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                   _ ("--metric: curves are drawn for npv and bubble_risk, not for %s"), metric_id);
      return FALSE;
    }

  if (level_text != NULL)
    {
      if (!ob_cli_parse_number ("--level", level_text, level, error))
        return FALSE;
      if (*metric == OB_METRIC_BUBBLE_RISK && !(*level >= 0 && *level <= 1))
        {
          g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                       _ ("--level: %s is outside the range of bubble_risk, 0 to 1"), level_text);
          return FALSE;
        }
    }
  else if (*metric == OB_METRIC_BUBBLE_RISK)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("The option --level V is missing: which bubble risk, 0 to 1?"));
      return FALSE;
    }

  return TRUE;
}

gboolean
ob_cli_frontier (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *metric_id = NULL;
  g_autofree char *level_text = NULL;
  const GOptionEntry entries[] = { { "metric", 0, 0, G_OPTION_ARG_STRING, &metric_id,
                                     N_ ("npv (the default) or bubble_risk"), N_ ("METRIC") },
                                   { "level", 0, 0, G_OPTION_ARG_STRING, &level_text,
                                     N_ ("Its value on the curves; for npv 0 unless given"),
                                     N_ ("V") },
                                   {} };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObFrontier) frontier = NULL;
  ObPlane plane;
  ObMetric metric;
  double level;

  if (!ob_cli_options_parse (&options, arguments,
                             OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS | OB_CLI_TAKES_PLANE, entries,
                             error)
      || !ob_cli_options_get_plane (&options, &plane, error)
      || !get_level (metric_id, level_text, &metric, &level, error))
    return FALSE;

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL)
    return FALSE;

  frontier = ob_frontier_new (ob_scenario_get_inputs (scenario), &plane, metric, level, NULL, NULL);
  g_assert (frontier != NULL);

  ob_cli_output_append (output, "curve,x,y\n");
  for (guint i = 0; i < frontier->n_curves; i++)
    {
      const ObCurve *curve = &frontier->curves[i];

      for (guint j = 0; j < curve->n_points; j++)
        write_point (i, &curve->points[j], output);
      if (curve->closed)
        write_point (i, &curve->points[0], output);
    }

  if (frontier->n_curves > 0)
    return TRUE;

  {
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_NO_SOLUTION,
                 /* Translators: id of a metric and a number. */
                 _ ("%s is %s nowhere in this plane"), ob_metric_get_id (metric),
                 g_ascii_formatd (number, sizeof number, "%.10g", level));
  }
  return FALSE;
}
