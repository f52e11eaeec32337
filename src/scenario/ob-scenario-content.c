/* ob-scenario-content.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-content.h"

#include "ob-scenario-private.h"

void
ob_scenario_content_init (ObScenarioContent *content)
{
  g_return_if_fail (content != NULL);

  *content = (ObScenarioContent){ 0 };
  ob_inputs_init (&content->inputs);
  ob_uncertainty_init (&content->uncertainty);
  ob_discovery_init (&content->discovery);
  ob_plane_init (&content->plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  ob_overlay_init (&content->overlay);
  content->title = g_strdup ("");
  content->description = g_strdup ("");
  content->author = g_strdup ("");
  content->sources = g_new0 (char *, 1);
  content->lineage = ob_lineage_new (NULL, NULL, NULL, NULL, NULL);
}

void
ob_scenario_content_clear (ObScenarioContent *content)
{
  g_return_if_fail (content != NULL);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    g_clear_pointer (&content->notes[i], g_free);
  for (guint i = 0; i < OB_N_PINS; i++)
    g_clear_pointer (&content->pins[i], ob_pin_unref);
  g_clear_pointer (&content->title, g_free);
  g_clear_pointer (&content->description, g_free);
  g_clear_pointer (&content->author, g_free);
  g_clear_pointer (&content->sources, g_strfreev);
  g_clear_pointer (&content->lineage, ob_lineage_unref);
}

void
ob_scenario_content_copy (const ObScenarioContent *content, ObScenarioContent *copy)
{
  g_return_if_fail (content != NULL);
  g_return_if_fail (copy != NULL);

  *copy = *content;
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    copy->notes[i] = g_strdup (content->notes[i]);
  for (guint i = 0; i < OB_N_PINS; i++)
    {
      if (content->pins[i] != NULL)
        ob_pin_ref (content->pins[i]);
    }
  copy->title = g_strdup (content->title);
  copy->description = g_strdup (content->description);
  copy->author = g_strdup (content->author);
  copy->sources = g_strdupv (content->sources);
  ob_lineage_ref (content->lineage);
}

gboolean
ob_scenario_content_equal (const ObScenarioContent *a, const ObScenarioContent *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (!ob_inputs_equal (&a->inputs, &b->inputs) || !ob_plane_equal (&a->plane, &b->plane)
      || !ob_overlay_equal (&a->overlay, &b->overlay)
      || !ob_uncertainty_equal (&a->uncertainty, &b->uncertainty)
      || !ob_discovery_equal (&a->discovery, &b->discovery))
    return FALSE;

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      if (g_strcmp0 (a->notes[i], b->notes[i]) != 0 || a->locked[i] != b->locked[i])
        return FALSE;
    }

  for (guint i = 0; i < OB_N_PINS; i++)
    {
      if (!ob_pin_equal (a->pins[i], b->pins[i]))
        return FALSE;
    }

  return g_str_equal (a->title, b->title) && g_str_equal (a->description, b->description)
         && g_str_equal (a->author, b->author)
         && g_strv_equal ((const char *const *) a->sources, (const char *const *) b->sources)
         && ob_lineage_equal (a->lineage, b->lineage);
}

char *
ob_scenario_clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  GString *clean = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* A reader of XML turns every kind of line end into a line feed. */
      if (c == '\r')
        {
          if (p[1] != '\n')
            g_string_append_c (clean, '\n');
        }
      else if ((c >= 0x20 || c == '\t' || c == '\n') && c != 0xfffe && c != 0xffff)
        {
          g_string_append_unichar (clean, c);
        }
    }

  return g_string_free (clean, FALSE);
}

gboolean
ob_scenario_use_as_axis (ObScenario *self, ObParameter parameter, gboolean is_x, GError **error)
{
  const ObPlane *old;
  ObPlane plane;
  ObParameter other;

  g_return_val_if_fail (OB_IS_SCENARIO (self), FALSE);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, FALSE);

  old = &ob_scenario_get_content (self)->plane;
  other = is_x ? old->y : old->x;
  if (other == parameter)
    other = is_x ? old->x : old->y;

  if (is_x)
    ob_plane_init (&plane, parameter, other);
  else
    ob_plane_init (&plane, other, parameter);

  return ob_scenario_set_plane (self, &plane, error);
}

gboolean
ob_scenario_check_range (double from, double to)
{
  /* Of a sum the last bits may be missing. */
  return from >= -OB_SCENARIO_RANGE_HISTORY && to <= OB_N_QUARTERS
         && to - from >= OB_SCENARIO_MIN_RANGE - 1e-9;
}

const ObOverlay *
ob_scenario_get_overlay (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return &ob_scenario_get_content (self)->overlay;
}

static void
set_text (ObScenario *self, ObScenarioText text, const char *before, const char *value)
{
  g_autofree char *clean = ob_scenario_clean_text (value);
  ObEdit *edit = ob_edit_new (NULL);

  ob_edit_add_text (edit, text, before, clean);
  if (ob_edit_is_empty (edit))
    ob_edit_free (edit);
  else
    ob_scenario_perform (self, edit);
}

void
ob_scenario_set_title (ObScenario *self, const char *title)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  set_text (self, OB_SCENARIO_TITLE, ob_scenario_get_title (self), title);
}

void
ob_scenario_set_description (ObScenario *self, const char *description)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  set_text (self, OB_SCENARIO_DESCRIPTION, ob_scenario_get_description (self), description);
}

void
ob_scenario_set_author (ObScenario *self, const char *author)
{
  g_return_if_fail (OB_IS_SCENARIO (self));

  set_text (self, OB_SCENARIO_AUTHOR, ob_scenario_get_author (self), author);
}

const char *
ob_scenario_get_title (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_scenario_get_content (self)->title;
}

const char *
ob_scenario_get_description (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_scenario_get_content (self)->description;
}

const char *
ob_scenario_get_author (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return ob_scenario_get_content (self)->author;
}

const char *const *
ob_scenario_get_sources (ObScenario *self)
{
  g_return_val_if_fail (OB_IS_SCENARIO (self), NULL);

  return (const char *const *) ob_scenario_get_content (self)->sources;
}
