/* ob-kernel-quarter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* One quarter of the simulation, over lanes: the steps have the numbers of
 * "The order of a quarter" in docs/model.md. Included by ob-kernel.c only,
 * which makes a traced and an untraced copy of it from this one source. */

#include "ob-kernel-schedule.h"

#define TRACE(SERIES, number)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (trace != NULL)                                                                             \
      trace[OB_SERIES_##SERIES][i][l] = (number);                                                  \
  }                                                                                                \
  G_STMT_END

/* What a quarter hands to the next. */
typedef struct
{
  Lanes shells;         /* GW that shells can hold */
  Lanes served;         /* CK at the boundary whose dollars are in service */
  Lanes retired;        /* CG at the boundary that has retired by age */
  Lanes over;           /* stranded over runnable */
  Lanes used;           /* sold over supply */
  Lanes coverage;       /* cash earnings over the capital charge */
  Lanes cfo;            /* $B/yr */
  Lanes ebitda;         /* $B/yr */
  Lanes profit;         /* ebitda - capital_charge, $B/yr */
  Lanes replacement;    /* Kr, $B/yr */
  Lanes debt;           /* $B */
  Lanes loss;           /* carried forward, $B */
  Lanes scrapped;       /* lo_econ, a boundary */
  Lanes habit;          /* q */
  Lanes expected;       /* g_hat */
  Lanes revenue;        /* $B/yr */
  Lanes start_training; /* ln of compute x th of the first projected quarter */
  Lanes highest;        /* running maximum of the value index */
  int slot[OB_LANES];   /* where the power limit was last found on the curve */
} Carry;

/* What one step of a quarter hands to a later one. */
typedef struct
{
  Lanes capex;     /* K, $B/yr */
  Lanes runnable;  /* GW */
  Lanes energised; /* GW */
  Lanes compute;   /* M H100e */
  Lanes price;     /* p, user price */
  Lanes sold;      /* Q */
  Lanes revenue;   /* R, $B/yr */
  Lanes fcf;       /* $B/yr */
} Quarter;

/* Whether the quarter counts for the risk, or everything is traced. */
OB_INLINE gboolean
is_risky (int i, const Trace *trace)
{
  return trace != NULL || i <= RISK_QUARTER;
}

/* Step 3: retirement, replacement and growth of the fleet in the quarter at
 * time @t. @in_service is the growth capex that enters service, $B. */
OB_INLINE void
grow_fleet (State *s, Carry *c, int t, const double *in_service, gboolean projected)
{
  const Hardware *hardware = &s->hardware[t];
  const double middle = t + 0.5;
  Lanes old;

  read_lagged (s->gigawatts, t + 1, &s->life, old);

  FOR_LANES
  {
    const double it = hardware->it[l];
    const double shell = hardware->shell[l];
    const double retired = old[l] - c->retired[l];
    const double refill = c->used[l] * (1 - P (DEFER)[l] * c->over[l]);
    const double replaced = projected ? retired * refill : 0;
    const double kept = AT (s->gigawatts, t)[l] - old[l] + replaced;
    const double free = ob_max (c->shells[l] - kept, 0);
    const double dollars = in_service[l];
    const double filling = dollars * hardware->per_it[l];
    const double building = (dollars + shell * free) * hardware->per_both[l];
    const double grown = dollars <= free * it ? filling : building;
    const double new_shells = ob_max (grown - free, 0);
    const double added = grown + replaced;

    c->retired[l] = old[l];
    c->shells[l] += new_shells;
    c->replacement[l] = replaced * it / QUARTER;
    AT (s->gigawatts, t + 1)[l] = AT (s->gigawatts, t)[l] + added;
    AT (s->it_dollars, t + 1)[l] = AT (s->it_dollars, t)[l] + added * it;
    AT (s->compute, t + 1)[l] = AT (s->compute, t)[l] + added * hardware->compute[l];
    AT (s->shell_dollars, t + 1)[l] = AT (s->shell_dollars, t)[l] + new_shells * shell;
    AT (s->it_moment, t + 1)[l] = AT (s->it_moment, t)[l] + added * it * middle;
    AT (s->shell_moment, t + 1)[l] = AT (s->shell_moment, t)[l] + new_shells * shell * middle;
  }
}

