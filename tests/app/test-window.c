/* test-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-kpi.h"
#include "ob-lever-pane.h"
#include "ob-scenario-file.h"
#include "ob-test-window.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_base_case (ObTestWindow *fixture, gconstpointer data)
{
  g_assert_true (ob_window_is_pristine (fixture->window));
  g_assert_null (ob_window_get_file (fixture->window));
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 770);
  g_assert_nonnull (ob_session_get_results (fixture->session));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Base case");
  g_assert_false (ob_test_window_get_enabled (fixture, "undo"));
  g_assert_false (ob_test_window_get_enabled (fixture, "redo"));
}

static void
test_undo (ObTestWindow *fixture, gconstpointer data)
{
  ob_test_window_set_capex (fixture, 900);
  g_assert_true (ob_test_window_get_enabled (fixture, "undo"));
  g_assert_false (ob_window_is_pristine (fixture->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "• Base case");

  ob_test_window_activate (fixture, "undo", NULL);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 770);
  g_assert_false (ob_test_window_get_enabled (fixture, "undo"));
  g_assert_true (ob_test_window_get_enabled (fixture, "redo"));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Base case");

  ob_test_window_activate (fixture, "redo", NULL);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 900);
}

static void
test_save_and_open (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "mine.overbuild");

  ob_test_window_set_capex (fixture, 901);
  g_object_set (ob_test_window_get_scenario (fixture), "title", "A_b <c> & d", NULL);
  ob_window_save_to (fixture->window, file);
  ob_test_wait (ob_test_window_is_saved, fixture);
  g_assert_true (g_file_equal (ob_window_get_file (fixture->window), file));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "A_b <c> & d");

  /* Another one, and back; nothing is asked, as nothing would be lost. */
  ob_test_window_activate (fixture, "start-from", g_variant_new_string ("price-war"));
  g_assert_null (ob_test_window_find_dialog ());
  g_assert_null (ob_window_get_file (fixture->window));
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), !=, 901);

  ob_window_open (fixture->window, file);
  ob_test_wait (ob_test_window_has_file, fixture);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 901);
  g_assert_false (ob_test_window_get_enabled (fixture, "undo"));
  g_assert_true (ob_test_window_is_saved (fixture));
}

/* A picture gives its scenario back and is never written to. */
static void
test_open_picture (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GDateTime) date = g_date_time_new_now_utc ();
  g_autoptr (ObProvenance) provenance = NULL;
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_CASH);
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "picture.png");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  ObExportOptions options = { .format = OB_EXPORT_PNG, .width = 120, .height = 90, .scale = 1 };

  ob_scenario_set_title (scenario, "From a picture");
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 903, NULL));
  options.provenance = provenance = ob_provenance_new (scenario, NULL, date);
  ob_chart_set_results (chart, ob_session_get_results (fixture->session));
  bytes = ob_chart_export_full (chart, &options, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (file, g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), NULL, FALSE, 0, NULL, NULL,
                                          NULL));

  ob_window_open (fixture->window, file);
  ob_test_wait (ob_test_window_has_other_capex, fixture);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 903);
  g_assert_null (ob_window_get_file (fixture->window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "From a picture");
  g_assert_false (ob_test_window_get_enabled (fixture, "undo"));
}

/* Whatever comes, the scenario on screen stays. */
static void
test_bad_files (ObTestWindow *fixture, gconstpointer data)
{
  static const char *const names[] = { "empty",   "words",    "cut",     "range",
                                       "missing", "entities", "drawing", "." };
  ObScenario *before;

  ob_test_window_write_text (fixture, "empty", "");
  ob_test_window_write_text (fixture, "words", "These are words.");
  ob_test_window_write_text (
    fixture, "cut", "<?xml version=\"1.0\"?>\n<scenario xmlns=\"urn:overbuild:scenario:1\"");
  ob_test_window_write_text (
    fixture, "range",
    "<?xml version=\"1.0\"?>\n<scenario xmlns=\"urn:overbuild:scenario:1\" format=\"1\">\n"
    "<parameters><parameter id=\"capex\" value=\"1e9\"/></parameters></scenario>");
  ob_test_window_write_text (fixture, "drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
  ob_test_window_write_text (
    fixture, "entities", "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]>\n<a>&c;</a>");

  ob_test_window_set_capex (fixture, 902);
  before = ob_test_window_get_scenario (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = ob_test_window_get_file (fixture, names[i]);

      ob_window_open (fixture->window, file);
      g_assert_nonnull (*adw_message_dialog_get_body (ob_test_window_wait_for_dialog ())
                          ? adw_message_dialog_get_heading (ob_test_window_wait_for_dialog ())
                          : NULL);
      ob_test_window_respond ("close");

      g_assert_true (ob_test_window_get_scenario (fixture) == before);
      g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 902);
      g_assert_true (ob_test_window_get_enabled (fixture, "undo"));
      g_assert_null (ob_window_get_file (fixture->window));
    }
}

