/* ob-chart-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-panel.h"

#include "ob-chart-view.h"

struct _ObChartPanel
{
  GtkWidget parent_instance;

  ObSession *session;

  GtkLabel *title;
  ObChartView *view;
};

enum
{
  PROP_0,
  PROP_KIND,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObChartPanel, ob_chart_panel, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
ob_chart_panel_dispose (GObject *object)
{
  ObChartPanel *self = OB_CHART_PANEL (object);
  GtkWidget *child;

  g_clear_object (&self->session);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_chart_panel_parent_class)->dispose (object);
}

static void
ob_chart_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObChartPanel *self = OB_CHART_PANEL (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, ob_chart_panel_get_kind (self));
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_chart_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObChartPanel *self = OB_CHART_PANEL (object);

  switch (prop_id)
    {
    case PROP_KIND:
      ob_chart_panel_set_kind (self, g_value_get_enum (value));
      break;
    case PROP_SESSION:
      ob_chart_panel_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_chart_panel_class_init (ObChartPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_chart_panel_dispose;
  object_class->get_property = ob_chart_panel_get_property;
  object_class->set_property = ob_chart_panel_set_property;

  properties[PROP_KIND] =
    g_param_spec_enum ("kind", NULL, NULL, OB_TYPE_CHART_KIND, OB_CHART_RISK,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (OB_TYPE_CHART_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-chart-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ObChartPanel, title);
  gtk_widget_class_bind_template_child (widget_class, ObChartPanel, view);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "chartpanel");
}

static void
ob_chart_panel_init (ObChartPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ob_chart_view_set_kind (self->view, OB_CHART_RISK);
  gtk_label_set_text (self->title, ob_chart_kind_get_title (OB_CHART_RISK));
}

GtkWidget *
ob_chart_panel_new (ObChartKind kind)
{
  g_return_val_if_fail (kind < OB_N_CHARTS, NULL);

  return g_object_new (OB_TYPE_CHART_PANEL, "kind", kind, NULL);
}

ObChartKind
ob_chart_panel_get_kind (ObChartPanel *self)
{
  g_return_val_if_fail (OB_IS_CHART_PANEL (self), OB_CHART_RISK);

  return ob_chart_view_get_kind (self->view);
}

void
ob_chart_panel_set_kind (ObChartPanel *self, ObChartKind kind)
{
  g_return_if_fail (OB_IS_CHART_PANEL (self));
  g_return_if_fail (kind < OB_N_CHARTS);

  if (ob_chart_view_get_kind (self->view) == kind)
    return;

  ob_chart_view_set_kind (self->view, kind);
  gtk_label_set_text (self->title, ob_chart_kind_get_title (kind));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

ObSession *
ob_chart_panel_get_session (ObChartPanel *self)
{
  g_return_val_if_fail (OB_IS_CHART_PANEL (self), NULL);

  return self->session;
}

void
ob_chart_panel_set_session (ObChartPanel *self, ObSession *session)
{
  g_return_if_fail (OB_IS_CHART_PANEL (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  ob_chart_view_set_session (self->view, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
