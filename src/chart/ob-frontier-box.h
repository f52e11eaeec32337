/* ob-frontier-box.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* Where failures lie, on a map of which both axes set them apart: what a study of the
 * same inputs found. Nothing is drawn otherwise. */
void ob_frontier_box_put_label (ObChart *self, const ObPage *page, GArray *gaps);
/* Leaves @gaps (element-type ObRect), which do not overlap, free. */
void ob_frontier_box_draw (ObChart *self, const ObPage *page, const GArray *gaps);

G_END_DECLS
