/* ob-edit.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-edit.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More changes than this are counted, not listed. */
#define MAX_LISTED 2

typedef enum
{
  CHANGE_VALUE,
  CHANGE_HISTORY,
  CHANGE_NOTE,
  CHANGE_PLANE,
  CHANGE_OVERLAY,
  CHANGE_PIN,
  CHANGE_UNCERTAINTY
} ChangeKind;

typedef union
{
  double value;
  ObHistory *history;
  char *note;
  ObPlane *plane;
  ObOverlay *overlay;
  ObPin *pin;
  ObUncertainty *uncertainty;
} State;

typedef struct
{
  ChangeKind kind;
  guint index; /* the parameter of a value or a note, the place of a pin */
  State before;
  State after;
} Change;

struct _ObEdit
{
  char *name;
  GArray *changes;
};

static void
state_clear (ChangeKind kind, State *state)
{
  switch (kind)
    {
    case CHANGE_VALUE:
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

static char *
describe_overlay (const ObOverlay *before, const ObOverlay *after)
{
  ObOverlay lines = *before;

  lines.risk_lines = after->risk_lines;
  if (ob_overlay_equal (&lines, after))
    return g_strdup (after->risk_lines ? C_ ("undo step", "Show lines of bubble risk")
                                       : C_ ("undo step", "Hide lines of bubble risk"));

  if (after->family == OB_N_PARAMETERS)
    return g_strdup (C_ ("undo step", "No family of curves"));

  /* Translators: a step that can be undone: a break-even curve is drawn for each
   * of several values of the assumption %s. */
  return g_strdup_printf (C_ ("undo step", "Curves for %s"),
                          ob_parameter_get_label (after->family));
}

static char *
describe_pin (const ObPin *before, const ObPin *after, guint index)
{
  const char *letter = ob_pin_get_letter (index);

  /* Translators: steps that can be undone, about the pinned scenario with the
   * letter %s. */
  if (before == NULL)
    return g_strdup_printf (C_ ("undo step", "Pin %s"), letter);
  if (after == NULL)
    return g_strdup_printf (C_ ("undo step", "Remove pin %s"), letter);
  if (ob_inputs_equal (&before->inputs, &after->inputs))
    return g_strdup_printf (C_ ("undo step", "Rename pin %s"), letter);
  return g_strdup_printf (C_ ("undo step", "Replace pin %s"), letter);
}

static char *
describe_uncertainty (const ObUncertainty *before, const ObUncertainty *after)
{
  ObParameter lever = 0;
  guint n = 0;

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (!ob_distribution_equal (&before->distributions[p], &after->distributions[p]))
        {
          lever = p;
          n++;
        }
    }

  if (n == 1)
    /* Translators: steps that can be undone: how uncertain the assumption %s is. */
    return g_strdup_printf (after->distributions[lever].kind == OB_DISTRIBUTION_FIXED
                              ? C_ ("undo step", "No range of %s")
                              : C_ ("undo step", "Range of %s"),
                            ob_parameter_get_label (lever));
  if (n > 1)
    /* Translators: a step that can be undone: so many assumptions are more or less
     * uncertain than before. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u range", "%u ranges", n), n);
  if (before->seed != after->seed)
    return g_strdup (C_ ("undo step", "Other draws"));

  return g_strdup (C_ ("undo step", "Correlations"));
}

static char *
describe_change (const Change *change)
{
  switch (change->kind)
    {
    case CHANGE_VALUE:
      {
        ObUnit unit = ob_parameter_get_info (change->index)->unit;
        g_autofree char *before = ob_quantity_format (unit, change->before.value);
        g_autofree char *after = ob_quantity_format (unit, change->after.value);

        /* Translators: a step that can be undone: the name of an assumption,
         * its value before and its value after. */
        return g_strdup_printf (_ ("%s %s → %s"), ob_parameter_get_label (change->index), before,
                                after);
      }
    case CHANGE_HISTORY:
      return g_strdup (C_ ("undo step", "Historical capex"));
    case CHANGE_NOTE:
      /* Translators: a step that can be undone: the note on the assumption %s. */
      return g_strdup_printf (C_ ("undo step", "Note on %s"),
                              ob_parameter_get_label (change->index));
    case CHANGE_PLANE:
      /* Translators: a step that can be undone: the axes of the map, the
       * horizontal one first. */
      return g_strdup_printf (C_ ("undo step", "Axes %s and %s"),
                              ob_parameter_get_label (change->after.plane->x),
                              ob_parameter_get_label (change->after.plane->y));
    case CHANGE_OVERLAY:
      return describe_overlay (change->before.overlay, change->after.overlay);
    case CHANGE_PIN:
      return describe_pin (change->before.pin, change->after.pin, change->index);
    case CHANGE_UNCERTAINTY:
      return describe_uncertainty (change->before.uncertainty, change->after.uncertainty);
    default:
      g_assert_not_reached ();
    }
}

char *
ob_edit_describe (const ObEdit *edit)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (edit != NULL, NULL);

  if (edit->name != NULL)
    return g_strdup (edit->name);

  if (edit->changes->len > MAX_LISTED)
    /* Translators: a step that can be undone and changed so many things. */
    return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", edit->changes->len),
      edit->changes->len);

  text = g_string_new (NULL);
  for (guint i = 0; i < edit->changes->len; i++)
    {
      g_autofree char *part = describe_change (&g_array_index (edit->changes, Change, i));

      if (i > 0)
        /* Translators: stands between two things that one step changed. */
        g_string_append (text, C_ ("undo step", ", "));
      g_string_append (text, part);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
