/* ob-cover.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-pixels.h"

G_BEGIN_DECLS

/**
 * ObPiece:
 * @from: where it begins
 * @to: where it ends
 * @joined_from: whether another one ends where it begins; it is cut straight otherwise
 * @joined_to: whether another one begins where it ends
 * @solid: whether these are drawn from end to end
 * @step: from end to end of the whole of it, of which the rest may be left out
 * @before: from end to end of the one it is joined to at its beginning
 * @next: from end to end of the one at its end
 *
 * A straight piece of a line.
 */
typedef struct
{
  ObSpot from;
  ObSpot to;
  gboolean joined_from;
  gboolean joined_to;
  gboolean solid;
  ObSpot step;
  ObSpot before;
  ObSpot next;
} ObPiece;

/**
 * ObCover:
 *
 * How much of every pixel of a picture is covered by what is being drawn.
 */
typedef struct _ObCover ObCover;

ObCover *ob_cover_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ob_cover_free (ObCover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObCover, ob_cover_free)

/* Nothing is covered of @pixels, which are kept until they are painted. */
void ob_cover_start (ObCover *self, const ObPixels *pixels);
/* Covers what a line of twice @half in width covers. No pixel is covered twice. */
void ob_cover_add (ObCover *self, const ObPiece *piece, double half);
/* Brings @color, premultiplied, onto the pixels as far as they are covered. The
 * surface has to be flushed before and to be told after. */
void ob_cover_paint (ObCover *self, guint32 color);

G_END_DECLS
