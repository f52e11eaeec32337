/* test-sampler.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"
#include "ob-sampler.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define N_DRAWS 4096

static void
set_case (ObInputs *inputs, ObUncertainty *uncertainty)
{
  ObDistribution *d = uncertainty->distributions;

  ob_inputs_init (inputs);
  ob_uncertainty_init (uncertainty);
  d[OB_PARAMETER_CAPEX] = (ObDistribution){ OB_DISTRIBUTION_PERT, 670, NAN, 949 };
  d[OB_PARAMETER_LIFESPAN] = (ObDistribution){ OB_DISTRIBUTION_LOGNORMAL, 3, NAN, 8 };
  d[OB_PARAMETER_POWER_ADD] = (ObDistribution){ OB_DISTRIBUTION_TRIANGULAR, 3.4, 14, 26 };
  d[OB_PARAMETER_WACC] = (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0.07, NAN, 0.14 };
  g_assert_true (ob_uncertainty_check (uncertainty, NULL));
}

static void
correlate (ObUncertainty *uncertainty)
{
  g_autoptr (GError) error = NULL;

  ob_uncertainty_set_correlation (uncertainty, OB_PARAMETER_WACC, OB_PARAMETER_CAPEX, -0.6, &error);
  g_assert_no_error (error);
  ob_uncertainty_set_correlation (uncertainty, OB_PARAMETER_CAPEX, OB_PARAMETER_POWER_ADD, 0.6,
                                  &error);
  g_assert_no_error (error);
}

static gpointer
draw_all (const ObInputs *inputs, const ObUncertainty *uncertainty, gsize n)
{
  g_autoptr (ObSampler) sampler = ob_sampler_new (inputs, uncertainty);
  double *values = g_new (double, sampler->n_levers *n);

  g_assert_true (ob_sampler_draw (sampler, 0, n, values, NULL));

  return values;
}

static const double *sorted_by;

static int
compare_indices (const void *a, const void *b)
{
  const double x = sorted_by[*(const guint *) a], y = sorted_by[*(const guint *) b];

  return (x > y) - (x < y);
}

static void
rank (const double *values, guint n, double *ranks)
{
  g_autofree guint *order = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  sorted_by = values;
  qsort (order, n, sizeof *order, compare_indices);
  for (guint i = 0; i < n; i++)
    ranks[order[i]] = i;
}

static double
get_rank_correlation (const double *a, const double *b, guint n)
{
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);
  const double mean = (n - 1) / 2.;
  double sum = 0;

  rank (a, n, x);
  rank (b, n, y);
  for (guint i = 0; i < n; i++)
    sum += (x[i] - mean) * (y[i] - mean);

  return sum * 12 / ((double) n * ((double) n * n - 1));
}

static void
test_rank_correlations (void)
{
  g_autofree double *values = NULL;
  ObUncertainty uncertainty;
  ObParameter levers[OB_N_PARAMETERS];
  ObInputs inputs;
  guint n_levers;

  set_case (&inputs, &uncertainty);
  correlate (&uncertainty);
  values = draw_all (&inputs, &uncertainty, N_DRAWS);
  n_levers = ob_uncertainty_get_levers (&uncertainty, levers);
  g_assert_cmpuint (n_levers, ==, 4);
  for (guint a = 0; a < n_levers; a++)
    {
      for (guint b = 0; b < a; b++)
        {
          const double wanted = ob_uncertainty_get_correlation (&uncertainty, levers[a], levers[b]);
          const double found = get_rank_correlation (values + (gsize) a * N_DRAWS,
                                                     values + (gsize) b * N_DRAWS, N_DRAWS);

          g_assert_cmpfloat (fabs (found - wanted), <, 0.02);
        }
    }
}

/* A correlation leaves each lever by itself as it was. */
static void
test_margins (void)
{
  g_autofree double *before = NULL;
  g_autofree double *after = NULL;
  ObUncertainty uncertainty;
  ObInputs inputs;

  set_case (&inputs, &uncertainty);
  before = draw_all (&inputs, &uncertainty, N_DRAWS);
  correlate (&uncertainty);
  after = draw_all (&inputs, &uncertainty, N_DRAWS);
  for (guint k = 0; k < 4; k++)
    {
      double mean_before = 0, mean_after = 0;

      for (guint i = 0; i < N_DRAWS; i++)
        {
          mean_before += before[(gsize) k * N_DRAWS + i] / N_DRAWS;
          mean_after += after[(gsize) k * N_DRAWS + i] / N_DRAWS;
        }
      g_assert_cmpfloat (fabs (mean_after / mean_before - 1), <, 0.005);
    }
}

