/* ob-lever-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-lever-row-private.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_PARAMETER,
  PROP_SESSION,
  PROP_CHANGED,
  PROP_USE_MNEMONIC,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObLeverRow, ob_lever_row, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

ObScenario *
ob_lever_row_get_scenario (ObLeverRow *self)
{
  return self->session != NULL ? ob_session_get_scenario (self->session) : NULL;
}

void
ob_lever_row_show_message (ObLeverRow *self, const char *message)
{
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

static void
set_changed (ObLeverRow *self, gboolean changed, double origin)
{
  g_autofree char *origin_text = NULL;
  g_autofree char *description = NULL;

  if (self->changed == changed)
    return;

  self->changed = changed;

  if (changed)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "changed");
      origin_text = ob_quantity_format (ob_parameter_get_info (self->parameter)->unit, origin);
      /* Translators: said of an input; %s is the value it started with, "40 %" */
      description = g_strdup_printf (_ ("Changed from %s"), origin_text);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "changed");
    }

  gtk_accessible_update_property (
    GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
    description != NULL ? description : ob_parameter_get_description (self->parameter), -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHANGED]);
}

static void
update_axes (ObLeverRow *self)
{
  ObScenario *scenario = ob_lever_row_get_scenario (self);
  gboolean usable = scenario != NULL && self->toggle == NULL;
  const ObPlane *plane = scenario != NULL ? ob_scenario_get_plane (scenario) : NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lever.use-as-x",
                                 usable && plane->x != self->parameter);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lever.use-as-y",
                                 usable && plane->y != self->parameter);
}

static void
update (ObLeverRow *self)
{
  ObScenario *scenario = ob_lever_row_get_scenario (self);
  double value;
  double origin;

  if (scenario == NULL)
    return;

  value = ob_scenario_get_value (scenario, self->parameter);
  origin = ob_scenario_get_origin_value (scenario, self->parameter);
  self->value = value;
  self->origin = origin;

  self->updating = TRUE;

  if (self->toggle != NULL)
    {
      gtk_switch_set_active (self->toggle, value != 0);
    }
  else
    {
      /* Only then, as it drops what is being typed. */
      if (value != ob_quantity_entry_get_value (self->entry))
        ob_quantity_entry_set_value (self->entry, value);
      if (value != ob_lever_scale_get_value (self->scale))
        ob_lever_scale_set_value (self->scale, value);
      ob_lever_scale_set_origin (self->scale, origin);
    }

  self->updating = FALSE;

  set_changed (self, value != origin, origin);
  ob_lever_row_update_lock (self);
  ob_lever_row_update_reason (self);
}

/* Some other input, mostly. */
static void
inputs_changed_cb (ObLeverRow *self)
{
  ObScenario *scenario = ob_lever_row_get_scenario (self);

  if (ob_scenario_get_value (scenario, self->parameter) != self->value
      || ob_scenario_get_origin_value (scenario, self->parameter) != self->origin)
    update (self);
}

static void
scenario_cb (ObLeverRow *self)
{
  g_signal_group_set_target (self->scenario_signals, ob_lever_row_get_scenario (self));
  update (self);
  update_axes (self);
}

void
ob_lever_row_set_value (ObLeverRow *self, double value)
{
  g_autoptr (GError) error = NULL;
  ObScenario *scenario = ob_lever_row_get_scenario (self);

  if (self->updating || scenario == NULL)
    return;

  if (ob_scenario_set_value (scenario, self->parameter, value, &error))
    ob_lever_row_show_message (self, NULL);
  else
    ob_lever_row_show_message (self, error->message);

  update (self);
}

static void
committed_cb (ObLeverRow *self, double value)
{
  ob_lever_row_set_value (self, value);
}

/* Keys come in rows; each row is one step to undo. */
static void
nudge (ObLeverRow *self, double value)
{
  ObScenario *scenario = ob_lever_row_get_scenario (self);

  if (scenario == NULL)
    return;

  ob_scenario_begin_gesture (scenario);
  ob_lever_row_set_value (self, value);
  ob_scenario_end_nudge (scenario, self->clock () / 1000);
}

static void
error_message_cb (ObLeverRow *self)
{
  ob_lever_row_show_message (self, ob_quantity_entry_get_error_message (self->entry));
}

static void
moved_cb (ObLeverRow *self, double value)
{
  /* A slider moved on purpose: what was typed no longer matters. */
  ob_quantity_entry_set_value (self->entry, ob_quantity_entry_get_value (self->entry));
  ob_lever_row_set_value (self, value);
}

static void
scale_nudged_cb (ObLeverRow *self, double value)
{
  ob_quantity_entry_set_value (self->entry, ob_quantity_entry_get_value (self->entry));
  nudge (self, value);
}

