/* test-window-unsaved.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Work that is not saved, and files that are not only ours. */

#include "config.h"

#include "ob-file-bar.h"
#include "ob-frozen-bar.h"
#include "ob-lever-pane.h"
#include "ob-quantity-entry.h"
#include "ob-recovery.h"
#include "ob-scenario-file.h"
#include "ob-test-window.h"

#include <string.h>

/* A file that somebody else has changed is written over when the person says so. */
static void
test_conflict (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "mine.overbuild");
  g_autoptr (ObScenario) stored = NULL;

  ob_test_window_set_capex (fixture, 909);
  ob_window_save_to (fixture->window, file);
  ob_test_wait (ob_test_window_is_saved, fixture);

  ob_test_window_set_capex (fixture, 910);
  ob_test_window_write_text (fixture, "mine.overbuild", "theirs");
  ob_test_window_activate (fixture, "save", NULL);
  ob_test_window_respond ("close");
  g_assert_true (ob_scenario_get_modified (ob_test_window_get_scenario (fixture)));

  ob_test_window_activate (fixture, "save", NULL);
  ob_test_window_respond ("overwrite");
  ob_test_wait (ob_test_window_is_saved, fixture);
  stored = ob_scenario_load_file (file, NULL, NULL);
  g_assert_nonnull (stored);
  g_assert_cmpfloat (ob_scenario_get_value (stored, OB_PARAMETER_CAPEX), ==, 910);
}

static gpointer
find (GtkWidget *widget, GType type)
{
  gpointer found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

/* What is typed and not entered is no less to be saved, and no less to be asked about. */
static void
test_typed (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "mine.overbuild");
  g_autoptr (ObScenario) stored = NULL;
  ObLeverPane *pane = find (GTK_WIDGET (fixture->window), OB_TYPE_LEVER_PANE);
  GtkEditable *entry =
    find (GTK_WIDGET (ob_lever_pane_get_row (pane, OB_PARAMETER_CAPEX)), OB_TYPE_QUANTITY_ENTRY);

  ob_window_save_to (fixture->window, file);
  ob_test_wait (ob_test_window_is_saved, fixture);

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (entry, "911");
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 770);
  ob_test_window_activate (fixture, "save", NULL);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 911);
  ob_test_wait (ob_test_window_is_saved, fixture);
  stored = ob_scenario_load_file (file, NULL, NULL);
  g_assert_cmpfloat (ob_scenario_get_value (stored, OB_PARAMETER_CAPEX), ==, 911);

  gtk_editable_set_text (entry, "912");
  gtk_window_close (GTK_WINDOW (fixture->window));
  ob_test_window_respond ("cancel");
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 912);
}

static ObFileBar *
find_bar (ObTestWindow *fixture)
{
  return find (GTK_WIDGET (fixture->window), OB_TYPE_FILE_BAR);
}

static gboolean
has_bar (gpointer data)
{
  return ob_file_bar_get_text (find_bar (data)) != NULL;
}

static gboolean
has_no_bar (gpointer data)
{
  return !has_bar (data);
}

static gboolean
has_their_capex (gpointer data)
{
  return ob_test_window_get_capex (data) == 700;
}

/* What another program does to the file is said at once; what is taken from it can be
 * undone, what is not can be saved over it. */
static void
test_outside (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "mine.overbuild");
  g_autoptr (ObScenario) theirs = ob_scenario_new ();
  ObFileBar *bar = find_bar (fixture);

  ob_test_window_set_capex (fixture, 909);
  ob_window_save_to (fixture->window, file);
  ob_test_wait (ob_test_window_is_saved, fixture);
  g_assert_null (ob_file_bar_get_text (bar));
  g_assert_false (ob_test_window_get_enabled (fixture, "reload"));

  ob_test_window_set_capex (fixture, 910);
  g_assert_true (ob_scenario_set_value (theirs, OB_PARAMETER_CAPEX, 700, NULL));
  g_assert_true (ob_scenario_save_file (theirs, file, NULL, NULL, NULL));
  ob_test_wait (has_bar, fixture);
  g_assert_nonnull (strstr (ob_file_bar_get_text (bar), "mine.overbuild"));
  g_assert_false (ob_test_window_get_enabled (fixture, "save-again"));

  ob_test_window_activate (fixture, "reload", NULL);
  ob_test_wait (has_their_capex, fixture);
  ob_test_wait (has_no_bar, fixture);
  g_assert_false (ob_scenario_get_modified (ob_test_window_get_scenario (fixture)));
  ob_test_window_activate (fixture, "undo", NULL);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 910);

  /* What cannot be read says why, and changes nothing. */
  ob_test_window_write_text (fixture, "mine.overbuild", "theirs");
  ob_test_wait (has_bar, fixture);
  ob_test_window_activate (fixture, "reload", NULL);
  ob_test_window_respond ("close");
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 910);
  ob_test_window_activate (fixture, "keep-mine", NULL);
  g_assert_null (ob_file_bar_get_text (bar));
  ob_test_window_activate (fixture, "save", NULL);
  ob_test_wait (ob_test_window_is_saved, fixture);

  g_assert_true (g_file_delete (file, NULL, NULL));
  ob_test_wait (has_bar, fixture);
  g_assert_false (ob_test_window_get_enabled (fixture, "reload"));
  g_assert_true (ob_scenario_get_modified (ob_test_window_get_scenario (fixture)));
  ob_test_window_activate (fixture, "save-again", NULL);
  ob_test_wait (ob_test_window_is_saved, fixture);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_null (ob_file_bar_get_text (bar));
}

