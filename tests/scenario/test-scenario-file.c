/* test-scenario-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-file.h"
#include "ob-test-schema.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

/* The least a scenario can be. */
#define HEAD    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OPEN    "<scenario xmlns=\"urn:overbuild:scenario:1\" format=\"1\">\n"
#define CLOSE   "</scenario>\n"
#define MINIMUM HEAD OPEN CLOSE

typedef struct
{
  char *directory;
  GFile *file;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->directory = g_dir_make_tmp ("overbuild-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->file = g_file_new_build_filename (fixture->directory, "a.overbuild", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  GDir *dir = g_dir_open (fixture->directory, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_dir_close (dir);
  g_assert_cmpint (g_rmdir (fixture->directory), ==, 0);
  g_free (fixture->directory);
  g_object_unref (fixture->file);
}

static ObScenario *
parse (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  ObScenario *scenario = ob_scenario_load_bytes (bytes, "a.overbuild", &error);

  g_assert_no_error (error);
  return scenario;
}

static void
set (ObScenario *scenario, ObParameter parameter, double value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ob_scenario_set_value (scenario, parameter, value, &error));
  g_assert_no_error (error);
}

static ObScenario *
make_full (void)
{
  ObScenario *scenario = ob_scenario_new ();
  ObHistory history = { 2020, 3, { 0.1, 1e-300, 99999.999999999985 } };
  ObPlane plane;
  ObOverlay overlay;

  ob_scenario_set_title (scenario, "  A & B <“x”> 泡沫 ]]> ");
  ob_scenario_set_description (scenario, "Two\nlines\t'and' \"more\"\n");
  ob_scenario_set_author (scenario, "Ä");
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);

      if (info->unit != OB_UNIT_SWITCH)
        set (scenario, i, g_test_rand_double_range (info->minimum, info->maximum));
    }
  ob_scenario_set_note (scenario, OB_PARAMETER_CAPEX, "because of <that> & \"this\"\nand more");
  ob_scenario_set_note (scenario, OB_PARAMETER_AMP_BACKSTOP, " ");
  g_assert_true (ob_scenario_set_history (scenario, &history, NULL));
  ob_plane_init (&plane, OB_PARAMETER_SUBSIDY, OB_PARAMETER_POWER_ADD);
  plane.x_min = 0.1 + 0.2;
  g_assert_true (ob_scenario_set_plane (scenario, &plane, NULL));
  ob_overlay_init (&overlay);
  ob_overlay_set_family (&overlay, OB_PARAMETER_LIFESPAN, 5);
  overlay.values[1] = 0.1 + 4.2;
  overlay.risk_lines = TRUE;
  overlay.payback_band = FALSE;
  overlay.risk_band = TRUE;
  overlay.risk_level = 0.1 + 0.2;
  overlay.single_draws = TRUE;
  g_assert_true (ob_scenario_set_overlay (scenario, &overlay, NULL));
  ob_scenario_set_quarter (scenario, 79);

  return scenario;
}

static void
assert_same (ObScenario *a, ObScenario *b)
{
  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (a), ob_scenario_get_inputs (b)));
  g_assert_true (ob_plane_equal (ob_scenario_get_plane (a), ob_scenario_get_plane (b)));
  g_assert_true (ob_overlay_equal (ob_scenario_get_overlay (a), ob_scenario_get_overlay (b)));
  g_assert_cmpuint (ob_scenario_get_quarter (a), ==, ob_scenario_get_quarter (b));
  g_assert_cmpstr (ob_scenario_get_title (a), ==, ob_scenario_get_title (b));
  g_assert_cmpstr (ob_scenario_get_description (a), ==, ob_scenario_get_description (b));
  g_assert_cmpstr (ob_scenario_get_author (a), ==, ob_scenario_get_author (b));
  g_assert_cmpstr (ob_scenario_get_created (a), ==, ob_scenario_get_created (b));
  g_assert_cmpstr (ob_scenario_get_changed (a), ==, ob_scenario_get_changed (b));
  g_assert_cmpstr (ob_scenario_get_template_id (a), ==, ob_scenario_get_template_id (b));
  g_assert_true (g_strv_equal (ob_scenario_get_sources (a), ob_scenario_get_sources (b)));
  g_assert_true (ob_inputs_equal (ob_scenario_get_origin (a), ob_scenario_get_origin (b)));
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    g_assert_cmpstr (ob_scenario_get_note (a, i), ==, ob_scenario_get_note (b, i));
}

static void
assert_same_bytes (GBytes *a, GBytes *b)
{
  g_assert_cmpmem (g_bytes_get_data (a, NULL), g_bytes_get_size (a), g_bytes_get_data (b, NULL),
                   g_bytes_get_size (b));
}

static GBytes *
load_bytes (GFile *file)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

