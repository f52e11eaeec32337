/* ob-pin-evaluator.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-ghosts.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OB_TYPE_PIN_EVALUATOR (ob_pin_evaluator_get_type ())
G_DECLARE_FINAL_TYPE (ObPinEvaluator, ob_pin_evaluator, OB, PIN_EVALUATOR, GObject)

/**
 * ObPinEvaluator:
 *
 * Runs the pins of a document off the main loop and hands over what they come to,
 * on the main context of the thread it was made on. What has been run once is run
 * again only when the axes change.
 *
 * Properties, all read-only: "ghosts" (ObGhosts, boxed, the last ones, or NULL
 * without pins), "busy" (boolean: those of the last request are still to come).
 */
ObPinEvaluator *ob_pin_evaluator_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @pins: (array fixed-size=4): each may be NULL; @plane: as in ob_ghosts_new().
 * Both are copied. What was asked for before is not handed over any more. */
void ob_pin_evaluator_request (ObPinEvaluator *self, ObPin *const *pins, const ObPlane *plane);
/* Without pins, and what was run is forgotten. */
void ob_pin_evaluator_clear (ObPinEvaluator *self);
/* Stops the run under way; what was handed over stays. */
void ob_pin_evaluator_cancel (ObPinEvaluator *self);

/* (transfer none) (nullable) */
ObGhosts *ob_pin_evaluator_get_ghosts (ObPinEvaluator *self);
gboolean ob_pin_evaluator_get_busy (ObPinEvaluator *self);

G_END_DECLS
