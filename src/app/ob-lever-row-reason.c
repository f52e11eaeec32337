/* ob-lever-row-reason.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-lever-row-private.h"

#include "ob-published-ranges.h"
#include "ob-source-popover.h"

#include <glib/gi18n-lib.h>

static void
explain_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ObLeverRow *self = OB_LEVER_ROW (widget);

  gtk_widget_activate_action (widget, "lever.source", NULL);
  if (self->source_popover != NULL)
    ob_source_popover_start_note (OB_SOURCE_POPOVER (self->source_popover));
}

static void
set_unusual (ObLeverRow *self, gboolean unusual)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);

  if (gtk_widget_get_visible (self->reason) == unusual)
    return;

  gtk_widget_set_visible (self->reason, unusual);
  if (unusual)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unusual");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unusual");

  if (entry != NULL && unusual)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                    self->reason_label, NULL, -1);
  else if (entry != NULL)
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY);
}

void
ob_lever_row_update_reason (ObLeverRow *self)
{
  ObScenario *scenario = ob_lever_row_get_scenario (self);
  const char *note = ob_scenario_get_note (scenario, self->parameter);
  double value = ob_scenario_get_value (scenario, self->parameter);
  double origin = ob_scenario_get_origin_value (scenario, self->parameter);

  set_unusual (self, !ob_published_range_contains (self->parameter, value));
  /* What a template says has its story for a reason. */
  gtk_widget_set_visible (self->why_button, note == NULL && value != origin);

  if (g_strcmp0 (note, gtk_widget_get_tooltip_text (self->note_button)) == 0)
    return;

  gtk_widget_set_visible (self->note_button, note != NULL);
  gtk_widget_set_tooltip_text (self->note_button, note);
  if (note != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->note_button),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, note, -1);
}

void
ob_lever_row_init_reason (ObLeverRow *self)
{
  const char *label = ob_parameter_get_label (self->parameter);
  g_autofree char *range = ob_published_range_format (self->parameter);
  g_autofree char *text = NULL;
  g_autofree char *unbroken = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *why = NULL;
  g_autofree char *note = NULL;

  if (range != NULL)
    {
      /* Translators: of a value outside what has been published; %s is a range, "25 % to 50 %" */
      text = g_strdup_printf (_ ("Outside the published %s"), range);
      /* A unit is not parted at its slash. */
      parts = g_strsplit (text, "/", -1);
      unbroken = g_strjoinv ("/\u2060", parts);
      gtk_label_set_label (self->reason_label, unbroken);
    }

  /* Translators: the name of a button; %s is an input, "Capex" */
  why = g_strdup_printf (_ ("Why? Give a reason for %s"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  why, -1);
  /* Translators: the name of a button; %s is an input, "Capex" */
  note = g_strdup_printf (_ ("Note on %s"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->note_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  note, -1);
}

void
ob_lever_row_class_init_reason (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "lever.explain", NULL, explain_action);
  gtk_widget_class_bind_template_child (widget_class, ObLeverRow, reason);
  gtk_widget_class_bind_template_child (widget_class, ObLeverRow, reason_label);
  gtk_widget_class_bind_template_child (widget_class, ObLeverRow, why_button);
  gtk_widget_class_bind_template_child (widget_class, ObLeverRow, note_button);
}
