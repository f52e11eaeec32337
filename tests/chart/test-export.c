/* test-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export.h"
#include "ob-test-results.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <libxml/parser.h>
#include <math.h>

static ObChart *
make_chart (ObChartKind kind)
{
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  ObChart *chart = ob_chart_new (kind);

  ob_chart_set_results (chart, results);
  ob_chart_set_framed (chart, FALSE, "Base case");

  return chart;
}

static GBytes *export(ObChart *chart, ObExportFormat format, int width, int height, double scale)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = ob_chart_export (chart, format, width, height, scale, &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);

  return bytes;
}

static guint32
read_number (const guchar *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* CRC-32 as PNG defines it. */
static guint32
get_crc (const guchar *data, gsize n)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < n; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = (crc >> 1) ^ ((crc & 1) ? 0xedb88320u : 0);
    }

  return ~crc;
}

static void
test_png (void)
{
  static const guchar signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (ObChart) chart = make_chart (OB_CHART_FRONTIER);
  g_autoptr (GBytes) bytes = export(chart, OB_EXPORT_PNG, 420, 300, 2);
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  gsize at = sizeof signature;
  gboolean resolution = FALSE;
  gboolean title = FALSE;
  gboolean description = FALSE;
  gboolean pixels = FALSE;
  gboolean ended = FALSE;

  g_assert_cmpmem (data, sizeof signature, signature, sizeof signature);
  while (at < size)
    {
      guint32 length = read_number (data + at);
      const char *type = (const char *) data + at + 4;
      const guchar *content = data + at + 8;

      g_assert_false (ended);
      g_assert_cmpuint (at + 12 + length, <=, size);
      g_assert_cmphex (get_crc (data + at + 4, length + 4), ==, read_number (content + length));
      if (memcmp (type, "IHDR", 4) == 0)
        {
          g_assert_cmpuint (at, ==, sizeof signature);
          g_assert_cmpuint (read_number (content), ==, 840);
          g_assert_cmpuint (read_number (content + 4), ==, 600);
        }
      else if (memcmp (type, "pHYs", 4) == 0)
        {
          /* 192 pixels an inch, in pixels a metre. */
          resolution = TRUE;
          g_assert_cmpuint (read_number (content), >=, 7558);
          g_assert_cmpuint (read_number (content), <=, 7560);
          g_assert_cmpuint (content[8], ==, 1);
        }
      else if (memcmp (type, "tEXt", 4) == 0 || memcmp (type, "iTXt", 4) == 0)
        {
          title |= strcmp ((const char *) content, "Title") == 0;
          description |= strcmp ((const char *) content, "Description") == 0;
        }
      else if (memcmp (type, "IDAT", 4) == 0)
        {
          pixels = TRUE;
        }
      else if (memcmp (type, "IEND", 4) == 0)
        {
          ended = TRUE;
        }
      at += 12 + length;
    }

  g_assert_true (resolution && title && description && pixels && ended);
}

static void
test_svg (void)
{
  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = make_chart (kind);
      g_autoptr (GBytes) bytes = export(chart, OB_EXPORT_SVG, 640, 400, 1);
      g_autofree char *description = ob_chart_describe (chart);
      const char *const names[] = { "title", "desc" };
      const char *const texts[] = { ob_chart_kind_get_title (kind), description };
      gsize size;
      const char *data = g_bytes_get_data (bytes, &size);
      xmlDoc *document = xmlReadMemory (data, size, NULL, NULL, XML_PARSE_NONET);
      xmlNode *root;
      xmlNode *child;
      xmlChar *value;

      g_assert_nonnull (document);
      root = xmlDocGetRootElement (document);
      g_assert_cmpstr ((char *) root->name, ==, "svg");
      value = xmlGetProp (root, BAD_CAST "width");
      g_assert_cmpstr ((char *) value, ==, "640px");
      xmlFree (value);
      value = xmlGetProp (root, BAD_CAST "height");
      g_assert_cmpstr ((char *) value, ==, "400px");
      xmlFree (value);
      value = xmlGetProp (root, BAD_CAST "viewBox");
      g_assert_cmpstr ((char *) value, ==, "0 0 640 400");
      xmlFree (value);
      value = xmlGetProp (root, BAD_CAST "version");
      g_assert_cmpstr ((char *) value, ==, "1.1");
      xmlFree (value);

      child = xmlFirstElementChild (root);
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        {
          g_assert_nonnull (child);
          g_assert_cmpstr ((char *) child->name, ==, names[i]);
          g_assert_cmpstr ((char *) child->ns->href, ==, "http://www.w3.org/2000/svg");
          value = xmlNodeGetContent (child);
          g_assert_cmpstr ((char *) value, ==, texts[i]);
          xmlFree (value);
          child = xmlNextElementSibling (child);
        }
      xmlFreeDoc (document);
    }
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

