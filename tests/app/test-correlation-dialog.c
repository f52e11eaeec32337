/* test-correlation-dialog.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-correlation-dialog.h"
#include "ob-test-session.h"

#include <math.h>

typedef struct
{
  ObScenario *scenario;
  ObCorrelationDialog *dialog;
} Fixture;

static void
gone_cb (gpointer data, GObject *where_it_was)
{
  ObCorrelationDialog **dialog = data;

  *dialog = NULL;
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->dialog == NULL;
}

static void
open_dialog (Fixture *fixture)
{
  fixture->dialog = OB_CORRELATION_DIALOG (ob_correlation_dialog_new (NULL, fixture->scenario));
  g_object_weak_ref (G_OBJECT (fixture->dialog), gone_cb, &fixture->dialog);
  gtk_window_present (GTK_WINDOW (fixture->dialog));
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  ObUncertainty uncertainty;
  g_autoptr (GError) error = NULL;

  fixture->scenario = ob_scenario_new ();
  ob_uncertainty_init (&uncertainty);
  uncertainty.distributions[OB_PARAMETER_CAPEX] =
    (ObDistribution){ OB_DISTRIBUTION_PERT, 670, NAN, 949 };
  uncertainty.distributions[OB_PARAMETER_LIFESPAN] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 3, NAN, 8 };
  uncertainty.distributions[OB_PARAMETER_WACC] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0.07, NAN, 0.14 };
  ob_scenario_set_uncertainty (fixture->scenario, &uncertainty, "Ranges", &error);
  g_assert_no_error (error);
  open_dialog (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->dialog != NULL)
    gtk_window_close (GTK_WINDOW (fixture->dialog));
  ob_test_wait (is_gone, fixture);
  g_assert_finalize_object (fixture->scenario);
}

static GtkWidget *
find_nth (GtkWidget *widget, GType type, guint *n)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && gtk_widget_get_mapped (widget) && (*n)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_nth (child, type, n);

  return found;
}

static GtkWidget *
get_row (Fixture *fixture, int index)
{
  return GTK_WIDGET (
    gtk_list_box_get_row_at_index (ob_correlation_dialog_get_list (fixture->dialog), index));
}

static GtkSpinButton *
get_rank (Fixture *fixture, int index)
{
  guint n = 0;

  return GTK_SPIN_BUTTON (find_nth (get_row (fixture, index), GTK_TYPE_SPIN_BUTTON, &n));
}

static double
get_correlation (Fixture *fixture, ObParameter a, ObParameter b)
{
  return ob_uncertainty_get_correlation (ob_scenario_get_uncertainty (fixture->scenario), a, b);
}

/* The offers are the buttons below the list with a label that wraps. */
static GtkWidget *
find_offer (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && GTK_IS_LABEL (gtk_button_get_child (GTK_BUTTON (widget)))
      && gtk_label_get_wrap (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (widget))))
      && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_offer (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
has_offer (gpointer data)
{
  return find_offer (data) != NULL;
}

static void
test_apply (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;

  ob_correlation_dialog_add (fixture->dialog, OB_PARAMETER_WACC, OB_PARAMETER_CAPEX);
  ob_correlation_dialog_add (fixture->dialog, OB_PARAMETER_LIFESPAN, OB_PARAMETER_WACC);
  gtk_spin_button_set_value (get_rank (fixture, 0), -0.3);
  g_assert_cmpfloat (get_correlation (fixture, OB_PARAMETER_CAPEX, OB_PARAMETER_WACC), ==, 0);

  ob_correlation_dialog_apply (fixture->dialog);
  ob_test_wait (is_gone, fixture);
  g_assert_cmpfloat (get_correlation (fixture, OB_PARAMETER_CAPEX, OB_PARAMETER_WACC), ==, -0.3);
  g_assert_cmpfloat (get_correlation (fixture, OB_PARAMETER_WACC, OB_PARAMETER_LIFESPAN), ==, 0.5);

  /* One step, and nothing of the ranges went with it. */
  g_object_get (fixture->scenario, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Correlations");
  ob_scenario_undo (fixture->scenario);
  g_assert_cmpuint (ob_scenario_get_uncertainty (fixture->scenario)->n_correlations, ==, 0);
  g_assert_cmpuint (
    ob_uncertainty_get_levers (ob_scenario_get_uncertainty (fixture->scenario), NULL), ==, 3);

  /* What is there is shown again, and removed. */
  ob_scenario_redo (fixture->scenario);
  open_dialog (fixture);
  g_assert_cmpfloat (gtk_spin_button_get_value (get_rank (fixture, 0)), ==, -0.3);
  g_signal_emit_by_name (get_row (fixture, 0), "remove");
  g_assert_null (get_row (fixture, 1));
  ob_correlation_dialog_apply (fixture->dialog);
  g_assert_cmpfloat (get_correlation (fixture, OB_PARAMETER_CAPEX, OB_PARAMETER_WACC), ==, 0);
  g_assert_cmpfloat (get_correlation (fixture, OB_PARAMETER_WACC, OB_PARAMETER_LIFESPAN), ==, 0.5);
}

/* What contradicts cannot be applied before an offer is taken. */
static void
test_contradiction (Fixture *fixture, gconstpointer data)
{
  const ObUncertainty before = *ob_scenario_get_uncertainty (fixture->scenario);

  ob_correlation_dialog_add (fixture->dialog, OB_PARAMETER_CAPEX, OB_PARAMETER_WACC);
  ob_correlation_dialog_add (fixture->dialog, OB_PARAMETER_LIFESPAN, OB_PARAMETER_WACC);
  ob_correlation_dialog_add (fixture->dialog, OB_PARAMETER_LIFESPAN, OB_PARAMETER_CAPEX);
  gtk_spin_button_set_value (get_rank (fixture, 0), 0.8);
  gtk_spin_button_set_value (get_rank (fixture, 1), 0.8);
  g_assert_true (ob_correlation_dialog_get_possible (fixture->dialog));

  gtk_spin_button_set_value (get_rank (fixture, 2), -0.8);
  g_assert_false (ob_correlation_dialog_get_possible (fixture->dialog));
  ob_correlation_dialog_apply (fixture->dialog);
  g_assert_true (ob_uncertainty_equal (ob_scenario_get_uncertainty (fixture->scenario), &before));

  /* The first offer is the nearest of the pair that was changed. */
  ob_test_wait (has_offer, fixture->dialog);
  g_signal_emit_by_name (find_offer (GTK_WIDGET (fixture->dialog)), "clicked");
  g_assert_true (ob_correlation_dialog_get_possible (fixture->dialog));
  g_assert_cmpfloat (gtk_spin_button_get_value (get_rank (fixture, 2)), >, 0.1);
  g_assert_cmpfloat (gtk_spin_button_get_value (get_rank (fixture, 0)), ==, 0.8);

  /* To take a pair away can contradict as well: two that go together with a third as
   * much as this go together. */
  g_signal_emit_by_name (get_row (fixture, 2), "remove");
  gtk_spin_button_set_value (get_rank (fixture, 0), 0.6);
  gtk_spin_button_set_value (get_rank (fixture, 1), 0.6);
  g_assert_true (ob_correlation_dialog_get_possible (fixture->dialog));
  gtk_spin_button_set_value (get_rank (fixture, 0), 0.9);
  g_assert_false (ob_correlation_dialog_get_possible (fixture->dialog));
  ob_correlation_dialog_add (fixture->dialog, OB_PARAMETER_LIFESPAN, OB_PARAMETER_CAPEX);
  g_assert_true (ob_correlation_dialog_get_possible (fixture->dialog));
  g_signal_emit_by_name (get_row (fixture, 2), "remove");
  g_assert_false (ob_correlation_dialog_get_possible (fixture->dialog));
  ob_test_wait (has_offer, fixture->dialog);
  g_signal_emit_by_name (find_offer (GTK_WIDGET (fixture->dialog)), "clicked");
  g_assert_true (ob_correlation_dialog_get_possible (fixture->dialog));
}

static void
test_seed (Fixture *fixture, gconstpointer data)
{
  g_autofree char *label = NULL;
  GtkWidget *seed = NULL;
  guint n = 0;

  seed = find_nth (GTK_WIDGET (fixture->dialog), GTK_TYPE_SPIN_BUTTON, &n);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (seed), 2147483647);
  ob_correlation_dialog_apply (fixture->dialog);
  g_assert_cmpuint (ob_scenario_get_uncertainty (fixture->scenario)->seed, ==, 2147483647);
  g_object_get (fixture->scenario, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Other draws");
}

/* Numbers have a minus sign and are read with it or with a hyphen; what is none is undone. */
static void
test_minus (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *typed;
    const char *shown;
    double rank;
  } cases[] = {
    { "\342\210\2220.3", "\342\210\2220.30", -0.3 },
    { " -0.45 ", "\342\210\2220.45", -0.45 },
    { "0.25", "0.25", 0.25 },
    { "a lot", "0.25", 0.25 },
    { "0.2x", "0.25", 0.25 },
    { "", "0.25", 0.25 },
    { "nan", "0.25", 0.25 },
    { "-7", "\342\210\2220.99", -0.99 },
    { "-0", "0.00", 0 },
  };
  GtkSpinButton *button;

  ob_correlation_dialog_add (fixture->dialog, OB_PARAMETER_WACC, OB_PARAMETER_CAPEX);
  button = get_rank (fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_editable_set_text (GTK_EDITABLE (button), cases[i].typed);
      gtk_spin_button_update (button);
      g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (button), cases[i].rank, 1e-9);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (button)), ==, cases[i].shown);
    }
}

