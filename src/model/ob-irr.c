/* ob-irr.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-irr.h"

#include "ob-root.h"

#include <math.h>

#define QUARTER      0.25
#define LOWEST_RATE  (-0.99)
#define HIGHEST_RATE 10.0

/* Flows at the start, in the middle of each quarter and at the horizon. */
typedef struct
{
  guint n; /* quarters */
  double opening;
  const double *quarter;
  double closing;
  double horizon; /* years */
} Flows;

static void
follow_sign (double amount, double *before, guint *changes)
{
  if (amount == 0)
    return;
  if (*before != 0 && (amount > 0) != (*before > 0))
    (*changes)++;
  *before = amount;
}

static guint
count_sign_changes (const Flows *flows)
{
  guint changes = 0;
  double before = 0;

  follow_sign (flows->opening, &before, &changes);
  for (guint i = 0; i < flows->n; i++)
    follow_sign (flows->quarter[i], &before, &changes);
  follow_sign (flows->closing, &before, &changes);

  return changes;
}

static double
discount_all (double log_rate, gpointer user_data)
{
  const Flows *flows = user_data;
  /* Counted from the middle of the time span, so that neither end overflows at
   * a rate near -99% or 1000%: it scales the sum and leaves its root. */
  const double middle = flows->horizon / 2;
  const double step = exp (-log_rate * QUARTER);
  double factor = exp (-log_rate * (0.5 * QUARTER - middle));
  double sum = flows->opening * exp (log_rate * middle);

  for (guint i = 0; i < flows->n; i++)
    {
      sum += flows->quarter[i] * factor;
      factor *= step;
    }

  return sum + flows->closing * exp (-log_rate * (flows->horizon - middle));
}

ObIrrState
ob_irr_find_flows (double opening,
                   const double *quarter,
                   guint n_quarters,
                   double closing,
                   double horizon,
                   double *irr)
{
  Flows flows = { n_quarters, opening, quarter, closing, horizon };
  guint changes;
  double root;

  g_return_val_if_fail (quarter != NULL && irr != NULL, OB_IRR_NONE);

  *irr = NAN;
  changes = count_sign_changes (&flows);
  if (changes > 1)
    return OB_IRR_SEVERAL;
  if (changes == 0
      || !ob_root_find (discount_all, &flows, log1p (LOWEST_RATE), log1p (HIGHEST_RATE), 0, &root))
    return OB_IRR_NONE;

  *irr = expm1 (root);
  return OB_IRR_FOUND;
}

ObIrrState
ob_irr_find (const ObInputs *inputs, const ObRun *run, guint n_quarters, double *irr)
{
  double quarter[OB_N_QUARTERS];

  g_return_val_if_fail (n_quarters <= OB_N_QUARTERS, OB_IRR_NONE);

  for (guint i = 0; i < n_quarters; i++)
    quarter[i] = run->series[OB_SERIES_FCF][i] * QUARTER;

  return ob_irr_find_flows (-inputs->value[OB_PARAMETER_SUNK] * run->metric[OB_METRIC_OPENING_BOOK],
                            quarter, n_quarters, run->metric[OB_METRIC_RESIDUAL],
                            inputs->value[OB_PARAMETER_HORIZON], irr);
}
