/* test-frontier-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-view-private.h"
#include "ob-test-session.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

typedef struct
{
  ObSession *session;
  ObScenario *scenario;
  ObFrontierView *view;
  ObChart *chart;
  GtkWindow *window;
  ObPlane plane;
  double x;
  double y;
  double page_x;
  double page_y;
} Fixture;

static double
get_x (Fixture *fixture)
{
  return ob_scenario_get_value (fixture->scenario, fixture->plane.x);
}

static double
get_y (Fixture *fixture)
{
  return ob_scenario_get_value (fixture->scenario, fixture->plane.y);
}

static gboolean
can_undo (Fixture *fixture)
{
  gboolean possible;

  g_object_get (fixture->scenario, "can-undo", &possible, NULL);

  return possible;
}

/* Looks where the marker is. */
static void
look (Fixture *fixture)
{
  ob_test_session_wait (fixture->session);
  fixture->plane = *ob_scenario_get_plane (fixture->scenario);
  fixture->x = get_x (fixture);
  fixture->y = get_y (fixture);
  ob_chart_data_to_page (fixture->chart, fixture->x, fixture->y, &fixture->page_x,
                         &fixture->page_y);
}

static void
redraw (Fixture *fixture)
{
  ob_test_save_picture (GTK_WIDGET (fixture->view), "frontier-view");
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ob_session_new ();
  fixture->scenario = ob_session_get_scenario (fixture->session);
  fixture->view = OB_FRONTIER_VIEW (ob_frontier_view_new ());
  fixture->chart = ob_chart_view_get_chart (OB_CHART_VIEW (fixture->view));
  fixture->window = ob_test_window_new (GTK_WIDGET (fixture->view), 640, 480);

  ob_chart_view_set_session (OB_CHART_VIEW (fixture->view), fixture->session);
  ob_test_session_wait (fixture->session);
  redraw (fixture);
  look (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ob_test_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
}

/* No undo step is left after @n are undone, and both levers are back. */
static void
assert_n_steps (Fixture *fixture, guint n, double x, double y)
{
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (can_undo (fixture));
      ob_scenario_undo (fixture->scenario);
    }

  g_assert_false (can_undo (fixture));
  g_assert_cmpfloat (get_x (fixture), ==, x);
  g_assert_cmpfloat (get_y (fixture), ==, y);
}

static void
test_new (void)
{
  GtkWidget *widget = g_object_ref_sink (ob_frontier_view_new ());
  ObFrontierView *view = OB_FRONTIER_VIEW (widget);
  g_autoptr (ObSession) session = ob_session_new ();

  g_assert_cmpint (ob_chart_view_get_kind (OB_CHART_VIEW (widget)), ==, OB_CHART_FRONTIER);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_ROLE_IMG);

  /* Without results there is nothing to take hold of. */
  g_assert_false (ob_frontier_view_press (view, 10, 10, 0));
  ob_chart_view_set_session (OB_CHART_VIEW (view), session);
  g_assert_false (ob_frontier_view_press (view, 10, 10, 0));
  ob_frontier_view_drag (view, 20, 20, 0);
  ob_frontier_view_release (view);
  g_assert_false (ob_frontier_view_cancel (view));
  ob_frontier_view_press_key (view, GDK_KEY_Right, 0);
  ob_frontier_view_release_key (view);
  g_assert_false (ob_session_get_dragging (session));

  g_assert_finalize_object (widget);
}

/* A lever that is locked stays where it is, whatever is done to the marker. */
static void
test_locked (Fixture *fixture, gconstpointer data)
{
  ob_scenario_set_locked (fixture->scenario, fixture->plane.x, TRUE);
  g_assert_true (ob_frontier_view_press (fixture->view, fixture->page_x, fixture->page_y, 0));
  ob_frontier_view_drag (fixture->view, fixture->page_x + 60, fixture->page_y + 40, 0);
  ob_frontier_view_release (fixture->view);
  g_assert_cmpfloat (get_x (fixture), ==, fixture->x);
  g_assert_cmpfloat (get_y (fixture), <, fixture->y);
}

