/* ob-evaluator.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evaluator.h"

#include "ob-model-types.h"
#include "ob-verdict.h"

/* Requests that follow each other faster than this are a drag... */
#define DRAG_INTERVAL (150 * G_TIME_SPAN_MILLISECOND)
/* ...and what is exact is left until it has paused for so long: the cores are
 * wanted for the next picture, and what was begun would be cancelled by it. */
#define PAUSE (50 * G_TIME_SPAN_MILLISECOND)
/* What a sample may take of a frame; longer, and the next of the drag has half as
 * many draws. */
#define SAMPLE_BUDGET (12 * G_TIME_SPAN_MILLISECOND)
#define MIN_DRAWS     125

typedef struct
{
  guint64 serial;
  gboolean in_drag;
  ObInputs inputs;
  ObPlane plane;
  gboolean has_plane;
  ObOverlay overlay;
  ObSampler *sampler; /* (nullable) */
} Request;

/* What the evaluator and its thread share. The thread may outlive the
 * evaluator by the time it takes to notice that it is cancelled, so that
 * dropping an evaluator does not wait. */
typedef struct
{
  GMutex mutex;
  GCond cond;

  /* Guarded by the mutex. */
  Request *pending;
  GCancellable *cancellable;
  gboolean in_coarse_pass;
  gboolean quit;

  /* Only touched on the thread of the context. */
  ObEvaluator *owner;

  /* Only touched on the worker. */
  gsize n_draws;

  /* Constant. */
  GMainContext *context;
} Shared;

typedef enum
{
  STAGE_FIRST = 1 << 0, /* what shows first: wanted even if it is not of the newest request */
  STAGE_EXACT = 1 << 1, /* no better results will follow */
} Stage;

/* One handing-over to the main context: any of results and verdict. */
typedef struct
{
  Shared *shared;
  guint64 serial;
  ObResults *results;
  char *verdict;
  Stage stage;
} Delivery;

struct _ObEvaluator
{
  GObject parent_instance;

  Shared *shared;
  ObResults *results;
  char *verdict;
  guint64 last_serial;
  gint64 last_time; /* of a request, in monotonic microseconds */
  /* Results of requests before this one are not wanted any more. */
  guint64 first_wanted;
  gboolean busy;
};

enum
{
  PROP_0,
  PROP_RESULTS,
  PROP_VERDICT,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObEvaluator, ob_evaluator, G_TYPE_OBJECT)

static void
request_free (Request *request)
{
  if (request == NULL)
    return;

  ob_sampler_free (request->sampler);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
shared_clear (gpointer data)
{
  Shared *shared = data;

  g_clear_pointer (&shared->pending, request_free);
  g_clear_object (&shared->cancellable);
  g_clear_pointer (&shared->context, g_main_context_unref);
  g_mutex_clear (&shared->mutex);
  g_cond_clear (&shared->cond);
}

static void
shared_unref (Shared *shared)
{
  g_atomic_rc_box_release_full (shared, shared_clear);
}

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_clear_pointer (&delivery->results, ob_results_unref);
  g_free (delivery->verdict);
  shared_unref (delivery->shared);
  g_free (delivery);
}

static void
set_busy (ObEvaluator *self, gboolean busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
set_verdict (ObEvaluator *self, const char *verdict)
{
  if (g_strcmp0 (self->verdict, verdict) == 0)
    return;

  g_free (self->verdict);
  self->verdict = g_strdup (verdict);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VERDICT]);
}

static gboolean
deliver_cb (gpointer data)
{
  Delivery *delivery = data;
  g_autoptr (ObEvaluator) self = NULL;

  if (delivery->shared->owner == NULL)
    return G_SOURCE_REMOVE;

  self = g_object_ref (delivery->shared->owner);

  if (delivery->serial < self->first_wanted)
    return G_SOURCE_REMOVE;

  /* The picture may lag behind the newest request, but what refines an older
   * one is worth nothing once there is a newer one. */
  if (!(delivery->stage & STAGE_FIRST) && delivery->serial != self->last_serial)
    return G_SOURCE_REMOVE;

  g_object_freeze_notify (G_OBJECT (self));

  if (delivery->results != NULL)
    {
      g_clear_pointer (&self->results, ob_results_unref);
      self->results = g_steal_pointer (&delivery->results);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULTS]);
    }

  if (delivery->verdict != NULL)
    set_verdict (self, delivery->verdict);

  if ((delivery->stage & STAGE_EXACT) && delivery->serial == self->last_serial)
    set_busy (self, FALSE);

  g_object_thaw_notify (G_OBJECT (self));

  return G_SOURCE_REMOVE;
}

static void
deliver (Shared *shared, guint64 serial, ObResults *results, char *verdict, Stage stage)
{
  Delivery *delivery = g_new0 (Delivery, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  delivery->shared = g_atomic_rc_box_acquire (shared);
  delivery->serial = serial;
  delivery->results = results;
  delivery->verdict = verdict;
  delivery->stage = stage;

  /* Ahead of the redraw, so that the frame under way shows it. */
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, delivery, delivery_free);
  g_source_set_static_name (source, "[overbuild] results");
  g_source_attach (source, shared->context);
}

