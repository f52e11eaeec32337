/* ob-compare-table.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-compare-table.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

/* Now and the pins, or without pins what it started from. */
#define MAX_COLUMNS (OB_N_PINS + 1)
#define PART_GAP    12

static const ObMetric metrics[] = {
  OB_METRIC_NPV,         OB_METRIC_IRR,           OB_METRIC_PAYBACK,
  OB_METRIC_BUBBLE_RISK, OB_METRIC_PEAK_CRASH_2Y, OB_METRIC_PV_CAPEX,
};

struct _ObCompareTable
{
  GtkWidget parent_instance;

  ObSession *session;
  GSignalGroup *session_signals;
  GtkGrid *grid;
  guint n_inputs;
  /* Of what the scenario started from. */
  ObRun origin;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

enum
{
  LEVER_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ObCompareTable, ob_compare_table, GTK_TYPE_WIDGET)

/* A column: its head, and what is known of it. @run: NULL until it has been run. */
typedef struct
{
  char *head;
  const ObInputs *inputs;
  const ObRun *run;
} Column;

static guint
collect_columns (ObCompareTable *self, Column *columns)
{
  ObResults *results = ob_session_get_results (self->session);
  ObGhosts *ghosts = ob_session_get_ghosts (self->session);
  ObScenario *scenario = ob_session_get_scenario (self->session);
  guint n = 0;

  columns[n++] = (Column){ g_strdup (C_ ("comparison", "Now")), ob_scenario_get_inputs (scenario),
                           results != NULL ? &results->run : NULL };
  for (int i = 0; i < OB_N_PINS; i++)
    {
      const ObInputs *inputs = ob_session_get_reference_inputs (self->session, i);
      const ObResults *ghost = ghosts != NULL ? ghosts->results[i] : NULL;

      if (inputs != NULL)
        columns[n++] = (Column){ ob_session_get_reference_name (self->session, i), inputs,
                                 ghost != NULL ? &ghost->run : NULL };
    }
  if (n > 1)
    return n;

  ob_run (ob_scenario_get_origin (scenario), &self->origin);
  columns[n++] = (Column){ ob_session_get_reference_name (self->session, OB_REFERENCE_START),
                           ob_scenario_get_origin (scenario), &self->origin };

  return n;
}

static void
put_label (ObCompareTable *self,
           const char *text,
           guint row,
           guint column,
           const char *css_class,
           gboolean bold)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_wrap (GTK_LABEL (label), row == 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 26 : 14);
  gtk_label_set_justify (GTK_LABEL (label), column == 0 ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_RIGHT);
  gtk_widget_set_valign (label, row == 0 ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, row == 0 ? text : NULL);
  if (column > 0)
    gtk_widget_add_css_class (label, "numeric");
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  if (bold)
    gtk_widget_add_css_class (label, "heading");
  /* A part of the table is set off from the one above. */
  if (bold && row > 0 && column == 0)
    gtk_widget_set_margin_top (label, PART_GAP);
  gtk_grid_attach (self->grid, label, (int) column, (int) row, 1, 1);
}

static void
lever_cb (ObCompareTable *self, GtkWidget *button)
{
  guint parameter = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "parameter"));

  g_signal_emit (self, signals[LEVER_ACTIVATED], 0, parameter);
}

static void
put_lever (ObCompareTable *self, ObParameter parameter, guint row)
{
  GtkWidget *button = gtk_button_new_with_label (ob_parameter_get_label (parameter));
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, _ ("Go to this input"));
  g_object_set_data (G_OBJECT (button), "parameter", GUINT_TO_POINTER (parameter));
  g_signal_connect_object (button, "clicked", G_CALLBACK (lever_cb), self, G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, button, 0, (int) row, 1, 1);
}

static guint
put_metrics (ObCompareTable *self, const Column *columns, guint n, guint row)
{
  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++, row++)
    {
      put_label (self, ob_metric_get_label (metrics[i]), row, 0, NULL, FALSE);
      for (guint k = 0; k < n; k++)
        {
          g_autofree char *text =
            columns[k].run != NULL ? ob_metric_format (columns[k].run, metrics[i]) : g_strdup ("");

          put_label (self, text, row, k + 1, NULL, FALSE);
        }
    }

  return row;
}

