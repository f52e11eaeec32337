/* ob-pin-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pin-popover.h"

#include "ob-pin-row.h"

struct _ObPinPopover
{
  GtkPopover parent_instance;

  ObSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *scenario_signals;

  GtkWidget *empty_label;
  GtkBox *rows;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObPinPopover, ob_pin_popover, GTK_TYPE_POPOVER)

static void
update (ObPinPopover *self)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
  gboolean any;

  if (self->session == NULL)
    return;

  any = ob_scenario_get_n_pins (ob_session_get_scenario (self->session)) > 0;
  gtk_widget_set_visible (self->empty_label, !any);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), any);
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    ob_pin_row_update (OB_PIN_ROW (row));
}

static void
scenario_cb (ObPinPopover *self)
{
  g_signal_group_set_target (self->scenario_signals, ob_session_get_scenario (self->session));
  update (self);
}

/* A name that was typed is not lost when the popover is left by a click. */
static void
ob_pin_popover_closed (GtkPopover *popover)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (OB_PIN_POPOVER (popover)->rows));

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    ob_pin_row_commit (OB_PIN_ROW (row));
}

/* GTK 4.8 takes the width that a popover is given for its content for one without its shadow,
 * so that words which wrap get a line too few, and the last button half of its height. */
static void
ob_pin_popover_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  GtkWidgetClass *parent_class = GTK_WIDGET_CLASS (ob_pin_popover_parent_class);
  GtkWidget *child = gtk_popover_get_child (GTK_POPOVER (widget));
  int around;
  int above;
  int whole;
  int content;
  int ignored;

  if (orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0 || child == NULL)
    {
      parent_class->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                             natural_baseline);
      return;
    }

  parent_class->measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &ignored, &whole, &ignored,
                         &ignored);
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &content, NULL, NULL);
  around = whole - content;
  parent_class->measure (widget, GTK_ORIENTATION_VERTICAL, -1, &ignored, &whole, &ignored,
                         &ignored);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, NULL, &content, NULL, NULL);
  above = whole - content;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (for_size - around, -1), minimum,
                      natural, NULL, NULL);
  *minimum += above;
  *natural += above;
  *minimum_baseline = -1;
  *natural_baseline = -1;
}

static void
ob_pin_popover_dispose (GObject *object)
{
  ObPinPopover *self = OB_PIN_POPOVER (object);

  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ob_pin_popover_parent_class)->dispose (object);
}

static void
ob_pin_popover_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObPinPopover *self = OB_PIN_POPOVER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ob_pin_popover_get_session (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_pin_popover_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObPinPopover *self = OB_PIN_POPOVER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_pin_popover_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_pin_popover_class_init (ObPinPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_pin_popover_dispose;
  object_class->get_property = ob_pin_popover_get_property;
  object_class->set_property = ob_pin_popover_set_property;

  GTK_WIDGET_CLASS (klass)->measure = ob_pin_popover_measure;
  GTK_POPOVER_CLASS (klass)->closed = ob_pin_popover_closed;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-pin-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ObPinPopover, empty_label);
  gtk_widget_class_bind_template_child (widget_class, ObPinPopover, rows);
}

static void
ob_pin_popover_init (ObPinPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "view-changed", G_CALLBACK (update),
                                  self);

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario",
                                  G_CALLBACK (scenario_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::ghosts", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "notify::reference", G_CALLBACK (update),
                                  self);
}

GtkWidget *
ob_pin_popover_new (void)
{
  return g_object_new (OB_TYPE_PIN_POPOVER, NULL);
}

ObSession *
ob_pin_popover_get_session (ObPinPopover *self)
{
  g_return_val_if_fail (OB_IS_PIN_POPOVER (self), NULL);

  return self->session;
}

void
ob_pin_popover_set_session (ObPinPopover *self, ObSession *session)
{
  GtkWidget *row;

  g_return_if_fail (OB_IS_PIN_POPOVER (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  g_signal_group_set_target (self->session_signals, session);
  if (session != NULL)
    {
      for (guint i = 0; i < OB_N_PINS; i++)
        gtk_box_append (self->rows, ob_pin_row_new (session, i));
      scenario_cb (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
