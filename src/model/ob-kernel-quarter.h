/* ob-kernel-quarter.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* One quarter of the simulation, over lanes: the steps have the numbers of
 * "One quarter, in this order" in docs/model.md. Included by ob-kernel.c only,
 * which makes a traced and an untraced copy of it from this one source. */

#include "ob-kernel-schedule.h"

#define TRACE(SERIES, number)                                                                      \
  G_STMT_START                                                                                     \
  {                                                                                                \
    if (trace != NULL)                                                                             \
      trace[OB_SERIES_##SERIES][i][l] = (number);                                                  \
  }                                                                                                \
  G_STMT_END

typedef Lanes Trace[OB_N_QUARTERS];

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
    const double filling = dollars / it;
    const double building = (dollars + shell * free) / (it + shell);
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
      const double caution = 0.5 * (1 - P (FOMO)[l]) * (1 - P (BACKSTOP)[l]);

      heed[l] = ob_exp (caution * ob_log (ob_clip (c->coverage[l], 0.05, 1)));
    }
  else
    FOR_LANES heed[l] = 1;

  FOR_LANES
  {
    const double ordered = 1 - P (DEFER)[l] * ob_min (1, 3 * c->over[l]);
    const double entry = P (ENTRY)[l] * ob_max (c->profit[l], 0);
    const double wanted = (schedule->plan[l] * heed[l] * ordered + entry) * schedule->keep_capex[l];
    const double service = c->debt[l] * (P (DEBT_RATE)[l] + 1 / P (DEBT_TERM)[l]);
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

/* Step 4: what runs. Power goes to the newest hardware first, so the boundary
 * from which the fleet is switched on is where the curve of gigawatts passes
 * the fleet less the limit: found by moving a pointer along the curve, which
 * is exact because the curve is a broken line. */
OB_INLINE void
dispatch (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const int t = s->nh + i;
  const double end = (i + 1) * QUARTER;
  const double *gigawatts = AT (s->gigawatts, 0);
  const double *compute = AT (s->compute, 0);

  for (int l = 0; l < OB_LANES; l++)
    {
      const double aged = ob_max (t + 1 - P (LIFESPAN)[l] / QUARTER, 0);
      const double from = ob_max (aged, ob_min (c->scrapped[l], t + 1));
      const int slot = MIN ((int) from, t);
      const double part = from - slot;
      const int at = slot * OB_LANES + l;
      const double total = gigawatts[(t + 1) * OB_LANES + l];
      const double limit = P (POWER_NOW)[l] + P (POWER_ADD)[l] * end;
      double off = gigawatts[at] + (gigawatts[at + OB_LANES] - gigawatts[at]) * part;
      double dark = compute[at] + (compute[at + OB_LANES] - compute[at]) * part;

      q->runnable[l] = total - off;
      if (total - off > limit)
        {
          int k = CLAMP (c->slot[l], 0, t);

          off = total - limit;
          while (k < t && gigawatts[(k + 1) * OB_LANES + l] < off)
            k++;
          while (k > 0 && gigawatts[k * OB_LANES + l] > off)
            k--;
          c->slot[l] = k;
          {
            const int at2 = k * OB_LANES + l;
            const double rise = gigawatts[at2 + OB_LANES] - gigawatts[at2];
            const double part2 = rise > 0 ? (off - gigawatts[at2]) / rise : 0;

            dark = compute[at2] + (compute[at2 + OB_LANES] - compute[at2]) * part2;
          }
        }
      q->energised[l] = total - off;
      q->compute[l] = compute[(t + 1) * OB_LANES + l] - dark;
    }

  FOR_LANES
  {
    const double stranded = q->runnable[l] - q->energised[l];

    c->over[l] = stranded / ob_max (q->runnable[l], FLOOR);
    s->idle[i][l] = stranded / ob_max (AT (s->gigawatts, t + 1)[l] - c->retired[l], FLOOR);
    TRACE (INSTALLED_GW, AT (s->gigawatts, t + 1)[l] - c->retired[l]);
    TRACE (ENERGISED_GW, q->energised[l]);
    TRACE (STRANDED_GW, stranded);
    TRACE (POWER_LIMIT, P (POWER_NOW)[l] + P (POWER_ADD)[l] * end);
    TRACE (COMPUTE, q->compute[l]);
    if (trace != NULL)
      trace[OB_TRACE_OVER][i][l] = c->over[l];
  }
}

/* Steps 5, 6 and 10: supply, demand and price, in logs; then which hardware is
 * worth running next quarter. */
OB_INLINE void
clear_market (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
  const double log_floor = -20.723265836946411; /* ln 1e-9 */
  const double log_tiny = -27.631021115928547;  /* ln 1e-12 */
  const double now = s->nh;
  const double latest = s->nh + i + 1;

  FOR_LANES
  {
    const double log_compute = ob_log (ob_max (q->compute[l], 1e-300));
    const double log_supply = ob_max (log_compute + schedule->log_hours[l], log_floor);
    const double supply = q->compute[l] * schedule->hours[l];
    const double trained = ob_max (log_compute + schedule->log_training[l], log_tiny);
    const double start = i == 0 ? trained : c->start_training[l];
    const double decades = (trained - start) * (1 / G_LN10);
    const double scale = ob_max (1 + P (SCALING)[l] * decades, 0.1);
    const double log_spend = schedule->log_spend[l] + ob_log (scale);
    const double log_reference = schedule->log_reference[l];
    const double log_list = schedule->log_list[l];
    const double log_charged = schedule->log_charged[l];
    const double short_run = P (ELASTICITY_SHORT)[l];
    const double extra = P (ELASTICITY_LONG)[l] - short_run;
    /* ln demand at a log price of 0, for today's habits. */
    const double level =
      log_spend - log_reference + short_run * log_reference - extra * c->habit[l];
    const double tight = level - short_run * (log_list + log_charged) - log_supply;
    const gboolean glut = tight < 0;
    const double clearing = tight / short_run;
    const double log_running =
      ob_log (ob_max (q->energised[l], 1e-300) * P (ELECTRICITY)[l] / 1000
              / (ob_max (q->compute[l], FLOOR) * (1 - schedule->training[l])));
    const double cut = P (PRICE_WAR)[l] * ob_max (clearing, log_running - log_list);
    const double raise = P (SCARCITY)[l] * clearing;
    const double log_price = log_list + (glut ? cut : raise) + log_charged;
    const double wanted = ob_exp (level - short_run * log_price);
    const double sold = ob_min (wanted, supply);
    const double price = ob_exp (log_price);
    const double k = QUARTER / P (ELASTICITY_LAG)[l];
    const double strength = glut ? P (PRICE_WAR)[l] : P (SCARCITY)[l];
    const double feedback = ob_max (strength * extra / short_run, 0);
    const double net = ob_max (price * (1 + P (INTERNAL_VALUE)[l]) * (1 - schedule->training[l])
                                 - P (SGA)[l] * schedule->running[l],
                               FLOOR);
    const double worth = ob_log (P (ELECTRICITY)[l] / 1000 / (P (H100E_PER_GW)[l] * net));
    const double target = ob_clip (
      now + (worth / ob_log (1 + P (EFFICIENCY_GROWTH)[l]) + P (BUILD_LAG)[l] - 0.75) / QUARTER, 0,
      latest);

    c->start_training[l] = start;
    c->habit[l] += k * (log_price - log_reference - c->habit[l]) / (1 + k * (1 + feedback));
    c->used[l] = sold / ob_max (supply, FLOOR);
    c->scrapped[l] += ob_max (target - c->scrapped[l], 0) / 2;
    q->price[l] = price;
    q->sold[l] = sold;
    TRACE (SUPPLY, supply);
    TRACE (SOLD, sold);
    TRACE (USED, c->used[l]);
    TRACE (TIGHTNESS, ob_exp (tight));
    TRACE (FULL_COST, schedule->base_cost[l] * (1 + P (SGA)[l]));
    TRACE (REFERENCE_PRICE, ob_exp (log_reference));
    TRACE (MARKET_PRICE, ob_exp (log_price - log_charged));
    TRACE (USER_PRICE, price);
    TRACE (SUBSIDY_RATE, schedule->subsidy[l]);
    TRACE (SPEND, ob_exp (log_spend));
    TRACE (SUBSIDY_BURN, schedule->subsidy[l] * ob_exp (log_price - log_charged) * sold);
  }
}

/* Step 7: accounts. */
OB_INLINE void
keep_accounts (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
  const int b = s->nh + i + 1;
  Lanes it_old, shell_old, book_old, net_book;

  read_lagged (s->it_dollars, b, &s->life, it_old);
  read_lagged (s->shell_dollars, b, &s->shell, shell_old);
  if (trace != NULL || i <= RISK_QUARTER)
    read_lagged (s->it_dollars, b, &s->book, book_old);
  else
    FOR_LANES book_old[l] = 0;
  if (trace != NULL)
    get_net_book (s, b, net_book);

  FOR_LANES
  {
    const double revenue = q->price[l] * q->sold[l];
    const double load = P (LOAD_IDLE)[l] + (1 - P (LOAD_IDLE)[l]) * c->used[l];
    const double energy = q->energised[l] * (8.76 * P (ELECTRICITY)[l] / 1000) * load;
    const double sga = P (SGA)[l] * schedule->base_cost[l] * q->sold[l];
    const double it = AT (s->it_dollars, b)[l] - it_old[l];
    const double shell = AT (s->shell_dollars, b)[l] - shell_old[l];
    const double opex = P (OPEX)[l] * (it + shell);
    const double wip = AT (s->paid, b)[l] - c->served[l];
    const double shell_part = shell / P (SHELL_LIFE)[l];
    const double depreciation = it / P (LIFESPAN)[l] + shell_part;
    const double book_it = AT (s->it_dollars, b)[l] - book_old[l];
    const double depreciation_book = book_it / P (BOOK_LIFE)[l] + shell_part;
    const double ebitda = revenue * (1 + P (INTERNAL_VALUE)[l]) - energy - sga - opex;
    const double ebit = ebitda - depreciation;
    const double taxed = ebit * QUARTER - c->loss[l];
    const double tax = P (TAX)[l] * ob_max (taxed, 0) / QUARTER;
    const double charge = it * s->annuity_life[l] + shell * s->annuity_shell[l] + P (WACC)[l] * wip;
    const double coverage = ob_max (ebitda, 0) / ob_max (charge, FLOOR);
    const double capex = q->capex[l] + c->replacement[l];
    const double gap = (depreciation - depreciation_book) / ob_max (depreciation, FLOOR);

    TRACE (CAPEX, capex);
    TRACE (CAPEX_REPLACEMENT, c->replacement[l]);
    TRACE (REVENUE, revenue);
    TRACE (ENERGY, energy);
    TRACE (SGA, sga);
    TRACE (OPEX, opex);
    TRACE (DEPRECIATION, depreciation);
    TRACE (DEPRECIATION_BOOK, depreciation_book);
    TRACE (EBITDA, ebitda);
    TRACE (EBIT, ebit);
    TRACE (EBIT_BOOK, ebitda - depreciation_book);
    TRACE (TAX, tax);
    TRACE (FCF, ebitda - tax - capex);
    TRACE (WIP, wip);
    TRACE (CAPITAL_CHARGE, charge);
    TRACE (COVERAGE, coverage);
    TRACE (EARNINGS_GAP, gap);
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
    c->profit[l] = ebitda - charge;
    c->coverage[l] = coverage;
    q->capex[l] = capex;
    q->fcf[l] = ebitda - tax - capex;
    s->coverage[i][l] = coverage;
    s->earnings_gap[i][l] = gap;
    q->revenue[l] = revenue;
  }
}

/* Steps 8 and 9: who pays, and the market index. */
OB_INLINE void
finance (State *s, Carry *c, int i, Quarter *q, Trace *trace)
{
  const Schedule *schedule = &s->schedule[i];
  const Lanes *index = s->value_index;

  FOR_LANES
  {
    const double interest = c->debt[l] * P (DEBT_RATE)[l];
    const double principal = c->debt[l] / P (DEBT_TERM)[l];
    const double external = ob_max (interest + principal - q->fcf[l] - schedule->core[l], 0);
    const double borrowed = ob_max (external - P (EQUITY)[l], 0);
    const double share = ob_clip (external / ob_max (q->capex[l], FLOOR), 0, 1);

    c->debt[l] = ob_max (c->debt[l] + QUARTER * (borrowed - principal), 0);
    s->external_share[i][l] = share;
    TRACE (EXTERNAL, external);
    TRACE (EXTERNAL_SHARE, share);
    TRACE (DEBT, c->debt[l]);
  }

  /* The growth of revenue at an annual rate is the ratio to the fourth power,
   * since a quarter is a fourth of a year. */
  FOR_LANES
  {
    const double revenue = ob_max (q->revenue[l], FLOOR);
    const double ratio = revenue / (i == 0 ? 1 : c->revenue[l]);
    const double square = ratio * ratio;
    const double grown =
      ob_clip (square * square, 0.049787068367863943 /* e^-3 */, 20.085536923187668) - 1;
    const double growth = i == 0 ? P (SPEND_GROWTH)[l] : grown;
    const double expected =
      c->expected[l] + QUARTER / P (EXPECT_LAG)[l] * (ob_clip (growth, -0.9, 3) - c->expected[l]);
    const double multiple = ob_max (1.03 + P (GROWTH_HALF)[l] * (expected - 0.03), 0.1);
    const double value = revenue * multiple * schedule->market[l];
    const double highest = i == 0 ? value : ob_max (c->highest[l], value);

    c->revenue[l] = revenue;
    c->expected[l] = expected;
    c->highest[l] = highest;
    s->value_index[i][l] = value;
    s->drawdown[i][l] = value / highest - 1;
  }

  if (i >= AHEAD)
    FOR_LANES s->runup[i][l] = index[i][l] / index[i - AHEAD][l] - 1;
  else
    FOR_LANES
    {
      const double before = ob_exp ((AHEAD - i) / (double) AHEAD * ob_log (1 + P (RUNUP_NOW)[l]));

      s->runup[i][l] = index[i][l] / index[0][l] * before - 1;
    }

  if (trace != NULL)
    FOR_LANES
    {
      TRACE (INDEX, index[i][l] / index[0][l]);
      TRACE (RUNUP, s->runup[i][l]);
      TRACE (DRAWDOWN, s->drawdown[i][l]);
      TRACE (IDLE, s->idle[i][l]);
    }
}