static guint
put_inputs (ObCompareTable *self, const Column *columns, guint n, guint row)
{
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      ObUnit unit = ob_parameter_get_info (i)->unit;
      gboolean differs = FALSE;

      for (guint k = 1; k < n; k++)
        differs |= columns[k].inputs->value[i] != columns[0].inputs->value[i];
      if (!differs)
        continue;

      put_lever (self, i, row);
      for (guint k = 0; k < n; k++)
        {
          double value = columns[k].inputs->value[i];
          g_autofree char *text = ob_quantity_format (unit, value);

          put_label (self, text, row, k + 1, NULL, value != columns[0].inputs->value[i]);
        }
      self->n_inputs++;
      row++;
    }

  return row;
}

static void
update (ObCompareTable *self)
{
  Column columns[MAX_COLUMNS];
  GtkWidget *child;
  guint row = 0;
  guint n;

  if (self->session == NULL || ob_session_get_dragging (self->session))
    return;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  self->n_inputs = 0;
  n = collect_columns (self, columns);
  for (guint k = 0; k < n; k++)
    put_label (self, columns[k].head, row, k + 1, NULL, TRUE);
  put_label (self, _ ("Results"), row++, 0, NULL, TRUE);
  row = put_metrics (self, columns, n, row);
  put_label (self, _ ("Inputs that differ"), row++, 0, NULL, TRUE);
  row = put_inputs (self, columns, n, row);
  if (self->n_inputs == 0)
    put_label (self, _ ("None"), row, 0, "dim-label", FALSE);

  for (guint k = 0; k < n; k++)
    g_free (columns[k].head);
}

static void
ob_compare_table_dispose (GObject *object)
{
  ObCompareTable *self = OB_COMPARE_TABLE (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_compare_table_parent_class)->dispose (object);
}

static void
ob_compare_table_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ob_compare_table_get_session (OB_COMPARE_TABLE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_compare_table_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      ob_compare_table_set_session (OB_COMPARE_TABLE (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_compare_table_class_init (ObCompareTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_compare_table_dispose;
  object_class->get_property = ob_compare_table_get_property;
  object_class->set_property = ob_compare_table_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[LEVER_ACTIVATED] =
    g_signal_new ("lever-activated", OB_TYPE_COMPARE_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "comparetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ob_compare_table_init (ObCompareTable *self)
{
  static const char *const watched[] = { "notify::results", "notify::ghosts", "notify::scenario",
                                         "notify::dragging", NULL };

  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 18);
  gtk_grid_set_row_spacing (self->grid, 3);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Scenarios side by side"), -1);

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  for (guint i = 0; watched[i] != NULL; i++)
    g_signal_group_connect_swapped (self->session_signals, watched[i], G_CALLBACK (update), self);
}

GtkWidget *
ob_compare_table_new (void)
{
  return g_object_new (OB_TYPE_COMPARE_TABLE, NULL);
}

ObSession *
ob_compare_table_get_session (ObCompareTable *self)
{
  g_return_val_if_fail (OB_IS_COMPARE_TABLE (self), NULL);

  return self->session;
}

void
ob_compare_table_set_session (ObCompareTable *self, ObSession *session)
{
  g_return_if_fail (OB_IS_COMPARE_TABLE (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

guint
ob_compare_table_get_n_inputs (ObCompareTable *self)
{
  g_return_val_if_fail (OB_IS_COMPARE_TABLE (self), 0);

  return self->n_inputs;
}

const char *
ob_compare_table_get_text (ObCompareTable *self, guint row, guint column)
{
  GtkWidget *child;

  g_return_val_if_fail (OB_IS_COMPARE_TABLE (self), NULL);

  child = gtk_grid_get_child_at (self->grid, (int) column, (int) row);
  if (child == NULL)
    return NULL;

  return GTK_IS_BUTTON (child) ? gtk_button_get_label (GTK_BUTTON (child))
                               : gtk_label_get_text (GTK_LABEL (child));
}
