/* ob-benchmark-draws.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-benchmark-draws.h"

ObBenchmarkDraws *
ob_benchmark_draws_new (guint n)
{
  ObBenchmarkDraws *self = g_new0 (ObBenchmarkDraws, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  self->n = n;
  self->values = g_new0 (double, (gsize) OB_N_PARAMETERS *n);
  for (guint p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);
      const double low = info->value - (info->value - info->minimum) / 4;
      const double high = info->value + (info->maximum - info->value) / 4;
      double *values = self->values + (gsize) p * n;

      if (p == OB_PARAMETER_POP_YEAR || p == OB_PARAMETER_SUNK || p == OB_PARAMETER_HORIZON)
        continue;
      for (guint i = 0; i < n; i++)
        values[i] = g_rand_double_range (rand, low, high);
      self->axes[self->n_axes++] = (ObSweepAxis){ p, values };
    }

  return self;
}

void
ob_benchmark_draws_free (ObBenchmarkDraws *self)
{
  g_free (self->values);
  g_free (self);
}

void
ob_benchmark_draws_get (const ObBenchmarkDraws *self, guint i, ObInputs *inputs)
{
  g_return_if_fail (i < self->n);

  ob_inputs_init (inputs);
  for (guint k = 0; k < self->n_axes; k++)
    inputs->value[self->axes[k].parameter] = self->axes[k].value[i];
}
