/* test-marks.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-band-mark.h"
#include "ob-bar-mark.h"
#include "ob-gap-pen.h"
#include "ob-heat-mark.h"
#include "ob-iso-mark.h"
#include "ob-line-mark.h"
#include "ob-test-page.h"

#include <math.h>

#define N_DENSE 6000

static ObPlot
make_plot (double x_max, double y_min, double y_max)
{
  return (ObPlot){
    { 20, 20, 160, 100 },
    { OB_SCALE_LINEAR, 0, x_max },
    { OB_SCALE_LINEAR, y_min, y_max },
  };
}

/* A thinned line looks like the full one; a line that lost its peaks does not. */
static void
test_line_thinned (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_auto (ObTestPage) thinned = { 0 };
  g_auto (ObTestPage) full = { 0 };
  g_autofree double *x = g_new (double, N_DENSE);
  g_autofree double *y = g_new (double, N_DENSE);
  ObPlot plot = make_plot (N_DENSE, -1, 2);
  guint n;

  ob_test_page_init (&thinned, OB_THEME_LIGHT, 200, 140);
  ob_test_page_init (&full, OB_THEME_LIGHT, 200, 140);
  for (guint i = 0; i < N_DENSE; i++)
    {
      x[i] = i;
      y[i] = sin (i / 500.) + (g_rand_int_range (rand, 0, 400) == 0 ? 0.9 : 0.);
    }

  n = ob_line_mark_path (&thinned.page, &plot, x, y, N_DENSE);
  g_assert_cmpuint (n, <=, 4 * 162);
  g_assert_cmpuint (n, >=, 160);
  cairo_set_line_width (thinned.page.cr, 1);
  cairo_set_source_rgb (thinned.page.cr, 0, 0, 0);
  cairo_stroke (thinned.page.cr);

  cairo_set_line_width (full.page.cr, 1);
  cairo_set_source_rgb (full.page.cr, 0, 0, 0);
  for (guint i = 0; i < N_DENSE; i++)
    cairo_line_to (full.page.cr, ob_plot_get_x (&plot, x[i]), ob_plot_get_y (&plot, y[i]));
  cairo_stroke (full.page.cr);

  g_assert_cmpfloat (ob_test_page_compare (&thinned, &full), <, 0.015);
  g_assert_cmpuint (ob_test_page_count_ink (&full, 20, 20, 160, 100), >, 300);
}

/* Few points are all drawn, what has no place leaves a gap. */
static void
test_line_gap (void)
{
  g_auto (ObTestPage) test = { 0 };
  const double x[] = { 0, 1, 2, 3, 4 };
  const double y[] = { 1, 1, NAN, 1, 1 };
  ObPlot plot = make_plot (4, 0, 2);

  ob_test_page_init (&test, OB_THEME_LIGHT, 200, 140);
  g_assert_cmpuint (ob_line_mark_path (&test.page, &plot, x, y, 5), ==, 4);
  cairo_new_path (test.page.cr);
  ob_line_mark_draw (&test.page, &plot, x, y, 5, 0);

  g_assert_cmpuint (ob_test_page_count_ink (&test, 25, 65, 30, 10), >, 20);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 65, 20, 70, 100), ==, 0);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 145, 65, 30, 10), >, 20);
}

/* Values far beyond the plot leave ink in it only where the line crosses it. */
static void
test_line_far (void)
{
  g_auto (ObTestPage) test = { 0 };
  const double x[] = { 0, 1, 2 };
  const double y[] = { -1e300, 1e300, -1e300 };
  ObPlot plot = make_plot (2, 0, 1);

  ob_test_page_init (&test, OB_THEME_DARK, 200, 140);
  ob_line_mark_draw (&test.page, &plot, x, y, 3, 3);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 0, 15, 140), ==, 0);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 125, 200, 15), ==, 0);
}

