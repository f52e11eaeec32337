/* ob-session-study.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-evaluator.h"
#include "ob-findings.h"
#include "ob-odds-evaluator.h"

G_BEGIN_DECLS

typedef struct _ObSession ObSession;

#define OB_TYPE_SESSION_STUDY (ob_session_study_get_type ())
G_DECLARE_FINAL_TYPE (ObSessionStudy, ob_session_study, OB, SESSION_STUDY, GObject)

/**
 * ObSessionStudy:
 *
 * Studies the scenario of a session while somebody looks: whenever it has settled, that
 * is, results are exact and nobody drags. Any change ends a study under way.
 *
 * Properties, all read-only: "results" (ObResults, boxed: the newest, with findings and
 * chances if there are any), "findings" (pointer to ObFindings or NULL: what was found, maybe of before the
 * last change), "studying" (boolean: findings are still to come), "drawing" (boolean: a large
 * sample is under way; notified also as it gets on).
 */

/* Belongs to @session, which it does not keep. */
ObSessionStudy *
ob_session_study_new (ObSession *session, ObEvaluator *evaluator, ObOddsEvaluator *odds)
  G_GNUC_WARN_UNUSED_RESULT;

/* Between these, which nest, somebody looks. */
void ob_session_study_hold (ObSessionStudy *self);
void ob_session_study_release (ObSessionStudy *self);

/* (transfer none) (nullable) */
ObResults *ob_session_study_get_results (ObSessionStudy *self);
ObFindings *ob_session_study_get_findings (ObSessionStudy *self);
gboolean ob_session_study_get_studying (ObSessionStudy *self);

/* Draws %OB_LARGE_SAMPLER_DRAWS in the background. They take the place of the sample of the
 * results until an input or a range changes, which also stops them. Without ranges nothing
 * happens. */
void ob_session_study_draw_many (ObSessionStudy *self);
void ob_session_study_cancel_draws (ObSessionStudy *self);
gboolean ob_session_study_get_drawing (ObSessionStudy *self);
/* From 0 to 1. */
double ob_session_study_get_draws_progress (ObSessionStudy *self);

G_END_DECLS
