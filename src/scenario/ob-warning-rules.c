/* ob-warning-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-warning-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Accounts that write hardware off this many years too slowly flatter profit;
 * a year is what published accounts differ by among themselves. */
#define MAX_BOOK_GAP 1.5
/* From here on a price war leaves a twentieth of the markup or less. */
#define FULL_PRICE_WAR 0.95
/* Of the hardware of the first quarter that may lack power. */
#define MAX_STRANDED 0.01
/* Gigawatts ordered a year for each that the grid adds, and what a fix leaves. */
#define MAX_ORDERS   2.2
#define FIXED_ORDERS 2.
/* How much faster than the cost of compute its reference price may fall, a year. */
#define MAX_DECLINE_GAP 0.1
/* How far apart coverage as seen and coverage as run may be, as a factor. */
#define MAX_COVERAGE_FACTOR 2.
/* Of planned growth that has to be paid for in the first year. */
#define MIN_FUNDED 0.75

static double
get_value (const ObInputs *inputs, ObParameter parameter)
{
  return inputs->value[parameter];
}

static char *
format_value (const ObInputs *inputs, ObParameter parameter)
{
  return ob_quantity_format (ob_parameter_get_info (parameter)->unit, inputs->value[parameter]);
}

/* Values less than half a step apart are the same to a reader. */
static gboolean
exceeds (const ObInputs *inputs, ObParameter more, ObParameter less)
{
  return get_value (inputs, more)
         > get_value (inputs, less) + ob_parameter_get_info (more)->step / 2;
}

/* One outside the range is no fix. */
static void
add_fix (ObWarningClash *clash, ObParameter parameter, double value)
{
  if (!ob_parameter_check_value (parameter, value, NULL) || clash->n_fixes == OB_WARNING_MAX_FIXES)
    return;

  clash->fixes[clash->n_fixes].parameter = parameter;
  clash->fixes[clash->n_fixes].value = value;
  clash->fixes[clash->n_fixes].nearest = FALSE;
  clash->n_fixes++;
}

/* Towards the end of the range at @value, no further than needed. */
static void
add_way (ObWarningClash *clash, ObParameter parameter, double value)
{
  const guint before = clash->n_fixes;

  add_fix (clash, parameter, value);
  if (clash->n_fixes > before)
    clash->fixes[before].nearest = TRUE;
}

/* @n steps; a part of one is divided by, so that 35 of 0.01 are 0.35 to the bit. */
static double
count_steps (ObParameter parameter, double n)
{
  double step = ob_parameter_get_info (parameter)->step;

  return step < 1 ? n / round (1 / step) : n * step;
}

double
ob_warning_round_up (ObParameter parameter, double value)
{
  return count_steps (parameter, ceil (value / ob_parameter_get_info (parameter)->step));
}

double
ob_warning_round_down (ObParameter parameter, double value)
{
  return count_steps (parameter, floor (value / ob_parameter_get_info (parameter)->step));
}

/* That one input is above another which it should not exceed. @fix, one of the two, can
 * be set to the other. @sentence has a place for the value of each, in this order. */
static gboolean
find_excess (const ObInputs *inputs,
             ObWarningClash *clash,
             ObParameter more,
             ObParameter less,
             ObParameter fix,
             const char *sentence)
{
  g_autofree char *high = format_value (inputs, more);
  g_autofree char *low = format_value (inputs, less);

  if (!exceeds (inputs, more, less))
    return FALSE;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  clash->sentence = g_strdup_printf (sentence, high, low);
#pragma GCC diagnostic pop
  add_fix (clash, fix, get_value (inputs, fix == more ? less : more));
  return TRUE;
}

