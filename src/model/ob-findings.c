/* ob-findings.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-findings.h"

#include <string.h>

ObFindings *
ob_findings_new (const ObInputs *inputs,
                 const ObUncertainty *uncertainty,
                 gsize n_sensitivity,
                 gsize n_discovery,
                 GCancellable *cancellable)
{
  g_autoptr (ObFindings) findings = NULL;
  g_autoptr (ObSampler) correlated = NULL;
  g_autoptr (ObSampler) independent = NULL;
  ObUncertainty without;

  g_return_val_if_fail (inputs != NULL && uncertainty != NULL, NULL);

  findings = g_new0 (ObFindings, 1);
  g_atomic_ref_count_init (&findings->ref_count);
  findings->inputs = *inputs;
  findings->uncertainty = *uncertainty;
  findings->target = OB_STUDY_TARGET_INIT;

  without = *uncertainty;
  without.n_correlations = 0;
  correlated = ob_sampler_new (inputs, uncertainty);
  independent = ob_sampler_new (inputs, &without);
  findings->n_levers = correlated->n_levers;
  memcpy (findings->levers, correlated->levers, sizeof findings->levers);
  g_return_val_if_fail (findings->n_levers > 0, NULL);

  findings->sensitivity =
    ob_study_sensitivity (independent, findings->target.metric, n_sensitivity, cancellable);
  if (findings->sensitivity == NULL)
    return NULL;
  findings->prim = ob_study_discover (correlated, &findings->target, n_discovery, cancellable);
  if (findings->prim == NULL)
    return NULL;

  return g_steal_pointer (&findings);
}

ObFindings *
ob_findings_ref (ObFindings *findings)
{
  g_return_val_if_fail (findings != NULL, NULL);

  g_atomic_ref_count_inc (&findings->ref_count);
  return findings;
}

void
ob_findings_unref (ObFindings *findings)
{
  g_return_if_fail (findings != NULL);

  if (!g_atomic_ref_count_dec (&findings->ref_count))
    return;

  ob_sensitivity_free (findings->sensitivity);
  ob_prim_free (findings->prim);
  g_free (findings);
}
