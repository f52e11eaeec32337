/* test-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-session.h"
#include "ob-test-session.h"

#define LEVER OB_PARAMETER_CAPEX

static void
set_value (ObSession *session, double value)
{
  g_autoptr (GError) error = NULL;

  ob_scenario_set_value (ob_session_get_scenario (session), LEVER, value, &error);
  g_assert_no_error (error);
}

static double
get_value (ObSession *session)
{
  return ob_scenario_get_value (ob_session_get_scenario (session), LEVER);
}

static gboolean
can_undo (ObScenario *scenario)
{
  gboolean possible;

  g_object_get (scenario, "can-undo", &possible, NULL);

  return possible;
}

static void
test_new (void)
{
  ObSession *session = ob_session_new ();

  g_assert_true (OB_IS_SCENARIO (ob_session_get_scenario (session)));
  g_assert_null (ob_session_get_results (session));
  g_assert_null (ob_session_get_trail (session));
  g_assert_false (ob_session_get_dragging (session));
  g_assert_true (ob_session_get_busy (session));
  g_assert_cmpstr (ob_session_get_verdict (session), ==, "");

  g_assert_finalize_object (session);
}

static void
test_properties (void)
{
  ObSession *session = ob_session_new ();
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObScenario) read = NULL;
  g_autoptr (ObResults) results = NULL;
  g_autofree char *verdict = NULL;
  gboolean dragging;
  gboolean busy;

  ob_scenario_set_quarter (scenario, 7);
  ob_test_property_object (session, "scenario", scenario);
  g_object_get (session, "scenario", &read, NULL);
  g_assert_true (read == scenario);
  g_assert_cmpuint (ob_session_get_quarter (session), ==, 7);

  ob_test_property_uint (session, "quarter", OB_N_QUARTERS - 1);
  g_assert_cmpuint (ob_scenario_get_quarter (scenario), ==, OB_N_QUARTERS - 1);
  ob_test_property_uint (session, "quarter", 0);

  ob_test_session_wait (session);
  g_object_get (session, "results", &results, "dragging", &dragging, "busy", &busy, "verdict",
                &verdict, NULL);
  g_assert_true (results == ob_session_get_results (session));
  g_assert_false (dragging);
  g_assert_false (busy);
  g_assert_cmpstr (verdict, !=, "");

  g_assert_finalize_object (session);
}

/* What a menu toggles is a step in the scenario and goes to the results. */
static void
test_single_draws (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  g_autoptr (ObScenario) other = ob_scenario_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  g_autofree char *step = NULL;

  g_assert_false (ob_session_get_single_draws (session));
  g_object_set (session, "single-draws", TRUE, NULL);
  g_assert_true (ob_session_get_single_draws (session));
  g_assert_true (ob_scenario_get_overlay (scenario)->single_draws);
  ob_test_session_wait (session);
  g_assert_true (ob_session_get_results (session)->overlay.single_draws);
  g_object_get (scenario, "undo-label", &step, NULL);
  g_assert_cmpstr (step, ==, "Show single draws");

  ob_scenario_undo (scenario);
  g_assert_false (ob_session_get_single_draws (session));
  ob_scenario_redo (scenario);
  g_assert_true (ob_session_get_single_draws (session));
  ob_session_set_scenario (session, other);
  g_assert_false (ob_session_get_single_draws (session));
}

static void
test_results (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  g_autofree ObRun *run = g_new0 (ObRun, 1);
  ObPlane plane;

  ob_test_session_wait (session);
  ob_run (ob_scenario_get_inputs (ob_session_get_scenario (session)), run);
  ob_test_assert_same_run (&ob_session_get_results (session)->run, run);

  set_value (session, 500);
  g_assert_true (ob_session_get_busy (session));
  ob_test_session_wait (session);
  ob_run (ob_scenario_get_inputs (ob_session_get_scenario (session)), run);
  ob_test_assert_same_run (&ob_session_get_results (session)->run, run);

  /* Another plane is another map. */
  ob_plane_init (&plane, OB_PARAMETER_WACC, OB_PARAMETER_LIFESPAN);
  g_assert_true (ob_scenario_set_plane (ob_session_get_scenario (session), &plane, NULL));
  ob_test_session_wait (session);
  g_assert_true (ob_plane_equal (&ob_session_get_results (session)->map->plane, &plane));

  /* A selected quarter is nothing to evaluate. */
  ob_session_set_quarter (session, 5);
  g_assert_false (ob_session_get_busy (session));
}

/* However many edits there are before a frame, they are one request. */
static void
test_coalesce (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  guint64 serial;

  ob_test_session_wait (session);
  serial = ob_session_get_results (session)->serial;

  for (guint i = 0; i < 200; i++)
    set_value (session, 100 + i);

  ob_test_session_wait (session);
  g_assert_cmpfloat (get_value (session), ==, 299);
  g_assert_cmpuint (ob_session_get_results (session)->serial, ==, serial + 1);
}

static void
test_frame_widget (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *label = gtk_label_new ("frames");
  GtkWindow *window = ob_test_window_new (label, 200, 100);
  guint64 serial;

  ob_test_session_wait (session);
  ob_session_set_frame_widget (session, label);
  serial = ob_session_get_results (session)->serial;

  for (guint i = 0; i < 20; i++)
    set_value (session, 100 + i);
  ob_test_session_wait (session);
  g_assert_cmpuint (ob_session_get_results (session)->serial, ==, serial + 1);

  /* A hidden window has no frames, but its document is evaluated all the same. */
  gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
  set_value (session, 300);
  ob_test_session_wait (session);

  /* So it is when the widget goes away between the edit and the frame, or when
   * another one takes its place. */
  gtk_window_present (window);
  set_value (session, 310);
  ob_session_set_frame_widget (session, GTK_WIDGET (window));
  ob_test_session_wait (session);

  set_value (session, 320);
  ob_test_window_destroy (window);
  ob_test_session_wait (session);
  set_value (session, 330);
  ob_test_session_wait (session);
}

