/* test-points.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-philox.h"
#include "ob-sobol.h"

#include <math.h>

/* The known answers that come with the Random123 library, kat_vectors. */
static void
test_philox (void)
{
  static const struct
  {
    guint32 counter[4], key[2], out[4];
  } known[] = {
    { { 0 }, { 0 }, { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 } },
    { { 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff },
      { 0xffffffff, 0xffffffff },
      { 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd } },
    { { 0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344 },
      { 0xa4093822, 0x299f31d0 },
      { 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      guint32 out[4];

      ob_philox (known[i].counter, known[i].key, out);
      g_assert_cmpmem (out, sizeof out, known[i].out, sizeof known[i].out);
    }
}

static void
test_uniform (void)
{
  const guint n = 100000;
  double sum = 0, squares = 0;

  for (guint i = 0; i < n; i++)
    {
      const double x = ob_philox_uniform (7, 3, i);

      g_assert_cmpfloat (x, >, 0);
      g_assert_cmpfloat (x, <, 1);
      sum += x;
      squares += x * x;
    }

  /* Four standard errors. */
  g_assert_cmpfloat (fabs (sum / n - 1. / 2), <, 4 * sqrt (1. / 12 / n));
  g_assert_cmpfloat (fabs (squares / n - 1. / 3), <, 4 * sqrt (4. / 45 / n));
  g_assert_cmpfloat (ob_philox_uniform (7, 3, 5), !=, ob_philox_uniform (7, 4, 5));
  g_assert_cmpfloat (ob_philox_uniform (7, 3, 5), !=, ob_philox_uniform (8, 3, 5));
  g_assert_cmpfloat (ob_philox_uniform (7, 3, 5), !=,
                     ob_philox_uniform (7, 3, 5 + (G_GUINT64_CONSTANT (1) << 32)));
}

/* One of any 2^k points in a row, from a multiple of 2^k on, in each of 2^k equal
 * intervals. */
static void
test_stratified (void)
{
  static const guint64 starts[] = { 0, 1, 5 };
  g_autofree double *x = g_new (double, 1024);

  for (guint d = 0; d < OB_SOBOL_N_DIMENSIONS; d++)
    {
      for (guint k = 0; k <= 10; k++)
        {
          const guint n = 1U << k;

          for (guint s = 0; s < G_N_ELEMENTS (starts); s++)
            {
              g_autofree gboolean *seen = g_new0 (gboolean, n);

              ob_sobol_fill (d * 31 + 1, d, starts[s] * n, n, x);
              for (guint i = 0; i < n; i++)
                {
                  const guint interval = (guint) (x[i] * n);

                  g_assert_cmpfloat (x[i], >, 0);
                  g_assert_cmpfloat (x[i], <, 1);
                  g_assert_false (seen[interval]);
                  seen[interval] = TRUE;
                }
            }
        }
    }
}

/* In the first two dimensions the points are a net: each of the n boxes of any
 * shape with an area of 1/n has one of them. */
static void
test_net (void)
{
  const guint k = 8, n = 1U << k;
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);

  ob_sobol_fill (12, 0, 0, n, x);
  ob_sobol_fill (12, 1, 0, n, y);
  for (guint columns = 1; columns <= n; columns *= 2)
    {
      const guint rows = n / columns;
      g_autofree gboolean *seen = g_new0 (gboolean, n);

      for (guint i = 0; i < n; i++)
        {
          const guint box = (guint) (x[i] * columns) * rows + (guint) (y[i] * rows);

          g_assert_false (seen[box]);
          seen[box] = TRUE;
        }
    }
}

/* Any part of a sequence is what it is in the whole, and other seeds give other
 * points. */
static void
test_alone (void)
{
  double whole[300], part[100];

  for (guint d = 0; d < OB_SOBOL_N_DIMENSIONS; d += 13)
    {
      ob_sobol_fill (99, d, 0, G_N_ELEMENTS (whole), whole);
      ob_sobol_fill (99, d, 150, G_N_ELEMENTS (part), part);
      g_assert_cmpmem (part, sizeof part, whole + 150, sizeof part);
      for (guint i = 0; i < G_N_ELEMENTS (whole); i += 7)
        g_assert_cmpfloat (ob_sobol_get (99, d, i), ==, whole[i]);
      g_assert_cmpfloat (ob_sobol_get (100, d, 0), !=, whole[0]);
      g_assert_cmpfloat (ob_sobol_get (99, (d + 1) % OB_SOBOL_N_DIMENSIONS, 0), !=, whole[0]);
    }

  /* Over the end, and back to the first. */
  ob_sobol_fill (3, 40, OB_SOBOL_N_POINTS - 2, 4, part);
  g_assert_cmpfloat (part[1], ==, ob_sobol_get (3, 40, OB_SOBOL_N_POINTS - 1));
  g_assert_cmpfloat (part[2], ==, ob_sobol_get (3, 40, 0));
  g_assert_cmpfloat (part[3], ==, ob_sobol_get (3, 40, 1));
}

/* No two dimensions go together, in the first 4,096 points of any pair. */
static void
test_independent (void)
{
  const guint n = 4096;
  g_autofree double *x = g_new (double, (gsize) OB_SOBOL_N_DIMENSIONS *n);

  for (guint d = 0; d < OB_SOBOL_N_DIMENSIONS; d++)
    ob_sobol_fill (1, d, 0, n, x + (gsize) d * n);

  for (guint a = 0; a < OB_SOBOL_N_DIMENSIONS; a++)
    {
      for (guint b = 0; b < a; b++)
        {
          double sum = 0;

          for (guint i = 0; i < n; i++)
            sum += (x[(gsize) a * n + i] - 0.5) * (x[(gsize) b * n + i] - 0.5);
          g_assert_cmpfloat (fabs (sum / n * 12), <, 0.05);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/points/philox", test_philox);
  g_test_add_func ("/points/uniform", test_uniform);
  g_test_add_func ("/points/stratified", test_stratified);
  g_test_add_func ("/points/net", test_net);
  g_test_add_func ("/points/alone", test_alone);
  g_test_add_func ("/points/independent", test_independent);

  return g_test_run ();
}
