/* test-report-print.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-export.h"
#include "ob-report-print.h"
#include "ob-scenario-file.h"
#include "ob-test-session.h"
#include "ob-window-private.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char *folder;
  GFile *file;
  ObSession *session;
  ObProvenance *provenance;
  gboolean done;
  GError *error;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("overbuild-XXXXXX", NULL);
  g_assert_nonnull (fixture->folder);
  path = g_build_filename (fixture->folder, "report.pdf", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->session = ob_session_new ();
  ob_scenario_set_value (ob_session_get_scenario (fixture->session), OB_PARAMETER_CAPEX, 712, NULL);
  ob_scenario_set_title (ob_session_get_scenario (fixture->session), "Mine/yours");
  ob_test_session_wait (fixture->session);
  fixture->provenance = ob_export_make_provenance (ob_session_get_scenario (fixture->session),
                                                   ob_session_get_results (fixture->session));
  g_assert_nonnull (fixture->provenance);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (g_file_peek_path (fixture->file));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_object_unref (fixture->file);
  ob_provenance_unref (fixture->provenance);
  g_clear_error (&fixture->error);
  g_assert_finalize_object (fixture->session);
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->done;
}

/* Printed to a file, which is all that a machine without a printer can do. */
static void
test_print (Fixture *fixture, gconstpointer data)
{
  static const char *const papers[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER,
                                        "na_index-3x5_3x5in" };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      g_autoptr (GtkPrintOperation) operation = ob_report_print_new (
        fixture->provenance, ob_session_get_results (fixture->session), NULL, "It pays back.");
      g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
      GtkPaperSize *paper = gtk_paper_size_new (papers[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *contents = NULL;
      int n_pages;

      g_assert_cmpstr (gtk_print_settings_get (gtk_print_operation_get_print_settings (operation),
                                               GTK_PRINT_SETTINGS_OUTPUT_BASENAME),
                       ==, "Mine-yours");
      gtk_page_setup_set_paper_size (setup, paper);
      gtk_paper_size_free (paper);
      gtk_print_operation_set_default_page_setup (operation, setup);
      gtk_print_operation_set_allow_async (operation, FALSE);
      gtk_print_operation_set_export_filename (operation, g_file_peek_path (fixture->file));
      g_assert_cmpint (
        gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==,
        GTK_PRINT_OPERATION_RESULT_APPLY);
      g_assert_no_error (error);

      g_object_get (operation, "n-pages", &n_pages, NULL);
      g_assert_cmpint (n_pages, >=, 4);
      g_assert_true (
        g_file_get_contents (g_file_peek_path (fixture->file), &contents, NULL, &error));
      g_assert_true (g_str_has_prefix (contents, "%PDF-"));
    }
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;

  g_assert_true (ob_report_save_finish (result, &fixture->error) == (fixture->error == NULL));
  fixture->done = TRUE;
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) nowhere = g_file_new_build_filename (fixture->folder, "no", "where.pdf", NULL);
  g_autoptr (ObScenario) opened = NULL;
  g_autoptr (GError) error = NULL;

  ob_report_save_async (fixture->provenance, ob_session_get_results (fixture->session), NULL,
                        "It pays back.", OB_PAPER_LETTER, fixture->file, NULL, saved_cb, fixture);
  ob_test_wait (is_done, fixture);
  g_assert_no_error (fixture->error);
  opened = ob_scenario_load_file (fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (ob_scenario_get_value (opened, OB_PARAMETER_CAPEX), ==, 712);

  fixture->done = FALSE;
  ob_report_save_async (fixture->provenance, ob_session_get_results (fixture->session), NULL,
                        "It pays back.", OB_PAPER_A4, nowhere, NULL, saved_cb, fixture);
  ob_test_wait (is_done, fixture);
  g_assert_error (fixture->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static gboolean
exists (gpointer data)
{
  return g_file_query_exists (data, NULL);
}

static gboolean
has_ghosts (gpointer data)
{
  return ob_session_get_ghosts (data) != NULL;
}

/* From the window, whose actions are there. */
static void
test_window (Fixture *fixture, gconstpointer data)
{
  ObWindow *window = OB_WINDOW (ob_window_new (NULL));
  g_autoptr (ObPin) pin = NULL;
  ObSession *session;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_CAPEX] = 500;

  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), "print"));
  g_assert_true (g_action_group_has_action (G_ACTION_GROUP (window), "save-report"));
  gtk_window_present (GTK_WINDOW (window));

  /* Too early: nothing is written that does not belong to what is on screen. */
  g_assert_true (ob_scenario_set_value (ob_session_get_scenario (ob_window_get_session (window)),
                                        OB_PARAMETER_CAPEX, 713, NULL));
  ob_window_save_report_to (window, fixture->file);
  g_assert_false (exists (fixture->file));

  /* The same goes for what is pinned. */
  session = ob_window_get_session (window);
  ob_test_session_wait (session);
  g_assert_true (ob_inputs_check (&inputs, NULL));
  pin = ob_pin_new ("P", &inputs);
  ob_scenario_set_pin (ob_session_get_scenario (session), 0, pin);
  g_assert_false (ob_session_get_busy (session));
  ob_window_save_report_to (window, fixture->file);
  g_assert_false (has_ghosts (session));
  ob_test_wait (has_ghosts, session);
  g_assert_false (exists (fixture->file));

  ob_window_save_report_to (window, fixture->file);
  ob_test_wait (exists, fixture->file);
  ob_test_window_destroy (GTK_WINDOW (window));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/report-print/print", test_print);
  ADD ("/report-print/save", test_save);
  ADD ("/report-print/window", test_window);

  return g_test_run ();
}
