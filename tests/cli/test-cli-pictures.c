/* test-cli-pictures.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What `export` writes can be read by every command, and the options that say what
 * it looks like. */

#include "config.h"

#include "cli-test-utils.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *directory;
} Fixture;

static const char *const suffixes[] = { "png", "svg", "pdf" };

static void
fixture_set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = cli_make_directory ();
  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
}

static void
fixture_tear_down (Fixture *fixture, gconstpointer data)
{
  g_unsetenv ("SOURCE_DATE_EPOCH");
  cli_remove_directory (fixture->directory);
  g_free (fixture->directory);
}

/* Exports with more options and gives the bytes back. */
static GBytes *
export_with (Fixture *fixture, const char *name, const char *options)
{
  g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
  g_autofree char *line = g_strdup_printf ("export --output %s %s", path, options);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  cli_assert (0, line, NULL);
  g_assert_true (g_file_get_contents (path, &contents, &size, &error));
  g_assert_no_error (error);

  return g_bytes_new_take (contents, size);
}

/* As strstr(), in bytes that may be zero. */
static gboolean
has_text (GBytes *bytes, const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= size; i++)
    {
      if (memcmp (data + i, text, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  static const char inputs[] = "price-war --set capex=654.3210000000001 --history 2030=7.25";
  g_autofree char *line = g_strdup_printf ("run %s --format json", inputs);
  g_autofree char *expected = cli_get_output (line);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strdup_printf ("a.%s", suffixes[i]);
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);
      g_autofree char *options = g_strdup_printf (
        "%s --chart frontier --x lifespan --y subsidy --y-range 0.25:0.5 --width 200 --height 150",
        inputs);
      g_autofree char *run = g_strdup_printf ("run %s --format json", path);
      g_autofree char *check = g_strdup_printf ("check %s", path);
      g_autoptr (GBytes) bytes = export_with (fixture, name, options);
      g_autofree char *result = cli_get_output (run);
      g_autofree char *nothing = cli_get_output (check);
      g_autofree char *csv = g_strdup_printf ("%s --chart frontier", path);
      g_autoptr (GBytes) map = export_with (fixture, "map.csv", csv);

      g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
      g_assert_cmpstr (result, ==, expected);
      g_assert_cmpstr (nothing, ==, "");
      /* The axes are those that were drawn. */
      g_assert_true (g_str_has_prefix (g_bytes_get_data (map, NULL), "curve,lifespan,subsidy,"));
    }
}

/* What the view of a scenario says is drawn on the map, and carried on. */
static void
test_view (Fixture *fixture, gconstpointer data)
{
  static const char text[] =
    "<scenario xmlns='urn:overbuild:scenario:1' format='1'>"
    "<view risk-lines='yes'><axis direction='x' parameter='capex' minimum='0' maximum='1500'/>"
    "<axis direction='y' parameter='subsidy' minimum='0' maximum='0.9'/>"
    "<family parameter='lifespan' values='3 8'/></view></scenario>";
  g_autofree char *path = g_build_filename (fixture->directory, "a.overbuild", NULL);
  g_autofree char *options = g_strdup_printf ("%s --chart frontier", path);
  g_autofree char *picture = g_build_filename (fixture->directory, "a.svg", NULL);
  g_autofree char *again = g_strdup_printf ("%s --chart frontier", picture);
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) csv = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  svg = export_with (fixture, "a.svg", options);
  csv = export_with (fixture, "a.csv", again);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg),
                                  "Break-even by Hardware lifespan, with Capex alone: 3"));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (svg, NULL), (gssize) g_bytes_get_size (svg),
                                  "The bubble risk is"));
  g_assert_true (g_str_has_prefix (g_bytes_get_data (csv, NULL),
                                   "curve,capex,subsidy,npv,bubble_risk,lifespan"));
}

static const char view_head[] =
  "<scenario xmlns='urn:overbuild:scenario:1' format='1'>"
  "<uncertainty><range parameter='wacc' kind='uniform' low='0.06' high='0.14'/></uncertainty>";

/* Single draws are drawn if the file or the option says so, and carried on; they are what
 * `sample` runs, on however many threads. */
