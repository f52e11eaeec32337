/* test-ink-settle.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-engine.h"
#include "ob-ink.h"

#include <math.h>
#include <string.h>

#define SIDE    500
#define N_ITEMS 60
/* Cairo may move an upper and a lower side by a fifteenth of a pixel each; of 255. */
#define BOX_ERROR 36

static cairo_surface_t *
make_surface (void)
{
  return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, SIDE, SIDE);
}

static guint32 *
get_row (cairo_surface_t *surface, int row)
{
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  return (guint32 *) (gpointer) (cairo_image_surface_get_data (surface) + (gsize) row * stride);
}

static void
assert_equal (cairo_surface_t *a, cairo_surface_t *b)
{
  cairo_surface_flush (a);
  cairo_surface_flush (b);
  for (int row = 0; row < SIDE; row++)
    g_assert_cmpmem (get_row (a, row), SIDE * sizeof (guint32), get_row (b, row),
                     SIDE * sizeof (guint32));
}

/* What paints rows on top of what is there, so that it matters when it does. */
static void
darken (int first, int end, gpointer data)
{
  for (int row = first; row < end; row++)
    {
      guint32 *pixels = get_row (data, row);

      for (int i = 0; i < SIDE; i++)
        pixels[i] = 0xff000000u | (pixels[i] >> 1 & 0x7f7f7fu);
    }
}

static void
add_random_path (cairo_t *cr, GRand *rand)
{
  const int n = g_rand_int_range (rand, 3, 40);

  for (int i = 0; i < n; i++)
    cairo_line_to (cr, g_rand_double_range (rand, -40, SIDE + 40),
                   g_rand_double_range (rand, -40, SIDE + 40));
  if (g_rand_boolean (rand))
    cairo_close_path (cr);
}

/* Lines, shapes and rows of all colours; settled after each by @each, or at the end. */
static cairo_surface_t *
draw (guint32 seed, gboolean each)
{
  static const double dashes[] = { 7, 3 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ObInk) ink = ob_ink_new ();
  cairo_surface_t *surface = make_surface ();
  cairo_t *cr = cairo_create (surface);

  for (guint k = 0; k < N_ITEMS; k++)
    {
      const int kind = g_rand_int_range (rand, 0, 8);

      cairo_set_source_rgba (cr, g_rand_double (rand), g_rand_double (rand), g_rand_double (rand),
                             g_rand_double (rand));
      cairo_set_line_width (cr, g_rand_double_range (rand, 0.5, 6));
      cairo_set_dash (cr, dashes, kind == 1 ? 2 : 0, 0);
      if (kind == 0)
        {
          ObPixels pixels;

          g_assert_true (ob_pixels_init (&pixels, cr));
          ob_ink_rows (ink, &pixels, darken, surface);
        }
      else
        {
          add_random_path (cr, rand);
          g_assert_true (kind < 4 ? ob_ink_stroke (ink, cr) : ob_ink_fill (ink, cr));
          cairo_new_path (cr);
        }
      if (each)
        ob_ink_settle (ink);
    }
  ob_ink_settle (ink);
  cairo_destroy (cr);

  return surface;
}

/* However much is settled at once, and on however many threads, things lie on each other in
 * the order they were drawn in. */
static void
test_order (void)
{
  for (guint k = 0; k < 8; k++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      cairo_surface_t *each = draw (seed, TRUE);
      cairo_surface_t *all = draw (seed, FALSE);
      cairo_surface_t *alone;

      ob_engine_limit_threads (1);
      alone = draw (seed, FALSE);
      ob_engine_limit_threads (0);

      assert_equal (each, all);
      assert_equal (alone, all);
      cairo_surface_destroy (each);
      cairo_surface_destroy (all);
      cairo_surface_destroy (alone);
    }
}

