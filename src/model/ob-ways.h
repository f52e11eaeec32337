/* ob-ways.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-solve.h"

G_BEGIN_DECLS

/**
 * ObWay:
 * @parameter: the lever that is moved, all others as they are
 * @value: where it is moved to
 * @metric: the metric there
 * @move: how far that is, of the range of the lever as its slider shows it, from
 *   -1 to 1
 * @reaches: whether @metric is the target; else @value is where it comes nearest
 *
 * One way to a target by one lever alone.
 */
typedef struct
{
  ObParameter parameter;
  double value;
  double metric;
  double move;
  gboolean reaches;
} ObWay;

/**
 * ob_ways_find:
 * @metric: one that ob_solve_supports()
 * @skip: (nullable) (array fixed-size=OB_N_PARAMETERS): levers that stay where they
 *   are
 *
 * Solves for every lever in turn. A lever has a way for each value that reaches
 * the target and, where there is none, one to where it comes nearest. Ways that
 * reach it come first, those with the least move before others; then the rest, the
 * nearest miss first. Blocking; some tenths of a second.
 *
 * Returns: (nullable) (element-type ObWay): NULL if cancelled
 */
GArray *ob_ways_find (const ObInputs *inputs,
                      ObMetric metric,
                      double target,
                      const gboolean *skip,
                      GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;

/* The same on a worker thread; @callback is called in the context of the caller. The
 * inputs and @skip are copied. */
void ob_ways_find_async (const ObInputs *inputs,
                         ObMetric metric,
                         double target,
                         const gboolean *skip,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
/* %G_IO_ERROR_CANCELLED is the only error. */
GArray *ob_ways_find_finish (GAsyncResult *result, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
