/* test-chart-menu.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-view.h"
#include "ob-picture.h"
#include "ob-scenario-file.h"
#include "ob-test-session.h"

#include <adwaita.h>
#include <math.h>

typedef struct
{
  GdkContentProvider *before;
  GdkContentProvider *now;
  GOutputStream *stream;
  gboolean done;
} Clipboard;

static gboolean
is_copied (gpointer data)
{
  Clipboard *clipboard = data;

  clipboard->now =
    gdk_clipboard_get_content (gdk_display_get_clipboard (gdk_display_get_default ()));

  return clipboard->now != NULL && clipboard->now != clipboard->before;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Clipboard *clipboard = data;
  g_autoptr (GError) error = NULL;

  g_assert_true (
    gdk_content_provider_write_mime_type_finish (GDK_CONTENT_PROVIDER (source), result, &error));
  g_assert_no_error (error);
  clipboard->done = TRUE;
}

static gboolean
is_written (gpointer data)
{
  return ((Clipboard *) data)->done;
}

/* What is copied is a picture that carries the scenario. */
static void
test_copy (void)
{
  static const struct
  {
    const char *action;
    const char *mime_type;
    ObPictureKind kind;
  } cases[] = {
    { "chart.copy-png", "image/png", OB_PICTURE_PNG },
    { "chart.copy-svg", "image/svg+xml", OB_PICTURE_SVG },
  };
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *view = ob_chart_view_new (OB_CHART_CASH);
  GtkWindow *window = ob_test_window_new (view, 500, 400);
  Clipboard clipboard = { NULL };

  ob_scenario_set_value (ob_session_get_scenario (session), OB_PARAMETER_CAPEX, 711, NULL);
  ob_test_session_wait (session);
  ob_chart_view_set_session (OB_CHART_VIEW (view), session);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) carried = NULL;
      g_autoptr (ObScenario) scenario = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (gtk_widget_activate_action (view, cases[i].action, NULL));
      ob_test_wait (is_copied, &clipboard);
      clipboard.before = clipboard.now;

      clipboard.done = FALSE;
      clipboard.stream = g_memory_output_stream_new_resizable ();
      gdk_content_provider_write_mime_type_async (clipboard.now, cases[i].mime_type,
                                                  clipboard.stream, G_PRIORITY_DEFAULT, NULL,
                                                  written_cb, &clipboard);
      ob_test_wait (is_written, &clipboard);
      g_output_stream_close (clipboard.stream, NULL, NULL);
      bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (clipboard.stream));
      g_object_unref (clipboard.stream);

      g_assert_cmpint (
        ob_picture_get_kind (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)), ==,
        cases[i].kind);
      carried = ob_picture_extract (bytes, "clipboard", &error);
      g_assert_no_error (error);
      scenario = ob_scenario_load_bytes (carried, "clipboard", &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (ob_scenario_get_value (scenario, OB_PARAMETER_CAPEX), ==, 711);
    }

  ob_test_window_destroy (window);
}

/* The menu comes and goes, and goes with the chart. */
static void
test_menu (void)
{
  GtkWidget *view = ob_chart_view_new (OB_CHART_CASH);
  GtkWindow *window = ob_test_window_new (view, 500, 400);
  GtkWidget *menu;

  g_assert_true (gtk_widget_activate_action (view, "menu.popup", NULL));
  menu = gtk_widget_get_first_child (view);
  g_assert_true (GTK_IS_POPOVER_MENU (menu));
  g_assert_true (gtk_widget_get_visible (menu));
  gtk_popover_popdown (GTK_POPOVER (menu));
  ob_test_settle ();
  g_assert_null (gtk_widget_get_first_child (view));

  g_assert_true (gtk_widget_activate_action (view, "menu.popup", NULL));
  g_assert_nonnull (gtk_widget_get_first_child (view));
  ob_test_window_destroy (window);
}

static gboolean
has_item (GMenuModel *menu, const char *action)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autofree char *found = NULL;

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &found);
      if (g_strcmp0 (found, action) == 0 || (section != NULL && has_item (section, action)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
offers (GtkWidget *view, const char *action)
{
  GtkWidget *menu;
  gboolean found;

  g_assert_true (gtk_widget_activate_action (view, "menu.popup", NULL));
  menu = gtk_widget_get_first_child (view);
  found = has_item (gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu)), action);
  gtk_popover_popdown (GTK_POPOVER (menu));
  ob_test_settle ();

  return found;
}

/* Single draws are offered where there are draws over time, and else what gives some. */
static void
test_menu_draws (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  ObScenario *scenario = ob_session_get_scenario (session);
  ObUncertainty uncertainty = *ob_scenario_get_uncertainty (scenario);
  GtkWidget *view = ob_chart_view_new (OB_CHART_CASH);
  GtkWindow *window = ob_test_window_new (view, 500, 400);

  ob_chart_view_set_session (OB_CHART_VIEW (view), session);
  g_assert_false (offers (view, "win.single-draws"));
  g_assert_true (offers (view, "win.use-published-ranges"));

  uncertainty.distributions[OB_PARAMETER_WACC] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0.06, NAN, 0.14 };
  g_assert_true (ob_scenario_set_uncertainty (scenario, &uncertainty, "Ranges", NULL));
  g_assert_true (offers (view, "win.single-draws"));
  g_assert_false (offers (view, "win.use-published-ranges"));

  ob_chart_view_set_kind (OB_CHART_VIEW (view), OB_CHART_FLOW);
  g_assert_false (offers (view, "win.single-draws"));
  ob_test_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/chart-menu/copy", test_copy);
  g_test_add_func ("/chart-menu/popup", test_menu);
  g_test_add_func ("/chart-menu/draws", test_menu_draws);

  return g_test_run ();
}
