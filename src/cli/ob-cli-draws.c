/* ob-cli-draws.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cli-draws.h"

#include "ob-number.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Draws that are run and written at a time: how large a sample can be does not
 * depend on memory. */
#define BATCH 8192

static void
append_value (GString *text, const char *id, double value)
{
  g_autofree char *number = isfinite (value) ? ob_number_to_string (value) : g_strdup ("none");

  g_string_append_printf (text, "%s=%s\n", id, number);
}

void
ob_cli_shard_set_inputs (ObCliShard *shard,
                         const ObInputs *inputs,
                         const ObUncertainty *uncertainty)
{
  g_autoptr (GString) text = g_string_new ("overbuild-sample 1\nmodel=" OB_MODEL_VERSION "\n");
  g_autofree char *sum = NULL;

  g_return_if_fail (shard != NULL && inputs != NULL && uncertainty != NULL);

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObDistribution *d = &uncertainty->distributions[p];

      append_value (text, ob_parameter_get_id (p), inputs->value[p]);
      if (d->kind == OB_DISTRIBUTION_FIXED)
        continue;
      g_string_append_printf (text, "%s\n", ob_distribution_kind_get_id (d->kind));
      append_value (text, "low", d->low);
      append_value (text, "mode", d->mode);
      append_value (text, "high", d->high);
    }
  for (guint i = 0; i < inputs->history.n_years; i++)
    {
      g_string_append_printf (text, "%d ", inputs->history.first_year + (int) i);
      append_value (text, "capex", inputs->history.capex[i]);
    }
  for (guint i = 0; i < uncertainty->n_correlations; i++)
    {
      const ObCorrelation *c = &uncertainty->correlations[i];

      g_string_append_printf (text, "%s ", ob_parameter_get_id (c->a));
      append_value (text, ob_parameter_get_id (c->b), c->rank);
    }

  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text->str, (gssize) text->len);
  g_strlcpy (shard->inputs, sum, sizeof shard->inputs);
}

void
ob_cli_shard_get_range (const ObCliShard *shard, guint64 *first, guint64 *end)
{
  const guint64 before = shard->index == 0 ? 0 : shard->index - 1;

  *first = shard->draws * before / shard->count;
  *end = shard->draws * (before + 1) / shard->count;
}

char *
ob_cli_shard_to_line (const ObCliShard *shard)
{
  g_autofree char *part = NULL;

  if (shard->index > 0)
    part = g_strdup_printf (" shard=%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, shard->index,
                            shard->count);

  return g_strdup_printf ("# overbuild-sample 1 draws=%" G_GUINT64_FORMAT " seed=%u inputs=%s%s",
                          shard->draws, shard->seed, shard->inputs, part != NULL ? part : "");
}

gboolean
ob_cli_shard_from_line (ObCliShard *shard, const char *line)
{
  g_autofree char *again = NULL;

  g_return_val_if_fail (shard != NULL && line != NULL, FALSE);

  *shard = (ObCliShard){ .count = 1 };
  if (sscanf (line,
              "# overbuild-sample 1 draws=%" G_GUINT64_FORMAT " seed=%" G_GUINT32_FORMAT
              " inputs=%64[0-9a-f] shard=%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT,
              &shard->draws, &shard->seed, shard->inputs, &shard->index, &shard->count)
        < 3
      || shard->draws > OB_CLI_MAX_DRAWS || shard->count < 1 || shard->count > OB_CLI_MAX_SHARDS
      || shard->index > shard->count)
    return FALSE;

  /* Only what would be written is read. */
  again = ob_cli_shard_to_line (shard);
  return g_str_equal (again, line);
}

static void
append_metric (ObCliOutput *output, int start_year, ObMetric metric, double value)
{
  g_autofree char *quarter = NULL;

  if (ob_metric_get_unit (metric) != OB_UNIT_QUARTER)
    {
      ob_cli_output_append_number (output, value);
      return;
    }
  if (value < 0)
    return;

  quarter = ob_quarter_to_string (start_year, (guint) value);
  ob_cli_output_append (output, quarter);
}