static void
test_drag (Fixture *fixture, gconstpointer data)
{
  /* A press on the marker takes hold of it without moving it. */
  g_assert_true (
    ob_frontier_view_press (fixture->view, fixture->page_x + 3, fixture->page_y - 2, 0));
  g_assert_true (ob_session_get_dragging (fixture->session));
  g_assert_cmpfloat (get_x (fixture), ==, fixture->x);
  g_assert_cmpfloat (get_y (fixture), ==, fixture->y);

  for (guint i = 1; i <= 40; i++)
    {
      double x;
      double y;

      ob_frontier_view_drag (fixture->view, fixture->page_x + 3 + i, fixture->page_y - 2 + i,
                             GDK_ALT_MASK);
      ob_test_settle ();

      /* It keeps to the pointer, within the pixel. */
      ob_chart_data_to_page (fixture->chart, get_x (fixture), get_y (fixture), &x, &y);
      g_assert_cmpfloat_with_epsilon (x, fixture->page_x + i, 0.75);
      g_assert_cmpfloat_with_epsilon (y, fixture->page_y + i, 0.75);
    }

  g_assert_nonnull (ob_session_get_trail (fixture->session));
  redraw (fixture);
  ob_frontier_view_release (fixture->view);
  g_assert_false (ob_session_get_dragging (fixture->session));

  g_assert_cmpfloat (get_x (fixture), !=, fixture->x);
  g_assert_cmpfloat (get_y (fixture), !=, fixture->y);
  assert_n_steps (fixture, 1, fixture->x, fixture->y);
}

static void
test_click (Fixture *fixture, gconstpointer data)
{
  double x;
  double y;

  g_assert_true (ob_frontier_view_press (fixture->view, fixture->page_x - 70, fixture->page_y + 40,
                                         GDK_ALT_MASK));
  ob_frontier_view_release (fixture->view);

  ob_chart_data_to_page (fixture->chart, get_x (fixture), get_y (fixture), &x, &y);
  g_assert_cmpfloat_with_epsilon (x, fixture->page_x - 70, 0.75);
  g_assert_cmpfloat_with_epsilon (y, fixture->page_y + 40, 0.75);
  assert_n_steps (fixture, 1, fixture->x, fixture->y);

  /* The margins are no place to click; neither is the marker itself. */
  g_assert_false (ob_frontier_view_press (fixture->view, -10, -10, 0));
  g_assert_true (ob_frontier_view_press (fixture->view, fixture->page_x, fixture->page_y, 0));
  ob_frontier_view_release (fixture->view);
  g_assert_false (can_undo (fixture));
}

/* A lever dropped by an axis becomes it; one step to undo. */
static void
test_drop (Fixture *fixture, gconstpointer data)
{
  ObPlane before = fixture->plane;
  double left;
  double bottom;

  ob_chart_data_to_page (fixture->chart, before.x_min, before.y_min, &left, &bottom);
  g_assert_cmpint (ob_frontier_view_get_axis_at (fixture->view, left + 200, bottom + 10), ==,
                   OB_FRONTIER_AXIS_X);
  g_assert_cmpint (ob_frontier_view_get_axis_at (fixture->view, left + 30, bottom - 200), ==,
                   OB_FRONTIER_AXIS_Y);

  ob_frontier_view_set_drop_axis (fixture->view, OB_FRONTIER_AXIS_X);
  redraw (fixture);
  ob_frontier_view_set_drop_axis (fixture->view, OB_FRONTIER_AXIS_NONE);

  g_assert_true (
    ob_frontier_view_drop (fixture->view, OB_PARAMETER_SUBSIDY, left + 200, bottom + 10));
  g_assert_cmpuint (ob_scenario_get_plane (fixture->scenario)->x, ==, OB_PARAMETER_SUBSIDY);
  g_assert_cmpuint (ob_scenario_get_plane (fixture->scenario)->y, ==, before.y);

  /* The lever of the other axis: they change places. */
  g_assert_true (
    ob_frontier_view_drop (fixture->view, OB_PARAMETER_SUBSIDY, left + 30, bottom - 200));
  g_assert_cmpuint (ob_scenario_get_plane (fixture->scenario)->x, ==, before.y);
  g_assert_cmpuint (ob_scenario_get_plane (fixture->scenario)->y, ==, OB_PARAMETER_SUBSIDY);

  /* A switch cannot be an axis. */
  g_assert_false (
    ob_frontier_view_drop (fixture->view, OB_PARAMETER_SUNK, left + 200, bottom + 10));

  ob_scenario_undo (fixture->scenario);
  ob_scenario_undo (fixture->scenario);
  g_assert_true (ob_plane_equal (ob_scenario_get_plane (fixture->scenario), &before));
}

