/* ob-results.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-results.h"

/* From here on the curves of a family start from a coarser grid than the map, and
 * from the second on from the one that a frontier lays itself. */
#define MIN_SIZE_TO_HALVE 33
#define MIN_SIZE_TO_LEAVE 65

/* FALSE if cancelled. */
static gboolean
make_family (ObResults *results, const ObPlane *plane, guint size, GCancellable *cancellable)
{
  const ObOverlay *overlay = &results->overlay;
  ObInputs inputs = results->inputs;

  if (!ob_overlay_has_family_on (overlay, plane))
    return TRUE;
  if (size >= MIN_SIZE_TO_HALVE && size < MIN_SIZE_TO_LEAVE)
    size = size / 2 + 1;

  for (guint i = 0; i < overlay->n_values; i++)
    {
      g_autoptr (ObMap) map = NULL;

      if (overlay->values[i] == results->inputs.value[overlay->family])
        continue;

      inputs.value[overlay->family] = overlay->values[i];
      if (size < MIN_SIZE_TO_LEAVE)
        {
          map = ob_map_new (&inputs, plane, size, size, cancellable);
          if (map == NULL)
            return FALSE;
        }

      results->family[i] = ob_frontier_new (&inputs, plane, OB_METRIC_NPV, 0, map, cancellable);
      if (results->family[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

ObResults *
ob_results_new (const ObInputs *inputs,
                const ObPlane *plane,
                guint size,
                guint64 serial,
                GCancellable *cancellable)
{
  return ob_results_new_with_overlay (inputs, plane, NULL, size, serial, cancellable);
}

ObResults *
ob_results_new_with_overlay (const ObInputs *inputs,
                             const ObPlane *plane,
                             const ObOverlay *overlay,
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
  if (overlay != NULL)
    results->overlay = *overlay;
  else
    ob_overlay_init (&results->overlay);
  ob_run (inputs, &results->run);

  if (plane != NULL)
    {
      results->map = ob_map_new (inputs, plane, size, size, cancellable);
      if (results->map == NULL)
        return NULL;

      results->frontier =
        ob_frontier_new (inputs, plane, OB_METRIC_NPV, 0, results->map, cancellable);
      if (results->frontier == NULL || !make_family (results, plane, size, cancellable))
        return NULL;
    }

  return g_steal_pointer (&results);
}

/* A copy that leaves map and curves to @results, with what else it has. */
static ObResults *
copy_results (ObResults *results)
{
  ObResults *copy = g_memdup2 (results, sizeof *results);

  g_atomic_ref_count_init (&copy->ref_count);
  copy->base = ob_results_ref (results);
  if (copy->sample != NULL)
    ob_sample_ref (copy->sample);
  if (copy->odds != NULL)
    ob_odds_map_ref (copy->odds);
  if (copy->findings != NULL)
    ob_findings_ref (copy->findings);

  return copy;
}

ObResults *
ob_results_new_with_sample (ObResults *results, ObSample *sample)
{
  ObResults *copy;

  g_return_val_if_fail (results != NULL && sample != NULL, NULL);

  copy = copy_results (results);
  g_clear_pointer (&copy->sample, ob_sample_unref);
  copy->sample = ob_sample_ref (sample);

  return copy;
}

ObResults *
ob_results_new_with_findings (ObResults *results, ObFindings *findings)
{
  ObResults *copy;

  g_return_val_if_fail (results != NULL && findings != NULL, NULL);

  copy = copy_results (results);
  g_clear_pointer (&copy->findings, ob_findings_unref);
  copy->findings = ob_findings_ref (findings);

  return copy;
}

ObResults *
ob_results_add_sample (ObResults *results,
                       const ObUncertainty *uncertainty,
                       gsize n_draws,
                       GCancellable *cancellable)
{
  g_autoptr (ObResults) without = results;
  g_autoptr (ObSampler) sampler = NULL;
  g_autoptr (ObSample) sample = NULL;

  g_return_val_if_fail (results != NULL && uncertainty != NULL, NULL);

  if (ob_uncertainty_get_levers (uncertainty, NULL) == 0)
    return g_steal_pointer (&without);

  sampler = ob_sampler_new (&results->inputs, uncertainty);
  sample = ob_sample_new (sampler, n_draws, cancellable);

  return sample != NULL ? ob_results_new_with_sample (without, sample) : NULL;
}

ObResults *
ob_results_new_with_odds (ObResults *results, ObOddsMap *odds)
{
  ObResults *copy;

  g_return_val_if_fail (results != NULL, NULL);

  copy = copy_results (results);
  g_clear_pointer (&copy->odds, ob_odds_map_unref);
  copy->odds = odds != NULL ? ob_odds_map_ref (odds) : NULL;

  return copy;
}

ObResults *
ob_results_add_odds (ObResults *results,
                     const ObUncertainty *uncertainty,
                     guint n_nodes,
                     gsize n_draws,
                     GCancellable *cancellable)
{
  g_autoptr (ObResults) without = results;
  g_autoptr (ObSampler) sampler = NULL;
  g_autoptr (ObOddsMap) odds = NULL;

  g_return_val_if_fail (results != NULL && uncertainty != NULL, NULL);

  if (results->map == NULL || !ob_overlay_has_band (&results->overlay))
    return g_steal_pointer (&without);

  sampler = ob_sampler_new (&results->inputs, uncertainty);
  if (!ob_odds_map_is_possible (sampler, &results->map->plane))
    return g_steal_pointer (&without);

  odds = ob_odds_map_new (sampler, &results->map->plane, n_nodes, n_draws,
                          results->overlay.risk_level, cancellable);

  return odds != NULL ? ob_results_new_with_odds (without, odds) : NULL;
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

  g_clear_pointer (&results->sample, ob_sample_unref);
  g_clear_pointer (&results->odds, ob_odds_map_unref);
  g_clear_pointer (&results->findings, ob_findings_unref);
  if (results->base != NULL)
    {
      ob_results_unref (results->base);
      g_free (results);
      return;
    }

  ob_map_free (results->map);
  ob_frontier_free (results->frontier);
  for (guint i = 0; i < OB_FAMILY_MAX; i++)
    ob_frontier_free (results->family[i]);
  g_free (results);
}
