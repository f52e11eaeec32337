/* ob-flow.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-flow.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUARTER 0.25

static const struct
{
  const char *id;
  const char *label;
} nodes[OB_N_FLOW_NODES] = {
#define OB_FLOW_NODE(NAME, id, label) [OB_FLOW_NODE_##NAME] = { id, label },
#include "ob-flow-table.h"
};

static const struct
{
  const char *id;
  ObFlowNode from;
  ObFlowNode to;
  const char *label;
  const char *back;
} kinds[OB_N_FLOWS] = {
#define OB_FLOW_LINK(NAME, id, FROM, TO, label, back)                                              \
  [OB_FLOW_##NAME] = { id, OB_FLOW_NODE_##FROM, OB_FLOW_NODE_##TO, label, back },
#include "ob-flow-table.h"
};

/* Adds an amount that may turn a link round. */
static void
add (ObFlow *self, ObFlowKind kind, double amount)
{
  ObFlowLink *link = &self->link[kind];
  const double sum = link->amount + amount;

  link->amount = fabs (sum);
  if (sum < 0)
    {
      link->from = kinds[kind].to;
      link->to = kinds[kind].from;
    }
}

static double
get (const ObFlow *self, ObFlowKind kind)
{
  return self->link[kind].amount;
}

/* The part of customers' money that is their suppliers' in quarter @i. Of the
 * factor 1 - (cut + (1 - cut) circular) post of demand, it is what circular
 * contributes. */
static double
get_circular_share (const ObInputs *inputs, guint i)
{
  const double *value = inputs->value;
  const double circular = value[OB_PARAMETER_CIRCULAR];
  const double since = (i + 0.5) * QUARTER - value[OB_PARAMETER_POP_YEAR];
  double post = 0;
  double own;
  double lent;

  if (value[OB_PARAMETER_POP_YEAR] > 0)
    post = CLAMP ((since + QUARTER / 2) / QUARTER, 0, 1)
           * exp (-MAX (since, 0) / value[OB_PARAMETER_POP_RECOVERY]);

  lent = circular * (1 - post);
  own = (1 - circular) * (1 - value[OB_PARAMETER_POP_DEMAND_CUT] * post);

  return lent > 0 ? lent / (lent + own) : 0;
}

/* What the series say by themselves. */
static void
add_quarter (ObFlow *self, const ObInputs *inputs, const ObRun *run, guint i, double *equity)
{
  const double *value = inputs->value;
  const double debt = i > 0 ? run->series[OB_SERIES_DEBT][i - 1] : value[OB_PARAMETER_DEBT_NOW];
  const double external = run->series[OB_SERIES_EXTERNAL][i];
  const double revenue = run->series[OB_SERIES_REVENUE][i];
  const double growth = MAX (run->series[OB_SERIES_CAPEX_GROWTH_PART][i], 0);
  const double replacement = MAX (run->series[OB_SERIES_CAPEX_REPLACEMENT][i], 0);
  const double market = run->series[OB_SERIES_MARKET_PRICE][i] * run->series[OB_SERIES_SOLD][i];
  const double it = replacement + value[OB_PARAMETER_IT_SHARE] * growth;
  const struct
  {
    ObFlowKind kind;
    double rate;
  } flows[] = {
    { OB_FLOW_SALES, revenue },
    { OB_FLOW_OWN_USE, value[OB_PARAMETER_INTERNAL_VALUE] * revenue },
    { OB_FLOW_COMPUTE, market / (1 + value[OB_PARAMETER_SGA]) },
    { OB_FLOW_STAFF, run->series[OB_SERIES_SGA][i] },
    { OB_FLOW_HARDWARE, it },
    { OB_FLOW_BUILDINGS, growth - value[OB_PARAMETER_IT_SHARE] * growth },
    { OB_FLOW_ENERGY, run->series[OB_SERIES_ENERGY][i] },
    { OB_FLOW_UPKEEP, run->series[OB_SERIES_OPEX][i] },
    { OB_FLOW_TAX, run->series[OB_SERIES_TAX][i] },
    { OB_FLOW_INTEREST, debt * value[OB_PARAMETER_DEBT_RATE] },
    { OB_FLOW_REPAYMENT, debt / value[OB_PARAMETER_DEBT_TERM] },
    { OB_FLOW_LOANS, external - value[OB_PARAMETER_EQUITY] },
  };

  /* Rounding must not turn them round. */
  for (guint k = 0; k < G_N_ELEMENTS (flows); k++)
    add (self, flows[k].kind, MAX (flows[k].rate, 0) * QUARTER);

  self->market += market * QUARTER;
  self->subsidy += run->series[OB_SERIES_SUBSIDY_BURN][i] * QUARTER;
  self->circular += get_circular_share (inputs, i) * revenue * QUARTER;
  *equity += MIN (external, value[OB_PARAMETER_EQUITY]) * QUARTER;
}

