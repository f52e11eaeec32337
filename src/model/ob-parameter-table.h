/* ob-parameter-table.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parameter table: the one place where a parameter is defined. The enum,
 * the struct, the scenario file, the command line, the slider rows, the
 * documentation and the tests are all driven by it.
 *
 * OB_PARAMETER (NAME, id, GROUP, UNIT, default, minimum, maximum, step, SCALE,
 *               label, description)
 *
 * Values are in model units: shares and rates are fractions. Rows stand in the
 * order in which they are shown within their group.
 */

/* clang-format off */

/* Build-out */
OB_PARAMETER (CAPEX, "capex", BUILD_OUT, BILLION_PER_YEAR, 770, 0, 1500, 10, LINEAR,
              NC_ ("parameter", "Capex"),
              N_ ("Growth capex in the first year; replacement comes on top."))
OB_PARAMETER (BUILD_YEARS, "build_years", BUILD_OUT, YEAR, 6, 1, 12, 0.25, LINEAR,
              NC_ ("parameter", "Build-out length"),
              N_ ("Years until the build-out starts to taper."))
OB_PARAMETER (BUILD_TAPER, "build_taper", BUILD_OUT, YEAR, 3, 0.5, 8, 0.25, LINEAR,
              NC_ ("parameter", "Taper"),
              N_ ("Years the build-out takes to taper to nothing."))
OB_PARAMETER (CAPEX_GROWTH, "capex_growth", BUILD_OUT, RATE, 0.05, -0.2, 0.4, 0.01, LINEAR,
              NC_ ("parameter", "Capex growth"),
              N_ ("Yearly growth of capex while the boom lasts."))
OB_PARAMETER (FOMO, "fomo", BUILD_OUT, SHARE, 0.85, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "Fear of missing out"),
              /* xgettext:no-c-format */
              N_ ("At 0 % spending follows returns, at 100 % it ignores them."))
OB_PARAMETER (ENTRY, "entry", BUILD_OUT, SHARE, 1, 0, 2, 0.01, LINEAR,
              NC_ ("parameter", "Reinvested excess profit"),
              N_ ("Part of profits above the cost of capital that is ploughed back into more capacity."))
OB_PARAMETER (BUILD_LAG, "build_lag", BUILD_OUT, YEAR, 0.75, 0.25, 3, 0.05, LINEAR,
              NC_ ("parameter", "Build lag"),
              N_ ("Time from spending to service."))
OB_PARAMETER (DEFER, "defer", BUILD_OUT, SHARE, 0, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "Deferred orders"),
              N_ ("Orders postponed when power is short; the rest stands stranded."))
OB_PARAMETER (FUNDING_CAP, "funding_cap", BUILD_OUT, BILLION_PER_YEAR, 400, 0, 1500, 10, LINEAR,
              NC_ ("parameter", "Funding limit"),
              N_ ("Outside money available beyond own cash."))
OB_PARAMETER (POP_YEAR, "pop_year", BUILD_OUT, YEAR, 0, 0, 12, 0.25, LINEAR,
              NC_ ("parameter", "Break of confidence"),
              N_ ("Years from the start until confidence breaks; 0 means never."))
OB_PARAMETER (POP_CAPEX_CUT, "pop_capex_cut", BUILD_OUT, SHARE, 0.6, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "Capex lost at the break"),
              N_ ("Share of growth capex lost when confidence breaks."))
OB_PARAMETER (POP_DEMAND_CUT, "pop_demand_cut", BUILD_OUT, SHARE, 0.3, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "Demand lost at the break"),
              N_ ("Share of demand lost when confidence breaks."))
OB_PARAMETER (POP_RECOVERY, "pop_recovery", BUILD_OUT, YEAR, 3, 0.5, 10, 0.25, LINEAR,
              NC_ ("parameter", "Recovery time"),
              N_ ("Time constant of the recovery after the break."))

/* Hardware */
OB_PARAMETER (LIFESPAN, "lifespan", HARDWARE, YEAR, 5, 2, 10, 0.1, LINEAR,
              NC_ ("parameter", "Hardware lifespan"),
              N_ ("Useful life of IT hardware: depreciation and retirement."))
