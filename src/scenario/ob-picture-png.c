/* ob-picture-png.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-picture-private.h"

#include "ob-deflate.h"

#include <string.h>

#define SIGNATURE_SIZE 8
/* Length, type and checksum. */
#define CHUNK_OVERHEAD 12
/* The most that a chunk may hold. */
#define MAX_LENGTH 0x7fffffffu
/* Longer texts are packed, which shorter ones do not gain from, bytes. */
#define MIN_DEFLATED 1024

#define SCENARIO_KEYWORD "Overbuild Scenario"
#define RECORD_KEYWORD   "Overbuild Provenance"
/* Before the scenario, so that it can be compared: "sha256 ", 64 digits and a
 * line feed. */
#define HASH_PREFIX "sha256 "
#define HASH_SIZE   64
#define HEAD_SIZE   (strlen (HASH_PREFIX) + HASH_SIZE + 1)

static const guint32 *
get_crc_table (void)
{
  static guint32 table[256];
  static gsize made = 0;

  if (g_once_init_enter (&made))
    {
      for (guint32 i = 0; i < G_N_ELEMENTS (table); i++)
        {
          table[i] = i;
          for (int bit = 0; bit < 8; bit++)
            table[i] = (table[i] >> 1) ^ ((table[i] & 1) != 0 ? 0xedb88320u : 0);
        }
      g_once_init_leave (&made, 1);
    }

  return table;
}

/* CRC-32 as PNG defines it. */
static guint32
get_crc (const guint8 *data, gsize size)
{
  const guint32 *table = get_crc_table ();
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < size; i++)
    crc = (crc >> 8) ^ table[(crc ^ data[i]) & 0xff];

  return ~crc;
}

static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

static void
append_number (GByteArray *array, guint32 number)
{
  const guint8 bytes[] = { number >> 24 & 0xff, number >> 16 & 0xff, number >> 8 & 0xff,
                           number & 0xff };

  g_byte_array_append (array, bytes, sizeof bytes);
}

static void
append_text (GByteArray *array, const char *text)
{
  g_byte_array_append (array, (const guint8 *) text, (guint) strlen (text));
}

/* An iTXt chunk: keyword, whether it is packed, language and translated keyword,
 * of which there are none, and the text. */
static void
append_itxt (GByteArray *png, const char *keyword, GBytes *text)
{
  gboolean packed = g_bytes_get_size (text) >= MIN_DEFLATED;
  g_autoptr (GBytes) content = packed ? ob_deflate (text) : g_bytes_ref (text);
  const guint8 flags[] = { 0, packed, 0, 0, 0 };
  guint start;
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);

  append_number (png, (guint32) (strlen (keyword) + sizeof flags + size));
  start = png->len;
  append_text (png, "iTXt");
  append_text (png, keyword);
  g_byte_array_append (png, flags, sizeof flags);
  g_byte_array_append (png, data, (guint) size);
  append_number (png, get_crc (png->data + start, png->len - start));
}

static void
append_string (GByteArray *png, const char *keyword, const char *text)
{
  g_autoptr (GBytes) bytes = NULL;

  if (*text == '\0')
    return;

  bytes = g_bytes_new (text, strlen (text));
  append_itxt (png, keyword, bytes);
}

static void
append_scenario (GByteArray *png, const ObProvenance *provenance)
{
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (provenance->scenario, &size);

  append_text (text, HASH_PREFIX);
  append_text (text, provenance->scenario_hash);
  append_text (text, "\n");
  g_byte_array_append (text, data, (guint) size);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&text));
  append_itxt (png, SCENARIO_KEYWORD, bytes);
}

GBytes *
ob_picture_png_embed (GBytes *picture,
                      const ObPictureTexts *texts,
                      const ObProvenance *provenance,
                      GError **error)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  gsize size;
  const guint8 *data = g_bytes_get_data (picture, &size);
  gsize head;

  /* Behind the header, which comes first and is of 13 bytes. */
  head = SIGNATURE_SIZE + CHUNK_OVERHEAD + 13;
  if (size < head || memcmp (data + SIGNATURE_SIZE + 4, "IHDR", 4) != 0)
    {
      ob_picture_refuse (error);
      return NULL;
    }

  g_byte_array_append (png, data, (guint) head);
  append_string (png, "Title", texts->title);
  append_string (png, "Description", texts->description);
  append_string (png, "Software", texts->software);
  if (provenance != NULL)
    {
      append_string (png, "Author", provenance->author);
      append_string (png, "Creation Time", provenance->date);
      append_string (png, RECORD_KEYWORD, provenance->record);
      append_scenario (png, provenance);
    }
  g_byte_array_append (png, data + head, (guint) (size - head));

  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

/* Takes the hash off a text and the rest as the scenario. */
static gboolean
take_text (ObPayload *payload, GBytes *text, GError **error)
{
  g_autoptr (GBytes) scenario = NULL;
  g_autofree char *hash = NULL;
  gsize size;
  const char *data = g_bytes_get_data (text, &size);

  if (size < HEAD_SIZE || !g_str_has_prefix (data, HASH_PREFIX) || data[HEAD_SIZE - 1] != '\n')
    return ob_picture_refuse (error);

  hash = g_strndup (data + strlen (HASH_PREFIX), HASH_SIZE);
  scenario = g_bytes_new_from_bytes (text, HEAD_SIZE, size - HEAD_SIZE);

  return ob_payload_take (payload, scenario, hash, error);
}

/* The content of an iTXt chunk, if it is the scenario. */
static gboolean
read_itxt (const guint8 *content, gsize size, ObPayload *payload, GError **error)
{
  gsize keyword_size = strlen (SCENARIO_KEYWORD) + 1;
  const guint8 *end = content + size;
  const guint8 *at;
  g_autoptr (GBytes) text = NULL;
  guint8 flag;

  if (size < keyword_size || memcmp (content, SCENARIO_KEYWORD, keyword_size) != 0)
    return TRUE;
  if (size < keyword_size + 2)
    return ob_picture_refuse (error);

  at = content + keyword_size;
  flag = at[0];
  if (flag > 1 || at[1] != 0)
    return ob_picture_refuse (error);

  /* The language and the translated keyword. */
  at += 2;
  for (int i = 0; i < 2; i++)
    {
      at = memchr (at, 0, (gsize) (end - at));
      if (at == NULL)
        return ob_picture_refuse (error);
      at++;
    }

  text = flag == 0 ? g_bytes_new (at, (gsize) (end - at))
                   : ob_payload_inflate (at, (gsize) (end - at), HEAD_SIZE, error);

  return text != NULL && take_text (payload, text, error);
}

gboolean
ob_picture_png_extract (GBytes *picture, ObPayload *payload, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (picture, &size);
  gsize at = SIGNATURE_SIZE;

  for (;;)
    {
      const guint8 *chunk = data + at;
      gsize left = size - at;
      guint32 length;

      if (left < CHUNK_OVERHEAD)
        return ob_picture_refuse (error);

      length = read_number (chunk);
      if (length > MAX_LENGTH || length > left - CHUNK_OVERHEAD)
        return ob_picture_refuse (error);
      if (get_crc (chunk + 4, 4 + (gsize) length) != read_number (chunk + 8 + length))
        return ob_picture_refuse (error);

      if (memcmp (chunk + 4, "iTXt", 4) == 0 && !read_itxt (chunk + 8, length, payload, error))
        return FALSE;
      if (memcmp (chunk + 4, "IEND", 4) == 0)
        return TRUE;

      at += CHUNK_OVERHEAD + length;
    }
}