static void
test_drop_before_frame (void)
{
  ObSession *session = ob_session_new ();
  GtkWindow *window = ob_test_window_new (gtk_label_new ("frames"), 200, 100);

  ob_session_set_frame_widget (session, GTK_WIDGET (window));
  set_value (session, 123);
  g_assert_finalize_object (session);

  ob_test_settle ();
  ob_test_window_destroy (window);
}

static void
test_drag (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  double before = get_value (session);
  ObTestNotify dragging;
  ObTestNotify trail;
  ObResults *results;

  ob_test_session_wait (session);
  results = ob_session_get_results (session);
  ob_test_notify_start (&dragging, session, "dragging");
  ob_test_notify_start (&trail, session, "trail");

  ob_session_begin_drag (session);
  g_assert_true (ob_session_get_dragging (session));
  g_assert_true (ob_session_get_trail (session) == results);

  for (guint i = 0; i < 10; i++)
    {
      set_value (session, 200 + i);
      ob_test_session_wait (session);
    }
  g_assert_true (ob_session_get_trail (session) == results);

  ob_session_end_drag (session);
  g_assert_false (ob_session_get_dragging (session));
  g_assert_null (ob_session_get_trail (session));
  g_assert_cmpuint (dragging.count, ==, 2);
  g_assert_cmpuint (trail.count, ==, 2);

  /* One step. */
  g_assert_cmpfloat (get_value (session), ==, 209);
  ob_scenario_undo (scenario);
  g_assert_cmpfloat (get_value (session), ==, before);
  g_assert_false (can_undo (scenario));
  ob_test_session_wait (session);

  ob_test_notify_stop (&dragging);
  ob_test_notify_stop (&trail);
}

static void
test_cancel_drag (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  double before = get_value (session);

  ob_session_begin_drag (session);
  set_value (session, 200);
  ob_session_cancel_drag (session);

  g_assert_cmpfloat (get_value (session), ==, before);
  g_assert_false (can_undo (ob_session_get_scenario (session)));
  g_assert_false (ob_session_get_dragging (session));
  g_assert_null (ob_session_get_trail (session));

  /* There is nothing left to end. */
  ob_session_end_drag (session);
  ob_session_cancel_drag (session);
  g_assert_false (ob_session_get_dragging (session));
}

static void
test_nested_drags (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  double before = get_value (session);

  ob_session_begin_drag (session);
  set_value (session, 200);
  ob_session_begin_drag (session);
  set_value (session, 210);
  ob_session_cancel_drag (session);
  g_assert_true (ob_session_get_dragging (session));
  g_assert_cmpfloat (get_value (session), ==, 200);
  ob_session_end_drag (session);
  g_assert_false (ob_session_get_dragging (session));

  ob_scenario_undo (scenario);
  g_assert_cmpfloat (get_value (session), ==, before);
  g_assert_false (can_undo (scenario));
}

static void
count_foreign_cb (ObSession *session, GParamSpec *pspec, gpointer data)
{
  double *expected = data;

  g_assert_cmpfloat (ob_session_get_results (session)->inputs.value[LEVER], ==, *expected);
}

/* Nothing of the old document shows once there is a new one. */
static void
test_replace_scenario (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  g_autoptr (ObScenario) before = g_object_ref (ob_session_get_scenario (session));
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  double expected = 640;

  ob_test_session_wait (session);
  ob_session_begin_drag (session);
  set_value (session, 200);
  g_main_context_iteration (NULL, FALSE);
  g_assert_true (ob_scenario_set_value (scenario, LEVER, expected, NULL));

  ob_session_set_scenario (session, scenario);
  g_signal_connect (session, "notify::results", G_CALLBACK (count_foreign_cb), &expected);

  /* The drag ended as a step of the old one, and is not one of the new. */
  g_assert_false (ob_session_get_dragging (session));
  g_assert_null (ob_session_get_trail (session));
  g_assert_true (can_undo (before));
  ob_scenario_undo (before);
  g_assert_false (can_undo (before));
  ob_session_end_drag (session);
  ob_session_cancel_drag (session);
  g_assert_cmpfloat (get_value (session), ==, expected);

  ob_test_session_wait (session);

  /* It is not listened to any more. */
  g_assert_true (ob_scenario_set_value (before, LEVER, 1, NULL));
  g_assert_false (ob_session_get_busy (session));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/session/new", test_new);
  g_test_add_func ("/session/properties", test_properties);
  g_test_add_func ("/session/single-draws", test_single_draws);
  g_test_add_func ("/session/results", test_results);
  g_test_add_func ("/session/coalesce", test_coalesce);
  g_test_add_func ("/session/frame-widget", test_frame_widget);
  g_test_add_func ("/session/drop-before-frame", test_drop_before_frame);
  g_test_add_func ("/session/drag", test_drag);
  g_test_add_func ("/session/cancel-drag", test_cancel_drag);
  g_test_add_func ("/session/nested-drags", test_nested_drags);
  g_test_add_func ("/session/replace-scenario", test_replace_scenario);

  return g_test_run ();
}
