/* ob-test-page.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-page.h"

#include <stdlib.h>

#define CLEARLY 48

void
ob_test_page_init (ObTestPage *self, ObThemeKind theme, int width, int height)
{
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  self->page = (ObPage){
    .cr = cairo_create (self->surface),
    .width = width,
    .height = height,
    .theme = ob_theme_get (theme),
    .text = ob_text_new (),
    .labels = ob_label_placer_new (),
  };
  self->page.size = ob_text_get_size (self->page.text);
  ob_label_placer_reset (self->page.labels, width, height);
  cairo_set_source_rgb (self->page.cr, 1, 1, 1);
  cairo_paint (self->page.cr);
}

void
ob_test_page_clear (ObTestPage *self)
{
  g_assert_cmpint (cairo_status (self->page.cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (self->page.cr);
  cairo_surface_destroy (self->surface);
  ob_text_free (self->page.text);
  ob_label_placer_free (self->page.labels);
}

guint32
ob_test_page_get_pixel (ObTestPage *self, int x, int y)
{
  const guchar *data;

  g_assert_cmpint (x, >=, 0);
  g_assert_cmpint (y, >=, 0);
  g_assert_cmpint (x, <, cairo_image_surface_get_width (self->surface));
  g_assert_cmpint (y, <, cairo_image_surface_get_height (self->surface));

  cairo_surface_flush (self->surface);
  data = cairo_image_surface_get_data (self->surface);
  data += (gsize) y * cairo_image_surface_get_stride (self->surface);

  return ((const guint32 *) (gconstpointer) data)[x] & 0xffffff;
}

guint
ob_test_page_count_ink (ObTestPage *self, int x, int y, int width, int height)
{
  guint n = 0;

  for (int j = y; j < y + height; j++)
    {
      for (int i = x; i < x + width; i++)
        n += ob_test_page_get_pixel (self, i, j) != 0xffffff;
    }

  return n;
}

double
ob_test_page_compare (ObTestPage *self, ObTestPage *other)
{
  int width = cairo_image_surface_get_width (self->surface);
  int height = cairo_image_surface_get_height (self->surface);
  guint n = 0;

  for (int j = 0; j < height; j++)
    {
      for (int i = 0; i < width; i++)
        {
          guint32 a = ob_test_page_get_pixel (self, i, j);
          guint32 b = ob_test_page_get_pixel (other, i, j);

          n += abs ((int) (a >> 16) - (int) (b >> 16)) > CLEARLY
               || abs ((int) (a >> 8 & 0xff) - (int) (b >> 8 & 0xff)) > CLEARLY
               || abs ((int) (a & 0xff) - (int) (b & 0xff)) > CLEARLY;
        }
    }

  return n / (double) (width * height);
}
