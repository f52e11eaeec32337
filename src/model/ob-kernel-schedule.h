/* ob-kernel-schedule.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* What is known before a quarter is simulated: schedules of prices, costs and
 * plans, which depend on parameters only. Each group is computed again only
 * when a parameter it depends on has changed in some lane, or a group it stands
 * on has been. What changes geometrically is carried by multiplication.
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
    const double whole = (double) (int) quarters;
    const double up = whole < quarters ? whole + 1 : whole;

    lag->whole[l] = (int) up;
    lag->place[l] = l - (int) up * ROW;
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

static gboolean
schedule_rates (State *s)
{
  if (!CHANGED (s, OB_PARAMETER_WACC, OB_PARAMETER_COST_GROWTH, OB_PARAMETER_EFFICIENCY_GROWTH,
                OB_PARAMETER_PRICE_LIFE, OB_PARAMETER_SHELL_LIFE))
    return FALSE;

  FOR_LANES
  {
    const double keep = (1 + P (COST_GROWTH)[l]) / (1 + P (EFFICIENCY_GROWTH)[l]);
    const double wacc = P (WACC)[l];

    s->constants.annuity_it[l] = get_rental (wacc, keep, P (PRICE_LIFE)[l]);
    s->constants.annuity_shell[l] = get_rental (wacc, 1, P (SHELL_LIFE)[l]);
  }

  return TRUE;
}

static gboolean
schedule_hardware (State *s)
{
  if (!s->history_changed
      && !CHANGED (s, OB_PARAMETER_COST_PER_GW, OB_PARAMETER_COST_GROWTH, OB_PARAMETER_IT_SHARE,
                   OB_PARAMETER_H100E_PER_GW, OB_PARAMETER_EFFICIENCY_GROWTH,
                   OB_PARAMETER_BUILD_LAG))
    return FALSE;

  FOR_LANES
  {
    Constants *constants = &s->constants;
    const double order = get_mid_year (0) - (P (BUILD_LAG)[l] - 0.75);
    const double first_order = order - s->nh * QUARTER;
    const double log_cost = ob_log (1 + P (COST_GROWTH)[l]);
    const double log_compute = ob_log (1 + P (EFFICIENCY_GROWTH)[l]);
    const double it = P (IT_SHARE)[l] * P (COST_PER_GW)[l];

    s->hardware.it[l] = it * ob_exp (order * log_cost);
    s->hardware.per_it[l] = 1 / s->hardware.it[l];
    s->hardware.compute[l] = P (H100E_PER_GW)[l] * ob_exp (order * log_compute);
    s->first_hardware.it[l] = it * ob_exp (first_order * log_cost);
    s->first_hardware.per_it[l] = 1 / s->first_hardware.it[l];
    s->first_hardware.compute[l] = P (H100E_PER_GW)[l] * ob_exp (first_order * log_compute);
    constants->step.it[l] = ob_exp (QUARTER * log_cost);
    constants->step.per_it[l] = 1 / constants->step.it[l];
    constants->step.compute[l] = ob_exp (QUARTER * log_compute);
    constants->shell_per_it[l] = (1 - P (IT_SHARE)[l]) / P (IT_SHARE)[l];
  }

  return TRUE;
}

static void
schedule_plan (State *s)
{
  Lanes plan, step, per_taper;
  double end = 0;

  if (!CHANGED (s, OB_PARAMETER_CAPEX_GROWTH, OB_PARAMETER_BUILD_YEARS, OB_PARAMETER_BUILD_TAPER))
    return;

  FOR_LANES
  {
    const double growth = ob_log (1 + P (CAPEX_GROWTH)[l]);

    plan[l] = ob_exp (get_mid_year (0) * growth);
    step[l] = ob_exp (QUARTER * growth);
    per_taper[l] = 1 / P (BUILD_TAPER)[l];
  }

  for (int l = 0; l < OB_LANES; l++)
    end = ob_max (end, P (BUILD_YEARS)[l] + P (BUILD_TAPER)[l]);
  s->plan_end = 0;
  while (s->plan_end < OB_N_QUARTERS && get_mid_year (s->plan_end) < end)
    s->plan_end++;

  for (int i = 0; i < s->plan_end; i++)
    {
      const double y = get_mid_year (i);

      FOR_LANES
      {
        const double left = 1 - (y - P (BUILD_YEARS)[l]) * per_taper[l];

        s->schedule[i].plan[l] = plan[l] * ob_clip (left, 0, 1);
        plan[l] *= step[l];
      }
    }
}

/* The break of confidence, and what customers would spend at the reference
 * price but for the effect of scaling. */
