/* ob-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-picture-private.h"

#include "ob-deflate.h"
#include "ob-scenario-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char png_signature[] = { '\x89', 'P', 'N', 'G', '\r', '\n', '\x1a', '\n' };
static const char pdf_signature[] = { '%', 'P', 'D', 'F', '-' };

static gboolean
starts_with (const char *data, gsize size, const char *start, gsize length)
{
  return size >= length && memcmp (data, start, length) == 0;
}

/* Whether the first element of a text is called "svg". What it is in truth is
 * up to the parser. */
static gboolean
is_svg (const char *data, gsize size)
{
  const char *at = data;
  const char *end = data + size;
  const char *name;

  if (starts_with (data, size, "\xef\xbb\xbf", 3))
    at += 3;

  for (;;)
    {
      const char *close;

      while (at < end && g_ascii_isspace (*at))
        at++;
      if (starts_with (at, (gsize) (end - at), "<?", 2))
        close = "?>";
      else if (starts_with (at, (gsize) (end - at), "<!--", 4))
        close = "-->";
      else
        break;

      at = g_strstr_len (at, end - at, close);
      if (at == NULL)
        return FALSE;
      at += strlen (close);
    }

  if (at == end || *at != '<')
    return FALSE;

  for (name = ++at; at < end && (g_ascii_isalnum (*at) || strchr ("-_.:", *at) != NULL); at++)
    {
      if (*at == ':')
        name = at + 1;
      else if (*at == '\0')
        break;
    }

  return at - name == 3 && memcmp (name, "svg", 3) == 0;
}

ObPictureKind
ob_picture_get_kind (const char *data, gsize size)
{
  g_return_val_if_fail (data != NULL || size == 0, OB_PICTURE_NONE);

  if (starts_with (data, size, png_signature, sizeof png_signature))
    return OB_PICTURE_PNG;
  if (starts_with (data, size, pdf_signature, sizeof pdf_signature))
    return OB_PICTURE_PDF;

  return is_svg (data, size) ? OB_PICTURE_SVG : OB_PICTURE_NONE;
}

gboolean
ob_picture_refuse (GError **error)
{
  g_set_error_literal (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_DAMAGED,
                       _ ("the picture is damaged or cut short"));

  return FALSE;
}

void
ob_payload_clear (ObPayload *payload)
{
  g_clear_pointer (&payload->scenario, g_bytes_unref);
  g_clear_pointer (&payload->hash, g_free);
}

static gboolean
refuse_size (GError **error)
{
  g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_TOO_LARGE,
               _ ("the scenario in the picture is larger than %d bytes, the most that is read"),
               OB_SCENARIO_MAX_SIZE);

  return FALSE;
}

gboolean
ob_payload_take (ObPayload *payload, GBytes *scenario, const char *hash, GError **error)
{
  if (payload->scenario != NULL)
    {
      g_set_error_literal (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_DAMAGED,
                           _ ("the picture carries more than one scenario"));
      return FALSE;
    }

  if (g_bytes_get_size (scenario) > OB_SCENARIO_MAX_SIZE)
    return refuse_size (error);

  payload->scenario = g_bytes_ref (scenario);
  payload->hash = g_strdup (hash);

  return TRUE;
}

GBytes *
ob_payload_inflate (const guint8 *data, gsize size, gsize extra, GError **error)
{
  g_autoptr (GError) cause = NULL;
  GBytes *bytes = ob_inflate (data, size, OB_SCENARIO_MAX_SIZE + extra, &cause);

  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    refuse_size (error);
  else if (bytes == NULL)
    ob_picture_refuse (error);

  return bytes;
}

/* Whether the scenario is the one that was put there. */
static gboolean
check (const ObPayload *payload, GError **error)
{
  g_autofree char *hash = NULL;

  if (payload->scenario == NULL)
    {
      g_set_error_literal (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_NO_SCENARIO,
                           _ ("This picture does not carry a scenario"));
      return FALSE;
    }

  hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, payload->scenario);
  if (g_strcmp0 (hash, payload->hash) == 0)
    return TRUE;

  g_set_error_literal (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_DAMAGED,
                       _ ("the scenario in the picture was changed after it was exported: its "
                          "checksum does not match"));
  return FALSE;
}

GBytes *
ob_picture_extract (GBytes *picture, const char *name, GError **error)
{
  g_auto (ObPayload) payload = { NULL };
  const char *data;
  gsize size;
  gboolean read;

  g_return_val_if_fail (picture != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  data = g_bytes_get_data (picture, &size);
  switch (ob_picture_get_kind (data, size))
    {
    case OB_PICTURE_PNG:
      read = ob_picture_png_extract (picture, &payload, error);
      break;
    case OB_PICTURE_SVG:
      read = ob_picture_svg_extract (picture, &payload, error);
      break;
    case OB_PICTURE_PDF:
      read = ob_picture_pdf_extract (picture, &payload, error);
      break;
    case OB_PICTURE_NONE:
    default:
      read = TRUE;
    }

  if (read && check (&payload, error))
    return g_steal_pointer (&payload.scenario);

  if (payload.line > 0)
    g_prefix_error (error, "%s:%u: ", name, payload.line);
  else
    g_prefix_error (error, "%s: ", name);
  return NULL;
}

GBytes *
ob_picture_embed (ObPictureKind kind,
                  GBytes *picture,
                  const ObPictureTexts *texts,
                  const ObProvenance *provenance,
                  GError **error)
{
  g_return_val_if_fail (picture != NULL, NULL);
  g_return_val_if_fail (texts != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (provenance != NULL && g_bytes_get_size (provenance->scenario) > OB_SCENARIO_MAX_SIZE)
    {
      g_set_error_literal (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_TOO_LARGE,
                           _ ("its notes and texts are too long to be read back"));
      return NULL;
    }

  switch (kind)
    {
    case OB_PICTURE_PNG:
      return ob_picture_png_embed (picture, texts, provenance, error);
    case OB_PICTURE_SVG:
      return ob_picture_svg_embed (picture, texts, provenance, error);
    case OB_PICTURE_PDF:
      return provenance != NULL ? ob_picture_pdf_embed (picture, provenance, error)
                                : g_bytes_ref (picture);
    case OB_PICTURE_NONE:
    default:
      g_return_val_if_reached (NULL);
    }
}
