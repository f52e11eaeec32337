/* test-solve-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-solve-dialog.h"
#include "ob-test-session.h"

#include <math.h>
#include <string.h>

typedef struct
{
  ObSession *session;
  ObScenario *scenario;
  ObSolveDialog *dialog;
} Fixture;

static gboolean
is_answered (gpointer data)
{
  return !ob_solve_dialog_get_busy (data);
}

static void
gone_cb (gpointer data, GObject *where_it_was)
{
  ObSolveDialog **dialog = data;

  *dialog = NULL;
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ob_session_new ();
  fixture->scenario = ob_session_get_scenario (fixture->session);
  ob_test_session_wait (fixture->session);
  fixture->dialog =
    OB_SOLVE_DIALOG (ob_solve_dialog_new (fixture->session, GPOINTER_TO_INT (data)));
  g_object_weak_ref (G_OBJECT (fixture->dialog), gone_cb, &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
  ob_test_wait (is_answered, fixture->dialog);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_close (GTK_WINDOW (fixture->dialog));
  ob_test_wait (is_gone, fixture);
  g_assert_finalize_object (fixture->session);
}

static GtkListBoxRow *
get_row (Fixture *fixture, int index)
{
  return gtk_list_box_get_row_at_index (ob_solve_dialog_get_list (fixture->dialog), index);
}

static double
get_capex (Fixture *fixture)
{
  return ob_scenario_get_value (fixture->scenario, OB_PARAMETER_CAPEX);
}

static gboolean
can_undo (Fixture *fixture)
{
  gboolean can;

  g_object_get (fixture->scenario, "can-undo", &can, NULL);

  return can;
}

/* The answer is on show while it is selected; applied it is one step. */
static void
test_apply (Fixture *fixture, gconstpointer data)
{
  double solved = get_capex (fixture);
  ObInputs inputs;
  ObRun run;

  g_assert_cmpfloat (solved, !=, 770);
  g_assert_true (ob_session_get_dragging (fixture->session));
  g_assert_false (can_undo (fixture));
  inputs = *ob_scenario_get_inputs (fixture->scenario);
  ob_run (&inputs, &run);
  g_assert_cmpfloat (fabs (run.metric[OB_METRIC_NPV]), <=, 1e-9 * run.metric[OB_METRIC_PV_CAPEX]);

  g_signal_emit_by_name (get_row (fixture, 0), "activate");
  ob_test_wait (is_gone, fixture);
  g_assert_false (ob_session_get_dragging (fixture->session));
  g_assert_cmpfloat (get_capex (fixture), ==, solved);
  ob_scenario_undo (fixture->scenario);
  g_assert_cmpfloat (get_capex (fixture), ==, 770);
  g_assert_false (can_undo (fixture));
}

/* Another question starts from the values as they were, not from the preview. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  double first = get_capex (fixture);

  ob_solve_dialog_set_goal (fixture->dialog, OB_METRIC_BUBBLE_RISK, 0.6);
  g_assert_cmpfloat (get_capex (fixture), ==, 770);
  ob_test_wait (is_answered, fixture->dialog);
  ob_solve_dialog_set_goal (fixture->dialog, OB_METRIC_NPV, 0);
  ob_test_wait (is_answered, fixture->dialog);
  g_assert_cmpfloat (get_capex (fixture), ==, first);

  gtk_window_close (GTK_WINDOW (fixture->dialog));
  ob_test_wait (is_gone, fixture);
  g_assert_cmpfloat (get_capex (fixture), ==, 770);
  g_assert_false (can_undo (fixture));
  g_assert_false (ob_session_get_dragging (fixture->session));
}

/* What cannot be is said, with the nearest there is, and is not taken unasked. */
static void
test_unreachable (Fixture *fixture, gconstpointer data)
{
  ob_solve_dialog_set_goal (fixture->dialog, OB_METRIC_NPV, 90000);
  ob_test_wait (is_answered, fixture->dialog);
  g_assert_nonnull (strstr (ob_solve_dialog_get_message (fixture->dialog), "Capex"));
  g_assert_nonnull (get_row (fixture, 0));
  g_assert_null (get_row (fixture, 1));
  g_assert_cmpfloat (get_capex (fixture), ==, 770);
  gtk_list_box_select_row (ob_solve_dialog_get_list (fixture->dialog), get_row (fixture, 0));
  g_assert_cmpfloat (get_capex (fixture), !=, 770);
}

/* Any lever but those that are locked. */
static void
test_any (Fixture *fixture, gconstpointer data)
{
  GtkListBox *list = ob_solve_dialog_get_list (fixture->dialog);
  double capex;

  g_assert_nonnull (get_row (fixture, 1));
  gtk_list_box_select_row (list, get_row (fixture, 1));
  gtk_list_box_select_row (list, get_row (fixture, 0));
  /* Only one lever is away from where it was. */
  {
    const ObInputs *inputs = ob_scenario_get_inputs (fixture->scenario);
    const ObInputs *origin = ob_scenario_get_origin (fixture->scenario);
    guint n = 0;

    for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
      n += inputs->value[p] != origin->value[p];
    g_assert_cmpuint (n, ==, 1);
  }
  gtk_list_box_unselect_all (list);

  ob_scenario_set_locked (fixture->scenario, OB_PARAMETER_CAPEX, TRUE);
  ob_solve_dialog_set_lever (fixture->dialog, OB_PARAMETER_CAPEX);
  g_assert_false (ob_solve_dialog_get_busy (fixture->dialog));
  g_assert_nonnull (strstr (ob_solve_dialog_get_message (fixture->dialog), "locked"));
  g_assert_null (get_row (fixture, 0));
  capex = get_capex (fixture);
  g_assert_cmpfloat (capex, ==, 770);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, lever, func)                                                                     \
  g_test_add ("/solve-dialog/" path, Fixture, GINT_TO_POINTER (lever), set_up, func, tear_down)
  ADD ("apply", OB_PARAMETER_CAPEX, test_apply);
  ADD ("cancel", OB_PARAMETER_CAPEX, test_cancel);
  ADD ("unreachable", OB_PARAMETER_CAPEX, test_unreachable);
  ADD ("any", OB_N_PARAMETERS, test_any);

  return g_test_run ();
}
