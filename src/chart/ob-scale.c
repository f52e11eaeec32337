/* ob-scale.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scale.h"

#include <math.h>

/* Nothing beyond these is drawn to scale; differences and steps stay finite. */
#define LARGEST  1e300
#define SMALLEST 1e-280
/* Narrower than this, relative to its ends, a range counts as a single value. */
#define NARROWEST 1e-9
/* A logarithmic axis of more decades than this shows nothing. */
#define MOST_DECADES 12.

typedef struct
{
  gboolean (*accepts) (double value);
  double (*to_unit) (const ObScale *self, double value);
  double (*from_unit) (const ObScale *self, double unit);
  void (*widen) (ObScale *self);
  void (*round_out) (ObScale *self, guint n_ticks);
  guint (*get_ticks) (const ObScale *self, guint max_ticks, double *ticks);
} ObScaleClass;

double
ob_scale_get_nice_step (double value)
{
  double power;
  double mantissa;

  g_return_val_if_fail (isfinite (value) && value > 0, 1.);

  power = pow (10., floor (log10 (value)));
  mantissa = value / power;

  /* A step asked for exactly must not be rounded up by the last bit. */
  if (mantissa <= 1. + 1e-9)
    return power;
  if (mantissa <= 2. + 1e-9)
    return 2. * power;
  if (mantissa <= 5. + 1e-9)
    return 5. * power;

  return 10. * power;
}

static gboolean
linear_accepts (double value)
{
  return isfinite (value);
}

static double
linear_to_unit (const ObScale *self, double value)
{
  return (value - self->min) / (self->max - self->min);
}

static double
linear_from_unit (const ObScale *self, double unit)
{
  return self->min + unit * (self->max - self->min);
}

static void
linear_widen (ObScale *self)
{
  double size = MAX (fabs (self->min), fabs (self->max));

  if (self->max - self->min > NARROWEST * size)
    return;

  if (size == 0)
    self->max = 1.;
  else if (self->min > 0)
    self->min = 0.;
  else
    self->max = 0.;
}

static void
linear_round_out (ObScale *self, guint n_ticks)
{
  double step = ob_scale_get_nice_step ((self->max - self->min) / n_ticks);

  /* Data that end on a tick, but for rounding, do not need another one. */
  self->min = step * floor (self->min / step + 1e-6);
  self->max = step * ceil (self->max / step - 1e-6);
}

static guint
linear_get_ticks (const ObScale *self, guint max_ticks, double *ticks)
{
  double span = self->max - self->min;
  double step = ob_scale_get_nice_step (span / max_ticks);
  double first = ceil (self->min / step - 1e-6);
  guint n = 0;

  while (floor (self->max / step + 1e-6) - first + 1 > max_ticks)
    {
      step = ob_scale_get_nice_step (step * 1.5);
      first = ceil (self->min / step - 1e-6);
    }

  for (double k = first; n < max_ticks && k * step <= self->max + 1e-6 * step; k += 1.)
    ticks[n++] = k == 0 ? 0. : k * step;

  return n;
}

static gboolean
log_accepts (double value)
{
  return isfinite (value) && value > 0;
}

static double
log_to_unit (const ObScale *self, double value)
{
  return log (value / self->min) / log (self->max / self->min);
}

static double
log_from_unit (const ObScale *self, double unit)
{
  return self->min * pow (self->max / self->min, unit);
}

static void
log_widen (ObScale *self)
{
  if (self->max <= 0)
    self->max = 1.;
  self->min = MAX (self->min, self->max * pow (10., -MOST_DECADES));
  if (self->max / self->min < 1. + NARROWEST)
    {
      self->min /= 2.;
      self->max *= 2.;
    }
}

/* The largest of 1, 2, 5 times a power of ten that is at most @value. */
static double
get_round_below (double value)
{
  static const double steps[] = { 5., 2., 1. };
  double power = pow (10., floor (log10 (value)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * power <= value * (1. + 1e-9))
        return steps[i] * power;
    }

  return power;
}

static void
log_round_out (ObScale *self, guint n_ticks)
{
  self->min = get_round_below (self->min);
  self->max = ob_scale_get_nice_step (self->max);
}

static guint
collect_log_ticks (const ObScale *self,
                   const double *mantissas,
                   guint n_mantissas,
                   int every,
                   double *ticks,
                   guint max)
{
  int first = floor (log10 (self->min) + 1e-9);
  int last = floor (log10 (self->max) + 1e-9);
  guint n = 0;

  for (int decade = first; decade <= last; decade++)
    {
      if (((decade % every) + every) % every != 0)
        continue;

      for (guint i = 0; i < n_mantissas; i++)
        {
          /* Powers of ten below one are not exact, quotients of whole ones are. */
          double tick =
            decade < 0 ? mantissas[i] / pow (10., -decade) : mantissas[i] * pow (10., decade);

          if (tick < self->min * (1. - 1e-9) || tick > self->max * (1. + 1e-9))
            continue;
          if (n == max)
            return max + 1;
          ticks[n++] = tick;
        }
    }

  return n;
}

static guint
log_get_ticks (const ObScale *self, guint max_ticks, double *ticks)
{
  static const double mantissas[] = { 1., 2., 5. };
  guint n;

  if (self->max / self->min < 5.)
    return linear_get_ticks (self, max_ticks, ticks);

  n = collect_log_ticks (self, mantissas, G_N_ELEMENTS (mantissas), 1, ticks, max_ticks);
  if (n <= max_ticks)
    return n;

  for (int every = 1;; every++)
    {
      n = collect_log_ticks (self, mantissas, 1, every, ticks, max_ticks);
      if (n <= max_ticks)
        return n;
    }
}

static const ObScaleClass classes[] = {
  [OB_SCALE_LINEAR] = { linear_accepts, linear_to_unit, linear_from_unit, linear_widen,
                        linear_round_out, linear_get_ticks },
  [OB_SCALE_LOG] = { log_accepts, log_to_unit, log_from_unit, log_widen, log_round_out,
                     log_get_ticks },
};

static double
get_drawable (double value)
{
  if (!isfinite (value) || fabs (value) < SMALLEST)
    return 0.;

  return CLAMP (value, -LARGEST, LARGEST);
}

void
ob_scale_init (ObScale *self, ObScaleKind kind, double min, double max)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (kind < G_N_ELEMENTS (classes));

  min = get_drawable (min);
  max = get_drawable (max);

  self->kind = kind;
  self->min = MIN (min, max);
  self->max = MAX (min, max);
  classes[kind].widen (self);
}

void
ob_scale_init_nice (ObScale *self, ObScaleKind kind, double min, double max, guint n_ticks)
{
  g_return_if_fail (n_ticks >= 2);

  ob_scale_init (self, kind, min, max);
  classes[kind].round_out (self, n_ticks);
}

gboolean
ob_scale_accepts (const ObScale *self, double value)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return classes[self->kind].accepts (value);
}

double
ob_scale_to_unit (const ObScale *self, double value)
{
  g_return_val_if_fail (self != NULL, 0.);

  return classes[self->kind].to_unit (self, value);
}

double
ob_scale_from_unit (const ObScale *self, double unit)
{
  g_return_val_if_fail (self != NULL, 0.);

  return classes[self->kind].from_unit (self, unit);
}

guint
ob_scale_get_ticks (const ObScale *self, guint max_ticks, double *ticks)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (max_ticks >= 2 && max_ticks <= OB_SCALE_MAX_TICKS, 0);
  g_return_val_if_fail (ticks != NULL, 0);

  return classes[self->kind].get_ticks (self, max_ticks, ticks);
}
