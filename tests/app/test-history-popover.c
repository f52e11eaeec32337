/* test-history-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-history-popover.h"
#include "ob-test-session.h"

#include <adwaita.h>

typedef struct
{
  ObSession *session;
  ObScenario *scenario;
  GtkWindow *window;
  GtkMenuButton *button;
  ObHistoryPopover *popover;
  GtkSingleSelection *model;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ob_session_new ();
  fixture->scenario = ob_session_get_scenario (fixture->session);
  fixture->popover = OB_HISTORY_POPOVER (ob_history_popover_new ());
  fixture->model = ob_history_popover_get_model (fixture->popover);
  ob_history_popover_set_session (fixture->popover, fixture->session);

  fixture->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_popover (fixture->button, GTK_WIDGET (fixture->popover));
  fixture->window = ob_test_window_new (GTK_WIDGET (fixture->button), 400, 400);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ob_test_session_wait (fixture->session);
  /* GTK keeps a list that has the keyboard and goes with its window. */
  gtk_menu_button_popdown (fixture->button);
  ob_test_settle ();
  ob_test_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static void
set_capex (Fixture *fixture, double value)
{
  g_assert_true (ob_scenario_set_value (fixture->scenario, OB_PARAMETER_CAPEX, value, NULL));
}

static double
get_capex (Fixture *fixture)
{
  return ob_scenario_get_value (fixture->scenario, OB_PARAMETER_CAPEX);
}

static void
assert_row (Fixture *fixture, guint row, guint step)
{
  g_autoptr (GtkStringObject) item = g_list_model_get_item (G_LIST_MODEL (fixture->model), row);
  g_autofree char *label = ob_scenario_describe_step (fixture->scenario, step);

  g_assert_cmpstr (gtk_string_object_get_string (item), ==, label);
}

/* The newest first, the state in force is marked, and choosing one goes there. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  set_capex (fixture, 700);
  ob_scenario_set_title (fixture->scenario, "Less");
  set_capex (fixture, 600);
  ob_scenario_undo (fixture->scenario);

  gtk_menu_button_popup (fixture->button);
  ob_test_settle ();
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 4);
  for (guint i = 0; i < 4; i++)
    assert_row (fixture, i, 3 - i);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->model), ==, 1);

  gtk_single_selection_set_selected (fixture->model, 3);
  g_assert_cmpfloat (get_capex (fixture), ==, 770);
  g_assert_cmpstr (ob_scenario_get_title (fixture->scenario), ==, "");
  gtk_single_selection_set_selected (fixture->model, 0);
  g_assert_cmpfloat (get_capex (fixture), ==, 600);
  g_assert_cmpuint (ob_scenario_get_step (fixture->scenario), ==, 3);

  /* It follows what happens elsewhere. */
  ob_scenario_undo (fixture->scenario);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->model), ==, 1);
  set_capex (fixture, 500);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 4);
  assert_row (fixture, 0, 3);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->model), ==, 0);
  g_assert_cmpfloat (get_capex (fixture), ==, 500);
}

static void
test_other_scenario (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) other = ob_scenario_new ();

  set_capex (fixture, 700);
  gtk_menu_button_popup (fixture->button);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 2);

  ob_session_set_scenario (fixture->session, other);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->model)), ==, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->model), ==, 0);

  /* In the middle of a drag there is no way back, and the mark stays. */
  fixture->scenario = other;
  set_capex (fixture, 700);
  ob_session_begin_drag (fixture->session);
  gtk_single_selection_set_selected (fixture->model, 1);
  g_assert_cmpuint (gtk_single_selection_get_selected (fixture->model), ==, 0);
  g_assert_cmpfloat (get_capex (fixture), ==, 700);
  ob_session_end_drag (fixture->session);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/history-popover/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("walk", test_walk);
  ADD ("other-scenario", test_other_scenario);

  return g_test_run ();
}
