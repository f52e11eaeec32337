/* ob-overlay.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-overlay.h"

#include "ob-inputs.h"
#include "ob-odds-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* Between them are about equal steps on the map, since most levers act in
 * proportion. */
static const double multiples[] = { 0.6, 0.8, 1.0, 1.2, 1.6 };
/* Of the value: what multiples are rounded to. */
#define ROUNDING 0.07
/* Values spread over a range. */
#define N_SPREAD 5

void
ob_overlay_init (ObOverlay *overlay)
{
  g_return_if_fail (overlay != NULL);

  *overlay =
    (ObOverlay){ .family = OB_N_PARAMETERS, .payback_band = TRUE, .risk_level = OB_ODDS_MAP_RISK };
}

gboolean
ob_overlay_check (const ObOverlay *overlay, GError **error)
{
  const char *id;

  g_return_val_if_fail (overlay != NULL, FALSE);

  if (!(overlay->risk_level >= OB_OVERLAY_MIN_RISK && overlay->risk_level <= OB_OVERLAY_MAX_RISK))
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   /* Translators: a bubble risk and the range of those that can be asked for. */
                   _ ("the level of bubble risk %g is not from %g to %g"), overlay->risk_level,
                   OB_OVERLAY_MIN_RISK, OB_OVERLAY_MAX_RISK);
      return FALSE;
    }

  if (overlay->family == OB_N_PARAMETERS && overlay->n_values == 0)
    return TRUE;

  if (overlay->family >= OB_N_PARAMETERS)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_UNKNOWN_ID, _ ("no such parameter"));
      return FALSE;
    }

  id = ob_parameter_get_id (overlay->family);
  if (ob_parameter_get_info (overlay->family)->unit == OB_UNIT_SWITCH)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   _ ("%s: is on or off and cannot have a family of curves"), id);
      return FALSE;
    }

  if (overlay->n_values < 1 || overlay->n_values > OB_FAMILY_MAX)
    {
      g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                   _ ("%s: a family has 1 to %d curves, not %u"), id, OB_FAMILY_MAX,
                   overlay->n_values);
      return FALSE;
    }

  for (guint i = 0; i < overlay->n_values; i++)
    {
      if (!ob_parameter_check_value (overlay->family, overlay->values[i], error))
        return FALSE;

      if (i > 0 && !(overlay->values[i - 1] < overlay->values[i]))
        {
          g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE,
                       _ ("%s: each value of a family has to be larger than the one before"), id);
          return FALSE;
        }
    }

  return TRUE;
}

gboolean
ob_overlay_equal (const ObOverlay *a, const ObOverlay *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->family != b->family || a->n_values != b->n_values || a->risk_lines != b->risk_lines
      || a->payback_band != b->payback_band || a->risk_band != b->risk_band
      || a->risk_level != b->risk_level || a->single_draws != b->single_draws)
    return FALSE;

  for (guint i = 0; i < a->n_values; i++)
    {
      if (a->values[i] != b->values[i])
        return FALSE;
    }

  return TRUE;
}

void
ob_overlay_set_family (ObOverlay *overlay, ObParameter family, double value)
{
  g_return_if_fail (overlay != NULL);
  g_return_if_fail (family <= OB_N_PARAMETERS);

  overlay->family = family;
  overlay->n_values =
    family < OB_N_PARAMETERS ? ob_overlay_suggest (family, value, overlay->values) : 0;
}

gboolean
ob_overlay_has_family_on (const ObOverlay *overlay, const ObPlane *plane)
{
  g_return_val_if_fail (overlay != NULL && plane != NULL, FALSE);

  return overlay->family < OB_N_PARAMETERS && overlay->family != plane->x
         && overlay->family != plane->y;
}

gboolean
ob_overlay_has_band (const ObOverlay *overlay)
{
  g_return_val_if_fail (overlay != NULL, FALSE);

  return overlay->payback_band || overlay->risk_band;
}

/* @value as a whole number of steps of 1, 2 or 5 times a power of ten, which are
 * given as a number of them to a power of ten, so that no digits come in. */
static double
round_to (double value, double about)
{
  int exponent = (int) floor (log10 (about));
  double mantissa = about / pow (10., exponent);
  double step = mantissa <= 1 ? 1 : mantissa <= 2 ? 2 : mantissa <= 5 ? 5 : 10;
  double power = pow (10., abs (exponent));

  if (exponent < 0)
    return round (value * power / step) * step / power;

  return round (value / power / step) * step * power;
}

guint
ob_overlay_suggest (ObParameter family, double value, double values[OB_FAMILY_MAX])
{
  const ObParameterInfo *info = ob_parameter_get_info (family);
  guint n = 0;

  g_return_val_if_fail (info != NULL, 0);
  g_return_val_if_fail (values != NULL, 0);

  if (info->minimum >= 0 && value > 0)
    {
      for (guint i = 0; i < G_N_ELEMENTS (multiples); i++)
        {
          double rounded = round_to (value * multiples[i], value * ROUNDING);

          if (rounded >= info->minimum && rounded <= info->maximum
              && (n == 0 || rounded > values[n - 1]))
            values[n++] = rounded;
        }
      if (n > 2)
        return n;
    }

  n = 0;
  for (guint i = 0; i < N_SPREAD; i++)
    {
      double range = info->maximum - info->minimum;
      double spread = info->minimum + range * i / (N_SPREAD - 1.);
      double rounded;

      if (info->scale == OB_SCALE_LOG)
        {
          spread = info->minimum * pow (info->maximum / info->minimum, i / (N_SPREAD - 1.));
          range = spread * 10;
        }
      rounded = CLAMP (round_to (spread, range / 50.), info->minimum, info->maximum);
      if (n == 0 || rounded > values[n - 1])
        values[n++] = rounded;
    }

  return n;
}
