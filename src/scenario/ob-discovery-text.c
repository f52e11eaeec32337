/* ob-discovery-text.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-discovery-text.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
format_limit (double low_limit, double high_limit, ObParameter lever)
{
  const ObUnit unit = ob_parameter_get_info (lever)->unit;
  const char *label = ob_parameter_get_label (lever);
  g_autofree char *low = ob_quantity_format (unit, low_limit);
  g_autofree char *high = ob_quantity_format (unit, high_limit);

  if (!isfinite (low_limit))
    /* Translators: an input and a value */
    return g_strdup_printf (C_ ("discovery", "%s below %s"), label, high);
  if (!isfinite (high_limit))
    /* Translators: an input and a value */
    return g_strdup_printf (C_ ("discovery", "%s above %s"), label, low);

  /* Translators: an input and two values */
  return g_strdup_printf (C_ ("discovery", "%s between %s and %s"), label, low, high);
}

static char *
format_limits (const ObDiscovery *discovery)
{
  g_autoptr (GPtrArray) limits = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < discovery->n_limits; i++)
    g_ptr_array_add (limits, format_limit (discovery->limits[i].low, discovery->limits[i].high,
                                           discovery->limits[i].lever));
  g_ptr_array_add (limits, NULL);

  /* Translators: between conditions that all hold */
  return g_strjoinv (C_ ("discovery", " and "), (char **) limits->pdata);
}

/* Which draws are meant, after "draws". */
static char *
format_target (const ObStudyTarget *target)
{
  g_autofree char *threshold = NULL;

  if (target->metric == OB_METRIC_NPV && target->below && target->threshold == 0)
    return g_strdup (C_ ("discovery", "that do not pay back"));

  threshold = ob_quantity_format (ob_metric_get_unit (target->metric), target->threshold);
  if (target->below)
    /* Translators: a metric and a value, after "draws" */
    return g_strdup_printf (C_ ("discovery", "with %s below %s"),
                            ob_metric_get_label (target->metric), threshold);

  /* Translators: a metric and a value, after "draws" */
  return g_strdup_printf (C_ ("discovery", "with %s above %s"),
                          ob_metric_get_label (target->metric), threshold);
}

static char *
format_box (const ObDiscovery *discovery)
{
  g_autofree char *which = format_target (&discovery->target);
  g_autofree char *limits = format_limits (discovery);
  g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, discovery->share);
  g_autofree char *coverage =
    ob_quantity_format (OB_UNIT_SHARE, round (discovery->coverage * 100) / 100);
  g_autofree char *density =
    ob_quantity_format (OB_UNIT_SHARE, round (discovery->density * 100) / 100);

  /* Translators: a share in percent, which draws, conditions; another share, and the
   * share of all draws: "78 % of the draws that do not pay back have Hardware lifespan
   * below 4.1 years. Of all draws like that 91 % are such, of all draws 60 %." */
  return g_strdup_printf (_ ("%s of the draws %s have %s. Of all draws like that %s are such, of "
                             "all draws whatsoever %s."),
                          coverage, which, limits, density, share);
}

char *
ob_discovery_format (const ObPrim *prim, const ObStudyTarget *target, const ObParameter *levers)
{
  g_autofree char *which = format_target (target);
  g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, (double) prim->n_hits / prim->n);
  ObDiscovery found = { 0 };

  if (prim->n_hits == 0)
    /* Translators: which draws, "that do not pay back" */
    return g_strdup_printf (_ ("There are no draws %s."), which);
  if (prim->n_hits == prim->n)
    return g_strdup_printf (_ ("There are only draws %s."), which);
  if (prim->chosen < 0)
    /* Translators: a share in percent and which draws, "that do not pay back" */
    return g_strdup_printf (_ ("%s are draws %s, but no few inputs set them apart."), share, which);

  for (guint k = 0; k < prim->d && found.n_limits < OB_PRIM_MAX_LIMITS; k++)
    {
      const ObPrimLimit *limit = &prim->boxes[prim->chosen].limit[k];

      if (isfinite (limit->low) || isfinite (limit->high))
        found.limits[found.n_limits++] = (ObDiscoveryLimit){ levers[k], limit->low, limit->high };
    }
  found.target = *target;
  found.coverage = prim->boxes[prim->chosen].coverage;
  found.density = prim->boxes[prim->chosen].density;
  found.share = (double) prim->n_hits / (double) prim->n;

  return format_box (&found);
}

char *
ob_discovery_format_kept (const ObDiscovery *discovery, gboolean outdated)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (discovery != NULL && discovery->n_limits > 0, NULL);

  text = format_box (discovery);
  if (!outdated)
    return g_steal_pointer (&text);

  /* Translators: %s are sentences about draws. */
  return g_strdup_printf (_ ("Out of date, as something that it depends on has changed: %s"), text);
}

char *
ob_discovery_format_label (const ObDiscovery *discovery, gboolean outdated)
{
  g_autofree char *coverage = NULL;
  g_autofree char *which = NULL;

  g_return_val_if_fail (discovery != NULL && discovery->n_limits > 0, NULL);

  coverage = ob_quantity_format (OB_UNIT_SHARE, round (discovery->coverage * 100) / 100);
  which = format_target (&discovery->target);
  /* Translators: on a box in a map; a share in percent and which draws: "73 % of the draws
   * that do not pay back" */
  return g_strdup_printf (
    outdated ? _ ("%s of the draws %s (out of date)") : _ ("%s of the draws %s"), coverage, which);
}
