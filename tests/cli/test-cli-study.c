/* test-cli-study.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-test-utils.h"
#include "ob-scenario-file.h"

#include <math.h>
#include <string.h>

#define RANGES                                                                                     \
  "--range lifespan=uniform:3:8 --range capex=uniform:500:1100 --range book_life=uniform:3:8"

/* Runs @line for CSV of numbers behind a first column of words. */
static GPtrArray *
get_rows (const char *line, const char *header)
{
  g_autofree char *text = cli_get_output (line);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_assert_cmpstr (lines[0], ==, header);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));

  return rows;
}

static double
get_number (GPtrArray *rows, guint row, guint column)
{
  return g_ascii_strtod (((char **) g_ptr_array_index (rows, row))[column], NULL);
}

/* The ends are those of single runs; what does not act on the metric has no part in
 * its variance, and the parts make sense together. */
static void
test_sensitivity (void)
{
  g_autoptr (GPtrArray) rows =
    get_rows ("sensitivity " RANGES " --draws 1024 --format csv",
              "input,low,high,npv_at_low,npv_at_high,first,first_low,first_high,total,total_low,"
              "total_high");
  double sum = 0;

  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);

      for (guint end = 0; end < 2; end++)
        {
          g_autofree char *line =
            g_strdup_printf ("run --format json --set %s=%s", cells[0], cells[1 + end]);
          g_autofree char *json = cli_get_output (line);
          g_autoptr (JsonNode) node = cli_parse_json (json);
          JsonObject *metrics =
            json_object_get_object_member (json_node_get_object (node), "metrics");

          g_assert_cmpfloat (get_number (rows, i, 3 + end), ==,
                             json_object_get_double_member (metrics, "npv"));
        }
      g_assert_cmpfloat (get_number (rows, i, 6), <=, get_number (rows, i, 5));
      g_assert_cmpfloat (get_number (rows, i, 5), <=, get_number (rows, i, 7));
      g_assert_cmpfloat (get_number (rows, i, 5), <, get_number (rows, i, 8) + 0.05);
      sum += get_number (rows, i, 5);
    }

  /* Accounting life moves no cash; hardware life matters most. */
  g_assert_cmpstr (*(char **) g_ptr_array_index (rows, 0), ==, "lifespan");
  g_assert_cmpfloat (get_number (rows, 0, 8), >, 0.5);
  g_assert_cmpstr (*(char **) g_ptr_array_index (rows, 2), ==, "book_life");
  g_assert_cmpfloat (get_number (rows, 2, 8), ==, 0);
  g_assert_cmpfloat (sum, >, 0.9);
  g_assert_cmpfloat (sum, <, 1.05);
}

/* The bytes do not depend on the number of threads. */
static void
test_threads (void)
{
  static const char *const lines[] = {
    "sensitivity " RANGES " --metric bubble_risk --draws 256 --seed 5 --format json",
    "discover " RANGES " --draws 512 --seed 5 --format json",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *shared = cli_get_output (lines[i]);
      g_autofree char *single = NULL;
      g_autoptr (JsonNode) node = cli_parse_json (shared);

      g_setenv ("OVERBUILD_THREADS", "1", TRUE);
      single = cli_get_output (lines[i]);
      g_unsetenv ("OVERBUILD_THREADS");
      g_assert_cmpstr (single, ==, shared);
    }
}

