/* test-ink.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-ink.h"
#include "ob-line-mark.h"
#include "ob-test-page.h"

#include <math.h>

#define WIDTH   200
#define HEIGHT  140
#define N_LINES 60

/* How much darkness there is on white, and where its middle is, px. */
static double
weigh (ObTestPage *test, double *x, double *y)
{
  double sum = 0;

  *x = *y = 0;
  for (int j = 0; j < HEIGHT; j++)
    {
      for (int i = 0; i < WIDTH; i++)
        {
          const double ink = 1 - (ob_test_page_get_pixel (test, i, j) & 0xff) / 255.;

          sum += ink;
          *x += ink * i;
          *y += ink * j;
        }
    }
  *x /= MAX (sum, 1e-9);
  *y /= MAX (sum, 1e-9);

  return sum;
}

/* The root of the mean square of the differences, of the range. */
static double
compare (ObTestPage *a, ObTestPage *b)
{
  double sum = 0;

  for (int j = 0; j < HEIGHT; j++)
    {
      for (int i = 0; i < WIDTH; i++)
        {
          const double d = (ob_test_page_get_pixel (a, i, j) & 0xff) / 255.
                           - (ob_test_page_get_pixel (b, i, j) & 0xff) / 255.;

          sum += d * d;
        }
    }

  return sqrt (sum / (WIDTH * HEIGHT));
}

/* Compares what was drawn with ink with what Cairo did. Where little of it is on the page a dash
 * that begins a pixel earlier is much of it. */
static void
check_pages (ObTestPage *ink, ObTestPage *cairo, double tolerance)
{
  double weight[2];
  double x[2];
  double y[2];

  weight[0] = weigh (ink, &x[0], &y[0]);
  weight[1] = weigh (cairo, &x[1], &y[1]);
  g_assert_cmpfloat (fabs (weight[0] - weight[1]), <=, 6 + tolerance * weight[1]);
  if (weight[1] > 200)
    {
      g_assert_cmpfloat (fabs (x[0] - x[1]), <, 1);
      g_assert_cmpfloat (fabs (y[0] - y[1]), <, 1);
    }
  g_assert_cmpfloat (compare (ink, cairo), <, 0.03);
}

/* Draws the path with ink on one page, as Cairo does on the other, and compares. */
static void
check_same (ObTestPage *ink, ObTestPage *cairo, cairo_path_t *path, double tolerance)
{
  g_autoptr (ObInk) self = ob_ink_new ();

  cairo_append_path (ink->page.cr, path);
  cairo_append_path (cairo->page.cr, path);
  g_assert_true (ob_ink_stroke (self, ink->page.cr));
  ob_ink_settle (self);
  cairo_stroke (cairo->page.cr);
  check_pages (ink, cairo, tolerance);
}

static void
check_same_fill (ObTestPage *ink, ObTestPage *cairo, cairo_path_t *path)
{
  g_autoptr (ObInk) self = ob_ink_new ();

  cairo_append_path (ink->page.cr, path);
  cairo_append_path (cairo->page.cr, path);
  g_assert_true (ob_ink_fill (self, ink->page.cr));
  ob_ink_settle (self);
  cairo_fill (cairo->page.cr);
  cairo_new_path (ink->page.cr);
  check_pages (ink, cairo, 0.01);
}

static void
set_pen (cairo_t *cr, double width, const double *dashes, int n_dashes)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, dashes, n_dashes, n_dashes > 0 ? 1.3 : 0);
}

