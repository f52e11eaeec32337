/* ob-lever-group.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-lever-group.h"

#include <glib/gi18n-lib.h>

struct _ObLeverGroup
{
  GtkWidget parent_instance;

  ObGroup group;
  ObSession *session;
  guint n_changed;
  gboolean filtered;
  /* Whether it was open before the filter opened it. */
  gboolean was_expanded;

  GtkExpander *expander;
  GtkLabel *title;
  GtkLabel *count;
  GtkBox *rows;
};

enum
{
  PROP_0,
  PROP_GROUP,
  PROP_SESSION,
  PROP_EXPANDED,
  PROP_N_CHANGED,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObLeverGroup, ob_lever_group, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
update_count (ObLeverGroup *self)
{
  const char *label = ob_group_get_label (self->group);
  guint n_changed = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_changed += ob_lever_row_get_changed (OB_LEVER_ROW (row)) ? 1 : 0;

  if (self->n_changed == n_changed)
    return;

  self->n_changed = n_changed;
  gtk_widget_set_visible (GTK_WIDGET (self->count), n_changed > 0);

  if (n_changed > 0)
    {
      /* Translators: behind the name of a group of inputs: how many are changed */
      g_autofree char *text = g_strdup_printf (C_ ("changed inputs", "%u •"), n_changed);
      g_autofree char *words =
        g_strdup_printf (ngettext ("%u input changed", "%u inputs changed", n_changed), n_changed);
      g_autofree char *name = g_strdup_printf ("%s, %s", label, words);

      gtk_label_set_text (self->count, text);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), words);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
  else
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_CHANGED]);
}

static void
expanded_cb (ObLeverGroup *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static void
ob_lever_group_constructed (GObject *object)
{
  ObLeverGroup *self = OB_LEVER_GROUP (object);
  const char *label = ob_group_get_label (self->group);

  G_OBJECT_CLASS (ob_lever_group_parent_class)->constructed (object);

  gtk_label_set_text (self->title, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);

  for (ObParameter i = 0; i < OB_N_PARAMETERS; i++)
    {
      GtkWidget *row;

      if (ob_parameter_get_info (i)->group != self->group || ob_parameter_is_headline (i))
        continue;

      row = ob_lever_row_new (i);
      g_object_bind_property (self, "session", row, "session", G_BINDING_SYNC_CREATE);
      g_signal_connect_object (row, "notify::changed", G_CALLBACK (update_count), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->rows, row);
    }
}

static void
ob_lever_group_dispose (GObject *object)
{
  ObLeverGroup *self = OB_LEVER_GROUP (object);
  GtkWidget *child;

  g_clear_object (&self->session);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_lever_group_parent_class)->dispose (object);
}

static void
ob_lever_group_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObLeverGroup *self = OB_LEVER_GROUP (object);

  switch (prop_id)
    {
    case PROP_GROUP:
      g_value_set_uint (value, self->group);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, ob_lever_group_get_expanded (self));
      break;
    case PROP_N_CHANGED:
      g_value_set_uint (value, self->n_changed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_lever_group_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObLeverGroup *self = OB_LEVER_GROUP (object);

  switch (prop_id)
    {
    case PROP_GROUP:
      self->group = g_value_get_uint (value);
      break;
    case PROP_SESSION:
      ob_lever_group_set_session (self, g_value_get_object (value));
      break;
    case PROP_EXPANDED:
      ob_lever_group_set_expanded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_lever_group_class_init (ObLeverGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ob_lever_group_constructed;
  object_class->dispose = ob_lever_group_dispose;
  object_class->get_property = ob_lever_group_get_property;
  object_class->set_property = ob_lever_group_set_property;

  properties[PROP_GROUP] =
    g_param_spec_uint ("group", NULL, NULL, 0, OB_N_GROUPS - 1, 0,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_EXPANDED] =
    g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_CHANGED] = g_param_spec_uint ("n-changed", NULL, NULL, 0, OB_N_PARAMETERS, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-lever-group.ui");
  gtk_widget_class_bind_template_child (widget_class, ObLeverGroup, expander);
  gtk_widget_class_bind_template_child (widget_class, ObLeverGroup, title);
  gtk_widget_class_bind_template_child (widget_class, ObLeverGroup, count);
  gtk_widget_class_bind_template_child (widget_class, ObLeverGroup, rows);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "levergroup");
}

static void
ob_lever_group_init (ObLeverGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ob_lever_group_new (ObGroup group)
{
  g_return_val_if_fail (group < OB_N_GROUPS, NULL);

  return g_object_new (OB_TYPE_LEVER_GROUP, "group", (guint) group, NULL);
}

ObGroup
ob_lever_group_get_group (ObLeverGroup *self)
{
  g_return_val_if_fail (OB_IS_LEVER_GROUP (self), 0);

  return self->group;
}

guint
ob_lever_group_get_n_changed (ObLeverGroup *self)
{
  g_return_val_if_fail (OB_IS_LEVER_GROUP (self), 0);

  return self->n_changed;
}

ObLeverRow *
ob_lever_group_get_row (ObLeverGroup *self, ObParameter parameter)
{
  g_return_val_if_fail (OB_IS_LEVER_GROUP (self), NULL);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      if (ob_lever_row_get_parameter (OB_LEVER_ROW (row)) == parameter)
        return OB_LEVER_ROW (row);
    }

  return NULL;
}

gboolean
ob_lever_group_get_expanded (ObLeverGroup *self)
{
  g_return_val_if_fail (OB_IS_LEVER_GROUP (self), FALSE);

  return gtk_expander_get_expanded (self->expander);
}

void
ob_lever_group_set_expanded (ObLeverGroup *self, gboolean expanded)
{
  g_return_if_fail (OB_IS_LEVER_GROUP (self));

  gtk_expander_set_expanded (self->expander, expanded);
}

ObSession *
ob_lever_group_get_session (ObLeverGroup *self)
{
  g_return_val_if_fail (OB_IS_LEVER_GROUP (self), NULL);

  return self->session;
}

void
ob_lever_group_set_session (ObLeverGroup *self, ObSession *session)
{
  g_return_if_fail (OB_IS_LEVER_GROUP (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (g_set_object (&self->session, session))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

guint
ob_lever_group_filter (ObLeverGroup *self, const char *const *words, const gboolean *wanted)
{
  gboolean filtered;
  guint n_matches = 0;

  g_return_val_if_fail (OB_IS_LEVER_GROUP (self), 0);
  g_return_val_if_fail (words != NULL, 0);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      gboolean matches =
        ob_lever_row_matches (OB_LEVER_ROW (row), words)
        && (wanted == NULL || wanted[ob_lever_row_get_parameter (OB_LEVER_ROW (row))]);

      gtk_widget_set_visible (row, matches);
      n_matches += matches ? 1 : 0;
    }

  filtered = words[0] != NULL || wanted != NULL;
  if (filtered && !self->filtered)
    self->was_expanded = ob_lever_group_get_expanded (self);

  if (filtered)
    ob_lever_group_set_expanded (self, n_matches > 0);
  else if (self->filtered)
    ob_lever_group_set_expanded (self, self->was_expanded);

  self->filtered = filtered;
  gtk_widget_set_visible (GTK_WIDGET (self), n_matches > 0);

  return n_matches;
}
