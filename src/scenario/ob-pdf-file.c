/* ob-pdf-file.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pdf-file.h"

#include <string.h>

/* The last words of a document are near its end. */
#define MAX_TAIL 2048
/* Updates that are followed back. */
#define MAX_TABLES 64
/* Objects that are looked at. */
#define MAX_OBJECTS 50000
#define MAX_DEPTH   32
/* The longest dictionary that an object is looked at for, bytes. */
#define MAX_DICTIONARY 4096
/* "0000000015 00000 n" and two bytes for the end of the line. */
#define ENTRY_SIZE 20

struct _ObPdfFile
{
  const char *data;
  gsize size;
  gsize table_offset;
  ObPdfSpan trailer;
  GHashTable *offsets; /* number -> offset; newest first, so the first one counts */
  GArray *numbers;
};

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean
is_delimiter (char c)
{
  return c != '\0' && strchr ("()<>[]{}/%", c) != NULL;
}

static const char *
skip_space (const char *at, const char *end)
{
  while (at < end && (is_space (*at) || *at == '%'))
    {
      if (*at == '%')
        {
          while (at < end && *at != '\n' && *at != '\r')
            at++;
        }
      else
        {
          at++;
        }
    }

  return at;
}

/* Behind a string, at whose "(" @at stands, or NULL. */
static const char *
skip_string (const char *at, const char *end)
{
  guint depth = 0;

  for (; at < end; at++)
    {
      if (*at == '\\')
        at++;
      else if (*at == '(')
        depth++;
      else if (*at == ')' && --depth == 0)
        return at + 1;
    }

  return NULL;
}

/* Behind the next token, at which @at stands, or NULL at the end. A dictionary and
 * an array are several: their brackets are tokens. */
static const char *
skip_token (const char *at, const char *end)
{
  const char *close;

  if (at >= end)
    return NULL;

  if (*at == '(')
    return skip_string (at, end);
  if (end - at >= 2 && (memcmp (at, "<<", 2) == 0 || memcmp (at, ">>", 2) == 0))
    return at + 2;
  if (*at == '<')
    {
      close = memchr (at, '>', (gsize) (end - at));
      return close != NULL ? close + 1 : NULL;
    }
  if (is_delimiter (*at) && *at != '/')
    return at + 1;

  do
    at++;
  while (at < end && !is_space (*at) && !is_delimiter (*at));

  return at;
}

/* Behind the value at which @at stands, with all that is in it, or NULL. */
static const char *
skip_value (const char *at, const char *end)
{
  guint depth = 0;

  do
    {
      const char *token = skip_space (at, end);

      at = skip_token (token, end);
      if (at == NULL)
        return NULL;

      if (*token == '[' || (at - token == 2 && memcmp (token, "<<", 2) == 0))
        {
          if (++depth > MAX_DEPTH)
            return NULL;
        }
      else if (*token == ']' || (at - token == 2 && memcmp (token, ">>", 2) == 0))
        {
          if (depth == 0)
            return NULL;
          depth--;
        }
    }
  while (depth > 0);

  return at;
}

gboolean
ob_pdf_span_equal (const ObPdfSpan *span, const char *text)
{
  return span->size == strlen (text) && memcmp (span->data, text, span->size) == 0;
}

gboolean
ob_pdf_span_get_number (const ObPdfSpan *span, guint64 *number)
{
  g_autofree char *text = NULL;

  if (span->size == 0 || span->size > 20)
    return FALSE;

  text = g_strndup (span->data, span->size);
  return g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT64, number, NULL);
}

/* The token at *at, which is moved behind it. */
static gboolean
read_token (const char **at, const char *end, ObPdfSpan *token)
{
  const char *start = skip_space (*at, end);
  const char *behind = skip_token (start, end);

  if (behind == NULL)
    return FALSE;

  *token = (ObPdfSpan){ start, (gsize) (behind - start) };
  *at = behind;

  return TRUE;
}