/* FALSE if there is nothing more to do for the request under way. */
static gboolean
leave_coarse_pass (Shared *shared, gboolean in_drag)
{
  const gint64 end = g_get_monotonic_time () + PAUSE;
  gboolean go_on;

  g_mutex_lock (&shared->mutex);
  shared->in_coarse_pass = FALSE;
  while (in_drag && shared->pending == NULL && !shared->quit
         && !g_cancellable_is_cancelled (shared->cancellable))
    {
      if (!g_cond_wait_until (&shared->cond, &shared->mutex, end))
        break;
    }
  go_on = shared->pending == NULL && !g_cancellable_is_cancelled (shared->cancellable);
  g_mutex_unlock (&shared->mutex);

  return go_on;
}

/* The sample that goes with the coarse map: as many draws as fit next to it. */
static ObSample *
sample_coarsely (Shared *shared, const Request *request, GCancellable *cancellable)
{
  const gint64 start = g_get_monotonic_time ();
  ObSample *sample;

  if (!request->in_drag)
    shared->n_draws = OB_EVALUATOR_COARSE_DRAWS;
  sample = ob_sample_new (request->sampler, shared->n_draws, cancellable);
  if (g_get_monotonic_time () - start > SAMPLE_BUDGET)
    shared->n_draws = MAX (shared->n_draws / 2, MIN_DRAWS);

  return sample;
}

static void
deliver_sampled (Shared *shared,
                 const Request *request,
                 ObResults *exact,
                 GCancellable *cancellable)
{
  g_autoptr (ObSample) sample =
    ob_sample_new (request->sampler, OB_EVALUATOR_EXACT_DRAWS, cancellable);

  if (sample != NULL)
    deliver (shared, request->serial, ob_results_new_with_sample (exact, sample), NULL,
             STAGE_EXACT);
}

static void
evaluate (Shared *shared, const Request *request, GCancellable *cancellable)
{
  const ObPlane *plane = request->has_plane ? &request->plane : NULL;
  ObWayOut ways[OB_N_HEADLINE];
  ObResults *results;
  g_autoptr (ObResults) exact = NULL;
  g_autoptr (ObSample) sample = NULL;
  const Stage last = request->sampler == NULL ? STAGE_EXACT : 0;

  results = ob_results_new_with_overlay (&request->inputs, plane, &request->overlay,
                                         OB_EVALUATOR_COARSE_SIZE, request->serial, cancellable);

  if (results == NULL)
    return;

  if (request->sampler != NULL)
    {
      sample = sample_coarsely (shared, request, cancellable);
      results->sample = sample != NULL ? ob_sample_ref (sample) : NULL;
    }

  exact = plane == NULL ? ob_results_ref (results) : NULL;
  deliver (shared, request->serial, results,
           ob_verdict_format (&request->inputs, &results->run, NULL),
           exact != NULL ? STAGE_FIRST | last : STAGE_FIRST);

  if (!leave_coarse_pass (shared, request->in_drag))
    return;

  if (exact == NULL)
    {
      exact = ob_results_new_with_overlay (&request->inputs, plane, &request->overlay,
                                           OB_EVALUATOR_EXACT_SIZE, request->serial, cancellable);

      if (exact == NULL)
        return;

      if (sample != NULL)
        exact->sample = ob_sample_ref (sample);
      deliver (shared, request->serial, ob_results_ref (exact), NULL, last);
    }

  if (ob_verdict_find_ways_out (&request->inputs, ways, cancellable))
    deliver (shared, request->serial, NULL, ob_verdict_format (&request->inputs, &exact->run, ways),
             last);
  if (request->sampler != NULL)
    deliver_sampled (shared, request, exact, cancellable);
}

static gpointer
worker_thread (gpointer data)
{
  Shared *shared = data;

  for (;;)
    {
      g_autoptr (Request) request = NULL;
      g_autoptr (GCancellable) cancellable = NULL;

      g_mutex_lock (&shared->mutex);
      g_clear_object (&shared->cancellable);
      shared->in_coarse_pass = FALSE;

      while (shared->pending == NULL && !shared->quit)
        g_cond_wait (&shared->cond, &shared->mutex);

      if (shared->quit)
        {
          g_mutex_unlock (&shared->mutex);
          break;
        }

      request = g_steal_pointer (&shared->pending);
      cancellable = g_cancellable_new ();
      shared->cancellable = g_object_ref (cancellable);
      shared->in_coarse_pass = TRUE;
      g_mutex_unlock (&shared->mutex);

      evaluate (shared, request, cancellable);
    }

  shared_unref (shared);

  return NULL;
}

static void
ob_evaluator_dispose (GObject *object)
{
  ObEvaluator *self = OB_EVALUATOR (object);

  if (self->shared != NULL)
    {
      Shared *shared = g_steal_pointer (&self->shared);

      shared->owner = NULL;

      g_mutex_lock (&shared->mutex);
      shared->quit = TRUE;
      if (shared->cancellable != NULL)
        g_cancellable_cancel (shared->cancellable);
      g_cond_signal (&shared->cond);
      g_mutex_unlock (&shared->mutex);

      shared_unref (shared);
    }

  g_clear_pointer (&self->results, ob_results_unref);

  G_OBJECT_CLASS (ob_evaluator_parent_class)->dispose (object);
}

