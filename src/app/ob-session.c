/* ob-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-session-private.h"

/* How long an edit waits for a frame, ms: the clock of a hidden window stands
 * still, but what is saved or exported from it must be of today's inputs. */
#define FRAME_TIMEOUT 100
/* How long a frame waits for what it is to show, most of its period: what comes a moment
 * after it has been drawn would have to wait for the next. */
#define FRAME_WAIT (12 * G_TIME_SPAN_MILLISECOND)

enum
{
  PROP_0,
  PROP_SCENARIO,
  PROP_RESULTS,
  PROP_TRAIL,
  PROP_GHOSTS,
  PROP_COMPARISON,
  PROP_REFERENCE,
  PROP_METRIC,
  PROP_DRAGGING,
  PROP_QUARTER,
  PROP_ZOOMED,
  PROP_BUSY,
  PROP_UNCERTAINTY,
  PROP_SINGLE_DRAWS,
  PROP_VERDICT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObSession, ob_session, G_TYPE_OBJECT)

/* An edit that waits for its frame makes busy, too: what is shown is of before. */
static void
update_busy (ObSession *self)
{
  gboolean busy = self->timeout_id != 0 || ob_evaluator_get_busy (self->evaluator)
                  || ob_odds_evaluator_get_busy (self->odds);

  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
unschedule (ObSession *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);

  if (self->tick_id != 0)
    {
      guint id = self->tick_id;

      self->tick_id = 0;
      gtk_widget_remove_tick_callback (self->frame_widget, id);
    }
}

/* @wait: for coarse results, microseconds */
static void
request (ObSession *self, gint64 wait)
{
  const ObInputs *inputs = ob_scenario_get_inputs (self->scenario);
  const ObUncertainty *uncertainty =
    self->uncertainty ? ob_scenario_get_uncertainty (self->scenario) : NULL;

  unschedule (self);

  self->plane = *ob_scenario_get_plane (self->scenario);
  self->overlay = *ob_scenario_get_overlay (self->scenario);
  ob_evaluator_request_sampled (self->evaluator, inputs, &self->plane, &self->overlay, uncertainty);
  if (wait > 0)
    ob_evaluator_wait (self->evaluator, wait);
  ob_odds_evaluator_request (self->odds, inputs,
                             ob_overlay_has_band (&self->overlay) ? uncertainty : NULL,
                             &self->plane, self->overlay.risk_level);
  update_busy (self);
}

/* Pins wait for the end of a drag, which wants the cores for itself. */
void
ob_session_request_pins (ObSession *self)
{
  if (self->n_drags == 0)
    ob_pin_evaluator_request (self->pins, ob_scenario_get_pins (self->scenario),
                              ob_scenario_get_plane (self->scenario));
  ob_session_update_comparison (self);
}

static gboolean
timeout_cb (gpointer data)
{
  ObSession *self = data;

  self->timeout_id = 0;
  request (self, 0);

  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  ObSession *self = data;

  self->tick_id = 0;
  request (self, FRAME_WAIT);

  return G_SOURCE_REMOVE;
}

static void
schedule (ObSession *self)
{
  if (self->timeout_id != 0)
    return;

  if (self->frame_widget != NULL && gtk_widget_get_mapped (self->frame_widget))
    {
      self->tick_id = gtk_widget_add_tick_callback (self->frame_widget, tick_cb, self, NULL);
      self->timeout_id = g_timeout_add (FRAME_TIMEOUT, timeout_cb, self);
    }
  else
    self->timeout_id = g_idle_add (timeout_cb, self);

  update_busy (self);
}

static void
inputs_changed_cb (ObSession *self)
{
  schedule (self);
  ob_session_update_comparison (self);
}

static void
update_single_draws (ObSession *self)
{
  const gboolean single_draws = ob_scenario_get_overlay (self->scenario)->single_draws;

  if (self->single_draws == single_draws)
    return;

  self->single_draws = single_draws;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE_DRAWS]);
}

static void
view_changed_cb (ObSession *self)
{
  guint quarter = ob_scenario_get_quarter (self->scenario);

  if (quarter != self->quarter)
    {
      self->quarter = quarter;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUARTER]);
    }

  update_single_draws (self);
  if (!ob_plane_equal (ob_scenario_get_plane (self->scenario), &self->plane)
      || !ob_overlay_equal (ob_scenario_get_overlay (self->scenario), &self->overlay))
    schedule (self);
  ob_session_request_pins (self);
}

/* What is made elsewhere goes by the same name here. */
static void
forward_cb (ObSession *self, GParamSpec *pspec)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

/* Leaves the frame widget, also when it goes away first. */
static void
frame_widget_gone_cb (gpointer data, GObject *where_it_was)
{
  ObSession *self = data;

  self->frame_widget = NULL;

  /* Its tick callback went with it; the timeout still stands for the request. */
  self->tick_id = 0;
}

