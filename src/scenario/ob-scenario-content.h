/* ob-scenario-content.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-discovery.h"
#include "ob-lineage.h"
#include "ob-overlay.h"
#include "ob-pin.h"
#include "ob-uncertainty.h"

G_BEGIN_DECLS

/**
 * ObScenarioContent:
 * @inputs: the assumptions
 * @uncertainty: what is known of them beyond their values
 * @discovery: a box of draws that was found and kept
 * @notes: a person's reason for each value, or NULL
 * @locked: whether a value is held where it is
 * @plane: the axes of the frontier
 * @overlay: what is drawn over its map
 * @pins: scenarios to compare with, or NULL
 * @title: never NULL
 * @description: never NULL
 * @author: never NULL
 * @sources: where the story comes from, a NULL-terminated list, never NULL
 * @lineage: where the document itself comes from, never NULL
 *
 * All of a document that is worth saving. It owns its strings.
 */
typedef struct
{
  ObInputs inputs;
  ObUncertainty uncertainty;
  ObDiscovery discovery;
  char *notes[OB_N_PARAMETERS];
  gboolean locked[OB_N_PARAMETERS];
  ObPlane plane;
  ObOverlay overlay;
  ObPin *pins[OB_N_PINS];
  char *title;
  char *description;
  char *author;
  char **sources;
  ObLineage *lineage;
} ObScenarioContent;

/* The base case, nothing written about it. */
void ob_scenario_content_init (ObScenarioContent *content);
void ob_scenario_content_clear (ObScenarioContent *content);
/* @copy holds nothing yet. */
void ob_scenario_content_copy (const ObScenarioContent *content, ObScenarioContent *copy);
gboolean ob_scenario_content_equal (const ObScenarioContent *a, const ObScenarioContent *b);

/* @text without what XML cannot hold: valid UTF-8, no control characters but
 * tabs and line feeds. NULL gives "". */
char *ob_scenario_clean_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObScenarioContent, ob_scenario_content_clear)

G_END_DECLS
