/* ob-scenario-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-menu.h"

#include "ob-template.h"

#include <glib/gi18n-lib.h>

struct _ObScenarioMenu
{
  GtkPopover parent_instance;

  ObSession *session;
  gboolean filled;

  GtkEntry *title_entry;
  GtkBox *templates;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObScenarioMenu, ob_scenario_menu, GTK_TYPE_POPOVER)

static GParamSpec *properties[N_PROPS];

static ObScenario *
get_scenario (ObScenarioMenu *self)
{
  return self->session != NULL ? ob_session_get_scenario (self->session) : NULL;
}

static GtkWidget *
create_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_template_button (const char *id)
{
  const char *title = ob_template_get_title (id);
  const char *story = ob_template_get_story (id);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (box), create_line (title, "heading"));
  if (story != NULL && *story != '\0')
    {
      GtkWidget *line = create_line (story, "caption");

      gtk_widget_add_css_class (line, "dim-label");
      gtk_box_append (GTK_BOX (box), line);
    }

  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "template");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.start-from");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, story != NULL ? story : "",
                                  -1);

  return button;
}

static void
fill (ObScenarioMenu *self)
{
  const char *const *ids;

  if (self->filled)
    return;

  self->filled = TRUE;
  ids = ob_template_get_ids ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      GtkWidget *button = create_template_button (ids[i]);

      g_signal_connect_object (button, "clicked", G_CALLBACK (gtk_popover_popdown), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->templates, button);
    }
}

static void
commit_title (ObScenarioMenu *self)
{
  ObScenario *scenario = get_scenario (self);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->title_entry));
  g_autofree char *title = g_strstrip (g_strdup (text));
  g_autofree char *old = NULL;

  if (scenario == NULL)
    return;

  g_object_get (scenario, "title", &old, NULL);
  if (g_strcmp0 (title, old) != 0)
    g_object_set (scenario, "title", title, NULL);
}

static void
show_title (ObScenarioMenu *self)
{
  ObScenario *scenario = get_scenario (self);
  g_autofree char *title = NULL;

  if (scenario != NULL)
    g_object_get (scenario, "title", &title, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), title != NULL ? title : "");
}

static void
activate_cb (ObScenarioMenu *self)
{
  commit_title (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
focus_leave_cb (ObScenarioMenu *self)
{
  commit_title (self);
}

/* Escape closes the popover; the title then stays as it was. */
static gboolean
key_pressed_cb (ObScenarioMenu *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_Escape)
    show_title (self);

  return GDK_EVENT_PROPAGATE;
}

static void
ob_scenario_menu_show (GtkWidget *widget)
{
  ObScenarioMenu *self = OB_SCENARIO_MENU (widget);

  fill (self);
  show_title (self);

  GTK_WIDGET_CLASS (ob_scenario_menu_parent_class)->show (widget);
}

static void
ob_scenario_menu_dispose (GObject *object)
{
  ObScenarioMenu *self = OB_SCENARIO_MENU (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (ob_scenario_menu_parent_class)->dispose (object);
}

static void
ob_scenario_menu_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObScenarioMenu *self = OB_SCENARIO_MENU (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_scenario_menu_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  ObScenarioMenu *self = OB_SCENARIO_MENU (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_scenario_menu_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_scenario_menu_class_init (ObScenarioMenuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_scenario_menu_dispose;
  object_class->get_property = ob_scenario_menu_get_property;
  object_class->set_property = ob_scenario_menu_set_property;

  widget_class->show = ob_scenario_menu_show;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-scenario-menu.ui");
  gtk_widget_class_bind_template_child (widget_class, ObScenarioMenu, title_entry);
  gtk_widget_class_bind_template_child (widget_class, ObScenarioMenu, templates);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
ob_scenario_menu_init (ObScenarioMenu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ob_scenario_menu_new (void)
{
  return g_object_new (OB_TYPE_SCENARIO_MENU, NULL);
}

ObSession *
ob_scenario_menu_get_session (ObScenarioMenu *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO_MENU (self), NULL);

  return self->session;
}

void
ob_scenario_menu_set_session (ObScenarioMenu *self, ObSession *session)
{
  g_return_if_fail (OB_IS_SCENARIO_MENU (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