static void
test_single_draws (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("%s</scenario>", view_head);
  g_autofree char *path = g_build_filename (fixture->directory, "a.overbuild", NULL);
  g_autofree char *picture = g_build_filename (fixture->directory, "a.svg", NULL);
  g_autofree char *plain = g_strdup_printf ("%s --chart cash", path);
  g_autofree char *asked = g_strdup_printf ("%s --chart cash --single-draws", path);
  g_autofree char *again = g_strdup_printf ("%s --chart cash", picture);
  g_autoptr (GBytes) without = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GBytes) two = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  without = export_with (fixture, "a.csv", plain);
  g_assert_true (has_text (without, ",cumulative_cash_p95\n"));
  g_assert_false (has_text (without, "_draw_"));

  svg = export_with (fixture, "a.svg", asked);
  g_assert_true (has_text (svg, "Thin lines are the first 16 of 10000 draws, one by one."));
  g_setenv ("OVERBUILD_THREADS", "1", TRUE);
  csv = export_with (fixture, "a.csv", again);
  g_setenv ("OVERBUILD_THREADS", "2", TRUE);
  two = export_with (fixture, "a.csv", again);
  g_unsetenv ("OVERBUILD_THREADS");
  g_assert_true (has_text (csv, ",cumulative_cash_draw_15\n"));
  g_assert_true (g_bytes_equal (csv, two));
}

/* The level of risk that is asked for is drawn and carried on. */
static void
test_risk_level (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = g_strdup_printf ("%s</scenario>", view_head);
  g_autofree char *path = g_build_filename (fixture->directory, "a.overbuild", NULL);
  g_autofree char *picture = g_build_filename (fixture->directory, "a.svg", NULL);
  g_autofree char *asked = g_strdup_printf ("%s --chart frontier --risk-level 0.7", path);
  g_autofree char *again = g_strdup_printf ("%s --chart frontier", picture);
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) csv = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  svg = export_with (fixture, "a.svg", asked);
  csv = export_with (fixture, "a.csv", again);
  g_assert_true (has_text (svg, "have a bubble risk above 70"));
  g_assert_true (has_text (csv, ",chance_of_risk_above_0.7\n"));

  cli_assert (1, "export --chart frontier --output a.svg --risk-level 70", "0.01 to 0.99");
  cli_assert (1, "export --chart frontier --output a.svg --risk-level high", "high");
}

/* Charts over time show the years that the file does, or all on request; and so does what
 * is carried. */
static void
test_years (Fixture *fixture, gconstpointer data)
{
  static const char text[] = "<scenario xmlns='urn:overbuild:scenario:1' format='1'>"
                             "<view from='12' to='32'/></scenario>";
  g_autofree char *path = g_build_filename (fixture->directory, "a.overbuild", NULL);
  g_autofree char *part = g_strdup_printf ("%s --chart cash", path);
  g_autofree char *all = g_strdup_printf ("%s --chart cash --all-years", path);
  g_autofree char *first = g_build_filename (fixture->directory, "a.svg", NULL);
  g_autofree char *second = g_build_filename (fixture->directory, "b.svg", NULL);
  g_autofree char *part_again = g_strdup_printf ("%s --chart money", first);
  g_autofree char *all_again = g_strdup_printf ("%s --chart money", second);
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) other = NULL;
  g_autoptr (GBytes) other_whole = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  svg = export_with (fixture, "a.svg", part);
  g_assert_true (has_text (svg, "Shown is Q1\302\2402030 to Q4\302\2402034."));
  whole = export_with (fixture, "b.svg", all);
  g_assert_false (has_text (whole, "Shown is"));

  other = export_with (fixture, "c.svg", part_again);
  g_assert_true (has_text (other, "Shown is Q1\302\2402030 to Q4\302\2402034."));
  other_whole = export_with (fixture, "d.svg", all_again);
  g_assert_false (has_text (other_whole, "Shown is"));
}

/* The date is the caller's, and then all is the same. */
static void
test_reproducible (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strdup_printf ("a.%s", suffixes[i]);
      g_autoptr (GBytes) first = export_with (fixture, name, "--chart frontier --preset column");
      g_autoptr (GBytes) second = export_with (fixture, name, "--chart frontier --preset column");

      g_assert_true (g_bytes_equal (first, second));
    }

  g_setenv ("SOURCE_DATE_EPOCH", "tomorrow", TRUE);
  cli_assert (1, "export --chart cash --output a.png", "SOURCE_DATE_EPOCH");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *bare = g_build_filename (fixture->directory, "bare.svg", NULL);
  g_autofree char *run_bare = g_strdup_printf ("run %s", bare);
  g_autofree char *check_bare = g_strdup_printf ("check %s", bare);
  g_autofree char *path = g_build_filename (fixture->directory, "a.pdf", NULL);
  g_autofree char *run = g_strdup_printf ("run %s", path);
  g_autoptr (GBytes) bytes = export_with (fixture, "a.pdf", "--chart cash");
  gsize size;
  g_autofree char *copy = NULL;

  g_assert_true (
    g_file_set_contents (bare, "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", -1, NULL));
  cli_assert (1, run_bare, "does not carry a scenario");
  cli_assert (1, check_bare, "does not carry a scenario");

  /* One digit of the checksum is another. */
  size = g_bytes_get_size (bytes);
  copy = g_memdup2 (g_bytes_get_data (bytes, NULL), size);
  for (gsize i = 0; i + 26 < size; i++)
    {
      if (memcmp (copy + i, "/OverbuildScenarioSHA256 <", 26) == 0)
        copy[i + 26] = copy[i + 26] == '0' ? '1' : '0';
    }
  g_assert_true (g_file_set_contents (path, copy, (gssize) size, NULL));
  cli_assert (1, run, "changed after it was exported");
}

