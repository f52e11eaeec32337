/* ob-pin.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pin.h"

#include "ob-scenario-content.h"

#include <glib/gi18n-lib.h>

static const char *const letters[OB_N_PINS] = { "A", "B", "C", "D" };

static void
pin_clear (gpointer data)
{
  ObPin *pin = data;

  g_free (pin->name);
  g_free (pin->description);
  g_free (pin->author);
}

ObPin *
ob_pin_new (const char *name, const ObInputs *inputs)
{
  return ob_pin_new_described (name, NULL, NULL, inputs);
}

ObPin *
ob_pin_new_described (const char *name,
                      const char *description,
                      const char *author,
                      const ObInputs *inputs)
{
  ObPin *pin;

  g_return_val_if_fail (inputs != NULL, NULL);

  pin = g_atomic_rc_box_new0 (ObPin);
  pin->name = g_strstrip (g_strdelimit (ob_scenario_clean_text (name), "\t\n", ' '));
  pin->description = ob_scenario_clean_text (description);
  pin->author = ob_scenario_clean_text (author);
  pin->inputs = *inputs;

  return pin;
}

ObPin *
ob_pin_ref (ObPin *pin)
{
  g_return_val_if_fail (pin != NULL, NULL);

  return g_atomic_rc_box_acquire (pin);
}

void
ob_pin_unref (ObPin *pin)
{
  if (pin != NULL)
    g_atomic_rc_box_release_full (pin, pin_clear);
}

gboolean
ob_pin_equal (const ObPin *a, const ObPin *b)
{
  if (a == b)
    return TRUE;

  return a != NULL && b != NULL && g_str_equal (a->name, b->name)
         && g_str_equal (a->description, b->description) && g_str_equal (a->author, b->author)
         && ob_inputs_equal (&a->inputs, &b->inputs);
}

const char *
ob_pin_get_letter (guint index)
{
  g_return_val_if_fail (index < OB_N_PINS, NULL);

  return letters[index];
}

gboolean
ob_pin_from_letter (const char *letter, guint *index)
{
  g_return_val_if_fail (letter != NULL, FALSE);
  g_return_val_if_fail (index != NULL, FALSE);

  for (guint i = 0; i < OB_N_PINS; i++)
    {
      if (g_str_equal (letter, letters[i]))
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

char *
ob_pin_format_title (const ObPin *pin, guint index)
{
  g_return_val_if_fail (pin != NULL, NULL);
  g_return_val_if_fail (index < OB_N_PINS, NULL);

  if (*pin->name == '\0')
    return g_strdup (letters[index]);

  /* Translators: a pinned scenario: its letter and its name. */
  return g_strdup_printf (C_ ("pin", "%s: %s"), letters[index], pin->name);
}
