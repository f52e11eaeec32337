/* ob-lever-scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-lever-scale.h"

#include "ob-accent.h"
#include "ob-quantity.h"

#include <math.h>

/* Page Up and Page Down move this many steps. */
#define PAGE_STEPS 10
/* A drag that comes this near to the origin stops there, as a share of the slider. */
#define SNAP_SHARE    0.012
#define TROUGH_HEIGHT 4
#define MARK_HEIGHT   12
#define MARK_WIDTH    2

struct _ObLeverScale
{
  GtkScale parent_instance;

  ObParameter parameter;
  double value;
  double origin;
  gboolean dragging;
  gboolean cancelled;
  gboolean updating;
};

enum
{
  MOVED,
  NUDGED,
  DRAG_STARTED,
  DRAG_ENDED,
  DRAG_CANCELLED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (ObLeverScale, ob_lever_scale, GTK_TYPE_SCALE)

static guint signals[N_SIGNALS];

static const ObParameterInfo *
get_info (ObLeverScale *self)
{
  return ob_parameter_get_info (self->parameter);
}

/* The adjustment is in display units, so that assistive technology reads 40 for
 * 40 %; a logarithmic one holds the decimal logarithm, as GtkRange is linear. */
static double
to_position (ObLeverScale *self, double value)
{
  const ObParameterInfo *info = get_info (self);

  if (info->scale == OB_SCALE_LOG)
    return log10 (value);

  return value * ob_quantity_get_display_factor (info->unit);
}

static double
from_position (ObLeverScale *self, double position)
{
  const ObParameterInfo *info = get_info (self);

  if (info->scale == OB_SCALE_LOG)
    return pow (10, position);

  return position / ob_quantity_get_display_factor (info->unit);
}

/* Without the last binary digits, which would show in the entry. */
static double
tidy (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.10g", value), NULL);
}

static double
snap_to_step (ObLeverScale *self, double value)
{
  const ObParameterInfo *info = get_info (self);

  if (value <= info->minimum)
    return info->minimum;
  if (value >= info->maximum)
    return info->maximum;

  value = tidy (info->minimum + round ((value - info->minimum) / info->step) * info->step);

  return CLAMP (value, info->minimum, info->maximum);
}

static double
get_fraction (ObLeverScale *self, double value)
{
  const ObParameterInfo *info = get_info (self);
  double lower = to_position (self, info->minimum);
  double upper = to_position (self, info->maximum);

  return (to_position (self, value) - lower) / (upper - lower);
}

static double
snap_drag (ObLeverScale *self, double value)
{
  if (fabs (get_fraction (self, value) - get_fraction (self, self->origin)) < SNAP_SHARE)
    return self->origin;

  return snap_to_step (self, value);
}

/* How many steps a key asks for, 0 when it asks for something else. GtkRange has
 * already turned left and up into a direction: @position tells. */
static int
get_steps (GtkScrollType scroll)
{
  switch (scroll)
    {
    case GTK_SCROLL_STEP_BACKWARD:
    case GTK_SCROLL_STEP_FORWARD:
    case GTK_SCROLL_STEP_UP:
    case GTK_SCROLL_STEP_DOWN:
    case GTK_SCROLL_STEP_LEFT:
    case GTK_SCROLL_STEP_RIGHT:
      return 1;

    case GTK_SCROLL_PAGE_BACKWARD:
    case GTK_SCROLL_PAGE_FORWARD:
    case GTK_SCROLL_PAGE_UP:
    case GTK_SCROLL_PAGE_DOWN:
    case GTK_SCROLL_PAGE_LEFT:
    case GTK_SCROLL_PAGE_RIGHT:
      return PAGE_STEPS;

    case GTK_SCROLL_NONE:
    case GTK_SCROLL_JUMP:
    case GTK_SCROLL_START:
    case GTK_SCROLL_END:
    default:
      return 0;
    }
}

static gboolean
ob_lever_scale_change_value (GtkRange *range, GtkScrollType scroll, double position)
{
  ObLeverScale *self = OB_LEVER_SCALE (range);
  double now = gtk_range_get_value (range);
  int steps = get_steps (scroll);
  gboolean from_keys = TRUE;
  double value;

  if (self->cancelled)
    return TRUE;

  if (steps > 0)
    {
      if (position == now)
        return TRUE;

      value = self->value + (position < now ? -steps : steps) * get_info (self)->step;
      value = snap_to_step (self, value);
    }
  else if (scroll == GTK_SCROLL_START || scroll == GTK_SCROLL_END)
    {
      value = snap_to_step (self, from_position (self, position));
    }
  else
    {
      from_keys = FALSE;
      value = snap_drag (self, from_position (self, position));
    }

  if (value != self->value)
    g_signal_emit (self, signals[from_keys ? NUDGED : MOVED], 0, value);

  return TRUE;
}

/* Moves that do not come from pointer or keys: an assistive technology sets the
 * adjustment itself. */
static void
ob_lever_scale_value_changed (GtkRange *range)
{
  ObLeverScale *self = OB_LEVER_SCALE (range);
  double value;

  if (self->updating)
    return;

  value = snap_to_step (self, from_position (self, gtk_range_get_value (range)));
  if (value != self->value)
    g_signal_emit (self, signals[MOVED], 0, value);

  /* What the owner made of it. */
  ob_lever_scale_set_value (self, self->value);
}

static void
end_drag (ObLeverScale *self)
{
  self->cancelled = FALSE;

  if (!self->dragging)
    return;

  self->dragging = FALSE;
  g_signal_emit (self, signals[DRAG_ENDED], 0);
}

/* GtkRange claims the pointer for its own gestures, so that a gesture here would
 * be cancelled: the raw events say when the button goes down and up. */
static gboolean
event_cb (ObLeverScale *self, GdkEvent *event)
{
  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      if (!self->dragging)
        {
          self->dragging = TRUE;
          self->cancelled = FALSE;
          g_signal_emit (self, signals[DRAG_STARTED], 0);
        }
      break;

    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_GRAB_BROKEN:
      end_drag (self);
      break;

    case GDK_KEY_PRESS:
      if (self->dragging && gdk_key_event_get_keyval (event) == GDK_KEY_Escape)
        {
          self->dragging = FALSE;
          self->cancelled = TRUE;
          g_signal_emit (self, signals[DRAG_CANCELLED], 0);
          return GDK_EVENT_STOP;
        }
      break;

    default:
      break;
    }

