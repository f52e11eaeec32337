/* test-cli-golden.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-test-utils.h"

#include <gio/gio.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* What counts as the same number: relative to the number, or to its series where
 * the number itself is next to nothing. */
#define TOLERANCE 1e-9

/* The command line of a vector: its parameters and its history. Numbers are
 * written as they stand in the file. */
static char *
make_line (JsonObject *vector)
{
  GString *line = g_string_new ("run --format json");
  const char *const members[] = { "parameters", "history" };
  const char *const options[] = { "--set", "--history" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      JsonObject *object = json_object_get_object_member (vector, members[i]);
      g_autoptr (GList) names = json_object_get_members (object);

      for (GList *l = names; l != NULL; l = l->next)
        {
          char number[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_dtostr (number, sizeof number, json_object_get_double_member (object, l->data));
          g_string_append_printf (line, " %s %s=%s", options[i], (const char *) l->data, number);
        }
    }

  return g_string_free (line, FALSE);
}

static void
assert_near (const char *what, double value, double expected, double scale)
{
  double allowed = TOLERANCE * MAX (fabs (expected), MAX (1e-3 * scale, 1e-3));

  if (!(fabs (value - expected) <= allowed))
    g_error ("%s: %.17g instead of %.17g", what, value, expected);
}

static void
check_metrics (const char *name, JsonObject *metrics, JsonObject *expected)
{
  g_autoptr (GList) ids = json_object_get_members (expected);

  g_assert_nonnull (ids);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      g_autofree char *what = g_strdup_printf ("%s: %s", name, (const char *) l->data);
      JsonNode *node = json_object_get_member (expected, l->data);

      g_assert_true (json_object_has_member (metrics, l->data));
      if (JSON_NODE_HOLDS_NULL (node))
        g_assert_true (json_object_get_null_member (metrics, l->data));
      else if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_assert_cmpstr (json_object_get_string_member (metrics, l->data), ==,
                         json_node_get_string (node));
      else
        assert_near (what, json_object_get_double_member (metrics, l->data),
                     json_node_get_double (node), 0);
    }
}

static void
check_series (const char *name, JsonObject *series, JsonObject *expected)
{
  g_autoptr (GList) ids = json_object_get_members (expected);

  g_assert_cmpuint (g_list_length (ids), ==, json_object_get_size (series));
  for (GList *l = ids; l != NULL; l = l->next)
    {
      JsonArray *values = json_object_get_array_member (series, l->data);
      JsonArray *numbers = json_object_get_array_member (expected, l->data);
      guint n = json_array_get_length (numbers);
      double scale = 0;

      g_assert_cmpuint (json_array_get_length (values), ==, n);
      for (guint i = 0; i < n; i++)
        scale = MAX (scale, fabs (json_array_get_double_element (numbers, i)));

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *what =
            g_strdup_printf ("%s: %s of quarter %u", name, (const char *) l->data, i);

          assert_near (what, json_array_get_double_element (values, i),
                       json_array_get_double_element (numbers, i), scale);
        }
    }
}

static void
test_vector (gconstpointer data)
{
  const char *path = data;
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) vector = NULL;
  g_autoptr (JsonNode) result = NULL;
  JsonObject *expected;
  JsonObject *given;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  vector = cli_parse_json (text);
  expected = json_node_get_object (vector);

  line = make_line (expected);
  output = cli_get_output (line);
  result = cli_parse_json (output);
  given = json_node_get_object (result);

  check_metrics (name, json_object_get_object_member (given, "metrics"),
                 json_object_get_object_member (expected, "metrics"));
  check_series (name, json_object_get_object_member (given, "series"),
                json_object_get_object_member (expected, "series"));
}

int
main (int argc, char *argv[])
{
  g_autofree char *path = NULL;
  g_autoptr (GDir) directory = NULL;
  g_autoptr (GError) error = NULL;
  const char *name;
  guint n = 0;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  path = g_test_build_filename (G_TEST_DIST, "data", "golden", NULL);
  directory = g_dir_open (path, 0, &error);
  g_assert_no_error (error);

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *test = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      test = g_strdup_printf ("/cli/golden/%.*s", (int) (strlen (name) - 5), name);
      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), test_vector, g_free);
      n++;
    }
  g_assert_cmpuint (n, >=, 40);

  return g_test_run ();
}
