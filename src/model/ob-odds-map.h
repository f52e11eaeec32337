/* ob-odds-map.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-map.h"
#include "ob-sampler.h"

G_BEGIN_DECLS

/* The chances that curves are drawn of: the ends of a band, and its middle. */
#define OB_ODDS_MAP_N_LEVELS 3
extern const double ob_odds_map_levels[OB_ODDS_MAP_N_LEVELS];

/* The bubble risk whose chance of being exceeded is mapped unless another is asked for: a
 * crash within five years that is as likely as not. */
#define OB_ODDS_MAP_RISK 0.5

/**
 * ObOddsMap:
 * @plane: where the grid lies
 * @n: points along each side
 * @n_draws: how many draws it is made of, from the first on
 * @risk_level: the bubble risk that @risk is about, 0 to 1
 * @profit: the chance that npv is above zero at (i, j), in profit[j * n + i], j = 0 at
 *   y_min
 * @risk: the chance that bubble risk is above @risk_level, alike
 *
 * How likely it pays back at each point of a plane, were the two levers of the plane
 * exactly there and everything else as uncertain as it is. Also a lever that goes
 * together with one of the two is drawn as ever: the two are set, not observed. Never
 * changed once made, counted atomically.
 */
typedef struct
{
  ObPlane plane;
  guint n;
  gsize n_draws;
  double risk_level;
  double *profit;
  double *risk;
  /*< private >*/
  gatomicrefcount ref_count;
} ObOddsMap;

/* Whether anything but the levers of @plane varies: otherwise there is nothing to be
 * likely or not. */
gboolean ob_odds_map_is_possible (const ObSampler *sampler, const ObPlane *plane);

/**
 * ob_odds_map_new:
 * @sampler: one for which ob_odds_map_is_possible()
 * @n_nodes: points along each side at which draws are run, 4 or more; best a multiple
 *   of 16
 * @n_draws: 2 or more
 * @risk_level: the bubble risk whose chance of being exceeded is mapped
 * @cancellable: (nullable): looked at between draws
 *
 * Runs the same draws at each node of a grid, so that two neighbours, or two maps of
 * nearly the same inputs, differ by what the inputs do and not by chance. Between nodes
 * each draw is interpolated by cubics, which npv and risk are smooth enough for. The
 * share of draws above the threshold is that of a kernel estimate of the distribution
 * function (A. Azzalini, "A note on the estimation of a distribution function and
 * quantiles by a kernel method", 1981): without steps of one draw, and with a bandwidth
 * that goes to zero as draws are added or their spread does, so that the limit is the
 * plain share. The numbers do not depend on the number of threads, to the last bit.
 *
 * Returns: (nullable): NULL if cancelled
 */
ObOddsMap *ob_odds_map_new (const ObSampler *sampler,
                            const ObPlane *plane,
                            guint n_nodes,
                            gsize n_draws,
                            double risk_level,
                            GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
ObOddsMap *ob_odds_map_ref (ObOddsMap *map);
void ob_odds_map_unref (ObOddsMap *map);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObOddsMap, ob_odds_map_unref)

/* @values, one of the two grids, between its points, bilinear; @unit_x and @unit_y from
 * 0 to 1. */
double
ob_odds_map_interpolate (const ObOddsMap *map, const double *values, double unit_x, double unit_y);

/* The standard error of a chance if draws were independent; scrambled Sobol' points and
 * the kernel make it at most about that. */
double ob_odds_map_get_error (const ObOddsMap *map, double chance);

G_END_DECLS
