/* test-hostile.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Files that are broken, wrong or made to do harm: each is refused with a
 * message that says where and what, and nothing else happens. */

#include "config.h"

#include "ob-scenario-file.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEAD  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define OPEN  "<scenario xmlns=\"urn:overbuild:scenario:1\" format=\"1\">\n"
#define CLOSE "</scenario>\n"

typedef struct
{
  const char *name;
  const char *text;
  ObScenarioError code;
  const char *place;   /* file and line, and the element where there is one */
  const char *message; /* what it says of it */
} Case;

#define SYNTAX OB_SCENARIO_ERROR_SYNTAX
#define FORMAT OB_SCENARIO_ERROR_FORMAT
#define VALUE  OB_SCENARIO_ERROR_VALUE

static const Case cases[] = {
  /* Not XML, or more than XML. */
  { "empty", "", SYNTAX, "x:1:", "empty" },
  { "blank", " \n\n", SYNTAX, "x:", "not well-formed" },
  { "binary", "\x89PNG\r\n\x1a\n", SYNTAX, "x:1:", "UTF-8" },
  { "latin-1", HEAD OPEN "<title>\xe4</title>" CLOSE, SYNTAX, "x:3:", "UTF-8" },
  { "declared-latin-1", "<?xml version='1.0' encoding='ISO-8859-1'?>\n" OPEN CLOSE, SYNTAX,
    "x:1:", "ISO-8859-1" },
  { "no-root", HEAD "<!-- nothing -->\n", SYNTAX, "x:", "not well-formed" },
  { "two-roots", HEAD OPEN CLOSE OPEN CLOSE, SYNTAX, "x:4:", "not well-formed" },
  { "junk-behind", HEAD OPEN CLOSE "junk", SYNTAX, "x:4:", "not well-formed" },
  { "unbound-prefix", HEAD OPEN "<q:a/>\n" CLOSE, SYNTAX, "x:3:", "not well-formed" },
  { "attribute-twice", HEAD "<scenario xmlns='urn:overbuild:scenario:1' format='1' format='1'/>",
    SYNTAX, "x:2:", "not well-formed" },
  { "unknown-entity", HEAD OPEN "<title>&harm;</title>" CLOSE, SYNTAX, "x:3:", "harm" },
  { "forbidden-character", HEAD OPEN "<title>&#1;</title>" CLOSE, SYNTAX, "x:3:", "well-formed" },
  { "dtd", HEAD "<!DOCTYPE scenario>\n" OPEN CLOSE, SYNTAX, "x:2:", "document type" },
  { "dtd-external", HEAD "<!DOCTYPE scenario SYSTEM \"http://example.org/a.dtd\">\n" OPEN CLOSE,
    SYNTAX, "x:2:", "document type" },
  { "external-entity",
    HEAD "\n<!DOCTYPE s [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n" OPEN
         "<title>&e;</title>" CLOSE,
    SYNTAX, "x:3:", "document type" },
  { "billion-laughs",
    HEAD
    "<!DOCTYPE s [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\">]>\n" OPEN
    "<title>&d;&d;&d;&d;</title>" CLOSE,
    SYNTAX, "x:2:", "document type" },
  { "parameter-entity", HEAD "<!DOCTYPE s [<!ENTITY % p \"<!ENTITY q '1'>\">%p;]>" OPEN CLOSE,
    SYNTAX, "x:2:", "document type" },

  /* XML, but not a scenario. */
  { "other-root", HEAD "<html/>\n", FORMAT, "x:2: <html>", "urn:overbuild:scenario:1" },
  { "no-namespace", HEAD "<scenario format='1'/>\n", FORMAT, "x:2: <scenario>", "expected" },
  { "wrong-namespace", HEAD "<scenario xmlns='urn:overbuild:scenery:1' format='1'/>\n", FORMAT,
    "x:2: <scenario>", "expected" },
  { "namespace-without-version", HEAD "<scenario xmlns='urn:overbuild:scenario:' format='1'/>\n",
    FORMAT, "x:2: <scenario>", "expected" },
  { "namespace-version-0", HEAD "<scenario xmlns='urn:overbuild:scenario:0' format='1'/>\n", FORMAT,
    "x:2: <scenario>", "expected" },
  { "no-format", HEAD "<scenario xmlns='urn:overbuild:scenario:1'/>\n", FORMAT, "x:2: <scenario>",
    "format" },
  { "format-0", HEAD "<scenario xmlns='urn:overbuild:scenario:1' format='0'/>\n", VALUE,
    "x:2: <scenario>", "format" },
  { "format-text", HEAD "<scenario xmlns='urn:overbuild:scenario:1' format='1.0'/>\n", VALUE,
    "x:2: <scenario>", "1.0" },
  { "stray-text", HEAD OPEN "junk\n" CLOSE, FORMAT, "x:2: <scenario>", "junk" },
  { "stray-cdata", HEAD OPEN "<![CDATA[junk]]>\n" CLOSE, FORMAT, "x:2: <scenario>", "junk" },
  { "element-in-title", HEAD OPEN "<title>a <b>c</b></title>\n" CLOSE, FORMAT, "x:3: <title>",
    "<b>" },
  { "title-twice", HEAD OPEN "<title>a</title>\n<title>b</title>\n" CLOSE, VALUE, "x:4: <title>",
    "twice" },
  { "bad-date", HEAD OPEN "<created>soon</created>\n" CLOSE, VALUE, "x:3: <created>", "soon" },
  { "origin-without-template", HEAD OPEN "<origin/>\n" CLOSE, FORMAT, "x:3: <origin>", "template" },

  /* The table of history. */
  { "history-empty", HEAD OPEN "<history/>\n" CLOSE, FORMAT, "x:3: <history>", "<year>" },
  { "history-slip", HEAD OPEN "<history><yaer number='2022' capex='1'/></history>\n" CLOSE, FORMAT,
    "x:3: <yaer number=\"2022\">", "<year>" },
  { "year-without-capex", HEAD OPEN "<history><year number='2022'/></history>\n" CLOSE, FORMAT,
    "x:3: <year number=\"2022\">", "capex" },
  { "year-text", HEAD OPEN "<history><year number='MMXXII' capex='1'/></history>\n" CLOSE, VALUE,
    "x:3: <year", "MMXXII" },
  { "year-huge",
    HEAD OPEN "<history><year number='99999999999999999999' capex='1'/></history>\n" CLOSE, VALUE,
    "x:3: <year", "9999" },
  { "year-out-of-range", HEAD OPEN "<history><year number='3000' capex='1'/></history>\n" CLOSE,
    VALUE, "x:3: <year", "2200" },
  { "year-twice",
    HEAD OPEN "<history><year number='2022' capex='1'/>\n<year number='2022' capex='1'/>"
              "</history>\n" CLOSE,
    VALUE, "x:4: <year", "twice" },
  { "year-gap",
    HEAD OPEN "<history><year number='2022' capex='1'/>\n<year number='2024' capex='1'/>"
              "</history>\n" CLOSE,
    VALUE, "x:4: <year", "2023" },
  { "year-negative", HEAD OPEN "<history><year number='2022' capex='-1'/></history>\n" CLOSE, VALUE,
    "x:3: <year", "2022" },
  { "start-wrong",
    HEAD OPEN "<history start='2022'><year number='2022' capex='1'/></history>\n" CLOSE, VALUE,
    "x:3: <history>", "2023" },

  /* The parameters. */
  { "id-missing", HEAD OPEN "<parameters><parameter value='1'/></parameters>\n" CLOSE, FORMAT,
    "x:3: <parameter>", "id" },
  { "id-unknown", HEAD OPEN "<parameters>\n<parameter id='magic' value='1'/></parameters>\n" CLOSE,
    VALUE, "x:4: <parameter id=\"magic\">", "magic" },
  { "id-case", HEAD OPEN "<parameters><parameter id='CAPEX' value='1'/></parameters>\n" CLOSE,
    VALUE, "x:3: <parameter id=\"CAPEX\">", "CAPEX" },
  { "id-twice",
    HEAD OPEN "<parameters><parameter id='capex' value='1'/>\n<parameter id='capex' value='1'/>"
              "</parameters>\n" CLOSE,
    VALUE, "x:4: <parameter id=\"capex\">", "twice" },
  { "value-missing", HEAD OPEN "<parameters><parameter id='capex'/></parameters>\n" CLOSE, FORMAT,
    "x:3: <parameter id=\"capex\">", "value" },
  { "value-too-large",
    HEAD OPEN "<parameters><parameter id='capex' value='1500.001'/></parameters>\n" CLOSE, VALUE,
    "x:3: <parameter id=\"capex\">", "0 to 1500" },
  { "value-too-small",
    HEAD OPEN "<parameters><parameter id='lifespan' value='1.9999'/></parameters>\n" CLOSE, VALUE,
    "x:3: <parameter id=\"lifespan\">", "2 to 10" },
  { "switch-half", HEAD OPEN "<parameters><parameter id='sunk' value='0.5'/></parameters>\n" CLOSE,
    VALUE, "x:3: <parameter id=\"sunk\">", "0" },
  { "parameter-slip", HEAD OPEN "<parameters><paramter id='capex' value='1'/></parameters>\n" CLOSE,
    FORMAT, "x:3: <paramter id=\"capex\">", "<parameter>" },
  { "note-twice",
    HEAD OPEN "<parameters><parameter id='capex' value='1'><note/><note/></parameter>"
              "</parameters>\n" CLOSE,
    VALUE, "x:3: <note>", "twice" },

  /* The view and the results. */
  { "quarter-80", HEAD OPEN "<view quarter='80'/>\n" CLOSE, VALUE, "x:3: <view>", "79" },
  { "quarter-negative", HEAD OPEN "<view quarter='-1'/>\n" CLOSE, VALUE, "x:3: <view>", "79" },
  { "axis-alone",
    HEAD OPEN
    "<view><axis direction='x' parameter='capex' minimum='1' maximum='2'/></view>\n" CLOSE,
    FORMAT, "x:3: <view>", "x and y" },
  { "axis-reversed",
    HEAD OPEN "<view><axis direction='x' parameter='capex' minimum='2' maximum='1'/>"
              "<axis direction='y' parameter='lifespan' minimum='2' maximum='3'/></view>\n" CLOSE,
    VALUE, "x:3: <view>", "capex" },
  { "axis-nan",
    HEAD OPEN
    "<view><axis direction='x' parameter='capex' minimum='nan' maximum='1'/></view>\n" CLOSE,
    VALUE, "x:3: <axis direction=\"x\">", "nan" },
  { "axis-z",
    HEAD OPEN
    "<view><axis direction='z' parameter='capex' minimum='0' maximum='1'/></view>\n" CLOSE,
    VALUE, "x:3: <axis direction=\"z\">", "x or y" },
  { "axes-alike",
    HEAD OPEN "<view><axis direction='x' parameter='capex' minimum='0' maximum='1'/>"
              "<axis direction='y' parameter='capex' minimum='0' maximum='1'/></view>\n" CLOSE,
    VALUE, "x:3: <view>", "capex" },
  { "family-no-values", HEAD OPEN "<view><family parameter='lifespan'/></view>\n" CLOSE, FORMAT,
    "x:3: <family>", "values" },
  { "family-no-lever", HEAD OPEN "<view><family values='3 4'/></view>\n" CLOSE, FORMAT,
    "x:3: <family>", "parameter" },
  { "family-unknown", HEAD OPEN "<view><family parameter='joy' values='3 4'/></view>\n" CLOSE,
    VALUE, "x:3: <family>", "joy" },
  { "family-words", HEAD OPEN "<view><family parameter='lifespan' values='3 four'/></view>\n" CLOSE,
    VALUE, "x:3: <family>", "1 to 8 numbers" },
  { "family-empty", HEAD OPEN "<view><family parameter='lifespan' values=' '/></view>\n" CLOSE,
    VALUE, "x:3: <family>", "1 to 8 numbers" },
  { "family-many",
    HEAD OPEN "<view><family parameter='lifespan' values='2 3 4 5 6 7 8 9 10'/></view>\n" CLOSE,
    VALUE, "x:3: <family>", "1 to 8 numbers" },
  { "family-unordered",
    HEAD OPEN "<view><family parameter='lifespan' values='4 3'/></view>\n" CLOSE, VALUE,
    "x:3: <family>", "larger" },
  { "family-outside", HEAD OPEN "<view><family parameter='lifespan' values='4 40'/></view>\n" CLOSE,
    VALUE, "x:3: <family>", "lifespan" },
  { "family-switch", HEAD OPEN "<view><family parameter='sunk' values='1'/></view>\n" CLOSE, VALUE,
    "x:3: <family>", "on or off" },
  { "family-twice",
    HEAD OPEN "<view><family parameter='lifespan' values='4'/><family parameter='lifespan' "
              "values='4'/></view>\n" CLOSE,
    VALUE, "x:3: <family>", "twice" },
  { "risk-band-2", HEAD OPEN "<view payback-band='no' risk-band='2'/>\n" CLOSE, VALUE,
    "x:3: <view>", "yes or no" },
  { "risk-level-70", HEAD OPEN "<view risk-level='70'/>\n" CLOSE, VALUE, "x:3: <view>",
    "0.01 to 0.99" },
  { "risk-level-nan", HEAD OPEN "<view risk-level='nan'/>\n" CLOSE, VALUE, "x:3: <view>",
    "0.01 to 0.99" },
  { "single-draws-32", HEAD OPEN "<view single-draws='32'/>\n" CLOSE, VALUE, "x:3: <view>",
    "yes or no" },
  { "risk-lines-maybe", HEAD OPEN "<view risk-lines='maybe'/>\n" CLOSE, VALUE, "x:3: <view>",
    "yes or no" },
  { "metric-unknown", HEAD OPEN "<results><metric id='joy' value='1'/></results>\n" CLOSE, VALUE,
    "x:3: <metric id=\"joy\">", "joy" },
  { "metric-twice",
    HEAD OPEN "<results><metric id='npv' value='1'/><metric id='npv' value='1'/></results>\n" CLOSE,
    VALUE, "x:3: <metric id=\"npv\">", "twice" },
  { "metric-nan", HEAD OPEN "<results><metric id='npv' value='nan'/></results>\n" CLOSE, VALUE,
    "x:3: <metric id=\"npv\">", "nan" },
  { "payback-early", HEAD OPEN "<results><metric id='payback' value='2026Q4'/></results>\n" CLOSE,
    VALUE, "x:3: <metric id=\"payback\">", "2026Q4" },
  { "payback-q5", HEAD OPEN "<results><metric id='payback' value='2030Q5'/></results>\n" CLOSE,
    VALUE, "x:3: <metric id=\"payback\">", "2030Q5" },
};

