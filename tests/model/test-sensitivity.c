/* test-sensitivity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"
#include "ob-sensitivity.h"
#include "ob-sobol.h"

#include <math.h>

#define N     16384
#define MAX_D 8

typedef struct
{
  double values[2 * MAX_D][N];
  const double *a[MAX_D];
  const double *b[MAX_D];
} Samples;

static Samples *
samples_new (guint32 seed, double low, double high)
{
  Samples *samples = g_new (Samples, 1);

  for (guint j = 0; j < 2 * MAX_D; j++)
    {
      ob_sobol_fill (seed, j, 0, N, samples->values[j]);
      for (gsize i = 0; i < N; i++)
        samples->values[j][i] = low + (high - low) * samples->values[j][i];
    }
  for (guint j = 0; j < MAX_D; j++)
    {
      samples->a[j] = samples->values[j];
      samples->b[j] = samples->values[MAX_D + j];
    }

  return samples;
}

/* T. Ishigami and T. Homma, 1990. */
#define ISHIGAMI_A 7.
#define ISHIGAMI_B 0.1

static gboolean
ishigami (const double *const *x, gsize n, double *y, GCancellable *cancellable, gpointer user_data)
{
  for (gsize i = 0; i < n; i++)
    y[i] = sin (x[0][i]) + ISHIGAMI_A * pow (sin (x[1][i]), 2)
           + ISHIGAMI_B * pow (x[2][i], 4) * sin (x[0][i]);

  return TRUE;
}

static void
assert_near (const ObSensitivityIndex *index, double exact)
{
  g_test_message ("%.4f [%.4f, %.4f], exactly %.4f", index->value, index->low, index->high, exact);
  g_assert_cmpfloat (fabs (index->value - exact), <, 0.01);
  g_assert_cmpfloat (index->low, <=, index->value);
  g_assert_cmpfloat (index->high, >=, index->value);
}

static void
test_ishigami (void)
{
  const double a = ISHIGAMI_A;
  const double b = ISHIGAMI_B;
  const double pi4 = pow (G_PI, 4);
  const double v1 = 0.5 * pow (1 + b * pi4 / 5, 2);
  const double v2 = a * a / 8;
  const double v13 = 8 * b * b * pi4 * pi4 / 225;
  const double v = v1 + v2 + v13;

  for (guint32 seed = 1; seed <= 5; seed++)
    {
      g_autofree Samples *samples = samples_new (seed, -G_PI, G_PI);
      g_autoptr (ObSensitivity) result = ob_sensitivity_new (
        samples->a, samples->b, N, 3, ishigami, NULL, OB_SENSITIVITY_RESAMPLES, seed, NULL);

      g_assert_cmpuint (result->d, ==, 3);
      g_assert_cmpuint (result->n, ==, N);
      g_assert_cmpfloat (fabs (result->mean - a / 2), <, 0.02);
      g_assert_cmpfloat (fabs (result->variance / v - 1), <, 0.01);
      assert_near (&result->first[0], v1 / v);
      assert_near (&result->first[1], v2 / v);
      assert_near (&result->first[2], 0);
      assert_near (&result->total[0], (v1 + v13) / v);
      assert_near (&result->total[1], v2 / v);
      assert_near (&result->total[2], v13 / v);
    }
}

/* Sobol's g-function: products of one factor for each input. */
static const double g_weight[] = { 0, 1, 4.5, 9, 99, 99, 99, 99 };

static gboolean
g_function (const double *const *x,
            gsize n,
            double *y,
            GCancellable *cancellable,
            gpointer user_data)
{
  for (gsize i = 0; i < n; i++)
    {
      y[i] = 1;
      for (guint j = 0; j < G_N_ELEMENTS (g_weight); j++)
        y[i] *= (fabs (4 * x[j][i] - 2) + g_weight[j]) / (1 + g_weight[j]);
    }

  return TRUE;
}

static void
test_g_function (void)
{
  g_autofree Samples *samples = samples_new (11, 0, 1);
  g_autoptr (ObSensitivity) result =
    ob_sensitivity_new (samples->a, samples->b, N, MAX_D, g_function, NULL, 100, 1, NULL);
  double v = 1;

  for (guint j = 0; j < MAX_D; j++)
    v *= 1 + 1. / 3 / pow (1 + g_weight[j], 2);
  for (guint j = 0; j < MAX_D; j++)
    {
      const double part = 1. / 3 / pow (1 + g_weight[j], 2);

      assert_near (&result->first[j], part / (v - 1));
      assert_near (&result->total[j], part * v / (1 + part) / (v - 1));
    }
}

