/* ob-area.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-pixels.h"

G_BEGIN_DECLS

/**
 * ObArea:
 *
 * A shape that is filled, as its edges. Which of them goes which way around tells what is
 * inside.
 */
typedef struct _ObArea ObArea;

ObArea *ob_area_new (void) G_GNUC_WARN_UNUSED_RESULT;
void ob_area_free (ObArea *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObArea, ob_area_free)

/* A shape without edges, on @pixels, which are kept until it is painted. */
void ob_area_start (ObArea *self, const ObPixels *pixels);
/* The edges of a shape have to close, in any order. */
void ob_area_add (ObArea *self, const ObSpot *from, const ObSpot *to);
/* Brings @color, premultiplied, onto the pixels as far as the shape covers them. Where it lies
 * on itself it is left out by @even_odd. The surface has to be flushed before and to be told
 * after. */
void ob_area_paint (ObArea *self, guint32 color, gboolean even_odd);

G_END_DECLS
