/* ob-frontier.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-map.h"

G_BEGIN_DECLS

/* A point of a plane, in model units. */
typedef struct
{
  double x;
  double y;
} ObPoint;

/**
 * ObCurve:
 * @n_points: two or more
 * @closed: whether it is a loop, the last point joined to the first
 *
 * One branch of a level set. It starts and ends at the border of the plane
 * unless it is closed.
 */
typedef struct
{
  guint n_points;
  gboolean closed;
  ObPoint *points;
} ObCurve;

/**
 * ObFrontier:
 * @plane: where it lies
 * @metric: %OB_METRIC_NPV or %OB_METRIC_BUBBLE_RISK
 * @level: the value of @metric on the curves
 * @n_curves: may be 0: nowhere in the plane is @level reached
 *
 * A level set of a metric. With npv at 0 it is the profitability frontier;
 * each of its points, put back as parameters, gives |npv| <= 1e-6 pv_capex.
 */
typedef struct
{
  ObPlane plane;
  ObMetric metric;
  double level;
  guint n_curves;
  ObCurve *curves;
} ObFrontier;

/**
 * ob_frontier_new:
 * @map: (nullable): a map of the same inputs and plane to start from; without
 *   it one is made
 *
 * Finds all branches of the level set: the signs of the grid give the topology
 * and every point is then polished by root-finding along its grid edge.
 *
 * Returns: (nullable): NULL if cancelled
 */
ObFrontier *ob_frontier_new (const ObInputs *inputs,
                             const ObPlane *plane,
                             ObMetric metric,
                             double level,
                             const ObMap *map,
                             GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void ob_frontier_free (ObFrontier *frontier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObFrontier, ob_frontier_free)

G_END_DECLS
