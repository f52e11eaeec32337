/* ob-cli-draws.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-cli-output.h"
#include "ob-cli-value.h"
#include "ob-sampler.h"

G_BEGIN_DECLS

/* The most draws a sample can have, and the most shards. */
#define OB_CLI_MAX_DRAWS  100000000
#define OB_CLI_MAX_SHARDS 10000

/**
 * ObCliShard:
 * @draws: how many draws the whole sample has
 * @seed: which sample it is
 * @inputs: of what, a checksum in hexadecimal digits
 * @index: which shard, from 1, or 0: the whole
 * @count: of how many; 1 for the whole
 *
 * Which part of which sample some draws are.
 */
typedef struct
{
  guint64 draws;
  guint32 seed;
  char inputs[65];
  guint64 index;
  guint64 count;
} ObCliShard;

/* The checksum of all that a draw depends on but its seed and index: inputs,
 * ranges, correlations and the version of the model. */
void ob_cli_shard_set_inputs (ObCliShard *shard,
                              const ObInputs *inputs,
                              const ObUncertainty *uncertainty);

/* The draws of @shard: from @first to the one before @end. */
void ob_cli_shard_get_range (const ObCliShard *shard, guint64 *first, guint64 *end);

/* The line that CSV of a sample starts with, without the end of the line. */
char *ob_cli_shard_to_line (const ObCliShard *shard) G_GNUC_WARN_UNUSED_RESULT;
/* Reads it again; FALSE if it is none. */
gboolean ob_cli_shard_from_line (ObCliShard *shard, const char *line);

/* Writes the draws of @shard as CSV or JSON; ends early when the output fails. */
void ob_cli_write_draws (const ObCliShard *shard,
                         const ObSampler *sampler,
                         ObCliFormat format,
                         ObCliOutput *output);

G_END_DECLS
