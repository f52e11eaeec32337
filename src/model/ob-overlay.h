/* ob-overlay.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-map.h"

G_BEGIN_DECLS

/* More curves than this could not be told apart. */
#define OB_FAMILY_MAX 8

/* What is likely nearly everywhere, or nowhere, is no question. */
#define OB_OVERLAY_MIN_RISK 0.01
#define OB_OVERLAY_MAX_RISK 0.99

/**
 * ObOverlay:
 * @family: a third lever, for each value of which there is a break-even curve,
 *   or %OB_N_PARAMETERS: none
 * @n_values: how many values, 1 to %OB_FAMILY_MAX with a family, 0 without
 * @values: in the model unit of @family, ascending, none twice
 * @risk_lines: whether there are lines of equal bubble risk
 * @payback_band: whether there is a band of the chance to pay back, where inputs
 *   are uncertain
 * @risk_band: the same for the chance that the bubble risk is above @risk_level
 * @risk_level: from %OB_OVERLAY_MIN_RISK to %OB_OVERLAY_MAX_RISK
 * @single_draws: whether charts over time have the lines of single draws, where inputs
 *   are uncertain
 *
 * What is drawn besides what always is: over the map of a plane, and over time.
 */
typedef struct
{
  ObParameter family;
  guint n_values;
  double values[OB_FAMILY_MAX];
  gboolean risk_lines;
  gboolean payback_band;
  gboolean risk_band;
  double risk_level;
  gboolean single_draws;
} ObOverlay;

/* Nothing over the map but what the ranges of inputs make of the break-even curve. */
void ob_overlay_init (ObOverlay *overlay);
gboolean ob_overlay_check (const ObOverlay *overlay, GError **error);
gboolean ob_overlay_equal (const ObOverlay *a, const ObOverlay *b);

/* A family of this lever, with values that ob_overlay_suggest() gives. */
void ob_overlay_set_family (ObOverlay *overlay, ObParameter family, double value);
/* Whether there is a family, of a lever that is none of the axes: along an axis
 * a family would be nothing but straight lines. */
gboolean ob_overlay_has_family_on (const ObOverlay *overlay, const ObPlane *plane);

/* Whether there is any band, where inputs are uncertain. */
gboolean ob_overlay_has_band (const ObOverlay *overlay);

/**
 * ob_overlay_suggest:
 * @family: no switch
 * @value: what it is now
 * @values: (out) (array fixed-size=8): ascending, within its range
 *
 * Round values around @value, from about 0.6 to 1.6 times as much, or where such
 * multiples make no sense (below zero, at an end of the range) over the range.
 *
 * Returns: how many, 2 or more
 */
guint ob_overlay_suggest (ObParameter family, double value, double values[OB_FAMILY_MAX]);

G_END_DECLS
