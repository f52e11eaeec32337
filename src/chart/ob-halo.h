/* ob-halo.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * ob_halo_draw:
 * @layout: what stands at the origin of the user space of @cr; keeps what was
 *   made of it for the next time
 * @radius: how far the halo reaches beyond the letters, px
 *
 * Surrounds letters with the source of @cr, which is one colour. Letters of a picture
 * stand on whole pixels, and so does this: it is made of their pixels once and is
 * painted as one mask from then on.
 *
 * Returns: FALSE, with nothing drawn, where the target has no pixels of its own, is
 *   turned or stretched, or the letters are too large to be worth it
 */
gboolean ob_halo_draw (cairo_t *cr, PangoLayout *layout, double radius);

G_END_DECLS
