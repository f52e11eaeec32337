/* ob-chart-export-png.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

/* Cairo has colours multiplied by their alpha. */
static guchar
divide (guint32 pixel, int shift, guint32 alpha)
{
  guint32 part = pixel >> shift & 0xff;

  return alpha == 0 ? 0 : (guchar) MIN ((part * 255 + alpha / 2) / alpha, 255);
}

static GdkPixbuf *
make_pixbuf (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);
  gboolean has_alpha = cairo_image_surface_get_format (surface) == CAIRO_FORMAT_ARGB32;
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, has_alpha, 8, width, height);

  if (pixbuf == NULL)
    return NULL;

  for (int y = 0; y < height; y++)
    {
      const guint32 *from = (const guint32 *) (gconstpointer) (data + (gsize) y * stride);
      guchar *to = gdk_pixbuf_get_pixels (pixbuf) + (gsize) y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++)
        {
          guint32 alpha = has_alpha ? from[x] >> 24 : 255;

          *to++ = divide (from[x], 16, alpha);
          *to++ = divide (from[x], 8, alpha);
          *to++ = divide (from[x], 0, alpha);
          if (has_alpha)
            *to++ = (guchar) alpha;
        }
    }

  return pixbuf;
}

GBytes *
ob_chart_export_png (ObChart *chart, const ObExportPage *page, GError **error)
{
  cairo_surface_t *surface = cairo_image_surface_create (
    page->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24,
    MAX (lround (page->width * page->scale), 1), MAX (lround (page->height * page->scale), 1));
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autofree char *dpi = g_strdup_printf ("%ld", lround (OB_EXPORT_PX_PER_INCH * page->scale));
  const char *keys[] = { "x-dpi", "y-dpi", NULL };
  const char *values[] = { dpi, dpi, NULL };
  gboolean drawn;
  char *buffer;
  gsize size;

  drawn = ob_chart_export_finish (chart, surface, page, error);
  if (drawn)
    pixbuf = make_pixbuf (surface);
  cairo_surface_destroy (surface);
  if (!drawn)
    return NULL;

  if (pixbuf == NULL)
    {
      g_set_error_literal (error, OB_CHART_ERROR, OB_CHART_ERROR_FAILED,
                           _ ("There is not enough memory for the picture"));
      return NULL;
    }

  if (!gdk_pixbuf_save_to_bufferv (pixbuf, &buffer, &size, "png", (char **) keys, (char **) values,
                                   error))
    return NULL;

  return g_bytes_new_take (buffer, size);
}