static void
drag_started_cb (ObLeverRow *self)
{
  if (self->session != NULL)
    ob_session_begin_drag (self->session);
}

static void
drag_ended_cb (ObLeverRow *self)
{
  if (self->session != NULL)
    ob_session_end_drag (self->session);
}

static void
drag_cancelled_cb (ObLeverRow *self)
{
  if (self->session != NULL)
    ob_session_cancel_drag (self->session);
}

static void
toggled_cb (ObLeverRow *self)
{
  ob_lever_row_set_value (self, gtk_switch_get_active (self->toggle) ? 1 : 0);
}

static void
secondary_click_cb (ObLeverRow *self, int n_press, double x, double y, GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_menu_button_popup (self->menu_button);
}

static void
update_label (ObLeverRow *self)
{
  const char *label = ob_parameter_get_label (self->parameter);
  g_autofree char *text = NULL;

  /* The first letter that Alt can reach; others are escaped. */
  if (self->use_mnemonic)
    text = g_strdup_printf ("_%s", label);

  gtk_label_set_use_underline (self->label, self->use_mnemonic);
  gtk_label_set_label (self->label, self->use_mnemonic ? text : label);
}

static void
build_editor (ObLeverRow *self)
{
  const ObParameterInfo *info = ob_parameter_get_info (self->parameter);
  GtkWidget *editor;

  if (info->unit == OB_UNIT_SWITCH)
    {
      editor = gtk_switch_new ();
      self->toggle = GTK_SWITCH (editor);
      gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
      g_signal_connect_object (editor, "notify::active", G_CALLBACK (toggled_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else
    {
      editor = ob_quantity_entry_new ();
      self->entry = OB_QUANTITY_ENTRY (editor);
      ob_quantity_entry_set_parameter (self->entry, self->parameter);
      gtk_widget_set_valign (editor, GTK_ALIGN_CENTER);
      g_signal_connect_object (editor, "committed", G_CALLBACK (committed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "nudged", G_CALLBACK (nudge), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (editor, "notify::error-message", G_CALLBACK (error_message_cb), self,
                               G_CONNECT_SWAPPED);

      self->scale = OB_LEVER_SCALE (ob_lever_scale_new ());
      ob_lever_scale_set_parameter (self->scale, self->parameter);
      g_signal_connect_object (self->scale, "moved", G_CALLBACK (moved_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->scale, "nudged", G_CALLBACK (scale_nudged_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->scale, "drag-started", G_CALLBACK (drag_started_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->scale, "drag-ended", G_CALLBACK (drag_ended_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->scale, "drag-cancelled", G_CALLBACK (drag_cancelled_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_widget_insert_after (GTK_WIDGET (self->scale), GTK_WIDGET (self),
                               GTK_WIDGET (self->header));
    }

  gtk_box_insert_child_after (self->header, editor, GTK_WIDGET (self->label));
  /* The label names the editor from here on; named twice it is read twice. */
  gtk_label_set_mnemonic_widget (self->label, editor);
  gtk_accessible_reset_property (GTK_ACCESSIBLE (editor), GTK_ACCESSIBLE_PROPERTY_LABEL);
}

static void
ob_lever_row_constructed (GObject *object)
{
  ObLeverRow *self = OB_LEVER_ROW (object);
  const char *label = ob_parameter_get_label (self->parameter);
  const char *description = ob_parameter_get_description (self->parameter);
  g_autofree char *text = NULL;
  g_autofree char *menu_label = NULL;

  G_OBJECT_CLASS (ob_lever_row_parent_class)->constructed (object);

  build_editor (self);
  update_label (self);
  update_axes (self);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), description);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);

  /* Translators: the name of a button; %s is an input, "Capex" */
  menu_label = g_strdup_printf (_ ("Menu of %s"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu_label, -1);
  ob_lever_row_init_menu (self);
  ob_lever_row_init_drag (self);
  ob_lever_row_init_reason (self);

  text = g_strjoin ("\n", label, description, ob_parameter_get_id (self->parameter),
                    ob_group_get_label (ob_parameter_get_info (self->parameter)->group), NULL);
  self->haystack = g_utf8_casefold (text, -1);
}

static void
ob_lever_row_dispose (GObject *object)
{
  ObLeverRow *self = OB_LEVER_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->source_popover, gtk_widget_unparent);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_lever_row_parent_class)->dispose (object);
}

static void
ob_lever_row_finalize (GObject *object)
{
  ObLeverRow *self = OB_LEVER_ROW (object);

  g_clear_pointer (&self->haystack, g_free);

  G_OBJECT_CLASS (ob_lever_row_parent_class)->finalize (object);
}

static void
ob_lever_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObLeverRow *self = OB_LEVER_ROW (object);

  switch (prop_id)
    {
    case PROP_PARAMETER:
      g_value_set_uint (value, self->parameter);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_CHANGED:
      g_value_set_boolean (value, self->changed);
      break;
    case PROP_USE_MNEMONIC:
      g_value_set_boolean (value, self->use_mnemonic);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_lever_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObLeverRow *self = OB_LEVER_ROW (object);

  switch (prop_id)
    {
    case PROP_PARAMETER:
      self->parameter = g_value_get_uint (value);
      break;
    case PROP_SESSION:
      ob_lever_row_set_session (self, g_value_get_object (value));
      break;
    case PROP_USE_MNEMONIC:
      ob_lever_row_set_use_mnemonic (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_lever_row_class_init (ObLeverRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ob_lever_row_constructed;
  object_class->dispose = ob_lever_row_dispose;
  object_class->finalize = ob_lever_row_finalize;
  object_class->get_property = ob_lever_row_get_property;
  object_class->set_property = ob_lever_row_set_property;

  properties[PROP_PARAMETER] =
    g_param_spec_uint ("parameter", NULL, NULL, 0, OB_N_PARAMETERS - 1, 0,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CHANGED] =
    g_param_spec_boolean ("changed", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_USE_MNEMONIC] =
    g_param_spec_boolean ("use-mnemonic", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-lever-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ObLeverRow, header);
  gtk_widget_class_bind_template_child (widget_class, ObLeverRow, label);
  gtk_widget_class_bind_template_child (widget_class, ObLeverRow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ObLeverRow, lock_icon);
  gtk_widget_class_bind_template_child (widget_class, ObLeverRow, message);
  gtk_widget_class_bind_template_callback (widget_class, secondary_click_cb);

  ob_lever_row_class_init_actions (widget_class);
  ob_lever_row_class_init_reason (widget_class);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "lever");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ob_lever_row_init (ObLeverRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->clock = g_get_monotonic_time;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lever.reset", FALSE);

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario",
                                  G_CALLBACK (scenario_cb), self);

  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "inputs-changed",
                                  G_CALLBACK (inputs_changed_cb), self);
  g_signal_group_connect_swapped (self->scenario_signals, "notes-changed",
                                  G_CALLBACK (ob_lever_row_update_reason), self);
  g_signal_group_connect_swapped (self->scenario_signals, "view-changed", G_CALLBACK (update_axes),
                                  self);
  g_signal_group_connect_swapped (self->scenario_signals, "notes-changed",
                                  G_CALLBACK (ob_lever_row_update_lock), self);
}

GtkWidget *
ob_lever_row_new (ObParameter parameter)
{
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);

  return g_object_new (OB_TYPE_LEVER_ROW, "parameter", (guint) parameter, NULL);
}

ObParameter
ob_lever_row_get_parameter (ObLeverRow *self)
{
  g_return_val_if_fail (OB_IS_LEVER_ROW (self), 0);

  return self->parameter;
}

gboolean
ob_lever_row_get_changed (ObLeverRow *self)
{
  g_return_val_if_fail (OB_IS_LEVER_ROW (self), FALSE);

  return self->changed;
}

gboolean
ob_lever_row_get_use_mnemonic (ObLeverRow *self)
{
  g_return_val_if_fail (OB_IS_LEVER_ROW (self), FALSE);

  return self->use_mnemonic;
}

void
ob_lever_row_set_use_mnemonic (ObLeverRow *self, gboolean use_mnemonic)
{
  g_return_if_fail (OB_IS_LEVER_ROW (self));

  if (self->use_mnemonic == use_mnemonic)
    return;

  self->use_mnemonic = use_mnemonic;
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_USE_MNEMONIC]);
}

ObSession *
ob_lever_row_get_session (ObLeverRow *self)
{
  g_return_val_if_fail (OB_IS_LEVER_ROW (self), NULL);

  return self->session;
}

void
ob_lever_row_set_session (ObLeverRow *self, ObSession *session)
{
  g_return_if_fail (OB_IS_LEVER_ROW (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_clear_pointer (&self->source_popover, gtk_widget_unparent);
  scenario_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

gboolean
ob_lever_row_matches (ObLeverRow *self, const char *const *words)
{
  g_return_val_if_fail (OB_IS_LEVER_ROW (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (strstr (self->haystack, words[i]) == NULL)
        return FALSE;
    }

  return TRUE;
}

void
ob_lever_row_set_clock (ObLeverRow *self, gint64 (*clock) (void))
{
  g_return_if_fail (OB_IS_LEVER_ROW (self));
  g_return_if_fail (clock != NULL);

  self->clock = clock;
}