static void
test_escape (Fixture *fixture, gconstpointer data)
{
  g_assert_false (ob_frontier_view_press_key (fixture->view, GDK_KEY_Escape, 0));

  g_assert_true (
    ob_frontier_view_press (fixture->view, fixture->page_x - 50, fixture->page_y + 30, 0));
  ob_frontier_view_drag (fixture->view, fixture->page_x - 90, fixture->page_y + 60, 0);
  g_assert_cmpfloat (get_x (fixture), !=, fixture->x);

  g_assert_true (ob_frontier_view_press_key (fixture->view, GDK_KEY_Escape, 0));
  g_assert_false (ob_session_get_dragging (fixture->session));
  assert_n_steps (fixture, 0, fixture->x, fixture->y);

  /* What is left of the gesture does nothing. */
  ob_frontier_view_drag (fixture->view, fixture->page_x + 90, fixture->page_y + 60, 0);
  ob_frontier_view_release (fixture->view);
  assert_n_steps (fixture, 0, fixture->x, fixture->y);
}

static void
test_one_axis (Fixture *fixture, gconstpointer data)
{
  g_assert_true (ob_frontier_view_press (fixture->view, fixture->page_x, fixture->page_y, 0));

  ob_frontier_view_drag (fixture->view, fixture->page_x - 60, fixture->page_y + 20, GDK_SHIFT_MASK);
  g_assert_cmpfloat (get_x (fixture), !=, fixture->x);
  g_assert_cmpfloat (get_y (fixture), ==, fixture->y);

  ob_frontier_view_drag (fixture->view, fixture->page_x - 20, fixture->page_y + 60, GDK_SHIFT_MASK);
  g_assert_cmpfloat (get_x (fixture), ==, fixture->x);
  g_assert_cmpfloat (get_y (fixture), !=, fixture->y);

  ob_frontier_view_release (fixture->view);
  assert_n_steps (fixture, 1, fixture->x, fixture->y);
}

/* Near the curve the marker is on it, to break even exactly. */
static void
test_snap (Fixture *fixture, gconstpointer data)
{
  const ObFrontier *frontier = ob_session_get_results (fixture->session)->frontier;
  const ObCurve *curve;
  ObPoint point;
  double page_x;
  double page_y;
  ObRun *run;

  g_assert_cmpuint (frontier->n_curves, >, 0);
  curve = &frontier->curves[0];
  point = curve->points[curve->n_points / 2];
  ob_chart_data_to_page (fixture->chart, point.x, point.y, &page_x, &page_y);

  g_assert_true (ob_frontier_view_press (fixture->view, page_x + 2, page_y + 2, 0));
  ob_test_session_wait (fixture->session);
  run = &ob_session_get_results (fixture->session)->run;
  g_assert_cmpfloat (fabs (run->metric[OB_METRIC_NPV]), <, 2e-3 * run->metric[OB_METRIC_PV_CAPEX]);

  /* With Alt it goes where it is told. */
  ob_frontier_view_drag (fixture->view, page_x + 2, page_y + 2, GDK_ALT_MASK);
  {
    double x;
    double y;

    ob_chart_data_to_page (fixture->chart, get_x (fixture), get_y (fixture), &x, &y);
    g_assert_cmpfloat_with_epsilon (x, page_x + 2, 0.75);
    g_assert_cmpfloat_with_epsilon (y, page_y + 2, 0.75);
  }

  ob_frontier_view_release (fixture->view);
  assert_n_steps (fixture, 1, fixture->x, fixture->y);
}

