/* test-distribution.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-beta-table.h"
#include "ob-beta.h"
#include "ob-distribution.h"
#include "ob-normal.h"
#include "ob-sobol.h"

#include <math.h>

#define N_POINTS 16384

/* @tolerance is relative. */
static void
assert_near (double found, double wanted, double tolerance)
{
  g_assert_cmpfloat (fabs (found - wanted), <=, tolerance * fabs (wanted));
}

static void
test_normal (void)
{
  for (double p = 1e-300; p < 0.5; p *= 7.3)
    {
      const double z = ob_normal_quantile (p);

      assert_near (ob_normal_cdf (z), p, 1e-13 * MAX (1, z * z));
      if (p > 1e-16)
        assert_near (ob_normal_quantile (1 - p), -ob_normal_quantile (1 - (1 - p)), 1e-14);
    }
  g_assert_cmpfloat (ob_normal_quantile (0.5), ==, 0);
  assert_near (ob_normal_quantile (0.975), 1.959963984540054, 1e-15);
  g_assert_true (isinf (ob_normal_quantile (0)) && isinf (ob_normal_quantile (1)));
}

/* Against the integral of the density, and closed forms. */
static void
test_beta (void)
{
  for (double mode = 0; mode <= 1; mode += 0.125)
    {
      const double a = 1 + 4 * mode;
      const double b = 1 + 4 * (1 - mode);
      const guint n = 20000;
      double area = 0;
      ObBeta beta;

      ob_beta_init (&beta, a, b);
      for (guint i = 0; i < n; i++)
        {
          /* Simpson's rule. */
          const double x = (double) i / n, h = 1. / n;

          area += h / 6
                  * (ob_beta_get_density (&beta, x) + 4 * ob_beta_get_density (&beta, x + h / 2)
                     + ob_beta_get_density (&beta, x + h));
          if (i % 1000 == 999)
            g_assert_cmpfloat (fabs (ob_beta_get_cdf (&beta, x + h) - area), <, 1e-6);
        }
      for (double p = 1e-12; p < 1; p = p < 0.1 ? p * 9 : p + 0.0713)
        {
          const double x = ob_beta_get_quantile (&beta, p);

          assert_near (ob_beta_get_cdf (&beta, x), p, 1e-12);
        }
      g_assert_cmpfloat (ob_beta_get_quantile (&beta, 0), ==, 0);
      g_assert_cmpfloat (ob_beta_get_quantile (&beta, 1), ==, 1);
    }

  /* a = 1, b = 5: 1 - (1 - x)^5; and a = b = 3. */
  {
    ObBeta beta;

    ob_beta_init (&beta, 1, 5);
    assert_near (ob_beta_get_quantile (&beta, 0.3), 1 - pow (0.7, 0.2), 1e-13);
    ob_beta_init (&beta, 3, 3);
    assert_near (ob_beta_get_cdf (&beta, 0.3), 10 * 0.027 - 15 * 0.0081 + 6 * 0.00243, 1e-13);
    assert_near (ob_beta_get_quantile (&beta, 0.5), 0.5, 1e-14);
  }
}

/* Against the search for each quantile, which is exact near 0 only; and whatever is
 * looked up together. */
static void
test_beta_table (void)
{
  for (double mode = 0; mode <= 1; mode += 1. / 128)
    {
      const double a = 1 + 4 * mode;
      const double b = 1 + 4 * (1 - mode);
      double share[600], found[600], alone;
      g_autoptr (ObBetaTable) table = ob_beta_table_get (a, b);
      ObBeta beta, mirrored;

      ob_beta_init (&beta, a, b);
      ob_beta_init (&mirrored, b, a);
      for (guint i = 0; i < 200; i++)
        {
          share[i] = (i + 0.5) / 200;
          share[200 + i] = pow (10, -0.1 * i);
          share[400 + i] = 1 - pow (10, -0.06 * i);
        }
      ob_beta_table_fill (table, share, 600, found);
      for (guint i = 0; i < 600; i++)
        {
          const double p = share[i];
          const double exact = p <= 0.5 ? ob_beta_get_quantile (&beta, p)
                                        : 1 - ob_beta_get_quantile (&mirrored, 1 - p);

          g_assert_cmpfloat (fabs (found[i] - exact), <, 1e-12);
          ob_beta_table_fill (table, &p, 1, &alone);
          g_assert_cmpfloat (alone, ==, found[i]);
        }
    }
}

