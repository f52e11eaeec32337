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

typedef struct
{
  guint n;
  double amount[OB_N_QUARTERS + 2];
  double time[OB_N_QUARTERS + 2];
} Flows;

static void
add_flow (Flows *flows, double amount, double time)
{
  flows->amount[flows->n] = amount;
  flows->time[flows->n] = time;
  flows->n++;
}

static guint
count_sign_changes (const Flows *flows)
{
  guint changes = 0;
  double before = 0;

  for (guint i = 0; i < flows->n; i++)
    {
      const double amount = flows->amount[i];

      if (amount == 0)
        continue;
      if (before != 0 && (amount > 0) != (before > 0))
        changes++;
      before = amount;
    }

  return changes;
}

static double
discount_all (double log_rate, gpointer user_data)
{
  const Flows *flows = user_data;
  /* Counted from the middle of the time span, so that neither end overflows at
   * a rate near -99% or 1000%: it scales the sum and leaves its root. */
  const double middle = flows->time[flows->n - 1] / 2;
  double sum = 0;

  for (guint i = 0; i < flows->n; i++)
    sum += flows->amount[i] * exp (-log_rate * (flows->time[i] - middle));

  return sum;
}

ObIrrState
ob_irr_find (const ObInputs *inputs, const ObRun *run, guint n_quarters, double *irr)
{
  Flows flows = { 0 };
  guint changes;
  double root;

  g_return_val_if_fail (n_quarters <= OB_N_QUARTERS, OB_IRR_NONE);

  add_flow (&flows, -inputs->value[OB_PARAMETER_SUNK] * run->metric[OB_METRIC_OPENING_BOOK], 0);
  for (guint i = 0; i < n_quarters; i++)
    add_flow (&flows, run->series[OB_SERIES_FCF][i] * QUARTER, (i + 0.5) * QUARTER);
  add_flow (&flows, run->metric[OB_METRIC_RESIDUAL], inputs->value[OB_PARAMETER_HORIZON]);

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