static void
assert_refused (const char *data,
                gsize size,
                ObScenarioError code,
                const char *place,
                const char *message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = ob_scenario_load_bytes (bytes, "x", &error);

  g_assert_null (scenario);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_error (error, OB_SCENARIO_ERROR, (int) code);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (g_str_has_prefix (error->message, place));
  g_assert_nonnull (strstr (error->message, message));
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;

  assert_refused (test->text, strlen (test->text), test->code, test->place, test->message);
}

static void
test_numbers (void)
{
  static const char *const tokens[] = {
    "",       " ",     "nan",   "NaN",   "-nan",    "inf",        "Infinity", "1e999", "-1e999",
    "0x10",   "1,5",   "1.5.2", "1 ",    " 1",      "1\n",        "1e",       "e1",    "+",
    "--1",    "1e+",   "٣",     "１",    "1_000",   "1&apos;000", "1f",       "1.5 %", "&#9;1",
    "1&#10;", "1.5\\", "0b1",   "1e1.5", "$770 bn", "770bn",      "1e5e5"
  };

  for (guint i = 0; i < G_N_ELEMENTS (tokens); i++)
    {
      g_autofree char *text =
        g_strdup_printf (HEAD OPEN "<parameters>\n<parameter id='capex' value='%s'/>\n"
                                   "</parameters>" CLOSE,
                         tokens[i]);

      assert_refused (text, strlen (text), OB_SCENARIO_ERROR_VALUE,
                      "x:", "<parameter id=\"capex\">");
      assert_refused (text, strlen (text), OB_SCENARIO_ERROR_VALUE, "x:", "from 0 to 1500");
    }
}

