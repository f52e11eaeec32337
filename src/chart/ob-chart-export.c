/* ob-chart-export.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export-private.h"

#include "ob-picture.h"
#include "ob-scenario-content.h"

#include <glib/gi18n-lib.h>
#include <math.h>

G_DEFINE_QUARK (ob - chart - error - quark, ob_chart_error)

/* A column of a journal, 89 mm, is 336 px; at 300 dots an inch it has 3.125
 * pixels for each. A slide is looked at from afar, with letters of twice the
 * size: 1920 by 1080 pixels in all. */
const ObExportPreset ob_export_presets[OB_EXPORT_N_PRESETS] = {
  { "screen", NC_ ("export size", "Screen"), 1280, 720, 2 },
  { "slide", NC_ ("export size", "Slide"), 960, 540, 2 },
  { "column", NC_ ("export size", "Journal column, 89 mm"), 336, 252, 3.125 },
};

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

  if (format == OB_EXPORT_SVG)
    return TRUE;

  /* Written so that it refuses what is not a number, too. */
  if (!(page->scale >= OB_EXPORT_MIN_SCALE && page->scale <= OB_EXPORT_MAX_SCALE))
    {
      g_set_error (error, OB_CHART_ERROR, OB_CHART_ERROR_SIZE,
                   _ ("A scale of %g is not possible; it must be %g to %g"), page->scale,
                   OB_EXPORT_MIN_SCALE, OB_EXPORT_MAX_SCALE);
      return FALSE;
    }
  if (format == OB_EXPORT_PNG
      && page->scale * page->width * page->scale * page->height > OB_EXPORT_MAX_PIXELS)
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

/* The file as the drawing library makes it. */
static GBytes *
draw_picture (ObChart *chart,
              const ObExportOptions *options,
              const ObExportPage *page,
              GError **error)
{
  switch (options->format)
    {
    case OB_EXPORT_PNG:
      return ob_chart_export_png (chart, page, error);
    case OB_EXPORT_SVG:
      return ob_chart_export_svg (chart, page, error);
    case OB_EXPORT_PDF:
      return ob_chart_export_pdf (chart, page, options->provenance, error);
    case OB_EXPORT_CSV:
    default:
      g_return_val_if_reached (NULL);
    }
}

static GBytes *
export_picture (ObChart *chart,
                const ObExportOptions *options,
                const ObExportPage *page,
                GError **error)
{
  static const ObPictureKind kinds[] = {
    [OB_EXPORT_PNG] = OB_PICTURE_PNG,
    [OB_EXPORT_SVG] = OB_PICTURE_SVG,
    [OB_EXPORT_PDF] = OB_PICTURE_PDF,
  };
  const ObPictureTexts texts = { page->title, page->description, page->software };
  g_autoptr (GBytes) picture = draw_picture (chart, options, page, error);

  return picture != NULL
           ? ob_picture_embed (kinds[options->format], picture, &texts, options->provenance, error)
           : NULL;
}

/* Draws with what the options say, and leaves the chart as it was. */
static GBytes *
export_chart (ObChart *chart,
              const ObExportOptions *options,
              const ObExportPage *page,
              GError **error)
{
  ObChart before = *chart;
  GBytes *bytes;

  if (options->format == OB_EXPORT_CSV)
    return export_csv (chart);

  chart->title = NULL;
  chart->source = NULL;
  ob_chart_set_frame_texts (chart, options->title != NULL ? options->title : before.title,
                            options->source != NULL ? options->source : before.source);
  chart->framed = TRUE;
  chart->background = !options->transparent;
  chart->hover_x = chart->hover_y = -1;
  bytes = export_picture (chart, options, page, error);

  ob_chart_set_frame_texts (chart, NULL, NULL);
  chart->title = before.title;
  chart->source = before.source;
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

GBytes *
ob_chart_export_full (ObChart *chart, const ObExportOptions *options, GError **error)
{
  g_autofree char *description = NULL;
  g_autofree char *title = NULL;
  ObExportPage page;

  g_return_val_if_fail (chart != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->format < G_N_ELEMENTS (ids), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  title = ob_scenario_clean_text (options->title);
  page = (ObExportPage){
    .width = options->width,
    .height = options->height,
    .scale = options->format == OB_EXPORT_SVG ? 1 : options->scale,
    .transparent = options->transparent,
    .title = *title != '\0' ? title : ob_chart_get_title (chart),
    .software = "Overbuild " PACKAGE_VERSION ", model " OB_MODEL_VERSION,
  };
  if (!check (options->format, &page, error))
    return NULL;

  if (chart->results == NULL)
    {
      g_set_error_literal (error, OB_CHART_ERROR, OB_CHART_ERROR_NO_DATA,
                           _ ("There is nothing to export: the chart has no results"));
      return NULL;
    }

  page.description = description = ob_chart_describe (chart);

  return export_chart (chart, options, &page, error);
}

GBytes *
ob_chart_export (ObChart *chart,
                 ObExportFormat format,
                 int width,
                 int height,
                 double scale,
                 GError **error)
{
  const ObExportOptions options = {
    .format = format,
    .width = width,
    .height = height,
    .scale = scale,
  };

  return ob_chart_export_full (chart, &options, error);
}
