/* ob-pixels.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pixels.h"

#include <math.h>

/* Within this a place is that between two pixels, px. */
#define NEAR 1e-3

static gboolean
is_picture (cairo_t *cr)
{
  cairo_surface_t *surface = cairo_get_target (cr);

  return cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE
         && cairo_get_group_target (cr) == surface
         && (cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32
             || cairo_image_surface_get_format (surface) == CAIRO_FORMAT_RGB24);
}

/* Where @place is, if it is between two of @n pixels; else less than nothing. */
static int
find_edge (double place, int n)
{
  if (!(fabs (place - round (place)) < NEAR))
    return -1;

  return (int) CLAMP (round (place), 0, n);
}

static gboolean
init_box (ObPixels *self, cairo_t *cr)
{
  cairo_rectangle_list_t *list = cairo_copy_clip_rectangle_list (cr);
  const int width = cairo_image_surface_get_width (self->surface);
  const int height = cairo_image_surface_get_height (self->surface);

  if (list->status == CAIRO_STATUS_SUCCESS && list->num_rectangles == 1)
    {
      const cairo_rectangle_t *rect = &list->rectangles[0];
      double x0 = rect->x;
      double y0 = rect->y;
      double x1 = rect->x + rect->width;
      double y1 = rect->y + rect->height;

      cairo_matrix_transform_point (&self->matrix, &x0, &y0);
      cairo_matrix_transform_point (&self->matrix, &x1, &y1);
      self->x0 = find_edge (x0, width);
      self->y0 = find_edge (y0, height);
      self->x1 = find_edge (x1, width);
      self->y1 = find_edge (y1, height);
    }
  cairo_rectangle_list_destroy (list);

  return self->x0 >= 0 && self->y0 >= 0 && self->x1 > self->x0 && self->y1 > self->y0;
}

gboolean
ob_pixels_init (ObPixels *self, cairo_t *cr)
{
  cairo_matrix_t device;
  double x;
  double y;

  g_return_val_if_fail (self != NULL && cr != NULL, FALSE);

  *self = (ObPixels){ .surface = cairo_get_target (cr) };
  if (!is_picture (cr))
    return FALSE;

  cairo_get_matrix (cr, &self->matrix);
  cairo_surface_get_device_scale (self->surface, &x, &y);
  cairo_matrix_init_scale (&device, x, y);
  cairo_surface_get_device_offset (self->surface, &device.x0, &device.y0);
  cairo_matrix_multiply (&self->matrix, &self->matrix, &device);

  return self->matrix.xy == 0 && self->matrix.yx == 0 && self->matrix.xx > 0
         && fabs (self->matrix.xx - self->matrix.yy) < 1e-6 * self->matrix.xx
         && init_box (self, cr);
}
