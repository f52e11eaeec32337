/* ob-verdict.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ObWayOut:
 * @parameter: a lever
 * @value: where npv is zero, all else equal, nearest to today's value
 * @reachable: FALSE if no value in its range breaks even
 *
 * The change of one lever alone that reaches break-even.
 */
typedef struct
{
  ObParameter parameter;
  double value;
  gboolean reachable;
} ObWayOut;

/* The four headline levers' ways out, in their order. FALSE if cancelled. */
gboolean ob_verdict_find_ways_out (const ObInputs *inputs,
                                   ObWayOut ways[OB_N_HEADLINE],
                                   GCancellable *cancellable);

/**
 * ob_verdict_format:
 * @ways: (nullable) (array fixed-size=4): left out while they are not known
 *
 * The verdict in one or two plain sentences: pays back or not and by how much,
 * when, what binds, how likely a crash is, and the nearest way out.
 */
char *ob_verdict_format (const ObInputs *inputs, const ObRun *run, const ObWayOut *ways)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