static void
test_replace_asks (ObTestWindow *fixture, gconstpointer data)
{
  ob_test_window_set_capex (fixture, 903);

  ob_test_window_activate (fixture, "start-from", g_variant_new_string ("price-war"));
  ob_test_window_respond ("cancel");
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 903);

  ob_test_window_activate (fixture, "start-from", g_variant_new_string ("price-war"));
  ob_test_window_respond ("discard");
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), !=, 903);
  g_assert_false (ob_test_window_get_enabled (fixture, "undo"));
}

/* The menus' toggle and the document agree. */
static void
test_single_draws (ObTestWindow *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);
  g_autoptr (GVariant) before = g_action_group_get_action_state (actions, "single-draws");
  g_autoptr (GVariant) after = NULL;

  g_assert_false (g_variant_get_boolean (before));
  ob_test_window_activate (fixture, "single-draws", NULL);
  g_assert_true (
    ob_scenario_get_overlay (ob_session_get_scenario (fixture->session))->single_draws);
  after = g_action_group_get_action_state (actions, "single-draws");
  g_assert_true (g_variant_get_boolean (after));
}

/* All inputs at once are one step with a name, and locked ones stay. */
static void
test_set_inputs (ObTestWindow *fixture, gconstpointer data)
{
  ObScenario *scenario = ob_session_get_scenario (fixture->session);
  g_autofree char *step = NULL;

  g_assert_false (ob_test_window_get_enabled (fixture, "revert-to-template"));
  ob_scenario_set_locked (scenario, OB_PARAMETER_LIFESPAN, TRUE);
  ob_test_window_activate (fixture, "use-published", g_variant_new_string ("cautious"));
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 949);
  g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_LIFESPAN), ==, 5);
  g_object_get (scenario, "undo-label", &step, NULL);
  g_assert_cmpstr (step, ==, "Cautious published values");

  ob_scenario_undo (scenario);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 770);
  ob_scenario_redo (scenario);

  g_assert_true (ob_test_window_get_enabled (fixture, "revert-to-template"));
  ob_test_window_activate (fixture, "revert-to-template", NULL);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 770);
  g_assert_false (ob_test_window_get_enabled (fixture, "revert-to-template"));
  ob_scenario_undo (scenario);
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 949);
}

static void
test_close (ObTestWindow *fixture, gconstpointer data)
{
  gpointer weak = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &weak);

  ob_test_window_set_capex (fixture, 904);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ob_test_window_respond ("cancel");
  g_assert_nonnull (weak);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_cmpfloat (ob_test_window_get_capex (fixture), ==, 904);

  gtk_window_close (GTK_WINDOW (fixture->window));
  ob_test_window_respond ("discard");
  ob_test_wait (ob_test_window_is_gone, &weak);
  fixture->window = NULL;
}

static void
test_close_saves (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "mine.overbuild");
  g_autoptr (ObScenario) stored = NULL;
  g_autoptr (GError) error = NULL;
  gpointer weak = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &weak);
  ob_window_save_to (fixture->window, file);
  ob_test_wait (ob_test_window_is_saved, fixture);

  ob_test_window_set_capex (fixture, 905);
  gtk_window_close (GTK_WINDOW (fixture->window));
  ob_test_window_respond ("save");
  ob_test_wait (ob_test_window_is_gone, &weak);
  fixture->window = NULL;

  stored = ob_scenario_load_file (file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (ob_scenario_get_value (stored, OB_PARAMETER_CAPEX), ==, 905);
}

/* Nothing changed: nothing to ask. */
static void
test_close_pristine (ObTestWindow *fixture, gconstpointer data)
{
  gpointer weak = fixture->window;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &weak);
  gtk_window_close (GTK_WINDOW (fixture->window));
  g_assert_null (ob_test_window_find_dialog ());
  ob_test_wait (ob_test_window_is_gone, &weak);
  fixture->window = NULL;
}

