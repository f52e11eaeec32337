/* ob-scenario-discovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-analyst.h"
#include "ob-scenario-private.h"

const ObDiscovery *
ob_scenario_get_discovery (ObScenario *self)
{
  const ObDiscovery *discovery;

  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  discovery = &ob_scenario_get_content (self)->discovery;

  return discovery->n_limits > 0 ? discovery : NULL;
}

gboolean
ob_scenario_set_discovery (ObScenario *self, const ObDiscovery *discovery, GError **error)
{
  g_autoptr (ObEdit) edit = NULL;
  ObDiscovery nothing;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  ob_discovery_init (&nothing);
  if (discovery == NULL)
    discovery = &nothing;
  if (!ob_discovery_check (discovery, error))
    return FALSE;

  edit = ob_edit_new (NULL);
  ob_edit_add_discovery (edit, &ob_scenario_get_content (self)->discovery, discovery);
  if (!ob_edit_is_empty (edit))
    ob_scenario_perform (self, g_steal_pointer (&edit));

  return TRUE;
}

gboolean
ob_scenario_is_discovery_outdated (ObScenario *self)
{
  const ObDiscovery *discovery = ob_scenario_get_discovery (self);
  ObUncertainty ranges;

  if (discovery == NULL)
    return FALSE;

  ob_analyst_get_ranges (ob_scenario_get_uncertainty (self), &ranges);

  return !ob_discovery_is_of (discovery, ob_scenario_get_inputs (self), &ranges);
}