static void
get_png_size (GBytes *png, guint *width, guint *height)
{
  guint32 size[2];

  memcpy (size, (const char *) g_bytes_get_data (png, NULL) + 16, sizeof size);
  *width = GUINT32_FROM_BE (size[0]);
  *height = GUINT32_FROM_BE (size[1]);
}

static void
test_sizes (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *options;
    guint width;
    guint height;
  } cases[] = {
    { "", 1200, 750 },
    { "--dpi 48", 600, 375 },
    { "--preset slide", 1920, 1080 },
    { "--preset screen", 2560, 1440 },
    { "--preset column", 1050, 788 },
    { "--preset column --dpi 192", 672, 504 },
    { "--preset column --height 200 --scale 1", 336, 200 },
  };
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) points = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *options = g_strdup_printf ("--chart cash %s", cases[i].options);
      g_autoptr (GBytes) png = export_with (fixture, "a.png", options);
      guint width;
      guint height;

      get_png_size (png, &width, &height);
      g_assert_cmpuint (width, ==, cases[i].width);
      g_assert_cmpuint (height, ==, cases[i].height);
    }

  /* 89 mm are 252 points; a size of one's own is in points. */
  pdf = export_with (fixture, "a.pdf", "--chart cash --preset column --dpi 300");
  g_assert_true (has_text (pdf, "[ 0 0 252 189 ]"));
  points = export_with (fixture, "b.pdf", "--chart cash --width 400 --height 300 --scale 2");
  g_assert_true (has_text (points, "[ 0 0 400 300 ]"));
}

static void
test_texts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) plain = export_with (fixture, "a.svg", "--chart cash");
  g_autoptr (GBytes) titled =
    export_with (fixture, "b.svg", "--chart cash --title 'A <title> & more'");
  g_autoptr (GBytes) sourced = export_with (fixture, "c.svg", "--chart cash --source 'Us, 2026'");
  g_autoptr (GBytes) opaque = export_with (fixture, "a.png", "--chart cash");
  g_autoptr (GBytes) clear = export_with (fixture, "b.png", "--chart cash --transparent");

  g_assert_true (has_text (titled, "<title>A &lt;title&gt; &amp; more</title>"));
  g_assert_false (g_bytes_equal (plain, sourced));
  /* Colour type: 2 without, 6 with alpha. */
  g_assert_cmpint (((const char *) g_bytes_get_data (opaque, NULL))[25], ==, 2);
  g_assert_cmpint (((const char *) g_bytes_get_data (clear, NULL))[25], ==, 6);
}

