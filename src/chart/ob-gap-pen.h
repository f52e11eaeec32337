/* ob-gap-pen.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-label-placer.h"

#include <cairo.h>

G_BEGIN_DECLS

/**
 * ObGapPen:
 * @cr: whose path is added to
 * @gaps: (element-type ObRect): rectangles that are left out
 *
 * Adds lines to a path that break where labels stand. The lines are cut, not
 * clipped: clipping to many rectangles costs more than the drawing.
 */
typedef struct
{
  cairo_t *cr;
  const GArray *gaps;
  /*< private >*/
  double x;
  double y;
  gboolean down;
} ObGapPen;

void ob_gap_pen_move_to (ObGapPen *self, double x, double y);
void ob_gap_pen_line_to (ObGapPen *self, double x, double y);

/* Narrows the part of a line, @a at 0 and @a + @d at 1, from @from to @to, to what lies
 * between @low and @high; nothing is left of it where @from is beyond @to. */
void ob_gap_pen_narrow (double a, double d, double low, double high, double *from, double *to);

G_END_DECLS
