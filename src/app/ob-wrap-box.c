/* ob-wrap-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-wrap-box.h"

#include "ob-wrap-layout.h"

struct _ObWrapBox
{
  GtkWidget parent_instance;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObWrapBox, ob_wrap_box, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static ObWrapLayout *
get_layout (ObWrapBox *self)
{
  return OB_WRAP_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));
}

static void
ob_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_wrap_box_parent_class)->dispose (object);
}

static void
ob_wrap_box_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObWrapBox *self = OB_WRAP_BOX (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, ob_wrap_box_get_spacing (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_wrap_box_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObWrapBox *self = OB_WRAP_BOX (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      ob_wrap_box_set_spacing (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_wrap_box_class_init (ObWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_wrap_box_dispose;
  object_class->get_property = ob_wrap_box_get_property;
  object_class->set_property = ob_wrap_box_set_property;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, OB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
}

static void
ob_wrap_box_init (ObWrapBox *self)
{
}

GtkWidget *
ob_wrap_box_new (void)
{
  return g_object_new (OB_TYPE_WRAP_BOX, NULL);
}

void
ob_wrap_box_append (ObWrapBox *self, GtkWidget *child)
{
  g_return_if_fail (OB_IS_WRAP_BOX (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

int
ob_wrap_box_get_spacing (ObWrapBox *self)
{
  g_return_val_if_fail (OB_IS_WRAP_BOX (self), 0);

  return ob_wrap_layout_get_spacing (get_layout (self));
}

void
ob_wrap_box_set_spacing (ObWrapBox *self, int spacing)
{
  g_return_if_fail (OB_IS_WRAP_BOX (self));

  if (ob_wrap_box_get_spacing (self) == spacing)
    return;

  ob_wrap_layout_set_spacing (get_layout (self), spacing);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPACING]);
}
