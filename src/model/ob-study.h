/* ob-study.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-prim.h"
#include "ob-sampler.h"
#include "ob-sensitivity.h"
#include "ob-tornado.h"

G_BEGIN_DECLS

/* Draws of a study unless there is a reason for others. */
#define OB_STUDY_SENSITIVITY_DRAWS 1024
#define OB_STUDY_DISCOVERY_DRAWS   4096

/**
 * ObStudyTarget:
 * @metric: %OB_METRIC_NPV or %OB_METRIC_BUBBLE_RISK
 * @below: whether draws below @threshold are sought, or those above
 * @threshold: in the unit of @metric
 *
 * Which draws of a sample are looked for.
 */
typedef struct
{
  ObMetric metric;
  gboolean below;
  double threshold;
} ObStudyTarget;

/* Draws that do not pay back. */
#define OB_STUDY_TARGET_INIT ((ObStudyTarget){ OB_METRIC_NPV, TRUE, 0 })

/* What each lever that varies does over its own range. (nullable): NULL if cancelled */
ObTornado *ob_study_tornado (const ObSampler *sampler, ObMetric metric, GCancellable *cancellable)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_study_sensitivity:
 * @sampler: at least one lever varies, and none are correlated
 * @metric: %OB_METRIC_NPV or %OB_METRIC_BUBBLE_RISK
 * @n: draws of each sample, at least 2; best a power of two. So many times the
 *   number of levers and two more are run
 *
 * What the variance of a metric comes from; the levers in the order of @sampler.
 *
 * Returns: (nullable): NULL if cancelled
 */
ObSensitivity *
ob_study_sensitivity (const ObSampler *sampler, ObMetric metric, gsize n, GCancellable *cancellable)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_study_discover:
 * @sampler: at least one lever varies; they may be correlated
 * @n: how many draws
 *
 * Where in the space of the levers that vary the draws lie that @target names; the
 * dimensions are the levers in the order of @sampler.
 *
 * Returns: (nullable): NULL if cancelled
 */
ObPrim *ob_study_discover (const ObSampler *sampler,
                           const ObStudyTarget *target,
                           gsize n,
                           GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
