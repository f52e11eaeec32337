/* test-correlation.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-correlation-repair.h"
#include "ob-uncertainty.h"

#include <math.h>
#include <string.h>

#define N_LEVERS 5
#define N_PAIRS  (N_LEVERS * (N_LEVERS - 1) / 2)
#define N_SETS   200

static gboolean
can_hold (const ObCorrelation *pairs, guint n, guint which, double rank)
{
  ObCorrelation changed[OB_CORRELATIONS_MAX];

  memcpy (changed, pairs, n * sizeof *pairs);
  changed[which].rank = rank;

  return rank > -1 && rank < 1 && ob_correlations_check (changed, n, NULL);
}

/* The correlations of sums of what is random: they can hold. */
static void
make_possible (GRand *rand, ObCorrelation *pairs)
{
  double weights[N_LEVERS][N_LEVERS];
  guint n = 0;

  for (guint i = 0; i < N_LEVERS; i++)
    {
      double square = 0;

      for (guint k = 0; k < N_LEVERS; k++)
        {
          weights[i][k] = g_rand_double_range (rand, -1, 1) + (i == k ? 0.5 : 0);
          square += weights[i][k] * weights[i][k];
        }
      for (guint k = 0; k < N_LEVERS; k++)
        weights[i][k] /= sqrt (square);
    }

  for (guint i = 0; i < N_LEVERS; i++)
    {
      for (guint j = i + 1; j < N_LEVERS; j++)
        {
          double normal = 0;

          for (guint k = 0; k < N_LEVERS; k++)
            normal += weights[i][k] * weights[j][k];
          pairs[n++] = (ObCorrelation){ i, j, 6 / G_PI * asin (normal / 2) };
        }
    }
}

static void
make_any (GRand *rand, ObCorrelation *pairs)
{
  guint n = 0;

  for (guint i = 0; i < N_LEVERS; i++)
    {
      for (guint j = i + 1; j < N_LEVERS; j++)
        pairs[n++] = (ObCorrelation){ i, j, g_rand_double_range (rand, -0.9, 0.9) };
    }
}

/* Two that could not both hold without the third. */
static void
test_together (void)
{
  const ObCorrelation pairs[] = {
    { OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN, 0.9 },
    { OB_PARAMETER_CAPEX, OB_PARAMETER_WACC, 0.9 },
    { MIN (OB_PARAMETER_LIFESPAN, OB_PARAMETER_WACC),
      MAX (OB_PARAMETER_LIFESPAN, OB_PARAMETER_WACC), 0.9 },
  };
  ObUncertainty uncertainty, before;
  g_autoptr (GError) error = NULL;

  g_assert_false (ob_correlations_check (pairs, 2, NULL));
  g_assert_true (ob_correlations_check (pairs, 3, NULL));

  ob_uncertainty_init (&uncertainty);
  ob_uncertainty_set_correlations (&uncertainty, pairs, 3, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uncertainty.n_correlations, ==, 3);

  /* None of them can be taken away alone. */
  before = uncertainty;
  g_assert_false (ob_uncertainty_set_correlation (&uncertainty, pairs[2].a, pairs[2].b, 0, &error));
  g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
  g_assert_true (ob_uncertainty_equal (&uncertainty, &before));
}

static void
test_limits (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  ObCorrelation pairs[N_PAIRS];

  for (guint set = 0; set < N_SETS; set++)
    {
      make_possible (rand, pairs);
      g_assert_true (ob_correlations_check (pairs, N_PAIRS, NULL));
      for (guint k = 0; k < N_PAIRS; k++)
        {
          double low, high, step;

          g_assert_true (ob_correlations_get_limits (pairs, N_PAIRS, k, &low, &high));
          g_assert_cmpfloat (low, <=, pairs[k].rank);
          g_assert_cmpfloat (pairs[k].rank, <=, high);
          step = (high - low) / 1000;
          g_assert_true (can_hold (pairs, N_PAIRS, k, low + step));
          g_assert_true (can_hold (pairs, N_PAIRS, k, high - step));
          g_assert_false (can_hold (pairs, N_PAIRS, k, low - step));
          g_assert_false (can_hold (pairs, N_PAIRS, k, high + step));
        }
    }
}

