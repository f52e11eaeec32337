/* ob-test-draw.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-draw.h"

void
ob_test_draw_near (GRand *rand, ObInputs *inputs)
{
  ob_inputs_init (inputs);

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);

      if (p == OB_PARAMETER_POP_YEAR || p == OB_PARAMETER_SUNK || p == OB_PARAMETER_HORIZON)
        continue;
      inputs->value[p] = g_rand_double_range (rand, info->value - (info->value - info->minimum) / 4,
                                              info->value + (info->maximum - info->value) / 4);
    }
}

void
ob_test_draw_anywhere (GRand *rand, ObInputs *inputs)
{
  ob_inputs_init (inputs);

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);

      if (info->unit == OB_UNIT_SWITCH)
        inputs->value[p] = g_rand_boolean (rand);
      else
        inputs->value[p] = g_rand_double_range (rand, info->minimum, info->maximum);
    }

  inputs->history.n_years = g_rand_int_range (rand, 1, 9);
  inputs->history.first_year = 2027 - (int) inputs->history.n_years;
  for (guint i = 0; i < inputs->history.n_years; i++)
    inputs->history.capex[i] = g_rand_double_range (rand, 0, 700);
}

void
ob_test_draw_corner (GRand *rand, ObInputs *inputs)
{
  ob_inputs_init (inputs);

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);

      /* Most stay where they are, or there would be little but ruin. */
      if (g_rand_int_range (rand, 0, 4) == 0)
        inputs->value[p] = g_rand_boolean (rand) ? info->minimum : info->maximum;
    }
}
