/* ob-series.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-series.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  ObUnit unit;
  const char *label;
} infos[OB_N_SERIES] = {
#define OB_SERIES(NAME, id, UNIT, label) [OB_SERIES_##NAME] = { id, OB_UNIT_##UNIT, label },
#include "ob-series-table.h"
#undef OB_SERIES
};

const char *
ob_series_get_id (ObSeries series)
{
  g_return_val_if_fail (series < OB_N_SERIES, NULL);

  return infos[series].id;
}

ObUnit
ob_series_get_unit (ObSeries series)
{
  g_return_val_if_fail (series < OB_N_SERIES, OB_UNIT_NUMBER);

  return infos[series].unit;
}

const char *
ob_series_get_label (ObSeries series)
{
  g_return_val_if_fail (series < OB_N_SERIES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "series", infos[series].label);
}

gboolean
ob_series_from_id (const char *id, ObSeries *series)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (series != NULL, FALSE);

  for (guint i = 0; i < OB_N_SERIES; i++)
    {
      if (g_str_equal (infos[i].id, id))
        {
          *series = i;
          return TRUE;
        }
    }

  return FALSE;
}
