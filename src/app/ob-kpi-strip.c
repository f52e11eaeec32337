/* ob-kpi-strip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-kpi-strip.h"

#include "ob-kpi.h"
#include "ob-quantity.h"
#include "ob-wrap-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Changes smaller than this are not shown: they would read as "+0". */
#define SMALLEST_POINTS  0.05
#define SMALLEST_BILLION 0.05
#define SMALLEST_RATIO   0.005

struct _ObKpiStrip
{
  GtkWidget parent_instance;

  ObSession *session;
  GSignalGroup *signals;
  /* The run of the values the scenario started from. */
  ObRun *origin;

  ObKpi *npv;
  ObKpi *payback;
  ObKpi *risk;
  ObKpi *gap;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (ObKpiStrip, ob_kpi_strip, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* What the figures are compared with. @letter: of the pin that it is, or NULL */
typedef struct
{
  const ObRun *run;
  gboolean moving;
  const char *letter;
} Before;

static gboolean
is_different (double now, double before, double smallest)
{
  return isfinite (now) && isfinite (before) && fabs (now - before) >= smallest;
}

/* "+$0.12 tn in this move", "+$0.12 tn v. A" or "+$0.12 tn by edits". */
static char *
describe_change (const char *change, const Before *before)
{
  if (before->moving)
    /* Translators: below a key figure; %s is a difference, "+$0.12 tn" */
    return g_strdup_printf (C_ ("key figure", "%s in this move"), change);
  if (before->letter != NULL)
    /* Translators: below a key figure; a difference, "+$0.12 tn", and the letter of the
     * pinned scenario that it is to */
    return g_strdup_printf (C_ ("key figure", "%s v. %s"), change, before->letter);

  /* Translators: below a key figure; %s is what the edits since the template have changed */
  return g_strdup_printf (C_ ("key figure", "%s by edits"), change);
}

static void
update_npv (ObKpiStrip *self, const ObRun *run, const Before *before)
{
  double npv = run->metric[OB_METRIC_NPV];
  double npv_before = before->run->metric[OB_METRIC_NPV];
  g_autofree char *value = ob_quantity_format (OB_UNIT_BILLION, npv);
  g_autofree char *detail = NULL;

  if (is_different (npv, npv_before, SMALLEST_BILLION))
    {
      g_autofree char *change = ob_quantity_format_signed (OB_UNIT_BILLION, npv - npv_before);

      detail = describe_change (change, before);
    }
  else
    {
      g_autofree char *capex =
        ob_quantity_format (OB_UNIT_BILLION, run->metric[OB_METRIC_PV_CAPEX]);

      /* Translators: below the net present value; %s is "$6.3 tn" */
      detail = g_strdup_printf (C_ ("key figure", "on %s of capex"), capex);
    }

  ob_kpi_set_value (self->npv, value);
  ob_kpi_set_detail (self->npv, detail);

  gtk_widget_remove_css_class (GTK_WIDGET (self->npv), npv < 0 ? "gain" : "loss");
  gtk_widget_add_css_class (GTK_WIDGET (self->npv), npv < 0 ? "loss" : "gain");
}

static void
update_payback (ObKpiStrip *self, const ObRun *run, const Before *before, double horizon)
{
  double quarter = run->metric[OB_METRIC_PAYBACK];
  double quarter_before = before->run->metric[OB_METRIC_PAYBACK];
  /* Both are counted from their own start. */
  double shift = 4. * (before->run->start_year - run->start_year);
  g_autofree char *value = NULL;
  g_autofree char *detail = NULL;

  value = ob_quarter_format (run->start_year, quarter < 0 ? -1 : (int) quarter);

  if (quarter >= 0 && quarter_before >= 0 && quarter != quarter_before + shift)
    {
      g_autofree char *change =
        ob_quantity_format_signed (OB_UNIT_YEAR, (quarter - quarter_before - shift) / 4);

      detail = describe_change (change, before);
    }
  else if (quarter != quarter_before && (quarter < 0 || quarter_before < 0))
    {
      g_autofree char *was =
        ob_quarter_format (before->run->start_year, quarter_before < 0 ? -1 : (int) quarter_before);

      /* Translators: below the payback date; %s is the date before the change, "Q3 2044" or
       * "never" */
      detail = g_strdup_printf (C_ ("key figure", "was %s"), was);
    }
  else if (quarter >= 0)
    {
      g_autofree char *years = ob_quantity_format (OB_UNIT_YEAR, (quarter + 1) / 4);

      /* Translators: below the payback date; %s is "17.5 years" */
      detail = g_strdup_printf (C_ ("key figure", "after %s"), years);
    }
  else
    {
      g_autofree char *years = ob_quantity_format (OB_UNIT_YEAR, horizon);

      /* Translators: below a payback of "never"; %s is "20 years" */
      detail = g_strdup_printf (C_ ("key figure", "not within %s"), years);
    }

  ob_kpi_set_value (self->payback, value);
  ob_kpi_set_detail (self->payback, detail);
}

static void
update_risk (ObKpiStrip *self, const ObRun *run, const Before *before)
{
  double risk = run->metric[OB_METRIC_BUBBLE_RISK];
  double points = 100 * (risk - before->run->metric[OB_METRIC_BUBBLE_RISK]);
  g_autofree char *value = ob_quantity_format (OB_UNIT_SHARE, risk);
  g_autofree char *detail = NULL;

  if (is_different (points, 0, SMALLEST_POINTS))
    {
      g_autofree char *change = ob_quantity_format_points (points / 100);

      detail = describe_change (change, before);
    }
  else
    {
      g_autofree char *peak =
        ob_quantity_format (OB_UNIT_SHARE, run->metric[OB_METRIC_PEAK_CRASH_2Y]);

      /* Translators: below the risk of a crash; %s is the highest two-year risk, "52 %" */
      detail = g_strdup_printf (C_ ("key figure", "two-year peak %s"), peak);
    }

  ob_kpi_set_value (self->risk, value);
  ob_kpi_set_detail (self->risk, detail);
}

static void
update_gap (ObKpiStrip *self, const ObRun *run, const Before *before)
{
  guint quarter = MIN (ob_session_get_quarter (self->session), OB_N_QUARTERS - 1);
  double gap = run->series[OB_SERIES_REVENUE_GAP][quarter];
  double gap_before = before->run->series[OB_SERIES_REVENUE_GAP][quarter];
  g_autofree char *value = ob_quantity_format (OB_UNIT_RATIO, gap);
  g_autofree char *when = ob_quarter_format (run->start_year, quarter);
  g_autofree char *detail = NULL;

  if (is_different (gap, gap_before, SMALLEST_RATIO))
    {
      g_autofree char *number = ob_quantity_format_difference (gap - gap_before, 2);
      /* Translators: a difference of two multiples: "+0.12×" */
      g_autofree char *change = g_strdup_printf (C_ ("key figure", "%s×"), number);

      detail = describe_change (change, before);
    }
  else
    {
      /* Translators: below the revenue gap; %s is the selected quarter, "Q3 2027" */
      detail = g_strdup_printf (C_ ("key figure", "in %s"), when);
    }

  ob_kpi_set_value (self->gap, value);
  ob_kpi_set_detail (self->gap, detail);
}

static void
update (ObKpiStrip *self)
{
  ObResults *results = self->session != NULL ? ob_session_get_results (self->session) : NULL;
  ObResults *trail = self->session != NULL ? ob_session_get_trail (self->session) : NULL;
  ObGhosts *ghosts = self->session != NULL ? ob_session_get_ghosts (self->session) : NULL;
  Before before = { self->origin, trail != NULL, NULL };
  int reference;

  if (results == NULL || self->origin == NULL)
    return;

  reference = ob_session_get_reference (self->session);
  if (trail != NULL)
    {
      before.run = &trail->run;
    }
  else if (reference >= 0 && ghosts != NULL && ghosts->results[reference] != NULL)
    {
      before.run = &ghosts->results[reference]->run;
      before.letter = ob_pin_get_letter ((guint) reference);
    }

  update_npv (self, &results->run, &before);
  update_payback (self, &results->run, &before, results->inputs.value[OB_PARAMETER_HORIZON]);
  update_risk (self, &results->run, &before);
  update_gap (self, &results->run, &before);
}

static void
scenario_cb (ObKpiStrip *self)
{
  ObScenario *scenario = ob_session_get_scenario (self->session);
  ObInputs inputs;

  if (scenario == NULL)
    return;

  inputs = *ob_scenario_get_inputs (scenario);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    inputs.value[i] = ob_scenario_get_origin_value (scenario, i);

  if (self->origin == NULL)
    self->origin = g_new (ObRun, 1);
  ob_run (&inputs, self->origin);

  update (self);
}

static void
ob_kpi_strip_dispose (GObject *object)
{
  ObKpiStrip *self = OB_KPI_STRIP (object);
  GtkWidget *child;

  g_clear_object (&self->signals);
  g_clear_object (&self->session);
  g_clear_pointer (&self->origin, g_free);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ob_kpi_strip_parent_class)->dispose (object);
}

static void
ob_kpi_strip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ObKpiStrip *self = OB_KPI_STRIP (object);

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
ob_kpi_strip_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  ObKpiStrip *self = OB_KPI_STRIP (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      ob_kpi_strip_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ob_kpi_strip_class_init (ObKpiStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ob_kpi_strip_dispose;
  object_class->get_property = ob_kpi_strip_get_property;
  object_class->set_property = ob_kpi_strip_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, OB_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (OB_TYPE_KPI);
  g_type_ensure (OB_TYPE_WRAP_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-kpi-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, ObKpiStrip, npv);
  gtk_widget_class_bind_template_child (widget_class, ObKpiStrip, payback);
  gtk_widget_class_bind_template_child (widget_class, ObKpiStrip, risk);
  gtk_widget_class_bind_template_child (widget_class, ObKpiStrip, gap);

  gtk_widget_class_set_css_name (widget_class, "kpistrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ob_kpi_strip_init (ObKpiStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (OB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::scenario", G_CALLBACK (scenario_cb),
                                  self);
  g_signal_group_connect_swapped (self->signals, "notify::ghosts", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::reference", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::results", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::trail", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->signals, "notify::quarter", G_CALLBACK (update), self);
}

GtkWidget *
ob_kpi_strip_new (void)
{
  return g_object_new (OB_TYPE_KPI_STRIP, NULL);
}

ObSession *
ob_kpi_strip_get_session (ObKpiStrip *self)
{
  g_return_val_if_fail (OB_IS_KPI_STRIP (self), NULL);

  return self->session;
}

void
ob_kpi_strip_set_session (ObKpiStrip *self, ObSession *session)
{
  g_return_if_fail (OB_IS_KPI_STRIP (self));
  g_return_if_fail (session == NULL || OB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->signals, session);
  if (session != NULL)
    scenario_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
