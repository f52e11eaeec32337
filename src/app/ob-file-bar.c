/* ob-file-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-file-bar.h"

#include <glib/gi18n-lib.h>

struct _ObFileBar
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkLabel *label;
  GtkWidget *reload_button;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (ObFileBar, ob_file_bar, GTK_TYPE_WIDGET)

static void
ob_file_bar_dispose (GObject *object)
{
  ObFileBar *self = OB_FILE_BAR (object);

  g_clear_pointer (&self->bar, gtk_widget_unparent);

  G_OBJECT_CLASS (ob_file_bar_parent_class)->dispose (object);
}

static void
ob_file_bar_class_init (ObFileBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ob_file_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-file-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, ObFileBar, bar);
  gtk_widget_class_bind_template_child (widget_class, ObFileBar, label);
  gtk_widget_class_bind_template_child (widget_class, ObFileBar, reload_button);
  gtk_widget_class_bind_template_child (widget_class, ObFileBar, save_button);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
ob_file_bar_init (ObFileBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ob_file_bar_new (void)
{
  return g_object_new (OB_TYPE_FILE_BAR, NULL);
}

void
ob_file_bar_show_state (ObFileBar *self, ObFileState state, const char *name)
{
  const gboolean gone = state == OB_FILE_STATE_GONE;

  g_return_if_fail (OB_IS_FILE_BAR (self));
  g_return_if_fail (state == OB_FILE_STATE_SAME || name != NULL);

  if (state != OB_FILE_STATE_SAME)
    {
      /* Translators: %s is the name of a file */
      g_autofree char *text =
        g_strdup_printf (gone ? _ ("“%s” is not there any more: it was moved or deleted.")
                              : _ ("Another program has changed “%s”."),
                         name);

      gtk_label_set_text (self->label, text);
      gtk_widget_set_visible (self->reload_button, !gone);
      gtk_widget_set_visible (self->save_button, gone);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                      -1);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), state != OB_FILE_STATE_SAME);
}

const char *
ob_file_bar_get_text (ObFileBar *self)
{
  g_return_val_if_fail (OB_IS_FILE_BAR (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self)) ? gtk_label_get_text (self->label) : NULL;
}
