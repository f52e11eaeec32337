/* ob-analyst.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-analyst.h"

#include "ob-published-ranges.h"

typedef struct
{
  ObInputs inputs;
  ObUncertainty uncertainty;
} Request;

struct _ObAnalyst
{
  GObject parent_instance;

  ObFindings *findings;
  /* Of the request under way. */
  GCancellable *cancellable;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ObAnalyst, ob_analyst, G_TYPE_OBJECT)

static void
study_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Request *request = data;
  ObFindings *findings =
    ob_findings_new (&request->inputs, &request->uncertainty, OB_STUDY_SENSITIVITY_DRAWS,
                     OB_STUDY_DISCOVERY_DRAWS, cancellable);

  if (findings != NULL)
    g_task_return_pointer (task, findings, (GDestroyNotify) ob_findings_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static void
study_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  ObAnalyst *self = OB_ANALYST (object);
  GCancellable *cancellable = g_task_get_cancellable (G_TASK (result));
  ObFindings *findings = g_task_propagate_pointer (G_TASK (result), NULL);

  /* A later request or none has taken its place. */
  if (cancellable != self->cancellable || findings == NULL)
    {
      g_clear_pointer (&findings, ob_findings_unref);
      return;
    }

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->findings, ob_findings_unref);
  self->findings = findings;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
stop (ObAnalyst *self)
{
  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ob_analyst_dispose (GObject *object)
{
  ObAnalyst *self = OB_ANALYST (object);

  stop (self);
  g_clear_pointer (&self->findings, ob_findings_unref);

  G_OBJECT_CLASS (ob_analyst_parent_class)->dispose (object);
}

static void
ob_analyst_class_init (ObAnalystClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ob_analyst_dispose;

  signals[CHANGED] = g_signal_new ("changed", OB_TYPE_ANALYST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ob_analyst_init (ObAnalyst *self)
{
}

ObAnalyst *
ob_analyst_new (void)
{
  return g_object_new (OB_TYPE_ANALYST, NULL);
}

void
ob_analyst_get_ranges (const ObUncertainty *uncertainty, ObUncertainty *ranges)
{
  g_return_if_fail (uncertainty != NULL && ranges != NULL);

  *ranges = *uncertainty;
  if (ob_uncertainty_get_levers (ranges, NULL) == 0)
    ob_published_ranges_use (ranges);
}

void
ob_analyst_request (ObAnalyst *self, const ObInputs *inputs, const ObUncertainty *uncertainty)
{
  g_autoptr (GTask) task = NULL;
  ObUncertainty ranges;
  Request *request;

  g_return_if_fail (OB_IS_ANALYST (self));
  g_return_if_fail (inputs != NULL && uncertainty != NULL);

  ob_analyst_get_ranges (uncertainty, &ranges);
  if (ob_uncertainty_get_levers (&ranges, NULL) == 0)
    {
      ob_analyst_clear (self);
      return;
    }

  stop (self);
  request = g_new (Request, 1);
  request->inputs = *inputs;
  request->uncertainty = ranges;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, study_cb, NULL);
  g_task_set_source_tag (task, ob_analyst_request);
  g_task_set_task_data (task, request, g_free);
  g_task_run_in_thread (task, study_thread);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ob_analyst_cancel (ObAnalyst *self)
{
  g_return_if_fail (OB_IS_ANALYST (self));

  if (self->cancellable == NULL)
    return;

  stop (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ob_analyst_clear (ObAnalyst *self)
{
  g_return_if_fail (OB_IS_ANALYST (self));

  stop (self);
  g_clear_pointer (&self->findings, ob_findings_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

ObFindings *
ob_analyst_get_findings (ObAnalyst *self)
{
  g_return_val_if_fail (OB_IS_ANALYST (self), NULL);

  return self->findings;
}

gboolean
ob_analyst_get_busy (ObAnalyst *self)
{
  g_return_val_if_fail (OB_IS_ANALYST (self), FALSE);

  return self->cancellable != NULL;
}
