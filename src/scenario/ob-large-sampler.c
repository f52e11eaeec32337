/* ob-large-sampler.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-large-sampler.h"

/* Draws between two looks at the progress. */
#define PIECE 5000
/* How often the progress is told, ms. */
#define INTERVAL 100

G_STATIC_ASSERT (OB_LARGE_SAMPLER_DRAWS % PIECE == 0);

typedef struct
{
  ObSampler *sampler;
  gint done; /* atomic */
} Job;

struct _ObLargeSampler
{
  GObject parent_instance;

  /* What the sample is of, or the one under way. */
  ObInputs inputs;
  ObUncertainty uncertainty;
  ObSample *sample;
  /* Under way. */
  GTask *task;
  guint progress_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ObLargeSampler, ob_large_sampler, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  ob_sampler_free (job->sampler);
  g_free (job);
}

static void
piece_cb (gsize done, gpointer data)
{
  Job *job = data;

  g_atomic_int_set (&job->done, (gint) done);
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  ObSample *sample = ob_sample_new_in_pieces (job->sampler, OB_LARGE_SAMPLER_DRAWS, PIECE, piece_cb,
                                              job, cancellable);

  if (sample != NULL)
    g_task_return_pointer (task, sample, (GDestroyNotify) ob_sample_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static gboolean
progress_cb (gpointer data)
{
  g_signal_emit (data, signals[CHANGED], 0);

  return G_SOURCE_CONTINUE;
}

static void
job_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  ObLargeSampler *self = OB_LARGE_SAMPLER (object);
  g_autoptr (ObSample) sample = g_task_propagate_pointer (G_TASK (result), NULL);

  /* It was cancelled, or another has taken its place. */
  if (self->task != G_TASK (result))
    return;

  g_clear_object (&self->task);
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (sample != NULL)
    self->sample = g_steal_pointer (&sample);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (ObLargeSampler *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  if (self->task == NULL)
    return;

  g_cancellable_cancel (g_task_get_cancellable (self->task));
  g_clear_object (&self->task);
}

static void
ob_large_sampler_dispose (GObject *object)
{
  ObLargeSampler *self = OB_LARGE_SAMPLER (object);

  stop (self);
  g_clear_pointer (&self->sample, ob_sample_unref);

  G_OBJECT_CLASS (ob_large_sampler_parent_class)->dispose (object);
}

static void
ob_large_sampler_class_init (ObLargeSamplerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ob_large_sampler_dispose;

  signals[CHANGED] = g_signal_new ("changed", OB_TYPE_LARGE_SAMPLER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ob_large_sampler_init (ObLargeSampler *self)
{
}

ObLargeSampler *
ob_large_sampler_new (void)
{
  return g_object_new (OB_TYPE_LARGE_SAMPLER, NULL);
}

void
ob_large_sampler_request (ObLargeSampler *self,
                          const ObInputs *inputs,
                          const ObUncertainty *uncertainty)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Job *job;

  g_return_if_fail (OB_IS_LARGE_SAMPLER (self));
  g_return_if_fail (inputs != NULL && uncertainty != NULL);
  g_return_if_fail (ob_uncertainty_get_levers (uncertainty, NULL) > 0);

  stop (self);
  g_clear_pointer (&self->sample, ob_sample_unref);
  self->inputs = *inputs;
  self->uncertainty = *uncertainty;
  job = g_new0 (Job, 1);
  job->sampler = ob_sampler_new (inputs, uncertainty);
  self->task = g_task_new (self, cancellable, job_cb, NULL);
  g_task_set_source_tag (self->task, ob_large_sampler_request);
  g_task_set_task_data (self->task, job, job_free);
  g_task_run_in_thread (self->task, job_thread);
  self->progress_id = g_timeout_add (INTERVAL, progress_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ob_large_sampler_cancel (ObLargeSampler *self)
{
  g_return_if_fail (OB_IS_LARGE_SAMPLER (self));

  if (self->task == NULL)
    return;

  stop (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ob_large_sampler_clear (ObLargeSampler *self)
{
  g_return_if_fail (OB_IS_LARGE_SAMPLER (self));

  if (self->task == NULL && self->sample == NULL)
    return;

  stop (self);
  g_clear_pointer (&self->sample, ob_sample_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
ob_large_sampler_get_busy (ObLargeSampler *self)
{
  g_return_val_if_fail (OB_IS_LARGE_SAMPLER (self), FALSE);

  return self->task != NULL;
}

double
ob_large_sampler_get_progress (ObLargeSampler *self)
{
  Job *job;

  g_return_val_if_fail (OB_IS_LARGE_SAMPLER (self), 0);

  if (self->task == NULL)
    return 0;

  job = g_task_get_task_data (self->task);
  return g_atomic_int_get (&job->done) / (double) OB_LARGE_SAMPLER_DRAWS;
}

ObSample *
ob_large_sampler_get_sample (ObLargeSampler *self,
                             const ObInputs *inputs,
                             const ObUncertainty *uncertainty)
{
  g_return_val_if_fail (OB_IS_LARGE_SAMPLER (self), NULL);
  g_return_val_if_fail (inputs != NULL && uncertainty != NULL, NULL);

  return self->sample != NULL && ob_inputs_equal (inputs, &self->inputs)
             && ob_uncertainty_equal (uncertainty, &self->uncertainty)
           ? self->sample
           : NULL;
}
