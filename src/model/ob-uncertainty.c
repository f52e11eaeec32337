/* ob-uncertainty.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-uncertainty.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
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

static int
compare_pairs (const void *first, const void *second)
{
  const ObCorrelation *a = first;
  const ObCorrelation *b = second;

  if (a->a != b->a)
    return a->a < b->a ? -1 : 1;

  return a->b < b->b ? -1 : a->b > b->b;
}

gboolean
ob_uncertainty_set_correlations (ObUncertainty *uncertainty,
                                 const ObCorrelation *pairs,
                                 guint n,
                                 GError **error)
{
  ObCorrelation kept[OB_CORRELATIONS_MAX];
  guint n_kept = 0;

  g_return_val_if_fail (uncertainty != NULL, FALSE);
  g_return_val_if_fail (pairs != NULL || n == 0, FALSE);

  for (guint k = 0; k < n; k++)
    {
      if (pairs[k].rank == 0)
        continue;
      if (n_kept == OB_CORRELATIONS_MAX)
        {
          g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                       _ ("at most %d correlations are possible"), OB_CORRELATIONS_MAX);
          return FALSE;
        }
      kept[n_kept++] = (ObCorrelation){ MIN (pairs[k].a, pairs[k].b), MAX (pairs[k].a, pairs[k].b),
                                        pairs[k].rank };
    }

  qsort (kept, n_kept, sizeof *kept, compare_pairs);
  if (!ob_correlations_check (kept, n_kept, error))
    return FALSE;

  memset (uncertainty->correlations, 0, sizeof uncertainty->correlations);
  memcpy (uncertainty->correlations, kept, n_kept * sizeof *kept);
  uncertainty->n_correlations = n_kept;

  return TRUE;
}

gboolean
ob_uncertainty_set_correlation (ObUncertainty *uncertainty,
                                ObParameter a,
                                ObParameter b,
                                double rank,
                                GError **error)
{
  ObCorrelation pairs[OB_CORRELATIONS_MAX + 1];
  gboolean found;
  guint i;

  g_return_val_if_fail (uncertainty != NULL, FALSE);
  g_return_val_if_fail (a < OB_N_PARAMETERS && b < OB_N_PARAMETERS, FALSE);

  memcpy (pairs, uncertainty->correlations, uncertainty->n_correlations * sizeof *pairs);
  i = find_pair (uncertainty, a, b, &found);
  if (!found)
    i = uncertainty->n_correlations;
  pairs[i] = (ObCorrelation){ a, b, rank };

  return ob_uncertainty_set_correlations (uncertainty, pairs,
                                          uncertainty->n_correlations + (found ? 0 : 1), error);
}