/* Save, open, save again: the same bytes and the same document. */
static void
assert_round_trip (Fixture *fixture, ObScenario *scenario)
{
  g_autoptr (GFile) again = g_file_new_build_filename (fixture->directory, "b.overbuild", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) opened = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_true (ob_scenario_save_file (scenario, fixture->file, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (ob_scenario_get_modified (scenario));
  faults = ob_scenario_check_file (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);

  opened = ob_scenario_load_file (fixture->file, NULL, &error);
  g_assert_no_error (error);
  assert_same (scenario, opened);
  g_assert_false (ob_scenario_get_modified (opened));
  g_assert_false (ob_scenario_get_read_only (opened));

  g_assert_true (ob_scenario_save_file (opened, again, NULL, NULL, &error));
  g_assert_no_error (error);
  first = load_bytes (fixture->file);
  second = load_bytes (again);
  assert_same_bytes (first, second);
  g_assert_true (ob_test_schema_accepts_bytes (OB_TEST_SCHEMA_SCENARIO, first));
}

static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) base = ob_scenario_new ();
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  first = ob_scenario_to_bytes (base, NULL);
  assert_round_trip (fixture, base);
  g_assert_nonnull (ob_scenario_get_created (base));

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (ObScenario) full = make_full ();

      assert_round_trip (fixture, full);
    }

  /* Nothing of the clock is in a document that was never saved. */
  g_clear_object (&base);
  base = ob_scenario_new ();
  second = ob_scenario_to_bytes (base, NULL);
  assert_same_bytes (first, second);
}

/* A locale of the machine, or else one made for these tests. */
static gboolean
enter_locale (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "locale", NULL);

  if (setlocale (LC_ALL, name) != NULL)
    return TRUE;

  g_setenv ("LOCPATH", path, TRUE);
  return setlocale (LC_ALL, name) != NULL;
}

static void
test_locales (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "de_DE.UTF-8", "fr_FR.UTF-8" };
  g_autoptr (ObScenario) scenario = make_full ();
  g_autoptr (GBytes) bytes = ob_scenario_to_bytes (scenario, NULL);
  guint n_tested = 0;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GBytes) again = NULL;
      g_autoptr (ObScenario) back = NULL;

      if (!enter_locale (names[i]))
        continue;

      g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
      again = ob_scenario_to_bytes (scenario, NULL);
      assert_same_bytes (bytes, again);
      back = ob_scenario_load_bytes (bytes, "a", NULL);
      assert_same (scenario, back);
      assert_round_trip (fixture, back);
      n_tested++;
    }

  g_unsetenv ("LOCPATH");
  setlocale (LC_ALL, "C.UTF-8");
  if (n_tested == 0)
    g_test_skip ("no locale with a decimal comma is installed");
}

static void
test_results (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) scenario = make_full ();
  g_autofree ObRun *run = g_new (ObRun, 1);
  g_autoptr (GBytes) computed = ob_scenario_to_bytes (scenario, NULL);
  g_autoptr (GBytes) given = NULL;
  g_autoptr (ObScenario) back = NULL;
  double value;

  g_assert_false (ob_scenario_get_stored_metric (scenario, OB_METRIC_NPV, &value));

  ob_run (ob_scenario_get_inputs (scenario), run);
  given = ob_scenario_to_bytes (scenario, run);
  assert_same_bytes (computed, given);

  back = ob_scenario_load_bytes (given, "a", NULL);
  g_assert_cmpstr (ob_scenario_get_stored_model_version (back), ==, OB_MODEL_VERSION);
  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      g_assert_true (ob_scenario_get_stored_metric (back, i, &value));
      if (i == OB_METRIC_IRR && run->irr_state != OB_IRR_FOUND)
        g_assert_true (isnan (value));
      else
        g_assert_cmpmem (&value, sizeof value, &run->metric[i], sizeof value);
    }
}

/* The schema can also say no. */
static void
test_schema (void)
{
  static const char *const invalid[] = {
    "<parameters><parameter id='capex' value='nan'/></parameters>",
    "<parameters><parameter id='capex' value='1,5'/></parameters>",
    "<parameters><parameter value='1'/></parameters>",
    "<parameters><paramter id='capex' value='1'/></parameters>",
    "<history/>",
    "<view quarter='80'/>",
    "<title>a</title><title>b</title>",
    "<created>yesterday</created>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autofree char *text = g_strconcat (HEAD OPEN, invalid[i], CLOSE, NULL);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

      g_assert_false (ob_test_schema_accepts_bytes (OB_TEST_SCHEMA_SCENARIO, bytes));
    }
}

static void
test_minimum (void)
{
  g_autoptr (ObScenario) scenario = parse (MINIMUM);
  g_autoptr (ObScenario) base = ob_scenario_new ();
  double value;

  assert_same (scenario, base);
  g_assert_false (ob_scenario_get_stored_metric (scenario, OB_METRIC_NPV, &value));
}