static void
test_contradiction (void)
{
  ObUncertainty uncertainty, before;
  g_autoptr (GError) error = NULL;

  ob_uncertainty_init (&uncertainty);
  g_assert_true (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_CAPEX,
                                                 OB_PARAMETER_WACC, 0.6, &error));
  g_assert_true (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_WACC,
                                                 OB_PARAMETER_LIFESPAN, 0.6, &error));
  before = uncertainty;
  g_assert_false (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_CAPEX,
                                                  OB_PARAMETER_LIFESPAN, -0.9, &error));
  g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
  g_assert_nonnull (strstr (error->message, "contradicts"));
  g_assert_true (ob_uncertainty_equal (&uncertainty, &before));
  g_clear_error (&error);

  g_assert_false (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_CAPEX,
                                                  OB_PARAMETER_LIFESPAN, 1, &error));
  g_assert_nonnull (strstr (error->message, "capex and lifespan"));
  g_clear_error (&error);
  g_assert_false (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_CAPEX,
                                                  OB_PARAMETER_CAPEX, 0.5, &error));
  g_clear_error (&error);

  /* Taken off again, in either order. */
  g_assert_true (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_WACC,
                                                 OB_PARAMETER_CAPEX, 0, &error));
  g_assert_cmpuint (uncertainty.n_correlations, ==, 1);
  g_assert_cmpfloat (
    ob_uncertainty_get_correlation (&uncertainty, OB_PARAMETER_LIFESPAN, OB_PARAMETER_WACC), ==,
    0.6);

  uncertainty.correlations[1] = uncertainty.correlations[0];
  uncertainty.n_correlations = 2;
  g_assert_false (ob_uncertainty_check (&uncertainty, &error));
  g_assert_nonnull (strstr (error->message, "twice"));
}

/* Each draw by itself, pieces of a sample, and samples on one thread are the whole
 * sample to the last bit. */
static void
test_bytes (void)
{
  const guint n = 700;
  g_autoptr (ObSampler) sampler = NULL;
  g_autofree double *whole = NULL;
  g_autofree double *npv = g_new (double, n);
  g_autofree double *irr = g_new (double, n);
  double *metrics[OB_N_METRICS] = { [OB_METRIC_NPV] = npv, [OB_METRIC_IRR] = irr };
  ObUncertainty uncertainty;
  ObInputs inputs;

  set_case (&inputs, &uncertainty);
  correlate (&uncertainty);
  sampler = ob_sampler_new (&inputs, &uncertainty);
  whole = g_new (double, 4 * n);
  g_assert_true (ob_sampler_run (sampler, 0, n, metrics, whole, NULL));

  for (guint i = 0; i < n; i += 13)
    {
      ObInputs draw;
      ObRun run;

      ob_sampler_get_draw (sampler, i, &draw);
      g_assert_true (ob_inputs_check (&draw, NULL));
      for (guint k = 0; k < 4; k++)
        g_assert_cmpmem (&draw.value[sampler->levers[k]], sizeof (double), whole + k * n + i,
                         sizeof (double));
      g_assert_cmpfloat (draw.value[OB_PARAMETER_SUBSIDY], ==, inputs.value[OB_PARAMETER_SUBSIDY]);
      ob_run (&draw, &run);
      g_assert_cmpmem (&run.metric[OB_METRIC_NPV], sizeof (double), npv + i, sizeof (double));
      g_assert_cmpmem (&run.metric[OB_METRIC_IRR], sizeof (double), irr + i, sizeof (double));
    }

  for (guint threads = 1; threads <= 2; threads++)
    {
      ob_engine_limit_threads (threads);
      for (guint shard = 0; shard < 8; shard++)
        {
          const guint first = shard * n / 8, end = (shard + 1) * n / 8;
          const guint size = end - first;
          g_autofree double *values = g_new (double, 4 * size);
          g_autofree double *part = g_new (double, size);
          double *wanted[OB_N_METRICS] = { [OB_METRIC_NPV] = part };

          g_assert_true (ob_sampler_run (sampler, first, size, wanted, values, NULL));
          g_assert_cmpmem (part, size * sizeof *part, npv + first, size * sizeof *part);
          for (guint k = 0; k < 4; k++)
            g_assert_cmpmem (values + k * size, size * sizeof *values, whole + k * n + first,
                             size * sizeof *values);
        }
    }
  ob_engine_limit_threads (0);
}