static void
test_band (void)
{
  g_auto (ObTestPage) test = { 0 };
  const double x[] = { 0, 4 };
  const double low[] = { 0.5, 0.5 };
  const double high[] = { 1.5, 1.5 };
  const double both[] = { -1, 1 };
  const ObColor red = { 1, 0, 0, 1 };
  const ObColor blue = { 0, 0, 1, 1 };
  ObPlot plot = make_plot (4, 0, 2);

  ob_test_page_init (&test, OB_THEME_LIGHT, 200, 140);
  ob_band_mark_draw (&test.page, &plot, x, low, high, 2, &red);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 100, 70), ==, 0xff0000);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 100, 30), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 100, 110), ==, 0xffffff);

  plot = make_plot (4, -1, 1);
  cairo_set_source_rgb (test.page.cr, 1, 1, 1);
  cairo_paint (test.page.cr);
  ob_band_mark_draw_signed (&test.page, &plot, x, both, 2, &red, &blue);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 30, 80), ==, 0xff0000);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 170, 60), ==, 0x0000ff);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 30, 60), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 170, 80), ==, 0xffffff);
}

static guint32
pack (const ObColor *color)
{
  return (guint32) lround (color->red * 255) << 16 | (guint32) lround (color->green * 255) << 8
         | (guint32) lround (color->blue * 255);
}

/* Positive parts stack upwards, negative ones downwards, each in its colour. */
static void
test_bars (void)
{
  g_auto (ObTestPage) test = { 0 };
  const double first[] = { 1, -1 };
  const double second[] = { 1, 1 };
  const double *parts[] = { first, second };
  const guint fills[] = { 0, 2 };
  ObPlot plot = make_plot (2, -2, 2);
  const ObColor *colors;

  ob_test_page_init (&test, OB_THEME_LIGHT, 200, 140);
  colors = test.page.theme->part;
  ob_bar_mark_draw (&test.page, &plot, parts, fills, 2, 2);

  g_assert_cmphex (ob_test_page_get_pixel (&test, 60, 58), ==, pack (&colors[0]));
  g_assert_cmphex (ob_test_page_get_pixel (&test, 60, 32), ==, pack (&colors[2]));
  g_assert_cmphex (ob_test_page_get_pixel (&test, 60, 82), ==, 0xffffff);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 140, 58), ==, pack (&colors[2]));
  g_assert_cmphex (ob_test_page_get_pixel (&test, 140, 82), ==, pack (&colors[0]));
  g_assert_cmphex (ob_test_page_get_pixel (&test, 140, 32), ==, 0xffffff);
}

/* Every other part is striped, so that neighbours differ without colour. */
static void
test_bar_stripes (void)
{
  g_auto (ObTestPage) test = { 0 };
  const double values[] = { 2 };
  const double *parts[] = { values };
  const guint fills[] = { 1 };
  ObPlot plot = make_plot (1, 0, 2);
  guint n_stripes = 0;

  g_assert_true (ob_bar_mark_is_striped (1));
  g_assert_false (ob_bar_mark_is_striped (2));
  ob_test_page_init (&test, OB_THEME_LIGHT, 200, 140);
  ob_bar_mark_draw (&test.page, &plot, parts, fills, 1, 1);
  for (int y = 22; y < 118; y++)
    n_stripes += ob_test_page_get_pixel (&test, 90, y) != pack (&test.page.theme->part[1]);
  g_assert_cmpuint (n_stripes, >=, 20);
  g_assert_cmpuint (n_stripes, <=, 30);
}

/* White exactly where the value is zero, the right hue on either side. */
static void
test_heat (void)
{
  g_auto (ObTestPage) test = { 0 };
  const double values[] = { -1, 0, 1, -1, 0, 1 };
  const ObRect rect = { 20, 20, 160, 100 };
  g_autoptr (ObHeatMark) heat = NULL;
  guint32 low;
  guint32 high;

  ob_test_page_init (&test, OB_THEME_LIGHT, 200, 140);
  cairo_set_source_rgb (test.page.cr, 0, 0, 0);
  cairo_paint (test.page.cr);
  heat = ob_heat_mark_new (test.page.theme);
  ob_heat_mark_set_values (heat, values, 3, 2, 1.);
  g_assert_cmpfloat (ob_heat_mark_get_limit (heat), ==, 1.);
  ob_heat_mark_draw (heat, &test.page, &rect);

  low = ob_test_page_get_pixel (&test, 21, 70);
  high = ob_test_page_get_pixel (&test, 178, 70);
  g_assert_cmpuint (ob_test_page_get_pixel (&test, 100, 70) & 0xff, >=, 0xfa);
  g_assert_cmpuint (ob_test_page_get_pixel (&test, 100, 70) >> 16, >=, 0xfa);
  g_assert_cmpuint (low >> 16, >, low & 0xff);
  g_assert_cmpuint (high & 0xff, >, high >> 16);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 19, 70), ==, 0x000000);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 181, 70), ==, 0x000000);

  /* To the border of the field there is colour. */
  g_assert_cmphex (ob_test_page_get_pixel (&test, 20, 20), !=, 0x000000);
  g_assert_cmphex (ob_test_page_get_pixel (&test, 179, 119), !=, 0x000000);
}

