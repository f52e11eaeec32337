/* ob-ink-item.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-area.h"
#include "ob-cover.h"

G_BEGIN_DECLS

#define OB_INK_MAX_DASHES 12

/**
 * ObInkRowsFunc:
 * @first: the first row
 * @end: the row after the last one
 *
 * Paints rows of a picture in its own way. It is called for different rows on several
 * threads at once.
 */
typedef void (*ObInkRowsFunc) (int first, int end, gpointer data);

/**
 * ObInkPoint:
 * @spot: in pixels
 * @along: of a line with dashes, how long it is up to there
 */
typedef struct
{
  ObSpot spot;
  double along;
} ObInkPoint;

/**
 * ObInkPart:
 * @first: the number of its first point
 * @n: how many there are
 * @closed: whether the last one is the first again
 *
 * Points that hang together.
 */
typedef struct
{
  guint first;
  guint n;
  gboolean closed;
} ObInkPart;

typedef enum
{
  OB_INK_LINE,
  OB_INK_SHAPE,
  OB_INK_BOXES,
  OB_INK_ROWS,
} ObInkKind;

/**
 * ObInkItem:
 * @pixels: that may be drawn on
 * @top: the first row that may be painted
 * @bottom: the row after the last one
 * @color: premultiplied
 * @first_part: the number of the first of its parts
 * @half: of a line, half its width in pixels
 * @dashes: and gaps by turns, in pixels
 * @offset: where in its dashes it begins
 * @even_odd: of a shape, whether it is left out where it lies on itself
 * @rows: of what paints rows itself
 * @data: for @rows
 *
 * A line, a shape, or rows that are to be painted. Boxes are a shape of upright rectangles
 * of which no two have a column of pixels in common.
 */
typedef struct
{
  ObInkKind kind;
  ObPixels pixels;
  int top;
  int bottom;
  guint32 color;
  guint first_part;
  guint n_parts;
  double half;
  double dashes[OB_INK_MAX_DASHES];
  int n_dashes;
  double offset;
  gboolean even_odd;
  ObInkRowsFunc rows;
  gpointer data;
} ObInkItem;

/* Whether a shape is one of boxes. */
gboolean
ob_ink_item_has_boxes (const ObInkItem *item, const ObInkPoint *points, const ObInkPart *parts);

/**
 * ob_ink_item_paint:
 * @points: those the parts number
 * @parts: those the item numbers
 * @cover: the room it takes; of no other thread at the time
 * @area: alike
 * @first: the first row
 * @end: the row after the last one
 *
 * Paints what of the item is in some rows. Nothing is told to the surface, whose pixels
 * other threads may work on.
 */
void ob_ink_item_paint (const ObInkItem *item,
                        const ObInkPoint *points,
                        const ObInkPart *parts,
                        ObCover *cover,
                        ObArea *area,
                        int first,
                        int end);

G_END_DECLS
