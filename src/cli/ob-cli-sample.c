/* ob-cli-sample.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-draws.h"
#include "ob-cli-error.h"
#include "ob-cli-options.h"
#include "ob-cli-ranges.h"
#include "ob-cli.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_DRAWS 1000

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

gboolean
ob_cli_sample (const char *const *arguments, ObCliOutput *output, GError **error)
{
  g_auto (ObCliOptions) options = { NULL };
  g_auto (ObCliRanges) ranges = { NULL };
  g_autofree char *part = NULL;
  g_autofree char *format_id = NULL;
  const GOptionEntry entries[] = { OB_CLI_RANGES_ENTRIES (ranges),
                                   { "shard", 0, 0, G_OPTION_ARG_STRING, &part,
                                     N_ ("Only the K-th of N parts, for the command merge"),
                                     N_ ("K/N") },
                                   { "format", 0, 0, G_OPTION_ARG_STRING, &format_id,
                                     N_ ("csv (the default) or json"), N_ ("FORMAT") },
                                   {} };
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (ObSampler) sampler = NULL;
  ObUncertainty uncertainty;
  ObCliFormat format;
  ObCliShard shard = { .count = 1 };

  if (!ob_cli_options_parse (&options, arguments, OB_CLI_TAKES_FILE | OB_CLI_TAKES_INPUTS, entries,
                             error)
      || !ob_cli_parse_format (format_id != NULL ? format_id : "csv", &format, error)
      || !ob_cli_ranges_get_draws (&ranges, DEFAULT_DRAWS, 1, OB_CLI_MAX_DRAWS, &shard.draws, error)
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

  if (!ob_cli_ranges_get (&ranges, scenario, &uncertainty, error))
    return FALSE;

  shard.seed = uncertainty.seed;
  ob_cli_shard_set_inputs (&shard, ob_scenario_get_inputs (scenario), &uncertainty);
  sampler = ob_sampler_new (ob_scenario_get_inputs (scenario), &uncertainty);
  ob_cli_write_draws (&shard, sampler, format, output);

  return TRUE;
}
