/* reference-model.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference-model.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#define H          0.25
#define BOUNDARIES (4 * REFERENCE_HISTORY_YEARS + REFERENCE_QUARTERS + 1)
#define TINY       1e-9

/* The fleet as running totals at the boundaries between quarters. */
typedef struct
{
  double paid[BOUNDARIES];       /* growth capex, $B */
  double it[BOUNDARIES];         /* IT dollars in service */
  double gw[BOUNDARIES];         /* GW */
  double compute[BOUNDARIES];    /* M H100e */
  double shell[BOUNDARIES];      /* shell dollars */
  double it_time[BOUNDARIES];    /* IT dollars times when they entered */
  double shell_time[BOUNDARIES]; /* shell dollars alike */
} Curves;

/* What one quarter hands to the next. */
typedef struct
{
  double shells;
  double over;
  double used;
  double coverage;
  double cfo;
  double ebitda;
  double capital_charge;
  double refresh;
  double debt;
  double loss;
  double scrapped;
  double habit;
  double expected_growth;
  double revenue;
  double first_training;
} State;

/* What stays the same in all quarters. */
typedef struct
{
  double a_it;
  double a_shell;
  double a_life;
  double energy_price;
  double growth_now;
  double growth_long;
  double log_efficiency;
} Constants;

/* The hardware on sale. */
typedef struct
{
  double cost;
  double it;
  double shell;
  double compute;
} Hardware;

bool
reference_inputs_set (ReferenceInputs *inputs, const char *id, double value)
{
  static const struct
  {
    const char *id;
    size_t offset;
  } members[] = {
#define X(name) { #name, offsetof (ReferenceInputs, name) },
    REFERENCE_PARAMETERS (X)
#undef X
  };

  for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
    {
      if (strcmp (members[i].id, id) == 0)
        {
          memcpy ((char *) inputs + members[i].offset, &value, sizeof value);
          return true;
        }
    }

  return false;
}

static double
min (double a, double b)
{
  return a < b ? a : b;
}

static double
max (double a, double b)
{
  return a > b ? a : b;
}

static double
clip (double a, double low, double high)
{
  return min (max (a, low), high);
}

/* The standard normal distribution. */
static double
normal (double x)
{
  return 0.5 * erfc (-x / sqrt (2));
}

static double
logit (double p)
{
  return log (p / (1 - p));
}

static double
read_curve (const double *curve, double at, int last)
{
  int i;

  at = clip (at, 0, last);
  i = (int) at;
  if (i == last)
    return curve[last];

  return curve[i] + (at - i) * (curve[i + 1] - curve[i]);
}

/* What a curve gained from boundary @from to boundary @to. */
static double
gained (const double *curve, double from, int to)
{
  return curve[to] - read_curve (curve, max (from, 0), to);
}

static double
rental (double r, double d, double life)
{
  double x = (1 - d) / (1 + r);

  if (fabs (1 - x) < 1e-9)
    return (1 + r) / life;

  return (1 + r) * (1 - x) / (1 - pow (x, life));
}

static Constants
get_constants (const ReferenceInputs *in)
{
  double d = 1 - (1 + in->cost_growth) / (1 + in->efficiency_growth);
  Constants k;

  k.a_it = rental (in->wacc, d, in->price_life);
  k.a_shell = rental (in->wacc, 0, in->shell_life);
  k.a_life = rental (in->wacc, 0, in->lifespan);
  k.energy_price = 8.76 * in->electricity / 1000;
  k.growth_now = log (1 + in->spend_growth);
  k.growth_long = log (1 + in->spend_growth_long);
  k.log_efficiency = log (1 + in->efficiency_growth);

  return k;
}

/* Log of what a growth that fades from @now to @later gives in @y years. */
static double
fading (double y, double now, double later, double tau)
{
  return later * y + (now - later) * tau * (1 - exp (-y / tau));
}

