/* ob-window-save.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-scenario-file.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  ObWindow *window;
  ObWindowThen then;
  gpointer data;
  GDestroyNotify destroy;
} Pending;

static Pending *
pending_new (ObWindow *self, ObWindowThen then, gpointer data, GDestroyNotify destroy)
{
  Pending *pending = g_new0 (Pending, 1);

  pending->window = g_object_ref (self);
  pending->then = then;
  pending->data = data;
  pending->destroy = destroy;

  return pending;
}

static void
pending_free (Pending *pending)
{
  if (pending == NULL)
    return;

  if (pending->destroy != NULL)
    pending->destroy (pending->data);
  g_object_unref (pending->window);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

static void
pending_go_on (Pending *pending)
{
  if (pending != NULL && pending->then != NULL)
    pending->then (pending->window, pending->data);
}

static void start_saving (ObWindow *self, Pending *pending);
static void start_saving_as (ObWindow *self, Pending *pending);
static void write_to (ObWindow *self, GFile *file, Pending *pending);

static gboolean
go_on_cb (gpointer data)
{
  g_autoptr (Pending) pending = data;

  pending_go_on (pending);

  return G_SOURCE_REMOVE;
}

static void
ask_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (Pending) pending = data;
  ObWindow *self = pending->window;

  self->question = NULL;

  if (g_str_equal (response, "save"))
    start_saving (self, g_steal_pointer (&pending));
  else if (g_str_equal (response, "discard"))
    /* Later: a dialog must not outlive its window, and this one is at work. */
    g_idle_add (go_on_cb, g_steal_pointer (&pending));
}

void
ob_window_ask_to_save (ObWindow *self, ObWindowThen then, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (Pending) pending = NULL;
  g_autofree char *title = NULL;
  AdwMessageDialog *dialog;

  g_return_if_fail (OB_IS_WINDOW (self));
  g_return_if_fail (then != NULL);

  pending = pending_new (self, then, data, destroy);

  ob_window_commit_typed (self);
  if (!ob_window_is_modified (self))
    {
      pending_go_on (pending);
      return;
    }

  if (self->question != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->question));
      return;
    }

  title = ob_window_get_display_title (self);
  dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Save Changes?"), NULL));
  adw_message_dialog_format_body (
    dialog,
    /* Translators: %s is the title of the scenario */
    _ ("“%s” has changes that are not saved. Without saving they are lost."), title);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "discard", _ ("_Discard"),
                                    "save", _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");

  self->question = GTK_WIDGET (dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (ask_response_cb), g_steal_pointer (&pending));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* One file to be written. */
typedef struct
{
  GFile *file;
  gboolean replace;
  Pending *pending;
} Writing;

static void
writing_free (Writing *writing)
{
  g_clear_object (&writing->file);
  g_clear_pointer (&writing->pending, pending_free);
  g_free (writing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void start_writing (ObWindow *self, Writing *writing);

static void
failed_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  g_autoptr (Writing) writing = data;
  ObWindow *self = writing->pending->window;

  if (g_str_equal (response, "save-as"))
    {
      start_saving_as (self, g_steal_pointer (&writing->pending));
    }
  else if (g_str_equal (response, "overwrite"))
    {
      writing->replace = TRUE;
      start_writing (self, g_steal_pointer (&writing));
    }
}

/* Takes @writing. */
static void
ask_after_failure (ObWindow *self, Writing *writing, const GError *error)
{
  gboolean conflict = g_error_matches (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_CONFLICT);
  g_autofree char *name = ob_window_get_file_name (writing->file);
  g_autofree char *heading = NULL;
  AdwMessageDialog *dialog;

  /* Translators: %s is the name of a file */
  heading = conflict ? g_strdup_printf (_ ("“%s” Is Not as It Was"), name)
                     : g_strdup_printf (_ ("Could Not Save “%s”"), name);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), heading, error->message));
  adw_message_dialog_add_responses (dialog, "close", conflict ? _ ("_Cancel") : _ ("_Close"),
                                    "save-as", _ ("Save _As…"), NULL);
  if (conflict)
    {
      adw_message_dialog_add_response (dialog, "overwrite", _ ("_Overwrite"));
      adw_message_dialog_set_response_appearance (dialog, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_default_response (dialog, "save-as");
  adw_message_dialog_set_close_response (dialog, "close");
  g_signal_connect (dialog, "response", G_CALLBACK (failed_response_cb), writing);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void write_next (ObWindow *self);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Writing) writing = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = ob_window_get_file_name (writing->file);
  g_autofree char *text = NULL;
  g_autoptr (ObWindow) self = g_object_ref (writing->pending->window);
  gboolean saved = ob_scenario_save_file_finish (OB_SCENARIO (source), result, &error);

  g_queue_remove (&self->saves, writing);
  if (self->session == NULL || gtk_widget_in_destruction (GTK_WIDGET (self)))
    return;

  ob_file_watch_check (self->watch);
  if (!saved)
    {
      ask_after_failure (self, g_steal_pointer (&writing), error);
      write_next (self);
      return;
    }

  if (ob_session_get_scenario (self->session) == OB_SCENARIO (source))
    ob_window_set_file (self, writing->file);

  ob_window_add_recent (writing->file);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Saved “%s”"), name);
  ob_window_show_toast (self, text);

  write_next (self);
  pending_go_on (writing->pending);
}

