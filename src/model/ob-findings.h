/* ob-findings.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-study.h"

G_BEGIN_DECLS

/**
 * ObFindings:
 * @inputs: the scenario that was studied
 * @uncertainty: what varied; correlations count for @prim only
 * @n_levers: how many inputs varied, at least 1
 * @levers: which, in the order of the parameter table
 * @sensitivity: what the variance of @target's metric comes from, in that order
 * @target: which draws @prim sets apart
 * @prim: where they lie
 *
 * What a study of a scenario found. Never changed once made, counted atomically.
 */
typedef struct
{
  ObInputs inputs;
  ObUncertainty uncertainty;
  guint n_levers;
  ObParameter levers[OB_N_PARAMETERS];
  ObSensitivity *sensitivity;
  ObStudyTarget target;
  ObPrim *prim;
  /*< private >*/
  gatomicrefcount ref_count;
} ObFindings;

/**
 * ob_findings_new:
 * @uncertainty: checked; some input varies
 * @n_sensitivity: draws of each sample of the indices
 * @n_discovery: draws among which failures are looked for
 *
 * Returns: (nullable): NULL if cancelled
 */
ObFindings *ob_findings_new (const ObInputs *inputs,
                             const ObUncertainty *uncertainty,
                             gsize n_sensitivity,
                             gsize n_discovery,
                             GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
ObFindings *ob_findings_ref (ObFindings *findings);
void ob_findings_unref (ObFindings *findings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObFindings, ob_findings_unref)

G_END_DECLS