OB_PARAMETER (BOOK_LIFE, "book_life", HARDWARE, YEAR, 6, 2, 10, 0.1, LINEAR,
              NC_ ("parameter", "Accounting life"),
              N_ ("Hardware life used in the published accounts."))
OB_PARAMETER (SHELL_LIFE, "shell_life", HARDWARE, YEAR, 20, 12, 30, 0.5, LINEAR,
              NC_ ("parameter", "Building life"),
              N_ ("Life of buildings and power gear."))
OB_PARAMETER (COST_PER_GW, "cost_per_gw", HARDWARE, BILLION_PER_GW, 36.5, 15, 60, 0.5, LINEAR,
              NC_ ("parameter", "Cost of a gigawatt"),
              N_ ("All-in cost of 1 GW of data centre at the start."))
OB_PARAMETER (COST_GROWTH, "cost_growth", HARDWARE, RATE, 0.07, -0.03, 0.15, 0.005, LINEAR,
              NC_ ("parameter", "Cost drift"),
              N_ ("Yearly drift of the cost of a gigawatt."))
OB_PARAMETER (IT_SHARE, "it_share", HARDWARE, SHARE, 0.6, 0.5, 0.7, 0.005, LINEAR,
              NC_ ("parameter", "IT share of cost"),
              N_ ("Short-lived IT part of the cost of a gigawatt."))
OB_PARAMETER (H100E_PER_GW, "h100e_per_gw", HARDWARE, H100E_PER_GW, 1.49, 0.2, 4, 0.01, LOG,
              NC_ ("parameter", "Compute of a gigawatt"),
              N_ ("Compute of one gigawatt bought at the start, in H100 equivalents."))
OB_PARAMETER (EFFICIENCY_GROWTH, "efficiency_growth", HARDWARE, RATE, 0.42, 0.1, 0.7, 0.01, LINEAR,
              NC_ ("parameter", "Efficiency growth"),
              N_ ("More compute per gigawatt each year."))
OB_PARAMETER (PRICE_LIFE, "price_life", HARDWARE, YEAR, 5, 3, 8, 0.1, LINEAR,
              NC_ ("parameter", "Life assumed in prices"),
              N_ ("Hardware life that price-setters assume."))

/* Power */
OB_PARAMETER (POWER_ADD, "power_add", POWER, GW_PER_YEAR, 16, 0, 40, 0.5, LINEAR,
              NC_ ("parameter", "New power"),
              N_ ("Power newly available to AI each year."))
OB_PARAMETER (POWER_NOW, "power_now", POWER, GW, 28, 5, 60, 0.5, LINEAR,
              NC_ ("parameter", "Power at the start"),
              N_ ("Power available to AI at the start."))
OB_PARAMETER (ELECTRICITY, "electricity", POWER, DOLLAR_PER_MWH, 70, 30, 150, 1, LINEAR,
              NC_ ("parameter", "Electricity price"),
              N_ ("Price of a megawatt-hour at the meter."))
OB_PARAMETER (LOAD_IDLE, "load_idle", POWER, SHARE, 0.3, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "Idle draw"),
              N_ ("Power drawn by an idle gigawatt."))

/* Market */
OB_PARAMETER (SPEND_NOW, "spend_now", MARKET, BILLION_PER_YEAR, 225, 10, 700, 5, LINEAR,
              NC_ ("parameter", "Customer spending"),
              N_ ("What customers would spend at the reference price, at the start."))
OB_PARAMETER (SPEND_GROWTH, "spend_growth", MARKET, RATE, 0.75, 0, 1.7, 0.01, LINEAR,
              NC_ ("parameter", "Spending growth now"),
              N_ ("Yearly growth of customer spending at the start."))
OB_PARAMETER (SPEND_GROWTH_LONG, "spend_growth_long", MARKET, RATE, 0.08, 0, 0.16, 0.005, LINEAR,
              NC_ ("parameter", "Spending growth later"),
              N_ ("Yearly growth of customer spending in the long run."))
OB_PARAMETER (SPEND_FADE, "spend_fade", MARKET, YEAR, 2.2, 1, 4, 0.1, LINEAR,
              NC_ ("parameter", "Growth fade"),
              N_ ("Time constant from today's growth to long-run growth."))
