/* test-overlay-chooser.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-family-dialog.h"
#include "ob-odds-evaluator.h"
#include "ob-overlay-chooser.h"
#include "ob-test-session.h"

#include <math.h>

static const ObOverlay *
get_overlay (ObSession *session)
{
  return ob_scenario_get_overlay (ob_session_get_scenario (session));
}

static void
choose (GtkWidget *chooser, const char *id)
{
  g_assert_true (gtk_widget_activate_action (chooser, "overlay.family", "s", id));
}

static void
test_new (void)
{
  GtkWidget *chooser = g_object_ref_sink (ob_overlay_chooser_new ());
  ObSession *session = ob_session_new ();

  /* Without a session nothing happens. */
  gtk_widget_activate_action (chooser, "overlay.risk-lines", NULL);
  gtk_widget_activate_action (chooser, "overlay.family", "s", "lifespan");
  ob_test_property_object (chooser, "session", session);

  g_assert_finalize_object (chooser);
  g_assert_finalize_object (session);
}

static void
test_choose (void)
{
  GtkWidget *chooser = g_object_ref_sink (ob_overlay_chooser_new ());
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  ObPlane plane;

  ob_overlay_chooser_set_session (OB_OVERLAY_CHOOSER (chooser), session);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  g_assert_true (ob_scenario_set_plane (scenario, &plane, NULL));

  choose (chooser, "lifespan");
  g_assert_cmpuint (get_overlay (session)->family, ==, OB_PARAMETER_LIFESPAN);
  g_assert_cmpuint (get_overlay (session)->n_values, ==, 5);
  g_assert_true (gtk_widget_activate_action (chooser, "overlay.risk-lines", NULL));
  g_assert_true (get_overlay (session)->risk_lines);

  /* An axis, a switch and what is no lever cannot be chosen. */
  choose (chooser, "capex");
  choose (chooser, "sunk");
  choose (chooser, "joy");
  g_assert_cmpuint (get_overlay (session)->family, ==, OB_PARAMETER_LIFESPAN);

  choose (chooser, "");
  g_assert_cmpuint (get_overlay (session)->family, ==, OB_N_PARAMETERS);
  g_assert_true (get_overlay (session)->risk_lines);
  ob_scenario_undo (scenario);
  g_assert_cmpuint (get_overlay (session)->family, ==, OB_PARAMETER_LIFESPAN);

  g_assert_finalize_object (chooser);
}

/* Bands need ranges; without any, the menu offers those that have been published. */
static void
test_bands (void)
{
  GtkWidget *chooser = g_object_ref_sink (ob_overlay_chooser_new ());
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  ObUncertainty uncertainty = *ob_scenario_get_uncertainty (scenario);

  ob_overlay_chooser_set_session (OB_OVERLAY_CHOOSER (chooser), session);
  gtk_widget_activate_action (chooser, "overlay.payback-band", NULL);
  g_assert_true (get_overlay (session)->payback_band);

  uncertainty.distributions[OB_PARAMETER_WACC] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0.06, NAN, 0.14 };
  g_assert_true (ob_scenario_set_uncertainty (scenario, &uncertainty, "Ranges", NULL));
  g_assert_true (gtk_widget_activate_action (chooser, "overlay.payback-band", NULL));
  g_assert_false (get_overlay (session)->payback_band);
  g_assert_true (gtk_widget_activate_action (chooser, "overlay.risk-band", NULL));
  g_assert_true (get_overlay (session)->risk_band);
  ob_scenario_undo (scenario);
  ob_scenario_undo (scenario);
  g_assert_true (get_overlay (session)->payback_band);
  g_assert_false (get_overlay (session)->risk_band);

  /* And they are gone with the ranges. */
  ob_scenario_undo (scenario);
  gtk_widget_activate_action (chooser, "overlay.risk-band", NULL);
  g_assert_false (get_overlay (session)->risk_band);

  g_assert_finalize_object (chooser);
}

static void
choose_level (GtkWidget *chooser, double level)
{
  gtk_widget_activate_action (chooser, "overlay.risk-level", "d", level);
}

