/* ob-picture-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-picture.h"

G_BEGIN_DECLS

/* The names of what is attached, where there are names. */
#define OB_PICTURE_SCENARIO_NAME "scenario.overbuild"
#define OB_PICTURE_RECORD_NAME   "provenance.txt"

/**
 * ObPayload:
 * @scenario: (nullable): what the picture holds, unpacked
 * @hash: (nullable): the SHA-256 it states for it
 * @line: where in the picture a fault is, or 0
 *
 * What was found in a picture and has not been compared yet.
 */
typedef struct
{
  GBytes *scenario;
  char *hash;
  guint line;
} ObPayload;

void ob_payload_clear (ObPayload *payload);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObPayload, ob_payload_clear)

/* Takes what is found. A picture has one scenario: the second is a fault. */
gboolean ob_payload_take (ObPayload *payload, GBytes *scenario, const char *hash, GError **error);
/* Unpacks what may hold a scenario and @extra bytes more. */
GBytes *ob_payload_inflate (const guint8 *data, gsize size, gsize extra, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* Each kind. Readers leave @payload empty where there is no scenario, and fail
 * where there is something wrong; errors are without the name of the file. */
GBytes *ob_picture_png_embed (GBytes *picture,
                              const ObPictureTexts *texts,
                              const ObProvenance *provenance,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ob_picture_png_extract (GBytes *picture, ObPayload *payload, GError **error);
GBytes *ob_picture_svg_embed (GBytes *picture,
                              const ObPictureTexts *texts,
                              const ObProvenance *provenance,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean ob_picture_svg_extract (GBytes *picture, ObPayload *payload, GError **error);
GBytes *ob_picture_pdf_embed (GBytes *picture, const ObProvenance *provenance, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean ob_picture_pdf_extract (GBytes *picture, ObPayload *payload, GError **error);

/* The error for a picture that is broken, and FALSE. */
gboolean ob_picture_refuse (GError **error);

G_END_DECLS
