/* test-scenario.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-scenario.h"

#include <math.h>
#include <string.h>

typedef struct
{
  guint inputs;
  guint notes;
  guint view;
} Counts;

static void
count_cb (ObScenario *scenario, gpointer data)
{
  (*(guint *) data)++;
}

static void
notify_cb (ObScenario *scenario, GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
count_signals (ObScenario *scenario, Counts *counts)
{
  *counts = (Counts){ 0 };
  g_signal_connect (scenario, "inputs-changed", G_CALLBACK (count_cb), &counts->inputs);
  g_signal_connect (scenario, "notes-changed", G_CALLBACK (count_cb), &counts->notes);
  g_signal_connect (scenario, "view-changed", G_CALLBACK (count_cb), &counts->view);
}

static void
set (ObScenario *scenario, ObParameter parameter, double value)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (ob_scenario_set_value (scenario, parameter, value, &error));
  g_assert_no_error (error);
}

static gboolean
get_flag (ObScenario *scenario, const char *property)
{
  gboolean flag;

  g_object_get (scenario, property, &flag, NULL);
  return flag;
}

static char *
get_text (ObScenario *scenario, const char *property)
{
  char *text;

  g_object_get (scenario, property, &text, NULL);
  return text;
}

static void
test_new_destroy (void)
{
  ObScenario *scenario = ob_scenario_new ();
  ObInputs base;
  ObPlane plane;

  ob_inputs_init (&base);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);

  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &base));
  g_assert_true (ob_inputs_equal (ob_scenario_get_origin (scenario), &base));
  g_assert_true (ob_plane_equal (ob_scenario_get_plane (scenario), &plane));
  g_assert_cmpuint (ob_scenario_get_quarter (scenario), ==, 0);
  g_assert_cmpstr (ob_scenario_get_title (scenario), ==, "");
  g_assert_cmpstr (ob_scenario_get_description (scenario), ==, "");
  g_assert_cmpstr (ob_scenario_get_author (scenario), ==, "");
  g_assert_null (ob_scenario_get_sources (scenario)[0]);
  g_assert_null (ob_scenario_get_template_id (scenario));
  g_assert_null (ob_scenario_get_created (scenario));
  g_assert_null (ob_scenario_get_stored_model_version (scenario));
  g_assert_false (get_flag (scenario, "can-undo"));
  g_assert_false (get_flag (scenario, "can-redo"));
  g_assert_false (get_flag (scenario, "modified"));
  g_assert_false (get_flag (scenario, "read-only"));
  g_assert_null (get_text (scenario, "undo-label"));
  g_assert_null (get_text (scenario, "redo-label"));

  g_assert_finalize_object (scenario);
}

static void
test_texts (void)
{
  static const char *const names[] = { "title", "description", "author" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (ObScenario) scenario = ob_scenario_new ();
      g_autofree char *signal_name = g_strconcat ("notify::", names[i], NULL);
      g_autofree char *text = NULL;
      guint notified = 0;

      g_signal_connect (scenario, signal_name, G_CALLBACK (notify_cb), &notified);

      g_object_set (scenario, names[i], "a\r\nb\001\tc", NULL);
      text = get_text (scenario, names[i]);
      g_assert_cmpstr (text, ==, "a\nb\tc");
      g_assert_cmpuint (notified, ==, 1);
      g_assert_true (ob_scenario_get_modified (scenario));
      g_assert_true (get_flag (scenario, "can-undo"));

      g_object_set (scenario, names[i], "a\nb\tc", NULL);
      g_assert_cmpuint (notified, ==, 1);

      g_object_set (scenario, names[i], NULL, NULL);
      g_assert_cmpuint (notified, ==, 2);
      g_assert_false (ob_scenario_get_modified (scenario));
    }
}

static void
test_set_value (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autofree char *before = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, 770);
  g_autofree char *after = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, 680);
  g_autofree char *expected = g_strdup_printf ("Capex %s → %s", before, after);
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  Counts counts;

  count_signals (scenario, &counts);

  set (scenario, OB_PARAMETER_CAPEX, 680);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 680);
  g_assert_cmpfloat (ob_scenario_get_origin_value (scenario, OB_PARAMETER_CAPEX), ==, 770);
  g_assert_cmpuint (counts.inputs, ==, 1);
  g_assert_true (get_flag (scenario, "modified"));
  undo_label = get_text (scenario, "undo-label");
  g_assert_cmpstr (undo_label, ==, expected);

  /* The same value again is no step. */
  set (scenario, OB_PARAMETER_CAPEX, 680);
  g_assert_cmpuint (counts.inputs, ==, 1);

  ob_scenario_undo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 770);
  g_assert_cmpuint (counts.inputs, ==, 2);
  g_assert_false (get_flag (scenario, "can-undo"));
  g_assert_false (get_flag (scenario, "modified"));
  redo_label = get_text (scenario, "redo-label");
  g_assert_cmpstr (redo_label, ==, undo_label);

  ob_scenario_undo (scenario);
  g_assert_cmpuint (counts.inputs, ==, 2);

  ob_scenario_redo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 680);
  g_assert_false (get_flag (scenario, "can-redo"));

  /* A new step drops what could be redone. */
  ob_scenario_undo (scenario);
  set (scenario, OB_PARAMETER_LIFESPAN, 4);
  g_assert_false (get_flag (scenario, "can-redo"));
  ob_scenario_redo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 770);

  g_assert_cmpuint (counts.notes, ==, 0);
  g_assert_cmpuint (counts.view, ==, 0);
}

