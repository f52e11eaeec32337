/* ob-cli-ranges.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scenario.h"

G_BEGIN_DECLS

/**
 * ObCliRanges:
 *
 * The options of commands that draw samples: how many, which, and of what.
 */
typedef struct
{
  /*< private >*/
  char *draws;
  char *seed;
  char **ranges;
  gboolean published;
} ObCliRanges;

void ob_cli_ranges_clear (ObCliRanges *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ObCliRanges, ob_cli_ranges_clear)

/* Rows of a table of GOptionEntry; @SELF is the name of an ObCliRanges. */
/* clang-format off */
#define OB_CLI_RANGES_ENTRIES(SELF)                                                                \
  { "draws", 0, 0, G_OPTION_ARG_STRING, &SELF.draws, N_ ("How many draws"), N_ ("N") },            \
  { "seed", 0, 0, G_OPTION_ARG_STRING, &SELF.seed,                                                 \
    N_ ("Which sample, instead of the one of the scenario"), N_ ("S") },                           \
  { "range", 0, 0, G_OPTION_ARG_STRING_ARRAY, &SELF.ranges,                                        \
    N_ ("Let a parameter vary: uniform, triangular, pert or lognormal; may be repeated"),          \
    N_ ("ID=KIND:LOW:[MODE:]HIGH") },                                                              \
  { "published", 0, 0, G_OPTION_ARG_NONE, &SELF.published,                                         \
    N_ ("Let every parameter vary that has a published range, over that range"), NULL }
/* clang-format on */

/* --draws, or else @usual; checked against @least and @most. */
gboolean ob_cli_ranges_get_draws (const ObCliRanges *self,
                                  guint usual,
                                  guint least,
                                  guint most,
                                  guint64 *draws,
                                  GError **error);

/* What varies: the ranges of the scenario and those of the command line. It is an
 * error if nothing does. */
gboolean ob_cli_ranges_get (const ObCliRanges *self,
                            ObScenario *scenario,
                            ObUncertainty *uncertainty,
                            GError **error);

G_END_DECLS
