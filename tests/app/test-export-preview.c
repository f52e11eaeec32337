/* test-export-preview.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The same chart on a widget and in a PNG, an SVG and a PDF is the same picture. */

#include "config.h"

#include "ob-export-preview.h"
#include "ob-test-session.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>

#define WIDTH  640
#define HEIGHT 400
/* Of the range of a channel: two drawings of one chart differ by less, those of two
 * charts by more. */
#define MAX_SAME   0.02
#define MIN_OTHERS 0.04

static GdkPixbuf *
load (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);

  return pixbuf;
}

/* Draws the first page of a document with poppler: finer than it is looked at, since
 * it moves letters to whole pixels. */
static GdkPixbuf *
load_pdf (GBytes *bytes)
{
  g_autofree char *program = g_find_program_in_path ("pdftocairo");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkPixbuf) fine = NULL;
  g_autoptr (GError) error = NULL;

  if (program == NULL)
    return NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                              &error, program, "-png", "-r", "384", "-singlefile", "-", "-", NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, bytes, NULL, &png, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  fine = load (png);
  g_assert_cmpint (gdk_pixbuf_get_width (fine), ==, 4 * WIDTH);
  g_assert_cmpint (gdk_pixbuf_get_height (fine), ==, 4 * HEIGHT);

  return gdk_pixbuf_scale_simple (fine, WIDTH, HEIGHT, GDK_INTERP_BILINEAR);
}

/* The root of the mean square difference of two pictures, 0 to 1. */
static double
get_difference (GdkPixbuf *a, GdkPixbuf *b)
{
  double sum = 0;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (gdk_pixbuf_get_width (i == 0 ? a : b), ==, WIDTH);
      g_assert_cmpint (gdk_pixbuf_get_height (i == 0 ? a : b), ==, HEIGHT);
    }

  for (int y = 0; y < HEIGHT; y++)
    {
      const guchar *row_a = gdk_pixbuf_read_pixels (a) + (gsize) y * gdk_pixbuf_get_rowstride (a);
      const guchar *row_b = gdk_pixbuf_read_pixels (b) + (gsize) y * gdk_pixbuf_get_rowstride (b);

      for (int x = 0; x < WIDTH; x++)
        {
          for (int c = 0; c < 3; c++)
            {
              int d = row_a[x * gdk_pixbuf_get_n_channels (a) + c]
                      - row_b[x * gdk_pixbuf_get_n_channels (b) + c];

              sum += d * d;
            }
        }
    }

  return sqrt (sum / (3. * WIDTH * HEIGHT)) / 255;
}

typedef struct
{
  GtkWidget *preview;
  gboolean drawn;
} Shot;

static void
invalidated_cb (GdkPaintable *paintable, Shot *shot)
{
  shot->drawn = TRUE;
}

static gboolean
is_drawn (gpointer data)
{
  return ((Shot *) data)->drawn;
}

/* What the widget draws, without the room around the page. */
static GdkPixbuf *
take_widget (GtkWidget *preview)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (preview);
  Shot shot = { preview, FALSE };
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (preview);
  int height = gtk_widget_get_height (preview);
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GdkPixbuf) all = NULL;
  g_autoptr (GdkPixbuf) page = NULL;
  GskRenderNode *node;

  g_signal_connect (paintable, "invalidate-contents", G_CALLBACK (invalidated_cb), &shot);
  gtk_widget_queue_draw (preview);
  ob_test_wait (is_drawn, &shot);

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (preview)),
                                         node, &GRAPHENE_RECT_INIT (0, 0, width, height));
  gsk_render_node_unref (node);
  png = gdk_texture_save_to_png_bytes (texture);
  all = load (png);
  page = gdk_pixbuf_new_subpixbuf (all, (width - WIDTH) / 2, (height - HEIGHT) / 2, WIDTH, HEIGHT);

  return gdk_pixbuf_copy (page);
}

