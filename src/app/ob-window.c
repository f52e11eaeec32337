/* ob-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-axis-chooser.h"
#include "ob-chart-panel.h"
#include "ob-draws-panel.h"
#include "ob-frontier-view.h"
#include "ob-history-popover.h"
#include "ob-kpi-strip.h"
#include "ob-overlay-chooser.h"
#include "ob-pin-popover.h"
#include "ob-study-panel.h"
#include "ob-table-view.h"
#include "ob-template.h"
#include "ob-time-scrubber.h"
#include "ob-toast.h"
#include "ob-verdict-label.h"
#include "ob-wrap-box.h"

#include <glib/gi18n-lib.h>

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_FILE,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObWindow, ob_window, ADW_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

/* NULL where the program runs without its schema installed. */
static GSettings *
create_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new (APPLICATION_ID) : NULL;
}

static void
restore_state (ObWindow *self)
{
  if (self->settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "show-pane"));
}

static void
store_state (ObWindow *self)
{
  int width;
  int height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  /* Folded, the pane is hidden because the window is narrow. */
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "show-pane", adw_flap_get_reveal_flap (self->flap));
}

/* The base case under its name, or without one where the templates are missing. */
static void
start_with_base_case (ObWindow *self)
{
  g_autoptr (ObScenario) base = ob_template_load ("base", NULL);

  if (base != NULL)
    ob_session_set_scenario (self->session, base);
}

static gboolean
fold_cb (gpointer data)
{
  ObWindow *self = data;

  self->fold_id = 0;
  gtk_widget_set_visible (self->history_button,
                          !adw_view_switcher_title_get_title_visible (self->switcher_title));

  return G_SOURCE_REMOVE;
}

/* Said while the header bar is being laid out, its start already done: what goes from
 * there now would take the others with it. */
static void
title_visible_cb (ObWindow *self)
{
  if (self->fold_id == 0)
    self->fold_id = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, fold_cb, self, NULL);
}

static void
edited_cb (ObWindow *self)
{
  ob_window_update_title (self);
  ob_window_update_actions (self);
}

static void
scenario_cb (ObWindow *self)
{
  g_signal_group_set_target (self->scenario_signals, ob_session_get_scenario (self->session));
  ob_recovery_set_scenario (self->recovery, ob_session_get_scenario (self->session));
  ob_file_watch_set_scenario (self->watch, ob_session_get_scenario (self->session));
  edited_cb (self);
}

static void
close_cb (ObWindow *self, gpointer data)
{
  store_state (self);
  ob_recovery_discard (self->recovery);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
ob_window_close_request (GtkWindow *window)
{
  ob_window_ask_to_save (OB_WINDOW (window), close_cb, NULL, NULL);

  return GDK_EVENT_STOP;
}

static void
ob_window_dispose (GObject *object)
{
  ObWindow *self = OB_WINDOW (object);

  ob_window_dispose_focus (self);
  ob_window_dispose_files (self);
  ob_window_dispose_saves (self);
  g_clear_handle_id (&self->fold_id, g_source_remove);
  g_clear_object (&self->recovery);
  /* A look at the file that is under way keeps it for a while. */
  if (self->watch != NULL)
    ob_file_watch_set_scenario (self->watch, NULL);
  g_clear_object (&self->watch);
  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->settings);

  if (self->session != NULL)
    ob_session_set_frame_widget (self->session, NULL);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ob_window_parent_class)->dispose (object);
}

static void
ob_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObWindow *self = OB_WINDOW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_window_class_init (ObWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = ob_window_dispose;
  object_class->get_property = ob_window_get_property;

  window_class->close_request = ob_window_close_request;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (OB_TYPE_AXIS_CHOOSER);
  g_type_ensure (OB_TYPE_CHART_PANEL);
  g_type_ensure (OB_TYPE_FILE_BAR);
  g_type_ensure (OB_TYPE_FRONTIER_VIEW);
  g_type_ensure (OB_TYPE_FROZEN_BAR);
  g_type_ensure (OB_TYPE_HISTORY_POPOVER);
  g_type_ensure (OB_TYPE_KPI_STRIP);
  g_type_ensure (OB_TYPE_LEVER_PANE);
  g_type_ensure (OB_TYPE_OVERLAY_CHOOSER);
  g_type_ensure (OB_TYPE_PIN_POPOVER);
  g_type_ensure (OB_TYPE_DRAWS_PANEL);
  g_type_ensure (OB_TYPE_STUDY_PANEL);
  g_type_ensure (OB_TYPE_TABLE_VIEW);
  g_type_ensure (OB_TYPE_TIME_SCRUBBER);
  g_type_ensure (OB_TYPE_VERDICT_LABEL);
  g_type_ensure (OB_TYPE_WRAP_BOX);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ObWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, switcher_title);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, history_button);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, pin_menu_button);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, file_bar);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, frozen_bar);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, pane);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, scrubber);
  gtk_widget_class_bind_template_child (widget_class, ObWindow, recent_menu);

  ob_window_class_init_actions (widget_class);
}

