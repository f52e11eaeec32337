/* ob-sensitivity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-sensitivity.h"

#include "ob-parallel.h"
#include "ob-philox.h"

#include <math.h>

/* Standard deviations to each side that hold 95 % of a normal distribution. */
#define SIDE 1.959963984540054

/* The outputs of all cases, less their mean: estimators of parts of the variance
 * are much steadier for them. For each input the two terms whose means, over the
 * variance, are its indices. */
typedef struct
{
  gsize n;
  guint d;
  double *a;
  double *b;
  double *first; /* d x n */
  double *total; /* d x n */
  guint32 seed;
  /* For each resample 2 d numbers, the first-order indices first. */
  double *resampled;
} Terms;

static void
terms_clear (Terms *terms)
{
  g_free (terms->a);
  g_free (terms->b);
  g_free (terms->first);
  g_free (terms->total);
  g_free (terms->resampled);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Terms, terms_clear)

static double
sum_up (const double *value, const double *weight, gsize n)
{
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += weight[i] * value[i];

  return sum;
}

/* The variance of both samples together, each case counted as often as @weight
 * says, which sums up to n. */
static double
get_variance (const Terms *terms, const double *weight)
{
  const double n = 2 * (double) terms->n;
  double mean = (sum_up (terms->a, weight, terms->n) + sum_up (terms->b, weight, terms->n)) / n;
  double sum = 0;

  for (gsize i = 0; i < terms->n; i++)
    {
      const double a = terms->a[i] - mean;
      const double b = terms->b[i] - mean;

      sum += weight[i] * (a * a + b * b);
    }

  return sum / n;
}

/* The indices, first-order ones first; none where there is no variance. */
static void
estimate (const Terms *terms, const double *weight, double *indices)
{
  const double all = (double) terms->n * get_variance (terms, weight);

  for (guint j = 0; j < terms->d; j++)
    {
      const double first = sum_up (terms->first + j * terms->n, weight, terms->n);
      const double total = sum_up (terms->total + j * terms->n, weight, terms->n);

      indices[j] = all > 0 ? first / all : NAN;
      indices[terms->d + j] = all > 0 ? total / all : NAN;
    }
}

static void
resample (gsize first, gsize end, GCancellable *cancellable, gpointer data)
{
  Terms *terms = data;
  g_autofree double *weight = g_new (double, terms->n);

  for (gsize r = first; r < end && !g_cancellable_is_cancelled (cancellable); r++)
    {
      for (gsize i = 0; i < terms->n; i++)
        weight[i] = 0;
      for (gsize i = 0; i < terms->n; i++)
        {
          const double u = ob_philox_uniform (terms->seed, (guint32) r, i);

          weight[MIN ((gsize) (u * (double) terms->n), terms->n - 1)]++;
        }
      estimate (terms, weight, terms->resampled + r * 2 * terms->d);
    }
}

/* Half the interval of index k. A resample without variance has nothing to say. */
static double
get_side (const Terms *terms, guint n_resamples, guint k)
{
  double sum = 0;
  double squares = 0;
  guint n = 0;

  for (guint r = 0; r < n_resamples; r++)
    {
      const double value = terms->resampled[(gsize) r * 2 * terms->d + k];

      if (isfinite (value))
        {
          sum += value;
          n++;
        }
    }
  for (guint r = 0; r < n_resamples; r++)
    {
      const double value = terms->resampled[(gsize) r * 2 * terms->d + k];

      if (isfinite (value))
        squares += (value - sum / n) * (value - sum / n);
    }

  return n > 1 ? SIDE * sqrt (squares / (n - 1)) : 0;
}

/* Runs all samples. FALSE if cancelled. */
static gboolean
run (Terms *terms,
     const double *const *a,
     const double *const *b,
     ObSensitivityFunc func,
     gpointer user_data,
     double *mean,
     GCancellable *cancellable)
{
  const gsize n = terms->n;
  g_autofree const double **mixed = g_memdup2 (a, terms->d * sizeof *mixed);
  double sum = 0;

  if (!func (a, n, terms->a, cancellable, user_data)
      || !func (b, n, terms->b, cancellable, user_data))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    sum += terms->a[i] + terms->b[i];
  *mean = sum / (2 * (double) n);

  for (guint j = 0; j < terms->d; j++)
    {
      double *first = terms->first + j * n;
      double *total = terms->total + j * n;

      /* All of the first sample but this input, which is of the second. */
      mixed[j] = b[j];
      if (!func (mixed, n, first, cancellable, user_data))
        return FALSE;
      mixed[j] = a[j];

      for (gsize i = 0; i < n; i++)
        {
          const double change = first[i] - terms->a[i];

          first[i] = (terms->b[i] - *mean) * change;
          total[i] = change * change / 2;
        }
    }

  for (gsize i = 0; i < n; i++)
    {
      terms->a[i] -= *mean;
      terms->b[i] -= *mean;
    }

  return TRUE;
}

static ObSensitivity *
make_result (const Terms *terms, double mean, guint n_resamples)
{
  ObSensitivity *self = g_new0 (ObSensitivity, 1);
  g_autofree double *weight = g_new (double, terms->n);
  g_autofree double *indices = g_new (double, 2 * terms->d);

  for (gsize i = 0; i < terms->n; i++)
    weight[i] = 1;
  estimate (terms, weight, indices);

  self->d = terms->d;
  self->n = terms->n;
  self->mean = mean;
  self->variance = get_variance (terms, weight);
  self->first = g_new (ObSensitivityIndex, terms->d);
  self->total = g_new (ObSensitivityIndex, terms->d);
  for (guint k = 0; k < 2 * terms->d; k++)
    {
      ObSensitivityIndex *index = k < terms->d ? &self->first[k] : &self->total[k - terms->d];
      const double side = get_side (terms, n_resamples, k);

      *index = (ObSensitivityIndex){ indices[k], indices[k] - side, indices[k] + side };
    }

  return self;
}

ObSensitivity *
ob_sensitivity_new (const double *const *a,
                    const double *const *b,
                    gsize n,
                    guint d,
                    ObSensitivityFunc func,
                    gpointer user_data,
                    guint n_resamples,
                    guint32 seed,
                    GCancellable *cancellable)
{
  g_auto (Terms) terms = { .n = n, .d = d, .seed = seed };
  double mean;

  g_return_val_if_fail (a != NULL && b != NULL && func != NULL, NULL);
  g_return_val_if_fail (n >= 2 && d > 0, NULL);

  terms.a = g_new (double, n);
  terms.b = g_new (double, n);
  terms.first = g_new (double, n *d);
  terms.total = g_new (double, n *d);
  terms.resampled = g_new (double, (gsize) n_resamples * 2 * d);

  if (!run (&terms, a, b, func, user_data, &mean, cancellable)
      || !ob_parallel_for (n_resamples, resample, &terms, cancellable))
    return NULL;

  return make_result (&terms, mean, n_resamples);
}

void
ob_sensitivity_free (ObSensitivity *sensitivity)
{
  if (sensitivity == NULL)
    return;

  g_free (sensitivity->first);
  g_free (sensitivity->total);
  g_free (sensitivity);
}
