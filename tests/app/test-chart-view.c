/* test-chart-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-view-private.h"
#include "ob-test-session.h"

#include <adwaita.h>

static void
assert_label (GtkWidget *widget, const char *label)
{
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       label);
}

static void
test_new (void)
{
  for (guint kind = 0; kind < OB_N_CHARTS; kind++)
    {
      GtkWidget *view = g_object_ref_sink (ob_chart_view_new (kind));

      g_assert_cmpuint (ob_chart_view_get_kind (OB_CHART_VIEW (view)), ==, kind);
      g_assert_null (ob_chart_view_get_session (OB_CHART_VIEW (view)));
      g_assert_true (gtk_widget_get_focusable (view));
      assert_label (view, ob_chart_kind_get_title (kind));

      g_assert_finalize_object (view);
    }
}

static void
test_properties (void)
{
  GtkWidget *view = g_object_ref_sink (ob_chart_view_new (OB_CHART_RISK));
  ObSession *session = ob_session_new ();

  ob_test_property_object (view, "session", session);
  ob_test_property_enum (view, "kind", OB_TYPE_CHART_KIND, OB_CHART_CASH);
  assert_label (view, ob_chart_kind_get_title (OB_CHART_CASH));
  g_assert_cmpint (ob_chart_get_kind (ob_chart_view_get_chart (OB_CHART_VIEW (view))), ==,
                   OB_CHART_CASH);

  g_assert_finalize_object (view);
  g_assert_finalize_object (session);
}

/* The kind can be named in a template. */
static void
test_template (void)
{
  const char *ui = "<interface><object class='ObChartView' id='view'>"
                   "<property name='kind'>power</property></object></interface>";
  g_autoptr (GtkBuilder) builder = NULL;

  g_type_ensure (OB_TYPE_CHART_VIEW);
  builder = gtk_builder_new_from_string (ui, -1);
  g_assert_cmpint (
    ob_chart_view_get_kind (OB_CHART_VIEW (gtk_builder_get_object (builder, "view"))), ==,
    OB_CHART_POWER);
}

static gboolean
description_is (gpointer data)
{
  gpointer *pair = data;

  return g_strcmp0 (ob_chart_view_get_description (pair[0]), pair[1]) == 0;
}

/* The description follows the results, never faster than twice a second, and only while
 * the chart is in sight. */
static void
test_description (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *view = ob_chart_view_new (OB_CHART_RISK);
  GtkWindow *window = ob_test_window_new (view, 500, 300);
  ObScenario *scenario = ob_session_get_scenario (session);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_RISK);
  gint64 started_at;
  gint64 passed;
  guint n_changes = 0;

  ob_chart_view_set_session (OB_CHART_VIEW (view), session);
  ob_test_session_wait (session);
  ob_chart_set_results (chart, ob_session_get_results (session));
  ob_chart_set_quarter (chart, (int) ob_session_get_quarter (session));
  before = ob_chart_describe (chart);
  ob_test_wait (description_is, (gpointer[]){ view, before });
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       before);

  started_at = g_get_monotonic_time ();
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *last = g_strdup (ob_chart_view_get_description (OB_CHART_VIEW (view)));

      g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 300 + 10 * i, NULL));
      ob_test_session_wait (session);

      if (g_strcmp0 (last, ob_chart_view_get_description (OB_CHART_VIEW (view))) != 0)
        n_changes++;
    }

  passed = g_get_monotonic_time () - started_at;
  g_assert_cmpint (n_changes, <=, 2 * passed / G_TIME_SPAN_SECOND + 1);

  ob_chart_set_results (chart, ob_session_get_results (session));
  after = ob_chart_describe (chart);
  g_assert_cmpstr (before, !=, after);
  ob_test_wait (description_is, (gpointer[]){ view, after });
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       after);

  gtk_widget_set_visible (view, FALSE);
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 250, NULL));
  ob_test_session_wait (session);
  g_assert_cmpstr (ob_chart_view_get_description (OB_CHART_VIEW (view)), ==, after);

  ob_chart_set_results (chart, ob_session_get_results (session));
  shown = ob_chart_describe (chart);
  g_assert_cmpstr (after, !=, shown);
  gtk_widget_set_visible (view, TRUE);
  ob_test_wait (description_is, (gpointer[]){ view, shown });

  ob_test_window_destroy (window);
}