static void
schedule_demand (State *s)
{
  Lanes fade, fade_step, later, gap, now;

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
  s->breaks = FALSE;
  for (int l = 0; l < OB_LANES; l++)
    s->breaks |= P (POP_YEAR)[l] > 0;

  for (int i = 0; i < OB_N_QUARTERS; i++)
    {
      const double y = get_mid_year (i);
      Schedule *schedule = &s->schedule[i];

      FOR_LANES
      {
        schedule->log_spend[l] = now[l] + later[l] * y + gap[l] * (1 - fade[l]);
        fade[l] *= fade_step[l];
      }
      if (!s->breaks)
        continue;

      FOR_LANES
      {
        const double since = y - P (POP_YEAR)[l];
        const double reached = ob_clip ((since + QUARTER / 2) / QUARTER, 0, 1);
        const double popped = P (POP_YEAR)[l] > 0 ? reached : 0;
        const double post = popped * ob_exp (-ob_max (since, 0) / P (POP_RECOVERY)[l]);
        const double cut = P (POP_DEMAND_CUT)[l];
        const double lost = (cut + (1 - cut) * P (CIRCULAR)[l]) * post;

        s->annex[i].popped[l] = popped;
        s->annex[i].keep_capex[l] = 1 - P (POP_CAPEX_CUT)[l] * post;
        schedule->log_spend[l] += ob_log (ob_max (1 - lost, 1e-300));
      }
    }
}

/* What of the compute is trained with, and what is for sale. */
static gboolean
schedule_training (State *s)
{
  Lanes fade, fade_step;

  if (!CHANGED (s, OB_PARAMETER_TRAINING_SHARE, OB_PARAMETER_TRAINING_SHARE_LONG,
                OB_PARAMETER_TRAINING_FADE))
    return FALSE;

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
        const double served = 1 - training;
        const double per_served = 1 / served;

        schedule->served[l] = served;
        s->annex[i].per_served[l] = per_served;
        schedule->log_training[l] = ob_log (training * per_served);
        fade[l] *= fade_step[l];
      }
    }

  return TRUE;
}

/* List prices, which stand on hardware, rates and training. */
static void
schedule_prices (State *s)
{
  Constants *constants = &s->constants;
  Lanes markup, it, per_hour, log_sga, per_it, reference_start, reference_slope;

  FOR_LANES
  {
    const double shells = constants->shell_per_it[l];
    const double year = 8.76 * P (UTILISATION)[l];

    constants->year[l] = year;
    constants->log_year[l] = ob_log (year);
    reference_start[l] = ob_log (P (REFERENCE_PRICE)[l]);
    reference_slope[l] = ob_log (1 - P (REFERENCE_DECLINE)[l]);
    constants->log_power[l] = constants->log_year[l] + ob_log (P (ELECTRICITY)[l] / 1000);
    markup[l] = ob_log (1 + P (MARKUP)[l] * (1 - P (PRICE_WAR)[l]));
    it[l] = s->hardware.it[l];
    per_it[l] =
      constants->annuity_it[l] + shells * constants->annuity_shell[l] + P (OPEX)[l] * (1 + shells);
    per_hour[l] = 1 / (s->hardware.compute[l] * year);
    log_sga[l] = ob_log (1 + P (SGA)[l]);
  }

  for (int i = 0; i < OB_N_QUARTERS; i++)
    {
      const double y = get_mid_year (i);
      Schedule *schedule = &s->schedule[i];

      FOR_LANES
      {
        const double rent = it[l] * per_it[l] + constants->energy[l];
        const double base = rent * per_hour[l] * s->annex[i].per_served[l];
        const double log_reference = reference_start[l] + reference_slope[l] * y;
        const double gap = ob_log (base) + log_sga[l] - log_reference;

        s->annex[i].base_cost[l] = base;
        schedule->sga[l] = P (SGA)[l] * base;
        schedule->log_reference[l] = log_reference;
        schedule->log_list[l] = log_reference + P (PASS_THROUGH)[l] * gap + markup[l];
        it[l] *= constants->step.it[l];
        per_hour[l] *= constants->decline[l];
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

        schedule->log_charged[l] = ob_log (1 - subsidy);
        fade[l] *= fade_step[l];
      }
    }
}

