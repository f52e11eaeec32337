/* ob-scenario.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-map.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OB_TYPE_SCENARIO (ob_scenario_get_type ())
G_DECLARE_FINAL_TYPE (ObScenario, ob_scenario, OB, SCENARIO, GObject)

/**
 * ObScenario:
 *
 * The document: inputs, notes, story, view and the steps that led there.
 *
 * Properties: "title", "description", "author" (strings, never NULL, may be
 * empty), "template-id" (string or NULL: which template it started from),
 * "can-undo", "can-redo", "undo-label", "redo-label" (read-only), "modified"
 * (read-only: differs from what was last saved or loaded), "read-only" (made by
 * a newer format; saving needs a new name), "plane" is read with
 * ob_scenario_get_plane().
 *
 * Signals: "inputs-changed" after any change of a parameter or of the history;
 * "view-changed" after a change of axes or of the selected quarter. Both are
 * emitted once a call, also by undo and redo.
 */

/* The base case, nothing to undo, not modified. */
ObScenario *ob_scenario_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* (transfer none) valid until the next change */
const ObInputs *ob_scenario_get_inputs (ObScenario *self);
double ob_scenario_get_value (ObScenario *self, ObParameter parameter);

/**
 * ob_scenario_set_value:
 *
 * Sets a parameter as one undo step (or as part of the open gesture). Outside
 * its range it is refused with %OB_MODEL_ERROR_OUT_OF_RANGE and nothing changes.
 */
gboolean
ob_scenario_set_value (ObScenario *self, ObParameter parameter, double value, GError **error);
/* Sets all inputs at once, as one step called @name. */
gboolean
ob_scenario_set_inputs (ObScenario *self, const ObInputs *inputs, const char *name, GError **error);

/* A person's reason for a value, or NULL. Setting is one undo step. */
const char *ob_scenario_get_note (ObScenario *self, ObParameter parameter);
void ob_scenario_set_note (ObScenario *self, ObParameter parameter, const char *note);

/* The value the parameter had in the template or base case this started from. */
double ob_scenario_get_origin_value (ObScenario *self, ObParameter parameter);

/* Axes of the frontier. Changing them is one undo step. */
const ObPlane *ob_scenario_get_plane (ObScenario *self);
gboolean ob_scenario_set_plane (ObScenario *self, const ObPlane *plane, GError **error);
/* The selected quarter, 0 to OB_N_QUARTERS - 1; kept in the file, not undone. */
guint ob_scenario_get_quarter (ObScenario *self);
void ob_scenario_set_quarter (ObScenario *self, guint quarter);

/* Between these, any number of changes are one undo step (a drag). They nest. */
void ob_scenario_begin_gesture (ObScenario *self);
void ob_scenario_end_gesture (ObScenario *self);
/* Takes back all since ob_scenario_begin_gesture() and ends it; no step is left. */
void ob_scenario_cancel_gesture (ObScenario *self);
void ob_scenario_undo (ObScenario *self);
void ob_scenario_redo (ObScenario *self);

/* Tells the scenario that what it holds now is safely stored. */
void ob_scenario_mark_saved (ObScenario *self);

G_END_DECLS
