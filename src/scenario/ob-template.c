/* ob-template.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-template.h"

#include "ob-data.h"
#include "ob-scenario-file.h"
#include "ob-scenario-private.h"
#include "ob-scenario-reader.h"

#include <glib/gi18n-lib.h>

/* In the order in which they are offered. Their words stand in their files and
 * are extracted from there for translation. */
static const char *const ids[] = {
  "base",       "sequoia-2024",      "netease-2025", "power-wall", "price-war",
  "golden-age", "short-lived-chips", "soft-landing", "pops-2028",  "china",
  NULL,
};

#define N_IDS (G_N_ELEMENTS (ids) - 1)

typedef struct
{
  char *title;
  char *story;
} Words;

const char *const *
ob_template_get_ids (void)
{
  return ids;
}

gboolean
ob_template_exists (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  return g_strv_contains (ids, id);
}

static void
translate (char **text)
{
  char *translated = g_strdup (ob_data_translate (*text));

  g_free (*text);
  *text = translated;
}

ObScenario *
ob_template_load (const char *id, GError **error)
{
  g_autofree char *base_name = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (ObScenario) read = NULL;
  g_auto (ObScenarioContent) content = { 0 };

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!ob_template_exists (id))
    {
      g_autofree char *list = g_strjoinv (", ", (char **) ids);

      g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_READ,
                   _ ("there is no template “%s”, expected one of %s"), id, list);
      return NULL;
    }

  base_name = g_strconcat (id, OB_SCENARIO_SUFFIX, NULL);
  file = ob_data_get_file ("templates", base_name);
  name = g_file_get_parse_name (file);
  bytes = ob_scenario_read_file (file, name, NULL, NULL, error);
  if (bytes == NULL)
    return NULL;

  faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  read = ob_scenario_read (bytes, name, FALSE, faults);
  if (read == NULL)
    {
      g_propagate_error (error, g_ptr_array_steal_index (faults, 0));
      return NULL;
    }

  ob_scenario_content_copy (ob_scenario_get_content (read), &content);
  translate (&content.title);
  translate (&content.description);
  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      if (content.notes[i] != NULL)
        translate (&content.notes[i]);
    }

  ob_lineage_unref (content.lineage);
  content.lineage = ob_lineage_new (id, &content.inputs, NULL, NULL, NULL);

  return ob_scenario_new_from_content (&content);
}

static const Words *
get_words (const char *id)
{
  static Words words[N_IDS];
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      for (guint i = 0; i < N_IDS; i++)
        {
          g_autoptr (ObScenario) scenario = ob_template_load (ids[i], NULL);

          /* Without its file a template still has a name; loading it says why. */
          words[i].title = g_strdup (scenario != NULL ? ob_scenario_get_title (scenario) : ids[i]);
          words[i].story =
            g_strdup (scenario != NULL ? ob_scenario_get_description (scenario) : "");
        }
      g_once_init_leave (&initialized, 1);
    }

  for (guint i = 0; i < N_IDS; i++)
    {
      if (g_str_equal (ids[i], id))
        return &words[i];
    }

  return NULL;
}

const char *
ob_template_get_title (const char *id)
{
  const Words *words;

  g_return_val_if_fail (id != NULL, NULL);

  words = get_words (id);
  return words != NULL ? words->title : NULL;
}

const char *
ob_template_get_story (const char *id)
{
  const Words *words;

  g_return_val_if_fail (id != NULL, NULL);

  words = get_words (id);
  return words != NULL ? words->story : NULL;
}
