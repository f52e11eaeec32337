/* ob-template-chooser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-template-chooser.h"

#include "ob-chart-view-private.h"
#include "ob-template-picture.h"
#include "ob-template.h"

/* Of a picture, px. */
#define WIDTH  330
#define HEIGHT 190

struct _ObTemplateChooser
{
  AdwWindow parent_instance;

  GtkFlowBox *box;
  GPtrArray *pictures;
  guint n_pictures;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (ObTemplateChooser, ob_template_chooser, ADW_TYPE_WINDOW)

static void draw_next (ObTemplateChooser *self);

static void
picture_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *description = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = ob_template_picture_finish (result, &description, &error);
  ObTemplateChooser *self = data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Without its file a template has no picture; choosing it says why. */
  if (texture != NULL)
    {
      GtkPicture *picture = self->pictures->pdata[self->n_pictures];

      gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
      gtk_picture_set_alternative_text (picture, description);
    }

  self->n_pictures++;
  draw_next (self);
}

/* One at a time: the charts behind the dialog want the other cores. */
static void
draw_next (ObTemplateChooser *self)
{
  if (self->n_pictures < self->pictures->len)
    ob_template_picture_async (ob_template_get_ids ()[self->n_pictures],
                               ob_chart_view_get_theme_of_desktop (), WIDTH, HEIGHT,
                               MAX (gtk_widget_get_scale_factor (GTK_WIDGET (self)), 1),
                               self->cancellable, picture_cb, self);
}

static void
choose_cb (ObTemplateChooser *self, GtkButton *button)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const char *id = g_object_get_data (G_OBJECT (button), "ob-template");

  gtk_window_close (GTK_WINDOW (self));
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.start-from", "s", id);
}

static GtkWidget *
create_line (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_card (ObTemplateChooser *self, const char *id)
{
  const char *title = ob_template_get_title (id);
  const char *story = ob_template_get_story (id);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *picture = gtk_picture_new ();
  GtkWidget *line = create_line (story, "caption");

  /* Cards of one row are as high as the highest; their pictures stand in line. */
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_size_request (picture, -1, HEIGHT);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_picture_set_content_fit (GTK_PICTURE (picture), GTK_CONTENT_FIT_SCALE_DOWN);
  g_ptr_array_add (self->pictures, picture);

  gtk_widget_add_css_class (line, "dim-label");
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), create_line (title, "heading"));
  gtk_box_append (GTK_BOX (box), line);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "template");
  g_object_set_data (G_OBJECT (button), "ob-template", (gpointer) id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, story, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);

  gtk_flow_box_append (self->box, button);
  /* The button is what takes the keyboard. */
  gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
  if (self->pictures->len == 1)
    gtk_window_set_focus (GTK_WINDOW (self), button);
}

static void
ob_template_chooser_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ob_template_chooser_parent_class)->realize (widget);

  /* From here on the scale of the display is known. */
  if (OB_TEMPLATE_CHOOSER (widget)->n_pictures == 0)
    draw_next (OB_TEMPLATE_CHOOSER (widget));
}

static void
ob_template_chooser_dispose (GObject *object)
{
  ObTemplateChooser *self = OB_TEMPLATE_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);

  G_OBJECT_CLASS (ob_template_chooser_parent_class)->dispose (object);
}

static void
ob_template_chooser_finalize (GObject *object)
{
  ObTemplateChooser *self = OB_TEMPLATE_CHOOSER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->pictures, g_ptr_array_unref);

  G_OBJECT_CLASS (ob_template_chooser_parent_class)->finalize (object);
}

static void
ob_template_chooser_class_init (ObTemplateChooserClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_template_chooser_dispose;
  object_class->finalize = ob_template_chooser_finalize;
  widget_class->realize = ob_template_chooser_realize;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/overbuild/Overbuild/ui/ob-template-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ObTemplateChooser, box);
}

static void
ob_template_chooser_init (ObTemplateChooser *self)
{
  const char *const *ids = ob_template_get_ids ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  self->pictures = g_ptr_array_new ();
  for (guint i = 0; ids[i] != NULL; i++)
    add_card (self, ids[i]);
}

GtkWidget *
ob_template_chooser_new (GtkWindow *parent)
{
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  return g_object_new (OB_TYPE_TEMPLATE_CHOOSER, "transient-for", parent, NULL);
}

guint
ob_template_chooser_get_n_pictures (ObTemplateChooser *self)
{
  g_return_val_if_fail (OB_IS_TEMPLATE_CHOOSER (self), 0);

  return self->n_pictures;
}
