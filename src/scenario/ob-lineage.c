/* ob-lineage.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-lineage.h"

static void
lineage_clear (gpointer data)
{
  ObLineage *lineage = data;

  g_free (lineage->template_id);
  g_free (lineage->created);
  g_free (lineage->changed);
  ob_extras_unref (lineage->extras);
}

ObLineage *
ob_lineage_new (const char *template_id,
                const ObInputs *origin,
                const char *created,
                const char *changed,
                ObExtras *extras)
{
  ObLineage *lineage = g_atomic_rc_box_new0 (ObLineage);

  lineage->template_id = g_strdup (template_id);
  if (origin != NULL)
    lineage->origin = *origin;
  else
    ob_inputs_init (&lineage->origin);
  lineage->created = g_strdup (created);
  lineage->changed = g_strdup (changed);
  lineage->extras = extras != NULL ? ob_extras_ref (extras) : NULL;

  return lineage;
}

ObLineage *
ob_lineage_ref (ObLineage *lineage)
{
  g_return_val_if_fail (lineage != NULL, NULL);

  return g_atomic_rc_box_acquire (lineage);
}

void
ob_lineage_unref (ObLineage *lineage)
{
  if (lineage != NULL)
    g_atomic_rc_box_release_full (lineage, lineage_clear);
}

static gboolean
extras_equal (const ObExtras *a, const ObExtras *b)
{
  return a == b || (ob_extras_is_empty (a) && ob_extras_is_empty (b));
}

gboolean
ob_lineage_equal (const ObLineage *a, const ObLineage *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b
         || (g_strcmp0 (a->template_id, b->template_id) == 0
             && g_strcmp0 (a->created, b->created) == 0 && extras_equal (a->extras, b->extras)
             && ob_inputs_equal (&a->origin, &b->origin));
}
