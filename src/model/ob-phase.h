/* ob-phase.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"

G_BEGIN_DECLS

/**
 * ob_phase_label:
 * @over: stranded over runnable, by quarter
 * @cut: 1 where the funding limit cut growth capex, by quarter
 * @run: a run whose series are known; its labels are set
 *
 * Says of each quarter what binds and which phase it belongs to. The phases
 * are a rule of ours after C. Perez, "Technological Revolutions and Financial
 * Capital", 2002.
 */
void ob_phase_label (const ObInputs *inputs, const double *over, const double *cut, ObRun *run);

/* GDP of the world at a time, in calendar years, $B. */
double ob_phase_get_world_gdp (double time);

G_END_DECLS
