/* ob-kpi.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-kpi.h"

#include <glib/gi18n-lib.h>

/* The columns that fit a tile of the narrowest window in large letters. */
#define LONG_VALUE 11

struct _ObKpi
{
  GtkWidget parent_instance;

  GtkLabel *title_label;
  GtkInscription *value_label;
  GtkInscription *detail_label;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_VALUE,
  PROP_DETAIL,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObKpi, ob_kpi, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
update_accessible (ObKpi *self)
{
  g_autofree char *name = NULL;

  /* Translators: a key figure as a screen reader says it: its name, its value */
  name =
    g_strdup_printf (C_ ("key figure", "%s: %s"), ob_kpi_get_title (self), ob_kpi_get_value (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ob_kpi_get_detail (self),
                                  -1);
}

static const char *
get_text (GtkInscription *inscription)
{
  const char *text = gtk_inscription_get_text (inscription);

  return text != NULL ? text : "";
}

static void
set_text (ObKpi *self, GtkInscription *inscription, const char *text, int property)
{
  if (g_str_equal (get_text (inscription), text))
    return;

  gtk_inscription_set_text (inscription, text);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
ob_kpi_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_kpi_parent_class)->dispose (object);
}

static void
ob_kpi_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObKpi *self = OB_KPI (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, ob_kpi_get_title (self));
      break;
    case PROP_VALUE:
      g_value_set_string (value, ob_kpi_get_value (self));
      break;
    case PROP_DETAIL:
      g_value_set_string (value, ob_kpi_get_detail (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_kpi_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObKpi *self = OB_KPI (object);
  const char *text = g_value_get_string (value);

  switch (prop_id)
    {
    case PROP_TITLE:
      ob_kpi_set_title (self, text != NULL ? text : "");
      break;
    case PROP_VALUE:
      ob_kpi_set_value (self, text != NULL ? text : "");
      break;
    case PROP_DETAIL:
      ob_kpi_set_detail (self, text != NULL ? text : "");
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_kpi_class_init (ObKpiClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_kpi_dispose;
  object_class->get_property = ob_kpi_get_property;
  object_class->set_property = ob_kpi_set_property;

  properties[PROP_TITLE] = g_param_spec_string (
    "title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_VALUE] = g_param_spec_string (
    "value", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DETAIL] = g_param_spec_string (
    "detail", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-kpi.ui");
  gtk_widget_class_bind_template_child (widget_class, ObKpi, title_label);
  gtk_widget_class_bind_template_child (widget_class, ObKpi, value_label);
  gtk_widget_class_bind_template_child (widget_class, ObKpi, detail_label);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "kpi");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ob_kpi_init (ObKpi *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_accessible (self);
}

GtkWidget *
ob_kpi_new (void)
{
  return g_object_new (OB_TYPE_KPI, NULL);
}

const char *
ob_kpi_get_title (ObKpi *self)
{
  g_return_val_if_fail (OB_IS_KPI (self), NULL);

  return gtk_label_get_text (self->title_label);
}

void
ob_kpi_set_title (ObKpi *self, const char *title)
{
  g_return_if_fail (OB_IS_KPI (self));
  g_return_if_fail (title != NULL);

  if (g_str_equal (gtk_label_get_text (self->title_label), title))
    return;

  gtk_label_set_text (self->title_label, title);
  update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
ob_kpi_get_value (ObKpi *self)
{
  g_return_val_if_fail (OB_IS_KPI (self), NULL);

  return get_text (self->value_label);
}

/* How wide a text is in places of a Latin letter: a Chinese character has two. */
static guint
count_columns (const char *text)
{
  guint columns = 0;

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    columns += g_unichar_iswide (g_utf8_get_char (c)) ? 2 : 1;

  return columns;
}

void
ob_kpi_set_value (ObKpi *self, const char *value)
{
  g_return_if_fail (OB_IS_KPI (self));
  g_return_if_fail (value != NULL);

  set_text (self, self->value_label, value, PROP_VALUE);

  /* A tile is narrow; a figure in smaller letters says more than half of one. */
  if (count_columns (value) > LONG_VALUE)
    gtk_widget_add_css_class (GTK_WIDGET (self->value_label), "long");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->value_label), "long");
}

const char *
ob_kpi_get_detail (ObKpi *self)
{
  g_return_val_if_fail (OB_IS_KPI (self), NULL);

  return get_text (self->detail_label);
}

void
ob_kpi_set_detail (ObKpi *self, const char *detail)
{
  g_return_if_fail (OB_IS_KPI (self));
  g_return_if_fail (detail != NULL);

  set_text (self, self->detail_label, detail, PROP_DETAIL);
}
