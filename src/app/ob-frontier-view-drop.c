/* ob-frontier-view-drop.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-view-private.h"
#include "ob-lever-row.h"

/* The bar along the axis that would be replaced, px. */
#define BAR 4
/* Of the colour beside it. */
#define STRIP_ALPHA 0.25f

/* The corner of the plot where both axes start, and the one across. FALSE if there
 * is no plot. */
static gboolean
get_corners (ObFrontierView *self, double *left, double *bottom, double *right, double *top)
{
  ObSession *session = ob_chart_view_get_session (OB_CHART_VIEW (self));
  ObResults *results = session != NULL ? ob_session_get_results (session) : NULL;
  ObChart *chart = ob_chart_view_get_chart (OB_CHART_VIEW (self));
  const ObPlane *plane;

  if (results == NULL || results->map == NULL)
    return FALSE;

  plane = &results->map->plane;
  ob_chart_data_to_page (chart, plane->x_min, plane->y_min, left, bottom);
  ob_chart_data_to_page (chart, plane->x_max, plane->y_max, right, top);

  return *right > *left && *bottom > *top;
}

ObFrontierAxis
ob_frontier_view_get_axis_at (ObFrontierView *self, double x, double y)
{
  double left;
  double bottom;
  double right;
  double top;

  g_return_val_if_fail (OB_IS_FRONTIER_VIEW (self), OB_FRONTIER_AXIS_NONE);

  if (!get_corners (self, &left, &bottom, &right, &top))
    return OB_FRONTIER_AXIS_NONE;

  /* The axis that is nearer, measured by the length of both. */
  return (bottom - y) / (bottom - top) <= (x - left) / (right - left) ? OB_FRONTIER_AXIS_X
                                                                      : OB_FRONTIER_AXIS_Y;
}

gboolean
ob_frontier_view_drop (ObFrontierView *self, ObParameter parameter, double x, double y)
{
  ObFrontierAxis axis;
  ObSession *session;

  g_return_val_if_fail (OB_IS_FRONTIER_VIEW (self), FALSE);

  session = ob_chart_view_get_session (OB_CHART_VIEW (self));
  axis = ob_frontier_view_get_axis_at (self, x, y);
  if (axis == OB_FRONTIER_AXIS_NONE)
    return FALSE;

  return ob_scenario_use_as_axis (ob_session_get_scenario (session), parameter,
                                  axis == OB_FRONTIER_AXIS_X, NULL);
}

void
ob_frontier_view_snapshot_axis (ObFrontierView *self, GtkSnapshot *snapshot, ObFrontierAxis axis)
{
  GtkWidget *widget = GTK_WIDGET (self);
  graphene_rect_t bar;
  graphene_rect_t strip;
  GdkRGBA color;
  double left;
  double bottom;
  double right;
  double top;

  if (axis == OB_FRONTIER_AXIS_NONE || !get_corners (self, &left, &bottom, &right, &top))
    return;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_bg_color",
                                       &color))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  if (axis == OB_FRONTIER_AXIS_X)
    {
      bar =
        GRAPHENE_RECT_INIT ((float) left, (float) bottom - BAR / 2.f, (float) (right - left), BAR);
      strip = GRAPHENE_RECT_INIT ((float) left, (float) bottom, (float) (right - left),
                                  gtk_widget_get_height (widget) - (float) bottom);
    }
  else
    {
      bar = GRAPHENE_RECT_INIT ((float) left - BAR / 2.f, (float) top, BAR, (float) (bottom - top));
      strip = GRAPHENE_RECT_INIT (0, (float) top, (float) left, (float) (bottom - top));
    }

  gtk_snapshot_append_color (snapshot, &color, &bar);
  color.alpha *= STRIP_ALPHA;
  gtk_snapshot_append_color (snapshot, &color, &strip);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, ObFrontierView *self)
{
  ObFrontierAxis axis = ob_frontier_view_get_axis_at (self, x, y);

  ob_frontier_view_set_drop_axis (self, axis);

  return axis != OB_FRONTIER_AXIS_NONE ? GDK_ACTION_COPY : 0;
}

static void
leave_cb (ObFrontierView *self)
{
  ob_frontier_view_set_drop_axis (self, OB_FRONTIER_AXIS_NONE);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, ObFrontierView *self)
{
  ObLeverRow *row = g_value_get_object (value);

  ob_frontier_view_set_drop_axis (self, OB_FRONTIER_AXIS_NONE);

  return row != NULL && ob_frontier_view_drop (self, ob_lever_row_get_parameter (row), x, y);
}

void
ob_frontier_view_init_drop (ObFrontierView *self)
{
  GtkDropTarget *target = gtk_drop_target_new (OB_TYPE_LEVER_ROW, GDK_ACTION_COPY);

  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
