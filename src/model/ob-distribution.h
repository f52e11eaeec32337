/* ob-distribution.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-inputs.h"

G_BEGIN_DECLS

/**
 * ObDistributionKind:
 * @OB_DISTRIBUTION_FIXED: the value of the scenario, always
 * @OB_DISTRIBUTION_UNIFORM: all values from low to high alike
 * @OB_DISTRIBUTION_TRIANGULAR: a density that rises from low to the mode and
 *   falls to high, in straight lines
 * @OB_DISTRIBUTION_PERT: from low to high around the mode, the beta distribution
 *   with the mean (low + 4 mode + high) / 6 (D. G. Malcolm and others,
 *   "Application of a Technique for Research and Development Program
 *   Evaluation", 1959)
 * @OB_DISTRIBUTION_LOGNORMAL: the logarithm is normal; one value in twenty lies
 *   below low and one above high. What would lie outside the range of the
 *   parameter is left out and the rest counts for all
 */
typedef enum
{
  OB_DISTRIBUTION_FIXED,
  OB_DISTRIBUTION_UNIFORM,
  OB_DISTRIBUTION_TRIANGULAR,
  OB_DISTRIBUTION_PERT,
  OB_DISTRIBUTION_LOGNORMAL,
  OB_N_DISTRIBUTION_KINDS
} ObDistributionKind;

/**
 * ObDistribution:
 * @low: in the model unit of the parameter; 0 if fixed
 * @mode: the most likely value of a triangular or PERT distribution, or NaN: the
 *   value that the scenario has, or the end of the range nearest to it. NaN for
 *   the other kinds
 * @high: as @low
 *
 * What is known of a parameter. A plain value.
 */
typedef struct
{
  ObDistributionKind kind;
  double low;
  double mode;
  double high;
} ObDistribution;

/* Stable ids: "fixed", "uniform", "triangular", "pert", "lognormal". */
const char *ob_distribution_kind_get_id (ObDistributionKind kind);
/* Translated; never freed. */
const char *ob_distribution_kind_get_label (ObDistributionKind kind);
gboolean ob_distribution_kind_from_id (const char *id, ObDistributionKind *kind);
gboolean ob_distribution_kind_has_mode (ObDistributionKind kind);

/* Makes it a fixed one. */
void ob_distribution_init (ObDistribution *distribution);
gboolean ob_distribution_equal (const ObDistribution *a, const ObDistribution *b);

/**
 * ob_distribution_check:
 *
 * Whether @distribution may be used for @parameter: its ends within the range of
 * the parameter, low below high, the mode between them; a lognormal one above
 * zero; a switch is always fixed. The error names the parameter:
 * %OB_MODEL_ERROR_OUT_OF_RANGE.
 */
gboolean
ob_distribution_check (const ObDistribution *distribution, ObParameter parameter, GError **error);

/**
 * ob_distribution_resolve:
 * @value: what the scenario has
 *
 * Returns: @distribution with a number for its mode, if its kind has one
 */
ObDistribution ob_distribution_resolve (const ObDistribution *distribution, double value);

/**
 * ob_distribution_fill:
 * @distribution: checked, resolved and not fixed
 * @share: (array length=n): shares of the distribution, between 0 and 1
 * @out: (out) (array length=n): the values below which they lie; may be @share
 *
 * The quantile function. Values are within the range of @parameter.
 */
void ob_distribution_fill (const ObDistribution *distribution,
                           ObParameter parameter,
                           const double *share,
                           gsize n,
                           double *out);

/* The same for one share. */
double ob_distribution_get_quantile (const ObDistribution *distribution,
                                     ObParameter parameter,
                                     double share);

/* How likely values around @value are, per model unit; 0 outside. Checked,
 * resolved and not fixed, as above. */
double ob_distribution_get_density (const ObDistribution *distribution,
                                    ObParameter parameter,
                                    double value);

G_END_DECLS
