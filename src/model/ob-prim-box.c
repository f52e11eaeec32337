/* ob-prim-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-prim-private.h"

#include <math.h>

double
ob_prim_get_tail (gsize n, double p, gsize least)
{
  const double odds = p / (1 - p);
  int sign;
  gsize k;
  double term;
  double sum;

  if (least == 0 || p >= 1)
    return 1;
  if (least > n || p <= 0)
    return 0;

  /* From the end of the tail that is nearest to the middle, outwards. */
  k = (double) least > (double) n * p ? least : least - 1;
  term = exp (lgamma_r ((double) n + 1, &sign) - lgamma_r ((double) k + 1, &sign)
              - lgamma_r ((double) (n - k) + 1, &sign) + (double) k * log (p)
              + (double) (n - k) * log1p (-p));
  sum = term;
  if (k == least)
    {
      for (; k < n && term > sum * 1e-17; k++)
        {
          term *= (double) (n - k) / (double) (k + 1) * odds;
          sum += term;
        }
      return MIN (sum, 1);
    }

  for (; k > 0 && term > sum * 1e-17; k--)
    {
      term *= (double) k / (double) (n - k + 1) / odds;
      sum += term;
    }
  return CLAMP (1 - sum, 0, 1);
}

/* The phi coefficient. */
static double
get_score (const ObPrimCases *cases, gsize n, gsize n_hits)
{
  const double in_hits = (double) n_hits;
  const double in_rest = (double) (n - n_hits);
  const double out_hits = (double) (cases->n_hits - n_hits);
  const double out_rest = (double) (cases->n - cases->n_hits) - in_rest;
  const double product =
    (in_hits + in_rest) * (out_hits + out_rest) * (in_hits + out_hits) * (in_rest + out_rest);

  return product > 0 ? (in_hits * out_rest - in_rest * out_hits) / sqrt (product) : 0;
}

gboolean
ob_prim_is_inside (const ObPrimCases *cases, const ObPrimLimit *limit, guint32 row)
{
  for (guint j = 0; j < cases->d; j++)
    {
      const double value = cases->x[j][row];

      if (value < limit[j].low || value > limit[j].high)
        return FALSE;
    }

  return TRUE;
}

void
ob_prim_count (const ObPrimCases *cases, const ObPrimLimit *limit, gsize *n, gsize *n_hits)
{
  g_autofree guint *restricted = g_new (guint, cases->d);
  guint n_restricted = 0;

  for (guint j = 0; j < cases->d; j++)
    {
      if (isfinite (limit[j].low) || isfinite (limit[j].high))
        restricted[n_restricted++] = j;
    }

  *n = 0;
  *n_hits = 0;
  for (gsize i = 0; i < cases->n; i++)
    {
      const guint32 row = cases->rows[i];
      guint k;

      for (k = 0; k < n_restricted; k++)
        {
          const double value = cases->x[restricted[k]][row];

          if (value < limit[restricted[k]].low || value > limit[restricted[k]].high)
            break;
        }
      if (k < n_restricted)
        continue;

      *n += 1;
      *n_hits += cases->hit[row] != FALSE;
    }
}

/* The quasi-p-value of one side, @open being the box without it. */
static double
test_side (const ObPrimCases *cases, const ObPrimBox *box, const ObPrimLimit *open)
{
  gsize n;
  gsize n_hits;

  ob_prim_count (cases, open, &n, &n_hits);

  return n == 0 ? 1 : ob_prim_get_tail (box->n, (double) n_hits / (double) n, box->n_hits);
}

static void
test_sides (const ObPrimCases *cases, ObPrimBox *box)
{
  g_autofree ObPrimLimit *open = g_memdup2 (box->limit, cases->d * sizeof *open);

  for (guint j = 0; j < cases->d; j++)
    {
      ObPrimLimit *limit = &box->limit[j];

      limit->p_low = NAN;
      limit->p_high = NAN;
      if (isfinite (limit->low))
        {
          open[j].low = -INFINITY;
          limit->p_low = test_side (cases, box, open);
          open[j].low = limit->low;
        }
      if (isfinite (limit->high))
        {
          open[j].high = INFINITY;
          limit->p_high = test_side (cases, box, open);
          open[j].high = limit->high;
        }
    }
}

void
ob_prim_box_init (ObPrimBox *box, const ObPrimCases *cases, const ObPrimLimit *limit)
{
  *box = (ObPrimBox){ .limit = g_memdup2 (limit, cases->d * sizeof *limit) };
  ob_prim_count (cases, limit, &box->n, &box->n_hits);
  for (guint j = 0; j < cases->d; j++)
    box->n_restricted += isfinite (limit[j].low) || isfinite (limit[j].high);
  box->coverage = cases->n_hits > 0 ? (double) box->n_hits / (double) cases->n_hits : 0;
  box->density = box->n > 0 ? (double) box->n_hits / (double) box->n : 0;
  box->mass = cases->n > 0 ? (double) box->n / (double) cases->n : 0;
  box->score = get_score (cases, box->n, box->n_hits);
}

void
ob_prim_box_clear (gpointer data)
{
  ObPrimBox *box = data;

  g_free (box->limit);
}

void
ob_prim_add_box (GArray *boxes, const ObPrimCases *cases, const ObPrimLimit *limit)
{
  ObPrimBox box;

  ob_prim_box_init (&box, cases, limit);
  test_sides (cases, &box);
  g_array_append_val (boxes, box);
}