/* Mean, variance and some quantiles of a sample. */
typedef struct
{
  double mean;
  double variance;
  double quantiles[3];
} Moments;

static const double shares[] = { 0.05, 0.5, 0.95 };

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static Moments
draw (const ObDistribution *distribution, ObParameter parameter)
{
  g_autofree double *x = g_new (double, N_POINTS);
  Moments m = { 0 };

  ob_sobol_fill (4, parameter, 0, N_POINTS, x);
  ob_distribution_fill (distribution, parameter, x, N_POINTS, x);
  for (guint i = 0; i < N_POINTS; i++)
    m.mean += x[i] / N_POINTS;
  for (guint i = 0; i < N_POINTS; i++)
    m.variance += (x[i] - m.mean) * (x[i] - m.mean) / N_POINTS;
  qsort (x, N_POINTS, sizeof *x, compare);
  for (guint k = 0; k < G_N_ELEMENTS (shares); k++)
    {
      m.quantiles[k] = x[(gsize) (shares[k] * N_POINTS)];
      assert_near (m.quantiles[k],
                   ob_distribution_get_quantile (distribution, parameter, shares[k]), 1e-3);
    }

  return m;
}

static void
check_moments (const ObDistribution *d, ObParameter parameter, double mean, double variance)
{
  const Moments m = draw (d, parameter);

  assert_near (m.mean, mean, 1e-4);
  assert_near (m.variance, variance, 2e-3);
}

static void
test_moments (void)
{
  const ObDistribution uniform = { OB_DISTRIBUTION_UNIFORM, 600, NAN, 1000 };
  const ObDistribution triangular = { OB_DISTRIBUTION_TRIANGULAR, 670, 770, 949 };
  const ObDistribution pert = { OB_DISTRIBUTION_PERT, 670, 770, 949 };
  const ObDistribution lognormal = { OB_DISTRIBUTION_LOGNORMAL, 2, NAN, 5 };
  const double mean = (670 + 4 * 770 + 949) / 6.;
  const double sigma = log (5. / 2) / (2 * ob_normal_quantile (0.95));
  const double mu = log (2. * 5) / 2;

  check_moments (&uniform, OB_PARAMETER_CAPEX, 800, 400. * 400 / 12);
  check_moments (&triangular, OB_PARAMETER_CAPEX, (670 + 770 + 949) / 3.,
                 (670. * 670 + 770. * 770 + 949. * 949 - 670. * 770 - 770. * 949 - 670. * 949)
                   / 18);
  check_moments (&pert, OB_PARAMETER_CAPEX, mean, (mean - 670) * (949 - mean) / 7);
  /* Whose range is far from cutting anything off. */
  check_moments (&lognormal, OB_PARAMETER_REFERENCE_PRICE, exp (mu + sigma * sigma / 2),
                 (exp (sigma * sigma) - 1) * exp (2 * mu + sigma * sigma));
  assert_near (ob_distribution_get_quantile (&lognormal, OB_PARAMETER_REFERENCE_PRICE, 0.05), 2,
               1e-7);
  assert_near (ob_distribution_get_quantile (&lognormal, OB_PARAMETER_REFERENCE_PRICE, 0.5),
               sqrt (10), 1e-7);
  assert_near (ob_distribution_get_quantile (&lognormal, OB_PARAMETER_REFERENCE_PRICE, 0.95), 5,
               1e-7);
}

