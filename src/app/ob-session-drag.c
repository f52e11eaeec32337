/* ob-session-drag.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-session-private.h"

static void
set_trail (ObSession *self, ObResults *trail)
{
  if (self->trail == trail)
    return;

  g_clear_pointer (&self->trail, ob_results_unref);
  if (trail != NULL)
    self->trail = ob_results_ref (trail);
  g_object_notify (G_OBJECT (self), "trail");
}

static void
leave_drag (ObSession *self)
{
  if (--self->n_drags > 0)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify (G_OBJECT (self), "dragging");
  set_trail (self, NULL);
  g_object_thaw_notify (G_OBJECT (self));
  ob_session_request_pins (self);
}

void
ob_session_begin_drag (ObSession *self)
{
  g_return_if_fail (OB_IS_SESSION (self));

  ob_scenario_begin_gesture (self->scenario);

  if (self->n_drags++ > 0)
    return;

  ob_pin_evaluator_cancel (self->pins);
  ob_comparer_cancel (self->comparer);
  g_object_freeze_notify (G_OBJECT (self));
  set_trail (self, ob_session_get_results (self));
  g_object_notify (G_OBJECT (self), "dragging");
  g_object_thaw_notify (G_OBJECT (self));
}

void
ob_session_end_drag (ObSession *self)
{
  g_return_if_fail (OB_IS_SESSION (self));

  if (self->n_drags == 0)
    return;

  ob_scenario_end_gesture (self->scenario);
  leave_drag (self);
}

void
ob_session_cancel_drag (ObSession *self)
{
  g_return_if_fail (OB_IS_SESSION (self));

  if (self->n_drags == 0)
    return;

  ob_scenario_cancel_gesture (self->scenario);
  leave_drag (self);
}