/* A curve of pieces of all lengths, and a line beside it with dashes, @down the picture. */
static cairo_surface_t *
draw_curve (guint32 seed, int down)
{
  static const double dashes[] = { 7, 3 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (ObInk) ink = ob_ink_new ();
  cairo_surface_t *surface = make_surface ();
  cairo_t *cr = cairo_create (surface);
  const double turn = g_rand_double_range (rand, -0.4, 0.4);
  double angle = g_rand_double_range (rand, 0, 2 * G_PI);
  double x = SIDE / 2.;
  double y = SIDE / 2.;

  cairo_translate (cr, 0, down);
  for (int i = 0; i < 120; i++)
    {
      const double step = pow (10, g_rand_double_range (rand, -0.5, 1.6));

      cairo_line_to (cr, x, y);
      angle += g_rand_double_range (rand, -0.5, 0.5) + turn;
      x += step * cos (angle);
      y += step * sin (angle);
    }
  cairo_set_line_width (cr, g_rand_double_range (rand, 0.8, 5));
  g_assert_true (ob_ink_stroke (ink, cr));
  cairo_set_source_rgba (cr, 0, 0.5, 1, 0.6);
  cairo_set_dash (cr, dashes, 2, 0);
  g_assert_true (ob_ink_stroke (ink, cr));
  cairo_set_source_rgba (cr, 1, 0.5, 0, 0.3);
  g_assert_true (ob_ink_fill (ink, cr));
  ob_ink_settle (ink);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Rows that are painted by different turns fit together: moved down, what is drawn is the
 * same wherever the turns begin. */
static void
test_seams (void)
{
  const int down = 41;

  for (guint k = 0; k < 100; k++)
    {
      const guint32 seed = (guint32) g_test_rand_int ();
      cairo_surface_t *here = draw_curve (seed, 0);
      cairo_surface_t *there = draw_curve (seed, down);

      for (int row = 0; row < SIDE - down; row++)
        {
          const guint8 *a = (const guint8 *) get_row (here, row);
          const guint8 *b = (const guint8 *) get_row (there, row + down);

          for (gsize i = 0; i < SIDE * sizeof (guint32); i++)
            g_assert_cmpint (ABS (a[i] - b[i]), <=, 3);
        }
      cairo_surface_destroy (here);
      cairo_surface_destroy (there);
    }
}

/* Rectangles side by side, some of them so close that they share pixels, or all upside
 * down, partly beyond the clip: as Cairo fills them. */
static void
test_boxes (void)
{
  for (guint k = 0; k < 60; k++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
      g_autoptr (ObInk) ink = ob_ink_new ();
      cairo_surface_t *surfaces[] = { make_surface (), make_surface () };
      cairo_t *cr[] = { cairo_create (surfaces[0]), cairo_create (surfaces[1]) };
      double x = g_rand_double_range (rand, -30, 30);

      for (guint i = 0; i < 2; i++)
        {
          cairo_rectangle (cr[i], 7, 5, SIDE - 20, SIDE - 17);
          cairo_clip (cr[i]);
          cairo_set_source_rgba (cr[i], 0.9, 0.3, 0.1, k % 2 == 0 ? 1 : 0.6);
        }
      while (x < SIDE)
        {
          const double width = pow (10, g_rand_double_range (rand, -1, 2));
          const double y = g_rand_double_range (rand, -50, SIDE);
          const double height = g_rand_double_range (rand, 0, SIDE) * (k % 5 == 0 ? -1 : 1);

          for (guint i = 0; i < 2; i++)
            cairo_rectangle (cr[i], x, y, width, height);
          x += width + g_rand_double_range (rand, 0, k % 3 == 0 ? 0.5 : 12);
        }
      g_assert_true (ob_ink_fill (ink, cr[0]));
      ob_ink_settle (ink);
      cairo_fill (cr[1]);

      for (int row = 0; row < SIDE; row++)
        {
          const guint8 *a = (const guint8 *) get_row (surfaces[0], row);
          const guint8 *b = (const guint8 *) get_row (surfaces[1], row);

          for (gsize i = 0; i < SIDE * sizeof (guint32); i++)
            g_assert_cmpint (ABS (a[i] - b[i]), <=, BOX_ERROR);
        }
      for (guint i = 0; i < 2; i++)
        {
          cairo_destroy (cr[i]);
          cairo_surface_destroy (surfaces[i]);
        }
    }
}

static void
count_rows (int first, int end, gpointer data)
{
  int *counts = data;

  for (int row = first; row < end; row++)
    g_atomic_int_inc (&counts[row]);
}

/* Each row of the box is painted once, none outside of it, nothing before it is settled, and
 * nothing again. */
static void
test_rows (void)
{
  g_autoptr (ObInk) ink = ob_ink_new ();
  cairo_surface_t *surface = make_surface ();
  cairo_t *cr = cairo_create (surface);
  int counts[SIDE] = { 0 };
  ObPixels pixels;

  cairo_rectangle (cr, 10, 37, 400, 251);
  cairo_clip (cr);
  g_assert_true (ob_pixels_init (&pixels, cr));
  ob_ink_rows (ink, &pixels, count_rows, counts);
  for (int row = 0; row < SIDE; row++)
    g_assert_cmpint (counts[row], ==, 0);
  for (int k = 0; k < 2; k++)
    {
      ob_ink_settle (ink);
      for (int row = 0; row < SIDE; row++)
        g_assert_cmpint (counts[row], ==, row >= 37 && row < 288 ? 1 : 0);
    }

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* What goes onto another picture does not take with it what waits. */
static void
test_pictures (void)
{
  g_autoptr (ObInk) ink = ob_ink_new ();
  cairo_surface_t *surfaces[] = { make_surface (), make_surface () };

  for (guint k = 0; k < 2; k++)
    {
      cairo_t *cr = cairo_create (surfaces[k]);

      cairo_set_source_rgb (cr, 1, k, 0);
      cairo_rectangle (cr, 100, 100, 50, 50);
      g_assert_true (ob_ink_fill (ink, cr));
      cairo_destroy (cr);
    }
  ob_ink_settle (ink);
  g_assert_cmphex (get_row (surfaces[0], 120)[120], ==, 0xffff0000);
  g_assert_cmphex (get_row (surfaces[1], 120)[120], ==, 0xffffff00);

  for (guint k = 0; k < 2; k++)
    cairo_surface_destroy (surfaces[k]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ink-settle/order", test_order);
  g_test_add_func ("/ink-settle/seams", test_seams);
  g_test_add_func ("/ink-settle/boxes", test_boxes);
  g_test_add_func ("/ink-settle/rows", test_rows);
  g_test_add_func ("/ink-settle/pictures", test_pictures);

  return g_test_run ();
}
