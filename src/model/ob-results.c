/* ob-results.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-results.h"

ObResults *
ob_results_new (const ObInputs *inputs,
                const ObPlane *plane,
                guint size,
                guint64 serial,
                GCancellable *cancellable)
{
  g_autoptr (ObResults) results = NULL;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (plane == NULL || size >= 2, NULL);

  results = g_new0 (ObResults, 1);
  g_atomic_ref_count_init (&results->ref_count);
  results->inputs = *inputs;
  results->serial = serial;
  ob_run (inputs, &results->run);

  if (plane != NULL)
    {
      results->map = ob_map_new (inputs, plane, size, size, cancellable);
      if (results->map == NULL)
        return NULL;

      results->frontier =
        ob_frontier_new (inputs, plane, OB_METRIC_NPV, 0, results->map, cancellable);
      if (results->frontier == NULL)
        return NULL;
    }

  return g_steal_pointer (&results);
}

ObResults *
ob_results_ref (ObResults *results)
{
  g_return_val_if_fail (results != NULL, NULL);

  g_atomic_ref_count_inc (&results->ref_count);
  return results;
}

void
ob_results_unref (ObResults *results)
{
  g_return_if_fail (results != NULL);

  if (!g_atomic_ref_count_dec (&results->ref_count))
    return;

  ob_map_free (results->map);
  ob_frontier_free (results->frontier);
  g_free (results);
}
