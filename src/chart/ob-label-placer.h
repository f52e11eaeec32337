/* ob-label-placer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} ObRect;

gboolean ob_rect_intersects (const ObRect *a, const ObRect *b);
/* Whether @inner lies in @outer, borders included. */
gboolean ob_rect_contains (const ObRect *outer, const ObRect *inner);

/* The smallest rectangle with whole numbers that holds @rect: Cairo clips to those
 * many times faster. */
ObRect ob_rect_round_out (const ObRect *rect);

/**
 * ObLabelBox:
 * @text: what it says
 *
 * Where a label was put by the last draw: for tests of overlap and clipping.
 */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
  char *text;
} ObLabelBox;

/**
 * ObStroke:
 *
 * A straight line of the last draw that no label may stand on: for the same tests.
 */
typedef struct
{
  double x0;
  double y0;
  double x1;
  double y1;
} ObStroke;

/**
 * ObLabelPlacer:
 *
 * Keeps the places of labels on a page. Labels are asked for in the order of
 * their priority; one that would cover another or leave the page gets no place
 * and is not drawn.
 */
typedef struct _ObLabelPlacer ObLabelPlacer;

ObLabelPlacer *ob_label_placer_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ob_label_placer_free (ObLabelPlacer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObLabelPlacer, ob_label_placer_free)

/* Forgets all, for a page of this size. */
void ob_label_placer_reset (ObLabelPlacer *self, double width, double height);
/* Whether @rect is free. */
gboolean ob_label_placer_is_free (ObLabelPlacer *self, const ObRect *rect);
/* Takes @rect for @text if it is free. */
gboolean ob_label_placer_take (ObLabelPlacer *self, const ObRect *rect, const char *text);
/* Keeps labels off a place that is no label itself: a marker, a card. */
void ob_label_placer_block (ObLabelPlacer *self, const ObRect *rect);
/* Notes a line that is drawn; it keeps no label off. */
void ob_label_placer_add_stroke (ObLabelPlacer *self, double x0, double y0, double x1, double y1);
/* Forgets the labels that @rect covers and the parts of strokes: something is drawn over
 * them. */
void ob_label_placer_cover (ObLabelPlacer *self, const ObRect *rect);
/* Takes over the labels and strokes of @other, on the same page; what they are kept off stays
 * with @other. */
void ob_label_placer_merge (ObLabelPlacer *self, ObLabelPlacer *other);
/* Turns page units into those of the surface: all boxes and strokes times @factor. */
void ob_label_placer_scale (ObLabelPlacer *self, double factor);

/* (transfer none) (element-type ObLabelBox) */
const GArray *ob_label_placer_get_boxes (ObLabelPlacer *self);
/* (transfer none) (element-type ObStroke) */
const GArray *ob_label_placer_get_strokes (ObLabelPlacer *self);

/**
 * ob_label_placer_spread:
 * @centres: (inout) (array length=n): where labels want to be; where they go
 * @sizes: (array length=n): their lengths
 *
 * Moves labels along a line as little as it takes for them not to overlap and
 * to lie within @min to @max. Their order along the line is kept; equal places
 * keep the order of the array.
 *
 * Returns: FALSE if they do not fit; they are then left where they were
 */
gboolean
ob_label_placer_spread (double *centres, const double *sizes, guint n, double min, double max);

G_END_DECLS