static void
clear_frame_widget (ObSession *self)
{
  if (self->frame_widget == NULL)
    return;

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (self->frame_widget, self->tick_id);

  self->tick_id = 0;
  g_object_weak_unref (G_OBJECT (self->frame_widget), frame_widget_gone_cb, self);
  self->frame_widget = NULL;
}

static void
ob_session_dispose (GObject *object)
{
  ObSession *self = OB_SESSION (object);

  unschedule (self);
  clear_frame_widget (self);

  if (self->evaluator != NULL)
    g_signal_handlers_disconnect_by_data (self->evaluator, self);
  if (self->odds != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->odds, self);
      g_object_run_dispose (G_OBJECT (self->odds));
    }

  g_clear_object (&self->evaluator);
  g_clear_object (&self->odds);
  g_clear_object (&self->pins);
  if (self->study != NULL)
    g_object_run_dispose (G_OBJECT (self->study));
  g_clear_object (&self->study);
  g_clear_object (&self->comparer);
  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->scenario);
  g_clear_pointer (&self->trail, ob_results_unref);

  G_OBJECT_CLASS (ob_session_parent_class)->dispose (object);
}

static void
ob_session_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObSession *self = OB_SESSION (object);
  double from, to;

  switch (prop_id)
    {
    case PROP_SCENARIO:
      g_value_set_object (value, ob_session_get_scenario (self));
      break;
    case PROP_RESULTS:
      g_value_set_boxed (value, ob_session_get_results (self));
      break;
    case PROP_TRAIL:
      g_value_set_boxed (value, ob_session_get_trail (self));
      break;
    case PROP_GHOSTS:
      g_value_set_boxed (value, ob_session_get_ghosts (self));
      break;
    case PROP_COMPARISON:
      g_value_set_boxed (value, ob_session_get_comparison (self));
      break;
    case PROP_REFERENCE:
      g_value_set_int (value, ob_session_get_reference (self));
      break;
    case PROP_METRIC:
      g_value_set_uint (value, ob_session_get_metric (self));
      break;
    case PROP_DRAGGING:
      g_value_set_boolean (value, ob_session_get_dragging (self));
      break;
    case PROP_QUARTER:
      g_value_set_uint (value, ob_session_get_quarter (self));
      break;
    case PROP_ZOOMED:
      g_value_set_boolean (value, ob_session_get_range (self, &from, &to));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, ob_session_get_busy (self));
      break;
    case PROP_UNCERTAINTY:
      g_value_set_boolean (value, ob_session_get_uncertainty (self));
      break;
    case PROP_SINGLE_DRAWS:
      g_value_set_boolean (value, ob_session_get_single_draws (self));
      break;
    case PROP_VERDICT:
      g_value_set_string (value, ob_session_get_verdict (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_session_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObSession *self = OB_SESSION (object);

  switch (prop_id)
    {
    case PROP_SCENARIO:
      ob_session_set_scenario (self, g_value_get_object (value));
      break;
    case PROP_QUARTER:
      ob_session_set_quarter (self, g_value_get_uint (value));
      break;
    case PROP_UNCERTAINTY:
      ob_session_set_uncertainty (self, g_value_get_boolean (value));
      break;
    case PROP_SINGLE_DRAWS:
      ob_session_set_single_draws (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_session_class_init (ObSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->dispose = ob_session_dispose;
  object_class->get_property = ob_session_get_property;
  object_class->set_property = ob_session_set_property;

  properties[PROP_SCENARIO] =
    g_param_spec_object ("scenario", NULL, NULL, OB_TYPE_SCENARIO, writable);
  properties[PROP_RESULTS] = g_param_spec_boxed ("results", NULL, NULL, OB_TYPE_RESULTS, readable);
  properties[PROP_TRAIL] = g_param_spec_boxed ("trail", NULL, NULL, OB_TYPE_RESULTS, readable);
  properties[PROP_GHOSTS] = g_param_spec_boxed ("ghosts", NULL, NULL, OB_TYPE_GHOSTS, readable);
  properties[PROP_COMPARISON] =
    g_param_spec_boxed ("comparison", NULL, NULL, OB_TYPE_COMPARISON, readable);
  properties[PROP_REFERENCE] = g_param_spec_int ("reference", NULL, NULL, OB_REFERENCE_START,
                                                 OB_N_PINS - 1, OB_REFERENCE_START, readable);
  properties[PROP_METRIC] =
    g_param_spec_uint ("metric", NULL, NULL, 0, OB_N_METRICS - 1, OB_METRIC_NPV, readable);
  properties[PROP_DRAGGING] = g_param_spec_boolean ("dragging", NULL, NULL, FALSE, readable);
  properties[PROP_QUARTER] =
    g_param_spec_uint ("quarter", NULL, NULL, 0, OB_N_QUARTERS - 1, 0, writable);
  properties[PROP_ZOOMED] = g_param_spec_boolean ("zoomed", NULL, NULL, FALSE, readable);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_UNCERTAINTY] = g_param_spec_boolean ("uncertainty", NULL, NULL, TRUE, writable);
  properties[PROP_SINGLE_DRAWS] =
    g_param_spec_boolean ("single-draws", NULL, NULL, FALSE, writable);
  properties[PROP_VERDICT] = g_param_spec_string ("verdict", NULL, NULL, "", readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ob_session_init (ObSession *self)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();

  self->uncertainty = TRUE;
  self->evaluator = ob_evaluator_new ();
  self->odds = ob_odds_evaluator_new ();
  self->study = ob_session_study_new (self, self->evaluator, self->odds);
  g_signal_connect_object (self->study, "notify::results", G_CALLBACK (forward_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->evaluator, "notify::busy", G_CALLBACK (update_busy), self);
  g_signal_connect_swapped (self->odds, "changed", G_CALLBACK (update_busy), self);
  g_signal_connect_swapped (self->evaluator, "notify::verdict", G_CALLBACK (forward_cb), self);

  ob_session_init_comparison (self);
  self->pins = ob_pin_evaluator_new ();
  g_signal_connect_object (self->pins, "notify::ghosts", G_CALLBACK (forward_cb), self,
                           G_CONNECT_SWAPPED);

  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "inputs-changed",
                                  G_CALLBACK (inputs_changed_cb), self);
  g_signal_group_connect_swapped (self->scenario_signals, "view-changed",
                                  G_CALLBACK (view_changed_cb), self);

  ob_session_set_scenario (self, scenario);
}

ObSession *
ob_session_new (void)
{
  return g_object_new (OB_TYPE_SESSION, NULL);
}

ObScenario *
ob_session_get_scenario (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), NULL);

  return self->scenario;
}

void
ob_session_set_scenario (ObSession *self, ObScenario *scenario)
{
  guint quarter;

  g_return_if_fail (OB_IS_SESSION (self));
  g_return_if_fail (OB_IS_SCENARIO (scenario));

  if (self->scenario == scenario)
    return;

  g_object_freeze_notify (G_OBJECT (self));

  while (self->n_drags > 0)
    ob_session_end_drag (self);

  g_set_object (&self->scenario, scenario);
  g_signal_group_set_target (self->scenario_signals, scenario);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCENARIO]);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOMED]);
  quarter = ob_scenario_get_quarter (scenario);
  if (quarter != self->quarter)
    {
      self->quarter = quarter;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUARTER]);
    }

  update_single_draws (self);

  /* Nothing of the old document may show under the name of the new one. */
  ob_evaluator_cancel (self->evaluator);
  ob_odds_evaluator_clear (self->odds);
  ob_pin_evaluator_clear (self->pins);
  self->reference = OB_REFERENCE_AUTO;
  request (self, 0);
  ob_session_request_pins (self);

  g_object_thaw_notify (G_OBJECT (self));
}

