/* ob-kernel-schedule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is known before a quarter is simulated: schedules of prices, costs and
 * plans, which depend on parameters only. Each group is computed again only
 * when a parameter it depends on has changed in some lane.
 * Included by ob-kernel.c only. */

#include "ob-kernel-state.h"

#define P(NAME)         (s->value[OB_PARAMETER_##NAME])
#define CHANGED(s, ...) is_any_changed (s, (const ObParameter[]){ __VA_ARGS__, OB_N_PARAMETERS })

static gboolean
is_any_changed (const State *s, const ObParameter *parameters)
{
  for (; *parameters != OB_N_PARAMETERS; parameters++)
    {
      if (s->changed[*parameters])
        return TRUE;
    }

  return FALSE;
}

static double
get_mid_year (int i)
{
  return (i + 0.5) * QUARTER;
}

static void
set_lag (Lag *lag, const double *years)
{
  lag->uniform = TRUE;

  FOR_LANES
  {
    const double quarters = years[l] / QUARTER;
    const double whole = (double) (gint64) quarters;
    const double up = whole < quarters ? whole + 1 : whole;

    lag->whole[l] = (gint64) up;
    lag->part[l] = up - quarters;
  }
  for (int l = 1; l < OB_LANES; l++)
    {
      if (years[l] != years[0])
        lag->uniform = FALSE;
    }
}

/* The first-year rental per dollar that returns @r over @life years when rents
 * fall by @d a year. R. Hall and D. Jorgenson, "Tax Policy and Investment
 * Behavior", 1967, with obsolescence: (1+r)(1-x)/(1-x^L), x = (1-d)/(1+r). */
OB_INLINE double
get_rental (double r, double keep, double life)
{
  const double x = keep / (1 + r);
  const double gap = 1 - x;
  const double whole = 1 - ob_exp (life * ob_log (x));
  const gboolean flat = gap < FLOOR && gap > -FLOOR;

  return flat ? (1 + r) / life : (1 + r) * gap / (flat ? 1 : whole);
}

static void
schedule_rates (State *s)
{
  if (!CHANGED (s, OB_PARAMETER_WACC, OB_PARAMETER_COST_GROWTH, OB_PARAMETER_EFFICIENCY_GROWTH,
                OB_PARAMETER_PRICE_LIFE, OB_PARAMETER_SHELL_LIFE, OB_PARAMETER_LIFESPAN))
    return;

  FOR_LANES
  {
    const double keep = (1 + P (COST_GROWTH)[l]) / (1 + P (EFFICIENCY_GROWTH)[l]);
    const double wacc = P (WACC)[l];

    s->constants.annuity_it[l] = get_rental (wacc, keep, P (PRICE_LIFE)[l]);
    s->constants.annuity_shell[l] = get_rental (wacc, 1, P (SHELL_LIFE)[l]);
    s->constants.annuity_life[l] = get_rental (wacc, 1, P (LIFESPAN)[l]);
  }
}

static void
schedule_hardware (State *s)
{
  const int n = s->nh + OB_N_QUARTERS;
  const double first = get_mid_year (-s->nh);
  Lanes cost, compute, cost_step, compute_step;

  if (!s->history_changed
      && !CHANGED (s, OB_PARAMETER_COST_PER_GW, OB_PARAMETER_COST_GROWTH, OB_PARAMETER_IT_SHARE,
                   OB_PARAMETER_H100E_PER_GW, OB_PARAMETER_EFFICIENCY_GROWTH,
                   OB_PARAMETER_BUILD_LAG))
    return;

  FOR_LANES
  {
    const double order = first - (P (BUILD_LAG)[l] - 0.75);
    const double log_cost = ob_log (1 + P (COST_GROWTH)[l]);
    const double log_compute = ob_log (1 + P (EFFICIENCY_GROWTH)[l]);

    cost[l] = P (COST_PER_GW)[l] * ob_exp (order * log_cost);
    compute[l] = P (H100E_PER_GW)[l] * ob_exp (order * log_compute);
    cost_step[l] = ob_exp (QUARTER * log_cost);
    compute_step[l] = ob_exp (QUARTER * log_compute);
  }

  for (int t = 0; t < n; t++)
    {
      Hardware *hardware = &s->hardware[t];

      FOR_LANES
      {
        hardware->it[l] = P (IT_SHARE)[l] * cost[l];
        hardware->shell[l] = (1 - P (IT_SHARE)[l]) * cost[l];
        hardware->compute[l] = compute[l];
        hardware->per_it[l] = 1 / hardware->it[l];
        hardware->per_both[l] = 1 / cost[l];
        cost[l] *= cost_step[l];
        compute[l] *= compute_step[l];
      }
    }
}

