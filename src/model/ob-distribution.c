/* ob-distribution.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-distribution.h"

#include "ob-beta-table.h"
#include "ob-beta.h"
#include "ob-normal.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The quantile of a standard normal distribution at 95%. */
#define Z_95 1.6448536269514722

static const struct
{
  const char *id;
  const char *label;
} kinds[] = {
  { "fixed", NC_ ("distribution", "Fixed") },
  { "uniform", NC_ ("distribution", "Uniform") },
  { "triangular", NC_ ("distribution", "Triangular") },
  { "pert", NC_ ("distribution", "PERT") },
  { "lognormal", NC_ ("distribution", "Lognormal") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == OB_N_DISTRIBUTION_KINDS);

const char *
ob_distribution_kind_get_id (ObDistributionKind kind)
{
  g_return_val_if_fail (kind < OB_N_DISTRIBUTION_KINDS, NULL);

  return kinds[kind].id;
}

const char *
ob_distribution_kind_get_label (ObDistributionKind kind)
{
  g_return_val_if_fail (kind < OB_N_DISTRIBUTION_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "distribution", kinds[kind].label);
}

gboolean
ob_distribution_kind_from_id (const char *id, ObDistributionKind *kind)
{
  g_return_val_if_fail (id != NULL && kind != NULL, FALSE);

  for (guint i = 0; i < OB_N_DISTRIBUTION_KINDS; i++)
    {
      if (g_str_equal (kinds[i].id, id))
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

gboolean
ob_distribution_kind_has_mode (ObDistributionKind kind)
{
  return kind == OB_DISTRIBUTION_TRIANGULAR || kind == OB_DISTRIBUTION_PERT;
}

void
ob_distribution_init (ObDistribution *distribution)
{
  g_return_if_fail (distribution != NULL);

  *distribution = (ObDistribution){ OB_DISTRIBUTION_FIXED, 0, NAN, 0 };
}

gboolean
ob_distribution_equal (const ObDistribution *a, const ObDistribution *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && a->low == b->low && a->high == b->high
         && (a->mode == b->mode || (isnan (a->mode) && isnan (b->mode)));
}

static gboolean
refuse (ObParameter parameter, const char *what, GError **error)
{
  g_set_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE, "%s: %s",
               ob_parameter_get_id (parameter), what);

  return FALSE;
}

gboolean
ob_distribution_check (const ObDistribution *distribution, ObParameter parameter, GError **error)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  const ObDistribution *d = distribution;

  g_return_val_if_fail (distribution != NULL && info != NULL, FALSE);
  g_return_val_if_fail (d->kind < OB_N_DISTRIBUTION_KINDS, FALSE);

  if (d->kind == OB_DISTRIBUTION_FIXED)
    return TRUE;

  if (info->unit == OB_UNIT_SWITCH)
    return refuse (parameter, _ ("is on or off and cannot have a range of values"), error);

  if (!ob_parameter_check_value (parameter, d->low, error)
      || !ob_parameter_check_value (parameter, d->high, error))
    return FALSE;
  if (!(d->low < d->high))
    return refuse (parameter, _ ("the low end of a range has to be below its high end"), error);
  if (d->kind == OB_DISTRIBUTION_LOGNORMAL && !(d->low > 0))
    return refuse (parameter, _ ("a lognormal range has to be above zero"), error);
  if (!isnan (d->mode) && !ob_distribution_kind_has_mode (d->kind))
    return refuse (parameter, _ ("a range of this kind has no most likely value"), error);
  if (!isnan (d->mode) && !(d->mode >= d->low && d->mode <= d->high))
    return refuse (parameter, _ ("the most likely value has to be within the range"), error);

  return TRUE;
}

ObDistribution
ob_distribution_resolve (const ObDistribution *distribution, double value)
{
  ObDistribution resolved = *distribution;

  if (isnan (resolved.mode) && ob_distribution_kind_has_mode (resolved.kind))
    resolved.mode = CLAMP (value, resolved.low, resolved.high);

  return resolved;
}

/* The shapes of a PERT distribution. */
static void
get_shapes (const ObDistribution *d, double *a, double *b)
{
  const double mode = (d->mode - d->low) / (d->high - d->low);

  *a = 1 + 4 * mode;
  *b = 1 + 4 * (1 - mode);
}

static void
fill_triangular (const ObDistribution *d, const double *share, gsize n, double *out)
{
  const double width = d->high - d->low;
  const double rise = d->mode - d->low;
  const double fall = d->high - d->mode;

  for (gsize i = 0; i < n; i++)
    out[i] = share[i] * width < rise ? d->low + sqrt (share[i] * width * rise)
                                     : d->high - sqrt ((1 - share[i]) * width * fall);
}

static void
fill_pert (const ObDistribution *d, const double *share, gsize n, double *out)
{
  g_autoptr (ObBetaTable) table = NULL;
  double a, b;

  get_shapes (d, &a, &b);
  table = ob_beta_table_get (a, b);
  ob_beta_table_fill (table, share, n, out);
  for (gsize i = 0; i < n; i++)
    out[i] = d->low + (d->high - d->low) * out[i];
}

/* A lognormal distribution, and the shares of it that lie below the range of the
 * parameter and within it. */
typedef struct
{
  double mean;
  double deviation;
  double below;
  double within;
} Lognormal;

static Lognormal
get_lognormal (const ObDistribution *d, const ObParameterInfo *info)
{
  Lognormal l = {
    .mean = (log (d->low) + log (d->high)) / 2,
    .deviation = (log (d->high) - log (d->low)) / (2 * Z_95),
  };
  double above;

  if (info->minimum > 0)
    l.below = ob_normal_cdf ((log (info->minimum) - l.mean) / l.deviation);
  above = ob_normal_cdf ((l.mean - log (info->maximum)) / l.deviation);
  l.within = 1 - l.below - above;

  return l;
}

static void
fill_lognormal (const ObDistribution *d,
                const ObParameterInfo *info,
                const double *share,
                gsize n,
                double *out)
{
  const Lognormal l = get_lognormal (d, info);

  for (gsize i = 0; i < n; i++)
    out[i] = exp (l.mean + l.deviation * ob_normal_quantile (l.below + share[i] * l.within));
}

void
ob_distribution_fill (const ObDistribution *distribution,
                      ObParameter parameter,
                      const double *share,
                      gsize n,
                      double *out)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  const ObDistribution *d = distribution;

  g_return_if_fail (distribution != NULL && info != NULL);
  g_return_if_fail ((share != NULL && out != NULL) || n == 0);

  switch (d->kind)
    {
    case OB_DISTRIBUTION_UNIFORM:
      for (gsize i = 0; i < n; i++)
        out[i] = d->low + (d->high - d->low) * share[i];
      break;
    case OB_DISTRIBUTION_TRIANGULAR:
      fill_triangular (d, share, n, out);
      break;
    case OB_DISTRIBUTION_PERT:
      fill_pert (d, share, n, out);
      break;
    case OB_DISTRIBUTION_LOGNORMAL:
      fill_lognormal (d, info, share, n, out);
      break;
    case OB_DISTRIBUTION_FIXED:
    case OB_N_DISTRIBUTION_KINDS:
    default:
      g_return_if_reached ();
    }

  /* Rounding must not leave the range. */
  for (gsize i = 0; i < n; i++)
    out[i] = CLAMP (out[i], info->minimum, info->maximum);
}

