/* ob-session.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-app-types.h"
#include "ob-comparison.h"
#include "ob-ghosts.h"
#include "ob-scenario.h"
#include "ob-session-study.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_SESSION (ob_session_get_type ())
G_DECLARE_FINAL_TYPE (ObSession, ob_session, OB, SESSION, GObject)

/**
 * ObSession:
 *
 * What a window is about: the document, the newest results, the selected
 * quarter. Every widget of the window has a "session" property and observes it;
 * widgets never call each other.
 *
 * Properties: "scenario" (ObScenario), "results" (ObResults, boxed, notified on
 * the main thread for each newest result), "trail" (ObResults or NULL: the
 * results before the gesture in progress), "dragging" (boolean: a gesture is
 * open), "quarter" (uint), "zoomed" (boolean: charts over
 * time show a part, see ob_session_get_range(); notified whenever that changes),
 * "ghosts" (ObGhosts, boxed, or NULL: what the pins of the document come to;
 * they may lag behind), "comparison" (ObComparison, boxed, or NULL: from the reference
 * to the scenario; it waits for the end of a drag), "reference" (int, what is compared
 * with: a pin, or %OB_REFERENCE_START), "metric" (uint, an #ObMetric: what in),
 * "uncertainty" (boolean: whether results have a sample where
 * inputs are uncertain), "single-draws" (boolean: whether charts over time have lines of
 * single draws), "busy" (boolean: the exact results of the last edit
 * are still to come), "verdict" (string, about "results"; with the ways out once
 * they are known).
 */
/* A session about the base case. Its results are on their way. */
ObSession *ob_session_new (void) G_GNUC_WARN_UNUSED_RESULT;

ObScenario *ob_session_get_scenario (ObSession *self);
/* Replaces the document. */
void ob_session_set_scenario (ObSession *self, ObScenario *scenario);

/* (transfer none) (nullable) */
ObResults *ob_session_get_results (ObSession *self);
/* (transfer none) What studies the scenario while somebody looks. */
ObSessionStudy *ob_session_get_study (ObSession *self);
ObResults *ob_session_get_trail (ObSession *self);
ObGhosts *ob_session_get_ghosts (ObSession *self);
ObComparison *ob_session_get_comparison (ObSession *self);

/* What the scenario started from: a template, the base case or a file. */
#define OB_REFERENCE_START -1

/* What the scenario is compared with: the index of a pin, or %OB_REFERENCE_START. Until
 * it is set, or when its pin is removed, it is the first pin there is. */
int ob_session_get_reference (ObSession *self);
void ob_session_set_reference (ObSession *self, int reference);
/* "A: Cheaper chips"; NULL if there is no such pin. */
char *ob_session_get_reference_name (ObSession *self, int reference) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer none) (nullable) valid until the next change */
const ObInputs *ob_session_get_reference_inputs (ObSession *self, int reference);
/* %OB_METRIC_NPV or %OB_METRIC_BUBBLE_RISK. */
ObMetric ob_session_get_metric (ObSession *self);
void ob_session_set_metric (ObSession *self, ObMetric metric);

gboolean ob_session_get_dragging (ObSession *self);
guint ob_session_get_quarter (ObSession *self);
/* Selects one, 0 to %OB_N_QUARTERS - 1; it is kept in the scenario. */
void ob_session_set_quarter (ObSession *self, guint quarter);
gboolean ob_session_get_busy (ObSession *self);

/* The least that can be shown, quarters. */
#define OB_SESSION_MIN_RANGE OB_SCENARIO_MIN_RANGE
/* What lies before the start of the charts and can be shown, quarters. */
#define OB_SESSION_HISTORY OB_SCENARIO_RANGE_HISTORY

/* The quarters that charts over time show, with fractions, counted from the start.
 * FALSE while that is all of them. */
gboolean ob_session_get_range (ObSession *self, double *from, double *to);
/* Shows a range, as near to it as there is; all unless @from < @to. The scenario keeps
 * it. */
void ob_session_set_range (ObSession *self, double from, double to);

gboolean ob_session_get_uncertainty (ObSession *self);
void ob_session_set_uncertainty (ObSession *self, gboolean uncertainty);
/* Whether charts over time have the lines of single draws; kept in the scenario, as a step
 * that can be undone. */
gboolean ob_session_get_single_draws (ObSession *self);
void ob_session_set_single_draws (ObSession *self, gboolean single_draws);

/* Never NULL; "" before there are results. */
const char *ob_session_get_verdict (ObSession *self);

/* The frame clock edits are coalesced on: that of @widget (nullable). Without one,
 * edits are coalesced until the main loop is idle. */
void ob_session_set_frame_widget (ObSession *self, GtkWidget *widget);

/* A drag of a slider or of the marker: one undo step, with a trail. Drags nest.
 * When the scenario is replaced, an open drag ends; ending it again is harmless.
 * Cancelling takes back what the drag changed. */
void ob_session_begin_drag (ObSession *self);
void ob_session_end_drag (ObSession *self);
void ob_session_cancel_drag (ObSession *self);

G_END_DECLS
