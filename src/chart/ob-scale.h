/* ob-scale.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-parameter.h"

G_BEGIN_DECLS

#define OB_SCALE_MAX_TICKS 32

/**
 * ObScale:
 * @kind: how values are spread
 * @min: the value at 0; more than 0 on a logarithmic scale
 * @max: the value at 1, more than @min
 *
 * Between a value and its place along an axis. A plain value: copy it by
 * assignment. Kinds differ only by a row in a table of functions.
 */
typedef struct
{
  ObScaleKind kind;
  double min;
  double max;
} ObScale;

/* From @min to @max as given, or if that is no usable range (all equal, not
 * finite, in the wrong order, not positive on a logarithmic scale) the nearest
 * one that is. */
void ob_scale_init (ObScale *self, ObScaleKind kind, double min, double max);
/* The smallest range with round ends that holds @min to @max, for about
 * @n_ticks ticks. */
void ob_scale_init_nice (ObScale *self, ObScaleKind kind, double min, double max, guint n_ticks);

/* Whether @value has a place: it is finite and, on a logarithmic scale, positive. */
gboolean ob_scale_accepts (const ObScale *self, double value);
/* 0 at the minimum to 1 at the maximum; beyond them it goes on. */
double ob_scale_to_unit (const ObScale *self, double value);
double ob_scale_from_unit (const ObScale *self, double unit);

/**
 * ob_scale_get_ticks:
 * @max_ticks: at most this many; 2 or more, no more than %OB_SCALE_MAX_TICKS
 * @ticks: (out) (array length=max_ticks): ascending, within the range
 *
 * Round values, 1, 2 or 5 times a power of ten apart or, on a logarithmic
 * scale of more than a decade, such values themselves.
 *
 * Returns: how many there are
 */
guint ob_scale_get_ticks (const ObScale *self, guint max_ticks, double *ticks);

/* The smallest of 1, 2, 5 times a power of ten that is at least @value, which is
 * finite and more than 0. */
double ob_scale_get_nice_step (double value);

G_END_DECLS
