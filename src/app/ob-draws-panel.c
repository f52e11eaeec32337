/* ob-draws-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-draws-panel.h"

#include "ob-large-sampler.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _ObDrawsPanel
{
  GtkWidget parent_instance;

  GtkLabel *numbers;
  GtkButton *more;
  GtkBox *working;
  GtkProgressBar *progress;

  ObSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *study_signals;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ObDrawsPanel, ob_draws_panel, GTK_TYPE_WIDGET)

/* Errors are told to the digit that counts. */
static double
round_up (double error)
{
  const double digit = error > 0 ? pow (10, floor (log10 (error))) : 1;

  return ceil (error / digit - 1e-9) * digit;
}

static char *
format_numbers (const ObSample *sample)
{
  GString *text = g_string_new (NULL);
  const double gain = ob_sample_get_chance_of_profit (sample);
  g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, gain);
  g_autofree char *share_error =
    ob_quantity_format (OB_UNIT_SHARE, round_up (ob_sample_get_error (sample, gain)));
  g_autofree char *mean = ob_quantity_format (OB_UNIT_BILLION, ob_sample_get_mean (sample));
  g_autofree char *mean_error =
    ob_quantity_format (OB_UNIT_BILLION, round_up (ob_sample_get_mean_error (sample)));
  g_autofree char *median = ob_quantity_format (
    OB_UNIT_BILLION, ob_sample_get_quantile (sample->npv, sample->n_draws, 0.5));
  g_autofree char *median_error = ob_quantity_format (
    OB_UNIT_BILLION, round_up (ob_sample_get_quantile_error (sample->npv, sample->n_draws, 0.5)));

  /* Translators: a number of draws, with the thousands grouped; a percentage and two sums
   * of money, each with how far off it may be, "62 % ± 0.5 %". */
  g_string_printf (text,
                   _ ("%'u draws: %s ± %s pay back; net present value %s ± %s in the mean, "
                      "%s ± %s in the middle (standard errors)"),
                   (guint) sample->n_draws, share, share_error, mean, mean_error, median,
                   median_error);
  /* A line may be broken between a minus and a currency unless they are joined. */
  g_string_replace (text, "\342\210\222", "\342\210\222\342\201\240", 0);

  return g_string_free (text, FALSE);
}

static void
update (ObDrawsPanel *self)
{
  ObSessionStudy *study = self->session != NULL ? ob_session_get_study (self->session) : NULL;
  const ObResults *results = study != NULL ? ob_session_study_get_results (study) : NULL;
  const ObSample *sample = results != NULL ? results->sample : NULL;
  const gboolean drawing = study != NULL && ob_session_study_get_drawing (study);
  g_autofree char *numbers = sample != NULL ? format_numbers (sample) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), sample != NULL);
  gtk_label_set_label (self->numbers, numbers);
  gtk_widget_set_visible (GTK_WIDGET (self->working), drawing);
  gtk_widget_set_visible (GTK_WIDGET (self->more),
                          !drawing && sample != NULL && sample->n_draws < OB_LARGE_SAMPLER_DRAWS);
  gtk_progress_bar_set_fraction (self->progress,
                                 drawing ? ob_session_study_get_draws_progress (study) : 0);
}

static void
more_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ObDrawsPanel *self = OB_DRAWS_PANEL (widget);

  if (self->session != NULL)
    ob_session_study_draw_many (ob_session_get_study (self->session));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  ObDrawsPanel *self = OB_DRAWS_PANEL (widget);

  if (self->session != NULL)
    ob_session_study_cancel_draws (ob_session_get_study (self->session));
}

static void
ob_draws_panel_dispose (GObject *object)
{
  ObDrawsPanel *self = OB_DRAWS_PANEL (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  g_clear_object (&self->study_signals);
  g_clear_object (&self->session);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_draws_panel_parent_class)->dispose (object);
}

static void
ob_draws_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ob_draws_panel_get_session (OB_DRAWS_PANEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_draws_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      ob_draws_panel_set_session (OB_DRAWS_PANEL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_draws_panel_class_init (ObDrawsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_draws_panel_dispose;
  object_class->get_property = ob_draws_panel_get_property;
  object_class->set_property = ob_draws_panel_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "draws.more", NULL, more_action);
  gtk_widget_class_install_action (widget_class, "draws.cancel", NULL, cancel_action);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-draws-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ObDrawsPanel, numbers);
  gtk_widget_class_bind_template_child (widget_class, ObDrawsPanel, more);
  gtk_widget_class_bind_template_child (widget_class, ObDrawsPanel, working);
  gtk_widget_class_bind_template_child (widget_class, ObDrawsPanel, progress);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "drawspanel");
}

static void
ob_draws_panel_init (ObDrawsPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::results", G_CALLBACK (update),
                                  self);
  self->study_signals = g_signal_group_new (OB_TYPE_SESSION_STUDY);
  g_signal_group_connect_swapped (self->study_signals, "notify::drawing", G_CALLBACK (update),
                                  self);
  update (self);
}

GtkWidget *
ob_draws_panel_new (void)
{
  return g_object_new (OB_TYPE_DRAWS_PANEL, NULL);
}

ObSession *
ob_draws_panel_get_session (ObDrawsPanel *self)
{
  g_return_val_if_fail (OB_IS_DRAWS_PANEL (self), NULL);

  return self->session;
}

void
ob_draws_panel_set_session (ObDrawsPanel *self, ObSession *session)
{
  g_return_if_fail (OB_IS_DRAWS_PANEL (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->study_signals,
                             session != NULL ? ob_session_get_study (session) : NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
