/* test-frozen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frozen.h"
#include "ob-scenario-file.h"

#include <string.h>

/* The base case as this program writes it, with @from replaced by @to. */
static ObScenario *
load_edited (const char *from, const char *to)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GBytes) bytes = ob_scenario_to_bytes (scenario, NULL);
  g_autoptr (GString) text =
    g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_autoptr (GBytes) edited = NULL;
  g_autoptr (GError) error = NULL;
  ObScenario *loaded;

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  edited = g_bytes_new (text->str, text->len);
  loaded = ob_scenario_load_bytes (edited, "x", &error);
  g_assert_no_error (error);

  return loaded;
}

static void
assert_state (ObScenario *scenario, ObFrozenState state, guint n_differing, const char *text)
{
  g_autofree ObFrozen *frozen = ob_frozen_new (scenario);
  g_autofree char *said = ob_frozen_describe (frozen);

  g_assert_cmpint (frozen->state, ==, state);
  g_assert_cmpuint (frozen->n_differing, ==, n_differing);
  g_assert_cmpstr (said, ==, text);
}

static void
test_same (void)
{
  g_autoptr (ObScenario) fresh = ob_scenario_new ();
  g_autoptr (ObScenario) saved = load_edited ("</scenario>", "</scenario>");

  assert_state (fresh, OB_FROZEN_NONE, 0, NULL);
  assert_state (saved, OB_FROZEN_NONE, 0, NULL);
}

static void
test_other_version (void)
{
  g_autoptr (ObScenario) scenario = load_edited ("model=\"" OB_MODEL_VERSION "\"", "model=\"0\"");

  assert_state (scenario, OB_FROZEN_OTHER_MODEL, 0,
                "Saved with version 0 of the model; this is version " OB_MODEL_VERSION
                ", with the same results.");
}

static void
test_edited (void)
{
  g_autoptr (ObScenario) scenario =
    load_edited ("<parameter id=\"capex\" value=\"770\"", "<parameter id=\"capex\" value=\"700\"");
  g_autofree ObFrozen *frozen = ob_frozen_new (scenario);
  g_autofree char *said = ob_frozen_describe (frozen);
  g_autoptr (ObScenario) base = ob_scenario_new ();
  ObRun run;

  g_assert_cmpint (frozen->state, ==, OB_FROZEN_DISAGREES);
  g_assert_cmpuint (frozen->n_differing, >, 3);
  g_assert_true (g_str_has_suffix (said, "was it edited by hand?"));
  g_assert_true (frozen->differs[OB_METRIC_NPV]);

  ob_run (ob_scenario_get_inputs (base), &run);
  g_assert_cmpfloat (frozen->then.metric[OB_METRIC_NPV], ==, run.metric[OB_METRIC_NPV]);
  ob_run (ob_scenario_get_inputs (scenario), &run);
  g_assert_cmpfloat (frozen->now.metric[OB_METRIC_NPV], ==, run.metric[OB_METRIC_NPV]);
}

/* A file of an older model, with two results. */
static void
test_old_file (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "old-model.overbuild", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = ob_scenario_load_file (file, NULL, &error);
  g_autofree ObFrozen *frozen = NULL;

  g_assert_no_error (error);
  frozen = ob_frozen_new (scenario);
  g_assert_cmpint (frozen->state, ==, OB_FROZEN_OTHER_MODEL);
  g_assert_cmpstr (frozen->version, ==, "0");
  g_assert_true (frozen->present[OB_METRIC_NPV] && frozen->differs[OB_METRIC_NPV]);
  g_assert_cmpfloat (frozen->then.metric[OB_METRIC_NPV], ==, -1234.5);
  g_assert_true (frozen->present[OB_METRIC_PAYBACK] && frozen->differs[OB_METRIC_PAYBACK]);
  g_assert_cmpfloat (frozen->then.metric[OB_METRIC_PAYBACK], ==, OB_NEVER);
  g_assert_false (frozen->present[OB_METRIC_PEAK_DEBT]);
  g_assert_cmpuint (frozen->n_differing, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/frozen/same", test_same);
  g_test_add_func ("/frozen/other-version", test_other_version);
  g_test_add_func ("/frozen/edited", test_edited);
  g_test_add_func ("/frozen/old-file", test_old_file);

  return g_test_run ();
}
