/* ob-properties-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-properties-dialog.h"

#include "ob-scenario-file.h"
#include "ob-template.h"

#include <glib/gi18n-lib.h>

struct _ObPropertiesDialog
{
  AdwWindow parent_instance;

  ObScenario *scenario;
  /* A field has the focus, and what is typed becomes one step. */
  gboolean editing;

  GtkEditable *title_row;
  GtkEditable *author_row;
  GtkTextView *description_view;
  GtkTextBuffer *description;
  AdwPreferencesGroup *facts;
};

G_DEFINE_FINAL_TYPE (ObPropertiesDialog, ob_properties_dialog, ADW_TYPE_WINDOW)

static void
leave_cb (ObPropertiesDialog *self)
{
  if (!self->editing)
    return;

  self->editing = FALSE;
  ob_scenario_end_gesture (self->scenario);
}

static void
enter_cb (ObPropertiesDialog *self)
{
  leave_cb (self);
  if (self->scenario == NULL)
    return;

  self->editing = TRUE;
  ob_scenario_begin_gesture (self->scenario);
}

/* On one line and without the spaces around it. */
static char *
get_line (GtkEditable *row)
{
  return g_strstrip (g_strdelimit (g_strdup (gtk_editable_get_text (row)), "\r\n\t", ' '));
}

static void
title_cb (ObPropertiesDialog *self)
{
  g_autofree char *text = get_line (self->title_row);

  if (self->scenario != NULL)
    ob_scenario_set_title (self->scenario, text);
}

static void
author_cb (ObPropertiesDialog *self)
{
  g_autofree char *text = get_line (self->author_row);

  if (self->scenario != NULL)
    ob_scenario_set_author (self->scenario, text);
}

static void
description_cb (ObPropertiesDialog *self)
{
  g_autofree char *text = NULL;

  if (self->scenario == NULL)
    return;

  g_object_get (self->description, "text", &text, NULL);
  ob_scenario_set_description (self->scenario, text);
}

/* A row of what cannot be changed here; @value may be NULL: then there is none. */
static void
add_fact (ObPropertiesDialog *self, const char *name, const char *value)
{
  GtkWidget *row;

  if (value == NULL)
    return;

  row = g_object_new (ADW_TYPE_ACTION_ROW, "title", name, "use-markup", FALSE, "subtitle", value,
                      "subtitle-lines", 0, "activatable", FALSE, NULL);
  adw_preferences_group_add (self->facts, row);
}

/* In the words of the language and in local time. */
static char *
format_date (const char *iso)
{
  g_autoptr (GDateTime) date = iso != NULL ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;
  g_autoptr (GDateTime) local = date != NULL ? g_date_time_to_local (date) : NULL;

  return local != NULL ? g_date_time_format (local, "%x %H:%M") : NULL;
}

static void
show_facts (ObPropertiesDialog *self)
{
  GFile *file = ob_scenario_get_file (self->scenario);
  const char *template_id = ob_scenario_get_template_id (self->scenario);
  g_autofree char *name = file != NULL ? g_file_get_parse_name (file) : NULL;
  g_autofree char *created = format_date (ob_scenario_get_created (self->scenario));
  g_autofree char *changed = format_date (ob_scenario_get_changed (self->scenario));
  const char *origin = template_id != NULL ? ob_template_get_title (template_id) : NULL;

  add_fact (self, C_ ("properties", "File"), name);
  add_fact (self, C_ ("properties", "First saved"), created);
  add_fact (self, C_ ("properties", "Last changed"), changed);
  /* Translators: the template a scenario started from. */
  add_fact (self, C_ ("properties", "Started from"), origin);
  gtk_widget_set_visible (GTK_WIDGET (self->facts),
                          name != NULL || created != NULL || changed != NULL || origin != NULL);
}

static void
ob_properties_dialog_dispose (GObject *object)
{
  ObPropertiesDialog *self = OB_PROPERTIES_DIALOG (object);

  leave_cb (self);
  g_clear_object (&self->scenario);

  G_OBJECT_CLASS (ob_properties_dialog_parent_class)->dispose (object);
}

static void
ob_properties_dialog_class_init (ObPropertiesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ob_properties_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/overbuild/Overbuild/ui/ob-properties-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ObPropertiesDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, ObPropertiesDialog, author_row);
  gtk_widget_class_bind_template_child (widget_class, ObPropertiesDialog, description_view);
  gtk_widget_class_bind_template_child (widget_class, ObPropertiesDialog, description);
  gtk_widget_class_bind_template_child (widget_class, ObPropertiesDialog, facts);
  gtk_widget_class_bind_template_callback (widget_class, enter_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_cb);
  gtk_widget_class_bind_template_callback (widget_class, description_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ob_properties_dialog_init (ObPropertiesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ob_properties_dialog_new (GtkWindow *parent, ObScenario *scenario)
{
  ObPropertiesDialog *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (OB_IS_SCENARIO (scenario), NULL);

  self = g_object_new (OB_TYPE_PROPERTIES_DIALOG, "transient-for", parent, NULL);
  gtk_editable_set_text (self->title_row, ob_scenario_get_title (scenario));
  gtk_editable_set_text (self->author_row, ob_scenario_get_author (scenario));
  gtk_text_buffer_set_text (self->description, ob_scenario_get_description (scenario), -1);
  /* What was there already is not to be undone. */
  gtk_text_buffer_set_enable_undo (self->description, FALSE);
  gtk_text_buffer_set_enable_undo (self->description, TRUE);
  self->scenario = g_object_ref (scenario);
  show_facts (self);

  return GTK_WIDGET (self);
}