/* A change of one lever leaves the other levers of each draw as they were. */
static void
test_common_numbers (void)
{
  g_autofree double *before = NULL;
  g_autofree double *after = NULL;
  ObUncertainty uncertainty;
  ObInputs inputs;

  set_case (&inputs, &uncertainty);
  before = draw_all (&inputs, &uncertainty, N_DRAWS);
  inputs.value[OB_PARAMETER_CAPEX] = 900;
  after = draw_all (&inputs, &uncertainty, N_DRAWS);
  for (guint i = 0; i < N_DRAWS; i++)
    g_assert_cmpfloat (after[i], >, before[i]);
  g_assert_cmpmem (after + N_DRAWS, 3 * N_DRAWS * sizeof *after, before + N_DRAWS,
                   3 * N_DRAWS * sizeof *before);

  uncertainty.seed = 2;
  g_clear_pointer (&after, g_free);
  after = draw_all (&inputs, &uncertainty, N_DRAWS);
  for (guint i = 0; i < 4 * N_DRAWS; i += N_DRAWS)
    g_assert_cmpfloat (after[i], !=, before[i]);
}

/* The two blocks are independent samples of the same distributions. */
static void
test_blocks (void)
{
  g_autoptr (ObSampler) sampler = NULL;
  g_autofree double *a = g_new (double, N_DRAWS);
  g_autofree double *b = g_new (double, N_DRAWS);
  ObUncertainty uncertainty;
  ObInputs inputs;

  set_case (&inputs, &uncertainty);
  sampler = ob_sampler_new (&inputs, &uncertainty);
  for (guint i = 0; i < 4; i++)
    {
      ob_sampler_fill_shares (sampler, 0, i, 0, N_DRAWS, a);
      for (guint k = 0; k < 4; k++)
        {
          ob_sampler_fill_shares (sampler, 1, k, 0, N_DRAWS, b);
          g_assert_cmpfloat (fabs (get_rank_correlation (a, b, N_DRAWS)), <, 0.03);
        }
    }
}

static void
test_nothing_varies (void)
{
  g_autoptr (ObSampler) sampler = NULL;
  double npv[3];
  double *metrics[OB_N_METRICS] = { [OB_METRIC_NPV] = npv };
  ObUncertainty uncertainty;
  ObInputs inputs, draw;
  ObRun run;

  ob_inputs_init (&inputs);
  ob_uncertainty_init (&uncertainty);
  sampler = ob_sampler_new (&inputs, &uncertainty);
  ob_sampler_get_draw (sampler, 17, &draw);
  g_assert_true (ob_inputs_equal (&draw, &inputs));
  g_assert_true (ob_sampler_run (sampler, 0, 3, metrics, NULL, NULL));
  ob_run (&inputs, &run);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (npv[i], ==, run.metric[OB_METRIC_NPV]);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ObSampler) sampler = NULL;
  g_autofree double *npv = g_new (double, 1000000);
  double *metrics[OB_N_METRICS] = { [OB_METRIC_NPV] = npv };
  ObUncertainty uncertainty;
  ObInputs inputs;

  set_case (&inputs, &uncertainty);
  sampler = ob_sampler_new (&inputs, &uncertainty);
  g_cancellable_cancel (cancellable);
  g_assert_false (ob_sampler_run (sampler, 0, 1000000, metrics, NULL, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sampler/rank-correlations", test_rank_correlations);
  g_test_add_func ("/sampler/margins", test_margins);
  g_test_add_func ("/sampler/contradiction", test_contradiction);
  g_test_add_func ("/sampler/bytes", test_bytes);
  g_test_add_func ("/sampler/common-numbers", test_common_numbers);
  g_test_add_func ("/sampler/blocks", test_blocks);
  g_test_add_func ("/sampler/nothing-varies", test_nothing_varies);
  g_test_add_func ("/sampler/cancelled", test_cancelled);

  return g_test_run ();
}