static Hardware
get_hardware (const ReferenceInputs *in, double y)
{
  double ordered = y - (in->build_lag - 0.75);
  Hardware hardware;

  hardware.cost = in->cost_per_gw * pow (1 + in->cost_growth, ordered);
  hardware.it = in->it_share * hardware.cost;
  hardware.shell = (1 - in->it_share) * hardware.cost;
  hardware.compute = in->h100e_per_gw * pow (1 + in->efficiency_growth, ordered);

  return hardware;
}

/* Steps 2 and 3, after the capex of the quarter has been paid: GW in place. */
static double
grow_fleet (const ReferenceInputs *in,
            const Hardware *hardware,
            Curves *c,
            State *s,
            int t,
            bool in_history)
{
  double life = in->lifespan / H;
  double lag = in->build_lag / H;
  double low = max (t + 1 - life, 0);
  double low_before = max (t - life, 0);
  double entering = read_curve (c->paid, max (t + 1 - lag, 0), t + 1)
                    - read_curve (c->paid, max (t - lag, 0), t + 1);
  double retired = read_curve (c->gw, low, t) - read_curve (c->gw, low_before, t);
  double replaced = in_history ? 0 : retired * s->used * (1 - in->defer * s->over);
  double free_shells = max (s->shells - (gained (c->gw, low, t) + replaced), 0);
  double grown, new_shells, added;

  if (entering <= free_shells * hardware->it)
    grown = entering / hardware->it;
  else
    grown = (entering + hardware->shell * free_shells) / (hardware->it + hardware->shell);
  new_shells = max (grown - free_shells, 0);
  added = grown + replaced;

  s->shells += new_shells;
  s->refresh = replaced * hardware->it / H;
  c->gw[t + 1] = c->gw[t] + added;
  c->it[t + 1] = c->it[t] + added * hardware->it;
  c->compute[t + 1] = c->compute[t] + added * hardware->compute;
  c->shell[t + 1] = c->shell[t] + new_shells * hardware->shell;
  c->it_time[t + 1] = c->it_time[t] + added * hardware->it * (t + 0.5);
  c->shell_time[t + 1] = c->shell_time[t] + new_shells * hardware->shell * (t + 0.5);

  return gained (c->gw, low, t + 1);
}

/* What stands and is being built at boundary @b, at its depreciated cost. */
static double
get_net_book (const ReferenceInputs *in, const Curves *c, int b)
{
  double it_from = b - in->lifespan / H;
  double shell_from = b - in->shell_life / H;
  double it = gained (c->it, it_from, b);
  double shell = gained (c->shell, shell_from, b);
  double net_it = it - (b * it - gained (c->it_time, it_from, b)) * H / in->lifespan;
  double net_shell =
    shell - (b * shell - gained (c->shell_time, shell_from, b)) * H / in->shell_life;

  return net_it + net_shell + gained (c->paid, b - in->build_lag / H, b);
}

/* Step 1: growth capex, $B a year. */
static double
plan_capex (const ReferenceInputs *in, const State *s, int i, double y, double post)
{
  double capex = in->capex * pow (1 + in->capex_growth, y)
                 * clip (1 - (y - in->build_years) / in->build_taper, 0, 1);

  capex *= pow (clip (s->coverage, 0.05, 1), 0.5 * (1 - in->fomo) * (1 - in->backstop));
  capex *= 1 - in->defer * min (1, 3 * s->over);
  capex += in->entry * max (s->ebitda - s->capital_charge, 0);
  capex *= 1 - in->pop_capex_cut * post;
  if (i > 0)
    {
      double core = in->core_cash * pow (1 + in->core_growth, y);
      double service = s->debt * (in->debt_rate + 1 / in->debt_term);

      capex = min (capex, max (max (s->cfo, 0) + core + in->funding_cap - service - s->refresh, 0));
    }

  return capex;
}

/* The boundary before which a fleet of @limit GW, newest first, was bought. */
static double
find_boundary (const Curves *c, int last, double limit)
{
  double target = c->gw[last] - limit;
  int b = last;

  while (b > 0 && c->gw[b] > target)
    b--;
  if (b == last || c->gw[b + 1] == c->gw[b])
    return b;

  return b + (target - c->gw[b]) / (c->gw[b + 1] - c->gw[b]);
}

