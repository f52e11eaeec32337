/* ob-uncertainty.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-correlation.h"
#include "ob-distribution.h"

G_BEGIN_DECLS

/* The seed of a scenario that names none, and the largest. */
#define OB_UNCERTAINTY_SEED     1
#define OB_UNCERTAINTY_MAX_SEED G_MAXINT32

/**
 * ObUncertainty:
 * @distributions: of each parameter; at first all are fixed
 * @n_correlations: how many pairs of levers go together
 * @correlations: these pairs, in the order of the parameter table
 * @seed: which sample is drawn
 *
 * What is known of the inputs beyond their values. A plain value: copy it by
 * assignment.
 */
typedef struct
{
  ObDistribution distributions[OB_N_PARAMETERS];
  guint n_correlations;
  ObCorrelation correlations[OB_CORRELATIONS_MAX];
  guint32 seed;
} ObUncertainty;

/* Nothing is uncertain. */
void ob_uncertainty_init (ObUncertainty *uncertainty);
gboolean ob_uncertainty_equal (const ObUncertainty *a, const ObUncertainty *b);
/* The first fault is reported, as ob_distribution_check() and
 * ob_correlations_check() do. A correlation of a fixed lever is allowed. */
gboolean ob_uncertainty_check (const ObUncertainty *uncertainty, GError **error);

/* How many levers vary, and which, in the order of the parameter table.
 * @levers is (nullable) (out) (array fixed-size=OB_N_PARAMETERS). */
guint ob_uncertainty_get_levers (const ObUncertainty *uncertainty, ObParameter *levers);

/* The rank correlation of two different levers in either order, 0 without one. */
double
ob_uncertainty_get_correlation (const ObUncertainty *uncertainty, ObParameter a, ObParameter b);

/**
 * ob_uncertainty_set_correlations:
 * @pairs: (array length=n): in any order, the two of each in either order; a rank of
 *   0 is left out
 *
 * Takes the place of all correlations. Leaves @uncertainty alone and returns FALSE,
 * as ob_correlations_check() does, if they are not possible.
 */
gboolean ob_uncertainty_set_correlations (ObUncertainty *uncertainty,
                                          const ObCorrelation *pairs,
                                          guint n,
                                          GError **error);

/**
 * ob_uncertainty_set_correlation:
 * @rank: 0 takes the pair off the list
 *
 * Sets one and keeps the others. Leaves @uncertainty alone and returns FALSE with an
 * error that names the pair if the correlation is not possible, or if the others are
 * not without it.
 */
gboolean ob_uncertainty_set_correlation (ObUncertainty *uncertainty,
                                         ObParameter a,
                                         ObParameter b,
                                         double rank,
                                         GError **error);

G_END_DECLS
