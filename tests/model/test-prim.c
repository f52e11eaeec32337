/* test-prim.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-prim.h"

#include <math.h>

#define N 2400
#define D 6

/* Where the hits of a planted box lie. */
#define LEFT  0.4
#define ABOVE 0.55

typedef struct
{
  double values[D][N];
  const double *x[D];
  gboolean hit[N];
} Sample;

static Sample *
sample_new (GRand *rand)
{
  Sample *sample = g_new0 (Sample, 1);

  for (guint j = 0; j < D; j++)
    {
      sample->x[j] = sample->values[j];
      for (guint i = 0; i < N; i++)
        sample->values[j][i] = g_rand_double (rand);
    }

  return sample;
}

/* Most cases in the box are hits, and some outside are. */
static void
plant (GRand *rand, Sample *sample, double inside, double outside)
{
  for (guint i = 0; i < N; i++)
    {
      gboolean in = sample->x[1][i] < LEFT && sample->x[4][i] > ABOVE;

      sample->hit[i] = g_rand_double (rand) < (in ? inside : outside);
    }
}

/* The measures of Bryant and Lempert, counted here from the limits alone. */
static void
assert_score (const ObPrim *prim, const ObPrimBox *box)
{
  /* The correlation of two variables that are 0 or 1, from its definition. */
  const double n = prim->n;
  const double mean_in = box->n / n;
  const double mean_hit = prim->n_hits / n;
  const double covariance = box->n_hits / n - mean_in * mean_hit;
  const double variances = mean_in * (1 - mean_in) * mean_hit * (1 - mean_hit);

  g_assert_cmpfloat (fabs (box->score - (variances > 0 ? covariance / sqrt (variances) : 0)), <,
                     1e-12);
}

static void
assert_measures (const Sample *sample, const ObPrim *prim, const ObPrimBox *box)
{
  gsize n = 0;
  gsize n_hits = 0;
  gsize all_hits = 0;
  guint n_restricted = 0;

  for (guint j = 0; j < D; j++)
    {
      n_restricted += isfinite (box->limit[j].low) || isfinite (box->limit[j].high);
      g_assert_true (isnan (box->limit[j].p_low) == !isfinite (box->limit[j].low));
      g_assert_true (isnan (box->limit[j].p_high) == !isfinite (box->limit[j].high));
    }
  for (guint i = 0; i < N; i++)
    {
      gboolean in = TRUE;

      for (guint j = 0; j < D; j++)
        in = in && sample->x[j][i] >= box->limit[j].low && sample->x[j][i] <= box->limit[j].high;
      n += in;
      n_hits += in && sample->hit[i];
      all_hits += sample->hit[i];
    }

  g_assert_cmpuint (prim->n, ==, N);
  g_assert_cmpuint (prim->n_hits, ==, all_hits);
  g_assert_cmpuint (box->n, ==, n);
  g_assert_cmpuint (box->n_hits, ==, n_hits);
  g_assert_cmpuint (box->n_restricted, ==, n_restricted);
  g_assert_cmpfloat (box->coverage, ==, all_hits > 0 ? (double) n_hits / all_hits : 0);
  g_assert_cmpfloat (box->density, ==, (double) n_hits / n);
  g_assert_cmpfloat (box->mass, ==, (double) n / N);
  assert_score (prim, box);
}

