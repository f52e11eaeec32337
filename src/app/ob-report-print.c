/* ob-report-print.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-report-print.h"

/* The least that a report can be laid out for, points; on smaller paper it is
 * made smaller as a whole. */
#define MIN_WIDTH  300.
#define MIN_HEIGHT 400.

typedef struct
{
  ObProvenance *provenance;
  ObResults *results;
  ObGhosts *ghosts;
  char *verdict;
  ObPaper paper;
  GFile *file;
  ObReport *report;
} Job;

static Job *
job_new (ObProvenance *provenance, ObResults *results, ObGhosts *ghosts, const char *verdict)
{
  Job *job = g_new0 (Job, 1);

  job->provenance = ob_provenance_ref (provenance);
  job->results = ob_results_ref (results);
  job->ghosts = ghosts != NULL ? ob_ghosts_ref (ghosts) : NULL;
  job->verdict = g_strdup (verdict);

  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->report, ob_report_free);
  ob_provenance_unref (job->provenance);
  ob_results_unref (job->results);
  g_clear_pointer (&job->ghosts, ob_ghosts_unref);
  g_free (job->verdict);
  g_clear_object (&job->file);
  g_free (job);
}

static double
get_factor (GtkPrintContext *context)
{
  return MIN (MIN (gtk_print_context_get_width (context) / MIN_WIDTH,
                   gtk_print_context_get_height (context) / MIN_HEIGHT),
              1);
}

static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, gpointer data)
{
  Job *job = data;
  double factor = get_factor (context);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&job->report, ob_report_free);
  job->report =
    ob_report_new (job->provenance, job->results, job->ghosts, job->verdict,
                   MAX (gtk_print_context_get_width (context) / factor, MIN_WIDTH),
                   MAX (gtk_print_context_get_height (context) / factor, MIN_HEIGHT), &error);
  if (job->report == NULL)
    {
      g_warning ("%s", error->message);
      gtk_print_operation_cancel (operation);
      return;
    }

  gtk_print_operation_set_n_pages (operation, (int) ob_report_get_n_pages (job->report));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer data)
{
  Job *job = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double factor = get_factor (context);

  cairo_save (cr);
  cairo_scale (cr, factor, factor);
  ob_report_draw_page (job->report, cr, (guint) page);
  cairo_restore (cr);
}

GtkPrintOperation *
ob_report_print_new (ObProvenance *provenance,
                     ObResults *results,
                     ObGhosts *ghosts,
                     const char *verdict)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job;

  g_return_val_if_fail (provenance != NULL, operation);
  g_return_val_if_fail (results != NULL, operation);
  g_return_val_if_fail (verdict != NULL, operation);

  job = job_new (provenance, results, ghosts, verdict);
  g_object_set_data_full (G_OBJECT (operation), "ob-job", job, job_free);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* A report has its own margins. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* What takes long, such as a slow printer, says so and can be cancelled. */
  gtk_print_operation_set_show_progress (operation, TRUE);
  if (*provenance->name != '\0')
    {
      g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
      g_autofree char *name = g_strdelimit (g_strdup (provenance->name), "/\\", '-');

      gtk_print_operation_set_job_name (operation, provenance->name);
      /* Of a file that is printed to. */
      gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
      gtk_print_operation_set_print_settings (operation, settings);
    }
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);

  return operation;
}

ObPaper
ob_report_get_default_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? OB_PAPER_LETTER
                                                                            : OB_PAPER_A4;
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (ObReport) report = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;
  double width;
  double height;

  ob_paper_get_size (job->paper, &width, &height);
  report =
    ob_report_new (job->provenance, job->results, job->ghosts, job->verdict, width, height, &error);
  if (report != NULL)
    bytes = ob_report_to_pdf (report, &error);

  if (bytes == NULL
      || !g_file_replace_contents (job->file, g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), NULL, FALSE,
                                   G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
ob_report_save_async (ObProvenance *provenance,
                      ObResults *results,
                      ObGhosts *ghosts,
                      const char *verdict,
                      ObPaper paper,
                      GFile *file,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (provenance != NULL);
  g_return_if_fail (results != NULL);
  g_return_if_fail (verdict != NULL);
  g_return_if_fail (G_IS_FILE (file));

  job = job_new (provenance, results, ghosts, verdict);
  job->paper = paper;
  job->file = g_object_ref (file);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ob_report_save_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
ob_report_save_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ob_report_save_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
