/* ob-table-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-table-view.h"

#include "ob-quantity.h"
#include "ob-table-cells.h"
#include "ob-table-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Columns there are at once when the table is first seen; the others follow one by
 * one, for there is a widget to be made for each number. */
#define FIRST_COLUMNS 12

/* The widest number of characters a cell has room for before its column is
 * widened by hand; headers are wider. */
#define NUMBER_CHARS  9
#define QUARTER_CHARS 11

typedef struct
{
  ObTableView *view;
  GtkColumnViewColumn *column;
  GtkSorter *sorter;
  guint index;
} Column;

struct _ObTableView
{
  GtkWidget parent_instance;

  ObSession *session;
  GSignalGroup *signals;
  Column columns[OB_TABLE_N_COLUMNS];
  ObTableCells *cells;
  guint n_visible;
  guint columns_id;

  GtkButton *copy_button;
  GtkScrolledWindow *scrolled_window;
  GtkColumnView *column_view;
  GtkMultiSelection *selection;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObTableView, ob_table_view, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static const ObRun *
get_run (ObTableView *self)
{
  ObResults *results = self->session != NULL ? ob_session_get_results (self->session) : NULL;

  return results != NULL ? &results->run : NULL;
}

static void
update_current (ObTableView *self)
{
  ob_table_cells_set_current (
    self->cells, self->session != NULL ? (int) ob_session_get_quarter (self->session) : -1);
}

static void
update_results (ObTableView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy", get_run (self) != NULL);

  ob_table_cells_set_results (
    self->cells, self->session != NULL ? ob_session_get_results (self->session) : NULL);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* Those that are not sorted by have nobody to tell. */
  for (guint column = 1; column < OB_TABLE_N_COLUMNS; column++)
    gtk_sorter_changed (self->columns[column].sorter, GTK_SORTER_CHANGE_DIFFERENT);

  ob_table_cells_fill_in_sight (self->cells);
  ob_table_cells_queue_fill (self->cells);
}

static void
scrolled_cb (ObTableView *self)
{
  ob_table_cells_fill_in_sight (self->cells);
}

static void
update_copy_button (ObTableView *self)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = gtk_bitset_get_size (selected);
  g_autofree char *text = NULL;

  if (n == 0)
    {
      gtk_button_set_label (self->copy_button, _ ("Copy All"));
      return;
    }

  /* Translators: a button; rows of a table. */
  text = g_strdup_printf (ngettext ("Copy %u Row", "Copy %u Rows", n), n);
  gtk_button_set_label (self->copy_button, text);
}

static guint
get_quarter_at (ObTableView *self, guint position)
{
  g_autoptr (ObTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return ob_table_row_get_quarter (row);
}

/* The rows that would be copied, in the order in which they stand. */
static guint
get_rows (ObTableView *self, guint *quarters)
{
  g_autoptr (GtkBitset) selected =
    gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  gboolean all = gtk_bitset_is_empty (selected);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      if (all || gtk_bitset_contains (selected, i))
        quarters[n++] = get_quarter_at (self, i);
    }

  return n;
}

static void
copy_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ObTableView *self = OB_TABLE_VIEW (widget);
  guint quarters[OB_N_QUARTERS];
  guint n = get_rows (self, quarters);
  g_autofree char *tsv = ob_table_view_get_tsv (self);
  g_autofree char *message = NULL;

  if (tsv == NULL)
    return;

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), tsv);
  message = g_strdup_printf (ngettext ("%u row copied", "%u rows copied", n), n);
  gtk_widget_activate_action (widget, "win.show-message", "s", message);
}

static void
activate_cb (ObTableView *self, guint position)
{
  if (self->session != NULL)
    ob_session_set_quarter (self->session, get_quarter_at (self, position));
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const Column *column = data;
  const ObRun *run = get_run (column->view);
  guint first = ob_table_row_get_quarter ((gpointer) a);
  guint second = ob_table_row_get_quarter ((gpointer) b);
  const double *values;

  if (run == NULL || column->index == 0)
    return (first > second) - (first < second);

  /* What is no number is less than any. */
  values = run->series[column->index - 1];
  if (isnan (values[first]) || isnan (values[second]))
    return isnan (values[second]) - isnan (values[first]);

  return (values[first] > values[second]) - (values[first] < values[second]);
}