/* The box holds what it says, counted among the rows of the same sample. */
static void
test_discover (void)
{
  g_autofree char *text = cli_get_output ("sample " RANGES " --draws 1000 --seed 3");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) boxes = get_rows (
    "discover " RANGES " --draws 1000 --seed 3 --format csv",
    "box,chosen,draws,hits,coverage,density,mass,restricted,capex_low,capex_high,lifespan_low,"
    "lifespan_high,book_life_low,book_life_high");
  guint n_chosen = 0;

  g_assert_true (g_str_has_prefix (lines[1], "draw,capex,lifespan,book_life,npv,"));
  for (guint i = 0; i < boxes->len; i++)
    {
      char **box = g_ptr_array_index (boxes, i);
      guint n = 0;
      guint n_hits = 0;
      guint n_all = 0;

      for (guint row = 2; lines[row] != NULL && *lines[row] != '\0'; row++)
        {
          g_auto (GStrv) cells = g_strsplit (lines[row], ",", -1);
          const gboolean hit = g_ascii_strtod (cells[4], NULL) < 0;
          gboolean inside = TRUE;

          for (guint k = 0; k < 3; k++)
            {
              const double value = g_ascii_strtod (cells[1 + k], NULL);
              const char *low = box[8 + 2 * k];
              const char *high = box[9 + 2 * k];

              inside = inside && (*low == '\0' || value >= g_ascii_strtod (low, NULL))
                       && (*high == '\0' || value <= g_ascii_strtod (high, NULL));
            }
          n += inside;
          n_hits += inside && hit;
          n_all += hit;
        }

      g_assert_cmpfloat (get_number (boxes, i, 2), ==, n);
      g_assert_cmpfloat (get_number (boxes, i, 3), ==, n_hits);
      g_assert_cmpfloat (get_number (boxes, i, 4), ==, (double) n_hits / n_all);
      g_assert_cmpfloat (get_number (boxes, i, 5), ==, (double) n_hits / n);
      g_assert_cmpfloat (get_number (boxes, i, 6), ==, n / 1000.);
      if (get_number (boxes, i, 1) == 1)
        {
          n_chosen++;
          g_assert_cmpstr (box[11], !=, "");
          g_assert_cmpstr (box[12], ==, "");
          g_assert_cmpstr (box[13], ==, "");
          g_assert_cmpfloat (get_number (boxes, i, 4), >, 0.7);
          g_assert_cmpfloat (get_number (boxes, i, 5), >, 0.8);
        }
    }
  g_assert_cmpuint (n_chosen, ==, 1);

  {
    g_autofree char *words = cli_get_output ("discover " RANGES " --draws 1000 --seed 3");

    g_assert_nonnull (strstr (words, "do not pay back"));
    g_assert_nonnull (strstr (words, "Hardware lifespan below"));
  }
}

/* What cannot be answered is not. */
static void
test_errors (void)
{
  g_autofree char *directory = cli_make_directory ();
  g_autofree char *path = g_build_filename (directory, "pair.overbuild", NULL);
  g_autofree char *refused = g_strdup_printf ("sensitivity '%s'", path);
  g_autofree char *taken = g_strdup_printf ("sensitivity --independent '%s'", path);
  g_autofree char *found = g_strdup_printf ("discover --draws 200 --above 0 '%s'", path);
  g_autofree char *text = NULL;
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  ObUncertainty uncertainty = *ob_scenario_get_uncertainty (scenario);

  uncertainty.distributions[OB_PARAMETER_LIFESPAN] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 3, NAN, 8 };
  uncertainty.distributions[OB_PARAMETER_CAPEX] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 500, NAN, 1100 };
  g_assert_true (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_CAPEX,
                                                 OB_PARAMETER_LIFESPAN, 0.5, NULL));
  g_assert_true (ob_scenario_set_uncertainty (scenario, &uncertainty, "Ranges", &error));
  g_assert_no_error (error);
  ob_scenario_save_file (scenario, file, NULL, NULL, &error);
  g_assert_no_error (error);

  cli_assert (1, refused, "capex and lifespan are correlated");
  text = cli_get_output (taken);
  g_assert_nonnull (strstr (text, "Hardware lifespan"));
  cli_assert (0, found, NULL);
  cli_remove_directory (directory);

  cli_assert (1, "sensitivity", "Nothing varies");
  cli_assert (1, "discover", "Nothing varies");
  cli_assert (1, "sensitivity --published --metric irr", "npv and bubble_risk are");
  cli_assert (2, "discover --published --below 0 --above 1", "Only one of");
  cli_assert (1, "discover --published --below x", "--below");
  cli_assert (2, "discover --published --draws 5", "--draws");
  cli_assert (2, "sensitivity --published --draws 1", "--draws");
  cli_assert (2, "sensitivity --published --format xml", "xml");
  cli_assert (3, "discover --published --draws 100 --below=-1e6", "There are no draws");
  cli_assert (3, "discover --published --draws 100 --below 1e6", "There are only draws");
  /* Accounting life does not decide what pays back. */
  cli_assert (3, "discover --range book_life=uniform:3:8 --draws 400 --above 0", "no draws");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli-study/sensitivity", test_sensitivity);
  g_test_add_func ("/cli-study/threads", test_threads);
  g_test_add_func ("/cli-study/discover", test_discover);
  g_test_add_func ("/cli-study/errors", test_errors);

  return g_test_run ();
}
