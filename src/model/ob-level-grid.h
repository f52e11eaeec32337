/* ob-level-grid.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ObLevelGridFunc:
 * @n: how many points
 * @points: (array length=n): which, as j * size + i
 * @values: (array length=n): where the function's values go
 *
 * Runs points of a grid.
 *
 * Returns: FALSE to give up
 */
typedef gboolean (*ObLevelGridFunc) (gsize n,
                                     const guint *points,
                                     double *values,
                                     gpointer user_data);

/**
 * ob_level_grid_fill:
 * @size: points along a side: a multiple of 4, and one
 * @values: (array): size * size numbers to be filled, rows of the first axis
 * @level: the level that matters
 * @run: called a few times, with points it has not had before
 *
 * Fills a grid for ob_contour_trace(). Only every fourth point is run at first,
 * and those between where the level may be near: in cells whose corners lie on
 * both sides of it, or no farther from it than the function bends around them,
 * and in those that a line out of them enters. All other points lie between
 * neighbours on one side, and are put there by interpolation: every change of
 * sign between neighbours has been run. What can be missed is a branch that lies
 * whole within a coarse cell and around which nothing shows.
 *
 * Returns: FALSE if @run gave up
 */
gboolean ob_level_grid_fill (guint size,
                             double *values,
                             double level,
                             ObLevelGridFunc run,
                             gpointer user_data);

G_END_DECLS
