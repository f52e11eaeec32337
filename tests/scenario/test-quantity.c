/* test-quantity.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#define NBSP  "\302\240"
#define MINUS "\342\210\222"

/* Switches to a locale made for the tests or skips. */
static gboolean
enter_locale (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "locale", NULL);

  /* A machine's own locales will do where none could be made. */
  if (setlocale (LC_ALL, name) == NULL)
    {
      g_setenv ("LOCPATH", path, TRUE);
      if (setlocale (LC_ALL, name) == NULL)
        {
          g_unsetenv ("LOCPATH");
          g_test_skip ("locale not available");
          return FALSE;
        }
    }

  return TRUE;
}

static void
leave_locale (void)
{
  g_unsetenv ("LOCPATH");
  setlocale (LC_ALL, "C.UTF-8");
}

static void
assert_format (ObUnit unit, double value, const char *expected)
{
  g_autofree char *text = ob_quantity_format (unit, value);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_entry (ObUnit unit, double value, const char *expected)
{
  g_autofree char *text = ob_quantity_format_entry (unit, value);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_field (ObUnit unit, double value, const char *expected)
{
  g_autofree char *text = ob_quantity_format_field (unit, value);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_parse (ObParameter parameter, const char *text, double current, double expected)
{
  g_autoptr (GError) error = NULL;
  double value = -12345;
  gboolean done = ob_quantity_parse (parameter, text, current, &value, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  if (value != expected || signbit (value) != signbit (expected))
    g_error ("\"%s\" gave %.17g, expected %.17g", text, value, expected);
}

static void
assert_refused (ObParameter parameter, const char *text, int code)
{
  g_autoptr (GError) error = NULL;
  double value = -12345;

  if (ob_quantity_parse (parameter, text, 0.5, &value, &error))
    g_error ("\"%s\" was read as %.17g", text, value);
  g_assert_error (error, OB_MODEL_ERROR, code);
  g_assert_nonnull (strstr (error->message, ob_parameter_get_label (parameter)));
  g_assert_cmpfloat (value, ==, -12345);
}

static void
test_format (void)
{
  assert_format (OB_UNIT_BILLION_PER_YEAR, 770, "$770" NBSP "bn/yr");
  assert_format (OB_UNIT_BILLION_PER_YEAR, 999.4, "$999" NBSP "bn/yr");
  assert_format (OB_UNIT_BILLION_PER_YEAR, 999.6, "$1.00" NBSP "tn/yr");
  assert_format (OB_UNIT_BILLION_PER_YEAR, 1500, "$1.50" NBSP "tn/yr");
  assert_format (OB_UNIT_BILLION, -578.108, MINUS "$0.58" NBSP "tn");
  assert_format (OB_UNIT_BILLION, 900, "$0.9" NBSP "tn");
  assert_format (OB_UNIT_BILLION, 999.6, "$1.00" NBSP "tn");
  assert_format (OB_UNIT_BILLION, 9996, "$10.0" NBSP "tn");
  assert_format (OB_UNIT_BILLION, 13379.7, "$13.4" NBSP "tn");
  assert_format (OB_UNIT_BILLION, 133797, "$134" NBSP "tn");
  assert_format (OB_UNIT_BILLION, 250, "$250" NBSP "bn");
  assert_format (OB_UNIT_BILLION, 49.96, "$50" NBSP "bn");
  assert_format (OB_UNIT_BILLION, 0.1234567, "$0.123" NBSP "bn");
  assert_format (OB_UNIT_BILLION_PER_GW, 36.5, "$36.5" NBSP "bn/GW");
  assert_format (OB_UNIT_SHARE, 0.4, "40" NBSP "%");
  assert_format (OB_UNIT_SHARE, 0.705, "70.5" NBSP "%");
  assert_format (OB_UNIT_SHARE, 0.07, "7" NBSP "%");
  assert_format (OB_UNIT_RATE, 0.1025, "10.25" NBSP "%/yr");
  assert_format (OB_UNIT_RATE, -0.03, MINUS "3" NBSP "%/yr");
  assert_format (OB_UNIT_PER_DECADE, 0.15, "15" NBSP "%" NBSP "per" NBSP "tenfold");
  assert_format (OB_UNIT_RATIO, 1.1, "1.1×");
  assert_format (OB_UNIT_NUMBER, 0.7, "0.7");
  assert_format (OB_UNIT_YEAR, 1, "1" NBSP "year");
  assert_format (OB_UNIT_YEAR, 5, "5" NBSP "years");
  assert_format (OB_UNIT_YEAR, 2.5, "2.5" NBSP "years");
  assert_format (OB_UNIT_GW_PER_YEAR, 16, "16" NBSP "GW/yr");
  assert_format (OB_UNIT_PRICE, 3.2, "$3.20/H100e-h");
  assert_format (OB_UNIT_SWITCH, 1, "yes");
  assert_format (OB_UNIT_SWITCH, 0, "no");
  assert_format (OB_UNIT_QUARTER, -1, "never");
  assert_format (OB_UNIT_QUARTER, 0, "quarter 1");
}

static void
test_format_field (void)
{
  assert_field (OB_UNIT_BILLION_PER_YEAR, 696.785073454, "696.79");
  assert_field (OB_UNIT_BILLION_PER_YEAR, 770, "770");
  assert_field (OB_UNIT_BILLION_PER_YEAR, 99999.6, "100000");
  assert_field (OB_UNIT_BILLION_PER_YEAR, 123456.7, "123457");
  assert_field (OB_UNIT_SHARE, 0.4, "40");
  assert_field (OB_UNIT_SHARE, 1. / 3, "33.333");
  assert_field (OB_UNIT_SHARE, 0.00123456, "0.12346");
  assert_field (OB_UNIT_RATE, -2. / 3, "-66.667");
  assert_field (OB_UNIT_PRICE, 9.99996, "10");
  assert_field (OB_UNIT_NUMBER, 0, "0");
  assert_field (OB_UNIT_NUMBER, 1e-9, "0.000000001");
  assert_field (OB_UNIT_NUMBER, INFINITY, "");
  assert_field (OB_UNIT_NUMBER, NAN, "");
}

static void
test_format_difference (void)
{
  static const struct
  {
    double value;
    const char *points;
    const char *number;
  } cases[] = {
    { 0.076, "+7.6" NBSP "points", "+0.08" },    { -0.02, MINUS "2.0" NBSP "points", MINUS "0.02" },
    { -0.0004, "0.0" NBSP "points", "0.00" },    { 0, "0.0" NBSP "points", "0.00" },
    { 12.5, "+1250.0" NBSP "points", "+12.50" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *points = ob_quantity_format_points (cases[i].value);
      g_autofree char *number = ob_quantity_format_difference (cases[i].value, 2);

      g_assert_cmpstr (points, ==, cases[i].points);
      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
test_format_words (void)
{
  for (guint unit = 0; unit < OB_N_UNITS; unit++)
    {
      const double odd[] = { NAN, INFINITY, -INFINITY, -0.0, 1e-300, -1e-300, 1e300, -1e300, 1e15 };

      for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
        {
          g_autofree char *text = ob_quantity_format (unit, odd[i]);
          g_autofree char *with_sign = ob_quantity_format_signed (unit, odd[i]);
          g_autofree char *entry = ob_quantity_format_entry (unit, odd[i]);

          g_assert_cmpuint (strlen (text), >, 0);
          g_assert_cmpuint (strlen (with_sign), >, 0);
          g_assert_null (strstr (text, "inf"));
          g_assert_null (strstr (text, "nan"));
          g_assert_null (strstr (with_sign, "inf"));
          g_assert_null (strstr (with_sign, "nan"));
          if (!isfinite (odd[i]))
            g_assert_cmpstr (entry, ==, "");
          /* Neither minus zero nor what rounds to it. */
          if (fabs (odd[i]) < 1 && unit != OB_UNIT_QUARTER)
            {
              g_assert_false (g_str_has_prefix (text, MINUS));
              g_assert_false (g_str_has_prefix (with_sign, MINUS));
              g_assert_false (text[0] == '-');
              g_assert_false (with_sign[0] == '-' || with_sign[0] == '+');
            }
        }
    }
}

static void
test_format_signed (void)
{
  g_autofree char *up = ob_quantity_format_signed (OB_UNIT_BILLION, 578.1);
  g_autofree char *down = ob_quantity_format_signed (OB_UNIT_SHARE, -0.05);
  g_autofree char *none = ob_quantity_format_signed (OB_UNIT_SHARE, 0);

  g_assert_cmpstr (up, ==, "+$0.58" NBSP "tn");
  g_assert_cmpstr (down, ==, MINUS "5" NBSP "%");
  g_assert_cmpstr (none, ==, "0" NBSP "%");
}

static void
test_entry (void)
{
  assert_entry (OB_UNIT_SHARE, 0.4, "40");
  assert_entry (OB_UNIT_SHARE, 0.07, "7");
  assert_entry (OB_UNIT_SHARE, 0.29, "29");
  assert_entry (OB_UNIT_SHARE, 0.005, "0.5");
  assert_entry (OB_UNIT_SHARE, 0.00001, "0.001");
  assert_entry (OB_UNIT_SHARE, 1, "100");
  assert_entry (OB_UNIT_SHARE, 2, "200");
  assert_entry (OB_UNIT_RATE, 0.1025, "10.25");
  assert_entry (OB_UNIT_RATE, -0.2, "-20");
  assert_entry (OB_UNIT_BILLION, 1500, "1500");
  assert_entry (OB_UNIT_BILLION, -0.0, "0");
  assert_entry (OB_UNIT_YEAR, 0.25, "0.25");
  assert_entry (OB_UNIT_YEAR, 12.5, "12.5");
  assert_entry (OB_UNIT_NUMBER, 1e21, "1000000000000000000000");
  assert_entry (OB_UNIT_NUMBER, 1.0 / 3, "0.3333333333333333");
}

static void
test_quarter (void)
{
  const struct
  {
    int quarter;
    const char *text;
  } cases[] = {
    { 0, "Q1" NBSP "2027" }, { 2, "Q3" NBSP "2027" }, { 79, "Q4" NBSP "2046" }, { -1, "never" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ob_quarter_format (2027, cases[i].quarter);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_parse (void)
{
  /* Plain, with and without unit. */
  assert_parse (OB_PARAMETER_CAPEX, "770", 1, 770);
  assert_parse (OB_PARAMETER_CAPEX, "  770.5 ", 1, 770.5);
  assert_parse (OB_PARAMETER_CAPEX, "$770 bn/yr", 1, 770);
  assert_parse (OB_PARAMETER_CAPEX, "$770" NBSP "bn/yr", 1, 770);
  assert_parse (OB_PARAMETER_CAPEX, "$0.9 tn", 1, 900);
  assert_parse (OB_PARAMETER_CAPEX, "1.2T", 1, 1200);
  assert_parse (OB_PARAMETER_CAPEX, "US$ 1.2 trillion a year", 1, 1200);
  assert_parse (OB_PARAMETER_CAPEX, "770 $B/yr", 1, 770);
  assert_parse (OB_PARAMETER_CAPEX, "500 million", 1, 0.5);
  assert_parse (OB_PARAMETER_CAPEX, "770 billion dollars a year", 1, 770);
  assert_parse (OB_PARAMETER_CAPEX, "1.2tn USD", 1, 1200);
  assert_parse (OB_PARAMETER_CAPEX, "1,200", 1, 1200);
  assert_parse (OB_PARAMETER_CAPEX, "1 200", 1, 1200);
  assert_parse (OB_PARAMETER_CAPEX, "1\342\200\257200", 1, 1200);
  assert_parse (OB_PARAMETER_CAPEX, "1’200", 1, 1200);
  assert_parse (OB_PARAMETER_CAPEX, "1,200.5", 1, 1200.5);
  assert_parse (OB_PARAMETER_CAPEX, "7.7e2", 1, 770);
  assert_parse (OB_PARAMETER_CAPEX, "７７０", 1, 770);
  assert_parse (OB_PARAMETER_CAPEX, "٧٧٠", 1, 770);
  assert_parse (OB_PARAMETER_CAPEX, "+50", 770, 50);
  assert_parse (OB_PARAMETER_CAPEX, "-0", 770, 0);
  assert_parse (OB_PARAMETER_LIFESPAN, "5 years", 1, 5);
  assert_parse (OB_PARAMETER_LIFESPAN, "5.5yr", 1, 5.5);
  assert_parse (OB_PARAMETER_BUILD_LAG, "1 year", 1, 1);
  assert_parse (OB_PARAMETER_BUILD_LAG, ".5", 1, 0.5);
  assert_parse (OB_PARAMETER_BUILD_LAG, "1.", 1, 1);
  assert_parse (OB_PARAMETER_POWER_ADD, "16 GW/yr", 1, 16);
  assert_parse (OB_PARAMETER_POWER_ADD, "16gw", 1, 16);
  assert_parse (OB_PARAMETER_REFERENCE_PRICE, "$3.20/H100e-h", 1, 3.2);
  assert_parse (OB_PARAMETER_ELECTRICITY, "$70/MWh", 1, 70);

  /* Percent is the value where the unit is shown so. */
  assert_parse (OB_PARAMETER_SUBSIDY, "40", 0.1, 0.4);
  assert_parse (OB_PARAMETER_SUBSIDY, "40%", 0.1, 0.4);
  assert_parse (OB_PARAMETER_SUBSIDY, "40 percent", 0.1, 0.4);
  assert_parse (OB_PARAMETER_SUBSIDY, "40％", 0.1, 0.4);
  assert_parse (OB_PARAMETER_SUBSIDY, "0.4", 0.1, 0.004);
  assert_parse (OB_PARAMETER_ENTRY, "150%", 1, 1.5);
  assert_parse (OB_PARAMETER_WACC, "10.25 %/yr", 0.1, 0.1025);
  assert_parse (OB_PARAMETER_SCALING, "15% per tenfold", 0.1, 0.15);

  /* Elsewhere it is of the value now. */
  assert_parse (OB_PARAMETER_CAPEX, "150%", 770, 1155);
  assert_parse (OB_PARAMETER_LIFESPAN, "150 %", 5, 7.5);

  /* With a sign it is a change, in every unit. */
  assert_parse (OB_PARAMETER_CAPEX, "+10%", 770, 847);
  assert_parse (OB_PARAMETER_CAPEX, "-5 %", 770, 731.5);
  assert_parse (OB_PARAMETER_CAPEX, "−5 %", 770, 731.5);
  assert_parse (OB_PARAMETER_SUBSIDY, "+10%", 0.4, 0.44);
  assert_parse (OB_PARAMETER_SUBSIDY, "-5 %", 0.4, 0.38);
  assert_parse (OB_PARAMETER_SUBSIDY, "+10%", 0, 0);
  /* Where the range goes below zero, minus is the value's own sign. */
  assert_parse (OB_PARAMETER_CAPEX_GROWTH, "-5 %", 0.2, -0.05);
  assert_parse (OB_PARAMETER_CAPEX_GROWTH, "-5", 0.2, -0.05);
  assert_parse (OB_PARAMETER_CAPEX_GROWTH, "+10%", 0.2, 0.22);

  assert_parse (OB_PARAMETER_CAPEX, "2x", 400, 800);
  assert_parse (OB_PARAMETER_CAPEX, "0.5 ×", 400, 200);
  assert_parse (OB_PARAMETER_SUBSIDY, "2X", 0.4, 0.8);
  assert_parse (OB_PARAMETER_RUNUP_NOW, "2x", 1.2, 2);
  assert_parse (OB_PARAMETER_RUNUP_NOW, "-0.3×", 1.2, -0.3);

  assert_parse (OB_PARAMETER_CAPEX, "=default", 1, 770);
  assert_parse (OB_PARAMETER_SUBSIDY, " = Default ", 1, 0.4);
  assert_parse (OB_PARAMETER_SUNK, "=default", 0, 1);
  assert_parse (OB_PARAMETER_SUNK, "no", 1, 0);
  assert_parse (OB_PARAMETER_SUNK, "On", 0, 1);
  assert_parse (OB_PARAMETER_SUNK, "1", 0, 1);
}

static void
test_parse_refused (void)
{
  const char *const nonsense[] = {
    "",         " ",       "abc",       "nan",      "NaN",    "inf",         "-inf",
    "infinity", "0x10",    "1e",        "1.2.3",    "1,5",    "12,34",       "1 5",
    "--5",      "+-5",     "5 5 %",     "5%%",      "%",      "x",           "=",
    "=foo",     "$",       "5 GW/yr",   "5 parsec", "1,2,3",  "0,500",       "1,2345",
    "1.5.000",  "1,000 5", "1'200 300", "5\n6",     "2x3",    "+2x",         "€5",
    "5/0",      "1..5",    ".",         "\xff\xfe", "5 %/yr", "770 dollars", "770 dollars a year"
  };
  g_autofree char *digits = g_strnfill (100000, '9');

  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    assert_refused (OB_PARAMETER_CAPEX, nonsense[i], OB_MODEL_ERROR_UNKNOWN_ID);
  assert_refused (OB_PARAMETER_CAPEX, digits, OB_MODEL_ERROR_UNKNOWN_ID);
  assert_refused (OB_PARAMETER_SUNK, "maybe", OB_MODEL_ERROR_UNKNOWN_ID);
  assert_refused (OB_PARAMETER_SUNK, "50%", OB_MODEL_ERROR_UNKNOWN_ID);

  assert_refused (OB_PARAMETER_CAPEX, "1501", OB_MODEL_ERROR_OUT_OF_RANGE);
  assert_refused (OB_PARAMETER_CAPEX, "-1", OB_MODEL_ERROR_OUT_OF_RANGE);
  assert_refused (OB_PARAMETER_CAPEX, "1e999", OB_MODEL_ERROR_OUT_OF_RANGE);
  assert_refused (OB_PARAMETER_CAPEX, "1e99999999999999999999", OB_MODEL_ERROR_OUT_OF_RANGE);
  assert_refused (OB_PARAMETER_CAPEX, "2 tn", OB_MODEL_ERROR_OUT_OF_RANGE);
  assert_refused (OB_PARAMETER_LIFESPAN, "1.9", OB_MODEL_ERROR_OUT_OF_RANGE);
  assert_refused (OB_PARAMETER_SUBSIDY, "91%", OB_MODEL_ERROR_OUT_OF_RANGE);
  assert_refused (OB_PARAMETER_SUNK, "0.5", OB_MODEL_ERROR_OUT_OF_RANGE);
}

static void
test_refusal_says_the_range (void)
{
  g_autoptr (GError) range = NULL;
  g_autoptr (GError) syntax = NULL;
  double value;

  g_assert_false (ob_quantity_parse (OB_PARAMETER_SUBSIDY, "120%", 0.4, &value, &range));
  g_assert_nonnull (strstr (range->message, "0" NBSP "%"));
  g_assert_nonnull (strstr (range->message, "90" NBSP "%"));

  g_assert_false (ob_quantity_parse (OB_PARAMETER_SUBSIDY, "much", 0.4, &value, &syntax));
  g_assert_nonnull (strstr (syntax->message, "+10%"));
  g_assert_nonnull (strstr (syntax->message, "=default"));
}

/* What an entry shows gives the value back exactly, what a label shows gives it
 * back as near as it was shown. */
static void
check_round_trips (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270101);

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);

      for (int i = -30; i <= 30; i++)
        {
          /* Steps of the slider, then any double. */
          double span = info->maximum - info->minimum;
          double value = i < 0 ? info->minimum + g_rand_double (rand) * span
                               : info->minimum + info->step * floor (span / info->step * i / 30);
          g_autofree char *entry = NULL;
          g_autofree char *entry_with_unit = NULL;
          g_autofree char *label = NULL;
          g_autoptr (GError) error = NULL;
          double back = NAN;

          if (info->unit == OB_UNIT_SWITCH)
            value = i > 0;
          value = CLAMP (value, info->minimum, info->maximum);

          entry = ob_quantity_format_entry (info->unit, value);
          assert_parse (p, entry, value, value + 0.0);

          entry_with_unit =
            g_strdup_printf ("%s %s", entry, ob_quantity_get_unit_label (info->unit));
          /* "-5 %" is a change where the range has no negative values. */
          assert_parse (p, entry_with_unit, value, value + 0.0);

          label = ob_quantity_format (info->unit, value);
          if (!ob_quantity_parse (p, label, value, &back, &error))
            {
              /* Only rounding may lead out of the range. */
              g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
              continue;
            }
          /* Half a trillion is shown with two digits. */
          g_assert_cmpfloat (fabs (back - value), <=,
                             (info->unit == OB_UNIT_BILLION ? 0.0101 : 0.0051) * fabs (value)
                               + 1e-6);
        }
    }
}

static void
test_round_trips (void)
{
  check_round_trips ();
}

static void
test_german (void)
{
  if (!enter_locale ("de_DE.UTF-8"))
    return;

  assert_format (OB_UNIT_YEAR, 2.5, "2,5" NBSP "years");
  assert_format (OB_UNIT_BILLION, 13379.7, "$13,4" NBSP "tn");
  assert_format (OB_UNIT_RATIO, 12345, "12.345×");
  assert_entry (OB_UNIT_SHARE, 0.125, "12,5");
  assert_entry (OB_UNIT_BILLION, 1234.5, "1234,5");

  assert_parse (OB_PARAMETER_LIFESPAN, "2,5", 1, 2.5);
  assert_parse (OB_PARAMETER_LIFESPAN, "2.5", 1, 2.5);
  assert_parse (OB_PARAMETER_BUILD_LAG, "0.500", 1, 0.5);
  assert_parse (OB_PARAMETER_CAPEX, "1.250", 1, 1250);
  assert_parse (OB_PARAMETER_CAPEX, "1.250,5", 1, 1250.5);
  assert_parse (OB_PARAMETER_CAPEX, "$0,9 tn", 1, 900);
  assert_parse (OB_PARAMETER_CAPEX, "1,5x", 400, 600);
  assert_parse (OB_PARAMETER_SUBSIDY, "+2,5%", 0.4, 0.41);
  assert_refused (OB_PARAMETER_CAPEX, "1,250.5", OB_MODEL_ERROR_UNKNOWN_ID);
  assert_refused (OB_PARAMETER_CAPEX, "1,2,5", OB_MODEL_ERROR_UNKNOWN_ID);
  check_round_trips ();

  leave_locale ();
}

static void
test_french (void)
{
  if (!enter_locale ("fr_FR.UTF-8"))
    return;

  /* Groups are parted by a narrow no-break space. */
  assert_format (OB_UNIT_RATIO, 12345, "12\342\200\257345×");
  assert_parse (OB_PARAMETER_CAPEX, "1\342\200\257250,5", 1, 1250.5);
  assert_parse (OB_PARAMETER_CAPEX, "1 250", 1, 1250);
  check_round_trips ();

  leave_locale ();
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quantity/format", test_format);
  g_test_add_func ("/quantity/format-difference", test_format_difference);
  g_test_add_func ("/quantity/format-field", test_format_field);
  g_test_add_func ("/quantity/format/words", test_format_words);
  g_test_add_func ("/quantity/format/signed", test_format_signed);
  g_test_add_func ("/quantity/format/entry", test_entry);
  g_test_add_func ("/quantity/format/quarter", test_quarter);
  g_test_add_func ("/quantity/parse", test_parse);
  g_test_add_func ("/quantity/parse/refused", test_parse_refused);
  g_test_add_func ("/quantity/parse/refusal-says-the-range", test_refusal_says_the_range);
  g_test_add_func ("/quantity/round-trips", test_round_trips);
  g_test_add_func ("/quantity/german", test_german);
  g_test_add_func ("/quantity/french", test_french);

  return g_test_run ();
}