static void
ob_evaluator_finalize (GObject *object)
{
  ObEvaluator *self = OB_EVALUATOR (object);

  g_free (self->verdict);

  G_OBJECT_CLASS (ob_evaluator_parent_class)->finalize (object);
}

static void
ob_evaluator_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObEvaluator *self = OB_EVALUATOR (object);

  switch (prop_id)
    {
    case PROP_RESULTS:
      g_value_set_boxed (value, self->results);
      break;
    case PROP_VERDICT:
      g_value_set_string (value, self->verdict);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_evaluator_class_init (ObEvaluatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ob_evaluator_dispose;
  object_class->finalize = ob_evaluator_finalize;
  object_class->get_property = ob_evaluator_get_property;

  properties[PROP_RESULTS] =
    g_param_spec_boxed ("results", NULL, NULL, OB_TYPE_RESULTS,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VERDICT] = g_param_spec_string (
    "verdict", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BUSY] = g_param_spec_boolean (
    "busy", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ob_evaluator_init (ObEvaluator *self)
{
  Shared *shared = g_atomic_rc_box_new0 (Shared);

  g_mutex_init (&shared->mutex);
  g_cond_init (&shared->cond);
  shared->context = g_main_context_ref_thread_default ();
  shared->owner = self;
  shared->n_draws = OB_EVALUATOR_COARSE_DRAWS;

  self->shared = shared;
  self->verdict = g_strdup ("");

  g_thread_unref (g_thread_new ("ob-evaluator", worker_thread, g_atomic_rc_box_acquire (shared)));
}

ObEvaluator *
ob_evaluator_new (void)
{
  return g_object_new (OB_TYPE_EVALUATOR, NULL);
}

guint64
ob_evaluator_request (ObEvaluator *self, const ObInputs *inputs, const ObPlane *plane)
{
  return ob_evaluator_request_with_overlay (self, inputs, plane, NULL);
}

guint64
ob_evaluator_request_with_overlay (ObEvaluator *self,
                                   const ObInputs *inputs,
                                   const ObPlane *plane,
                                   const ObOverlay *overlay)
{
  return ob_evaluator_request_sampled (self, inputs, plane, overlay, NULL);
}

guint64
ob_evaluator_request_sampled (ObEvaluator *self,
                              const ObInputs *inputs,
                              const ObPlane *plane,
                              const ObOverlay *overlay,
                              const ObUncertainty *uncertainty)
{
  Shared *shared;
  Request *request;
  gint64 now;

  g_return_val_if_fail (OB_IS_EVALUATOR (self), 0);
  g_return_val_if_fail (inputs != NULL, 0);

  shared = self->shared;
  now = g_get_monotonic_time ();
  request = g_new0 (Request, 1);
  request->serial = ++self->last_serial;
  request->in_drag = now - self->last_time < DRAG_INTERVAL;
  self->last_time = now;
  request->inputs = *inputs;
  if (plane != NULL)
    {
      request->plane = *plane;
      request->has_plane = TRUE;
    }
  if (overlay != NULL)
    request->overlay = *overlay;
  else
    ob_overlay_init (&request->overlay);
  if (uncertainty != NULL && ob_uncertainty_get_levers (uncertainty, NULL) > 0)
    request->sampler = ob_sampler_new (inputs, uncertainty);

  g_mutex_lock (&shared->mutex);
  request_free (shared->pending);
  shared->pending = request;
  if (shared->cancellable != NULL && !shared->in_coarse_pass)
    g_cancellable_cancel (shared->cancellable);
  g_cond_signal (&shared->cond);
  g_mutex_unlock (&shared->mutex);

  set_busy (self, TRUE);

  return self->last_serial;
}

void
ob_evaluator_cancel (ObEvaluator *self)
{
  Shared *shared;

  g_return_if_fail (OB_IS_EVALUATOR (self));

  shared = self->shared;
  self->first_wanted = self->last_serial + 1;

  g_mutex_lock (&shared->mutex);
  g_clear_pointer (&shared->pending, request_free);
  if (shared->cancellable != NULL)
    g_cancellable_cancel (shared->cancellable);
  g_cond_signal (&shared->cond);
  g_mutex_unlock (&shared->mutex);

  set_busy (self, FALSE);
}

ObResults *
ob_evaluator_get_results (ObEvaluator *self)
{
  g_return_val_if_fail (OB_IS_EVALUATOR (self), NULL);

  return self->results;
}

const char *
ob_evaluator_get_verdict (ObEvaluator *self)
{
  g_return_val_if_fail (OB_IS_EVALUATOR (self), NULL);

  return self->verdict;
}

gboolean
ob_evaluator_get_busy (ObEvaluator *self)
{
  g_return_val_if_fail (OB_IS_EVALUATOR (self), FALSE);

  return self->busy;
}
