/* ob-picture-pdf.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-picture-private.h"

#include "ob-deflate.h"
#include "ob-pdf-file.h"
#include "ob-scenario-file.h"

#include <string.h>

/* What tells the attachment that is a scenario from others; its value is the
 * SHA-256 of what is attached. */
#define HASH_KEY "/OverbuildScenarioSHA256"
/* Slashes in names are escaped. */
#define SCENARIO_SUBTYPE "/application#2Fvnd.overbuild.scenario+xml"
#define RECORD_SUBTYPE   "/text#2Fplain"
/* Objects of an update: the catalog and two for each attachment. */
#define N_OBJECTS 5

/* An update being written behind a document. */
typedef struct
{
  GByteArray *pdf;
  struct
  {
    guint number;
    gsize offset;
  } objects[N_OBJECTS];
  guint n_objects;
  guint next_number;
} Update;

static void append (Update *update, const char *format, ...) G_GNUC_PRINTF (2, 3);

static void
append (Update *update, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  g_byte_array_append (update->pdf, (const guint8 *) text, (guint) strlen (text));
}

static void
begin_object (Update *update, guint number)
{
  g_assert (update->n_objects < N_OBJECTS);

  update->objects[update->n_objects].number = number;
  update->objects[update->n_objects].offset = update->pdf->len;
  update->n_objects++;
  append (update, "%u 0 obj\n", number);
}

/* Attaches a file; returns the number of the object that stands for it. */
static guint
attach (Update *update,
        const char *name,
        const char *description,
        const char *subtype,
        const char *key,
        GBytes *content,
        const ObProvenance *provenance)
{
  g_autoptr (GBytes) packed = ob_deflate (content);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_MD5, content);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (provenance->unix_time);
  g_autofree char *date_text = g_date_time_format (date, "D:%Y%m%d%H%M%SZ");
  guint file = update->next_number++;
  guint specification = update->next_number++;
  gsize size;
  const guint8 *data = g_bytes_get_data (packed, &size);

  begin_object (update, file);
  append (update, "<< /Type /EmbeddedFile\n   /Subtype %s\n", subtype);
  append (update,
          "   /Params << /Size %" G_GSIZE_FORMAT " /CreationDate (%s) /ModDate (%s)"
          " /CheckSum <%s> >>\n",
          g_bytes_get_size (content), date_text, date_text, digest);
  append (update, "%s   /Filter /FlateDecode\n   /Length %" G_GSIZE_FORMAT "\n>>\nstream\n", key,
          size);
  g_byte_array_append (update->pdf, data, (guint) size);
  append (update, "\nendstream\nendobj\n");

  begin_object (update, specification);
  append (update,
          "<< /Type /Filespec\n   /F (%s)\n   /UF (%s)\n   /Desc (%s)\n"
          "   /AFRelationship /Source\n   /EF << /F %u 0 R /UF %u 0 R >>\n>>\nendobj\n",
          name, name, description, file, file);

  return specification;
}

