/* test-frozen-bar.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frozen-bar.h"
#include "ob-scenario-file.h"
#include "ob-test-session.h"

static const char *
get_cell (ObFrozenBar *bar, int column, int row)
{
  return gtk_label_get_text (
    GTK_LABEL (gtk_grid_get_child_at (ob_frozen_bar_get_table (bar), column, row)));
}

/* Nothing to say of today's results; both of an older file's, until it is closed. */
static void
test_bar (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "old-model.overbuild", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ObScenario) old = ob_scenario_load_file (file, NULL, NULL);
  g_autoptr (ObScenario) fresh = ob_scenario_new ();
  g_autoptr (ObSession) session = ob_session_new ();
  ObFrozenBar *bar = OB_FROZEN_BAR (ob_frozen_bar_new ());
  GtkWindow *window;

  ob_frozen_bar_set_session (bar, session);
  g_assert_null (ob_frozen_bar_get_text (bar));

  g_assert_nonnull (old);
  ob_session_set_scenario (session, old);
  g_assert_nonnull (ob_frozen_bar_get_text (bar));
  g_assert_cmpstr (get_cell (bar, 0, 1), ==, "Net present value");
  g_assert_cmpstr (get_cell (bar, 0, 2), ==, "Payback");
  g_assert_cmpstr (get_cell (bar, 1, 2), ==, "never");
  g_assert_cmpstr (get_cell (bar, 2, 2), !=, "never");
  g_assert_null (gtk_grid_get_child_at (ob_frozen_bar_get_table (bar), 0, 3));

  window = ob_test_window_new (GTK_WIDGET (bar), 500, 300);
  g_signal_emit_by_name (gtk_widget_get_first_child (GTK_WIDGET (bar)), "response",
                         GTK_RESPONSE_CLOSE);
  g_assert_null (ob_frozen_bar_get_text (bar));

  ob_session_set_scenario (session, fresh);
  g_assert_null (ob_frozen_bar_get_text (bar));
  ob_test_session_wait (session);
  ob_test_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/frozen-bar/bar", test_bar);

  return g_test_run ();
}
