/* test-cli-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-test-utils.h"
#include "ob-chart.h"
#include "ob-scenario-file.h"
#include "ob-template.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *directory;
} Fixture;

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = cli_make_directory ();
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  cli_remove_directory (fixture->directory);
  g_free (fixture->directory);
}

static char *
get_path (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->directory, name, NULL);
}

static char *
write_scenario (Fixture *fixture, const char *name, double capex)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autofree char *path = get_path (fixture, name);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, capex, &error);
  g_assert_no_error (error);
  ob_scenario_save_file (scenario, file, NULL, NULL, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

static double
get_parameter (JsonNode *root, ObParameter parameter)
{
  JsonObject *object = json_node_get_object (root);

  return json_object_get_double_member (json_object_get_object_member (object, "parameters"),
                                        ob_parameter_get_id (parameter));
}

static void
test_scenario_file (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_scenario (fixture, "a scenario.overbuild", 654.25);
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *line = g_strdup_printf ("run %s --format json", quoted);
  g_autofree char *with_set = g_strdup_printf ("run %s --format json --set capex=1", quoted);
  g_autofree char *check = g_strdup_printf ("check %s", quoted);
  g_autofree char *plain = cli_get_output (line);
  g_autofree char *changed = cli_get_output (with_set);
  g_autofree char *checked = cli_get_output (check);
  g_autoptr (JsonNode) plain_root = cli_parse_json (plain);
  g_autoptr (JsonNode) changed_root = cli_parse_json (changed);

  g_assert_cmpfloat (get_parameter (plain_root, OB_PARAMETER_CAPEX), ==, 654.25);
  g_assert_cmpfloat (get_parameter (changed_root, OB_PARAMETER_CAPEX), ==, 1);
  g_assert_cmpstr (checked, ==, "");
}

static void
test_templates (Fixture *fixture, gconstpointer data)
{
  const char *const *ids = ob_template_get_ids ();

  g_assert_cmpstr (ids[0], ==, "base");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf ("run %s --format json", ids[i]);
      g_autofree char *check = g_strdup_printf ("check %s", ids[i]);
      g_autofree char *table = g_strdup_printf ("run %s", ids[i]);
      g_autofree char *json = cli_get_output (line);
      g_autofree char *nothing = cli_get_output (check);
      g_autofree char *text = cli_get_output (table);
      g_autoptr (JsonNode) root = cli_parse_json (json);
      g_autoptr (ObScenario) scenario = ob_template_load (ids[i], NULL);

      for (guint p = 0; p < OB_N_PARAMETERS; p++)
        g_assert_cmpfloat (get_parameter (root, p), ==, ob_scenario_get_value (scenario, p));
      g_assert_cmpstr (nothing, ==, "");
      g_assert_cmpuint (strlen (text), >, 0);
    }
}

/* What can be wrong with a file, and the exit code for it. */
static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "", "bad.overbuild" },
    { "hello", "bad.overbuild" },
    { "<scenario>", "bad.overbuild" },
    { "<scenario/>", "bad.overbuild" },
    { "<?xml version=\"1.0\"?>\n<!DOCTYPE scenario [<!ENTITY a \"b\">]>\n<scenario>&a;</scenario>",
      "bad.overbuild" },
  };
  g_autofree char *path = get_path (fixture, "bad.overbuild");
  g_autofree char *check = g_strdup_printf ("check %s", path);
  g_autofree char *run = g_strdup_printf ("run %s", path);
  g_autofree char *missing = g_strdup_printf ("check %s/missing", fixture->directory);
  g_autofree char *directory = g_strdup_printf ("check %s", fixture->directory);
  g_autofree char *run_directory = g_strdup_printf ("run %s", fixture->directory);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_file_set_contents (path, cases[i].text, -1, &error);
      g_assert_no_error (error);
      cli_assert (1, check, cases[i].message);
      cli_assert (1, run, cases[i].message);
    }

  cli_assert (4, missing, "missing");
  cli_assert (4, directory, NULL);
  cli_assert (4, run_directory, NULL);
}

