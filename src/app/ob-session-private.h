/* ob-session-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-comparer.h"
#include "ob-evaluator.h"
#include "ob-odds-evaluator.h"
#include "ob-pin-evaluator.h"
#include "ob-session.h"

G_BEGIN_DECLS

struct _ObSession
{
  GObject parent_instance;

  ObScenario *scenario;
  GSignalGroup *scenario_signals;
  ObEvaluator *evaluator;
  ObOddsEvaluator *odds;
  ObSessionStudy *study;
  ObPinEvaluator *pins;
  ObComparer *comparer;
  /* See ob_session_set_reference(). */
  int reference;
  ObMetric metric;
  ObResults *trail;
  guint n_drags;
  guint quarter;
  /* Those of the request that was made last. */
  ObPlane plane;
  ObOverlay overlay;
  gboolean busy;
  gboolean uncertainty;
  gboolean single_draws;

  /* Weak. */
  GtkWidget *frame_widget;
  guint tick_id;
  guint timeout_id;
};

/* The first pin there is, and without pins what the scenario started from. */
#define OB_REFERENCE_AUTO -2

void ob_session_init_comparison (ObSession *self);
/* What is compared may have changed; during a drag that waits for its end. */
void ob_session_update_comparison (ObSession *self);

/* Asks for what the pins come to, unless a drag is open. */
void ob_session_request_pins (ObSession *self);

G_END_DECLS
