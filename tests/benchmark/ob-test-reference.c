/* ob-test-reference.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-reference.h"

void
ob_test_reference_set (ReferenceInputs *reference, const ObInputs *inputs)
{
  G_STATIC_ASSERT (OB_HISTORY_MAX_YEARS <= REFERENCE_HISTORY_YEARS);

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (!reference_inputs_set (reference, ob_parameter_get_id (p), inputs->value[p]))
        g_error ("the reference model has no %s", ob_parameter_get_id (p));
    }
  reference->n_years = (int) inputs->history.n_years;
  for (guint i = 0; i < inputs->history.n_years; i++)
    reference->history[i] = inputs->history.capex[i];
}
