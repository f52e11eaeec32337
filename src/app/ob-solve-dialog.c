/* ob-solve-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-solve-dialog.h"

#include "ob-quantity.h"
#include "ob-ways.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many ways are listed where none reaches the target. */
#define MAX_MISSES 5

struct _ObSolveDialog
{
  AdwWindow parent_instance;

  AdwComboRow *metric_row;
  AdwEntryRow *target_row;
  GtkDropDown *lever_choice;
  GtkListBox *list;
  GtkLabel *message;
  GtkButton *apply_button;
  GtkSpinner *spinner;

  ObSession *session;
  /* As they were when the dialog opened; what is on show may be a preview. */
  ObInputs inputs;
  ObRun run;
  ObMetric metrics[OB_N_METRICS];
  /* What is wanted, and the question whose answer is awaited, or NULL. */
  double target;
  GCancellable *cancellable;
  GArray *ways; /* of ObWay, one a row */

  gboolean previewing;
  ObParameter previewed;
  double before;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObSolveDialog, ob_solve_dialog, ADW_TYPE_WINDOW)

static ObScenario *
get_scenario (ObSolveDialog *self)
{
  return ob_session_get_scenario (self->session);
}

static ObMetric
get_metric (ObSolveDialog *self)
{
  return self->metrics[adw_combo_row_get_selected (self->metric_row)];
}

/* OB_N_PARAMETERS for any. */
static ObParameter
get_lever (ObSolveDialog *self)
{
  guint selected = gtk_drop_down_get_selected (self->lever_choice);

  return selected == 0 ? OB_N_PARAMETERS : (ObParameter) (selected - 1);
}

static char *
format_value (ObParameter lever, double value)
{
  return ob_quantity_format (ob_parameter_get_info (lever)->unit, value);
}

static char *
format_metric (ObSolveDialog *self, double value)
{
  return ob_quantity_format (ob_metric_get_unit (get_metric (self)), value);
}

static void
show_message (ObSolveDialog *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_widget_set_visible (GTK_WIDGET (self->message), *text != '\0');
}

static void
withdraw (ObSolveDialog *self)
{
  if (!self->previewing)
    return;

  self->previewing = FALSE;
  ob_session_cancel_drag (self->session);
}

/* Shown as part of an open drag: the charts keep the curve as it was beside it. */
static void
preview (ObSolveDialog *self, const ObWay *way)
{
  ObScenario *scenario = get_scenario (self);
  g_autoptr (GError) error = NULL;

  if (self->previewing)
    ob_scenario_set_value (scenario, self->previewed, self->before, NULL);
  else
    ob_session_begin_drag (self->session);

  self->previewing = TRUE;
  self->previewed = way->parameter;
  self->before = ob_scenario_get_value (scenario, way->parameter);
  if (!ob_scenario_set_value (scenario, way->parameter, way->value, &error))
    {
      show_message (self, error->message);
      withdraw (self);
    }
}

static void
clear_rows (ObSolveDialog *self)
{
  GtkListBoxRow *row;

  g_array_set_size (self->ways, 0);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

static void
add_row (ObSolveDialog *self, const ObWay *way)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *from = format_value (way->parameter, self->inputs.value[way->parameter]);
  g_autofree char *to = format_value (way->parameter, way->value);
  g_autofree char *subtitle = NULL;

  if (way->reaches)
    {
      /* Translators: the value of an input now and the value it would be changed to. */
      subtitle = g_strdup_printf (C_ ("solve", "%s → %s"), from, to);
    }
  else
    {
      g_autofree char *metric = format_metric (self, way->metric);

      /* Translators: the value of an input now, the value it would be changed to, and
       * the result that this would have. */
      subtitle = g_strdup_printf (C_ ("solve", "%s → %s gives %s"), from, to, metric);
    }

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 ob_parameter_get_label (way->parameter));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_list_box_append (self->list, row);
  g_array_append_vals (self->ways, way, 1);
}

static void
describe (ObSolveDialog *self, const GArray *ways)
{
  ObParameter lever = get_lever (self);
  const char *metric = ob_metric_get_label (get_metric (self));
  g_autofree char *wanted = format_metric (self, self->target);
  g_autofree char *text = NULL;
  guint n_levers = 0;
  gboolean counted[OB_N_PARAMETERS] = { FALSE };

  for (guint i = 0; i < ways->len; i++)
    {
      const ObWay *way = &g_array_index (ways, ObWay, i);

      if (way->reaches && !counted[way->parameter])
        {
          counted[way->parameter] = TRUE;
          n_levers++;
        }
    }

  if (ways->len == 0)
    /* Translators: %s is the name of a result. */
    text = g_strdup_printf (_ ("%s has no value anywhere in the range."), metric);
  else if (n_levers == 0 && lever < OB_N_PARAMETERS)
    /* Translators: the name of an input, of a result, and the value wanted of it. */
    text = g_strdup_printf (_ ("No value of %s brings %s to %s. Nearest to it comes:"),
                            ob_parameter_get_label (lever), metric, wanted);
  else if (n_levers == 0)
    /* Translators: the name of a result and the value wanted of it. */
    text =
      g_strdup_printf (_ ("No input alone brings %s to %s. Nearest to it come:"), metric, wanted);
  else if (lever == OB_N_PARAMETERS)
    /* Translators: so many inputs; the name of a result, the value wanted of it. */
    text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u input alone brings %s to %s.",
                   "Any one of %u inputs brings %s to %s, the least move first.", n_levers),
      n_levers, metric, wanted);

  show_message (self, text != NULL ? text : "");
}

