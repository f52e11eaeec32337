/* ob-test-pointer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-pointer.h"

#include "ob-test-utils.h"

#include <math.h>

#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

/* GDK hands motion over with a frame and answers it in the next, so what input
 * brings about is on the screen after a few frames of every window. */
#define SETTLE_FRAMES 4
/* A popover or a window that input opens needs a moment to be there, ms. */
#define SETTLE_TIME 100

gboolean
ob_test_pointer_available (void)
{
#ifdef GDK_WINDOWING_X11
  g_autofree char *program = g_find_program_in_path ("xdotool");

  if (program != NULL && GDK_IS_X11_DISPLAY (gdk_display_get_default ()))
    return TRUE;
#endif

  g_test_skip ("needs X and xdotool");
  return FALSE;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  gboolean *done = data;

  g_subprocess_wait_check_finish (G_SUBPROCESS (source), result, &error);
  g_assert_no_error (error);
  *done = TRUE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  guint *frames = data;

  return --*frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

typedef struct
{
  GtkWidget *window;
  guint frames;
} Wait;

/* A window that input closes lives through no more frames. */
static gboolean
is_over (gpointer data)
{
  Wait *wait = data;

  return wait->frames == 0 || !gtk_widget_get_mapped (wait->window);
}

/* However slow the machine is: first everything the server has sent is read,
 * then each window in sight lives through its frames. */
static void
wait_for_frames (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  gdk_display_sync (gdk_display_get_default ());
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      Wait wait = { window, SETTLE_FRAMES };
      guint id;

      if (!gtk_widget_get_mapped (window))
        continue;
      id = gtk_widget_add_tick_callback (window, tick_cb, &wait.frames, NULL);
      ob_test_wait (is_over, &wait);
      if (wait.frames > 0)
        gtk_widget_remove_tick_callback (window, id);
    }
}

static gboolean
later_cb (gpointer data)
{
  gboolean *done = data;

  *done = TRUE;
  return G_SOURCE_REMOVE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
ob_test_pointer_run (const char *format, ...)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *arguments = NULL;
  g_autofree char *line = NULL;
  g_auto (GStrv) argv = NULL;
  gboolean done = FALSE;
  va_list args;

  va_start (args, format);
  arguments = g_strdup_vprintf (format, args);
  va_end (args);

  line = g_strconcat ("xdotool ", arguments, NULL);
  g_shell_parse_argv (line, NULL, &argv, &error);
  g_assert_no_error (error);
  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check_async (process, NULL, done_cb, &done);
  ob_test_wait (is_true, &done);

  wait_for_frames ();
  done = FALSE;
  g_timeout_add (SETTLE_TIME, later_cb, &done);
  ob_test_wait (is_true, &done);
  wait_for_frames ();
}

void
ob_test_pointer_locate (GtkWidget *widget, double share_x, double share_y, int *x, int *y)
{
  GtkNative *native = gtk_widget_get_native (widget);
  double surface_x;
  double surface_y;
  double place_x;
  double place_y;

  gtk_native_get_surface_transform (native, &surface_x, &surface_y);
  g_assert_true (gtk_widget_translate_coordinates (
    widget, GTK_WIDGET (native), share_x * gtk_widget_get_width (widget),
    share_y * gtk_widget_get_height (widget), &place_x, &place_y));

  *x = (int) lround (place_x + surface_x);
  *y = (int) lround (place_y + surface_y);
}
