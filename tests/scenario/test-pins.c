/* test-pins.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Scenarios that a document keeps to be compared with. */

#include "config.h"

#include "ob-scenario-file.h"
#include "ob-test-schema.h"

#include <libxml/parser.h>
#include <libxml/parser.h>
#include <string.h>

#define OPEN  "<scenario xmlns=\"urn:overbuild:scenario:1\" format=\"1\">\n"
#define CLOSE "</scenario>\n"

static ObInputs
make_inputs (double capex)
{
  ObInputs inputs;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_CAPEX] = capex;

  return inputs;
}

static void
pin (ObScenario *scenario, guint index, const char *name, double capex)
{
  ObInputs inputs = make_inputs (capex);
  g_autoptr (ObPin) made = ob_pin_new (name, &inputs);

  ob_scenario_set_pin (scenario, index, made);
}

static ObScenario *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return ob_scenario_load_bytes (bytes, "a.overbuild", error);
}

static char *
to_text (ObScenario *scenario)
{
  g_autoptr (GBytes) bytes = ob_scenario_to_bytes (scenario, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
assert_undo_label (ObScenario *scenario, const char *expected)
{
  g_autofree char *label = NULL;

  g_object_get (scenario, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, expected);
}

static void
test_steps (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  guint n_views = 0;
  guint n_inputs = 0;
  guint index;

  g_signal_connect_swapped (scenario, "view-changed", G_CALLBACK (count_cb), &n_views);
  g_signal_connect_swapped (scenario, "inputs-changed", G_CALLBACK (count_cb), &n_inputs);

  g_assert_cmpuint (ob_scenario_get_n_pins (scenario), ==, 0);
  g_assert_true (ob_scenario_get_free_pin (scenario, &index));
  g_assert_cmpuint (index, ==, 0);

  pin (scenario, 0, "Less", 500);
  assert_undo_label (scenario, "Pin A");
  g_assert_cmpuint (n_views, ==, 1);
  g_assert_true (ob_scenario_get_modified (scenario));

  ob_scenario_rename_pin (scenario, 0, "Much\nless");
  assert_undo_label (scenario, "Rename pin A");
  g_assert_cmpstr (ob_scenario_get_pin (scenario, 0)->name, ==, "Much less");
  g_assert_cmpfloat (ob_scenario_get_pin (scenario, 0)->inputs.value[OB_PARAMETER_CAPEX], ==, 500);

  pin (scenario, 0, "Much less", 400);
  assert_undo_label (scenario, "Replace pin A");
  pin (scenario, 1, "", 900);
  pin (scenario, 3, "", 900);
  g_assert_true (ob_scenario_get_free_pin (scenario, &index));
  g_assert_cmpuint (index, ==, 2);
  pin (scenario, 2, "", 900);
  g_assert_false (ob_scenario_get_free_pin (scenario, &index));
  g_assert_cmpuint (ob_scenario_get_n_pins (scenario), ==, 4);

  ob_scenario_set_pin (scenario, 1, NULL);
  assert_undo_label (scenario, "Remove pin B");
  g_assert_null (ob_scenario_get_pin (scenario, 1));

  g_assert_cmpuint (n_inputs, ==, 0);
  while (ob_scenario_get_modified (scenario))
    ob_scenario_undo (scenario);
  g_assert_cmpuint (ob_scenario_get_n_pins (scenario), ==, 0);
  for (guint i = 0; i < 7; i++)
    ob_scenario_redo (scenario);
  g_assert_cmpuint (ob_scenario_get_n_pins (scenario), ==, 3);
  g_assert_cmpfloat (ob_scenario_get_pin (scenario, 0)->inputs.value[OB_PARAMETER_CAPEX], ==, 400);
}

static void
test_go_to (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  ObInputs before = *ob_scenario_get_inputs (scenario);
  ObInputs inputs = make_inputs (500);
  g_autoptr (ObPin) made = NULL;

  inputs.value[OB_PARAMETER_LIFESPAN] = 7;
  inputs.history.first_year = 2020;
  made = ob_pin_new ("Other", &inputs);
  ob_scenario_set_pin (scenario, 1, made);

  ob_scenario_go_to_pin (scenario, 1);
  assert_undo_label (scenario, "Go to pin B");
  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &inputs));
  g_assert_true (ob_scenario_get_pin (scenario, 1) == made);

  ob_scenario_undo (scenario);
  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &before));
  g_assert_cmpuint (ob_scenario_get_n_pins (scenario), ==, 1);

  /* To where one is already is no step. */
  ob_scenario_redo (scenario);
  ob_scenario_go_to_pin (scenario, 1);
  ob_scenario_undo (scenario);
  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &before));
}

