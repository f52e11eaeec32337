/* ob-scenario-record.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-record.h"

#include "ob-scenario-private.h"

void
ob_scenario_record_clear (ObScenarioRecord *record)
{
  g_return_if_fail (record != NULL);

  g_free (record->program);
  g_free (record->model);
  g_clear_object (&record->file);
  g_clear_pointer (&record->checksum, g_free);
  *record = (ObScenarioRecord){ 0 };
}

const char *
ob_scenario_get_created (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_scenario_get_content (self)->lineage->created;
}

const char *
ob_scenario_get_changed (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_scenario_get_content (self)->lineage->changed;
}

gboolean
ob_scenario_get_stored_metric (ObScenario *self, ObMetric metric, double *value)
{
  const ObScenarioRecord *record;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (metric < OB_N_METRICS, FALSE);
  g_return_val_if_fail (value != NULL, FALSE);

  record = ob_scenario_get_record (self);
  if (!record->present[metric])
    return FALSE;

  *value = record->metric[metric];
  return TRUE;
}

const char *
ob_scenario_get_stored_model_version (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_scenario_get_record (self)->model;
}

double
ob_scenario_get_origin_value (ObScenario *self, ObParameter parameter)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), 0);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, 0);

  return ob_scenario_get_content (self)->lineage->origin.value[parameter];
}

const ObInputs *
ob_scenario_get_origin (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return &ob_scenario_get_content (self)->lineage->origin;
}

const char *
ob_scenario_get_template_id (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_scenario_get_content (self)->lineage->template_id;
}

gboolean
ob_scenario_get_read_only (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);

  return ob_scenario_get_record (self)->read_only;
}
