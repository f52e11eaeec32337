/* test-cli-engine.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-test-utils.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* Fused operations in exp and log are all that instruction sets differ by. */
#define TOLERANCE 1e-12

static const char *const lines[] = {
  "run --format csv",
  "run soft-landing --format csv",
  "run --format csv --set lifespan=3.1 --set subsidy=0.7 --set power_add=31 --set pop_year=3.3",
  "map --x capex --y lifespan --size 33x33",
  "map --x subsidy --y power_add --size 21x35 --set capex=1400",
};

/* Whether both tables have the same numbers but for a share of the largest of
 * their column. */
static void
assert_near (const char *line, const char *a, const char *b)
{
  g_auto (GStrv) rows_a = g_strsplit (a, "\n", -1);
  g_auto (GStrv) rows_b = g_strsplit (b, "\n", -1);
  double largest[100] = { 0 };
  double worst = 0;

  g_assert_cmpstr (rows_a[0], ==, rows_b[0]);
  g_assert_cmpuint (g_strv_length (rows_a), ==, g_strv_length (rows_b));

  for (guint round = 0; round < 2; round++)
    {
      for (guint i = 1; rows_a[i] != NULL; i++)
        {
          g_auto (GStrv) cells_a = g_strsplit (rows_a[i], ",", -1);
          g_auto (GStrv) cells_b = g_strsplit (rows_b[i], ",", -1);
          const guint n = g_strv_length (cells_a);

          g_assert_cmpuint (n, ==, g_strv_length (cells_b));
          g_assert_cmpuint (n, <=, G_N_ELEMENTS (largest));
          for (guint k = 0; k < n; k++)
            {
              const double value = g_ascii_strtod (cells_a[k], NULL);
              const double difference = fabs (value - g_ascii_strtod (cells_b[k], NULL));

              if (round == 0)
                largest[k] = fmax (largest[k], fabs (value));
              else if (difference > 0)
                worst = fmax (worst, difference / largest[k]);
            }
        }
    }

  g_test_message ("%s: %.2g", line, worst);
  g_assert_cmpfloat (worst, <=, TOLERANCE);
}

static void
test_instruction_set (gconstpointer data)
{
  const char *set = data;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *expected = NULL;
      g_auto (CliResult) result = { 0 };

      g_setenv ("OVERBUILD_INSTRUCTION_SET", "sse2", TRUE);
      expected = cli_get_output (lines[i]);
      g_setenv ("OVERBUILD_INSTRUCTION_SET", set, TRUE);
      cli_run (&result, NULL, lines[i]);
      g_unsetenv ("OVERBUILD_INSTRUCTION_SET");

      if (strstr (result.messages, "this machine does not have") != NULL)
        {
          g_test_skip ("this machine does not have it");
          return;
        }
      g_assert_cmpint (result.code, ==, 0);
      g_assert_cmpstr (result.messages, ==, "");
      assert_near (lines[i], expected, result.output);
    }
}

static void
test_threads (void)
{
  static const char *const numbers[] = { "2", "3", "8" };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *expected = NULL;

      g_setenv ("OVERBUILD_THREADS", "1", TRUE);
      expected = cli_get_output (lines[i]);
      for (guint k = 0; k < G_N_ELEMENTS (numbers); k++)
        {
          g_autofree char *output = NULL;

          g_setenv ("OVERBUILD_THREADS", numbers[k], TRUE);
          output = cli_get_output (lines[i]);
          g_assert_cmpstr (output, ==, expected);
        }
      g_unsetenv ("OVERBUILD_THREADS");
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/cli/engine/avx2", "avx2", test_instruction_set);
  g_test_add_data_func ("/cli/engine/avx512", "avx512", test_instruction_set);
  g_test_add_func ("/cli/engine/threads", test_threads);

  return g_test_run ();
}