static void
ob_window_init (ObWindow *self)
{
  self->session = ob_session_new ();
  self->cancellable = g_cancellable_new ();
  self->settings = create_settings ();
  start_with_base_case (self);

  gtk_widget_init_template (GTK_WIDGET (self));

  ob_session_set_frame_widget (self->session, GTK_WIDGET (self));
  ob_window_init_actions (self);
  ob_window_init_files (self);
  ob_window_init_focus (self);
  ob_window_init_pins (self);
  ob_window_init_report (self);
  ob_window_init_recovery (self);
  ob_window_init_watch (self);
  restore_state (self);

  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "inputs-changed", G_CALLBACK (edited_cb),
                                  self);
  g_signal_group_connect_swapped (self->scenario_signals, "view-changed", G_CALLBACK (edited_cb),
                                  self);
  g_signal_group_connect_swapped (self->scenario_signals, "notify", G_CALLBACK (edited_cb), self);
  g_signal_connect_object (self->switcher_title, "notify::title-visible",
                           G_CALLBACK (title_visible_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::scenario", G_CALLBACK (scenario_cb), self,
                           G_CONNECT_SWAPPED);
  scenario_cb (self);
}

GtkWidget *
ob_window_new (GtkApplication *application)
{
  g_return_val_if_fail (application == NULL || GTK_IS_APPLICATION (application), NULL);

  return g_object_new (OB_TYPE_WINDOW, "application", application, NULL);
}

ObSession *
ob_window_get_session (ObWindow *self)
{
  g_return_val_if_fail (OB_IS_WINDOW (self), NULL);

  return self->session;
}

GFile *
ob_window_get_file (ObWindow *self)
{
  g_return_val_if_fail (OB_IS_WINDOW (self), NULL);

  return self->file;
}

void
ob_window_set_file (ObWindow *self, GFile *file)
{
  g_return_if_fail (OB_IS_WINDOW (self));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  if (g_set_object (&self->file, file))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);

  ob_window_update_title (self);
}

gboolean
ob_window_is_modified (ObWindow *self)
{
  gboolean modified;

  g_return_val_if_fail (OB_IS_WINDOW (self), FALSE);

  g_object_get (ob_session_get_scenario (self->session), "modified", &modified, NULL);

  return modified;
}

gboolean
ob_window_is_pristine (ObWindow *self)
{
  gboolean can_undo;
  g_autofree char *template_id = NULL;

  g_return_val_if_fail (OB_IS_WINDOW (self), FALSE);

  g_object_get (ob_session_get_scenario (self->session), "can-undo", &can_undo, "template-id",
                &template_id, NULL);

  return self->file == NULL && !can_undo && !ob_window_is_modified (self)
         && (template_id == NULL || g_str_equal (template_id, "base"));
}

char *
ob_window_get_display_title (ObWindow *self)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (OB_IS_WINDOW (self), NULL);

  g_object_get (ob_session_get_scenario (self->session), "title", &title, NULL);
  if (title != NULL && *title != '\0')
    return g_steal_pointer (&title);

  if (self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);

      return g_filename_display_name (name);
    }

  return g_strdup (_ ("Untitled Scenario"));
}

void
ob_window_update_title (ObWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *file_name = NULL;

  g_return_if_fail (OB_IS_WINDOW (self));

  title = ob_window_get_display_title (self);
  if (ob_window_is_modified (self))
    marked = g_strdup_printf ("• %s", title);

  if (self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);

      file_name = g_filename_display_name (name);
    }

  /* GTK tells the desktop of the same title, too. */
  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), marked != NULL ? marked : title) != 0)
    gtk_window_set_title (GTK_WINDOW (self), marked != NULL ? marked : title);
  adw_view_switcher_title_set_title (self->switcher_title, marked != NULL ? marked : title);
  adw_view_switcher_title_set_subtitle (self->switcher_title, file_name);
}

void
ob_window_show_toast (ObWindow *self, const char *text)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (OB_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  /* A toast's title is markup, which titles and file names are not. */
  markup = g_markup_escape_text (text, -1);
  ob_toast_add (self->toast_overlay, adw_toast_new (markup));
}
