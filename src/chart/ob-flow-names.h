/* ob-flow-names.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-chart-private.h"
#include "ob-flow-layout.h"

G_BEGIN_DECLS

/**
 * ObFlowMoney:
 * @OB_FLOW_EARNED: paid for what is used
 * @OB_FLOW_PUT_IN: given by those who hope for a return
 * @OB_FLOW_CIRCULAR: handed back to those who paid it
 * @OB_FLOW_COST: paid to the rest of the world, or back to who gave it
 *
 * What kind of money a link is: but for the last, the category of its colour.
 */
typedef enum
{
  OB_FLOW_EARNED,
  OB_FLOW_PUT_IN,
  OB_FLOW_CIRCULAR,
  OB_FLOW_COST
} ObFlowMoney;

/**
 * ObFlowDrawing:
 * @area: what is left of the page
 * @outside: whether the names of the outer bars stand beside the diagram; else
 *   they stand on it
 * @subsidy: the part of the labs' bar that customers are not charged
 * @link: the one picked, or under the pointer, or -1
 * @node: alike
 *
 * A diagram of a flow while it is drawn. For the files of that chart only.
 */
typedef struct
{
  ObChart *chart;
  const ObPage *page;
  ObRect area;
  gboolean outside;
  ObFlow flow;
  ObFlowLayout layout;
  ObRect subsidy;
  int link;
  int node;
} ObFlowDrawing;

/* Puts the year, the unit and circular money in words above the diagram; takes
 * their room off the area. */
void ob_flow_names_put_header (ObFlowDrawing *drawing);
/* The room that the names of bars need. */
ObFlowRoom ob_flow_names_measure (const ObFlowDrawing *drawing);
/* Puts names and amounts to bars, to the subsidy and to ribbons, those that matter
 * most first; what has no room is left out. */
void ob_flow_names_put (const ObFlowDrawing *drawing);

G_END_DECLS