static gboolean
read_number (const char **at, const char *end, guint64 *number)
{
  ObPdfSpan token;

  return read_token (at, end, &token) && ob_pdf_span_get_number (&token, number);
}

static gboolean
read_word (const char **at, const char *end, const char *word)
{
  ObPdfSpan token;

  return read_token (at, end, &token) && ob_pdf_span_equal (&token, word);
}

gboolean
ob_pdf_span_get_reference (const ObPdfSpan *span, guint *number)
{
  const char *at = span->data;
  const char *end = span->data + span->size;
  guint64 first;
  guint64 generation;

  if (!read_number (&at, end, &first) || !read_number (&at, end, &generation)
      || !read_word (&at, end, "R") || first > G_MAXINT)
    return FALSE;

  *number = (guint) first;
  return TRUE;
}

/* A value may be a reference, which is three tokens. */
static const char *
skip_entry (const char *at, const char *end)
{
  const char *behind = skip_value (at, end);
  const char *rest = at;
  guint64 number;

  if (behind != NULL && read_number (&rest, end, &number) && read_number (&rest, end, &number)
      && read_word (&rest, end, "R"))
    return rest;

  return behind;
}

gboolean
ob_pdf_span_find (const ObPdfSpan *dictionary, const char *key, ObPdfSpan *value)
{
  const char *at = dictionary->data;
  const char *end = dictionary->data + dictionary->size;

  if (!read_word (&at, end, "<<"))
    return FALSE;

  for (;;)
    {
      ObPdfSpan name;
      const char *start;

      if (!read_token (&at, end, &name) || *name.data != '/')
        return FALSE;

      start = skip_space (at, end);
      at = skip_entry (start, end);
      if (at == NULL)
        return FALSE;

      if (ob_pdf_span_equal (&name, key))
        {
          *value = (ObPdfSpan){ start, (gsize) (at - start) };
          return TRUE;
        }
    }
}

/* A dictionary at *at, which is moved behind it. */
static gboolean
read_dictionary (const char **at, const char *end, ObPdfSpan *dictionary)
{
  const char *start = skip_space (*at, end);
  const char *behind;

  if (end - start < 2 || memcmp (start, "<<", 2) != 0)
    return FALSE;

  behind = skip_value (start, end);
  if (behind == NULL)
    return FALSE;

  *dictionary = (ObPdfSpan){ start, (gsize) (behind - start) };
  *at = behind;

  return TRUE;
}

/* The entries of a table, from behind "xref" to behind "trailer". */
static gboolean
read_sections (ObPdfFile *self, const char **at, const char *end)
{
  for (;;)
    {
      ObPdfSpan token;
      guint64 first;
      guint64 n;

      if (!read_token (at, end, &token))
        return FALSE;
      if (ob_pdf_span_equal (&token, "trailer"))
        return TRUE;

      if (!ob_pdf_span_get_number (&token, &first) || !read_number (at, end, &n))
        return FALSE;

      *at = skip_space (*at, end);
      if (first > MAX_OBJECTS || n > MAX_OBJECTS - first || (gsize) (end - *at) < n * ENTRY_SIZE)
        return FALSE;

      for (guint64 i = 0; i < n; i++, *at += ENTRY_SIZE)
        {
          const ObPdfSpan digits = { *at, 10 };
          gpointer key = GUINT_TO_POINTER ((guint) (first + i));
          guint64 offset;

          if (!ob_pdf_span_get_number (&digits, &offset))
            return FALSE;

          /* An object that was given up has no place. */
          if (!g_hash_table_contains (self->offsets, key))
            g_hash_table_insert (
              self->offsets, key,
              GSIZE_TO_POINTER ((*at)[17] == 'n' && offset < self->size ? offset : 0));
        }
    }
}

