/* ob-level-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ObLevelLine:
 * @n_points: how many
 * @xy: x and y of each in turn, from 0 to 1 within the grid; a loop ends where it
 *   starts
 */
typedef struct
{
  guint n_points;
  double *xy;
} ObLevelLine;

/**
 * ob_level_lines_new:
 * @values: (array): a grid, @nx x @ny, rows of x
 *
 * The lines along which a grid, linear between its points, has a value.
 *
 * Returns: (element-type ObLevelLine): clears what is in it
 */
GArray *ob_level_lines_new (const double *values, guint nx, guint ny, double level)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same around what is at or above @level: loops only, which run along the border
 * where the region ends there. */
GArray *ob_level_lines_new_outline (const double *values, guint nx, guint ny, double level)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