static GdkPixbuf *
load (GBytes *bytes)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
  g_autoptr (GError) error = NULL;
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);

  g_assert_no_error (error);

  return pixbuf;
}

/* The root of the mean square difference of two pictures, 0 to 255. */
static double
get_difference (GdkPixbuf *a, GdkPixbuf *b)
{
  int width = gdk_pixbuf_get_width (a);
  int height = gdk_pixbuf_get_height (a);
  double sum = 0;

  g_assert_cmpint (width, ==, gdk_pixbuf_get_width (b));
  g_assert_cmpint (height, ==, gdk_pixbuf_get_height (b));
  for (int y = 0; y < height; y++)
    {
      const guchar *row_a = gdk_pixbuf_read_pixels (a) + (gsize) y * gdk_pixbuf_get_rowstride (a);
      const guchar *row_b = gdk_pixbuf_read_pixels (b) + (gsize) y * gdk_pixbuf_get_rowstride (b);

      for (int x = 0; x < width; x++)
        {
          for (int c = 0; c < 3; c++)
            {
              int d = row_a[x * gdk_pixbuf_get_n_channels (a) + c]
                      - row_b[x * gdk_pixbuf_get_n_channels (b) + c];

              sum += d * d;
            }
        }
    }

  return sqrt (sum / (3. * width * height));
}

/* Every format shows the same picture; another chart is another picture. */
static void
test_agreement (void)
{
  g_autoptr (GdkPixbuf) last = NULL;

  if (!can_load_svg ())
    {
      g_test_skip ("no loader for SVG");
      return;
    }

  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autoptr (ObChart) chart = make_chart (kind);
      g_autoptr (GBytes) png = NULL;
      g_autoptr (GBytes) svg = NULL;
      g_autoptr (GdkPixbuf) png_picture = NULL;
      g_autoptr (GdkPixbuf) svg_picture = NULL;

      ob_chart_set_theme (chart, kind % OB_N_THEMES);
      png = export(chart, OB_EXPORT_PNG, 640, 400, 1);
      svg = export(chart, OB_EXPORT_SVG, 640, 400, 1);
      png_picture = load (png);
      svg_picture = load (svg);
      g_assert_cmpfloat (get_difference (png_picture, svg_picture), <, 3);
      if (last != NULL)
        g_assert_cmpfloat (get_difference (png_picture, last), >, 16);
      g_set_object (&last, png_picture);
    }
}