/* Both change places in one step; once more and all is as it was. */
static void
test_swap (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  ObInputs before = *ob_scenario_get_inputs (scenario);
  ObInputs inputs = make_inputs (500);
  g_autoptr (ObPin) made = NULL;
  g_autoptr (ObPin) same = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) undone = NULL;
  guint n_steps;

  inputs.value[OB_PARAMETER_LIFESPAN] = 7;
  inputs.history.first_year = 2020;
  made = ob_pin_new_described ("Other", "Of the other", NULL, &inputs);
  ob_scenario_set_title (scenario, "Mine");
  ob_scenario_set_description (scenario, "Of mine");
  ob_scenario_set_author (scenario, "Me");
  ob_scenario_set_pin (scenario, 1, made);
  first = ob_scenario_to_bytes (scenario, NULL);
  n_steps = ob_scenario_get_n_steps (scenario);

  ob_scenario_swap_with_pin (scenario, 1);
  assert_undo_label (scenario, "Swap with pin B");
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, n_steps + 1);
  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &inputs));
  g_assert_cmpstr (ob_scenario_get_title (scenario), ==, "Other");
  g_assert_true (ob_inputs_equal (&ob_scenario_get_pin (scenario, 1)->inputs, &before));
  g_assert_cmpstr (ob_scenario_get_pin (scenario, 1)->name, ==, "Mine");
  /* What was written about the one is not said of the other. */
  g_assert_cmpstr (ob_scenario_get_description (scenario), ==, "Of the other");
  g_assert_cmpstr (ob_scenario_get_author (scenario), ==, "");
  g_assert_cmpstr (ob_scenario_get_pin (scenario, 1)->description, ==, "Of mine");
  g_assert_cmpstr (ob_scenario_get_pin (scenario, 1)->author, ==, "Me");
  ob_scenario_rename_pin (scenario, 1, "Renamed");
  g_assert_cmpstr (ob_scenario_get_pin (scenario, 1)->description, ==, "Of mine");
  ob_scenario_undo (scenario);

  ob_scenario_undo (scenario);
  undone = ob_scenario_to_bytes (scenario, NULL);
  g_assert_true (g_bytes_equal (first, undone));

  ob_scenario_redo (scenario);
  ob_scenario_swap_with_pin (scenario, 1);
  again = ob_scenario_to_bytes (scenario, NULL);
  g_assert_true (g_bytes_equal (first, again));

  /* With what is the same there is nothing to swap. */
  same = ob_pin_new ("Same", &before);
  ob_scenario_set_pin (scenario, 0, same);
  n_steps = ob_scenario_get_n_steps (scenario);
  ob_scenario_swap_with_pin (scenario, 0);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, n_steps);
  g_assert_cmpstr (ob_scenario_get_title (scenario), ==, "Mine");
}

static void
test_titles (void)
{
  ObInputs inputs = make_inputs (500);
  g_autoptr (ObPin) named = ob_pin_new (" Tabs\tand\r\nlines\x01 ", &inputs);
  g_autoptr (ObPin) unnamed = ob_pin_new (NULL, &inputs);
  g_autofree char *first = ob_pin_format_title (named, 0);
  g_autofree char *second = ob_pin_format_title (unnamed, 1);
  guint index;

  g_assert_cmpstr (first, ==, "A: Tabs and lines");
  g_assert_cmpstr (second, ==, "B");
  g_assert_false (ob_pin_equal (named, unnamed));
  g_assert_false (ob_pin_equal (named, NULL));
  g_assert_true (ob_pin_equal (NULL, NULL));
  g_assert_true (ob_pin_from_letter ("D", &index));
  g_assert_cmpuint (index, ==, 3);
  g_assert_false (ob_pin_from_letter ("E", &index));
  g_assert_false (ob_pin_from_letter ("", &index));
  g_assert_false (ob_pin_from_letter ("AB", &index));
}

