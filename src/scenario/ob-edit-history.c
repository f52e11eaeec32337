/* ob-edit-history.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-edit-history.h"

struct _ObEditHistory
{
  GPtrArray *steps;    /* of ObEdit, oldest first */
  guint position;      /* how many of them are in force */
  GPtrArray *gestures; /* of ObEdit, outermost first */
  gboolean in_row;     /* the last step takes up what follows it */
  gint64 row_time;     /* until when it has grown */
};

ObEditHistory *
ob_edit_history_new (void)
{
  ObEditHistory *history = g_new0 (ObEditHistory, 1);

  history->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) ob_edit_free);
  history->gestures = g_ptr_array_new_with_free_func ((GDestroyNotify) ob_edit_free);

  return history;
}

void
ob_edit_history_free (ObEditHistory *history)
{
  if (history == NULL)
    return;

  g_ptr_array_unref (history->steps);
  g_ptr_array_unref (history->gestures);
  g_free (history);
}

void
ob_edit_history_push (ObEditHistory *history, ObEdit *edit)
{
  g_return_if_fail (history != NULL);
  g_return_if_fail (edit != NULL);

  if (ob_edit_is_empty (edit))
    {
      ob_edit_free (edit);
    }
  else if (history->gestures->len > 0)
    {
      ob_edit_absorb (g_ptr_array_index (history->gestures, history->gestures->len - 1), edit);
      ob_edit_free (edit);
    }
  else
    {
      g_ptr_array_set_size (history->steps, (int) history->position);
      g_ptr_array_add (history->steps, edit);
      history->position++;
      history->in_row = FALSE;
    }
}

void
ob_edit_history_begin (ObEditHistory *history)
{
  g_return_if_fail (history != NULL);

  g_ptr_array_add (history->gestures, ob_edit_new (NULL));
}

void
ob_edit_history_end (ObEditHistory *history)
{
  g_return_if_fail (history != NULL);
  g_return_if_fail (history->gestures->len > 0);

  ob_edit_history_push (history, ob_edit_history_cancel (history));
}

void
ob_edit_history_end_in_row (ObEditHistory *history, gint64 time, gint64 window)
{
  g_autoptr (ObEdit) edit = NULL;
  ObEdit *last;

  g_return_if_fail (history != NULL);
  g_return_if_fail (history->gestures->len > 0);

  edit = ob_edit_history_cancel (history);
  if (ob_edit_is_empty (edit) || history->gestures->len > 0)
    {
      ob_edit_history_push (history, g_steal_pointer (&edit));
      return;
    }

  last = history->in_row ? g_ptr_array_index (history->steps, history->position - 1) : NULL;
  if (last != NULL && time >= history->row_time && time - history->row_time <= window
      && ob_edit_is_alike (last, edit))
    {
      ob_edit_absorb (last, edit);
      if (ob_edit_is_empty (last))
        {
          history->position--;
          g_ptr_array_set_size (history->steps, (int) history->position);
          history->in_row = FALSE;
        }
    }
  else
    {
      ob_edit_history_push (history, g_steal_pointer (&edit));
      history->in_row = TRUE;
    }
  history->row_time = time;
}

void
ob_edit_history_seal (ObEditHistory *history)
{
  g_return_if_fail (history != NULL);

  history->in_row = FALSE;
}

guint
ob_edit_history_get_n_steps (const ObEditHistory *history)
{
  g_return_val_if_fail (history != NULL, 0);

  return history->steps->len;
}

guint
ob_edit_history_get_position (const ObEditHistory *history)
{
  g_return_val_if_fail (history != NULL, 0);

  return history->position;
}

const ObEdit *
ob_edit_history_get_step (const ObEditHistory *history, guint i)
{
  g_return_val_if_fail (history != NULL, NULL);
  g_return_val_if_fail (i < history->steps->len, NULL);

  return g_ptr_array_index (history->steps, i);
}

ObEdit *
ob_edit_history_cancel (ObEditHistory *history)
{
  g_return_val_if_fail (history != NULL, NULL);
  g_return_val_if_fail (history->gestures->len > 0, NULL);

  return g_ptr_array_steal_index (history->gestures, history->gestures->len - 1);
}

gboolean
ob_edit_history_in_gesture (const ObEditHistory *history)
{
  g_return_val_if_fail (history != NULL, FALSE);

  return history->gestures->len > 0;
}

const ObEdit *
ob_edit_history_peek_undo (const ObEditHistory *history)
{
  g_return_val_if_fail (history != NULL, NULL);

  if (history->position == 0)
    return NULL;
  return g_ptr_array_index (history->steps, history->position - 1);
}

const ObEdit *
ob_edit_history_peek_redo (const ObEditHistory *history)
{
  g_return_val_if_fail (history != NULL, NULL);

  if (history->position == history->steps->len)
    return NULL;
  return g_ptr_array_index (history->steps, history->position);
}

const ObEdit *
ob_edit_history_undo (ObEditHistory *history)
{
  const ObEdit *edit = ob_edit_history_peek_undo (history);

  if (edit == NULL || history->gestures->len > 0)
    return NULL;

  history->position--;
  history->in_row = FALSE;
  return edit;
}

const ObEdit *
ob_edit_history_redo (ObEditHistory *history)
{
  const ObEdit *edit = ob_edit_history_peek_redo (history);

  if (edit == NULL || history->gestures->len > 0)
    return NULL;

  history->position++;
  history->in_row = FALSE;
  return edit;
}
