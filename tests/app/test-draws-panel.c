/* test-draws-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-draws-panel.h"
#include "ob-large-sampler.h"
#include "ob-test-session.h"
#include "ob-test-utils.h"

#include <adwaita.h>
#include <math.h>

static void
test_properties (void)
{
  GtkWidget *panel = g_object_ref_sink (ob_draws_panel_new ());
  ObSession *session = ob_session_new ();

  /* Without a session nothing happens. */
  gtk_widget_activate_action (panel, "draws.more", NULL);
  gtk_widget_activate_action (panel, "draws.cancel", NULL);
  ob_test_property_object (panel, "session", session);
  g_assert_finalize_object (panel);
  g_assert_finalize_object (session);
}

static gboolean
is_done (gpointer data)
{
  return !ob_session_study_get_drawing (ob_session_get_study (data));
}

static gsize
get_n_draws (ObSession *session)
{
  const ObResults *results = ob_session_get_results (session);

  return results->sample != NULL ? results->sample->n_draws : 0;
}

/* Many draws take the place of fewer until an input changes, and can be cancelled. */
static void
test_draw (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  GtkWidget *panel = g_object_ref_sink (ob_draws_panel_new ());
  ObDistribution range = { OB_DISTRIBUTION_UNIFORM, 3, NAN, 8 };
  double before;

  ob_draws_panel_set_session (OB_DRAWS_PANEL (panel), session);
  ob_test_session_wait (session);
  g_assert_false (gtk_widget_get_visible (panel));
  gtk_widget_activate_action (panel, "draws.more", NULL);
  g_assert_true (is_done (session));

  g_assert_true (ob_scenario_set_distribution (scenario, OB_PARAMETER_LIFESPAN, &range, NULL));
  ob_test_session_wait (session);
  g_assert_true (gtk_widget_get_visible (panel));
  g_assert_cmpuint (get_n_draws (session), ==, OB_EVALUATOR_EXACT_DRAWS);
  before = ob_sample_get_chance_of_profit (ob_session_get_results (session)->sample);

  g_assert_true (gtk_widget_activate_action (panel, "draws.more", NULL));
  g_assert_false (is_done (session));
  g_assert_true (gtk_widget_activate_action (panel, "draws.cancel", NULL));
  g_assert_true (is_done (session));
  g_assert_cmpuint (get_n_draws (session), ==, OB_EVALUATOR_EXACT_DRAWS);

  g_assert_true (gtk_widget_activate_action (panel, "draws.more", NULL));
  ob_test_wait (is_done, session);
  g_assert_cmpuint (get_n_draws (session), ==, OB_LARGE_SAMPLER_DRAWS);
  g_assert_cmpfloat_with_epsilon (
    ob_sample_get_chance_of_profit (ob_session_get_results (session)->sample), before, 0.02);

  /* A change stops what is under way and drops what is there. */
  g_assert_true (gtk_widget_activate_action (panel, "draws.more", NULL));
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 700, NULL));
  g_assert_true (is_done (session));
  ob_test_session_wait (session);
  g_assert_cmpuint (get_n_draws (session), ==, OB_EVALUATOR_EXACT_DRAWS);

  /* Also when everything goes while draws are under way. */
  g_assert_true (gtk_widget_activate_action (panel, "draws.more", NULL));
  g_assert_finalize_object (panel);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/draws-panel/properties", test_properties);
  g_test_add_func ("/draws-panel/draw", test_draw);

  return g_test_run ();
}
