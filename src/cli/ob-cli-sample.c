/* ob-cli-sample.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-draws.h"
#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli.h"
#include "ob-published-ranges.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DEFAULT_DRAWS "1000"

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

static gboolean
parse_shard (const char *text, ObCliShard *shard, GError **error)
{
  g_auto (GStrv) parts = NULL;

  if (text == NULL)
    return TRUE;

  parts = g_strsplit (text, "/", -1);
  if (g_strv_length (parts) == 2
      && g_ascii_string_to_unsigned (parts[1], 10, 1, OB_CLI_MAX_SHARDS, &shard->count, NULL)
      && g_ascii_string_to_unsigned (parts[0], 10, 1, shard->count, &shard->index, NULL))
    return TRUE;

  g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
               _ ("--shard: “%s” is not of the form K/N with N up to %d and K up to N, as in 1/8"),
               text, OB_CLI_MAX_SHARDS);
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
ob_cli_sample (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_autofree char *draws = NULL;
  g_autofree char *seed = NULL;
  g_autofree char *part = NULL;
  g_autofree char *format_id = NULL;
  g_auto (GStrv) ranges = NULL;
  gboolean published = FALSE;
  const GOptionEntry entries[] = {
    { "draws", 0, 0, G_OPTION_ARG_STRING, &draws, N_ ("How many; 1000 unless given"), N_ ("N") },
    { "seed", 0, 0, G_OPTION_ARG_STRING, &seed,
      N_ ("Which sample, instead of the one of the scenario"), N_ ("S") },
    { "range", 0, 0, G_OPTION_ARG_STRING_ARRAY, &ranges,
      N_ ("Let a parameter vary: uniform, triangular, pert or lognormal; may be repeated"),
      N_ ("ID=KIND:LOW:[MODE:]HIGH") },
    { "published", 0, 0, G_OPTION_ARG_NONE, &published,
      N_ ("Let every parameter vary that has a published range, over that range"), NULL },
    { "shard", 0, 0, G_OPTION_ARG_STRING, &part,
      N_ ("Only the K-th of N parts, for the command merge"), N_ ("K/N") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_id, N_ ("csv (the default) or json"),
      N_ ("FORMAT") },
    {}
  };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObSampler) sampler = NULL;
  ObUncertainty uncertainty;
  ObCliFormat format;
  ObCliShard shard = { .count = 1 };
  guint64 number;

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS, entries,
                             error)
      || !ob_cli_parse_format (format_id != NULL ? format_id : "csv", &format, error)
      || !parse_whole ("--draws", draws != NULL ? draws : DEFAULT_DRAWS, 1, OB_CLI_MAX_DRAWS,
                       &shard.draws, error)
      || !parse_shard (part, &shard, error))
    return FALSE;

  if (format == OB_CLI_FORMAT_TABLE || (format == OB_CLI_FORMAT_JSON && part != NULL))
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_USAGE,
                   format == OB_CLI_FORMAT_TABLE
                     ? _ ("--format: a sample is written as csv or json")
                     : _ ("--format: shards are written as csv"));
      return FALSE;
    }

  scenario = ob_cli_options_load (&options, error);
  if (scenario == NULL)
    return FALSE;

  uncertainty = *ob_scenario_get_uncertainty (scenario);
  if (published)
    ob_published_ranges_use (&uncertainty);
  for (guint i = 0; ranges != NULL && ranges[i] != NULL; i++)
    {
      if (!apply_range (ranges[i], &uncertainty, error))
        return FALSE;
    }
  if (seed != NULL)
    {
      if (!parse_whole ("--seed", seed, 0, OB_UNCERTAINTY_MAX_SEED, &number, error))
        return FALSE;
      uncertainty.seed = (guint32) number;
    }
  if (ob_uncertainty_get_levers (&uncertainty, NULL) == 0)
    {
      g_set_error (error, OB_CLI_ERROR, OB_CLI_ERROR_INVALID,
                   _ ("Nothing varies: the scenario has no ranges; give some with --range, or take "
                      "--published"));
      return FALSE;
    }

  shard.seed = uncertainty.seed;
  ob_cli_shard_set_inputs (&shard, ob_scenario_get_inputs (scenario), &uncertainty);
  sampler = ob_sampler_new (ob_scenario_get_inputs (scenario), &uncertainty);
  ob_cli_write_draws (&shard, sampler, format, output);

  return TRUE;
}
