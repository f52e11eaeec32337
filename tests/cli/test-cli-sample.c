/* test-cli-sample.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-test-utils.h"

#include <locale.h>
#include <string.h>

#define RANGES "--range capex=pert:670:949 --range wacc=uniform:0.07:0.14"

/* Any number of shards, put together in any order, are the whole, and so is a run
 * on one thread. */
static void
test_shards (void)
{
  g_autofree char *directory = cli_make_directory ();
  g_autofree char *whole = cli_get_output ("sample " RANGES " --draws 500 --seed 7");
  g_autoptr (GString) files = g_string_new ("merge");
  g_autofree char *single = NULL;
  g_autofree char *merged = NULL;

  for (guint k = 8; k > 0; k--)
    {
      g_autofree char *path = g_strdup_printf ("%s/%u.csv", directory, k);
      g_autofree char *line =
        g_strdup_printf ("sample " RANGES " --draws 500 --seed 7 --shard %u/8", k);
      g_autofree char *text = cli_get_output (line);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_string_append_printf (files, " '%s'", path);
    }
  merged = cli_get_output (files->str);
  g_assert_cmpstr (merged, ==, whole);

  g_setenv ("OVERBUILD_THREADS", "1", TRUE);
  single = cli_get_output ("sample " RANGES " --draws 500 --seed 7");
  g_unsetenv ("OVERBUILD_THREADS");
  g_assert_cmpstr (single, ==, whole);

  {
    g_autofree char *missing =
      g_strdup_printf ("merge '%s/1.csv' '%s/2.csv'", directory, directory);
    g_autofree char *twice = g_strdup_printf ("merge '%s/1.csv' '%s/1.csv'", directory, directory);
    g_autofree char *other = g_strdup_printf ("%s/other.csv", directory);
    g_autofree char *mixed = g_strdup_printf ("merge '%s/1.csv' '%s'", directory, other);
    g_autofree char *cut = NULL;
    g_autofree char *text = NULL;

    cli_assert (1, missing, "3/8 is missing");
    cli_assert (1, twice, "the same shard");

    text = cli_get_output ("sample " RANGES " --draws 500 --seed 8 --shard 2/8");
    g_file_set_contents (other, text, -1, NULL);
    cli_assert (1, mixed, "another size or seed");

    g_clear_pointer (&text, g_free);
    text = cli_get_output ("sample " RANGES " --draws 500 --seed 7 --shard 2/8 --set subsidy=0.3");
    g_file_set_contents (other, text, -1, NULL);
    cli_assert (1, mixed, "other inputs");

    /* A file that was cut short. */
    cut = g_strndup (text, strlen (text) * 2 / 3);
    g_file_set_contents (other, cut, -1, NULL);
    cli_assert (1, mixed, "is missing");

    /* One that has lost a cell, or got what is no number. */
    g_clear_pointer (&text, g_free);
    text = cli_get_output ("sample " RANGES " --draws 500 --seed 7 --shard 2/8");
    *strchr (strstr (text, "\n100,"), ',') = 'x';
    g_file_set_contents (other, text, -1, NULL);
    cli_assert (1, mixed, "the row of draw 100 is missing");
    *strchr (strstr (text, "\n100x"), 'x') = ',';
    strrchr (text, ',')[0] = '.';
    g_file_set_contents (other, text, -1, NULL);
    cli_assert (1, mixed, "the row of draw 124 is damaged");
    strrchr (text, ',')[1] = '?';
    g_file_set_contents (other, text, -1, NULL);
    cli_assert (1, mixed, "the row of draw 124 is damaged");
  }
  cli_remove_directory (directory);
}

