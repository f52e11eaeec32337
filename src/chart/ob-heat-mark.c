/* ob-heat-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-heat-mark.h"

#include <math.h>

/* Pixels along each side: fine enough that values, not colours, are interpolated
 * between the points of a coarse grid, and zero stays white. */
#define SIZE 224
/* Pixels beyond the field on each side, for the filter to reach into. */
#define BORDER   1
#define N_COLORS 1024

struct _ObHeatMark
{
  const ObTheme *theme;
  double limit;
  cairo_surface_t *surface;
  /* The picture in the pixels it was last drawn in, from the second draw on: while
   * the pointer moves, the map is drawn again and again as it is. */
  cairo_surface_t *scaled;
  int width;
  int height;
};

/* Larger pictures are not worth keeping, pixels. */
#define MAX_KEPT (4096. * 4096.)

static guint32
pack (const ObColor *color)
{
  return 0xff000000u | (guint32) lround (color->red * 255) << 16
         | (guint32) lround (color->green * 255) << 8 | (guint32) lround (color->blue * 255);
}

static void
fill_table (guint32 table[N_COLORS + 1], const ObTheme *theme)
{
  for (int i = 0; i <= N_COLORS; i++)
    {
      ObColor color = ob_theme_get_diverging (theme, 2. * i / N_COLORS - 1.);

      table[i] = pack (&color);
    }
}

/* The place of pixel @i along one side in a grid of @n points. */
static void
locate (int i, guint n, guint *index, double *fraction)
{
  double place = CLAMP ((i - BORDER) / (SIZE - 1.), 0., 1.) * (n - 1);

  *index = MIN ((guint) place, n - 2);
  *fraction = place - *index;
}

static void
paint (cairo_surface_t *surface,
       const guint32 *table,
       const double *values,
       guint nx,
       guint ny,
       double limit)
{
  guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int side = SIZE + 2 * BORDER;
  guint columns[SIZE + 2 * BORDER];
  double fractions[SIZE + 2 * BORDER];

  for (int i = 0; i < side; i++)
    locate (i, nx, &columns[i], &fractions[i]);

  for (int j = 0; j < side; j++)
    {
      guint32 *row = (guint32 *) (gpointer) (data + (gsize) j * stride);
      const double *low;
      const double *high;
      guint index;
      double fraction;

      locate (side - 1 - j, ny, &index, &fraction);
      low = values + (gsize) index * nx;
      high = low + nx;

      for (int i = 0; i < side; i++)
        {
          guint k = columns[i];
          double f = fractions[i];
          double below = low[k] + f * (low[k + 1] - low[k]);
          double above = high[k] + f * (high[k + 1] - high[k]);
          double value = (below + fraction * (above - below)) / limit;

          row[i] = table[(int) ((CLAMP (value, -1., 1.) + 1.) * (N_COLORS / 2) + 0.5)];
        }
    }

  cairo_surface_mark_dirty (surface);
}

ObHeatMark *
ob_heat_mark_new (const ObTheme *theme, const double *values, guint nx, guint ny, double limit)
{
  guint32 table[N_COLORS + 1];
  ObHeatMark *self;

  g_return_val_if_fail (theme != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);
  g_return_val_if_fail (nx >= 2 && ny >= 2, NULL);
  g_return_val_if_fail (limit > 0, NULL);

  self = g_new0 (ObHeatMark, 1);
  self->theme = theme;
  self->limit = limit;
  self->surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE + 2 * BORDER, SIZE + 2 * BORDER);
  fill_table (table, theme);
  paint (self->surface, table, values, nx, ny, limit);

  return self;
}

void
ob_heat_mark_free (ObHeatMark *self)
{
  if (self == NULL)
    return;

  cairo_surface_destroy (self->surface);
  g_clear_pointer (&self->scaled, cairo_surface_destroy);
  g_free (self);
}

double
ob_heat_mark_get_limit (ObHeatMark *self)
{
  g_return_val_if_fail (self != NULL, 1.);

  return self->limit;
}

static void
draw_smoothly (ObHeatMark *self, cairo_t *cr, const ObRect *rect)
{
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  /* The middles of the outer pixels lie on the border of the field. */
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width / (SIZE - 1), rect->height / (SIZE - 1));
  cairo_set_source_surface (cr, self->surface, -BORDER - 0.5, -BORDER - 0.5);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* Whether @length is a whole number of pixels. */
static gboolean
is_whole (double length)
{
  return fabs (length - round (length)) < 1e-6;
}

/* The pixels that @rect fills on a surface of pixels. FALSE if it does not fill
 * whole ones. */
static gboolean
get_pixels (cairo_t *cr, const ObRect *rect, int *width, int *height)
{
  cairo_matrix_t matrix;
  double x;
  double y;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_target (cr), &x, &y);
  x *= matrix.xx;
  y *= matrix.yy;
  if (cairo_surface_get_type (cairo_get_target (cr)) != CAIRO_SURFACE_TYPE_IMAGE || matrix.xy != 0
      || matrix.yx != 0 || !(x > 0 && y > 0) || !is_whole (rect->width * x)
      || !is_whole (rect->height * y) || !is_whole (matrix.x0 * x / matrix.xx + rect->x * x)
      || !is_whole (matrix.y0 * y / matrix.yy + rect->y * y)
      || rect->width * x * rect->height * y > MAX_KEPT)
    return FALSE;

  *width = (int) lround (rect->width * x);
  *height = (int) lround (rect->height * y);

  return TRUE;
}

static void
draw_pixels (ObHeatMark *self, cairo_t *cr, const ObRect *rect)
{
  cairo_save (cr);
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width / self->width, rect->height / self->height);
  cairo_set_source_surface (cr, self->scaled, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_fill (cr);
  cairo_restore (cr);
}

void
ob_heat_mark_draw (ObHeatMark *self, const ObPage *page, const ObRect *rect)
{
  int width;
  int height;

  g_return_if_fail (self != NULL);

  if (page->exact || !get_pixels (page->cr, rect, &width, &height))
    {
      draw_smoothly (self, page->cr, rect);
      return;
    }

  if (width != self->width || height != self->height)
    {
      g_clear_pointer (&self->scaled, cairo_surface_destroy);
      self->width = width;
      self->height = height;
      draw_smoothly (self, page->cr, rect);
      return;
    }

  if (self->scaled == NULL)
    {
      const ObRect whole = { 0, 0, width, height };
      cairo_t *cr;

      self->scaled = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
      cr = cairo_create (self->scaled);
      draw_smoothly (self, cr, &whole);
      cairo_destroy (cr);
    }
  draw_pixels (self, page->cr, rect);
}

void
ob_heat_mark_draw_legend (ObHeatMark *self, const ObPage *page, const ObRect *rect)
{
  cairo_pattern_t *gradient;

  g_return_if_fail (self != NULL);

  gradient = cairo_pattern_create_linear (rect->x, 0, rect->x + rect->width, 0);
  for (int i = 0; i <= 8; i++)
    {
      ObColor color = ob_theme_get_diverging (self->theme, i / 4. - 1.);

      cairo_pattern_add_color_stop_rgb (gradient, i / 8., color.red, color.green, color.blue);
    }

  cairo_save (page->cr);
  cairo_rectangle (page->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_set_source (page->cr, gradient);
  cairo_fill_preserve (page->cr);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_AXIS);
  cairo_stroke (page->cr);
  cairo_restore (page->cr);
  cairo_pattern_destroy (gradient);
}
