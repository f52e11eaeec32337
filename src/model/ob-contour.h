/* ob-contour.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ObGridEdge:
 * @i: column of its first end
 * @j: row of its first end
 * @upright: whether the other end is (i, j+1) and not (i+1, j)
 *
 * An edge between two neighbours of a grid.
 */
typedef struct
{
  guint i;
  guint j;
  gboolean upright;
} ObGridEdge;

/**
 * ObContourChain:
 * @n_edges: how many
 * @edges: the grid edges it crosses, in order
 * @closed: whether it is a loop; else it begins and ends at the border
 */
typedef struct
{
  guint n_edges;
  ObGridEdge *edges;
  gboolean closed;
} ObContourChain;

/**
 * ObContourCentreFunc:
 *
 * Whether the function is at or above the level in the middle of the cell whose
 * lower left corner is (i, j): asked where the corners alone do not tell which
 * way two branches pass (a saddle).
 */
typedef gboolean (*ObContourCentreFunc) (guint i, guint j, gpointer user_data);

/**
 * ob_contour_trace:
 * @values: (array): a grid, @nx x @ny, rows of x
 * @level: the level wanted; a value at the level counts as above
 * @centre: (nullable): without it the mean of the corners decides
 *
 * Follows a level set through a grid by marching squares.
 *
 * Returns: (transfer full) (element-type ObContourChain): maybe empty
 */
GArray *ob_contour_trace (const double *values,
                          guint nx,
                          guint ny,
                          double level,
                          ObContourCentreFunc centre,
                          gpointer user_data) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
