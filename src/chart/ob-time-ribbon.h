/* ob-time-ribbon.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"

G_BEGIN_DECLS

/**
 * ObTimeRibbonKind:
 * @OB_TIME_RIBBON_PHASE: the phase of each quarter
 * @OB_TIME_RIBBON_BINDING: what holds output back in it
 *
 * A ribbon below the years of a chart over time. The first matters most.
 */
typedef enum
{
  OB_TIME_RIBBON_PHASE,
  OB_TIME_RIBBON_BINDING,
  OB_N_TIME_RIBBONS
} ObTimeRibbonKind;

/* What the ribbon says of a quarter; translated; never freed. */
const char *ob_time_ribbon_get_word (const ObRun *run, ObTimeRibbonKind kind, guint quarter);
/* What the ribbon is called; translated. */
const char *ob_time_ribbon_get_title (ObTimeRibbonKind kind);

/* How many ribbons there is room for below a plot of @width that has @height
 * without them. */
guint ob_time_ribbon_get_n (const ObPage *page, double width, double height);
/* The height of the first @n, px. */
double ob_time_ribbon_get_height (const ObPage *page, guint n);
/* The room that their titles need left of the plot, px. */
double ob_time_ribbon_get_margin (const ObPage *page);

/**
 * ob_time_ribbon_draw:
 * @plot: whose horizontal scale counts quarters
 * @top: of the first ribbon
 * @n: how many, see ob_time_ribbon_get_n()
 *
 * Draws a piece for each run of quarters that are alike, with a border and its
 * word, where that is too long its first letter. Colours only help.
 */
void
ob_time_ribbon_draw (ObChart *self, const ObPage *page, const ObPlot *plot, double top, guint n);

/* The ribbons in sentences, for a screen reader. */
char *ob_time_ribbon_describe (const ObRun *run) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
