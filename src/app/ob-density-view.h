/* ob-density-view.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-distribution.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_DENSITY_VIEW (ob_density_view_get_type ())
G_DECLARE_FINAL_TYPE (ObDensityView, ob_density_view, OB, DENSITY_VIEW, GtkWidget)

/**
 * ObDensityView:
 *
 * A small picture of how likely the values of a lever are, with a line at the value
 * it has.
 */

/* @distribution: checked, resolved and not fixed; @value: what the lever has */
void ob_density_view_show (ObDensityView *self,
                           ObParameter parameter,
                           const ObDistribution *distribution,
                           double value);

G_END_DECLS
