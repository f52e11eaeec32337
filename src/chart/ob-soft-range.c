/* ob-soft-range.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-soft-range.h"

#define N_TICKS 5

void
ob_soft_range_update (ObSoftRange *self, ObScaleKind kind, double min, double max, gboolean held)
{
  ObScale fit;

  g_return_if_fail (self != NULL);

  ob_scale_init_nice (&fit, kind, min, max, N_TICKS);

  if (held && self->is_set && self->scale.kind == kind)
    {
      ObScale data;

      ob_scale_init (&data, kind, min, max);
      if (data.min >= self->scale.min && data.max <= self->scale.max)
        return;

      ob_scale_init_nice (&fit, kind, MIN (data.min, self->scale.min),
                          MAX (data.max, self->scale.max), N_TICKS);
      /* A coarser step may round an end out that the data did not pass. */
      if (data.min >= self->scale.min)
        fit.min = self->scale.min;
      if (data.max <= self->scale.max)
        fit.max = self->scale.max;
    }

  self->scale = fit;
  self->is_set = TRUE;
}
