/* ob-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-edit-private.h"

#include <string.h>

static void
state_clear (ChangeKind kind, State *state)
{
  switch (kind)
    {
    case CHANGE_VALUE:
    case CHANGE_LOCK:
      break;
    case CHANGE_HISTORY:
      g_clear_pointer (&state->history, g_free);
      break;
    case CHANGE_NOTE:
      g_clear_pointer (&state->note, g_free);
      break;
    case CHANGE_PLANE:
      g_clear_pointer (&state->plane, g_free);
      break;
    case CHANGE_OVERLAY:
      g_clear_pointer (&state->overlay, g_free);
      break;
    case CHANGE_PIN:
      g_clear_pointer (&state->pin, ob_pin_unref);
      break;
    case CHANGE_UNCERTAINTY:
      g_clear_pointer (&state->uncertainty, g_free);
      break;
    case CHANGE_DISCOVERY:
      g_clear_pointer (&state->discovery, g_free);
      break;
    case CHANGE_TEXT:
      g_clear_pointer (&state->text, g_free);
      break;
    case CHANGE_SOURCES:
      g_clear_pointer (&state->sources, g_strfreev);
      break;
    case CHANGE_LINEAGE:
      g_clear_pointer (&state->lineage, ob_lineage_unref);
      break;
    default:
      g_assert_not_reached ();
    }
}

static State
state_copy (ChangeKind kind, const State *state)
{
  switch (kind)
    {
    case CHANGE_VALUE:
    case CHANGE_LOCK:
      return *state;
    case CHANGE_HISTORY:
      return (State){ .history = g_memdup2 (state->history, sizeof (ObHistory)) };
    case CHANGE_NOTE:
      return (State){ .note = g_strdup (state->note) };
    case CHANGE_PLANE:
      return (State){ .plane = g_memdup2 (state->plane, sizeof (ObPlane)) };
    case CHANGE_OVERLAY:
      return (State){ .overlay = g_memdup2 (state->overlay, sizeof (ObOverlay)) };
    case CHANGE_PIN:
      return (State){ .pin = state->pin != NULL ? ob_pin_ref (state->pin) : NULL };
    case CHANGE_UNCERTAINTY:
      return (State){ .uncertainty = g_memdup2 (state->uncertainty, sizeof (ObUncertainty)) };
    case CHANGE_DISCOVERY:
      return (State){ .discovery = g_memdup2 (state->discovery, sizeof (ObDiscovery)) };
    case CHANGE_TEXT:
      return (State){ .text = g_strdup (state->text) };
    case CHANGE_SOURCES:
      return (State){ .sources = g_strdupv (state->sources) };
    case CHANGE_LINEAGE:
      return (State){ .lineage = ob_lineage_ref (state->lineage) };
    default:
      g_assert_not_reached ();
    }
}

static gboolean
history_equal (const ObHistory *a, const ObHistory *b)
{
  return a->first_year == b->first_year && a->n_years == b->n_years
         && memcmp (a->capex, b->capex, a->n_years * sizeof (double)) == 0;
}

static gboolean
state_equal (ChangeKind kind, const State *a, const State *b)
{
  switch (kind)
    {
    case CHANGE_VALUE:
    case CHANGE_LOCK:
      return memcmp (&a->value, &b->value, sizeof (double)) == 0;
    case CHANGE_HISTORY:
      return history_equal (a->history, b->history);
    case CHANGE_NOTE:
      return g_strcmp0 (a->note, b->note) == 0;
    case CHANGE_PLANE:
      return ob_plane_equal (a->plane, b->plane);
    case CHANGE_OVERLAY:
      return ob_overlay_equal (a->overlay, b->overlay);
    case CHANGE_PIN:
      return ob_pin_equal (a->pin, b->pin);
    case CHANGE_UNCERTAINTY:
      return ob_uncertainty_equal (a->uncertainty, b->uncertainty);
    case CHANGE_DISCOVERY:
      return ob_discovery_equal (a->discovery, b->discovery);
    case CHANGE_TEXT:
      return g_str_equal (a->text, b->text);
    case CHANGE_SOURCES:
      return g_strv_equal ((const char *const *) a->sources, (const char *const *) b->sources);
    case CHANGE_LINEAGE:
      return ob_lineage_equal (a->lineage, b->lineage);
    default:
      g_assert_not_reached ();
    }
}

static void
change_clear (gpointer data)
{
  Change *change = data;

  state_clear (change->kind, &change->before);
  state_clear (change->kind, &change->after);
}

static void
add_change (ObEdit *edit, const Change *change)
{
  Change copy = *change;

  for (guint i = 0; i < edit->changes->len; i++)
    {
      Change *known = &g_array_index (edit->changes, Change, i);

      if (known->kind != change->kind || known->index != change->index)
        continue;

      state_clear (known->kind, &known->after);
      known->after = state_copy (change->kind, &change->after);
      if (state_equal (known->kind, &known->before, &known->after))
        g_array_remove_index (edit->changes, i);
      return;
    }

  if (state_equal (change->kind, &change->before, &change->after))
    return;

  copy.before = state_copy (change->kind, &change->before);
  copy.after = state_copy (change->kind, &change->after);
  g_array_append_val (edit->changes, copy);
}

ObEdit *
ob_edit_new (const char *name)
{
  ObEdit *edit = g_new0 (ObEdit, 1);

  edit->name = g_strdup (name);
  edit->changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_array_set_clear_func (edit->changes, change_clear);

  return edit;
}

void
ob_edit_free (ObEdit *edit)
{
  if (edit == NULL)
    return;

  g_free (edit->name);
  g_array_unref (edit->changes);
  g_free (edit);
}

void
ob_edit_add_value (ObEdit *edit, ObParameter parameter, double before, double after)
{
  Change change = { CHANGE_VALUE, parameter, { .value = before }, { .value = after } };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (parameter < OB_N_PARAMETERS);

  add_change (edit, &change);
}

void
ob_edit_add_history (ObEdit *edit, const ObHistory *before, const ObHistory *after)
{
  Change change = {
    CHANGE_HISTORY, 0, { .history = (ObHistory *) before }, { .history = (ObHistory *) after }
  };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (before != NULL && after != NULL);

  add_change (edit, &change);
}

void
ob_edit_add_note (ObEdit *edit, ObParameter parameter, const char *before, const char *after)
{
  Change change = {
    CHANGE_NOTE, parameter, { .note = (char *) before }, { .note = (char *) after }
  };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (parameter < OB_N_PARAMETERS);

  add_change (edit, &change);
}

void
ob_edit_add_lock (ObEdit *edit, ObParameter parameter, gboolean before, gboolean after)
{
  Change change = {
    CHANGE_LOCK, parameter, { .value = before ? 1 : 0 }, { .value = after ? 1 : 0 }
  };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (parameter < OB_N_PARAMETERS);

  add_change (edit, &change);
}

void
ob_edit_add_plane (ObEdit *edit, const ObPlane *before, const ObPlane *after)
{
  Change change = {
    CHANGE_PLANE, 0, { .plane = (ObPlane *) before }, { .plane = (ObPlane *) after }
  };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (before != NULL && after != NULL);

  add_change (edit, &change);
}

void
ob_edit_add_overlay (ObEdit *edit, const ObOverlay *before, const ObOverlay *after)
{
  Change change = {
    CHANGE_OVERLAY, 0, { .overlay = (ObOverlay *) before }, { .overlay = (ObOverlay *) after }
  };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (before != NULL && after != NULL);

  add_change (edit, &change);
}

void
ob_edit_add_pin (ObEdit *edit, guint index, ObPin *before, ObPin *after)
{
  Change change = { CHANGE_PIN, index, { .pin = before }, { .pin = after } };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (index < OB_N_PINS);

  add_change (edit, &change);
}

void
ob_edit_add_uncertainty (ObEdit *edit, const ObUncertainty *before, const ObUncertainty *after)
{
  Change change = { CHANGE_UNCERTAINTY,
                    0,
                    { .uncertainty = (ObUncertainty *) before },
                    { .uncertainty = (ObUncertainty *) after } };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (before != NULL && after != NULL);

  add_change (edit, &change);
}

void
ob_edit_add_discovery (ObEdit *edit, const ObDiscovery *before, const ObDiscovery *after)
{
  Change change = { CHANGE_DISCOVERY,
                    0,
                    { .discovery = (ObDiscovery *) before },
                    { .discovery = (ObDiscovery *) after } };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (before != NULL && after != NULL);

  add_change (edit, &change);
}

void
ob_edit_add_text (ObEdit *edit, ObScenarioText text, const char *before, const char *after)
{
  Change change = { CHANGE_TEXT, text, { .text = (char *) before }, { .text = (char *) after } };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (text <= OB_SCENARIO_AUTHOR);
  g_return_if_fail (before != NULL && after != NULL);

  add_change (edit, &change);
}

void
ob_edit_add_sources (ObEdit *edit, char **before, char **after)
{
  Change change = { CHANGE_SOURCES, 0, { .sources = before }, { .sources = after } };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (before != NULL && after != NULL);

  add_change (edit, &change);
}

void
ob_edit_add_lineage (ObEdit *edit, ObLineage *before, ObLineage *after)
{
  Change change = { CHANGE_LINEAGE, 0, { .lineage = before }, { .lineage = after } };

  g_return_if_fail (edit != NULL);
  g_return_if_fail (before != NULL && after != NULL);

  add_change (edit, &change);
}

void
ob_edit_add_inputs (ObEdit *edit, const ObInputs *before, const ObInputs *after)
{
  g_return_if_fail (edit != NULL);
  g_return_if_fail (before != NULL && after != NULL);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    ob_edit_add_value (edit, i, before->value[i], after->value[i]);
  ob_edit_add_history (edit, &before->history, &after->history);
}

gboolean
ob_edit_is_empty (const ObEdit *edit)
{
  g_return_val_if_fail (edit != NULL, TRUE);

  return edit->changes->len == 0;
}

gboolean
ob_edit_is_alike (const ObEdit *a, const ObEdit *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->changes->len != b->changes->len || g_strcmp0 (a->name, b->name) != 0)
    return FALSE;

  for (guint i = 0; i < a->changes->len; i++)
    {
      const Change *change = &g_array_index (a->changes, Change, i);
      gboolean found = FALSE;

      for (guint j = 0; j < b->changes->len && !found; j++)
        {
          const Change *other = &g_array_index (b->changes, Change, j);

          found = change->kind == other->kind && change->index == other->index;
        }

      if (!found)
        return FALSE;
    }

  return TRUE;
}

void
ob_edit_absorb (ObEdit *edit, const ObEdit *later)
{
  g_return_if_fail (edit != NULL);
  g_return_if_fail (later != NULL);

  for (guint i = 0; i < later->changes->len; i++)
    add_change (edit, &g_array_index (later->changes, Change, i));

  if (later->name != NULL)
    {
      g_free (edit->name);
      edit->name = g_strdup (later->name);
    }
}

static ObEditTouches
set_text (ObScenarioContent *content, ObScenarioText text, const char *value)
{
  char **const texts[] = { &content->title, &content->description, &content->author };

  g_free (*texts[text]);
  *texts[text] = g_strdup (value);

  return OB_EDIT_TOUCHES_TITLE << text;
}

static ObEditTouches
set_lineage (ObScenarioContent *content, ObLineage *lineage)
{
  /* What counts as changed is told with the inputs. */
  const ObEditTouches touches = ob_inputs_equal (&content->lineage->origin, &lineage->origin)
                                  ? OB_EDIT_TOUCHES_LINEAGE
                                  : OB_EDIT_TOUCHES_LINEAGE | OB_EDIT_TOUCHES_INPUTS;

  ob_lineage_ref (lineage);
  ob_lineage_unref (content->lineage);
  content->lineage = lineage;

  return touches;
}

