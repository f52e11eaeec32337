/* ob-comparer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-comparer.h"

typedef struct
{
  char *name;
  ObInputs from;
  ObInputs to;
  ObMetric metric;
} Job;

struct _ObComparer
{
  GObject parent_instance;

  ObComparison *comparison;
  /* Of the run under way. */
  GCancellable *cancellable;
};

enum
{
  PROP_0,
  PROP_COMPARISON,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObComparer, ob_comparer, G_TYPE_OBJECT)

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_free (job);
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  ObComparison *comparison =
    ob_comparison_new (job->name, &job->from, &job->to, job->metric, cancellable);

  if (comparison != NULL)
    g_task_return_pointer (task, comparison, (GDestroyNotify) ob_comparison_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
done_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  ObComparer *self = OB_COMPARER (object);
  ObComparison *comparison = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Cancelled, even if it had ended by then. */
  if (comparison == NULL)
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->comparison, ob_comparison_unref);
  self->comparison = comparison;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARISON]);
}

static void
ob_comparer_dispose (GObject *object)
{
  ob_comparer_cancel (OB_COMPARER (object));

  G_OBJECT_CLASS (ob_comparer_parent_class)->dispose (object);
}

static void
ob_comparer_finalize (GObject *object)
{
  g_clear_pointer (&OB_COMPARER (object)->comparison, ob_comparison_unref);

  G_OBJECT_CLASS (ob_comparer_parent_class)->finalize (object);
}

static void
ob_comparer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_COMPARISON:
      g_value_set_boxed (value, ob_comparer_get_comparison (OB_COMPARER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_comparer_class_init (ObComparerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ob_comparer_dispose;
  object_class->finalize = ob_comparer_finalize;
  object_class->get_property = ob_comparer_get_property;

  properties[PROP_COMPARISON] =
    g_param_spec_boxed ("comparison", NULL, NULL, OB_TYPE_COMPARISON,
                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ob_comparer_init (ObComparer *self)
{
}

ObComparer *
ob_comparer_new (void)
{
  return g_object_new (OB_TYPE_COMPARER, NULL);
}

void
ob_comparer_request (ObComparer *self,
                     const char *name,
                     const ObInputs *from,
                     const ObInputs *to,
                     ObMetric metric)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (OB_IS_COMPARER (self));
  g_return_if_fail (name != NULL && from != NULL && to != NULL);

  ob_comparer_cancel (self);

  job = g_new0 (Job, 1);
  job->name = g_strdup (name);
  job->from = *from;
  job->to = *to;
  job->metric = metric;

  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, done_cb, NULL);
  g_task_set_source_tag (task, ob_comparer_request);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

void
ob_comparer_cancel (ObComparer *self)
{
  g_return_if_fail (OB_IS_COMPARER (self));

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

gboolean
ob_comparer_get_busy (ObComparer *self)
{
  g_return_val_if_fail (OB_IS_COMPARER (self), FALSE);

  return self->cancellable != NULL;
}

ObComparison *
ob_comparer_get_comparison (ObComparer *self)
{
  g_return_val_if_fail (OB_IS_COMPARER (self), NULL);

  return self->comparison;
}
