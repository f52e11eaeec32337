/* reference-model.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The model of docs/model.md once more, written down as plainly as it can be:
 * one scenario, double precision, the mathematical library, no tricks and
 * nothing of src/model. It is what the engine is checked against, and what its
 * speed is compared with. */

#pragma once

#include <stdbool.h>

#define REFERENCE_QUARTERS      80
#define REFERENCE_HISTORY_YEARS 40
/* Of the headline risk: five years. */
#define REFERENCE_RISK_QUARTERS 20

/* Every parameter, by its id. */
/* clang-format off */
#define REFERENCE_PARAMETERS(X) \
  X (capex) X (build_years) X (build_taper) X (capex_growth) X (fomo) X (entry) \
  X (build_lag) X (defer) X (funding_cap) X (pop_year) X (pop_capex_cut) X (pop_demand_cut) \
  X (pop_recovery) X (lifespan) X (book_life) X (shell_life) X (cost_per_gw) \
  X (cost_growth) X (it_share) X (h100e_per_gw) X (efficiency_growth) X (price_life) \
  X (power_add) X (power_now) X (electricity) X (load_idle) X (spend_now) X (spend_growth) \
  X (spend_growth_long) X (spend_fade) X (scaling) X (elasticity_short) X (elasticity_long) \
  X (elasticity_lag) X (past_subsidy) X (reference_price) X (reference_decline) X (subsidy) \
  X (subsidy_floor) X (subsidy_half_life) X (price_war) X (markup) X (pass_through) \
  X (scarcity) X (internal_value) X (utilisation) X (opex) X (training_share) \
  X (training_share_long) X (training_fade) X (sga) X (tax) X (wacc) X (core_cash) \
  X (core_growth) X (equity) X (debt_now) X (debt_rate) X (debt_term) X (circular) X (sunk) \
  X (horizon) X (runup_now) X (expect_lag) X (growth_half) X (market_return) X (patience) \
  X (coverage_now) X (coverage_sigma) X (backstop) X (weight_valuation) X (weight_credit) \
  X (weight_fundamental) X (amp_circular) X (amp_idle) X (amp_earnings) X (amp_backstop)
/* clang-format on */

/**
 * ReferenceInputs:
 * @n_years: years of history, 1 to %REFERENCE_HISTORY_YEARS
 * @history: capex of each of them, $B
 *
 * All that a run depends on, in the units of the model.
 */
typedef struct
{
#define X(id) double id;
  REFERENCE_PARAMETERS (X)
#undef X
  int n_years;
  double history[REFERENCE_HISTORY_YEARS];
} ReferenceInputs;

/**
 * ReferenceResult:
 *
 * The metrics, and the series that they take, by projected quarter.
 */
typedef struct
{
  double npv;
  double pv_capex;
  double bubble_risk;
  double opening_book;
  double residual;
  double revenue[REFERENCE_QUARTERS];
  double capex[REFERENCE_QUARTERS];
  double fcf[REFERENCE_QUARTERS];
  double coverage[REFERENCE_QUARTERS];
  double external_share[REFERENCE_QUARTERS];
  double stranded[REFERENCE_QUARTERS];
  double installed[REFERENCE_QUARTERS];
  double depreciation[REFERENCE_QUARTERS];
  double depreciation_book[REFERENCE_QUARTERS];
  double net_book[REFERENCE_QUARTERS];
  double index[REFERENCE_QUARTERS];
  double popped[REFERENCE_QUARTERS];
  double crash_2y[REFERENCE_QUARTERS];
  double crash_cumulative[REFERENCE_QUARTERS];
} ReferenceResult;

/* Returns false if there is no parameter @id. */
bool reference_inputs_set (ReferenceInputs *inputs, const char *id, double value);

/* Every parameter and the history must have been set, within their ranges. The
 * bubble risk takes crash_2y and crash_cumulative of REFERENCE_RISK_QUARTERS;
 * @n_risk is how many of them are wanted, that many or more. */
void reference_run (const ReferenceInputs *inputs, int n_risk, ReferenceResult *result);
