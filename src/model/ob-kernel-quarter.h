/* ob-kernel-quarter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* One quarter of the simulation, over lanes: the steps have the numbers of
 * "The order of a quarter" in docs/model.md. Included by ob-kernel.c only,
 * which makes a traced and an untraced copy of it from this one source. */

#include "ob-kernel-fleet.h"

/* Whether growth capex in the quarter depends on the coverage before it. */
OB_INLINE gboolean
is_heeded (const State *s, int i)
{
  return i < s->plan_end && !s->heedless;
}

/* Step 1: growth capex, paid evenly through the quarter. */
OB_INLINE void
plan_capex (State *s, Carry *c, int i, Quarter *q, ObKernelDepth depth)
{
  const Schedule *schedule = &s->schedule[i];
  const int t = s->nh + i;
  const double log_least = -2.995732273553991; /* ln 0.05 */
  const gboolean limited = i > 0;
  Lanes wanted;

  FOR_LANES wanted[l] = P (ENTRY)[l] * ob_max (c->profit[l], 0);
  if (i < s->plan_end)
    {
      Lanes planned;

      FOR_LANES planned[l] =
        P (CAPEX)[l] * schedule->plan[l] * (1 - P (DEFER)[l] * ob_min (1, 3 * c->over[l]));
      if (limited && is_heeded (s, i))
        FOR_LANES planned[l] *=
          ob_exp (s->constants.caution[l] * ob_clip (s->log_coverage[i - 1][l], log_least, 0));
      FOR_LANES wanted[l] += planned[l];
    }
  if (s->breaks)
    FOR_LANES wanted[l] *= s->annex[i].keep_capex[l];

  FOR_LANES
  {
    const double service = c->debt[l] * s->constants.debt_service[l];
    const double own = ob_max (c->cfo[l], 0) + c->core[l] + P (FUNDING_CAP)[l];
    const double funds = ob_max (own - service - c->replacement[l], 0);
    const double paid = limited ? ob_min (wanted[l], funds) : wanted[l];

    q->capex[l] = paid;
    AT (paid, t + 1)[l] = AT (paid, t)[l] + paid * QUARTER;
    TRACE (CAPEX_GROWTH_PART, paid);
    if (depth == OB_KERNEL_ALL)
      s->trace[OB_TRACE_FUNDING_CUT][i][l] = limited && wanted[l] > funds ? 1 : 0;
  }
}

/* Step 10: how far hardware is scrapped that does not earn its electricity. */
OB_INLINE void
scrap (State *s, Carry *c, int i)
{
  const Constants *constants = &s->constants;
  const double latest = s->nh + i + 1;

  FOR_LANES
  {
    const double worth = constants->worth_start[l] - ob_log (ob_max (s->earned[i][l], FLOOR));
    const double target =
      ob_clip (constants->scrap_start[l] + worth * constants->per_efficiency[l], 0, latest);

    c->scrapped[l] += ob_max (target - c->scrapped[l], 0) / 2;
  }
}

/* Steps 5, 6 and 10: supply, demand and price, in logs; then which hardware is
 * worth running next quarter. Logarithms and powers that wait for each other have loops of their
 * own, so that lanes which do not can go on meanwhile; the two powers at the end
 * share their constants. */