/* Lines that wind, in all widths, with dashes and without, partly off the page. */
static void
test_like_cairo (void)
{
  static const double dashes[] = { 8, 2.5, 1.2, 2.5, 1.2, 2.5 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint k = 0; k < N_LINES; k++)
    {
      g_auto (ObTestPage) ink = { 0 };
      g_auto (ObTestPage) cairo = { 0 };
      const double width = g_rand_double_range (rand, 0.5, 5);
      const int n_dashes = (int) k % 4 == 0 ? 0 : (int) k % 4 * 2;
      const guint n = (guint) g_rand_int_range (rand, 2, 60);
      const double step = g_rand_double_range (rand, 0.3, 12);
      double x = g_rand_double_range (rand, -20, WIDTH + 20);
      double y = g_rand_double_range (rand, -20, HEIGHT + 20);
      double angle = g_rand_double_range (rand, 0, 7);
      cairo_path_t *path;

      ob_test_page_init (&ink, OB_THEME_LIGHT, WIDTH, HEIGHT);
      ob_test_page_init (&cairo, OB_THEME_LIGHT, WIDTH, HEIGHT);
      set_pen (ink.page.cr, width, dashes, n_dashes);
      set_pen (cairo.page.cr, width, dashes, n_dashes);
      for (guint i = 0; i < n; i++)
        {
          cairo_line_to (ink.page.cr, x, y);
          angle += g_rand_double_range (rand, -0.15, 0.15);
          x += step * cos (angle);
          y += step * sin (angle);
        }
      path = cairo_copy_path (ink.page.cr);
      cairo_new_path (ink.page.cr);
      check_same (&ink, &cairo, path, 0.05);
      cairo_path_destroy (path);
    }
}

/* Channels are rounded. */
static void
assert_near (ObTestPage *test, int x, int y, guint32 expected)
{
  const guint32 pixel = ob_test_page_get_pixel (test, x, y);

  for (guint shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int) (pixel >> shift & 0xff) - (int) (expected >> shift & 0xff)), <=, 1);
}

/* Bands between two lines, partly off the page, and stars that lie on themselves, which
 * are filled by the even-odd rule as there is no telling how often they do. */
static void
test_fill_like_cairo (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint k = 0; k < N_LINES; k++)
    {
      g_auto (ObTestPage) ink = { 0 };
      g_auto (ObTestPage) cairo = { 0 };
      const gboolean star = k % 2 == 0;
      const guint n = (guint) g_rand_int_range (rand, 3, 40);
      const double step = g_rand_double_range (rand, 0.5, 20);
      double x = g_rand_double_range (rand, -40, WIDTH / 2.);
      cairo_path_t *path;

      ob_test_page_init (&ink, OB_THEME_LIGHT, WIDTH, HEIGHT);
      ob_test_page_init (&cairo, OB_THEME_LIGHT, WIDTH, HEIGHT);
      for (guint i = 0; star && i < n; i++)
        cairo_line_to (ink.page.cr, g_rand_double_range (rand, -60, WIDTH + 60),
                       g_rand_double_range (rand, -60, HEIGHT + 60));
      for (guint i = 0; !star && i < n; i++, x += step)
        cairo_line_to (ink.page.cr, x, g_rand_double_range (rand, -30, HEIGHT / 2.));
      for (guint i = 0; !star && i < n; i++, x -= step)
        cairo_line_to (ink.page.cr, x - step, g_rand_double_range (rand, HEIGHT / 2., HEIGHT + 30));
      path = cairo_copy_path (ink.page.cr);
      cairo_new_path (ink.page.cr);
      cairo_set_source_rgba (ink.page.cr, 0, 0, 0, 0.6);
      cairo_set_source_rgba (cairo.page.cr, 0, 0, 0, 0.6);
      cairo_set_fill_rule (ink.page.cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_set_fill_rule (cairo.page.cr, CAIRO_FILL_RULE_EVEN_ODD);
      check_same_fill (&ink, &cairo, path);
      if (!star)
        {
          cairo_set_fill_rule (ink.page.cr, CAIRO_FILL_RULE_WINDING);
          cairo_set_fill_rule (cairo.page.cr, CAIRO_FILL_RULE_WINDING);
          check_same_fill (&ink, &cairo, path);
        }
      cairo_path_destroy (path);
    }
}

/* Pixels are covered by the part of them that is inside, a hole stays empty, shapes are closed
 * where the path does not say so, and nothing is drawn beyond the clip. */