static void
test_refused (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  const double bad[] = { NAN, INFINITY, -INFINITY, -1e-9, 1500.0000001, 1e300 };
  ObInputs before = *ob_scenario_get_inputs (scenario);
  ObInputs inputs = before;
  ObHistory history = before.history;
  ObPlane plane = *ob_scenario_get_plane (scenario);
  ObPlane plane_before = plane;
  Counts counts;

  count_signals (scenario, &counts);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, bad[i], &error));
      g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
      g_assert_nonnull (strstr (error->message, "capex"));
      g_assert_nonnull (strstr (error->message, "1500"));
      g_clear_error (&error);

      /* Also when only the last of many is wrong. */
      inputs = before;
      inputs.value[OB_PARAMETER_LIFESPAN] = 4;
      inputs.value[OB_N_PARAMETERS - 1] = bad[i] >= 0 && bad[i] < 1e4 ? 5 : bad[i];
      g_assert_false (ob_scenario_set_inputs (scenario, &inputs, "All", &error));
      g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
      g_clear_error (&error);

      history.capex[2] = bad[i] > 0 ? bad[i] * 1e6 : bad[i];
      g_assert_false (ob_scenario_set_history (scenario, &history, &error));
      g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_HISTORY);
      g_clear_error (&error);

      plane.x_max = bad[i];
      g_assert_false (ob_scenario_set_plane (scenario, &plane, &error));
      g_assert_nonnull (error);
    }

  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &before));
  g_assert_true (ob_plane_equal (ob_scenario_get_plane (scenario), &plane_before));
  g_assert_false (get_flag (scenario, "can-undo"));
  g_assert_false (get_flag (scenario, "modified"));
  g_assert_cmpuint (counts.inputs + counts.notes + counts.view, ==, 0);
}

static void
test_set_inputs (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autofree char *label = NULL;
  ObInputs inputs = *ob_scenario_get_inputs (scenario);
  ObInputs base = inputs;
  Counts counts;

  count_signals (scenario, &counts);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    inputs.value[i] = ob_parameter_get_info (i)->maximum;
  inputs.history.first_year = 2019;
  inputs.history.n_years = 1;

  g_assert_true (ob_scenario_set_inputs (scenario, &inputs, "Everything", NULL));
  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &inputs));
  g_assert_cmpuint (counts.inputs, ==, 1);
  label = get_text (scenario, "undo-label");
  g_assert_cmpstr (label, ==, "Everything");

  ob_scenario_undo (scenario);
  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &base));
  g_assert_cmpuint (counts.inputs, ==, 2);
}

