/* ob-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-export.h"

typedef struct
{
  ObExportSettings settings;
  ObResults *results;
  char *subtitle;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ob_results_unref (job->results);
  g_free (job->subtitle);
  g_object_unref (job->file);
  g_free (job);
}

ObChart *
ob_export_make_chart (const ObExportSettings *settings, ObResults *results, const char *subtitle)
{
  ObChart *chart;

  g_return_val_if_fail (settings != NULL, NULL);

  chart = ob_chart_new (settings->kind);
  ob_chart_set_results (chart, results);
  ob_chart_set_theme (chart, settings->theme);
  ob_chart_set_background (chart, TRUE);
  ob_chart_set_framed (chart, TRUE, subtitle);
  ob_chart_set_quarter (chart, settings->quarter);

  return chart;
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const ObExportSettings *settings = &job->settings;
  g_autoptr (ObChart) chart = ob_export_make_chart (settings, job->results, job->subtitle);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = ob_chart_export (chart, settings->format, settings->width, settings->height,
                           settings->scale, &error);

  if (bytes == NULL
      || !g_file_replace_contents (job->file, g_bytes_get_data (bytes, NULL),
                                   g_bytes_get_size (bytes), NULL, FALSE,
                                   G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
ob_export_to_file_async (const ObExportSettings *settings,
                         ObResults *results,
                         const char *subtitle,
                         GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (settings != NULL);
  g_return_if_fail (results != NULL);
  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->settings = *settings;
  job->results = ob_results_ref (results);
  job->subtitle = g_strdup (subtitle);
  job->file = g_object_ref (file);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ob_export_to_file_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

gboolean
ob_export_to_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ob_export_to_file_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
