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

/* Works out the risk of the first @n quarters; that of quarter RISK_QUARTER is
 * put in @bubble_risk. Coverage must be known two years beyond, or to the end.
 * The odds of p = 1 - e^-a are e^a - 1. Chances of no crash are multiplied, and
 * turned into a sum of logarithms before the product can overflow. */
OB_INLINE void
find_risk (State *s, int n, double *bubble_risk, ObKernelDepth depth)
{
  const Constants *constants = &s->constants;
  const int factors = RISK_QUARTER + 1;
  Lanes summed, product, worst, amplifiers;
  Lanes valuation, credit, fundamental, odds;

  FOR_LANES
  {
    summed[l] = 0;
    product[l] = 1;
    worst[l] = 0;
    amplifiers[l] =
      P (AMP_CIRCULAR)[l] * (P (CIRCULAR)[l] - 0.05) - P (AMP_BACKSTOP)[l] * P (BACKSTOP)[l];
  }

  for (int i = 0; i < n; i++)
    {
      const double ahead = get_mid_year (i) + 2;
      const double *later = s->log_coverage[MIN (i + AHEAD, OB_N_QUARTERS - 1)];

      FOR_LANES valuation[l] = ob_log_expm1 (get_valuation_exponent (s->runup[i][l]));
      FOR_LANES credit[l] =
        ob_log_expm1 (get_credit_exponent (s->external_share[i][l], s->runup[i][l]));
      FOR_LANES
      {
        const double promise =
          constants->log_promise[l] * (1 - ob_clip (ahead * constants->per_patience[l], 0, 1));

        fundamental[l] = ob_logit_phi ((promise - later[l]) * constants->per_spread[l]);
      }
      FOR_LANES
      {
        const double part_valuation = constants->share_valuation[l] * valuation[l];
        const double part_credit = constants->share_credit[l] * credit[l];
        const double part_fundamental = constants->share_fundamental[l] * fundamental[l];
        const double part_idle = P (AMP_IDLE)[l] * (s->idle[i][l] - 0.05);
        const double part_earnings =
          P (AMP_EARNINGS)[l] * ob_clip (s->earnings_gap[i][l], -0.5, 0.5);

        odds[l] = ob_exp (part_valuation + part_credit + part_fundamental + part_idle
                          + part_earnings + amplifiers[l]);
        worst[l] = ob_min (worst[l], s->drawdown[i][l]);
        TRACE (PART_VALUATION, part_valuation);
        TRACE (PART_CREDIT, part_credit);
        TRACE (PART_FUNDAMENTAL, part_fundamental);
        TRACE (PART_IDLE, part_idle);
        TRACE (PART_EARNINGS, part_earnings);
      }
      FOR_LANES product[l] *= 1 + odds[l];

      if (depth >= OB_KERNEL_RISK || i == RISK_QUARTER)
        FOR_LANES
        {
          /* The hazard is -ln(1-crash_2y)/2, so a quarter leaves (1+odds)^(-h/2). */
          const double left = ob_exp ((summed[l] + ob_log (product[l])) * (-QUARTER / 2));
          const double fallen = ob_phi ((-worst[l] - 0.40) / 0.04);
          const double seen = s->breaks ? ob_max (fallen, s->annex[i].popped[l]) : fallen;
          const double risk = 1 - (1 - seen) * left;

          if (i == RISK_QUARTER)
            bubble_risk[l] = risk;
          TRACE (P_VALUATION, 1 - ob_exp (-get_valuation_exponent (s->runup[i][l])));
          TRACE (P_CREDIT,
                 1 - ob_exp (-get_credit_exponent (s->external_share[i][l], s->runup[i][l])));
          TRACE (P_FUNDAMENTAL, 1 / (1 + ob_exp (-fundamental[l])));
          TRACE (PART_CIRCULAR, P (AMP_CIRCULAR)[l] * (P (CIRCULAR)[l] - 0.05));
          TRACE (PART_BACKSTOP, -P (AMP_BACKSTOP)[l] * P (BACKSTOP)[l]);
          TRACE (CRASH_2Y, odds[l] / (1 + odds[l]));
          TRACE (CRASH_SEEN, seen);
          TRACE (CRASH_CUMULATIVE, risk);
        }

      if (i % factors == factors - 1)
        FOR_LANES
        {
          summed[l] += ob_log (product[l]);
          product[l] = 1;
        }
    }
}
