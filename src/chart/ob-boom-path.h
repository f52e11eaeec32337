/* ob-boom-path.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-results.h"

G_BEGIN_DECLS

#define OB_BOOM_PATH_MAX (OB_HISTORY_MAX_YEARS + OB_N_QUARTERS)

/**
 * ObBoomPath:
 * @onset: when the boom began, in calendar years
 * @n: how many places it has: the years of history, then the quarters
 * @n_history: how many of them are years of history
 * @years: of each, since @onset, ascending
 * @country: capex as a share of the GDP of the country of the yardstick
 * @world: capex as a share of the GDP of the world
 *
 * A scenario as one boom among others.
 */
typedef struct
{
  double onset;
  guint n;
  guint n_history;
  double years[OB_BOOM_PATH_MAX];
  double country[OB_BOOM_PATH_MAX];
  double world[OB_BOOM_PATH_MAX];
} ObBoomPath;

void ob_boom_path_init (ObBoomPath *self, const ObResults *results);

/* The place of the highest @country. */
guint ob_boom_path_get_peak (const ObBoomPath *self);

G_END_DECLS
