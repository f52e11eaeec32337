/* ob-chart-kind.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-private.h"

#include <glib/gi18n-lib.h>

static const ObChartClass *const classes[OB_N_CHARTS] = {
  [OB_CHART_FRONTIER] = &ob_frontier_chart_class,
  [OB_CHART_RISK] = &ob_risk_chart_class,
  [OB_CHART_MONEY] = &ob_money_chart_class,
  [OB_CHART_POWER] = &ob_power_chart_class,
  [OB_CHART_PRICE] = &ob_price_chart_class,
  [OB_CHART_CASH] = &ob_cash_chart_class,
  [OB_CHART_FLOW] = &ob_flow_chart_class,
  [OB_CHART_VINTAGES] = &ob_vintage_chart_class,
  [OB_CHART_DRIVERS] = &ob_driver_chart_class,
  [OB_CHART_WATERFALL] = &ob_waterfall_chart_class,
  [OB_CHART_BOOMS] = &ob_boom_chart_class,
  [OB_CHART_TORNADO] = &ob_tornado_chart_class,
  [OB_CHART_TORNADO_RISK] = &ob_tornado_risk_chart_class,
  [OB_CHART_ODDS] = &ob_odds_chart_class,
  [OB_CHART_DISAGREEMENT] = &ob_disagreement_chart_class,
  [OB_CHART_INDICES] = &ob_indices_chart_class,
};

const ObChartClass *
ob_chart_kind_get_class (ObChartKind kind)
{
  g_return_val_if_fail (kind < OB_N_CHARTS, NULL);

  return classes[kind];
}

const char *
ob_chart_kind_get_id (ObChartKind kind)
{
  g_return_val_if_fail (kind < OB_N_CHARTS, NULL);

  return classes[kind]->id;
}

const char *
ob_chart_kind_get_title (ObChartKind kind)
{
  g_return_val_if_fail (kind < OB_N_CHARTS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "chart", classes[kind]->title);
}

gboolean
ob_chart_kind_from_id (const char *id, ObChartKind *kind)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < OB_N_CHARTS; i++)
    {
      if (g_str_equal (classes[i]->id, id))
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
ob_chart_kind_is_over_time (ObChartKind kind)
{
  g_return_val_if_fail (kind < OB_N_CHARTS, FALSE);

  return classes[kind]->spec != NULL;
}

gboolean
ob_chart_kind_counts_quarters (ObChartKind kind)
{
  g_return_val_if_fail (kind < OB_N_CHARTS, FALSE);

  return classes[kind]->spec != NULL || classes[kind]->by_quarter;
}

gboolean
ob_chart_kind_follows_quarter (ObChartKind kind)
{
  g_return_val_if_fail (kind < OB_N_CHARTS, FALSE);

  return classes[kind]->spec != NULL || classes[kind]->one_year;
}
