/* ob-session-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-session-private.h"

#include <math.h>

gboolean
ob_session_get_range (ObSession *self, double *from, double *to)
{
  g_return_val_if_fail (OB_IS_SESSION (self), FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  *from = *to = 0;

  return self->scenario != NULL && ob_scenario_get_range (self->scenario, from, to);
}

void
ob_session_set_range (ObSession *self, double from, double to)
{
  double width = CLAMP (to - from, OB_SESSION_MIN_RANGE, OB_N_QUARTERS + OB_SESSION_HISTORY);
  double before[2];

  g_return_if_fail (OB_IS_SESSION (self));
  g_return_if_fail (isfinite (from) && isfinite (to));

  if (from >= to || (from <= -OB_SESSION_HISTORY && to >= OB_N_QUARTERS))
    {
      from = 0;
      to = 0;
    }
  else
    {
      /* Too little is widened around its middle, and what is beyond an end moved back. */
      from = (from + to - width) / 2;
      from = CLAMP (from, -OB_SESSION_HISTORY, OB_N_QUARTERS - width);
      to = from + width;
    }

  ob_scenario_get_range (self->scenario, &before[0], &before[1]);
  if (before[0] == from && before[1] == to)
    return;

  ob_scenario_set_range (self->scenario, from, to);
  g_object_notify (G_OBJECT (self), "zoomed");
}

gboolean
ob_session_get_single_draws (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), FALSE);

  return self->single_draws;
}

void
ob_session_set_single_draws (ObSession *self, gboolean single_draws)
{
  ObOverlay overlay;

  g_return_if_fail (OB_IS_SESSION (self));

  overlay = *ob_scenario_get_overlay (self->scenario);
  if (overlay.single_draws == single_draws)
    return;

  overlay.single_draws = single_draws;
  if (!ob_scenario_set_overlay (self->scenario, &overlay, NULL))
    g_assert_not_reached ();
}