/* A level turns its band on, in one step; one that is none changes nothing. */
static void
test_risk_level (void)
{
  GtkWidget *chooser = g_object_ref_sink (ob_overlay_chooser_new ());
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  ObUncertainty uncertainty = *ob_scenario_get_uncertainty (scenario);
  g_autofree char *step = NULL;

  ob_overlay_chooser_set_session (OB_OVERLAY_CHOOSER (chooser), session);
  choose_level (chooser, 0.7);
  g_assert_false (get_overlay (session)->risk_band);

  uncertainty.distributions[OB_PARAMETER_WACC] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0.06, NAN, 0.14 };
  g_assert_true (ob_scenario_set_uncertainty (scenario, &uncertainty, "Ranges", NULL));
  choose_level (chooser, 0.7);
  g_assert_true (get_overlay (session)->risk_band);
  g_assert_cmpfloat (get_overlay (session)->risk_level, ==, 0.7);
  g_object_get (scenario, "undo-label", &step, NULL);
  g_assert_cmpstr (step, ==, "Bubble risk above 70\302\240%");

  ob_test_session_wait (session);
  g_assert_cmpfloat (ob_session_get_results (session)->odds->risk_level, ==, 0.7);

  g_test_expect_message (NULL, G_LOG_LEVEL_WARNING, "*0.01 to 0.99*");
  choose_level (chooser, 7);
  g_test_assert_expected_messages ();
  ob_scenario_undo (scenario);
  g_assert_false (get_overlay (session)->risk_band);
  g_assert_cmpfloat (get_overlay (session)->risk_level, ==, OB_ODDS_MAP_RISK);

  g_assert_finalize_object (chooser);
}

/* The chances come with the results while a band is shown, and follow the inputs. */
static void
test_odds (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  ObUncertainty uncertainty = *ob_scenario_get_uncertainty (scenario);
  ObOverlay overlay = *ob_scenario_get_overlay (scenario);
  g_autoptr (ObOddsMap) before = NULL;

  ob_test_session_wait (session);
  g_assert_null (ob_session_get_results (session)->odds);

  uncertainty.distributions[OB_PARAMETER_WACC] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0.06, NAN, 0.14 };
  g_assert_true (ob_scenario_set_uncertainty (scenario, &uncertainty, "Ranges", NULL));
  ob_test_session_wait (session);
  g_assert_nonnull (ob_session_get_results (session)->odds);
  before = ob_odds_map_ref (ob_session_get_results (session)->odds);
  g_assert_cmpuint (before->n_draws, ==, OB_ODDS_EVALUATOR_EXACT_DRAWS);

  /* The last good ones stay until there are others. */
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_SUBSIDY, 0.1, NULL));
  g_assert_true (ob_session_get_results (session)->odds == before);
  ob_test_session_wait (session);
  g_assert_true (ob_session_get_results (session)->odds != before);

  overlay.payback_band = FALSE;
  g_assert_true (ob_scenario_set_overlay (scenario, &overlay, NULL));
  ob_test_session_wait (session);
  g_assert_null (ob_session_get_results (session)->odds);
}

static void
test_results (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  ObOverlay overlay;

  ob_overlay_init (&overlay);
  ob_overlay_set_family (&overlay, OB_PARAMETER_SUBSIDY, 0.4);
  g_assert_true (ob_scenario_set_overlay (scenario, &overlay, NULL));
  ob_test_session_wait (session);
  g_assert_true (ob_overlay_equal (&ob_session_get_results (session)->overlay, &overlay));
}

static void
test_dialog (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  ObOverlay overlay;
  GtkWidget *dialog;
  GtkEditable *entry;

  ob_overlay_init (&overlay);
  ob_overlay_set_family (&overlay, OB_PARAMETER_SUBSIDY, 0.4);
  g_assert_true (ob_scenario_set_overlay (scenario, &overlay, NULL));

  dialog = g_object_ref_sink (ob_family_dialog_new (NULL, scenario));
  entry = ob_family_dialog_get_entry (dialog);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "25; 30; 40; 50; 65");

  gtk_editable_set_text (entry, "10; hello");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));
  gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (entry, "30; 10");
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "apply");
  g_assert_cmpuint (ob_scenario_get_overlay (scenario)->n_values, ==, 2);
  g_assert_cmpfloat (ob_scenario_get_overlay (scenario)->values[0], ==, 0.1);

  gtk_window_destroy (GTK_WINDOW (dialog));
  g_assert_finalize_object (dialog);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/overlay-chooser/bands", test_bands);
  g_test_add_func ("/overlay-chooser/risk-level", test_risk_level);
  g_test_add_func ("/overlay-chooser/odds", test_odds);
  g_test_add_func ("/overlay-chooser/new", test_new);
  g_test_add_func ("/overlay-chooser/choose", test_choose);
  g_test_add_func ("/overlay-chooser/results", test_results);
  g_test_add_func ("/overlay-chooser/dialog", test_dialog);

  return g_test_run ();
}