/* Dollars that enter service in the quarter that ends at boundary @b. */
OB_INLINE void
put_in_service (State *s, Carry *c, int b, double *in_service)
{
  Lanes served;

  read_lagged (s->paid, b, &s->build, served);
  FOR_LANES
  {
    in_service[l] = served[l] - c->served[l];
    c->served[l] = served[l];
  }
}

/* Steps 2 and 3 of a projected quarter. */
OB_INLINE void
grow_projected (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  Lanes in_service;

  put_in_service (s, c, s->nh + i + 1, in_service);
  grow_fleet (s, c, s->nh + i, in_service, TRUE);
}

/* Net book value at boundary @b, by straight lines: IT, shells and work in
 * progress, $B. */
OB_INLINE void
get_net_book (State *s, int b, double *net_book)
{
  Lanes it, it_moment, shell, shell_moment, served;

  read_lagged (s->it_dollars, b, &s->life, it);
  read_lagged (s->it_moment, b, &s->life, it_moment);
  read_lagged (s->shell_dollars, b, &s->shell, shell);
  read_lagged (s->shell_moment, b, &s->shell, shell_moment);
  read_lagged (s->paid, b, &s->build, served);

  FOR_LANES
  {
    const double gross_it = AT (s->it_dollars, b)[l] - it[l];
    const double gross_shell = AT (s->shell_dollars, b)[l] - shell[l];
    const double age_it = b * gross_it - (AT (s->it_moment, b)[l] - it_moment[l]);
    const double age_shell = b * gross_shell - (AT (s->shell_moment, b)[l] - shell_moment[l]);

    net_book[l] = gross_it - age_it * QUARTER / P (LIFESPAN)[l] + gross_shell
                  - age_shell * QUARTER / P (SHELL_LIFE)[l] + (AT (s->paid, b)[l] - served[l]);
  }
}

/* Step 1: growth capex, paid evenly through the quarter. */
OB_INLINE void
plan_capex (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
  const int t = s->nh + i;
  const gboolean limited = i > 0;
  Lanes heed;

  if (i < s->plan_end)
    FOR_LANES
    {
      const double caution = s->constants.caution[l];

      heed[l] = ob_exp (caution * ob_log (ob_clip (c->coverage[l], 0.05, 1)));
    }
  else
    FOR_LANES heed[l] = 1;

  FOR_LANES
  {
    const double ordered = 1 - P (DEFER)[l] * ob_min (1, 3 * c->over[l]);
    const double entry = P (ENTRY)[l] * ob_max (c->profit[l], 0);
    const double wanted = (schedule->plan[l] * heed[l] * ordered + entry) * schedule->keep_capex[l];
    const double service = c->debt[l] * s->constants.debt_service[l];
    const double funds = ob_max (ob_max (c->cfo[l], 0) + schedule->core[l] + P (FUNDING_CAP)[l]
                                   - service - c->replacement[l],
                                 0);
    const double paid = limited ? ob_min (wanted, funds) : wanted;

    q->capex[l] = paid;
    AT (s->paid, t + 1)[l] = AT (s->paid, t)[l] + paid * QUARTER;
    TRACE (CAPEX_GROWTH_PART, paid);
    if (trace != NULL)
      trace[OB_TRACE_FUNDING_CUT][i][l] = limited && wanted > funds ? 1 : 0;
  }
}

/* The place of one lane on a curve at a fractional boundary, all of it before
 * boundary @last. */
OB_INLINE double
read_at (const double *curve, int l, double boundary, int last)
{
  const int slot = MIN ((int) boundary, last);
  const double *row = curve + slot * OB_LANES + l;

  return row[0] + (row[OB_LANES] - row[0]) * (boundary - slot);
}

/* Power goes to the newest hardware first, so the boundary from which the fleet
 * is switched on is where the curve of gigawatts passes @off: found by moving a
 * pointer along the curve, which is exact because the curve is a broken line. */