/* The faults are named with their lines, all of them. */
static void
test_check_lists_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_scenario (fixture, "faults.overbuild", 700);
  g_autofree char *line = g_strdup_printf ("check %s", path);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GString) text = NULL;
  g_auto (CliResult) result = { 0 };
  g_auto (GStrv) messages = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  text = g_string_new (contents);
  g_assert_cmpuint (g_string_replace (text, "\"700\"", "\"7000\"", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (text, "\"16\"", "\"nan\"", 1), ==, 1);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);

  cli_run (&result, NULL, line);
  g_assert_cmpint (result.code, ==, 1);
  messages = g_strsplit (result.messages, "\n", -1);
  /* Two faults, the summary and the end. */
  g_assert_cmpuint (g_strv_length (messages), ==, 4);
  g_assert_true (g_regex_match_simple ("faults\\.overbuild:[0-9]+:.*capex", messages[0], 0, 0));
  g_assert_true (g_regex_match_simple ("faults\\.overbuild:[0-9]+:.*power_add", messages[1], 0, 0));
}

static void
assert_starts (const char *path, const char *magic)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, strlen (magic));
  g_assert_cmpmem (contents, strlen (magic), magic, strlen (magic));
}

static void
test_export (Fixture *fixture, gconstpointer data)
{
  static const char *const charts[] = { "frontier", "risk",     "money",   "power", "price", "cash",
                                        "flow",     "vintages", "drivers", "odds",  "booms" };
  static const struct
  {
    const char *suffix;
    const char *magic;
  } formats[] = { { "png", "\211PNG" }, { "svg", "<?xml" }, { "pdf", "%PDF" }, { "csv", "" } };

  for (guint c = 0; c < G_N_ELEMENTS (charts); c++)
    {
      for (guint f = 0; f < G_N_ELEMENTS (formats); f++)
        {
          g_autofree char *name = g_strconcat (charts[c], ".", formats[f].suffix, NULL);
          g_autofree char *path = get_path (fixture, name);
          g_autofree char *line = g_strdup_printf (
            "export --chart %s --output %s --width 400 --height 300 --theme dark", charts[c], path);

          cli_assert (0, line, NULL);
          assert_starts (path, formats[f].magic);
        }
    }
}

