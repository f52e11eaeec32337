/* ob-published-set.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-inputs.h"

G_BEGIN_DECLS

/**
 * ObPublishedSet:
 * @OB_PUBLISHED_CAUTIOUS: the end of each published range that speaks against the
 *   build-out
 * @OB_PUBLISHED_CONSENSUS: the default of each
 * @OB_PUBLISHED_OPTIMISTIC: the end that speaks for it
 *
 * Inputs taken together from what is published. The lowest numbers together would
 * be no story: low capex is good for returns and low demand is bad.
 */
typedef enum
{
  OB_PUBLISHED_CAUTIOUS,
  OB_PUBLISHED_CONSENSUS,
  OB_PUBLISHED_OPTIMISTIC,
  OB_N_PUBLISHED_SETS
} ObPublishedSet;

/* "cautious", "consensus", "optimistic" */
const char *ob_published_set_get_id (ObPublishedSet set);
gboolean ob_published_set_from_id (const char *id, ObPublishedSet *set);
/* Translated; never freed: the name of the step that uses it. */
const char *ob_published_set_get_step (ObPublishedSet set);

/**
 * ob_published_set_use:
 * @inputs: (inout): those without a published range stay as they are
 *
 * Gives each input that has a published range its default and then, for the
 * cautious and the optimistic set, the end of the range, within what the
 * parameter accepts, that moves net present value down or up when that input
 * alone is moved; where neither end moves it, the end with more or less bubble
 * risk; where that stays, too, the default.
 *
 * Returns: how many inputs have a published range
 */
guint ob_published_set_use (ObPublishedSet set, ObInputs *inputs);

G_END_DECLS
