/* ob-frozen.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frozen.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Machines differ in the last digits; relative, or in the unit of a metric. */
#define TOLERANCE 1e-6

static gboolean
is_same (double a, double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) && isnan (b);

  return fabs (a - b) <= TOLERANCE * MAX (1, MAX (fabs (a), fabs (b)));
}

ObFrozen *
ob_frozen_new (ObScenario *scenario)
{
  ObFrozen *frozen;
  gboolean any = FALSE;

  g_return_val_if_fail (OB_IS_SCENARIO (scenario), NULL);

  frozen = g_new0 (ObFrozen, 1);
  frozen->version = ob_scenario_get_stored_model_version (scenario);
  ob_run (ob_scenario_get_inputs (scenario), &frozen->now);
  frozen->then = frozen->now;

  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      double value;

      if (!ob_scenario_get_stored_metric (scenario, i, &value))
        continue;

      any = TRUE;
      frozen->present[i] = TRUE;
      frozen->then.metric[i] = value;
      if (i == OB_METRIC_IRR && !isnan (value))
        frozen->then.irr_state = OB_IRR_FOUND;
      else if (i == OB_METRIC_IRR && frozen->now.irr_state == OB_IRR_FOUND)
        frozen->then.irr_state = OB_IRR_NONE;

      frozen->differs[i] = !is_same (value, frozen->now.metric[i]);
      frozen->n_differing += frozen->differs[i];
    }

  /* A file that was written by hand names no version. */
  if (any && frozen->version != NULL && !g_str_equal (frozen->version, OB_MODEL_VERSION))
    frozen->state = OB_FROZEN_OTHER_MODEL;
  else if (frozen->n_differing > 0)
    frozen->state = OB_FROZEN_DISAGREES;

  return frozen;
}

char *
ob_frozen_describe (const ObFrozen *frozen)
{
  g_return_val_if_fail (frozen != NULL, NULL);

  switch (frozen->state)
    {
    case OB_FROZEN_OTHER_MODEL:
      if (frozen->n_differing == 0)
        return g_strdup_printf (
          /* Translators: %s are versions of the model, "1" */
          _ ("Saved with version %s of the model; this is version %s, with the same results."),
          frozen->version, OB_MODEL_VERSION);
      return g_strdup_printf (
        g_dngettext (
          GETTEXT_PACKAGE,
          /* Translators: %s are versions of the model, "1" */
          "Saved with version %s of the model, and this is version %s: %u result differs.",
          "Saved with version %s of the model, and this is version %s: %u results differ.",
          frozen->n_differing),
        frozen->version, OB_MODEL_VERSION, frozen->n_differing);
    case OB_FROZEN_DISAGREES:
      return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE,
                     "%u result in the file is not what its inputs give; was it edited by hand?",
                     "%u results in the file are not what its inputs give; was it edited by hand?",
                     frozen->n_differing),
        frozen->n_differing);
    case OB_FROZEN_NONE:
    default:
      return NULL;
    }
}
