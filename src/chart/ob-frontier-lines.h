/* ob-frontier-lines.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/**
 * ObFrontierLines:
 *
 * The break-even curves of one draw: that of the inputs, one for each value of a
 * third lever and, while something is dragged, where the first was before.
 */
typedef struct _ObFrontierLines ObFrontierLines;

/* There is a map, and the plot is laid out. */
ObFrontierLines *ob_frontier_lines_new (ObChart *chart) G_GNUC_WARN_UNUSED_RESULT;
void ob_frontier_lines_free (ObFrontierLines *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObFrontierLines, ob_frontier_lines_free)

/* Whether a family of curves is drawn: some of it lies in the plane. */
gboolean ob_frontier_lines_has_family (ObFrontierLines *self);

/* (transfer none) (element-type ObPagePath) */
const GArray *ob_frontier_lines_get_family (ObFrontierLines *self);

/* Set labels on the curve of the inputs or on the family, of which it is said once
 * what it is about. Their places are added to @gaps (element-type ObRect), and
 * later labels are kept off the curves. */
void ob_frontier_lines_put_label (ObFrontierLines *self, const ObPage *page, GArray *gaps);
void ob_frontier_lines_put_family_labels (ObFrontierLines *self, const ObPage *page, GArray *gaps);
void ob_frontier_lines_put_trail_label (ObFrontierLines *self, const ObPage *page, GArray *gaps);
void ob_frontier_lines_draw (ObFrontierLines *self, const ObPage *page, const GArray *gaps);

G_END_DECLS
