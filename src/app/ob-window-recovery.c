/* ob-window-recovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-scenario-file.h"

#include <glib/gi18n-lib.h>

/* So many are named in the question; the others are counted. */
#define MAX_NAMED 5

static void
message_cb (ObWindow *self)
{
  const char *message = ob_recovery_get_message (self->recovery);
  g_autofree char *text = NULL;

  if (message == NULL)
    return;

  /* Translators: %s says which file and why */
  text = g_strdup_printf (_ ("No copy of unsaved changes can be kept: %s"), message);
  ob_window_show_toast (self, text);
}

/* Takes @recovery. */
static void
set_recovery (ObWindow *self, ObRecovery *recovery)
{
  if (self->recovery != NULL)
    ob_recovery_set_scenario (self->recovery, NULL);
  g_clear_object (&self->recovery);

  self->recovery = recovery;
  g_signal_connect_object (recovery, "notify::message", G_CALLBACK (message_cb), self,
                           G_CONNECT_SWAPPED);
  ob_recovery_set_scenario (recovery, ob_session_get_scenario (self->session));
}

void
ob_window_init_recovery (ObWindow *self)
{
  set_recovery (self, ob_recovery_new (NULL));
}

/* A copy and what is in it. */
typedef struct
{
  ObRecovery *recovery;
  ObScenario *scenario;
} Found;

static void
found_free (Found *found)
{
  g_object_unref (found->recovery);
  g_object_unref (found->scenario);
  g_free (found);
}

static void
restore (ObWindow *self, Found *found)
{
  set_recovery (self, g_object_ref (found->recovery));
  ob_window_replace_scenario (self, found->scenario, ob_scenario_get_file (found->scenario));
}

static void
offer_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  GPtrArray *all = g_object_get_data (G_OBJECT (dialog), "found");

  for (guint i = 0; i < all->len; i++)
    {
      Found *found = g_ptr_array_index (all, i);
      ObWindow *window = self;

      if (g_str_equal (response, "discard"))
        ob_recovery_discard (found->recovery);
      if (!g_str_equal (response, "restore"))
        continue;

      if (!ob_window_is_pristine (window))
        window = OB_WINDOW (ob_window_new (gtk_window_get_application (GTK_WINDOW (self))));
      restore (window, found);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static char *
describe (GPtrArray *all)
{
  GString *text =
    g_string_new (_ ("The program ended while there were changes that had not been saved:"));

  for (guint i = 0; i < all->len && i < MAX_NAMED; i++)
    {
      Found *found = g_ptr_array_index (all, i);
      g_autoptr (GDateTime) time = ob_recovery_get_time (found->recovery);
      g_autofree char *when = time != NULL ? g_date_time_format (time, "%x %H:%M") : NULL;
      const char *title = ob_scenario_get_title (found->scenario);

      g_string_append (text, "\n");
      g_string_append_printf (text,
                              /* Translators: the title of a scenario and when it was changed */
                              C_ ("unsaved work", "“%s”, %s"),
                              *title != '\0' ? title : _ ("Untitled Scenario"),
                              when != NULL ? when : "");
    }

  if (all->len > MAX_NAMED)
    {
      g_string_append (text, "\n");
      g_string_append_printf (
        text, g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", all->len - MAX_NAMED),
        all->len - MAX_NAMED);
    }

  return g_string_free (text, FALSE);
}

static GPtrArray *
find_all (ObWindow *self)
{
  g_autoptr (GPtrArray) copies = ob_recovery_find (NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) found_free);

  for (guint i = 0; i < copies->len; i++)
    {
      ObRecovery *recovery = g_ptr_array_index (copies, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (ObScenario) scenario = ob_recovery_restore (recovery, &error);
      Found *found;

      if (scenario == NULL)
        {
          ob_window_show_toast (self, error->message);
          continue;
        }

      found = g_new0 (Found, 1);
      found->recovery = g_object_ref (recovery);
      found->scenario = g_steal_pointer (&scenario);
      g_ptr_array_add (all, found);
    }

  return all;
}

void
ob_window_offer_recovery (ObWindow *self)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  g_return_if_fail (OB_IS_WINDOW (self));

  all = find_all (self);
  if (all->len == 0)
    return;

  body = describe (all);
  dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (self), _ ("Restore Unsaved Changes?"), body));
  adw_message_dialog_add_responses (dialog, "discard", _ ("_Discard"), "later", _ ("_Not Now"),
                                    "restore", _ ("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "restore", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "restore");
  adw_message_dialog_set_close_response (dialog, "later");
  g_object_set_data_full (G_OBJECT (dialog), "found", g_steal_pointer (&all),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (offer_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
