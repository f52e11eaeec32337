/* ob-frontier-ghosts.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/**
 * ObFrontierGhosts:
 *
 * Pinned scenarios on the map of one draw: a hollow marker for each that lies on it,
 * and where it would break even with its own other levers.
 */
typedef struct _ObFrontierGhosts ObFrontierGhosts;

/* There is a map, and the plot is laid out. */
ObFrontierGhosts *ob_frontier_ghosts_new (ObChart *chart) G_GNUC_WARN_UNUSED_RESULT;
void ob_frontier_ghosts_free (ObFrontierGhosts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObFrontierGhosts, ob_frontier_ghosts_free)

/* Where the markers will be: (element-type ObRect). */
GArray *
ob_frontier_ghosts_get_rings (ObFrontierGhosts *self, const ObPage *page) G_GNUC_WARN_UNUSED_RESULT;
/* Draws the markers with their letters. Their places are added to @gaps (element-type
 * ObRect), and later labels are kept off them. */
void ob_frontier_ghosts_draw_markers (ObFrontierGhosts *self, const ObPage *page, GArray *gaps);
/* Sets a letter on each curve, whose places are added to @gaps. */
void ob_frontier_ghosts_put_labels (ObFrontierGhosts *self, const ObPage *page, GArray *gaps);
void
ob_frontier_ghosts_draw_curves (ObFrontierGhosts *self, const ObPage *page, const GArray *gaps);

G_END_DECLS
