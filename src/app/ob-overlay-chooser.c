/* ob-overlay-chooser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-overlay-chooser.h"

#include "ob-family-dialog.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

struct _ObOverlayChooser
{
  AdwBin parent_instance;

  GtkMenuButton *button;
  GtkLabel *label;

  GSimpleActionGroup *actions;
  ObPlane menu_plane;
  double menu_risk_level;
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

G_DEFINE_FINAL_TYPE (ObOverlayChooser, ob_overlay_chooser, ADW_TYPE_BIN)

static ObScenario *
get_scenario (ObOverlayChooser *self)
{
  return ob_session_get_scenario (self->session);
}

/* A switch has no values between, and along an axis curves would be straight. */
static gboolean
can_be_family (ObParameter parameter, const ObPlane *plane)
{
  return ob_parameter_get_info (parameter)->unit != OB_UNIT_SWITCH && parameter != plane->x
         && parameter != plane->y;
}

static void
append_level (GMenu *menu, double level)
{
  g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, level);
  /* Translators: an item of a menu: a bubble risk above this percentage. */
  g_autofree char *label = g_strdup_printf (C_ ("risk level", "Above %s"), share);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "overlay.risk-level", "d", level);
  g_menu_append_item (menu, item);
}

static void
append_choice (GMenu *menu, const char *label, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "overlay.family", "s", id);
  g_menu_append_item (menu, item);
}

/* The levels that are offered, and the one there is if it is none of them. */
static GMenuModel *
build_levels (double now)
{
  static const double offered[] = { 0.3, 0.5, 0.7, 0.9 };
  g_autoptr (GMenu) menu = g_menu_new ();
  gboolean placed = FALSE;

  for (guint i = 0; i <= G_N_ELEMENTS (offered); i++)
    {
      const gboolean last = i == G_N_ELEMENTS (offered);

      if (!placed && (last || now <= offered[i]))
        {
          append_level (menu, now);
          placed = TRUE;
        }
      if (!last && offered[i] != now)
        append_level (menu, offered[i]);
    }

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GMenuModel *
build_menu (const ObPlane *plane, double risk_level)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) families = g_menu_new ();
  g_autoptr (GMenu) groups = g_menu_new ();
  g_autoptr (GMenu) values = g_menu_new ();
  g_autoptr (GMenu) risk = g_menu_new ();
  g_autoptr (GMenu) bands = g_menu_new ();
  g_autoptr (GMenuModel) levels = build_levels (risk_level);
  g_autoptr (GMenuItem) published = NULL;

  append_choice (families, _ ("_No Further Curves"), "");
  for (guint i = 0; i < OB_N_HEADLINE; i++)
    {
      ObParameter parameter = ob_headline_parameters[i];

      if (can_be_family (parameter, plane))
        append_choice (families, ob_parameter_get_label (parameter),
                       ob_parameter_get_id (parameter));
    }
  /* Translators: heading of a menu of levers. */
  g_menu_append_section (menu, _ ("Break-Even Curves for"), G_MENU_MODEL (families));

  for (guint group = 0; group < OB_N_GROUPS; group++)
    {
      g_autoptr (GMenu) submenu = g_menu_new ();

      for (guint i = 0; i < OB_N_PARAMETERS; i++)
        {
          if (ob_parameter_get_info (i)->group == group && !ob_parameter_is_headline (i)
              && can_be_family (i, plane))
            append_choice (submenu, ob_parameter_get_label (i), ob_parameter_get_id (i));
        }

      if (g_menu_model_get_n_items (G_MENU_MODEL (submenu)) > 0)
        g_menu_append_submenu (groups, ob_group_get_label (group), G_MENU_MODEL (submenu));
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (groups));

  g_menu_append (values, _ ("_Values…"), "overlay.values");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (values));

  g_menu_append (risk, _ ("_Lines of Bubble Risk"), "overlay.risk-lines");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (risk));

  g_menu_append (bands, _ ("Band of _Payback"), "overlay.payback-band");
  g_menu_append (bands, _ ("Band of High Bubble _Risk"), "overlay.risk-band");
  g_menu_append_submenu (bands, _ ("_High Bubble Risk Is"), levels);
  /* Without ranges there are no bands. */
  published = g_menu_item_new (_ ("_Use Published Ranges"), "overlay.use-published-ranges");
  g_menu_item_set_attribute (published, "hidden-when", "s", "action-disabled");
  g_menu_append_item (bands, published);
  /* Translators: heading of a menu of what is drawn on a map, where inputs are uncertain:
   * "Odds from the Ranges of Inputs". */
  g_menu_append_section (menu, _ ("Odds, from the Ranges of Inputs"), G_MENU_MODEL (bands));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
