/* ob-evaluator-worker.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evaluator-worker.h"

#include "ob-evaluator.h"
#include "ob-verdict.h"

/* What is exact is left until a drag has paused for so long: the cores are wanted for
 * the next picture, and what was begun would be cancelled by it. */
#define PAUSE (50 * G_TIME_SPAN_MILLISECOND)
/* What a sample may take of a frame; longer, and the next of the drag has half as
 * many draws. */
#define SAMPLE_BUDGET (12 * G_TIME_SPAN_MILLISECOND)
#define MIN_DRAWS     125

/* The thread may outlive the evaluator by the time it takes to notice that it is
 * cancelled, so that dropping an evaluator does not wait. */
struct _ObEvaluatorWorker
{
  GMutex mutex;
  GCond requested;
  GCond delivered;

  /* Guarded by the mutex. */
  ObEvaluatorRequest *pending;
  GCancellable *cancellable;
  gboolean in_coarse_pass;
  gboolean quit;
  GQueue deliveries;
  gint64 coarse_time; /* that the last coarse pass took, microseconds */

  /* Only touched on the thread of the context. */
  void (*arrived) (gpointer data);
  gpointer data;

  /* Only touched on the worker. */
  gsize n_draws;

  /* Constant. */
  GMainContext *context;
};

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObEvaluatorRequest, ob_evaluator_request_free)

void
ob_evaluator_request_free (ObEvaluatorRequest *request)
{
  if (request == NULL)
    return;

  ob_sampler_free (request->sampler);
  g_free (request);
}

void
ob_evaluator_delivery_free (ObEvaluatorDelivery *delivery)
{
  if (delivery == NULL)
    return;

  g_clear_pointer (&delivery->results, ob_results_unref);
  g_free (delivery->verdict);
  g_free (delivery);
}

static void
worker_clear (gpointer data)
{
  ObEvaluatorWorker *self = data;

  g_clear_pointer (&self->pending, ob_evaluator_request_free);
  g_queue_clear_full (&self->deliveries, (GDestroyNotify) ob_evaluator_delivery_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->requested);
  g_cond_clear (&self->delivered);
}

static void
worker_unref (gpointer self)
{
  g_atomic_rc_box_release_full (self, worker_clear);
}

static gboolean
arrived_cb (gpointer data)
{
  ObEvaluatorWorker *self = data;

  if (self->arrived != NULL)
    self->arrived (self->data);

  return G_SOURCE_REMOVE;
}

