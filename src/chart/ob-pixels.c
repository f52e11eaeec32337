/* ob-pixels.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pixels.h"

#include <math.h>
#include <string.h>

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

/* The channels of two pixels. */
typedef guint16 Channels __attribute__ ((vector_size (16)));
typedef guint8 Bytes __attribute__ ((vector_size (8)));

static inline Channels
divide_by_255 (Channels x)
{
  const Channels sum = x + 128;

  return (sum + (sum >> 8)) >> 8;
}

static inline Channels
spread (guint64 first, guint64 second)
{
  /* By way of memory it would have to wait until both are there. */
  typedef guint64 Pair __attribute__ ((vector_size (16)));

  return (Channels) (Pair){ first, second };
}

/* @color over two pixels that are covered by @share, channel for channel, of 255. */
static inline void
blend_two (guint32 *pixels, Channels color, Channels alpha, Channels share)
{
  const Channels rest = 255 - divide_by_255 (alpha * share);
  Channels ground;
  Bytes bytes;

  memcpy (&bytes, pixels, sizeof bytes);
  ground = __builtin_convertvector(bytes, Channels);
  bytes = __builtin_convertvector(divide_by_255 (color * share + ground * rest), Bytes);
  memcpy (pixels, &bytes, sizeof bytes);
}

/* Four times the same number, as the channels of a pixel. */
#define FOUR G_GUINT64_CONSTANT (0x0001000100010001)

static Channels
get_channels (guint32 color)
{
  const guint64 channels = (color & 255) | (guint64) (color >> 8 & 255) << 16
                           | (guint64) (color >> 16 & 255) << 32 | (guint64) (color >> 24) << 48;

  return spread (channels, channels);
}

void
ob_pixels_blend_each (guint32 *pixels, int n, guint32 color, const guint8 *cover)
{
  const Channels source = get_channels (color);
  const Channels alpha = spread (FOUR * (color >> 24), FOUR * (color >> 24));
  guint32 last[2] = { 0 };
  int i = 0;

  while (i + OB_PIXELS_BLOCK <= n)
    {
      guint64 eight = 1;
      guint32 four;

      /* Most of what lies between two lines is empty. */
      if (i + 8 <= n)
        memcpy (&eight, cover + i, sizeof eight);
      if (eight == 0)
        {
          i += 8;
          continue;
        }

      memcpy (&four, cover + i, sizeof four);
      if (four != 0)
        {
          blend_two (pixels + i, source, alpha, spread (FOUR * cover[i], FOUR * cover[i + 1]));
          blend_two (pixels + i + 2, source, alpha,
                     spread (FOUR * cover[i + 2], FOUR * cover[i + 3]));
        }
      i += OB_PIXELS_BLOCK;
    }
  for (; i < n; i++)
    {
      last[0] = pixels[i];
      blend_two (last, source, alpha, spread (FOUR * cover[i], 0));
      pixels[i] = last[0];
    }
}

void
ob_pixels_blend (guint32 *pixels, int n, guint32 color, guint32 cover)
{
  const Channels source = get_channels (color);
  const Channels alpha = spread (FOUR * (color >> 24), FOUR * (color >> 24));
  const Channels share = spread (FOUR * cover, FOUR * cover);
  guint32 last[2] = { 0 };
  guint64 ground = 0;
  guint64 blended = 0;
  int i = 0;

  if (cover == 255 && color >> 24 == 255)
    {
      for (; i < n; i++)
        pixels[i] = color;
      return;
    }

  /* Two pixels after two that were the same, as most are, become the same, too. */
  blend_two ((guint32 *) (gpointer) &blended, source, alpha, share);
  for (; i + 4 <= n; i += 4)
    {
      guint64 pairs[2];

      memcpy (pairs, pixels + i, sizeof pairs);
      if (pairs[0] == ground && pairs[1] == ground)
        {
          pairs[0] = pairs[1] = blended;
          memcpy (pixels + i, pairs, sizeof pairs);
          continue;
        }

      blend_two (pixels + i, source, alpha, share);
      blend_two (pixels + i + 2, source, alpha, share);
      ground = pairs[1];
      memcpy (&blended, pixels + i + 2, sizeof blended);
    }
  for (; i + 2 <= n; i += 2)
    blend_two (pixels + i, source, alpha, share);
  if (i < n)
    {
      last[0] = pixels[i];
      blend_two (last, source, alpha, share);
      pixels[i] = last[0];
    }
}
