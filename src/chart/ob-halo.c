/* ob-halo.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-halo.h"

#include <math.h>

/* The farthest that a halo may reach, pixels of the target. */
#define MAX_REACH 12
/* Larger labels are drawn in another way, pixels of the target. */
#define MAX_SIZE 4096
/* Pixels covered less than this, of 255, are no part of a letter. */
#define FAINT 16
/* A text that stands in several places of a chart has as many halos. */
#define N_KEPT 4

typedef struct
{
  guint serial;
  double scale;
  double radius;
  double x;
  double y;
  cairo_surface_t *mask;
} Halo;

/* Those of a layout; the oldest is the next to be replaced. */
typedef struct
{
  Halo halos[N_KEPT];
  guint next;
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  for (guint i = 0; i < N_KEPT; i++)
    g_clear_pointer (&kept->halos[i].mask, cairo_surface_destroy);
  g_free (kept);
}

static Kept *
get_kept (PangoLayout *layout)
{
  static const char key[] = "ob-halo";
  Kept *kept = g_object_get_data (G_OBJECT (layout), key);

  if (kept == NULL)
    {
      kept = g_new0 (Kept, 1);
      g_object_set_data_full (G_OBJECT (layout), key, kept, kept_free);
    }

  return kept;
}

/* How many pixels of the target a unit of user space has, 0 where that is not the
 * same in all directions; and the pixel at the origin. */
static double
get_scale (cairo_t *cr, double *x, double *y)
{
  cairo_surface_t *target = cairo_get_target (cr);
  cairo_matrix_t matrix;
  double device_x;
  double device_y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return 0;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (target, &device_x, &device_y);
  if (matrix.xy != 0 || matrix.yx != 0 || !(matrix.xx > 0) || matrix.xx != matrix.yy
      || device_x != device_y)
    return 0;

  *x = matrix.x0 * device_x;
  *y = matrix.y0 * device_x;

  return matrix.xx * device_x;
}

/* The letters where they will stand, with a margin of @reach around them. */
static cairo_surface_t *
draw_letters (PangoLayout *layout,
              const PangoRectangle *ink,
              double scale,
              double x,
              double y,
              int reach)
{
  int width = (int) ceil (ink->width * scale) + 2 * reach + 2;
  int height = (int) ceil (ink->height * scale) + 2 * reach + 2;
  cairo_surface_t *letters = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_t *cr = cairo_create (letters);

  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  pango_cairo_show_layout (cr, layout);
  cairo_destroy (cr);
  cairo_surface_flush (letters);

  return letters;
}

/* Every pixel of a letter covers a disc, the wider the more of the pixel is covered. */
static cairo_surface_t *
spread (cairo_surface_t *letters, double radius, int reach)
{
  const int width = cairo_image_surface_get_width (letters);
  const int height = cairo_image_surface_get_height (letters);
  const int stride = cairo_image_surface_get_stride (letters);
  const guint8 *from = cairo_image_surface_get_data (letters);
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  guint8 *to = cairo_image_surface_get_data (mask);

  for (int dy = -reach; dy <= reach; dy++)
    for (int dx = -reach; dx <= reach; dx++)
      {
        const int more = (int) lround (CLAMP (radius - hypot (dx, dy), -1., 1.) * 255);

        if (more <= -255)
          continue;
        for (int j = MAX (0, dy); j < MIN (height, height + dy); j++)
          {
            const guint8 *source = from + (gsize) (j - dy) * stride + MAX (0, -dx);
            guint8 *row = to + (gsize) j * stride + MAX (0, dx);
            const int n = width - ABS (dx);

            for (int i = 0; i < n; i++)
              {
                const int cover = source[i] < FAINT ? 0 : CLAMP (source[i] + more, 0, 255);

                row[i] = (guint8) MAX (row[i], cover);
              }
          }
      }
  cairo_surface_mark_dirty (mask);

  return mask;
}

/* The one that fits, or a new one, without a mask. */
static Halo *
find_halo (Kept *kept, const Halo *wanted)
{
  Halo *halo;

  for (guint i = 0; i < N_KEPT; i++)
    {
      halo = &kept->halos[i];
      if (halo->mask != NULL && halo->serial == wanted->serial && halo->scale == wanted->scale
          && halo->radius == wanted->radius && halo->x == wanted->x && halo->y == wanted->y)
        return halo;
    }

  halo = &kept->halos[kept->next];
  kept->next = (kept->next + 1) % N_KEPT;
  g_clear_pointer (&halo->mask, cairo_surface_destroy);
  *halo = *wanted;

  return halo;
}

gboolean
ob_halo_draw (cairo_t *cr, PangoLayout *layout, double radius)
{
  PangoRectangle ink;
  Halo wanted = { .radius = radius };
  Halo *halo;
  double left;
  double top;
  double x;
  double y;
  int reach;

  g_return_val_if_fail (cr != NULL && layout != NULL, FALSE);
  g_return_val_if_fail (radius > 0, FALSE);

  wanted.scale = get_scale (cr, &x, &y);
  if (wanted.scale <= 0)
    return FALSE;

  pango_layout_get_pixel_extents (layout, &ink, NULL);
  reach = (int) ceil (radius * wanted.scale) + 1;
  if (reach > MAX_REACH || ink.width * wanted.scale > MAX_SIZE
      || ink.height * wanted.scale > MAX_SIZE)
    return FALSE;

  /* The first pixel of the mask, and the origin from there. */
  left = floor (x + ink.x * wanted.scale) - reach;
  top = floor (y + ink.y * wanted.scale) - reach;
  wanted.serial = pango_layout_get_serial (layout);
  wanted.x = x - left;
  wanted.y = y - top;

  halo = find_halo (get_kept (layout), &wanted);
  if (halo->mask == NULL)
    {
      cairo_surface_t *letters =
        draw_letters (layout, &ink, wanted.scale, wanted.x, wanted.y, reach);

      halo->mask = spread (letters, radius * wanted.scale, reach);
      cairo_surface_destroy (letters);
    }

  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_surface_get_device_scale (cairo_get_target (cr), &x, &y);
  cairo_scale (cr, 1 / x, 1 / y);
  cairo_mask_surface (cr, halo->mask, left, top);
  cairo_restore (cr);

  return TRUE;
}