OB_INLINE double
find_dark (State *s, Carry *c, int l, int t, double off)
{
  const double *gigawatts = &AT (s->gigawatts, 0)[l];
  const double *compute = &AT (s->compute, 0)[l];
  int k = CLAMP (c->slot[l], 0, t);
  double rise, part;

  while (k < t && gigawatts[(k + 1) * OB_LANES] < off)
    k++;
  while (k > 0 && gigawatts[k * OB_LANES] > off)
    k--;
  c->slot[l] = k;

  rise = gigawatts[(k + 1) * OB_LANES] - gigawatts[k * OB_LANES];
  part = rise > 0 ? (off - gigawatts[k * OB_LANES]) / rise : 0;

  return compute[k * OB_LANES] + (compute[(k + 1) * OB_LANES] - compute[k * OB_LANES]) * part;
}

/* Step 4: what runs. Most often no hardware is scrapped before its time, and
 * then what is off is what has retired. */
OB_INLINE void
dispatch (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const int t = s->nh + i;
  const double end = (i + 1) * QUARTER;
  Lanes off, dark;
  double scrapped = 0, short_of_power = 0;

  read_lagged (s->compute, t + 1, &s->life, dark);
  FOR_LANES_ADDING (scrapped)
  {
    off[l] = c->retired[l];
    scrapped += c->scrapped[l] > t + 1 - P (LIFESPAN)[l] / QUARTER ? 1 : 0;
  }
  if (scrapped > 0)
    for (int l = 0; l < OB_LANES; l++)
      {
        const double from = ob_min (c->scrapped[l], t + 1);

        if (c->scrapped[l] <= t + 1 - P (LIFESPAN)[l] / QUARTER)
          continue;
        off[l] = read_at (AT (s->gigawatts, 0), l, from, t);
        dark[l] = read_at (AT (s->compute, 0), l, from, t);
      }

  FOR_LANES_ADDING (short_of_power)
  {
    const double limit = P (POWER_NOW)[l] + P (POWER_ADD)[l] * end;
    const double runnable = AT (s->gigawatts, t + 1)[l] - off[l];

    q->runnable[l] = runnable;
    q->energised[l] = ob_min (runnable, limit);
    short_of_power += runnable > limit ? 1 : 0;
  }
  if (short_of_power > 0)
    for (int l = 0; l < OB_LANES; l++)
      {
        if (q->runnable[l] > q->energised[l])
          dark[l] = find_dark (s, c, l, t, AT (s->gigawatts, t + 1)[l] - q->energised[l]);
      }

  FOR_LANES
  {
    const double stranded = q->runnable[l] - q->energised[l];

    c->over[l] = stranded / ob_max (q->runnable[l], FLOOR);
    q->compute[l] = AT (s->compute, t + 1)[l] - dark[l];
    TRACE (INSTALLED_GW, AT (s->gigawatts, t + 1)[l] - c->retired[l]);
    TRACE (ENERGISED_GW, q->energised[l]);
    TRACE (STRANDED_GW, stranded);
    TRACE (POWER_LIMIT, P (POWER_NOW)[l] + P (POWER_ADD)[l] * end);
    TRACE (COMPUTE, q->compute[l]);
    if (trace != NULL)
      trace[OB_TRACE_OVER][i][l] = c->over[l];
  }

  if (is_risky (i, trace))
    FOR_LANES
    {
      const double installed = AT (s->gigawatts, t + 1)[l] - c->retired[l];

      s->idle[i][l] = (q->runnable[l] - q->energised[l]) / ob_max (installed, FLOOR);
      TRACE (IDLE, s->idle[i][l]);
    }
}

/* Steps 5, 6 and 10: supply, demand and price, in logs; then which hardware is
 * worth running next quarter. */