static void
test_notes (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autofree char *label = NULL;
  Counts counts;

  count_signals (scenario, &counts);
  ob_scenario_set_note (scenario, OB_PARAMETER_TAX, "Ireland\x02");
  g_assert_cmpstr (ob_scenario_get_note (scenario, OB_PARAMETER_TAX), ==, "Ireland");
  g_assert_null (ob_scenario_get_note (scenario, OB_PARAMETER_CAPEX));
  g_assert_cmpuint (counts.notes, ==, 1);
  g_assert_cmpuint (counts.inputs, ==, 0);
  g_assert_true (get_flag (scenario, "modified"));
  label = get_text (scenario, "undo-label");
  g_assert_nonnull (strstr (label, ob_parameter_get_label (OB_PARAMETER_TAX)));

  ob_scenario_set_note (scenario, OB_PARAMETER_TAX, "");
  g_assert_null (ob_scenario_get_note (scenario, OB_PARAMETER_TAX));
  ob_scenario_set_note (scenario, OB_PARAMETER_TAX, NULL);
  g_assert_cmpuint (counts.notes, ==, 2);

  ob_scenario_undo (scenario);
  g_assert_cmpstr (ob_scenario_get_note (scenario, OB_PARAMETER_TAX), ==, "Ireland");
  ob_scenario_undo (scenario);
  g_assert_null (ob_scenario_get_note (scenario, OB_PARAMETER_TAX));
  g_assert_false (get_flag (scenario, "can-undo"));
  g_assert_false (get_flag (scenario, "modified"));
}

static void
test_view (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  ObPlane plane;
  Counts counts;

  count_signals (scenario, &counts);
  ob_plane_init (&plane, OB_PARAMETER_SUBSIDY, OB_PARAMETER_POWER_ADD);
  g_assert_true (ob_scenario_set_plane (scenario, &plane, NULL));
  g_assert_true (ob_plane_equal (ob_scenario_get_plane (scenario), &plane));
  g_assert_true (get_flag (scenario, "modified"));
  ob_scenario_undo (scenario);
  g_assert_cmpint (ob_scenario_get_plane (scenario)->x, ==, OB_PARAMETER_CAPEX);
  g_assert_cmpuint (counts.view, ==, 2);

  ob_scenario_set_quarter (scenario, 12);
  ob_scenario_set_quarter (scenario, 12);
  g_assert_cmpuint (counts.view, ==, 3);
  g_assert_false (get_flag (scenario, "modified"));
  g_assert_false (get_flag (scenario, "can-undo"));
  g_assert_cmpuint (counts.inputs, ==, 0);
}

static void
test_overlay (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *lines = NULL;
  g_autofree char *family = NULL;
  g_autofree char *none = NULL;
  g_autofree char *band = NULL;
  ObOverlay nothing = *ob_scenario_get_overlay (scenario);
  ObOverlay overlay = nothing;
  Counts counts;

  count_signals (scenario, &counts);
  overlay.risk_lines = TRUE;
  g_assert_true (ob_scenario_set_overlay (scenario, &overlay, NULL));
  lines = get_text (scenario, "undo-label");
  g_assert_cmpstr (lines, ==, "Show lines of bubble risk");
  g_assert_true (get_flag (scenario, "modified"));

  overlay.payback_band = FALSE;
  g_assert_true (ob_scenario_set_overlay (scenario, &overlay, NULL));
  band = get_text (scenario, "undo-label");
  g_assert_cmpstr (band, ==, "Hide the band of payback");
  ob_scenario_undo (scenario);
  overlay = *ob_scenario_get_overlay (scenario);
  counts.view = 1;
  ob_overlay_set_family (&overlay, OB_PARAMETER_LIFESPAN, 5);
  g_assert_true (ob_scenario_set_overlay (scenario, &overlay, NULL));
  family = get_text (scenario, "undo-label");
  g_assert_cmpstr (family, ==, "Curves for Hardware lifespan");
  g_assert_cmpuint (counts.view, ==, 2);
  g_assert_cmpuint (counts.inputs, ==, 0);

  /* What is refused changes nothing. */
  overlay.values[0] = 99;
  g_assert_false (ob_scenario_set_overlay (scenario, &overlay, &error));
  g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
  g_assert_cmpfloat (ob_scenario_get_overlay (scenario)->values[0], ==, 3);

  ob_overlay_set_family (&overlay, OB_N_PARAMETERS, 0);
  g_assert_true (ob_scenario_set_overlay (scenario, &overlay, NULL));
  none = get_text (scenario, "undo-label");
  g_assert_cmpstr (none, ==, "No family of curves");

  ob_scenario_undo (scenario);
  g_assert_cmpuint (ob_scenario_get_overlay (scenario)->family, ==, OB_PARAMETER_LIFESPAN);
  ob_scenario_undo (scenario);
  ob_scenario_undo (scenario);
  g_assert_true (ob_overlay_equal (ob_scenario_get_overlay (scenario), &nothing));
  g_assert_false (get_flag (scenario, "modified"));
  ob_scenario_redo (scenario);
  g_assert_true (ob_scenario_get_overlay (scenario)->risk_lines);
}

