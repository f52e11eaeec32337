/* ob-frontier-layer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/* All that stands on the map: iso-lines, break-even curves and their trail, the
 * marker, labels, the readout. The plot is laid out and labels outside it are
 * placed. */
void ob_frontier_layer_draw (ObChart *self, const ObPage *page);

G_END_DECLS
