/* ob-sampler.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-run.h"
#include "ob-uncertainty.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Independent samples of the same inputs: what a method that needs two takes. */
#define OB_SAMPLER_N_BLOCKS 2

/**
 * ObSampler:
 * @inputs: the values of what does not vary
 * @n_levers: how many levers vary
 * @levers: which, in the order of the parameter table
 * @distributions: theirs, resolved
 * @correlated: whether any two of them go together
 *
 * Draws inputs. Draw i depends on the inputs, the uncertainty, its seed and i
 * only, and each lever has coordinates of its own, so that a change of one lever
 * leaves the others of every draw as they were (common random numbers) unless
 * they are correlated with it. Never changed once made, so that threads can
 * share it.
 */
typedef struct
{
  ObInputs inputs;
  guint n_levers;
  ObParameter levers[OB_N_PARAMETERS];
  ObDistribution distributions[OB_N_PARAMETERS];
  gboolean correlated;
  /*< private >*/
  guint32 seed;
  double *factor;
} ObSampler;

/* Both have to be checked, see ob_inputs_check() and ob_uncertainty_check(). */
ObSampler *
ob_sampler_new (const ObInputs *inputs, const ObUncertainty *uncertainty) G_GNUC_WARN_UNUSED_RESULT;
void ob_sampler_free (ObSampler *sampler);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObSampler, ob_sampler_free)

/**
 * ob_sampler_fill_shares:
 * @block: which of the independent samples, below %OB_SAMPLER_N_BLOCKS
 * @lever: index into the levers of @sampler
 * @first: the first draw
 * @n: how many
 * @out: (out) (array length=n)
 *
 * The coordinate of a lever in each draw: scrambled Sobol' points, independent of
 * those of other levers, between 0 and 1.
 */
void ob_sampler_fill_shares (const ObSampler *sampler,
                             guint block,
                             guint lever,
                             guint64 first,
                             gsize n,
                             double *out);

/**
 * ob_sampler_fill_values:
 * @shares: (array length=n_levers): for each lever @n coordinates, as
 *   ob_sampler_fill_shares() gives or changed from them
 * @values: (array length=n_levers): for each lever where its @n values go, not
 *   where any shares are
 *
 * Turns coordinates into values: correlates them and takes quantiles. Draws do not
 * act on each other. Runs on the calling thread.
 */
void ob_sampler_fill_values (const ObSampler *sampler,
                             const double *const *shares,
                             gsize n,
                             double *const *values);

/**
 * ob_sampler_draw:
 * @values: (out) (array length=n_levers*n): the values of each lever, one lever
 *   after the other
 * @cancellable: (nullable): looked at between pieces
 *
 * The draws @first to @first + @n - 1 of the first block, on all threads.
 *
 * Returns: FALSE, with undefined values, if @cancellable was cancelled
 */
gboolean ob_sampler_draw (const ObSampler *sampler,
                          guint64 first,
                          gsize n,
                          double *values,
                          GCancellable *cancellable);

/* One draw by itself, to the same bits: values for ob_run(). */
void ob_sampler_get_draw (const ObSampler *sampler, guint64 index, ObInputs *inputs);

/**
 * ob_sampler_run:
 * @metrics: (array fixed-size=OB_N_METRICS): for each metric where its @n values
 *   go, or NULL; one that a draw does not have is as in #ObRun
 * @values: (nullable) (out): as for ob_sampler_draw()
 *
 * Runs the draws @first to @first + @n - 1 one by one and sums each up. The bytes
 * do not depend on the number of threads nor on how a sample is cut into pieces.
 *
 * Returns: FALSE, with undefined results, if @cancellable was cancelled
 */
gboolean ob_sampler_run (const ObSampler *sampler,
                         guint64 first,
                         gsize n,
                         double *const *metrics,
                         double *values,
                         GCancellable *cancellable);

G_END_DECLS