static void
test_quarter (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *widget = ob_chart_view_new (OB_CHART_MONEY);
  ObChartView *view = OB_CHART_VIEW (widget);
  GtkWindow *window = ob_test_window_new (widget, 500, 300);
  double x;
  double y;

  /* There is nothing to select yet. */
  g_assert_false (ob_chart_view_select_at (view, 250, 150, TRUE));
  g_assert_false (ob_chart_view_press_key (view, GDK_KEY_Right));

  ob_chart_view_set_session (view, session);
  ob_test_session_wait (session);
  ob_test_save_picture (widget, "chart-view-money");

  for (int quarter = 0; quarter < OB_N_QUARTERS; quarter += 13)
    {
      ob_chart_data_to_page (ob_chart_view_get_chart (view), quarter + 0.5, 0, &x, &y);
      g_assert_true (ob_chart_view_select_at (view, x, 150, TRUE));
      g_assert_cmpint (ob_session_get_quarter (session), ==, quarter);
    }

  /* A drag that leaves the plot goes on along it; a press outside does nothing. */
  ob_session_set_quarter (session, 40);
  g_assert_false (ob_chart_view_select_at (view, -50, 150, TRUE));
  g_assert_cmpuint (ob_session_get_quarter (session), ==, 40);
  g_assert_true (ob_chart_view_select_at (view, -50, 150, FALSE));
  g_assert_cmpuint (ob_session_get_quarter (session), ==, 0);
  g_assert_true (ob_chart_view_select_at (view, 5000, 150, FALSE));
  g_assert_cmpuint (ob_session_get_quarter (session), ==, OB_N_QUARTERS - 1);

  ob_test_window_destroy (window);
}

static void
test_keys (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *widget = g_object_ref_sink (ob_chart_view_new (OB_CHART_MONEY));
  ObChartView *view = OB_CHART_VIEW (widget);
  static const struct
  {
    guint keyval;
    guint quarter;
  } strokes[] = {
    { GDK_KEY_End, OB_N_QUARTERS - 1 },
    { GDK_KEY_Right, OB_N_QUARTERS - 1 },
    { GDK_KEY_Left, OB_N_QUARTERS - 2 },
    { GDK_KEY_Page_Up, OB_N_QUARTERS - 6 },
    { GDK_KEY_Home, 0 },
    { GDK_KEY_KP_Left, 0 },
    { GDK_KEY_Page_Up, 0 },
    { GDK_KEY_KP_Right, 1 },
    { GDK_KEY_Page_Down, 5 },
  };

  ob_chart_view_set_session (view, session);

  for (guint i = 0; i < G_N_ELEMENTS (strokes); i++)
    {
      g_assert_true (ob_chart_view_press_key (view, strokes[i].keyval));
      g_assert_cmpuint (ob_session_get_quarter (session), ==, strokes[i].quarter);
    }

  g_assert_false (ob_chart_view_press_key (view, GDK_KEY_Up));
  g_assert_false (ob_chart_view_press_key (view, GDK_KEY_a));

  /* The frontier has no time. */
  ob_chart_view_set_kind (view, OB_CHART_FRONTIER);
  g_assert_false (ob_chart_view_press_key (view, GDK_KEY_Right));

  g_assert_finalize_object (widget);
}