static void
write_next (ObWindow *self)
{
  Writing *writing = g_queue_peek_head (&self->saves);
  ObResults *results = ob_session_get_results (self->session);
  ObScenario *scenario = ob_session_get_scenario (self->session);
  gboolean current;

  if (writing == NULL)
    return;

  /* Results still on the way belong to older inputs. */
  current =
    results != NULL && ob_inputs_equal (&results->inputs, ob_scenario_get_inputs (scenario));
  ob_scenario_save_file_async (scenario, writing->file, current ? &results->run : NULL,
                               writing->replace, self->cancellable, written_cb, writing);
}

/* Takes @writing. */
static void
start_writing (ObWindow *self, Writing *writing)
{
  g_queue_push_tail (&self->saves, writing);
  if (g_queue_get_length (&self->saves) == 1)
    write_next (self);
}

static void
write_to (ObWindow *self, GFile *file, Pending *pending)
{
  ObWindow *other = ob_window_find (file);
  Writing *writing = g_new0 (Writing, 1);

  writing->file = g_object_ref (file);
  writing->pending = pending != NULL ? pending : pending_new (self, NULL, NULL, NULL);

  if (other != NULL && other != self)
    {
      g_autoptr (GError) error =
        g_error_new_literal (OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_WRITE,
                             _ ("It is open in another window. Choose another name."));

      ask_after_failure (self, writing, error);
      return;
    }

  start_writing (self, writing);
}

/* The one at work is freed when it comes back. */
void
ob_window_dispose_saves (ObWindow *self)
{
  while (g_queue_get_length (&self->saves) > 1)
    writing_free (g_queue_pop_tail (&self->saves));
}

void
ob_window_save_to (ObWindow *self, GFile *file)
{
  g_return_if_fail (OB_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  write_to (self, file, NULL);
}

static void
replace_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  Pending *pending = data;
  GFile *file = g_object_get_data (G_OBJECT (dialog), "file");

  if (g_str_equal (response, "replace"))
    write_to (pending->window, file, pending);
  else
    pending_free (pending);
}

/* The file chooser has asked about the name as it was typed only. */
static void
ask_to_replace (ObWindow *self, GFile *file, Pending *pending)
{
  g_autofree char *name = ob_window_get_file_name (file);
  AdwMessageDialog *dialog =
    ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _ ("Replace File?"), NULL));

  /* Translators: %s is the name of a file */
  adw_message_dialog_format_body (dialog, _ ("“%s” exists already. Its content will be lost."),
                                  name);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "replace", _ ("_Replace"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "replace", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "file", g_object_ref (file), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (replace_response_cb), pending);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  Pending *pending = data;
  ObWindow *self = pending->window;
  g_autoptr (GFile) chosen = ob_window_finish_chooser (self, response);
  g_autofree char *name = NULL;

  if (chosen == NULL)
    {
      pending_free (pending);
      return;
    }

  name = g_file_get_basename (chosen);
  if (g_str_has_suffix (name, OB_SCENARIO_SUFFIX))
    {
      write_to (self, chosen, pending);
    }
  else
    {
      g_autoptr (GFile) folder = g_file_get_parent (chosen);
      g_autofree char *full_name = g_strconcat (name, OB_SCENARIO_SUFFIX, NULL);
      g_autoptr (GFile) file = g_file_get_child (folder, full_name);

      if (g_file_query_exists (file, NULL))
        ask_to_replace (self, file, pending);
      else
        write_to (self, file, pending);
    }
}

/* A file name from the title: without what cannot stand in one. */
static char *
suggest_name (ObWindow *self)
{
  g_autofree char *title = NULL;

  if (self->file != NULL)
    return ob_window_get_file_name (self->file);

  title = ob_window_get_display_title (self);
  g_strdelimit (title, "/\\", '-');

  return g_strconcat (title, OB_SCENARIO_SUFFIX, NULL);
}

static void
start_saving_as (ObWindow *self, Pending *pending)
{
  g_autofree char *name = suggest_name (self);

  ob_window_prepare_chooser (self, _ ("Save Scenario"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  ob_window_add_filters (self);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect (self->chooser, "response", G_CALLBACK (save_response_cb), pending);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
start_saving (ObWindow *self, Pending *pending)
{
  gboolean read_only;

  g_object_get (ob_session_get_scenario (self->session), "read-only", &read_only, NULL);

  if (self->file != NULL && !read_only)
    write_to (self, self->file, pending);
  else
    start_saving_as (self, pending);
}

void
ob_window_save (ObWindow *self)
{
  g_return_if_fail (OB_IS_WINDOW (self));

  ob_window_commit_typed (self);
  start_saving (self, pending_new (self, NULL, NULL, NULL));
}

void
ob_window_save_as (ObWindow *self)
{
  g_return_if_fail (OB_IS_WINDOW (self));

  ob_window_commit_typed (self);
  start_saving_as (self, pending_new (self, NULL, NULL, NULL));
}
