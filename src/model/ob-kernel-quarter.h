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
  Hardware hardware;    /* this quarter's */
  Lanes core;           /* core_cash, grown, $B/yr */
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
  Lanes least;          /* what an hour must earn for scrapping to stay behind age */
  gboolean scrapping;   /* whether scrapping may have passed age in some lane */
  Lanes place;          /* index from boundary 0 of where the power limit was last met */
  Kept paid_kept;
  Kept gigawatts_kept;
  Kept compute_kept;
  Kept it_kept;
  Kept shell_kept;
  Kept book_kept;
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
 * time @t. @in_service is the growth capex that enters service, $B; @old the
 * gigawatts that have retired by its end. */
OB_INLINE void
grow_fleet (State *s,
            Carry *c,
            int t,
            const double *in_service,
            const double *old,
            gboolean projected)
{
  const Constants *constants = &s->constants;
  const Totals *before = &s->totals[PADDING + t];
  Totals *after = &s->totals[PADDING + t + 1];
  Hardware *hardware = &c->hardware;

  FOR_LANES
  {
    const double it = hardware->it[l];
    const double shell = it * constants->shell_per_it[l];
    const double retired = old[l] - c->retired[l];
    const double refill = c->used[l] * (1 - P (DEFER)[l] * c->over[l]);
    const double replaced = projected ? retired * refill : 0;
    const double kept = before->gigawatts[l] - old[l] + replaced;
    const double free = ob_max (c->shells[l] - kept, 0);
    const double dollars = in_service[l];
    const double filling = dollars * hardware->per_it[l];
    const double building = (dollars + shell * free) * (hardware->per_it[l] * P (IT_SHARE)[l]);
    const double grown = dollars <= free * it ? filling : building;
    const double new_shells = ob_max (grown - free, 0);
    const double added = grown + replaced;

    c->retired[l] = old[l];
    c->shells[l] += new_shells;
    c->replacement[l] = replaced * it * PER_YEAR;
    after->gigawatts[l] = before->gigawatts[l] + added;
    after->compute[l] = before->compute[l] + added * hardware->compute[l];
    after->it_dollars[l] = before->it_dollars[l] + added * it;
    after->shell_dollars[l] = before->shell_dollars[l] + new_shells * shell;
  }

  FOR_LANES
  {
    hardware->it[l] *= constants->step.it[l];
    hardware->per_it[l] *= constants->step.per_it[l];
    hardware->compute[l] *= constants->step.compute[l];
  }
}

/* A quarter before the start: what is paid enters service and ages. */
OB_INLINE void
grow_past (State *s, Carry *c, int t)
{
  Lanes served, in_service, old;

  read_lagged (AT (paid, t + 1), &s->build, served);
  read_lagged (AT (gigawatts, t + 1), &s->life, old);
  FOR_LANES
  {
    in_service[l] = served[l] - c->served[l];
    c->served[l] = served[l];
  }
  grow_fleet (s, c, t, in_service, old, FALSE);
}

/* Steps 2 and 3 of a projected quarter. */
OB_INLINE void
grow_projected (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const int t = s->nh + i;
  const Reading paid = read_next (AT (paid, t + 1), &s->build, i, c->paid_kept);
  const Reading gigawatts = read_next (AT (gigawatts, t + 1), &s->life, i, c->gigawatts_kept);
  Lanes in_service, old;

  FOR_LANES
  {
    const double served = READ (paid);

    old[l] = READ (gigawatts);
    in_service[l] = served - c->served[l];
    c->served[l] = served;
  }
  grow_fleet (s, c, t, in_service, old, TRUE);
}

/* Dollars of hardware net of straight-line wear at the boundary where @total
 * is: what has entered service since @old, each part of it older by one quarter
 * for each boundary since, and by half a quarter for its own. */
OB_INLINE void
get_net_dollars (const double *total,
                 int boundary,
                 const Lag *lag,
                 const double *years,
                 double *net)
{
  Lanes old, age;
  int longest = 0;

  read_lagged (total, lag, old);
  for (int l = 0; l < OB_LANES; l++)
    longest = MAX (longest, lag->whole[l]);
  /* Nothing is in service before boundary 0. */
  longest = MIN (longest, boundary + 1);

  FOR_LANES age[l] = 0.5 * (total[l] - old[l]);
  for (int back = 1; back < longest; back++)
    {
      const double *row = total - back * ROW;

      /* Totals never fall, so what is beyond the lag is below @old. */
      FOR_LANES age[l] += ob_max (row[l] - old[l], 0);
    }
  FOR_LANES net[l] = total[l] - old[l] - age[l] * QUARTER / years[l];
}