static void
show_ways (ObSolveDialog *self, const GArray *ways)
{
  gboolean reached = ways->len > 0 && g_array_index (ways, ObWay, 0).reaches;

  clear_rows (self);
  describe (self, ways);
  for (guint i = 0; i < ways->len; i++)
    {
      const ObWay *way = &g_array_index (ways, ObWay, i);

      if (way->reaches != reached || (!reached && i >= MAX_MISSES))
        break;
      add_row (self, way);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->list), self->ways->len > 0);
  /* What comes near only is not taken for an answer unasked. */
  if (reached)
    gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
}

static void
found_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  /* Held until here. */
  g_autoptr (ObSolveDialog) self = data;
  g_autoptr (GArray) ways = ob_ways_find_finish (result, NULL);

  /* A newer question, or none any more. */
  if (ways == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  show_ways (self, ways);
}

static void
forget_question (ObSolveDialog *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
}

static void
ask (ObSolveDialog *self, double target)
{
  ObParameter lever = get_lever (self);
  gboolean skip[OB_N_PARAMETERS];

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    skip[p] =
      (lever < OB_N_PARAMETERS && p != lever) || ob_scenario_get_locked (get_scenario (self), p);

  self->target = target;
  self->cancellable = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  ob_ways_find_async (&self->inputs, get_metric (self), target, skip, self->cancellable, found_cb,
                      g_object_ref (self));
}

static void
asked_cb (ObSolveDialog *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->target_row));
  ObParameter lever = get_lever (self);
  g_autoptr (GError) error = NULL;
  double target = 0;
  gboolean usable;

  if (self->session == NULL)
    return;

  forget_question (self);
  gtk_list_box_unselect_all (self->list);
  withdraw (self);

  usable =
    ob_metric_parse (get_metric (self), text, self->run.metric[get_metric (self)], &target, &error);
  if (usable)
    gtk_widget_remove_css_class (GTK_WIDGET (self->target_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->target_row), "error");

  if (!usable)
    {
      clear_rows (self);
      show_message (self, error->message);
    }
  else if (lever < OB_N_PARAMETERS && ob_scenario_get_locked (get_scenario (self), lever))
    {
      /* Translators: %s is the name of an input. */
      g_autofree char *locked =
        g_strdup_printf (_ ("%s is locked."), ob_parameter_get_label (lever));

      clear_rows (self);
      show_message (self, locked);
    }
  else
    {
      ask (self, target);
    }
}

/* A sum asks for nothing lost and nothing gained; other results start from where
 * they are. */
static void
metric_cb (ObSolveDialog *self)
{
  ObMetric metric = get_metric (self);
  g_autofree char *text = NULL;

  if (self->session == NULL)
    return;

  text = ob_quantity_format_entry (ob_metric_get_unit (metric),
                                   metric == OB_METRIC_NPV ? 0 : self->run.metric[metric]);
  if (g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (self->target_row))))
    asked_cb (self);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->target_row), text);
}

static void
selected_cb (ObSolveDialog *self, GtkListBoxRow *row)
{
  /* Rows are let go when the dialog goes, too. */
  if (self->session == NULL)
    return;

  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), row != NULL);
  if (row == NULL)
    withdraw (self);
  else
    preview (self, &g_array_index (self->ways, ObWay, gtk_list_box_row_get_index (row)));
}

static void
apply_cb (ObSolveDialog *self)
{
  if (self->previewing)
    {
      self->previewing = FALSE;
      ob_session_end_drag (self->session);
    }
  gtk_window_close (GTK_WINDOW (self));
}

/* Another document has nothing to do with the question. */
static void
replaced_cb (ObSolveDialog *self)
{
  self->previewing = FALSE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
ob_solve_dialog_close_request (GtkWindow *window)
{
  ObSolveDialog *self = OB_SOLVE_DIALOG (window);

  forget_question (self);
  withdraw (self);

  return GTK_WINDOW_CLASS (ob_solve_dialog_parent_class)->close_request (window);
}

static void
fill_choices (ObSolveDialog *self)
{
  g_autoptr (GtkStringList) metrics = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) levers = gtk_string_list_new (NULL);
  guint n = 0;

  for (ObMetric m = 0; m < OB_N_METRICS; m++)
    {
      if (!ob_solve_supports (m))
        continue;
      self->metrics[n++] = m;
      gtk_string_list_append (metrics, ob_metric_get_label (m));
    }

  /* Translators: an item of a list of inputs. */
  gtk_string_list_append (levers, C_ ("solve", "Any one input"));
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    gtk_string_list_append (levers, ob_parameter_get_label (p));

  adw_combo_row_set_model (self->metric_row, G_LIST_MODEL (metrics));
  gtk_drop_down_set_model (self->lever_choice, G_LIST_MODEL (levers));
}

