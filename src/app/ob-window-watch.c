/* ob-window-watch.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-scenario-file.h"
#include "ob-toast.h"

#include <glib/gi18n-lib.h>

static void
set_enabled (ObWindow *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

static void
state_cb (ObWindow *self)
{
  const ObFileState state = ob_file_watch_get_state (self->watch);
  GFile *file = ob_scenario_get_file (ob_session_get_scenario (self->session));
  g_autofree char *name = file != NULL ? ob_window_get_file_name (file) : g_strdup ("");

  set_enabled (self, "reload", state == OB_FILE_STATE_CHANGED);
  set_enabled (self, "save-again", state == OB_FILE_STATE_GONE);
  set_enabled (self, "keep-mine", state != OB_FILE_STATE_SAME);
  ob_file_bar_show_state (self->file_bar, state, name);
}

/* On some file systems nobody tells of changes; whoever has changed the file in
 * another window comes back to this one. */
static void
active_cb (ObWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    ob_file_watch_check (self->watch);
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ObWindow *self = OB_WINDOW (source);
  GFile *file = G_FILE (g_task_get_task_data (G_TASK (result)));
  ObScenario *scenario;
  g_autofree char *name = ob_window_get_file_name (file);
  g_autofree char *escaped = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) loaded = g_task_propagate_pointer (G_TASK (result), &error);
  AdwToast *toast;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (loaded == NULL || ob_scenario_get_file (loaded) == NULL)
    {
      /* Translators: %s is the name of a file */
      g_autofree char *heading = g_strdup_printf (_ ("Could Not Reload “%s”"), name);

      ob_window_show_error (self, heading,
                            loaded == NULL ? error->message
                                           : _ ("It is an exported picture now, which can be "
                                                "opened as a new scenario."));
      return;
    }

  /* Another document has come meanwhile, or a drag has begun, which goes first. */
  scenario = ob_session_get_scenario (self->session);
  if (ob_scenario_get_file (scenario) == NULL
      || !g_file_equal (ob_scenario_get_file (scenario), file) || ob_scenario_in_gesture (scenario))
    return;

  ob_scenario_reload (scenario, loaded);
  ob_frozen_bar_refresh (self->frozen_bar);
  ob_file_watch_check (self->watch);
  escaped = g_markup_escape_text (name, -1);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_ ("Reloaded “%s”"), escaped);
  toast = adw_toast_new (text);
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  ob_toast_add (self->toast_overlay, toast);
}

static void
reload_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  GFile *file = ob_scenario_get_file (ob_session_get_scenario (self->session));
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, reloaded_cb, NULL);

  g_task_set_source_tag (task, reload_action);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, ob_window_load_thread);
}

static void
keep_mine_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ob_file_watch_keep (OB_WINDOW (data)->watch);
}

static void
save_again_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);

  ob_file_watch_keep (self->watch);
  ob_window_save (self);
}

static const GActionEntry entries[] = {
  { "reload", reload_action },
  { "keep-mine", keep_mine_action },
  { "save-again", save_again_action },
};

void
ob_window_init_watch (ObWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  self->watch = ob_file_watch_new ();
  g_signal_connect_object (self->watch, "notify::state", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self, "notify::is-active", G_CALLBACK (active_cb), self, 0);
  state_cb (self);
}