/* A drag, the keys and the session show a part of the years, on all charts alike. */
static void
test_zoom (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *widget = ob_chart_view_new (OB_CHART_MONEY);
  ObChartView *view = OB_CHART_VIEW (widget);
  GtkWidget *other = g_object_ref_sink (ob_chart_view_new (OB_CHART_POWER));
  GtkWindow *window = ob_test_window_new (widget, 500, 300);
  double from;
  double to;
  double x0;
  double x1;
  double y;

  ob_chart_view_set_session (view, session);
  ob_chart_view_set_session (OB_CHART_VIEW (other), session);
  ob_test_session_wait (session);
  ob_test_save_picture (widget, "chart-view-whole");
  g_assert_false (ob_session_get_range (session, &from, &to));
  g_assert_false (ob_chart_view_press_key (view, GDK_KEY_Escape));

  ob_chart_data_to_page (ob_chart_view_get_chart (view), 20.5, 0, &x0, &y);
  ob_chart_data_to_page (ob_chart_view_get_chart (view), 39.5, 0, &x1, &y);
  g_assert_false (ob_chart_view_zoom_to (view, x0, x0 + 2));
  g_assert_true (ob_chart_view_zoom_to (view, x1, x0));
  g_assert_true (ob_session_get_range (session, &from, &to));
  g_assert_cmpfloat (from, ==, 20);
  g_assert_cmpfloat (to, ==, 40);
  ob_test_save_picture (widget, "chart-view-zoomed");
  g_assert_true (ob_chart_get_range (ob_chart_view_get_chart (view), &from, &to));
  g_assert_cmpfloat (from, ==, 20);

  /* A quarter outside is brought to where it can be seen. */
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_End));
  g_assert_true (ob_session_get_range (session, &from, &to));
  g_assert_cmpfloat (to, ==, OB_N_QUARTERS);
  g_assert_cmpfloat (from, ==, OB_N_QUARTERS - 20);

  ob_test_save_picture (widget, "chart-view-end");
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_plus));
  g_assert_true (ob_session_get_range (session, &from, &to));
  g_assert_cmpfloat (to - from, <, 20);
  g_assert_cmpfloat (to - from, >=, OB_SESSION_MIN_RANGE);
  /* It belongs to the document. */
  {
    g_autoptr (ObScenario) first = g_object_ref (ob_session_get_scenario (session));
    g_autoptr (ObScenario) second = ob_scenario_new ();

    ob_session_set_scenario (session, second);
    g_assert_false (ob_session_get_range (session, &from, &to));
    ob_session_set_scenario (session, first);
    g_assert_true (ob_session_get_range (session, &from, &to));
    ob_test_session_wait (session);
  }

  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_0));
  g_assert_false (ob_session_get_range (session, &from, &to));

  g_assert_finalize_object (other);
  ob_test_window_destroy (window);
}

/* Bars of years: arrows go from bar to bar and take the quarter with them. */
static void
test_years (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *widget = ob_chart_view_new (OB_CHART_VINTAGES);
  ObChartView *view = OB_CHART_VIEW (widget);
  ObChart *chart = ob_chart_view_get_chart (view);
  GtkWindow *window = ob_test_window_new (widget, 500, 400);
  int last;

  g_assert_false (ob_chart_view_press_key (view, GDK_KEY_Right));
  ob_chart_view_set_session (view, session);
  ob_test_session_wait (session);
  ob_session_set_quarter (session, 5);
  last = (int) ob_chart_get_n_items (chart) - 1;
  g_assert_cmpint (last, >, 8);

  /* The first press shows the card of the year that is selected, and moves nothing. */
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Right));
  g_assert_cmpint (ob_chart_get_item (chart), ==, 1);
  g_assert_cmpuint (ob_session_get_quarter (session), ==, 5);
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Right));
  g_assert_cmpint (ob_chart_get_item (chart), ==, 2);
  g_assert_cmpuint (ob_session_get_quarter (session), ==, 8);
  ob_test_save_picture (widget, "chart-view-years");
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Up));
  g_assert_cmpint (ob_chart_get_item (chart), ==, 1);
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Page_Down));
  g_assert_cmpint (ob_chart_get_item (chart), ==, 6);
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_End));
  g_assert_cmpint (ob_chart_get_item (chart), ==, last);
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Right));
  g_assert_cmpint (ob_chart_get_item (chart), ==, last);
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Home));
  g_assert_cmpuint (ob_session_get_quarter (session), ==, 0);
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Escape));
  g_assert_cmpint (ob_chart_get_item (chart), ==, -1);

  ob_test_window_destroy (window);
}

/* Links of the flow can be read one by one with the keyboard. */
static void
test_items (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *widget = g_object_ref_sink (ob_chart_view_new (OB_CHART_FLOW));
  ObChartView *view = OB_CHART_VIEW (widget);
  ObChart *chart = ob_chart_view_get_chart (view);
  guint n;

  g_assert_false (ob_chart_view_press_key (view, GDK_KEY_Down));
  ob_chart_view_set_session (view, session);
  ob_test_session_wait (session);
  n = ob_chart_get_n_items (ob_chart_view_get_chart (view));
  g_assert_cmpuint (n, >, 10);

  g_assert_false (ob_chart_view_press_key (view, GDK_KEY_Escape));
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Down));
      g_assert_cmpint (ob_chart_get_item (chart), ==, (int) i);
    }
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_KP_Down));
  g_assert_cmpint (ob_chart_get_item (chart), ==, -1);
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Up));
  g_assert_cmpint (ob_chart_get_item (chart), ==, (int) n - 1);
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Escape));
  g_assert_cmpint (ob_chart_get_item (chart), ==, -1);

  /* The year follows the quarter; there is no time along it to click on. */
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Page_Down));
  g_assert_cmpuint (ob_session_get_quarter (session), ==, 4);
  g_assert_false (ob_chart_view_select_at (view, 100, 100, FALSE));

  g_assert_finalize_object (widget);
}

