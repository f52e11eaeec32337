/* ob-correlation-repair.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-correlation-repair.h"

#include <math.h>
#include <string.h>

/* Ranks are suggested in steps of one part in so many. */
#define PARTS 100

static gboolean
can_hold (const ObCorrelation *pairs, guint n, guint which, double rank)
{
  ObCorrelation changed[OB_CORRELATIONS_MAX];

  memcpy (changed, pairs, n * sizeof *pairs);
  changed[which].rank = rank;

  return ob_correlations_check (changed, n, NULL);
}

gboolean
ob_correlations_fit (const ObCorrelation *pairs, guint n, guint which, double *rank)
{
  double low, high, best, middle;

  g_return_val_if_fail (rank != NULL, FALSE);

  if (!ob_correlations_get_limits (pairs, n, which, &low, &high))
    return FALSE;

  middle = (low + high) / 2;
  if (pairs[which].rank < low)
    best = (floor (low * PARTS) + 1) / PARTS;
  else if (pairs[which].rank > high)
    best = (ceil (high * PARTS) - 1) / PARTS;
  else
    best = pairs[which].rank;
  if (!can_hold (pairs, n, which, best))
    best = middle;
  if (!can_hold (pairs, n, which, best))
    return FALSE;

  /* There is no minus zero for people. */
  *rank = best + 0.;
  return TRUE;
}

guint
ob_correlations_find_weakest (const ObCorrelation *pairs, guint n, guint keep, double *rank)
{
  guint weakest = n;

  g_return_val_if_fail (pairs != NULL || n == 0, n);
  g_return_val_if_fail (rank != NULL, n);

  for (guint k = 0; k < n; k++)
    {
      double fit;

      if (k == keep || !ob_correlations_fit (pairs, n, k, &fit))
        continue;
      if (weakest < n && fabs (fit - pairs[k].rank) >= fabs (*rank - pairs[weakest].rank))
        continue;
      weakest = k;
      *rank = fit;
    }

  return weakest;
}

double
ob_correlations_find_share (const ObCorrelation *pairs, guint n)
{
  ObCorrelation weaker[OB_CORRELATIONS_MAX];
  int possible = 0, impossible = PARTS + 1;

  g_return_val_if_fail (pairs != NULL || n == 0, 0);
  g_return_val_if_fail (n <= OB_CORRELATIONS_MAX, 0);

  memcpy (weaker, pairs, n * sizeof *pairs);
  while (impossible - possible > 1)
    {
      const int parts = (possible + impossible) / 2;

      for (guint k = 0; k < n; k++)
        weaker[k].rank = pairs[k].rank * parts / PARTS;
      if (ob_correlations_check (weaker, n, NULL))
        possible = parts;
      else
        impossible = parts;
    }

  return (double) possible / PARTS;
}
