/* ob-session-study.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-session-study.h"

#include "ob-analyst.h"
#include "ob-large-sampler.h"
#include "ob-model-types.h"
#include "ob-session.h"

struct _ObSessionStudy
{
  GObject parent_instance;

  ObSession *session; /* owns this */
  ObEvaluator *evaluator;
  ObOddsEvaluator *odds;
  ObAnalyst *analyst;
  ObLargeSampler *large;
  ObResults *results;
  GSignalGroup *scenario_signals;
  guint n_holds;
};

enum
{
  PROP_0,
  PROP_RESULTS,
  PROP_FINDINGS,
  PROP_STUDYING,
  PROP_DRAWING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObSessionStudy, ob_session_study, G_TYPE_OBJECT)

/* Whether what was found is of the scenario as it is. */
static gboolean
is_studied (ObSessionStudy *self)
{
  ObScenario *scenario = ob_session_get_scenario (self->session);
  ObFindings *findings = ob_analyst_get_findings (self->analyst);
  ObUncertainty ranges;

  if (findings == NULL || !ob_inputs_equal (&findings->inputs, ob_scenario_get_inputs (scenario)))
    return FALSE;

  ob_analyst_get_ranges (ob_scenario_get_uncertainty (scenario), &ranges);
  return ob_uncertainty_equal (&findings->uncertainty, &ranges);
}

/* A study takes all cores for a while: it waits until nobody waits for results. */
static void
update_study (ObSessionStudy *self)
{
  ObScenario *scenario = ob_session_get_scenario (self->session);

  if (self->n_holds == 0 || ob_session_get_busy (self->session)
      || ob_session_get_dragging (self->session) || is_studied (self))
    ob_analyst_cancel (self->analyst);
  else if (!ob_analyst_get_busy (self->analyst))
    ob_analyst_request (self->analyst, ob_scenario_get_inputs (scenario),
                        ob_scenario_get_uncertainty (scenario));
}

/* The large sample, if it is of these inputs. */
static ObSample *
get_large_sample (ObSessionStudy *self, const ObInputs *inputs)
{
  ObScenario *scenario = ob_session_get_scenario (self->session);

  return ob_large_sampler_get_sample (self->large, inputs, ob_scenario_get_uncertainty (scenario));
}

static void
update_results (ObSessionStudy *self)
{
  ObResults *results = ob_evaluator_get_results (self->evaluator);
  ObFindings *findings = ob_analyst_get_findings (self->analyst);
  ObOddsMap *odds = ob_odds_evaluator_get_odds (self->odds);
  ObSample *large = results != NULL ? get_large_sample (self, &results->inputs) : NULL;

  g_clear_pointer (&self->results, ob_results_unref);
  if (results != NULL)
    self->results = ob_results_ref (results);
  if (results != NULL && findings != NULL)
    {
      g_autoptr (ObResults) without = g_steal_pointer (&self->results);

      self->results = ob_results_new_with_findings (without, findings);
    }
  if (results != NULL && large != NULL && results->sample != NULL)
    {
      g_autoptr (ObResults) without = g_steal_pointer (&self->results);

      self->results = ob_results_new_with_sample (without, large);
    }
  if (results != NULL && odds != NULL)
    {
      g_autoptr (ObResults) without = g_steal_pointer (&self->results);

      self->results = ob_results_new_with_odds (without, odds);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESULTS]);
}

static void
analyst_changed_cb (ObSessionStudy *self)
{
  ObFindings *findings = ob_analyst_get_findings (self->analyst);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STUDYING]);
  if (self->results == NULL || self->results->findings == findings)
    return;

  update_results (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDINGS]);
}

/* Chances go with the next results where these are about to come, so that what is drawn
 * of both is drawn once. */
static void
odds_changed_cb (ObSessionStudy *self)
{
  if (self->results == NULL || ob_evaluator_get_busy (self->evaluator)
      || self->results->odds == ob_odds_evaluator_get_odds (self->odds))
    return;

  update_results (self);
}

static void
large_changed_cb (ObSessionStudy *self)
{
  if (self->results != NULL && self->results->sample != NULL
      && get_large_sample (self, &self->results->inputs) != NULL
      && self->results->sample != get_large_sample (self, &self->results->inputs))
    update_results (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAWING]);
}

/* A sample of other inputs is of no use. */
static void
inputs_changed_cb (ObSessionStudy *self)
{
  ob_large_sampler_clear (self->large);
}

/* Nothing of the old document may show under the name of the new one. */
static void
scenario_changed_cb (ObSessionStudy *self)
{
  g_signal_group_set_target (self->scenario_signals, ob_session_get_scenario (self->session));
  ob_large_sampler_clear (self->large);
  ob_analyst_clear (self->analyst);
  update_study (self);
}

static void
ob_session_study_dispose (GObject *object)
{
  ObSessionStudy *self = OB_SESSION_STUDY (object);

  if (self->analyst != NULL)
    g_signal_handlers_disconnect_by_data (self->analyst, self);
  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluator, self);
  if (self->large != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->large, self);
      g_object_run_dispose (G_OBJECT (self->large));
    }
  if (self->odds != NULL)
    g_signal_handlers_disconnect_by_data (self->odds, self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  self->session = NULL;
  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->large);
  g_clear_object (&self->analyst);
  g_clear_object (&self->evaluator);
  g_clear_object (&self->odds);
  g_clear_pointer (&self->results, ob_results_unref);

  G_OBJECT_CLASS (ob_session_study_parent_class)->dispose (object);
}