OB_INLINE void
clear_market (State *s, Carry *c, int i, Quarter *q, ObKernelDepth depth)
{
  const Schedule *schedule = &s->schedule[i];
  const Constants *constants = &s->constants;
  const double log_floor = -20.723265836946411; /* ln 1e-9 */
  const double log_tiny = -27.631021115928547;  /* ln 1e-12 */
  const gboolean first = i == 0;
  Lanes supply, log_supply, log_scale, offer, tight, lowest, move, log_price, spare;
  double at_cost = 0, worthless = 0;

  FOR_LANES
  {
    supply[l] = q->compute[l] * constants->year[l] * schedule->served[l];
    log_supply[l] = ob_log (ob_max (supply[l], 1e-300));
  }

  FOR_LANES
  {
    const double trained =
      ob_max (log_supply[l] + (schedule->log_training[l] - constants->log_year[l]), log_tiny);
    const double start = first ? trained : c->start_training[l];

    c->start_training[l] = start;
    log_scale[l] = ob_log (ob_max (1 + constants->scaling[l] * (trained - start), 0.1));
  }

  FOR_LANES_TOPPING (at_cost)
  {
    const double log_reference = schedule->log_reference[l];
    const double log_offer = schedule->log_list[l] + schedule->log_charged[l];
    /* ln of demand at (1-s) P*. */
    const double demand = schedule->log_spend[l] - log_reference
                          - P (ELASTICITY_SHORT)[l] * (log_offer - log_reference)
                          - constants->extra[l] * c->habit[l];
    const double excess = demand - ob_max (log_supply[l], log_floor) + log_scale[l];
    const double low = excess * constants->per_short[l];
    /* Running cost is compared by a bound of its logarithm first. */
    const double bound = ob_log_bound (q->energised[l])
                         + (constants->log_power[l] - schedule->log_list[l]) - log_supply[l];

    at_cost = ob_max (at_cost, ob_min (bound, 0) - low);
    offer[l] = log_offer;
    tight[l] = excess;
    lowest[l] = low;
  }

  if (at_cost > 0)
    FOR_LANES
    {
      const double sold_by =
        ob_max (q->compute[l], FLOOR) * constants->year[l] * schedule->served[l];
      const double log_running = ob_log (ob_max (q->energised[l], 1e-300) / sold_by)
                                 + constants->log_power[l] - schedule->log_list[l];

      /* The floor is that of a glut; other lanes got here for company only. */
      lowest[l] = tight[l] < 0 ? ob_max (lowest[l], log_running) : lowest[l];
    }

  FOR_LANES
  {
    const gboolean glut = tight[l] < 0;
    const double price_war = P (PRICE_WAR)[l];
    const double scarcity = P (SCARCITY)[l];
    const double habit_glut = constants->habit_glut[l];
    const double habit_short = constants->habit_short[l];
    const double power = glut ? price_war : scarcity;
    const double gain = glut ? habit_glut : habit_short;
    const double moved = power * lowest[l];

    const double log_reference = schedule->log_reference[l];
    const double log_user = offer[l] + moved;

    c->habit[l] += gain * (log_user - log_reference - c->habit[l]);
    log_price[l] = log_user;
    /* ln of demand over supply, or of 1 where some of it is rationed. */
    spare[l] = ob_min (tight[l] - P (ELASTICITY_SHORT)[l] * moved, 0);
    move[l] = moved;
  }

  FOR_LANES
  {
    spare[l] = ob_exp (spare[l]);
    q->price[l] = ob_exp (log_price[l]);
  }

  FOR_LANES_TOPPING (worthless)
  {
    const double used = ob_min (spare[l], supply[l] * (1 / FLOOR));
    /* (1-th)(p (1+internal_value) - sga base) */
    const double earned =
      schedule->served[l] * (q->price[l] * constants->revenue_worth[l] - schedule->sga[l]);

    c->used[l] = used;
    q->sold[l] = used * ob_max (supply[l], FLOOR);
    s->earned[i][l] = earned;
    worthless = ob_max (worthless, c->least[l] - earned);
    c->least[l] *= constants->decline[l];
    TRACE (SUPPLY, supply[l]);
    TRACE (SOLD, q->sold[l]);
    TRACE (USED, used);
    TRACE (USER_PRICE, q->price[l]);
  }

  /* Scrapping that stays behind age changes nothing, so it is followed only
   * from the first quarter in which it may pass. */
  if (c->scrapping)
    scrap (s, c, i);
  else if (worthless > 0)
    {
      for (int before = 0; before <= i; before++)
        scrap (s, c, before);
      c->scrapping = TRUE;
    }

  if (depth == OB_KERNEL_ALL)
    FOR_LANES
    {
      const double market = ob_exp (schedule->log_list[l] + move[l]);
      const double subsidy = 1 - ob_exp (schedule->log_charged[l]);

      TRACE (TIGHTNESS, ob_exp (tight[l]));
      TRACE (FULL_COST, s->annex[i].base_cost[l] + schedule->sga[l]);
      TRACE (REFERENCE_PRICE, ob_exp (schedule->log_reference[l]));
      TRACE (MARKET_PRICE, market);
      TRACE (SUBSIDY_RATE, subsidy);
      TRACE (SPEND, ob_exp (schedule->log_spend[l] + log_scale[l]));
      TRACE (SUBSIDY_BURN, subsidy * market * q->sold[l]);
    }
}