static gboolean
find_book_life (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  g_autofree char *book = format_value (inputs, OB_PARAMETER_BOOK_LIFE);
  g_autofree char *life = format_value (inputs, OB_PARAMETER_LIFESPAN);
  double lifespan = get_value (inputs, OB_PARAMETER_LIFESPAN);

  if (get_value (inputs, OB_PARAMETER_BOOK_LIFE) <= lifespan + MAX_BOOK_GAP)
    return FALSE;

  /* Translators: two lengths of time. */
  clash->sentence = g_strdup_printf (
    _ (
      "The accounts write hardware off over %s, but it lasts %s: published profits are flattered."),
    book, life);
  add_fix (clash, OB_PARAMETER_BOOK_LIFE, lifespan);
  return TRUE;
}

static gboolean
find_subsidy_floor (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  return find_excess (inputs, clash, OB_PARAMETER_SUBSIDY_FLOOR, OB_PARAMETER_SUBSIDY,
                      OB_PARAMETER_SUBSIDY_FLOOR,
                      /* Translators: two percentages. */
                      _ ("The lasting subsidy, %s, is above the one at the start, %s: it would "
                         "grow instead of fade."));
}

static gboolean
find_elasticity (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  return find_excess (inputs, clash, OB_PARAMETER_ELASTICITY_SHORT, OB_PARAMETER_ELASTICITY_LONG,
                      OB_PARAMETER_ELASTICITY_LONG,
                      /* Translators: two elasticities, pure numbers. */
                      _ ("Customers heed prices more within the year, elasticity %s, than once "
                         "habits have adjusted, %s."));
}

static gboolean
find_spend_growth (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  return find_excess (
    inputs, clash, OB_PARAMETER_SPEND_GROWTH_LONG, OB_PARAMETER_SPEND_GROWTH,
    OB_PARAMETER_SPEND_GROWTH_LONG,
    /* Translators: two rates of growth, in percent a year. */
    _ ("Customer spending grows faster later, %s, than now, %s: it would not mature."));
}

static gboolean
find_training_share (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  return find_excess (inputs, clash, OB_PARAMETER_TRAINING_SHARE_LONG, OB_PARAMETER_TRAINING_SHARE,
                      OB_PARAMETER_TRAINING_SHARE_LONG,
                      /* Translators: two percentages. */
                      _ ("Training takes a larger share of the compute later, %s, than now, %s."));
}

static gboolean
find_debt_rate (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  return find_excess (
    inputs, clash, OB_PARAMETER_DEBT_RATE, OB_PARAMETER_WACC, OB_PARAMETER_DEBT_RATE,
    /* Translators: two rates, in percent a year. */
    _ ("Interest of %s is above the cost of capital, %s, though lenders are paid before owners."));
}

static gboolean
find_market_return (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  return find_excess (inputs, clash, OB_PARAMETER_MARKET_RETURN, OB_PARAMETER_WACC,
                      OB_PARAMETER_WACC,
                      /* Translators: two rates, in percent a year. */
                      _ ("The market returns %s, more than the cost of capital, %s, that is asked "
                         "of this riskier build-out."));
}

static gboolean
find_pop_year (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  g_autofree char *pop = format_value (inputs, OB_PARAMETER_POP_YEAR);
  g_autofree char *build = format_value (inputs, OB_PARAMETER_BUILD_YEARS);
  double build_years = get_value (inputs, OB_PARAMETER_BUILD_YEARS);

  if (get_value (inputs, OB_PARAMETER_POP_YEAR)
      <= build_years + get_value (inputs, OB_PARAMETER_BUILD_TAPER))
    return FALSE;

  /* Translators: two lengths of time. */
  clash->sentence = g_strdup_printf (_ ("Confidence breaks after %s, but the build-out tapers off "
                                        "after %s: there is no planned capex left to lose."),
                                     pop, build);
  add_fix (clash, OB_PARAMETER_POP_YEAR, build_years);
  return TRUE;
}

