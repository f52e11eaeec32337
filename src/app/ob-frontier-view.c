/* ob-frontier-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-view-private.h"

#include <math.h>

/* How near the curve attracts, px. */
#define SNAP_RADIUS 6.0
/* How near a press takes hold of the marker instead of moving it there, px. */
#define GRAB_RADIUS 12.0
/* Steps of an arrow key with Shift. */
#define BIG_STEPS 10.0

typedef enum
{
  DRAG_NONE,
  DRAG_POINTER,
  DRAG_KEYS
} Drag;

struct _ObFrontierView
{
  ObChartView parent_instance;

  GtkGesture *gesture;
  Drag drag;
  /* The session whose drag is open, so that it is ended on the same one. */
  ObSession *drag_session;
  /* The axes when the drag began. */
  ObPlane plane;
  /* Where the marker was then, in values and on the widget. */
  double x_before;
  double y_before;
  double page_x_before;
  double page_y_before;
  /* From the pointer to the marker. */
  double offset_x;
  double offset_y;

  ObFrontierAxis drop_axis;
};

G_DEFINE_FINAL_TYPE (ObFrontierView, ob_frontier_view, OB_TYPE_CHART_VIEW)

static ObChart *
get_chart (ObFrontierView *self)
{
  return ob_chart_view_get_chart (OB_CHART_VIEW (self));
}

/* The plane on the screen, which may lag behind the scenario's; NULL if there
 * is none. */
static const ObPlane *
get_plane (ObFrontierView *self)
{
  ObSession *session = ob_chart_view_get_session (OB_CHART_VIEW (self));
  ObResults *results = session != NULL ? ob_session_get_results (session) : NULL;

  return results != NULL && results->map != NULL ? &results->map->plane : NULL;
}

/* Without the noise of sums like 0.4 + 0.01 in the last digits. */
static double
tidy (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.12g", value), NULL);
}

/* @value as short as a pixel, worth @pixel, allows, and within the range. */
static double
fit (ObParameter parameter, double value, double pixel)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);

  if (info->unit == OB_UNIT_SWITCH)
    return value < 0.5 ? 0 : 1;

  if (pixel > 0 && isfinite (pixel))
    {
      double quantum = pow (10, floor (log10 (pixel)));

      value = tidy (round (value / quantum) * quantum);
    }

  return CLAMP (value, info->minimum, info->maximum);
}

static void
begin (ObFrontierView *self, Drag drag)
{
  g_assert (self->drag == DRAG_NONE);

  self->drag_session = g_object_ref (ob_chart_view_get_session (OB_CHART_VIEW (self)));
  self->drag = drag;
  ob_session_begin_drag (self->drag_session);
}

static void
end (ObFrontierView *self, gboolean cancel)
{
  g_autoptr (ObSession) session = g_steal_pointer (&self->drag_session);

  g_assert (self->drag != DRAG_NONE);

  self->drag = DRAG_NONE;

  if (cancel)
    ob_session_cancel_drag (session);
  else
    ob_session_end_drag (session);
}

/* An open drag belongs to one session and document; it ends when either goes. */
static gboolean
drag_is_open (ObFrontierView *self)
{
  return self->drag != DRAG_NONE && ob_session_get_dragging (self->drag_session);
}

/* A lever that is locked stays. */
static void
set_lever (ObScenario *scenario, ObParameter lever, double value)
{
  g_autoptr (GError) error = NULL;

  if (value == ob_scenario_get_value (scenario, lever) || ob_scenario_get_locked (scenario, lever))
    return;

  /* It is within its range, so a refusal would be a fault of ours. */
  if (!ob_scenario_set_value (scenario, lever, value, &error))
    g_warning ("%s", error->message);
}

static void
set_levers (ObFrontierView *self, double x, double y)
{
  ObScenario *scenario = ob_session_get_scenario (self->drag_session);

  set_lever (scenario, self->plane.x, x);
  set_lever (scenario, self->plane.y, y);
}

/* Along one lever the nearest place of the curve is not where the marker can go. */
static gboolean
has_locked_axis (ObFrontierView *self)
{
  ObScenario *scenario = ob_session_get_scenario (self->drag_session);

  return ob_scenario_get_locked (scenario, self->plane.x)
         || ob_scenario_get_locked (scenario, self->plane.y);
}