OB_INLINE void
clear_market (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
  const Constants *constants = &s->constants;
  const double log_floor = -20.723265836946411; /* ln 1e-9 */
  const double log_tiny = -27.631021115928547;  /* ln 1e-12 */
  const double latest = s->nh + i + 1;
  const gboolean first = i == 0;
  Lanes level, log_spends, tight, lowest;
  double at_cost = 0;

  FOR_LANES_ADDING (at_cost)
  {
    const double compute = q->compute[l];
    const double log_compute = ob_log (ob_max (compute, 1e-300));
    const double log_supply = ob_max (log_compute + schedule->log_hours[l], log_floor);
    const double trained = ob_max (log_compute + schedule->log_training[l], log_tiny);
    const double start = first ? trained : c->start_training[l];
    const double decades = (trained - start) * (1 / G_LN10);
    const double scale = ob_max (1 + P (SCALING)[l] * decades, 0.1);
    const double log_spend = schedule->log_spend[l] + ob_log (scale);
    const double log_reference = schedule->log_reference[l];
    const double log_list = schedule->log_list[l];
    const double short_run = P (ELASTICITY_SHORT)[l];
    /* ln demand at a log price of 0, for today's habits. */
    const double demand =
      log_spend - log_reference + short_run * log_reference - constants->extra[l] * c->habit[l];
    const double excess = demand - short_run * (log_list + schedule->log_charged[l]) - log_supply;
    /* Running cost is compared by a bound of its logarithm first. */
    const double bound = ob_log_bound (ob_max (q->energised[l], 1e-300))
                         - ob_log_bound (ob_max (compute, FLOOR)) + OB_LOG_BOUND_ERROR
                         + schedule->log_floor[l] - log_list;

    at_cost += excess * constants->per_short[l] < ob_min (bound, 0) ? 1 : 0;
    c->start_training[l] = start;
    level[l] = demand;
    log_spends[l] = log_spend;
    tight[l] = excess;
    lowest[l] = excess * constants->per_short[l];
  }

  if (at_cost > 0)
    FOR_LANES
    {
      const double log_running =
        ob_log (ob_max (q->energised[l], 1e-300) / ob_max (q->compute[l], FLOOR))
        + schedule->log_floor[l];

      lowest[l] = ob_max (lowest[l], log_running - schedule->log_list[l]);
    }

  FOR_LANES
  {
    const double supply = q->compute[l] * schedule->hours[l];
    const gboolean glut = tight[l] < 0;
    const double cut = P (PRICE_WAR)[l] * lowest[l];
    const double raise = P (SCARCITY)[l] * tight[l] * constants->per_short[l];
    const double log_market = schedule->log_list[l] + (glut ? cut : raise);
    const double log_price = log_market + schedule->log_charged[l];
    const double wanted = ob_exp (level[l] - P (ELASTICITY_SHORT)[l] * log_price);
    const double sold = ob_min (wanted, supply);
    const double price = ob_exp (log_price);
    const double gain = glut ? constants->habit_glut[l] : constants->habit_short[l];
    const double used = sold / ob_max (supply, FLOOR);
    const double net = ob_max (price * (1 + P (INTERNAL_VALUE)[l]) * (1 - schedule->training[l])
                                 - schedule->staff[l],
                               FLOOR);
    const double worth = constants->worth_start[l] - ob_log (net);
    const double target =
      ob_clip (constants->scrap_start[l] + worth * constants->per_efficiency[l], 0, latest);

    c->habit[l] += gain * (log_price - schedule->log_reference[l] - c->habit[l]);
    c->used[l] = used;
    c->scrapped[l] += ob_max (target - c->scrapped[l], 0) / 2;
    q->price[l] = price;
    q->sold[l] = sold;
    TRACE (SUPPLY, supply);
    TRACE (SOLD, sold);
    TRACE (USED, used);
    TRACE (TIGHTNESS, ob_exp (tight[l]));
    TRACE (FULL_COST, schedule->base_cost[l] * (1 + P (SGA)[l]));
    TRACE (REFERENCE_PRICE, ob_exp (schedule->log_reference[l]));
    TRACE (MARKET_PRICE, ob_exp (log_market));
    TRACE (USER_PRICE, price);
    TRACE (SUBSIDY_RATE, schedule->subsidy[l]);
    TRACE (SPEND, ob_exp (log_spends[l]));
    TRACE (SUBSIDY_BURN, schedule->subsidy[l] * ob_exp (log_market) * sold);
  }
}

