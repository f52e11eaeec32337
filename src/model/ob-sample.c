/* ob-sample.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-sample.h"

#include "ob-rank.h"

#include <math.h>
#include <string.h>

const double ob_sample_levels[OB_SAMPLE_N_LEVELS] = { 0.05, 0.2, 0.35, 0.5, 0.65, 0.8, 0.95 };

/* What charts over time draw bands of: for each chart what it is about. */
static const ObSeries series[] = {
  OB_SERIES_CAPEX,           OB_SERIES_REVENUE,  OB_SERIES_ENERGISED_GW,     OB_SERIES_USER_PRICE,
  OB_SERIES_CUMULATIVE_CASH, OB_SERIES_CRASH_2Y, OB_SERIES_CRASH_CUMULATIVE,
};

static void
count_payback (ObSample *sample, const double *payback)
{
  guint count[OB_N_QUARTERS] = { 0 };
  gsize sum = 0;

  for (gsize i = 0; i < sample->n_draws; i++)
    {
      if (payback[i] >= 0)
        count[(guint) payback[i]]++;
    }
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      sum += count[i];
      sample->payback[i] = (double) sum / (double) sample->n_draws;
    }
}

static ObSample *
begin (const ObSampler *sampler, gsize n_draws)
{
  ObSample *sample = g_new0 (ObSample, 1);

  g_atomic_ref_count_init (&sample->ref_count);
  sample->n_draws = n_draws;
  sample->n_levers = sampler->n_levers;
  memcpy (sample->levers, sampler->levers, sizeof sample->levers);
  memcpy (sample->distributions, sampler->distributions, sizeof sample->distributions);
  sample->start_year = ob_inputs_get_start_year (&sampler->inputs);
  sample->npv = g_new (double, n_draws);
  sample->bubble_risk = g_new (double, n_draws);

  return sample;
}

/* Runs the draws from @first on; NULL if cancelled. */
static ObFan *
run_piece (ObSample *sample,
           const ObSampler *sampler,
           gsize first,
           gsize n,
           double *payback,
           GCancellable *cancellable)
{
  g_autofree double *values = g_new (double, sampler->n_levers *n);
  ObSweepAxis axes[OB_N_PARAMETERS];
  const ObSweepResult result = {
    .npv = sample->npv + first,
    .bubble_risk = sample->bubble_risk + first,
    .payback = payback + first,
  };

  if (!ob_sampler_draw (sampler, first, n, values, cancellable))
    return NULL;

  for (guint k = 0; k < sampler->n_levers; k++)
    axes[k] = (ObSweepAxis){ sampler->levers[k], values + k * n };

  return ob_fan_new (&sampler->inputs, axes, sampler->n_levers, n, series, G_N_ELEMENTS (series),
                     ob_sample_levels, OB_SAMPLE_N_LEVELS, &result, cancellable);
}

ObSample *
ob_sample_new (const ObSampler *sampler, gsize n_draws, GCancellable *cancellable)
{
  return ob_sample_new_in_pieces (sampler, n_draws, n_draws, NULL, NULL, cancellable);
}

ObSample *
ob_sample_new_in_pieces (const ObSampler *sampler,
                         gsize n_draws,
                         gsize piece,
                         ObSampleProgress progress,
                         gpointer user_data,
                         GCancellable *cancellable)
{
  g_autoptr (ObSample) sample = NULL;
  g_autofree double *payback = NULL;

  g_return_val_if_fail (sampler != NULL && sampler->n_levers > 0, NULL);
  g_return_val_if_fail (piece >= 2 && n_draws > 0 && n_draws % piece == 0, NULL);

  sample = begin (sampler, n_draws);
  payback = g_new (double, n_draws);
  for (gsize first = 0; first < n_draws; first += piece)
    {
      g_autoptr (ObFan) fan = run_piece (sample, sampler, first, piece, payback, cancellable);

      if (fan == NULL)
        return NULL;
      if (sample->fan == NULL)
        sample->fan = g_steal_pointer (&fan);
      else
        ob_fan_add (sample->fan, fan, (guint) (first / piece));
      if (progress != NULL)
        progress (first + piece, user_data);
    }

  count_payback (sample, payback);
  ob_rank_sort (sample->npv, n_draws);
  ob_rank_sort (sample->bubble_risk, n_draws);

  return g_steal_pointer (&sample);
}

