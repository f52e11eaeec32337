/* ob-cli-ranges.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-ranges.h"

#include "ob-cli-error.h"
#include "ob-cli-value.h"
#include "ob-published-ranges.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
ob_cli_ranges_clear (ObCliRanges *self)
{
  g_free (self->draws);
  g_free (self->seed);
  g_strfreev (self->ranges);
}

static gboolean
parse_whole (const char *option,
             const char *text,
             guint low,
             guint high,
             guint64 *value,
             GError **error)
{
  if (g_ascii_string_to_unsigned (text, 10, low, high, value, NULL))
    return TRUE;

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               /* Translators: an option, what was given, and two numbers. */
               _ ("%s: “%s” is not a whole number from %u to %u"), option, text, low, high);
  return FALSE;
}

/* "ID=KIND:LOW:HIGH" or "ID=KIND:LOW:MODE:HIGH". */
static gboolean
apply_range (const char *text, ObUncertainty *uncertainty, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "=", 2);
  g_auto (GStrv) words = g_strsplit (parts[0] != NULL && parts[1] != NULL ? parts[1] : "", ":", -1);
  const guint n = g_strv_length (words);
  ObDistribution range = { .mode = NAN };
  ObParameter parameter;

  if (n < 3 || n > 4 || !ob_distribution_kind_from_id (words[0], &range.kind)
      || range.kind == OB_DISTRIBUTION_FIXED)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   _ ("--range: “%s” is not of the form ID=KIND:LOW:HIGH or ID=KIND:LOW:MODE:HIGH "
                      "with a KIND of uniform, triangular, pert or lognormal"),
                   text);
      return FALSE;
    }

  if (!ob_cli_parse_parameter ("--range", parts[0], &parameter, error)
      || !ob_cli_parse_number ("--range", words[1], &range.low, error)
      || (n == 4 && !ob_cli_parse_number ("--range", words[2], &range.mode, error))
      || !ob_cli_parse_number ("--range", words[n - 1], &range.high, error))
    return FALSE;

  if (!ob_distribution_check (&range, parameter, error))
    {
      g_prefix_error (error, "--range: ");
      return FALSE;
    }

  uncertainty->distributions[parameter] = range;
  return TRUE;
}

gboolean
ob_cli_ranges_get_draws (const ObCliRanges *self,
                         guint usual,
                         guint least,
                         guint most,
                         guint64 *draws,
                         GError **error)
{
  *draws = usual;

  return self->draws == NULL || parse_whole ("--draws", self->draws, least, most, draws, error);
}

gboolean
ob_cli_ranges_get (const ObCliRanges *self,
                   ObScenario *scenario,
                   ObUncertainty *uncertainty,
                   GError **error)
{
  guint64 seed;

  *uncertainty = *ob_scenario_get_uncertainty (scenario);
  if (self->published)
    ob_published_ranges_use (uncertainty);
  for (guint i = 0; self->ranges != NULL && self->ranges[i] != NULL; i++)
    {
      if (!apply_range (self->ranges[i], uncertainty, error))
        return FALSE;
    }

  if (self->seed != NULL)
    {
      if (!parse_whole ("--seed", self->seed, 0, OB_UNCERTAINTY_MAX_SEED, &seed, error))
        return FALSE;
      uncertainty->seed = (guint32) seed;
    }

  if (ob_uncertainty_get_levers (uncertainty, NULL) > 0)
    return TRUE;

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
               _ ("Nothing varies: the scenario has no ranges; give some with --range, or take "
                  "--published"));
  return FALSE;
}
