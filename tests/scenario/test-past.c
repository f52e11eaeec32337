/* test-past.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-inputs.h"
#include "ob-past.h"

#include <math.h>
#include <string.h>

static gpointer
get_first (gpointer data)
{
  return (gpointer) ob_past_get_boom (0);
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("past", get_first, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i]) == ob_past_get_boom (0));
}

static void
assert_sentence (const char *text)
{
  gsize length = strlen (text);

  g_assert_cmpuint (length, >, 10);
  g_assert_cmpint (text[length - 1], ==, '.');
  g_assert_null (strchr (text, '\n'));
}

static void
test_records (void)
{
  static const ObSeries recorded[] = { OB_SERIES_CAPEX, OB_SERIES_REVENUE };

  g_assert_null (ob_past_get_record (OB_SERIES_TAX));
  for (guint k = 0; k < G_N_ELEMENTS (recorded); k++)
    {
      const ObRecord *record = ob_past_get_record (recorded[k]);
      double value = -1;

      g_assert_cmpint (record->series, ==, recorded[k]);
      assert_sentence (record->what);
      g_assert_true ((record->grade == OB_GRADE_JUDGEMENT) == (*record->source == '\0'));
      for (guint i = 0; i < record->n_years; i++)
        {
          g_assert_true (ob_record_get (record, record->first_year + (int) i, &value));
          g_assert_cmpfloat (value, >, 0);
        }
      value = -1;
      g_assert_false (ob_record_get (record, record->first_year - 1, &value));
      g_assert_false (ob_record_get (record, record->first_year + (int) record->n_years, &value));
      g_assert_cmpfloat (value, ==, -1);
    }
}

/* The base case starts from what was recorded. */
static void
test_base (void)
{
  const ObRecord *record = ob_past_get_record (OB_SERIES_CAPEX);
  ObInputs inputs;

  ob_inputs_init (&inputs);
  g_assert_cmpint (record->first_year, ==, inputs.history.first_year);
  g_assert_cmpuint (record->n_years, ==, inputs.history.n_years);
  for (guint i = 0; i < record->n_years; i++)
    g_assert_cmpfloat (record->value[i], ==, inputs.history.capex[i]);
}

static void
test_booms (void)
{
  guint n_known = 0;

  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      const ObBoom *boom = ob_past_get_boom (i);

      g_test_message ("%s", boom->id);
      g_assert_cmpstr (boom->name, !=, "");
      g_assert_cmpstr (boom->period, !=, "");
      assert_sentence (boom->outcome);
      g_assert_cmpfloat (boom->years, >, 0);
      g_assert_cmpfloat (boom->years, <, 20);
      g_assert_true ((boom->grade == OB_GRADE_JUDGEMENT) == (*boom->source == '\0'));
      g_assert_true (isnan (boom->low) == isnan (boom->high));
      for (guint k = 0; k < i; k++)
        g_assert_cmpstr (boom->id, !=, ob_past_get_boom (k)->id);
      if (isnan (boom->low))
        continue;

      /* A number has a source. */
      n_known++;
      g_assert_cmpfloat (boom->low, >, 0);
      g_assert_cmpfloat (boom->low, <=, boom->high);
      g_assert_cmpfloat (boom->high, <, 0.2);
      g_assert_cmpint (boom->grade, !=, OB_GRADE_JUDGEMENT);
    }
  g_assert_cmpuint (n_known, >=, 4);
  g_assert_cmpuint (ob_past_get_n_booms (), >, n_known);
}

static void
test_yardstick (void)
{
  const ObYardstick *yardstick = ob_past_get_yardstick ();
  double middle = yardstick->year + 0.5;

  g_assert_cmpfloat (ob_yardstick_get_gdp (yardstick, middle), ==, yardstick->gdp);
  g_assert_cmpfloat_with_epsilon (ob_yardstick_get_gdp (yardstick, middle + 1),
                                  yardstick->gdp * (1 + yardstick->growth), 1e-6);
  /* What is published of 2026 is about 2 %. */
  g_assert_cmpfloat_with_epsilon (610 / ob_yardstick_get_gdp (yardstick, 2026.5), 0.02, 0.002);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/past/threads", test_threads);
  g_test_add_func ("/past/records", test_records);
  g_test_add_func ("/past/base", test_base);
  g_test_add_func ("/past/booms", test_booms);
  g_test_add_func ("/past/yardstick", test_yardstick);

  return g_test_run ();
}
