/* ob-frontier-regions.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* Writes on either side of the break-even curve what that side is, where there is
 * room: the same place from frame to frame while the curve stays away from it. The
 * places are added to @gaps (element-type ObRect). There is a map. */
void ob_frontier_regions_put_labels (ObChart *chart, const ObPage *page, GArray *gaps);

G_END_DECLS
