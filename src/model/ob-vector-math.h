/* ob-vector-math.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

/* Elementary functions without branches or calls, so that a loop over lanes
 * that uses them is turned into vector code. Errors are below 2 ulp over the
 * stated ranges. */

#define OB_INLINE static inline __attribute__ ((always_inline))

OB_INLINE guint64
ob_bits_of (double x)
{
  guint64 bits;

  memcpy (&bits, &x, sizeof bits);
  return bits;
}

OB_INLINE double
ob_double_of (guint64 bits)
{
  double x;

  memcpy (&x, &bits, sizeof x);
  return x;
}

/* a b + c, rounded once where the machine has an instruction for it. The
 * compiler may not fuse anything by itself, so that results do not depend on
 * what it makes of a loop. */
OB_INLINE double
ob_fma (double a, double b, double c)
{
#ifdef __FP_FAST_FMA
  return __builtin_fma (a, b, c);
#else
  return a * b + c;
#endif
}

OB_INLINE double
ob_max (double a, double b)
{
  return a > b ? a : b;
}

OB_INLINE double
ob_min (double a, double b)
{
  return a < b ? a : b;
}

OB_INLINE double
ob_clip (double x, double low, double high)
{
  return ob_min (ob_max (x, low), high);
}

/* e^x; beyond ±708 the argument is clipped. */
OB_INLINE double
ob_exp (double x)
{
  /* Adding 1.5 x 2^52 leaves the nearest integer in the low bits. */
  const double shifter = 6755399441055744.0;
  const double bounded = ob_clip (x, -708, 708);
  const double shifted = ob_fma (bounded, 1.4426950408889634074, shifter);
  const double n = shifted - shifter;
  /* ln 2 in two parts, the first with trailing zeros so that n times it is exact. */
  const double r =
    ob_fma (n, -1.90821492927058770002e-10, ob_fma (n, -6.93147180369123816490e-01, bounded));
  const guint64 scale = (ob_bits_of (shifted) + 1023) << 52;
  /* (e^r - 1 - r)/r^2 by the polynomial through the Chebyshev nodes of
   * [-ln 2/2, ln 2/2]: off by at most 2e-17. It is summed in pairs, and pairs
   * of pairs, to shorten the chain: a processor that waits for it has room for
   * few other lanes. */
  const double z = r * r;
  const double w = z * z;
  const double first = ob_fma (ob_fma (0.008333333333330065, r, 0.041666666666624164), z,
                               ob_fma (0.16666666666666669, r, 0.5));
  const double second = ob_fma (ob_fma (2.7557268480310024e-06, r, 2.4801521322368692e-05), z,
                                ob_fma (0.00019841269863040545, r, 0.0013888888917196719));
  const double third = ob_fma (2.5100375832561234e-08, r, 2.7620075879983367e-07);
  const double all = ob_fma (ob_fma (third, w, second), w, first);
  const double power = ob_double_of (scale);

  return ob_fma (ob_fma (all, z, r), power, power);
}

/* ln x for normal x > 0. */
OB_INLINE double
ob_log (double x)
{
  /* Shift the range of the mantissa to [sqrt 1/2, sqrt 2). */
  const guint64 root_half = G_GUINT64_CONSTANT (0x3fe6a09e667f3bcd);
  const guint64 shifted = ob_bits_of (x) + (G_GUINT64_CONSTANT (0x3ff0000000000000) - root_half);
  const double m = ob_double_of ((shifted & G_GUINT64_CONSTANT (0x000fffffffffffff)) + root_half);
  /* The exponent as a number, by way of the bits of 2^52 + exponent. */
  const double k = ob_double_of ((shifted >> 52) | G_GUINT64_CONSTANT (0x4330000000000000))
                   - (4503599627370496.0 + 1023.0);
  /* ln m = 2 artanh s = 2 s + s z Q(z), z = s^2; Q by the polynomial through the
   * Chebyshev nodes of the range of z: off by at most 1e-17. */
  const double s = (m - 1.0) / (m + 1.0);
  const double z = s * s;
  const double w = z * z;
  const double first = ob_fma (0.39999999999899505, z, 0.666666666666667);
  const double second = ob_fma (0.2222221113479508, z, 0.28571428625975487);
  const double third =
    ob_fma (0.14616449685043406, w, ob_fma (0.15331721600556042, z, 0.18182889125261723));
  const double all = ob_fma (w * w, third, ob_fma (second, w, first));

  return ob_fma (k, 6.93147180369123816490e-01, 2.0 * s)
         + ob_fma (all, z * s, k * 1.90821492927058770002e-10);
}

/* How far ob_log_bound() is off at most. */
#define OB_LOG_BOUND_ERROR 0.0598