static gboolean
read_tables (ObPdfFile *self, guint64 offset)
{
  const char *end = self->data + self->size;

  self->table_offset = (gsize) offset;
  for (guint n = 0; n < MAX_TABLES; n++)
    {
      const char *at;
      ObPdfSpan trailer;
      ObPdfSpan previous;

      if (offset >= self->size)
        return FALSE;

      at = self->data + offset;
      if (!read_word (&at, end, "xref") || !read_sections (self, &at, end)
          || !read_dictionary (&at, end, &trailer))
        return FALSE;

      if (n == 0)
        self->trailer = trailer;
      if (!ob_pdf_span_find (&trailer, "/Prev", &previous))
        return TRUE;
      if (!ob_pdf_span_get_number (&previous, &offset))
        return FALSE;
    }

  return FALSE;
}

static gboolean
find_tables (ObPdfFile *self)
{
  static const char word[] = "startxref";
  gsize length = strlen (word);
  gsize tail = MIN (self->size, MAX_TAIL);
  const char *end = self->data + self->size;

  for (gsize back = length; back <= tail; back++)
    {
      const char *at = end - back;
      guint64 offset;

      if (memcmp (at, word, length) != 0)
        continue;

      at += length;
      return read_number (&at, end, &offset) && read_tables (self, offset);
    }

  return FALSE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

ObPdfFile *
ob_pdf_file_new (const char *data, gsize size)
{
  g_autoptr (ObPdfFile) self = NULL;
  GHashTableIter iter;
  gpointer key;
  gpointer offset;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_new0 (ObPdfFile, 1);
  self->data = data;
  self->size = size;
  self->offsets = g_hash_table_new (NULL, NULL);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  if (!find_tables (self))
    return NULL;

  g_hash_table_iter_init (&iter, self->offsets);
  while (g_hash_table_iter_next (&iter, &key, &offset))
    {
      guint number = GPOINTER_TO_UINT (key);

      if (GPOINTER_TO_SIZE (offset) != 0)
        g_array_append_val (self->numbers, number);
    }
  g_array_sort (self->numbers, compare_numbers);

  return g_steal_pointer (&self);
}

void
ob_pdf_file_free (ObPdfFile *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->offsets);
  g_array_unref (self->numbers);
  g_free (self);
}

gsize
ob_pdf_file_get_table_offset (const ObPdfFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->table_offset;
}

ObPdfSpan
ob_pdf_file_get_trailer (const ObPdfFile *self)
{
  return self->trailer;
}

const GArray *
ob_pdf_file_get_numbers (const ObPdfFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->numbers;
}

gboolean
ob_pdf_file_get_dictionary (const ObPdfFile *self, guint number, ObPdfSpan *dictionary)
{
  const char *at;
  const char *end;
  gsize offset;
  guint64 found;
  guint64 generation;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (dictionary != NULL, FALSE);

  offset = GPOINTER_TO_SIZE (g_hash_table_lookup (self->offsets, GUINT_TO_POINTER (number)));
  if (offset == 0)
    return FALSE;

  at = self->data + offset;
  end = at + MIN (self->size - offset, MAX_DICTIONARY);

  return read_number (&at, end, &found) && found == number && read_number (&at, end, &generation)
         && read_word (&at, end, "obj") && read_dictionary (&at, end, dictionary);
}

gboolean
ob_pdf_file_get_stream (const ObPdfFile *self, const ObPdfSpan *dictionary, ObPdfSpan *stream)
{
  const char *end;
  const char *at;
  ObPdfSpan value;
  guint64 length;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (dictionary != NULL, FALSE);
  g_return_val_if_fail (stream != NULL, FALSE);

  end = self->data + self->size;
  at = dictionary->data + dictionary->size;
  if (!ob_pdf_span_find (dictionary, "/Length", &value) || !ob_pdf_span_get_number (&value, &length)
      || !read_word (&at, end, "stream"))
    return FALSE;

  /* The data begin behind one end of a line. */
  if (at < end && *at == '\r')
    at++;
  if (at == end || *at != '\n' || length > (gsize) (end - at - 1))
    return FALSE;
  at++;

  *stream = (ObPdfSpan){ at, (gsize) length };
  at += length;

  return read_word (&at, end, "endstream");
}
