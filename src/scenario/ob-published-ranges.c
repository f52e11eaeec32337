/* ob-published-ranges.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-published-ranges.h"

#include "ob-evidence.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
ob_published_range_get (ObParameter parameter, ObDistribution *distribution)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  const ObEvidence *evidence = ob_evidence_get (parameter);
  ObDistribution range = { OB_DISTRIBUTION_PERT, 0, NAN, 0 };

  g_return_val_if_fail (info != NULL && distribution != NULL, FALSE);

  ob_distribution_init (distribution);
  if (isnan (evidence->low) || isnan (evidence->high))
    return FALSE;

  range.low = MAX (evidence->low, info->minimum);
  range.high = MIN (evidence->high, info->maximum);
  if (!ob_distribution_check (&range, parameter, NULL))
    return FALSE;

  *distribution = range;
  return TRUE;
}

guint
ob_published_ranges_use (ObUncertainty *uncertainty)
{
  guint n = 0;

  g_return_val_if_fail (uncertainty != NULL, 0);

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      ObDistribution range;

      if (ob_published_range_get (p, &range))
        {
          uncertainty->distributions[p] = range;
          n++;
        }
    }

  return n;
}

gboolean
ob_published_range_contains (ObParameter parameter, double value)
{
  const ObEvidence *evidence = ob_evidence_get (parameter);

  g_return_val_if_fail (evidence != NULL, TRUE);

  /* A comparison with NaN does not hold: an end that is not published is no limit. */
  return !(value < evidence->low) && !(value > evidence->high);
}

char *
ob_published_range_format (ObParameter parameter)
{
  const ObEvidence *evidence = ob_evidence_get (parameter);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  ObUnit unit;

  g_return_val_if_fail (evidence != NULL, NULL);

  if (isnan (evidence->low) && isnan (evidence->high))
    return NULL;

  unit = ob_parameter_get_info (parameter)->unit;
  low = ob_quantity_format (unit, isnan (evidence->low) ? evidence->high : evidence->low);
  high = ob_quantity_format (unit, isnan (evidence->high) ? evidence->low : evidence->high);

  if (g_str_equal (low, high))
    return g_steal_pointer (&low);

  /* Translators: a range of values, "$600 bn/yr to $900 bn/yr" */
  return g_strdup_printf (_ ("%s to %s"), low, high);
}
