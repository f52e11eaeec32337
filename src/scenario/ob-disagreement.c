/* ob-disagreement.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-disagreement.h"

#include "ob-evidence.h"

#include <math.h>

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const double number_a = *(const double *) a;
  const double number_b = *(const double *) b;

  return (number_a > number_b) - (number_a < number_b);
}

static double
get_median (const ObEvidence *evidence)
{
  g_autofree double *middles = g_new (double, evidence->n_values);
  const guint n = evidence->n_values;

  for (guint i = 0; i < n; i++)
    middles[i] = (evidence->values[i].low + evidence->values[i].high) / 2;
  qsort (middles, n, sizeof *middles, compare_numbers);

  return n % 2 == 1 ? middles[n / 2] : (middles[n / 2 - 1] + middles[n / 2]) / 2;
}

gboolean
ob_disagreement_init (ObDisagreement *self, ObParameter parameter)
{
  const ObEvidence *evidence = ob_evidence_get (parameter);
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  ObTornadoRange *range = &self->range;

  *self = (ObDisagreement){ .range = { parameter, evidence->low, NAN, evidence->high },
                            .low_source = evidence->source,
                            .high_source = evidence->source };
  for (guint i = 0; i < evidence->n_values; i++)
    {
      const ObEvidenceValue *value = &evidence->values[i];

      if (i == 0 || value->low < range->low)
        {
          range->low = value->low;
          self->low_source = value->source;
        }
      if (i == 0 || value->high > range->high)
        {
          range->high = value->high;
          self->high_source = value->source;
        }
    }

  if (isnan (range->low) || *self->low_source == '\0')
    return FALSE;

  range->low = CLAMP (range->low, info->minimum, info->maximum);
  range->high = CLAMP (range->high, info->minimum, info->maximum);
  if (evidence->n_values > 1)
    range->middle = CLAMP (get_median (evidence), range->low, range->high);

  return range->low < range->high;
}

guint
ob_disagreement_get_all (ObDisagreement *all)
{
  guint n = 0;

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    n += ob_disagreement_init (&all[n], p);

  return n;
}

guint
ob_disagreement_get_own_ranges (ObTornadoRange *ranges)
{
  guint n = 0;

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObEvidence *evidence = ob_evidence_get (p);
      const ObParameterInfo *info = ob_parameter_get_info (p);
      ObDisagreement said;

      if (evidence->low < evidence->high)
        ranges[n++] = (ObTornadoRange){ p, MAX (evidence->low, info->minimum), NAN,
                                        MIN (evidence->high, info->maximum) };
      else if (ob_disagreement_init (&said, p))
        {
          said.range.middle = NAN;
          ranges[n++] = said.range;
        }
    }

  return n;
}