OB_PARAMETER (SCALING, "scaling", MARKET, PER_DECADE, 0.15, 0, 0.4, 0.01, LINEAR,
              NC_ ("parameter", "Scaling gain"),
              N_ ("Extra demand for every tenfold of training compute."))
OB_PARAMETER (ELASTICITY_SHORT, "elasticity_short", MARKET, NUMBER, 0.7, 0.4, 1.2, 0.01, LINEAR,
              NC_ ("parameter", "Short-run elasticity"),
              N_ ("Price elasticity of demand within the year."))
OB_PARAMETER (ELASTICITY_LONG, "elasticity_long", MARKET, NUMBER, 1.1, 0.6, 1.8, 0.01, LINEAR,
              NC_ ("parameter", "Long-run elasticity"),
              N_ ("Price elasticity of demand after habits adjust."))
OB_PARAMETER (ELASTICITY_LAG, "elasticity_lag", MARKET, YEAR, 2, 0.5, 5, 0.1, LINEAR,
              NC_ ("parameter", "Habit lag"),
              N_ ("Time constant of habits."))
OB_PARAMETER (PAST_SUBSIDY, "past_subsidy", MARKET, SHARE, 0.4, 0, 0.9, 0.01, LINEAR,
              NC_ ("parameter", "Past subsidy"),
              N_ ("Subsidy customers were used to before the start."))
OB_PARAMETER (REFERENCE_PRICE, "reference_price", MARKET, PRICE, 3.2, 0.1, 15, 0.05, LOG,
              NC_ ("parameter", "Reference price"),
              N_ ("Price at which customer spending is defined, training and overhead included."))
OB_PARAMETER (REFERENCE_DECLINE, "reference_decline", MARKET, RATE, 0.27, 0.1, 0.5, 0.01, LINEAR,
              NC_ ("parameter", "Reference price decline"),
              N_ ("Yearly fall of the reference price."))

/* Pricing */
OB_PARAMETER (SUBSIDY, "subsidy", PRICING, SHARE, 0.4, 0, 0.9, 0.01, LINEAR,
              NC_ ("parameter", "Price subsidy"),
              N_ ("Part of the price that is not charged, at the start."))
OB_PARAMETER (SUBSIDY_FLOOR, "subsidy_floor", PRICING, SHARE, 0, 0, 0.9, 0.01, LINEAR,
              NC_ ("parameter", "Lasting subsidy"),
              N_ ("Part of the subsidy that never goes away."))
OB_PARAMETER (SUBSIDY_HALF_LIFE, "subsidy_half_life", PRICING, YEAR, 6, 0.25, 100, 0.25, LOG,
              NC_ ("parameter", "Subsidy half-life"),
              N_ ("Half-life of the rest of the subsidy."))
OB_PARAMETER (PRICE_WAR, "price_war", PRICING, SHARE, 0.5, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "Price war"),
              N_ ("At 0 % list prices hold in a glut, at 100 % rivals cut to the clearing price."))
OB_PARAMETER (MARKUP, "markup", PRICING, SHARE, 0.25, 0, 0.6, 0.01, LINEAR,
              NC_ ("parameter", "Markup"),
              N_ ("Pricing power over full cost without a price war."))
OB_PARAMETER (PASS_THROUGH, "pass_through", PRICING, SHARE, 0.5, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "Cost pass-through"),
              N_ ("Own cost differences passed on to prices."))
OB_PARAMETER (SCARCITY, "scarcity", PRICING, SHARE, 0.5, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "Scarcity pricing"),
              N_ ("How far a shortage is priced rather than rationed."))
OB_PARAMETER (INTERNAL_VALUE, "internal_value", PRICING, SHARE, 0.35, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "Internal value"),
              N_ ("Value to the owners' own products per dollar of revenue."))

/* Running costs */
OB_PARAMETER (UTILISATION, "utilisation", RUNNING_COSTS, SHARE, 0.72, 0.4, 0.9, 0.01, LINEAR,
              NC_ ("parameter", "Utilisation"),
              N_ ("Sellable share of installed hours."))