/* One projected quarter. */
static void
run_quarter (const ReferenceInputs *in,
             const Constants *constants,
             Curves *c,
             State *s,
             int nh,
             int i,
             ReferenceResult *out)
{
  const int t = nh + i;
  const double y = (i + 0.5) * H;
  const double ye = (i + 1) * H;
  double since = y - in->pop_year;
  double popped = in->pop_year > 0 ? clip ((since + H / 2) / H, 0, 1) : 0;
  double post = popped * exp (-max (since, 0) / in->pop_recovery);
  Hardware hardware = get_hardware (in, y);
  double growth_capex, installed, capex;

  growth_capex = plan_capex (in, s, i, y, post);
  c->paid[t + 1] = c->paid[t] + growth_capex * H;
  installed = grow_fleet (in, &hardware, c, s, t, false);
  capex = growth_capex + s->refresh;

  /* 4. What runs. */
  double low = max (t + 1 - in->lifespan / H, 0);
  double low1 = max (low, min (s->scrapped, t + 1));
  double limit = in->power_now + in->power_add * ye;
  double runnable = gained (c->gw, low1, t + 1);
  double low2 = runnable > limit ? find_boundary (c, t + 1, limit) : low1;
  double energised = gained (c->gw, low2, t + 1);
  double stranded = runnable - energised;
  double compute = gained (c->compute, low2, t + 1);

  /* 5. Supply and full cost. */
  double training = in->training_share_long
                    + (in->training_share - in->training_share_long) * exp (-y / in->training_fade);
  double supply = 8.76 * compute * in->utilisation * (1 - training);
  double rent = (hardware.it * constants->a_it + hardware.shell * constants->a_shell
                 + constants->energy_price + in->opex * hardware.cost)
                / (8.76 * hardware.compute * in->utilisation);
  double base = rent / (1 - training);
  double full_cost = base * (1 + in->sga);
  double p_ref = in->reference_price * pow (1 - in->reference_decline, y);
  double list = pow (p_ref, 1 - in->pass_through) * pow (full_cost, in->pass_through)
                * (1 + in->markup * (1 - in->price_war));

  /* 6. Demand and price. */
  double es = in->elasticity_short;
  double el = in->elasticity_long;
  double training_compute = max (compute * training, 1e-12);
  double spend, subsidy, demand_at_1, tightness, price, user_price, sold, revenue;

  if (i == 0)
    s->first_training = training_compute;
  spend = in->spend_now
          * exp (fading (y, constants->growth_now, constants->growth_long, in->spend_fade))
          * max (1 + in->scaling * log10 (training_compute / s->first_training), 0.1)
          * (1 - (in->pop_demand_cut + (1 - in->pop_demand_cut) * in->circular) * post);
  subsidy =
    in->subsidy_floor + (in->subsidy - in->subsidy_floor) * pow (2, -y / in->subsidy_half_life);
  /* Demand at the reference price. */
  demand_at_1 = spend / p_ref * exp (-(el - es) * s->habit);
  tightness = demand_at_1 * pow ((1 - subsidy) * list / p_ref, -es) / max (supply, TINY);
  if (tightness < 1)
    {
      double lowest = energised / max (compute, TINY) * in->electricity / 1000 / (1 - training);

      price = list * pow (max (pow (tightness, 1 / es), lowest / list), in->price_war);
    }
  else
    {
      price = list * pow (tightness, in->scarcity / es);
    }
  user_price = (1 - subsidy) * price;
  sold = min (demand_at_1 * pow (user_price / p_ref, -es), supply);
  revenue = user_price * sold;
  s->used = sold / max (supply, TINY);

  double k = H / in->elasticity_lag;
  double m = tightness < 1 ? in->price_war : in->scarcity;
  double b = max (m * (el - es) / es, 0);

  s->habit += k * (log (user_price / p_ref) - s->habit) / (1 + k * (1 + b));

  /* 7. Accounts. */
  double energy =
    energised * constants->energy_price * (in->load_idle + (1 - in->load_idle) * s->used);
  double sga = in->sga * base * sold;
  double it = gained (c->it, low, t + 1);
  double shell = gained (c->shell, t + 1 - in->shell_life / H, t + 1);
  double wip = gained (c->paid, t + 1 - in->build_lag / H, t + 1);
  double depreciation = it / in->lifespan + shell / in->shell_life;
  double depreciation_book =
    gained (c->it, t + 1 - in->book_life / H, t + 1) / in->book_life + shell / in->shell_life;
  double ebitda = revenue * (1 + in->internal_value) - energy - sga - in->opex * (it + shell);
  double ebit = ebitda - depreciation;
  double tax = in->tax * max (ebit * H - s->loss, 0) / H;
  double fcf;

  s->loss = max (s->loss - ebit * H, 0);
  s->ebitda = ebitda;
  s->cfo = ebitda - tax;
  fcf = s->cfo - capex;
  s->capital_charge = it * constants->a_life + shell * constants->a_shell + in->wacc * wip;
  s->coverage = max (ebitda, 0) / max (s->capital_charge, TINY);
  s->over = stranded / max (runnable, TINY);

  /* 8. Finance. */
  double core = in->core_cash * pow (1 + in->core_growth, y);
  double interest = s->debt * in->debt_rate;
  double principal = s->debt / in->debt_term;
  double external = max (-fcf + interest + principal - core, 0);

  s->debt = max (s->debt + H * (max (external - in->equity, 0) - principal), 0);

  /* 9. Market index, up to a constant. */
  double growth = in->spend_growth;
  double multiple;

  if (i > 0)
    growth = exp (clip (log (max (revenue, TINY) / max (s->revenue, TINY)) / H, -3, 3)) - 1;
  s->expected_growth += H / in->expect_lag * (clip (growth, -0.9, 3) - s->expected_growth);
  multiple = max (1.03 + in->growth_half * (s->expected_growth - 0.03), 0.1);
  s->revenue = revenue;

  /* 10. Who is worth running next quarter. */
  double net = max (user_price * (1 + in->internal_value) * (1 - training) - in->sga * rent, TINY);
  double age = log (in->electricity / in->h100e_per_gw / 1000 / net) / constants->log_efficiency
               + in->build_lag - 0.75;

  s->scrapped += max (clip (nh + age / H, 0, t + 1) - s->scrapped, 0) / 2;

  out->revenue[i] = revenue;
  out->capex[i] = capex;
  out->fcf[i] = fcf;
  out->coverage[i] = s->coverage;
  out->external_share[i] = clip (external / max (capex, TINY), 0, 1);
  out->stranded[i] = stranded;
  out->installed[i] = installed;
  out->depreciation[i] = depreciation;
  out->depreciation_book[i] = depreciation_book;
  out->net_book[i] = get_net_book (in, c, t + 1);
  out->index[i] = max (revenue, TINY) * multiple * pow (1 + in->market_return, -y);
  out->popped[i] = popped;
}