/* The density is that of the quantiles, whatever the range cuts off. */
static void
test_density (void)
{
  static const struct
  {
    ObParameter parameter;
    ObDistribution distribution;
  } cases[] = {
    { OB_PARAMETER_CAPEX, { OB_DISTRIBUTION_UNIFORM, 600, NAN, 1000 } },
    { OB_PARAMETER_CAPEX, { OB_DISTRIBUTION_TRIANGULAR, 600, 600, 1000 } },
    { OB_PARAMETER_CAPEX, { OB_DISTRIBUTION_TRIANGULAR, 600, 700, 1000 } },
    { OB_PARAMETER_CAPEX, { OB_DISTRIBUTION_PERT, 600, 1000, 1000 } },
    { OB_PARAMETER_CAPEX, { OB_DISTRIBUTION_PERT, 600, 650, 1000 } },
    { OB_PARAMETER_LIFESPAN, { OB_DISTRIBUTION_LOGNORMAL, 2.1, NAN, 9.9 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const ObDistribution *d = &cases[i].distribution;
      const ObParameter p = cases[i].parameter;
      const ObParameterInfo *info = ob_parameter_get_info (p);
      double before = -INFINITY;

      for (double share = 0.01; share < 0.99; share += 0.013)
        {
          const double h = 1e-6;
          const double x = ob_distribution_get_quantile (d, p, share);
          const double slope = (ob_distribution_get_quantile (d, p, share + h)
                                - ob_distribution_get_quantile (d, p, share - h))
                               / (2 * h);

          g_assert_cmpfloat (x, >, before);
          g_assert_cmpfloat (x, >=, info->minimum);
          g_assert_cmpfloat (x, <=, info->maximum);
          assert_near (ob_distribution_get_density (d, p, x) * slope, 1, 1e-4);
          before = x;
        }
      g_assert_cmpfloat (ob_distribution_get_density (d, p, info->maximum + 1), ==, 0);
    }
}

static void
check_refused (ObParameter parameter, ObDistribution distribution, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ob_distribution_check (&distribution, parameter, &error));
  g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
  g_assert_nonnull (strstr (error->message, ob_parameter_get_id (parameter)));
  g_assert_nonnull (strstr (error->message, part));
}

static void
test_check (void)
{
  ObParameter lever = OB_PARAMETER_CAPEX;
  g_autoptr (GError) error = NULL;

  check_refused (lever, (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 900, NAN, 800 }, "below");
  check_refused (lever, (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 800, NAN, 800 }, "below");
  check_refused (lever, (ObDistribution){ OB_DISTRIBUTION_UNIFORM, NAN, NAN, 800 }, "outside");
  check_refused (lever, (ObDistribution){ OB_DISTRIBUTION_UNIFORM, -1, NAN, 800 }, "outside");
  check_refused (lever, (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0, NAN, 1501 }, "outside");
  check_refused (lever, (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0, 5, 10 }, "no most likely");
  check_refused (lever, (ObDistribution){ OB_DISTRIBUTION_PERT, 0, 11, 10 }, "within the range");
  check_refused (lever, (ObDistribution){ OB_DISTRIBUTION_LOGNORMAL, 0, NAN, 10 }, "above zero");
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);
      const ObDistribution all = { OB_DISTRIBUTION_PERT, info->minimum, NAN, info->maximum };

      if (info->unit == OB_UNIT_SWITCH)
        check_refused (p, all, "on or off");
      else
        g_assert_true (ob_distribution_check (&all, p, &error));
      g_assert_no_error (error);
    }
}

/* A mode that follows the scenario stays within the range. */
static void
test_resolve (void)
{
  const ObDistribution follows = { OB_DISTRIBUTION_PERT, 600, NAN, 900 };
  const ObDistribution set = { OB_DISTRIBUTION_PERT, 600, 700, 900 };
  const ObDistribution uniform = { OB_DISTRIBUTION_UNIFORM, 600, NAN, 900 };

  g_assert_cmpfloat (ob_distribution_resolve (&follows, 770).mode, ==, 770);
  g_assert_cmpfloat (ob_distribution_resolve (&follows, 1200).mode, ==, 900);
  g_assert_cmpfloat (ob_distribution_resolve (&follows, 0).mode, ==, 600);
  g_assert_cmpfloat (ob_distribution_resolve (&set, 770).mode, ==, 700);
  g_assert_true (isnan (ob_distribution_resolve (&uniform, 770).mode));
  g_assert_true (ob_distribution_equal (&follows, &follows));
  g_assert_false (ob_distribution_equal (&follows, &set));
}

static void
test_ids (void)
{
  for (ObDistributionKind k = 0; k < OB_N_DISTRIBUTION_KINDS; k++)
    {
      ObDistributionKind again = OB_N_DISTRIBUTION_KINDS;

      g_assert_true (ob_distribution_kind_from_id (ob_distribution_kind_get_id (k), &again));
      g_assert_cmpint (again, ==, k);
      g_assert_nonnull (ob_distribution_kind_get_label (k));
    }
  g_assert_false (ob_distribution_kind_from_id ("normal", &(ObDistributionKind){ 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/distribution/normal", test_normal);
  g_test_add_func ("/distribution/beta", test_beta);
  g_test_add_func ("/distribution/beta-table", test_beta_table);
  g_test_add_func ("/distribution/moments", test_moments);
  g_test_add_func ("/distribution/density", test_density);
  g_test_add_func ("/distribution/check", test_check);
  g_test_add_func ("/distribution/resolve", test_resolve);
  g_test_add_func ("/distribution/ids", test_ids);

  return g_test_run ();
}
