/* test-pin-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pins in the window: the popover, the table of the comparison, the session. */

#include "config.h"

#include "ob-compare-dialog.h"
#include "ob-compare-table.h"
#include "ob-kpi-strip.h"
#include "ob-pin-popover.h"
#include "ob-pin-row.h"
#include "ob-test-session.h"
#include "ob-test-utils.h"

#include <string.h>

static void
pin (ObSession *session, guint index, const char *name, double capex)
{
  ObScenario *scenario = ob_session_get_scenario (session);
  ObInputs inputs = *ob_scenario_get_inputs (scenario);
  g_autoptr (ObPin) made = NULL;

  inputs.value[OB_PARAMETER_CAPEX] = capex;
  made = ob_pin_new (name, &inputs);
  ob_scenario_set_pin (scenario, index, made);
}

static void
wait_for_pins (ObSession *session, guint n)
{
  while (ob_session_get_ghosts (session) == NULL || ob_session_get_ghosts (session)->n != n)
    g_main_context_iteration (NULL, TRUE);
  ob_test_session_wait (session);
}

static GtkWidget *
find (GtkWidget *widget, GType type, guint nth)
{
  static guint left;

  if (nth != G_MAXUINT)
    left = nth;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && left-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, G_MAXUINT);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_height (gpointer data)
{
  return gtk_widget_get_height (data) > 0;
}

/* All that is in it has room, also the words that stand there instead of pins. */
static void
test_room (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = ob_pin_popover_new ();
  GtkWindow *window;
  GtkWidget *child;

  ob_pin_popover_set_session (OB_PIN_POPOVER (popover), session);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  window = ob_test_window_new (button, 900, 700);
  gtk_popover_popup (GTK_POPOVER (popover));
  child = gtk_popover_get_child (GTK_POPOVER (popover));
  ob_test_wait (has_height, child);

  for (child = gtk_widget_get_first_child (child); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int needed;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, gtk_widget_get_allocated_width (child),
                          &needed, NULL, NULL, NULL);
      g_assert_cmpint (gtk_widget_get_allocated_height (child), >=, needed);
    }

  gtk_popover_popdown (GTK_POPOVER (popover));
  ob_test_window_destroy (window);
}

/* Pins do not change while something is dragged, and wait until its end. */
static void
test_session (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  g_autoptr (ObScenario) other = ob_scenario_new ();
  ObGhosts *before;

  g_assert_cmpint (ob_session_get_reference (session), ==, OB_REFERENCE_START);
  pin (session, 1, "One", 500);
  wait_for_pins (session, 1);
  g_assert_cmpint (ob_session_get_reference (session), ==, 1);
  before = ob_session_get_ghosts (session);

  ob_session_begin_drag (session);
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 600, NULL));
  pin (session, 0, "Two", 900);
  ob_test_session_wait (session);
  g_assert_true (ob_session_get_ghosts (session) == before);
  ob_session_end_drag (session);
  wait_for_pins (session, 2);

  /* The comparison is with the reference and follows after the drag. */
  while (ob_session_get_comparison (session) == NULL
         || ob_session_get_comparison (session)->to.value[OB_PARAMETER_CAPEX] != 600)
    g_main_context_iteration (NULL, TRUE);
  ob_session_set_reference (session, 1);
  ob_session_set_metric (session, OB_METRIC_BUBBLE_RISK);
  while (ob_session_get_comparison (session)->shapley->metric != OB_METRIC_BUBBLE_RISK)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (ob_session_get_comparison (session)->name, ==, "B: One");
  g_assert_cmpfloat (ob_session_get_comparison (session)->from.value[OB_PARAMETER_CAPEX], ==, 500);

  /* Nothing of one document shows under the name of another. */
  ob_session_set_scenario (session, other);
  g_assert_null (ob_session_get_ghosts (session));
  g_assert_cmpint (ob_session_get_reference (session), ==, OB_REFERENCE_START);
}

