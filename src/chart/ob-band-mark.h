/* ob-band-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/* Fills the area between two lines over the same @x with @color. */
void ob_band_mark_draw (const ObPage *page,
                        const ObPlot *plot,
                        const double *x,
                        const double *low,
                        const double *high,
                        guint n,
                        const ObColor *color);

/* Fills the area between a line and zero, above it with @gain and below it with
 * @loss. The scale is linear. */
void ob_band_mark_draw_signed (const ObPage *page,
                               const ObPlot *plot,
                               const double *x,
                               const double *y,
                               guint n,
                               const ObColor *loss,
                               const ObColor *gain);

G_END_DECLS
