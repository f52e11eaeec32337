/* ob-session-compare.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-session-private.h"

#include "ob-template.h"

#include <glib/gi18n-lib.h>

static void
comparison_cb (ObSession *self)
{
  g_object_notify (G_OBJECT (self), "comparison");
}

void
ob_session_init_comparison (ObSession *self)
{
  self->reference = OB_REFERENCE_AUTO;
  self->metric = OB_METRIC_NPV;
  self->comparer = ob_comparer_new ();
  g_signal_connect_object (self->comparer, "notify::comparison", G_CALLBACK (comparison_cb), self,
                           G_CONNECT_SWAPPED);
}

int
ob_session_get_reference (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), OB_REFERENCE_START);

  if (self->reference == OB_REFERENCE_START
      || (self->reference >= 0
          && ob_scenario_get_pin (self->scenario, (guint) self->reference) != NULL))
    return self->reference;

  for (int i = 0; i < OB_N_PINS; i++)
    {
      if (ob_scenario_get_pin (self->scenario, (guint) i) != NULL)
        return i;
    }

  return OB_REFERENCE_START;
}

void
ob_session_set_reference (ObSession *self, int reference)
{
  g_return_if_fail (OB_IS_SESSION (self));
  g_return_if_fail (reference >= OB_REFERENCE_START && reference < OB_N_PINS);

  if (self->reference == reference)
    return;

  self->reference = reference;
  g_object_notify (G_OBJECT (self), "reference");
  ob_session_update_comparison (self);
}

ObMetric
ob_session_get_metric (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), OB_METRIC_NPV);

  return self->metric;
}

void
ob_session_set_metric (ObSession *self, ObMetric metric)
{
  g_return_if_fail (OB_IS_SESSION (self));
  g_return_if_fail (metric == OB_METRIC_NPV || metric == OB_METRIC_BUBBLE_RISK);

  if (self->metric == metric)
    return;

  self->metric = metric;
  g_object_notify (G_OBJECT (self), "metric");
  ob_session_update_comparison (self);
}

char *
ob_session_get_reference_name (ObSession *self, int reference)
{
  const char *id;

  g_return_val_if_fail (OB_IS_SESSION (self), NULL);
  g_return_val_if_fail (reference >= OB_REFERENCE_START && reference < OB_N_PINS, NULL);

  if (reference >= 0)
    {
      const ObPin *pin = ob_scenario_get_pin (self->scenario, (guint) reference);

      return pin != NULL ? ob_pin_format_title (pin, (guint) reference) : NULL;
    }

  id = ob_scenario_get_template_id (self->scenario);

  return g_strdup (id != NULL && ob_template_exists (id) ? ob_template_get_title (id)
                                                         : C_ ("comparison", "Start"));
}

const ObInputs *
ob_session_get_reference_inputs (ObSession *self, int reference)
{
  g_return_val_if_fail (OB_IS_SESSION (self), NULL);
  g_return_val_if_fail (reference >= OB_REFERENCE_START && reference < OB_N_PINS, NULL);

  if (reference >= 0)
    {
      const ObPin *pin = ob_scenario_get_pin (self->scenario, (guint) reference);

      return pin != NULL ? &pin->inputs : NULL;
    }

  return ob_scenario_get_origin (self->scenario);
}

void
ob_session_update_comparison (ObSession *self)
{
  int reference = ob_session_get_reference (self);
  const ObInputs *from = ob_session_get_reference_inputs (self, reference);
  g_autofree char *name = NULL;

  if (self->n_drags > 0)
    return;

  name = ob_session_get_reference_name (self, reference);
  ob_comparer_request (self->comparer, name, from, ob_scenario_get_inputs (self->scenario),
                       self->metric);
}

ObComparison *
ob_session_get_comparison (ObSession *self)
{
  g_return_val_if_fail (OB_IS_SESSION (self), NULL);

  return ob_comparer_get_comparison (self->comparer);
}
