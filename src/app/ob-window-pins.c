/* ob-window-pins.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-compare-dialog.h"
#include "ob-scenario-file.h"

#include <glib/gi18n-lib.h>

/* FALSE, and says why, where there is no place left. */
static gboolean
add_pin (ObWindow *self, const char *name, ObScenario *pinned)
{
  ObScenario *scenario = ob_session_get_scenario (self->session);
  g_autoptr (ObPin) pin = NULL;
  g_autofree char *text = NULL;
  guint index;

  if (!ob_scenario_get_free_pin (scenario, &index))
    {
      ob_window_show_toast (self, _ ("All four pins are taken: remove or replace one"));
      return FALSE;
    }

  pin = ob_scenario_create_pin (pinned, name);
  ob_scenario_set_pin (scenario, index, pin);
  /* Translators: %s is the letter that a pinned scenario has got. */
  text = g_strdup_printf (_ ("Pinned as %s"), ob_pin_get_letter (index));
  ob_window_show_toast (self, text);

  return TRUE;
}

static void
pin_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  ObScenario *scenario = ob_session_get_scenario (self->session);
  g_autofree char *name = NULL;

  ob_window_commit_typed (self);
  name = ob_scenario_suggest_pin_name (scenario);
  add_pin (self, name, scenario);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ObWindow *self = OB_WINDOW (source);
  GFile *file = G_FILE (g_task_get_task_data (G_TASK (result)));
  g_autofree char *name = ob_window_get_file_name (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = g_task_propagate_pointer (G_TASK (result), &error);
  const char *title;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (scenario == NULL)
    {
      /* Translators: %s is the name of a file */
      g_autofree char *heading = g_strdup_printf (_ ("Could Not Pin “%s”"), name);

      ob_window_show_error (self, heading, error->message);
      return;
    }

  title = ob_scenario_get_title (scenario);
  add_pin (self, *title != '\0' ? title : name, scenario);
}

void
ob_window_pin_file (ObWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (OB_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, self->cancellable, load_cb, NULL);
  g_task_set_source_tag (task, ob_window_pin_file);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, ob_window_load_thread);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  g_autoptr (GFile) file = ob_window_finish_chooser (self, response);

  if (file != NULL)
    ob_window_pin_file (self, file);
}

static void
pin_file_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);

  gtk_menu_button_popdown (self->pin_menu_button);
  ob_window_prepare_chooser (self, _ ("Pin Scenario"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Pin"));
  ob_window_add_filters (self);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
lever_cb (ObWindow *self, guint parameter)
{
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-lever", "s",
                              ob_parameter_get_id (parameter));
}

static void
compare_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  GtkWidget *dialog = ob_compare_dialog_new (self->session);

  gtk_menu_button_popdown (self->pin_menu_button);
  /* So that its chart and table lead to the levers. */
  gtk_widget_insert_action_group (dialog, "win", G_ACTION_GROUP (self));
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (dialog, "lever-activated", G_CALLBACK (lever_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { "compare", compare_action },
  { "pin", pin_action },
  { "pin-file", pin_file_action },
};

void
ob_window_init_pins (ObWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
