/* test-time-scrubber.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-session.h"
#include "ob-time-scrubber.h"

#include <adwaita.h>

typedef struct
{
  ObSession *session;
  ObTimeScrubber *scrubber;
  GtkWindow *window;
  GtkRange *scale;
} Fixture;

static gpointer
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->session = ob_session_new ();
  fixture->scrubber = OB_TIME_SCRUBBER (ob_time_scrubber_new ());
  ob_time_scrubber_set_session (fixture->scrubber, fixture->session);
  fixture->scale = find (GTK_WIDGET (fixture->scrubber), GTK_TYPE_SCALE);
  fixture->window = ob_test_window_new (GTK_WIDGET (fixture->scrubber), 600, 60);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  ob_test_window_destroy (fixture->window);
  g_assert_finalize_object (fixture->session);
}

static void
set_animations (gboolean enabled)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", enabled, NULL);
}

static void
test_new (void)
{
  GtkWidget *scrubber = g_object_ref_sink (ob_time_scrubber_new ());

  /* Without a session there is nothing to play. */
  ob_time_scrubber_set_playing (OB_TIME_SCRUBBER (scrubber), TRUE);
  g_assert_false (ob_time_scrubber_get_playing (OB_TIME_SCRUBBER (scrubber)));
  g_assert_finalize_object (scrubber);
}

static void
test_follows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ObScenario) other = ob_scenario_new ();

  ob_session_set_quarter (fixture->session, 42);
  g_assert_cmpfloat (gtk_range_get_value (fixture->scale), ==, 42);

  gtk_range_set_value (fixture->scale, 17);
  g_assert_cmpuint (ob_session_get_quarter (fixture->session), ==, 17);

  ob_scenario_set_quarter (other, 5);
  ob_session_set_scenario (fixture->session, other);
  g_assert_cmpfloat (gtk_range_get_value (fixture->scale), ==, 5);
  g_assert_cmpuint (ob_session_get_quarter (fixture->session), ==, 5);

  gtk_test_accessible_assert_property (fixture->scale, GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, 79.0);
}

static gboolean
has_stopped (gpointer data)
{
  return !ob_time_scrubber_get_playing (data);
}

static void
test_play (Fixture *fixture, gconstpointer data)
{
  set_animations (TRUE);

  /* To the end, and there it stops. */
  ob_session_set_quarter (fixture->session, OB_N_QUARTERS - 3);
  ob_time_scrubber_set_playing (fixture->scrubber, TRUE);
  g_assert_true (ob_time_scrubber_get_playing (fixture->scrubber));
  ob_test_wait (has_stopped, fixture->scrubber);
  g_assert_cmpuint (ob_session_get_quarter (fixture->session), ==, OB_N_QUARTERS - 1);

  /* From the end it starts over. */
  ob_time_scrubber_set_playing (fixture->scrubber, TRUE);
  g_assert_cmpuint (ob_session_get_quarter (fixture->session), ==, 0);
  ob_time_scrubber_set_playing (fixture->scrubber, FALSE);
  g_assert_false (ob_time_scrubber_get_playing (fixture->scrubber));
}

static void
test_animations (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = find (GTK_WIDGET (fixture->scrubber), GTK_TYPE_BUTTON);

  set_animations (TRUE);
  g_assert_true (gtk_widget_get_visible (button));
  ob_time_scrubber_set_playing (fixture->scrubber, TRUE);

  set_animations (FALSE);
  g_assert_false (gtk_widget_get_visible (button));
  g_assert_false (ob_time_scrubber_get_playing (fixture->scrubber));
  set_animations (TRUE);
}

#define ADD(path, func) g_test_add ("/time-scrubber/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/time-scrubber/new", test_new);
  ADD ("follows", test_follows);
  ADD ("play", test_play);
  ADD ("animations", test_animations);

  return g_test_run ();
}
