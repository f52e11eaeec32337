/* test-sample.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"
#include "ob-results.h"

#include <math.h>
#include <string.h>

#define N_DRAWS 300

static ObSampler *
make_sampler (gboolean with_horizon)
{
  ObUncertainty uncertainty;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  ob_uncertainty_init (&uncertainty);
  uncertainty.distributions[OB_PARAMETER_CAPEX] =
    (ObDistribution){ OB_DISTRIBUTION_PERT, 200, NAN, 949 };
  uncertainty.distributions[OB_PARAMETER_LIFESPAN] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 3, NAN, 9 };
  if (with_horizon)
    uncertainty.distributions[OB_PARAMETER_HORIZON] =
      (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 10, NAN, 20 };
  g_assert_true (ob_uncertainty_check (&uncertainty, NULL));

  return ob_sampler_new (&inputs, &uncertainty);
}

/* What single runs of the draws say. */
static void
check_against_runs (gboolean with_horizon)
{
  g_autoptr (ObSampler) sampler = make_sampler (with_horizon);
  g_autoptr (ObSample) sample = ob_sample_new (sampler, N_DRAWS, NULL);
  guint profitable = 0, paid[OB_N_QUARTERS] = { 0 };
  double sum = 0, sum_of_draws = 0;

  g_assert_nonnull (sample);
  g_assert_cmpuint (sample->n_draws, ==, N_DRAWS);
  for (guint i = 0; i < N_DRAWS; i++)
    {
      ObInputs inputs;
      ObRun run;

      ob_sampler_get_draw (sampler, i, &inputs);
      ob_run (&inputs, &run);
      profitable += run.metric[OB_METRIC_NPV] > 0;
      sum_of_draws += run.metric[OB_METRIC_NPV];
      for (guint q = 0; q < OB_N_QUARTERS; q++)
        paid[q] += run.metric[OB_METRIC_PAYBACK] >= 0 && run.metric[OB_METRIC_PAYBACK] <= q;
      sum += sample->npv[i];
      if (i > 0)
        g_assert_cmpfloat (sample->npv[i], >=, sample->npv[i - 1]);
    }
  g_assert_cmpfloat (fabs (sum / sum_of_draws - 1), <, 1e-12);
  g_assert_cmpfloat (ob_sample_get_chance_of_profit (sample), ==, profitable / (double) N_DRAWS);
  for (guint q = 0; q < OB_N_QUARTERS; q++)
    g_assert_cmpfloat (sample->payback[q], ==, paid[q] / (double) N_DRAWS);
  g_assert_cmpuint (profitable, >, 0);
  g_assert_cmpuint (paid[OB_N_QUARTERS - 1], >, 0);
}

static void
test_runs (void)
{
  check_against_runs (FALSE);
  check_against_runs (TRUE);
}

static void
test_fan (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (FALSE);
  g_autoptr (ObSample) sample = ob_sample_new (sampler, N_DRAWS, NULL);

  for (guint k = 1; k < OB_SAMPLE_N_LEVELS; k++)
    {
      const double *below = ob_sample_get_fan (sample, OB_SERIES_REVENUE, k - 1);
      const double *above = ob_sample_get_fan (sample, OB_SERIES_REVENUE, k);

      for (guint i = 0; i < OB_N_QUARTERS; i++)
        g_assert_cmpfloat (below[i], <=, above[i]);
    }
  g_assert_null (ob_sample_get_fan (sample, OB_SERIES_EBITDA, 0));
}

/* The draws that are kept are the first, run one by one, whatever the size of the sample
 * and on however many threads. */
static void
test_paths (void)
{
  static const ObSeries series[] = { OB_SERIES_CAPEX, OB_SERIES_CUMULATIVE_CASH,
                                     OB_SERIES_CRASH_CUMULATIVE };
  static const gsize sizes[] = { 20, N_DRAWS, 4 * N_DRAWS };
  g_autoptr (ObSampler) sampler = make_sampler (TRUE);

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (guint threads = 1; threads <= 2; threads++)
      {
        g_autoptr (ObSample) sample = NULL;

        ob_engine_limit_threads (threads);
        sample = ob_sample_new (sampler, sizes[k], NULL);
        ob_engine_limit_threads (0);
        g_assert_cmpuint (ob_sample_get_n_paths (sample), ==, MIN (sizes[k], OB_FAN_MAX_PATHS));
        g_assert_null (ob_sample_get_path (sample, OB_SERIES_EBITDA, 0));
        for (guint i = 0; i < ob_sample_get_n_paths (sample); i++)
          {
            ObInputs inputs;
            ObRun run;

            ob_sampler_get_draw (sampler, i, &inputs);
            ob_run (&inputs, &run);
            for (guint j = 0; j < G_N_ELEMENTS (series); j++)
              for (guint q = 0; q < OB_N_QUARTERS; q++)
                {
                  const double expected = run.series[series[j]][q];

                  g_assert_cmpfloat (fabs (ob_sample_get_path (sample, series[j], i)[q] - expected),
                                     <=, 1e-12 * fabs (expected));
                }
          }
      }
}