static void
test_planted (void)
{
  const double mass = LEFT * (1 - ABOVE);

  for (guint seed = 1; seed <= 8; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree Sample *sample = sample_new (rand);
      g_autoptr (ObPrim) prim = NULL;
      const ObPrimBox *box;

      plant (rand, sample, 0.95, 0.05);
      prim = ob_prim_new (sample->x, sample->hit, N, D, NULL, NULL);

      g_assert_cmpint (prim->chosen, ==, (int) prim->n_boxes - 1);
      g_assert_cmpfloat (prim->p_value, <, 1e-6);
      for (guint i = 0; i < prim->n_boxes; i++)
        assert_measures (sample, prim, &prim->boxes[i]);

      /* A step of the way down takes cases away, and never too many. */
      g_assert_cmpfloat (prim->boxes[0].mass, ==, 1);
      g_assert_cmpuint (prim->boxes[0].n_restricted, ==, 0);
      for (guint i = 1; i < prim->n_peeled; i++)
        {
          g_assert_cmpuint (prim->boxes[i].n, <, prim->boxes[i - 1].n);
          g_assert_cmpfloat (prim->boxes[i].n, >=, 0.95 * prim->boxes[i - 1].n - 1);
        }

      /* The planted sides and no others, each of them surely meant. */
      box = &prim->boxes[prim->chosen];
      g_test_message ("seed %u: coverage %.3f, density %.3f, sides %.3f %.3f", seed, box->coverage,
                      box->density, box->limit[1].high, box->limit[4].low);
      g_assert_cmpuint (box->n_restricted, ==, 2);
      g_assert_true (isinf (box->limit[1].low));
      g_assert_cmpfloat (fabs (box->limit[1].high - LEFT), <, 0.03);
      g_assert_cmpfloat (fabs (box->limit[4].low - ABOVE), <, 0.03);
      g_assert_true (isinf (box->limit[4].high));
      g_assert_cmpfloat (box->limit[1].p_high, <, 1e-6);
      g_assert_cmpfloat (box->limit[4].p_low, <, 1e-6);

      /* What the planted box itself has on average. */
      g_assert_cmpfloat (fabs (box->mass - mass), <, 0.03);
      g_assert_cmpfloat (fabs (box->density - 0.95), <, 0.05);
      g_assert_cmpfloat (fabs (box->coverage - mass * 0.95 / (mass * 0.95 + (1 - mass) * 0.05)), <,
                         0.07);
    }
}

/* Where most cases are hits anyway, those that are not are still set apart. */
static void
test_common (void)
{
  for (guint seed = 1; seed <= 4; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree Sample *sample = sample_new (rand);
      g_autoptr (ObPrim) prim = NULL;

      for (guint i = 0; i < N; i++)
        sample->hit[i] = g_rand_double (rand) < (sample->x[3][i] < 0.75 ? 0.95 : 0.15);
      prim = ob_prim_new (sample->x, sample->hit, N, D, NULL, NULL);
      g_assert_cmpint (prim->chosen, >=, 0);
      g_assert_cmpuint (prim->boxes[prim->chosen].n_restricted, ==, 1);
      g_assert_cmpfloat (fabs (prim->boxes[prim->chosen].limit[3].high - 0.75), <, 0.03);
      g_assert_cmpfloat (prim->boxes[prim->chosen].coverage, >, 0.9);
    }
}

/* A search finds a box among hits that have no pattern, but does not claim it. */
static void
test_no_signal (void)
{
  guint n_found = 0;

  for (guint seed = 1; seed <= 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autofree Sample *sample = sample_new (rand);
      g_autoptr (ObPrim) prim = NULL;

      plant (rand, sample, 0.3, 0.3);
      prim = ob_prim_new (sample->x, sample->hit, N, D, NULL, NULL);
      g_assert_cmpuint (prim->n_boxes, >, 10);
      n_found += prim->chosen >= 0;
    }

  g_assert_cmpuint (n_found, <=, 2);
}