/* Showing a rank with more places than are shown does not change it, and a pair of which
 * one has no range stays. */
static void
test_untouched (Fixture *fixture, gconstpointer data)
{
  ObUncertainty uncertainty = *ob_scenario_get_uncertainty (fixture->scenario);

  gtk_window_close (GTK_WINDOW (fixture->dialog));
  ob_test_wait (is_gone, fixture);
  g_assert_true (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_CAPEX,
                                                 OB_PARAMETER_WACC, -1. / 3, NULL));
  g_assert_true (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_LIFESPAN,
                                                 OB_PARAMETER_POWER_ADD, 0.999, NULL));
  g_assert_true (ob_scenario_set_uncertainty (fixture->scenario, &uncertainty, "More", NULL));
  open_dialog (fixture);
  gtk_spin_button_update (get_rank (fixture, 0));
  gtk_spin_button_update (get_rank (fixture, 1));
  ob_correlation_dialog_apply (fixture->dialog);
  g_assert_true (
    ob_uncertainty_equal (ob_scenario_get_uncertainty (fixture->scenario), &uncertainty));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/correlation-dialog/apply", Fixture, NULL, set_up, test_apply, tear_down);
  g_test_add ("/correlation-dialog/contradiction", Fixture, NULL, set_up, test_contradiction,
              tear_down);
  g_test_add ("/correlation-dialog/seed", Fixture, NULL, set_up, test_seed, tear_down);
  g_test_add ("/correlation-dialog/minus", Fixture, NULL, set_up, test_minus, tear_down);
  g_test_add ("/correlation-dialog/untouched", Fixture, NULL, set_up, test_untouched, tear_down);

  return g_test_run ();
}
