/* ob-scenario-pins.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-private.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

/* More differences than this do not make a name. */
#define MAX_NAMED 2

ObPin *
ob_scenario_get_pin (ObScenario *self, guint index)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);
  g_return_val_if_fail (index < OB_N_PINS, NULL);

  return ob_scenario_get_content (self)->pins[index];
}

ObPin *const *
ob_scenario_get_pins (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_scenario_get_content (self)->pins;
}

guint
ob_scenario_get_n_pins (ObScenario *self)
{
  guint n = 0;

  g_return_val_if_fail (OB_IS_SCENARIO (self), 0);

  for (guint i = 0; i < OB_N_PINS; i++)
    n += ob_scenario_get_pin (self, i) != NULL;

  return n;
}

gboolean
ob_scenario_get_free_pin (ObScenario *self, guint *index)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (index != NULL, FALSE);

  for (guint i = 0; i < OB_N_PINS; i++)
    {
      if (ob_scenario_get_pin (self, i) == NULL)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

void
ob_scenario_set_pin (ObScenario *self, guint index, ObPin *pin)
{
  ObEdit *edit;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (index < OB_N_PINS);

  edit = ob_edit_new (NULL);
  ob_edit_add_pin (edit, index, ob_scenario_get_pin (self, index), pin);
  ob_scenario_perform (self, edit);
}

void
ob_scenario_rename_pin (ObScenario *self, guint index, const char *name)
{
  g_autoptr (ObPin) renamed = NULL;
  const ObPin *pin;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (index < OB_N_PINS);

  pin = ob_scenario_get_pin (self, index);
  g_return_if_fail (pin != NULL);

  renamed = ob_pin_new_described (name, pin->description, pin->author, &pin->inputs);
  ob_scenario_set_pin (self, index, renamed);
}

void
ob_scenario_go_to_pin (ObScenario *self, guint index)
{
  g_autofree char *name = NULL;
  const ObPin *pin;
  ObInputs inputs;
  ObEdit *edit;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (index < OB_N_PINS);

  pin = ob_scenario_get_pin (self, index);
  g_return_if_fail (pin != NULL);

  /* Translators: a step that can be undone: the assumptions become those of the
   * pinned scenario with this letter. */
  name = g_strdup_printf (C_ ("undo step", "Go to pin %s"), ob_pin_get_letter (index));
  edit = ob_edit_new (name);
  inputs = pin->inputs;
  ob_scenario_keep_locked (self, &inputs);
  ob_edit_add_inputs (edit, ob_scenario_get_inputs (self), &inputs);
  ob_scenario_perform (self, edit);
}

void
ob_scenario_swap_with_pin (ObScenario *self, guint index)
{
  g_autofree char *name = NULL;
  g_autoptr (ObPin) mine = NULL;
  ObPin *pin;
  ObInputs theirs;
  ObInputs inputs;
  ObEdit *edit;

  g_return_if_fail (OB_IS_SCENARIO (self));
  g_return_if_fail (index < OB_N_PINS);

  pin = ob_scenario_get_pin (self, index);
  g_return_if_fail (pin != NULL);

  /* What is locked stays where it is on both sides, so that to swap once more brings
   * all back. */
  theirs = pin->inputs;
  ob_scenario_keep_locked (self, &theirs);
  inputs = *ob_scenario_get_inputs (self);
  if (ob_inputs_equal (&theirs, &inputs))
    return;
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      if (ob_scenario_get_locked (self, p))
        inputs.value[p] = pin->inputs.value[p];
    }

  /* Translators: a step that can be undone: the scenario and the pinned one with this
   * letter change places. */
  name = g_strdup_printf (C_ ("undo step", "Swap with pin %s"), ob_pin_get_letter (index));
  edit = ob_edit_new (name);
  mine = ob_pin_new_described (ob_scenario_get_title (self), ob_scenario_get_description (self),
                               ob_scenario_get_author (self), &inputs);
  ob_edit_add_inputs (edit, ob_scenario_get_inputs (self), &theirs);
  ob_edit_add_pin (edit, index, pin, mine);
  ob_edit_add_text (edit, OB_SCENARIO_TITLE, ob_scenario_get_title (self), pin->name);
  ob_edit_add_text (edit, OB_SCENARIO_DESCRIPTION, ob_scenario_get_description (self),
                    pin->description);
  ob_edit_add_text (edit, OB_SCENARIO_AUTHOR, ob_scenario_get_author (self), pin->author);
  ob_scenario_perform (self, edit);
}

ObPin *
ob_scenario_create_pin (ObScenario *self, const char *name)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_pin_new_described (name, ob_scenario_get_description (self),
                               ob_scenario_get_author (self), ob_scenario_get_inputs (self));
}

char *
ob_scenario_suggest_pin_name (ObScenario *self)
{
  const ObInputs *inputs;
  const ObInputs *origin;
  GString *text;
  guint n = 0;

  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  inputs = ob_scenario_get_inputs (self);
  origin = ob_scenario_get_origin (self);
  text = g_string_new (NULL);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      g_autofree char *value = NULL;

      if (inputs->value[i] == origin->value[i] || n++ >= MAX_NAMED)
        continue;

      value = ob_quantity_format (ob_parameter_get_info (i)->unit, inputs->value[i]);
      if (text->len > 0)
        g_string_append (text, C_ ("undo step", ", "));
      /* Translators: the name of an assumption and its value. */
      g_string_append_printf (text, C_ ("pin", "%s %s"), ob_parameter_get_label (i), value);
    }
  if (n > MAX_NAMED)
    g_string_append (text, "…");
  if (n == 0)
    g_string_append (text, ob_scenario_get_title (self));

  return g_string_free (text, FALSE);
}
