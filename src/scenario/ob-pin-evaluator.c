/* ob-pin-evaluator.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pin-evaluator.h"

#include "ob-evaluator.h"

typedef struct
{
  ObPin *pins[OB_N_PINS];
  ObPlane plane;
  gboolean has_plane;
  ObGhosts *known;
} Job;

struct _ObPinEvaluator
{
  GObject parent_instance;

  ObGhosts *ghosts;
  /* Of the run under way. */
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_GHOSTS,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObPinEvaluator, ob_pin_evaluator, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  for (guint i = 0; i < OB_N_PINS; i++)
    ob_pin_unref (job->pins[i]);
  g_clear_pointer (&job->known, ob_ghosts_unref);
  g_free (job);
}

static void
set_ghosts (ObPinEvaluator *self, ObGhosts *ghosts)
{
  if (ghosts == NULL && self->ghosts == NULL)
    return;

  g_clear_pointer (&self->ghosts, ob_ghosts_unref);
  self->ghosts = ghosts;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GHOSTS]);
}

static void
set_cancellable (ObPinEvaluator *self, GCancellable *cancellable)
{
  gboolean was_busy = self->cancellable != NULL;

  g_set_object (&self->cancellable, cancellable);
  if (was_busy != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  ObGhosts *ghosts = ob_ghosts_new (job->pins, job->has_plane ? &job->plane : NULL,
                                    OB_EVALUATOR_EXACT_SIZE, job->known, cancellable);

  if (ghosts != NULL)
    g_task_return_pointer (task, ghosts, (GDestroyNotify) ob_ghosts_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  ObPinEvaluator *self = OB_PIN_EVALUATOR (object);
  ObGhosts *ghosts = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled, even if it had ended by then. */
  if (ghosts == NULL)
    return;

  set_ghosts (self, ghosts);
  set_cancellable (self, NULL);
}

static void
ob_pin_evaluator_dispose (GObject *object)
{
  ob_pin_evaluator_cancel (OB_PIN_EVALUATOR (object));

  G_OBJECT_CLASS (ob_pin_evaluator_parent_class)->dispose (object);
}

static void
ob_pin_evaluator_finalize (GObject *object)
{
  ObPinEvaluator *self = OB_PIN_EVALUATOR (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->ghosts, ob_ghosts_unref);

  G_OBJECT_CLASS (ob_pin_evaluator_parent_class)->finalize (object);
}

static void
ob_pin_evaluator_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObPinEvaluator *self = OB_PIN_EVALUATOR (object);

  switch (prop_id)
    {
    case PROP_GHOSTS:
      g_value_set_boxed (value, self->ghosts);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, ob_pin_evaluator_get_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_pin_evaluator_class_init (ObPinEvaluatorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ob_pin_evaluator_dispose;
  object_class->finalize = ob_pin_evaluator_finalize;
  object_class->get_property = ob_pin_evaluator_get_property;

  properties[PROP_GHOSTS] = g_param_spec_boxed ("ghosts", NULL, NULL, OB_TYPE_GHOSTS, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ob_pin_evaluator_init (ObPinEvaluator *self)
{
}

ObPinEvaluator *
ob_pin_evaluator_new (void)
{
  return g_object_new (OB_TYPE_PIN_EVALUATOR, NULL);
}

static gboolean
is_same (const ObGhosts *ghosts, ObPin *const *pins)
{
  for (guint i = 0; i < OB_N_PINS; i++)
    {
      if (!ob_pin_equal (ghosts != NULL ? ghosts->pins[i] : NULL, pins[i]))
        return FALSE;
    }

  return TRUE;
}

void
ob_pin_evaluator_request (ObPinEvaluator *self, ObPin *const *pins, const ObPlane *plane)
{
  g_autoptr (GCancellable) cancellable = NULL;
  g_autoptr (GTask) task = NULL;
  guint n = 0;
  Job *job;

  g_return_if_fail (OB_IS_PIN_EVALUATOR (self));
  g_return_if_fail (pins != NULL);

  ob_pin_evaluator_cancel (self);

  for (guint i = 0; i < OB_N_PINS; i++)
    n += pins[i] != NULL;

  if (ob_ghosts_covers (self->ghosts, pins, plane))
    {
      if (n == 0)
        set_ghosts (self, NULL);
      else if (!is_same (self->ghosts, pins))
        set_ghosts (self, ob_ghosts_new (pins, plane, OB_EVALUATOR_EXACT_SIZE, self->ghosts, NULL));
      return;
    }

  job = g_new0 (Job, 1);
  for (guint i = 0; i < OB_N_PINS; i++)
    job->pins[i] = pins[i] != NULL ? ob_pin_ref (pins[i]) : NULL;
  job->has_plane = plane != NULL;
  if (plane != NULL)
    job->plane = *plane;
  job->known = self->ghosts != NULL ? ob_ghosts_ref (self->ghosts) : NULL;

  cancellable = g_cancellable_new ();
  task = g_task_new (self, cancellable, done_cb, NULL);
  g_task_set_source_tag (task, ob_pin_evaluator_request);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
  set_cancellable (self, cancellable);
}

void
ob_pin_evaluator_clear (ObPinEvaluator *self)
{
  g_return_if_fail (OB_IS_PIN_EVALUATOR (self));

  ob_pin_evaluator_cancel (self);
  set_ghosts (self, NULL);
}

void
ob_pin_evaluator_cancel (ObPinEvaluator *self)
{
  g_return_if_fail (OB_IS_PIN_EVALUATOR (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  set_cancellable (self, NULL);
}

ObGhosts *
ob_pin_evaluator_get_ghosts (ObPinEvaluator *self)
{
  g_return_val_if_fail (OB_IS_PIN_EVALUATOR (self), NULL);

  return self->ghosts;
}

gboolean
ob_pin_evaluator_get_busy (ObPinEvaluator *self)
{
  g_return_val_if_fail (OB_IS_PIN_EVALUATOR (self), FALSE);

  return self->cancellable != NULL;
}