/* Net book value at boundary @b: IT, shells and work in progress, $B. */
OB_INLINE void
get_net_book (State *s, int b, double *net_book)
{
  Lanes it, shell, served;

  get_net_dollars (AT (it_dollars, b), b, &s->life, P (LIFESPAN), it);
  get_net_dollars (AT (shell_dollars, b), b, &s->shell, P (SHELL_LIFE), shell);
  read_lagged (AT (paid, b), &s->build, served);
  FOR_LANES net_book[l] = it[l] + shell[l] + (AT (paid, b)[l] - served[l]);
}

/* Whether growth capex in the quarter depends on the coverage before it. */
OB_INLINE gboolean
is_heeded (const State *s, int i)
{
  return i < s->plan_end && !s->heedless;
}

/* Step 1: growth capex, paid evenly through the quarter. */
OB_INLINE void
plan_capex (State *s, Carry *c, int i, Quarter *q, Trace *trace)
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

      FOR_LANES planned[l] = schedule->plan[l] * (1 - P (DEFER)[l] * ob_min (1, 3 * c->over[l]));
      if (limited && is_heeded (s, i))
        FOR_LANES planned[l] *=
          ob_exp (s->constants.caution[l] * ob_clip (s->log_coverage[i - 1][l], log_least, 0));
      FOR_LANES wanted[l] += planned[l];
    }
  if (s->breaks)
    FOR_LANES wanted[l] *= schedule->keep_capex[l];

  FOR_LANES
  {
    const double service = c->debt[l] * s->constants.debt_service[l];
    const double own = ob_max (c->cfo[l], 0) + c->core[l] + P (FUNDING_CAP)[l];
    const double funds = ob_max (own - service - c->replacement[l], 0);
    const double paid = limited ? ob_min (wanted[l], funds) : wanted[l];

    q->capex[l] = paid;
    AT (paid, t + 1)[l] = AT (paid, t)[l] + paid * QUARTER;
    TRACE (CAPEX_GROWTH_PART, paid);
    if (trace != NULL)
      trace[OB_TRACE_FUNDING_CUT][i][l] = limited && wanted[l] > funds ? 1 : 0;
  }
}

/* Hardware that does not earn its electricity is off, from the boundary of
 * scrapping where that is past the boundary of age. */
OB_INLINE void
drop_scrapped (State *s, Carry *c, int t, double *off, double *dark)
{
  const double *gigawatts = AT (gigawatts, 0);
  const double *compute = AT (compute, 0);

  FOR_LANES
  {
    const double from = ob_min (c->scrapped[l], t + 1);
    const int slot = (int) ob_min (from, t);
    const double part = from - slot;
    const int low = slot * ROW + l;
    const int high = low + ROW;
    const double gone = gigawatts[low] + (gigawatts[high] - gigawatts[low]) * part;
    const double lost = compute[low] + (compute[high] - compute[low]) * part;

    /* Totals never fall, so the larger one is that of the later boundary. */
    off[l] = ob_max (off[l], gone);
    dark[l] = ob_max (dark[l], lost);
  }
}

/* Power goes to the newest hardware first, so the boundary from which the fleet
 * is switched on is where the curve of gigawatts passes what is off: found by
 * moving a pointer along the curve, which is exact because the curve is a
 * broken line. */
OB_INLINE void
ration_power (State *s, Carry *c, int t, const Quarter *q, double *dark)
{
  const double *gigawatts = AT (gigawatts, 0);
  const double *compute = AT (compute, 0);
  Lanes off, low, high;
  double moved;

  /* Rounding must not send the pointer beyond the ends of the curve. */
  FOR_LANES off[l] =
    ob_clip (AT (gigawatts, t + 1)[l] - q->energised[l], 0, AT (gigawatts, t + 1)[l]);

  do
    {
      moved = 0;
      FOR_LANES_ADDING (moved)
      {
        const int place = (int) c->place[l];
        const double up = gigawatts[place + ROW] < off[l] ? ROW : 0;
        const double down = gigawatts[place] > off[l] ? ROW : 0;

        low[l] = gigawatts[place];
        high[l] = gigawatts[place + ROW];
        c->place[l] += up - down;
        moved += up + down;
      }
    }
  while (moved > 0);

  FOR_LANES
  {
    const int place = (int) c->place[l];
    const double rise = high[l] - low[l];
    const double part = (off[l] - low[l]) / (rise > 0 ? rise : 1);
    const double lost =
      compute[place] + (compute[place + ROW] - compute[place]) * (rise > 0 ? part : 0);

    dark[l] = q->runnable[l] > q->energised[l] ? lost : dark[l];
  }
}

