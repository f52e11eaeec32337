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
format_limit (const ObPrimLimit *limit, ObParameter lever)
{
  const ObUnit unit = ob_parameter_get_info (lever)->unit;
  const char *label = ob_parameter_get_label (lever);
  g_autofree char *low = ob_quantity_format (unit, limit->low);
  g_autofree char *high = ob_quantity_format (unit, limit->high);

  if (!isfinite (limit->low))
    /* Translators: an input and a value */
    return g_strdup_printf (C_ ("discovery", "%s below %s"), label, high);
  if (!isfinite (limit->high))
    /* Translators: an input and a value */
    return g_strdup_printf (C_ ("discovery", "%s above %s"), label, low);

  /* Translators: an input and two values */
  return g_strdup_printf (C_ ("discovery", "%s between %s and %s"), label, low, high);
}

char *
ob_discovery_format_limits (const ObPrimBox *box, const ObParameter *levers, guint n)
{
  g_autoptr (GPtrArray) limits = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < n; k++)
    {
      if (isfinite (box->limit[k].low) || isfinite (box->limit[k].high))
        g_ptr_array_add (limits, format_limit (&box->limit[k], levers[k]));
    }
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

char *
ob_discovery_format (const ObPrim *prim, const ObStudyTarget *target, const ObParameter *levers)
{
  g_autofree char *which = format_target (target);
  g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, (double) prim->n_hits / prim->n);
  g_autofree char *limits = NULL;
  g_autofree char *coverage = NULL;
  g_autofree char *density = NULL;
  const ObPrimBox *box;

  if (prim->n_hits == 0)
    /* Translators: which draws, "that do not pay back" */
    return g_strdup_printf (_ ("There are no draws %s."), which);
  if (prim->n_hits == prim->n)
    return g_strdup_printf (_ ("There are only draws %s."), which);
  if (prim->chosen < 0)
    /* Translators: a share in percent and which draws, "that do not pay back" */
    return g_strdup_printf (_ ("%s are draws %s, but no few inputs set them apart."), share, which);

  box = &prim->boxes[prim->chosen];
  limits = ob_discovery_format_limits (box, levers, prim->d);
  coverage = ob_quantity_format (OB_UNIT_SHARE, round (box->coverage * 100) / 100);
  density = ob_quantity_format (OB_UNIT_SHARE, round (box->density * 100) / 100);

  /* Translators: a share in percent, which draws, conditions; another share, and the
   * share of all draws: "78 % of the draws that do not pay back have Hardware lifespan
   * below 4.1 years. Of all draws like that 91 % are such, of all draws 60 %." */
  return g_strdup_printf (_ ("%s of the draws %s have %s. Of all draws like that %s are such, of "
                             "all draws whatsoever %s."),
                          coverage, which, limits, density, share);
}
