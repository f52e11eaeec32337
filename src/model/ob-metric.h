/* ob-metric.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-parameter.h"

G_BEGIN_DECLS

/**
 * ObMetric:
 *
 * The metrics of a run, in the order of ob-metric-table.h.
 */
typedef enum
{
#define OB_METRIC(NAME, ...) OB_METRIC_##NAME,
#include "ob-metric-table.h"
#undef OB_METRIC
  OB_N_METRICS
} ObMetric;

const char *ob_metric_get_id (ObMetric metric);
ObUnit ob_metric_get_unit (ObMetric metric);
/* Translated; never freed. */
const char *ob_metric_get_label (ObMetric metric);
gboolean ob_metric_from_id (const char *id, ObMetric *metric);

G_END_DECLS
