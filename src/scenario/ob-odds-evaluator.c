/* ob-odds-evaluator.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-odds-evaluator.h"

/* How long no request must come before what takes long is begun, ms. */
#define PAUSE 80
/* What coarse draws may take; longer, and those of the next request are half as many. */
#define BUDGET    (50 * G_TIME_SPAN_MILLISECOND)
#define MIN_DRAWS 32

/* One map to be made. */
typedef struct
{
  ObSampler *sampler;
  ObPlane plane;
  double risk_level;
  gsize n_draws;
  gboolean exact;
  gint64 duration; /* once it is made, microseconds */
} Job;

struct _ObOddsEvaluator
{
  GObject parent_instance;

  ObOddsMap *odds;
  /* The newest request, until its exact map is there. */
  ObInputs inputs;
  ObUncertainty uncertainty;
  ObPlane plane;
  double risk_level;
  gboolean wanted;
  gboolean coarse_done;
  gsize n_draws;

  /* Of the job under way. */
  GCancellable *cancellable;
  gboolean in_exact_job;
  guint pause_id;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ObOddsEvaluator, ob_odds_evaluator, G_TYPE_OBJECT)

static void start (ObOddsEvaluator *self, gboolean exact);

static void
job_free (gpointer data)
{
  Job *job = data;

  ob_sampler_free (job->sampler);
  g_free (job);
}

static void
job_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  const gint64 begin = g_get_monotonic_time ();
  ObOddsMap *odds = ob_odds_map_new (job->sampler, &job->plane, OB_ODDS_EVALUATOR_SIZE,
                                     job->n_draws, job->risk_level, cancellable);

  job->duration = g_get_monotonic_time () - begin;
  if (odds != NULL)
    g_task_return_pointer (task, odds, (GDestroyNotify) ob_odds_map_unref);
  else
    g_task_return_error_if_cancelled (task);
}

static gboolean
pause_cb (gpointer data)
{
  ObOddsEvaluator *self = data;

  self->pause_id = 0;
  start (self, TRUE);

  return G_SOURCE_REMOVE;
}

/* What is to be done next, if anything. */
static void
go_on (ObOddsEvaluator *self)
{
  if (!self->wanted || self->cancellable != NULL)
    return;

  if (!self->coarse_done)
    start (self, FALSE);
  else if (self->pause_id == 0)
    self->pause_id = g_timeout_add (PAUSE, pause_cb, self);
}

static void
job_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  ObOddsEvaluator *self = OB_ODDS_EVALUATOR (object);
  GTask *task = G_TASK (result);
  const Job *job = g_task_get_task_data (task);
  g_autoptr (ObOddsMap) odds = g_task_propagate_pointer (task, NULL);

  /* Forgotten. */
  if (g_task_get_cancellable (task) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (odds != NULL)
    {
      g_clear_pointer (&self->odds, ob_odds_map_unref);
      self->odds = g_steal_pointer (&odds);
      if (job->exact)
        self->wanted = FALSE;
      else if (job->duration > BUDGET)
        self->n_draws = MAX (self->n_draws / 2, MIN_DRAWS);
    }
  go_on (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
start (ObOddsEvaluator *self, gboolean exact)
{
  g_autoptr (GTask) task = NULL;
  Job *job = g_new0 (Job, 1);

  job->sampler = ob_sampler_new (&self->inputs, &self->uncertainty);
  job->plane = self->plane;
  job->risk_level = self->risk_level;
  job->n_draws = exact ? OB_ODDS_EVALUATOR_EXACT_DRAWS : self->n_draws;
  job->exact = exact;
  self->coarse_done = TRUE;
  self->in_exact_job = exact;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, job_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, job_thread);
}

/* The job under way goes on to its next look at the cancellable; nobody waits for it. */
static void
stop (ObOddsEvaluator *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ob_odds_evaluator_dispose (GObject *object)
{
  ObOddsEvaluator *self = OB_ODDS_EVALUATOR (object);

  stop (self);
  g_clear_pointer (&self->odds, ob_odds_map_unref);

  G_OBJECT_CLASS (ob_odds_evaluator_parent_class)->dispose (object);
}

static void
ob_odds_evaluator_class_init (ObOddsEvaluatorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ob_odds_evaluator_dispose;

  signals[CHANGED] = g_signal_new ("changed", OB_TYPE_ODDS_EVALUATOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ob_odds_evaluator_init (ObOddsEvaluator *self)
{
  self->n_draws = OB_ODDS_EVALUATOR_COARSE_DRAWS;
}

ObOddsEvaluator *
ob_odds_evaluator_new (void)
{
  return g_object_new (OB_TYPE_ODDS_EVALUATOR, NULL);
}

static gboolean
is_possible (const ObInputs *inputs, const ObUncertainty *uncertainty, const ObPlane *plane)
{
  g_autoptr (ObSampler) sampler = NULL;

  if (uncertainty == NULL || ob_uncertainty_get_levers (uncertainty, NULL) == 0)
    return FALSE;

  sampler = ob_sampler_new (inputs, uncertainty);
  return ob_odds_map_is_possible (sampler, plane);
}

void
ob_odds_evaluator_request (ObOddsEvaluator *self,
                           const ObInputs *inputs,
                           const ObUncertainty *uncertainty,
                           const ObPlane *plane,
                           double risk_level)
{
  g_return_if_fail (OB_IS_ODDS_EVALUATOR (self));
  g_return_if_fail (inputs != NULL && plane != NULL);

  if (!is_possible (inputs, uncertainty, plane))
    {
      ob_odds_evaluator_clear (self);
      return;
    }

  self->inputs = *inputs;
  self->uncertainty = *uncertainty;
  self->plane = *plane;
  self->risk_level = risk_level;
  /* A request after a rest may try all draws again. */
  if (!self->wanted)
    self->n_draws = OB_ODDS_EVALUATOR_COARSE_DRAWS;
  self->wanted = TRUE;
  self->coarse_done = FALSE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (self->in_exact_job)
    stop (self);
  go_on (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ob_odds_evaluator_clear (ObOddsEvaluator *self)
{
  g_return_if_fail (OB_IS_ODDS_EVALUATOR (self));

  if (!self->wanted && self->odds == NULL)
    return;

  stop (self);
  self->wanted = FALSE;
  g_clear_pointer (&self->odds, ob_odds_map_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

ObOddsMap *
ob_odds_evaluator_get_odds (ObOddsEvaluator *self)
{
  g_return_val_if_fail (OB_IS_ODDS_EVALUATOR (self), NULL);

  return self->odds;
}

gboolean
ob_odds_evaluator_get_busy (ObOddsEvaluator *self)
{
  g_return_val_if_fail (OB_IS_ODDS_EVALUATOR (self), FALSE);

  return self->wanted;
}
