/* ob-heat-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/**
 * ObHeatMark:
 *
 * A field of values as colours: a picture made once and drawn scaled. No picture
 * is ever changed, so that whoever holds a snapshot of one keeps what was drawn.
 */
typedef struct _ObHeatMark ObHeatMark;

/**
 * ob_heat_mark_new:
 * @values: (array): @ny rows of @nx values, from the bottom row up; the outer
 *   points lie on the border of the field
 * @limit: the value that has the strongest colour, more than 0; zero is white
 */
ObHeatMark *
ob_heat_mark_new (const ObTheme *theme, const double *values, guint nx, guint ny, double limit)
  G_GNUC_WARN_UNUSED_RESULT;
void ob_heat_mark_free (ObHeatMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObHeatMark, ob_heat_mark_free)

/* The limit the picture was made with. */
double ob_heat_mark_get_limit (ObHeatMark *self);

void ob_heat_mark_draw (ObHeatMark *self, const ObPage *page, const ObRect *rect);

/* The scale of colours from -limit to limit. */
void ob_heat_mark_draw_legend (ObHeatMark *self, const ObPage *page, const ObRect *rect);

G_END_DECLS