ObSample *
ob_sample_ref (ObSample *sample)
{
  g_return_val_if_fail (sample != NULL, NULL);

  g_atomic_ref_count_inc (&sample->ref_count);
  return sample;
}

void
ob_sample_unref (ObSample *sample)
{
  g_return_if_fail (sample != NULL);

  if (!g_atomic_ref_count_dec (&sample->ref_count))
    return;

  g_free (sample->npv);
  g_free (sample->bubble_risk);
  ob_fan_free (sample->fan);
  g_free (sample);
}

/* FALSE if the fan does not have the series. */
static gboolean
find_series (ObSeries wanted, guint *index)
{
  for (guint k = 0; k < G_N_ELEMENTS (series); k++)
    {
      if (series[k] == wanted)
        {
          *index = k;
          return TRUE;
        }
    }

  return FALSE;
}

const double *
ob_sample_get_fan (const ObSample *sample, ObSeries wanted, guint level)
{
  guint index;

  g_return_val_if_fail (sample != NULL && level < OB_SAMPLE_N_LEVELS, NULL);

  return find_series (wanted, &index) ? ob_fan_get (sample->fan, index, level) : NULL;
}

guint
ob_sample_get_n_paths (const ObSample *sample)
{
  g_return_val_if_fail (sample != NULL, 0);

  return sample->fan->n_paths;
}

const double *
ob_sample_get_path (const ObSample *sample, ObSeries wanted, guint draw)
{
  guint index;

  g_return_val_if_fail (sample != NULL && draw < sample->fan->n_paths, NULL);

  return find_series (wanted, &index) ? ob_fan_get_path (sample->fan, index, draw) : NULL;
}

double
ob_sample_get_chance_of_profit (const ObSample *sample)
{
  gsize below = 0, above;

  g_return_val_if_fail (sample != NULL, 0);

  /* The first above zero, by halving. */
  above = sample->n_draws;
  while (below < above)
    {
      const gsize middle = below + (above - below) / 2;

      if (sample->npv[middle] > 0)
        above = middle;
      else
        below = middle + 1;
    }

  return (double) (sample->n_draws - above) / (double) sample->n_draws;
}

double
ob_sample_get_error (const ObSample *sample, double share)
{
  g_return_val_if_fail (sample != NULL, 0);

  return sqrt (MAX (share * (1 - share), 0) / (double) sample->n_draws);
}

double
ob_sample_get_mean (const ObSample *sample)
{
  double sum = 0;

  g_return_val_if_fail (sample != NULL, 0);

  for (gsize i = 0; i < sample->n_draws; i++)
    sum += sample->npv[i];

  return sum / (double) sample->n_draws;
}

double
ob_sample_get_mean_error (const ObSample *sample)
{
  const double mean = ob_sample_get_mean (sample);
  double squares = 0;

  g_return_val_if_fail (sample != NULL && sample->n_draws >= 2, 0);

  for (gsize i = 0; i < sample->n_draws; i++)
    squares += (sample->npv[i] - mean) * (sample->npv[i] - mean);

  return sqrt (squares / (double) (sample->n_draws - 1) / (double) sample->n_draws);
}

double
ob_sample_get_quantile_error (const double *values, gsize n, double share)
{
  const double error = sqrt (MAX (share * (1 - share), 0) / (double) n);

  g_return_val_if_fail (values != NULL && n > 0, 0);

  return (ob_sample_get_quantile (values, n, share + error)
          - ob_sample_get_quantile (values, n, share - error))
         / 2;
}

double
ob_sample_get_quantile (const double *values, gsize n, double share)
{
  double place;
  gsize low;

  g_return_val_if_fail (values != NULL && n > 0, 0);

  place = CLAMP (share, 0, 1) * (double) (n - 1);
  low = (gsize) place;

  return values[low] + (values[MIN (low + 1, n - 1)] - values[low]) * (place - (double) low);
}
