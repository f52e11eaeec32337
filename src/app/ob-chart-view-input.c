/* ob-chart-view-input.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-view-private.h"

#include <math.h>

#define QUARTERS_PER_YEAR 4
/* What Page Up and Page Down move on bars of years. */
#define YEARS_PER_PAGE 5
/* How near the selected quarter a press takes hold of it, px. */
#define GRIP 6.
/* A shorter drag is a click, px. */
#define CLICK 5.
/* What is shown after a step of zooming in, of before. */
#define ZOOM_STEP (2. / 3.)

/* What a press has begun. */
typedef enum
{
  DRAG_NONE,
  DRAG_QUARTER,
  DRAG_RANGE
} Drag;

static GQuark drag_quark;

static Drag
get_drag (ObChartView *self)
{
  return GPOINTER_TO_INT (g_object_get_qdata (G_OBJECT (self), drag_quark));
}

static void
set_drag (ObChartView *self, Drag drag)
{
  g_object_set_qdata (G_OBJECT (self), drag_quark, GINT_TO_POINTER (drag));
}

static gboolean
is_over_time (ObChartView *self)
{
  return ob_chart_kind_is_over_time (ob_chart_view_get_kind (self));
}

static void
set_hover (ObChartView *self, double x, double y)
{
  ob_chart_set_hover (ob_chart_view_get_chart (self), x, y);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (ObChartView *self, double x, double y)
{
  /* The map says at its marker and its axes what a drag comes to; a card would hide it. */
  if (ob_chart_view_get_kind (self) == OB_CHART_FRONTIER && ob_chart_view_get_session (self) != NULL
      && ob_session_get_dragging (ob_chart_view_get_session (self)))
    set_hover (self, -1, -1);
  else
    set_hover (self, x, y);
}

static void
leave_cb (ObChartView *self)
{
  set_hover (self, -1, -1);
}

/* The place in quarters; FALSE if there is none. */
static gboolean
get_place (ObChartView *self, double x, double y, gboolean only_inside, double *quarter)
{
  ObSession *session = ob_chart_view_get_session (self);
  gboolean inside;
  double value;

  if (!ob_chart_kind_counts_quarters (ob_chart_view_get_kind (self)) || session == NULL
      || ob_session_get_results (session) == NULL)
    return FALSE;

  inside = ob_chart_page_to_data (ob_chart_view_get_chart (self), x, y, quarter, &value);

  return (inside || !only_inside) && isfinite (*quarter);
}

gboolean
ob_chart_view_select_at (ObChartView *self, double x, double y, gboolean only_inside)
{
  double quarter;

  if (!get_place (self, x, y, only_inside, &quarter))
    return FALSE;

  ob_session_set_quarter (ob_chart_view_get_session (self),
                          (guint) CLAMP (floor (quarter), 0, OB_N_QUARTERS - 1));
  return TRUE;
}

gboolean
ob_chart_view_zoom_to (ObChartView *self, double x0, double x1)
{
  double from;
  double to;
  double y = gtk_widget_get_height (GTK_WIDGET (self)) / 2.;

  if (!is_over_time (self) || fabs (x1 - x0) < CLICK
      || !get_place (self, MIN (x0, x1), y, FALSE, &from)
      || !get_place (self, MAX (x0, x1), y, FALSE, &to) || to <= from)
    return FALSE;

  /* Whole quarters, so that none is shown by half. */
  ob_session_set_range (ob_chart_view_get_session (self), floor (from), ceil (to));

  return TRUE;
}

gboolean
ob_chart_view_zoom_by (ObChartView *self, double factor, double centre)
{
  ObSession *session = ob_chart_view_get_session (self);
  double from;
  double to;

  if (session == NULL || !is_over_time (self)
      || !ob_chart_get_range (ob_chart_view_get_chart (self), &from, &to))
    return FALSE;

  centre = CLAMP (centre, from, to);
  from = centre - (centre - from) * factor;
  to = centre + (to - centre) * factor;
  ob_session_set_range (session, round (from), round (to));

  return TRUE;
}

static gboolean
reset_zoom (ObChartView *self)
{
  ObSession *session = ob_chart_view_get_session (self);
  double from;
  double to;

  if (session == NULL || !ob_session_get_range (session, &from, &to))
    return FALSE;

  ob_session_set_range (session, 0, 0);

  return TRUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ObChartView *self)
{
  ObChart *chart = ob_chart_view_get_chart (self);
  double quarter;
  double page_x;
  double page_y;

  if (!get_place (self, x, y, TRUE, &quarter))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  /* Ours from the press on: a pane around us must not take it for a swipe. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  /* Where no part can be shown, a drag moves the quarter from the press on. */
  if (!is_over_time (self))
    {
      set_drag (self, DRAG_QUARTER);
      ob_chart_view_select_at (self, x, y, TRUE);
      return;
    }

  quarter = ob_session_get_quarter (ob_chart_view_get_session (self)) + 0.5;
  ob_chart_data_to_page (chart, quarter, 0, &page_x, &page_y);
  set_drag (self, fabs (page_x - x) <= GRIP ? DRAG_QUARTER : DRAG_RANGE);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ObChartView *self)
{
  double from;
  double to;
  double x;
  double y;

  if (get_drag (self) == DRAG_NONE || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;

  if (get_drag (self) == DRAG_QUARTER)
    ob_chart_view_select_at (self, x + dx, y + dy, FALSE);
  else if (fabs (dx) >= CLICK && get_place (self, MIN (x, x + dx), y, FALSE, &from)
           && get_place (self, MAX (x, x + dx), y, FALSE, &to))
    ob_chart_set_selection (ob_chart_view_get_chart (self), floor (from), ceil (to));
  else
    ob_chart_set_selection (ob_chart_view_get_chart (self), 0, 0);
  set_hover (self, x + dx, y + dy);
}

static void
stop_drag (ObChartView *self)
{
  set_drag (self, DRAG_NONE);
  ob_chart_set_selection (ob_chart_view_get_chart (self), 0, 0);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, ObChartView *self)
{
  gboolean ranging = get_drag (self) == DRAG_RANGE;
  double x;
  double y;

  stop_drag (self);
  if (ranging && gtk_gesture_drag_get_start_point (gesture, &x, &y)
      && !ob_chart_view_zoom_to (self, x, x + dx))
    ob_chart_view_select_at (self, x, y, FALSE);
}

static void
cancel_cb (ObChartView *self)
{
  stop_drag (self);
}

gboolean
ob_chart_view_show_lever (ObChartView *self, int item)
{
  ObParameter lever;

  if (!ob_chart_get_item_lever (ob_chart_view_get_chart (self), item, &lever))
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-lever", "s",
                              ob_parameter_get_id (lever));
  return TRUE;
}

static void
pressed_cb (ObChartView *self, int n_press, double x, double y)
{
  if (n_press == 2)
    reset_zoom (self);
}

static void
released_cb (ObChartView *self, int n_press, double x, double y)
{
  if (n_press == 1)
    ob_chart_view_show_lever (self, ob_chart_get_item_at (ob_chart_view_get_chart (self), x, y));
}

/* Only with Ctrl: without it the wheel moves the page. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, ObChartView *self)
{
  GtkEventController *base = GTK_EVENT_CONTROLLER (controller);
  GdkEvent *event = gtk_event_controller_get_current_event (base);
  double from;
  double to;
  double x;
  double y;
  double centre;

  if (!(gtk_event_controller_get_current_event_state (base) & GDK_CONTROL_MASK) || dy == 0
      || !ob_chart_get_range (ob_chart_view_get_chart (self), &from, &to))
    return GDK_EVENT_PROPAGATE;

  centre = (from + to) / 2;
  if (event != NULL && gdk_event_get_position (event, &x, &y))
    {
      GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
      double surface_x;
      double surface_y;

      gtk_native_get_surface_transform (native, &surface_x, &surface_y);
      gtk_widget_translate_coordinates (GTK_WIDGET (native), GTK_WIDGET (self), x - surface_x,
                                        y - surface_y, &x, &y);
      get_place (self, x, y, FALSE, &centre);
    }

  return ob_chart_view_zoom_by (self, pow (ZOOM_STEP, -dy), centre);
}

/* The card of the selected quarter, and the quarter itself when it is outside of
 * what is shown. */
static void
show_quarter (ObChartView *self)
{
  ObSession *session = ob_chart_view_get_session (self);
  ObChart *chart = ob_chart_view_get_chart (self);
  double quarter = ob_session_get_quarter (session);
  double from;
  double to;
  double x;
  double y;

  if (!is_over_time (self))
    return;

  if (ob_session_get_range (session, &from, &to) && (quarter < from || quarter + 1 > to))
    {
      double width = to - from;

      from = quarter < from ? quarter : quarter + 1 - width;
      ob_session_set_range (session, from, from + width);
      set_hover (self, -1, -1);
      return;
    }

  ob_chart_data_to_page (chart, quarter + 0.5, 0, &x, &y);
  if (ob_chart_get_range (chart, &from, &to))
    set_hover (self, x, gtk_widget_get_height (GTK_WIDGET (self)) * 0.4);
}

static gboolean
press_zoom_key (ObChartView *self, guint keyval)
{
  double centre = ob_session_get_quarter (ob_chart_view_get_session (self)) + 0.5;

  switch (keyval)
    {
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return ob_chart_view_zoom_by (self, ZOOM_STEP, centre);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return ob_chart_view_zoom_by (self, 1 / ZOOM_STEP, centre);
    case GDK_KEY_0:
    case GDK_KEY_KP_0:
    case GDK_KEY_Escape:
      return reset_zoom (self);
    default:
      return FALSE;
    }
}

/* Shows the item, or none at -1, and says what it is. */
static void
set_item (ObChartView *self, int item)
{
  ob_chart_set_item (ob_chart_view_get_chart (self), item);
  ob_chart_view_queue_describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Moves on among what can be picked on a chart, and through none of it. */
static gboolean
pick_item (ObChartView *self, int step)
{
  ObChart *chart = ob_chart_view_get_chart (self);
  int n = (int) ob_chart_get_n_items (chart);

  if (n == 0)
    return FALSE;

  set_item (self, (ob_chart_get_item (chart) + 1 + step + n + 1) % (n + 1) - 1);
  return TRUE;
}

static gboolean
press_other_key (ObChartView *self, guint keyval)
{
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return pick_item (self, -1);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return pick_item (self, 1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      return ob_chart_view_show_lever (self, ob_chart_get_item (ob_chart_view_get_chart (self)));
    case GDK_KEY_Escape:
      if (ob_chart_get_item (ob_chart_view_get_chart (self)) < 0)
        break;
      set_item (self, -1);
      return TRUE;
    default:
      break;
    }

  return is_over_time (self) && press_zoom_key (self, keyval);
}

/* Bars of years, one of which is that of the selected quarter: arrows go from bar to bar,
 * whose card is shown, and take the quarter with them. */
static gboolean
press_year_key (ObChartView *self, guint keyval)
{
  ObSession *session = ob_chart_view_get_session (self);
  const int n = (int) ob_chart_get_n_items (ob_chart_view_get_chart (self));
  int year = MIN ((int) ob_session_get_quarter (session) / QUARTERS_PER_YEAR, n - 1);
  int step = ob_chart_get_item (ob_chart_view_get_chart (self)) < 0 ? 0 : 1;

  if (n == 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      year -= step;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      year += step;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      year -= YEARS_PER_PAGE;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      year += YEARS_PER_PAGE;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      year = 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      year = n - 1;
      break;
    default:
      return press_other_key (self, keyval);
    }

  year = CLAMP (year, 0, n - 1);
  if (year != (int) ob_session_get_quarter (session) / QUARTERS_PER_YEAR)
    ob_session_set_quarter (session, (guint) (year * QUARTERS_PER_YEAR));
  set_item (self, year);

  return TRUE;
}

gboolean
ob_chart_view_press_key (ObChartView *self, guint keyval)
{
  ObSession *session = ob_chart_view_get_session (self);
  int quarter;

  if (session == NULL)
    return FALSE;
  if (!ob_chart_kind_follows_quarter (ob_chart_view_get_kind (self)))
    return press_other_key (self, keyval);
  if (ob_chart_view_get_kind (self) == OB_CHART_VINTAGES)
    return press_year_key (self, keyval);

  quarter = (int) ob_session_get_quarter (session);

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      quarter--;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      quarter++;
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      quarter -= QUARTERS_PER_YEAR;
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      quarter += QUARTERS_PER_YEAR;
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      quarter = 0;
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      quarter = OB_N_QUARTERS - 1;
      break;
    default:
      return press_other_key (self, keyval);
    }

  ob_session_set_quarter (session, (guint) CLAMP (quarter, 0, OB_N_QUARTERS - 1));
  show_quarter (self);

  return TRUE;
}

static gboolean
key_pressed_cb (ObChartView *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;

  return ob_chart_view_press_key (self, keyval);
}

static void
zoom_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  ObChartView *self = OB_CHART_VIEW (widget);

  if (ob_chart_view_get_session (self) == NULL)
    return;

  if (g_str_equal (action_name, "chart.zoom-in"))
    press_zoom_key (self, GDK_KEY_plus);
  else if (g_str_equal (action_name, "chart.zoom-out"))
    press_zoom_key (self, GDK_KEY_minus);
  else
    reset_zoom (self);
}

void
ob_chart_view_class_init_input (GtkWidgetClass *widget_class)
{
  drag_quark = g_quark_from_static_string ("ob-chart-view-drag");

  gtk_widget_class_install_action (widget_class, "chart.zoom-in", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-out", NULL, zoom_action);
  gtk_widget_class_install_action (widget_class, "chart.zoom-reset", NULL, zoom_action);
}

void
ob_chart_view_init_input (ObChartView *self)
{
  GtkEventController *controller;

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_drag_new ());
  g_signal_connect (controller, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (controller, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (controller, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (controller, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  g_signal_connect_swapped (controller, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (controller, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  g_signal_connect (controller, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_key_new ();
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
