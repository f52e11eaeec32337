/* ob-deflate.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-deflate.h"

#define BLOCK_SIZE (16 * 1024)

/* Runs all of @data through @converter; *used says how much of it was taken. */
static GBytes *
convert (GConverter *converter,
         const guint8 *data,
         gsize size,
         gsize limit,
         gsize *used,
         GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK_SIZE);
  GConverterResult result;

  *used = 0;
  do
    {
      gsize n_read = 0;
      gsize n_written = 0;

      result = g_converter_convert (converter, data + *used, size - *used, block, BLOCK_SIZE,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return NULL;

      if (n_written > limit - out->len)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "too large");
          return NULL;
        }

      g_byte_array_append (out, block, (guint) n_written);
      *used += n_read;
    }
  while (result != G_CONVERTER_FINISHED);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
ob_deflate (GBytes *bytes)
{
  g_autoptr (GZlibCompressor) compressor = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  const guint8 *data;
  gsize size;
  gsize used;
  GBytes *result;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  result = convert (G_CONVERTER (compressor), data, size, G_MAXUINT, &used, NULL);
  g_assert (result != NULL && used == size);

  return result;
}

GBytes *
ob_inflate (const guint8 *data, gsize size, gsize limit, GError **error)
{
  g_autoptr (GZlibDecompressor) decompressor =
    g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GBytes) result = NULL;
  gsize used;

  g_return_val_if_fail (data != NULL || size == 0, NULL);
  g_return_val_if_fail (limit <= G_MAXUINT, NULL);

  result = convert (G_CONVERTER (decompressor), data, size, limit, &used, error);
  if (result != NULL && used < size)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "data behind the end");
      return NULL;
    }

  return g_steal_pointer (&result);
}