/* Brings the marker to a place of the widget. */
static void
move_to (ObFrontierView *self, double page_x, double page_y, GdkModifierType state)
{
  ObChart *chart = get_chart (self);
  double near_x;
  double near_y;
  double x;
  double y;
  gboolean one_axis = (state & GDK_SHIFT_MASK) != 0;

  if (!one_axis && !(state & GDK_ALT_MASK) && !has_locked_axis (self)
      && ob_chart_snap (chart, page_x, page_y, SNAP_RADIUS, &x, &y))
    {
      /* Exactly the curve's: rounding would leave it. */
      set_levers (self, fit (self->plane.x, x, 0), fit (self->plane.y, y, 0));
      return;
    }

  ob_chart_page_to_data (chart, page_x, page_y, &x, &y);
  ob_chart_page_to_data (chart, page_x + 1, page_y + 1, &near_x, &near_y);
  if (near_x == x || near_y == y)
    ob_chart_page_to_data (chart, page_x - 1, page_y - 1, &near_x, &near_y);

  x = fit (self->plane.x, x, fabs (near_x - x));
  y = fit (self->plane.y, y, fabs (near_y - y));

  if (one_axis)
    {
      if (fabs (page_x - self->page_x_before) >= fabs (page_y - self->page_y_before))
        y = self->y_before;
      else
        x = self->x_before;
    }

  set_levers (self, x, y);
}

static void
remember_place (ObFrontierView *self)
{
  ObScenario *scenario = ob_session_get_scenario (ob_chart_view_get_session (OB_CHART_VIEW (self)));

  self->plane = *get_plane (self);
  self->x_before = ob_scenario_get_value (scenario, self->plane.x);
  self->y_before = ob_scenario_get_value (scenario, self->plane.y);
  ob_chart_data_to_page (get_chart (self), self->x_before, self->y_before, &self->page_x_before,
                         &self->page_y_before);
}

gboolean
ob_frontier_view_press (ObFrontierView *self, double x, double y, GdkModifierType state)
{
  double data_x;
  double data_y;

  g_return_val_if_fail (OB_IS_FRONTIER_VIEW (self), FALSE);

  if (self->drag != DRAG_NONE)
    end (self, FALSE);

  if (get_plane (self) == NULL || !ob_chart_page_to_data (get_chart (self), x, y, &data_x, &data_y))
    return FALSE;

  remember_place (self);
  begin (self, DRAG_POINTER);

  ob_chart_set_hover (get_chart (self), -1, -1);
  self->offset_x = self->page_x_before - x;
  self->offset_y = self->page_y_before - y;

  if (hypot (self->offset_x, self->offset_y) > GRAB_RADIUS)
    {
      self->offset_x = 0;
      self->offset_y = 0;
      move_to (self, x, y, state);
    }

  return TRUE;
}

void
ob_frontier_view_drag (ObFrontierView *self, double x, double y, GdkModifierType state)
{
  g_return_if_fail (OB_IS_FRONTIER_VIEW (self));

  if (self->drag != DRAG_POINTER || !drag_is_open (self))
    return;

  /* Axes that changed meanwhile are not those that were taken hold of. */
  if (get_plane (self) == NULL || !ob_plane_equal (get_plane (self), &self->plane))
    return;

  move_to (self, x + self->offset_x, y + self->offset_y, state);
}

void
ob_frontier_view_release (ObFrontierView *self)
{
  g_return_if_fail (OB_IS_FRONTIER_VIEW (self));

  if (self->drag == DRAG_POINTER)
    end (self, FALSE);
}

gboolean
ob_frontier_view_cancel (ObFrontierView *self)
{
  g_return_val_if_fail (OB_IS_FRONTIER_VIEW (self), FALSE);

  if (self->drag == DRAG_NONE)
    return FALSE;

  end (self, TRUE);

  return TRUE;
}

gboolean
ob_frontier_view_press_key (ObFrontierView *self, guint keyval, GdkModifierType state)
{
  ObScenario *scenario;
  const ObParameterInfo *info;
  ObParameter parameter;
  double steps = (state & GDK_SHIFT_MASK) ? BIG_STEPS : 1;
  double value;
  gboolean across = FALSE;

  g_return_val_if_fail (OB_IS_FRONTIER_VIEW (self), FALSE);

  if (keyval == GDK_KEY_Escape)
    return ob_frontier_view_cancel (self);

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      across = TRUE;
      steps = -steps;
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      across = TRUE;
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      steps = -steps;
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      break;
    default:
      return FALSE;
    }

  if (get_plane (self) == NULL || self->drag == DRAG_POINTER)
    return TRUE;

  /* While a key is held down, its repeats are one step to undo. */
  if (self->drag == DRAG_KEYS && !drag_is_open (self))
    end (self, FALSE);
  if (self->drag == DRAG_NONE)
    {
      remember_place (self);
      begin (self, DRAG_KEYS);
    }

  scenario = ob_session_get_scenario (self->drag_session);
  parameter = across ? self->plane.x : self->plane.y;
  info = ob_parameter_get_info (parameter);
  value = tidy (ob_scenario_get_value (scenario, parameter) + steps * info->step);
  value = fit (parameter, value, 0);

  set_levers (self, across ? value : ob_scenario_get_value (scenario, self->plane.x),
              across ? ob_scenario_get_value (scenario, self->plane.y) : value);

  return TRUE;
}

