/* ob-map.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-sweep.h"

G_BEGIN_DECLS

/**
 * ObPlane:
 * @x: the parameter along the horizontal axis
 * @y: the parameter along the vertical axis, not the same
 * @x_min: left end, in the model unit of @x; within its range
 * @x_max: right end, more than @x_min
 * @y_min: lower end, in the model unit of @y
 * @y_max: upper end, more than @y_min
 *
 * A window on the plane of two parameters. Grid points are spread evenly in
 * the scale of the parameter (linear or logarithmic), ends included.
 */
typedef struct
{
  ObParameter x;
  ObParameter y;
  double x_min;
  double x_max;
  double y_min;
  double y_max;
} ObPlane;

/* The whole range of both parameters. */
void ob_plane_init (ObPlane *plane, ObParameter x, ObParameter y);
gboolean ob_plane_check (const ObPlane *plane, GError **error);
gboolean ob_plane_equal (const ObPlane *a, const ObPlane *b);

/* Between a value and its place along an axis, 0 at the minimum to 1 at the
 * maximum, in the scale of the parameter. */
double ob_plane_x_to_unit (const ObPlane *plane, double x);
double ob_plane_y_to_unit (const ObPlane *plane, double y);
double ob_plane_x_from_unit (const ObPlane *plane, double unit);
double ob_plane_y_from_unit (const ObPlane *plane, double unit);

/**
 * ObMap:
 * @plane: where the grid lies
 * @nx: points along x, 2 or more
 * @ny: points along y, 2 or more
 * @npv: $B at (i, j) in npv[j * nx + i], j = 0 at y_min
 * @bubble_risk: alike
 *
 * Every point of a grid over a plane, run exactly.
 */
typedef struct
{
  ObPlane plane;
  guint nx;
  guint ny;
  double *npv;
  double *bubble_risk;
} ObMap;

/* Returns: (nullable): NULL if cancelled */
ObMap *ob_map_new (const ObInputs *inputs,
                   const ObPlane *plane,
                   guint nx,
                   guint ny,
                   GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
void ob_map_free (ObMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObMap, ob_map_free)

G_END_DECLS
