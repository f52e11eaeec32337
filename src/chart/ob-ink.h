/* ob-ink.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-ink-item.h"

G_BEGIN_DECLS

/**
 * ObInk:
 *
 * Draws lines and shapes on pictures of pixels. Cairo makes an outline of a line and looks
 * at all of its edges fifteen times in every row of pixels; this looks at the pixels beside the
 * line and how far each is from it, and at a shape once in every row. Holds the room that takes.
 *
 * What is drawn is kept until it is settled, and then brought onto the pixels some rows at a
 * time, by all threads of the engine where it is much.
 */
typedef struct _ObInk ObInk;

ObInk *ob_ink_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* What has not been settled is not drawn. */
void ob_ink_free (ObInk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObInk, ob_ink_free)

/**
 * ob_ink_stroke:
 *
 * Strokes the path of @cr, which it keeps, in its width, dashes and source. Ends are
 * cut straight and joins are round, whatever @cr has.
 *
 * Returns: FALSE, with nothing drawn, where @cr has no #ObPixels, or the source is not one
 *   colour drawn over what is there
 */
gboolean ob_ink_stroke (ObInk *self, cairo_t *cr);

/**
 * ob_ink_fill:
 *
 * Fills the path of @cr, which it keeps, with its source. Where parts of the path lie on
 * each other and go around in opposite directions nothing is filled.
 *
 * Returns: FALSE, with nothing drawn, as above
 */
gboolean ob_ink_fill (ObInk *self, cairo_t *cr);

/**
 * ob_ink_rows:
 * @pixels: the rows of it are painted, and no pixel outside of it
 * @func: what paints them
 * @data: kept as it is until it is settled
 *
 * Has rows painted between what is drawn before and what is drawn after.
 */
void ob_ink_rows (ObInk *self, const ObPixels *pixels, ObInkRowsFunc func, gpointer data);

/**
 * ob_ink_settle:
 *
 * Brings onto the pixels what has been drawn, in its order. To be called before anything else
 * draws on the same picture, or goes on to use it.
 */
void ob_ink_settle (ObInk *self);

G_END_DECLS
