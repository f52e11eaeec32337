/* ob-comparer.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-comparison.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define OB_TYPE_COMPARER (ob_comparer_get_type ())
G_DECLARE_FINAL_TYPE (ObComparer, ob_comparer, OB, COMPARER, GObject)

/**
 * ObComparer:
 *
 * Makes comparisons off the main loop and hands the newest over, on the main context
 * of the thread it was made on. A new request cancels the one before.
 *
 * Properties, all read-only: "comparison" (ObComparison, boxed, the last one or NULL).
 */
ObComparer *ob_comparer_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* All is copied; see ob_comparison_new(). */
void ob_comparer_request (ObComparer *self,
                          const char *name,
                          const ObInputs *from,
                          const ObInputs *to,
                          ObMetric metric);
/* Stops what is under way; what was handed over stays. */
void ob_comparer_cancel (ObComparer *self);

gboolean ob_comparer_get_busy (ObComparer *self);
/* (transfer none) (nullable) */
ObComparison *ob_comparer_get_comparison (ObComparer *self);

G_END_DECLS