static void
test_utf16 (void)
{
  static const char *const encodings[] = { "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32" };
  const char *text = "<?xml version=\"1.0\"?>\n" OPEN CLOSE;

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize size;
      g_autofree char *wide = g_convert (text, -1, encodings[i], "UTF-8", NULL, &size, NULL);

      g_assert_nonnull (wide);
      assert_refused (wide, size, OB_SCENARIO_ERROR_SYNTAX, "x:1:", "UTF-8");
    }
}

/* A file cut at any byte, but for the white space at its end, is refused. */
static void
test_truncated (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GBytes) bytes = NULL;
  const char *data;
  gsize size;

  ob_scenario_set_title (scenario, "泡沫 & <others>");
  ob_scenario_set_note (scenario, OB_PARAMETER_CAPEX, "why");
  bytes = ob_scenario_to_bytes (scenario, NULL);
  data = g_bytes_get_data (bytes, &size);

  for (gsize length = 0; length < size - 1; length += length < 700 || length > size - 200 ? 1 : 7)
    {
      g_autoptr (GBytes) part = g_bytes_new (data, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (ob_scenario_load_bytes (part, "x", &error));
      g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_SYNTAX);
      g_assert_true (g_str_has_prefix (error->message, "x:"));
    }
}

/* A file with one byte changed is read or refused, and never more than that. */
static void
test_changed_bytes (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GBytes) bytes = ob_scenario_to_bytes (scenario, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (ObScenario) read = NULL;

      for (int n = g_test_rand_int_range (1, 4); n > 0; n--)
        copy[g_test_rand_int_range (0, (int) size)] = (char) g_test_rand_int_range (0, 256);
      changed = g_bytes_new_take (g_steal_pointer (&copy), size);

      read = ob_scenario_load_bytes (changed, "x", &error);
      g_assert_true ((read == NULL) == (error != NULL));
      if (read != NULL)
        {
          g_assert_true (ob_inputs_check (ob_scenario_get_inputs (read), NULL));
          g_assert_true (ob_plane_check (ob_scenario_get_plane (read), NULL));
          g_assert_true (ob_overlay_check (ob_scenario_get_overlay (read), NULL));
        }
      else
        {
          g_assert_cmpint (error->domain, ==, OB_SCENARIO_ERROR);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
        }
    }
}