static void
test_gesture (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  Counts counts;

  count_signals (scenario, &counts);
  ob_scenario_begin_gesture (scenario);
  g_assert_true (ob_scenario_in_gesture (scenario));
  for (guint i = 0; i < 100; i++)
    {
      set (scenario, OB_PARAMETER_CAPEX, 100 + i);
      set (scenario, OB_PARAMETER_LIFESPAN, 2 + i / 50.0);
    }
  g_assert_cmpuint (counts.inputs, ==, 200);
  g_assert_false (get_flag (scenario, "can-undo"));

  /* Undo waits for the end of a drag. */
  ob_scenario_undo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 199);

  ob_scenario_end_gesture (scenario);
  g_assert_false (ob_scenario_in_gesture (scenario));
  ob_scenario_undo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 770);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_LIFESPAN), ==, 5);
  g_assert_false (get_flag (scenario, "can-undo"));
  ob_scenario_redo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 199);

  /* A drag there and back is no step. */
  ob_scenario_undo (scenario);
  ob_scenario_begin_gesture (scenario);
  set (scenario, OB_PARAMETER_CAPEX, 1);
  set (scenario, OB_PARAMETER_CAPEX, 770);
  ob_scenario_end_gesture (scenario);
  g_assert_false (get_flag (scenario, "can-undo"));
  g_assert_true (get_flag (scenario, "can-redo"));
}

static void
test_nested_gestures (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  Counts counts;

  count_signals (scenario, &counts);
  ob_scenario_begin_gesture (scenario);
  set (scenario, OB_PARAMETER_CAPEX, 100);
  ob_scenario_begin_gesture (scenario);
  set (scenario, OB_PARAMETER_CAPEX, 200);
  set (scenario, OB_PARAMETER_TAX, 0.1);
  ob_scenario_set_note (scenario, OB_PARAMETER_TAX, "x");
  ob_scenario_cancel_gesture (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 100);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_TAX), ==, 0.21);
  g_assert_null (ob_scenario_get_note (scenario, OB_PARAMETER_TAX));
  g_assert_cmpuint (counts.inputs, ==, 4);
  g_assert_cmpuint (counts.notes, ==, 2);
  ob_scenario_begin_gesture (scenario);
  set (scenario, OB_PARAMETER_WACC, 0.08);
  ob_scenario_end_gesture (scenario);
  g_assert_true (ob_scenario_in_gesture (scenario));
  g_assert_false (get_flag (scenario, "can-undo"));
  ob_scenario_end_gesture (scenario);

  ob_scenario_undo (scenario);
  g_assert_false (get_flag (scenario, "modified"));
  g_assert_false (get_flag (scenario, "can-undo"));

  ob_scenario_redo (scenario);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 100);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_WACC), ==, 0.08);

  /* Cancelling the outermost leaves no step. */
  ob_scenario_begin_gesture (scenario);
  set (scenario, OB_PARAMETER_CAPEX, 300);
  ob_scenario_cancel_gesture (scenario);
  ob_scenario_undo (scenario);
  g_assert_false (get_flag (scenario, "modified"));
}

static void
test_mark_saved (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();

  set (scenario, OB_PARAMETER_CAPEX, 100);
  ob_scenario_mark_saved (scenario);
  g_assert_false (get_flag (scenario, "modified"));
  g_assert_true (get_flag (scenario, "can-undo"));
  ob_scenario_undo (scenario);
  g_assert_true (get_flag (scenario, "modified"));
  set (scenario, OB_PARAMETER_CAPEX, 100);
  g_assert_false (get_flag (scenario, "modified"));
}

static double
random_value (ObParameter parameter)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);

  if (info->unit == OB_UNIT_SWITCH)
    return g_test_rand_int_range (0, 2);
  return g_test_rand_double_range (info->minimum, info->maximum);
}