static void
test_fill_shapes (void)
{
  g_auto (ObTestPage) test = { 0 };
  g_autoptr (ObInk) self = ob_ink_new ();
  cairo_t *cr;

  ob_test_page_init (&test, OB_THEME_LIGHT, WIDTH, HEIGHT);
  cr = test.page.cr;
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, 10.25, 10, 20, 20.5);
  cairo_move_to (cr, 15, 15);
  cairo_line_to (cr, 15, 20);
  cairo_line_to (cr, 20, 20);
  cairo_line_to (cr, 20, 15);
  g_assert_true (ob_ink_fill (self, cr));
  ob_ink_settle (self);
  cairo_new_path (cr);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 12, 12), ==, 0x000000);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 17, 17), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 9, 12), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 12, 31), ==, 0xffffff);
  assert_near (&test, 10, 12, 0x404040);
  assert_near (&test, 30, 12, 0xbfbfbf);
  assert_near (&test, 12, 30, 0x808080);

  cairo_rectangle (cr, 60, 40, 50, 50);
  cairo_clip (cr);
  cairo_rectangle (cr, -5e5, -5e5, 1e6, 1e6);
  g_assert_true (ob_ink_fill (self, cr));
  ob_ink_settle (self);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 60, 40), ==, 0x000000);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 109, 89), ==, 0x000000);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 59, 60), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 110, 60), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 80, 39), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 80, 90), ==, 0xffffff);
}

/* Straight along pixels it is sharp, closed lines have no seam, dots are round. */
static void
test_shapes (void)
{
  g_auto (ObTestPage) ink = { 0 };
  g_auto (ObTestPage) cairo = { 0 };
  cairo_path_t *path;
  cairo_t *cr;

  ob_test_page_init (&ink, OB_THEME_LIGHT, WIDTH, HEIGHT);
  ob_test_page_init (&cairo, OB_THEME_LIGHT, WIDTH, HEIGHT);
  cr = ink.page.cr;
  set_pen (cr, 2, NULL, 0);
  set_pen (cairo.page.cr, 2, NULL, 0);
  cairo_move_to (cr, 10, 20);
  cairo_line_to (cr, 90, 20);
  cairo_move_to (cr, 20, 30);
  cairo_line_to (cr, 20, 90);
  cairo_rectangle (cr, 40, 40, 50, 30);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 150, 70, 30, 0, 2 * G_PI);
  cairo_close_path (cr);
  path = cairo_copy_path (cr);
  cairo_new_path (cr);
  check_same (&ink, &cairo, path, 0.02);
  cairo_path_destroy (path);

  g_assert_cmphex (ob_test_page_get_pixel (&ink, 50, 18), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&ink, 50, 19), ==, 0x000000);
  g_assert_cmphex (ob_test_page_get_pixel (&ink, 50, 20), ==, 0x000000);
  g_assert_cmphex (ob_test_page_get_pixel (&ink, 50, 21), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&ink, 9, 20), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&ink, 10, 20), ==, 0x000000);
  g_assert_cmphex (ob_test_page_get_pixel (&ink, 18, 60), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&ink, 19, 60), ==, 0x000000);
  g_assert_cmphex (ob_test_page_get_pixel (&ink, 40, 40), ==, 0x000000);
}

/* What shines through does so once, also where a line crosses itself, and the ground
 * stays where there is no line. */
static void
test_colour (void)
{
  g_auto (ObTestPage) test = { 0 };
  g_autoptr (ObInk) self = ob_ink_new ();
  cairo_t *cr;

  ob_test_page_init (&test, OB_THEME_LIGHT, WIDTH, HEIGHT);
  cr = test.page.cr;
  cairo_set_source_rgb (cr, 0.4, 0.6, 0.2);
  cairo_paint (cr);
  cairo_set_source_rgba (cr, 1, 0, 0.5, 0.5);
  cairo_set_line_width (cr, 6);
  cairo_move_to (cr, 20, 50);
  cairo_line_to (cr, 120, 50);
  cairo_line_to (cr, 120, 20);
  cairo_line_to (cr, 70, 20);
  cairo_line_to (cr, 70, 100);
  g_assert_true (ob_ink_stroke (self, cr));
  ob_ink_settle (self);
  assert_near (&test, 40, 50, 0xb24d59);
  assert_near (&test, 70, 50, 0xb24d59);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 40, 60), ==, 0x669933);
  /* The path is still there, and nothing of the first stroke. */
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 2);
  g_assert_true (ob_ink_stroke (self, cr));
  ob_ink_settle (self);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 40, 50), ==, 0x000000);
  assert_near (&test, 40, 52, 0xb24d59);
}