/* Step 4: what runs. Most often no hardware is scrapped before its time, and
 * then what is off is what has retired. */
OB_INLINE void
dispatch (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const int t = s->nh + i;
  const double end = (i + 1) * QUARTER;
  const Reading retired = read_next (AT (compute, t + 1), &s->life, i, c->compute_kept);
  Lanes off, dark;
  double short_of_power = 0;

  FOR_LANES
  {
    off[l] = c->retired[l];
    dark[l] = READ (retired);
  }
  if (c->scrapping)
    drop_scrapped (s, c, t, off, dark);

  FOR_LANES_ADDING (short_of_power)
  {
    const double limit = P (POWER_NOW)[l] + P (POWER_ADD)[l] * end;
    const double runnable = AT (gigawatts, t + 1)[l] - off[l];

    q->runnable[l] = runnable;
    q->energised[l] = ob_min (runnable, limit);
    short_of_power += runnable > limit ? 1 : 0;
  }

  if (short_of_power > 0)
    {
      ration_power (s, c, t, q, dark);
      FOR_LANES c->over[l] = (q->runnable[l] - q->energised[l]) / ob_max (q->runnable[l], FLOOR);
    }
  else
    FOR_LANES c->over[l] = 0;

  FOR_LANES
  {
    q->compute[l] = AT (compute, t + 1)[l] - dark[l];
    TRACE (INSTALLED_GW, AT (gigawatts, t + 1)[l] - c->retired[l]);
    TRACE (ENERGISED_GW, q->energised[l]);
    TRACE (STRANDED_GW, q->runnable[l] - q->energised[l]);
    TRACE (POWER_LIMIT, P (POWER_NOW)[l] + P (POWER_ADD)[l] * end);
    TRACE (COMPUTE, q->compute[l]);
    if (trace != NULL)
      trace[OB_TRACE_OVER][i][l] = c->over[l];
  }

  if (is_risky (i, trace))
    {
      if (short_of_power > 0)
        FOR_LANES
        {
          const double installed = AT (gigawatts, t + 1)[l] - c->retired[l];

          s->idle[i][l] = (q->runnable[l] - q->energised[l]) / ob_max (installed, FLOOR);
        }
      else
        FOR_LANES s->idle[i][l] = 0;
      FOR_LANES TRACE (IDLE, s->idle[i][l]);
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
 * worth running next quarter. Each logarithm and power has a loop of its own:
 * they wait for each other, and lanes that do not can go on meanwhile. */
OB_INLINE void
clear_market (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
  const Constants *constants = &s->constants;
  const double log_floor = -20.723265836946411; /* ln 1e-9 */
  const double log_tiny = -27.631021115928547;  /* ln 1e-12 */
  const double y = get_mid_year (i);
  const gboolean first = i == 0;
  Lanes supply, log_supply, scale, log_scale, tight, lowest, move, log_price, spare;
  double at_cost = 0, worthless = 0;

  FOR_LANES
  {
    supply[l] = q->compute[l] * schedule->hours[l];
    log_supply[l] = ob_log (ob_max (supply[l], 1e-300));
  }

  FOR_LANES
  {
    const double trained = ob_max (log_supply[l] + schedule->log_training[l], log_tiny);
    const double start = first ? trained : c->start_training[l];

    c->start_training[l] = start;
    scale[l] = ob_max (1 + constants->scaling[l] * (trained - start), 0.1);
  }

  FOR_LANES log_scale[l] = ob_log (scale[l]);

  FOR_LANES_ADDING (at_cost)
  {
    const double excess = schedule->demand[l] + log_scale[l] - constants->extra[l] * c->habit[l]
                          - ob_max (log_supply[l], log_floor);
    const double low = excess * constants->per_short[l];
    /* Running cost is compared by a bound of its logarithm first. */
    const double bound =
      ob_log_bound (ob_max (q->energised[l], 1e-300)) - log_supply[l] + schedule->floor[l];

    at_cost += low < ob_min (bound, 0) ? 1 : 0;
    tight[l] = excess;
    lowest[l] = low;
  }

  if (at_cost > 0)
    FOR_LANES
    {
      const double sold_by = ob_max (q->compute[l], FLOOR) * schedule->hours[l];
      const double log_running =
        ob_log (ob_max (q->energised[l], 1e-300) / sold_by) + schedule->floor[l];

      lowest[l] = ob_max (lowest[l], log_running);
    }

  FOR_LANES
  {
    const gboolean glut = tight[l] < 0;
    const double power = glut ? P (PRICE_WAR)[l] : P (SCARCITY)[l];
    const double gain = glut ? constants->habit_glut[l] : constants->habit_short[l];
    const double moved = power * lowest[l];

    const double log_reference = constants->reference_level[l] + constants->reference_slope[l] * y;
    const double log_user = schedule->offer[l] + moved;

    c->habit[l] += gain * (log_user - log_reference - c->habit[l]);
    log_price[l] = log_user;
    /* ln of demand over supply, or of 1 where some of it is rationed. */
    spare[l] = ob_min (tight[l] - P (ELASTICITY_SHORT)[l] * moved, 0);
    move[l] = moved;
  }

  FOR_LANES spare[l] = ob_exp (spare[l]);
  FOR_LANES q->price[l] = ob_exp (log_price[l]);

  FOR_LANES_ADDING (worthless)
  {
    const double used = ob_min (spare[l], supply[l] * (1 / FLOOR));
    /* (1-th)(p (1+internal_value) - sga base) */
    const double earned =
      schedule->hours[l] * constants->per_year[l]
      * (q->price[l] * (1 + P (INTERNAL_VALUE)[l]) - P (SGA)[l] * schedule->base_cost[l]);

    c->used[l] = used;
    q->sold[l] = used * ob_max (supply[l], FLOOR);
    s->earned[i][l] = earned;
    worthless += earned < c->least[l] ? 1 : 0;
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

  if (trace != NULL)
    {
      const Basis *basis = &s->basis[i];

      FOR_LANES
      {
        const double market = ob_exp (basis->log_list[l] + move[l]);

        TRACE (TIGHTNESS, ob_exp (tight[l]));
        const double log_reference =
          constants->reference_level[l] + constants->reference_slope[l] * y;

        TRACE (FULL_COST, schedule->base_cost[l] * (1 + P (SGA)[l]));
        TRACE (REFERENCE_PRICE, ob_exp (log_reference));
        TRACE (MARKET_PRICE, market);
        TRACE (SUBSIDY_RATE, basis->subsidy[l]);
        TRACE (SPEND, ob_exp (basis->log_spend[l] + log_scale[l]));
        TRACE (SUBSIDY_BURN, basis->subsidy[l] * market * q->sold[l]);
      }
    }
}

/* Step 7: accounts. */
OB_INLINE void
keep_accounts (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
  const Constants *constants = &s->constants;
  const int b = s->nh + i + 1;
  const Reading it_old = read_next (AT (it_dollars, b), &s->life, i, c->it_kept);
  const Reading shell_old = read_next (AT (shell_dollars, b), &s->shell, i, c->shell_kept);
  Lanes net_book, worn, gross_it;

  if (trace != NULL)
    get_net_book (s, b, net_book);

  FOR_LANES
  {
    const double revenue = q->price[l] * q->sold[l];
    const double load = P (LOAD_IDLE)[l] + (1 - P (LOAD_IDLE)[l]) * c->used[l];
    const double energy = q->energised[l] * constants->energy[l] * load;
    const double sga = P (SGA)[l] * schedule->base_cost[l] * q->sold[l];
    const double it = AT (it_dollars, b)[l] - READ (it_old);
    const double shell = AT (shell_dollars, b)[l] - READ (shell_old);
    const double opex = P (OPEX)[l] * (it + shell);
    const double wip = AT (paid, b)[l] - c->served[l];
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
    q->revenue[l] = revenue;
    worn[l] = depreciation;
    gross_it[l] = it;
  }

  if (is_heeded (s, i + 1) || (i >= AHEAD && is_risky (i - AHEAD, trace)))
    FOR_LANES s->log_coverage[i][l] = ob_log (ob_max (c->coverage[l], 0.001));

  if (is_risky (i, trace))
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
finance (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
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
