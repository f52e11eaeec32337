/* ob-kernel-risk.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/* The bubble risk along a simulated path: three estimators of the same event,
 * pooled in log-odds. Included by ob-kernel.c only. */

#include "ob-kernel-quarter.h"

/* -ln(1-P) at run-ups of 0, 50, 100 and 150%: R. Greenwood, A. Shleifer and
 * Y. You, "Bubbles for Fama", 2019: a fall of 40% within two years follows
 * with P = 14, 20, 53 and 80%. */
#define VALUATION_NODE_0 0.15082288973458366
#define VALUATION_NODE_1 0.22314355131420971
#define VALUATION_NODE_2 0.75502258427803282
#define VALUATION_NODE_3 1.6094379124341003

OB_INLINE double
get_valuation_exponent (double runup)
{
  const double x = ob_clip (runup, 0, 1.5) * 2;
  const double low = VALUATION_NODE_0 + (VALUATION_NODE_1 - VALUATION_NODE_0) * x;
  const double middle = VALUATION_NODE_1 + (VALUATION_NODE_2 - VALUATION_NODE_1) * (x - 1);
  const double high = VALUATION_NODE_2 + (VALUATION_NODE_3 - VALUATION_NODE_2) * (x - 2);

  return x < 1 ? low : (x < 2 ? middle : high);
}

/* From 7% to 45% over three years: R. Greenwood, S. Hanson, A. Shleifer and
 * J. Sørensen, "Predictable Financial Crises", 2022. */
OB_INLINE double
get_credit_exponent (double external_share, double runup)
{
  return 2 * (0.0242 + 0.1751 * external_share * ob_clip (runup / 0.5, 0, 1));
}

/* ln(p/(1-p)) of p = 1 - e^-a. */
OB_INLINE double
get_logit_of_exponent (double a)
{
  return ob_log (1 - ob_exp (-a)) + a;
}

/* Works out the risk of the first @n quarters; that of quarter RISK_QUARTER is
 * put in @bubble_risk. Coverage must be known two years beyond, or to the end. */
OB_INLINE void
find_risk (State *s, int n, double *bubble_risk, Trace *trace)
{
  const Constants *constants = &s->constants;
  Lanes summed, seen;

  FOR_LANES
  {
    summed[l] = 0;
    seen[l] = 0;
  }

  for (int i = 0; i < n; i++)
    {
      const double ahead = get_mid_year (i) + 2;
      const double *later = s->coverage[MIN (i + AHEAD, OB_N_QUARTERS - 1)];

      FOR_LANES
      {
        const double runup = s->runup[i][l];
        const double valuation = get_valuation_exponent (runup);
        const double credit = get_credit_exponent (s->external_share[i][l], runup);
        const double promise =
          constants->log_promise[l] * (1 - ob_clip (ahead * constants->per_patience[l], 0, 1));
        const double short_of =
          (promise - ob_log (ob_max (later[l], 0.001))) / (P (COVERAGE_SIGMA)[l] * G_SQRT2);
        const double fundamental = ob_clip (ob_phi (short_of), 1e-4, 1 - 1e-4);
        const double part_valuation =
          constants->share_valuation[l] * get_logit_of_exponent (valuation);
        const double part_credit = constants->share_credit[l] * get_logit_of_exponent (credit);
        const double part_fundamental =
          constants->share_fundamental[l] * ob_log (fundamental / (1 - fundamental));
        const double part_circular = P (AMP_CIRCULAR)[l] * (P (CIRCULAR)[l] - 0.05);
        const double part_idle = P (AMP_IDLE)[l] * (s->idle[i][l] - 0.05);
        const double part_earnings =
          P (AMP_EARNINGS)[l] * ob_clip (s->earnings_gap[i][l], -0.5, 0.5);
        const double part_backstop = -P (AMP_BACKSTOP)[l] * P (BACKSTOP)[l];
        const double odds = ob_exp (part_valuation + part_credit + part_fundamental + part_circular
                                    + part_idle + part_earnings + part_backstop);
        /* The hazard is -ln(1-crash_2y)/2. */
        const double hazard = ob_log (1 + odds) / 2;
        const double fallen = ob_phi ((-s->drawdown[i][l] - 0.40) / 0.04);

        summed[l] += hazard * QUARTER;
        seen[l] = ob_max (seen[l], ob_max (fallen, s->schedule[i].popped[l]));
        TRACE (P_VALUATION, 1 - ob_exp (-valuation));
        TRACE (P_CREDIT, 1 - ob_exp (-credit));
        TRACE (P_FUNDAMENTAL, fundamental);
        TRACE (PART_VALUATION, part_valuation);
        TRACE (PART_CREDIT, part_credit);
        TRACE (PART_FUNDAMENTAL, part_fundamental);
        TRACE (PART_CIRCULAR, part_circular);
        TRACE (PART_IDLE, part_idle);
        TRACE (PART_EARNINGS, part_earnings);
        TRACE (PART_BACKSTOP, part_backstop);
        TRACE (CRASH_2Y, odds / (1 + odds));
        TRACE (CRASH_SEEN, seen[l]);
        TRACE (CRASH_CUMULATIVE, 1 - (1 - seen[l]) * ob_exp (-summed[l]));
      }

      if (i == RISK_QUARTER)
        FOR_LANES bubble_risk[l] = 1 - (1 - seen[l]) * ob_exp (-summed[l]);
    }
}
