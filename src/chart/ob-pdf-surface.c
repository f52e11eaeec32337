/* ob-pdf-surface.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pdf-surface.h"

#include <cairo-pdf.h>

static cairo_status_t
collect (void *closure, const guchar *data, guint length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *
ob_pdf_surface_new (GByteArray *bytes, double width, double height)
{
  cairo_surface_t *surface;

  g_return_val_if_fail (bytes != NULL, NULL);

  surface = cairo_pdf_surface_create_for_stream (collect, bytes, width, height);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);

  return surface;
}

static void
set_text (cairo_surface_t *surface, cairo_pdf_metadata_t which, const char *text)
{
  if (*text != '\0')
    cairo_pdf_surface_set_metadata (surface, which, text);
}

void
ob_pdf_surface_set_texts (cairo_surface_t *surface,
                          const ObPictureTexts *texts,
                          const ObProvenance *provenance)
{
  g_autofree char *keywords = NULL;

  g_return_if_fail (surface != NULL);
  g_return_if_fail (texts != NULL);

  set_text (surface, CAIRO_PDF_METADATA_TITLE, texts->title);
  set_text (surface, CAIRO_PDF_METADATA_SUBJECT, texts->description);
  set_text (surface, CAIRO_PDF_METADATA_CREATOR, texts->software);
  if (provenance == NULL)
    return;

  keywords = g_strdup_printf ("model %s, inputs SHA-256 %s, scenario SHA-256 %s", OB_MODEL_VERSION,
                              provenance->inputs_hash, provenance->scenario_hash);
  set_text (surface, CAIRO_PDF_METADATA_AUTHOR, provenance->author);
  set_text (surface, CAIRO_PDF_METADATA_KEYWORDS, keywords);
  set_text (surface, CAIRO_PDF_METADATA_CREATE_DATE, provenance->date);
  set_text (surface, CAIRO_PDF_METADATA_MOD_DATE, provenance->date);
}