static gboolean
sum_up (const double *const *x, gsize n, double *y, GCancellable *cancellable, gpointer user_data)
{
  for (gsize i = 0; i < n; i++)
    y[i] = x[0][i] + 2 * x[1][i];

  return TRUE;
}

/* Among cases drawn at random, intervals hold the truth about as often as they
 * say: 95 times of a hundred. */
static void
test_intervals (void)
{
  const gsize n = 512;
  const double exact[] = { 0.2, 0.8 };
  guint n_held = 0;
  guint n_all = 0;

  for (guint32 seed = 0; seed < 100; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree Samples *samples = samples_new (1, 0, 1);
      g_autoptr (ObSensitivity) result = NULL;

      for (guint j = 0; j < 2 * MAX_D; j++)
        {
          for (gsize i = 0; i < n; i++)
            samples->values[j][i] = g_rand_double (rand);
        }
      result = ob_sensitivity_new (samples->a, samples->b, n, 2, sum_up, NULL,
                                   OB_SENSITIVITY_RESAMPLES, seed, NULL);
      for (guint j = 0; j < 2; j++)
        {
          n_held += result->first[j].low <= exact[j] && exact[j] <= result->first[j].high;
          n_held += result->total[j].low <= exact[j] && exact[j] <= result->total[j].high;
          n_all += 2;
        }
    }

  g_test_message ("%u of %u", n_held, n_all);
  g_assert_cmpuint (n_held, >, n_all * 88 / 100);
  g_assert_cmpuint (n_held, <, n_all);
}

/* To the last bit, whatever the number of threads. */
static void
test_threads (void)
{
  g_autofree Samples *samples = samples_new (3, -G_PI, G_PI);
  g_autoptr (ObSensitivity) alone = NULL;
  g_autoptr (ObSensitivity) shared = NULL;
  g_autoptr (ObSensitivity) other = NULL;

  ob_engine_limit_threads (1);
  alone = ob_sensitivity_new (samples->a, samples->b, 1024, 3, ishigami, NULL, 50, 9, NULL);
  ob_engine_limit_threads (0);
  shared = ob_sensitivity_new (samples->a, samples->b, 1024, 3, ishigami, NULL, 50, 9, NULL);
  other = ob_sensitivity_new (samples->a, samples->b, 1024, 3, ishigami, NULL, 50, 10, NULL);

  g_assert_cmpmem (alone->first, 3 * sizeof *alone->first, shared->first,
                   3 * sizeof *shared->first);
  g_assert_cmpmem (alone->total, 3 * sizeof *alone->total, shared->total,
                   3 * sizeof *shared->total);
  g_assert_cmpfloat (alone->first[0].value, ==, other->first[0].value);
  g_assert_cmpfloat (alone->first[0].low, !=, other->first[0].low);
}

static gboolean
stay (const double *const *x, gsize n, double *y, GCancellable *cancellable, gpointer user_data)
{
  guint *calls = user_data;

  for (gsize i = 0; i < n; i++)
    y[i] = 4;
  *calls += 1;
  if (*calls == 3)
    g_cancellable_cancel (cancellable);

  return !g_cancellable_is_cancelled (cancellable);
}

/* Where nothing varies nothing matters, rather than anything; and a search that is
 * called off stops at once. */
static void
test_constant (void)
{
  g_autofree Samples *samples = samples_new (3, 0, 1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ObSensitivity) result = NULL;
  guint calls = 0;

  result = ob_sensitivity_new (samples->a, samples->b, 64, 4, stay, &calls, 20, 1, NULL);
  g_assert_cmpuint (calls, ==, 6);
  g_assert_cmpfloat (result->mean, ==, 4);
  g_assert_cmpfloat (result->variance, ==, 0);
  for (guint j = 0; j < 4; j++)
    g_assert_true (isnan (result->first[j].value) && isnan (result->total[j].value));

  calls = 0;
  g_assert_null (
    ob_sensitivity_new (samples->a, samples->b, 64, 4, stay, &calls, 20, 1, cancellable));
  g_assert_cmpuint (calls, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sensitivity/ishigami", test_ishigami);
  g_test_add_func ("/sensitivity/g-function", test_g_function);
  g_test_add_func ("/sensitivity/intervals", test_intervals);
  g_test_add_func ("/sensitivity/threads", test_threads);
  g_test_add_func ("/sensitivity/constant", test_constant);

  return g_test_run ();
}