OB_PARAMETER (OPEX, "opex", RUNNING_COSTS, RATE, 0.03, 0, 0.08, 0.001, LINEAR,
              NC_ ("parameter", "Upkeep"),
              N_ ("Upkeep a year per dollar of assets."))
OB_PARAMETER (TRAINING_SHARE, "training_share", RUNNING_COSTS, SHARE, 0.45, 0.1, 0.7, 0.01, LINEAR,
              NC_ ("parameter", "Training share now"),
              N_ ("Compute spent on training now."))
OB_PARAMETER (TRAINING_SHARE_LONG, "training_share_long", RUNNING_COSTS, SHARE, 0.26, 0.05, 0.5, 0.01, LINEAR,
              NC_ ("parameter", "Training share later"),
              N_ ("Compute spent on training in the long run."))
OB_PARAMETER (TRAINING_FADE, "training_fade", RUNNING_COSTS, YEAR, 4, 0.5, 15, 0.1, LINEAR,
              NC_ ("parameter", "Training fade"),
              N_ ("Time constant from today's training share to the long-run one."))
OB_PARAMETER (SGA, "sga", RUNNING_COSTS, SHARE, 0.25, 0, 0.5, 0.01, LINEAR,
              NC_ ("parameter", "Staff and selling"),
              N_ ("Staff and selling cost over compute cost."))
OB_PARAMETER (TAX, "tax", RUNNING_COSTS, SHARE, 0.21, 0, 0.4, 0.01, LINEAR,
              NC_ ("parameter", "Tax rate"),
              N_ ("Tax on profits after losses carried forward."))

/* Finance */
OB_PARAMETER (WACC, "wacc", FINANCE, RATE, 0.1, 0.05, 0.18, 0.0025, LINEAR,
              NC_ ("parameter", "Cost of capital"),
              N_ ("Return that lenders and owners require."))
OB_PARAMETER (CORE_CASH, "core_cash", FINANCE, BILLION_PER_YEAR, 300, 0, 800, 10, LINEAR,
              NC_ ("parameter", "Core business cash"),
              N_ ("Cash the parents' core businesses put in."))
OB_PARAMETER (CORE_GROWTH, "core_growth", FINANCE, RATE, 0.06, -0.1, 0.2, 0.01, LINEAR,
              NC_ ("parameter", "Core cash growth"),
              N_ ("Yearly growth of the core businesses' cash."))
OB_PARAMETER (EQUITY, "equity", FINANCE, BILLION_PER_YEAR, 100, 0, 500, 5, LINEAR,
              NC_ ("parameter", "New equity"),
              N_ ("New outside equity."))
OB_PARAMETER (DEBT_NOW, "debt_now", FINANCE, BILLION, 250, 0, 1000, 10, LINEAR,
              NC_ ("parameter", "AI debt at the start"),
              N_ ("AI debt outstanding at the start."))
OB_PARAMETER (DEBT_RATE, "debt_rate", FINANCE, RATE, 0.07, 0, 0.2, 0.0025, LINEAR,
              NC_ ("parameter", "Interest rate"),
              N_ ("Interest on AI debt."))
OB_PARAMETER (DEBT_TERM, "debt_term", FINANCE, YEAR, 7, 2, 20, 0.5, LINEAR,
              NC_ ("parameter", "Debt term"),
              N_ ("Average repayment time of debt."))
OB_PARAMETER (CIRCULAR, "circular", FINANCE, SHARE, 0.1, 0, 0.6, 0.01, LINEAR,
              NC_ ("parameter", "Circular money"),
              N_ ("Customers' money that comes from their own suppliers; gone after a break."))
OB_PARAMETER (SUNK, "sunk", FINANCE, SWITCH, 1, 0, 1, 1, LINEAR,
              NC_ ("parameter", "Count what already stands"),
              N_ ("Whether what is already standing counts, at book value."))
OB_PARAMETER (HORIZON, "horizon", FINANCE, YEAR, 20, 5, 20, 0.25, LINEAR,
              NC_ ("parameter", "Horizon"),
              N_ ("Years of cash flow counted."))