double
ob_distribution_get_quantile (const ObDistribution *distribution,
                              ObParameter parameter,
                              double share)
{
  double out = 0;

  ob_distribution_fill (distribution, parameter, &share, 1, &out);

  return out;
}

static double
get_lognormal_density (const ObDistribution *d, const ObParameterInfo *info, double value)
{
  const Lognormal l = get_lognormal (d, info);
  const double z = (log (value) - l.mean) / l.deviation;

  return exp (-z * z / 2) / (sqrt (2 * G_PI) * l.deviation * value * l.within);
}

double
ob_distribution_get_density (const ObDistribution *distribution,
                             ObParameter parameter,
                             double value)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  const ObDistribution *d = distribution;
  const double width = d->high - d->low;
  double a, b;
  ObBeta beta;

  g_return_val_if_fail (distribution != NULL && info != NULL, 0);

  if (d->kind == OB_DISTRIBUTION_LOGNORMAL)
    return value > 0 && value >= info->minimum && value <= info->maximum
             ? get_lognormal_density (d, info, value)
             : 0;
  if (value < d->low || value > d->high)
    return 0;

  switch (d->kind)
    {
    case OB_DISTRIBUTION_UNIFORM:
      return 1 / width;
    case OB_DISTRIBUTION_TRIANGULAR:
      return 2 / width
             * (value < d->mode    ? (value - d->low) / (d->mode - d->low)
                : value == d->mode ? 1
                                   : (d->high - value) / (d->high - d->mode));
    case OB_DISTRIBUTION_PERT:
      get_shapes (d, &a, &b);
      ob_beta_init (&beta, a, b);
      return ob_beta_get_density (&beta, (value - d->low) / width) / width;
    case OB_DISTRIBUTION_FIXED:
    case OB_DISTRIBUTION_LOGNORMAL:
    case OB_N_DISTRIBUTION_KINDS:
    default:
      g_return_val_if_reached (0);
    }
}