static gboolean
query_tooltip_cb (GtkWidget *cell,
                  int x,
                  int y,
                  gboolean keyboard,
                  GtkTooltip *tooltip,
                  Column *column)
{
  ObTableView *self = column->view;
  const ObRun *run = get_run (self);

  for (guint quarter = 0; quarter < OB_N_QUARTERS && run != NULL; quarter++)
    {
      g_autofree char *text = NULL;
      g_autofree char *when = NULL;
      g_autofree char *line = NULL;

      if (GTK_WIDGET (ob_table_cells_get (self->cells, quarter, column->index)) != cell)
        continue;

      text = ob_table_text_describe (run, quarter, column->index);
      when = ob_quarter_format (run->start_year, quarter);
      /* Translators: a quarter and what stands in its row: "Q1 2027, Capex: 770.0 $bn/yr". */
      line = g_strdup_printf (C_ ("table", "%s, %s"), when, text);
      gtk_tooltip_set_text (tooltip, line);

      return TRUE;
    }

  return FALSE;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  GtkWidget *cell = gtk_inscription_new (NULL);
  gboolean number = column->index > 0;

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), number ? 1. : 0.);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), number ? NUMBER_CHARS : QUARTER_CHARS);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), number ? NUMBER_CHARS : QUARTER_CHARS);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (cell, number);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), column);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  guint quarter = ob_table_row_get_quarter (gtk_list_item_get_item (item));

  ob_table_cells_add (column->view->cells, GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                      quarter, column->index);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, Column *column)
{
  guint quarter = ob_table_row_get_quarter (gtk_list_item_get_item (item));

  ob_table_cells_remove (column->view->cells, GTK_INSCRIPTION (gtk_list_item_get_child (item)),
                         quarter, column->index);
}

static void
add_column (ObTableView *self, guint index)
{
  Column *data = &self->columns[index];
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = ob_table_text_get_title (index);
  GtkColumnViewColumn *column = gtk_column_view_column_new (title, factory);

  data->view = self;
  data->column = column;
  data->index = index;
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), data);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), data);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), data);

  data->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_rows, data, NULL));
  gtk_column_view_column_set_sorter (column, data->sorter);
  gtk_column_view_column_set_visible (column, index < self->n_visible);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->column_view, column);

  if (index == 0)
    gtk_column_view_sort_by_column (self->column_view, column, GTK_SORT_ASCENDING);
}

static void
init_model (ObTableView *self)
{
  GListStore *store = g_list_store_new (OB_TYPE_TABLE_ROW);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->column_view);
  GtkSortListModel *sorted;

  for (guint quarter = 0; quarter < OB_N_QUARTERS; quarter++)
    {
      g_autoptr (ObTableRow) row = ob_table_row_new (quarter);

      g_list_store_append (store, row);
    }

  sorted = gtk_sort_list_model_new (G_LIST_MODEL (store), g_object_ref (sorter));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_copy_button),
                           self, G_CONNECT_SWAPPED);
}

static gboolean
show_column_cb (gpointer data)
{
  ObTableView *self = OB_TABLE_VIEW (data);

  if (self->n_visible == OB_TABLE_N_COLUMNS)
    {
      self->columns_id = 0;
      return G_SOURCE_REMOVE;
    }

  /* Counted in the order in which they were made: the person may have moved them. */
  gtk_column_view_column_set_visible (self->columns[self->n_visible++].column, TRUE);

  return G_SOURCE_CONTINUE;
}

static void
ob_table_view_map (GtkWidget *widget)
{
  ObTableView *self = OB_TABLE_VIEW (widget);

  /* Thousands of cells are not made before somebody wants to see them. */
  if (gtk_column_view_get_model (self->column_view) == NULL)
    gtk_column_view_set_model (self->column_view, GTK_SELECTION_MODEL (self->selection));

  GTK_WIDGET_CLASS (ob_table_view_parent_class)->map (widget);

  update_results (self);
  if (self->n_visible < OB_TABLE_N_COLUMNS && self->columns_id == 0)
    self->columns_id = g_idle_add_full (G_PRIORITY_LOW, show_column_cb, self, NULL);
}