/* The first row of the values is the lowest on the page. */
static void
test_heat_upright (void)
{
  g_auto (ObTestPage) test = { 0 };
  const double values[] = { -1, -1, 1, 1 };
  const ObRect rect = { 0, 0, 100, 100 };
  g_autoptr (ObHeatMark) heat = NULL;
  guint32 top;
  guint32 bottom;

  ob_test_page_init (&test, OB_THEME_LIGHT, 100, 100);
  heat = ob_heat_mark_new (test.page.theme);
  ob_heat_mark_set_values (heat, values, 2, 2, 1.);
  ob_heat_mark_draw (heat, &test.page, &rect);
  top = ob_test_page_get_pixel (&test, 50, 2);
  bottom = ob_test_page_get_pixel (&test, 50, 97);
  g_assert_cmpuint (top & 0xff, >, top >> 16);
  g_assert_cmpuint (bottom >> 16, >, bottom & 0xff);
}

/* The kept picture of later draws is that of the first, also after a draw in
 * another size and where pixels are not whole. */
static void
test_heat_again (void)
{
  const double values[] = { -1, -0.2, 0.3, 1 };
  const ObRect rects[] = { { 10, 20, 180, 150 }, { 10, 20, 90, 77 }, { 10.5, 20.25, 180, 150 } };
  g_autoptr (ObHeatMark) heat = ob_heat_mark_new (ob_theme_get (OB_THEME_LIGHT));

  ob_heat_mark_set_values (heat, values, 2, 2, 1.);
  for (guint i = 0; i < G_N_ELEMENTS (rects); i++)
    {
      g_auto (ObTestPage) first = { 0 };

      ob_test_page_init (&first, OB_THEME_LIGHT, 200, 200);
      ob_heat_mark_draw (heat, &first.page, &rects[i]);
      for (guint k = 0; k < 3; k++)
        {
          g_auto (ObTestPage) again = { 0 };

          ob_test_page_init (&again, OB_THEME_LIGHT, 200, 200);
          ob_heat_mark_draw (heat, &again.page, &rects[i]);
          g_assert_cmpfloat (ob_test_page_compare (&first, &again), ==, 0);
          g_assert_cmpuint (ob_test_page_get_pixel (&again, 50, 50), ==,
                            ob_test_page_get_pixel (&first, 50, 50));
        }
    }
}

/* What is no number is drawn as the least, and so is all that is between it and others. */
static void
test_heat_no_number (void)
{
  const double values[] = { 0.5, NAN, 0.5, 0.5, NAN, 0.5 };
  const double least[] = { -1, -1, -1, -1, -1, -1 };
  const ObRect rect = { 20, 20, 160, 100 };
  g_auto (ObTestPage) test = { 0 };
  g_auto (ObTestPage) expected = { 0 };
  g_autoptr (ObHeatMark) heat = ob_heat_mark_new (ob_theme_get (OB_THEME_LIGHT));

  ob_test_page_init (&test, OB_THEME_LIGHT, 200, 140);
  ob_test_page_init (&expected, OB_THEME_LIGHT, 200, 140);
  ob_heat_mark_set_values (heat, values, 3, 2, 1.);
  ob_heat_mark_draw (heat, &test.page, &rect);
  ob_heat_mark_set_values (heat, least, 3, 2, 1.);
  ob_heat_mark_draw (heat, &expected.page, &rect);
  for (guint x = 21; x < 179; x++)
    g_assert_cmphex (ob_test_page_get_pixel (&test, x, 70), ==,
                     ob_test_page_get_pixel (&expected, x, 70));
}

static void
assert_near (guint32 pixel, guint32 expected, int most)
{
  for (guint shift = 0; shift < 24; shift += 8)
    g_assert_cmpint (ABS ((int) (pixel >> shift & 0xff) - (int) (expected >> shift & 0xff)), <=,
                     most);
}