void
ob_frontier_view_release_key (ObFrontierView *self)
{
  g_return_if_fail (OB_IS_FRONTIER_VIEW (self));

  if (self->drag == DRAG_KEYS)
    end (self, FALSE);
}

static void
update_cursor (ObFrontierView *self, double x, double y)
{
  double data_x;
  double data_y;
  const char *name = NULL;

  if (self->drag == DRAG_POINTER)
    name = "grabbing";
  else if (get_plane (self) != NULL
           && ob_chart_page_to_data (get_chart (self), x, y, &data_x, &data_y))
    name = "crosshair";

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), name);
}

static void
motion_cb (ObFrontierView *self, double x, double y)
{
  update_cursor (self, x, y);
}

static GdkModifierType
get_state (gpointer controller)
{
  return gtk_event_controller_get_current_event_state (controller);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, ObFrontierView *self)
{
  if (!ob_frontier_view_press (self, x, y, get_state (gesture)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  /* Ours from the press on: a pane around us must not take it for a swipe. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  /* For Escape. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
  update_cursor (self, x, y);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, ObFrontierView *self)
{
  double x;
  double y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    ob_frontier_view_drag (self, x + dx, y + dy, get_state (gesture));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, ObFrontierView *self)
{
  double x;
  double y;

  ob_frontier_view_release (self);

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    update_cursor (self, x + dx, y + dy);
}

static void
gesture_cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, ObFrontierView *self)
{
  if (self->drag == DRAG_POINTER)
    ob_frontier_view_cancel (self);
}

static gboolean
key_pressed_cb (ObFrontierView *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean dragging = self->drag == DRAG_POINTER;

  if (!ob_frontier_view_press_key (self, keyval, state))
    return GDK_EVENT_PROPAGATE;

  /* What is left of the drag does nothing more until the button is released. */
  if (dragging && self->drag == DRAG_NONE)
    gtk_gesture_set_state (self->gesture, GTK_EVENT_SEQUENCE_DENIED);

  return GDK_EVENT_STOP;
}

static void
key_released_cb (ObFrontierView *self)
{
  ob_frontier_view_release_key (self);
}

static void
focus_leave_cb (ObFrontierView *self)
{
  ob_frontier_view_release_key (self);
}

void
ob_frontier_view_set_drop_axis (ObFrontierView *self, ObFrontierAxis axis)
{
  g_return_if_fail (OB_IS_FRONTIER_VIEW (self));

  if (self->drop_axis == axis)
    return;

  self->drop_axis = axis;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ob_frontier_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ObFrontierView *self = OB_FRONTIER_VIEW (widget);

  GTK_WIDGET_CLASS (ob_frontier_view_parent_class)->snapshot (widget, snapshot);
  ob_frontier_view_snapshot_axis (self, snapshot, self->drop_axis);
}

static void
ob_frontier_view_unmap (GtkWidget *widget)
{
  ObFrontierView *self = OB_FRONTIER_VIEW (widget);

  /* No release will come any more. */
  if (self->drag != DRAG_NONE)
    end (self, FALSE);

  GTK_WIDGET_CLASS (ob_frontier_view_parent_class)->unmap (widget);
}

static void
ob_frontier_view_dispose (GObject *object)
{
  ObFrontierView *self = OB_FRONTIER_VIEW (object);

  if (self->drag != DRAG_NONE)
    end (self, FALSE);

  G_OBJECT_CLASS (ob_frontier_view_parent_class)->dispose (object);
}

static void
ob_frontier_view_class_init (ObFrontierViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ob_frontier_view_dispose;
  widget_class->snapshot = ob_frontier_view_snapshot;
  widget_class->unmap = ob_frontier_view_unmap;

  gtk_widget_class_set_css_name (widget_class, "obfrontier");
}

static void
ob_frontier_view_init (ObFrontierView *self)
{
  GtkEventController *controller;

  ob_chart_view_set_kind (OB_CHART_VIEW (self), OB_CHART_FRONTIER);

  self->gesture = gtk_gesture_drag_new ();
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (gesture_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->gesture));

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_key_new ();
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (controller, "key-released", G_CALLBACK (key_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  ob_frontier_view_init_drop (self);
}

GtkWidget *
ob_frontier_view_new (void)
{
  return g_object_new (OB_TYPE_FRONTIER_VIEW, NULL);
}
