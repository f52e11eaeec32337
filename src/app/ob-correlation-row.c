/* ob-correlation-row.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-correlation-row.h"

#include "ob-scatter-view.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Rank correlations of less than these are called none and weak; what is not less
 * than the last is strong. */
#define WEAK     0.05
#define MODERATE 0.3
#define STRONG   0.6

struct _ObCorrelationRow
{
  AdwActionRow parent_instance;

  ObScatterView *scatter;
  GtkSpinButton *rank;
  GtkWidget *remove_button;

  double shown;
  gboolean updating;
};

enum
{
  CHANGED,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ObCorrelationRow, ob_correlation_row, ADW_TYPE_ACTION_ROW)

static const char *
get_words (double rank)
{
  const double strength = fabs (rank);

  /* Translators: how two inputs go together: both are high in the same draws, or one
   * is high where the other is low. */
  if (strength < WEAK)
    return C_ ("correlation", "Independent");
  if (strength < MODERATE)
    return rank > 0 ? C_ ("correlation", "Weakly together") : C_ ("correlation", "Weakly opposed");
  if (strength < STRONG)
    return rank > 0 ? C_ ("correlation", "Together") : C_ ("correlation", "Opposed");

  return rank > 0 ? C_ ("correlation", "Strongly together")
                  : C_ ("correlation", "Strongly opposed");
}

/* A rank that has more places than are shown is not changed by showing it. */
static void
rank_cb (ObCorrelationRow *self)
{
  const double rank = gtk_spin_button_get_value (self->rank);

  if (!self->updating && fabs (rank - self->shown) >= 0.005)
    g_signal_emit (self, signals[CHANGED], 0, round (rank * 100) / 100);
}

/* With a minus sign, as all numbers of the program have it. */
static gboolean
write_rank_cb (GtkSpinButton *button)
{
  const double rank = round (gtk_spin_button_get_value (button) * 100) / 100;
  g_autofree char *number = g_strdup_printf ("%.2f", fabs (rank));
  g_autofree char *text = g_strconcat (rank < 0 ? "\342\210\222" : "", number, NULL);

  if (!g_str_equal (text, gtk_editable_get_text (GTK_EDITABLE (button))))
    gtk_editable_set_text (GTK_EDITABLE (button), text);

  return TRUE;
}

/* The minus sign or what keyboards have for one. */
static int
read_rank_cb (GtkSpinButton *button, double *rank)
{
  g_autoptr (GString) text = g_string_new (gtk_editable_get_text (GTK_EDITABLE (button)));
  char *end;

  g_string_replace (text, "\342\210\222", "-", 1);
  g_strstrip (text->str);
  *rank = g_strtod (text->str, &end);
  if (end != text->str && *end == '\0' && isfinite (*rank))
    return TRUE;

  /* The button takes what it is given even then. */
  *rank = gtk_spin_button_get_value (button);

  return GTK_INPUT_ERROR;
}

static void
remove_cb (ObCorrelationRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static void
ob_correlation_row_class_init (ObCorrelationRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHANGED] = g_signal_new ("changed", OB_TYPE_CORRELATION_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[REMOVE] = g_signal_new ("remove", OB_TYPE_CORRELATION_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OB_TYPE_SCATTER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/overbuild/Overbuild/ui/ob-correlation-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationRow, scatter);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationRow, rank);
  gtk_widget_class_bind_template_child (widget_class, ObCorrelationRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, rank_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_rank_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_rank_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
ob_correlation_row_init (ObCorrelationRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ob_correlation_row_new (void)
{
  return g_object_new (OB_TYPE_CORRELATION_ROW, NULL);
}

/* (nullable): what of the two does not vary */
static const char *
get_fixed (const ObUncertainty *uncertainty, const ObCorrelation *pair)
{
  if (uncertainty->distributions[pair->a].kind == OB_DISTRIBUTION_FIXED)
    return ob_parameter_get_label (pair->a);
  if (uncertainty->distributions[pair->b].kind == OB_DISTRIBUTION_FIXED)
    return ob_parameter_get_label (pair->b);

  return NULL;
}

void
ob_correlation_row_show (ObCorrelationRow *self,
                         const ObInputs *inputs,
                         const ObUncertainty *uncertainty,
                         const ObCorrelation *pair,
                         gboolean fault)
{
  const char *fixed;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *remove = NULL;

  g_return_if_fail (OB_IS_CORRELATION_ROW (self));
  g_return_if_fail (inputs != NULL && uncertainty != NULL && pair != NULL);

  /* Translators: the names of two inputs that go together. */
  title = g_strdup_printf (C_ ("correlation", "%s and %s"), ob_parameter_get_label (pair->a),
                           ob_parameter_get_label (pair->b));
  fixed = get_fixed (uncertainty, pair);
  /* Translators: why a correlation does nothing: the input %s is not drawn. */
  subtitle = fixed != NULL ? g_strdup_printf (_ ("Without effect: %s has no range"), fixed)
                           : g_strdup (get_words (pair->rank));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);

  self->updating = TRUE;
  self->shown = pair->rank;
  gtk_spin_button_set_value (self->rank, pair->rank);
  self->updating = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rank), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->rank), GTK_ACCESSIBLE_STATE_INVALID,
                               fault ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->rank), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rank), "error");

  /* Translators: %s are two inputs that go together. */
  remove = g_strdup_printf (_ ("Remove %s"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  ob_scatter_view_show (self->scatter, inputs, uncertainty, pair);
}
