/* ob-test-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-window.h"

#include <glib/gstdio.h>

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_width (data) > 0;
}

void
ob_test_window_set_up (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("overbuild-XXXXXX", &error);
  g_assert_no_error (error);

  fixture->window = OB_WINDOW (ob_window_new (NULL));
  fixture->session = ob_window_get_session (fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
  ob_test_wait (has_size, fixture->window);
  ob_test_session_wait (fixture->session);
}

gboolean
ob_test_window_is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

void
ob_test_window_tear_down (ObTestWindow *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  gpointer weak = fixture->window;
  const char *name;

  if (fixture->window != NULL)
    {
      g_object_add_weak_pointer (G_OBJECT (fixture->window), &weak);
      gtk_window_destroy (GTK_WINDOW (fixture->window));
      ob_test_wait (ob_test_window_is_gone, &weak);
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

ObScenario *
ob_test_window_get_scenario (ObTestWindow *fixture)
{
  return ob_session_get_scenario (fixture->session);
}

double
ob_test_window_get_capex (ObTestWindow *fixture)
{
  return ob_scenario_get_value (ob_test_window_get_scenario (fixture), OB_PARAMETER_CAPEX);
}

void
ob_test_window_set_capex (ObTestWindow *fixture, double value)
{
  g_assert_true (
    ob_scenario_set_value (ob_test_window_get_scenario (fixture), OB_PARAMETER_CAPEX, value, NULL));
}

GFile *
ob_test_window_get_file (ObTestWindow *fixture, const char *name)
{
  return g_file_new_build_filename (fixture->folder, name, NULL);
}

void
ob_test_window_activate (ObTestWindow *fixture, const char *action, GVariant *target)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, target);
}

gboolean
ob_test_window_get_enabled (ObTestWindow *fixture, const char *action)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action);
}

gpointer
ob_test_window_find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (ADW_IS_MESSAGE_DIALOG (item->data) && gtk_widget_get_visible (item->data))
        return item->data;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer data)
{
  return ob_test_window_find_dialog () != NULL;
}

AdwMessageDialog *
ob_test_window_wait_for_dialog (void)
{
  ob_test_wait (has_dialog, NULL);

  return ob_test_window_find_dialog ();
}

void
ob_test_window_respond (const char *response)
{
  AdwMessageDialog *dialog = ob_test_window_wait_for_dialog ();
  gpointer weak = dialog;

  g_object_add_weak_pointer (G_OBJECT (dialog), &weak);
  g_assert_true (adw_message_dialog_has_response (dialog, response));
  /* As the button of the response does, which is not to be reached from here. */
  gtk_widget_hide (GTK_WIDGET (dialog));
  adw_message_dialog_response (dialog, response);
  /* It may have gone with its window. */
  if (weak != NULL)
    gtk_window_destroy (weak);
  g_clear_weak_pointer (&weak);
  ob_test_settle ();
  g_assert_null (ob_test_window_find_dialog ());
}

gboolean
ob_test_window_is_saved (gpointer data)
{
  ObTestWindow *fixture = data;
  gboolean modified;

  g_object_get (ob_test_window_get_scenario (fixture), "modified", &modified, NULL);

  return !modified && ob_window_get_file (fixture->window) != NULL;
}

gboolean
ob_test_window_has_file (gpointer data)
{
  ObTestWindow *fixture = data;

  return ob_window_get_file (fixture->window) != NULL;
}

gboolean
ob_test_window_has_other_capex (gpointer data)
{
  return ob_test_window_get_capex (data) != 770;
}

void
ob_test_window_write_text (ObTestWindow *fixture, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}
