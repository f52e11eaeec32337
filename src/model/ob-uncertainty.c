/* ob-uncertainty.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-uncertainty.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
ob_uncertainty_init (ObUncertainty *uncertainty)
{
  g_return_if_fail (uncertainty != NULL);

  memset (uncertainty, 0, sizeof *uncertainty);
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    ob_distribution_init (&uncertainty->distributions[p]);
  uncertainty->seed = OB_UNCERTAINTY_SEED;
}

gboolean
ob_uncertainty_equal (const ObUncertainty *a, const ObUncertainty *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->seed != b->seed || a->n_correlations != b->n_correlations)
    return FALSE;

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (!ob_distribution_equal (&a->distributions[p], &b->distributions[p]))
        return FALSE;
    }
  for (guint i = 0; i < a->n_correlations; i++)
    {
      const ObCorrelation *first = &a->correlations[i];
      const ObCorrelation *second = &b->correlations[i];

      if (first->a != second->a || first->b != second->b || first->rank != second->rank)
        return FALSE;
    }

  return TRUE;
}

gboolean
ob_uncertainty_check (const ObUncertainty *uncertainty, GError **error)
{
  g_return_val_if_fail (uncertainty != NULL, FALSE);

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (!ob_distribution_check (&uncertainty->distributions[p], p, error))
        return FALSE;
    }

  return ob_correlations_check (uncertainty->correlations, uncertainty->n_correlations, error);
}

guint
ob_uncertainty_get_levers (const ObUncertainty *uncertainty, ObParameter *levers)
{
  guint n = 0;

  g_return_val_if_fail (uncertainty != NULL, 0);

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (uncertainty->distributions[p].kind == OB_DISTRIBUTION_FIXED)
        continue;
      if (levers != NULL)
        levers[n] = p;
      n++;
    }

  return n;
}

/* Where the pair is, or where it would have to be put. */
static guint
find_pair (const ObUncertainty *uncertainty, ObParameter a, ObParameter b, gboolean *found)
{
  const ObParameter first = MIN (a, b);
  const ObParameter second = MAX (a, b);
  guint i = 0;

  while (
    i < uncertainty->n_correlations
    && (uncertainty->correlations[i].a < first
        || (uncertainty->correlations[i].a == first && uncertainty->correlations[i].b < second)))
    i++;
  *found = i < uncertainty->n_correlations && uncertainty->correlations[i].a == first
           && uncertainty->correlations[i].b == second;

  return i;
}

double
ob_uncertainty_get_correlation (const ObUncertainty *uncertainty, ObParameter a, ObParameter b)
{
  gboolean found;
  guint i;

  g_return_val_if_fail (uncertainty != NULL, 0);

  i = find_pair (uncertainty, a, b, &found);

  return found ? uncertainty->correlations[i].rank : 0;
}

gboolean
ob_uncertainty_set_correlation (ObUncertainty *uncertainty,
                                ObParameter a,
                                ObParameter b,
                                double rank,
                                GError **error)
{
  ObUncertainty changed;
  ObCorrelation *place;
  gboolean found;
  gsize after;

  g_return_val_if_fail (uncertainty != NULL, FALSE);
  g_return_val_if_fail (a < OB_N_PARAMETERS && b < OB_N_PARAMETERS, FALSE);

  changed = *uncertainty;
  place = &changed.correlations[find_pair (&changed, a, b, &found)];
  after = (gsize) (&changed.correlations[changed.n_correlations] - place);

  if (rank == 0)
    {
      if (!found)
        return TRUE;
      memmove (place, place + 1, (after - 1) * sizeof *place);
      changed.n_correlations--;
      *uncertainty = changed;
      return TRUE;
    }

  if (!found && changed.n_correlations == OB_CORRELATIONS_MAX)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   _ ("at most %d correlations are possible"), OB_CORRELATIONS_MAX);
      return FALSE;
    }
  if (!found)
    {
      memmove (place + 1, place, after * sizeof *place);
      changed.n_correlations++;
    }
  *place = (ObCorrelation){ MIN (a, b), MAX (a, b), rank };

  if (!ob_correlations_check (changed.correlations, changed.n_correlations, error))
    return FALSE;

  *uncertainty = changed;
  return TRUE;
}