/* A file that cannot be written: it says so, and the changes are still unsaved. */
static void
test_save_fails (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "no/such/folder/mine.overbuild");

  ob_test_window_set_capex (fixture, 906);
  ob_window_save_to (fixture->window, file);
  ob_test_window_respond ("close");
  g_assert_false (ob_test_window_is_saved (fixture));
  g_assert_null (ob_window_get_file (fixture->window));
}

/* What changes while a file is being written is not taken for saved. */
static void
test_edit_while_saving (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = ob_test_window_get_file (fixture, "mine.overbuild");
  g_autoptr (ObScenario) stored = NULL;

  ob_test_window_set_capex (fixture, 907);
  ob_window_save_to (fixture->window, file);
  ob_test_window_set_capex (fixture, 908);
  ob_test_wait (ob_test_window_has_file, fixture);
  g_assert_false (ob_test_window_is_saved (fixture));

  stored = ob_scenario_load_file (file, NULL, NULL);
  g_assert_cmpfloat (ob_scenario_get_value (stored, OB_PARAMETER_CAPEX), ==, 907);
}

static void
test_views (ObTestWindow *fixture, gconstpointer data)
{
  static const char *const views[] = { "timeline", "money", "drivers", "table", "frontier" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autoptr (GVariant) state = NULL;

      ob_test_window_activate (fixture, "view", g_variant_new_string (views[i]));
      state = g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "view");
      g_assert_cmpstr (g_variant_get_string (state, NULL), ==, views[i]);
    }
}

static gboolean
get_pane_shown (ObTestWindow *fixture)
{
  g_autoptr (GVariant) state =
    g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), "show-pane");

  return g_variant_get_boolean (state);
}

static void
test_pane (ObTestWindow *fixture, gconstpointer data)
{
  GtkWidget *focus;
  GtkWidget *row;

  g_assert_true (get_pane_shown (fixture));
  ob_test_window_activate (fixture, "show-pane", NULL);
  g_assert_false (get_pane_shown (fixture));

  /* Looking for an input brings it back. */
  ob_test_window_activate (fixture, "find", NULL);
  g_assert_true (get_pane_shown (fixture));

  /* So does a bar of a tornado, with the keyboard at its slider. */
  ob_test_window_activate (fixture, "show-pane", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-lever",
                                  g_variant_new_string ("cost_per_gw"));
  g_assert_true (get_pane_shown (fixture));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);
  row = gtk_widget_get_ancestor (focus, OB_TYPE_LEVER_ROW);
  g_assert_nonnull (row);
  g_assert_cmpint (ob_lever_row_get_parameter (OB_LEVER_ROW (row)), ==, OB_PARAMETER_COST_PER_GW);
}

static int
get_minimum (ObTestWindow *fixture, GtkOrientation orientation)
{
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->window), orientation, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* Buttons have gone into the menu. */
static gboolean
has_folded (gpointer data)
{
  return get_minimum (data, GTK_ORIENTATION_HORIZONTAL) <= 380;
}

static gboolean
is_narrow (gpointer data)
{
  ObTestWindow *fixture = data;

  return gtk_widget_get_width (GTK_WIDGET (fixture->window)) <= 420 && !get_pane_shown (fixture)
         && get_minimum (fixture, GTK_ORIENTATION_HORIZONTAL) <= 380;
}

/* It folds, buttons go into the menu, and then nothing asks for more room than a
 * phone has; there is some for the frame of a display without compositor. */
static void
test_narrow (ObTestWindow *fixture, gconstpointer data)
{
  g_assert_cmpint (get_minimum (fixture, GTK_ORIENTATION_HORIZONTAL), <=, 450);
  g_assert_cmpint (get_minimum (fixture, GTK_ORIENTATION_VERTICAL), <=, 420);

  /* As a person who pulls at the edge comes to it, by way of what asks for more. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 460, 700);
  ob_test_wait (has_folded, fixture);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 420, 700);
  ob_test_wait (is_narrow, fixture);
}

/* F6 comes to four places and then round to the first. */
static void
test_regions (ObTestWindow *fixture, gconstpointer data)
{
  GtkWidget *places[5];

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      ob_test_window_activate (fixture, "next-region", NULL);
      places[i] = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (places[i]);
      if (i > 0)
        g_assert_true (places[i] != places[i - 1]);
    }

  g_assert_true (places[4] == places[0]);
  g_assert_nonnull (gtk_widget_get_ancestor (places[0], OB_TYPE_LEVER_PANE));
}

