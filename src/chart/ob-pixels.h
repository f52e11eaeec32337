/* ob-pixels.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

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

G_END_DECLS