static void
test_popover (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  GtkWidget *popover = g_object_ref_sink (ob_pin_popover_new ());
  GtkWidget *row;
  GtkWidget *entry;

  ob_pin_popover_set_session (OB_PIN_POPOVER (popover), session);
  row = find (popover, OB_TYPE_PIN_ROW, 2);
  g_assert_false (gtk_widget_get_visible (row));
  pin (session, 2, "Three", 500);
  g_assert_true (gtk_widget_get_visible (row));
  entry = find (row, GTK_TYPE_ENTRY, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Three");

  gtk_editable_set_text (GTK_EDITABLE (entry), "Third");
  ob_pin_row_commit (OB_PIN_ROW (row));
  g_assert_cmpstr (ob_scenario_get_pin (scenario, 2)->name, ==, "Third");
  /* The same name again is no step. */
  ob_pin_row_commit (OB_PIN_ROW (row));
  ob_scenario_undo (scenario);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Three");

  /* Go to, swap with, replace, remove: the buttons behind the letter. */
  g_signal_emit_by_name (find (row, GTK_TYPE_BUTTON, 1), "clicked");
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 500);
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 650, NULL));
  g_signal_emit_by_name (find (row, GTK_TYPE_BUTTON, 2), "clicked");
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 500);
  g_assert_cmpfloat (ob_scenario_get_pin (scenario, 2)->inputs.value[OB_PARAMETER_CAPEX], ==, 650);
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 660, NULL));
  g_signal_emit_by_name (find (row, GTK_TYPE_BUTTON, 3), "clicked");
  g_assert_cmpfloat (ob_scenario_get_pin (scenario, 2)->inputs.value[OB_PARAMETER_CAPEX], ==, 660);
  g_signal_emit_by_name (find (row, GTK_TYPE_BUTTON, 4), "clicked");
  g_assert_null (ob_scenario_get_pin (scenario, 2));
  g_assert_false (gtk_widget_get_visible (row));

  g_object_unref (popover);
}

static void
lever_cb (guint *activated, guint parameter)
{
  *activated = parameter;
}

static void
test_table (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *table = g_object_ref_sink (ob_compare_table_new ());
  guint activated = 0;

  ob_compare_table_set_session (OB_COMPARE_TABLE (table), session);
  g_assert_cmpuint (ob_compare_table_get_n_inputs (OB_COMPARE_TABLE (table)), ==, 0);
  g_assert_cmpstr (ob_compare_table_get_text (OB_COMPARE_TABLE (table), 0, 2), ==, "Start");

  pin (session, 0, "One", 500);
  wait_for_pins (session, 1);
  g_assert_cmpuint (ob_compare_table_get_n_inputs (OB_COMPARE_TABLE (table)), ==, 1);
  g_assert_cmpstr (ob_compare_table_get_text (OB_COMPARE_TABLE (table), 0, 2), ==, "A: One");
  g_assert_cmpstr (ob_compare_table_get_text (OB_COMPARE_TABLE (table), 8, 0), ==, "Capex");
  g_assert_nonnull (strstr (ob_compare_table_get_text (OB_COMPARE_TABLE (table), 8, 1), "770"));
  g_assert_nonnull (strstr (ob_compare_table_get_text (OB_COMPARE_TABLE (table), 8, 2), "500"));

  activated = OB_N_PARAMETERS;
  g_signal_connect_swapped (table, "lever-activated", G_CALLBACK (lever_cb), &activated);
  g_signal_emit_by_name (find (table, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_cmpuint (activated, ==, OB_PARAMETER_CAPEX);

  g_object_unref (table);
}

static void
test_dialog (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *dialog;
  GtkWidget *drop_down;

  pin (session, 0, "One", 500);
  pin (session, 3, "Four", 900);
  wait_for_pins (session, 2);
  dialog = ob_compare_dialog_new (session);
  gtk_window_present (GTK_WINDOW (dialog));
  drop_down = find (dialog, GTK_TYPE_DROP_DOWN, 0);
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down))),
                    ==, 3);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), 2);
  g_assert_cmpint (ob_session_get_reference (session), ==, 3);
  ob_scenario_set_pin (ob_session_get_scenario (session), 3, NULL);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)), ==, 1);
  ob_test_window_destroy (GTK_WINDOW (dialog));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/pin-popover/session", test_session);
  g_test_add_func ("/pin-popover/room", test_room);
  g_test_add_func ("/pin-popover/popover", test_popover);
  g_test_add_func ("/pin-popover/table", test_table);
  g_test_add_func ("/pin-popover/dialog", test_dialog);

  return g_test_run ();
}