static void
test_round_trip (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObScenario) read = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *without = to_text (scenario);
  g_autofree char *with = NULL;
  g_autofree char *again = NULL;
  ObInputs inputs;
  g_autoptr (ObPin) full = NULL;

  ob_inputs_init (&inputs);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);

      if (info->unit != OB_UNIT_SWITCH)
        inputs.value[i] = g_test_rand_double_range (info->minimum, info->maximum);
    }
  inputs.history = (ObHistory){ 2001, 3, { 0.1, 1e-300, 99999.999999999985 } };
  full = ob_pin_new_described ("A & B <“x”> 'y' 泡沫", "Two\nlines,\ta tab & \"quotes\"",
                               "Ä. Author", &inputs);
  pin (scenario, 0, "", 500);
  ob_scenario_set_pin (scenario, 3, full);

  with = to_text (scenario);
  read = parse (with, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ob_scenario_get_n_pins (read), ==, 2);
  g_assert_true (ob_pin_equal (ob_scenario_get_pin (read, 3), full));
  g_assert_true (ob_pin_equal (ob_scenario_get_pin (read, 0), ob_scenario_get_pin (scenario, 0)));
  g_assert_true (
    ob_inputs_equal (ob_scenario_get_inputs (read), ob_scenario_get_inputs (scenario)));
  again = to_text (read);
  g_assert_cmpstr (again, ==, with);

  /* Who has no pins writes no word about them. */
  g_assert_null (strstr (without, "pin"));
  ob_scenario_set_pin (read, 0, NULL);
  ob_scenario_set_pin (read, 3, NULL);
  g_free (again);
  again = to_text (read);
  g_assert_cmpstr (again, ==, without);
}

static void
test_extras (void)
{
  static const char text[] =
    OPEN "<pins xmlns:x=\"urn:x\" x:a=\"1\">\n"
         "<!-- one --><pin letter=\"B\" x:b=\"2\"><x:c/>"
         "<parameters x:d=\"3\"><parameter id=\"capex\" value=\"500\" x:e=\"4\">"
         "<note>Kept</note></parameter></parameters>"
         "<history x:f=\"5\"><year number=\"2026\" capex=\"7\" x:g=\"6\"/></history>"
         "</pin></pins>\n" CLOSE;
  static const char *const kept[] = { "x:a=\"1\"", "x:b=\"2\"", "x:c",
                                      "x:d=\"3\"", "x:e=\"4\"", "<note>Kept</note>",
                                      "x:f=\"5\"", "x:g=\"6\"", "<!-- one -->" };
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = parse (text, &error);
  g_autoptr (ObScenario) read = NULL;
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  g_assert_no_error (error);
  g_assert_cmpfloat (ob_scenario_get_pin (scenario, 1)->inputs.value[OB_PARAMETER_CAPEX], ==, 500);
  g_assert_cmpuint (ob_scenario_get_pin (scenario, 1)->inputs.history.n_years, ==, 1);
  /* A pin does not leak into the scenario. */
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 770);
  g_assert_null (ob_scenario_get_note (scenario, OB_PARAMETER_CAPEX));

  once = to_text (scenario);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (once, kept[i]));
  read = parse (once, &error);
  g_assert_no_error (error);
  twice = to_text (read);
  g_assert_cmpstr (twice, ==, once);
}

/* What is pinned takes along what is written about it. */
static void
test_create (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObPin) made = NULL;

  ob_scenario_set_description (scenario, "Why");
  ob_scenario_set_author (scenario, "Who");
  made = ob_scenario_create_pin (scenario, "What");
  g_assert_cmpstr (made->name, ==, "What");
  g_assert_cmpstr (made->description, ==, "Why");
  g_assert_cmpstr (made->author, ==, "Who");
  g_assert_true (ob_inputs_equal (&made->inputs, ob_scenario_get_inputs (scenario)));
}