static void
spawn (const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  int status;
  va_list args;

  va_start (args, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (args);
  g_ptr_array_add (arguments, NULL);

  g_spawn_sync (NULL, (char **) arguments->pdata, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
}

/* Other programs find the document sound and can take the attachments out. */
static void
test_attachments (Fixture *fixture, gconstpointer data)
{
  g_autofree char *qpdf = g_find_program_in_path ("qpdf");
  g_autofree char *pdfdetach = g_find_program_in_path ("pdfdetach");
  g_autofree char *pdf = g_build_filename (fixture->directory, "a.pdf", NULL);
  g_autofree char *again = g_build_filename (fixture->directory, "b.pdf", NULL);
  g_autofree char *scenario = g_build_filename (fixture->directory, "scenario.overbuild", NULL);
  g_autofree char *record = g_build_filename (fixture->directory, "provenance.txt", NULL);
  g_autofree char *run_pdf = g_strdup_printf ("run %s --format json", pdf);
  g_autofree char *run_again = g_strdup_printf ("run %s --format json", again);
  g_autofree char *run_scenario = g_strdup_printf ("run %s --format json", scenario);
  g_autoptr (GBytes) bytes = export_with (fixture, "a.pdf", "price-war --chart risk");
  g_autofree char *from_pdf = NULL;
  g_autofree char *from_again = NULL;
  g_autofree char *from_scenario = NULL;

  if (qpdf == NULL || pdfdetach == NULL)
    {
      g_test_skip ("no qpdf or no pdfdetach");
      return;
    }

  spawn (qpdf, "--check", pdf, NULL);
  /* Written anew in one piece it is read as well. */
  spawn (qpdf, "--object-streams=disable", pdf, again, NULL);
  spawn (pdfdetach, "-saveall", "-o", fixture->directory, pdf, NULL);
  g_assert_true (g_file_test (record, G_FILE_TEST_IS_REGULAR));

  from_pdf = cli_get_output (run_pdf);
  from_again = cli_get_output (run_again);
  from_scenario = cli_get_output (run_scenario);
  g_assert_cmpstr (from_pdf, ==, from_again);
  g_assert_cmpstr (from_pdf, ==, from_scenario);
}

static void
test_report (Fixture *fixture, gconstpointer data)
{
  static const char inputs[] = "price-war --set capex=654.3210000000001";
  static const struct
  {
    const char *options;
    const char *size;
  } cases[] = {
    { "", "[ 0 0 595.276 841.89 ]" },
    { "--paper letter --x lifespan --y subsidy", "[ 0 0 612 792 ]" },
  };
  g_autofree char *path = g_build_filename (fixture->directory, "r.pdf", NULL);
  g_autofree char *run_inputs = g_strdup_printf ("run %s --format json", inputs);
  g_autofree char *run_report = g_strdup_printf ("run %s --format json", path);
  g_autofree char *expected = cli_get_output (run_inputs);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *line =
        g_strdup_printf ("report %s --output %s %s", inputs, path, cases[i].options);
      g_autofree char *result = NULL;
      g_autoptr (GBytes) bytes = NULL;
      char *contents;
      gsize size;

      cli_assert (0, line, NULL);
      g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
      bytes = g_bytes_new_take (contents, size);
      g_assert_true (has_text (bytes, cases[i].size));
      result = cli_get_output (run_report);
      g_assert_cmpstr (result, ==, expected);
    }

  cli_assert (2, "report", "--output");
  cli_assert (2, "report --output a.pdf --paper a5", "letter");
  cli_assert (1, "report --output a.pdf --set capex=-1", "capex");
  cli_assert (2, "report --output a.png", "does not end in .pdf");
  cli_assert (2, "report --output pdf", "does not end in .pdf");
  cli_assert (4, "report --output /no/where/a.pdf",
              "“/no/where/a.pdf” cannot be written: No such file or directory\n");
}

/* A program whose evidence was not installed says so and draws what it can: all but the chart
 * that is of nothing else. */
static void
test_no_evidence (Fixture *fixture, gconstpointer data)
{
  g_autofree char *charts = cli_get_output ("export --list");
  g_auto (GStrv) ids = g_strsplit (g_strstrip (charts), "\n", -1);
  g_autofree char *own = g_strdup (g_getenv ("OVERBUILD_DATA_DIR"));
  g_autofree char *debug = g_strdup (g_getenv ("G_DEBUG"));

  g_setenv ("OVERBUILD_DATA_DIR", fixture->directory, TRUE);
  /* It warns of that, but nothing else may be wrong. */
  g_setenv ("G_DEBUG", "fatal-criticals", TRUE);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (fixture->directory, "a.png", NULL);
      g_autofree char *line = g_strdup_printf ("export --chart %s --output %s", ids[i], path);
      g_auto (CliResult) result = { 0 };

      cli_run (&result, NULL, line);
      if (g_str_equal (ids[i], "indices"))
        {
          g_assert_cmpint (result.code, ==, 1);
          g_assert_nonnull (strstr (result.messages, "Nothing varies"));
          g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
          continue;
        }

      g_assert_cmpint (result.code, ==, 0);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_setenv ("OVERBUILD_DATA_DIR", own, TRUE);
  g_setenv ("G_DEBUG", debug != NULL ? debug : "", TRUE);
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  cli_assert (2, "export --chart cash --output a.png --preset slid", "screen, slide, column");
  cli_assert (2, "export --chart cash --output a.png --dpi 10", "24");
  cli_assert (2, "export --chart cash --output a.png --dpi 769", "768");
  cli_assert (1, "export --chart cash --output a.png --dpi many", "many");
  cli_assert (2, "export --chart cash --output a.png --dpi 96 --scale 1", "only one");
}

static void
add_test (const char *path, void (*func) (Fixture *fixture, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_test ("/cli/pictures/round-trip", test_round_trip);
  add_test ("/cli/pictures/view", test_view);
  add_test ("/cli/pictures/single-draws", test_single_draws);
  add_test ("/cli/pictures/risk-level", test_risk_level);
  add_test ("/cli/pictures/years", test_years);
  add_test ("/cli/pictures/reproducible", test_reproducible);
  add_test ("/cli/pictures/refused", test_refused);
  add_test ("/cli/pictures/sizes", test_sizes);
  add_test ("/cli/pictures/texts", test_texts);
  add_test ("/cli/pictures/attachments", test_attachments);
  add_test ("/cli/pictures/report", test_report);
  add_test ("/cli/pictures/no-evidence", test_no_evidence);
  add_test ("/cli/pictures/usage", test_usage);

  return g_test_run ();
}