static void
schedule_plan (State *s)
{
  Lanes plan, step;

  if (!CHANGED (s, OB_PARAMETER_CAPEX, OB_PARAMETER_CAPEX_GROWTH, OB_PARAMETER_BUILD_YEARS,
                OB_PARAMETER_BUILD_TAPER))
    return;

  FOR_LANES
  {
    const double growth = ob_log (1 + P (CAPEX_GROWTH)[l]);

    plan[l] = P (CAPEX)[l] * ob_exp (get_mid_year (0) * growth);
    step[l] = ob_exp (QUARTER * growth);
  }

  s->plan_end = 0;
  for (int i = 0; i < OB_N_QUARTERS; i++)
    {
      const double y = get_mid_year (i);
      double most = 0;

      FOR_LANES
      {
        const double left = 1 - (y - P (BUILD_YEARS)[l]) / P (BUILD_TAPER)[l];

        s->schedule[i].plan[l] = plan[l] * ob_clip (left, 0, 1);
        plan[l] *= step[l];
      }
      for (int l = 0; l < OB_LANES; l++)
        most = ob_max (most, s->schedule[i].plan[l]);
      if (most > 0)
        s->plan_end = i + 1;
    }
}

/* The break of confidence, and what customers would spend at the reference
 * price but for the effect of scaling. */
static void
schedule_demand (State *s)
{
  Lanes fade, fade_step, later, gap, now;
  gboolean breaks = FALSE;

  if (!CHANGED (s, OB_PARAMETER_POP_YEAR, OB_PARAMETER_POP_RECOVERY, OB_PARAMETER_POP_CAPEX_CUT,
                OB_PARAMETER_POP_DEMAND_CUT, OB_PARAMETER_CIRCULAR, OB_PARAMETER_SPEND_NOW,
                OB_PARAMETER_SPEND_GROWTH, OB_PARAMETER_SPEND_GROWTH_LONG, OB_PARAMETER_SPEND_FADE))
    return;

  FOR_LANES
  {
    now[l] = ob_log (P (SPEND_NOW)[l]);
    later[l] = ob_log (1 + P (SPEND_GROWTH_LONG)[l]);
    gap[l] = (ob_log (1 + P (SPEND_GROWTH)[l]) - later[l]) * P (SPEND_FADE)[l];
    fade_step[l] = ob_exp (-QUARTER / P (SPEND_FADE)[l]);
    fade[l] = ob_exp (-get_mid_year (0) / P (SPEND_FADE)[l]);
  }
  for (int l = 0; l < OB_LANES; l++)
    breaks |= P (POP_YEAR)[l] > 0;

  for (int i = 0; i < OB_N_QUARTERS; i++)
    {
      const double y = get_mid_year (i);
      Schedule *schedule = &s->schedule[i];

      FOR_LANES
      {
        schedule->log_spend[l] = now[l] + later[l] * y + gap[l] * (1 - fade[l]);
        schedule->popped[l] = 0;
        schedule->keep_capex[l] = 1;
        fade[l] *= fade_step[l];
      }
      if (!breaks)
        continue;

      FOR_LANES
      {
        const double since = y - P (POP_YEAR)[l];
        const double reached = ob_clip ((since + QUARTER / 2) / QUARTER, 0, 1);
        const double popped = P (POP_YEAR)[l] > 0 ? reached : 0;
        const double post = popped * ob_exp (-ob_max (since, 0) / P (POP_RECOVERY)[l]);
        const double cut = P (POP_DEMAND_CUT)[l];
        const double lost = (cut + (1 - cut) * P (CIRCULAR)[l]) * post;

        schedule->popped[l] = popped;
        schedule->keep_capex[l] = 1 - P (POP_CAPEX_CUT)[l] * post;
        schedule->log_spend[l] += ob_log (ob_max (1 - lost, 1e-300));
      }
    }
}

