/* ob-sampler.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-sampler.h"

#include "ob-normal.h"
#include "ob-parallel.h"
#include "ob-sobol.h"

#include <math.h>
#include <string.h>

/* Dimensions of one block, and draws that a thread takes at a time. */
#define BLOCK (OB_SOBOL_N_DIMENSIONS / OB_SAMPLER_N_BLOCKS)
#define PIECE 256

G_STATIC_ASSERT (OB_N_PARAMETERS <= BLOCK);

ObSampler *
ob_sampler_new (const ObInputs *inputs, const ObUncertainty *uncertainty)
{
  ObSampler *sampler;

  g_return_val_if_fail (inputs != NULL && uncertainty != NULL, NULL);

  sampler = g_new0 (ObSampler, 1);
  sampler->inputs = *inputs;
  sampler->seed = uncertainty->seed;
  sampler->n_levers = ob_uncertainty_get_levers (uncertainty, sampler->levers);
  for (guint k = 0; k < sampler->n_levers; k++)
    sampler->distributions[k] = ob_distribution_resolve (
      &uncertainty->distributions[sampler->levers[k]], inputs->value[sampler->levers[k]]);

  sampler->factor = g_new (double, (gsize) sampler->n_levers * sampler->n_levers);
  sampler->correlated =
    ob_correlations_factor (uncertainty->correlations, uncertainty->n_correlations, sampler->levers,
                            sampler->n_levers, sampler->factor);

  return sampler;
}

void
ob_sampler_free (ObSampler *sampler)
{
  if (sampler == NULL)
    return;

  g_free (sampler->factor);
  g_free (sampler);
}

void
ob_sampler_fill_shares (const ObSampler *sampler,
                        guint block,
                        guint lever,
                        guint64 first,
                        gsize n,
                        double *out)
{
  g_return_if_fail (sampler != NULL && block < OB_SAMPLER_N_BLOCKS && lever < sampler->n_levers);

  ob_sobol_fill (sampler->seed, block * BLOCK + sampler->levers[lever], first, n, out);
}

static gboolean
is_independent (const ObSampler *sampler, guint lever)
{
  const double *row = sampler->factor + (gsize) lever * sampler->n_levers;

  for (guint k = 0; k < lever; k++)
    {
      if (row[k] != 0)
        return FALSE;
    }

  return TRUE;
}

/* The copula: what @lever shares with those before it, and its own. */
static void
correlate (const ObSampler *sampler,
           const double *const *shares,
           guint lever,
           gsize n,
           double *values)
{
  const double *row = sampler->factor + (gsize) lever * sampler->n_levers;

  memset (values, 0, n * sizeof *values);
  for (guint k = 0; k <= lever; k++)
    {
      if (row[k] == 0)
        continue;
      for (gsize i = 0; i < n; i++)
        values[i] += row[k] * ob_normal_quantile (shares[k][i]);
    }
  for (gsize i = 0; i < n; i++)
    values[i] = ob_normal_cdf (values[i]);
}

void
ob_sampler_fill_values (const ObSampler *sampler,
                        const double *const *shares,
                        gsize n,
                        double *const *values)
{
  g_return_if_fail (sampler != NULL);

  for (guint k = 0; k < sampler->n_levers; k++)
    {
      const double *share = shares[k];

      if (!is_independent (sampler, k))
        {
          correlate (sampler, shares, k, n, values[k]);
          share = values[k];
        }
      ob_distribution_fill (&sampler->distributions[k], sampler->levers[k], share, n, values[k]);
    }
}

typedef struct
{
  const ObSampler *sampler;
  guint64 first;
  gsize n;
  double *values;
  double *const *metrics;
} Job;

static void
draw_piece (const Job *job, gsize piece)
{
  const ObSampler *sampler = job->sampler;
  const gsize start = piece * PIECE;
  const gsize n = MIN (PIECE, job->n - start);
  g_autofree double *buffer = g_new (double, (gsize) sampler->n_levers *PIECE);
  const double *shares[OB_N_PARAMETERS];
  double *values[OB_N_PARAMETERS];

  for (guint k = 0; k < sampler->n_levers; k++)
    {
      double *share = buffer + (gsize) k * PIECE;

      ob_sampler_fill_shares (sampler, 0, k, job->first + start, n, share);
      shares[k] = share;
      values[k] = job->values + (gsize) k * job->n + start;
    }
  ob_sampler_fill_values (sampler, shares, n, values);
}

static void
draw_pieces (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  for (gsize piece = first; piece < end && !g_cancellable_is_cancelled (cancellable); piece++)
    draw_piece (user_data, piece);
}

gboolean
ob_sampler_draw (const ObSampler *sampler,
                 guint64 first,
                 gsize n,
                 double *values,
                 GCancellable *cancellable)
{
  Job job = { .sampler = sampler, .first = first, .n = n, .values = values };

  g_return_val_if_fail (sampler != NULL, FALSE);
  g_return_val_if_fail (values != NULL || n == 0 || sampler->n_levers == 0, FALSE);

  return ob_parallel_for ((n + PIECE - 1) / PIECE, draw_pieces, &job, cancellable);
}

void
ob_sampler_get_draw (const ObSampler *sampler, guint64 index, ObInputs *inputs)
{
  double values[OB_N_PARAMETERS];
  Job job = { .sampler = sampler, .first = index, .n = 1, .values = values };

  g_return_if_fail (sampler != NULL && inputs != NULL);

  *inputs = sampler->inputs;
  draw_piece (&job, 0);
  for (guint k = 0; k < sampler->n_levers; k++)
    inputs->value[sampler->levers[k]] = values[k];
}

static void
run_draws (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  const Job *job = user_data;
  const ObSampler *sampler = job->sampler;
  g_autofree ObRun *run = g_new (ObRun, 1);
  ObInputs inputs = sampler->inputs;

  for (gsize i = first; i < end && !g_cancellable_is_cancelled (cancellable); i++)
    {
      for (guint k = 0; k < sampler->n_levers; k++)
        inputs.value[sampler->levers[k]] = job->values[(gsize) k * job->n + i];
      ob_run (&inputs, run);
      for (ObMetric m = 0; m < OB_N_METRICS; m++)
        {
          if (job->metrics[m] != NULL)
            job->metrics[m][i] = run->metric[m];
        }
    }
}

gboolean
ob_sampler_run (const ObSampler *sampler,
                guint64 first,
                gsize n,
                double *const *metrics,
                double *values,
                GCancellable *cancellable)
{
  g_autofree double *own = NULL;
  Job job = { .sampler = sampler, .first = first, .n = n, .metrics = metrics };

  g_return_val_if_fail (sampler != NULL && metrics != NULL, FALSE);

  if (values == NULL)
    values = own = g_new (double, (gsize) sampler->n_levers *n);
  job.values = values;

  return ob_sampler_draw (sampler, first, n, values, cancellable)
         && ob_parallel_for (n, run_draws, &job, cancellable);
}
