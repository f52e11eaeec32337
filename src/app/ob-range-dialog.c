/* ob-range-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-range-dialog.h"

#include "ob-correlation-dialog.h"
#include "ob-density-view.h"
#include "ob-evidence.h"
#include "ob-published-ranges.h"
#include "ob-quantity-entry.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ObRangeDialog
{
  AdwMessageDialog parent_instance;

  ObScenario *scenario;
  ObParameter parameter;
  ObDistribution distribution;
  gboolean updating;

  GtkDropDown *kind;
  GtkWidget *ends;
  GtkWidget *mode_label;
  GtkWidget *mode_box;
  GtkCheckButton *follows;
  ObQuantityEntry *low;
  ObQuantityEntry *mode;
  ObQuantityEntry *high;
  ObDensityView *density;
  GtkLabel *message;
  GtkLabel *source;
  GtkButton *published;
  GtkLabel *correlations;
  GtkWidget *correlations_button;
  GSignalGroup *scenario_signals;
};

G_DEFINE_FINAL_TYPE (ObRangeDialog, ob_range_dialog, ADW_TYPE_MESSAGE_DIALOG)

static double
get_value (ObRangeDialog *self)
{
  return ob_scenario_get_value (self->scenario, self->parameter);
}

/* With a fault it cannot be applied. */
static void
show_fault (ObRangeDialog *self, const char *fault)
{
  gtk_label_set_text (self->message, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), fault != NULL);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "apply", fault == NULL);
}

/* Shows the state of the form, whether it can be applied or not. */
static void
update (ObRangeDialog *self)
{
  const ObDistribution *d = &self->distribution;
  const gboolean fixed = d->kind == OB_DISTRIBUTION_FIXED;
  const gboolean has_mode = ob_distribution_kind_has_mode (d->kind);
  const ObDistribution resolved = ob_distribution_resolve (d, get_value (self));
  g_autoptr (GError) error = NULL;
  const gboolean usable = ob_distribution_check (d, self->parameter, &error);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->kind, d->kind);
  gtk_widget_set_visible (self->ends, !fixed);
  gtk_widget_set_visible (self->mode_label, has_mode);
  gtk_widget_set_visible (self->mode_box, has_mode);
  gtk_check_button_set_active (self->follows, isnan (d->mode));
  gtk_widget_set_sensitive (GTK_WIDGET (self->mode), !isnan (d->mode));
  if (!fixed)
    {
      ob_quantity_entry_set_value (self->low, d->low);
      ob_quantity_entry_set_value (self->high, d->high);
    }
  if (has_mode)
    ob_quantity_entry_set_value (self->mode, resolved.mode);
  self->updating = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->density), !fixed && usable);
  if (!fixed && usable)
    ob_density_view_show (self->density, self->parameter, &resolved, get_value (self));
  show_fault (self, usable ? NULL : error->message);
}

/* The ends of a range that was fixed: what is published, or a fifth to both sides. */
static void
suggest_ends (ObRangeDialog *self)
{
  const ObParameterInfo *info = ob_parameter_get_info (self->parameter);
  const double width = (info->maximum - info->minimum) / 5;

  if (ob_published_range_get (self->parameter, &self->distribution))
    return;

  self->distribution.low = MAX (get_value (self) - width, info->minimum);
  self->distribution.high = MIN (get_value (self) + width, info->maximum);
}

static void
kind_cb (ObRangeDialog *self)
{
  const ObDistributionKind kind = gtk_drop_down_get_selected (self->kind);

  if (self->updating || kind == self->distribution.kind)
    return;

  if (self->distribution.kind == OB_DISTRIBUTION_FIXED)
    suggest_ends (self);
  self->distribution.kind = kind;
  if (kind == OB_DISTRIBUTION_FIXED)
    ob_distribution_init (&self->distribution);
  else if (!ob_distribution_kind_has_mode (kind))
    self->distribution.mode = NAN;
  update (self);
}

static void
committed_cb (ObRangeDialog *self, double value, ObQuantityEntry *entry)
{
  if (self->updating)
    return;

  if (entry == self->low)
    self->distribution.low = value;
  else if (entry == self->high)
    self->distribution.high = value;
  else
    self->distribution.mode = value;
  update (self);
}

static void
entry_error_cb (ObRangeDialog *self, GParamSpec *pspec, ObQuantityEntry *entry)
{
  const char *fault = ob_quantity_entry_get_error_message (entry);

  if (self->updating)
    return;

  if (fault != NULL)
    show_fault (self, fault);
  else
    update (self);
}

static void
follows_cb (ObRangeDialog *self)
{
  if (self->updating)
    return;

  self->distribution.mode =
    gtk_check_button_get_active (self->follows)
      ? NAN
      : CLAMP (get_value (self), self->distribution.low, self->distribution.high);
  update (self);
}

static void
published_cb (ObRangeDialog *self)
{
  if (ob_published_range_get (self->parameter, &self->distribution))
    update (self);
}

static void
response_cb (ObRangeDialog *self, const char *response)
{
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "apply")
      && !ob_scenario_set_distribution (self->scenario, self->parameter, &self->distribution,
                                        &error))
    g_warning ("%s", error->message);
}