static void
append_json_metric (ObCliOutput *output, int start_year, ObMetric metric, double value)
{
  const gboolean is_quarter = ob_metric_get_unit (metric) == OB_UNIT_QUARTER;

  if (!isfinite (value) || (is_quarter && value < 0))
    {
      ob_cli_output_append (output, "null");
      return;
    }
  ob_cli_output_append (output, is_quarter ? "\"" : "");
  append_metric (output, start_year, metric, value);
  ob_cli_output_append (output, is_quarter ? "\"" : "");
}

static void
write_head (const ObCliShard *shard,
            const ObSampler *sampler,
            ObCliFormat format,
            ObCliOutput *output)
{
  const gboolean json = format == OB_CLI_FORMAT_JSON;
  const char *separator = json ? "\", \"" : ",";
  g_autofree char *line = ob_cli_shard_to_line (shard);
  g_autofree char *head =
    g_strdup_printf ("{\"draws\": %" G_GUINT64_FORMAT ", \"seed\": %u, \"inputs\": \"%s\",\n"
                     " \"columns\": [\"",
                     shard->draws, shard->seed, shard->inputs);

  ob_cli_output_append (output, json ? head : line);
  ob_cli_output_append (output, json ? "draw" : "\ndraw");
  for (guint k = 0; k < sampler->n_levers; k++)
    {
      ob_cli_output_append (output, separator);
      ob_cli_output_append (output, ob_parameter_get_id (sampler->levers[k]));
    }
  for (ObMetric m = 0; m < OB_N_METRICS; m++)
    {
      ob_cli_output_append (output, separator);
      ob_cli_output_append (output, ob_metric_get_id (m));
    }
  ob_cli_output_append (output, json ? "\"],\n \"rows\": [" : "\n");
}

void
ob_cli_write_draws (const ObCliShard *shard,
                    const ObSampler *sampler,
                    ObCliFormat format,
                    ObCliOutput *output)
{
  const gboolean json = format == OB_CLI_FORMAT_JSON;
  const int start_year = ob_inputs_get_start_year (&sampler->inputs);
  g_autofree double *values = g_new (double, (gsize) MAX (sampler->n_levers, 1) * BATCH);
  g_autofree double *results = g_new (double, (gsize) OB_N_METRICS *BATCH);
  double *metrics[OB_N_METRICS];
  guint64 first, end;

  g_return_if_fail (shard != NULL && sampler != NULL && output != NULL);

  for (ObMetric m = 0; m < OB_N_METRICS; m++)
    metrics[m] = results + (gsize) m * BATCH;

  write_head (shard, sampler, format, output);
  ob_cli_shard_get_range (shard, &first, &end);
  for (guint64 start = first; start < end && !ob_cli_output_has_failed (output); start += BATCH)
    {
      const gsize n = (gsize) MIN (BATCH, end - start);

      ob_sampler_run (sampler, start, n, metrics, values, NULL);
      for (gsize i = 0; i < n; i++)
        {
          g_autofree char *index = g_strdup_printf ("%" G_GUINT64_FORMAT, start + i);

          if (json)
            ob_cli_output_append (output, start + i > first ? ",\n  [" : "\n  [");
          ob_cli_output_append (output, index);
          for (guint k = 0; k < sampler->n_levers; k++)
            {
              ob_cli_output_append (output, json ? ", " : ",");
              ob_cli_output_append_number (output, values[k * n + i]);
            }
          for (ObMetric m = 0; m < OB_N_METRICS; m++)
            {
              ob_cli_output_append (output, json ? ", " : ",");
              if (json)
                append_json_metric (output, start_year, m, metrics[m][i]);
              else
                append_metric (output, start_year, m, metrics[m][i]);
            }
          ob_cli_output_append (output, json ? "]" : "\n");
        }
    }
  if (json)
    ob_cli_output_append (output, "\n ]}\n");
}
