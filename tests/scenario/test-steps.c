/* test-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Going back and forth through what was done to a scenario. */

#include "config.h"

#include "ob-quantity.h"
#include "ob-scenario-file.h"

#include <string.h>

#define N_EDITS 10000

static void
set (ObScenario *scenario, ObParameter parameter, double value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ob_scenario_set_value (scenario, parameter, value, &error));
  g_assert_no_error (error);
}

static void
nudge (ObScenario *scenario, ObParameter parameter, double value, gint64 time)
{
  ob_scenario_begin_gesture (scenario);
  set (scenario, parameter, value);
  ob_scenario_end_nudge (scenario, time);
}

static GBytes *
to_bytes (ObScenario *scenario)
{
  return ob_scenario_to_bytes (scenario, NULL);
}

static double
random_value (GRand *rand, ObParameter parameter)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);

  if (info->unit == OB_UNIT_SWITCH)
    return g_rand_boolean (rand);
  return CLAMP (g_rand_double_range (rand, info->minimum, info->maximum), info->minimum,
                info->maximum);
}

static ObParameter
random_parameter (GRand *rand)
{
  return (ObParameter) g_rand_int_range (rand, 0, OB_N_PARAMETERS);
}

static char *
random_text (GRand *rand)
{
  static const char *const words[] = { "chips", "", "<&>", "电力", "a\nb", " ", "why not" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, 4); n > 0; n--)
    g_string_append (text, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

static void
change_view (ObScenario *scenario, GRand *rand)
{
  ObOverlay overlay = *ob_scenario_get_overlay (scenario);
  ObPlane plane;
  ObParameter x = random_parameter (rand);
  ObParameter y = random_parameter (rand);

  if (g_rand_boolean (rand))
    {
      overlay.risk_lines = g_rand_boolean (rand);
      overlay.payback_band = g_rand_boolean (rand);
      overlay.risk_band = g_rand_boolean (rand);
      overlay.risk_level = g_rand_double_range (rand, OB_OVERLAY_MIN_RISK, OB_OVERLAY_MAX_RISK);
      overlay.single_draws = g_rand_boolean (rand);
      g_assert_true (ob_scenario_set_overlay (scenario, &overlay, NULL));
      return;
    }

  if (x == y)
    return;
  ob_plane_init (&plane, x, y);
  /* A switch cannot be an axis; what is refused changes nothing. */
  (void) ob_scenario_set_plane (scenario, &plane, NULL);
}

static void
change_many (ObScenario *scenario, GRand *rand)
{
  ObInputs inputs = *ob_scenario_get_inputs (scenario);
  ObHistory history = inputs.history;

  if (g_rand_boolean (rand))
    {
      history.capex[0] = g_rand_double_range (rand, 0, 100);
      g_assert_true (ob_scenario_set_history (scenario, &history, NULL));
      return;
    }

  for (int n = g_rand_int_range (rand, 0, 5); n > 0; n--)
    {
      ObParameter parameter = random_parameter (rand);

      inputs.value[parameter] = random_value (rand, parameter);
    }
  g_assert_true (ob_scenario_set_inputs (scenario, &inputs, "Several", NULL));
}

/* A drag, now and then given up. */
static void
drag (ObScenario *scenario, GRand *rand)
{
  ob_scenario_begin_gesture (scenario);
  for (int n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      ObParameter parameter = random_parameter (rand);

      set (scenario, parameter, random_value (rand, parameter));
    }

  if (g_rand_int_range (rand, 0, 4) == 0)
    ob_scenario_cancel_gesture (scenario);
  else
    ob_scenario_end_gesture (scenario);
}

static void
pin (ObScenario *scenario, GRand *rand, const char *name)
{
  guint index = (guint) g_rand_int_range (rand, 0, OB_N_PINS);
  g_autoptr (ObPin) it = ob_pin_new (name, ob_scenario_get_inputs (scenario));

  ob_scenario_set_pin (scenario, index, g_rand_boolean (rand) ? it : NULL);
}

static void
edit (ObScenario *scenario, GRand *rand, gint64 time)
{
  ObParameter parameter = random_parameter (rand);
  g_autofree char *text = random_text (rand);

  switch (g_rand_int_range (rand, 0, 14))
    {
    case 0:
      ob_scenario_set_note (scenario, parameter, text);
      break;
    case 1:
      ob_scenario_set_title (scenario, text);
      break;
    case 2:
      ob_scenario_set_description (scenario, text);
      break;
    case 3:
      ob_scenario_set_author (scenario, text);
      break;
    case 4:
    case 5:
      change_view (scenario, rand);
      break;
    case 6:
      change_many (scenario, rand);
      break;
    case 7:
      drag (scenario, rand);
      break;
    case 8:
      pin (scenario, rand, text);
      break;
    case 9:
    case 10:
      nudge (scenario, OB_PARAMETER_CAPEX, random_value (rand, OB_PARAMETER_CAPEX), time);
      break;
    default:
      set (scenario, parameter, random_value (rand, parameter));
      break;
    }
}

/* Ten thousand edits of every kind, with saves and steps back and forth between
 * them, undone to the start and done again: the file is the same to the byte. */
static void
test_random (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260719);
  g_autoptr (GBytes) first = to_bytes (scenario);
  g_autoptr (GBytes) last = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GBytes) redone = NULL;
  g_autoptr (GBytes) jumped = NULL;
  gint64 time = 0;
  guint n_undone = 0;
  guint n_redone = 0;

  for (guint i = 0; i < N_EDITS; i++)
    {
      time += g_rand_int_range (rand, 0, 2 * OB_SCENARIO_NUDGE_WINDOW);
      edit (scenario, rand, time);

      if (g_rand_int_range (rand, 0, 10) == 0)
        ob_scenario_undo (scenario);
      if (g_rand_int_range (rand, 0, 20) == 0)
        ob_scenario_redo (scenario);
      if (g_rand_int_range (rand, 0, 100) == 0)
        ob_scenario_mark_saved (scenario);
    }
  while (ob_scenario_get_step (scenario) < ob_scenario_get_n_steps (scenario))
    ob_scenario_redo (scenario);
  last = to_bytes (scenario);
  g_assert_false (g_bytes_equal (first, last));
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), >, N_EDITS / 2);

  for (; ob_scenario_get_step (scenario) > 0; n_undone++)
    ob_scenario_undo (scenario);
  undone = to_bytes (scenario);
  g_assert_true (g_bytes_equal (first, undone));

  for (; ob_scenario_get_step (scenario) < ob_scenario_get_n_steps (scenario); n_redone++)
    ob_scenario_redo (scenario);
  redone = to_bytes (scenario);
  g_assert_true (g_bytes_equal (last, redone));
  g_assert_cmpuint (n_undone, ==, n_redone);

  ob_scenario_go_to_step (scenario, 0);
  jumped = to_bytes (scenario);
  g_assert_true (g_bytes_equal (first, jumped));
}