/* Dragged out of the plot, it stops at the ends of the ranges. */
static void
test_clamp (Fixture *fixture, gconstpointer data)
{
  const ObParameterInfo *x_info = ob_parameter_get_info (fixture->plane.x);
  const ObParameterInfo *y_info = ob_parameter_get_info (fixture->plane.y);

  g_assert_true (ob_frontier_view_press (fixture->view, fixture->page_x, fixture->page_y, 0));

  ob_frontier_view_drag (fixture->view, 1e6, 1e6, GDK_ALT_MASK);
  g_assert_cmpfloat (get_x (fixture), ==, x_info->maximum);
  g_assert_cmpfloat (get_y (fixture), ==, y_info->minimum);

  ob_frontier_view_drag (fixture->view, -1e6, -1e6, GDK_ALT_MASK);
  g_assert_cmpfloat (get_x (fixture), ==, x_info->minimum);
  g_assert_cmpfloat (get_y (fixture), ==, y_info->maximum);

  ob_frontier_view_release (fixture->view);
  assert_n_steps (fixture, 1, fixture->x, fixture->y);
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  const ObParameterInfo *x_info = ob_parameter_get_info (fixture->plane.x);
  const ObParameterInfo *y_info = ob_parameter_get_info (fixture->plane.y);

  /* Held down, a key is one step to undo. */
  for (guint i = 0; i < 5; i++)
    g_assert_true (ob_frontier_view_press_key (fixture->view, GDK_KEY_Left, 0));
  g_assert_cmpfloat_with_epsilon (get_x (fixture), fixture->x - 5 * x_info->step, 1e-9);
  g_assert_cmpfloat (get_y (fixture), ==, fixture->y);
  ob_frontier_view_release_key (fixture->view);

  g_assert_true (ob_frontier_view_press_key (fixture->view, GDK_KEY_Up, GDK_SHIFT_MASK));
  g_assert_cmpfloat_with_epsilon (get_y (fixture), fixture->y + 10 * y_info->step, 1e-9);
  ob_frontier_view_release_key (fixture->view);
  g_assert_true (ob_frontier_view_press_key (fixture->view, GDK_KEY_KP_Down, 0));
  g_assert_cmpfloat_with_epsilon (get_y (fixture), fixture->y + 9 * y_info->step, 1e-9);
  ob_frontier_view_release_key (fixture->view);
  g_assert_true (ob_frontier_view_press_key (fixture->view, GDK_KEY_Right, 0));
  ob_frontier_view_release_key (fixture->view);
  g_assert_cmpfloat_with_epsilon (get_x (fixture), fixture->x - 4 * x_info->step, 1e-9);

  assert_n_steps (fixture, 4, fixture->x, fixture->y);

  /* At the end of the range it stops, and an edit that changes nothing is none. */
  for (guint i = 0; i < 200; i++)
    g_assert_true (ob_frontier_view_press_key (fixture->view, GDK_KEY_Right, GDK_SHIFT_MASK));
  ob_frontier_view_release_key (fixture->view);
  g_assert_cmpfloat (get_x (fixture), ==, x_info->maximum);
  g_assert_true (ob_frontier_view_press_key (fixture->view, GDK_KEY_Right, 0));
  ob_frontier_view_release_key (fixture->view);
  assert_n_steps (fixture, 1, fixture->x, fixture->y);

  /* Shortcuts of the window pass by. */
  g_assert_false (ob_frontier_view_press_key (fixture->view, GDK_KEY_Left, GDK_ALT_MASK));
  g_assert_false (ob_frontier_view_press_key (fixture->view, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_false (ob_frontier_view_press_key (fixture->view, GDK_KEY_Tab, 0));
}

/* Escape takes back what a held key did. */
static void
test_escape_keys (Fixture *fixture, gconstpointer data)
{
  ob_frontier_view_press_key (fixture->view, GDK_KEY_Left, GDK_SHIFT_MASK);
  g_assert_cmpfloat (get_x (fixture), !=, fixture->x);
  g_assert_true (ob_frontier_view_press_key (fixture->view, GDK_KEY_Escape, 0));
  ob_frontier_view_release_key (fixture->view);
  assert_n_steps (fixture, 0, fixture->x, fixture->y);
}

/* Values are as short as a pixel allows: no 771.348203. */
static void
test_short_values (Fixture *fixture, gconstpointer data)
{
  g_assert_true (ob_frontier_view_press (fixture->view, fixture->page_x - 33.3,
                                         fixture->page_y + 41.7, GDK_ALT_MASK));
  ob_frontier_view_release (fixture->view);

  g_assert_cmpfloat_with_epsilon (get_x (fixture), round (get_x (fixture) * 100) / 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_y (fixture), round (get_y (fixture) * 1e4) / 1e4, 1e-9);
}

static void
test_other_axes (Fixture *fixture, gconstpointer data)
{
  ObPlane plane;

  /* A logarithmic one, and one that starts below zero. */
  ob_plane_init (&plane, OB_PARAMETER_SUBSIDY_HALF_LIFE, OB_PARAMETER_RUNUP_NOW);
  g_assert_true (ob_scenario_set_plane (fixture->scenario, &plane, NULL));
  ob_test_session_wait (fixture->session);
  redraw (fixture);
  look (fixture);

  g_assert_true (ob_frontier_view_press (fixture->view, fixture->page_x, fixture->page_y, 0));
  ob_frontier_view_drag (fixture->view, fixture->page_x - 80, fixture->page_y + 50, GDK_ALT_MASK);
  g_assert_cmpfloat (get_x (fixture), <, fixture->x);
  g_assert_cmpfloat (get_y (fixture), <, fixture->y);

  /* While it is dragged, the axes stay those that were taken hold of. */
  ob_plane_init (&plane, OB_PARAMETER_WACC, OB_PARAMETER_TAX);
  {
    double x = get_x (fixture);
    double y = get_y (fixture);
    double tax = ob_scenario_get_value (fixture->scenario, OB_PARAMETER_TAX);

    g_assert_true (ob_scenario_set_plane (fixture->scenario, &plane, NULL));
    ob_test_session_wait (fixture->session);
    ob_frontier_view_drag (fixture->view, fixture->page_x - 10, fixture->page_y + 10, GDK_ALT_MASK);
    ob_frontier_view_release (fixture->view);
    g_assert_cmpfloat (get_x (fixture), ==, x);
    g_assert_cmpfloat (get_y (fixture), ==, y);
    g_assert_cmpfloat (ob_scenario_get_value (fixture->scenario, OB_PARAMETER_TAX), ==, tax);
  }
}

/* How many labels of a band the view shows; its chart is laid out by drawing it. */
static guint
count_band_labels (Fixture *fixture)
{
  const GArray *boxes = ob_chart_get_label_boxes (fixture->chart);
  guint n = 0;

  for (guint i = 0; i < boxes->len; i++)
    n += strstr (g_array_index (boxes, ObLabelBox, i).text, "\302\240% pay back") != NULL;

  return n;
}

static gboolean
shows_band (gpointer data)
{
  return count_band_labels (data) > 0;
}

typedef struct
{
  ObSession *session;
  ObOddsMap *before;
} Wait;

static gboolean
has_moved (gpointer data)
{
  const Wait *wait = data;

  return ob_session_get_results (wait->session)->odds != wait->before;
}

/* With a range there is a band, which follows while a slider is held. */
static void
test_band (Fixture *fixture, gconstpointer data)
{
  ObUncertainty uncertainty = *ob_scenario_get_uncertainty (fixture->scenario);
  g_autoptr (ObOddsMap) before = NULL;
  Wait wait = { .session = fixture->session };

  g_assert_cmpuint (count_band_labels (fixture), ==, 0);
  uncertainty.distributions[OB_PARAMETER_WACC] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0.06, NAN, 0.14 };
  g_assert_true (ob_scenario_set_uncertainty (fixture->scenario, &uncertainty, "Ranges", NULL));
  ob_test_wait (shows_band, fixture);
  ob_test_session_wait (fixture->session);

  ob_session_begin_drag (fixture->session);
  for (guint i = 0; i < 3; i++)
    {
      g_clear_pointer (&before, ob_odds_map_unref);
      wait.before = before = ob_odds_map_ref (ob_session_get_results (fixture->session)->odds);
      g_assert_true (ob_scenario_set_value (
        fixture->scenario, OB_PARAMETER_OPEX,
        0.01 + ob_scenario_get_value (fixture->scenario, OB_PARAMETER_OPEX), NULL));
      ob_test_wait (has_moved, &wait);
      g_assert_true (ob_session_get_dragging (fixture->session));
    }
  ob_session_end_drag (fixture->session);
  ob_test_wait (shows_band, fixture);
}

/* A drag that never gets its release: the document or the view goes. */
static void
test_torn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) before = g_object_ref (fixture->scenario);
  g_autoptr (ObScenario) scenario = ob_scenario_new ();

  g_assert_true (ob_frontier_view_press (fixture->view, fixture->page_x - 50, fixture->page_y + 50,
                                         GDK_ALT_MASK));
  ob_session_set_scenario (fixture->session, scenario);
  ob_frontier_view_drag (fixture->view, fixture->page_x + 10, fixture->page_y, 0);
  ob_frontier_view_release (fixture->view);

  fixture->scenario = scenario;
  assert_n_steps (fixture, 0, fixture->x, fixture->y);

  ob_test_session_wait (fixture->session);
  g_assert_true (ob_frontier_view_press (fixture->view, fixture->page_x - 50, fixture->page_y + 50,
                                         GDK_ALT_MASK));
  gtk_widget_set_visible (GTK_WIDGET (fixture->view), FALSE);
  g_assert_false (ob_session_get_dragging (fixture->session));
  assert_n_steps (fixture, 1, fixture->x, fixture->y);

  fixture->scenario = NULL;
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/frontier-view/new", test_new);
  ADD ("/frontier-view/drag", test_drag);
  ADD ("/frontier-view/band", test_band);
  ADD ("/frontier-view/locked", test_locked);
  ADD ("/frontier-view/click", test_click);
  ADD ("/frontier-view/drop", test_drop);
  ADD ("/frontier-view/escape", test_escape);
  ADD ("/frontier-view/one-axis", test_one_axis);
  ADD ("/frontier-view/snap", test_snap);
  ADD ("/frontier-view/clamp", test_clamp);
  ADD ("/frontier-view/keys", test_keys);
  ADD ("/frontier-view/escape-keys", test_escape_keys);
  ADD ("/frontier-view/short-values", test_short_values);
  ADD ("/frontier-view/other-axes", test_other_axes);
  ADD ("/frontier-view/torn", test_torn);

  return g_test_run ();
}