/* One random act; the number of steps it makes is not known. */
static void
edit_at_random (ObScenario *scenario)
{
  ObParameter parameter = (ObParameter) g_test_rand_int_range (0, OB_N_PARAMETERS);

  switch (g_test_rand_int_range (0, 12))
    {
    case 0:
      {
        ObHistory history = ob_scenario_get_inputs (scenario)->history;

        history.first_year = g_test_rand_int_range (2000, 2100);
        history.n_years = (guint) g_test_rand_int_range (1, OB_HISTORY_MAX_YEARS + 1);
        for (guint i = 0; i < history.n_years; i++)
          history.capex[i] = g_test_rand_double_range (0, 1000);
        g_assert_true (ob_scenario_set_history (scenario, &history, NULL));
        break;
      }
    case 1:
      {
        ObInputs inputs = *ob_scenario_get_inputs (scenario);

        for (guint i = 0; i < OB_N_PARAMETERS; i++)
          inputs.value[i] = random_value (i);
        g_assert_true (ob_scenario_set_inputs (scenario, &inputs, "Random", NULL));
        break;
      }
    case 2:
      {
        g_autofree char *note = g_strdup_printf ("note %d", g_test_rand_int ());

        ob_scenario_set_note (scenario, parameter, g_test_rand_bit () ? note : NULL);
        break;
      }
    case 3:
      {
        ObPlane plane;

        ob_plane_init (&plane, parameter, (parameter + 1) % OB_N_PARAMETERS);
        g_assert_true (ob_scenario_set_plane (scenario, &plane, NULL)
                       == ob_plane_check (&plane, NULL));
        break;
      }
    case 4:
      ob_scenario_begin_gesture (scenario);
      for (guint i = 0; i < 3; i++)
        set (scenario, parameter, random_value (parameter));
      if (g_test_rand_bit ())
        ob_scenario_end_gesture (scenario);
      else
        ob_scenario_cancel_gesture (scenario);
      break;
    case 5:
      ob_scenario_undo (scenario);
      break;
    case 6:
      ob_scenario_redo (scenario);
      break;
    default:
      set (scenario, parameter, random_value (parameter));
    }
}

static void
test_undo_all (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  ObInputs first = *ob_scenario_get_inputs (scenario);
  ObPlane first_plane = *ob_scenario_get_plane (scenario);
  ObInputs last;
  ObPlane last_plane;
  char *notes[OB_N_PARAMETERS];
  guint n_undone = 0;
  guint n_redone = 0;

  for (guint i = 0; i < 10000; i++)
    edit_at_random (scenario);
  while (get_flag (scenario, "can-redo"))
    ob_scenario_redo (scenario);

  last = *ob_scenario_get_inputs (scenario);
  last_plane = *ob_scenario_get_plane (scenario);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    notes[i] = g_strdup (ob_scenario_get_note (scenario, i));

  for (; get_flag (scenario, "can-undo"); n_undone++)
    ob_scenario_undo (scenario);
  g_assert_cmpuint (n_undone, >, 1000);
  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &first));
  g_assert_true (ob_plane_equal (ob_scenario_get_plane (scenario), &first_plane));
  g_assert_false (get_flag (scenario, "modified"));

  for (; get_flag (scenario, "can-redo"); n_redone++)
    ob_scenario_redo (scenario);
  g_assert_cmpuint (n_redone, ==, n_undone);
  g_assert_true (ob_inputs_equal (ob_scenario_get_inputs (scenario), &last));
  g_assert_true (ob_plane_equal (ob_scenario_get_plane (scenario), &last_plane));
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      g_assert_cmpstr (ob_scenario_get_note (scenario, i), ==, notes[i]);
      g_free (notes[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scenario/new-destroy", test_new_destroy);
  g_test_add_func ("/scenario/texts", test_texts);
  g_test_add_func ("/scenario/set-value", test_set_value);
  g_test_add_func ("/scenario/refused", test_refused);
  g_test_add_func ("/scenario/set-inputs", test_set_inputs);
  g_test_add_func ("/scenario/notes", test_notes);
  g_test_add_func ("/scenario/view", test_view);
  g_test_add_func ("/scenario/overlay", test_overlay);
  g_test_add_func ("/scenario/gesture", test_gesture);
  g_test_add_func ("/scenario/nested-gestures", test_nested_gestures);
  g_test_add_func ("/scenario/mark-saved", test_mark_saved);
  g_test_add_func ("/scenario/undo-all", test_undo_all);

  return g_test_run ();
}