static void
value_flows (const ReferenceInputs *in, ReferenceResult *out)
{
  int counted = (int) floor (in->horizon / H + 0.5);

  out->npv = 0;
  out->pv_capex = in->sunk * out->opening_book;
  for (int i = 0; i < counted; i++)
    {
      double discount = pow (1 + in->wacc, -(i + 0.5) * H);

      out->npv += out->fcf[i] * H * discount;
      out->pv_capex += out->capex[i] * H * discount;
    }
  out->residual = out->net_book[counted - 1] * clip (out->coverage[counted - 1], 0, 1);
  out->npv += out->residual * pow (1 + in->wacc, -in->horizon) - in->sunk * out->opening_book;
}

/* Of a fall by 40%, a year (Greenwood, Shleifer and You 2019). */
static double
get_valuation_hazard (double runup)
{
  static const double nodes[] = { 0, 0.5, 1, 1.5 };
  static const double chances[] = { 0.14, 0.20, 0.53, 0.80 };
  double x = clip (runup, nodes[0], nodes[3]);
  int i = x < nodes[1] ? 0 : x < nodes[2] ? 1 : 2;
  double low = -log (1 - chances[i]) / 2;
  double high = -log (1 - chances[i + 1]) / 2;

  return low + (high - low) * (x - nodes[i]) / (nodes[i + 1] - nodes[i]);
}

