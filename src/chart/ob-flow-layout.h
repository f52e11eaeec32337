/* ob-flow-layout.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-flow.h"
#include "ob-label-placer.h"

#include <cairo.h>

G_BEGIN_DECLS

/* From those who give money to those who get it. */
#define OB_N_FLOW_COLUMNS 4

/**
 * ObFlowRoute:
 * @OB_FLOW_FORWARD: to the right
 * @OB_FLOW_OVER: back to the left, over the top
 * @OB_FLOW_UNDER: back to the left, below everything
 */
typedef enum
{
  OB_FLOW_FORWARD,
  OB_FLOW_OVER,
  OB_FLOW_UNDER
} ObFlowRoute;

/**
 * ObFlowRibbon:
 * @route: how it runs; one that goes back is a loop
 * @width: to scale, px; 0 where nothing flows
 * @x0: where its middle leaves a bar, on the right
 * @x1: where it arrives at another, on the left
 * @pass_x: where it passes a column it has nothing to do with, from here to
 *   there; both the same where it passes none
 * @lane: the height at which it passes, or goes back
 * @turn0: how far out a loop swings before it goes back
 * @turn1: how far out it swings where it arrives
 */
typedef struct
{
  ObFlowRoute route;
  double width;
  double x0;
  double y0;
  double x1;
  double y1;
  double pass_x[2];
  double lane;
  double turn0;
  double turn1;
} ObFlowRibbon;

/**
 * ObFlowRoom:
 * @left: for the names beside the first column
 * @right: for those beside the last
 * @above: for the name over a bar
 * @gap: between two bars of a column, at least
 * @bar: the width of a bar
 *
 * What text needs, px.
 */
typedef struct
{
  double left;
  double right;
  double above;
  double gap;
  double bar;
} ObFlowRoom;

/**
 * ObFlowLayout:
 * @scale: px for $1 bn
 * @bar: of each node; its height is the larger of what it pays and is paid, and
 *   0 where that is nothing
 * @ribbon: of each link
 * @left: how far loops swing out left of the first column
 * @left_from: from which height on
 * @right: how far right of the last
 * @right_to: down to which height
 *
 * Where everything stands in a diagram of a flow. The rest of the economy has no
 * place in it.
 */
typedef struct
{
  double scale;
  ObRect bar[OB_N_FLOW_NODES];
  ObFlowRibbon ribbon[OB_FLOW_FIRST_OUTSIDE];
  double left;
  double left_from;
  double right;
  double right_to;
} ObFlowLayout;

/* The largest scale at which @flow has room in @area, px for $1 bn; 0 if nothing flows, or
 * there is no room for anything. */
double ob_flow_layout_get_scale (const ObFlow *flow, const ObRect *area, const ObFlowRoom *room);

/**
 * ob_flow_layout_init:
 * @max_scale: more than 0, px for $1 bn: the scale if it fits @area
 *
 * Returns: FALSE if nothing flows, or @area is too small for anything
 */
gboolean ob_flow_layout_init (ObFlowLayout *self,
                              const ObFlow *flow,
                              const ObRect *area,
                              const ObFlowRoom *room,
                              double max_scale);

guint ob_flow_layout_get_column (ObFlowNode node);

/* Makes the outline of a ribbon the path of @cr. */
void ob_flow_ribbon_trace (const ObFlowRibbon *ribbon, cairo_t *cr);
/* A place in the middle of it. */
void ob_flow_ribbon_get_middle (const ObFlowRibbon *ribbon, double *x, double *y);

G_END_DECLS
