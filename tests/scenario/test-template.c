/* test-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-file.h"
#include "ob-template.h"

#include <json-glib/json-glib.h>
#include <string.h>

static void
test_list (void)
{
  const char *const *ids = ob_template_get_ids ();
  g_autofree char *path = g_build_filename (g_getenv ("OVERBUILD_DATA_DIR"), "templates", NULL);
  GDir *dir = g_dir_open (path, 0, NULL);
  guint n_files = 0;

  g_assert_cmpstr (ids[0], ==, "base");
  g_assert_false (ob_template_exists ("nonsense"));
  g_assert_null (ob_template_get_title ("nonsense"));
  g_assert_null (ob_template_get_story ("nonsense"));

  /* No file is left out of the list. */
  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n_files++;
  g_dir_close (dir);
  g_assert_cmpuint (n_files, ==, g_strv_length ((char **) ids));
}

static void
test_load (gconstpointer data)
{
  const char *id = data;
  g_autoptr (GError) error = NULL;
  ObScenario *scenario = ob_template_load (id, &error);

  g_assert_no_error (error);
  g_assert_true (ob_template_exists (id));
  g_assert_cmpstr (ob_scenario_get_template_id (scenario), ==, id);
  g_assert_cmpstr (ob_scenario_get_title (scenario), ==, ob_template_get_title (id));
  g_assert_cmpstr (ob_scenario_get_description (scenario), ==, ob_template_get_story (id));
  g_assert_cmpstr (ob_scenario_get_title (scenario), !=, "");
  g_assert_nonnull (ob_scenario_get_sources (scenario)[0]);
  g_assert_true (
    ob_inputs_equal (ob_scenario_get_inputs (scenario), ob_scenario_get_origin (scenario)));
  g_assert_false (ob_scenario_get_modified (scenario));
  g_assert_false (ob_scenario_get_read_only (scenario));
  g_assert_null (ob_scenario_get_created (scenario));
  g_assert_finalize_object (scenario);
}

/* A story is two to four sentences of one line: catalogues join lines. */
static void
test_words (gconstpointer data)
{
  const char *id = data;
  const char *words[] = { ob_template_get_title (id), ob_template_get_story (id) };
  guint n_sentences = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *stripped = g_strstrip (g_strdup (words[i]));

      g_assert_cmpstr (words[i], ==, stripped);
      g_assert_null (strstr (words[i], "  "));
      g_assert_null (strchr (words[i], '\n'));
    }

  for (const char *p = words[1]; *p != '\0'; p++)
    n_sentences += *p == '.' && (p[1] == ' ' || p[1] == '\0');
  g_assert_cmpuint (n_sentences, >=, 2);
  g_assert_cmpuint (n_sentences, <=, 4);
}

/* Saved and opened again a template is the same scenario and still knows what it
 * started from. */
static void
test_save (gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = ob_template_load (data, &error);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ObScenario) back = NULL;

  g_assert_no_error (error);
  bytes = ob_scenario_to_bytes (scenario, NULL);
  back = ob_scenario_load_bytes (bytes, "a", &error);
  g_assert_no_error (error);
  g_assert_true (
    ob_inputs_equal (ob_scenario_get_inputs (scenario), ob_scenario_get_inputs (back)));
  g_assert_true (
    ob_inputs_equal (ob_scenario_get_origin (scenario), ob_scenario_get_origin (back)));
  g_assert_cmpstr (ob_scenario_get_template_id (back), ==, data);
  g_assert_true (g_strv_equal (ob_scenario_get_sources (scenario), ob_scenario_get_sources (back)));
}

/* Whether a template holds what the independent implementation was given. */
static void
test_inputs (gconstpointer data)
{
  const char *id = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = ob_template_load (id, &error);
  g_autofree char *name =
    g_str_equal (id, "base") ? g_strdup ("base.json") : g_strdup_printf ("template-%s.json", id);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "golden", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *expected;
  JsonObject *parameters;
  JsonObject *history;
  const ObInputs *inputs;
  guint n_changed = 0;

  g_assert_no_error (error);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  expected = json_node_get_object (json_parser_get_root (parser));
  parameters = json_object_get_object_member (expected, "parameters");
  history = json_object_get_object_member (expected, "history");
  inputs = ob_scenario_get_inputs (scenario);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const char *parameter = ob_parameter_get_id (i);
      double value = ob_parameter_get_info (i)->value;

      if (json_object_has_member (parameters, parameter))
        {
          value = json_object_get_double_member (parameters, parameter);
          n_changed++;
        }
      g_assert_cmpfloat (inputs->value[i], ==, value);
    }
  g_assert_cmpuint (n_changed, ==, json_object_get_size (parameters));

  g_assert_cmpuint (inputs->history.n_years, ==, json_object_get_size (history));
  for (guint i = 0; i < inputs->history.n_years; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", inputs->history.first_year + (int) i);

      g_assert_true (json_object_has_member (history, year));
      g_assert_cmpfloat (inputs->history.capex[i], ==,
                         json_object_get_double_member (history, year));
    }
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ob_template_load ("nonsense", &error));
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_READ);
  g_assert_nonnull (strstr (error->message, "power-wall"));
}

int
main (int argc, char *argv[])
{
  const char *const *ids = ob_template_get_ids ();

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/list", test_list);
  g_test_add_func ("/template/missing", test_missing);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const struct
      {
        const char *name;
        GTestDataFunc function;
      } tests[] = { { "load", test_load },
                    { "words", test_words },
                    { "save", test_save },
                    { "inputs", test_inputs } };

      for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
        {
          g_autofree char *path = g_strdup_printf ("/template/%s/%s", ids[i], tests[j].name);

          g_test_add_data_func (path, ids[i], tests[j].function);
        }
    }

  return g_test_run ();
}