static void
deliver (ObEvaluatorWorker *self,
         guint64 serial,
         ObResults *results,
         char *verdict,
         ObEvaluatorStage stage)
{
  ObEvaluatorDelivery *delivery = g_new0 (ObEvaluatorDelivery, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  delivery->serial = serial;
  delivery->results = results;
  delivery->verdict = verdict;
  delivery->stage = stage;

  g_mutex_lock (&self->mutex);
  g_queue_push_tail (&self->deliveries, delivery);
  g_cond_signal (&self->delivered);
  g_mutex_unlock (&self->mutex);

  /* Ahead of the redraw, so that the frame under way shows it. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, arrived_cb, g_atomic_rc_box_acquire (self), worker_unref);
  g_source_set_static_name (source, "[overbuild] results");
  g_source_attach (source, self->context);
}

/* FALSE if there is nothing more to do for the request under way. */
static gboolean
leave_coarse_pass (ObEvaluatorWorker *self, gboolean in_drag)
{
  const gint64 end = g_get_monotonic_time () + PAUSE;
  gboolean go_on;

  g_mutex_lock (&self->mutex);
  self->in_coarse_pass = FALSE;
  while (in_drag && self->pending == NULL && !self->quit
         && !g_cancellable_is_cancelled (self->cancellable))
    {
      if (!g_cond_wait_until (&self->requested, &self->mutex, end))
        break;
    }
  go_on = self->pending == NULL && !g_cancellable_is_cancelled (self->cancellable);
  g_mutex_unlock (&self->mutex);

  return go_on;
}

/* The sample that goes with the coarse map: as many draws as fit next to it. */
static ObSample *
sample_coarsely (ObEvaluatorWorker *self,
                 const ObEvaluatorRequest *request,
                 GCancellable *cancellable)
{
  const gint64 start = g_get_monotonic_time ();
  ObSample *sample;

  if (!request->in_drag)
    self->n_draws = OB_EVALUATOR_COARSE_DRAWS;
  sample = ob_sample_new (request->sampler, self->n_draws, cancellable);
  if (g_get_monotonic_time () - start > SAMPLE_BUDGET)
    self->n_draws = MAX (self->n_draws / 2, MIN_DRAWS);

  return sample;
}

static void
deliver_sampled (ObEvaluatorWorker *self,
                 const ObEvaluatorRequest *request,
                 ObResults *exact,
                 GCancellable *cancellable)
{
  g_autoptr (ObSample) sample =
    ob_sample_new (request->sampler, OB_EVALUATOR_EXACT_DRAWS, cancellable);

  if (sample != NULL)
    deliver (self, request->serial, ob_results_new_with_sample (exact, sample), NULL,
             OB_STAGE_EXACT);
}

static void
set_coarse_time (ObEvaluatorWorker *self, gint64 time)
{
  g_mutex_lock (&self->mutex);
  self->coarse_time = time;
  g_mutex_unlock (&self->mutex);
}

static void
evaluate (ObEvaluatorWorker *self, const ObEvaluatorRequest *request, GCancellable *cancellable)
{
  const ObPlane *plane = request->has_plane ? &request->plane : NULL;
  ObWayOut ways[OB_N_HEADLINE];
  ObResults *results;
  g_autoptr (ObResults) exact = NULL;
  g_autoptr (ObSample) sample = NULL;
  const ObEvaluatorStage last = request->sampler == NULL ? OB_STAGE_EXACT : 0;
  const gint64 start = g_get_monotonic_time ();

  results = ob_results_new_with_overlay (&request->inputs, plane, &request->overlay,
                                         OB_EVALUATOR_COARSE_SIZE, request->serial, cancellable);

  if (results == NULL)
    return;

  if (request->sampler != NULL)
    {
      sample = sample_coarsely (self, request, cancellable);
      results->sample = sample != NULL ? ob_sample_ref (sample) : NULL;
    }

  exact = plane == NULL ? ob_results_ref (results) : NULL;
  set_coarse_time (self, g_get_monotonic_time () - start);
  deliver (self, request->serial, results,
           ob_verdict_format (&request->inputs, &results->run, NULL),
           exact != NULL ? OB_STAGE_FIRST | last : OB_STAGE_FIRST);

  if (!leave_coarse_pass (self, request->in_drag))
    return;

  if (exact == NULL)
    {
      exact = ob_results_new_with_overlay (&request->inputs, plane, &request->overlay,
                                           OB_EVALUATOR_EXACT_SIZE, request->serial, cancellable);

      if (exact == NULL)
        return;

      if (sample != NULL)
        exact->sample = ob_sample_ref (sample);
      deliver (self, request->serial, ob_results_ref (exact), NULL, last);
    }

  if (ob_verdict_find_ways_out (&request->inputs, ways, cancellable))
    deliver (self, request->serial, NULL, ob_verdict_format (&request->inputs, &exact->run, ways),
             last);
  if (request->sampler != NULL)
    deliver_sampled (self, request, exact, cancellable);
}

static gpointer
worker_thread (gpointer data)
{
  ObEvaluatorWorker *self = data;

  for (;;)
    {
      g_autoptr (ObEvaluatorRequest) request = NULL;
      g_autoptr (GCancellable) cancellable = NULL;

      g_mutex_lock (&self->mutex);
      g_clear_object (&self->cancellable);
      self->in_coarse_pass = FALSE;

      while (self->pending == NULL && !self->quit)
        g_cond_wait (&self->requested, &self->mutex);

      if (self->quit)
        {
          g_mutex_unlock (&self->mutex);
          break;
        }

      request = g_steal_pointer (&self->pending);
      cancellable = g_cancellable_new ();
      self->cancellable = g_object_ref (cancellable);
      self->in_coarse_pass = TRUE;
      g_mutex_unlock (&self->mutex);

      evaluate (self, request, cancellable);
    }

  worker_unref (self);

  return NULL;
}

ObEvaluatorWorker *
ob_evaluator_worker_new (void (*arrived) (gpointer data), gpointer data)
{
  ObEvaluatorWorker *self = g_atomic_rc_box_new0 (ObEvaluatorWorker);

  g_assert (arrived != NULL);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->requested);
  g_cond_init (&self->delivered);
  g_queue_init (&self->deliveries);
  self->context = g_main_context_ref_thread_default ();
  self->arrived = arrived;
  self->data = data;
  self->n_draws = OB_EVALUATOR_COARSE_DRAWS;

  g_thread_unref (g_thread_new ("ob-evaluator", worker_thread, g_atomic_rc_box_acquire (self)));

  return self;
}

void
ob_evaluator_worker_drop (ObEvaluatorWorker *self)
{
  self->arrived = NULL;

  g_mutex_lock (&self->mutex);
  self->quit = TRUE;
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_cond_signal (&self->requested);
  g_mutex_unlock (&self->mutex);

  worker_unref (self);
}

void
ob_evaluator_worker_request (ObEvaluatorWorker *self, ObEvaluatorRequest *request)
{
  g_mutex_lock (&self->mutex);
  ob_evaluator_request_free (self->pending);
  self->pending = request;
  if (self->cancellable != NULL && !self->in_coarse_pass)
    g_cancellable_cancel (self->cancellable);
  g_cond_signal (&self->requested);
  g_mutex_unlock (&self->mutex);
}

void
ob_evaluator_worker_cancel (ObEvaluatorWorker *self)
{
  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->pending, ob_evaluator_request_free);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_cond_signal (&self->requested);
  g_mutex_unlock (&self->mutex);
}

ObEvaluatorDelivery *
ob_evaluator_worker_take (ObEvaluatorWorker *self)
{
  ObEvaluatorDelivery *delivery;

  g_mutex_lock (&self->mutex);
  delivery = g_queue_pop_head (&self->deliveries);
  g_mutex_unlock (&self->mutex);

  return delivery;
}

static gboolean
has_delivery (ObEvaluatorWorker *self, guint64 serial)
{
  const ObEvaluatorDelivery *newest = g_queue_peek_tail (&self->deliveries);

  return newest != NULL && newest->serial == serial;
}

void
ob_evaluator_worker_wait (ObEvaluatorWorker *self, guint64 serial, gint64 limit)
{
  const gint64 end = g_get_monotonic_time () + limit;

  g_mutex_lock (&self->mutex);
  while (!has_delivery (self, serial) && self->coarse_time <= limit)
    {
      if (!g_cond_wait_until (&self->delivered, &self->mutex, end))
        break;
    }
  g_mutex_unlock (&self->mutex);
}
