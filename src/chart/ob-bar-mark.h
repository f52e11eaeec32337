/* ob-bar-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/* Whether @part is striped, so that neighbours differ by more than colour. */
gboolean ob_bar_mark_is_striped (guint part);

/**
 * ob_bar_mark_draw:
 * @parts: (array length=n_parts): the values of each part, @n of them
 * @fills: (array length=n_parts): index of each part's colour in the theme
 *
 * Stacked bars over the intervals (i, i + 1) of the horizontal scale: positive
 * parts upwards from zero, negative ones downwards, in the order given.
 */
void ob_bar_mark_draw (const ObPage *page,
                       const ObPlot *plot,
                       const double *const *parts,
                       const guint *fills,
                       guint n_parts,
                       guint n);

/* A sample of a part's fill, for labels. */
void ob_bar_mark_draw_swatch (const ObPage *page, const ObRect *rect, guint part);

G_END_DECLS
