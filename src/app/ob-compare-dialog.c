/* ob-compare-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-compare-dialog.h"

#include "ob-chart-view.h"
#include "ob-compare-table.h"
#include "ob-wrap-box.h"

#include <glib/gi18n-lib.h>

struct _ObCompareDialog
{
  AdwWindow parent_instance;

  ObSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *scenario_signals;

  GtkDropDown *reference_drop_down;
  GtkDropDown *metric_drop_down;
  ObCompareTable *table;
  ObChartView *chart;

  /* Of each item of the first drop down. */
  GArray *references;
  gboolean updating;
};

enum
{
  LEVER_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const ObMetric metrics[] = { OB_METRIC_NPV, OB_METRIC_BUBBLE_RISK };

G_DEFINE_FINAL_TYPE (ObCompareDialog, ob_compare_dialog, ADW_TYPE_WINDOW)

static gboolean
is_same (GListModel *names, GListModel *shown)
{
  guint n = g_list_model_get_n_items (names);

  if (shown == NULL || g_list_model_get_n_items (shown) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), i),
                        gtk_string_list_get_string (GTK_STRING_LIST (shown), i)))
        return FALSE;
    }

  return TRUE;
}

static void
update_references (ObCompareDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  int reference = ob_session_get_reference (self->session);
  guint selected = 0;

  g_array_set_size (self->references, 0);
  for (int i = OB_REFERENCE_START; i < OB_N_PINS; i++)
    {
      g_autofree char *name = ob_session_get_reference_name (self->session, i);

      if (name == NULL)
        continue;
      if (i == reference)
        selected = self->references->len;
      g_array_append_val (self->references, i);
      gtk_string_list_append (names, name);
    }

  self->updating = TRUE;
  /* A person's choice from a list comes back here, when it may not be taken away. */
  if (!is_same (G_LIST_MODEL (names), gtk_drop_down_get_model (self->reference_drop_down)))
    gtk_drop_down_set_model (self->reference_drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->reference_drop_down, selected);
  self->updating = FALSE;
}

static void
scenario_cb (ObCompareDialog *self)
{
  g_signal_group_set_target (self->scenario_signals, ob_session_get_scenario (self->session));
  update_references (self);
}

static void
reference_cb (ObCompareDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->reference_drop_down);

  if (!self->updating && selected < self->references->len)
    ob_session_set_reference (self->session, g_array_index (self->references, int, selected));
}

static void
metric_cb (ObCompareDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->metric_drop_down);

  if (!self->updating && selected < G_N_ELEMENTS (metrics))
    ob_session_set_metric (self->session, metrics[selected]);
}

static void
lever_cb (ObCompareDialog *self, guint parameter)
{
  g_signal_emit (self, signals[LEVER_ACTIVATED], 0, parameter);
}

static void
ob_compare_dialog_dispose (GObject *object)
{
  ObCompareDialog *self = OB_COMPARE_DIALOG (object);

  self->updating = TRUE;
  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ob_compare_dialog_parent_class)->dispose (object);
}

static void
ob_compare_dialog_finalize (GObject *object)
{
  g_array_unref (OB_COMPARE_DIALOG (object)->references);

  G_OBJECT_CLASS (ob_compare_dialog_parent_class)->finalize (object);
}

static void
ob_compare_dialog_class_init (ObCompareDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_compare_dialog_dispose;
  object_class->finalize = ob_compare_dialog_finalize;

  signals[LEVER_ACTIVATED] =
    g_signal_new ("lever-activated", OB_TYPE_COMPARE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (OB_TYPE_CHART_VIEW);
  g_type_ensure (OB_TYPE_COMPARE_TABLE);
  g_type_ensure (OB_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-compare-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ObCompareDialog, reference_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ObCompareDialog, metric_drop_down);
  gtk_widget_class_bind_template_child (widget_class, ObCompareDialog, table);
  gtk_widget_class_bind_template_child (widget_class, ObCompareDialog, chart);
  gtk_widget_class_bind_template_callback (widget_class, reference_cb);
  gtk_widget_class_bind_template_callback (widget_class, metric_cb);
  gtk_widget_class_bind_template_callback (widget_class, lever_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ob_compare_dialog_init (ObCompareDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->references = g_array_new (FALSE, FALSE, sizeof (int));
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (metrics); i++)
    gtk_string_list_append (names, ob_metric_get_label (metrics[i]));
  gtk_drop_down_set_model (self->metric_drop_down, G_LIST_MODEL (names));
  self->updating = FALSE;

  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "view-changed",
                                  G_CALLBACK (update_references), self);
  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario",
                                  G_CALLBACK (scenario_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::reference",
                                  G_CALLBACK (update_references), self);
}

GtkWidget *
ob_compare_dialog_new (ObSession *session)
{
  ObCompareDialog *self;

  g_return_val_if_fail (OB_IS_SESSION (session), NULL);

  self = g_object_new (OB_TYPE_COMPARE_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_signal_group_set_target (self->session_signals, session);
  ob_compare_table_set_session (self->table, session);
  ob_chart_view_set_session (self->chart, session);
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->metric_drop_down,
                              ob_session_get_metric (session) == metrics[0] ? 0 : 1);
  self->updating = FALSE;
  scenario_cb (self);

  return GTK_WIDGET (self);
}