/* Each row, put back with --set, gives the numbers that stand in it. */
static void
test_rows (void)
{
  g_autofree char *text = cli_get_output ("sample " RANGES " --draws 3");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_true (g_str_has_prefix (lines[0], "# overbuild-sample 1 draws=3 seed=1 inputs="));
  g_assert_true (g_str_has_prefix (lines[1], "draw,capex,wacc,npv,"));
  for (guint i = 0; i < 3; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[2 + i], ",", -1);
      g_autofree char *line =
        g_strdup_printf ("run --format json --set capex=%s --set wacc=%s", cells[1], cells[2]);
      g_autofree char *json = cli_get_output (line);
      g_autoptr (JsonNode) node = cli_parse_json (json);
      JsonObject *metrics = json_object_get_object_member (json_node_get_object (node), "metrics");

      g_assert_cmpuint (g_ascii_strtoull (cells[0], NULL, 10), ==, i);
      g_assert_cmpfloat (g_ascii_strtod (cells[3], NULL), ==,
                         json_object_get_double_member (metrics, "npv"));
    }
}

static void
test_json (void)
{
  g_autofree char *text = cli_get_output ("sample --published --draws 20 --format json");
  g_autoptr (JsonNode) node = cli_parse_json (text);
  JsonObject *object = json_node_get_object (node);
  JsonArray *rows = json_object_get_array_member (object, "rows");
  const guint n_columns = json_array_get_length (json_object_get_array_member (object, "columns"));

  g_assert_cmpint (json_object_get_int_member (object, "draws"), ==, 20);
  g_assert_cmpuint (json_array_get_length (rows), ==, 20);
  g_assert_cmpuint (n_columns, >, 20);
  for (guint i = 0; i < 20; i++)
    g_assert_cmpuint (json_array_get_length (json_array_get_array_element (rows, i)), ==,
                      n_columns);
}

/* The ranges of a scenario file, and its seed. */
static void
test_file (void)
{
  g_autofree char *directory = cli_make_directory ();
  g_autofree char *path = g_build_filename (directory, "a.overbuild", NULL);
  g_autofree char *line = g_strdup_printf ("sample '%s' --draws 50", path);
  g_autofree char *from_file = NULL;
  g_autofree char *from_options = NULL;

  g_file_set_contents (path,
                       "<scenario xmlns='urn:overbuild:scenario:1' format='1'>"
                       "<uncertainty seed='5'><range parameter='capex' kind='triangular' low='600' "
                       "mode='700' high='900'/></uncertainty></scenario>",
                       -1, NULL);
  from_file = cli_get_output (line);
  from_options = cli_get_output ("sample --range capex=triangular:600:700:900 --seed 5 --draws 50");
  g_assert_cmpstr (from_file, ==, from_options);
  cli_remove_directory (directory);
}

static void
test_faults (void)
{
  cli_assert (1, "sample", "Nothing varies");
  cli_assert (1, "sample --range capex=pert:900:800", "capex");
  cli_assert (1, "sample --range nothing=pert:1:2", "nothing");
  cli_assert (1, "sample --range capex=pert:1:x", "not a number");
  cli_assert (2, "sample --range capex=normal:1:2", "KIND");
  cli_assert (2, "sample --range capex", "KIND");
  cli_assert (2, "sample " RANGES " --draws 0", "--draws");
  cli_assert (2, "sample " RANGES " --draws 1e3", "--draws");
  cli_assert (2, "sample " RANGES " --seed -1", "--seed");
  cli_assert (2, "sample " RANGES " --shard 9/8", "--shard");
  cli_assert (2, "sample " RANGES " --shard 0/8", "--shard");
  cli_assert (2, "sample " RANGES " --format table", "csv or json");
  cli_assert (2, "sample " RANGES " --format json --shard 1/2", "csv");
  cli_assert (2, "merge", "Which shards");
  cli_assert (4, "merge /nowhere/at-all.csv", "at-all");
  cli_assert (1, "merge /dev/null", "not a shard");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/sample/shards", test_shards);
  g_test_add_func ("/cli/sample/rows", test_rows);
  g_test_add_func ("/cli/sample/json", test_json);
  g_test_add_func ("/cli/sample/file", test_file);
  g_test_add_func ("/cli/sample/faults", test_faults);

  return g_test_run ();
}