static gboolean
has_frozen_bar (gpointer data)
{
  ObTestWindow *fixture = data;

  return ob_frozen_bar_get_text (find (GTK_WIDGET (fixture->window), OB_TYPE_FROZEN_BAR)) != NULL;
}

/* What a reloaded file says of its results is compared, as when it is opened. */
static void
test_outside_frozen (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "mine.overbuild");
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "old-model.overbuild", NULL);
  g_autofree char *old = NULL;

  g_assert_true (g_file_get_contents (path, &old, NULL, NULL));
  ob_test_window_set_capex (fixture, 909);
  ob_window_save_to (fixture->window, file);
  ob_test_wait (ob_test_window_is_saved, fixture);
  g_assert_false (has_frozen_bar (fixture));

  ob_test_window_write_text (fixture, "mine.overbuild", old);
  ob_test_wait (has_bar, fixture);
  ob_test_window_activate (fixture, "reload", NULL);
  ob_test_wait (has_frozen_bar, fixture);
}

/* A file is open in one window only. */
static void
test_open_twice (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "mine.overbuild");
  ObWindow *other = OB_WINDOW (ob_window_new (NULL));
  gpointer weak = other;

  g_object_add_weak_pointer (G_OBJECT (other), &weak);
  ob_test_window_set_capex (fixture, 911);
  ob_window_save_to (fixture->window, file);
  ob_test_wait (ob_test_window_is_saved, fixture);

  g_assert_true (ob_window_find (file) == fixture->window);
  ob_window_open (other, file);
  ob_test_settle ();
  g_assert_null (ob_window_get_file (other));
  ob_window_save_to (other, file);
  ob_test_window_respond ("close");
  g_assert_null (ob_window_get_file (other));

  gtk_window_destroy (GTK_WINDOW (other));
  ob_test_wait (ob_test_window_is_gone, &weak);
}

/* What a program that ended badly has left behind comes back, unsaved still. */
static void
test_recovery (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (ObRecovery) recovery = ob_recovery_new (NULL);
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GPtrArray) left = ob_recovery_find (NULL);

  /* Of other tests. */
  for (guint i = 0; i < left->len; i++)
    ob_recovery_discard (g_ptr_array_index (left, i));
  g_clear_pointer (&left, g_ptr_array_unref);

  ob_window_offer_recovery (fixture->window);
  g_assert_null (ob_test_window_find_dialog ());

  ob_recovery_set_scenario (recovery, scenario);
  ob_scenario_set_title (scenario, "Lost");
  ob_recovery_flush (recovery);
  g_object_run_dispose (G_OBJECT (recovery));

  ob_window_offer_recovery (fixture->window);
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ob_test_window_wait_for_dialog ()), "Lost"));
  ob_test_window_respond ("later");
  g_assert_true (ob_window_is_pristine (fixture->window));

  ob_window_offer_recovery (fixture->window);
  ob_test_window_respond ("restore");
  g_assert_cmpstr (ob_scenario_get_title (ob_test_window_get_scenario (fixture)), ==, "Lost");
  g_assert_true (ob_scenario_get_modified (ob_test_window_get_scenario (fixture)));

  /* Whoever discards it when closing is not asked again. */
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  ob_test_window_respond ("discard");
  ob_test_wait (ob_test_window_is_gone, &fixture->window);
  left = ob_recovery_find (NULL);
  g_assert_cmpuint (left->len, ==, 0);
}

static GtkEventController *
find_drop_target (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return controller;
    }

  g_assert_not_reached ();
}

static gboolean
drop (ObTestWindow *fixture, GSList *files)
{
  GtkEventController *target = find_drop_target (GTK_WIDGET (fixture->window));
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean dropped = FALSE;

  g_assert_true (gdk_content_formats_contain_gtype (
    gtk_drop_target_get_formats (GTK_DROP_TARGET (target)), GDK_TYPE_FILE_LIST));
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));
  g_signal_emit_by_name (target, "drop", &value, 10., 10., &dropped);

  return dropped;
}

/* What is dropped on the window is opened, but not in place of what is not saved. */
static void
test_drop (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "mine.overbuild");
  g_autoptr (GSList) files = g_slist_append (NULL, file);

  ob_test_window_set_capex (fixture, 901);
  ob_window_save_to (fixture->window, file);
  ob_test_wait (ob_test_window_is_saved, fixture);
  ob_test_window_activate (fixture, "start-from", g_variant_new_string ("price-war"));
  g_assert_null (ob_window_get_file (fixture->window));

  g_assert_false (drop (fixture, NULL));
  g_assert_null (ob_window_get_file (fixture->window));

  g_assert_true (drop (fixture, files));
  ob_test_wait (ob_test_window_has_file, fixture);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 901);

  ob_test_window_activate (fixture, "start-from", g_variant_new_string ("price-war"));
  ob_test_window_set_capex (fixture, 555);
  g_assert_true (drop (fixture, files));
  ob_test_window_respond ("cancel");
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 555);
  g_assert_null (ob_window_get_file (fixture->window));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/window-unsaved/" path, ObTestWindow, NULL, ob_test_window_set_up, func,            \
              ob_test_window_tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *state = g_dir_make_tmp ("overbuild-XXXXXX", NULL);

  g_setenv ("XDG_STATE_HOME", state, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("typed", test_typed);
  ADD ("conflict", test_conflict);
  ADD ("outside", test_outside);
  ADD ("outside-frozen", test_outside_frozen);
  ADD ("open-twice", test_open_twice);
  ADD ("recovery", test_recovery);
  ADD ("drop", test_drop);

  return g_test_run ();
}
