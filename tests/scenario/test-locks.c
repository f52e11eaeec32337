/* test-locks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values that a person holds where they are. */

#include "config.h"

#include "ob-scenario-file.h"

#include <string.h>

static void
test_refused (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GError) error = NULL;
  ObInputs inputs = *ob_scenario_get_inputs (scenario);

  ob_scenario_set_locked (scenario, OB_PARAMETER_CAPEX, TRUE);
  g_assert_true (ob_scenario_get_locked (scenario, OB_PARAMETER_CAPEX));
  g_assert_false (ob_scenario_get_locked (scenario, OB_PARAMETER_SUBSIDY));

  g_assert_false (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 500, &error));
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "Capex"));
  g_clear_error (&error);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 770);

  /* Nothing of a whole set is taken while one of it is locked. */
  inputs.value[OB_PARAMETER_CAPEX] = 500;
  inputs.value[OB_PARAMETER_SUBSIDY] = 0.1;
  g_assert_false (ob_scenario_set_inputs (scenario, &inputs, "All", &error));
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_SUBSIDY), ==, 0.4);

  g_assert_cmpuint (ob_scenario_keep_locked (scenario, &inputs), ==, 1);
  g_assert_true (ob_scenario_set_inputs (scenario, &inputs, "All", &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 770);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_SUBSIDY), ==, 0.1);

  /* The value it has is no change, and others are free. */
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 770, &error));
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_LIFESPAN, 4, &error));
  ob_scenario_set_locked (scenario, OB_PARAMETER_CAPEX, FALSE);
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 500, &error));
}

/* A lock is a step of its own, and steps from before it can be undone. */
static void
test_undo (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autofree char *label = NULL;

  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 500, NULL));
  ob_scenario_set_locked (scenario, OB_PARAMETER_CAPEX, TRUE);
  g_assert_true (ob_scenario_get_modified (scenario));
  g_object_get (scenario, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Lock Capex");

  ob_scenario_undo (scenario);
  g_assert_false (ob_scenario_get_locked (scenario, OB_PARAMETER_CAPEX));
  ob_scenario_undo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 770);
  ob_scenario_redo (scenario);
  ob_scenario_redo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 500);
  g_assert_true (ob_scenario_get_locked (scenario, OB_PARAMETER_CAPEX));
}

/* Going to a pin keeps what is locked, and so does swapping with one, on both sides. */
static void
test_pins (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObPin) pin = NULL;
  ObInputs inputs = *ob_scenario_get_inputs (scenario);

  inputs.value[OB_PARAMETER_CAPEX] = 300;
  inputs.value[OB_PARAMETER_LIFESPAN] = 7;
  pin = ob_pin_new ("Less", &inputs);
  ob_scenario_set_pin (scenario, 0, pin);
  ob_scenario_set_locked (scenario, OB_PARAMETER_CAPEX, TRUE);
  ob_scenario_go_to_pin (scenario, 0);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 770);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_LIFESPAN), ==, 7);

  ob_scenario_undo (scenario);
  for (guint i = 0; i < 2; i++)
    {
      const ObPin *swapped;

      ob_scenario_swap_with_pin (scenario, 0);
      swapped = ob_scenario_get_pin (scenario, 0);
      g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 770);
      g_assert_cmpfloat (swapped->inputs.value[OB_PARAMETER_CAPEX], ==, 300);
      g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_LIFESPAN), ==,
                         i == 0 ? 7 : 5);
      g_assert_cmpfloat (swapped->inputs.value[OB_PARAMETER_LIFESPAN], ==, i == 0 ? 5 : 7);
    }
}

static void
test_file (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObScenario) loaded = NULL;
  g_autoptr (ObScenario) refused = NULL;
  g_autoptr (GBytes) plain = ob_scenario_to_bytes (scenario, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) wrong = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  char *place;

  g_assert_null (
    g_strstr_len (g_bytes_get_data (plain, NULL), (gssize) g_bytes_get_size (plain), "locked"));

  ob_scenario_set_locked (scenario, OB_PARAMETER_SUBSIDY, TRUE);
  bytes = ob_scenario_to_bytes (scenario, NULL);
  loaded = ob_scenario_load_bytes (bytes, "a.overbuild", &error);
  g_assert_no_error (error);
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    g_assert_cmpint (ob_scenario_get_locked (loaded, p), ==, p == OB_PARAMETER_SUBSIDY);
  again = ob_scenario_to_bytes (loaded, NULL);
  g_assert_true (g_bytes_equal (bytes, again));

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  place = strstr (text, "locked=\"yes\"");
  g_assert_nonnull (place);
  memcpy (place, "locked=\"off\"", strlen ("locked=\"off\""));
  wrong = g_bytes_new (text, strlen (text));
  refused = ob_scenario_load_bytes (wrong, "a.overbuild", &error);
  g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_VALUE);
  g_assert_nonnull (strstr (error->message, "yes or no"));
  g_assert_null (refused);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/locks/refused", test_refused);
  g_test_add_func ("/locks/undo", test_undo);
  g_test_add_func ("/locks/pins", test_pins);
  g_test_add_func ("/locks/file", test_file);

  return g_test_run ();
}