/* Width and height of a PNG stand at fixed places, high byte first. */
/* What is listed is what --chart takes. */
static void
test_export_list (Fixture *fixture, gconstpointer data)
{
  g_autofree char *output = cli_get_output ("export --list");
  g_auto (GStrv) names = g_strsplit (output, "\n", -1);

  g_assert_cmpuint (g_strv_length (names), ==, OB_N_CHARTS + 1);
  for (guint i = 0; i < OB_N_CHARTS; i++)
    {
      ObChartKind kind;

      g_assert_true (ob_chart_kind_from_id (names[i], &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_cmpstr (names[OB_N_CHARTS], ==, "");
}

/* Which quarter is marked, or whose year is shown. */
static void
test_export_quarter (Fixture *fixture, gconstpointer data)
{
  static const char *const wrong[] = { "2026Q4", "2047Q1", "2030Q5", "2030", "30Q1", "2030Q1 " };
  g_autofree char *path = get_path (fixture, "flow.csv");
  g_autofree char *line =
    g_strdup_printf ("export --chart flow --quarter 2033Q3 --output %s", path);
  g_autofree char *contents = NULL;

  cli_assert (0, line, NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_true (g_str_has_prefix (contents, "from,to,amount,flow,year\ncustomers,labs,"));
  g_assert_nonnull (strstr (contents, ",sales,2033\n"));

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *bad =
        g_strdup_printf ("export --chart flow --quarter '%s' --output %s", wrong[i], path);

      cli_assert (2, bad, "2027Q1 to 2046Q4");
    }
}

static void
test_export_size (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture, "big.PNG");
  g_autofree char *line = g_strdup_printf (
    "export price-war --chart money -o %s --width 300 --height 200 --scale 1.5", path);
  g_autofree char *contents = NULL;
  guint32 size[2];

  cli_assert (0, line, NULL);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  memcpy (size, contents + 16, sizeof size);
  g_assert_cmpuint (GUINT32_FROM_BE (size[0]), ==, 450);
  g_assert_cmpuint (GUINT32_FROM_BE (size[1]), ==, 300);
}

static void
test_export_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *nowhere =
    g_strdup_printf ("export --chart money --output %s/no/where.png", fixture->directory);
  g_autofree char *directory = get_path (fixture, "directory.png");
  g_autofree char *on_directory = g_strdup_printf ("export --chart money --output %s", directory);
  g_autofree char *pipe = get_path (fixture, "pipe.csv");
  g_autofree char *on_pipe = g_strdup_printf ("export --chart money --output %s", pipe);
  struct stat info;

  cli_assert (2, "export --chart monney --output a.png", "money");
  cli_assert (2, "export --chart money", "--output");
  cli_assert (2, "export --chart money --output a.gif", ".png");
  cli_assert (2, "export --chart money --output png", ".png");
  cli_assert (2, "export --chart money --output a.png --width 1", "64");
  cli_assert (2, "export --chart money --output a.png --height 1000000", "16384");
  cli_assert (2, "export --chart money --output a.png --scale 100", "8");
  cli_assert (2, "export --chart money --output a.png --width 16384 --height 16384 --scale 8",
              NULL);
  cli_assert (1, "export --chart money --output a.png --scale nan", "nan");
  cli_assert (2, "export --chart money --output a.png --theme drak", "dark");
  cli_assert (1, "export --chart money --output a.png --set capex=-1", "capex");
  cli_assert (4, nowhere, "where.png");

  g_assert_no_errno (g_mkdir (directory, 0700));
  cli_assert (4, on_directory, "directory.png");

  /* A pipe is neither waited for nor replaced. */
  g_assert_no_errno (mkfifo (pipe, 0600));
  cli_assert (4, on_pipe, "pipe.csv");
  g_assert_no_errno (stat (pipe, &info));
  g_assert_true (S_ISFIFO (info.st_mode));
}

/* An export that fails leaves the old file, one that succeeds replaces what a
 * link points to. */
static void
test_export_keeps_links (Fixture *fixture, gconstpointer data)
{
  g_autofree char *target = get_path (fixture, "target.csv");
  g_autofree char *link = get_path (fixture, "link.csv");
  g_autofree char *line = g_strdup_printf ("export --chart cash --output %s", link);
  g_autofree char *contents = NULL;

  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_no_errno (symlink (target, link));
  cli_assert (0, line, NULL);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (target, &contents, NULL, NULL));
  g_assert_cmpstr (contents, !=, "old");
}

/* Output that goes nowhere is a failure that is told. */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "params", "run",       "run --format json", "map --x capex --y subsidy --size 128x128",
    "--help", "--version", "run --help"
  };

  if (!g_file_test ("/dev/full", G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no /dev/full");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *command = g_strdup_printf ("exec '%s' %s >/dev/full", OB_TEST_CLI, lines[i]);
      const char *argv[] = { "/bin/sh", "-c", command, NULL };
      g_autofree char *messages = NULL;
      g_autoptr (GError) error = NULL;
      int status;

      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &messages,
                    &status, &error);
      g_assert_no_error (error);
      g_assert_true (WIFEXITED (status));
      g_assert_cmpint (WEXITSTATUS (status), ==, 4);
      g_assert_nonnull (strstr (messages, "written"));
    }
}

/* A reader that leaves early, such as “head”, ends the program without a word and without
 * a signal. */
static void
test_closed_pipe (Fixture *fixture, gconstpointer data)
{
  g_autofree char *code = get_path (fixture, "code");
  g_autofree char *command = g_strdup_printf (
    "{ '%s' map --x capex --y subsidy --size 128x128; echo $? >%s; } | true", OB_TEST_CLI, code);
  const char *argv[] = { "/bin/sh", "-c", command, NULL };
  g_autofree char *messages = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &messages, NULL,
                &error);
  g_assert_no_error (error);
  g_file_get_contents (code, &contents, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (contents, ==, "4\n");
  g_assert_cmpstr (messages, ==, "");
}

