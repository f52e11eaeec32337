/* test-locale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-locale.h"
#include "ob-quantity.h"

#define NBSP "\302\240"

/* The environment is that of meson.build: Chinese, from the build tree. */
static void
test_translated (void)
{
  g_assert_cmpstr (ob_parameter_get_label (OB_PARAMETER_CAPEX), ==, "资本开支");
  g_assert_cmpstr (ob_group_get_label (OB_GROUP_HARDWARE), ==, "硬件");
}

/* Ids are for files and scripts. */
static void
test_ids (void)
{
  g_assert_cmpstr (ob_parameter_get_id (OB_PARAMETER_CAPEX), ==, "capex");
  g_assert_cmpstr (ob_group_get_id (OB_GROUP_HARDWARE), ==, "hardware");
}

/* Every label and every sentence of the table has a translation of its own. */
static void
test_complete (void)
{
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);

      g_assert_cmpstr (ob_parameter_get_label (i), !=, info->label);
      g_assert_cmpstr (ob_parameter_get_description (i), !=, info->description);
    }
}

static void
assert_format (ObUnit unit, double value, const char *expected)
{
  g_autofree char *text = ob_quantity_format (unit, value);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_parse (ObParameter parameter, const char *text, double expected)
{
  g_autoptr (GError) error = NULL;
  double value = -1;

  ob_quantity_parse (parameter, text, 0, &value, &error);
  g_assert_no_error (error);
  if (value != expected)
    g_error ("\"%s\" gave %.17g, expected %.17g", text, value, expected);
}

/* Money is counted in hundred millions, chips in ten thousands. */
static void
test_magnitudes (void)
{
  assert_format (OB_UNIT_BILLION_PER_YEAR, 500, "5000" NBSP "亿美元/年");
  assert_format (OB_UNIT_BILLION_PER_YEAR, 1500, "1.50" NBSP "万亿美元/年");
  assert_format (OB_UNIT_BILLION, -0.25, "−2.5" NBSP "亿美元");
  assert_format (OB_UNIT_BILLION, 580, "5800" NBSP "亿美元");
  assert_format (OB_UNIT_BILLION, 1000, "1.00" NBSP "万亿美元");
  assert_format (OB_UNIT_BILLION_PER_GW, 33, "330" NBSP "亿美元/GW");
  assert_format (OB_UNIT_H100E_PER_GW, 0.7, "70" NBSP "万" NBSP "H100e/GW");
  assert_format (OB_UNIT_SHARE, 0.4, "40" NBSP "%");

  g_assert_cmpfloat (ob_quantity_get_display_factor (OB_UNIT_BILLION), ==, 10);
  g_assert_cmpfloat (ob_quantity_get_display_factor (OB_UNIT_H100E), ==, 100);
  g_assert_cmpfloat (ob_quantity_get_display_factor (OB_UNIT_GW), ==, 1);
}

static void
assert_refused (ObParameter parameter, const char *text)
{
  g_autoptr (GError) error = NULL;
  double value = -1;

  g_assert_false (ob_quantity_parse (parameter, text, 0, &value, &error));
  g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_UNKNOWN_ID);
  g_assert_cmpfloat (value, ==, -1);
}

static void
test_entries (void)
{
  assert_parse (OB_PARAMETER_CAPEX, "5000", 500);
  assert_parse (OB_PARAMETER_CAPEX, "$5000", 500);
  assert_parse (OB_PARAMETER_CAPEX, "5000亿", 500);
  assert_parse (OB_PARAMETER_CAPEX, "5000 亿美元/年", 500);
  assert_parse (OB_PARAMETER_CAPEX, "5000亿/年", 500);
  assert_parse (OB_PARAMETER_CAPEX, "5000亿美元", 500);
  assert_parse (OB_PARAMETER_CAPEX, "1.2万亿", 1200);
  assert_parse (OB_PARAMETER_CAPEX, "1.2 万亿美元/年", 1200);
  assert_parse (OB_PARAMETER_CAPEX, "$500 bn/yr", 500);
  assert_parse (OB_PARAMETER_CAPEX, "500bn", 500);
  assert_parse (OB_PARAMETER_CAPEX, "$1.2 tn", 1200);
  assert_refused (OB_PARAMETER_CAPEX, "5000美元");
}

/* What is shown can be typed: entries exactly, numbers with their unit as rounded. */
static void
test_round_trip (void)
{
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      const double values[] = { info->value, info->minimum, info->maximum };

      if (info->unit == OB_UNIT_SWITCH)
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          g_autofree char *entry = ob_quantity_format_entry (info->unit, values[j]);
          g_autofree char *with_label =
            g_strconcat (entry, ob_quantity_get_unit_label (info->unit), NULL);
          g_autofree char *field = ob_quantity_format_field (info->unit, values[j]);
          g_autofree char *text = ob_quantity_format (info->unit, values[j]);
          g_autoptr (GError) error = NULL;
          double value = G_MAXDOUBLE;

          assert_parse (i, entry, values[j]);
          assert_parse (i, with_label, values[j]);
          /* These have few digits. */
          assert_parse (i, field, values[j]);
          if (!ob_quantity_parse (i, text, 0, &value, &error))
            g_error ("%s", error->message);
          g_assert_cmpfloat_with_epsilon (value, values[j], 0.005 * ABS (values[j]) + 1e-9);
        }
    }
}

static void
assert_axis (double max, const char *label, const char *unit)
{
  g_auto (ObAxis) axis = { 0 };
  ObScale scale;

  ob_scale_init (&scale, OB_SCALE_LINEAR, 0, max);
  ob_axis_init (&axis, &scale, OB_UNIT_BILLION_PER_YEAR, 3);
  g_assert_cmpstr (axis.labels[axis.n_ticks - 1], ==, label);
  g_assert_cmpstr (ob_axis_get_unit_text (&axis), ==, unit);
}

static void
test_axis (void)
{
  g_autofree char *hundreds = ob_axis_format_money (-500);
  g_autofree char *trillions = ob_axis_format_money (2000);

  assert_axis (1000, "10000", "亿美元/年");
  assert_axis (4000, "4", "万亿美元/年");
  g_assert_cmpstr (hundreds, ==, "−5000 亿美元");
  g_assert_cmpstr (trillions, ==, "+2 万亿美元");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ob_locale_init ();

  g_test_add_func ("/locale/translated", test_translated);
  g_test_add_func ("/locale/ids", test_ids);
  g_test_add_func ("/locale/complete", test_complete);

  g_test_add_func ("/locale/magnitudes", test_magnitudes);
  g_test_add_func ("/locale/entries", test_entries);
  g_test_add_func ("/locale/round-trip", test_round_trip);
  g_test_add_func ("/locale/axis", test_axis);

  return g_test_run ();
}