/* What grows geometrically and is carried from quarter to quarter. */
static void
set_growth (State *s)
{
  Constants *constants = &s->constants;

  if (!CHANGED (s, OB_PARAMETER_CORE_CASH, OB_PARAMETER_CORE_GROWTH, OB_PARAMETER_MARKET_RETURN,
                OB_PARAMETER_WACC, OB_PARAMETER_HORIZON))
    return;

  FOR_LANES
  {
    const double growth = ob_log (1 + P (CORE_GROWTH)[l]);
    const double decline = -ob_log (1 + P (MARKET_RETURN)[l]);
    const double rate = -ob_log (1 + P (WACC)[l]);

    s->core[l] = P (CORE_CASH)[l] * ob_exp (get_mid_year (0) * growth);
    constants->core_step[l] = ob_exp (QUARTER * growth);
    s->market[l] = ob_exp (get_mid_year (0) * decline);
    constants->market_step[l] = ob_exp (QUARTER * decline);
    s->discount[l] = QUARTER * ob_exp (get_mid_year (0) * rate);
    constants->discount_step[l] = ob_exp (QUARTER * rate);
    s->counted[l] = (double) (int) (P (HORIZON)[l] / QUARTER + 0.5);
    s->residual_discount[l] = ob_exp (P (HORIZON)[l] * rate);
  }

  s->count_end = 0;
  memset (s->is_end, 0, sizeof s->is_end);
  for (int l = 0; l < OB_LANES; l++)
    {
      s->count_end = MAX (s->count_end, (int) s->counted[l]);
      s->is_end[(int) s->counted[l]] = TRUE;
    }
}