static void
show_lever_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  char **shown = data;

  g_free (*shown);
  *shown = g_variant_dup_string (parameter, NULL);
}

/* Enter on a bar of a tornado moves to the slider of its input. */
static void
test_levers (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("show-lever", G_VARIANT_TYPE_STRING);
  GtkWidget *widget = g_object_ref_sink (ob_chart_view_new (OB_CHART_TORNADO));
  ObChartView *view = OB_CHART_VIEW (widget);
  g_autofree char *shown = NULL;
  ObParameter lever;

  g_signal_connect (action, "activate", G_CALLBACK (show_lever_cb), &shown);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (action));
  gtk_widget_insert_action_group (widget, "win", G_ACTION_GROUP (actions));
  ob_chart_view_set_session (view, session);
  ob_test_session_wait (session);

  g_assert_false (ob_chart_view_press_key (view, GDK_KEY_Return));
  g_assert_false (ob_chart_view_show_lever (view, -1));
  g_assert_null (shown);
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Down));
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Down));
  g_assert_true (ob_chart_view_press_key (view, GDK_KEY_Return));
  g_assert_true (ob_chart_get_item_lever (ob_chart_view_get_chart (view), 1, &lever));
  g_assert_cmpstr (shown, ==, ob_parameter_get_id (lever));

  g_assert_finalize_object (widget);
}

/* Every chart draws in every theme, also before there is anything to draw. */
static void
test_draw (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  for (guint kind = 0; kind < OB_N_CHARTS; kind++)
    {
      GtkWidget *widget = ob_chart_view_new (kind);
      GtkWindow *window = ob_test_window_new (widget, 480, 300);
      g_autofree char *name = g_strdup_printf ("chart-view-%s", ob_chart_kind_get_id (kind));
      g_autofree char *empty = g_strdup_printf ("%s-empty", name);
      g_autofree char *dark = g_strdup_printf ("%s-dark", name);

      ob_test_save_picture (widget, empty);
      ob_chart_view_set_session (OB_CHART_VIEW (widget), session);
      ob_test_session_wait (session);
      ob_test_save_picture (widget, name);

      adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
      ob_test_save_picture (widget, dark);
      adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);

      ob_test_window_destroy (window);
    }
}

static int
get_minimum_width (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

static gboolean
wants_400 (gpointer data)
{
  return get_minimum_width (data) == 400;
}

/* Room is asked for by the size of the text. */
static void
test_measure (void)
{
  GtkWidget *widget = ob_chart_view_new (OB_CHART_RISK);
  GtkWindow *window = ob_test_window_new (widget, 480, 300);
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  g_assert_cmpint (get_minimum_width (widget), <, 360);

  gtk_css_provider_load_from_data (provider, "obchart { font-size: 40px; }", -1);
  gtk_style_context_add_provider_for_display (gtk_widget_get_display (widget),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  ob_test_wait (wants_400, widget);

  gtk_style_context_remove_provider_for_display (gtk_widget_get_display (widget),
                                                 GTK_STYLE_PROVIDER (provider));
  ob_test_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/chart-view/new", test_new);
  g_test_add_func ("/chart-view/properties", test_properties);
  g_test_add_func ("/chart-view/template", test_template);
  g_test_add_func ("/chart-view/description", test_description);
  g_test_add_func ("/chart-view/quarter", test_quarter);
  g_test_add_func ("/chart-view/keys", test_keys);
  g_test_add_func ("/chart-view/years", test_years);
  g_test_add_func ("/chart-view/zoom", test_zoom);
  g_test_add_func ("/chart-view/items", test_items);
  g_test_add_func ("/chart-view/levers", test_levers);
  g_test_add_func ("/chart-view/draw", test_draw);
  g_test_add_func ("/chart-view/measure", test_measure);

  return g_test_run ();
}
