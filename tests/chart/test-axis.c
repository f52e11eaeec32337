/* test-axis.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-quantity.h"

#include <locale.h>

static void
assert_number (double value, double step, const char *expected)
{
  g_autofree char *text = ob_axis_format_number (value, step);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (0, 1, "0");
  assert_number (-2, 1, "−2");
  assert_number (0.5, 0.5, "0.5");
  assert_number (1, 0.5, "1.0");
  assert_number (0.02, 0.02, "0.02");
  assert_number (1200, 200, "1200");
  assert_number (1e9, 1e9, "10⁹");
  assert_number (-5e-7, 5e-7, "−5 × 10⁻⁷");
  assert_number (2.5e8, 5e7, "2.5 × 10⁸");
}

static void
assert_money (double value, const char *expected)
{
  g_autofree char *text = ob_axis_format_money (value);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_money (void)
{
  assert_money (2000, "+$2 tn");
  assert_money (-1500, "−$1.5 tn");
  assert_money (500, "+$500 bn");
  assert_money (-20, "−$20 bn");
}

static void
assert_labels (ObScaleKind kind,
               ObUnit unit,
               double min,
               double max,
               guint n,
               const char *const *expected)
{
  g_auto (ObAxis) axis = { 0 };
  ObScale scale;

  ob_scale_init (&scale, kind, min, max);
  ob_axis_init (&axis, &scale, unit, n);
  g_assert_cmpuint (axis.n_ticks, ==, g_strv_length ((char **) expected));
  for (guint i = 0; i < axis.n_ticks; i++)
    g_assert_cmpstr (axis.labels[i], ==, expected[i]);
}

static void
test_labels (void)
{
  assert_labels (OB_SCALE_LINEAR, OB_UNIT_SHARE, 0, 0.9, 5,
                 (const char *[]){ "0", "20", "40", "60", "80", NULL });
  assert_labels (OB_SCALE_LINEAR, OB_UNIT_BILLION_PER_YEAR, 0, 1500, 5,
                 (const char *[]){ "0", "500", "1000", "1500", NULL });
  assert_labels (OB_SCALE_LINEAR, OB_UNIT_BILLION, -2000, 4000, 4,
                 (const char *[]){ "−2", "0", "2", "4", NULL });
  assert_labels (OB_SCALE_LOG, OB_UNIT_PRICE, 0.01, 2, 9,
                 (const char *[]){ "0.01", "0.02", "0.05", "0.1", "0.2", "0.5", "1", "2", NULL });
  assert_labels (OB_SCALE_LOG, OB_UNIT_PRICE, 1, 2, 6,
                 (const char *[]){ "1.0", "1.2", "1.4", "1.6", "1.8", "2.0", NULL });
}

/* Billions become trillions, in the labels and in the unit at once. */
static void
test_units (void)
{
  g_auto (ObAxis) billions = { 0 };
  g_auto (ObAxis) trillions = { 0 };
  g_auto (ObAxis) number = { 0 };
  ObScale scale;

  ob_scale_init (&scale, OB_SCALE_LINEAR, 0, 1500);
  ob_axis_init (&billions, &scale, OB_UNIT_BILLION_PER_YEAR, 5);
  g_assert_cmpstr (ob_axis_get_unit_text (&billions), ==, "$ bn a year");
  ob_axis_init (&number, &scale, OB_UNIT_NUMBER, 5);
  g_assert_null (ob_axis_get_unit_text (&number));

  ob_scale_init (&scale, OB_SCALE_LINEAR, -5000, 0);
  ob_axis_init (&trillions, &scale, OB_UNIT_BILLION_PER_YEAR, 5);
  g_assert_cmpstr (ob_axis_get_unit_text (&trillions), ==, "$ tn a year");
  g_assert_cmpfloat (trillions.factor, ==, 0.001);
}

/* The unit of the axis is the one in which the text at its marks is written. */
static void
test_stocks (void)
{
  for (double most = 100; most < 3000; most *= 1.3)
    {
      g_autofree char *text = ob_quantity_format (OB_UNIT_BILLION, most);
      g_auto (ObAxis) axis = { 0 };
      ObScale scale;

      ob_scale_init (&scale, OB_SCALE_LINEAR, -most, most / 2);
      ob_axis_init (&axis, &scale, OB_UNIT_BILLION, 5);
      g_assert_cmpstr (ob_axis_get_unit_text (&axis), ==,
                       g_str_has_suffix (text, "tn") ? "$ tn" : "$ bn");
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/axis/numbers", test_numbers);
  g_test_add_func ("/axis/money", test_money);
  g_test_add_func ("/axis/labels", test_labels);
  g_test_add_func ("/axis/units", test_units);
  g_test_add_func ("/axis/stocks", test_stocks);

  return g_test_run ();
}