/* Keys in a row on one lever are one step; anything in between starts another. */
static void
test_nudges (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  const gint64 window = OB_SCENARIO_NUDGE_WINDOW;
  gint64 time = 5;

  nudge (scenario, OB_PARAMETER_CAPEX, 780, time);
  nudge (scenario, OB_PARAMETER_CAPEX, 790, time += window);
  nudge (scenario, OB_PARAMETER_CAPEX, 800, time += window);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, 1);

  nudge (scenario, OB_PARAMETER_CAPEX, 810, time += window + 1);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, 2);
  nudge (scenario, OB_PARAMETER_LIFESPAN, 4, ++time);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, 3);
  nudge (scenario, OB_PARAMETER_CAPEX, 820, ++time);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, 4);

  /* What is set at once, saved or undone in between is not run together. */
  set (scenario, OB_PARAMETER_CAPEX, 830);
  nudge (scenario, OB_PARAMETER_CAPEX, 840, ++time);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, 6);
  ob_scenario_mark_saved (scenario);
  nudge (scenario, OB_PARAMETER_CAPEX, 850, ++time);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, 7);
  ob_scenario_undo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 840);
  g_assert_false (ob_scenario_get_modified (scenario));
  nudge (scenario, OB_PARAMETER_CAPEX, 860, ++time);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, 7);
  ob_scenario_undo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 840);

  ob_scenario_go_to_step (scenario, 1);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 800);

  /* There and back leaves no step, and a clock that goes back is no row. */
  nudge (scenario, OB_PARAMETER_CAPEX, 900, time);
  nudge (scenario, OB_PARAMETER_CAPEX, 800, time);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, 1);
  nudge (scenario, OB_PARAMETER_CAPEX, 900, time);
  nudge (scenario, OB_PARAMETER_CAPEX, 910, time - 1);
  g_assert_cmpuint (ob_scenario_get_n_steps (scenario), ==, 3);
}

static void
assert_state (ObScenario *scenario, guint step, const char *expected)
{
  g_autofree char *label = ob_scenario_describe_step (scenario, step);

  g_assert_cmpstr (label, ==, expected);
}

static void
notify_cb (ObScenario *scenario, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

static void
test_names (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  guint steps = 0;
  guint titles = 0;

  g_signal_connect (scenario, "notify::step", G_CALLBACK (notify_cb), &steps);
  g_signal_connect (scenario, "notify::title", G_CALLBACK (notify_cb), &titles);
  ob_scenario_set_title (scenario, "New");
  ob_scenario_set_title (scenario, "");
  ob_scenario_set_author (scenario, "Me");
  ob_scenario_set_author (scenario, NULL);
  ob_scenario_set_description (scenario, "Text");
  ob_scenario_set_description (scenario, "Text");
  set (scenario, OB_PARAMETER_LIFESPAN, 3.5);
  g_assert_cmpuint (steps, ==, 6);
  g_assert_cmpuint (titles, ==, 2);

  assert_state (scenario, 0, "As it was at first");
  assert_state (scenario, 1, "Title “New”");
  assert_state (scenario, 2, "No title");
  assert_state (scenario, 3, "Author “Me”");
  assert_state (scenario, 4, "No author");
  assert_state (scenario, 5, "Description");
  assert_state (scenario, 6, "Hardware lifespan 5\302\240years → 3.5\302\240years");

  ob_scenario_go_to_step (scenario, 3);
  g_assert_cmpstr (ob_scenario_get_author (scenario), ==, "Me");
  g_assert_cmpstr (ob_scenario_get_description (scenario), ==, "");
  ob_scenario_go_to_step (scenario, 1);
  g_assert_cmpstr (ob_scenario_get_title (scenario), ==, "New");
  g_assert_cmpuint (steps, ==, 8);
  g_assert_cmpuint (titles, ==, 3);

  ob_scenario_begin_gesture (scenario);
  ob_scenario_go_to_step (scenario, 0);
  g_assert_cmpuint (ob_scenario_get_step (scenario), ==, 1);
  ob_scenario_end_gesture (scenario);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/steps/random", test_random);
  g_test_add_func ("/steps/nudges", test_nudges);
  g_test_add_func ("/steps/names", test_names);

  return g_test_run ();
}
