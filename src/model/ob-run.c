/* ob-run.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-run.h"

#include "ob-engine.h"
#include "ob-irr.h"
#include "ob-phase.h"

#include <math.h>

#define QUARTER 0.25
/* Five years and the quarter of the headline risk. */
#define FIVE_YEARS 20

static double
get_peak (const double *values)
{
  double peak = values[0];

  for (guint i = 1; i < OB_N_QUARTERS; i++)
    peak = MAX (peak, values[i]);

  return peak;
}

double
ob_run_find_payback (const double *sums, gsize stride, guint n)
{
  guint first = n;

  while (first > 0 && sums[(first - 1) * stride] >= 0)
    first--;

  return first < n ? first : OB_NEVER;
}

guint
ob_run_get_n_counted (double horizon)
{
  return MIN ((guint) (horizon / QUARTER + 0.5), OB_N_QUARTERS);
}

static double
find_discounted_payback (const ObInputs *inputs, const ObRun *run, guint n)
{
  const double wacc = inputs->value[OB_PARAMETER_WACC];
  const double step = pow (1 + wacc, -QUARTER);
  double discount = pow (1 + wacc, -0.5 * QUARTER);
  double sums[OB_N_QUARTERS];
  double sum = -inputs->value[OB_PARAMETER_SUNK] * run->metric[OB_METRIC_OPENING_BOOK];

  for (guint i = 0; i < n; i++)
    {
      sum += run->series[OB_SERIES_FCF][i] * QUARTER * discount;
      sums[i] = sum;
      discount *= step;
    }

  return ob_run_find_payback (sums, 1, n);
}

static double
find_first_stranded (const double *over)
{
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      if (over[i] > 0.01)
        return i;
    }

  return OB_NEVER;
}

static void
summarise (const ObInputs *inputs, const double *over, ObRun *run)
{
  const guint n = ob_run_get_n_counted (inputs->value[OB_PARAMETER_HORIZON]);
  double *metric = run->metric;
  double revenue = 0;

  for (guint i = 0; i < FIVE_YEARS; i++)
    revenue += run->series[OB_SERIES_REVENUE][i] * QUARTER;

  metric[OB_METRIC_PAYBACK] = ob_run_find_payback (run->series[OB_SERIES_CUMULATIVE_CASH], 1, n);
  metric[OB_METRIC_DISCOUNTED_PAYBACK] = find_discounted_payback (inputs, run, n);
  metric[OB_METRIC_PEAK_CRASH_2Y] = get_peak (run->series[OB_SERIES_CRASH_2Y]);
  metric[OB_METRIC_PEAK_EXTERNAL] = get_peak (run->series[OB_SERIES_EXTERNAL]);
  metric[OB_METRIC_PEAK_DEBT] = get_peak (run->series[OB_SERIES_DEBT]);
  metric[OB_METRIC_FIRST_STRANDED] = find_first_stranded (over);
  metric[OB_METRIC_REVENUE_5Y] = revenue;
  run->irr_state = ob_irr_find (inputs, run, n, &metric[OB_METRIC_IRR]);
}

/* Copies what the first lane did in one quarterly row after the other. */
static void
copy_row (const double *trace, guint row, guint lanes, double *out)
{
  const double *from = trace + (gsize) row * OB_N_QUARTERS * lanes;

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    out[i] = from[i * lanes];
}

void
ob_run (const ObInputs *inputs, ObRun *run)
{
  const ObKernel *kernel = ob_engine_get_narrow_kernel ();
  double npv[OB_KERNEL_MAX_LANES], pv_capex[OB_KERNEL_MAX_LANES], risk[OB_KERNEL_MAX_LANES];
  double opening_book[OB_KERNEL_MAX_LANES], residual[OB_KERNEL_MAX_LANES];
  double over[OB_N_QUARTERS], cut[OB_N_QUARTERS];
  const ObKernelOutput output = { npv, pv_capex, risk, opening_book, residual };
  const double *trace;
  gpointer scratch;

  g_return_if_fail (inputs != NULL && run != NULL);
  g_return_if_fail (inputs->history.n_years >= 1
                    && inputs->history.n_years <= OB_HISTORY_MAX_YEARS);

  scratch = ob_engine_take_scratch (kernel);
  kernel->set_base (scratch, inputs);
  trace = kernel->run_traced (scratch, &output, OB_KERNEL_ALL);

  run->start_year = ob_inputs_get_start_year (inputs);
  for (guint k = 0; k < OB_N_SERIES; k++)
    copy_row (trace, k, kernel->lanes, run->series[k]);
  copy_row (trace, OB_TRACE_OVER, kernel->lanes, over);
  copy_row (trace, OB_TRACE_FUNDING_CUT, kernel->lanes, cut);
  ob_engine_give_scratch (kernel, scratch);

  run->metric[OB_METRIC_NPV] = npv[0];
  run->metric[OB_METRIC_PV_CAPEX] = pv_capex[0];
  run->metric[OB_METRIC_BUBBLE_RISK] = risk[0];
  run->metric[OB_METRIC_OPENING_BOOK] = opening_book[0];
  run->metric[OB_METRIC_RESIDUAL] = residual[0];
  summarise (inputs, over, run);
  ob_phase_label (inputs, over, cut, run);
}

char *
ob_quarter_to_string (int start_year, guint quarter)
{
  return g_strdup_printf ("%dQ%u", start_year + (int) (quarter / 4), quarter % 4 + 1);
}

double
ob_run_get_npv_without_residual (const ObRun *run, const ObInputs *inputs)
{
  const double wacc = inputs->value[OB_PARAMETER_WACC];
  const double horizon = inputs->value[OB_PARAMETER_HORIZON];

  g_return_val_if_fail (run != NULL && inputs != NULL, 0);

  return run->metric[OB_METRIC_NPV] - run->metric[OB_METRIC_RESIDUAL] * pow (1 + wacc, -horizon);
}

double
ob_run_get_npv_from_here (const ObRun *run, const ObInputs *inputs)
{
  g_return_val_if_fail (run != NULL && inputs != NULL, 0);

  return run->metric[OB_METRIC_NPV]
         + inputs->value[OB_PARAMETER_SUNK] * run->metric[OB_METRIC_OPENING_BOOK];
}
