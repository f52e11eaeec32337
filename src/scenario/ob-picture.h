/* ob-picture.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-provenance.h"

G_BEGIN_DECLS

/* Pictures that carry the scenario they show. How each kind holds it is written
 * down in docs/file-format.md. */

typedef enum
{
  OB_PICTURE_NONE,
  OB_PICTURE_PNG,
  OB_PICTURE_SVG,
  OB_PICTURE_PDF
} ObPictureKind;

/* The largest picture that is read, bytes. */
#define OB_PICTURE_MAX_SIZE (64 * 1024 * 1024)

/* What a file is, by how it begins; %OB_PICTURE_NONE for anything else. */
ObPictureKind ob_picture_get_kind (const char *data, gsize size);

/**
 * ObPictureTexts:
 * @title: what the picture is called
 * @description: what it shows
 * @software: the program and its version
 *
 * What a picture says of itself; never NULL.
 */
typedef struct
{
  const char *title;
  const char *description;
  const char *software;
} ObPictureTexts;

/**
 * ob_picture_embed:
 * @kind: what @picture is
 * @picture: as a drawing library made it
 * @provenance: (nullable): without it only the texts are added
 *
 * Adds texts, record and scenario. The pixels stay as they are. The texts of a
 * PDF are up to the caller, since Cairo writes them.
 *
 * Returns: (nullable): NULL if @picture is not as expected, %OB_SCENARIO_ERROR_DAMAGED,
 *   or the scenario is too large to be read back, %OB_SCENARIO_ERROR_TOO_LARGE
 */
GBytes *ob_picture_embed (ObPictureKind kind,
                          GBytes *picture,
                          const ObPictureTexts *texts,
                          const ObProvenance *provenance,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_picture_extract:
 * @picture: of any kind; it may come from a stranger
 * @name: stands for the file in messages
 *
 * The scenario file in a picture, which is what it was when it was put there: its
 * checksum has been compared.
 *
 * Returns: (nullable): NULL with %OB_SCENARIO_ERROR_NO_SCENARIO if there is none,
 *   %OB_SCENARIO_ERROR_DAMAGED if it was changed or the picture is broken,
 *   %OB_SCENARIO_ERROR_TOO_LARGE or %OB_SCENARIO_ERROR_SYNTAX
 */
GBytes *
ob_picture_extract (GBytes *picture, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
