/* test-scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-soft-range.h"

#include <math.h>

/* Ranges of every size and place, on either kind of scale. */
static void
draw_range (GRand *rand, ObScaleKind kind, double *min, double *max)
{
  double size = pow (10., g_rand_double_range (rand, -9., 9.));
  double place = kind == OB_SCALE_LOG ? g_rand_double_range (rand, 1e-6, 2.)
                                      : g_rand_double_range (rand, -2., 2.);

  *min = place * size;
  *max = *min + g_rand_double_range (rand, 1e-4, 3.) * size;
}

static void
test_inverse (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 4000; i++)
    {
      ObScaleKind kind = i % 2 == 0 ? OB_SCALE_LINEAR : OB_SCALE_LOG;
      double unit = g_rand_double_range (rand, -0.2, 1.2);
      double min;
      double max;
      ObScale scale;

      draw_range (rand, kind, &min, &max);
      ob_scale_init (&scale, kind, min, max);
      g_assert_cmpfloat_with_epsilon (ob_scale_to_unit (&scale, ob_scale_from_unit (&scale, unit)),
                                      unit, 1e-7);
      g_assert_cmpfloat_with_epsilon (ob_scale_to_unit (&scale, scale.min), 0., 1e-12);
      g_assert_cmpfloat_with_epsilon (ob_scale_to_unit (&scale, scale.max), 1., 1e-12);
    }
}

static void
assert_round (double step)
{
  double mantissa = step / pow (10., floor (log10 (step) + 1e-9));

  g_assert_true (fabs (mantissa - 1) < 1e-6 || fabs (mantissa - 2) < 1e-6
                 || fabs (mantissa - 5) < 1e-6);
}

static void
test_ticks (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (guint i = 0; i < 4000; i++)
    {
      ObScaleKind kind = i % 2 == 0 ? OB_SCALE_LINEAR : OB_SCALE_LOG;
      guint max_ticks = g_rand_int_range (rand, 2, OB_SCALE_MAX_TICKS + 1);
      double ticks[OB_SCALE_MAX_TICKS];
      double min;
      double max;
      ObScale scale;
      guint n;

      draw_range (rand, kind, &min, &max);
      ob_scale_init_nice (&scale, kind, min, max, 5);
      g_assert_cmpfloat (scale.min, <=, min + 1e-5 * (max - min));
      g_assert_cmpfloat (scale.max, >=, max - 1e-5 * (max - min));

      n = ob_scale_get_ticks (&scale, max_ticks, ticks);
      g_assert_cmpuint (n, <=, max_ticks);
      if (kind == OB_SCALE_LINEAR && max_ticks >= 3)
        g_assert_cmpuint (n, >=, 1);
      for (guint k = 0; k < n; k++)
        {
          double unit = ob_scale_to_unit (&scale, ticks[k]);

          g_assert_cmpfloat (unit, >=, -1e-5);
          g_assert_cmpfloat (unit, <=, 1 + 1e-5);
          if (k > 0)
            g_assert_cmpfloat (ticks[k], >, ticks[k - 1]);
          if (kind == OB_SCALE_LOG && scale.max / scale.min >= 5)
            assert_round (ticks[k]);
        }
      if (kind == OB_SCALE_LINEAR && n > 1)
        assert_round (ticks[1] - ticks[0]);
    }
}

/* The ends of a nice range are ticks when there is room for them. */
static void
test_nice_ends (void)
{
  ObScale scale;
  double ticks[9];
  guint n;

  ob_scale_init_nice (&scale, OB_SCALE_LINEAR, 0., 4603., 5);
  g_assert_cmpfloat (scale.min, ==, 0.);
  g_assert_cmpfloat (scale.max, ==, 5000.);
  n = ob_scale_get_ticks (&scale, 9, ticks);
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpfloat (ticks[5], ==, 5000.);

  ob_scale_init_nice (&scale, OB_SCALE_LOG, 0.0072, 3.8, 5);
  g_assert_cmpfloat_with_epsilon (scale.min, 0.005, 1e-15);
  g_assert_cmpfloat (scale.max, ==, 5.);
  n = ob_scale_get_ticks (&scale, 9, ticks);
  g_assert_cmpuint (n, <=, 9);
  g_assert_cmpfloat (ticks[0], ==, 0.01);
}

