/* ob-heading.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-page.h"

G_BEGIN_DECLS

#define OB_HEADING_MAX_ENTRIES 4

/**
 * ObHeading:
 * @title: what the chart shows
 * @entries: what its colours and signs mean; NULL after the last
 * @colors: (nullable): of each, NULL for the theme's text
 *
 * What stands above the rows of a chart: its title, and a key that is at the right of it
 * or, where that has no room, below it. Half a key would be worse than none: one that takes
 * too much of the area is left out.
 */
typedef struct
{
  const char *title;
  const char *entries[OB_HEADING_MAX_ENTRIES + 1];
  const ObColor *colors[OB_HEADING_MAX_ENTRIES];
} ObHeading;

/* Without room below it. */
double ob_heading_get_height (const ObHeading *self, const ObPage *page, const ObRect *area);
/* Along the top of @area. */
void ob_heading_draw (const ObHeading *self, const ObPage *page, const ObRect *area);

G_END_DECLS
