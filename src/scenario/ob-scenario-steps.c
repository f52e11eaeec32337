/* ob-scenario-steps.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-private.h"

#include <glib/gi18n-lib.h>

void
ob_scenario_begin_gesture (ObScenario *self)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  ob_edit_history_begin (ob_scenario_get_steps (self));
}

void
ob_scenario_end_gesture (ObScenario *self)
{
  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (ob_scenario_in_gesture (self));

  ob_edit_history_end (ob_scenario_get_steps (self));
  ob_scenario_content_changed (self, OB_EDIT_TOUCHES_NOTHING);
}

void
ob_scenario_end_nudge (ObScenario *self, gint64 time)
{
  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (ob_scenario_in_gesture (self));

  ob_edit_history_end_in_row (ob_scenario_get_steps (self), time, OB_SCENARIO_NUDGE_WINDOW);
  ob_scenario_content_changed (self, OB_EDIT_TOUCHES_NOTHING);
}

void
ob_scenario_cancel_gesture (ObScenario *self)
{
  g_autoptr (ObEdit) edit = NULL;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (ob_scenario_in_gesture (self));

  edit = ob_edit_history_cancel (ob_scenario_get_steps (self));
  ob_scenario_content_changed (self, ob_edit_revert (edit, ob_scenario_get_content (self)));
}

gboolean
ob_scenario_in_gesture (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);

  return ob_edit_history_in_gesture (ob_scenario_get_steps (self));
}

void
ob_scenario_undo (ObScenario *self)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  if (ob_edit_history_peek_undo (ob_scenario_get_steps (self)) != NULL)
    ob_scenario_go_to_step (self, ob_scenario_get_step (self) - 1);
}

void
ob_scenario_redo (ObScenario *self)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  if (ob_edit_history_peek_redo (ob_scenario_get_steps (self)) != NULL)
    ob_scenario_go_to_step (self, ob_scenario_get_step (self) + 1);
}

guint
ob_scenario_get_step (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), 0);

  return ob_edit_history_get_position (ob_scenario_get_steps (self));
}

guint
ob_scenario_get_n_steps (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), 0);

  return ob_edit_history_get_n_steps (ob_scenario_get_steps (self));
}

char *
ob_scenario_describe_step (ObScenario *self, guint step)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (step <= ob_scenario_get_n_steps (self), NULL);

  if (step == 0)
    return g_strdup (C_ ("undo step", "As it was at first"));

  return ob_edit_describe (ob_edit_history_get_step (ob_scenario_get_steps (self), step - 1));
}

void
ob_scenario_go_to_step (ObScenario *self, guint step)
{
  ObEditHistory *history;
  ObScenarioContent *content;
  ObEditTouches touches = OB_EDIT_TOUCHES_NOTHING;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (step <= ob_scenario_get_n_steps (self));

  history = ob_scenario_get_steps (self);
  content = ob_scenario_get_content (self);
  if (ob_edit_history_in_gesture (history))
    return;

  while (ob_edit_history_get_position (history) > step)
    touches |= ob_edit_revert (ob_edit_history_undo (history), content);
  while (ob_edit_history_get_position (history) < step)
    touches |= ob_edit_apply (ob_edit_history_redo (history), content);

  ob_scenario_content_changed (self, touches);
}