ObResults *
ob_session_get_results (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), NULL);

  return ob_session_study_get_results (self->study);
}

ObSessionStudy *
ob_session_get_study (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), NULL);

  return self->study;
}

ObResults *
ob_session_get_trail (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), NULL);

  return self->trail;
}

ObGhosts *
ob_session_get_ghosts (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), NULL);

  return ob_pin_evaluator_get_ghosts (self->pins);
}

gboolean
ob_session_get_dragging (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), FALSE);

  return self->n_drags > 0;
}

guint
ob_session_get_quarter (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), 0);

  return self->quarter;
}

void
ob_session_set_quarter (ObSession *self, guint quarter)
{
  g_return_if_fail (OB_IS_SESSION (self));
  g_return_if_fail (quarter < OB_N_QUARTERS);

  if (self->quarter == quarter)
    return;

  /* Comes back as a change of the view. */
  ob_scenario_set_quarter (self->scenario, quarter);
}

gboolean
ob_session_get_busy (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), FALSE);

  return self->busy;
}

gboolean
ob_session_get_uncertainty (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), FALSE);

  return self->uncertainty;
}

void
ob_session_set_uncertainty (ObSession *self, gboolean uncertainty)
{
  g_return_if_fail (OB_IS_SESSION (self));

  if (self->uncertainty == uncertainty)
    return;

  self->uncertainty = uncertainty;
  if (ob_uncertainty_get_levers (ob_scenario_get_uncertainty (self->scenario), NULL) > 0)
    schedule (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNCERTAINTY]);
}

const char *
ob_session_get_verdict (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), NULL);

  return ob_evaluator_get_verdict (self->evaluator);
}

void
ob_session_set_frame_widget (ObSession *self, GtkWidget *widget)
{
  gboolean waiting;

  g_return_if_fail (OB_IS_SESSION (self));
  g_return_if_fail (widget == NULL || GTK_IS_WIDGET (widget));

  if (self->frame_widget == widget)
    return;

  waiting = self->timeout_id != 0;
  unschedule (self);
  clear_frame_widget (self);

  if (widget != NULL)
    {
      self->frame_widget = widget;
      g_object_weak_ref (G_OBJECT (widget), frame_widget_gone_cb, self);
    }

  if (waiting)
    schedule (self);
}