/* A picture in its own pixels shows what the scaled one does: coarse grids and fine
 * ones, values beyond the limit and far beyond it. */
static void
test_heat_pixels (void)
{
  const guint sizes[] = { 2, 5, 33, 129, 300 };
  const ObRect rect = { 10, 20, 180, 150 };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      const guint n = sizes[k];
      g_autofree double *values = g_new (double, (gsize) n *n);
      g_autoptr (ObHeatMark) heat = ob_heat_mark_new (ob_theme_get (OB_THEME_LIGHT));
      g_auto (ObTestPage) pixels = { 0 };
      g_auto (ObTestPage) scaled = { 0 };

      for (guint i = 0; i < n * n; i++)
        {
          const double x = i % n / (n - 1.);
          const double y = (guint) (i / n) / (n - 1.);

          values[i] = 3 * x * x - 1.5 + y * x;
        }
      values[0] = -1e300;

      ob_test_page_init (&pixels, OB_THEME_LIGHT, 200, 200);
      ob_test_page_init (&scaled, OB_THEME_LIGHT, 200, 200);
      scaled.page.exact = TRUE;
      /* What was there before leaves nothing behind. */
      ob_heat_mark_set_values (heat, (const double[]){ 1, 1, -1, 0 }, 2, 2, 2.);
      ob_heat_mark_draw (heat, &pixels.page, &rect);
      ob_heat_mark_draw (heat, &scaled.page, &rect);
      ob_heat_mark_set_values (heat, values, n, n, 1.);
      ob_heat_mark_draw (heat, &pixels.page, &rect);
      ob_heat_mark_draw (heat, &scaled.page, &rect);
      /* The corner with the huge value is sharper than a scaled picture can be. */
      g_assert_cmpfloat (ob_test_page_compare (&pixels, &scaled), <, n < 10 ? 0.02 : 0.001);
      g_assert_cmpuint (ob_test_page_count_ink (&pixels, 0, 0, 200, 20), ==, 0);
      g_assert_cmpuint (ob_test_page_count_ink (&pixels, 190, 0, 10, 200), ==, 0);
      g_assert_cmphex (ob_test_page_get_pixel (&pixels, 11, 168), ==,
                       pack (&(ObColor){ 0xd9 / 255., 0x7c / 255., 0x1e / 255., 1 }));
    }
}

/* A field that rises steeply to its border has the colour of its last value there, in all
 * kinds of pictures: what is beside the field is not the way it rises carried on. */
static void
test_heat_border (void)
{
  enum
  {
    N = 24
  };
  const ObRect rect = { 0, 0, 900, 40 };
  const ObColor low = ob_theme_get_diverging (ob_theme_get (OB_THEME_LIGHT), -0.998);
  const ObColor high = ob_theme_get_diverging (ob_theme_get (OB_THEME_LIGHT), 0.998);
  g_autoptr (ObHeatMark) heat = ob_heat_mark_new (ob_theme_get (OB_THEME_LIGHT));
  double values[2 * N] = { 0 };

  for (guint j = 0; j < 2; j++)
    {
      values[j * N] = -0.998;
      values[j * N + N - 1] = 0.998;
    }
  ob_heat_mark_set_values (heat, values, N, 2, 1.);

  for (guint exact = 0; exact < 2; exact++)
    {
      g_auto (ObTestPage) test = { 0 };

      ob_test_page_init (&test, OB_THEME_LIGHT, 900, 40);
      test.page.exact = exact;
      ob_heat_mark_draw (heat, &test.page, &rect);
      for (guint j = 0; j < 40; j++)
        {
          assert_near (ob_test_page_get_pixel (&test, 0, j), pack (&low), 12);
          assert_near (ob_test_page_get_pixel (&test, 899, j), pack (&high), 12);
        }
    }
}

