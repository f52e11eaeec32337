/* ob-evaluator.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evaluator.h"

#include "ob-evaluator-worker.h"
#include "ob-model-types.h"

/* Requests that follow each other faster than this are a drag. */
#define DRAG_INTERVAL (150 * G_TIME_SPAN_MILLISECOND)

struct _ObEvaluator
{
  GObject parent_instance;

  ObEvaluatorWorker *worker;
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

static void
take (ObEvaluator *self, ObEvaluatorDelivery *delivery)
{
  if (delivery->serial < self->first_wanted)
    return;

  /* The picture may lag behind the newest request, but what refines an older
   * one is worth nothing once there is a newer one. */
  if (!(delivery->stage & OB_STAGE_FIRST) && delivery->serial != self->last_serial)
    return;

  g_object_freeze_notify (G_OBJECT (self));

  if (delivery->results != NULL)
    {
      g_clear_pointer (&self->results, ob_results_unref);
      self->results = g_steal_pointer (&delivery->results);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULTS]);
    }

  if (delivery->verdict != NULL)
    set_verdict (self, delivery->verdict);

  if ((delivery->stage & OB_STAGE_EXACT) && delivery->serial == self->last_serial)
    set_busy (self, FALSE);

  g_object_thaw_notify (G_OBJECT (self));
}

/* FALSE if there is none. */
static gboolean
take_next (ObEvaluator *self)
{
  g_autoptr (ObEvaluatorDelivery) delivery = ob_evaluator_worker_take (self->worker);

  if (delivery == NULL)
    return FALSE;

  take (self, delivery);

  return TRUE;
}

/* Whoever is told may let go of it. */
static void
arrived_cb (gpointer data)
{
  g_autoptr (ObEvaluator) self = g_object_ref (data);

  take_next (self);
}

static void
ob_evaluator_dispose (GObject *object)
{
  ObEvaluator *self = OB_EVALUATOR (object);

  g_clear_pointer (&self->worker, ob_evaluator_worker_drop);
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
  self->worker = ob_evaluator_worker_new (arrived_cb, self);
  self->verdict = g_strdup ("");
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
  ObEvaluatorRequest *request;
  gint64 now;

  g_return_val_if_fail (OB_IS_EVALUATOR (self), 0);
  g_return_val_if_fail (inputs != NULL, 0);

  now = g_get_monotonic_time ();
  request = g_new0 (ObEvaluatorRequest, 1);
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

  ob_evaluator_worker_request (self->worker, request);
  set_busy (self, TRUE);

  return self->last_serial;
}

static gboolean
has_newest (ObEvaluator *self)
{
  return self->results != NULL && self->results->serial == self->last_serial;
}

gboolean
ob_evaluator_wait (ObEvaluator *self, gint64 limit)
{
  g_autoptr (ObEvaluator) kept = NULL;

  g_return_val_if_fail (OB_IS_EVALUATOR (self), FALSE);

  if (has_newest (self) || !self->busy)
    return has_newest (self);

  kept = g_object_ref (self);
  ob_evaluator_worker_wait (self->worker, self->last_serial, limit);
  while (!has_newest (self) && take_next (self))
    ;

  return has_newest (self);
}

void
ob_evaluator_cancel (ObEvaluator *self)
{
  g_return_if_fail (OB_IS_EVALUATOR (self));

  self->first_wanted = self->last_serial + 1;
  ob_evaluator_worker_cancel (self->worker);
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
