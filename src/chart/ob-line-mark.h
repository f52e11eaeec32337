/* ob-line-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/**
 * ob_line_mark_path:
 * @x: (array length=n): ascending
 * @y: (array length=n): values the scale does not accept leave a gap
 *
 * The path of a line through the points, clipped to nothing. Above two points a
 * pixel column only the first, lowest, highest and last of each column are
 * used, which gives the same picture.
 *
 * Returns: how many vertices it has
 */
guint ob_line_mark_path (const ObPage *page,
                         const ObPlot *plot,
                         const double *x,
                         const double *y,
                         guint n);

/* Draws the line in the colour and dashes of @category, within the plot. */
void ob_line_mark_draw (const ObPage *page,
                        const ObPlot *plot,
                        const double *x,
                        const double *y,
                        guint n,
                        guint category);

/* The same, thinner, in the colour and dashes of a pin. */
void ob_line_mark_draw_pin (const ObPage *page,
                            const ObPlot *plot,
                            const double *x,
                            const double *y,
                            guint n,
                            guint pin);

/* Many lines in the colour of text about @category, which can be made out on a tint of it,
 * without its dashes: thin, and nothing of them outside the plot. */
void ob_line_mark_draw_thin (const ObPage *page,
                             const ObPlot *plot,
                             const double *x,
                             const double *const *lines,
                             guint n_lines,
                             guint n,
                             guint category);

/* Clears the way for a line among such. */
void ob_line_mark_draw_casing (const ObPage *page,
                               const ObPlot *plot,
                               const double *x,
                               const double *y,
                               guint n);

/* Keeps labels that are placed from now on off the line. */
void ob_line_mark_block (const ObPage *page,
                         const ObPlot *plot,
                         const double *x,
                         const double *y,
                         guint n);

G_END_DECLS