/* Who gives what is missing at the labs and at the clouds. */
static void
add_funding (ObFlow *self, double equity)
{
  const double compute = get (self, OB_FLOW_COMPUTE);
  const double hardware = get (self, OB_FLOW_HARDWARE);
  double chips;
  double raised;
  double deficit;
  double shares;

  /* The chain takes in more than suppliers hand back, since circular is at most
   * 0.6 and 1 / (1 + sga) at least 0.67. */
  chips = self->circular > 0 ? self->circular * hardware / (compute + hardware) : 0;
  add (self, OB_FLOW_CHIP_STAKES, chips);
  add (self, OB_FLOW_CLOUD_STAKES, self->circular - chips);

  raised = MAX (equity - chips, 0);
  deficit = compute + get (self, OB_FLOW_STAFF) - get (self, OB_FLOW_SALES) - self->circular;
  shares = CLAMP (deficit, 0, raised);
  add (self, OB_FLOW_LAB_SHARES, shares);
  add (self, OB_FLOW_CLOUD_SHARES, raised - shares);
  add (self, OB_FLOW_LAB_SUPPORT, deficit - shares);
  add (self, OB_FLOW_CORE_CASH,
       ob_flow_get_outflow (self, OB_FLOW_NODE_CLOUDS, FALSE)
         - ob_flow_get_inflow (self, OB_FLOW_NODE_CLOUDS, FALSE));
}

/* The rest of the economy pays what a node pays beyond what it is paid. */
static void
close_circle (ObFlow *self)
{
  for (ObFlowKind kind = OB_FLOW_FIRST_OUTSIDE; kind < OB_N_FLOWS; kind++)
    {
      const gboolean pays = kinds[kind].from == OB_FLOW_NODE_ECONOMY;
      const ObFlowNode node = pays ? kinds[kind].to : kinds[kind].from;
      const double missing =
        ob_flow_get_outflow (self, node, FALSE) - ob_flow_get_inflow (self, node, FALSE);

      add (self, kind, pays ? missing : -missing);
    }
}

void
ob_flow_init (ObFlow *self, const ObInputs *inputs, const ObRun *run, guint year)
{
  double equity = 0;

  g_return_if_fail (self != NULL && inputs != NULL && run != NULL);
  g_return_if_fail (year < OB_N_YEARS);

  *self = (ObFlow){ .year = run->start_year + (int) year };
  for (guint k = 0; k < OB_N_FLOWS; k++)
    {
      self->link[k].from = kinds[k].from;
      self->link[k].to = kinds[k].to;
    }

  for (guint i = 0; i < OB_QUARTERS_PER_YEAR; i++)
    add_quarter (self, inputs, run, year * OB_QUARTERS_PER_YEAR + i, &equity);
  add_funding (self, equity);
  close_circle (self);

  if (self->circular > 0)
    self->circular_share = self->circular / get (self, OB_FLOW_SALES);
}

double
ob_flow_get_inflow (const ObFlow *self, ObFlowNode node, gboolean outside)
{
  const guint n = outside ? OB_N_FLOWS : OB_FLOW_FIRST_OUTSIDE;
  double sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint k = 0; k < n; k++)
    sum += self->link[k].to == node ? self->link[k].amount : 0;

  return sum;
}

double
ob_flow_get_outflow (const ObFlow *self, ObFlowNode node, gboolean outside)
{
  const guint n = outside ? OB_N_FLOWS : OB_FLOW_FIRST_OUTSIDE;
  double sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint k = 0; k < n; k++)
    sum += self->link[k].from == node ? self->link[k].amount : 0;

  return sum;
}

double
ob_flow_get_size (const ObFlow *self, ObFlowNode node)
{
  return MAX (ob_flow_get_inflow (self, node, FALSE), ob_flow_get_outflow (self, node, FALSE));
}

const char *
ob_flow_node_get_id (ObFlowNode node)
{
  g_return_val_if_fail (node < OB_N_FLOW_NODES, NULL);

  return nodes[node].id;
}

const char *
ob_flow_kind_get_id (ObFlowKind kind)
{
  g_return_val_if_fail (kind < OB_N_FLOWS, NULL);

  return kinds[kind].id;
}

const char *
ob_flow_node_get_label (ObFlowNode node)
{
  g_return_val_if_fail (node < OB_N_FLOW_NODES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "flow node", nodes[node].label);
}

const char *
ob_flow_get_label (const ObFlow *self, ObFlowKind kind)
{
  gboolean turned;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind < OB_N_FLOWS, NULL);

  turned = self->link[kind].from != kinds[kind].from;
  return g_dpgettext2 (GETTEXT_PACKAGE, "flow", turned ? kinds[kind].back : kinds[kind].label);
}
