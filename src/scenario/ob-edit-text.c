/* ob-edit-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-edit-private.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

/* More changes than this are counted, not listed. */
#define MAX_LISTED 2

static char *
describe_overlay (const ObOverlay *before, const ObOverlay *after)
{
  ObOverlay without = *after;

  without.risk_lines = before->risk_lines;
  if (ob_overlay_equal (&without, before))
    return g_strdup (after->risk_lines ? C_ ("undo step", "Show lines of bubble risk")
                                       : C_ ("undo step", "Hide lines of bubble risk"));

  without = *after;
  without.payback_band = before->payback_band;
  if (ob_overlay_equal (&without, before))
    return g_strdup (after->payback_band ? C_ ("undo step", "Show the band of payback")
                                         : C_ ("undo step", "Hide the band of payback"));

  without = *after;
  without.risk_band = before->risk_band;
  if (ob_overlay_equal (&without, before))
    return g_strdup (after->risk_band ? C_ ("undo step", "Show the band of bubble risk")
                                      : C_ ("undo step", "Hide the band of bubble risk"));

  /* Who chooses a level turns the band on. */
  without.risk_level = before->risk_level;
  if (ob_overlay_equal (&without, before))
    {
      g_autofree char *level = ob_quantity_format (OB_UNIT_SHARE, after->risk_level);

      /* Translators: a step that can be undone: a band on the map is about this bubble risk
       * now, a percentage. */
      return g_strdup_printf (C_ ("undo step", "Bubble risk above %s"), level);
    }

  without = *after;
  without.single_draws = before->single_draws;
  if (ob_overlay_equal (&without, before))
    return g_strdup (after->single_draws ? C_ ("undo step", "Show single draws")
                                         : C_ ("undo step", "Hide single draws"));

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
describe_text (ObScenarioText text, const char *after)
{
  switch (text)
    {
    case OB_SCENARIO_TITLE:
      /* Translators: a step that can be undone: the scenario got the title %s. */
      return *after != '\0' ? g_strdup_printf (C_ ("undo step", "Title “%s”"), after)
                            : g_strdup (C_ ("undo step", "No title"));
    case OB_SCENARIO_DESCRIPTION:
      return g_strdup (C_ ("undo step", "Description"));
    case OB_SCENARIO_AUTHOR:
      /* Translators: a step that can be undone: the scenario got the author %s. */
      return *after != '\0' ? g_strdup_printf (C_ ("undo step", "Author “%s”"), after)
                            : g_strdup (C_ ("undo step", "No author"));
    default:
      g_assert_not_reached ();
    }
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
    case CHANGE_LOCK:
      /* Translators: steps that can be undone: the assumption %s is held where it is,
       * or no longer. */
      return g_strdup_printf (change->after.value != 0 ? C_ ("undo step", "Lock %s")
                                                       : C_ ("undo step", "Unlock %s"),
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
    case CHANGE_DISCOVERY:
      /* Translators: steps that can be undone: where most draws fail is kept in the
       * scenario, or no longer. */
      return g_strdup (change->after.discovery->n_limits > 0
                         ? C_ ("undo step", "Keep the box of failures")
                         : C_ ("undo step", "Remove the box of failures"));
    case CHANGE_TEXT:
      return describe_text (change->index, change->after.text);
    case CHANGE_SOURCES:
      return g_strdup (C_ ("undo step", "Sources"));
    case CHANGE_LINEAGE:
      return g_strdup (C_ ("undo step", "Dates and origin"));
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
