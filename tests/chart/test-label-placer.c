/* test-label-placer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-label-placer.h"

#include <math.h>

static void
test_take (void)
{
  g_autoptr (ObLabelPlacer) placer = ob_label_placer_new ();
  ObRect rect = { 10, 10, 40, 10 };
  ObRect touching = { 10, 20, 40, 10 };
  ObRect over = { 45, 15, 40, 10 };
  ObRect off = { 80, 10, 30, 10 };
  ObRect block = { 0, 50, 100, 20 };
  ObRect blocked = { 20, 60, 20, 20 };
  const GArray *boxes;

  ob_label_placer_reset (placer, 100, 100);
  g_assert_true (ob_label_placer_take (placer, &rect, "first"));
  g_assert_false (ob_label_placer_take (placer, &rect, "again"));
  g_assert_false (ob_label_placer_take (placer, &over, "over"));
  g_assert_false (ob_label_placer_take (placer, &off, "off the page"));
  g_assert_true (ob_label_placer_take (placer, &touching, "below"));
  ob_label_placer_block (placer, &block);
  g_assert_false (ob_label_placer_take (placer, &blocked, "blocked"));

  boxes = ob_label_placer_get_boxes (placer);
  g_assert_cmpuint (boxes->len, ==, 2);
  g_assert_cmpstr (g_array_index (boxes, ObLabelBox, 0).text, ==, "first");
  g_assert_cmpstr (g_array_index (boxes, ObLabelBox, 1).text, ==, "below");

  ob_label_placer_scale (placer, 2);
  g_assert_cmpfloat (g_array_index (boxes, ObLabelBox, 1).y, ==, 40.);
  ob_label_placer_scale (placer, 0.5);

  ob_label_placer_cover (placer, &rect);
  g_assert_cmpuint (boxes->len, ==, 1);
  ob_label_placer_reset (placer, 100, 100);
  g_assert_cmpuint (boxes->len, ==, 0);
}

/* What is drawn over a line leaves its ends. */
static void
test_strokes (void)
{
  g_autoptr (ObLabelPlacer) placer = ob_label_placer_new ();
  g_autoptr (ObLabelPlacer) other = ob_label_placer_new ();
  const GArray *strokes = ob_label_placer_get_strokes (placer);
  const ObRect card = { 40, 40, 20, 20 };
  double length = 0;

  ob_label_placer_reset (placer, 100, 100);
  ob_label_placer_reset (other, 100, 100);
  ob_label_placer_add_stroke (placer, 50, 0, 50, 100);
  ob_label_placer_add_stroke (placer, 70, 0, 70, 100);
  ob_label_placer_add_stroke (other, 0, 50, 50, 50);
  ob_label_placer_merge (placer, other);
  g_assert_cmpuint (strokes->len, ==, 3);

  ob_label_placer_cover (placer, &card);
  g_assert_cmpuint (strokes->len, ==, 4);
  for (guint i = 0; i < strokes->len; i++)
    {
      const ObStroke *stroke = &g_array_index (strokes, ObStroke, i);

      length += hypot (stroke->x1 - stroke->x0, stroke->y1 - stroke->y0);
      g_assert_true (stroke->x0 == 70 || stroke->x1 <= 40 || stroke->y1 <= 40 || stroke->y0 >= 60);
    }
  g_assert_cmpfloat_with_epsilon (length, 80 + 100 + 40, 1e-9);

  ob_label_placer_scale (placer, 2);
  for (guint i = 0; i < strokes->len; i++)
    g_assert_cmpfloat (g_array_index (strokes, ObStroke, i).x0, !=, 70.);
  ob_label_placer_reset (placer, 100, 100);
  g_assert_cmpuint (strokes->len, ==, 0);
}

static double
get_cost (const double *centres, const double *wanted, guint n)
{
  double cost = 0;

  for (guint i = 0; i < n; i++)
    cost += (centres[i] - wanted[i]) * (centres[i] - wanted[i]);

  return cost;
}

/* Spread labels do not overlap, lie inside, keep their order, and no small move of
 * one of them would be better. */
static void
test_spread (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint run = 0; run < 2000; run++)
    {
      guint n = g_rand_int_range (rand, 1, 9);
      double wanted[9];
      double centres[9];
      double sizes[9];
      double total = 0;
      double length;

      for (guint i = 0; i < n; i++)
        {
          wanted[i] = centres[i] = g_rand_double_range (rand, -20, 120);
          sizes[i] = g_rand_double_range (rand, 5, 20);
          total += sizes[i];
        }
      length = total * g_rand_double_range (rand, 1., 3.);
      g_assert_true (ob_label_placer_spread (centres, sizes, n, 0, length));

      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (centres[i] - sizes[i] / 2, >=, -1e-9);
          g_assert_cmpfloat (centres[i] + sizes[i] / 2, <=, length + 1e-9);
          for (guint j = 0; j < n; j++)
            {
              if (i == j)
                continue;
              g_assert_cmpfloat (fabs (centres[i] - centres[j]), >=,
                                 (sizes[i] + sizes[j]) / 2 - 1e-9);
              if (wanted[i] < wanted[j])
                g_assert_cmpfloat (centres[i], <, centres[j]);
            }
        }

      for (guint i = 0; i < n; i++)
        {
          for (int side = -1; side <= 1; side += 2)
            {
              double moved = centres[i] + side * 1e-3;
              double kept = centres[i];
              double cost = get_cost (centres, wanted, n);
              gboolean possible = moved - sizes[i] / 2 >= 0 && moved + sizes[i] / 2 <= length;

              for (guint j = 0; j < n; j++)
                possible &= i == j || fabs (moved - centres[j]) >= (sizes[i] + sizes[j]) / 2;
              if (!possible)
                continue;
              centres[i] = moved;
              g_assert_cmpfloat (get_cost (centres, wanted, n), >=, cost - 1e-5);
              centres[i] = kept;
            }
        }
    }
}

static void
test_spread_impossible (void)
{
  double centres[] = { 5, 6 };
  const double sizes[] = { 10, 10 };

  g_assert_false (ob_label_placer_spread (centres, sizes, 2, 0, 19));
  g_assert_cmpfloat (centres[0], ==, 5);
  g_assert_cmpfloat (centres[1], ==, 6);
  g_assert_true (ob_label_placer_spread (centres, sizes, 2, 0, 20));
  g_assert_cmpfloat (centres[0], ==, 5);
  g_assert_cmpfloat (centres[1], ==, 15);
  g_assert_true (ob_label_placer_spread (NULL, NULL, 0, 0, 1));
}

static void
test_round_out (void)
{
  ObRect rect = { 1.2, -3.7, 4.1, 2. };
  ObRect out = ob_rect_round_out (&rect);

  g_assert_true (ob_rect_contains (&out, &rect));
  g_assert_cmpfloat (out.x, ==, 1);
  g_assert_cmpfloat (out.y, ==, -4);
  g_assert_cmpfloat (out.width, ==, 5);
  g_assert_cmpfloat (out.height, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/label-placer/take", test_take);
  g_test_add_func ("/label-placer/strokes", test_strokes);
  g_test_add_func ("/label-placer/spread", test_spread);
  g_test_add_func ("/label-placer/spread-impossible", test_spread_impossible);
  g_test_add_func ("/label-placer/round-out", test_round_out);

  return g_test_run ();
}