static gboolean
find_power_now (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  double energised = run->series[OB_SERIES_ENERGISED_GW][0];
  double stranded = run->series[OB_SERIES_STRANDED_GW][0];
  g_autofree char *hardware = ob_quantity_format (OB_UNIT_GW, energised + stranded);
  g_autofree char *power = format_value (inputs, OB_PARAMETER_POWER_NOW);

  if (!(stranded > MAX_STRANDED * (energised + stranded)))
    return FALSE;

  /* Translators: two amounts of power, in gigawatts. */
  clash->sentence = g_strdup_printf (
    _ ("Hardware for %s stands at the start, but there is power for %s."), hardware, power);
  add_fix (clash, OB_PARAMETER_POWER_NOW,
           ob_warning_round_up (OB_PARAMETER_POWER_NOW,
                                get_value (inputs, OB_PARAMETER_POWER_NOW) + stranded));
  add_fix (clash, OB_PARAMETER_COST_PER_GW,
           ob_warning_round_up (OB_PARAMETER_COST_PER_GW,
                                get_value (inputs, OB_PARAMETER_COST_PER_GW)
                                  * (energised + stranded) / MAX (energised, 1)));
  /* What else makes less of past spending stand at the start. */
  add_way (clash, OB_PARAMETER_POWER_NOW, ob_parameter_get_info (OB_PARAMETER_POWER_NOW)->maximum);
  add_way (clash, OB_PARAMETER_COST_PER_GW,
           ob_parameter_get_info (OB_PARAMETER_COST_PER_GW)->maximum);
  add_way (clash, OB_PARAMETER_LIFESPAN, ob_parameter_get_info (OB_PARAMETER_LIFESPAN)->minimum);
  add_way (clash, OB_PARAMETER_COST_GROWTH,
           ob_parameter_get_info (OB_PARAMETER_COST_GROWTH)->minimum);
  add_way (clash, OB_PARAMETER_BUILD_LAG, ob_parameter_get_info (OB_PARAMETER_BUILD_LAG)->maximum);
  clash->no_fix = _ ("No single input mends this: past spending has bought more hardware than "
                     "there can be power for.");
  return TRUE;
}

static gboolean
find_markup (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  g_autofree char *war = format_value (inputs, OB_PARAMETER_PRICE_WAR);
  g_autofree char *markup = format_value (inputs, OB_PARAMETER_MARKUP);

  if (get_value (inputs, OB_PARAMETER_PRICE_WAR) < FULL_PRICE_WAR
      || get_value (inputs, OB_PARAMETER_MARKUP)
           < ob_parameter_get_info (OB_PARAMETER_MARKUP)->step / 2)
    return FALSE;

  /* Translators: two percentages. */
  clash->sentence = g_strdup_printf (
    _ ("A price war of %s leaves next to nothing of a markup of %s."), war, markup);
  add_fix (clash, OB_PARAMETER_MARKUP, 0);
  return TRUE;
}

static gboolean
find_horizon (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  g_autofree char *horizon = format_value (inputs, OB_PARAMETER_HORIZON);
  g_autofree char *build = format_value (inputs, OB_PARAMETER_BUILD_YEARS);
  /* Long enough for what is bought last to be used up. */
  double whole = get_value (inputs, OB_PARAMETER_BUILD_YEARS)
                 + get_value (inputs, OB_PARAMETER_BUILD_TAPER)
                 + get_value (inputs, OB_PARAMETER_LIFESPAN);

  if (!exceeds (inputs, OB_PARAMETER_BUILD_YEARS, OB_PARAMETER_HORIZON))
    return FALSE;

  /* Translators: two lengths of time. */
  clash->sentence = g_strdup_printf (_ ("Cash is counted for %s, but the build-out goes on for %s: "
                                        "what is spent last has no time to pay back."),
                                     horizon, build);
  add_fix (clash, OB_PARAMETER_HORIZON,
           MIN (ob_warning_round_up (OB_PARAMETER_HORIZON, whole),
                ob_parameter_get_info (OB_PARAMETER_HORIZON)->maximum));
  return TRUE;
}

