/* ob-beta.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-beta.h"

#include <float.h>
#include <math.h>

#define MAX_TERMS 200
#define MAX_STEPS 100
/* Relative, of a root. */
#define TOLERANCE 1e-14

void
ob_beta_init (ObBeta *beta, double a, double b)
{
  int sign;

  g_return_if_fail (beta != NULL);
  g_return_if_fail (a >= 1 && b >= 1);

  beta->a = a;
  beta->b = b;
  /* Unlike lgamma(), these may be called by several threads at once. */
  beta->log_beta = lgamma_r (a, &sign) + lgamma_r (b, &sign) - lgamma_r (a + b, &sign);
}

double
ob_beta_get_density (const ObBeta *beta, double x)
{
  g_return_val_if_fail (beta != NULL, 0);

  if (x < 0 || x > 1)
    return 0;

  return pow (x, beta->a - 1) * pow (1 - x, beta->b - 1) * exp (-beta->log_beta);
}

static double
keep_away_from_zero (double x)
{
  return fabs (x) < DBL_MIN ? DBL_MIN : x;
}

/* The continued fraction of the incomplete beta function (M. Abramowitz and
 * I. A. Stegun, "Handbook of Mathematical Functions", 26.5.8), evaluated from the
 * front by the method of W. J. Lentz, 1976. */
static double
evaluate_fraction (double a, double b, double x)
{
  double c = 1;
  double d = 1 / keep_away_from_zero (1 - (a + b) * x / (a + 1));
  double value = d;

  for (guint m = 1; m < MAX_TERMS; m++)
    {
      const double even = m * (b - m) * x / ((a + 2. * m - 1) * (a + 2. * m));
      const double odd = -(a + m) * (a + b + m) * x / ((a + 2. * m) * (a + 2. * m + 1));
      double change;

      d = 1 / keep_away_from_zero (1 + even * d);
      c = keep_away_from_zero (1 + even / c);
      value *= c * d;

      d = 1 / keep_away_from_zero (1 + odd * d);
      c = keep_away_from_zero (1 + odd / c);
      change = c * d;
      value *= change;
      if (fabs (change - 1) < DBL_EPSILON)
        break;
    }

  return value;
}

double
ob_beta_get_cdf (const ObBeta *beta, double x)
{
  double front;

  g_return_val_if_fail (beta != NULL, 0);

  if (!(x > 0))
    return 0;
  if (!(x < 1))
    return 1;

  front = exp (beta->a * log (x) + beta->b * log1p (-x) - beta->log_beta);
  /* On the other side the fraction converges slowly. */
  if (x < (beta->a + 1) / (beta->a + beta->b + 2))
    return front * evaluate_fraction (beta->a, beta->b, x) / beta->a;

  return 1 - front * evaluate_fraction (beta->b, beta->a, 1 - x) / beta->b;
}

double
ob_beta_get_quantile (const ObBeta *beta, double p)
{
  double low = 0, high = 1, x;

  g_return_val_if_fail (beta != NULL, 0);

  if (!(p > 0))
    return 0;
  if (!(p < 1))
    return 1;

  /* Near an end the density is a power of the distance from it. */
  if (p < 0.5)
    x = exp ((log (p * beta->a) + beta->log_beta) / beta->a);
  else
    x = 1 - exp ((log ((1 - p) * beta->b) + beta->log_beta) / beta->b);
  if (!(x > low && x < high))
    x = beta->a / (beta->a + beta->b);

  for (guint i = 0; i < MAX_STEPS; i++)
    {
      const double error = ob_beta_get_cdf (beta, x) - p;
      const double newton = error / ob_beta_get_density (beta, x);
      /* Halley's: the logarithm of the density has this slope. */
      const double slope = (beta->a - 1) / x - (beta->b - 1) / (1 - x);
      const double bend = 1 - CLAMP (newton * slope / 2, -0.5, 0.5);
      double next = x - newton / bend;

      if (error > 0)
        high = x;
      else
        low = x;
      if (!(next > low && next < high))
        next = (low + high) / 2;
      if (fabs (next - x) <= TOLERANCE * x)
        return next;
      x = next;
    }

  return x;
}