static void
test_refused (void)
{
  static const struct
  {
    const char *inside;
    const char *message;
  } cases[] = {
    { "<pin/>", "a.overbuild:2: <pin>: “letter” is missing, expected a letter from A to D" },
    { "<pin letter=\"E\"/>",
      "a.overbuild:2: <pin>: “letter” is “E”, expected a letter from A to D" },
    { "<pin letter=\"A\"/>\n<pin letter=\"A\"/>",
      "a.overbuild:3: <pin>: the letter is given twice" },
    { "<pin letter=\"A\">\n<view/></pin>",
      "a.overbuild:3: <view>: not expected in <pin>, expected <history>" },
    { "<other/>", "a.overbuild:2: <other>: not expected in <pins>, expected <pin>" },
    { "<pin letter=\"A\"><parameters>\n<parameter id=\"capex\" value=\"1e9\"/></parameters></pin>",
      "a.overbuild:3: <parameter id=\"capex\">: capex: 1000000000 is outside its range 0 to 1500 "
      "($B/yr)" },
    { "<pin letter=\"A\"><parameters><parameter id=\"capex\" value=\"1\"/>\n"
      "<parameter id=\"capex\" value=\"1\"/></parameters></pin>",
      "a.overbuild:3: <parameter id=\"capex\">: the parameter is given twice" },
    { "<pin letter=\"A\"><history/></pin>",
      "a.overbuild:2: <history>: expected at least one <year>" },
    { "<pin letter=\"A\"><parameters/>\n<parameters/></pin>",
      "a.overbuild:3: <parameters>: given twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (OPEN "<pins>%s</pins>\n" CLOSE, cases[i].inside);
      g_autoptr (GError) error = NULL;
      g_autoptr (ObScenario) scenario = parse (text, &error);

      g_assert_null (scenario);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

/* The same parameter may stand in each pin and in the scenario. */
static void
test_each_on_its_own (void)
{
  static const char text[] =
    OPEN "<pins><pin letter=\"A\"><parameters><parameter id=\"capex\" value=\"1\"/></parameters>"
         "<history><year number=\"1990\" capex=\"1\"/></history></pin>"
         "<pin letter=\"B\"><parameters><parameter id=\"capex\" value=\"2\"/></parameters></pin>"
         "</pins><parameters><parameter id=\"capex\" value=\"3\"/></parameters>"
         "<results><metric id=\"payback\" value=\"2030Q1\"/></results>" CLOSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = parse (text, &error);
  ObInputs base = make_inputs (2);

  g_assert_no_error (error);
  g_assert_cmpfloat (ob_scenario_get_pin (scenario, 0)->inputs.value[OB_PARAMETER_CAPEX], ==, 1);
  g_assert_cmpint (ob_inputs_get_start_year (&ob_scenario_get_pin (scenario, 0)->inputs), ==, 1991);
  g_assert_true (ob_inputs_equal (&ob_scenario_get_pin (scenario, 1)->inputs, &base));
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 3);
}

static void
test_schema (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autofree char *text = NULL;
  xmlDoc *doc;
  xmlNode *node;

  pin (scenario, 0, "One", 500);
  pin (scenario, 2, "", 600);
  text = to_text (scenario);
  doc = xmlReadMemory (text, strlen (text), NULL, NULL, XML_PARSE_NONET);
  g_assert_true (ob_test_schema_accepts (OB_TEST_SCHEMA_SCENARIO, doc));

  /* A letter that there is not is refused by the schema, too. */
  node = xmlFirstElementChild (xmlDocGetRootElement (doc));
  while (!g_str_equal (node->name, "pins"))
    node = xmlNextElementSibling (node);
  xmlSetProp (xmlFirstElementChild (node), (const xmlChar *) "letter", (const xmlChar *) "E");
  g_assert_false (ob_test_schema_accepts (OB_TEST_SCHEMA_SCENARIO, doc));

  xmlFreeDoc (doc);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pins/steps", test_steps);
  g_test_add_func ("/pins/go-to", test_go_to);
  g_test_add_func ("/pins/swap", test_swap);
  g_test_add_func ("/pins/titles", test_titles);
  g_test_add_func ("/pins/round-trip", test_round_trip);
  g_test_add_func ("/pins/create", test_create);
  g_test_add_func ("/pins/extras", test_extras);
  g_test_add_func ("/pins/refused", test_refused);
  g_test_add_func ("/pins/each-on-its-own", test_each_on_its_own);
  g_test_add_func ("/pins/schema", test_schema);

  return g_test_run ();
}