/* Bubble */
OB_PARAMETER (RUNUP_NOW, "runup_now", BUBBLE, RATIO, 1.2, -0.3, 3, 0.05, LINEAR,
              NC_ ("parameter", "Run-up of shares"),
              N_ ("Two-year run-up of AI shares, net of the market, at the start."))
OB_PARAMETER (EXPECT_LAG, "expect_lag", BUBBLE, YEAR, 1.5, 0.5, 5, 0.1, LINEAR,
              NC_ ("parameter", "Expectation lag"),
              N_ ("How fast investors revise the growth they expect."))
OB_PARAMETER (GROWTH_HALF, "growth_half", BUBBLE, YEAR, 3, 0, 6, 0.1, LINEAR,
              NC_ ("parameter", "Growth half-life"),
              N_ ("Half-life of growth in investors' valuation."))
OB_PARAMETER (MARKET_RETURN, "market_return", BUBBLE, RATE, 0.07, 0, 0.12, 0.0025, LINEAR,
              NC_ ("parameter", "Market return"),
              N_ ("Market return that is netted out."))
OB_PARAMETER (PATIENCE, "patience", BUBBLE, YEAR, 6, 2, 12, 0.25, LINEAR,
              NC_ ("parameter", "Patience"),
              N_ ("Years investors give coverage to reach one."))
OB_PARAMETER (COVERAGE_NOW, "coverage_now", BUBBLE, RATIO, 0.85, 0.3, 1.2, 0.01, LINEAR,
              NC_ ("parameter", "Coverage at the start"),
              N_ ("Coverage of the capital charge that investors see at the start."))
OB_PARAMETER (COVERAGE_SIGMA, "coverage_sigma", BUBBLE, SHARE, 0.3, 0.15, 0.6, 0.01, LINEAR,
              NC_ ("parameter", "Coverage spread"),
              N_ ("Spread of coverage outcomes per root year."))
OB_PARAMETER (BACKSTOP, "backstop", BUBBLE, SHARE, 0, 0, 1, 0.01, LINEAR,
              NC_ ("parameter", "State backstop"),
              N_ ("Rescue expected from the state: lowers risk, and lets spending ignore returns."))
OB_PARAMETER (WEIGHT_VALUATION, "weight_valuation", BUBBLE, NUMBER, 1, 0, 3, 0.05, LINEAR,
              NC_ ("parameter", "Weight of valuation"),
              N_ ("Pool weight of the valuation estimator. Our judgement."))
OB_PARAMETER (WEIGHT_CREDIT, "weight_credit", BUBBLE, NUMBER, 0.7, 0, 3, 0.05, LINEAR,
              NC_ ("parameter", "Weight of credit"),
              N_ ("Pool weight of the credit estimator; its event is a financial crisis, so less than 1."))
OB_PARAMETER (WEIGHT_FUNDAMENTAL, "weight_fundamental", BUBBLE, NUMBER, 1, 0, 3, 0.05, LINEAR,
              NC_ ("parameter", "Weight of fundamentals"),
              N_ ("Pool weight of the fundamentals estimator. Our judgement."))
OB_PARAMETER (AMP_CIRCULAR, "amp_circular", BUBBLE, LOG_ODDS, 1.5, 0, 4, 0.05, LINEAR,
              NC_ ("parameter", "Effect of circular money"),
              N_ ("Log-odds of a crash added per unit of circular money above 5 %."))
OB_PARAMETER (AMP_IDLE, "amp_idle", BUBBLE, LOG_ODDS, 1.2, 0, 4, 0.05, LINEAR,
              NC_ ("parameter", "Effect of idle capacity"),
              N_ ("Log-odds of a crash added per unit of stranded capacity above 5 %."))
OB_PARAMETER (AMP_EARNINGS, "amp_earnings", BUBBLE, LOG_ODDS, 1.2, 0, 4, 0.05, LINEAR,
              NC_ ("parameter", "Effect of flattered earnings"),
              N_ ("Log-odds of a crash added per unit of depreciation missing from the accounts."))
OB_PARAMETER (AMP_BACKSTOP, "amp_backstop", BUBBLE, LOG_ODDS, 1, 0, 4, 0.05, LINEAR,
              NC_ ("parameter", "Effect of the backstop"),
              N_ ("Log-odds of a crash taken away by a full state backstop."))
