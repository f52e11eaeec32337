/* ob-frontier-view-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-frontier-view.h"

G_BEGIN_DECLS

/* What the pointer and the keys do; tests call them as the controllers do.
 * Places are in widget coordinates. */

/* FALSE if there is nothing to drag there. */
gboolean ob_frontier_view_press (ObFrontierView *self, double x, double y, GdkModifierType state);
void ob_frontier_view_drag (ObFrontierView *self, double x, double y, GdkModifierType state);
void ob_frontier_view_release (ObFrontierView *self);
/* Takes the drag back. FALSE if there is none. */
gboolean ob_frontier_view_cancel (ObFrontierView *self);

/* FALSE if the key is none of ours. */
gboolean ob_frontier_view_press_key (ObFrontierView *self, guint keyval, GdkModifierType state);
void ob_frontier_view_release_key (ObFrontierView *self);

typedef enum
{
  OB_FRONTIER_AXIS_NONE,
  OB_FRONTIER_AXIS_X,
  OB_FRONTIER_AXIS_Y
} ObFrontierAxis;

/* The axis that a lever dropped there would become. */
ObFrontierAxis ob_frontier_view_get_axis_at (ObFrontierView *self, double x, double y);
/* Makes a lever that axis. FALSE if there is none or the lever cannot be one. */
gboolean ob_frontier_view_drop (ObFrontierView *self, ObParameter parameter, double x, double y);

/* The axis that is marked while a lever hovers over the view. */
void ob_frontier_view_set_drop_axis (ObFrontierView *self, ObFrontierAxis axis);
void
ob_frontier_view_snapshot_axis (ObFrontierView *self, GtkSnapshot *snapshot, ObFrontierAxis axis);
void ob_frontier_view_init_drop (ObFrontierView *self);

G_END_DECLS
