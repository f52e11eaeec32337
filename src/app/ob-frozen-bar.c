/* ob-frozen-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frozen-bar.h"

#include "ob-frozen.h"
#include "ob-metric.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

struct _ObFrozenBar
{
  GtkWidget parent_instance;

  ObSession *session;
  GSignalGroup *session_signals;

  GtkWidget *bar;
  GtkLabel *label;
  GtkGrid *table;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObFrozenBar, ob_frozen_bar, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
attach (ObFrozenBar *self, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->table, label, column, row, 1, 1);
}

static void
fill_table (ObFrozenBar *self, const ObFrozen *frozen)
{
  GtkWidget *child;
  int row = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->table))) != NULL)
    gtk_grid_remove (self->table, child);

  attach (self, 0, row, C_ ("results", "Result"), "heading");
  attach (self, 1, row, C_ ("results", "In the file"), "heading");
  attach (self, 2, row, C_ ("results", "Now"), "heading");

  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      g_autofree char *then = NULL;
      g_autofree char *now = NULL;
      const char *css_class = frozen->differs[i] ? "frozen-differs" : NULL;

      if (!frozen->present[i])
        continue;

      then = ob_metric_format (&frozen->then, i);
      now = ob_metric_format (&frozen->now, i);
      row++;
      attach (self, 0, row, ob_metric_get_label (i), css_class);
      attach (self, 1, row, then, css_class);
      attach (self, 2, row, now, css_class);
    }
}

static void
scenario_cb (ObFrozenBar *self)
{
  g_autofree ObFrozen *frozen = NULL;
  g_autofree char *text = NULL;

  if (self->session != NULL)
    frozen = ob_frozen_new (ob_session_get_scenario (self->session));
  if (frozen != NULL)
    text = ob_frozen_describe (frozen);

  gtk_label_set_text (self->label, text != NULL ? text : "");
  if (text != NULL)
    fill_table (self, frozen);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

static void
response_cb (ObFrozenBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
ob_frozen_bar_dispose (GObject *object)
{
  ObFrozenBar *self = OB_FROZEN_BAR (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (ob_frozen_bar_parent_class)->dispose (object);
}

static void
ob_frozen_bar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObFrozenBar *self = OB_FROZEN_BAR (object);

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
ob_frozen_bar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObFrozenBar *self = OB_FROZEN_BAR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_frozen_bar_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_frozen_bar_class_init (ObFrozenBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_frozen_bar_dispose;
  object_class->get_property = ob_frozen_bar_get_property;
  object_class->set_property = ob_frozen_bar_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-frozen-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ObFrozenBar, bar);
  gtk_widget_class_bind_template_child (widget_class, ObFrozenBar, label);
  gtk_widget_class_bind_template_child (widget_class, ObFrozenBar, table);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
ob_frozen_bar_init (ObFrozenBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario",
                                  G_CALLBACK (scenario_cb), self);
}

GtkWidget *
ob_frozen_bar_new (void)
{
  return g_object_new (OB_TYPE_FROZEN_BAR, NULL);
}

ObSession *
ob_frozen_bar_get_session (ObFrozenBar *self)
{
  g_return_val_if_fail (OB_IS_FROZEN_BAR (self), NULL);

  return self->session;
}

void
ob_frozen_bar_set_session (ObFrozenBar *self, ObSession *session)
{
  g_return_if_fail (OB_IS_FROZEN_BAR (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  scenario_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
ob_frozen_bar_refresh (ObFrozenBar *self)
{
  g_return_if_fail (OB_IS_FROZEN_BAR (self));

  scenario_cb (self);
}

const char *
ob_frozen_bar_get_text (ObFrozenBar *self)
{
  g_return_val_if_fail (OB_IS_FROZEN_BAR (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_text (self->label) : NULL;
}

GtkGrid *
ob_frozen_bar_get_table (ObFrozenBar *self)
{
  g_return_val_if_fail (OB_IS_FROZEN_BAR (self), NULL);

  return self->table;
}