  return GDK_EVENT_PROPAGATE;
}

/* The wheel over a slider scrolls the pane and never changes an assumption. */
static void
ignore_wheel (ObLeverScale *self)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (self));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

static void
append_bar (GtkSnapshot *snapshot,
            float x,
            float y,
            float width,
            float height,
            const GdkRGBA *color)
{
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (x, y, width, height),
                                   MIN (width, height) / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, color, &rect.bounds);
  gtk_snapshot_pop (snapshot);
}

/* The knob is a child of the trough; GtkRange tells where it is only roughly. */
static GtkWidget *
find_slider (GtkWidget *widget)
{
  if (g_str_equal (gtk_widget_get_css_name (widget), "slider"))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *slider = find_slider (child);

      if (slider != NULL)
        return slider;
    }

  return NULL;
}

/* How far the middle of the knob stays from the ends of the track. */
static double
get_inset (ObLeverScale *self)
{
  GtkWidget *slider = find_slider (GTK_WIDGET (self));
  graphene_rect_t bounds;
  GtkBorder margin;

  if (slider == NULL || !gtk_widget_compute_bounds (slider, GTK_WIDGET (self), &bounds))
    return 0;

  gtk_style_context_get_margin (gtk_widget_get_style_context (slider), &margin);

  return (bounds.size.width + margin.left + margin.right) / 2;
}

static double
get_x (ObLeverScale *self, const GdkRectangle *track, double value)
{
  double inset = get_inset (self);
  double fraction = CLAMP (get_fraction (self, value), 0, 1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    fraction = 1 - fraction;

  return track->x + inset + fraction * (track->width - 2 * inset);
}

static void
ob_lever_scale_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ObLeverScale *self = OB_LEVER_SCALE (widget);
  GdkRectangle track;
  GdkRGBA text;
  GdkRGBA fill;
  GdkRGBA faint;
  double origin_x;
  double value_x;
  double middle;

  gtk_range_get_range_rect (GTK_RANGE (self), &track);
  ob_accent_get_colors (widget, &text, &fill);

  value_x = get_x (self, &track, self->value);
  origin_x = get_x (self, &track, self->origin);
  middle = track.y + track.height / 2.0;

  faint = text;
  faint.alpha = text.alpha * 0.15;
  append_bar (snapshot, track.x, middle - TROUGH_HEIGHT / 2.0, track.width, TROUGH_HEIGHT, &faint);

  if (self->value != self->origin)
    append_bar (snapshot, MIN (origin_x, value_x), middle - TROUGH_HEIGHT / 2.0,
                fabs (value_x - origin_x), TROUGH_HEIGHT, &fill);

  faint.alpha = text.alpha * 0.5;
  append_bar (snapshot, origin_x - MARK_WIDTH / 2.0, middle - MARK_HEIGHT / 2.0, MARK_WIDTH,
              MARK_HEIGHT, &faint);

  GTK_WIDGET_CLASS (ob_lever_scale_parent_class)->snapshot (widget, snapshot);
}

