/* ob-chunk.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-kernel.h"

G_BEGIN_DECLS

/**
 * ObChunk:
 * @first: the first of its scenarios
 * @n: how many it has, at most as many as the kernel has lanes
 *
 * The part of a batch that a kernel runs at once, and its results until they are
 * copied. Belongs to the model library.
 */
typedef struct
{
  gsize first;
  gsize n;
  double npv[OB_KERNEL_MAX_LANES];
  double pv_capex[OB_KERNEL_MAX_LANES];
  double bubble_risk[OB_KERNEL_MAX_LANES];
} ObChunk;

/**
 * ob_chunk_load:
 * @chunk: the chunk; filled
 * @kernel: the kernel that is going to run it
 * @scratch: the scratch it is going to run in
 * @axes: (array length=n_axes): what varies over the batch
 * @index: which chunk of the batch it is
 * @n_scenarios: the scenarios of the batch
 *
 * Puts the inputs of the chunk into the scratch.
 */
void ob_chunk_load (ObChunk *chunk,
                    const ObKernel *kernel,
                    gpointer scratch,
                    const ObSweepAxis *axes,
                    guint n_axes,
                    gsize index,
                    gsize n_scenarios);

/**
 * ob_chunk_get_output:
 *
 * Returns: where a kernel puts the results of the chunk
 */
ObKernelOutput ob_chunk_get_output (ObChunk *chunk);

/**
 * ob_chunk_store:
 * @result: (nullable): where the results of the batch are wanted; paybacks are
 *   not written
 *
 * Copies the results of the chunk to their places in the batch.
 */
void ob_chunk_store (const ObChunk *chunk, const ObSweepResult *result);

G_END_DECLS