/* Nothing beyond the clip, from lines that go far beyond it, and no end of dashes. */
static void
test_clip (void)
{
  static const double dash[] = { 3, 2 };
  g_auto (ObTestPage) test = { 0 };
  g_autoptr (ObInk) self = ob_ink_new ();
  cairo_t *cr;

  ob_test_page_init (&test, OB_THEME_LIGHT, WIDTH, HEIGHT);
  cr = test.page.cr;
  cairo_rectangle (cr, 50, 30, 80, 60);
  cairo_clip (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 3);
  for (guint k = 0; k < 2; k++)
    {
      cairo_set_dash (cr, dash, k == 0 ? 0 : 2, 0);
      cairo_move_to (cr, -8e6, -4e6);
      cairo_line_to (cr, 8e6, 4e6);
      cairo_line_to (cr, 60, -8e6);
      cairo_line_to (cr, 61, 8e6);
      g_assert_true (ob_ink_stroke (self, cr));
      ob_ink_settle (self);
      cairo_new_path (cr);
    }
  g_assert_cmpuint (ob_test_page_count_ink (&test, 50, 30, 80, 60), >, 200);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 0, WIDTH, HEIGHT), ==,
                    ob_test_page_count_ink (&test, 50, 30, 80, 60));
}

/* With twice the pixels a line has twice the width in pixels. */
static void
test_scaled (void)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 2 * WIDTH, 2 * HEIGHT);
  g_autoptr (ObInk) self = ob_ink_new ();
  const guint32 *row;
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, 2, 2);
  cr = cairo_create (surface);
  cairo_translate (cr, 10, 10);
  cairo_set_line_width (cr, 3);
  cairo_move_to (cr, 0, 40);
  cairo_line_to (cr, 100, 40);
  g_assert_true (ob_ink_stroke (self, cr));
  ob_ink_settle (self);
  cairo_destroy (cr);

  cairo_surface_flush (surface);
  for (int j = 0; j < 2 * HEIGHT; j++)
    {
      row =
        (const guint32 *) (gconstpointer) (cairo_image_surface_get_data (surface)
                                           + (gsize) j * cairo_image_surface_get_stride (surface));
      g_assert_cmphex (row[120], ==, j >= 97 && j < 103 ? 0xff000000 : 0);
      g_assert_cmphex (row[19], ==, 0);
    }
  cairo_surface_destroy (surface);
}

/* Vectors, turned and cut pages, and sources that are more than a colour. */
static void
test_refused (void)
{
  g_autoptr (ObInk) self = ob_ink_new ();
  cairo_surface_t *recording = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 50, 50);
  cairo_t *cr = cairo_create (recording);

  cairo_move_to (cr, 1, 1);
  cairo_line_to (cr, 9, 9);
  g_assert_false (ob_ink_stroke (self, cr));
  cairo_destroy (cr);

  cr = cairo_create (image);
  cairo_move_to (cr, 1, 1);
  cairo_line_to (cr, 9, 9);
  cairo_save (cr);
  cairo_rotate (cr, 0.1);
  g_assert_false (ob_ink_stroke (self, cr));
  cairo_restore (cr);
  cairo_save (cr);
  cairo_rectangle (cr, 0.5, 0, 20, 20);
  cairo_clip (cr);
  g_assert_false (ob_ink_stroke (self, cr));
  cairo_restore (cr);
  cairo_save (cr);
  cairo_set_source_surface (cr, recording, 0, 0);
  g_assert_false (ob_ink_stroke (self, cr));
  g_assert_false (ob_ink_fill (self, cr));
  cairo_restore (cr);
  cairo_push_group (cr);
  g_assert_false (ob_ink_stroke (self, cr));
  cairo_pattern_destroy (cairo_pop_group (cr));
  cairo_set_line_width (cr, 100);
  g_assert_false (ob_ink_stroke (self, cr));

  cairo_destroy (cr);
  cairo_surface_flush (image);
  for (int i = 0; i < 50; i++)
    g_assert_cmphex (((const guint32 *) (gconstpointer) cairo_image_surface_get_data (image))[i],
                     ==, 0);
  cairo_surface_destroy (image);
  cairo_surface_destroy (recording);
}

