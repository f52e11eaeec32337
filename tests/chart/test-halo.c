/* test-halo.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-halo.h"
#include "ob-test-page.h"

#include <math.h>

#define WIDTH  160
#define HEIGHT 40
#define RADIUS 1.5

static void
draw_at (ObTestPage *test, const char *text, double x, double y)
{
  PangoLayout *layout = ob_text_get_layout (test->page.text, OB_TEXT_BODY, text, 0);

  cairo_save (test->page.cr);
  cairo_translate (test->page.cr, x, y);
  cairo_set_source_rgb (test->page.cr, 1, 0, 0);
  g_assert_true (ob_halo_draw (test->page.cr, layout, RADIUS));
  cairo_restore (test->page.cr);
}

/* As the outlines of the letters stroked, which is the exact way. */
static void
draw_outlines (ObTestPage *test, const char *text, double x, double y)
{
  PangoLayout *layout = ob_text_get_layout (test->page.text, OB_TEXT_BODY, text, 0);
  cairo_t *cr = test->page.cr;

  cairo_save (cr);
  cairo_set_source_rgb (cr, 1, 0, 0);
  cairo_move_to (cr, x, y);
  pango_cairo_layout_path (cr, layout);
  cairo_set_line_width (cr, 2 * RADIUS);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_fill_preserve (cr);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static double
get_ink (ObTestPage *test)
{
  double ink = 0;

  for (int y = 0; y < HEIGHT; y++)
    {
      for (int x = 0; x < WIDTH; x++)
        ink += (255 - (ob_test_page_get_pixel (test, x, y) & 0xff)) / 255.;
    }

  return ink;
}

/* No pixel of a letter stands on the ground that was there, and what is more than
 * the halo reaches away from every letter is as it was. */
static void
test_covers (void)
{
  g_auto (ObTestPage) halo = { 0 };
  g_auto (ObTestPage) letters = { 0 };

  ob_test_page_init (&halo, OB_THEME_LIGHT, WIDTH, HEIGHT);
  ob_test_page_init (&letters, OB_THEME_LIGHT, WIDTH, HEIGHT);
  draw_at (&halo, "Wägen 12.5 %", 20, 10);
  cairo_set_source_rgb (letters.page.cr, 0, 0, 0);
  cairo_move_to (letters.page.cr, 20, 10);
  pango_cairo_show_layout (letters.page.cr,
                           ob_text_get_layout (letters.page.text, OB_TEXT_BODY, "Wägen 12.5 %", 0));

  for (int y = 4; y < HEIGHT - 4; y++)
    {
      for (int x = 4; x < WIDTH - 4; x++)
        {
          if (ob_test_page_get_pixel (&letters, x, y) == 0)
            for (int k = 0; k < 9; k++)
              g_assert_cmphex (ob_test_page_get_pixel (&halo, x + k % 3 - 1, y + k / 3 - 1), <=,
                               0xff0303);
          if (ob_test_page_count_ink (&letters, x - 3, y - 3, 7, 7) == 0)
            g_assert_cmphex (ob_test_page_get_pixel (&halo, x, y), ==, 0xffffff);
        }
    }
  g_assert_cmpfloat (get_ink (&halo), >, 200);
}

/* Wherever the letters stand between pixels it has nearly the ink of the exact one. */
static void
test_exact (void)
{
  for (guint i = 0; i < 16; i++)
    {
      g_auto (ObTestPage) halo = { 0 };
      g_auto (ObTestPage) exact = { 0 };
      const double x = 20 + i % 4 / 4.;
      const double y = 10 + (guint) (i / 4) / 4.;

      ob_test_page_init (&halo, OB_THEME_LIGHT, WIDTH, HEIGHT);
      ob_test_page_init (&exact, OB_THEME_LIGHT, WIDTH, HEIGHT);
      draw_at (&halo, "Break-even", x, y);
      draw_outlines (&exact, "Break-even", x, y);
      g_test_message ("R %g", get_ink (&halo) / get_ink (&exact));
    }
}

/* What was kept is for one place, size and text only. */
static void
test_kept (void)
{
  g_auto (ObTestPage) kept = { 0 };

  ob_test_page_init (&kept, OB_THEME_LIGHT, WIDTH, HEIGHT);
  for (guint i = 0; i < 40; i++)
    {
      g_auto (ObTestPage) fresh = { 0 };
      const double x = 10 + i % 7 * 0.31;
      const double y = 5 + i % 3 * 0.5;
      const double scale = i % 11 == 0 ? 1.4 : 1;

      ob_test_page_init (&fresh, OB_THEME_LIGHT, WIDTH, HEIGHT);
      cairo_set_source_rgb (kept.page.cr, 1, 1, 1);
      cairo_paint (kept.page.cr);
      cairo_save (kept.page.cr);
      cairo_scale (kept.page.cr, scale, scale);
      cairo_scale (fresh.page.cr, scale, scale);
      draw_at (&kept, "$0.58 tn", x, y);
      draw_at (&fresh, "$0.58 tn", x, y);
      cairo_restore (kept.page.cr);
      g_assert_cmpfloat (ob_test_page_compare (&kept, &fresh), ==, 0);
      g_assert_cmpfloat (get_ink (&kept), ==, get_ink (&fresh));
    }
}

/* Twice the pixels, twice the size in pixels, at the same place. */
static void
test_scaled (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 2 * WIDTH, 2 * HEIGHT);
  g_auto (ObTestPage) big = { 0 };
  g_auto (ObTestPage) test = { 0 };
  double ink = 0;

  ob_test_page_init (&test, OB_THEME_LIGHT, WIDTH, HEIGHT);
  ob_test_page_init (&big, OB_THEME_LIGHT, 2 * WIDTH, 2 * HEIGHT);
  cairo_surface_destroy (big.surface);
  cairo_destroy (big.page.cr);
  cairo_surface_set_device_scale (surface, 2, 2);
  big.surface = surface;
  big.page.cr = cairo_create (surface);
  cairo_set_source_rgb (big.page.cr, 1, 1, 1);
  cairo_paint (big.page.cr);

  draw_at (&test, "Risk 25 %", 20, 10);
  draw_at (&big, "Risk 25 %", 20, 10);
  for (int y = 0; y < 2 * HEIGHT; y++)
    {
      for (int x = 0; x < 2 * WIDTH; x++)
        {
          double here = (255 - (ob_test_page_get_pixel (&big, x, y) & 0xff)) / 255.;

          ink += here / 4;
          /* A pixel of the one is four of the other. */
          if (here > 0)
            g_assert_cmpuint (
              ob_test_page_count_ink (&test, MAX (x / 2 - 1, 0), MAX (y / 2 - 1, 0), 3, 3), >, 0);
        }
    }
  g_assert_cmpfloat (fabs (ink / get_ink (&test) - 1), <, 0.12);
}

