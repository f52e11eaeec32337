/* ob-chart-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_SCALE 0.25
#define MAX_SCALE 8.

G_DEFINE_QUARK (ob - chart - error - quark, ob_chart_error)

static const char *const ids[] = {
  [OB_EXPORT_PNG] = "png",
  [OB_EXPORT_SVG] = "svg",
  [OB_EXPORT_PDF] = "pdf",
  [OB_EXPORT_CSV] = "csv",
};

gboolean
ob_export_format_from_id (const char *id, ObExportFormat *format)
{
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      if (g_str_equal (ids[i], id))
        {
          *format = i;
          return TRUE;
        }
    }

  return FALSE;
}

const char *
ob_export_format_get_id (ObExportFormat format)
{
  g_return_val_if_fail (format < G_N_ELEMENTS (ids), NULL);

  return ids[format];
}

cairo_status_t
ob_chart_export_collect (void *closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

gboolean
ob_chart_export_finish (ObChart *chart,
                        cairo_surface_t *surface,
                        const ObExportPage *page,
                        GError **error)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, page->scale, page->scale);
  ob_chart_draw (chart, cr, page->width, page->height);
  status = cairo_status (cr);
  cairo_destroy (cr);
  /* Finishing writes a document out, but takes a picture's pixels away. */
  if (cairo_surface_get_type (surface) == CAIRO_SURFACE_TYPE_IMAGE)
    cairo_surface_flush (surface);
  else
    cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;

  g_set_error (error, OB_CHART_ERROR, OB_CHART_ERROR_FAILED,
               /* Translators: what went wrong, from the drawing library. */
               _ ("The picture could not be drawn: %s"), cairo_status_to_string (status));

  return FALSE;
}

static GBytes *
export_pdf (ObChart *chart, const ObExportPage *page, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (ob_chart_export_collect, bytes, page->width, page->height);
  gboolean done;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, page->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, page->description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, page->software);
  done = ob_chart_export_finish (chart, surface, page, error);
  cairo_surface_destroy (surface);

  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

static GBytes *
export_csv (ObChart *chart)
{
  GString *csv = g_string_new (NULL);

  chart->klass->write_csv (chart, csv);

  return g_string_free_to_bytes (csv);
}

static gboolean
check (ObExportFormat format, const ObExportPage *page, GError **error)
{
  if (format == OB_EXPORT_CSV)
    return TRUE;

  if (page->width < OB_EXPORT_MIN_SIZE || page->width > OB_EXPORT_MAX_SIZE
      || page->height < OB_EXPORT_MIN_SIZE || page->height > OB_EXPORT_MAX_SIZE)
    {
      g_set_error (error, OB_CHART_ERROR, OB_CHART_ERROR_SIZE,
                   _ ("A page of %d × %d is not possible; each side must be %d to %d"), page->width,
                   page->height, OB_EXPORT_MIN_SIZE, OB_EXPORT_MAX_SIZE);
      return FALSE;
    }

  if (format != OB_EXPORT_PNG)
    return TRUE;

  /* Written so that it refuses what is not a number, too. */
  if (!(page->scale >= MIN_SCALE && page->scale <= MAX_SCALE))
    {
      g_set_error (error, OB_CHART_ERROR, OB_CHART_ERROR_SIZE,
                   _ ("A scale of %g is not possible; it must be %g to %g"), page->scale, MIN_SCALE,
                   MAX_SCALE);
      return FALSE;
    }
  if (page->scale * page->width * page->scale * page->height > OB_EXPORT_MAX_PIXELS)
    {
      g_set_error (error, OB_CHART_ERROR, OB_CHART_ERROR_SIZE,
                   _ ("A picture of %.0f × %.0f pixels is too large; at most %d megapixels are "
                      "possible"),
                   page->scale * page->width, page->scale * page->height,
                   OB_EXPORT_MAX_PIXELS / (1024 * 1024));
      return FALSE;
    }

  return TRUE;
}

static GBytes *export(ObChart *chart, ObExportFormat format, ObExportPage *page, GError **error)
{
  switch (format)
    {
    case OB_EXPORT_PNG:
      return ob_chart_export_png (chart, page, error);
    case OB_EXPORT_SVG:
      page->scale = 1;
      return ob_chart_export_svg (chart, page, error);
    case OB_EXPORT_PDF:
      page->scale = 1;
      return export_pdf (chart, page, error);
    case OB_EXPORT_CSV:
      return export_csv (chart);
    default:
      g_return_val_if_reached (NULL);
    }
}

GBytes *
ob_chart_export (ObChart *chart,
                 ObExportFormat format,
                 int width,
                 int height,
                 double scale,
                 GError **error)
{
  g_autofree char *description = NULL;
  ObExportPage page;
  ObChart before;
  GBytes *bytes;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (format < G_N_ELEMENTS (ids), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  page = (ObExportPage){
    .width = width,
    .height = height,
    .scale = scale,
    .title = ob_chart_kind_get_title (chart->kind),
    .software = "Overbuild " PACKAGE_VERSION,
  };
  if (!check (format, &page, error))
    return NULL;

  if (chart->results == NULL)
    {
      g_set_error_literal (error, OB_CHART_ERROR, OB_CHART_ERROR_NO_DATA,
                           _ ("There is nothing to export: the chart has no results"));
      return NULL;
    }

  page.description = description = ob_chart_describe (chart);

  before = *chart;
  chart->framed = TRUE;
  chart->background = TRUE;
  chart->hover_x = chart->hover_y = -1;
  bytes = export(chart, format, &page, error);
  chart->framed = before.framed;
  chart->background = before.background;
  chart->hover_x = before.hover_x;
  chart->hover_y = before.hover_y;
  /* On screen places stay where they were last drawn. */
  chart->drawn = before.drawn;
  chart->plot = before.plot;
  chart->factor = before.factor;

  return bytes;
}
