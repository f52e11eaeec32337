/* ob-pdf-surface.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-picture.h"

#include <cairo.h>

G_BEGIN_DECLS

/* Cairo's PDF surfaces as all documents of this program are made: the same
 * drawing gives the same bytes, in a version whose tables ob_picture_embed() can
 * add to. */

/* A surface that appends to @bytes until it is finished; sizes in points. */
cairo_surface_t *
ob_pdf_surface_new (GByteArray *bytes, double width, double height) G_GNUC_WARN_UNUSED_RESULT;
/* What the document says of itself. @provenance: (nullable) */
void ob_pdf_surface_set_texts (cairo_surface_t *surface,
                               const ObPictureTexts *texts,
                               const ObProvenance *provenance);

G_END_DECLS
