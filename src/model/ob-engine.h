/* ob-engine.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-kernel.h"

G_BEGIN_DECLS

/* The environment variable that forces an instruction set: "sse2", "avx2" or
 * "avx512". One that this machine does not have is refused with a warning. */
#define OB_ENGINE_VARIABLE "OVERBUILD_INSTRUCTION_SET"

/* The environment variable that says how many threads to use, 1 to
 * %OB_ENGINE_MAX_THREADS, instead of one for each core. Anything else is refused
 * with a warning. */
#define OB_ENGINE_THREADS_VARIABLE "OVERBUILD_THREADS"
#define OB_ENGINE_MAX_THREADS      256

/* Whether the kernels of an instruction set are there and this machine has it. */
gboolean ob_engine_has_instruction_set (const char *name);

/* The instruction set in use; chosen once. */
const char *ob_engine_get_instruction_set (void);

/* Threads that a sweep is shared out over, the caller's included. */
guint ob_engine_get_n_threads (void);

/**
 * ob_engine_limit_threads:
 * @n: the most threads to use, the caller's included; 0 for no limit
 *
 * Keeps the sweeps that start from now on from using all threads, so that a
 * benchmark can tell what one core does. It never adds threads.
 */
void ob_engine_limit_threads (guint n);

/* The kernel for one scenario, and the one for many. */
const ObKernel *ob_engine_get_narrow_kernel (void);
const ObKernel *ob_engine_get_wide_kernel (void);

/**
 * ob_engine_take_scratch:
 *
 * A scratch for a kernel, from a pool: no memory is allocated in the steady
 * state. Give it back with ob_engine_give_scratch(). Its contents are unknown:
 * call set_base() first.
 */
gpointer ob_engine_take_scratch (const ObKernel *kernel);
void ob_engine_give_scratch (const ObKernel *kernel, gpointer scratch);

G_END_DECLS
