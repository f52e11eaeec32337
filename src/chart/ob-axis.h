/* ob-axis.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

/**
 * ObAxis:
 * @scale: in model units
 * @unit: of the values
 * @factor: label = value times this: that of ob_quantity_get_display_factor(), or 1/1000
 *   where billions become trillions
 * @ticks: in model units
 * @labels: as people read them
 *
 * The ticks of one axis, ready to be drawn.
 */
typedef struct
{
  ObScale scale;
  ObUnit unit;
  double factor;
  guint n_ticks;
  double ticks[OB_SCALE_MAX_TICKS];
  char *labels[OB_SCALE_MAX_TICKS];
} ObAxis;

/* @max_ticks: at most this many; fewer than 2 count as 2 */
void ob_axis_init (ObAxis *self, const ObScale *scale, ObUnit unit, guint max_ticks);
void ob_axis_clear (ObAxis *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObAxis, ob_axis_clear)

/* The unit its labels are in, "$ tn a year"; translated; NULL if it has none. */
const char *ob_axis_get_unit_text (const ObAxis *self);
/* The width of its widest label, px. */
double ob_axis_get_label_width (const ObAxis *self, ObText *text);

/* Horizontal grid lines over the plot, the one at zero strong. */
void ob_axis_draw_grid (const ObAxis *self, const ObPage *page, const ObPlot *plot);
/* Labels left of the plot. */
void ob_axis_draw_left (const ObAxis *self, const ObPage *page, const ObPlot *plot);
/* Ticks and labels below the plot. */
void ob_axis_draw_bottom (const ObAxis *self, const ObPage *page, const ObPlot *plot);

/* A number for an axis, in the locale, with a real minus sign, as exact as
 * @step asks for. */
char *ob_axis_format_number (double value, double step) G_GNUC_WARN_UNUSED_RESULT;

/* A round sum of money with its sign, $B given: "+$2 tn", "−$500 bn". */
char *ob_axis_format_money (double value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
