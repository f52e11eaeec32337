/* ob-tornado.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-metric.h"
#include "ob-sweep.h"

G_BEGIN_DECLS

/**
 * ObTornadoRange:
 * @low: where a parameter starts, in its model unit
 * @middle: a place between that is of interest, or NaN
 * @high: where it ends
 */
typedef struct
{
  ObParameter parameter;
  double low;
  double middle;
  double high;
} ObTornadoRange;

/**
 * ObTornadoBar:
 * @range: what was moved, and how far
 * @low: the metric at the low end of it, all else as given
 * @middle: the metric in its middle; NaN without one
 * @high: the metric at its high end
 */
typedef struct
{
  ObTornadoRange range;
  double low;
  double middle;
  double high;
} ObTornadoBar;

/**
 * ObTornado:
 * @metric: what is looked at
 * @value: the metric of the scenario as it is
 * @bars: (array length=n_bars): the widest first; of equals the one first in the
 *   parameter table
 *
 * What each input does by itself over its own range.
 */
typedef struct
{
  ObMetric metric;
  double value;
  guint n_bars;
  ObTornadoBar *bars;
} ObTornado;

/**
 * ob_tornado_new:
 * @ranges: (array length=n_ranges): a parameter once at most; ends within its range
 * @metric: %OB_METRIC_NPV or %OB_METRIC_BUBBLE_RISK
 * @cancellable: (nullable)
 *
 * Runs both ends of all ranges in one batch.
 *
 * Returns: (nullable): NULL if cancelled
 */
ObTornado *ob_tornado_new (const ObInputs *inputs,
                           const ObTornadoRange *ranges,
                           guint n_ranges,
                           ObMetric metric,
                           GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void ob_tornado_free (ObTornado *tornado);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObTornado, ob_tornado_free)

/* How far the metric moves from one end to the other, at least 0. */
double ob_tornado_bar_get_swing (const ObTornadoBar *bar);

G_END_DECLS