static void
schedule_training (State *s)
{
  Lanes fade, fade_step;

  if (!CHANGED (s, OB_PARAMETER_TRAINING_SHARE, OB_PARAMETER_TRAINING_SHARE_LONG,
                OB_PARAMETER_TRAINING_FADE, OB_PARAMETER_UTILISATION))
    return;

  FOR_LANES
  {
    fade[l] = ob_exp (-get_mid_year (0) / P (TRAINING_FADE)[l]);
    fade_step[l] = ob_exp (-QUARTER / P (TRAINING_FADE)[l]);
  }

  for (int i = 0; i < OB_N_QUARTERS; i++)
    {
      Schedule *schedule = &s->schedule[i];

      FOR_LANES
      {
        const double later = P (TRAINING_SHARE_LONG)[l];
        const double training = later + (P (TRAINING_SHARE)[l] - later) * fade[l];

        schedule->training[l] = training;
        schedule->log_training[l] = ob_log (training);
        schedule->hours[l] = 8.76 * P (UTILISATION)[l] * (1 - training);
        schedule->log_hours[l] = ob_log (schedule->hours[l]);
        fade[l] *= fade_step[l];
      }
    }
}

static void
schedule_prices (State *s)
{
  if (!s->history_changed
      && !CHANGED (s, OB_PARAMETER_WACC, OB_PARAMETER_COST_GROWTH, OB_PARAMETER_EFFICIENCY_GROWTH,
                   OB_PARAMETER_PRICE_LIFE, OB_PARAMETER_SHELL_LIFE, OB_PARAMETER_COST_PER_GW,
                   OB_PARAMETER_IT_SHARE, OB_PARAMETER_H100E_PER_GW, OB_PARAMETER_BUILD_LAG,
                   OB_PARAMETER_ELECTRICITY, OB_PARAMETER_OPEX, OB_PARAMETER_UTILISATION,
                   OB_PARAMETER_TRAINING_SHARE, OB_PARAMETER_TRAINING_SHARE_LONG,
                   OB_PARAMETER_TRAINING_FADE, OB_PARAMETER_SGA, OB_PARAMETER_REFERENCE_PRICE,
                   OB_PARAMETER_REFERENCE_DECLINE, OB_PARAMETER_PASS_THROUGH, OB_PARAMETER_MARKUP,
                   OB_PARAMETER_PRICE_WAR))
    return;

  {
    Lanes level, slope, markup;

    FOR_LANES
    {
      level[l] = ob_log (P (REFERENCE_PRICE)[l]);
      slope[l] = ob_log (1 - P (REFERENCE_DECLINE)[l]);
      markup[l] = ob_log (1 + P (MARKUP)[l] * (1 - P (PRICE_WAR)[l]));
    }

    for (int i = 0; i < OB_N_QUARTERS; i++)
      {
        const Hardware *hardware = &s->hardware[s->nh + i];
        Schedule *schedule = &s->schedule[i];
        const double y = get_mid_year (i);

        FOR_LANES
        {
          const double it = hardware->it[l];
          const double shell = hardware->shell[l];
          const double power = 8.76 * P (ELECTRICITY)[l] / 1000;
          const double rent = it * s->constants.annuity_it[l]
                              + shell * s->constants.annuity_shell[l] + power
                              + P (OPEX)[l] * (it + shell);
          const double running = rent / (8.76 * hardware->compute[l] * P (UTILISATION)[l]);
          const double base = running / (1 - schedule->training[l]);
          const double log_reference = level[l] + slope[l] * y;
          const double pass = P (PASS_THROUGH)[l];

          schedule->staff[l] = P (SGA)[l] * running;
          schedule->log_floor[l] = ob_log (P (ELECTRICITY)[l] / 1000 / (1 - schedule->training[l]));
          schedule->base_cost[l] = base;
          schedule->log_reference[l] = log_reference;
          schedule->log_list[l] =
            (1 - pass) * log_reference + pass * ob_log (base * (1 + P (SGA)[l])) + markup[l];
        }
      }
  }
}

