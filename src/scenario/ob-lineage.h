/* ob-lineage.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-extras.h"
#include "ob-inputs.h"

G_BEGIN_DECLS

/**
 * ObLineage:
 * @template_id: (nullable): which template a document started from
 * @origin: the inputs it started from
 * @created: (nullable): when it was first saved
 * @changed: (nullable): when it was last saved with a change
 * @extras: (nullable): what its file holds that this version does not know
 *
 * Where a document comes from. Never changed once made, counted atomically, so that
 * documents and steps of undo share it.
 */
typedef struct
{
  char *template_id;
  ObInputs origin;
  char *created;
  char *changed;
  ObExtras *extras;
} ObLineage;

/* @origin: (nullable): the base case; @extras: (nullable): counted */
ObLineage *ob_lineage_new (const char *template_id,
                           const ObInputs *origin,
                           const char *created,
                           const char *changed,
                           ObExtras *extras) G_GNUC_WARN_UNUSED_RESULT;
ObLineage *ob_lineage_ref (ObLineage *lineage);
void ob_lineage_unref (ObLineage *lineage);

/* But for when they were last changed, which follows from what was saved. */
gboolean ob_lineage_equal (const ObLineage *a, const ObLineage *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObLineage, ob_lineage_unref)

G_END_DECLS
