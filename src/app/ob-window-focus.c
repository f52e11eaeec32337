/* ob-window-focus.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-window-private.h"

#include "ob-quantity-entry.h"

/* GTK 4.8 leaves the keyboard in a menu that has closed when the item was in a menu of that
 * menu, and no key does anything until the mouse is used. It belongs to what opened it. */
static gboolean
restore_cb (gpointer data)
{
  ObWindow *self = OB_WINDOW (data);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *popover = NULL;

  self->focus_id = 0;
  if (focus == NULL || gtk_widget_get_mapped (focus))
    return G_SOURCE_REMOVE;

  popover = gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER);
  if (popover == NULL || gtk_widget_get_parent (popover) == NULL
      || !gtk_widget_grab_focus (gtk_widget_get_parent (popover)))
    gtk_window_set_focus (GTK_WINDOW (self), NULL);

  return G_SOURCE_REMOVE;
}

static void
queue_restore (ObWindow *self)
{
  if (self->focus_id == 0)
    self->focus_id = g_idle_add (restore_cb, self);
}

static void
focus_cb (ObWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *popover;

  /* The window is going away. */
  if (self->popover_signals == NULL)
    return;

  popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  g_signal_group_set_target (self->popover_signals, popover);
  if (popover != NULL && !gtk_widget_get_mapped (popover))
    queue_restore (self);
}

void
ob_window_init_focus (ObWindow *self)
{
  self->popover_signals = g_signal_group_new (GTK_TYPE_POPOVER);
  g_signal_group_connect_swapped (self->popover_signals, "unmap", G_CALLBACK (queue_restore), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
}

void
ob_window_dispose_focus (ObWindow *self)
{
  g_clear_handle_id (&self->focus_id, g_source_remove);
  g_clear_object (&self->popover_signals);
}

void
ob_window_commit_typed (ObWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *entry = focus != NULL ? gtk_widget_get_ancestor (focus, OB_TYPE_QUANTITY_ENTRY) : NULL;

  if (entry != NULL)
    ob_quantity_entry_commit (OB_QUANTITY_ENTRY (entry));
}
