/* ob-guide-window.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-guide-window.h"

#include "ob-guide-text.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/org/overbuild/Overbuild/"
#define GUIDE     "guide.md"
/* Of a narrow column of a table, and of one that has all the words, in letters. */
#define KEY_CHARS 26
#define ROW_GAP   6
#define CELL_GAP  18

struct _ObGuideWindow
{
  AdwWindow parent_instance;

  GtkBox *box;
  GtkScrolledWindow *scroller;
  GHashTable *headings; /* by their anchors */
};

G_DEFINE_FINAL_TYPE (ObGuideWindow, ob_guide_window, ADW_TYPE_WINDOW)

static gboolean
link_cb (ObGuideWindow *self, const char *link)
{
  return ob_guide_window_go_to (self, link);
}

static GtkWidget *
create_label (ObGuideWindow *self, const char *text)
{
  g_autofree char *markup = ob_guide_text_to_markup (text);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), self, G_CONNECT_SWAPPED);

  return label;
}

static void
add_heading (ObGuideWindow *self, const ObGuideBlock *block)
{
  static const char *const classes[] = { "title-1", "title-2", "title-4" };
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   "label", block->text, "wrap", TRUE, "xalign", 0., NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LEVEL,
                                  (int) block->level, -1);
  gtk_widget_add_css_class (label, classes[MIN (block->level, G_N_ELEMENTS (classes)) - 1]);
  if (block->level > 1)
    gtk_widget_set_margin_top (label, CELL_GAP);
  g_hash_table_insert (self->headings, ob_guide_text_get_anchor (block->text), label);
  gtk_box_append (self->box, label);
}

static void
add_item (ObGuideWindow *self, const ObGuideBlock *block)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, ROW_GAP);
  GtkWidget *bullet = gtk_label_new ("•");
  GtkWidget *label = create_label (self, block->text);

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), bullet);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (self->box, row);
}

static void
add_code (ObGuideWindow *self, const ObGuideBlock *block)
{
  GtkWidget *label = gtk_label_new (block->text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, "monospace");
  gtk_box_append (self->box, label);
}

static void
add_table (ObGuideWindow *self, const ObGuideBlock *block)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), ROW_GAP);
  gtk_grid_set_column_spacing (GTK_GRID (grid), CELL_GAP);
  for (guint i = 0; i < block->rows->len; i++)
    {
      const GStrv cells = g_ptr_array_index (block->rows, i);

      for (guint k = 0; cells[k] != NULL; k++)
        {
          GtkWidget *label = create_label (self, cells[k]);

          if (i == 0)
            gtk_widget_add_css_class (label, "heading");
          if (k == 0)
            gtk_label_set_max_width_chars (GTK_LABEL (label), KEY_CHARS);
          else
            gtk_widget_set_hexpand (label, TRUE);
          gtk_grid_attach (GTK_GRID (grid), label, (int) k, (int) i, 1, 1);
        }
    }
  gtk_box_append (self->box, grid);
}

/* The guide in the language of the program, or else in English. */
static GBytes *
load_guide (void)
{
  /* Translators: the file of the guide in your language, where docs/ has one, such as
   * guide.zh_CN.md; otherwise as it is. */
  g_autofree char *path = g_strconcat (RESOURCES, C_ ("file", "guide.md"), NULL);
  GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return bytes != NULL
           ? bytes
           : g_resources_lookup_data (RESOURCES GUIDE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void
add_blocks (ObGuideWindow *self)
{
  g_autoptr (GBytes) bytes = load_guide ();
  g_autofree char *text = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  gsize size;
  const char *data;

  g_assert (bytes != NULL);

  data = g_bytes_get_data (bytes, &size);
  text = g_strndup (data, size);
  blocks = ob_guide_text_parse (text);
  for (guint i = 0; i < blocks->len; i++)
    {
      const ObGuideBlock *block = g_ptr_array_index (blocks, i);

      switch (block->kind)
        {
        case OB_GUIDE_HEADING:
          add_heading (self, block);
          break;
        case OB_GUIDE_PARAGRAPH:
          gtk_box_append (self->box, create_label (self, block->text));
          break;
        case OB_GUIDE_ITEM:
          add_item (self, block);
          break;
        case OB_GUIDE_CODE:
          add_code (self, block);
          break;
        case OB_GUIDE_TABLE:
          add_table (self, block);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}

static void
ob_guide_window_finalize (GObject *object)
{
  ObGuideWindow *self = OB_GUIDE_WINDOW (object);

  g_hash_table_unref (self->headings);

  G_OBJECT_CLASS (ob_guide_window_parent_class)->finalize (object);
}

static void
ob_guide_window_class_init (ObGuideWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ob_guide_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-guide-window.ui");
  gtk_widget_class_bind_template_child (widget_class, ObGuideWindow, box);
  gtk_widget_class_bind_template_child (widget_class, ObGuideWindow, scroller);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ob_guide_window_init (ObGuideWindow *self)
{
  self->headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  add_blocks (self);
}

GtkWidget *
ob_guide_window_new (void)
{
  return g_object_new (OB_TYPE_GUIDE_WINDOW, NULL);
}

gboolean
ob_guide_window_go_to (ObGuideWindow *self, const char *link)
{
  GtkWidget *heading;
  double y;

  g_return_val_if_fail (OB_IS_GUIDE_WINDOW (self), FALSE);
  g_return_val_if_fail (link != NULL, FALSE);

  heading = *link == '#' ? g_hash_table_lookup (self->headings, link + 1) : NULL;
  if (heading == NULL
      || !gtk_widget_translate_coordinates (heading, GTK_WIDGET (self->box), 0, 0, NULL, &y))
    return FALSE;

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), y);

  return TRUE;
}

void
ob_guide_show (GtkWindow *parent)
{
  GtkWindow *guide;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  guide = g_object_get_data (G_OBJECT (parent), "ob-guide");
  if (guide == NULL)
    {
      guide = GTK_WINDOW (ob_guide_window_new ());
      gtk_window_set_transient_for (guide, parent);
      gtk_window_set_destroy_with_parent (guide, TRUE);
      /* It is kept, where it was left. */
      gtk_window_set_hide_on_close (guide, TRUE);
      g_object_set_data (G_OBJECT (parent), "ob-guide", guide);
    }

  gtk_window_present (guide);
}
