/* ob-run.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-inputs.h"
#include "ob-metric.h"
#include "ob-series.h"

G_BEGIN_DECLS

/* What a metric counted in quarters holds when the quarter never comes. */
#define OB_NEVER (-1.0)

/**
 * ObIrrState:
 * @OB_IRR_FOUND: the flows change sign once and have one rate
 * @OB_IRR_NONE: they never change sign, or no root lies in (-0.99, 10)
 * @OB_IRR_SEVERAL: they change sign more than once: no rate is reported
 */
typedef enum
{
  OB_IRR_FOUND,
  OB_IRR_NONE,
  OB_IRR_SEVERAL
} ObIrrState;

/**
 * ObBinding:
 *
 * What holds output back in a quarter; see the documentation of the model,
 * "Phases and what binds".
 */
typedef enum
{
  OB_BINDING_POWER,
  OB_BINDING_MONEY,
  OB_BINDING_SUPPLY,
  OB_BINDING_DEMAND
} ObBinding;

/**
 * ObPhase:
 *
 * Phase of a technological surge (C. Perez, "Technological Revolutions and
 * Financial Capital", 2002), by rule.
 */
typedef enum
{
  OB_PHASE_IRRUPTION,
  OB_PHASE_FRENZY,
  OB_PHASE_TURNING_POINT,
  OB_PHASE_DEPLOYMENT,
  OB_PHASE_MATURITY
} ObPhase;

/**
 * ObRun:
 * @start_year: the first projected calendar year
 * @series: every series by projected quarter, in the unit of the series
 * @metric: every metric in its unit; one counted in quarters is %OB_NEVER when
 *   it never comes; the irr is NaN unless @irr_state is %OB_IRR_FOUND
 * @irr_state: whether there is an internal rate of return
 * @binding: what binds, by quarter
 * @phase: the phase, by quarter
 *
 * One scenario, run: a plain value of about 40 kB.
 */
typedef struct
{
  int start_year;
  double series[OB_N_SERIES][OB_N_QUARTERS];
  double metric[OB_N_METRICS];
  ObIrrState irr_state;
  ObBinding binding[OB_N_QUARTERS];
  ObPhase phase[OB_N_QUARTERS];
} ObRun;

/**
 * ob_run:
 * @inputs: what to run; checked values, see ob_inputs_check()
 * @run: (out): the result
 *
 * Runs one scenario. The same inputs give the same bytes.
 */
void ob_run (const ObInputs *inputs, ObRun *run);

/**
 * ob_run_find_payback:
 * @sums: a running sum, a number every @stride
 * @n: how many of its quarters count, at most %OB_N_QUARTERS
 *
 * Returns: the first quarter from which the sum stays at or above zero to the last
 *   of them, or %OB_NEVER
 */
double ob_run_find_payback (const double *sums, gsize stride, guint n);
/* The quarters that count with a horizon, years. */
guint ob_run_get_n_counted (double horizon);

/* "2044Q2" for projected quarter @quarter of a run that starts in @start_year. */
char *ob_quarter_to_string (int start_year, guint quarter) G_GNUC_WARN_UNUSED_RESULT;

/* Stable ids: "power", "money", "supply", "demand"; "irruption", "frenzy", ... */
const char *ob_binding_get_id (ObBinding binding);
const char *ob_phase_get_id (ObPhase phase);
/* Translated; never freed. */
const char *ob_binding_get_label (ObBinding binding);
const char *ob_phase_get_label (ObPhase phase);

/* Value of @metric as a person would sum it up without the residual value, $B:
 * npv less the discounted residual. */
double ob_run_get_npv_without_residual (const ObRun *run, const ObInputs *inputs);
/* npv from here on: as if what already stands were free, $B. */
double ob_run_get_npv_from_here (const ObRun *run, const ObInputs *inputs);

G_END_DECLS
