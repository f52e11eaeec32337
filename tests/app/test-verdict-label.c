/* test-verdict-label.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-verdict-label.h"

#include <adwaita.h>

#define WIDTH 400

static int
get_height (GtkWidget *verdict, int width)
{
  int height;

  gtk_widget_measure (verdict, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

static void
give_words (GtkWidget *verdict, int width, const char *words)
{
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (verdict)), words);
  gtk_widget_allocate (verdict, width, get_height (verdict, width), -1, NULL);
}

/* Words that get shorter leave what stands below where it is, until the width changes. */
static void
test_height (void)
{
  GtkWidget *verdict = g_object_ref_sink (ob_verdict_label_new ());
  int one_line;
  int tall;

  give_words (verdict, WIDTH, "Short");
  one_line = get_height (verdict, WIDTH);
  give_words (verdict, WIDTH,
              "A sentence that is so long that there is no room for it in a line of this "
              "width, nor in two of them, however it may be broken.");
  tall = get_height (verdict, WIDTH);
  g_assert_cmpint (tall, >, one_line);

  give_words (verdict, WIDTH, "Short");
  g_assert_cmpint (get_height (verdict, WIDTH), ==, tall);
  g_assert_cmpint (get_height (verdict, WIDTH + 1), ==, one_line);

  give_words (verdict, WIDTH + 1, "In short");
  give_words (verdict, WIDTH, "Brief");
  g_assert_cmpint (get_height (verdict, WIDTH), ==, one_line);

  g_assert_finalize_object (verdict);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/verdict-label/height", test_height);

  return g_test_run ();
}
