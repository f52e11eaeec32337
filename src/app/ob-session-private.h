/* ob-session-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-evaluator.h"
#include "ob-pin-evaluator.h"
#include "ob-session.h"

G_BEGIN_DECLS

struct _ObSession
{
  GObject parent_instance;

  ObScenario *scenario;
  GSignalGroup *scenario_signals;
  ObEvaluator *evaluator;
  ObSessionStudy *study;
  ObPinEvaluator *pins;
  ObResults *trail;
  guint n_drags;
  guint quarter;
  /* All unless the first is less than the second. */
  double range[2];
  ObPlane plane;
  ObOverlay overlay;
  gboolean busy;
  gboolean uncertainty;

  /* Weak. */
  GtkWidget *frame_widget;
  guint tick_id;
  guint timeout_id;
};

/* Asks for what the pins come to, unless a drag is open. */
void ob_session_request_pins (ObSession *self);

G_END_DECLS
