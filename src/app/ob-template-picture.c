/* ob-template-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-template-picture.h"

#include "ob-chart.h"
#include "ob-template.h"

/* Points of the map along each axis: enough for a picture this small. */
#define MAP_SIZE 40

typedef struct
{
  char *id;
  ObThemeKind theme;
  int width;
  int height;
  int scale;
  char *description;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->id);
  g_free (job->description);
  g_free (job);
}

/* The texture takes the surface over: its pixels are never copied. */
static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  g_autoptr (GBytes) bytes = NULL;
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  cairo_surface_flush (surface);
  bytes =
    g_bytes_new_with_free_func (cairo_image_surface_get_data (surface), stride * (gsize) height,
                                (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, stride);
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (ObScenario) scenario = ob_template_load (job->id, &error);
  g_autoptr (ObResults) results = NULL;
  g_autoptr (ObChart) chart = NULL;

  if (scenario == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  results = ob_results_new (ob_scenario_get_inputs (scenario), ob_scenario_get_plane (scenario),
                            MAP_SIZE, 1, cancellable);
  if (results == NULL)
    {
      g_task_return_error_if_cancelled (task);
      return;
    }

  chart = ob_chart_new (OB_CHART_FRONTIER);
  ob_chart_set_theme (chart, job->theme);
  ob_chart_set_background (chart, FALSE);
  ob_chart_set_results (chart, results);
  job->description = ob_chart_describe (chart);
  g_task_return_pointer (
    task, make_texture (ob_chart_draw_to_image (chart, job->width, job->height, job->scale)),
    g_object_unref);
}

void
ob_template_picture_async (const char *id,
                           ObThemeKind theme,
                           int width,
                           int height,
                           int scale,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (id != NULL);
  g_return_if_fail (width > 0 && height > 0 && scale > 0);

  job = g_new0 (Job, 1);
  job->id = g_strdup (id);
  job->theme = theme;
  job->width = width;
  job->height = height;
  job->scale = scale;

  task = g_task_new (NULL, cancellable, callback, data);
  g_task_set_source_tag (task, ob_template_picture_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

GdkTexture *
ob_template_picture_finish (GAsyncResult *result, char **description, GError **error)
{
  GTask *task = G_TASK (result);
  GdkTexture *texture;
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (description != NULL, NULL);

  job = g_task_get_task_data (task);
  texture = g_task_propagate_pointer (task, error);
  *description = texture != NULL ? g_steal_pointer (&job->description) : NULL;

  return texture;
}