static void
test_defaults (void)
{
  g_autoptr (ObScenario) scenario =
    parse ("\xef\xbb\xbf" HEAD "<o:scenario xmlns:o='urn:overbuild:scenario:1' format='1'>"
           "<o:parameters><o:parameter id='capex' value='+1.5e2'/></o:parameters>"
           "</o:scenario>");

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    g_assert_cmpfloat (ob_scenario_get_value (scenario, i), ==,
                       i == OB_PARAMETER_CAPEX ? 150 : ob_parameter_get_info (i)->value);
}

static void
test_origin (void)
{
  g_autoptr (ObScenario) scenario =
    parse (HEAD OPEN "<origin template='power-wall'/><parameters>"
                     "<parameter id='capex' value='5'/></parameters>" CLOSE);
  g_autoptr (ObScenario) unknown = parse (HEAD OPEN "<origin template='no-such-thing'/>" CLOSE);

  g_assert_cmpstr (ob_scenario_get_template_id (scenario), ==, "power-wall");
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 5);
  g_assert_cmpfloat (ob_scenario_get_origin_value (scenario, OB_PARAMETER_CAPEX), ==, 1000);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_POWER_ADD), ==, 16);

  g_assert_cmpstr (ob_scenario_get_template_id (unknown), ==, "no-such-thing");
  g_assert_cmpfloat (ob_scenario_get_origin_value (unknown, OB_PARAMETER_CAPEX), ==, 770);
}

static void
test_unknown (Fixture *fixture, gconstpointer data)
{
  static const char *const kept[] = {
    "xmlns:z=\"urn:z\"",
    " z:sure=\"yes &amp; &quot;no&quot;\"",
    " colour=\"ré&#10;d\"",
    "<future a=\"1\"><deep>text &lt; ü</deep></future>",
    "<z:more/>",
    "<!-- a word -->",
    "<z:inside>\n  <z:b/>\n</z:inside>",
    "<w:own xmlns:w=\"urn:w\"/>",
    "<thing xmlns=\"urn:t\"><part/></thing>",
    "<none xmlns=\"\"/>",
    " mood=\"glum\"",
    " xml:lang=\"de\"",
    "<![CDATA[a<b]]>",
  };
  g_autoptr (ObScenario) scenario =
    parse (HEAD "<scenario xmlns='urn:overbuild:scenario:1' format='1' xmlns:z='urn:z'"
                " colour='ré&#10;d'>\n<title xml:lang='de'>T</title><!-- a word -->"
                "<future a='1'><deep>text &lt; ü</deep></future>"
                "<parameters><parameter id='capex' z:sure='yes &amp; \"no\"' value='1'>"
                "<note mood='glum'>n</note><z:more/></parameter>"
                "<z:inside>\n  <z:b/>\n</z:inside></parameters>"
                "<w:own xmlns:w='urn:w'/><thing xmlns='urn:t'><part/></thing>"
                "<none xmlns=''/><z:c><![CDATA[a<b]]></z:c>"
                "<view quarter='3' colour='ré&#10;d'/>" CLOSE);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 1);
  bytes = ob_scenario_to_bytes (scenario, NULL);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      if (strstr (text, kept[i]) == NULL)
        g_test_message ("not kept: %s in\n%s", kept[i], text);
      g_assert_nonnull (strstr (text, kept[i]));
    }

  set (scenario, OB_PARAMETER_CAPEX, 2);
  assert_round_trip (fixture, scenario);
}

