/* ob-family-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-overlay.h"

G_BEGIN_DECLS

/* The values of a family as they stand in an entry, "3; 4; 5; 6; 8": each as
 * ob_quantity_format_entry() writes it. Empty without a family. */
char *ob_family_text_format (const ObOverlay *overlay) G_GNUC_WARN_UNUSED_RESULT;

/**
 * ob_family_text_parse:
 * @text: values with semicolons between them, in any order; each may be whatever
 *   ob_quantity_parse() accepts, one that stands twice counts once
 * @current: the value of the lever now, which relative entries start from
 * @overlay: its family is the lever; gets the values; untouched on failure
 *
 * Fails as ob_quantity_parse() does, and with %OB_MODEL_ERROR_OUT_OF_RANGE when
 * there are no values or more than %OB_FAMILY_MAX.
 */
gboolean
ob_family_text_parse (const char *text, double current, ObOverlay *overlay, GError **error);

G_END_DECLS
