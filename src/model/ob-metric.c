/* ob-metric.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-metric.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  ObUnit unit;
  const char *label;
} infos[OB_N_METRICS] = {
#define OB_METRIC(NAME, id, UNIT, label) [OB_METRIC_##NAME] = { id, OB_UNIT_##UNIT, label },
#include "ob-metric-table.h"
#undef OB_METRIC
};

const char *
ob_metric_get_id (ObMetric metric)
{
  g_return_val_if_fail (metric < OB_N_METRICS, NULL);

  return infos[metric].id;
}

ObUnit
ob_metric_get_unit (ObMetric metric)
{
  g_return_val_if_fail (metric < OB_N_METRICS, OB_UNIT_NUMBER);

  return infos[metric].unit;
}

const char *
ob_metric_get_label (ObMetric metric)
{
  g_return_val_if_fail (metric < OB_N_METRICS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "metric", infos[metric].label);
}

gboolean
ob_metric_from_id (const char *id, ObMetric *metric)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (metric != NULL, FALSE);

  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      if (g_str_equal (infos[i].id, id))
        {
          *metric = i;
          return TRUE;
        }
    }

  return FALSE;
}
