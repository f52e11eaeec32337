/* ob-tornado.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-tornado.h"

#include <math.h>

double
ob_tornado_bar_get_swing (const ObTornadoBar *bar)
{
  return fabs (bar->high - bar->low);
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const ObTornadoBar *bar_a = a;
  const ObTornadoBar *bar_b = b;
  const double swing_a = ob_tornado_bar_get_swing (bar_a);
  const double swing_b = ob_tornado_bar_get_swing (bar_b);

  if (swing_a != swing_b)
    return swing_a > swing_b ? -1 : 1;

  return (int) bar_a->range.parameter - (int) bar_b->range.parameter;
}

ObTornado *
ob_tornado_new (const ObInputs *inputs,
                const ObTornadoRange *ranges,
                guint n_ranges,
                ObMetric metric,
                GCancellable *cancellable)
{
  /* The scenario as it is, and three for each range. */
  const gsize n = 1 + 3 * (gsize) n_ranges;
  g_autofree ObSweepAxis *axes = NULL;
  g_autofree double *values = NULL;
  g_autofree double *metrics = NULL;
  ObSweepResult result = { NULL, NULL, NULL };
  ObTornado *tornado;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (ranges != NULL || n_ranges == 0, NULL);
  g_return_val_if_fail (metric == OB_METRIC_NPV || metric == OB_METRIC_BUBBLE_RISK, NULL);

  axes = g_new (ObSweepAxis, n_ranges);
  values = g_new (double, n *n_ranges);
  metrics = g_new (double, n);
  for (guint k = 0; k < n_ranges; k++)
    {
      double *value = values + n * k;

      for (gsize i = 0; i < n; i++)
        value[i] = inputs->value[ranges[k].parameter];
      value[1 + 3 * k] = ranges[k].low;
      if (!isnan (ranges[k].middle))
        value[2 + 3 * k] = ranges[k].middle;
      value[3 + 3 * k] = ranges[k].high;
      axes[k] = (ObSweepAxis){ ranges[k].parameter, value };
    }

  if (metric == OB_METRIC_NPV)
    result.npv = metrics;
  else
    result.bubble_risk = metrics;
  if (!ob_sweep (inputs, axes, n_ranges, n, &result, cancellable))
    return NULL;

  tornado = g_new0 (ObTornado, 1);
  tornado->metric = metric;
  tornado->value = metrics[0];
  tornado->n_bars = n_ranges;
  tornado->bars = g_new (ObTornadoBar, n_ranges);
  for (guint k = 0; k < n_ranges; k++)
    {
      const double *metric_at = metrics + 1 + 3 * k;

      tornado->bars[k] = (ObTornadoBar){
        .range = ranges[k],
        .low = metric_at[0],
        .middle = isnan (ranges[k].middle) ? NAN : metric_at[1],
        .high = metric_at[2],
      };
    }
  if (n_ranges > 0)
    qsort (tornado->bars, n_ranges, sizeof *tornado->bars, compare_bars);

  return tornado;
}

void
ob_tornado_free (ObTornado *tornado)
{
  if (tornado == NULL)
    return;

  g_free (tornado->bars);
  g_free (tornado);
}