/* A family of curves and lines of risk are in every format, and in the table. */
static void
test_overlay (void)
{
  g_autoptr (ObChart) plain = make_chart (OB_CHART_FRONTIER);
  g_autoptr (ObChart) chart = ob_chart_new (OB_CHART_FRONTIER);
  g_autoptr (ObResults) results = ob_test_results_new_family ();
  g_autoptr (GBytes) plain_png = export(plain, OB_EXPORT_PNG, 640, 400, 1);
  g_autoptr (GdkPixbuf) plain_picture = load (plain_png);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GBytes) svg = NULL;
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GdkPixbuf) png_picture = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean has_three = FALSE;

  ob_chart_set_results (chart, results);
  ob_chart_set_framed (chart, FALSE, "Base case");
  png = export(chart, OB_EXPORT_PNG, 640, 400, 1);
  png_picture = load (png);
  g_assert_cmpfloat (get_difference (png_picture, plain_picture), >, 3);
  if (can_load_svg ())
    {
      g_autoptr (GdkPixbuf) svg_picture = NULL;

      svg = export(chart, OB_EXPORT_SVG, 640, 400, 1);
      svg_picture = load (svg);
      g_assert_cmpfloat (get_difference (png_picture, svg_picture), <, 3);
    }

  csv = export(chart, OB_EXPORT_CSV, 640, 400, 1);
  lines = g_strsplit (g_bytes_get_data (csv, NULL), "\n", -1);
  g_assert_cmpstr (lines[0], ==, "curve,capex,subsidy,npv,bubble_risk,lifespan");
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 6);
      /* A curve has no risk, the map no number of a curve. */
      g_assert_true ((*cells[0] == '\0') != (*cells[4] == '\0'));
      has_three |= g_str_equal (cells[5], "3");
    }
  g_assert_true (has_three);
}

/* A PNG at twice the scale is the same page, not another lay-out. */
static void
test_scale (void)
{
  g_autoptr (ObChart) chart = make_chart (OB_CHART_MONEY);
  g_autoptr (GBytes) once = export(chart, OB_EXPORT_PNG, 500, 300, 1);
  g_autoptr (GBytes) twice = export(chart, OB_EXPORT_PNG, 500, 300, 2);
  g_autoptr (GdkPixbuf) small = load (once);
  g_autoptr (GdkPixbuf) large = load (twice);
  g_autoptr (GdkPixbuf) reduced = gdk_pixbuf_scale_simple (large, 500, 300, GDK_INTERP_BILINEAR);

  g_assert_cmpint (gdk_pixbuf_get_width (large), ==, 1000);
  g_assert_cmpfloat (get_difference (small, reduced), <, 6);
}

