/* ob-flow.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

G_BEGIN_DECLS

#define OB_QUARTERS_PER_YEAR 4
#define OB_N_YEARS           (OB_N_QUARTERS / OB_QUARTERS_PER_YEAR)

/**
 * ObFlowNode:
 *
 * Who pays and is paid, in the order of ob-flow-table.h.
 */
typedef enum
{
#define OB_FLOW_NODE(NAME, ...) OB_FLOW_NODE_##NAME,
#include "ob-flow-table.h"
  OB_N_FLOW_NODES
} ObFlowNode;

/**
 * ObFlowKind:
 *
 * What for, in the order of ob-flow-table.h. Links to and from the rest of the
 * economy come last, from %OB_FLOW_FIRST_OUTSIDE on.
 */
typedef enum
{
#define OB_FLOW_LINK(NAME, ...) OB_FLOW_##NAME,
#include "ob-flow-table.h"
  OB_N_FLOWS
} ObFlowKind;

#define OB_FLOW_FIRST_OUTSIDE OB_FLOW_ECONOMY_CUSTOMERS

/**
 * ObFlowLink:
 * @from: who pays
 * @to: who is paid
 * @amount: $B in the year, 0 or more
 */
typedef struct
{
  ObFlowNode from;
  ObFlowNode to;
  double amount;
} ObFlowLink;

/**
 * ObFlow:
 * @year: the calendar year
 * @link: one of each kind
 * @market: what was sold, at the market price, $B
 * @subsidy: what customers were not charged of that, $B
 * @circular: what suppliers of the labs gave their customers to pay with, $B
 * @circular_share: that, of what customers pay
 *
 * Who pays whom in one projected calendar year, derived from a run. Sums of the
 * run's series over the four quarters of the year, each times h:
 *
 *     sales        R                                   revenue
 *     own_use      internal_value R
 *     compute      P Q / (1 + sga)                     market_price x sold / (1 + sga)
 *     staff        sga base Q                          sga
 *     hardware     Kr + it_share Kg                    as ordered: replacement is all IT
 *     buildings    (1 - it_share) Kg
 *     energy, upkeep, tax                              energy, opex, tax
 *     interest     debt_rate x debt at the beginning of the quarter
 *     repayment    debt at the beginning of the quarter / debt_term
 *     loans        max(external - equity, 0)
 *     circular C   R x c,  c = circular (1 - post) / (circular (1 - post)
 *                                       + (1 - circular) (1 - pop_demand_cut post))
 *
 * c is the part of the spend N of the run that is suppliers' money: circular
 * until a break of confidence takes it away. Suppliers give it in proportion to
 * what they take in along the chain:
 *
 *     cloud_stakes C compute / (compute + hardware)
 *     chip_stakes  C hardware / (compute + hardware)
 *
 * New outside equity, E = min(external, equity), has suppliers' stakes in it
 * already, and goes to the labs before the clouds. What then is missing, or
 * left, is the parents': the cash of their core businesses balances labs and
 * clouds, and the link runs the other way when there is more than is needed:
 *
 *     raised       max(E - chip_stakes, 0)
 *     deficit      compute + staff - sales - C
 *     lab_shares   clip(deficit, 0, raised)
 *     lab_support  deficit - lab_shares
 *     cloud_shares raised - lab_shares
 *     core_cash    what the clouds pay less all else that they are paid
 *
 * Where E covers the stakes, lab_support + core_cash is min(core, need) with the
 * need of the run, -fcf + interest + repayment: what the run itself takes from
 * the core businesses, or gives them. The rest of the economy closes every node
 * but labs and clouds, which close by themselves.
 */
typedef struct
{
  int year;
  ObFlowLink link[OB_N_FLOWS];
  double market;
  double subsidy;
  double circular;
  double circular_share;
} ObFlow;

/**
 * ob_flow_init:
 * @inputs: what was run
 * @run: its run
 * @year: years since the start, less than %OB_N_YEARS
 */
void ob_flow_init (ObFlow *self, const ObInputs *inputs, const ObRun *run, guint year);

/* What a node is paid and what it pays, $B, without (@outside FALSE) or with what
 * it has to do with the rest of the economy. With it, both are the same. */
double ob_flow_get_inflow (const ObFlow *self, ObFlowNode node, gboolean outside);
double ob_flow_get_outflow (const ObFlow *self, ObFlowNode node, gboolean outside);
/* The larger of the two without the rest of the economy. */
double ob_flow_get_size (const ObFlow *self, ObFlowNode node);

/* Stable ids, "chips", "chip_stakes". */
const char *ob_flow_node_get_id (ObFlowNode node);
const char *ob_flow_kind_get_id (ObFlowKind kind);
/* Translated; never freed. */
const char *ob_flow_node_get_label (ObFlowNode node);
/* What the link is for, in the direction it has. */
const char *ob_flow_get_label (const ObFlow *self, ObFlowKind kind);

G_END_DECLS
