/* ob-study.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-study.h"

#include <math.h>

typedef struct
{
  const ObSampler *sampler;
  ObMetric metric;
} Study;

/* The metric of each draw. FALSE if cancelled. */
static gboolean
run (const double *const *x, gsize n, double *y, GCancellable *cancellable, gpointer user_data)
{
  const Study *study = user_data;
  const ObSampler *sampler = study->sampler;
  ObSweepAxis axes[OB_N_PARAMETERS];
  ObSweepResult result = { NULL, NULL, NULL };

  for (guint k = 0; k < sampler->n_levers; k++)
    axes[k] = (ObSweepAxis){ sampler->levers[k], x[k] };
  if (study->metric == OB_METRIC_NPV)
    result.npv = y;
  else
    result.bubble_risk = y;

  return ob_sweep (&sampler->inputs, axes, sampler->n_levers, n, &result, cancellable);
}

/* The values of one of the independent samples, for each lever @n of them, which are
 * in *values. */
static const double **
fill_block (const ObSampler *sampler, guint block, gsize n, double **values)
{
  const guint d = sampler->n_levers;
  g_autofree double *shares = g_new (double, d *n);
  g_autofree const double **share_columns = g_new (const double *, d);
  double **columns = g_new (double *, d);

  *values = g_new (double, d *n);
  for (guint k = 0; k < d; k++)
    {
      ob_sampler_fill_shares (sampler, block, k, 0, n, shares + k * n);
      share_columns[k] = shares + k * n;
      columns[k] = *values + k * n;
    }
  ob_sampler_fill_values (sampler, share_columns, n, columns);

  return (const double **) columns;
}

ObTornado *
ob_study_tornado (const ObSampler *sampler, ObMetric metric, GCancellable *cancellable)
{
  ObTornadoRange ranges[OB_N_PARAMETERS];

  g_return_val_if_fail (sampler != NULL, NULL);

  for (guint k = 0; k < sampler->n_levers; k++)
    ranges[k] = (ObTornadoRange){ sampler->levers[k], sampler->distributions[k].low, NAN,
                                  sampler->distributions[k].high };

  return ob_tornado_new (&sampler->inputs, ranges, sampler->n_levers, metric, cancellable);
}

ObSensitivity *
ob_study_sensitivity (const ObSampler *sampler, ObMetric metric, gsize n, GCancellable *cancellable)
{
  Study study = { sampler, metric };
  g_autofree double *a_values = NULL;
  g_autofree double *b_values = NULL;
  g_autofree const double **a = NULL;
  g_autofree const double **b = NULL;

  g_return_val_if_fail (sampler != NULL && sampler->n_levers > 0, NULL);
  g_return_val_if_fail (!sampler->correlated, NULL);
  g_return_val_if_fail (metric == OB_METRIC_NPV || metric == OB_METRIC_BUBBLE_RISK, NULL);

  a = fill_block (sampler, 0, n, &a_values);
  b = fill_block (sampler, 1, n, &b_values);

  return ob_sensitivity_new (a, b, n, sampler->n_levers, run, &study, OB_SENSITIVITY_RESAMPLES, 1,
                             cancellable);
}

ObPrim *
ob_study_discover (const ObSampler *sampler,
                   const ObStudyTarget *target,
                   gsize n,
                   GCancellable *cancellable)
{
  g_autofree double *values = NULL;
  g_autofree const double **columns = NULL;
  g_autofree double *metric = NULL;
  g_autofree gboolean *hit = NULL;
  Study study;

  g_return_val_if_fail (sampler != NULL && sampler->n_levers > 0, NULL);
  g_return_val_if_fail (target != NULL, NULL);
  g_return_val_if_fail (target->metric == OB_METRIC_NPV || target->metric == OB_METRIC_BUBBLE_RISK,
                        NULL);

  study = (Study){ sampler, target->metric };
  columns = fill_block (sampler, 0, n, &values);
  metric = g_new (double, n);
  if (!run (columns, n, metric, cancellable, &study))
    return NULL;

  hit = g_new (gboolean, n);
  for (gsize i = 0; i < n; i++)
    hit[i] = target->below ? metric[i] < target->threshold : metric[i] > target->threshold;

  return ob_prim_new (columns, hit, n, sampler->n_levers, NULL, cancellable);
}