/* As strstr(), in bytes that may be zero. */
static gboolean
has_text (const char *data, gsize size, const char *text)
{
  gsize length = strlen (text);

  for (gsize i = 0; i + length <= size; i++)
    {
      if (memcmp (data + i, text, length) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
test_pdf (void)
{
  g_autoptr (ObChart) chart = make_chart (OB_CHART_RISK);
  g_autoptr (GBytes) bytes = export(chart, OB_EXPORT_PDF, 500, 400, 1);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpuint (size, >, 1000);
  g_assert_cmpmem (data, 5, "%PDF-", 5);
  g_assert_true (has_text (data, size, "/MediaBox [ 0 0 500 400 ]"));
  g_assert_true (has_text (data, size, "/Title"));
  g_assert_true (has_text (data + size - 8, 8, "%%EOF"));
}

static char **
read_lines (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);
  char **lines;

  g_assert_true (g_str_has_suffix (text, "\n"));
  text[strlen (text) - 1] = '\0';
  lines = g_strsplit (text, "\n", -1);

  return lines;
}

/* Every cell of a series is empty or a whole number in C
 * notation that gives the value back. */
static void
test_csv_time (void)
{
  static const struct
  {
    ObChartKind kind;
    const char *header;
    guint before;
    guint n_numbers;
  } charts[] = {
    { OB_CHART_RISK,
      "quarter,crash_cumulative,crash_2y,part_valuation,part_credit,part_fundamental,"
      "part_circular,part_idle,part_earnings,part_backstop,phase,binding",
      0, 10 },
    { OB_CHART_MONEY,
      "quarter,capex,revenue,required_revenue,phase,binding,actual_capex,actual_revenue", 20, 4 },
    { OB_CHART_POWER, "quarter,energised_gw,installed_gw,stranded_gw,power_limit,phase,binding", 0,
      5 },
    { OB_CHART_PRICE, "quarter,market_price,user_price,full_cost,phase,binding", 0, 4 },
    { OB_CHART_CASH, "quarter,cumulative_cash,phase,binding", 0, 2 },
  };
  g_autoptr (ObResults) results = ob_test_results_new_base ();

  for (guint k = 0; k < G_N_ELEMENTS (charts); k++)
    {
      g_autoptr (ObChart) chart = make_chart (charts[k].kind);
      g_autoptr (GBytes) bytes = export(chart, OB_EXPORT_CSV, 1, 1, 1);
      g_auto (GStrv) lines = read_lines (bytes);
      g_auto (GStrv) header = g_strsplit (lines[0], ",", -1);

      g_assert_cmpstr (lines[0], ==, charts[k].header);
      g_assert_cmpuint (g_strv_length (lines), ==, 1 + charts[k].before + OB_N_QUARTERS);
      for (guint i = 1; lines[i] != NULL; i++)
        {
          g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
          guint n_numbers = charts[k].n_numbers;
          guint quarter = i - 1 - charts[k].before;

          g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (header));
          g_assert_true (g_regex_match_simple ("^[0-9]{4}Q[1-4]$", cells[0], 0, 0));
          for (guint c = 1; c < n_numbers; c++)
            {
              char *end;
              double value = g_ascii_strtod (cells[c], &end);
              ObSeries series;

              g_assert_cmpstr (end, ==, "");
              g_assert_true (ob_series_from_id (header[c], &series));
              if (i > charts[k].before)
                g_assert_cmpfloat (value, ==, results->run.series[series][quarter]);
            }

          /* Then there are two words, which history does not have. */
          if (charts[k].before > 0 && (i == 1 || i == charts[k].before + 1))
            {
              /* Nothing is recorded of revenue in 2022, nor of 2027. */
              g_assert_cmpstr (cells[n_numbers + 2], ==, i == 1 ? "40" : "");
              g_assert_cmpstr (cells[n_numbers + 3], ==, "");
            }
          if (i > charts[k].before)
            {
              g_assert_cmpstr (cells[n_numbers], ==, ob_phase_get_id (results->run.phase[quarter]));
              g_assert_cmpstr (cells[n_numbers + 1], ==,
                               ob_binding_get_id (results->run.binding[quarter]));
            }
          else
            {
              g_assert_cmpstr (cells[n_numbers], ==, "");
              g_assert_cmpstr (cells[n_numbers + 1], ==, "");
            }
        }
    }
}

static void
test_csv_frontier (void)
{
  g_autoptr (ObChart) chart = make_chart (OB_CHART_FRONTIER);
  g_autoptr (GBytes) bytes = export(chart, OB_EXPORT_CSV, 1, 1, 1);
  g_autoptr (ObResults) results = ob_test_results_new_base ();
  g_auto (GStrv) lines = read_lines (bytes);
  guint n_curve = 0;
  guint n_map = 0;

  g_assert_cmpstr (lines[0], ==, "curve,capex,subsidy,npv,bubble_risk");
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      if (*cells[0] != '\0')
        {
          g_assert_cmpstr (cells[3], ==, "0");
          g_assert_cmpstr (cells[4], ==, "");
          n_curve++;
          continue;
        }

      g_assert_cmpfloat (g_ascii_strtod (cells[3], NULL), ==, results->map->npv[n_map]);
      g_assert_cmpfloat (g_ascii_strtod (cells[4], NULL), ==, results->map->bubble_risk[n_map]);
      n_map++;
    }
  g_assert_cmpuint (n_map, ==, results->map->nx * results->map->ny);
  g_assert_cmpuint (n_curve, >=, 10);
}