/* At least ln x, and at most OB_LOG_BOUND_ERROR more, for normal x > 0: read as
 * a number, the bits of x are its binary logarithm along straight lines between
 * powers of two. */
OB_INLINE double
ob_log_bound (double x)
{
  /* The upper 52 bits, by way of the bits of 2^52 plus them. */
  const double steps =
    ob_double_of ((ob_bits_of (x) >> 12) | G_GUINT64_CONSTANT (0x4330000000000000))
    - 4503599627370496.0;

  return steps * (G_LN2 / 1099511627776.0) - (1023 * G_LN2 - OB_LOG_BOUND_ERROR);
}

/* ln (e^a - 1) for 0 < a <= 1.64: ln a + a/2 + ln (sinh (a/2)/(a/2)), the last
 * by the polynomial in a^2 through the Chebyshev nodes of its range: off by at
 * most 1e-16. */
OB_INLINE double
ob_log_expm1 (double a)
{
  const double u = a * a;
  const double w = u * u;
  double even, odd;

  even = ob_fma (9.37171429213588e-13, w, 2.08762349837462e-09);
  even = ob_fma (even, w, 5.511463832841946e-06);
  even = ob_fma (even, w, 0.04166666666666664);
  odd = ob_fma (-1.6708552874214315e-14, w, -4.399312531400496e-11);
  odd = ob_fma (odd, w, -1.0333991149846918e-07);
  odd = ob_fma (odd, w, -0.00034722222222068885);

  return ob_log (a) + ob_fma (ob_fma (odd, u, even), u, 0.5 * a);
}

/* Where the standard normal distribution function is 1e-4. */
#define OB_NORMAL_1E_4 3.7190164854556804

/* ln (Phi/(1-Phi)) of the standard normal distribution function at x, with Phi
 * clipped to [1e-4, 1-1e-4]: odd, so x times a polynomial in x^2, through the
 * Chebyshev nodes of its range: off by at most 3e-15. */
OB_INLINE double
ob_logit_phi (double x)
{
  const double bounded = ob_clip (x, -OB_NORMAL_1E_4, OB_NORMAL_1E_4);
  const double z = bounded * bounded;
  const double w = z * z;
  const double u = w * w;
  double p0, p1, p2, p3;

  p0 = ob_fma (3.7845098385471335e-26, u, 3.782873516296698e-19);
  p1 = ob_fma (-1.4534672355401264e-20, u, -1.557145716802975e-17);
  p2 = ob_fma (3.6526223371134846e-22, u, 6.268883324313197e-17);
  p3 = ob_fma (-5.499174038416938e-24, u, -6.453925402847614e-18);
  p0 = ob_fma (p0, u, -9.257468929181989e-15);
  p1 = ob_fma (p1, u, -1.4519679252803129e-11);
  p2 = ob_fma (p2, u, -1.4175563515788848e-13);
  p3 = ob_fma (p3, u, 1.2206308737548794e-13);
  p0 = ob_fma (p0, u, 1.3869289485199713e-10);
  p1 = ob_fma (p1, u, 1.5419051604490204e-07);
  p2 = ob_fma (p2, u, -3.707023658461328e-08);
  p3 = ob_fma (p3, u, 1.232952148945997e-09);
  p0 = ob_fma (p0, u, 5.702663625703412e-06);
  p1 = ob_fma (p1, u, 0.07267120471505852);
  p2 = ob_fma (p2, u, -7.396147502992504e-05);
  p3 = ob_fma (p3, u, -0.0001043200009467579);
  p0 = ob_fma (p0, u, 1.5957691216057297);

  return bounded * ob_fma (ob_fma (p3, w, p1), z, ob_fma (p2, w, p0));
}

/* The standard normal distribution function, to 1e-15 absolute.
 * J. F. Hart et al., "Computer Approximations", 1968, function 5666. */
OB_INLINE double
ob_phi (double x)
{
  const double a = ob_min (x < 0 ? -x : x, 37.0);
  const double p = (((((3.52624965998911e-02 * a + 0.700383064443688) * a + 6.37396220353165) * a
                      + 33.912866078383)
                       * a
                     + 112.079291497871)
                      * a
                    + 221.213596169931)
                     * a
                   + 220.206867912376;
  const double q = ((((((8.83883476483184e-02 * a + 1.75566716318264) * a + 16.064177579207) * a
                       + 86.7807322029461)
                        * a
                      + 296.564248779674)
                       * a
                     + 637.333633378831)
                      * a
                    + 793.826512519948)
                     * a
                   + 440.413735824752;
  const double tail = ob_exp (-0.5 * a * a) * (p / q);

  return x < 0 ? tail : 1.0 - tail;
}
