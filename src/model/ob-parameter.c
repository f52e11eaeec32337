/* ob-parameter.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-parameter.h"

#include <glib/gi18n-lib.h>

static const ObParameterInfo infos[OB_N_PARAMETERS] = {
#define OB_PARAMETER(NAME, id, GROUP, UNIT, value, minimum, maximum, step, SCALE, label, text)     \
  [OB_PARAMETER_##NAME] = { id,   OB_GROUP_##GROUP, OB_UNIT_##UNIT, value, minimum, maximum,       \
                            step, OB_SCALE_##SCALE, label,          text },
#include "ob-parameter-table.h"
#undef OB_PARAMETER
};

const ObParameter ob_headline_parameters[OB_N_HEADLINE] = {
  OB_PARAMETER_CAPEX,
  OB_PARAMETER_SUBSIDY,
  OB_PARAMETER_POWER_ADD,
  OB_PARAMETER_LIFESPAN,
};

static const struct
{
  const char *id;
  const char *label;
} groups[OB_N_GROUPS] = {
  [OB_GROUP_BUILD_OUT] = { "build-out", NC_ ("parameter group", "Build-out") },
  [OB_GROUP_HARDWARE] = { "hardware", NC_ ("parameter group", "Hardware") },
  [OB_GROUP_POWER] = { "power", NC_ ("parameter group", "Power") },
  [OB_GROUP_MARKET] = { "market", NC_ ("parameter group", "Market") },
  [OB_GROUP_PRICING] = { "pricing", NC_ ("parameter group", "Pricing") },
  [OB_GROUP_RUNNING_COSTS] = { "running-costs", NC_ ("parameter group", "Running costs") },
  [OB_GROUP_FINANCE] = { "finance", NC_ ("parameter group", "Finance") },
  [OB_GROUP_BUBBLE] = { "bubble", NC_ ("parameter group", "Bubble") },
};

static const char *const unit_symbols[OB_N_UNITS] = {
  [OB_UNIT_NUMBER] = "–",
  [OB_UNIT_SHARE] = "share",
  [OB_UNIT_RATE] = "1/yr",
  [OB_UNIT_RATIO] = "ratio",
  [OB_UNIT_LOG_ODDS] = "log-odds",
  [OB_UNIT_PER_DECADE] = "1/decade",
  [OB_UNIT_SWITCH] = "0/1",
  [OB_UNIT_YEAR] = "yr",
  [OB_UNIT_BILLION] = "$B",
  [OB_UNIT_BILLION_PER_YEAR] = "$B/yr",
  [OB_UNIT_BILLION_PER_GW] = "$B/GW",
  [OB_UNIT_GW] = "GW",
  [OB_UNIT_GW_PER_YEAR] = "GW/yr",
  [OB_UNIT_H100E] = "M H100e",
  [OB_UNIT_H100E_PER_GW] = "M H100e/GW",
  [OB_UNIT_H100E_HOURS] = "B H100e-h/yr",
  [OB_UNIT_PRICE] = "$/H100e-h",
  [OB_UNIT_DOLLAR_PER_MWH] = "$/MWh",
  [OB_UNIT_QUARTER] = "quarter",
};

const ObParameterInfo *
ob_parameter_get_info (ObParameter parameter)
{
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);

  return &infos[parameter];
}

const char *
ob_parameter_get_id (ObParameter parameter)
{
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);

  return infos[parameter].id;
}

const char *
ob_parameter_get_label (ObParameter parameter)
{
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "parameter", infos[parameter].label);
}

const char *
ob_parameter_get_description (ObParameter parameter)
{
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);

  return g_dgettext (GETTEXT_PACKAGE, infos[parameter].description);
}

gboolean
ob_parameter_is_headline (ObParameter parameter)
{
  for (guint i = 0; i < OB_N_HEADLINE; i++)
    {
      if (ob_headline_parameters[i] == parameter)
        return TRUE;
    }

  return FALSE;
}

gboolean
ob_parameter_from_id (const char *id, ObParameter *parameter)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (parameter != NULL, FALSE);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      if (g_str_equal (infos[i].id, id))
        {
          *parameter = i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
ob_group_get_id (ObGroup group)
{
  g_return_val_if_fail (group < OB_N_GROUPS, NULL);

  return groups[group].id;
}

const char *
ob_group_get_label (ObGroup group)
{
  g_return_val_if_fail (group < OB_N_GROUPS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "parameter group", groups[group].label);
}

const char *
ob_unit_get_symbol (ObUnit unit)
{
  g_return_val_if_fail (unit < OB_N_UNITS, NULL);

  return unit_symbols[unit];
}
