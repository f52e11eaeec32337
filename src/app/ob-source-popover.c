/* ob-source-popover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-source-popover.h"

#include "ob-evidence.h"
#include "ob-published-ranges.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

struct _ObSourcePopover
{
  GtkPopover parent_instance;

  GtkLabel *title_label;
  GtkLabel *description_label;
  GtkLabel *default_label;
  GtkLabel *reason_label;
  GtkLabel *range_label;
  GtkLabel *published_caption;
  GtkLabel *published_label;
  GtkLabel *source_caption;
  GtkLabel *source_label;
  GtkLabel *citation_label;
  GtkLabel *grade_label;
  GtkEntry *note_entry;

  ObSession *session;
  ObParameter parameter;
};

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_PARAMETER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObSourcePopover, ob_source_popover, GTK_TYPE_POPOVER)

static void
show_text (GtkLabel *label, GtkLabel *caption, const char *text)
{
  gboolean visible = text != NULL && *text != '\0';

  gtk_label_set_label (label, visible ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), visible);
  if (caption != NULL)
    gtk_widget_set_visible (GTK_WIDGET (caption), visible);
}

static void
show_evidence (ObSourcePopover *self)
{
  const ObParameterInfo *info = ob_parameter_get_info (self->parameter);
  const ObEvidence *evidence = ob_evidence_get (self->parameter);
  g_autofree char *value = ob_quantity_format (info->unit, info->value);
  g_autofree char *minimum = ob_quantity_format (info->unit, info->minimum);
  g_autofree char *maximum = ob_quantity_format (info->unit, info->maximum);
  /* Translators: a range of values, "$600 bn/yr to $900 bn/yr" */
  g_autofree char *range = g_strdup_printf (_ ("%s to %s"), minimum, maximum);
  g_autofree char *published = ob_published_range_format (self->parameter);
  g_autofree char *citation = NULL;

  gtk_label_set_label (self->title_label, ob_parameter_get_label (self->parameter));
  show_text (self->description_label, NULL, ob_parameter_get_description (self->parameter));
  show_text (self->default_label, NULL, value);
  show_text (self->reason_label, NULL, evidence->default_reason);
  show_text (self->range_label, NULL, range);
  show_text (self->published_label, self->published_caption, published);
  show_text (self->source_label, self->source_caption, evidence->source);

  if (*evidence->citation != '\0' && *evidence->date != '\0')
    /* Translators: title and place of a publication, then its date */
    citation = g_strdup_printf (C_ ("citation", "%s, %s"), evidence->citation, evidence->date);
  else
    citation = g_strdup (*evidence->citation != '\0' ? evidence->citation : evidence->date);

  show_text (self->citation_label, NULL, citation);
  /* An empty row would still have its space. */
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->source_label)),
                          gtk_widget_get_visible (GTK_WIDGET (self->source_label))
                            || gtk_widget_get_visible (GTK_WIDGET (self->citation_label)));
  gtk_label_set_label (self->grade_label, ob_grade_get_label (evidence->grade));
}

static void
show_note (ObSourcePopover *self)
{
  const char *note =
    ob_scenario_get_note (ob_session_get_scenario (self->session), self->parameter);

  gtk_editable_set_text (GTK_EDITABLE (self->note_entry), note != NULL ? note : "");
}

static void
keep_note (ObSourcePopover *self)
{
  ObScenario *scenario = ob_session_get_scenario (self->session);
  const char *before = ob_scenario_get_note (scenario, self->parameter);
  g_autofree char *note =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_entry))));

  if (g_strcmp0 (before != NULL ? before : "", note) == 0)
    return;

  ob_scenario_set_note (scenario, self->parameter, *note != '\0' ? note : NULL);
}

static void
note_activate_cb (ObSourcePopover *self)
{
  keep_note (self);
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
ob_source_popover_map (GtkWidget *widget)
{
  show_note (OB_SOURCE_POPOVER (widget));

  GTK_WIDGET_CLASS (ob_source_popover_parent_class)->map (widget);
}

static void
ob_source_popover_closed (GtkPopover *popover)
{
  keep_note (OB_SOURCE_POPOVER (popover));

  if (GTK_POPOVER_CLASS (ob_source_popover_parent_class)->closed != NULL)
    GTK_POPOVER_CLASS (ob_source_popover_parent_class)->closed (popover);
}

static void
ob_source_popover_constructed (GObject *object)
{
  ObSourcePopover *self = OB_SOURCE_POPOVER (object);

  G_OBJECT_CLASS (ob_source_popover_parent_class)->constructed (object);

  show_evidence (self);
  show_note (self);
}

static void
ob_source_popover_dispose (GObject *object)
{
  ObSourcePopover *self = OB_SOURCE_POPOVER (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (ob_source_popover_parent_class)->dispose (object);
}

static void
ob_source_popover_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObSourcePopover *self = OB_SOURCE_POPOVER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_PARAMETER:
      g_value_set_enum (value, self->parameter);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_source_popover_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  ObSourcePopover *self = OB_SOURCE_POPOVER (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_PARAMETER:
      self->parameter = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_source_popover_class_init (ObSourcePopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ob_source_popover_constructed;
  object_class->dispose = ob_source_popover_dispose;
  object_class->get_property = ob_source_popover_get_property;
  object_class->set_property = ob_source_popover_set_property;

  widget_class->map = ob_source_popover_map;

  GTK_POPOVER_CLASS (klass)->closed = ob_source_popover_closed;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PARAMETER] =
    g_param_spec_enum ("parameter", NULL, NULL, OB_TYPE_PARAMETER, OB_PARAMETER_CAPEX,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-source-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, title_label);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, description_label);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, default_label);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, reason_label);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, range_label);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, published_caption);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, published_label);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, source_caption);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, source_label);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, citation_label);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, grade_label);
  gtk_widget_class_bind_template_child (widget_class, ObSourcePopover, note_entry);
  gtk_widget_class_bind_template_callback (widget_class, note_activate_cb);
}

static void
ob_source_popover_init (ObSourcePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ob_source_popover_new (ObSession *session, ObParameter parameter)
{
  g_return_val_if_fail (OB_IS_SESSION (session), NULL);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);

  return g_object_new (OB_TYPE_SOURCE_POPOVER, "session", session, "parameter", parameter, NULL);
}

ObSession *
ob_source_popover_get_session (ObSourcePopover *self)
{
  g_return_val_if_fail (OB_IS_SOURCE_POPOVER (self), NULL);

  return self->session;
}

ObParameter
ob_source_popover_get_parameter (ObSourcePopover *self)
{
  g_return_val_if_fail (OB_IS_SOURCE_POPOVER (self), OB_PARAMETER_CAPEX);

  return self->parameter;
}

void
ob_source_popover_start_note (ObSourcePopover *self)
{
  g_return_if_fail (OB_IS_SOURCE_POPOVER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->note_entry));
}