static void
show_source (ObRangeDialog *self)
{
  const ObEvidence *evidence = ob_evidence_get (self->parameter);
  const ObUnit unit = ob_parameter_get_info (self->parameter)->unit;
  ObDistribution range;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *text = NULL;

  if (!ob_published_range_get (self->parameter, &range))
    {
      gtk_label_set_text (self->source, _ ("No range has been published for this input."));
      gtk_widget_set_visible (GTK_WIDGET (self->published), FALSE);
      return;
    }

  low = ob_quantity_format (unit, range.low);
  high = ob_quantity_format (unit, range.high);
  if (*evidence->source != '\0')
    /* Translators: two values, who has published them and how sure they are. */
    text = g_strdup_printf (_ ("Published: %s to %s (%s; %s)."), low, high, evidence->source,
                            ob_grade_get_label (evidence->grade));
  else
    /* Translators: two values and how sure they are. */
    text = g_strdup_printf (_ ("Published: %s to %s (%s)."), low, high,
                            ob_grade_get_label (evidence->grade));
  gtk_label_set_text (self->source, text);
}

/* With what the lever goes together, in the scenario as it is. */
static void
show_correlations (ObRangeDialog *self)
{
  const ObUncertainty *own = ob_scenario_get_uncertainty (self->scenario);
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < own->n_correlations; i++)
    {
      const ObCorrelation *pair = &own->correlations[i];
      g_autofree char *rank = ob_quantity_format (OB_UNIT_NUMBER, pair->rank);

      if (pair->a != self->parameter && pair->b != self->parameter)
        continue;
      if (list->len > 0)
        /* Translators: stands between two inputs. */
        g_string_append (list, C_ ("correlation", ", "));
      g_string_append_printf (
        list, "%s (%s)", ob_parameter_get_label (pair->a == self->parameter ? pair->b : pair->a),
        rank);
    }

  if (list->len > 0)
    /* Translators: %s is a list of inputs with their rank correlations. */
    text = g_strdup_printf (_ ("Goes with %s."), list->str);
  gtk_label_set_text (self->correlations, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->correlations), text != NULL);
  /* Only what varies in the scenario can go with another input. */
  gtk_widget_set_sensitive (self->correlations_button,
                            own->distributions[self->parameter].kind != OB_DISTRIBUTION_FIXED);
}

static void
correlations_cb (ObRangeDialog *self)
{
  GtkWidget *dialog = ob_correlation_dialog_new (GTK_WINDOW (self), self->scenario);

  ob_correlation_dialog_suggest (OB_CORRELATION_DIALOG (dialog), self->parameter);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
ob_range_dialog_dispose (GObject *object)
{
  ObRangeDialog *self = OB_RANGE_DIALOG (object);

  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->scenario);

  G_OBJECT_CLASS (ob_range_dialog_parent_class)->dispose (object);
}

static void
ob_range_dialog_class_init (ObRangeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ob_range_dialog_dispose;

  g_type_ensure (OB_TYPE_QUANTITY_ENTRY);
  g_type_ensure (OB_TYPE_DENSITY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-range-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, ends);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, mode_label);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, mode_box);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, follows);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, low);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, mode);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, high);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, density);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, message);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, source);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, published);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, correlations);
  gtk_widget_class_bind_template_child (widget_class, ObRangeDialog, correlations_button);
  gtk_widget_class_bind_template_callback (widget_class, kind_cb);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, follows_cb);
  gtk_widget_class_bind_template_callback (widget_class, published_cb);
  gtk_widget_class_bind_template_callback (widget_class, correlations_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_error_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
ob_range_dialog_init (ObRangeDialog *self)
{
  const char *labels[OB_N_DISTRIBUTION_KINDS + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;

  ob_distribution_init (&self->distribution);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (ObDistributionKind k = 0; k < OB_N_DISTRIBUTION_KINDS; k++)
    labels[k] = ob_distribution_kind_get_label (k);
  list = gtk_string_list_new (labels);
  self->updating = TRUE;
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (list));
  self->updating = FALSE;

  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "inputs-changed",
                                  G_CALLBACK (show_correlations), self);
}

GtkWidget *
ob_range_dialog_new (GtkWindow *parent, ObScenario *scenario, ObParameter parameter)
{
  ObRangeDialog *self;
  g_autofree char *heading = NULL;

  g_return_val_if_fail (OB_IS_SCENARIO (scenario), NULL);
  g_return_val_if_fail (ob_parameter_get_info (parameter)->unit != OB_UNIT_SWITCH, NULL);

  self = g_object_new (OB_TYPE_RANGE_DIALOG, "transient-for", parent, NULL);
  self->scenario = g_object_ref (scenario);
  self->parameter = parameter;
  /* Translators: %s is the name of a lever. */
  heading = g_strdup_printf (_ ("Range of %s"), ob_parameter_get_label (parameter));
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  ob_quantity_entry_set_parameter (self->low, parameter);
  ob_quantity_entry_set_parameter (self->mode, parameter);
  ob_quantity_entry_set_parameter (self->high, parameter);
  show_source (self);
  g_signal_group_set_target (self->scenario_signals, scenario);
  show_correlations (self);
  ob_range_dialog_set_distribution (
    self, &ob_scenario_get_uncertainty (scenario)->distributions[parameter]);

  return GTK_WIDGET (self);
}

ObDistribution
ob_range_dialog_get_distribution (ObRangeDialog *self)
{
  return self->distribution;
}

void
ob_range_dialog_set_distribution (ObRangeDialog *self, const ObDistribution *distribution)
{
  g_return_if_fail (OB_IS_RANGE_DIALOG (self));
  g_return_if_fail (distribution != NULL);

  self->distribution = *distribution;
  update (self);
}