static void
ob_session_study_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObSessionStudy *self = OB_SESSION_STUDY (object);

  switch (prop_id)
    {
    case PROP_RESULTS:
      g_value_set_boxed (value, self->results);
      break;
    case PROP_FINDINGS:
      g_value_set_pointer (value, ob_session_study_get_findings (self));
      break;
    case PROP_STUDYING:
      g_value_set_boolean (value, ob_session_study_get_studying (self));
      break;
    case PROP_DRAWING:
      g_value_set_boolean (value, ob_session_study_get_drawing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_session_study_class_init (ObSessionStudyClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = ob_session_study_dispose;
  object_class->get_property = ob_session_study_get_property;

  properties[PROP_RESULTS] = g_param_spec_boxed ("results", NULL, NULL, OB_TYPE_RESULTS, readable);
  properties[PROP_FINDINGS] = g_param_spec_pointer ("findings", NULL, NULL, readable);
  properties[PROP_STUDYING] = g_param_spec_boolean ("studying", NULL, NULL, FALSE, readable);

  properties[PROP_DRAWING] = g_param_spec_boolean ("drawing", NULL, NULL, FALSE, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ob_session_study_init (ObSessionStudy *self)
{
  self->analyst = ob_analyst_new ();
  g_signal_connect_swapped (self->analyst, "changed", G_CALLBACK (analyst_changed_cb), self);
  self->large = ob_large_sampler_new ();
  g_signal_connect_swapped (self->large, "changed", G_CALLBACK (large_changed_cb), self);
  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "inputs-changed",
                                  G_CALLBACK (inputs_changed_cb), self);
}

ObSessionStudy *
ob_session_study_new (ObSession *session, ObEvaluator *evaluator, ObOddsEvaluator *odds)
{
  ObSessionStudy *self = g_object_new (OB_TYPE_SESSION_STUDY, NULL);

  self->session = session;
  g_signal_connect_swapped (session, "notify::busy", G_CALLBACK (update_study), self);
  g_signal_connect_swapped (session, "notify::dragging", G_CALLBACK (update_study), self);
  g_signal_connect_swapped (session, "notify::scenario", G_CALLBACK (scenario_changed_cb), self);
  self->evaluator = g_object_ref (evaluator);
  g_signal_connect_swapped (evaluator, "notify::results", G_CALLBACK (update_results), self);
  g_signal_connect_swapped (evaluator, "notify::busy", G_CALLBACK (odds_changed_cb), self);
  self->odds = g_object_ref (odds);
  g_signal_connect_swapped (odds, "changed", G_CALLBACK (odds_changed_cb), self);

  return self;
}

void
ob_session_study_hold (ObSessionStudy *self)
{
  g_return_if_fail (OB_IS_SESSION_STUDY (self));

  self->n_holds++;
  if (self->session != NULL)
    update_study (self);
}

void
ob_session_study_release (ObSessionStudy *self)
{
  g_return_if_fail (OB_IS_SESSION_STUDY (self));
  g_return_if_fail (self->n_holds > 0);

  self->n_holds--;
  if (self->session != NULL)
    update_study (self);
}

ObResults *
ob_session_study_get_results (ObSessionStudy *self)
{
  g_return_val_if_fail (OB_IS_SESSION_STUDY (self), NULL);

  return self->results;
}

ObFindings *
ob_session_study_get_findings (ObSessionStudy *self)
{
  g_return_val_if_fail (OB_IS_SESSION_STUDY (self), NULL);

  return self->analyst != NULL ? ob_analyst_get_findings (self->analyst) : NULL;
}

gboolean
ob_session_study_get_studying (ObSessionStudy *self)
{
  g_return_val_if_fail (OB_IS_SESSION_STUDY (self), FALSE);

  return self->analyst != NULL && ob_analyst_get_busy (self->analyst);
}

void
ob_session_study_draw_many (ObSessionStudy *self)
{
  ObScenario *scenario;

  g_return_if_fail (OB_IS_SESSION_STUDY (self));

  if (self->session == NULL)
    return;

  scenario = ob_session_get_scenario (self->session);
  if (ob_uncertainty_get_levers (ob_scenario_get_uncertainty (scenario), NULL) > 0)
    ob_large_sampler_request (self->large, ob_scenario_get_inputs (scenario),
                              ob_scenario_get_uncertainty (scenario));
}

void
ob_session_study_cancel_draws (ObSessionStudy *self)
{
  g_return_if_fail (OB_IS_SESSION_STUDY (self));

  if (self->large != NULL)
    ob_large_sampler_cancel (self->large);
}

gboolean
ob_session_study_get_drawing (ObSessionStudy *self)
{
  g_return_val_if_fail (OB_IS_SESSION_STUDY (self), FALSE);

  return self->large != NULL && ob_large_sampler_get_busy (self->large);
}

double
ob_session_study_get_draws_progress (ObSessionStudy *self)
{
  g_return_val_if_fail (OB_IS_SESSION_STUDY (self), 0);

  return self->large != NULL ? ob_large_sampler_get_progress (self->large) : 0;
}