typedef struct
{
  GBytes *bytes;
  gboolean done;
} Drawn;

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Drawn *drawn = data;
  g_autoptr (GError) error = NULL;

  drawn->bytes = ob_export_finish (result, &error);
  g_assert_no_error (error);
  drawn->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Drawn *) data)->done;
}

static GdkPixbuf *
take_file (const ObExportSettings *settings, ObExportFormat format, ObResults *results)
{
  ObExportSettings copy = *settings;
  Drawn drawn = { NULL };
  GdkPixbuf *pixbuf;

  copy.format = format;
  ob_export_async (&copy, results, "Base case", NULL, NULL, NULL, drawn_cb, &drawn);
  ob_test_wait (is_done, &drawn);
  pixbuf = format == OB_EXPORT_PDF ? load_pdf (drawn.bytes) : load (drawn.bytes);
  g_bytes_unref (drawn.bytes);

  return pixbuf;
}

static gboolean
can_load_svg (void)
{
  g_autoptr (GSList) formats = gdk_pixbuf_get_formats ();

  for (GSList *l = formats; l != NULL; l = l->next)
    {
      g_autofree char *name = gdk_pixbuf_format_get_name (l->data);

      if (g_str_equal (name, "svg"))
        return TRUE;
    }

  return FALSE;
}

static void
test_agreement (gconstpointer data)
{
  ObThemeKind theme = GPOINTER_TO_UINT (data);
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *preview = ob_export_preview_new ();
  GtkWindow *window = ob_test_window_new (preview, WIDTH + 40, HEIGHT + 40);
  g_autoptr (GdkPixbuf) last = NULL;
  ObOverlay overlay;
  ObResults *results;

  /* With all that can be on a map. */
  ob_overlay_init (&overlay);
  ob_overlay_set_family (&overlay, OB_PARAMETER_POWER_ADD, 16);
  overlay.risk_lines = TRUE;
  g_assert_true (ob_scenario_set_overlay (ob_session_get_scenario (session), &overlay, NULL));
  ob_test_session_wait (session);
  results = ob_session_get_results (session);

  for (guint kind = 0; kind < OB_N_CHARTS; kind++)
    {
      const ObExportSettings settings = {
        .kind = kind,
        .theme = theme,
        .width = WIDTH,
        .height = HEIGHT,
        .scale = 1,
        .quarter = 12,
      };
      g_autoptr (GdkPixbuf) widget = NULL;
      g_autoptr (GdkPixbuf) png = take_file (&settings, OB_EXPORT_PNG, results);
      g_autoptr (GdkPixbuf) pdf = take_file (&settings, OB_EXPORT_PDF, results);
      g_autoptr (GdkPixbuf) svg =
        can_load_svg () ? take_file (&settings, OB_EXPORT_SVG, results) : NULL;

      ob_export_preview_show (OB_EXPORT_PREVIEW (preview), &settings, results, "Base case");
      widget = take_widget (preview);

      g_test_message ("%s: widget %.4f, SVG %.4f, PDF %.4f of the range",
                      ob_chart_kind_get_id (kind), get_difference (png, widget),
                      svg != NULL ? get_difference (png, svg) : -1,
                      pdf != NULL ? get_difference (png, pdf) : -1);
      g_assert_cmpfloat (get_difference (png, widget), <, MAX_SAME);
      if (svg != NULL)
        g_assert_cmpfloat (get_difference (png, svg), <, MAX_SAME);
      if (pdf != NULL)
        g_assert_cmpfloat (get_difference (png, pdf), <, MAX_SAME);
      if (last != NULL)
        g_assert_cmpfloat (get_difference (png, last), >, MIN_OTHERS);
      g_set_object (&last, png);
    }

  ob_test_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint theme = 0; theme < OB_N_THEMES; theme++)
    {
      g_autofree char *path =
        g_strdup_printf ("/export-preview/agreement/%s", ob_theme_kind_get_id (theme));

      g_test_add_data_func (path, GUINT_TO_POINTER (theme), test_agreement);
    }

  return g_test_run ();
}