static void
ob_solve_dialog_constructed (GObject *object)
{
  ObSolveDialog *self = OB_SOLVE_DIALOG (object);

  G_OBJECT_CLASS (ob_solve_dialog_parent_class)->constructed (object);

  self->inputs = *ob_scenario_get_inputs (get_scenario (self));
  ob_run (&self->inputs, &self->run);
  g_signal_connect_object (self->session, "notify::scenario", G_CALLBACK (replaced_cb), self,
                           G_CONNECT_SWAPPED);
  metric_cb (self);
}

static void
ob_solve_dialog_dispose (GObject *object)
{
  ObSolveDialog *self = OB_SOLVE_DIALOG (object);

  if (self->session != NULL)
    {
      forget_question (self);
      withdraw (self);
    }
  g_clear_object (&self->session);

  G_OBJECT_CLASS (ob_solve_dialog_parent_class)->dispose (object);
}

static void
ob_solve_dialog_finalize (GObject *object)
{
  g_array_unref (OB_SOLVE_DIALOG (object)->ways);

  G_OBJECT_CLASS (ob_solve_dialog_parent_class)->finalize (object);
}

static void
ob_solve_dialog_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, OB_SOLVE_DIALOG (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_solve_dialog_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      OB_SOLVE_DIALOG (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_solve_dialog_class_init (ObSolveDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = ob_solve_dialog_constructed;
  object_class->dispose = ob_solve_dialog_dispose;
  object_class->finalize = ob_solve_dialog_finalize;
  object_class->get_property = ob_solve_dialog_get_property;
  object_class->set_property = ob_solve_dialog_set_property;

  GTK_WINDOW_CLASS (klass)->close_request = ob_solve_dialog_close_request;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-solve-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ObSolveDialog, metric_row);
  gtk_widget_class_bind_template_child (widget_class, ObSolveDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, ObSolveDialog, lever_choice);
  gtk_widget_class_bind_template_child (widget_class, ObSolveDialog, list);
  gtk_widget_class_bind_template_child (widget_class, ObSolveDialog, message);
  gtk_widget_class_bind_template_child (widget_class, ObSolveDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, ObSolveDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, metric_cb);
  gtk_widget_class_bind_template_callback (widget_class, asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ob_solve_dialog_init (ObSolveDialog *self)
{
  self->ways = g_array_new (FALSE, FALSE, sizeof (ObWay));
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);
  clear_rows (self);
}

GtkWidget *
ob_solve_dialog_new (ObSession *session, ObParameter lever)
{
  ObSolveDialog *self;

  g_return_val_if_fail (OB_IS_SESSION (session), NULL);

  self = g_object_new (OB_TYPE_SOLVE_DIALOG, "session", session, NULL);
  ob_solve_dialog_set_lever (self, lever);

  return GTK_WIDGET (self);
}

void
ob_solve_dialog_set_goal (ObSolveDialog *self, ObMetric metric, double target)
{
  g_autofree char *text = NULL;

  g_return_if_fail (OB_IS_SOLVE_DIALOG (self));
  g_return_if_fail (ob_solve_supports (metric));

  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      if (self->metrics[i] == metric)
        {
          adw_combo_row_set_selected (self->metric_row, i);
          break;
        }
    }

  text = ob_quantity_format_entry (ob_metric_get_unit (metric), target);
  gtk_editable_set_text (GTK_EDITABLE (self->target_row), text);
}

void
ob_solve_dialog_set_lever (ObSolveDialog *self, ObParameter lever)
{
  g_return_if_fail (OB_IS_SOLVE_DIALOG (self));
  g_return_if_fail (lever <= OB_N_PARAMETERS);

  gtk_drop_down_set_selected (self->lever_choice, lever == OB_N_PARAMETERS ? 0 : lever + 1);
}

gboolean
ob_solve_dialog_get_busy (ObSolveDialog *self)
{
  g_return_val_if_fail (OB_IS_SOLVE_DIALOG (self), FALSE);

  return self->cancellable != NULL;
}

GtkListBox *
ob_solve_dialog_get_list (ObSolveDialog *self)
{
  g_return_val_if_fail (OB_IS_SOLVE_DIALOG (self), NULL);

  return self->list;
}

const char *
ob_solve_dialog_get_message (ObSolveDialog *self)
{
  g_return_val_if_fail (OB_IS_SOLVE_DIALOG (self), NULL);

  return gtk_label_get_label (self->message);
}
