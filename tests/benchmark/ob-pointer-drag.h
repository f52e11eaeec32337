/* ob-pointer-drag.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ObPointerDrag:
 *
 * A hand that moves a slider steadily, and its memory of when. With XTest a
 * thread sends the motion to the X server, as a mouse does and whatever the
 * program is busy with; without, a source of the main loop calls back.
 */
typedef struct _ObPointerDrag ObPointerDrag;

typedef void (*ObPointerMove) (guint place, gpointer data);

/* Whether real input can be made here. */
gboolean ob_pointer_drag_has_xtest (void);

/**
 * ob_pointer_drag_new:
 * @x: place 0 on the screen
 * @y: height of the slider on the screen
 * @span: pixels from place 0 to the last place; 1 or more
 * @move: without XTest, moves the slider to a place
 */
ObPointerDrag *ob_pointer_drag_new (int x, int y, guint span, ObPointerMove move, gpointer data)
  G_GNUC_WARN_UNUSED_RESULT;
void ob_pointer_drag_free (ObPointerDrag *self);

/* Takes hold of the slider where it is touched at @place, and lets go. */
void ob_pointer_drag_press (ObPointerDrag *self, guint place);
void ob_pointer_drag_release (ObPointerDrag *self);
/* One move, which is not remembered. */
void ob_pointer_drag_move (ObPointerDrag *self, guint place);

/* Moves every @period µs, @n_moves times or until stopped. What was remembered
 * before is forgotten. */
void ob_pointer_drag_start (ObPointerDrag *self, guint period, guint n_moves);
void ob_pointer_drag_stop (ObPointerDrag *self);

/* How many moves there were; grows while the drag is on. */
guint ob_pointer_drag_get_n_moves (ObPointerDrag *self);
/* When one of them was made, ms of ob_benchmark_get_time(), and where to. */
double ob_pointer_drag_get_time (ObPointerDrag *self, guint i);
guint ob_pointer_drag_get_place (ObPointerDrag *self, guint i);

G_END_DECLS
