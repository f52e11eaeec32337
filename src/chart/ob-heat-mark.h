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
 * A field of values as colours. On pictures of pixels every pixel has the colour of
 * its value, and is kept until the values change; elsewhere a picture is scaled, which
 * is never changed, so that whoever holds a snapshot of it keeps what was drawn.
 */
typedef struct _ObHeatMark ObHeatMark;

/* Has to be given values before it is drawn. */
ObHeatMark *ob_heat_mark_new (const ObTheme *theme) G_GNUC_WARN_UNUSED_RESULT;
void ob_heat_mark_free (ObHeatMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObHeatMark, ob_heat_mark_free)

/**
 * ob_heat_mark_set_values:
 * @values: (array): @ny rows of @nx values, from the bottom row up; the outer
 *   points lie on the border of the field; copied
 * @limit: the value that has the strongest colour, more than 0; zero is white
 */
void
ob_heat_mark_set_values (ObHeatMark *self, const double *values, guint nx, guint ny, double limit);

/* The limit of the values. */
double ob_heat_mark_get_limit (ObHeatMark *self);

void ob_heat_mark_draw (ObHeatMark *self, const ObPage *page, const ObRect *rect);

/* The scale of colours from -limit to limit. */
void ob_heat_mark_draw_legend (ObHeatMark *self, const ObPage *page, const ObRect *rect);

G_END_DECLS