/* A pair that shares no lever with others is free. */
static void
test_free_pair (void)
{
  const ObCorrelation pairs[] = { { 0, 1, 0.5 }, { 2, 3, -0.5 } };
  double low, high, rank;

  g_assert_true (ob_correlations_get_limits (pairs, 2, 1, &low, &high));
  g_assert_cmpfloat_with_epsilon (low, -1, 1e-12);
  g_assert_cmpfloat_with_epsilon (high, 1, 1e-12);
  g_assert_true (ob_correlations_fit (pairs, 2, 1, &rank));
  g_assert_cmpfloat (rank, ==, -0.5);
  g_assert_cmpfloat (ob_correlations_find_share (pairs, 2), ==, 1);
}

static void
test_repair (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  ObCorrelation pairs[N_PAIRS];
  guint n_impossible = 0, n_single = 0;

  for (guint set = 0; set < N_SETS; set++)
    {
      double rank, share, step = INFINITY;
      guint weakest;

      make_any (rand, pairs);
      if (ob_correlations_check (pairs, N_PAIRS, NULL))
        continue;
      n_impossible++;

      for (guint k = 0; k < N_PAIRS; k++)
        {
          double low, high;

          if (!ob_correlations_fit (pairs, N_PAIRS, k, &rank))
            continue;
          g_assert_true (can_hold (pairs, N_PAIRS, k, rank));
          /* Not much nearer is possible. */
          g_assert_true (ob_correlations_get_limits (pairs, N_PAIRS, k, &low, &high));
          g_assert_cmpfloat (MIN (fabs (rank - low), fabs (rank - high)), <=,
                             MAX (0.01, (high - low) / 2) + 1e-9);
          step = MIN (step, fabs (rank - pairs[k].rank));
        }

      weakest = ob_correlations_find_weakest (pairs, N_PAIRS, N_PAIRS, &rank);
      g_assert_true ((weakest < N_PAIRS) == isfinite (step));
      if (weakest < N_PAIRS)
        {
          n_single++;
          g_assert_cmpfloat (fabs (rank - pairs[weakest].rank), ==, step);
          g_assert_cmpuint (ob_correlations_find_weakest (pairs, N_PAIRS, weakest, &rank), !=,
                            weakest);
        }

      share = ob_correlations_find_share (pairs, N_PAIRS);
      g_assert_cmpfloat (share, >, 0);
      g_assert_cmpfloat (share, <, 1);
      for (guint k = 0; k < N_PAIRS; k++)
        pairs[k].rank *= share;
      g_assert_true (ob_correlations_check (pairs, N_PAIRS, NULL));
      for (guint k = 0; k < N_PAIRS; k++)
        pairs[k].rank *= (share + 0.01) / share;
      g_assert_false (ob_correlations_check (pairs, N_PAIRS, NULL));
    }

  /* Or nothing was tested. */
  g_assert_cmpuint (n_impossible, >, N_SETS / 4);
  g_assert_cmpuint (n_single, >, 0);
}

static void
test_set_all (void)
{
  const ObCorrelation pairs[] = { { 7, 3, 0.5 }, { 1, 2, 0.25 }, { 4, 5, 0 }, { 1, 0, -0.5 } };
  ObUncertainty uncertainty;
  ObCorrelation many[OB_CORRELATIONS_MAX + 1];
  g_autoptr (GError) error = NULL;

  ob_uncertainty_init (&uncertainty);
  g_assert_true (ob_uncertainty_set_correlations (&uncertainty, pairs, 4, &error));
  g_assert_cmpuint (uncertainty.n_correlations, ==, 3);
  g_assert_cmpuint (uncertainty.correlations[0].a, ==, 0);
  g_assert_cmpuint (uncertainty.correlations[2].b, ==, 7);
  g_assert_cmpfloat (ob_uncertainty_get_correlation (&uncertainty, 3, 7), ==, 0.5);
  g_assert_true (ob_uncertainty_check (&uncertainty, NULL));

  for (guint k = 0; k <= OB_CORRELATIONS_MAX; k++)
    many[k] = (ObCorrelation){ 0, 1, 0.01 };
  g_assert_false (
    ob_uncertainty_set_correlations (&uncertainty, many, G_N_ELEMENTS (many), &error));
  g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
  g_assert_cmpuint (uncertainty.n_correlations, ==, 3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/correlation/together", test_together);
  g_test_add_func ("/correlation/limits", test_limits);
  g_test_add_func ("/correlation/free-pair", test_free_pair);
  g_test_add_func ("/correlation/repair", test_repair);
  g_test_add_func ("/correlation/set-all", test_set_all);

  return g_test_run ();
}
