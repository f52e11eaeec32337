/* ob-kernel.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Compiled once for every instruction set and number of lanes: OB_KERNEL is
 * the name of the kernel, OB_KERNEL_NAME its instruction set, OB_LANES the number of
 * scenarios it runs side by side and OB_KERNEL_VALUES what ob-kernel-values.c defines. */

#include "config.h"

#include "ob-kernel-risk.h"

/* A scratch is used again for scenarios that differ little from those before,
 * so only what has changed is marked. A new scratch has no history yet. */
static void
set_base (void *scratch, const ObInputs *base)
{
  State *s = scratch;
  const ObHistory *history = &base->history;
  const gsize size = history->n_years * sizeof *history->capex;

  if (s->history.n_years != history->n_years
      || memcmp (s->history.capex, history->capex, size) != 0)
    s->history_changed = TRUE;
  s->history = *history;
  s->nh = (int) history->n_years * PER_YEAR;

  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const double value = base->value[p];
      double other = 0;

      FOR_LANES_ADDING (other)
      {
        other += s->value[p][l] != value ? 1 : 0;
        s->value[p][l] = value;
      }
      if (other > 0 || s->history_changed)
        s->changed[p] = TRUE;
    }
}

static void
set_lanes (void *scratch, ObParameter parameter, const double *value)
{
  State *s = scratch;
  double other = 0;

  FOR_LANES_ADDING (other)
  {
    other += s->value[parameter][l] != value[l] ? 1 : 0;
    s->value[parameter][l] = value[l];
  }
  if (other > 0)
    s->changed[parameter] = TRUE;
}

/* The quarters before the start, which change only curves and shells. */
static void
run_history (State *s)
{
  Carry c;

  if (!s->history_changed
      && !CHANGED (s, OB_PARAMETER_COST_PER_GW, OB_PARAMETER_COST_GROWTH, OB_PARAMETER_IT_SHARE,
                   OB_PARAMETER_H100E_PER_GW, OB_PARAMETER_EFFICIENCY_GROWTH,
                   OB_PARAMETER_BUILD_LAG, OB_PARAMETER_LIFESPAN, OB_PARAMETER_SHELL_LIFE))
    return;

  c.hardware = s->first_hardware;
  FOR_LANES
  {
    c.shells[l] = 0;
    c.served[l] = 0;
    c.retired[l] = 0;
    c.used[l] = 0;
    c.over[l] = 0;
  }
  for (int t = 0; t < s->nh; t++)
    {
      const double paid = s->history.capex[t / PER_YEAR] * QUARTER;

      FOR_LANES AT (paid, t + 1)[l] = AT (paid, t)[l] + paid;
      grow_past (s, &c, t);
    }

  memcpy (s->opening_shells, c.shells, sizeof c.shells);
  memcpy (s->opening_served, c.served, sizeof c.served);
  memcpy (s->opening_retired, c.retired, sizeof c.retired);
  get_net_book (s, s->nh, s->opening_book);
}

static void
start (State *s, Carry *c)
{
  c->hardware = s->hardware;
  c->scrapping = FALSE;
  FOR_LANES
  {
    c->core[l] = s->core[l];
    c->market[l] = s->market[l];
    c->discount[l] = s->discount[l];
    c->shells[l] = s->opening_shells[l];
    c->served[l] = s->opening_served[l];
    c->retired[l] = s->opening_retired[l];
    c->over[l] = 0;
    c->used[l] = 1;
    c->cfo[l] = 0;
    c->profit[l] = 0;
    c->replacement[l] = 0;
    c->debt[l] = P (DEBT_NOW)[l];
    c->loss[l] = 0;
    c->scrapped[l] = 0;
    c->habit[l] = ob_log (1 - P (PAST_SUBSIDY)[l]);
    c->expected[l] = P (SPEND_GROWTH)[l];
    c->least[l] = s->constants.worth_least[l];
    c->place[l] = l;
    c->met[l] = AT (gigawatts, 0)[l];
    c->met_compute[l] = AT (compute, 0)[l];
    c->next[l] = AT (gigawatts, 1)[l];
    c->next_compute[l] = AT (compute, 1)[l];
  }

  start_reading (AT (paid, s->nh + 1), &s->build, c->paid_kept);
  start_reading (AT (gigawatts, s->nh + 1), &s->life, c->gigawatts_kept);
  start_reading (AT (compute, s->nh + 1), &s->life, c->compute_kept);
  start_reading (AT (it_dollars, s->nh + 1), &s->life, c->it_kept);
  start_reading (AT (shell_dollars, s->nh + 1), &s->shell, c->shell_kept);
  start_reading (AT (it_dollars, s->nh + 1), &s->book, c->book_kept);
}