/* Step 7: accounts. */
OB_INLINE void
keep_accounts (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
  const Constants *constants = &s->constants;
  const int b = s->nh + i + 1;
  Lanes it_old, shell_old, book_old, net_book, worn, gross_it;

  read_lagged (s->it_dollars, b, &s->life, it_old);
  read_lagged (s->shell_dollars, b, &s->shell, shell_old);
  if (trace != NULL)
    get_net_book (s, b, net_book);

  FOR_LANES
  {
    const double revenue = q->price[l] * q->sold[l];
    const double load = P (LOAD_IDLE)[l] + (1 - P (LOAD_IDLE)[l]) * c->used[l];
    const double energy = q->energised[l] * constants->energy[l] * load;
    const double sga = P (SGA)[l] * schedule->base_cost[l] * q->sold[l];
    const double it = AT (s->it_dollars, b)[l] - it_old[l];
    const double shell = AT (s->shell_dollars, b)[l] - shell_old[l];
    const double opex = P (OPEX)[l] * (it + shell);
    const double wip = AT (s->paid, b)[l] - c->served[l];
    const double shell_part = shell * constants->per_shell[l];
    const double depreciation = it * constants->per_life[l] + shell_part;
    const double ebitda = revenue * (1 + P (INTERNAL_VALUE)[l]) - energy - sga - opex;
    const double ebit = ebitda - depreciation;
    const double taxed = ebit * QUARTER - c->loss[l];
    const double tax = P (TAX)[l] * ob_max (taxed, 0) * PER_YEAR;
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
    if (trace != NULL)
      {
        const double required = (charge + energy + sga + opex) / (1 + P (INTERNAL_VALUE)[l]);

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
    s->coverage[i][l] = coverage;
    q->revenue[l] = revenue;
    worn[l] = depreciation;
    gross_it[l] = it;
  }

  if (is_risky (i, trace))
    {
      read_lagged (s->it_dollars, b, &s->book, book_old);
      FOR_LANES
      {
        /* Shells wear alike in both accounts. */
        const double book_it = AT (s->it_dollars, b)[l] - book_old[l];
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
finance (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
  Lanes raised;

  FOR_LANES
  {
    const double debt = c->debt[l];
    const double service = debt * s->constants.debt_service[l];
    const double external = ob_max (service - q->fcf[l] - schedule->core[l], 0);
    const double borrowed = ob_max (external - P (EQUITY)[l], 0);

    c->debt[l] = ob_max (debt + QUARTER * (borrowed - debt * s->constants.per_term[l]), 0);
    raised[l] = external;
    TRACE (EXTERNAL, external);
    TRACE (DEBT, c->debt[l]);
  }

  if (is_risky (i, trace))
    FOR_LANES
    {
      s->external_share[i][l] = ob_clip (raised[l] / ob_max (q->capex[l], FLOOR), 0, 1);
      TRACE (EXTERNAL_SHARE, s->external_share[i][l]);
    }
}

/* Step 9: the market index, whose ratios are all that is asked of it. */
OB_INLINE void
value_shares (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
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
    const double value = revenue * multiple * schedule->market[l];
    const double highest = first ? value : ob_max (c->highest[l], value);

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

/* A step as two functions of its own, one that never traces and one that always
 * does: the compiler keeps the registers of a step to that step. */
#define DEFINE_STEP(name)                                                                          \
  static __attribute__ ((noinline)) void name##_plain (State *s, Carry *c, int i, Quarter *q)      \
  {                                                                                                \
    name (s, c, i, q, NULL);                                                                       \
  }                                                                                                \
                                                                                                   \
  static __attribute__ ((noinline)) void name##_traced (State *s, Carry *c, int i, Quarter *q,     \
                                                        Trace *trace)                              \
  {                                                                                                \
    if (trace == NULL)                                                                             \
      __builtin_unreachable ();                                                                    \
    name (s, c, i, q, trace);                                                                      \
  }

DEFINE_STEP (plan_capex)
DEFINE_STEP (grow_projected)
DEFINE_STEP (dispatch)
DEFINE_STEP (clear_market)
DEFINE_STEP (keep_accounts)
DEFINE_STEP (finance)
DEFINE_STEP (value_shares)

#undef DEFINE_STEP