static void
ob_lever_scale_unmap (GtkWidget *widget)
{
  end_drag (OB_LEVER_SCALE (widget));

  GTK_WIDGET_CLASS (ob_lever_scale_parent_class)->unmap (widget);
}

static void
ob_lever_scale_class_init (ObLeverScaleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkRangeClass *range_class = GTK_RANGE_CLASS (klass);

  widget_class->snapshot = ob_lever_scale_snapshot;
  widget_class->unmap = ob_lever_scale_unmap;
  range_class->change_value = ob_lever_scale_change_value;
  range_class->value_changed = ob_lever_scale_value_changed;

  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[NUDGED] = g_signal_new ("nudged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[DRAG_STARTED] = g_signal_new ("drag-started", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAG_ENDED] = g_signal_new ("drag-ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAG_CANCELLED] = g_signal_new ("drag-cancelled", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ob_lever_scale_init (ObLeverScale *self)
{
  GtkEventController *controller;

  gtk_scale_set_draw_value (GTK_SCALE (self), FALSE);
  gtk_scale_set_has_origin (GTK_SCALE (self), FALSE);
  gtk_range_set_round_digits (GTK_RANGE (self), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "lever");

  ignore_wheel (self);

  controller = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  ob_lever_scale_set_parameter (self, 0);
}

GtkWidget *
ob_lever_scale_new (void)
{
  return g_object_new (OB_TYPE_LEVER_SCALE, NULL);
}

void
ob_lever_scale_set_parameter (ObLeverScale *self, ObParameter parameter)
{
  const ObParameterInfo *info;
  GtkAdjustment *adjustment;
  double step;

  g_return_if_fail (OB_IS_LEVER_SCALE (self));
  g_return_if_fail (parameter < OB_N_PARAMETERS);

  self->parameter = parameter;
  info = get_info (self);
  self->value = info->value;
  self->origin = info->value;

  step =
    info->scale == OB_SCALE_LOG ? 0.01 : info->step * ob_quantity_get_display_factor (info->unit);
  adjustment =
    gtk_adjustment_new (to_position (self, info->value), to_position (self, info->minimum),
                        to_position (self, info->maximum), step, step * PAGE_STEPS, 0);
  self->updating = TRUE;
  gtk_range_set_adjustment (GTK_RANGE (self), adjustment);
  self->updating = FALSE;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  ob_parameter_get_label (parameter), -1);
  ob_lever_scale_set_value (self, info->value);
}

double
ob_lever_scale_get_value (ObLeverScale *self)
{
  g_return_val_if_fail (OB_IS_LEVER_SCALE (self), 0);

  return self->value;
}

void
ob_lever_scale_set_value (ObLeverScale *self, double value)
{
  const ObParameterInfo *info;
  g_autofree char *text = NULL;
  double factor;

  g_return_if_fail (OB_IS_LEVER_SCALE (self));

  self->value = value;
  self->updating = TRUE;
  gtk_range_set_value (GTK_RANGE (self), to_position (self, value));
  self->updating = FALSE;

  info = get_info (self);
  factor = ob_quantity_get_display_factor (info->unit);
  text = ob_quantity_format (info->unit, value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_VALUE_MIN,
                                  info->minimum * factor, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX,
                                  info->maximum * factor, GTK_ACCESSIBLE_PROPERTY_VALUE_NOW,
                                  value * factor, GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
ob_lever_scale_set_origin (ObLeverScale *self, double origin)
{
  g_return_if_fail (OB_IS_LEVER_SCALE (self));

  if (self->origin == origin)
    return;

  self->origin = origin;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
