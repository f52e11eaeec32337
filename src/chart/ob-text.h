/* ob-text.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* No text is set smaller than this, px. */
#define OB_TEXT_MIN_SIZE 11.

typedef enum
{
  OB_TEXT_TITLE,
  OB_TEXT_BODY,
  OB_TEXT_LABEL,
  OB_TEXT_LABEL_BOLD,
  OB_TEXT_SMALL,
  OB_N_TEXT_STYLES
} ObTextStyle;

/**
 * ObText:
 *
 * Sets text for one chart. Laid-out strings are kept, since a chart says nearly
 * the same from frame to frame.
 */
typedef struct _ObText ObText;

ObText *ob_text_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ob_text_free (ObText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObText, ob_text_free)

/* A Pango family list and the size of body text, px. */
void ob_text_set_font (ObText *self, const char *family, double size);
/* The size of body text, px: the measure other lengths are derived from. */
double ob_text_get_size (ObText *self);

/**
 * ob_text_get_layout:
 * @max_width: where lines are broken, px; 0: never
 *
 * Returns: (transfer none): @text laid out; valid until the font is set or many
 *   other texts have been asked for
 */
PangoLayout *
ob_text_get_layout (ObText *self, ObTextStyle style, const char *text, double max_width);
/* The size of @text set in one line, px. */
void
ob_text_measure (ObText *self, ObTextStyle style, const char *text, double *width, double *height);

G_END_DECLS