static double
get_promise (const ReferenceInputs *in, double y)
{
  return pow (min (in->coverage_now, 1), 1 - clip (y / in->patience, 0, 1));
}

/* Section 5. */
static void
judge_risk (const ReferenceInputs *in, int n_risk, ReferenceResult *out)
{
  double weights = 1e-12 + in->weight_valuation + in->weight_credit + in->weight_fundamental;
  double highest = 0;
  double seen = 0;
  double sum = 0;

  for (int i = 0; i < n_risk; i++)
    {
      double y = (i + 0.5) * H;
      int ahead = i + 8 < REFERENCE_QUARTERS ? i + 8 : REFERENCE_QUARTERS - 1;
      double runup, drawdown, p_valuation, p_credit, p_fundamental, z, gap, idle;

      if (i >= 8)
        runup = out->index[i] / out->index[i - 8] - 1;
      else
        runup = out->index[i] / out->index[0] * pow (1 + in->runup_now, (8 - i) / 8.0) - 1;
      highest = max (highest, out->index[i]);
      drawdown = out->index[i] / highest - 1;

      p_valuation = 1 - exp (-2 * get_valuation_hazard (runup));
      p_credit =
        1 - exp (-2 * (0.0242 + 0.1751 * out->external_share[i] * clip (runup / 0.5, 0, 1)));
      p_fundamental =
        normal ((log (get_promise (in, y + 2)) - log (max (out->coverage[ahead], 0.001)))
                / (in->coverage_sigma * sqrt (2)));
      p_fundamental = clip (p_fundamental, 1e-4, 1 - 1e-4);

      gap = (out->depreciation[i] - out->depreciation_book[i]) / max (out->depreciation[i], TINY);
      idle = out->stranded[i] / max (out->installed[i], TINY);
      z = (in->weight_valuation * logit (p_valuation) + in->weight_credit * logit (p_credit)
           + in->weight_fundamental * logit (p_fundamental))
          / weights;
      z += in->amp_circular * (in->circular - 0.05) + in->amp_idle * (idle - 0.05)
           + in->amp_earnings * clip (gap, -0.5, 0.5) - in->amp_backstop * in->backstop;

      out->crash_2y[i] = 1 / (1 + exp (-z));
      sum += -log (1 - out->crash_2y[i]) / 2 * H;
      seen = max (seen, max (normal ((-drawdown - 0.40) / 0.04), out->popped[i]));
      out->crash_cumulative[i] = 1 - (1 - seen) * exp (-sum);
    }

  out->bubble_risk = out->crash_cumulative[REFERENCE_RISK_QUARTERS - 1];
}

void
reference_run (const ReferenceInputs *in, int n_risk, ReferenceResult *out)
{
  const int nh = 4 * in->n_years;
  const Constants constants = get_constants (in);
  Curves curves;
  State state;

  memset (&curves, 0, sizeof curves);
  memset (&state, 0, sizeof state);
  state.used = 1;
  state.coverage = 1;
  state.debt = in->debt_now;
  state.habit = log (1 - in->past_subsidy);
  state.expected_growth = in->spend_growth;

  for (int t = 0; t < nh; t++)
    {
      Hardware hardware = get_hardware (in, (t - nh + 0.5) * H);

      curves.paid[t + 1] = curves.paid[t] + in->history[t / 4] * H;
      grow_fleet (in, &hardware, &curves, &state, t, true);
    }
  out->opening_book = get_net_book (in, &curves, nh);

  for (int i = 0; i < REFERENCE_QUARTERS; i++)
    run_quarter (in, &constants, &curves, &state, nh, i, out);
  value_flows (in, out);
  judge_risk (in, n_risk, out);
}