#define STEP(name)                                                                                 \
  (depth == OB_KERNEL_ALL    ? name##_all (s, &c, i, &q)                                           \
   : depth == OB_KERNEL_RISK ? name##_risk (s, &c, i, &q)                                          \
   : depth == OB_KERNEL_PATH ? name##_path (s, &c, i, &q)                                          \
                             : name##_plain (s, &c, i, &q))

OB_INLINE void
project (State *s, const ObKernelOutput *output, ObKernelDepth depth)
{
  const int n =
    depth != OB_KERNEL_RESULTS ? OB_N_QUARTERS : MAX (s->count_end, RISK_QUARTER + AHEAD + 1);
  const int n_risk = depth >= OB_KERNEL_RISK ? OB_N_QUARTERS : RISK_QUARTER + 1;
  Carry c;
  Quarter q;
  Lanes npv, pv_capex, residual, net_book, cash;

  start (s, &c);
  FOR_LANES
  {
    npv[l] = 0;
    pv_capex[l] = 0;
    residual[l] = 0;
    cash[l] = -P (SUNK)[l] * s->opening_book[l];
  }

  for (int i = 0; i < n; i++)
    {
      const int b = s->nh + i + 1;

      STEP (plan_capex);
      STEP (grow_projected);
      STEP (dispatch);
      STEP (clear_market);
      STEP (keep_accounts);
      STEP (finance);
      if (is_risky (i, depth))
        STEP (value_shares);

      FOR_LANES
      {
        npv[l] += q.fcf[l] * c.discount[l];
        pv_capex[l] += q.capex[l] * c.discount[l];
        c.discount[l] *= s->constants.discount_step[l];
        cash[l] += q.fcf[l] * QUARTER;
        TRACE (CUMULATIVE_CASH, cash[l]);
      }

      if (s->is_end[i + 1])
        {
          get_net_book (s, b, net_book);
          FOR_LANES
          {
            const double left = net_book[l] * ob_clip (c.coverage[l], 0, 1);

            residual[l] = i + 1 == s->counted[l] ? left : residual[l];
            c.discount[l] = i + 1 < s->counted[l] ? c.discount[l] : 0;
          }
        }
    }

  FOR_LANES
  {
    const double sunk = P (SUNK)[l] * s->opening_book[l];

    output->npv[l] = npv[l] + residual[l] * s->residual_discount[l] - sunk;
    output->pv_capex[l] = pv_capex[l] + sunk;
  }
  if (output->opening_book != NULL)
    memcpy (output->opening_book, s->opening_book, sizeof (Lanes));
  if (output->residual != NULL)
    memcpy (output->residual, residual, sizeof (Lanes));

  find_risk (s, n_risk, output->bubble_risk, depth);
}

/* Whatever does not depend on the state of the simulation, as far as it is not
 * there from the run before. */
static void
prepare (State *s)
{
  schedule_all (s);
  run_history (s);
  s->history_changed = FALSE;
  memset (s->changed, 0, sizeof s->changed);
}

static void
run (void *scratch, const ObKernelOutput *output)
{
  prepare (scratch);
  project (scratch, output, OB_KERNEL_RESULTS);
}

static const double *
run_traced (void *scratch, const ObKernelOutput *output, ObKernelDepth depth)
{
  State *s = scratch;

  prepare (s);
  switch (depth)
    {
    case OB_KERNEL_RESULTS:
      project (s, output, OB_KERNEL_RESULTS);
      break;
    case OB_KERNEL_PATH:
      project (s, output, OB_KERNEL_PATH);
      break;
    case OB_KERNEL_RISK:
      project (s, output, OB_KERNEL_RISK);
      break;
    case OB_KERNEL_ALL:
    default:
      project (s, output, OB_KERNEL_ALL);
      break;
    }

  return s->trace[0][0];
}

static ObKernelDepth
get_depth (ObSeries series)
{
  return get_depth_of (series);
}

extern const ObKernelValues OB_KERNEL_VALUES;
extern const ObKernel OB_KERNEL;

const ObKernel OB_KERNEL = {
  .name = OB_KERNEL_NAME,
  .lanes = OB_LANES,
  .scratch_size = sizeof (State),
  .get_effort = get_effort,
  .set_base = set_base,
  .set_lanes = set_lanes,
  .run = run,
  .get_depth = get_depth,
  .run_traced = run_traced,
  .values = &OB_KERNEL_VALUES,
};