static void
ob_table_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&OB_TABLE_VIEW (widget)->columns_id, g_source_remove);

  GTK_WIDGET_CLASS (ob_table_view_parent_class)->unmap (widget);
}

static void
ob_table_view_dispose (GObject *object)
{
  ObTableView *self = OB_TABLE_VIEW (object);
  GtkWidget *child;

  g_clear_handle_id (&self->columns_id, g_source_remove);
  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  if (self->column_view != NULL)
    gtk_column_view_set_model (self->column_view, NULL);
  g_clear_object (&self->selection);
  for (guint column = 0; column < OB_TABLE_N_COLUMNS; column++)
    {
      g_clear_object (&self->columns[column].sorter);
      g_clear_object (&self->columns[column].column);
    }

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_table_view_parent_class)->dispose (object);
}

static void
ob_table_view_finalize (GObject *object)
{
  ob_table_cells_free (OB_TABLE_VIEW (object)->cells);

  G_OBJECT_CLASS (ob_table_view_parent_class)->finalize (object);
}

static void
ob_table_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObTableView *self = OB_TABLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_table_view_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObTableView *self = OB_TABLE_VIEW (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_table_view_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_table_view_class_init (ObTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_table_view_dispose;
  object_class->finalize = ob_table_view_finalize;
  object_class->get_property = ob_table_view_get_property;
  object_class->set_property = ob_table_view_set_property;

  widget_class->map = ob_table_view_map;
  widget_class->unmap = ob_table_view_unmap;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ObTableView, copy_button);
  gtk_widget_class_bind_template_child (widget_class, ObTableView, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, ObTableView, column_view);

  gtk_widget_class_set_css_name (widget_class, "tableview");
}

static void
ob_table_view_init (ObTableView *self)
{
  GtkAdjustment *adjustment;

  self->n_visible = FIRST_COLUMNS;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cells = ob_table_cells_new (GTK_WIDGET (self->scrolled_window));

  for (guint index = 0; index < OB_TABLE_N_COLUMNS; index++)
    add_column (self, index);
  init_model (self);
  update_copy_button (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.copy", FALSE);

  g_signal_connect_object (self->column_view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  adjustment = gtk_scrolled_window_get_hadjustment (self->scrolled_window);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);

  self->signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::results", G_CALLBACK (update_results),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::quarter", G_CALLBACK (update_current),
                                  self);
}

GtkWidget *
ob_table_view_new (void)
{
  return g_object_new (OB_TYPE_TABLE_VIEW, NULL);
}

ObSession *
ob_table_view_get_session (ObTableView *self)
{
  g_return_val_if_fail (OB_IS_TABLE_VIEW (self), NULL);

  return self->session;
}

void
ob_table_view_set_session (ObTableView *self, ObSession *session)
{
  g_return_if_fail (OB_IS_TABLE_VIEW (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->signals, session);
  update_current (self);
  update_results (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

char *
ob_table_view_get_tsv (ObTableView *self)
{
  const ObRun *run;
  guint quarters[OB_N_QUARTERS];

  g_return_val_if_fail (OB_IS_TABLE_VIEW (self), NULL);

  run = get_run (self);
  if (run == NULL)
    return NULL;

  return ob_table_text_get_tsv (run, quarters, get_rows (self, quarters));
}

GtkColumnView *
ob_table_view_get_column_view (ObTableView *self)
{
  g_return_val_if_fail (OB_IS_TABLE_VIEW (self), NULL);

  return self->column_view;
}

GtkWidget *
ob_table_view_get_cell (ObTableView *self, guint quarter, guint column)
{
  g_return_val_if_fail (OB_IS_TABLE_VIEW (self), NULL);
  g_return_val_if_fail (quarter < OB_N_QUARTERS && column < OB_TABLE_N_COLUMNS, NULL);

  return GTK_WIDGET (ob_table_cells_get (self->cells, quarter, column));
}
