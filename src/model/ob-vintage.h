/* ob-vintage.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

G_BEGIN_DECLS

/* The most quarters from order to retirement: the longest lag and the longest
 * life, and what fractions of quarters add. */
#define OB_VINTAGE_MAX_QUARTERS 56

/**
 * ObVintage:
 * @year: the calendar year of the order
 * @n: quarters from the order until nothing is left
 * @cost: what is paid at the order, $B
 * @cash: by age in quarters, $B in the quarter; the first is -@cost
 * @irr_state: whether there is an internal rate of return
 * @irr: that rate a year, or NaN
 * @npv: at wacc, seen from the order, $B
 * @payback: the age in quarters from which the sum of cash stays at 0 or above,
 *   or %OB_NEVER
 *
 * One gigawatt, ordered evenly over a year, on the prices of a run. It is too
 * small to move them, and has its power. It has the cost and the compute of
 * hardware that enters service build_lag after the order,
 *
 *     c = cost_per_gw (1 + cost_growth)^yo, A = h100e_per_gw (1 + efficiency_growth)^yo,
 *     yo = y - (build_lag - 0.75), y the middle of the quarter in which it does,
 *
 * is paid at the order, and serves for lifespan. With U = sold / compute, the
 * H100e-hours that a unit of compute sells a year, and base = full_cost / (1 + sga),
 * it earns at annual rates
 *
 *     running = A U (user_price (1 + internal_value) - sga base)
 *               - e (load_idle + (1 - load_idle) used)
 *     ebitda  = max(running, 0) - opex c          it is off where running does not pay
 *     ebit    = ebitda - it_share c / lifespan - (1 - it_share) c / shell_life
 *     cash    = ebitda - tax on ebit, with its own losses carried forward
 *
 * and leaves its shell, at book value, (1 - it_share) c (1 - lifespan / shell_life).
 * Fractions of quarters are dealt with as in the fleet of the run. Ages of the
 * four orders of the year are counted from each order.
 */
typedef struct
{
  int year;
  guint n;
  double cost;
  double cash[OB_VINTAGE_MAX_QUARTERS];
  ObIrrState irr_state;
  double irr;
  double npv;
  double payback;
} ObVintage;

/* How many of the projected years have vintages that live out their life before
 * the projection ends; later ones would need prices that nobody has computed. */
guint ob_vintage_get_n_years (const ObInputs *inputs);

/**
 * ob_vintage_init:
 * @inputs: what was run
 * @run: its run
 * @year: years since the start, less than ob_vintage_get_n_years()
 */
void ob_vintage_init (ObVintage *self, const ObInputs *inputs, const ObRun *run, guint year);

G_END_DECLS