/* What is not made of pixels, is turned or stretched or has no letters. */
static void
test_refused (void)
{
  ObText *text = ob_text_new ();
  PangoLayout *layout = ob_text_get_layout (text, OB_TEXT_BODY, "x", 0);
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 10, 10);
  cairo_t *cr = cairo_create (recording);

  g_assert_false (ob_halo_draw (cr, layout, RADIUS));
  cairo_destroy (cr);

  cr = cairo_create (image);
  cairo_rotate (cr, 0.3);
  g_assert_false (ob_halo_draw (cr, layout, RADIUS));
  cairo_identity_matrix (cr);
  cairo_scale (cr, 1, 2);
  g_assert_false (ob_halo_draw (cr, layout, RADIUS));
  cairo_identity_matrix (cr);
  cairo_scale (cr, 100, 100);
  g_assert_false (ob_halo_draw (cr, layout, RADIUS));
  cairo_identity_matrix (cr);
  g_assert_true (ob_halo_draw (cr, ob_text_get_layout (text, OB_TEXT_BODY, "", 0), RADIUS));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);

  cairo_destroy (cr);
  cairo_surface_destroy (image);
  cairo_surface_destroy (recording);
  ob_text_free (text);
}

/* To ask where a label goes does not lay it out anew. */
static void
test_label_rect (void)
{
  g_auto (ObTestPage) test = { 0 };
  PangoLayout *layout;
  ObLabel label = {
    .text = "Years of use",
    .style = OB_TEXT_BODY,
    .max_width = 60,
    .text_align = PANGO_ALIGN_RIGHT,
  };
  guint serial;

  ob_test_page_init (&test, OB_THEME_LIGHT, WIDTH, HEIGHT);
  g_assert_true (ob_page_put_label (&test.page, &label));
  layout = ob_text_get_layout (test.page.text, label.style, label.text, label.max_width);
  serial = pango_layout_get_serial (layout);
  label.text_align = PANGO_ALIGN_LEFT;
  ob_page_get_label_rect (&test.page, &label);
  g_assert_cmpuint (pango_layout_get_serial (layout), ==, serial);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/halo/covers", test_covers);
  g_test_add_func ("/halo/exact", test_exact);
  g_test_add_func ("/halo/kept", test_kept);
  g_test_add_func ("/halo/scaled", test_scaled);
  g_test_add_func ("/halo/refused", test_refused);
  g_test_add_func ("/halo/label-rect", test_label_rect);

  return g_test_run ();
}
