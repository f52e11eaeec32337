/* ob-chart-export-pdf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export-private.h"

#include "ob-pdf-surface.h"

GBytes *
ob_chart_export_pdf (ObChart *chart,
                     const ObExportPage *page,
                     const ObProvenance *provenance,
                     GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    ob_pdf_surface_new (bytes, page->width * page->scale, page->height * page->scale);
  const ObPictureTexts texts = { page->title, page->description, page->software };
  gboolean done;

  ob_pdf_surface_set_texts (surface, &texts, provenance);
  done = ob_chart_export_finish (chart, surface, page, error);
  cairo_surface_destroy (surface);

  return done ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