/* Step 7: accounts. */
OB_INLINE void
keep_accounts (State *s, Carry *c, int i, Quarter *q, ObKernelDepth depth)
{
  const Schedule *schedule = &s->schedule[i];
  const Constants *constants = &s->constants;
  const int b = s->nh + i + 1;
  const Reading it_old = read_next (AT (it_dollars, b), &s->life, i, c->it_kept);
  const Reading shell_old = read_next (AT (shell_dollars, b), &s->shell, i, c->shell_kept);
  Lanes net_book, worn, gross_it;

  if (depth == OB_KERNEL_ALL)
    get_net_book (s, b, net_book);

  FOR_LANES
  {
    const double revenue = q->price[l] * q->sold[l];
    const double energy =
      q->energised[l] * (constants->energy_idle[l] + constants->energy_used[l] * c->used[l]);
    const double sga = schedule->sga[l] * q->sold[l];
    const double it = AT (it_dollars, b)[l] - READ (it_old);
    const double shell = AT (shell_dollars, b)[l] - READ (shell_old);
    const double opex = P (OPEX)[l] * (it + shell);
    const double wip = AT (paid, b)[l] - c->served[l];
    const double shell_part = shell * constants->per_shell[l];
    const double depreciation = it * constants->per_life[l] + shell_part;
    const double ebitda = revenue * constants->revenue_worth[l] - energy - sga - opex;
    const double ebit = ebitda - depreciation;
    const double taxed = ebit - c->loss[l];
    const double tax = P (TAX)[l] * ob_max (taxed, 0);
    const double charge =
      it * constants->annuity_life[l] + shell * constants->annuity_shell[l] + P (WACC)[l] * wip;
    const double coverage = ob_max (ebitda, 0) / ob_max (charge, FLOOR);
    const double capex = q->capex[l] + c->replacement[l];

    TRACE (CAPEX, capex);
    TRACE (CAPEX_REPLACEMENT, c->replacement[l]);
    TRACE (REVENUE, revenue);
    TRACE (ENERGY, energy);
    TRACE (SGA, sga);
    TRACE (OPEX, opex);
    TRACE (DEPRECIATION, depreciation);
    TRACE (EBITDA, ebitda);
    TRACE (EBIT, ebit);
    TRACE (TAX, tax);
    TRACE (FCF, ebitda - tax - capex);
    TRACE (WIP, wip);
    TRACE (CAPITAL_CHARGE, charge);
    TRACE (COVERAGE, coverage);
    TRACE (CAPEX_TO_REVENUE, capex / ob_max (revenue, FLOOR));
    if (depth == OB_KERNEL_ALL)
      {
        const double required = (charge + energy + sga + opex) / constants->revenue_worth[l];

        TRACE (NET_BOOK, net_book[l]);
        TRACE (REQUIRED_REVENUE, required);
        TRACE (REVENUE_GAP, required / ob_max (revenue, FLOOR));
      }

    c->loss[l] = ob_max (-taxed, 0);
    c->cfo[l] = ebitda - tax;
    c->ebitda[l] = ebitda;
    c->profit[l] = ebitda - charge;
    c->coverage[l] = coverage;
    q->capex[l] = capex;
    q->fcf[l] = ebitda - tax - capex;
    q->revenue[l] = revenue;
    worn[l] = depreciation;
    gross_it[l] = it;
  }

  if (is_heeded (s, i + 1) || (i >= AHEAD && is_risky (i - AHEAD, depth)))
    FOR_LANES s->log_coverage[i][l] = ob_log (ob_max (c->coverage[l], 0.001));

  if (is_risky (i, depth))
    {
      const Reading book_old = read_next (AT (it_dollars, b), &s->book, i, c->book_kept);

      FOR_LANES
      {
        /* Shells wear alike in both accounts. */
        const double book_it = AT (it_dollars, b)[l] - READ (book_old);
        const double missing =
          gross_it[l] * constants->per_life[l] - book_it * constants->per_book[l];

        s->earnings_gap[i][l] = missing / ob_max (worn[l], FLOOR);
        TRACE (EARNINGS_GAP, s->earnings_gap[i][l]);
        TRACE (DEPRECIATION_BOOK, worn[l] - missing);
        TRACE (EBIT_BOOK, c->ebitda[l] - (worn[l] - missing));
      }
    }
}