static void
schedule_subsidy (State *s)
{
  Lanes fade, fade_step;

  if (!CHANGED (s, OB_PARAMETER_SUBSIDY, OB_PARAMETER_SUBSIDY_FLOOR,
                OB_PARAMETER_SUBSIDY_HALF_LIFE))
    return;

  FOR_LANES
  {
    const double rate = -G_LN2 / P (SUBSIDY_HALF_LIFE)[l];

    fade[l] = ob_exp (get_mid_year (0) * rate);
    fade_step[l] = ob_exp (QUARTER * rate);
  }

  for (int i = 0; i < OB_N_QUARTERS; i++)
    {
      Schedule *schedule = &s->schedule[i];

      FOR_LANES
      {
        const double floor = P (SUBSIDY_FLOOR)[l];
        const double subsidy = floor + (P (SUBSIDY)[l] - floor) * fade[l];

        schedule->subsidy[l] = subsidy;
        schedule->log_charged[l] = ob_log (1 - subsidy);
        fade[l] *= fade_step[l];
      }
    }
}

static void
schedule_money (State *s)
{
  Lanes core, core_step, market, market_step;

  if (!CHANGED (s, OB_PARAMETER_CORE_CASH, OB_PARAMETER_CORE_GROWTH, OB_PARAMETER_MARKET_RETURN))
    return;

  FOR_LANES
  {
    const double growth = ob_log (1 + P (CORE_GROWTH)[l]);
    const double decline = -ob_log (1 + P (MARKET_RETURN)[l]);

    core[l] = P (CORE_CASH)[l] * ob_exp (get_mid_year (0) * growth);
    core_step[l] = ob_exp (QUARTER * growth);
    market[l] = ob_exp (get_mid_year (0) * decline);
    market_step[l] = ob_exp (QUARTER * decline);
  }

  for (int i = 0; i < OB_N_QUARTERS; i++)
    {
      FOR_LANES
      {
        s->schedule[i].core[l] = core[l];
        s->schedule[i].market[l] = market[l];
        core[l] *= core_step[l];
        market[l] *= market_step[l];
      }
    }
}

static void
schedule_discount (State *s)
{
  Lanes discount, step;

  if (!CHANGED (s, OB_PARAMETER_WACC, OB_PARAMETER_HORIZON))
    return;

  FOR_LANES
  {
    const double rate = -ob_log (1 + P (WACC)[l]);

    discount[l] = QUARTER * ob_exp (get_mid_year (0) * rate);
    step[l] = ob_exp (QUARTER * rate);
    s->counted[l] = (double) (gint64) (P (HORIZON)[l] / QUARTER + 0.5);
    s->residual_discount[l] = ob_exp (P (HORIZON)[l] * rate);
  }

  s->count_end = 0;
  s->one_horizon = TRUE;
  for (int l = 0; l < OB_LANES; l++)
    {
      s->count_end = MAX (s->count_end, (int) s->counted[l]);
      if (s->counted[l] != s->counted[0])
        s->one_horizon = FALSE;
    }

  for (int i = 0; i < OB_N_QUARTERS; i++)
    {
      FOR_LANES
      {
        s->schedule[i].discount[l] = i < s->counted[l] ? discount[l] : 0;
        discount[l] *= step[l];
      }
    }
}

