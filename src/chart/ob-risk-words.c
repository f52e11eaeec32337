/* ob-risk-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-risk-parts.h"
#include "ob-risk-words.h"

#include <glib/gi18n-lib.h>

const ObRiskZone ob_risk_zones[OB_N_RISK_ZONES] = {
  { 0., 0.14, NC_ ("risk zone", "ordinary") },
  { 0.14, 0.53, NC_ ("risk zone", "raised") },
  { 0.53, 0.8, NC_ ("risk zone", "high") },
  { 0.8, 1., NC_ ("risk zone", "extreme") },
};

const char *
ob_risk_zone_get_name (guint zone)
{
  g_return_val_if_fail (zone < OB_N_RISK_ZONES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "risk zone", ob_risk_zones[zone].name);
}

guint
ob_risk_zone_find (double chance)
{
  guint zone = 0;

  while (zone + 1 < OB_N_RISK_ZONES && chance >= ob_risk_zones[zone].to)
    zone++;

  return zone;
}

char *
ob_risk_words_get_reason (const ObResults *results, guint part, guint quarter)
{
  const ObRun *run = &results->run;
  const double *value = results->inputs.value;
  ObSeries cause = OB_SERIES_RUNUP;
  ObSeries chance = OB_SERIES_P_VALUATION;
  g_autofree char *what = NULL;
  g_autofree char *odds = NULL;

  g_return_val_if_fail (part < OB_N_RISK_PARTS, NULL);
  g_return_val_if_fail (quarter < OB_N_QUARTERS, NULL);

  switch (ob_risk_parts[part])
    {
    case OB_SERIES_PART_CIRCULAR:
      what = ob_quantity_format (OB_UNIT_SHARE, value[OB_PARAMETER_CIRCULAR]);
      return g_strdup_printf (_ ("%s of what customers pay comes from their own suppliers."), what);
    case OB_SERIES_PART_IDLE:
      what = ob_quantity_format (OB_UNIT_SHARE, run->series[OB_SERIES_IDLE][quarter]);
      return g_strdup_printf (_ ("%s of what is installed stands without power."), what);
    case OB_SERIES_PART_EARNINGS:
      what = ob_quantity_format (OB_UNIT_SHARE, run->series[OB_SERIES_EARNINGS_GAP][quarter]);
      return g_strdup_printf (_ ("%s of depreciation is missing from the accounts."), what);
    case OB_SERIES_PART_BACKSTOP:
      what = ob_quantity_format (OB_UNIT_SHARE, value[OB_PARAMETER_BACKSTOP]);
      return g_strdup_printf (_ ("A rescue by the state is expected to %s."), what);
    case OB_SERIES_PART_CREDIT:
      cause = OB_SERIES_EXTERNAL_SHARE;
      chance = OB_SERIES_P_CREDIT;
      break;
    case OB_SERIES_PART_FUNDAMENTAL:
      cause = OB_SERIES_COVERAGE;
      chance = OB_SERIES_P_FUNDAMENTAL;
      break;
    default:
      break;
    }

  what = ob_quantity_format (OB_UNIT_SHARE, run->series[cause][quarter]);
  odds = ob_quantity_format (OB_UNIT_SHARE, run->series[chance][quarter]);
  if (cause == OB_SERIES_RUNUP)
    /* Translators: a rise in percent, a chance in percent. */
    return g_strdup_printf (_ ("Shares ran %s ahead of the market in two years: a chance of %s."),
                            what, odds);
  if (cause == OB_SERIES_EXTERNAL_SHARE)
    /* Translators: a share and a chance, in percent. */
    return g_strdup_printf (
      _ ("Outsiders pay %s of capex, with shares as they are: a chance of %s."), what, odds);

  /* Translators: a share and a chance, in percent. */
  return g_strdup_printf (
    _ ("Earnings cover %s of what capital costs, against what was promised: a "
       "chance of %s."),
    what, odds);
}