static gboolean
find_grid (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  double capex = get_value (inputs, OB_PARAMETER_CAPEX);
  double power = get_value (inputs, OB_PARAMETER_POWER_ADD);
  double cost = get_value (inputs, OB_PARAMETER_COST_PER_GW);
  double less = ob_warning_round_down (OB_PARAMETER_CAPEX, FIXED_ORDERS * power * cost);
  double more = ob_warning_round_up (OB_PARAMETER_POWER_ADD, capex / cost / FIXED_ORDERS);
  const ObParameterInfo *capex_info = ob_parameter_get_info (OB_PARAMETER_CAPEX);
  const ObParameterInfo *power_info = ob_parameter_get_info (OB_PARAMETER_POWER_ADD);
  g_autofree char *capex_text = format_value (inputs, OB_PARAMETER_CAPEX);
  g_autofree char *power_text = format_value (inputs, OB_PARAMETER_POWER_ADD);

  if (capex / cost <= MAX_ORDERS * power)
    return FALSE;

  /* Translators: spending a year and gigawatts a year. */
  clash->sentence = g_strdup_printf (
    _ ("Capex of %s buys more than twice the hardware that new power of %s can run."), capex_text,
    power_text);
  /* The shorter way along its slider first. */
  if ((capex - less) / capex_info->maximum < (more - power) / power_info->maximum)
    add_fix (clash, OB_PARAMETER_CAPEX, less);
  add_fix (clash, OB_PARAMETER_POWER_ADD, more);
  add_fix (clash, OB_PARAMETER_CAPEX, less);
  return TRUE;
}

static gboolean
find_reference_decline (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  const ObParameterInfo *info = ob_parameter_get_info (OB_PARAMETER_REFERENCE_DECLINE);
  double cheaper = MAX (1
                          - (1 + get_value (inputs, OB_PARAMETER_COST_GROWTH))
                              / (1 + get_value (inputs, OB_PARAMETER_EFFICIENCY_GROWTH)),
                        0);
  g_autofree char *price = format_value (inputs, OB_PARAMETER_REFERENCE_DECLINE);
  g_autofree char *cost = ob_quantity_format (OB_UNIT_RATE, round (cheaper * 100) / 100);

  if (get_value (inputs, OB_PARAMETER_REFERENCE_DECLINE) <= cheaper + MAX_DECLINE_GAP)
    return FALSE;

  /* Translators: two rates, in percent a year. */
  clash->sentence = g_strdup_printf (
    _ ("The reference price falls by %s, but the cost of compute only by %s."), price, cost);
  add_fix (clash, OB_PARAMETER_REFERENCE_DECLINE,
           MAX (ob_warning_round_down (OB_PARAMETER_REFERENCE_DECLINE, cheaper), info->minimum));
  return TRUE;
}

static gboolean
find_coverage (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  const ObParameterInfo *info = ob_parameter_get_info (OB_PARAMETER_COVERAGE_NOW);
  double seen = get_value (inputs, OB_PARAMETER_COVERAGE_NOW);
  double real = run->series[OB_SERIES_COVERAGE][0];
  double nearest = CLAMP (real, info->minimum, info->maximum);
  g_autofree char *seen_text = format_value (inputs, OB_PARAMETER_COVERAGE_NOW);
  g_autofree char *real_text = ob_quantity_format (info->unit, real);

  if (seen <= MAX_COVERAGE_FACTOR * nearest && nearest <= MAX_COVERAGE_FACTOR * seen)
    return FALSE;

  /* Translators: two ratios, "0.85×". */
  clash->sentence = g_strdup_printf (
    _ ("Investors see a coverage of %s at the start, but it is %s in the first quarter."),
    seen_text, real_text);
  add_fix (clash, OB_PARAMETER_COVERAGE_NOW,
           CLAMP (ob_warning_round_down (OB_PARAMETER_COVERAGE_NOW, nearest), info->minimum,
                  info->maximum));
  return TRUE;
}

