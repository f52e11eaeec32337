/* ob-window-report.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-export.h"
#include "ob-report-print.h"

#include <glib/gi18n-lib.h>

#define SUFFIX ".pdf"

/* What a report is made from, if it is all there and belongs together. */
static ObProvenance *
prepare (ObWindow *self)
{
  ObResults *results = ob_session_get_results (self->session);
  ObScenario *scenario = ob_session_get_scenario (self->session);
  ObProvenance *provenance = NULL;

  ob_window_commit_typed (self);
  if (results != NULL && !ob_session_get_busy (self->session)
      && ob_ghosts_covers (ob_session_get_ghosts (self->session), ob_scenario_get_pins (scenario),
                           ob_scenario_get_plane (scenario)))
    provenance = ob_export_make_provenance (scenario, results);
  if (provenance == NULL)
    ob_window_show_toast (self, _ ("The results are still being computed"));

  return provenance;
}

static void
printed_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, ObWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  ob_window_show_error (self, _ ("Could Not Print"), error->message);
}

static void
print_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  g_autoptr (ObProvenance) provenance = prepare (self);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  if (provenance == NULL)
    return;

  operation = ob_report_print_new (provenance, ob_session_get_results (self->session),
                                   ob_session_get_ghosts (self->session),
                                   ob_session_get_verdict (self->session));
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           &error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (ObWindow) self = data;
  g_autoptr (GError) error = NULL;

  if (ob_report_save_finish (result, &error))
    ob_window_show_toast (self, _ ("Report saved"));
  else if (self->session != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ob_window_show_error (self, _ ("Could Not Save the Report"), error->message);
}

void
ob_window_save_report_to (ObWindow *self, GFile *file)
{
  g_autoptr (ObProvenance) provenance = NULL;

  g_return_if_fail (OB_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  provenance = prepare (self);
  if (provenance != NULL)
    ob_report_save_async (provenance, ob_session_get_results (self->session),
                          ob_session_get_ghosts (self->session),
                          ob_session_get_verdict (self->session), ob_report_get_default_paper (),
                          file, self->cancellable, saved_cb, g_object_ref (self));
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  g_autoptr (GFile) file = ob_window_finish_chooser (self, response);

  if (file != NULL)
    ob_window_save_report_to (self, file);
}

static void
save_report_action (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  g_autofree char *title = ob_window_get_display_title (self);
  g_autofree char *name = NULL;

  g_strdelimit (title, "/\\", '-');
  name = g_strconcat (title, SUFFIX, NULL);

  ob_window_prepare_chooser (self, _ ("Save Report"), GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
ob_window_init_report (ObWindow *self)
{
  static const GActionEntry entries[] = {
    { "print", print_action },
    { "save-report", save_report_action },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
