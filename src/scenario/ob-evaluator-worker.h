/* ob-evaluator-worker.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-results.h"
#include "ob-sampler.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ObEvaluatorRequest:
 * @in_drag: whether it follows another so fast that more are likely to come
 * @has_plane: whether there is a @plane, for a map and a frontier
 * @sampler: (nullable) (owned): for a sample
 */
typedef struct
{
  guint64 serial;
  gboolean in_drag;
  ObInputs inputs;
  ObPlane plane;
  gboolean has_plane;
  ObOverlay overlay;
  ObSampler *sampler;
} ObEvaluatorRequest;

void ob_evaluator_request_free (ObEvaluatorRequest *request);

typedef enum
{
  OB_STAGE_FIRST = 1 << 0, /* what shows first: wanted even if it is not of the newest request */
  OB_STAGE_EXACT = 1 << 1, /* no better results will follow */
} ObEvaluatorStage;

/**
 * ObEvaluatorDelivery:
 * @serial: of the request that it answers
 * @results: (nullable)
 * @verdict: (nullable)
 *
 * One handing-over: any of results and verdict.
 */
typedef struct
{
  guint64 serial;
  ObResults *results;
  char *verdict;
  ObEvaluatorStage stage;
} ObEvaluatorDelivery;

void ob_evaluator_delivery_free (ObEvaluatorDelivery *delivery);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObEvaluatorDelivery, ob_evaluator_delivery_free)

/**
 * ObEvaluatorWorker:
 *
 * The thread of an #ObEvaluator. It answers the newest request in stages and keeps what
 * it has for the thread that made it, in order, until that takes it.
 */
typedef struct _ObEvaluatorWorker ObEvaluatorWorker;

/* @arrived: called on the main context of this thread once for each delivery, unless the
 * worker is dropped; the delivery may have been taken already */
ObEvaluatorWorker *ob_evaluator_worker_new (void (*arrived) (gpointer data), gpointer data);
/* Does not wait: the thread ends when it notices. */
void ob_evaluator_worker_drop (ObEvaluatorWorker *self);

/* @request: (transfer full): takes the place of one that has not been begun, and cancels
 * what refines the one before */
void ob_evaluator_worker_request (ObEvaluatorWorker *self, ObEvaluatorRequest *request);
/* Forgets the request that is waiting and stops the one under way. */
void ob_evaluator_worker_cancel (ObEvaluatorWorker *self);

/* (nullable) The oldest delivery that nobody has taken. */
ObEvaluatorDelivery *ob_evaluator_worker_take (ObEvaluatorWorker *self) G_GNUC_WARN_UNUSED_RESULT;

/* Waits until there is a delivery of @serial, the newest request, for @limit
 * microseconds at most, and not at all where the coarse pass before took longer. */
void ob_evaluator_worker_wait (ObEvaluatorWorker *self, guint64 serial, gint64 limit);

G_END_DECLS