static int
compare_objects (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* The table of the objects that are new, and where the one before stands. */
static void
append_table (Update *update, guint root, const ObPdfSpan *info, gsize previous)
{
  gsize offset = update->pdf->len;

  qsort (update->objects, update->n_objects, sizeof *update->objects, compare_objects);
  append (update, "xref\n");
  for (guint i = 0; i < update->n_objects; i++)
    append (update, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", update->objects[i].number,
            update->objects[i].offset);
  append (update, "trailer\n<< /Size %u\n   /Root %u 0 R\n", update->next_number, root);
  if (info->size > 0)
    append (update, "   /Info %.*s\n", (int) info->size, info->data);
  append (update, "   /Prev %" G_GSIZE_FORMAT "\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
          previous, offset);
}

/* An update is appended, as PDF provides for: what Cairo wrote stays as it is and
 * its catalog is replaced by one that names the attachments as well. */
GBytes *
ob_picture_pdf_embed (GBytes *picture, const ObProvenance *provenance, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (picture, &size);
  g_autoptr (ObPdfFile) file = ob_pdf_file_new (data, size);
  g_autoptr (GBytes) record = g_bytes_new (provenance->record, strlen (provenance->record));
  g_autofree char *key = g_strdup_printf ("   " HASH_KEY " <%s>\n", provenance->scenario_hash);
  Update update = { NULL };
  ObPdfSpan trailer;
  ObPdfSpan value;
  ObPdfSpan info = { NULL, 0 };
  ObPdfSpan catalog;
  guint64 n_objects;
  guint root;
  guint record_file;
  guint scenario_file;

  if (file != NULL)
    trailer = ob_pdf_file_get_trailer (file);
  if (file == NULL || !ob_pdf_span_find (&trailer, "/Size", &value)
      || !ob_pdf_span_get_number (&value, &n_objects) || n_objects > G_MAXINT
      || !ob_pdf_span_find (&trailer, "/Root", &value) || !ob_pdf_span_get_reference (&value, &root)
      || !ob_pdf_file_get_dictionary (file, root, &catalog)
      || ob_pdf_span_find (&catalog, "/Names", &value))
    {
      ob_picture_refuse (error);
      return NULL;
    }
  (void) ob_pdf_span_find (&trailer, "/Info", &info);

  update.pdf = g_byte_array_sized_new ((guint) size + 16 * 1024);
  update.next_number = (guint) n_objects;
  g_byte_array_append (update.pdf, (const guint8 *) data, (guint) size);

  record_file = attach (&update, OB_PICTURE_RECORD_NAME, "Where this picture comes from",
                        RECORD_SUBTYPE, "", record, provenance);
  scenario_file = attach (&update, OB_PICTURE_SCENARIO_NAME, "The scenario that this picture shows",
                          SCENARIO_SUBTYPE, key, provenance->scenario, provenance);

  begin_object (&update, root);
  append (&update, "%.*s", (int) catalog.size - 2, catalog.data);
  append (&update,
          "   /Names << /EmbeddedFiles << /Names [ (%s) %u 0 R (%s) %u 0 R ] >> >>\n"
          "   /AF [ %u 0 R %u 0 R ]\n>>\nendobj\n",
          OB_PICTURE_RECORD_NAME, record_file, OB_PICTURE_SCENARIO_NAME, scenario_file, record_file,
          scenario_file);
  append_table (&update, root, &info, ob_pdf_file_get_table_offset (file));

  return g_byte_array_free_to_bytes (update.pdf);
}

/* "<12ab>" as "12ab". */
static char *
dup_hash (const ObPdfSpan *value)
{
  if (value->size < 2 || value->data[0] != '<')
    return NULL;

  return g_ascii_strdown (value->data + 1, (gssize) value->size - 2);
}

static gboolean
read_attachment (const ObPdfFile *file,
                 const ObPdfSpan *dictionary,
                 const ObPdfSpan *hash_value,
                 ObPayload *payload,
                 GError **error)
{
  g_autofree char *hash = dup_hash (hash_value);
  g_autoptr (GBytes) scenario = NULL;
  ObPdfSpan stream;
  ObPdfSpan filter;

  if (hash == NULL || !ob_pdf_file_get_stream (file, dictionary, &stream))
    return ob_picture_refuse (error);

  if (!ob_pdf_span_find (dictionary, "/Filter", &filter))
    scenario = g_bytes_new (stream.data, stream.size);
  else if (ob_pdf_span_equal (&filter, "/FlateDecode"))
    scenario = ob_payload_inflate ((const guint8 *) stream.data, stream.size, 0, error);
  else
    return ob_picture_refuse (error);

  return scenario != NULL && ob_payload_take (payload, scenario, hash, error);
}

gboolean
ob_picture_pdf_extract (GBytes *picture, ObPayload *payload, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (picture, &size);
  g_autoptr (ObPdfFile) file = ob_pdf_file_new (data, size);
  const GArray *numbers;

  /* Without a table that can be read nothing can be found. */
  if (file == NULL)
    return TRUE;

  numbers = ob_pdf_file_get_numbers (file);
  for (guint i = 0; i < numbers->len; i++)
    {
      ObPdfSpan dictionary;
      ObPdfSpan hash;

      if (ob_pdf_file_get_dictionary (file, g_array_index (numbers, guint, i), &dictionary)
          && ob_pdf_span_find (&dictionary, HASH_KEY, &hash)
          && !read_attachment (file, &dictionary, &hash, payload, error))
        return FALSE;
    }

  return TRUE;
}
