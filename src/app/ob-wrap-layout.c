/* ob-wrap-layout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-wrap-layout.h"

struct _ObWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObWrapLayout, ob_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GParamSpec *properties[N_PROPS];

static GPtrArray *
list_children (GtkWidget *widget)
{
  GPtrArray *children = g_ptr_array_new ();

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        g_ptr_array_add (children, child);
    }

  return children;
}

static int
get_columns (ObWrapLayout *self, GPtrArray *children, int width)
{
  int columns = MAX (1, (int) children->len);
  int widest = 0;

  for (guint i = 0; i < children->len; i++)
    {
      int minimum;

      gtk_widget_measure (g_ptr_array_index (children, i), GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                          NULL, NULL, NULL);
      widest = MAX (widest, minimum);
    }

  while (columns > 1 && width >= 0 && columns * widest + (columns - 1) * self->spacing > width)
    columns = (columns + 1) / 2;

  return columns;
}

static int
get_column_width (ObWrapLayout *self, int width, int columns)
{
  return MAX (0, (width - (columns - 1) * self->spacing) / columns);
}

static void
measure_row (GPtrArray *children, guint first, int columns, int width, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;

  for (guint i = first; i < children->len && i < first + columns; i++)
    {
      int child_minimum;
      int child_natural;

      gtk_widget_measure (g_ptr_array_index (children, i), GTK_ORIENTATION_VERTICAL, width,
                          &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static GtkSizeRequestMode
ob_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ob_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  ObWrapLayout *self = OB_WRAP_LAYOUT (manager);
  g_autoptr (GPtrArray) children = list_children (widget);
  int columns;
  int width;

  *minimum = 0;
  *natural = 0;

  if (children->len == 0)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (guint i = 0; i < children->len; i++)
        {
          int child_minimum;
          int child_natural;

          gtk_widget_measure (g_ptr_array_index (children, i), orientation, -1, &child_minimum,
                              &child_natural, NULL, NULL);
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }

      *natural = *natural * children->len + self->spacing * (children->len - 1);
      return;
    }

  columns = get_columns (self, children, for_size);
  width = for_size < 0 ? -1 : get_column_width (self, for_size, columns);

  for (guint i = 0; i < children->len; i += columns)
    {
      int row_minimum;
      int row_natural;

      measure_row (children, i, columns, width, &row_minimum, &row_natural);
      *minimum += row_minimum + (i > 0 ? self->spacing : 0);
      *natural += row_natural + (i > 0 ? self->spacing : 0);
    }
}

static void
ob_wrap_layout_allocate (GtkLayoutManager *manager,
                         GtkWidget *widget,
                         int width,
                         int height,
                         int baseline)
{
  ObWrapLayout *self = OB_WRAP_LAYOUT (manager);
  g_autoptr (GPtrArray) children = list_children (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int columns = get_columns (self, children, width);
  int column_width = get_column_width (self, width, columns);
  int n_rows = (children->len + columns - 1) / columns;
  int needed = MAX (0, n_rows - 1) * self->spacing;
  int y = 0;

  for (guint i = 0; i < children->len; i += columns)
    {
      int minimum;
      int natural;

      measure_row (children, i, columns, column_width, &minimum, &natural);
      needed += minimum;
    }

  for (int row = 0; row < n_rows; row++)
    {
      guint first = row * columns;
      int extra = MAX (0, height - needed);
      int row_height;
      int natural;

      measure_row (children, first, columns, column_width, &row_height, &natural);
      row_height += extra * (row + 1) / n_rows - extra * row / n_rows;

      for (guint i = first; i < children->len && i < first + columns; i++)
        {
          int column = rtl ? columns - 1 - (int) (i - first) : (int) (i - first);
          /* A last row that is not full is stretched over the width. */
          gboolean alone = i == first && i + 1 == children->len;
          GtkAllocation allocation = {
            .x = alone ? 0 : column * (column_width + self->spacing),
            .y = y,
            .width = alone ? width : column_width,
            .height = row_height,
          };

          gtk_widget_size_allocate (g_ptr_array_index (children, i), &allocation, -1);
        }

      y += row_height + self->spacing;
    }
}

static void
ob_wrap_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObWrapLayout *self = OB_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_wrap_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObWrapLayout *self = OB_WRAP_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      ob_wrap_layout_set_spacing (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_wrap_layout_class_init (ObWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = ob_wrap_layout_get_property;
  object_class->set_property = ob_wrap_layout_set_property;

  layout_class->get_request_mode = ob_wrap_layout_get_request_mode;
  layout_class->measure = ob_wrap_layout_measure;
  layout_class->allocate = ob_wrap_layout_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ob_wrap_layout_init (ObWrapLayout *self)
{
}

GtkLayoutManager *
ob_wrap_layout_new (void)
{
  return g_object_new (OB_TYPE_WRAP_LAYOUT, NULL);
}

int
ob_wrap_layout_get_spacing (ObWrapLayout *self)
{
  g_return_val_if_fail (OB_IS_WRAP_LAYOUT (self), 0);

  return self->spacing;
}

void
ob_wrap_layout_set_spacing (ObWrapLayout *self, int spacing)
{
  g_return_if_fail (OB_IS_WRAP_LAYOUT (self));

  if (self->spacing == spacing)
    return;

  self->spacing = spacing;
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPACING]);
}