static void
assert_refused (ObChart *chart,
                ObExportFormat format,
                int width,
                int height,
                double scale,
                int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ob_chart_export (chart, format, width, height, scale, &error);

  g_assert_null (bytes);
  g_assert_error (error, OB_CHART_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_refused (void)
{
  g_autoptr (ObChart) chart = make_chart (OB_CHART_CASH);
  g_autoptr (ObChart) empty = ob_chart_new (OB_CHART_CASH);

  for (ObExportFormat format = OB_EXPORT_PNG; format <= OB_EXPORT_PDF; format++)
    {
      assert_refused (chart, format, OB_EXPORT_MIN_SIZE - 1, 400, 1, OB_CHART_ERROR_SIZE);
      assert_refused (chart, format, 400, OB_EXPORT_MAX_SIZE + 1, 1, OB_CHART_ERROR_SIZE);
      assert_refused (chart, format, -400, 400, 1, OB_CHART_ERROR_SIZE);
      assert_refused (chart, format, 400, G_MININT, 1, OB_CHART_ERROR_SIZE);
      assert_refused (empty, format, 400, 300, 1, OB_CHART_ERROR_NO_DATA);
    }
  assert_refused (empty, OB_EXPORT_CSV, 400, 300, 1, OB_CHART_ERROR_NO_DATA);
  assert_refused (chart, OB_EXPORT_PNG, 400, 300, 0, OB_CHART_ERROR_SIZE);
  assert_refused (chart, OB_EXPORT_PNG, 400, 300, -1, OB_CHART_ERROR_SIZE);
  assert_refused (chart, OB_EXPORT_PNG, 400, 300, NAN, OB_CHART_ERROR_SIZE);
  assert_refused (chart, OB_EXPORT_PNG, 400, 300, INFINITY, OB_CHART_ERROR_SIZE);
  assert_refused (chart, OB_EXPORT_PNG, OB_EXPORT_MAX_SIZE, OB_EXPORT_MAX_SIZE, 1,
                  OB_CHART_ERROR_SIZE);
}

/* The smallest page there is, in every format. */
static void
test_smallest (void)
{
  for (int kind = 0; kind < OB_N_CHARTS; kind++)
    {
      /* They need a sample, and another scenario, to say more than their columns. */
      gboolean without_data = kind == OB_CHART_ODDS || kind == OB_CHART_WATERFALL;
      g_autoptr (ObChart) chart = make_chart (kind);

      for (ObExportFormat format = OB_EXPORT_PNG; format <= OB_EXPORT_CSV; format++)
        {
          g_autoptr (GBytes) bytes =
            export(chart, format, OB_EXPORT_MIN_SIZE, OB_EXPORT_MIN_SIZE, 0.25);

          g_assert_cmpuint (g_bytes_get_size (bytes), >, without_data ? 10u : 50u);
        }
    }
}

/* An export between two draws leaves the chart on screen as it was. */
static void
test_leaves_screen (void)
{
  g_autoptr (ObChart) chart = make_chart (OB_CHART_MONEY);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 200);
  cairo_t *cr = cairo_create (surface);
  double x[2];
  double y[2];

  ob_chart_set_background (chart, FALSE);
  ob_chart_draw (chart, cr, 300, 200);
  ob_chart_data_to_page (chart, 40, 1000, &x[0], &y[0]);
  {
    g_autoptr (GBytes) bytes = export(chart, OB_EXPORT_PNG, 1600, 900, 1);
  }
  ob_chart_data_to_page (chart, 40, 1000, &x[1], &y[1]);
  g_assert_cmpfloat (x[0], ==, x[1]);
  g_assert_cmpfloat (y[0], ==, y[1]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
test_formats (void)
{
  for (ObExportFormat format = OB_EXPORT_PNG; format <= OB_EXPORT_CSV; format++)
    {
      ObExportFormat found;

      g_assert_true (ob_export_format_from_id (ob_export_format_get_id (format), &found));
      g_assert_cmpint (found, ==, format);
    }

  {
    ObExportFormat untouched = OB_EXPORT_PDF;

    g_assert_false (ob_export_format_from_id ("gif", &untouched));
    g_assert_cmpint (untouched, ==, OB_EXPORT_PDF);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/formats", test_formats);
  g_test_add_func ("/export/png", test_png);
  g_test_add_func ("/export/svg", test_svg);
  g_test_add_func ("/export/overlay", test_overlay);
  g_test_add_func ("/export/agreement", test_agreement);
  g_test_add_func ("/export/scale", test_scale);
  g_test_add_func ("/export/pdf", test_pdf);
  g_test_add_func ("/export/csv-time", test_csv_time);
  g_test_add_func ("/export/csv-frontier", test_csv_frontier);
  g_test_add_func ("/export/refused", test_refused);
  g_test_add_func ("/export/smallest", test_smallest);
  g_test_add_func ("/export/leaves-screen", test_leaves_screen);

  return g_test_run ();
}
