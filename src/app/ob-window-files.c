/* ob-window-files.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-scenario-file.h"
#include "ob-template.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

/* The recent files in the menu. */
#define MAX_RECENT 8

void
ob_window_show_error (ObWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog;

  g_return_if_fail (OB_IS_WINDOW (self));

  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

char *
ob_window_get_file_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}

/* Recent files */

static void
update_recent (ObWindow *self)
{
  GtkRecentManager *manager = gtk_recent_manager_get_default ();
  GList *items = gtk_recent_manager_get_items (manager);
  guint n = 0;

  g_menu_remove_all (self->recent_menu);

  for (GList *item = items; item != NULL && n < MAX_RECENT; item = item->next)
    {
      GtkRecentInfo *info = item->data;
      g_autofree char *label = NULL;
      g_autofree char *escaped = NULL;
      g_auto (GStrv) parts = NULL;
      g_autoptr (GMenuItem) menu_item = NULL;

      if (g_strcmp0 (gtk_recent_info_get_mime_type (info), OB_SCENARIO_MIME_TYPE) != 0)
        continue;

      /* An underscore in a name is not a mnemonic. */
      parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);
      escaped = g_strjoinv ("__", parts);
      menu_item = g_menu_item_new (escaped, NULL);
      g_menu_item_set_action_and_target (menu_item, "win.open-recent", "s",
                                         gtk_recent_info_get_uri (info));
      g_menu_append_item (self->recent_menu, menu_item);
      n++;
    }

  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

void
ob_window_add_recent (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = ob_window_get_file_name (file);
  GtkRecentData data = {
    .display_name = name,
    .mime_type = (char *) OB_SCENARIO_MIME_TYPE,
    .app_name = (char *) "Overbuild",
    .app_exec = (char *) "overbuild %u",
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* Opening */

typedef struct
{
  ObScenario *scenario;
  GFile *file;
} Loaded;

static void
loaded_free (Loaded *loaded)
{
  g_clear_object (&loaded->scenario);
  g_clear_object (&loaded->file);
  g_free (loaded);
}

void
ob_window_replace_scenario (ObWindow *self, ObScenario *scenario, GFile *file)
{
  g_return_if_fail (OB_IS_WINDOW (self));
  g_return_if_fail (OB_IS_SCENARIO (scenario));

  ob_session_set_scenario (self->session, scenario);
  ob_window_set_file (self, file);
}

static void
show_loaded (ObWindow *self, gpointer data)
{
  Loaded *loaded = data;
  gboolean read_only;

  ob_window_replace_scenario (self, loaded->scenario, ob_scenario_get_file (loaded->scenario));
  if (ob_scenario_get_file (loaded->scenario) != NULL)
    ob_window_add_recent (loaded->file);
  else
    ob_window_show_toast (self, _ ("Opened from a picture: saving makes a new file"));

  g_object_get (loaded->scenario, "read-only", &read_only, NULL);
  if (read_only)
    ob_window_show_toast (self, _ ("Made by a newer version: saving makes a new file"));
}

void
ob_window_load_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  GError *error = NULL;
  ObScenario *scenario = ob_scenario_load_file (G_FILE (task_data), cancellable, &error);

  if (scenario != NULL)
    g_task_return_pointer (task, scenario, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
load_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ObWindow *self = OB_WINDOW (source);
  GFile *file = G_FILE (g_task_get_task_data (G_TASK (result)));
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = g_task_propagate_pointer (G_TASK (result), &error);
  Loaded *loaded;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (scenario == NULL)
    {
      g_autofree char *name = ob_window_get_file_name (file);
      /* Translators: %s is the name of a file */
      g_autofree char *heading = g_strdup_printf (_ ("Could Not Open “%s”"), name);

      ob_window_show_error (self, heading, error->message);
      return;
    }

  loaded = g_new0 (Loaded, 1);
  loaded->scenario = g_steal_pointer (&scenario);
  loaded->file = g_object_ref (file);
  ob_window_ask_to_save (self, show_loaded, loaded, (GDestroyNotify) loaded_free);
}

/* One file may have several names. */
static gboolean
is_same_file (GFile *a, GFile *b)
{
  g_autofree char *real_a = NULL;
  g_autofree char *real_b = NULL;

  if (g_file_equal (a, b))
    return TRUE;
  if (g_file_peek_path (a) == NULL || g_file_peek_path (b) == NULL)
    return FALSE;

  real_a = realpath (g_file_peek_path (a), NULL);
  real_b = realpath (g_file_peek_path (b), NULL);
  return real_a != NULL && g_strcmp0 (real_a, real_b) == 0;
}

ObWindow *
ob_window_find (GFile *file)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  for (GList *item = windows; item != NULL; item = item->next)
    {
      if (OB_IS_WINDOW (item->data) && OB_WINDOW (item->data)->file != NULL
          && is_same_file (OB_WINDOW (item->data)->file, file))
        return OB_WINDOW (item->data);
    }

  return NULL;
}

void
ob_window_open (ObWindow *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  ObWindow *other;

  g_return_if_fail (OB_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  other = ob_window_find (file);
  if (other != NULL && other != self)
    {
      gtk_window_present (GTK_WINDOW (other));
      ob_window_show_toast (other, _ ("The file is open in this window already"));
      return;
    }

  task = g_task_new (self, self->cancellable, load_cb, NULL);
  g_task_set_source_tag (task, ob_window_open);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, ob_window_load_thread);
}

static void
show_template (ObWindow *self, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = ob_template_load (data, &error);

  if (scenario != NULL)
    ob_window_replace_scenario (self, scenario, NULL);
  else
    ob_window_show_error (self, _ ("Could Not Open the Template"), error->message);
}

void
ob_window_start_from (ObWindow *self, const char *template_id)
{
  g_return_if_fail (OB_IS_WINDOW (self));
  g_return_if_fail (template_id != NULL);

  ob_window_ask_to_save (self, show_template, g_strdup (template_id), g_free);
}

/* Choosing files */

/* What can be opened is also what carries a scenario. */
void
ob_window_add_filters (ObWindow *self)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (self->chooser);
  static const char *const pictures[] = { "png", "svg", "pdf" };
  g_autoptr (GtkFileFilter) scenarios = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  GtkFileFilter *const filters[] = { scenarios, all };

  gtk_file_filter_set_name (scenarios, _ ("Scenarios"));
  gtk_file_filter_set_name (all, _ ("Scenarios and exported pictures"));
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      gtk_file_filter_add_suffix (filters[i], OB_SCENARIO_SUFFIX + 1);
      gtk_file_filter_add_mime_type (filters[i], OB_SCENARIO_MIME_TYPE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (pictures); i++)
    gtk_file_filter_add_suffix (all, pictures[i]);

  if (gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_OPEN)
    gtk_file_chooser_add_filter (chooser, all);
  gtk_file_chooser_add_filter (chooser, scenarios);
}

