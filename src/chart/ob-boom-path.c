/* ob-boom-path.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-boom-path.h"

#include "ob-past.h"
#include "ob-phase.h"

#define QUARTERS_A_YEAR 4.

static void
append (ObBoomPath *self, double time, double capex)
{
  self->years[self->n] = time - self->onset;
  self->country[self->n] = capex / ob_yardstick_get_gdp (ob_past_get_yardstick (), time);
  self->world[self->n] = capex / ob_phase_get_world_gdp (time);
  self->n++;
}

void
ob_boom_path_init (ObBoomPath *self, const ObResults *results)
{
  const ObHistory *history;
  int onset;

  g_return_if_fail (self != NULL);
  g_return_if_fail (results != NULL);

  history = &results->inputs.history;
  onset = ob_past_get_yardstick ()->onset;
  /* A scenario of another time begins with its history. */
  if (onset < history->first_year || onset > results->run.start_year)
    onset = history->first_year;

  self->onset = onset;
  self->n = 0;
  for (guint i = 0; i < history->n_years; i++)
    append (self, history->first_year + (int) i + 0.5, history->capex[i]);
  self->n_history = self->n;
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    append (self, results->run.start_year + (i + 0.5) / QUARTERS_A_YEAR,
            results->run.series[OB_SERIES_CAPEX][i]);
}

guint
ob_boom_path_get_peak (const ObBoomPath *self)
{
  guint peak = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 1; i < self->n; i++)
    {
      if (self->country[i] > self->country[peak])
        peak = i;
    }

  return peak;
}