static void
test_unknown_prefixed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) scenario =
    parse (HEAD "<o:scenario xmlns:o='urn:overbuild:scenario:1' xmlns='urn:t' format='1'>"
                "<thing><part/></thing><o:future/>"
                "<o:view><plain/></o:view></o:scenario>");
  g_autoptr (GBytes) bytes = ob_scenario_to_bytes (scenario, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_nonnull (strstr (text, "<thing xmlns=\"urn:t\"><part/></thing>"));
  g_assert_nonnull (strstr (text, "<plain xmlns=\"urn:t\"/>"));
  assert_round_trip (fixture, scenario);
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {
    HEAD "<scenario xmlns='urn:overbuild:scenario:1' format='2'><parameters>"
         "<parameter id='capex' value='5'/><parameter id='magic' value='1'/><lever/>"
         "</parameters><results><metric id='joy' value='1'/></results>" CLOSE,
    HEAD "<scenario xmlns='urn:overbuild:scenario:7' format='7'><parameters>"
         "<parameter id='capex' value='5'/><parameter id='magic' value='1'/>"
         "</parameters><view><axis direction='x' parameter='magic'/></view>" CLOSE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ObScenario) scenario = NULL;
      g_autoptr (GFile) other = g_file_new_build_filename (fixture->directory, "c", NULL);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;

      g_assert_true (g_file_replace_contents (fixture->file, texts[i], strlen (texts[i]), NULL,
                                              FALSE, 0, NULL, NULL, NULL));
      before = load_bytes (fixture->file);
      scenario = ob_scenario_load_file (fixture->file, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (ob_scenario_get_read_only (scenario));
      g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 5);

      /* A newer file is never written over. */
      g_assert_false (ob_scenario_save_file (scenario, fixture->file, NULL, NULL, &error));
      g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE);
      g_clear_error (&error);
      after = load_bytes (fixture->file);
      assert_same_bytes (before, after);

      g_assert_true (ob_scenario_save_file (scenario, other, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_false (ob_scenario_get_read_only (scenario));
      assert_round_trip (fixture, scenario);
    }
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;
  static const char text[] = HEAD OPEN "<created>2001-02-03T04:05:06Z</created>\n"
                                       "<modified>2002-02-03T04:05:06Z</modified>\n" CLOSE;

  g_assert_true (
    g_file_replace_contents (fixture->file, text, strlen (text), NULL, FALSE, 0, NULL, NULL, NULL));
  scenario = ob_scenario_load_file (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ob_scenario_get_created (scenario), ==, "2001-02-03T04:05:06Z");

  g_assert_true (ob_scenario_save_file (scenario, fixture->file, NULL, NULL, &error));
  g_assert_cmpstr (ob_scenario_get_changed (scenario), ==, "2002-02-03T04:05:06Z");

  set (scenario, OB_PARAMETER_CAPEX, 1);
  g_assert_true (ob_scenario_save_file (scenario, fixture->file, NULL, NULL, &error));
  g_assert_cmpstr (ob_scenario_get_created (scenario), ==, "2001-02-03T04:05:06Z");
  g_assert_cmpstr (ob_scenario_get_changed (scenario), >, "2020");
}

static void
test_failed_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) scenario = make_full ();
  g_autoptr (GFile) missing =
    g_file_new_build_filename (fixture->directory, "no", "such", "folder", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->directory);
  g_autofree char *long_note = g_strnfill (OB_SCENARIO_MAX_SIZE, 'x');
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;
  GFile *targets[] = { missing, folder };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_assert_false (ob_scenario_save_file (scenario, targets[i], NULL, NULL, &error));
      g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE);
      g_assert_nonnull (strstr (error->message, fixture->directory));
      g_clear_error (&error);
      g_assert_true (ob_scenario_get_modified (scenario));
      g_assert_null (ob_scenario_get_created (scenario));
    }

  /* What could not be read back is not written, and the old file stays. */
  g_assert_true (ob_scenario_save_file (scenario, fixture->file, NULL, NULL, &error));
  before = load_bytes (fixture->file);
  ob_scenario_set_note (scenario, OB_PARAMETER_TAX, long_note);
  g_assert_false (ob_scenario_save_file (scenario, fixture->file, NULL, NULL, &error));
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE);
  after = load_bytes (fixture->file);
  assert_same_bytes (before, after);
  g_assert_true (ob_scenario_get_modified (scenario));
}

static void
test_save_keeps_link_and_mode (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autofree char *link_path = g_build_filename (fixture->directory, "link", NULL);
  g_autoptr (GFile) link = g_file_new_for_path (link_path);
  g_autoptr (GBytes) through = NULL;
  g_autoptr (GBytes) direct = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf status;

  g_assert_true (
    g_file_replace_contents (fixture->file, "old", 3, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_cmpint (g_chmod (g_file_peek_path (fixture->file), 0660), ==, 0);
  g_assert_cmpint (symlink ("a.overbuild", link_path), ==, 0);

  g_assert_true (ob_scenario_save_file (scenario, link, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link_path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (g_file_peek_path (fixture->file), &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0660);
  through = load_bytes (link);
  direct = load_bytes (fixture->file);
  assert_same_bytes (through, direct);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "");

#define ADD(path, function)                                                                        \
  g_test_add ("/scenario-file/" path, Fixture, NULL, set_up, function, tear_down)

  ADD ("round-trip", test_round_trip);
  ADD ("locales", test_locales);
  ADD ("results", test_results);
  g_test_add_func ("/scenario-file/schema", test_schema);
  g_test_add_func ("/scenario-file/minimum", test_minimum);
  g_test_add_func ("/scenario-file/defaults", test_defaults);
  g_test_add_func ("/scenario-file/origin", test_origin);
  ADD ("unknown", test_unknown);
  ADD ("unknown-prefixed", test_unknown_prefixed);
  ADD ("newer", test_newer);
  ADD ("dates", test_dates);
  ADD ("failed-save", test_failed_save);
  ADD ("save-keeps-link-and-mode", test_save_keeps_link_and_mode);

  return g_test_run ();
}
