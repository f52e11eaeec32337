/* ob-parallel.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ObParallelFunc:
 * @first: the first item of this turn
 * @end: the item after its last one
 *
 * Works on some of the items; called on several threads at once. It should look
 * at @cancellable between items.
 */
typedef void (*ObParallelFunc) (gsize first,
                                gsize end,
                                GCancellable *cancellable,
                                gpointer user_data);

/**
 * ob_parallel_for:
 * @n: the number of items
 * @func: what to do with them
 * @cancellable: (nullable): looked at between turns
 *
 * Shares out items over the threads of ob_engine_get_n_threads(), the caller's
 * included, in turns of neighbours, and returns when all are done.
 *
 * Returns: FALSE if @cancellable was cancelled
 */
gboolean
ob_parallel_for (gsize n, ObParallelFunc func, gpointer user_data, GCancellable *cancellable);

G_END_DECLS
