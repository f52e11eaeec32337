/* ob-shapley.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-metric.h"
#include "ob-sweep.h"

G_BEGIN_DECLS

/* The most changes that have a share each: 2 to their number scenarios are run. */
#define OB_SHAPLEY_MAX_SINGLE 10

/**
 * ObShapleyKind:
 * @OB_SHAPLEY_PARAMETER: one parameter
 * @OB_SHAPLEY_GROUP: all parameters of a group that changed
 * @OB_SHAPLEY_HISTORY: the table of historical capex
 */
typedef enum
{
  OB_SHAPLEY_PARAMETER,
  OB_SHAPLEY_GROUP,
  OB_SHAPLEY_HISTORY,
} ObShapleyKind;

/**
 * ObShapleyShare:
 * @index: the #ObParameter or #ObGroup; 0 for the history
 * @share: what it adds to the metric, in the unit of the metric
 */
typedef struct
{
  ObShapleyKind kind;
  guint index;
  double share;
} ObShapleyShare;

/**
 * ObShapley:
 * @from: the metric of the first scenario
 * @to: the metric of the second
 * @shares: (array length=n_shares): of all that changed, in the order of the
 *   parameter table, the history last; empty if nothing did
 *
 * How the difference between two scenarios comes about.
 */
typedef struct
{
  ObMetric metric;
  double from;
  double to;
  guint n_shares;
  ObShapleyShare *shares;
} ObShapley;

/**
 * ob_shapley_new:
 * @metric: %OB_METRIC_NPV or %OB_METRIC_BUBBLE_RISK
 *
 * Splits the difference in a metric between two scenarios among what changed. A
 * change counts for what it adds on average over all orders in which the changes
 * could be made, one after the other (Shapley, "A Value for n-Person Games",
 * 1953), so that no order is preferred and the shares add up to the difference. It
 * is exact: every combination of changes is run. Above %OB_SHAPLEY_MAX_SINGLE
 * changed parameters those of a group change together.
 *
 * Returns: (nullable): NULL if cancelled
 */
ObShapley *ob_shapley_new (const ObInputs *from,
                           const ObInputs *to,
                           ObMetric metric,
                           GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void ob_shapley_free (ObShapley *shapley);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObShapley, ob_shapley_free)

G_END_DECLS
