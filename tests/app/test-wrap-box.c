/* test-wrap-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-wrap-box.h"

#define CHILD_WIDTH  100
#define CHILD_HEIGHT 40
#define SPACING      10

/* (transfer full) */
static GtkWidget *
create (guint n_children)
{
  GtkWidget *box = g_object_ref_sink (ob_wrap_box_new ());

  ob_wrap_box_set_spacing (OB_WRAP_BOX (box), SPACING);
  for (guint i = 0; i < n_children; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, CHILD_WIDTH, CHILD_HEIGHT);
      ob_wrap_box_append (OB_WRAP_BOX (box), child);
    }

  return box;
}

static int
get_height (GtkWidget *box, int width)
{
  int minimum;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, &minimum, NULL, NULL, NULL);

  return minimum;
}

static void
test_empty (void)
{
  GtkWidget *box = create (0);

  g_assert_cmpint (get_height (box, 500), ==, 0);
  g_assert_finalize_object (box);
}

static void
test_rows (void)
{
  GtkWidget *box = create (4);
  int minimum;
  int natural;

  g_assert_cmpint (ob_wrap_box_get_spacing (OB_WRAP_BOX (box)), ==, SPACING);

  /* It can be as narrow as one child, and would be as wide as all. */
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, CHILD_WIDTH);
  g_assert_cmpint (natural, ==, 4 * CHILD_WIDTH + 3 * SPACING);

  /* Four, two or one a row, never three and one. */
  g_assert_cmpint (get_height (box, natural), ==, CHILD_HEIGHT);
  g_assert_cmpint (get_height (box, natural - 1), ==, 2 * CHILD_HEIGHT + SPACING);
  g_assert_cmpint (get_height (box, 2 * CHILD_WIDTH + SPACING), ==, 2 * CHILD_HEIGHT + SPACING);
  g_assert_cmpint (get_height (box, 2 * CHILD_WIDTH + SPACING - 1), ==,
                   4 * CHILD_HEIGHT + 3 * SPACING);

  /* What is hidden takes no place. */
  gtk_widget_hide (gtk_widget_get_first_child (box));
  gtk_widget_hide (gtk_widget_get_last_child (box));
  g_assert_cmpint (get_height (box, 2 * CHILD_WIDTH + SPACING), ==, CHILD_HEIGHT);

  g_assert_finalize_object (box);
}

/* Children fill the box, do not overlap and stand in reading order. */
static void
check_places (GtkWidget *box, int width, int height)
{
  graphene_rect_t before = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  gboolean rtl = gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL;
  float bottom = 0;

  gtk_widget_allocate (box, width, height, -1, NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t place;

      g_assert_true (gtk_widget_compute_bounds (child, box, &place));
      g_assert_cmpfloat (place.origin.x, >=, 0);
      g_assert_cmpfloat (place.origin.x + place.size.width, <=, width);
      g_assert_cmpfloat (place.size.width, >=, CHILD_WIDTH);
      g_assert_cmpfloat (place.size.height, >=, CHILD_HEIGHT);

      if (before.size.width > 0)
        {
          g_assert_false (graphene_rect_intersection (&before, &place, NULL));
          if (place.origin.y == before.origin.y)
            g_assert_true ((place.origin.x < before.origin.x) == rtl);
          else
            g_assert_cmpfloat (place.origin.y, >, before.origin.y);
        }

      before = place;
      bottom = MAX (bottom, place.origin.y + place.size.height);
    }

  g_assert_cmpfloat (bottom, ==, height);
}

static void
test_places (void)
{
  for (guint n = 1; n <= 5; n++)
    {
      GtkWidget *box = create (n);

      for (int width = CHILD_WIDTH; width <= 700; width += 37)
        {
          int height = get_height (box, width);

          gtk_widget_set_direction (box, GTK_TEXT_DIR_LTR);
          check_places (box, width, height);
          check_places (box, width, height + 101);
          gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
          check_places (box, width, height);
        }

      g_assert_finalize_object (box);
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/wrap-box/empty", test_empty);
  g_test_add_func ("/wrap-box/rows", test_rows);
  g_test_add_func ("/wrap-box/places", test_places);

  return g_test_run ();
}