/* As the application does. */
static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/org/overbuild/Overbuild/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

#define ADD(path, func)                                                                            \
  g_test_add ("/window/" path, ObTestWindow, NULL, ob_test_window_set_up, func,                    \
              ob_test_window_tear_down)

static gboolean
has_keyboard (gpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (data);

  return focus == NULL || gtk_widget_get_mapped (focus);
}

static GtkWidget *
find_menu_button (GtkWidget *widget, const char *tooltip)
{
  GtkWidget *found = NULL;

  if (GTK_IS_MENU_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_menu_button (child, tooltip);

  return found;
}

/* The keyboard does not stay in a menu that has closed, wherever in it it was. */
static void
test_focus (ObTestWindow *fixture, gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);
  GtkWidget *button = find_menu_button (GTK_WIDGET (window), "Main Menu");
  GtkPopover *popover;
  GtkWidget *scroller;

  g_assert_nonnull (button);
  popover = gtk_menu_button_get_popover (GTK_MENU_BUTTON (button));
  scroller = gtk_popover_get_child (popover);
  gtk_widget_set_focusable (scroller, TRUE);

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  gtk_window_set_focus (window, scroller);
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  gtk_window_set_focus (window, scroller);
  g_assert_true (gtk_window_get_focus (window) == scroller);
  g_assert_false (has_keyboard (window));
  ob_test_wait (has_keyboard, window);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (window), button));
}

/* GTK's own, where no portal shows another. */
static GtkDialog *
find_file_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (GTK_IS_FILE_CHOOSER_DIALOG (item->data))
        return item->data;
    }

  return NULL;
}

static gboolean
has_file_dialog (gpointer data)
{
  return find_file_dialog () != NULL && gtk_widget_get_mapped (GTK_WIDGET (find_file_dialog ()));
}

static gboolean
has_no_file_dialog (gpointer data)
{
  return find_file_dialog () == NULL;
}

static GtkEntry *
find_entry (GtkWidget *widget)
{
  GtkEntry *found = NULL;

  if (GTK_IS_ENTRY (widget) && gtk_entry_get_completion (GTK_ENTRY (widget)) != NULL)
    return GTK_ENTRY (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);

  return found;
}

static gboolean
has_completion (gpointer data)
{
  return gtk_entry_completion_get_model (gtk_entry_get_completion (data)) != NULL;
}

/* Every dialog that asks for a file comes, and goes with all that it held. */
static void
test_file_dialogs (ObTestWindow *fixture, gconstpointer data)
{
  static const char *const actions[] = { "open", "save-as", "pin-file", "save-report" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkEntry *entry;

      ob_test_window_activate (fixture, actions[i], NULL);
      ob_test_wait (has_file_dialog, NULL);

      entry = find_entry (GTK_WIDGET (find_file_dialog ()));
      if (entry != NULL)
        {
          gtk_widget_grab_focus (GTK_WIDGET (entry));
          gtk_editable_set_text (GTK_EDITABLE (entry), "/usr/");
          ob_test_wait (has_completion, entry);
        }

      gtk_dialog_response (find_file_dialog (), GTK_RESPONSE_CANCEL);
      ob_test_wait (has_no_file_dialog, NULL);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();

  ADD ("base-case", test_base_case);
  ADD ("undo", test_undo);
  ADD ("save-and-open", test_save_and_open);
  ADD ("open-picture", test_open_picture);
  ADD ("bad-files", test_bad_files);
  ADD ("replace-asks", test_replace_asks);
  ADD ("set-inputs", test_set_inputs);
  ADD ("single-draws", test_single_draws);
  ADD ("close", test_close);
  ADD ("close-saves", test_close_saves);
  ADD ("close-pristine", test_close_pristine);
  ADD ("save-fails", test_save_fails);
  ADD ("edit-while-saving", test_edit_while_saving);
  ADD ("views", test_views);
  ADD ("pane", test_pane);
  ADD ("narrow", test_narrow);
  ADD ("regions", test_regions);
  ADD ("focus", test_focus);
  ADD ("file-dialogs", test_file_dialogs);

  return g_test_run ();
}