static ObEditTouches
set_states (const ObEdit *edit, ObScenarioContent *content, gboolean forwards)
{
  ObEditTouches touches = OB_EDIT_TOUCHES_NOTHING;

  for (guint i = 0; i < edit->changes->len; i++)
    {
      const Change *change = &g_array_index (edit->changes, Change, i);
      const State *state = forwards ? &change->after : &change->before;

      switch (change->kind)
        {
        case CHANGE_VALUE:
          content->inputs.value[change->index] = state->value;
          touches |= OB_EDIT_TOUCHES_INPUTS;
          break;
        case CHANGE_HISTORY:
          content->inputs.history = *state->history;
          touches |= OB_EDIT_TOUCHES_INPUTS;
          break;
        case CHANGE_NOTE:
          g_free (content->notes[change->index]);
          content->notes[change->index] = g_strdup (state->note);
          touches |= OB_EDIT_TOUCHES_NOTES;
          break;
        case CHANGE_LOCK:
          content->locked[change->index] = state->value != 0;
          touches |= OB_EDIT_TOUCHES_NOTES;
          break;
        case CHANGE_PLANE:
          content->plane = *state->plane;
          touches |= OB_EDIT_TOUCHES_VIEW;
          break;
        case CHANGE_OVERLAY:
          content->overlay = *state->overlay;
          touches |= OB_EDIT_TOUCHES_VIEW;
          break;
        case CHANGE_PIN:
          g_clear_pointer (&content->pins[change->index], ob_pin_unref);
          content->pins[change->index] = state_copy (CHANGE_PIN, state).pin;
          touches |= OB_EDIT_TOUCHES_VIEW;
          break;
        case CHANGE_UNCERTAINTY:
          content->uncertainty = *state->uncertainty;
          touches |= OB_EDIT_TOUCHES_INPUTS;
          break;
        case CHANGE_DISCOVERY:
          content->discovery = *state->discovery;
          touches |= OB_EDIT_TOUCHES_VIEW;
          break;
        case CHANGE_TEXT:
          touches |= set_text (content, change->index, state->text);
          break;
        case CHANGE_SOURCES:
          g_strfreev (content->sources);
          content->sources = g_strdupv (state->sources);
          break;
        case CHANGE_LINEAGE:
          touches |= set_lineage (content, state->lineage);
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return touches;
}

ObEditTouches
ob_edit_apply (const ObEdit *edit, ObScenarioContent *content)
{
  g_return_val_if_fail (edit != NULL, OB_EDIT_TOUCHES_NOTHING);
  g_return_val_if_fail (content != NULL, OB_EDIT_TOUCHES_NOTHING);

  return set_states (edit, content, TRUE);
}

ObEditTouches
ob_edit_revert (const ObEdit *edit, ObScenarioContent *content)
{
  g_return_val_if_fail (edit != NULL, OB_EDIT_TOUCHES_NOTHING);
  g_return_val_if_fail (content != NULL, OB_EDIT_TOUCHES_NOTHING);

  return set_states (edit, content, FALSE);
}
