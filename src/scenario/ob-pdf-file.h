/* ob-pdf-file.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ObPdfFile:
 *
 * Finds the objects of a PDF document by its tables of cross-references, those of
 * its updates included. Tables that are packed as streams, which PDF knows since
 * 1.5, are not read. The document may come from a stranger.
 */
typedef struct _ObPdfFile ObPdfFile;

/* A part of the document; borrowed from it. */
typedef struct
{
  const char *data;
  gsize size;
} ObPdfSpan;

/* NULL if there is no table or it is broken. @data stays with the caller. */
ObPdfFile *ob_pdf_file_new (const char *data, gsize size) G_GNUC_WARN_UNUSED_RESULT;
void ob_pdf_file_free (ObPdfFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObPdfFile, ob_pdf_file_free)

/* Where the last table stands. */
gsize ob_pdf_file_get_table_offset (const ObPdfFile *self);
/* The last trailer, from "<<" to ">>". */
ObPdfSpan ob_pdf_file_get_trailer (const ObPdfFile *self);
/* The numbers of the objects: (element-type guint) (transfer none), ascending. */
const GArray *ob_pdf_file_get_numbers (const ObPdfFile *self);
/* The dictionary that an object is or begins with, from "<<" to ">>". FALSE if it
 * is something else. */
gboolean ob_pdf_file_get_dictionary (const ObPdfFile *self, guint number, ObPdfSpan *dictionary);
/* What stands in the stream behind @dictionary, packed as it is. FALSE if it has
 * no length of its own or does not end where it says. */
gboolean
ob_pdf_file_get_stream (const ObPdfFile *self, const ObPdfSpan *dictionary, ObPdfSpan *stream);

/* The value of @key, "/Length", of a dictionary itself and not of one in it. */
gboolean ob_pdf_span_find (const ObPdfSpan *dictionary, const char *key, ObPdfSpan *value);
/* A whole number without sign. */
gboolean ob_pdf_span_get_number (const ObPdfSpan *span, guint64 *number);
/* The number of the object in a reference, "12 0 R". */
gboolean ob_pdf_span_get_reference (const ObPdfSpan *span, guint *number);
gboolean ob_pdf_span_equal (const ObPdfSpan *span, const char *text);

G_END_DECLS
