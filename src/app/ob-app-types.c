/* ob-app-types.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-app-types.h"

GType
ob_chart_kind_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    {
      static const GEnumValue values[] = {
        { OB_CHART_FRONTIER, "OB_CHART_FRONTIER", "frontier" },
        { OB_CHART_RISK, "OB_CHART_RISK", "risk" },
        { OB_CHART_MONEY, "OB_CHART_MONEY", "money" },
        { OB_CHART_POWER, "OB_CHART_POWER", "power" },
        { OB_CHART_PRICE, "OB_CHART_PRICE", "price" },
        { OB_CHART_CASH, "OB_CHART_CASH", "cash" },
        { OB_CHART_FLOW, "OB_CHART_FLOW", "flow" },
        { OB_CHART_VINTAGES, "OB_CHART_VINTAGES", "vintages" },
        { OB_CHART_DRIVERS, "OB_CHART_DRIVERS", "drivers" },
        { OB_CHART_TORNADO, "OB_CHART_TORNADO", "tornado" },
        { OB_CHART_TORNADO_RISK, "OB_CHART_TORNADO_RISK", "tornado-risk" },
        { OB_CHART_DISAGREEMENT, "OB_CHART_DISAGREEMENT", "disagreement" },
        { OB_CHART_INDICES, "OB_CHART_INDICES", "indices" },
        { OB_CHART_WATERFALL, "OB_CHART_WATERFALL", "waterfall" },
        { OB_CHART_ODDS, "OB_CHART_ODDS", "odds" },
        { OB_CHART_BOOMS, "OB_CHART_BOOMS", "booms" },
        { 0, NULL, NULL },
      };

      G_STATIC_ASSERT (G_N_ELEMENTS (values) == OB_N_CHARTS + 1);

      g_once_init_leave (&type, g_enum_register_static ("ObChartKind", values));
    }

  return type;
}