static void
append_many (GString *text, const char *part, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, part);
}

/* What makes a parser slow or hungry stays within the size that is read. */
static void
test_heavy (void)
{
  g_autoptr (GString) deep = g_string_new (HEAD OPEN);
  g_autoptr (GString) open = g_string_new (HEAD OPEN);
  g_autoptr (GString) wide = g_string_new (HEAD OPEN);
  g_autoptr (GString) comments = g_string_new (HEAD OPEN);
  g_autoptr (GString) attributes = g_string_new (HEAD OPEN "<a");
  g_autoptr (GString) namespaces = g_string_new (HEAD OPEN);
  g_autoptr (GString) unclosed = g_string_new (HEAD OPEN);
  g_autoptr (GString) large = g_string_new (HEAD OPEN);

  append_many (deep, "<a>", 100000);
  append_many (deep, "</a>", 100000);
  g_string_append (deep, CLOSE);
  assert_refused (deep->str, deep->len, OB_SCENARIO_ERROR_SYNTAX, "x:3:", "nested");

  append_many (open, "<a>\n", 1000);
  assert_refused (open->str, open->len, OB_SCENARIO_ERROR_SYNTAX, "x:66:", "nested");

  append_many (wide, "<a/>\n", 700000);
  g_string_append (wide, CLOSE);
  assert_refused (wide->str, wide->len, OB_SCENARIO_ERROR_SYNTAX, "x:20002:", "20000");

  append_many (comments, "<!---->", 500000);
  g_string_append (comments, CLOSE);
  assert_refused (comments->str, comments->len, OB_SCENARIO_ERROR_SYNTAX, "x:3:", "20000");

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (attributes, " a%u=\"\"", i);
  g_string_append (attributes, "/>" CLOSE);
  assert_refused (attributes->str, attributes->len, OB_SCENARIO_ERROR_SYNTAX, "x:3:", "attributes");

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (namespaces, "<n%u:a xmlns:n%u=\"urn:%u\"/>", i, i, i);
  g_string_append (namespaces, CLOSE);
  assert_refused (namespaces->str, namespaces->len, OB_SCENARIO_ERROR_SYNTAX, "x:3:", "namespaces");

  append_many (unclosed, "<", 1000000);
  assert_refused (unclosed->str, unclosed->len, OB_SCENARIO_ERROR_SYNTAX, "x:3:", "x");

  append_many (large, "<title>much</title>\n", 300000);
  assert_refused (large->str, large->len, OB_SCENARIO_ERROR_TOO_LARGE, "x: ", "4194304");
}

