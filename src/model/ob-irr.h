/* ob-irr.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

G_BEGIN_DECLS

/**
 * ob_irr_find:
 * @run: a run whose free cash flow, opening book value and residual are known
 * @n_quarters: how many quarters are counted
 * @irr: (out): the rate a year, or NaN
 *
 * The internal rate of return of the flows -sunk x opening book at time 0,
 * free cash flow at mid-quarters and the residual at the horizon. It is
 * reported only when the flows change sign once: with more changes there can
 * be several rates, and none is picked.
 */
ObIrrState ob_irr_find (const ObInputs *inputs, const ObRun *run, guint n_quarters, double *irr);

/**
 * ob_irr_find_flows:
 * @opening: at time 0
 * @quarter: (array length=n_quarters): in the middle of each quarter
 * @closing: at the horizon
 * @horizon: years
 * @irr: (out): the rate a year, or NaN
 *
 * The same for flows of any kind.
 */
ObIrrState ob_irr_find_flows (double opening,
                              const double *quarter,
                              guint n_quarters,
                              double closing,
                              double horizon,
                              double *irr);

G_END_DECLS