/* Cheap enough to be done for every run. */
static void
set_constants (State *s)
{
  Constants *constants = &s->constants;

  FOR_LANES
  {
    const double short_run = P (ELASTICITY_SHORT)[l];
    const double extra = P (ELASTICITY_LONG)[l] - short_run;
    const double k = QUARTER / P (ELASTICITY_LAG)[l];
    const double weights =
      1e-12 + P (WEIGHT_VALUATION)[l] + P (WEIGHT_CREDIT)[l] + P (WEIGHT_FUNDAMENTAL)[l];

    constants->energy[l] = 8.76 * P (ELECTRICITY)[l] / 1000;
    constants->per_term[l] = 1 / P (DEBT_TERM)[l];
    constants->debt_service[l] = P (DEBT_RATE)[l] + 1 / P (DEBT_TERM)[l];
    constants->per_life[l] = 1 / P (LIFESPAN)[l];
    constants->per_book[l] = 1 / P (BOOK_LIFE)[l];
    constants->per_shell[l] = 1 / P (SHELL_LIFE)[l];
    constants->extra[l] = extra;
    constants->per_short[l] = 1 / short_run;
    constants->habit_glut[l] = k / (1 + k * (1 + ob_max (P (PRICE_WAR)[l] * extra / short_run, 0)));
    constants->habit_short[l] = k / (1 + k * (1 + ob_max (P (SCARCITY)[l] * extra / short_run, 0)));
    constants->per_efficiency[l] = 1 / (QUARTER * ob_log (1 + P (EFFICIENCY_GROWTH)[l]));
    constants->scrap_start[l] = s->nh + (P (BUILD_LAG)[l] - 0.75) / QUARTER;
    constants->worth_start[l] = ob_log (P (ELECTRICITY)[l] / 1000 / P (H100E_PER_GW)[l]);
    constants->adjust[l] = QUARTER / P (EXPECT_LAG)[l];
    constants->caution[l] = 0.5 * (1 - P (FOMO)[l]) * (1 - P (BACKSTOP)[l]);
    constants->log_runup[l] = ob_log (1 + P (RUNUP_NOW)[l]);
    constants->log_promise[l] = ob_log (ob_min (P (COVERAGE_NOW)[l], 1));
    constants->per_patience[l] = 1 / P (PATIENCE)[l];
    constants->per_spread[l] = 1 / (P (COVERAGE_SIGMA)[l] * G_SQRT2);
    constants->share_valuation[l] = P (WEIGHT_VALUATION)[l] / weights;
    constants->share_credit[l] = P (WEIGHT_CREDIT)[l] / weights;
    constants->share_fundamental[l] = P (WEIGHT_FUNDAMENTAL)[l] / weights;
  }
}

static void
schedule_lags (State *s)
{
  if (s->changed[OB_PARAMETER_BUILD_LAG])
    set_lag (&s->build, P (BUILD_LAG));
  if (s->changed[OB_PARAMETER_LIFESPAN])
    set_lag (&s->life, P (LIFESPAN));
  if (s->changed[OB_PARAMETER_BOOK_LIFE])
    set_lag (&s->book, P (BOOK_LIFE));
  if (s->changed[OB_PARAMETER_SHELL_LIFE])
    set_lag (&s->shell, P (SHELL_LIFE));
}

/* Prices stand on hardware, rates and training, so the order matters. */
static void
schedule_all (State *s)
{
  set_constants (s);
  schedule_lags (s);
  schedule_rates (s);
  schedule_hardware (s);
  schedule_training (s);
  schedule_plan (s);
  schedule_demand (s);
  schedule_prices (s);
  schedule_subsidy (s);
  schedule_money (s);
  schedule_discount (s);
}
