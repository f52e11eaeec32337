/* test-scenario-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-menu.h"
#include "ob-template.h"
#include "ob-test-session.h"

#include <adwaita.h>

typedef struct
{
  ObSession *session;
  GtkWindow *window;
  ObScenarioMenu *menu;
  char *chosen;
} Fixture;

static void
start_from_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->chosen);
  fixture->chosen = g_variant_dup_string (target, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GActionEntry entries[] = { { "start-from", start_from_cb, "s" } };
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->session = ob_session_new ();
  fixture->menu = OB_SCENARIO_MENU (ob_scenario_menu_new ());
  ob_scenario_menu_set_session (fixture->menu, fixture->session);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (fixture->menu));

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, fixture);
  gtk_widget_insert_action_group (button, "win", G_ACTION_GROUP (group));

  fixture->window = ob_test_window_new (button, 500, 500);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ob_test_settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ob_test_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
  g_clear_pointer (&fixture->chosen, g_free);
}

static void
find_all (GtkWidget *widget, const char *css_class, GPtrArray *found)
{
  if (gtk_widget_has_css_class (widget, css_class))
    g_ptr_array_add (found, widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    find_all (child, css_class, found);
}

static GtkEditable *
find_entry (GtkWidget *widget)
{
  if (GTK_IS_ENTRY (widget))
    return GTK_EDITABLE (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkEditable *entry = find_entry (child);

      if (entry != NULL)
        return entry;
    }

  return NULL;
}

/* Each template is there, named, and chooses itself. */
static void
test_templates (Fixture *fixture, gconstpointer data)
{
  const char *const *ids = ob_template_get_ids ();
  g_autoptr (GPtrArray) buttons = g_ptr_array_new ();

  find_all (GTK_WIDGET (fixture->menu), "template", buttons);
  g_assert_cmpuint (buttons->len, ==, g_strv_length ((char **) ids));
  g_assert_cmpuint (buttons->len, >, 3);

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);

      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           ob_template_get_title (ids[i]));
      g_signal_emit_by_name (button, "clicked");
      g_assert_cmpstr (fixture->chosen, ==, ids[i]);
    }
}

static void
test_title (Fixture *fixture, gconstpointer data)
{
  GtkEditable *entry = find_entry (GTK_WIDGET (fixture->menu));
  ObScenario *scenario = ob_session_get_scenario (fixture->session);
  g_autofree char *title = NULL;

  gtk_editable_set_text (entry, "  My case ");
  g_signal_emit_by_name (entry, "activate");
  g_object_get (scenario, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "My case");
}

#define ADD(path, func) g_test_add ("/scenario-menu/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("templates", test_templates);
  ADD ("title", test_title);

  return g_test_run ();
}
