/* test-csv.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-csv.h"

#include <math.h>

static void
assert_number (double value, const char *expected)
{
  g_autoptr (GString) csv = g_string_new ("a");

  ob_csv_append_cell (csv, value);
  g_assert_true (g_str_has_prefix (csv->str, "a,"));
  g_assert_cmpstr (csv->str + 2, ==, expected);
}

static void
test_numbers (void)
{
  assert_number (0.5, "0.5");
  assert_number (-1500, "-1500");
  assert_number (0, "0");
  assert_number (-0., "0");
  assert_number (NAN, "");
  assert_number (INFINITY, "");
  assert_number (-INFINITY, "");
}

/* What is written is what there is, bit for bit. */
static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < 1000; i++)
    {
      const double value =
        ldexp (g_rand_double_range (rand, -1, 1), g_rand_int_range (rand, -60, 60));
      g_autoptr (GString) csv = g_string_new (NULL);

      ob_csv_append_number (csv, value);
      g_assert_cmpfloat (g_ascii_strtod (csv->str, NULL), ==, value);
    }
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "Michael Burry", "Michael Burry" },
    { "Forecast of 2024, 《科创板日报》", "\"Forecast of 2024, 《科创板日报》\"" },
    { "a \"b\"", "\"a \"\"b\"\"\"" },
    { "\"", "\"\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "a\r", "\"a\r\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) csv = g_string_new (NULL);

      ob_csv_append_text (csv, cases[i].text);
      g_assert_cmpstr (csv->str, ==, cases[i].expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/numbers", test_numbers);
  g_test_add_func ("/csv/round-trip", test_round_trip);
  g_test_add_func ("/csv/text", test_text);

  return g_test_run ();
}