/* The first row of a column that is darker than @light, or the last. */
static int
find_end (ObTestPage *test, int column, gboolean last, guint32 light)
{
  for (int j = 0; j < HEIGHT; j++)
    {
      const int row = last ? HEIGHT - 1 - j : j;

      if ((ob_test_page_get_pixel (test, column, row) & 0xff) < light)
        return row;
    }

  return last ? -1 : HEIGHT;
}

/* Of a dense line drawn on the page, each column of pixels has the ends it has when all of
 * its points are drawn. */
static void
test_columns (void)
{
  enum
  {
    N_DENSE = 6000
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autoptr (ObInk) self = ob_ink_new ();
  g_auto (ObTestPage) thinned = { 0 };
  g_auto (ObTestPage) full = { 0 };
  g_autofree double *x = g_new (double, N_DENSE);
  g_autofree double *y = g_new (double, N_DENSE);
  const ObPlot plot = { { 20, 20, 160, 100 },
                        { OB_SCALE_LINEAR, 0, N_DENSE },
                        { OB_SCALE_LINEAR, -1, 2 } };

  ob_test_page_init (&thinned, OB_THEME_LIGHT, WIDTH, HEIGHT);
  ob_test_page_init (&full, OB_THEME_LIGHT, WIDTH, HEIGHT);
  thinned.page.ink = self;
  for (guint i = 0; i < N_DENSE; i++)
    {
      x[i] = i;
      y[i] = sin (i / 500.) + (g_rand_int_range (rand, 0, 400) == 0 ? 0.9 : 0.);
    }

  set_pen (thinned.page.cr, 2, NULL, 0);
  ob_line_mark_path (&thinned.page, &plot, x, y, N_DENSE);
  ob_page_stroke (&thinned.page);
  ob_page_settle (&thinned.page);
  set_pen (full.page.cr, 2, NULL, 0);
  for (guint i = 0; i < N_DENSE; i++)
    cairo_line_to (full.page.cr, ob_plot_get_x (&plot, x[i]), ob_plot_get_y (&plot, y[i]));
  cairo_stroke (full.page.cr);

  for (int i = 21; i < 179; i++)
    {
      for (guint side = 0; side < 2; side++)
        {
          const int a = find_end (&thinned, i, side == 1, 0x80);
          const int b = find_end (&full, i, side == 1, 0x80);
          const int sign = side == 1 ? 1 : -1;

          /* Where the one is dark, the other is not white. */
          g_assert_cmpint (sign * (find_end (&full, i, side == 1, 0xf8) - a), >=, -1);
          g_assert_cmpint (sign * (find_end (&thinned, i, side == 1, 0xf8) - b), >=, -1);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ink/like-cairo", test_like_cairo);
  g_test_add_func ("/ink/shapes", test_shapes);
  g_test_add_func ("/ink/fill-like-cairo", test_fill_like_cairo);
  g_test_add_func ("/ink/fill-shapes", test_fill_shapes);
  g_test_add_func ("/ink/colour", test_colour);
  g_test_add_func ("/ink/clip", test_clip);
  g_test_add_func ("/ink/scaled", test_scaled);
  g_test_add_func ("/ink/refused", test_refused);
  g_test_add_func ("/ink/columns", test_columns);

  return g_test_run ();
}