/* Columns of few values lose whole values, constant ones are left alone. */
static void
test_ties (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree Sample *sample = sample_new (rand);
  g_autoptr (ObPrim) prim = NULL;
  const ObPrimBox *box;

  for (guint i = 0; i < N; i++)
    {
      sample->values[0][i] = 5;
      sample->values[2][i] = i % 2;
      sample->values[3][i] = g_rand_int_range (rand, 0, 4);
      sample->hit[i] =
        (sample->values[2][i] == 1 && sample->values[3][i] >= 2) != (g_rand_double (rand) < 0.03);
    }

  prim = ob_prim_new (sample->x, sample->hit, N, D, NULL, NULL);
  for (guint i = 0; i < prim->n_boxes; i++)
    {
      assert_measures (sample, prim, &prim->boxes[i]);
      g_assert_true (isinf (prim->boxes[i].limit[0].low) && isinf (prim->boxes[i].limit[0].high));
    }

  g_assert_cmpint (prim->chosen, >=, 0);
  box = &prim->boxes[prim->chosen];
  g_assert_cmpuint (box->n_restricted, ==, 2);
  g_assert_cmpfloat (box->limit[2].low, >, 0);
  g_assert_cmpfloat (box->limit[2].low, <=, 1);
  g_assert_cmpfloat (box->limit[3].low, >, 1);
  g_assert_cmpfloat (box->limit[3].low, <=, 2);
}

/* Nothing to look for, nothing to set it off from, and next to no cases. */
static void
test_degenerate (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree Sample *sample = sample_new (rand);
  const double hits[] = { 0, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    {
      g_autoptr (ObPrim) prim = NULL;

      plant (rand, sample, hits[i], hits[i]);
      prim = ob_prim_new (sample->x, sample->hit, N, D, NULL, NULL);
      g_assert_cmpint (prim->chosen, ==, -1);
      assert_measures (sample, prim, &prim->boxes[0]);
    }

  plant (rand, sample, 0.9, 0.1);
  for (gsize n = 1; n < 12; n++)
    {
      g_autoptr (ObPrim) prim = ob_prim_new (sample->x, sample->hit, n, D, NULL, NULL);

      g_assert_cmpint (prim->chosen, ==, -1);
      g_assert_cmpuint (prim->boxes[0].n, ==, n);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autofree Sample *sample = sample_new (rand);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  plant (rand, sample, 0.9, 0.1);
  g_cancellable_cancel (cancellable);
  g_assert_null (ob_prim_new (sample->x, sample->hit, N, D, NULL, cancellable));
}

/* The tail of a binomial distribution, summed from its definition. */
static void
test_tail (void)
{
  const double p[] = { 0.001, 0.2, 0.5, 0.93 };

  for (guint k = 0; k < G_N_ELEMENTS (p); k++)
    {
      for (gsize n = 1; n <= 60; n += 7)
        {
          double sum = 0;

          g_assert_cmpfloat (ob_prim_get_tail (n, p[k], n + 1), ==, 0);
          for (gsize least = n + 1; least-- > 0;)
            {
              double choose = 1;

              for (gsize i = 0; i < least; i++)
                choose *= (double) (n - i) / (double) (i + 1);
              sum += choose * pow (p[k], least) * pow (1 - p[k], n - least);
              g_assert_cmpfloat (fabs (ob_prim_get_tail (n, p[k], least) - sum), <, 1e-12);
            }
        }
    }

  /* Half of a symmetric one, far beyond what powers can hold. */
  g_assert_cmpfloat (fabs (ob_prim_get_tail (100001, 0.5, 50001) - 0.5), <, 1e-9);
  g_assert_cmpfloat (ob_prim_get_tail (100000, 0.5, 99000), <, 1e-300);
  g_assert_cmpfloat (ob_prim_get_tail (10, 0, 1), ==, 0);
  g_assert_cmpfloat (ob_prim_get_tail (10, 1, 10), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/prim/planted", test_planted);
  g_test_add_func ("/prim/common", test_common);
  g_test_add_func ("/prim/no-signal", test_no_signal);
  g_test_add_func ("/prim/ties", test_ties);
  g_test_add_func ("/prim/degenerate", test_degenerate);
  g_test_add_func ("/prim/cancelled", test_cancelled);
  g_test_add_func ("/prim/tail", test_tail);

  return g_test_run ();
}
