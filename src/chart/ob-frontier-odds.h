/* ob-frontier-odds.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"
#include "ob-readout.h"

G_BEGIN_DECLS

/* The bands of chances on the map, where results have chances over its plane and the
 * overlay asks for them. Otherwise all of these do nothing. */

/* Finds the bands, once for each map of chances. */
void ob_frontier_odds_update (ObChart *self);
/* Says what the bands are, in full or @brief, between @left and @right with @y at the part
 * @y_align of the height: below the map, where that is 1, from the left, otherwise up to
 * the right. FALSE if there is no room for all that there are. */
gboolean ob_frontier_odds_put_legend (ObChart *self,
                                      const ObPage *page,
                                      gboolean brief,
                                      double left,
                                      double right,
                                      double y,
                                      double y_align);
void ob_frontier_odds_put_labels (ObChart *self, const ObPage *page, GArray *gaps);
void ob_frontier_odds_draw_bands (ObChart *self, const ObPage *page);
void ob_frontier_odds_draw_lines (ObChart *self, const ObPage *page, const GArray *gaps);
/* The chances at a place of the plane, both from 0 to 1. */
void ob_frontier_odds_add_rows (ObChart *self, ObReadout *readout, double x, double y);
/* Sentences about the chances at the place of the inputs. */
void ob_frontier_odds_describe (ObChart *self, GString *text);
/* Columns of a table: their heads, those of a row that is no place of the map, and the
 * chances at a place. */
void ob_frontier_odds_append_heads (ObChart *self, GString *csv);
void ob_frontier_odds_append_empty (ObChart *self, GString *csv);
void ob_frontier_odds_append_chances (ObChart *self, GString *csv, double x, double y);

G_END_DECLS