set_overlay (ObOverlayChooser *self, const ObOverlay *overlay)
{
  g_autoptr (GError) error = NULL;

  if (!ob_scenario_set_overlay (get_scenario (self), overlay, &error))
    g_warning ("%s", error->message);
}

static void
family_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  ObOverlayChooser *self = data;
  ObScenario *scenario = get_scenario (self);
  const char *id = g_variant_get_string (value, NULL);
  ObOverlay overlay = *ob_scenario_get_overlay (scenario);
  ObParameter family = OB_N_PARAMETERS;

  if (*id != '\0'
      && (!ob_parameter_from_id (id, &family)
          || !can_be_family (family, ob_scenario_get_plane (scenario))))
    return;
  /* The values that were chosen for it stay. */
  if (family == overlay.family)
    return;

  ob_overlay_set_family (&overlay, family,
                         family < OB_N_PARAMETERS ? ob_scenario_get_value (scenario, family) : 0);
  set_overlay (self, &overlay);
}

static void
risk_lines_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  ObOverlayChooser *self = data;
  ObOverlay overlay = *ob_scenario_get_overlay (get_scenario (self));

  overlay.risk_lines = !overlay.risk_lines;
  set_overlay (self, &overlay);
}

static void
payback_band_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  ObOverlayChooser *self = data;
  ObOverlay overlay = *ob_scenario_get_overlay (get_scenario (self));

  overlay.payback_band = !overlay.payback_band;
  set_overlay (self, &overlay);
}

static void
risk_band_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  ObOverlayChooser *self = data;
  ObOverlay overlay = *ob_scenario_get_overlay (get_scenario (self));

  overlay.risk_band = !overlay.risk_band;
  set_overlay (self, &overlay);
}

/* Who chooses a level wants to see it. */
static void
risk_level_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  ObOverlayChooser *self = data;
  ObOverlay overlay = *ob_scenario_get_overlay (get_scenario (self));

  overlay.risk_level = g_variant_get_double (value);
  overlay.risk_band = TRUE;
  set_overlay (self, &overlay);
}

static void
use_published_ranges_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (data), "win.use-published-ranges", NULL);
}

static void
values_cb (GSimpleAction *action, GVariant *value, gpointer data)
{
  ObOverlayChooser *self = data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  gtk_window_present (GTK_WINDOW (
    ob_family_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, get_scenario (self))));
}

