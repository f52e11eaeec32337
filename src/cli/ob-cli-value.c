/* ob-cli-value.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-value.h"

#include "ob-cli-error.h"
#include "ob-cli-suggest.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

gboolean
ob_cli_parse_number (const char *option, const char *text, double *value, GError **error)
{
  char *end = NULL;
  double number = NAN;

  /* g_ascii_strtod() would also take blanks, hexadecimals and words. */
  if (*text != '\0' && strspn (text, "0123456789+-.eE") == strlen (text))
    number = g_ascii_strtod (text, &end);

  if (end == NULL || *end != '\0' || !isfinite (number))
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                   /* Translators: the first %s is an option or an id, the second what was given. */
                   _ ("%s: “%s” is not a number; write it with a decimal point, as in 0.4"), option,
                   text);
      return FALSE;
    }

  *value = number;
  return TRUE;
}

gboolean
ob_cli_parse_parameter (const char *option,
                        const char *text,
                        ObParameter *parameter,
                        GError **error)
{
  const char *ids[OB_N_PARAMETERS];
  g_autofree char *hint = NULL;

  if (ob_parameter_from_id (text, parameter))
    return TRUE;

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    ids[i] = ob_parameter_get_id (i);
  hint = ob_cli_suggest (text, ids, OB_N_PARAMETERS);
  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
               /* Translators: an option, what was given, and "; did you mean ...?" or nothing. */
               _ ("%s: there is no parameter “%s”%s (“overbuild-cli params” lists them)"), option,
               text, hint);
  return FALSE;
}

gboolean
ob_cli_parse_lever (const char *option, const char *text, ObParameter *parameter, GError **error)
{
  if (!ob_cli_parse_parameter (option, text, parameter, error))
    return FALSE;

  if (ob_parameter_get_info (*parameter)->unit != OB_UNIT_SWITCH)
    return TRUE;

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
               _ ("%s: %s is either 0 or 1 and cannot be moved over a range"), option, text);
  return FALSE;
}

gboolean
ob_cli_parse_metric (const char *option, const char *text, ObMetric *metric, GError **error)
{
  const char *ids[OB_N_METRICS];
  g_autofree char *hint = NULL;

  if (ob_metric_from_id (text, metric))
    return TRUE;

  for (guint i = 0; i < OB_N_METRICS; i++)
    ids[i] = ob_metric_get_id (i);
  hint = ob_cli_suggest (text, ids, OB_N_METRICS);
  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID, _ ("%s: there is no metric “%s”%s"),
               option, text, hint);
  return FALSE;
}

gboolean
ob_cli_parse_format (const char *text, ObCliFormat *format, GError **error)
{
  static const char *const ids[] = { "table", "csv", "json" };
  g_autofree char *hint = NULL;

  if (text == NULL)
    {
      *format = OB_CLI_FORMAT_TABLE;
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      if (g_str_equal (text, ids[i]))
        {
          *format = i;
          return TRUE;
        }
    }

  hint = ob_cli_suggest (text, ids, G_N_ELEMENTS (ids));
  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               _ ("--format: “%s” is none of table, csv and json%s"), text, hint);
  return FALSE;
}

gboolean
ob_cli_parse_study_metric (const char *text, ObMetric *metric, GError **error)
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
               _ ("--metric: %s is not looked at here; npv and bubble_risk are"), text);
  return FALSE;
}
