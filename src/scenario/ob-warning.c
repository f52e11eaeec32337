/* ob-warning.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-warning-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
takes_away (const ObWarningRule *rule,
            const ObInputs *inputs,
            const ObRun *run,
            const ObWarning *fix)
{
  g_autofree ObRun *changed_run = NULL;
  ObInputs changed = *inputs;
  ObWarningClash clash = { NULL };
  gboolean found;

  changed.value[fix->fix] = fix->fix_value;
  if (rule->looks_at_run)
    {
      changed_run = g_new (ObRun, 1);
      ob_run (&changed, changed_run);
      run = changed_run;
    }

  found = rule->find (&changed, run, &clash);
  g_free (clash.sentence);

  return !found;
}

/* Whether the warning goes with the fix number @index, which is then in @warning. */
static gboolean
try_fix (const ObWarningRule *rule,
         const ObInputs *inputs,
         const ObRun *run,
         const ObWarningClash *clash,
         guint index,
         ObWarning *warning)
{
  const ObParameter parameter = clash->fixes[index].parameter;
  const double step = ob_parameter_get_info (parameter)->step;
  const double far = clash->fixes[index].value;
  const double way = inputs->value[parameter] - far;
  int enough = 0;
  int too_few = (int) ceil (fabs (way) / step);

  warning->fix = parameter;
  warning->fix_value = far;
  if (!takes_away (rule, inputs, run, warning))
    return FALSE;
  if (!clash->fixes[index].nearest)
    return TRUE;

  /* So many steps back from the far end it still will do, or will not any more. */
  while (too_few - enough > 1)
    {
      const int steps = (enough + too_few) / 2;

      warning->fix_value = way > 0 ? ob_warning_round_down (parameter, far + (steps + 0.5) * step)
                                   : ob_warning_round_up (parameter, far - (steps + 0.5) * step);
      if (takes_away (rule, inputs, run, warning))
        enough = steps;
      else
        too_few = steps;
    }
  if (enough > 0)
    warning->fix_value = way > 0 ? ob_warning_round_down (parameter, far + (enough + 0.5) * step)
                                 : ob_warning_round_up (parameter, far - (enough + 0.5) * step);
  else
    warning->fix_value = far;

  return TRUE;
}

GPtrArray *
ob_warnings_find (const ObInputs *inputs, const ObRun *run)
{
  g_autoptr (GPtrArray) warnings = NULL;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (run != NULL, NULL);

  warnings = g_ptr_array_new_with_free_func ((GDestroyNotify) ob_warning_free);
  for (guint i = 0; i < OB_N_WARNING_RULES; i++)
    {
      ObWarningClash clash = { NULL };
      ObWarning *warning;

      if (!ob_warning_rules[i].find (inputs, run, &clash))
        continue;

      warning = g_new0 (ObWarning, 1);
      warning->id = ob_warning_rules[i].id;
      warning->parameter = ob_warning_rules[i].parameter;
      warning->other = ob_warning_rules[i].other;
      warning->sentence = clash.sentence;
      for (guint j = 0; j < clash.n_fixes && !warning->has_fix; j++)
        warning->has_fix = try_fix (&ob_warning_rules[i], inputs, run, &clash, j, warning);
      if (!warning->has_fix && clash.no_fix != NULL)
        {
          /* Translators: two sentences, one after the other. */
          char *both = g_strdup_printf (C_ ("warning", "%s %s"), clash.sentence, clash.no_fix);

          g_free (warning->sentence);
          warning->sentence = both;
        }
      g_ptr_array_add (warnings, warning);
    }

  return g_steal_pointer (&warnings);
}

void
ob_warning_free (ObWarning *warning)
{
  g_return_if_fail (warning != NULL);

  g_free (warning->sentence);
  g_free (warning);
}

const char *const *
ob_warning_get_ids (void)
{
  static const char *ids[OB_N_WARNING_RULES + 1];
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      for (guint i = 0; i < OB_N_WARNING_RULES; i++)
        ids[i] = ob_warning_rules[i].id;
      g_once_init_leave (&initialized, 1);
    }

  return ids;
}

char *
ob_warning_describe_fix (const ObWarning *warning)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (warning != NULL && warning->has_fix, NULL);

  value = ob_quantity_format (ob_parameter_get_info (warning->fix)->unit, warning->fix_value);

  /* Translators: what a button does: the name of an input and its new value. */
  return g_strdup_printf (_ ("Set %s to %s"), ob_parameter_get_label (warning->fix), value);
}

char *
ob_warning_name_fix (const ObWarning *warning, const ObInputs *inputs)
{
  ObUnit unit;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (warning != NULL && warning->has_fix, NULL);
  g_return_val_if_fail (inputs != NULL, NULL);

  unit = ob_parameter_get_info (warning->fix)->unit;
  before = ob_quantity_format (unit, inputs->value[warning->fix]);
  after = ob_quantity_format (unit, warning->fix_value);

  /* Translators: a step that can be undone: the name of an input, its value
   * before and its value after. */
  return g_strdup_printf (_ ("Fix: %s %s → %s"), ob_parameter_get_label (warning->fix), before,
                          after);
}
