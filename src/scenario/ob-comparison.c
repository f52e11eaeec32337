/* ob-comparison.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-comparison.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

G_DEFINE_BOXED_TYPE (ObComparison, ob_comparison, ob_comparison_ref, ob_comparison_unref)

ObComparison *
ob_comparison_new (const char *name,
                   const ObInputs *from,
                   const ObInputs *to,
                   ObMetric metric,
                   GCancellable *cancellable)
{
  ObShapley *shapley;
  ObComparison *self;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  shapley = ob_shapley_new (from, to, metric, cancellable);
  if (shapley == NULL)
    return NULL;

  self = g_new0 (ObComparison, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->from = *from;
  self->to = *to;
  self->shapley = shapley;

  return self;
}

ObComparison *
ob_comparison_ref (ObComparison *comparison)
{
  g_return_val_if_fail (comparison != NULL, NULL);

  g_atomic_ref_count_inc (&comparison->ref_count);

  return comparison;
}

void
ob_comparison_unref (ObComparison *comparison)
{
  if (comparison == NULL || !g_atomic_ref_count_dec (&comparison->ref_count))
    return;

  g_free (comparison->name);
  ob_shapley_free (comparison->shapley);
  g_free (comparison);
}

const char *
ob_comparison_get_label (const ObShapleyShare *share)
{
  g_return_val_if_fail (share != NULL, NULL);

  switch (share->kind)
    {
    case OB_SHAPLEY_PARAMETER:
      return ob_parameter_get_label (share->index);
    case OB_SHAPLEY_GROUP:
      return ob_group_get_label (share->index);
    case OB_SHAPLEY_HISTORY:
      return _ ("Historical capex");
    default:
      g_assert_not_reached ();
    }
}

char *
ob_comparison_format_change (const ObComparison *self, guint index)
{
  const ObShapleyShare *share;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->shapley->n_shares, NULL);

  share = &self->shapley->shares[index];
  if (share->kind == OB_SHAPLEY_PARAMETER)
    {
      ObUnit unit = ob_parameter_get_info (share->index)->unit;
      g_autofree char *before = ob_quantity_format (unit, self->from.value[share->index]);
      g_autofree char *after = ob_quantity_format (unit, self->to.value[share->index]);

      /* Translators: the value of an assumption in one scenario and in another. */
      return g_strdup_printf (C_ ("comparison", "%s → %s"), before, after);
    }

  if (share->kind == OB_SHAPLEY_GROUP)
    {
      guint n = 0;

      for (guint i = 0; i < OB_N_PARAMETERS; i++)
        n += ob_parameter_get_info (i)->group == share->index
             && self->from.value[i] != self->to.value[i];

      /* Translators: how many assumptions of a group differ. */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u input", "%u inputs", n), n);
    }

  return g_strdup (_ ("another table of years"));
}

char *
ob_comparison_format_value (const ObComparison *self, double value, gboolean is_signed)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->shapley->metric == OB_METRIC_NPV)
    return is_signed ? ob_quantity_format_signed (OB_UNIT_BILLION, value)
                     : ob_quantity_format (OB_UNIT_BILLION, value);
  if (!is_signed)
    return ob_quantity_format (OB_UNIT_SHARE, value);

  return ob_quantity_format_points (value);
}
