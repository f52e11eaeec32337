/* ob-verdict-label.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-verdict-label.h"

#include <glib/gi18n-lib.h>

/* A screen reader is told of a new verdict at most this often. */
#define ANNOUNCE_INTERVAL_MS 500
/* Widths asked for, in letters. */
#define MIN_CHARS 20
#define NAT_CHARS 60

struct _ObVerdictLabel
{
  GtkWidget parent_instance;

  ObSession *session;
  GBindingGroup *bindings;
  guint announce_id;
  PangoLayout *layout; /* of what the label says, to measure it */
  /* The most that words needed since the width is what it is: what stands below must not
   * move under the pointer that drags it. */
  int width;
  int tallest;

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
  pango_layout_set_text (self->layout, gtk_label_get_text (self->label), -1);

  if (self->announce_id == 0)
    self->announce_id = g_timeout_add (ANNOUNCE_INTERVAL_MS, announce_cb, self);
}

/* Of a letter and of a line, in Pango's units. */
static void
measure_letters (ObVerdictLabel *self, int *width, int *height)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->label));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);

  *width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                pango_font_metrics_get_approximate_digit_width (metrics));
  *height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);
  pango_font_metrics_unref (metrics);
}

static GtkSizeRequestMode
ob_verdict_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* The words change every frame of a drag, and a label that wraps lays its text out some
 * twenty times to say what widths it could do with. This one does with fixed ones. */
static void
ob_verdict_label_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  ObVerdictLabel *self = OB_VERDICT_LABEL (widget);

  int width, height;

  measure_letters (self, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = PANGO_PIXELS_CEIL (MIN_CHARS * width);
      *natural = PANGO_PIXELS_CEIL (NAT_CHARS * width);
    }
  else if (for_size < 0)
    {
      *minimum = PANGO_PIXELS_CEIL (height);
      *natural = *minimum;
    }
  else
    {
      pango_layout_set_width (self->layout, for_size * PANGO_SCALE);
      pango_layout_get_pixel_size (self->layout, NULL, minimum);
      if (for_size == self->width)
        *minimum = MAX (*minimum, self->tallest);
      *natural = *minimum;
    }
}

static void
ob_verdict_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  ObVerdictLabel *self = OB_VERDICT_LABEL (widget);
  int needed;

  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &needed);
  self->tallest = width == self->width ? MAX (self->tallest, needed) : needed;
  self->width = width;

  gtk_widget_allocate (GTK_WIDGET (self->label), width, height, -1, NULL);
}

static void
ob_verdict_label_dispose (GObject *object)
{
  ObVerdictLabel *self = OB_VERDICT_LABEL (object);
  GtkWidget *child;

  g_clear_handle_id (&self->announce_id, g_source_remove);
  g_clear_object (&self->bindings);
  g_clear_object (&self->session);
  g_clear_object (&self->layout);

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

  widget_class->get_request_mode = ob_verdict_label_get_request_mode;
  widget_class->measure = ob_verdict_label_measure;
  widget_class->size_allocate = ob_verdict_label_size_allocate;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-verdict-label.ui");
  gtk_widget_class_bind_template_child (widget_class, ObVerdictLabel, label);

  gtk_widget_class_set_css_name (widget_class, "verdict");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
ob_verdict_label_init (ObVerdictLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->label), NULL);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);

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
