/* ob-scenario.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-discovery.h"
#include "ob-overlay.h"
#include "ob-pin.h"
#include "ob-run.h"
#include "ob-uncertainty.h"

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
 * empty), "template-id" (read-only: string or NULL: which template
 * it started from), "can-undo", "can-redo" (read-only), "undo-label",
 * "redo-label" (read-only: translated, what would be undone, or NULL), "step"
 * and "n-steps" (read-only: how many steps are in force, and how many there are),
 * "modified" (read-only: differs from what was last saved or loaded; the
 * selected quarter and the range that charts show do not count), "read-only" (read-only: made by a newer
 * format; saving needs a new name). The plane is read with
 * ob_scenario_get_plane().
 *
 * Signals, without arguments: "inputs-changed" after any change of a parameter,
 * of the history or of the uncertainty; "notes-changed" after a change of a note or of a lock;
 * "view-changed" after a change of axes, of what is drawn over their map, of pins
 * or of the selected quarter. Each is emitted once a call, also by undo and redo.
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
 * its range it is refused with %OB_MODEL_ERROR_OUT_OF_RANGE, locked with
 * %OB_SCENARIO_ERROR_LOCKED, and nothing changes.
 */
gboolean
ob_scenario_set_value (ObScenario *self, ObParameter parameter, double value, GError **error);
/* Sets all inputs at once, as one step called @name; refused as above. */
gboolean
ob_scenario_set_inputs (ObScenario *self, const ObInputs *inputs, const char *name, GError **error);

/* Sets the historical capex as one undo step: %OB_MODEL_ERROR_HISTORY. */
gboolean ob_scenario_set_history (ObScenario *self, const ObHistory *history, GError **error);

/* What is known of the inputs beyond their values. Changing it is one undo step,
 * called @name (nullable) or by what changed; what cannot be is refused as
 * ob_uncertainty_check() does. */
const ObUncertainty *ob_scenario_get_uncertainty (ObScenario *self);
gboolean ob_scenario_set_uncertainty (ObScenario *self,
                                      const ObUncertainty *uncertainty,
                                      const char *name,
                                      GError **error);
/* The same for one lever. */
gboolean ob_scenario_set_distribution (ObScenario *self,
                                       ObParameter parameter,
                                       const ObDistribution *distribution,
                                       GError **error);

/* A person's reason for a value, or NULL. Setting is one undo step. */
const char *ob_scenario_get_note (ObScenario *self, ObParameter parameter);
void ob_scenario_set_note (ObScenario *self, ObParameter parameter, const char *note);

/* A lock holds a value where it is: nothing but undo and redo changes it. Setting
 * is one undo step. */
gboolean ob_scenario_get_locked (ObScenario *self, ObParameter parameter);
void ob_scenario_set_locked (ObScenario *self, ObParameter parameter, gboolean locked);
/* Makes @inputs, which are meant for ob_scenario_set_inputs(), leave alone what is
 * locked. Returns how many of them would have changed it. */
guint ob_scenario_keep_locked (ObScenario *self, ObInputs *inputs);

/* The value the parameter had in the template or base case this started from. */
double ob_scenario_get_origin_value (ObScenario *self, ObParameter parameter);
/* (transfer none) all of them, and the history it had */
const ObInputs *ob_scenario_get_origin (ObScenario *self);
const char *ob_scenario_get_template_id (ObScenario *self);

/* Never NULL; setting leaves out control characters and is one undo step. */
const char *ob_scenario_get_title (ObScenario *self);
void ob_scenario_set_title (ObScenario *self, const char *title);
const char *ob_scenario_get_description (ObScenario *self);
void ob_scenario_set_description (ObScenario *self, const char *description);
const char *ob_scenario_get_author (ObScenario *self);
void ob_scenario_set_author (ObScenario *self, const char *author);
/* Where the story comes from: (array zero-terminated=1), never NULL. */
const char *const *ob_scenario_get_sources (ObScenario *self);

/* When it was first and when it was last saved, ISO 8601 in UTC, or NULL. */
const char *ob_scenario_get_created (ObScenario *self);
const char *ob_scenario_get_changed (ObScenario *self);

/* Whether nothing has been changed that is not stored, see "modified". */
gboolean ob_scenario_get_modified (ObScenario *self);
gboolean ob_scenario_get_read_only (ObScenario *self);

/**
 * ob_scenario_get_stored_metric:
 * @value: (out): as in #ObRun: %OB_NEVER for a quarter that never comes, NaN for
 *   a rate that there is not
 *
 * A headline result as the file holds it that the scenario was loaded from, so
 * that the results of an older model can be shown beside today's. Returns FALSE
 * if it does not hold it.
 */
gboolean ob_scenario_get_stored_metric (ObScenario *self, ObMetric metric, double *value);
/* The version of the model that computed them, or NULL. */
const char *ob_scenario_get_stored_model_version (ObScenario *self);

/* Axes of the frontier. Changing them is one undo step. */
const ObPlane *ob_scenario_get_plane (ObScenario *self);
gboolean ob_scenario_set_plane (ObScenario *self, const ObPlane *plane, GError **error);
/* Makes @parameter the horizontal (@is_x) or the vertical axis, over its whole
 * range. The other axis stays, unless it is @parameter: then they change places. */
