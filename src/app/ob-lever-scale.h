/* ob-lever-scale.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-parameter.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define OB_TYPE_LEVER_SCALE (ob_lever_scale_get_type ())
G_DECLARE_FINAL_TYPE (ObLeverScale, ob_lever_scale, OB, LEVER_SCALE, GtkScale)

/**
 * ObLeverScale:
 *
 * A slider for one parameter, linear or logarithmic as the parameter table has
 * it, filled from the value the scenario started with. It ignores the scroll
 * wheel, which therefore scrolls what the slider stands in.
 *
 * Signals: "moved" (double): the person moved it to this value, model unit,
 * rounded to the parameter's step; "nudged" (double): the same with a key, many of
 * which may follow each other; "drag-started", "drag-ended" and
 * "drag-cancelled" stand around the moves of one drag. The owner sets the value.
 */
GtkWidget *ob_lever_scale_new (void) G_GNUC_WARN_UNUSED_RESULT;

void ob_lever_scale_set_parameter (ObLeverScale *self, ObParameter parameter);

/* In the model unit. */
double ob_lever_scale_get_value (ObLeverScale *self);
void ob_lever_scale_set_value (ObLeverScale *self, double value);
/* Where the fill starts, in the model unit. */
void ob_lever_scale_set_origin (ObLeverScale *self, double origin);

G_END_DECLS