static void
test_numbers (void)
{
  static const double values[] = { 1, 2, 4 };
  ObSample sample = { .n_draws = 100 };

  g_assert_cmpfloat (ob_sample_get_quantile (values, 3, 0), ==, 1);
  g_assert_cmpfloat (ob_sample_get_quantile (values, 3, 0.75), ==, 3);
  g_assert_cmpfloat (ob_sample_get_quantile (values, 3, 1), ==, 4);
  g_assert_cmpfloat (ob_sample_get_error (&sample, 0.5), ==, 0.05);
  g_assert_cmpfloat (ob_sample_get_error (&sample, 0), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ObSampler) sampler = make_sampler (FALSE);

  g_cancellable_cancel (cancellable);
  g_assert_null (ob_sample_new (sampler, 100000, cancellable));
}

/* Results with a sample share the map of those without. */
static void
test_results (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (FALSE);
  g_autoptr (ObSample) sample = ob_sample_new (sampler, 16, NULL);
  g_autoptr (ObResults) with = NULL;
  ObResults *results;
  ObPlane plane;

  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  results = ob_results_new (&sampler->inputs, &plane, 9, 3, NULL);
  with = ob_results_new_with_sample (results, sample);
  g_assert_null (results->sample);
  ob_results_unref (results);
  g_assert_true (with->sample == sample);
  g_assert_cmpuint (with->serial, ==, 3);
  g_assert_cmpuint (with->map->nx, ==, 9);
}

static void
count_progress (gsize done, gpointer data)
{
  gsize *last = data;

  g_assert_cmpuint (done, ==, *last + N_DRAWS / 3);
  *last = done;
}

/* In pieces it is the same sample, but for the quantiles of series. */
static void
test_pieces (void)
{
  g_autoptr (ObSampler) sampler = make_sampler (TRUE);
  g_autoptr (ObSample) whole = ob_sample_new (sampler, N_DRAWS, NULL);
  gsize done = 0;
  g_autoptr (ObSample) pieces =
    ob_sample_new_in_pieces (sampler, N_DRAWS, N_DRAWS / 3, count_progress, &done, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  const double *path = ob_sample_get_path (pieces, OB_SERIES_CUMULATIVE_CASH, 7);
  const double *a = ob_sample_get_fan (whole, OB_SERIES_CUMULATIVE_CASH, OB_SAMPLE_MEDIAN);
  const double *b = ob_sample_get_fan (pieces, OB_SERIES_CUMULATIVE_CASH, OB_SAMPLE_MEDIAN);

  g_assert_cmpuint (done, ==, N_DRAWS);
  g_assert_cmpmem (whole->npv, N_DRAWS * sizeof (double), pieces->npv, N_DRAWS * sizeof (double));
  g_assert_cmpmem (whole->bubble_risk, N_DRAWS * sizeof (double), pieces->bubble_risk,
                   N_DRAWS * sizeof (double));
  g_assert_cmpmem (whole->payback, sizeof whole->payback, pieces->payback, sizeof pieces->payback);
  for (guint q = 40; q < OB_N_QUARTERS; q++)
    g_assert_cmpfloat (fabs (a[q] - b[q]), <, 0.1 * fabs (a[q]) + 200);

  g_assert_cmpmem (path, OB_N_QUARTERS * sizeof (double),
                   ob_sample_get_path (whole, OB_SERIES_CUMULATIVE_CASH, 7),
                   OB_N_QUARTERS * sizeof (double));

  g_cancellable_cancel (cancellable);
  g_assert_null (ob_sample_new_in_pieces (sampler, N_DRAWS, N_DRAWS / 3, NULL, NULL, cancellable));
}

/* Against closed forms: 0, 1, ... n - 1 is uniform. */
static void
test_errors (void)
{
  enum
  {
    N = 10000
  };
  g_autofree double *values = g_new (double, N);
  ObSample sample = { .n_draws = N, .npv = values };

  for (guint i = 0; i < N; i++)
    values[i] = i;
  g_assert_cmpfloat_with_epsilon (ob_sample_get_mean (&sample), (N - 1) / 2., 1e-9 * N);
  g_assert_cmpfloat_with_epsilon (ob_sample_get_mean_error (&sample), sqrt (N / 12.), 0.01);
  g_assert_cmpfloat_with_epsilon (ob_sample_get_quantile_error (values, N, 0.5),
                                  0.5 / sqrt (N) * (N - 1), 1e-6);
  g_assert_cmpfloat (ob_sample_get_quantile_error (values, N, 0), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/pieces", test_pieces);
  g_test_add_func ("/sample/errors", test_errors);
  g_test_add_func ("/sample/runs", test_runs);
  g_test_add_func ("/sample/fan", test_fan);
  g_test_add_func ("/sample/paths", test_paths);
  g_test_add_func ("/sample/numbers", test_numbers);
  g_test_add_func ("/sample/cancelled", test_cancelled);
  g_test_add_func ("/sample/results", test_results);

  return g_test_run ();
}