static GSimpleAction *
get_action (ObOverlayChooser *self, const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

static gboolean
is_uncertain (ObOverlayChooser *self)
{
  return ob_uncertainty_get_levers (ob_scenario_get_uncertainty (get_scenario (self)), NULL) > 0;
}

static void
show_overlay (ObOverlayChooser *self)
{
  gboolean active = self->session != NULL;
  g_autofree char *name = NULL;
  const ObOverlay *overlay;
  const ObPlane *plane;
  g_autofree char *shown = NULL;
  const char *label;
  gboolean drawn;
  gboolean uncertain;

  g_simple_action_set_enabled (get_action (self, "family"), active);
  g_simple_action_set_enabled (get_action (self, "risk-lines"), active);
  g_simple_action_set_enabled (get_action (self, "payback-band"), active);
  g_simple_action_set_enabled (get_action (self, "risk-band"), active);
  g_simple_action_set_enabled (get_action (self, "risk-level"), active);
  if (!active)
    {
      g_simple_action_set_enabled (get_action (self, "values"), FALSE);
      g_simple_action_set_enabled (get_action (self, "use-published-ranges"), FALSE);
      return;
    }

  overlay = ob_scenario_get_overlay (get_scenario (self));
  plane = ob_scenario_get_plane (get_scenario (self));
  if (!ob_plane_equal (plane, &self->menu_plane) || overlay->risk_level != self->menu_risk_level)
    {
      g_autoptr (GMenuModel) menu = build_menu (plane, overlay->risk_level);

      self->menu_plane = *plane;
      self->menu_risk_level = overlay->risk_level;
      gtk_menu_button_set_menu_model (self->button, menu);
    }

  drawn = ob_overlay_has_family_on (overlay, plane);
  g_simple_action_set_state (
    get_action (self, "family"),
    g_variant_new_string (drawn ? ob_parameter_get_id (overlay->family) : ""));
  g_simple_action_set_state (get_action (self, "risk-lines"),
                             g_variant_new_boolean (overlay->risk_lines));
  g_simple_action_set_enabled (get_action (self, "values"), drawn);
  uncertain = is_uncertain (self);
  g_simple_action_set_state (get_action (self, "payback-band"),
                             g_variant_new_boolean (uncertain && overlay->payback_band));
  g_simple_action_set_state (get_action (self, "risk-band"),
                             g_variant_new_boolean (uncertain && overlay->risk_band));
  g_simple_action_set_state (get_action (self, "risk-level"),
                             g_variant_new_double (overlay->risk_level));
  g_simple_action_set_enabled (get_action (self, "risk-level"), uncertain);
  g_simple_action_set_enabled (get_action (self, "payback-band"), uncertain);
  g_simple_action_set_enabled (get_action (self, "risk-band"), uncertain);
  g_simple_action_set_enabled (get_action (self, "use-published-ranges"), !uncertain);

  label = drawn ? ob_parameter_get_label (overlay->family) : NULL;
  /* Translators: a menu of what lines are drawn on the map; %s is the name of a
   * lever, for values of which there are curves. */
  shown = drawn ? g_strdup_printf (C_ ("map", "Lines: %s"), label)
                /* Translators: a menu of what lines are drawn on the map. */
                : g_strdup (C_ ("map", "Lines"));
  gtk_label_set_label (self->label, shown);
  /* Translators: %s is the name of a lever. */
  name = drawn ? g_strdup_printf (_ ("Lines on the map: curves for %s"), label)
               : g_strdup (_ ("Lines on the map"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* Most changes are those of a slider, which are none of what this shows. */
static void
inputs_changed_cb (ObOverlayChooser *self)
{
  if (g_action_get_enabled (G_ACTION (get_action (self, "payback-band"))) != is_uncertain (self))
    show_overlay (self);
}

static void
scenario_changed_cb (ObOverlayChooser *self)
{
  g_signal_group_set_target (self->scenario_signals,
                             self->session != NULL ? get_scenario (self) : NULL);
  show_overlay (self);
}

static void
ob_overlay_chooser_dispose (GObject *object)
{
  ObOverlayChooser *self = OB_OVERLAY_CHOOSER (object);

  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ob_overlay_chooser_parent_class)->dispose (object);
}

static void
ob_overlay_chooser_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObOverlayChooser *self = OB_OVERLAY_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ob_overlay_chooser_get_session (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_overlay_chooser_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  ObOverlayChooser *self = OB_OVERLAY_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_overlay_chooser_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_overlay_chooser_class_init (ObOverlayChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_overlay_chooser_dispose;
  object_class->get_property = ob_overlay_chooser_get_property;
  object_class->set_property = ob_overlay_chooser_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-overlay-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ObOverlayChooser, button);
  gtk_widget_class_bind_template_child (widget_class, ObOverlayChooser, label);
}

static void
ob_overlay_chooser_init (ObOverlayChooser *self)
{
  const GActionEntry entries[] = {
    { "family", family_cb, "s", "''", NULL },
    { "risk-lines", risk_lines_cb, NULL, "false", NULL },
    { "payback-band", payback_band_cb, NULL, "false", NULL },
    { "risk-band", risk_band_cb, NULL, "false", NULL },
    { "risk-level", risk_level_cb, "d", "0.5", NULL },
    { "use-published-ranges", use_published_ranges_cb, NULL, NULL, NULL },
    { "values", values_cb, NULL, NULL, NULL },
  };

  /* Before the template: a button does not notice a group that comes later. */
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "overlay", G_ACTION_GROUP (self->actions));

  gtk_widget_init_template (GTK_WIDGET (self));

  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "view-changed", G_CALLBACK (show_overlay),
                                  self);

  g_signal_group_connect_swapped (self->scenario_signals, "inputs-changed",
                                  G_CALLBACK (inputs_changed_cb), self);

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario",
                                  G_CALLBACK (scenario_changed_cb), self);

  show_overlay (self);
}

GtkWidget *
ob_overlay_chooser_new (void)
{
  return g_object_new (OB_TYPE_OVERLAY_CHOOSER, NULL);
}

ObSession *
ob_overlay_chooser_get_session (ObOverlayChooser *self)
{
  g_return_val_if_fail (OB_IS_OVERLAY_CHOOSER (self), NULL);

  return self->session;
}

void
ob_overlay_chooser_set_session (ObOverlayChooser *self, ObSession *session)
{
  g_return_if_fail (OB_IS_OVERLAY_CHOOSER (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  scenario_changed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
