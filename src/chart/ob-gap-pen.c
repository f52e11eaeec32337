/* ob-gap-pen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-gap-pen.h"

void
ob_gap_pen_narrow (double a, double d, double low, double high, double *from, double *to)
{
  double first;
  double last;

  if (d == 0)
    {
      if (a < low || a > high)
        *to = -1;
      return;
    }

  first = (low - a) / d;
  last = (high - a) / d;
  *from = MAX (*from, MIN (first, last));
  *to = MIN (*to, MAX (first, last));
}

/* Whether all of the line to (@x, @y) is on one side of @gap. */
static inline gboolean
passes (const ObGapPen *self, double x, double y, const ObRect *gap)
{
  return MAX (self->x, x) < gap->x || MIN (self->x, x) > gap->x + gap->width
         || MAX (self->y, y) < gap->y || MIN (self->y, y) > gap->y + gap->height;
}

/* Draws the part from @from to @to of the line to (@x, @y), less the gaps from
 * number @k on. */
static void
draw (ObGapPen *self, double x, double y, double from, double to, guint k)
{
  double dx = x - self->x;
  double dy = y - self->y;

  for (; k < self->gaps->len; k++)
    {
      const ObRect *gap = &g_array_index (self->gaps, ObRect, k);
      double enter = from;
      double leave = to;

      if (passes (self, x, y, gap))
        continue;
      ob_gap_pen_narrow (self->x, dx, gap->x, gap->x + gap->width, &enter, &leave);
      ob_gap_pen_narrow (self->y, dy, gap->y, gap->y + gap->height, &enter, &leave);
      if (enter >= leave)
        continue;

      if (enter > from)
        draw (self, x, y, from, enter, k + 1);
      self->down = FALSE;
      if (leave < to)
        draw (self, x, y, leave, to, k + 1);
      return;
    }

  if (!self->down || from > 0)
    cairo_move_to (self->cr, self->x + from * dx, self->y + from * dy);
  cairo_line_to (self->cr, self->x + to * dx, self->y + to * dy);
  self->down = to >= 1;
}

void
ob_gap_pen_move_to (ObGapPen *self, double x, double y)
{
  g_return_if_fail (self != NULL);

  self->x = x;
  self->y = y;
  self->down = FALSE;
}

void
ob_gap_pen_line_to (ObGapPen *self, double x, double y)
{
  g_return_if_fail (self != NULL);

  draw (self, x, y, 0., 1., 0);
  self->x = x;
  self->y = y;
}