/* As much as may be kept is kept. */
static void
test_full (void)
{
  g_autoptr (GString) text = g_string_new (HEAD OPEN);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = NULL;

  append_many (text, "<a b='c'><!-- d --></a>\n", 9000);
  g_string_append (text, "<description>");
  append_many (text, "&lt;&#60;<![CDATA[<]]>\n", 900);
  append_many (text, "words ", 500000);
  g_string_append (text, "</description>" CLOSE);

  bytes = g_bytes_new (text->str, text->len);
  scenario = ob_scenario_load_bytes (bytes, "x", &error);
  g_assert_no_error (error);
  g_assert_nonnull (scenario);
}

/* All faults are listed, in the order of the file, and not only the first. */
static void
test_all_faults (void)
{
  static const char text[] =
    HEAD OPEN "<created>soon</created>\n<parameters>\n<parameter id='capex' value='nan'/>\n"
              "<parameter id='lifespan' value='99'/>\n<parameter id='lifespan' value='5'/>\n"
              "<parameter id='magic' value='5'/>\n</parameters>\n<view quarter='99'/>\n" CLOSE;
  static const char *const places[] = { ":3: ", ":5: ", ":6: ", ":7: ", ":8: ", ":10: " };
  g_autofree char *directory = g_dir_make_tmp ("overbuild-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "faults.overbuild", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  faults = ob_scenario_check_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (places));
  for (guint i = 0; i < faults->len; i++)
    {
      const char *fault = g_ptr_array_index (faults, i);

      g_assert_true (g_str_has_prefix (fault, path));
      g_assert_true (g_str_has_prefix (fault + strlen (path), places[i]));
    }

  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

/* A message repeats a file only so far, and never its control characters. */
static void
test_quoting (void)
{
  static const struct
  {
    const char *before;
    const char *repeated;
    const char *after;
  } texts[] = {
    { HEAD OPEN "<parameters><parameter value='1' id='&#10;&#9;\342\200\256", "é",
      "'/></parameters>" CLOSE },
    { HEAD OPEN "<title><", "long", "/></title>" CLOSE },
    { HEAD OPEN "<title></", "long", ">" CLOSE },
    { HEAD OPEN "<parameters>", "long\342\200\256 ", "</parameters>" CLOSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) text = g_string_new (texts[i].before);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;

      append_many (text, texts[i].repeated, 10000);
      g_string_append (text, texts[i].after);
      bytes = g_bytes_new (text->str, text->len);

      g_assert_null (ob_scenario_load_bytes (bytes, "x", &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), <, 1000);
      g_assert_null (strchr (error->message, '\n'));
      g_assert_null (strstr (error->message, "\342\200\256"));
    }
}

static void
assert_unreadable (const char *path, ObScenarioError code)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (ob_scenario_load_file (file, NULL, &error));
  g_assert_error (error, OB_SCENARIO_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  g_clear_error (&error);

  g_assert_null (ob_scenario_check_file (file, NULL, &error));
  g_assert_error (error, OB_SCENARIO_ERROR, (int) code);
}

static void
test_special_files (void)
{
  g_autofree char *directory = g_dir_make_tmp ("overbuild-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (directory, "missing", NULL);
  g_autofree char *fifo = g_build_filename (directory, "fifo", NULL);
  g_autofree char *loop = g_build_filename (directory, "loop", NULL);
  g_autofree char *large = g_build_filename (directory, "large", NULL);
  int fd;

  assert_unreadable (directory, OB_SCENARIO_ERROR_READ);
  assert_unreadable (missing, OB_SCENARIO_ERROR_READ);
  assert_unreadable ("/dev/zero", OB_SCENARIO_ERROR_READ);

  /* Nobody writes into it: who waits for that waits for ever. */
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  assert_unreadable (fifo, OB_SCENARIO_ERROR_READ);

  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  assert_unreadable (loop, OB_SCENARIO_ERROR_READ);

  fd = g_creat (large, 0600);
  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, 50 * 1024 * 1024), ==, 0);
  g_assert_cmpint (close (fd), ==, 0);
  assert_unreadable (large, OB_SCENARIO_ERROR_TOO_LARGE);

  g_assert_cmpint (g_remove (fifo), ==, 0);
  g_assert_cmpint (g_remove (loop), ==, 0);
  g_assert_cmpint (g_remove (large), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_forbidden_file (void)
{
  g_autofree char *directory = NULL;
  g_autofree char *path = NULL;

  if (geteuid () == 0)
    {
      g_test_skip ("root may read every file");
      return;
    }

  directory = g_dir_make_tmp ("overbuild-XXXXXX", NULL);
  path = g_build_filename (directory, "forbidden", NULL);
  g_assert_true (g_file_set_contents (path, HEAD OPEN CLOSE, -1, NULL));
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  assert_unreadable (path, OB_SCENARIO_ERROR_READ);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (directory), ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("overbuild-XXXXXX", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (close (fd), ==, 0);
  file = g_file_new_for_path (path);
  g_cancellable_cancel (cancellable);
  g_assert_null (ob_scenario_load_file (file, cancellable, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_remove (path), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/hostile/case/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/hostile/numbers", test_numbers);
  g_test_add_func ("/hostile/utf16", test_utf16);
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/changed-bytes", test_changed_bytes);
  g_test_add_func ("/hostile/heavy", test_heavy);
  g_test_add_func ("/hostile/full", test_full);
  g_test_add_func ("/hostile/all-faults", test_all_faults);
  g_test_add_func ("/hostile/quoting", test_quoting);
  g_test_add_func ("/hostile/special-files", test_special_files);
  g_test_add_func ("/hostile/forbidden-file", test_forbidden_file);
  g_test_add_func ("/hostile/cancelled", test_cancelled);

  return g_test_run ();
}