/* The limit holds from the second quarter on, so the first shows the plan. */
static gboolean
find_funding (const ObInputs *inputs, const ObRun *run, ObWarningClash *clash)
{
  const double *growth = run->series[OB_SERIES_CAPEX_GROWTH_PART];
  const ObParameterInfo *info = ob_parameter_get_info (OB_PARAMETER_FUNDING_CAP);
  double capex = get_value (inputs, OB_PARAMETER_CAPEX);
  double cap = get_value (inputs, OB_PARAMETER_FUNDING_CAP);
  double paid = growth[0];
  g_autofree char *capex_text = format_value (inputs, OB_PARAMETER_CAPEX);
  g_autofree char *cap_text = format_value (inputs, OB_PARAMETER_FUNDING_CAP);
  g_autofree char *paid_text = NULL;

  for (guint i = 1; i < 4; i++)
    {
      if (run->binding[i] == OB_BINDING_MONEY)
        paid = MIN (paid, growth[i]);
    }
  if (paid >= MIN_FUNDED * growth[0])
    return FALSE;

  paid_text = ob_quantity_format (OB_UNIT_BILLION_PER_YEAR, paid);
  /* Translators: three amounts of money a year. */
  clash->sentence = g_strdup_printf (_ ("Capex of %s cannot be paid for: with a funding limit of "
                                        "%s it falls to %s in the first year."),
                                     capex_text, cap_text, paid_text);
  add_fix (clash, OB_PARAMETER_FUNDING_CAP,
           ob_warning_round_up (OB_PARAMETER_FUNDING_CAP, cap + growth[0] - paid));
  add_fix (clash, OB_PARAMETER_FUNDING_CAP, info->maximum);
  add_fix (clash, OB_PARAMETER_CAPEX,
           ob_warning_round_down (OB_PARAMETER_CAPEX, capex * paid / growth[0]));
  add_fix (clash, OB_PARAMETER_CAPEX,
           ob_warning_round_down (OB_PARAMETER_CAPEX, capex * paid / growth[0] / 2));
  return TRUE;
}

const ObWarningRule ob_warning_rules[OB_N_WARNING_RULES] = {
  { "book-life", OB_PARAMETER_BOOK_LIFE, OB_PARAMETER_LIFESPAN, find_book_life, FALSE },
  { "funding", OB_PARAMETER_CAPEX, OB_PARAMETER_FUNDING_CAP, find_funding, TRUE },
  { "grid", OB_PARAMETER_CAPEX, OB_PARAMETER_POWER_ADD, find_grid, FALSE },
  { "power-now", OB_PARAMETER_POWER_NOW, OB_N_PARAMETERS, find_power_now, TRUE },
  { "horizon", OB_PARAMETER_HORIZON, OB_PARAMETER_BUILD_YEARS, find_horizon, FALSE },
  { "pop-year", OB_PARAMETER_POP_YEAR, OB_PARAMETER_BUILD_YEARS, find_pop_year, FALSE },
  { "subsidy-floor", OB_PARAMETER_SUBSIDY_FLOOR, OB_PARAMETER_SUBSIDY, find_subsidy_floor, FALSE },
  { "markup", OB_PARAMETER_MARKUP, OB_PARAMETER_PRICE_WAR, find_markup, FALSE },
  { "reference-decline", OB_PARAMETER_REFERENCE_DECLINE, OB_PARAMETER_EFFICIENCY_GROWTH,
    find_reference_decline, FALSE },
  { "spend-growth", OB_PARAMETER_SPEND_GROWTH_LONG, OB_PARAMETER_SPEND_GROWTH, find_spend_growth,
    FALSE },
  { "elasticity", OB_PARAMETER_ELASTICITY_LONG, OB_PARAMETER_ELASTICITY_SHORT, find_elasticity,
    FALSE },
  { "training-share", OB_PARAMETER_TRAINING_SHARE_LONG, OB_PARAMETER_TRAINING_SHARE,
    find_training_share, FALSE },
  { "debt-rate", OB_PARAMETER_DEBT_RATE, OB_PARAMETER_WACC, find_debt_rate, FALSE },
  { "market-return", OB_PARAMETER_WACC, OB_PARAMETER_MARKET_RETURN, find_market_return, FALSE },
  { "coverage", OB_PARAMETER_COVERAGE_NOW, OB_N_PARAMETERS, find_coverage, TRUE },
};
