/* ob-correlation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-correlation.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Of a variance: what the levers before leave of a lever. Less than this is
 * rounding. */
#define LEAST 1e-10

/* A. L. Cholesky's decomposition, in place. Returns whether the matrix is
 * positive definite. */
static gboolean
decompose (double *matrix, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      for (guint j = 0; j <= i; j++)
        {
          double sum = matrix[i * n + j];

          for (guint k = 0; k < j; k++)
            sum -= matrix[i * n + k] * matrix[j * n + k];

          if (i != j)
            matrix[i * n + j] = sum / matrix[j * n + j];
          else if (sum > LEAST)
            matrix[i * n + i] = sqrt (sum);
          else
            return FALSE;
        }
      for (guint j = i + 1; j < n; j++)
        matrix[i * n + j] = 0;
    }

  return TRUE;
}

static guint
find_lever (const ObParameter *levers, guint n_levers, ObParameter lever)
{
  guint i = 0;

  while (i < n_levers && levers[i] != lever)
    i++;

  return i;
}

static gboolean
fill_factor (const ObCorrelation *pairs,
             guint n,
             const ObParameter *levers,
             guint n_levers,
             double *factor,
             gboolean *positive)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n_levers; i++)
    {
      for (guint j = 0; j < n_levers; j++)
        factor[i * n_levers + j] = i == j;
    }

  for (guint k = 0; k < n; k++)
    {
      const guint a = find_lever (levers, n_levers, pairs[k].a);
      const guint b = find_lever (levers, n_levers, pairs[k].b);
      const double normal = 2 * sin (G_PI * pairs[k].rank / 6);

      if (a == n_levers || b == n_levers)
        continue;
      factor[a * n_levers + b] = factor[b * n_levers + a] = normal;
      any |= pairs[k].rank != 0;
    }
  *positive = decompose (factor, n_levers);

  return any;
}

static guint
list_levers (const ObCorrelation *pairs, guint n, ObParameter *levers)
{
  guint n_levers = 0;

  for (guint k = 0; k < n; k++)
    {
      if (find_lever (levers, n_levers, pairs[k].a) == n_levers)
        levers[n_levers++] = pairs[k].a;
      if (find_lever (levers, n_levers, pairs[k].b) == n_levers)
        levers[n_levers++] = pairs[k].b;
    }

  return n_levers;
}

static gboolean
refuse (const ObCorrelation *pair, const char *what, GError **error)
{
  g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
               /* Translators: ids of two parameters and what is wrong with them. */
               _ ("correlation of %s and %s: %s"), ob_parameter_get_id (pair->a),
               ob_parameter_get_id (pair->b), what);

  return FALSE;
}

gboolean
ob_correlations_check (const ObCorrelation *pairs, guint n, GError **error)
{
  ObParameter levers[2 * OB_CORRELATIONS_MAX];
  g_autofree double *factor = NULL;
  gboolean positive;

  g_return_val_if_fail (pairs != NULL || n == 0, FALSE);

  if (n > OB_CORRELATIONS_MAX)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   _ ("at most %d correlations are possible"), OB_CORRELATIONS_MAX);
      return FALSE;
    }

  for (guint k = 0; k < n; k++)
    {
      if (pairs[k].a >= OB_N_PARAMETERS || pairs[k].b >= OB_N_PARAMETERS)
        {
          g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_UNKNOWN_ID, _ ("no such parameter"));
          return FALSE;
        }
      if (pairs[k].a >= pairs[k].b)
        return refuse (&pairs[k], _ ("the first has to come before the second"), error);
      /* Written so that NaN fails. */
      if (!(pairs[k].rank > -1 && pairs[k].rank < 1))
        return refuse (&pairs[k], _ ("it has to be above −1 and below 1"), error);
      for (guint i = 0; i < k; i++)
        {
          if (pairs[i].a == pairs[k].a && pairs[i].b == pairs[k].b)
            return refuse (&pairs[k], _ ("it is given twice"), error);
        }
    }

  factor = g_new (double, 4 * OB_CORRELATIONS_MAX * OB_CORRELATIONS_MAX);
  fill_factor (pairs, n, levers, list_levers (pairs, n, levers), factor, &positive);
  if (positive)
    return TRUE;

  /* One more at a time, so that the one to blame can be named. Some that cannot hold
   * alone can hold with those after them, so that this is no way to check. */
  for (guint k = 1; k < n; k++)
    {
      fill_factor (pairs, k, levers, list_levers (pairs, k, levers), factor, &positive);
      if (!positive)
        return refuse (&pairs[k - 1], _ ("it contradicts the correlations before it"), error);
    }

  return refuse (&pairs[n - 1], _ ("it contradicts the correlations before it"), error);
}

/* The last row of the factor of all levers but @without, with @last behind the
 * others. Returns whether they can hold at once. */
static gboolean
fill_last_row (const ObCorrelation *pairs,
               guint n,
               ObParameter last,
               ObParameter without,
               double *row,
               guint *n_levers)
{
  ObParameter levers[2 * OB_CORRELATIONS_MAX];
  ObParameter order[2 * OB_CORRELATIONS_MAX];
  g_autofree double *factor = NULL;
  const guint n_all = list_levers (pairs, n, levers);
  gboolean positive;
  guint count = 0;

  for (guint i = 0; i < n_all; i++)
    {
      if (levers[i] != last && levers[i] != without)
        order[count++] = levers[i];
    }
  order[count++] = last;

  factor = g_new (double, (gsize) count *count);
  fill_factor (pairs, n, order, count, factor, &positive);
  memcpy (row, factor + (gsize) (count - 1) * count, count * sizeof *row);
  *n_levers = count;

  return positive;
}

static double
get_rank (double normal)
{
  return 6 / G_PI * asin (CLAMP (normal, -1, 1) / 2);
}

gboolean
ob_correlations_get_limits (const ObCorrelation *pairs,
                            guint n,
                            guint which,
                            double *low,
                            double *high)
{
  double first[2 * OB_CORRELATIONS_MAX];
  double second[2 * OB_CORRELATIONS_MAX];
  double middle = 0, radius;
  guint n_levers;

  g_return_val_if_fail (pairs != NULL && n <= OB_CORRELATIONS_MAX && which < n, FALSE);
  g_return_val_if_fail (low != NULL && high != NULL, FALSE);

  if (!fill_last_row (pairs, n, pairs[which].a, pairs[which].b, first, &n_levers)
      || !fill_last_row (pairs, n, pairs[which].b, pairs[which].a, second, &n_levers))
    return FALSE;

  /* What the others make of the two, and what is left for them to share. */
  for (guint i = 0; i + 1 < n_levers; i++)
    middle += first[i] * second[i];
  radius = first[n_levers - 1] * second[n_levers - 1];
  *low = get_rank (middle - radius);
  *high = get_rank (middle + radius);

  return TRUE;
}

gboolean
ob_correlations_factor (const ObCorrelation *pairs,
                        guint n,
                        const ObParameter *levers,
                        guint n_levers,
                        double *factor)
{
  gboolean positive, any;

  g_return_val_if_fail (pairs != NULL || n == 0, FALSE);
  g_return_val_if_fail (factor != NULL || n_levers == 0, FALSE);

  any = fill_factor (pairs, n, levers, n_levers, factor, &positive);
  g_return_val_if_fail (positive, FALSE);

  return any;
}
