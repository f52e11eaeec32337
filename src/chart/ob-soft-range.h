/* ob-soft-range.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-scale.h"

G_BEGIN_DECLS

/**
 * ObSoftRange:
 * @scale: the range shown, once @is_set
 *
 * The memory of an axis, so that it stands still while a person drags. Zero
 * filled it is empty.
 */
typedef struct
{
  ObScale scale;
  gboolean is_set;
} ObSoftRange;

/**
 * ob_soft_range_update:
 * @held: whether a drag is in progress
 *
 * Makes the range hold @min to @max, with round ends. While it is held it only
 * grows, and only where the data pass its end; otherwise it fits the data.
 */
void
ob_soft_range_update (ObSoftRange *self, ObScaleKind kind, double min, double max, gboolean held);

G_END_DECLS
