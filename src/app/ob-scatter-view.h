/* ob-scatter-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-uncertainty.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_SCATTER_VIEW (ob_scatter_view_get_type ())
G_DECLARE_FINAL_TYPE (ObScatterView, ob_scatter_view, OB, SCATTER_VIEW, GtkWidget)

/**
 * ObScatterView:
 *
 * A small picture of how two inputs go together: draws of both, the first to the
 * right and the second upwards.
 */

/**
 * ob_scatter_view_show:
 * @pair: how they go together, possible by itself
 *
 * Draws from the distributions of @uncertainty and of no other correlations: those
 * do not change how the two are distributed. Shows nothing if one of them is fixed.
 */
void ob_scatter_view_show (ObScatterView *self,
                           const ObInputs *inputs,
                           const ObUncertainty *uncertainty,
                           const ObCorrelation *pair);

G_END_DECLS