gboolean
ob_scenario_use_as_axis (ObScenario *self, ObParameter parameter, gboolean is_x, GError **error);
/**
 * ob_scenario_get_discovery:
 *
 * Returns: (nullable): a box of draws that was found and kept
 */
const ObDiscovery *ob_scenario_get_discovery (ObScenario *self);
/* @discovery: (nullable): NULL keeps none. One step; what ob_discovery_check() does not
 * pass is refused. */
gboolean ob_scenario_set_discovery (ObScenario *self, const ObDiscovery *discovery, GError **error);
/* Whether there is one, and something it depends on has changed since. */
gboolean ob_scenario_is_discovery_outdated (ObScenario *self);

/* What is drawn over the map of the frontier. Changing it is one undo step. */
const ObOverlay *ob_scenario_get_overlay (ObScenario *self);
gboolean ob_scenario_set_overlay (ObScenario *self, const ObOverlay *overlay, GError **error);
/* Scenarios kept to be compared with: (transfer none), NULL where there is none. */
ObPin *ob_scenario_get_pin (ObScenario *self, guint index);
/* All of them: (array fixed-size=4) */
ObPin *const *ob_scenario_get_pins (ObScenario *self);
guint ob_scenario_get_n_pins (ObScenario *self);
/* The first place without a pin; FALSE if there is none. */
gboolean ob_scenario_get_free_pin (ObScenario *self, guint *index);
/* What a pin of the scenario as it is could be called: what differs from where it
 * started, or its title. */
/* What it holds now, to be pinned here or in another document. @name: (nullable) */
ObPin *ob_scenario_create_pin (ObScenario *self, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char *ob_scenario_suggest_pin_name (ObScenario *self) G_GNUC_WARN_UNUSED_RESULT;
/* Each is one undo step. @pin: (nullable): NULL removes what is there */
void ob_scenario_set_pin (ObScenario *self, guint index, ObPin *pin);
void ob_scenario_rename_pin (ObScenario *self, guint index, const char *name);
/* All inputs become those of the pin, which stays. */
void ob_scenario_go_to_pin (ObScenario *self, guint index);
/* Scenario and pin change places: inputs, and the title for the name. What is locked
 * is left out on both sides. Done twice, all is as it was. */
void ob_scenario_swap_with_pin (ObScenario *self, guint index);

/* The least that charts over time can show, and what they can show of the time before
 * the start, quarters. */
#define OB_SCENARIO_MIN_RANGE     8.
#define OB_SCENARIO_RANGE_HISTORY 20.

/**
 * ob_scenario_get_range:
 * @from: (out): quarters from the start, with fractions, see ob_scenario_set_range()
 * @to: (out): see @from
 *
 * What charts over time show; kept in the file, not undone. FALSE, and 0, if that is
 * all.
 */
gboolean ob_scenario_get_range (ObScenario *self, double *from, double *to);
/* From -%OB_SCENARIO_RANGE_HISTORY to OB_N_QUARTERS, and at least
 * %OB_SCENARIO_MIN_RANGE; all unless @from < @to. */
void ob_scenario_set_range (ObScenario *self, double from, double to);
/* Whether a range can be set. */
gboolean ob_scenario_check_range (double from, double to);

/* The selected quarter, 0 to OB_N_QUARTERS - 1; kept in the file, not undone. */
guint ob_scenario_get_quarter (ObScenario *self);
void ob_scenario_set_quarter (ObScenario *self, guint quarter);

/* Between these, any number of changes are one undo step (a drag). They nest:
 * the outermost becomes the step. While one is open undo and redo do nothing. */
void ob_scenario_begin_gesture (ObScenario *self);
void ob_scenario_end_gesture (ObScenario *self);
/* Takes back all since the last ob_scenario_begin_gesture() and ends it; no step
 * is left. */
void ob_scenario_cancel_gesture (ObScenario *self);
gboolean ob_scenario_in_gesture (ObScenario *self);
/* How long after each other nudges are one step, ms. */
#define OB_SCENARIO_NUDGE_WINDOW 600
/* Ends a gesture that was the press of a key: one that follows another of the same
 * things within %OB_SCENARIO_NUDGE_WINDOW becomes part of its step. @time is that
 * of the event, in ms of any clock. */
void ob_scenario_end_nudge (ObScenario *self, gint64 time);
void ob_scenario_undo (ObScenario *self);
void ob_scenario_redo (ObScenario *self);

/* The steps that can be undone and redone, without a limit; saving keeps them.
 * State 0 is the document as it came, state @step that after step @step. */
guint ob_scenario_get_step (ObScenario *self);
guint ob_scenario_get_n_steps (ObScenario *self);
/* What led to a state, translated. */
char *ob_scenario_describe_step (ObScenario *self, guint step) G_GNUC_WARN_UNUSED_RESULT;
/* Undoes or redoes as many steps as it takes, at once. Does nothing within a gesture. */
void ob_scenario_go_to_step (ObScenario *self, guint step);

/* Tells the scenario that what it holds now is safely stored. */
void ob_scenario_mark_saved (ObScenario *self);

G_END_DECLS