static void
set_folder (ObWindow *self)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) folder = NULL;

  if (self->file != NULL)
    folder = g_file_get_parent (self->file);

  if (folder == NULL && self->settings != NULL)
    {
      uri = g_settings_get_string (self->settings, "last-folder");
      if (*uri != '\0')
        folder = g_file_new_for_uri (uri);
    }

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
}

static void
remember_folder (ObWindow *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *uri = folder != NULL ? g_file_get_uri (folder) : NULL;

  if (self->settings != NULL && uri != NULL)
    g_settings_set_string (self->settings, "last-folder", uri);
}

void
ob_window_prepare_chooser (ObWindow *self,
                           const char *title,
                           GtkFileChooserAction action,
                           const char *accept)
{
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);

  self->chooser =
    gtk_file_chooser_native_new (title, GTK_WINDOW (self), action, accept, _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  set_folder (self);
}

GFile *
ob_window_finish_chooser (ObWindow *self, int response)
{
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (file != NULL)
    remember_folder (self, file);

  g_clear_object (&self->chooser);

  return file;
}

static void
open_response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  g_autoptr (GFile) file = ob_window_finish_chooser (self, response);

  if (file != NULL)
    ob_window_open (self, file);
}

void
ob_window_choose_and_open (ObWindow *self)
{
  g_return_if_fail (OB_IS_WINDOW (self));

  ob_window_prepare_chooser (self, _ ("Open Scenario"), GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"));
  ob_window_add_filters (self);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (open_response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* Dropping */

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  GSList *files = gdk_file_list_get_files (g_value_get_boxed (value));
  gboolean dropped = files != NULL;

  if (dropped)
    ob_window_open (self, files->data);

  g_slist_free (files);

  return dropped;
}

void
ob_window_init_files (ObWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));

  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (update_recent),
                           self, G_CONNECT_SWAPPED);
  update_recent (self);
}

void
ob_window_dispose_files (ObWindow *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);

  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  g_clear_object (&self->file);
}