static void
test_degenerate (void)
{
  static const double values[] = {
    0.,    -0.,   1.,       -1.,      5e-324,    1e-300, -1e-300,
    1e300, 1e308, -1.7e308, INFINITY, -INFINITY, NAN,    7.000000001
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          for (int kind = OB_SCALE_LINEAR; kind <= OB_SCALE_LOG; kind++)
            {
              double ticks[8];
              ObScale scale;
              guint n;

              ob_scale_init_nice (&scale, kind, values[i], values[j], 5);
              g_assert_true (isfinite (scale.min) && isfinite (scale.max));
              g_assert_cmpfloat (scale.min, <, scale.max);
              if (kind == OB_SCALE_LOG)
                g_assert_cmpfloat (scale.min, >, 0.);
              n = ob_scale_get_ticks (&scale, 8, ticks);
              g_assert_cmpuint (n, <=, 8);
              for (guint k = 0; k < n; k++)
                g_assert_true (isfinite (ob_scale_to_unit (&scale, ticks[k])));
            }
        }
    }
}

static void
test_accepts (void)
{
  ObScale linear;
  ObScale log_scale;

  ob_scale_init (&linear, OB_SCALE_LINEAR, -1., 1.);
  ob_scale_init (&log_scale, OB_SCALE_LOG, 1., 10.);
  g_assert_true (ob_scale_accepts (&linear, -5.));
  g_assert_false (ob_scale_accepts (&linear, NAN));
  g_assert_false (ob_scale_accepts (&linear, INFINITY));
  g_assert_true (ob_scale_accepts (&log_scale, 1e-9));
  g_assert_false (ob_scale_accepts (&log_scale, 0.));
  g_assert_false (ob_scale_accepts (&log_scale, -3.));
}

/* Held: never smaller, still while the data stay inside; released: as if new. */
static void
test_soft_range (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (guint run = 0; run < 300; run++)
    {
      ObSoftRange range = { 0 };
      ObSoftRange fresh = { 0 };
      double min;
      double max;

      draw_range (rand, OB_SCALE_LINEAR, &min, &max);
      ob_soft_range_update (&range, OB_SCALE_LINEAR, min, max, TRUE);
      g_assert_true (range.is_set);

      for (guint i = 0; i < 20; i++)
        {
          ObScale before = range.scale;
          double low = min + g_rand_double_range (rand, -1., 1.) * (max - min);
          double high = low + g_rand_double_range (rand, 0.1, 2.) * (max - min);

          ob_soft_range_update (&range, OB_SCALE_LINEAR, low, high, TRUE);
          g_assert_cmpfloat (range.scale.min, <=, before.min);
          g_assert_cmpfloat (range.scale.max, >=, before.max);
          g_assert_cmpfloat (range.scale.min, <=, low + 1e-5 * (high - low));
          g_assert_cmpfloat (range.scale.max, >=, high - 1e-5 * (high - low));
          if (low >= before.min)
            g_assert_cmpfloat (range.scale.min, ==, before.min);
          if (high <= before.max)
            g_assert_cmpfloat (range.scale.max, ==, before.max);
        }

      ob_soft_range_update (&range, OB_SCALE_LINEAR, min, max, FALSE);
      ob_soft_range_update (&fresh, OB_SCALE_LINEAR, min, max, FALSE);
      g_assert_cmpfloat (range.scale.min, ==, fresh.scale.min);
      g_assert_cmpfloat (range.scale.max, ==, fresh.scale.max);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scale/inverse", test_inverse);
  g_test_add_func ("/scale/ticks", test_ticks);
  g_test_add_func ("/scale/nice-ends", test_nice_ends);
  g_test_add_func ("/scale/degenerate", test_degenerate);
  g_test_add_func ("/scale/accepts", test_accepts);
  g_test_add_func ("/scale/soft-range", test_soft_range);

  return g_test_run ();
}