static void
test_levels (void)
{
  const double values[] = { -3200, -10, 20, 2900 };
  double levels[9];
  guint n = ob_iso_mark_get_levels (values, 4, 900, 9, levels);
  const double expected[] = { -3000, -2000, -1000, 1000, 2000 };

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (levels[i], ==, expected[i]);

  /* A wide range makes the step coarser, not the lines more. */
  n = ob_iso_mark_get_levels (values, 4, 1, 9, levels);
  g_assert_cmpuint (n, <=, 9);
  g_assert_cmpuint (n, >=, 4);
  g_assert_cmpuint (ob_iso_mark_get_levels ((const double[]){ 0, 0 }, 2, 1, 9, levels), ==, 0);
  g_assert_cmpuint (ob_iso_mark_get_levels ((const double[]){ NAN, INFINITY }, 2, 1, 9, levels), ==,
                    0);
}

/* Lines are cut at gaps: also several in one line, or all of it. */
static void
test_gaps (void)
{
  g_auto (ObTestPage) test = { 0 };
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (ObRect));
  const ObRect rects[] = { { 50, 60, 20, 20 }, { 100, 60, 30, 20 }, { 60, 62, 20, 10 } };
  ObGapPen pen = { NULL, gaps };

  g_array_append_vals (gaps, rects, G_N_ELEMENTS (rects));
  ob_test_page_init (&test, OB_THEME_LIGHT, 200, 140);
  pen.cr = test.page.cr;
  ob_gap_pen_move_to (&pen, 10, 70.5);
  ob_gap_pen_line_to (&pen, 90, 70.5);
  ob_gap_pen_line_to (&pen, 190, 70.5);
  ob_gap_pen_move_to (&pen, 105, 65);
  ob_gap_pen_line_to (&pen, 120, 75);
  cairo_set_source_rgb (pen.cr, 0, 0, 0);
  cairo_set_line_width (pen.cr, 1);
  cairo_stroke (pen.cr);

  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 70, 200, 1), ==, 40 + 20 + 60);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 50, 60, 30, 20), ==, 0);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 100, 60, 30, 20), ==, 0);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 80, 70, 20, 1), ==, 20);
}

/* A rule has ink on either side of a label and none in it, and says where it has; a plain
 * line does not care. */
static void
test_rule (void)
{
  g_auto (ObTestPage) test = { 0 };
  const ObRect label = { 80, 50, 40, 20 };
  const GArray *strokes;

  ob_test_page_init (&test, OB_THEME_LIGHT, 200, 140);
  g_assert_true (ob_label_placer_take (test.page.labels, &label, "label"));
  cairo_set_line_width (test.page.cr, 1);
  cairo_set_source_rgb (test.page.cr, 0, 0, 0);

  ob_page_rule (&test.page, 100, 0, 100, 140);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 80, 50, 40, 20), ==, 0);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 0, 0, 200, 140), ==, 120);
  ob_page_rule (&test.page, 70, 60, 130, 60);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 80, 50, 40, 20), ==, 0);
  strokes = ob_label_placer_get_strokes (test.page.labels);
  g_assert_cmpuint (strokes->len, ==, 4);
  for (guint i = 0; i < strokes->len; i++)
    {
      const ObStroke *stroke = &g_array_index (strokes, ObStroke, i);

      g_assert_true (stroke->y1 <= 50 || stroke->y0 >= 70 || stroke->x1 < 80 || stroke->x0 > 120);
    }

  ob_page_line (&test.page, 100, 0, 100, 140);
  g_assert_cmpuint (ob_test_page_count_ink (&test, 80, 50, 40, 20), ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-mark/thinned", test_line_thinned);
  g_test_add_func ("/line-mark/gap", test_line_gap);
  g_test_add_func ("/line-mark/far", test_line_far);
  g_test_add_func ("/band-mark/both", test_band);
  g_test_add_func ("/bar-mark/stacks", test_bars);
  g_test_add_func ("/bar-mark/stripes", test_bar_stripes);
  g_test_add_func ("/heat-mark/colours", test_heat);
  g_test_add_func ("/heat-mark/upright", test_heat_upright);
  g_test_add_func ("/heat-mark/again", test_heat_again);
  g_test_add_func ("/heat-mark/no-number", test_heat_no_number);
  g_test_add_func ("/heat-mark/pixels", test_heat_pixels);
  g_test_add_func ("/heat-mark/border", test_heat_border);
  g_test_add_func ("/iso-mark/levels", test_levels);
  g_test_add_func ("/gap-pen/gaps", test_gaps);
  g_test_add_func ("/page/rule", test_rule);

  return g_test_run ();
}
