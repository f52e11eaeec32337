/* test-study-panel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-study-panel.h"
#include "ob-test-session.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

static ObFindings *
get_findings (ObSession *session)
{
  return ob_session_study_get_findings (ob_session_get_study (session));
}

static gboolean
get_studying (ObSession *session)
{
  return ob_session_study_get_studying (ob_session_get_study (session));
}

static gboolean
is_done (gpointer data)
{
  ObSession *session = data;
  ObFindings *findings = get_findings (session);

  return findings != NULL && !get_studying (session)
         && ob_inputs_equal (&findings->inputs,
                             ob_scenario_get_inputs (ob_session_get_scenario (session)));
}

/* The sentence, as the widget shows it. */
static gboolean
shows (GtkWidget *widget, const char *text)
{
  if (GTK_IS_LABEL (widget) && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (shows (child, text))
        return TRUE;
    }

  return FALSE;
}

static gboolean
click (GtkWidget *widget, const char *label)
{
  if (GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget)
      && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    {
      g_signal_emit_by_name (widget, "clicked");
      return TRUE;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      if (click (child, label))
        return TRUE;
    }

  return FALSE;
}

static void
test_properties (void)
{
  GtkWidget *panel = g_object_ref_sink (ob_study_panel_new ());
  ObSession *session = ob_session_new ();

  ob_test_property_object (panel, "session", session);
  g_assert_finalize_object (panel);
  g_assert_finalize_object (session);
}

/* A session is studied while a panel of it is in sight, and not without one; what was
 * found goes with the results, and follows a change. */
static void
test_study (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  GtkWidget *panel = ob_study_panel_new ();
  ObDistribution range = { OB_DISTRIBUTION_UNIFORM, 3, NAN, 8 };
  GtkWindow *window;
  g_autoptr (ObFindings) before = NULL;

  ob_test_session_wait (session);
  g_assert_null (get_findings (session));
  g_assert_false (get_studying (session));
  g_assert_null (ob_session_get_results (session)->findings);

  ob_study_panel_set_session (OB_STUDY_PANEL (panel), session);
  window = ob_test_window_new (panel, 480, 300);
  ob_test_wait (is_done, session);
  g_assert_true (ob_session_get_results (session)->findings == get_findings (session));
  g_assert_cmpuint (get_findings (session)->n_levers, >, 10);
  g_assert_true (shows (panel, "do not pay back"));
  g_assert_true (shows (panel, "published"));
  before = ob_findings_ref (get_findings (session));

  /* A range of its own takes the place of all published ones. */
  g_assert_true (ob_scenario_set_distribution (scenario, OB_PARAMETER_LIFESPAN, &range, NULL));
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 700, NULL));
  ob_test_wait (is_done, session);
  g_assert_true (get_findings (session) != before);
  g_assert_cmpuint (get_findings (session)->n_levers, ==, 1);
  g_assert_cmpint (get_findings (session)->levers[0], ==, OB_PARAMETER_LIFESPAN);
  g_assert_true (shows (panel, "Hardware lifespan below"));
  g_assert_false (shows (panel, "published"));

  /* What was found is kept, as one step, and marked once it is out of date. */
  g_assert_null (ob_scenario_get_discovery (scenario));
  click (panel, "Keep in the Scenario");
  g_assert_nonnull (ob_scenario_get_discovery (scenario));
  g_assert_true (shows (panel, "Kept, from "));
  g_assert_false (shows (panel, "Out of date"));
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 710, NULL));
  g_assert_true (shows (panel, "Out of date"));
  ob_scenario_undo (scenario);
  g_assert_false (shows (panel, "Out of date"));
  ob_scenario_undo (scenario);
  g_assert_null (ob_scenario_get_discovery (scenario));

  /* Out of sight nothing is worked out. */
  gtk_widget_set_visible (panel, FALSE);
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 600, NULL));
  ob_test_session_wait (session);
  g_assert_false (get_studying (session));
  g_assert_false (is_done (session));
  gtk_widget_set_visible (panel, TRUE);
  ob_test_wait (is_done, session);

  ob_test_window_destroy (window);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/study-panel/properties", test_properties);
  g_test_add_func ("/study-panel/study", test_study);

  return g_test_run ();
}