static void
set_constants (State *s)
{
  Constants *constants = &s->constants;
  double heed = 0;

  FOR_LANES
  {
    const double short_run = P (ELASTICITY_SHORT)[l];
    const double extra = P (ELASTICITY_LONG)[l] - short_run;
    const double k = QUARTER / P (ELASTICITY_LAG)[l];
    const double weights =
      1e-12 + P (WEIGHT_VALUATION)[l] + P (WEIGHT_CREDIT)[l] + P (WEIGHT_FUNDAMENTAL)[l];
    const double log_efficiency = ob_log (1 + P (EFFICIENCY_GROWTH)[l]);
    /* The boundary that age retires at the end of the first projected quarter. */
    const double age = s->nh + 2 - P (LIFESPAN)[l] / QUARTER;

    constants->annuity_life[l] = get_rental (P (WACC)[l], 1, P (LIFESPAN)[l]);
    constants->energy[l] = 8.76 * P (ELECTRICITY)[l] / 1000;
    constants->energy_idle[l] = constants->energy[l] * P (LOAD_IDLE)[l];
    constants->energy_used[l] = constants->energy[l] * (1 - P (LOAD_IDLE)[l]);
    constants->revenue_worth[l] = 1 + P (INTERNAL_VALUE)[l];
    constants->per_term[l] = 1 / P (DEBT_TERM)[l];
    constants->debt_service[l] = P (DEBT_RATE)[l] + 1 / P (DEBT_TERM)[l];
    constants->per_life[l] = 1 / P (LIFESPAN)[l];
    constants->per_book[l] = 1 / P (BOOK_LIFE)[l];
    constants->per_shell[l] = 1 / P (SHELL_LIFE)[l];
    constants->extra[l] = extra;
    constants->per_short[l] = 1 / short_run;
    constants->habit_glut[l] = k / (1 + k * (1 + ob_max (P (PRICE_WAR)[l] * extra / short_run, 0)));
    constants->habit_short[l] = k / (1 + k * (1 + ob_max (P (SCARCITY)[l] * extra / short_run, 0)));
    constants->per_efficiency[l] = 1 / (QUARTER * log_efficiency);
    constants->decline[l] = ob_exp (-QUARTER * log_efficiency);
    constants->scrap_start[l] = s->nh + (P (BUILD_LAG)[l] - 0.75) / QUARTER;
    constants->worth_start[l] = ob_log (P (ELECTRICITY)[l] / 1000 / P (H100E_PER_GW)[l]);
    /* A billionth more, so that rounding never makes it too little. */
    constants->worth_least[l] =
      ob_exp (constants->worth_start[l]
              - (age - constants->scrap_start[l]) * QUARTER * log_efficiency + 1e-9);
    constants->scaling[l] = P (SCALING)[l] * (1 / G_LN10);
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

  for (int l = 0; l < OB_LANES; l++)
    heed = ob_max (heed, constants->caution[l]);
  s->heedless = !(heed > 0);
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

/* What stands on something else comes after it. */
static void
schedule_all (State *s)
{
  gboolean rates, hardware, training;

  if (s->history_changed
      || CHANGED (s, OB_PARAMETER_ELASTICITY_SHORT, OB_PARAMETER_ELASTICITY_LONG,
                  OB_PARAMETER_ELASTICITY_LAG, OB_PARAMETER_PRICE_WAR, OB_PARAMETER_SCARCITY,
                  OB_PARAMETER_ELECTRICITY, OB_PARAMETER_LOAD_IDLE, OB_PARAMETER_INTERNAL_VALUE,
                  OB_PARAMETER_DEBT_RATE, OB_PARAMETER_DEBT_TERM, OB_PARAMETER_LIFESPAN,
                  OB_PARAMETER_BOOK_LIFE, OB_PARAMETER_SHELL_LIFE, OB_PARAMETER_EFFICIENCY_GROWTH,
                  OB_PARAMETER_BUILD_LAG, OB_PARAMETER_H100E_PER_GW, OB_PARAMETER_SCALING,
                  OB_PARAMETER_EXPECT_LAG, OB_PARAMETER_FOMO, OB_PARAMETER_BACKSTOP,
                  OB_PARAMETER_RUNUP_NOW, OB_PARAMETER_COVERAGE_NOW, OB_PARAMETER_PATIENCE,
                  OB_PARAMETER_COVERAGE_SIGMA, OB_PARAMETER_WEIGHT_VALUATION,
                  OB_PARAMETER_WEIGHT_CREDIT, OB_PARAMETER_WEIGHT_FUNDAMENTAL, OB_PARAMETER_WACC))
    set_constants (s);

  set_growth (s);
  schedule_lags (s);
  schedule_plan (s);
  schedule_demand (s);
  schedule_subsidy (s);
  rates = schedule_rates (s);
  hardware = schedule_hardware (s);
  training = schedule_training (s);

  if (rates || hardware || training
      || CHANGED (s, OB_PARAMETER_ELECTRICITY, OB_PARAMETER_OPEX, OB_PARAMETER_SGA,
                  OB_PARAMETER_REFERENCE_PRICE, OB_PARAMETER_REFERENCE_DECLINE,
                  OB_PARAMETER_PASS_THROUGH, OB_PARAMETER_MARKUP, OB_PARAMETER_PRICE_WAR,
                  OB_PARAMETER_UTILISATION))
    schedule_prices (s);
}

/* How many groups have to be scheduled again when a parameter changes. Most of
 * all is read from the totals where lanes differ in a lag. */
static guint
get_effort (ObParameter parameter)
{
  switch (parameter)
    {
    case OB_PARAMETER_LIFESPAN:
    case OB_PARAMETER_BUILD_LAG:
    case OB_PARAMETER_SHELL_LIFE:
    case OB_PARAMETER_BOOK_LIFE:
      return 4;
    case OB_PARAMETER_COST_PER_GW:
    case OB_PARAMETER_COST_GROWTH:
    case OB_PARAMETER_IT_SHARE:
    case OB_PARAMETER_H100E_PER_GW:
    case OB_PARAMETER_EFFICIENCY_GROWTH:
    case OB_PARAMETER_TRAINING_SHARE:
    case OB_PARAMETER_TRAINING_SHARE_LONG:
    case OB_PARAMETER_TRAINING_FADE:
    case OB_PARAMETER_WACC:
      return 3;
    case OB_PARAMETER_PRICE_LIFE:
    case OB_PARAMETER_UTILISATION:
    case OB_PARAMETER_ELECTRICITY:
    case OB_PARAMETER_OPEX:
    case OB_PARAMETER_SGA:
    case OB_PARAMETER_REFERENCE_PRICE:
    case OB_PARAMETER_REFERENCE_DECLINE:
    case OB_PARAMETER_PASS_THROUGH:
    case OB_PARAMETER_MARKUP:
    case OB_PARAMETER_PRICE_WAR:
    case OB_PARAMETER_SUBSIDY:
    case OB_PARAMETER_SUBSIDY_FLOOR:
    case OB_PARAMETER_SUBSIDY_HALF_LIFE:
    case OB_PARAMETER_SPEND_NOW:
    case OB_PARAMETER_SPEND_GROWTH:
    case OB_PARAMETER_SPEND_GROWTH_LONG:
    case OB_PARAMETER_SPEND_FADE:
    case OB_PARAMETER_POP_YEAR:
      return 2;
    case OB_PARAMETER_CAPEX_GROWTH:
    case OB_PARAMETER_BUILD_YEARS:
    case OB_PARAMETER_BUILD_TAPER:
    case OB_PARAMETER_HORIZON:
      return 1;
    default:
      return 0;
    }
}
