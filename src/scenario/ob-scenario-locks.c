/* ob-scenario-locks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-file.h"
#include "ob-scenario-private.h"

#include <glib/gi18n-lib.h>

gboolean
ob_scenario_get_locked (ObScenario *self, ObParameter parameter)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, FALSE);

  return ob_scenario_get_content (self)->locked[parameter];
}

void
ob_scenario_set_locked (ObScenario *self, ObParameter parameter, gboolean locked)
{
  ObEdit *edit;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (parameter < OB_N_PARAMETERS);

  edit = ob_edit_new (NULL);
  ob_edit_add_lock (edit, parameter, ob_scenario_get_locked (self, parameter), locked);
  ob_scenario_perform (self, edit);
}

gboolean
ob_scenario_check_locked (ObScenario *self, ObParameter parameter, double value, GError **error)
{
  if (!ob_scenario_get_locked (self, parameter) || value == ob_scenario_get_value (self, parameter))
    return TRUE;

  g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_LOCKED,
               /* Translators: %s is the name of an assumption. */
               _ ("%s is locked; unlock it to change it"), ob_parameter_get_label (parameter));
  return FALSE;
}

guint
ob_scenario_keep_locked (ObScenario *self, ObInputs *inputs)
{
  guint n = 0;

  g_return_val_if_fail (OB_IS_SCENARIO (self), 0);
  g_return_val_if_fail (inputs != NULL, 0);

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      double value = ob_scenario_get_value (self, p);

      if (!ob_scenario_get_locked (self, p) || inputs->value[p] == value)
        continue;

      inputs->value[p] = value;
      n++;
    }

  return n;
}
