/* ob-scenario-uncertainty.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-private.h"

const ObUncertainty *
ob_scenario_get_uncertainty (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return &ob_scenario_get_content (self)->uncertainty;
}

gboolean
ob_scenario_set_uncertainty (ObScenario *self,
                             const ObUncertainty *uncertainty,
                             const char *name,
                             GError **error)
{
  g_autoptr (ObEdit) edit = NULL;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (uncertainty != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!ob_uncertainty_check (uncertainty, error))
    return FALSE;

  edit = ob_edit_new (name);
  ob_edit_add_uncertainty (edit, ob_scenario_get_uncertainty (self), uncertainty);
  if (!ob_edit_is_empty (edit))
    ob_scenario_perform (self, g_steal_pointer (&edit));

  return TRUE;
}

gboolean
ob_scenario_set_distribution (ObScenario *self,
                              ObParameter parameter,
                              const ObDistribution *distribution,
                              GError **error)
{
  ObUncertainty uncertainty;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS && distribution != NULL, FALSE);

  uncertainty = *ob_scenario_get_uncertainty (self);
  uncertainty.distributions[parameter] = *distribution;

  return ob_scenario_set_uncertainty (self, &uncertainty, NULL, error);
}
