/* ob-test-session.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-session.h"

static gboolean
is_settled (gpointer data)
{
  ObSession *session = data;
  ObScenario *scenario = ob_session_get_scenario (session);
  ObResults *results = ob_session_get_results (session);

  return !ob_session_get_busy (session) && results != NULL
         && ob_inputs_equal (&results->inputs, ob_scenario_get_inputs (scenario))
         && ob_plane_equal (&results->map->plane, ob_scenario_get_plane (scenario))
         && ob_overlay_equal (&results->overlay, ob_scenario_get_overlay (scenario));
}

void
ob_test_session_wait (ObSession *session)
{
  ob_test_wait (is_settled, session);
}

static gboolean
has_size (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

GtkWindow *
ob_test_window_new (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  ob_test_wait (has_size, child);

  return window;
}

void
ob_test_window_destroy (GtkWindow *window)
{
  gpointer weak = window;

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (window);
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
contents_cb (GdkPaintable *paintable, gpointer data)
{
  gboolean *drawn = data;

  *drawn = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

void
ob_test_save_picture (GtkWidget *widget, const char *name)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gboolean drawn = FALSE;

  g_signal_connect (paintable, "invalidate-contents", G_CALLBACK (contents_cb), &drawn);
  gtk_widget_queue_draw (widget);
  ob_test_wait (is_true, &drawn);

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                         node, NULL);
  file = g_strdup_printf ("%s/%s.png", g_getenv ("G_TEST_BUILDDIR"), name);
  g_assert_true (gdk_texture_save_to_png (texture, file));
}
