/* ob-model-types.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-model-types.h"

G_DEFINE_BOXED_TYPE (ObResults, ob_results, ob_results_ref, ob_results_unref)

GType
ob_parameter_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[OB_N_PARAMETERS + 1] = {
#define OB_PARAMETER(NAME, id, ...) { OB_PARAMETER_##NAME, "OB_PARAMETER_" #NAME, id },
#include "ob-parameter-table.h"
#undef OB_PARAMETER
      };

      g_once_init_leave (&type, g_enum_register_static ("ObParameter", values));
    }

  return type;
}
