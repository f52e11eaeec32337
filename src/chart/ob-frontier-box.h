/* ob-frontier-box.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* Where failures lie, on a map of which an axis sets them apart: what a study of the
 * same inputs found, or else what the scenario has kept. Nothing is drawn otherwise. */
void ob_frontier_box_put_label (ObChart *self, const ObPage *page, GArray *gaps);
/* Leaves @gaps (element-type ObRect), which do not overlap, free. */
void ob_frontier_box_draw (ObChart *self, const ObPage *page, const GArray *gaps);
/* Where the map cuts the box: from the first to the second of @x and @y, in the units of
 * the axes and within them. FALSE if nowhere, or everywhere. @outdated: whether it was
 * found among other draws. */
gboolean ob_frontier_box_get_edges (ObChart *self, double x[2], double y[2], gboolean *outdated);
/* (nullable): what the box is, in sentences */
char *ob_frontier_box_describe (ObChart *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
