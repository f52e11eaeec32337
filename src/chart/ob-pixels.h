/* ob-pixels.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A place on a picture, in pixels. */
typedef struct
{
  double x;
  double y;
} ObSpot;

/**
 * ObPixels:
 * @surface: a picture of 32 bits a pixel; borrowed
 * @matrix: from user space to its pixels: a move, and the same scale in both directions
 * @x0: the first column that may be drawn on
 * @y0: the first row
 * @x1: the column after the last one
 * @y1: the row after the last one
 *
 * The pixels a context draws on, for what can be drawn faster than Cairo does.
 */
typedef struct
{
  cairo_surface_t *surface;
  cairo_matrix_t matrix;
  int x0;
  int y0;
  int x1;
  int y1;
} ObPixels;

/**
 * ob_pixels_init:
 *
 * Returns: FALSE if what @cr draws on is no such picture, is turned or stretched, or is
 *   clipped to anything but whole pixels of one rectangle
 */
gboolean ob_pixels_init (ObPixels *self, cairo_t *cr);

/**
 * ob_pixels_blend:
 * @pixels: (array length=n): neighbours in a row
 * @color: premultiplied
 * @cover: how much of each it covers, of 255
 *
 * Brings @color onto the pixels.
 */
void ob_pixels_blend (guint32 *pixels, int n, guint32 color, guint32 cover);

/* So many at once are fastest. */
#define OB_PIXELS_BLOCK 4

/* The same, with the cover of each, most of which may be 0. */
void ob_pixels_blend_each (guint32 *pixels, int n, guint32 color, const guint8 *cover);

G_END_DECLS
