/* ob-analyst.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-findings.h"

G_BEGIN_DECLS

#define OB_TYPE_ANALYST (ob_analyst_get_type ())
G_DECLARE_FINAL_TYPE (ObAnalyst, ob_analyst, OB, ANALYST, GObject)

/**
 * ObAnalyst:
 *
 * Studies scenarios on a thread and hands over what it found on the main context of
 * the thread it was made on. A newer request cancels an older one; only findings of
 * the newest are handed over.
 *
 * Signals: "changed" after findings have come, or a request was made or cancelled.
 */
ObAnalyst *ob_analyst_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Studies @inputs over the ranges of @uncertainty or, if it has none, over those that
 * have been published; where there are none either, nothing is found. Both are copied
 * and have to be checked. */
void ob_analyst_request (ObAnalyst *self, const ObInputs *inputs, const ObUncertainty *uncertainty);
/* Ends what is under way; what was handed over stays. */
void ob_analyst_cancel (ObAnalyst *self);
/* The same, and forgets what was found. */
void ob_analyst_clear (ObAnalyst *self);

/* (transfer none) (nullable) */
ObFindings *ob_analyst_get_findings (ObAnalyst *self);
/* Whether findings of a request are still to come. */
gboolean ob_analyst_get_busy (ObAnalyst *self);

/* What @uncertainty is studied over, see ob_analyst_request(). */
void ob_analyst_get_ranges (const ObUncertainty *uncertainty, ObUncertainty *ranges);

G_END_DECLS