static void
test_bench (Fixture *fixture, gconstpointer data)
{
  static const char *const scenarios[] = { "one_us",          "run_us",    "shared_core_us",
                                           "general_core_us", "shared_us", "general_us" };
  static const char *const frames[] = { "map_64_ms",        "map_128_ms",       "map_256_ms",
                                        "frontier_cold_ms", "frontier_drag_ms", "draws_ms",
                                        "sample_frame_ms",  "sample_ms",        "odds_ms" };
  g_autofree char *json = cli_get_output ("bench --format json --repeats 2");
  g_autoptr (JsonNode) root = cli_parse_json (json);
  JsonObject *object = json_node_get_object (root);
  gint64 vertices;

  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    g_assert_cmpfloat (json_object_get_double_member (object, scenarios[i]), >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (frames); i++)
    {
      g_autofree char *p99 = g_strconcat (frames[i], "_p99", NULL);
      double median = json_object_get_double_member (object, frames[i]);

      g_assert_cmpfloat (median, >, 0);
      g_assert_cmpfloat (json_object_get_double_member (object, p99), >=, median);
    }
  /* The frontier is one of some 257 points, however it is found. */
  vertices = json_object_get_int_member (object, "frontier_drag_vertices");
  g_assert_cmpint (vertices, >, 200);
  g_assert_cmpint (vertices, <, 320);
  g_assert_cmpint (json_object_get_int_member (object, "frontier_cold_vertices"), >, 2);
  g_assert_cmpint (json_object_get_int_member (object, "cores"), >=, 1);
  g_assert_cmpint (json_object_get_int_member (object, "threads"), >=, 1);
  g_assert_cmpint (json_object_get_int_member (object, "repeats"), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (object, "instruction_set"), !=, "");
}

static void
test_bench_formats (Fixture *fixture, gconstpointer data)
{
  g_autofree char *csv = cli_get_output ("bench --format csv --repeats 1");
  g_autofree char *table = cli_get_output ("bench --repeats 1");
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  g_assert_cmpstr (lines[0], ==, "measurement,median,p99,vertices");
  g_assert_true (g_str_has_prefix (lines[1], "instruction_set,"));
  g_assert_true (g_str_has_prefix (lines[2], "cores,"));
  for (guint i = 1; lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (fields), ==, 4);
      g_assert_cmpstr (fields[1], !=, "");
    }
  g_assert_nonnull (strstr (table, "Instruction set"));
  g_assert_nonnull (strstr (table, "Processor cores"));
}

static void
test_bench_refused (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "0", "-1", "10001", "many", "1e3" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *command = g_strdup_printf ("bench --repeats %s", bad[i]);

      cli_assert (2, command, bad[i]);
    }
}

#define add_test(path, func)                                                                       \
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

/* What an older model computed is told beside what comes out now. */
static void
test_old_model (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "old-model.overbuild", NULL);
  g_autofree char *check = g_strdup_printf ("check '%s'", path);
  g_autofree char *run = g_strdup_printf ("run '%s' --set capex=500", path);
  g_auto (CliResult) checked = { 0 };
  g_auto (CliResult) ran = { 0 };

  cli_run (&checked, NULL, check);
  g_assert_cmpint (checked.code, ==, 0);
  g_assert_nonnull (strstr (checked.messages, "version 0 of the model"));
  g_assert_nonnull (strstr (checked.messages, "2 results differ"));
  g_assert_nonnull (strstr (checked.messages, "Payback: never in the file"));

  cli_run (&ran, NULL, run);
  g_assert_cmpint (ran.code, ==, 0);
  g_assert_nonnull (strstr (ran.messages, "2 results differ"));
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_test ("/cli/files/scenario", test_scenario_file);
  add_test ("/cli/files/templates", test_templates);
  add_test ("/cli/files/bad", test_bad_files);
  add_test ("/cli/check/lists-all", test_check_lists_all);
  add_test ("/cli/export", test_export);
  add_test ("/cli/export/list", test_export_list);
  add_test ("/cli/export/quarter", test_export_quarter);
  add_test ("/cli/export/size", test_export_size);
  add_test ("/cli/export/refused", test_export_refused);
  add_test ("/cli/export/keeps-links", test_export_keeps_links);
  add_test ("/cli/output/full-disk", test_full_disk);
  add_test ("/cli/output/closed-pipe", test_closed_pipe);
  add_test ("/cli/bench", test_bench);
  add_test ("/cli/bench/formats", test_bench_formats);
  add_test ("/cli/bench/refused", test_bench_refused);
  g_test_add_func ("/cli/files/old-model", test_old_model);

  return g_test_run ();
}
