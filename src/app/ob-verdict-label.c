/* ob-verdict-label.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-verdict-label.h"

#include <glib/gi18n-lib.h>

/* A screen reader is told of a new verdict at most this often. */
#define ANNOUNCE_INTERVAL_MS 500

struct _ObVerdictLabel
{
  GtkWidget parent_instance;

  ObSession *session;
  GBindingGroup *bindings;
  guint announce_id;

  GtkLabel *label;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObVerdictLabel, ob_verdict_label, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static gboolean
announce_cb (gpointer data)
{
  ObVerdictLabel *self = OB_VERDICT_LABEL (data);

  self->announce_id = 0;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_text (self->label), -1);

  return G_SOURCE_REMOVE;
}

static void
label_changed_cb (ObVerdictLabel *self)
{
  if (self->announce_id == 0)
    self->announce_id = g_timeout_add (ANNOUNCE_INTERVAL_MS, announce_cb, self);
}

static void
ob_verdict_label_dispose (GObject *object)
{
  ObVerdictLabel *self = OB_VERDICT_LABEL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->announce_id, g_source_remove);
  g_clear_object (&self->bindings);
  g_clear_object (&self->session);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_verdict_label_parent_class)->dispose (object);
}

static void
ob_verdict_label_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObVerdictLabel *self = OB_VERDICT_LABEL (object);

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
ob_verdict_label_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  ObVerdictLabel *self = OB_VERDICT_LABEL (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_verdict_label_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_verdict_label_class_init (ObVerdictLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_verdict_label_dispose;
  object_class->get_property = ob_verdict_label_get_property;
  object_class->set_property = ob_verdict_label_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-verdict-label.ui");
  gtk_widget_class_bind_template_child (widget_class, ObVerdictLabel, label);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "verdict");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
ob_verdict_label_init (ObVerdictLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (self->label, "notify::label", G_CALLBACK (label_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->bindings = g_binding_group_new ();
  g_binding_group_bind (self->bindings, "verdict", self->label, "label", G_BINDING_SYNC_CREATE);
}

GtkWidget *
ob_verdict_label_new (void)
{
  return g_object_new (OB_TYPE_VERDICT_LABEL, NULL);
}

ObSession *
ob_verdict_label_get_session (ObVerdictLabel *self)
{
  g_return_val_if_fail (OB_IS_VERDICT_LABEL (self), NULL);

  return self->session;
}

void
ob_verdict_label_set_session (ObVerdictLabel *self, ObSession *session)
{
  g_return_if_fail (OB_IS_VERDICT_LABEL (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_binding_group_set_source (self->bindings, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
