/* ob-study-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-study-panel.h"

#include "ob-analyst.h"
#include "ob-discovery-text.h"

#include <glib/gi18n-lib.h>

struct _ObStudyPanel
{
  GtkWidget parent_instance;

  ObSession *session;
  GSignalGroup *study_signals;
  GSignalGroup *session_signals;
  GSignalGroup *scenario_signals;
  /* While the panel is in sight. */
  ObSessionStudy *held;

  GtkLabel *sentence;
  GtkLabel *ranges;
  GtkSpinner *spinner;
  GtkWidget *keep_button;
  GtkWidget *kept_box;
  GtkLabel *kept;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObStudyPanel, ob_study_panel, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static char *
describe_ranges (ObStudyPanel *self, const ObFindings *findings)
{
  const ObUncertainty *own = ob_scenario_get_uncertainty (ob_session_get_scenario (self->session));

  if (ob_uncertainty_get_levers (own, NULL) == 0)
    return g_strdup_printf (
      g_dngettext (
        GETTEXT_PACKAGE, "Over the published range of %u input; none has a range of its own.",
        "Over the published ranges of %u inputs; none has a range of its own.", findings->n_levers),
      findings->n_levers);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Over the range of %u input.",
                                       "Over the ranges of %u inputs.", findings->n_levers),
                          findings->n_levers);
}

/* What was found, if it is of the document as it is and not what is kept already. */
static gboolean
get_new (ObStudyPanel *self, ObDiscovery *found)
{
  ObSessionStudy *study = self->session != NULL ? ob_session_get_study (self->session) : NULL;
  ObFindings *findings = study != NULL ? ob_session_study_get_findings (study) : NULL;
  ObScenario *scenario;
  const ObDiscovery *kept;
  ObUncertainty ranges;

  if (findings == NULL || !ob_discovery_set_findings (found, findings))
    return FALSE;

  scenario = ob_session_get_scenario (self->session);
  ob_analyst_get_ranges (ob_scenario_get_uncertainty (scenario), &ranges);
  kept = ob_scenario_get_discovery (scenario);

  return ob_discovery_is_of (found, ob_scenario_get_inputs (scenario), &ranges)
         && (kept == NULL || !ob_discovery_equal (kept, found));
}

static void
update_kept (ObStudyPanel *self)
{
  ObScenario *scenario = self->session != NULL ? ob_session_get_scenario (self->session) : NULL;
  const ObDiscovery *kept = scenario != NULL ? ob_scenario_get_discovery (scenario) : NULL;
  const gboolean outdated = kept != NULL && ob_scenario_is_discovery_outdated (scenario);
  g_autofree char *sentence = NULL;
  g_autofree char *draws = NULL;
  ObDiscovery found;

  gtk_widget_set_visible (self->keep_button, get_new (self, &found));
  gtk_widget_set_visible (self->kept_box, kept != NULL);
  if (kept == NULL)
    return;

  sentence = ob_discovery_format_kept (kept, outdated);
  /* Translators: sentences about draws; how many draws there were and the number that
   * makes them. */
  draws = g_strdup_printf (_ ("%s Kept, from %u draws with seed %u."), sentence, kept->n_draws,
                           kept->seed);
  gtk_label_set_label (self->kept, draws);
}

static void
keep_cb (ObStudyPanel *self)
{
  g_autoptr (GError) error = NULL;
  ObDiscovery found;

  if (get_new (self, &found)
      && !ob_scenario_set_discovery (ob_session_get_scenario (self->session), &found, &error))
    g_warning ("%s", error->message);
}

static void
remove_cb (ObStudyPanel *self)
{
  if (self->session != NULL)
    ob_scenario_set_discovery (ob_session_get_scenario (self->session), NULL, NULL);
}

static void
scenario_cb (ObStudyPanel *self)
{
  g_signal_group_set_target (
    self->scenario_signals, self->session != NULL ? ob_session_get_scenario (self->session) : NULL);
  update_kept (self);
}

/* What is said where nothing has been found. */
static const char *
get_excuse (ObStudyPanel *self)
{
  ObUncertainty ranges;

  if (self->session == NULL)
    return "";

  ob_analyst_get_ranges (ob_scenario_get_uncertainty (ob_session_get_scenario (self->session)),
                         &ranges);

  return ob_uncertainty_get_levers (&ranges, NULL) > 0
           ? _ ("This is worked out while it is looked at.")
           : _ ("No input has a range that could be tried.");
}