/* Step 8: who pays. */
OB_INLINE void
finance (State *s, Carry *c, int i, Quarter *q, ObKernelDepth depth)
{
  Lanes raised;

  FOR_LANES
  {
    const double debt = c->debt[l];
    const double service = debt * s->constants.debt_service[l];
    const double external = ob_max (service - q->fcf[l] - c->core[l], 0);
    const double borrowed = ob_max (external - P (EQUITY)[l], 0);

    c->core[l] *= s->constants.core_step[l];
    c->debt[l] = ob_max (debt + QUARTER * (borrowed - debt * s->constants.per_term[l]), 0);
    raised[l] = external;
    TRACE (EXTERNAL, external);
    TRACE (DEBT, c->debt[l]);
  }

  if (is_risky (i, depth))
    FOR_LANES
    {
      s->external_share[i][l] = ob_clip (raised[l] / ob_max (q->capex[l], FLOOR), 0, 1);
      TRACE (EXTERNAL_SHARE, s->external_share[i][l]);
    }
}

/* Step 9: the market index, whose ratios are all that is asked of it. */
OB_INLINE void
value_shares (State *s, Carry *c, int i, Quarter *q, ObKernelDepth depth)
{
  const Lanes *index = s->value_index;
  const gboolean first = i == 0;
  Lanes before;

  /* The growth of revenue at an annual rate is the ratio to the fourth power,
   * since a quarter is a fourth of a year. */
  FOR_LANES
  {
    const double revenue = ob_max (q->revenue[l], FLOOR);
    const double ratio = revenue / (first ? 1 : c->revenue[l]);
    const double square = ratio * ratio;
    const double grown =
      ob_clip (square * square, 0.049787068367863943 /* e^-3 */, 20.085536923187668) - 1;
    const double growth = first ? P (SPEND_GROWTH)[l] : grown;
    const double expected =
      c->expected[l] + s->constants.adjust[l] * (ob_clip (growth, -0.9, 3) - c->expected[l]);
    const double multiple = ob_max (1.03 + P (GROWTH_HALF)[l] * (expected - 0.03), 0.1);
    const double value = revenue * multiple * c->market[l];
    const double highest = first ? value : ob_max (c->highest[l], value);

    c->market[l] *= s->constants.market_step[l];
    c->revenue[l] = revenue;
    c->expected[l] = expected;
    c->highest[l] = highest;
    s->value_index[i][l] = value;
    s->drawdown[i][l] = value / highest - 1;
  }

  if (i >= AHEAD)
    FOR_LANES before[l] = 1 / index[i - AHEAD][l];
  else
    FOR_LANES
  before[l] = ob_exp ((AHEAD - i) / (double) AHEAD * s->constants.log_runup[l]) / index[0][l];

  FOR_LANES
  {
    s->runup[i][l] = index[i][l] * before[l] - 1;
    TRACE (INDEX, index[i][l] / index[0][l]);
    TRACE (RUNUP, s->runup[i][l]);
    TRACE (DRAWDOWN, s->drawdown[i][l]);
  }
}

/* A step as functions of their own, one for each depth. Side by side,
 * the compiler so keeps the registers of a step to that step; a single scenario
 * fits them from step to step. */
#if OB_LANES > 1
#define STEP_INLINE __attribute__ ((noinline))
#else
#define STEP_INLINE inline __attribute__ ((always_inline))
#endif

#define DEFINE_STEP_OF(name, depth_name, depth)                                                    \
  static STEP_INLINE void name##_##depth_name (State *s, Carry *c, int i, Quarter *q)              \
  {                                                                                                \
    name (s, c, i, q, depth);                                                                      \
  }

#define DEFINE_STEP(name)                                                                          \
  DEFINE_STEP_OF (name, plain, OB_KERNEL_RESULTS)                                                  \
  DEFINE_STEP_OF (name, path, OB_KERNEL_PATH)                                                      \
  DEFINE_STEP_OF (name, risk, OB_KERNEL_RISK)                                                      \
  DEFINE_STEP_OF (name, all, OB_KERNEL_ALL)

DEFINE_STEP (plan_capex)
DEFINE_STEP (grow_projected)
DEFINE_STEP (dispatch)
DEFINE_STEP (clear_market)
DEFINE_STEP (keep_accounts)
DEFINE_STEP (finance)
DEFINE_STEP (value_shares)

#undef DEFINE_STEP
#undef DEFINE_STEP_OF
#undef STEP_INLINE
