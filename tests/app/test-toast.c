/* test-toast.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ob-test-utils.h"
#include "ob-toast.h"

typedef struct
{
  GtkWidget *window;
  AdwToastOverlay *overlay;
} Fixture;

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->overlay = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (fixture->overlay, gtk_label_new ("Content"));
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->overlay));
  gtk_window_present (GTK_WINDOW (fixture->window));
  ob_test_wait (is_mapped, fixture->overlay);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  ob_test_settle ();
}

/* Watched until it is freed. */
static AdwToast *
add (Fixture *fixture, const char *title, gpointer *watch)
{
  AdwToast *toast = adw_toast_new (title);

  *watch = toast;
  g_object_add_weak_pointer (G_OBJECT (toast), watch);
  ob_toast_add (fixture->overlay, toast);

  return toast;
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* The widget of a toast that can be clicked. */
static gboolean
has_toast (gpointer data)
{
  GtkWidget *last = gtk_widget_get_last_child (data);

  return last != gtk_widget_get_first_child (data) && gtk_widget_get_can_target (last);
}

static gboolean
has_no_toast (gpointer data)
{
  return gtk_widget_get_last_child (data) == gtk_widget_get_first_child (data);
}

static gboolean
count_cb (gpointer data)
{
  (*(int *) data)--;

  return G_SOURCE_CONTINUE;
}

static gboolean
is_zero (gpointer data)
{
  return *(int *) data <= 0;
}

/* Long enough for whatever still moves to end, in tenths of a second. */
static void
wait_tenths (int n)
{
  guint id = g_timeout_add (100, count_cb, &n);

  ob_test_wait (is_zero, &n);
  g_source_remove (id);
}

/* One that is dismissed while it comes up in the place of another stays until it has. */
static void
test_dismiss_at_once (Fixture *fixture, gconstpointer data)
{
  gpointer watch[2];
  AdwToast *first = add (fixture, "Something has happened", &watch[0]);
  AdwToast *second = add (fixture, "Something else, too", &watch[1]);

  ob_test_wait (has_toast, fixture->overlay);
  wait_tenths (8);
  adw_toast_dismiss (first);
  adw_toast_dismiss (second);
  adw_toast_dismiss (second);

  ob_test_wait (is_gone, &watch[0]);
  wait_tenths (1);
  g_assert_true (has_toast (fixture->overlay));

  ob_test_wait (is_gone, &watch[1]);
  wait_tenths (6);
  g_assert_true (has_no_toast (fixture->overlay));
}

/* The button of a toast that has to stay a moment longer is of no use twice. */
static void
test_button (Fixture *fixture, gconstpointer data)
{
  gpointer watch;
  AdwToast *toast = add (fixture, "Something has happened", &watch);

  adw_toast_set_button_label (toast, "Undo");
  adw_toast_set_action_name (toast, "win.undo");
  ob_test_wait (has_toast, fixture->overlay);
  adw_toast_dismiss (toast);
  g_assert_nonnull (watch);
  g_assert_null (adw_toast_get_action_name (toast));
  ob_test_wait (is_gone, &watch);
}

/* The window goes while a toast is to be dismissed. */
static void
test_window_goes (Fixture *fixture, gconstpointer data)
{
  gpointer watch[2];

  adw_toast_dismiss (add (fixture, "Something has happened", &watch[0]));
  adw_toast_dismiss (add (fixture, "Something else, too", &watch[1]));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = gtk_window_new ();

  ob_test_wait (is_gone, &watch[0]);
  ob_test_wait (is_gone, &watch[1]);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/toast/dismiss-at-once", Fixture, NULL, set_up, test_dismiss_at_once, tear_down);
  g_test_add ("/toast/button", Fixture, NULL, set_up, test_button, tear_down);
  g_test_add ("/toast/window-goes", Fixture, NULL, set_up, test_window_goes, tear_down);

  return g_test_run ();
}