static void
update (ObStudyPanel *self)
{
  ObSessionStudy *study = self->session != NULL ? ob_session_get_study (self->session) : NULL;
  ObFindings *findings = study != NULL ? ob_session_study_get_findings (study) : NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *ranges = NULL;

  gtk_spinner_set_spinning (self->spinner, study != NULL && ob_session_study_get_studying (study));
  if (findings != NULL)
    {
      sentence = ob_discovery_format (findings->prim, &findings->target, findings->levers);
      ranges = describe_ranges (self, findings);
    }

  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : get_excuse (self));
  gtk_label_set_label (self->ranges, ranges);
  gtk_widget_set_visible (GTK_WIDGET (self->ranges), ranges != NULL);
  update_kept (self);
}

static void
hold (ObStudyPanel *self, ObSession *session)
{
  ObSessionStudy *study = session != NULL ? ob_session_get_study (session) : NULL;

  if (self->held == study)
    return;

  if (self->held != NULL)
    ob_session_study_release (self->held);
  g_set_object (&self->held, study);
  if (study != NULL)
    ob_session_study_hold (study);
}

static void
ob_study_panel_map (GtkWidget *widget)
{
  ObStudyPanel *self = OB_STUDY_PANEL (widget);

  GTK_WIDGET_CLASS (ob_study_panel_parent_class)->map (widget);
  hold (self, self->session);
}

static void
ob_study_panel_unmap (GtkWidget *widget)
{
  hold (OB_STUDY_PANEL (widget), NULL);
  GTK_WIDGET_CLASS (ob_study_panel_parent_class)->unmap (widget);
}

static void
ob_study_panel_dispose (GObject *object)
{
  ObStudyPanel *self = OB_STUDY_PANEL (object);
  GtkWidget *child;

  hold (self, NULL);
  g_clear_object (&self->scenario_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->study_signals);
  g_clear_object (&self->session);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_study_panel_parent_class)->dispose (object);
}

static void
ob_study_panel_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, ob_study_panel_get_session (OB_STUDY_PANEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_study_panel_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      ob_study_panel_set_session (OB_STUDY_PANEL (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_study_panel_class_init (ObStudyPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_study_panel_dispose;
  object_class->get_property = ob_study_panel_get_property;
  object_class->set_property = ob_study_panel_set_property;

  widget_class->map = ob_study_panel_map;
  widget_class->unmap = ob_study_panel_unmap;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-study-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, ObStudyPanel, sentence);
  gtk_widget_class_bind_template_child (widget_class, ObStudyPanel, ranges);
  gtk_widget_class_bind_template_child (widget_class, ObStudyPanel, spinner);
  gtk_widget_class_bind_template_child (widget_class, ObStudyPanel, keep_button);
  gtk_widget_class_bind_template_child (widget_class, ObStudyPanel, kept_box);
  gtk_widget_class_bind_template_child (widget_class, ObStudyPanel, kept);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "studypanel");
}

static void
ob_study_panel_init (ObStudyPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->study_signals = g_signal_group_new (OB_TYPE_SESSION_STUDY);
  g_signal_group_connect_swapped (self->study_signals, "notify::findings", G_CALLBACK (update),
                                  self);
  g_signal_group_connect_swapped (self->study_signals, "notify::studying", G_CALLBACK (update),
                                  self);

  self->session_signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario",
                                  G_CALLBACK (scenario_cb), self);
  self->scenario_signals = g_signal_group_new (OB_TYPE_SCENARIO);
  g_signal_group_connect_swapped (self->scenario_signals, "view-changed", G_CALLBACK (update_kept),
                                  self);
  g_signal_group_connect_swapped (self->scenario_signals, "inputs-changed",
                                  G_CALLBACK (update_kept), self);
  update (self);
}

GtkWidget *
ob_study_panel_new (void)
{
  return g_object_new (OB_TYPE_STUDY_PANEL, NULL);
}

ObSession *
ob_study_panel_get_session (ObStudyPanel *self)
{
  g_return_val_if_fail (OB_IS_STUDY_PANEL (self), NULL);

  return self->session;
}

void
ob_study_panel_set_session (ObStudyPanel *self, ObSession *session)
{
  g_return_if_fail (OB_IS_STUDY_PANEL (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->study_signals,
                             session != NULL ? ob_session_get_study (session) : NULL);
  g_signal_group_set_target (self->session_signals, session);
  scenario_cb (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    hold (self, session);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
