/* ob-edit.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario-content.h"

G_BEGIN_DECLS

/**
 * ObEdit:
 *
 * What one act of a person changed: for each thing touched its state before
 * and after. An edit can be applied forwards and backwards, and takes up what
 * it changed and not the whole document.
 */
typedef struct _ObEdit ObEdit;

/* What applying an edit touched. */
typedef enum
{
  OB_EDIT_TOUCHES_NOTHING = 0,
  OB_EDIT_TOUCHES_INPUTS = 1 << 0,
  OB_EDIT_TOUCHES_NOTES = 1 << 1,
  OB_EDIT_TOUCHES_VIEW = 1 << 2,
  OB_EDIT_TOUCHES_TITLE = 1 << 3,
  OB_EDIT_TOUCHES_DESCRIPTION = 1 << 4,
  OB_EDIT_TOUCHES_AUTHOR = 1 << 5,
  OB_EDIT_TOUCHES_LINEAGE = 1 << 6
} ObEditTouches;

/* What is written about a scenario as a whole. */
typedef enum
{
  OB_SCENARIO_TITLE,
  OB_SCENARIO_DESCRIPTION,
  OB_SCENARIO_AUTHOR
} ObScenarioText;

/* @name: (nullable): what the step is called; without it the changes are listed */
ObEdit *ob_edit_new (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void ob_edit_free (ObEdit *edit);

/* Each adds a change, or extends the change of the same thing; one that ends
 * where it began is dropped. */
void ob_edit_add_value (ObEdit *edit, ObParameter parameter, double before, double after);
void ob_edit_add_history (ObEdit *edit, const ObHistory *before, const ObHistory *after);
void ob_edit_add_note (ObEdit *edit, ObParameter parameter, const char *before, const char *after);
void ob_edit_add_lock (ObEdit *edit, ObParameter parameter, gboolean before, gboolean after);
void ob_edit_add_plane (ObEdit *edit, const ObPlane *before, const ObPlane *after);
void ob_edit_add_overlay (ObEdit *edit, const ObOverlay *before, const ObOverlay *after);
/* Either may be NULL: no pin at @index. */
void ob_edit_add_pin (ObEdit *edit, guint index, ObPin *before, ObPin *after);
void
ob_edit_add_uncertainty (ObEdit *edit, const ObUncertainty *before, const ObUncertainty *after);
void ob_edit_add_discovery (ObEdit *edit, const ObDiscovery *before, const ObDiscovery *after);
/* Neither may be NULL. */
void ob_edit_add_text (ObEdit *edit, ObScenarioText text, const char *before, const char *after);
/* (array zero-terminated=1) Neither may be NULL. */
void ob_edit_add_sources (ObEdit *edit, char **before, char **after);
void ob_edit_add_lineage (ObEdit *edit, ObLineage *before, ObLineage *after);
/* Every parameter and the history. */
void ob_edit_add_inputs (ObEdit *edit, const ObInputs *before, const ObInputs *after);

gboolean ob_edit_is_empty (const ObEdit *edit);

/* Whether both change the same things, whatever their states. */
gboolean ob_edit_is_alike (const ObEdit *a, const ObEdit *b);

/* Adds the changes of @later, which happened after @edit, and its name. */
void ob_edit_absorb (ObEdit *edit, const ObEdit *later);

ObEditTouches ob_edit_apply (const ObEdit *edit, ObScenarioContent *content);
ObEditTouches ob_edit_revert (const ObEdit *edit, ObScenarioContent *content);

/* What happened, "Capex $770 bn/yr → $680 bn/yr": a translated sentence part. */
char *ob_edit_describe (const ObEdit *edit) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObEdit, ob_edit_free)

G_END_DECLS
