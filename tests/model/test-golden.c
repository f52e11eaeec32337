/* test-golden.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-machine.h"

#include <json-glib/json-glib.h>
#include <math.h>

static void
read_inputs (JsonObject *root, ObInputs *inputs)
{
  JsonObject *parameters = json_object_get_object_member (root, "parameters");
  JsonObject *history = json_object_get_object_member (root, "history");
  g_autoptr (GList) ids = json_object_get_members (parameters);
  g_autoptr (GList) years = json_object_get_members (history);

  ob_inputs_init (inputs);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      ObParameter parameter;

      g_assert_true (ob_parameter_from_id (l->data, &parameter));
      inputs->value[parameter] = json_object_get_double_member (parameters, l->data);
    }

  inputs->history.n_years = 0;
  for (GList *l = years; l != NULL; l = l->next)
    {
      const int year = (int) g_ascii_strtoll (l->data, NULL, 10);

      if (inputs->history.n_years == 0)
        inputs->history.first_year = year;
      g_assert_cmpint (year, ==, inputs->history.first_year + (int) inputs->history.n_years);
      inputs->history.capex[inputs->history.n_years++] =
        json_object_get_double_member (history, l->data);
    }
}

static void
assert_near (const char *what, guint i, double got, double expected, double largest)
{
  const double scale = fmax (fabs (expected), fmax (1e-3 * largest, 1e-3));

  if (!(fabs (got - expected) <= 1e-9 * scale))
    g_error ("%s [%u]: got %.17g, expected %.17g", what, i, got, expected);
}

static void
check_metrics (JsonObject *root, const ObRun *run)
{
  JsonObject *metrics = json_object_get_object_member (root, "metrics");
  g_autoptr (GList) ids = json_object_get_members (metrics);

  g_assert_nonnull (ids);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      ObMetric metric;

      g_assert_true (ob_metric_from_id (l->data, &metric));
      assert_near (l->data, 0, run->metric[metric],
                   json_object_get_double_member (metrics, l->data), 0);
    }
}

static void
check_series (JsonObject *root, const ObRun *run)
{
  JsonObject *all = json_object_get_object_member (root, "series");

  g_assert_cmpuint (json_object_get_size (all), ==, OB_N_SERIES);
  for (guint k = 0; k < OB_N_SERIES; k++)
    {
      JsonArray *numbers = json_object_get_array_member (all, ob_series_get_id (k));
      double largest = 0;

      g_assert_cmpuint (json_array_get_length (numbers), ==, OB_N_QUARTERS);
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        largest = fmax (largest, fabs (json_array_get_double_element (numbers, i)));
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        assert_near (ob_series_get_id (k), i, run->series[k][i],
                     json_array_get_double_element (numbers, i), largest);
    }
}

static void
test_vector (gconstpointer data)
{
  const char *path = data;
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *root;
  ObInputs inputs;
  ObRun run;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));

  read_inputs (root, &inputs);
  g_assert_true (ob_inputs_check (&inputs, &error));
  ob_run (&inputs, &run);
  check_metrics (root, &run);
  check_series (root, &run);
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint n = 0;

  g_test_init (&argc, &argv, NULL);

  if (!ob_test_machine_can_run ())
    return 0;

  folder = g_test_build_filename (G_TEST_DIST, "data", "golden", NULL);
  dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      test = g_strconcat ("/golden/", name, NULL);
      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_vector, g_free);
      n++;
    }
  g_assert_cmpuint (n, >=, 45);

  return g_test_run ();
}
