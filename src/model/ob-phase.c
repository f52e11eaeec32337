/* ob-phase.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-phase.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUARTERS_A_YEAR 4
/* World GDP in 2026, $B, and its nominal growth. */
#define WORLD_GDP        117000.0
#define WORLD_GDP_YEAR   2026
#define WORLD_GDP_GROWTH 1.045

static const struct
{
  const char *id;
  const char *label;
} bindings[] = {
  [OB_BINDING_POWER] = { "power", NC_ ("binding constraint", "power") },
  [OB_BINDING_MONEY] = { "money", NC_ ("binding constraint", "money") },
  [OB_BINDING_SUPPLY] = { "supply", NC_ ("binding constraint", "supply") },
  [OB_BINDING_DEMAND] = { "demand", NC_ ("binding constraint", "demand") },
}, phases[] = {
  [OB_PHASE_IRRUPTION] = { "irruption", NC_ ("phase", "irruption") },
  [OB_PHASE_FRENZY] = { "frenzy", NC_ ("phase", "frenzy") },
  [OB_PHASE_TURNING_POINT] = { "turning-point", NC_ ("phase", "turning point") },
  [OB_PHASE_DEPLOYMENT] = { "deployment", NC_ ("phase", "deployment") },
  [OB_PHASE_MATURITY] = { "maturity", NC_ ("phase", "maturity") },
};

static ObBinding
find_binding (const ObRun *run, const double *over, const double *cut, guint i)
{
  if (over[i] > 0.01)
    return OB_BINDING_POWER;
  if (cut[i] > 0)
    return OB_BINDING_MONEY;
  if (run->series[OB_SERIES_TIGHTNESS][i] >= 1)
    return OB_BINDING_SUPPLY;
  return OB_BINDING_DEMAND;
}

/* Capex a year before quarter @i, which for the first year is history. */
static double
get_capex_before (const ObInputs *inputs, const ObRun *run, guint i)
{
  if (i >= QUARTERS_A_YEAR)
    return run->series[OB_SERIES_CAPEX][i - QUARTERS_A_YEAR];

  return inputs->history.capex[inputs->history.n_years - 1];
}

double
ob_phase_get_world_gdp (double time)
{
  return WORLD_GDP * pow (WORLD_GDP_GROWTH, time - (WORLD_GDP_YEAR + 0.5));
}

/* The first rule that holds, else the phase before. */
static ObPhase
find_phase (const ObInputs *inputs, const ObRun *run, guint i, ObPhase before)
{
  const double *capex = run->series[OB_SERIES_CAPEX];
  const double *revenue = run->series[OB_SERIES_REVENUE];
  const double *price = run->series[OB_SERIES_USER_PRICE];
  const double coverage = run->series[OB_SERIES_COVERAGE][i];
  const gboolean cheaper = i > 0 && price[i] < price[i - 1];
  const gboolean slower = i > 0 && capex[i] < capex[i - 1];

  if (run->series[OB_SERIES_DRAWDOWN][i] < -0.2
      || capex[i] < 0.8 * get_capex_before (inputs, run, i))
    return OB_PHASE_TURNING_POINT;

  if (coverage < 1
      && (run->series[OB_SERIES_EXTERNAL_SHARE][i] > 0.2 || run->series[OB_SERIES_RUNUP][i] > 0.2))
    return OB_PHASE_FRENZY;

  if (capex[i] < 0.005 * ob_phase_get_world_gdp (run->start_year + (i + 0.5) / QUARTERS_A_YEAR))
    return OB_PHASE_IRRUPTION;

  if (coverage >= 1 || (cheaper && run->series[OB_SERIES_USED][i] > 0.6 && slower))
    return OB_PHASE_DEPLOYMENT;

  if (i >= QUARTERS_A_YEAR
      && revenue[i] / revenue[i - QUARTERS_A_YEAR] - 1
           < 1.5 * inputs->value[OB_PARAMETER_SPEND_GROWTH_LONG])
    return OB_PHASE_MATURITY;

  return before;
}

void
ob_phase_label (const ObInputs *inputs, const double *over, const double *cut, ObRun *run)
{
  ObPhase phase = OB_PHASE_IRRUPTION;

  g_return_if_fail (inputs != NULL && run != NULL);

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      phase = find_phase (inputs, run, i, phase);
      run->phase[i] = phase;
      run->binding[i] = find_binding (run, over, cut, i);
    }
}

const char *
ob_binding_get_id (ObBinding binding)
{
  g_return_val_if_fail (binding < G_N_ELEMENTS (bindings), NULL);

  return bindings[binding].id;
}

const char *
ob_binding_get_label (ObBinding binding)
{
  g_return_val_if_fail (binding < G_N_ELEMENTS (bindings), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "binding constraint", bindings[binding].label);
}

const char *
ob_phase_get_id (ObPhase phase)
{
  g_return_val_if_fail (phase < G_N_ELEMENTS (phases), NULL);

  return phases[phase].id;
}

const char *
ob_phase_get_label (ObPhase phase)
{
  g_return_val_if_fail (phase < G_N_ELEMENTS (phases), NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "phase", phases[phase].label);
}
