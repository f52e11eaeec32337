/* ob-iso-mark.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-map.h"
#include "ob-page.h"

G_BEGIN_DECLS

/**
 * ObIsoMark:
 *
 * The iso-lines of npv or of bubble risk on a map, found once per map and drawn
 * at any size: those of risk are dashed, since colour is not the only cue.
 */
typedef struct _ObIsoMark ObIsoMark;

/* Round levels between the lowest and the highest of @values, without zero, at
 * most @max_levels of them; the step is at least @min_step. Returns how many. */
guint ob_iso_mark_get_levels (const double *values,
                              gsize n,
                              double min_step,
                              guint max_levels,
                              double *levels);

/* @limit: the largest npv the map tells apart, $B; it sets the levels */
ObIsoMark *ob_iso_mark_new (const ObMap *map, double limit) G_GNUC_WARN_UNUSED_RESULT;
/* Lines of equal bubble risk at levels that mean something, or, where the map has
 * only a few of these, at round ones. */
ObIsoMark *ob_iso_mark_new_risk (const ObMap *map) G_GNUC_WARN_UNUSED_RESULT;
void ob_iso_mark_free (ObIsoMark *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObIsoMark, ob_iso_mark_free)

/* Sets labels on the lines where there is room, and adds their places to @gaps
 * (element-type ObRect). */
void ob_iso_mark_put_labels (ObIsoMark *self, const ObPage *page, const ObPlot *plot, GArray *gaps);
/* Whether one of the lines passes through @rect. */
gboolean ob_iso_mark_hits (ObIsoMark *self, const ObPlot *plot, const ObRect *rect);
/* Draws the lines, broken at @gaps. */
void ob_iso_mark_draw (ObIsoMark *self, const ObPage *page, const ObPlot *plot, const GArray *gaps);

G_END_DECLS
