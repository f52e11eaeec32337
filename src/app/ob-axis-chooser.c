/* ob-axis-chooser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis-chooser.h"

#include <glib/gi18n-lib.h>

struct _ObAxisChooser
{
  AdwBin parent_instance;

  GtkMenuButton *x_button;
  GtkMenuButton *y_button;
  GtkLabel *x_label;
  GtkLabel *y_label;

  GSimpleActionGroup *actions;
  ObSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *scenario_signals;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObAxisChooser, ob_axis_chooser, ADW_TYPE_BIN)

/* A switch has no range to spread along an axis. */
static gboolean
can_be_axis (ObParameter parameter)
{
  return ob_parameter_get_info (parameter)->unit != OB_UNIT_SWITCH;
}

static void
append_parameter (GMenu *menu, const char *action, ObParameter parameter)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (ob_parameter_get_label (parameter), NULL);

  g_menu_item_set_action_and_target (item, action, "s", ob_parameter_get_id (parameter));
  g_menu_append_item (menu, item);
}

static GMenuModel *
build_menu (const char *action)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) headline = g_menu_new ();
  g_autoptr (GMenu) groups = g_menu_new ();

  for (guint i = 0; i < OB_N_HEADLINE; i++)
    append_parameter (headline, action, ob_headline_parameters[i]);

  for (guint group = 0; group < OB_N_GROUPS; group++)
    {
      g_autoptr (GMenu) submenu = g_menu_new ();

      for (guint i = 0; i < OB_N_PARAMETERS; i++)
        {
          if (ob_parameter_get_info (i)->group == group && !ob_parameter_is_headline (i)
              && can_be_axis (i))
            append_parameter (submenu, action, i);
        }

      g_menu_append_submenu (groups, ob_group_get_label (group), G_MENU_MODEL (submenu));
    }

  g_menu_append_section (menu, NULL, G_MENU_MODEL (headline));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (groups));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
swap_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  ObAxisChooser *self = data;
  ObScenario *scenario = ob_session_get_scenario (self->session);
  g_autoptr (GError) error = NULL;

  if (!ob_scenario_use_as_axis (scenario, ob_scenario_get_plane (scenario)->y, TRUE, &error))
    g_warning ("%s", error->message);
}

static void
choose_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  ObAxisChooser *self = data;
  ObScenario *scenario = ob_session_get_scenario (self->session);
  const ObPlane *plane = ob_scenario_get_plane (scenario);
  g_autoptr (GError) error = NULL;
  gboolean across = g_str_equal (g_action_get_name (G_ACTION (action)), "x");
  ObParameter chosen;

  if (!ob_parameter_from_id (g_variant_get_string (value, NULL), &chosen) || !can_be_axis (chosen)
      || chosen == (across ? plane->x : plane->y))
    return;

  if (!ob_scenario_use_as_axis (scenario, chosen, across, &error))
    g_warning ("%s", error->message);
}

static void
show_axis (ObAxisChooser *self,
           GtkMenuButton *button,
           GtkLabel *label,
           const char *action,
           const char *name,
           ObParameter parameter)
{
  gtk_label_set_label (label, ob_parameter_get_label (parameter));
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_simple_action_set_state (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), action)),
    g_variant_new_string (ob_parameter_get_id (parameter)));
}

static void
show_plane (ObAxisChooser *self)
{
  g_autofree char *x_name = NULL;
  g_autofree char *y_name = NULL;
  const ObPlane *plane;

  if (self->session == NULL)
    return;

  plane = ob_scenario_get_plane (ob_session_get_scenario (self->session));
  /* Translators: %s is the name of an assumption. */
  x_name = g_strdup_printf (_ ("Horizontal axis: %s"), ob_parameter_get_label (plane->x));
  /* Translators: %s is the name of an assumption. */
  y_name = g_strdup_printf (_ ("Vertical axis: %s"), ob_parameter_get_label (plane->y));

  show_axis (self, self->x_button, self->x_label, "x", x_name, plane->x);
  show_axis (self, self->y_button, self->y_label, "y", y_name, plane->y);
}

/* Without a session there is nothing to choose for. */
static void
set_enabled (ObAxisChooser *self, gboolean enabled)
{
  static const char *const names[] = { "x", "y", "swap" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->actions), names[i]);

      g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
    }
}

static void
scenario_changed_cb (ObAxisChooser *self)
{
  g_signal_group_set_target (
    self->scenario_signals, self->session != NULL ? ob_session_get_scenario (self->session) : NULL);
  show_plane (self);
}

static void
ob_axis_chooser_dispose (GObject *object)
{
  ObAxisChooser *self = OB_AXIS_CHOOSER (object);

  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ob_axis_chooser_parent_class)->dispose (object);
}

static void
ob_axis_chooser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObAxisChooser *self = OB_AXIS_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ob_axis_chooser_get_session (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_axis_chooser_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  ObAxisChooser *self = OB_AXIS_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_axis_chooser_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_axis_chooser_class_init (ObAxisChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_axis_chooser_dispose;
  object_class->get_property = ob_axis_chooser_get_property;
  object_class->set_property = ob_axis_chooser_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-axis-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ObAxisChooser, x_button);
  gtk_widget_class_bind_template_child (widget_class, ObAxisChooser, y_button);
  gtk_widget_class_bind_template_child (widget_class, ObAxisChooser, x_label);
  gtk_widget_class_bind_template_child (widget_class, ObAxisChooser, y_label);
}

static void
ob_axis_chooser_init (ObAxisChooser *self)
{
  const GActionEntry entries[] = {
    { "x", choose_cb, "s", "''", NULL },
    { "y", choose_cb, "s", "''", NULL },
    { "swap", swap_cb, NULL, NULL, NULL },
  };
  g_autoptr (GMenuModel) x_menu = build_menu ("axes.x");
  g_autoptr (GMenuModel) y_menu = build_menu ("axes.y");

  /* Before the template: a button does not notice a group that comes later. */
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  set_enabled (self, FALSE);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "axes", G_ACTION_GROUP (self->actions));

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_menu_button_set_menu_model (self->x_button, x_menu);
  gtk_menu_button_set_menu_model (self->y_button, y_menu);

  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "view-changed", G_CALLBACK (show_plane),
                                  self);

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario",
                                  G_CALLBACK (scenario_changed_cb), self);
}

GtkWidget *
ob_axis_chooser_new (void)
{
  return g_object_new (OB_TYPE_AXIS_CHOOSER, NULL);
}

ObSession *
ob_axis_chooser_get_session (ObAxisChooser *self)
{
  g_return_val_if_fail (OB_IS_AXIS_CHOOSER (self), NULL);

  return self->session;
}

void
ob_axis_chooser_set_session (ObAxisChooser *self, ObSession *session)
{
  g_return_if_fail (OB_IS_AXIS_CHOOSER (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  set_enabled (self, session != NULL);
  g_signal_group_set_target (self->session_signals, session);
  scenario_changed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
