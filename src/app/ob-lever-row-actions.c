/* ob-lever-row-actions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-lever-row-private.h"

#include "ob-quantity.h"
#include "ob-range-dialog.h"
#include "ob-source-popover.h"

#include <glib/gi18n-lib.h>

static void
reset_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ObLeverRow *self = OB_LEVER_ROW (widget);
  ObScenario *scenario = ob_lever_row_get_scenario (self);

  if (scenario == NULL)
    return;

  if (self->entry != NULL)
    ob_quantity_entry_set_value (self->entry, ob_quantity_entry_get_value (self->entry));
  ob_lever_row_set_value (self, ob_scenario_get_origin_value (scenario, self->parameter));
}

static void
solve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.solve-for", "s",
                              ob_parameter_get_id (OB_LEVER_ROW (widget)->parameter));
}

static void
lock_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ObLeverRow *self = OB_LEVER_ROW (widget);
  ObScenario *scenario = ob_lever_row_get_scenario (self);

  if (scenario != NULL)
    ob_scenario_set_locked (scenario, self->parameter,
                            !ob_scenario_get_locked (scenario, self->parameter));
}

void
ob_lever_row_update_lock (ObLeverRow *self)
{
  ObScenario *scenario = ob_lever_row_get_scenario (self);
  gboolean locked = scenario != NULL && ob_scenario_get_locked (scenario, self->parameter);

  gtk_widget_set_visible (self->lock_icon, locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lever.reset", self->changed && !locked);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lever.solve", !locked);
  if (self->toggle != NULL)
    {
      gtk_widget_set_sensitive (GTK_WIDGET (self->toggle), !locked);
      return;
    }

  /* The entry can still be read and copied from. */
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), !locked);
  gtk_widget_set_sensitive (GTK_WIDGET (self->scale), !locked);
}

static void
use_as_axis (ObLeverRow *self, gboolean is_x)
{
  g_autoptr (GError) error = NULL;
  ObScenario *scenario = ob_lever_row_get_scenario (self);

  if (scenario != NULL && !ob_scenario_use_as_axis (scenario, self->parameter, is_x, &error))
    ob_lever_row_show_message (self, error->message);
}

static void
use_as_x_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  use_as_axis (OB_LEVER_ROW (widget), TRUE);
}

static void
use_as_y_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  use_as_axis (OB_LEVER_ROW (widget), FALSE);
}

static void
range_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ObLeverRow *self = OB_LEVER_ROW (widget);
  ObScenario *scenario = ob_lever_row_get_scenario (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (scenario != NULL && self->toggle == NULL)
    gtk_window_present (
      GTK_WINDOW (ob_range_dialog_new (GTK_WINDOW (root), scenario, self->parameter)));
}

static void
menu_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (OB_LEVER_ROW (widget)->menu_button);
}

static void
source_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ObLeverRow *self = OB_LEVER_ROW (widget);

  if (self->session == NULL)
    return;

  if (self->source_popover == NULL)
    {
      self->source_popover = ob_source_popover_new (self->session, self->parameter);
      gtk_widget_set_parent (self->source_popover, GTK_WIDGET (self->menu_button));
    }

  gtk_popover_popup (GTK_POPOVER (self->source_popover));
}

static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  ObLeverRow *self = OB_LEVER_ROW (data);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) axes = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  g_autofree char *reset = NULL;
  ObScenario *scenario = ob_lever_row_get_scenario (self);

  if (scenario != NULL)
    {
      const ObParameterInfo *info = ob_parameter_get_info (self->parameter);
      double origin = ob_scenario_get_origin_value (scenario, self->parameter);
      g_autofree char *value = ob_quantity_format (info->unit, origin);

      /* Translators: a menu item; %s is the value the input started with, "40 %" */
      reset = g_strdup_printf (_ ("_Reset to %s"), value);
      g_menu_append (menu, reset, "lever.reset");
      /* Translators: menu items: a value is held where it is, or no longer. */
      g_menu_append (menu,
                     ob_scenario_get_locked (scenario, self->parameter) ? C_ ("lever", "Un_lock")
                                                                        : C_ ("lever", "_Lock"),
                     "lever.lock");
      g_menu_append (menu, _ ("Sol_ve for This…"), "lever.solve");
    }

  if (self->toggle == NULL)
    {
      g_menu_append (axes, _ ("Use as _Horizontal Axis"), "lever.use-as-x");
      g_menu_append (axes, _ ("Use as _Vertical Axis"), "lever.use-as-y");
      g_menu_append_section (menu, NULL, G_MENU_MODEL (axes));
    }

  if (self->toggle == NULL)
    g_menu_append (more, _ ("Ran_ge…"), "lever.range");
  g_menu_append (more, _ ("_Source and Notes"), "lever.source");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

void
ob_lever_row_class_init_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "lever.reset", NULL, reset_action);
  gtk_widget_class_install_action (widget_class, "lever.lock", NULL, lock_action);
  gtk_widget_class_install_action (widget_class, "lever.solve", NULL, solve_action);
  gtk_widget_class_install_action (widget_class, "lever.use-as-x", NULL, use_as_x_action);
  gtk_widget_class_install_action (widget_class, "lever.use-as-y", NULL, use_as_y_action);
  gtk_widget_class_install_action (widget_class, "lever.source", NULL, source_action);
  gtk_widget_class_install_action (widget_class, "lever.range", NULL, range_action);
  gtk_widget_class_install_action (widget_class, "lever.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "lever.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "lever.menu",
                                       NULL);
}

/* Nothing for a switch, which cannot be an axis, nor for a finger, which scrolls. */
static GdkContentProvider *
prepare_drag_cb (GtkDragSource *source, double x, double y, ObLeverRow *self)
{
  GdkDevice *device = gtk_gesture_get_device (GTK_GESTURE (source));

  if (self->toggle != NULL || ob_lever_row_get_scenario (self) == NULL
      || (device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN))
    return NULL;

  return gdk_content_provider_new_typed (OB_TYPE_LEVER_ROW, self);
}

static void
begin_drag_cb (GtkDragSource *source, GdkDrag *drag, ObLeverRow *self)
{
  g_autoptr (GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self->label));

  gtk_drag_source_set_icon (source, icon, 0, 0);
}

void
ob_lever_row_init_drag (ObLeverRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->label), GTK_EVENT_CONTROLLER (source));
}

void
ob_lever_row_init_menu (ObLeverRow *self)
{
  gtk_menu_button_set_create_popup_func (self->menu_button, create_popup_cb, self, NULL);
}
