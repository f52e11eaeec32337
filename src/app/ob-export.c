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
  ObProvenance *provenance;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  ob_export_settings_clear (&job->settings);
  ob_results_unref (job->results);
  g_free (job->subtitle);
  g_clear_pointer (&job->provenance, ob_provenance_unref);
  g_clear_object (&job->file);
  g_free (job);
}

void
ob_export_settings_clear (ObExportSettings *settings)
{
  g_return_if_fail (settings != NULL);

  g_clear_pointer (&settings->ghosts, ob_ghosts_unref);
  g_clear_pointer (&settings->comparison, ob_comparison_unref);
  g_clear_pointer (&settings->title, g_free);
  g_clear_pointer (&settings->source, g_free);
}

void
ob_export_settings_set_discovery (ObExportSettings *settings, ObScenario *scenario)
{
  const ObDiscovery *discovery = ob_scenario_get_discovery (scenario);

  ob_discovery_init (&settings->discovery);
  if (discovery != NULL)
    settings->discovery = *discovery;
  settings->outdated = ob_scenario_is_discovery_outdated (scenario);
}

ObChart *
ob_export_make_chart (const ObExportSettings *settings, ObResults *results, const char *subtitle)
{
  ObChart *chart;

  g_return_val_if_fail (settings != NULL, NULL);

  chart = ob_chart_new (settings->kind);
  ob_chart_set_results (chart, results);
  ob_chart_set_ghosts (chart, settings->ghosts);
  ob_chart_set_comparison (chart, settings->comparison);
  ob_chart_set_discovery (chart, &settings->discovery, settings->outdated);
  ob_chart_set_theme (chart, settings->theme);
  ob_chart_set_background (chart, !settings->transparent);
  ob_chart_set_framed (chart, TRUE, subtitle);
  ob_chart_set_frame_texts (chart, settings->title, settings->source);
  ob_chart_set_quarter (chart, settings->quarter);
  ob_chart_set_range (chart, settings->from, settings->to);

  return chart;
}

ObProvenance *
ob_export_make_provenance (ObScenario *scenario, ObResults *results)
{
  g_autoptr (GDateTime) now = NULL;

  g_return_val_if_fail (OB_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (results != NULL, NULL);

  if (!ob_inputs_equal (&results->inputs, ob_scenario_get_inputs (scenario))
      || (results->map != NULL
          && (!ob_plane_equal (&results->map->plane, ob_scenario_get_plane (scenario))
              || !ob_overlay_equal (&results->overlay, ob_scenario_get_overlay (scenario)))))
    return NULL;

  /* Somebody at a window has a clock, whatever the environment says. */
  now = ob_provenance_get_now (NULL);
  if (now == NULL)
    now = g_date_time_new_now_utc ();

  return ob_provenance_new (scenario, &results->run, now);
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const ObExportSettings *settings = &job->settings;
  const ObExportOptions options = {
    .format = settings->format,
    .width = settings->width,
    .height = settings->height,
    .scale = settings->format == OB_EXPORT_PDF ? OB_EXPORT_POINT_SCALE : settings->scale,
    .transparent = settings->transparent,
    .title = settings->title,
    .source = settings->source,
    .provenance = job->provenance,
  };
  g_autoptr (ObChart) chart = ob_export_make_chart (settings, job->results, job->subtitle);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = ob_chart_export_full (chart, &options, &error);

  if (bytes == NULL
      || (job->file != NULL
          && !g_file_replace_contents (
            job->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
            G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, &error)))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&bytes), (GDestroyNotify) g_bytes_unref);
}

void
ob_export_async (const ObExportSettings *settings,
                 ObResults *results,
                 const char *subtitle,
                 ObProvenance *provenance,
                 GFile *file,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (settings != NULL);
  g_return_if_fail (results != NULL);
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->settings = *settings;
  job->settings.ghosts = settings->ghosts != NULL ? ob_ghosts_ref (settings->ghosts) : NULL;
  if (settings->comparison != NULL)
    ob_comparison_ref (settings->comparison);
  job->settings.title = g_strdup (settings->title);
  job->settings.source = g_strdup (settings->source);
  job->results = ob_results_ref (results);
  job->subtitle = g_strdup (subtitle);
  job->provenance = provenance != NULL ? ob_provenance_ref (provenance) : NULL;
  job->file = file != NULL ? g_object_ref (file) : NULL;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ob_export_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

GBytes *
ob_export_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, ob_export_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
