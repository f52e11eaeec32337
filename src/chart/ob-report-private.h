/* ob-report-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-ghosts.h"
#include "ob-report-flow.h"
#include "ob-scenario.h"

G_BEGIN_DECLS

/* The parts of a report that are tables. */

/* The metrics of a run. */
void ob_report_add_metrics (ObReportFlow *flow, const ObRun *run, const ObInputs *inputs);
/* What pinned scenarios come to beside the one at hand, and the inputs that differ.
 * @ghosts: (nullable) */
void ob_report_add_pins (ObReportFlow *flow,
                         ObScenario *scenario,
                         const ObRun *run,
                         const ObGhosts *ghosts);
/* Every input, by group, and the history. */
void ob_report_add_inputs (ObReportFlow *flow, ObScenario *scenario);
/* Inputs that do not go together, values outside what is published, and what the model leaves out. */
void ob_report_add_warnings (ObReportFlow *flow, ObScenario *scenario, const ObRun *run);

G_END_DECLS
