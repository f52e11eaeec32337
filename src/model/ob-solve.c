/* ob-solve.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-solve.h"

#include "ob-map.h"
#include "ob-root.h"

#include <math.h>

/* Places along the range that are looked at before any root is polished. */
#define N_SAMPLES 257
/* How near to the target counts as reaching it, of the larger of the target
 * and the scale of the metric over the range. */
#define TOLERANCE 1e-10

typedef struct
{
  ObInputs inputs;
  ObParameter parameter;
  ObMetric metric;
  double target;
} Context;

static double
get_miss (double value, gpointer user_data)
{
  Context *context = user_data;
  ObRun run;

  context->inputs.value[context->parameter] = value;
  ob_run (&context->inputs, &run);

  return run.metric[context->metric] - context->target;
}

static gboolean
is_swept (ObMetric metric)
{
  return metric == OB_METRIC_NPV || metric == OB_METRIC_PV_CAPEX || metric == OB_METRIC_BUBBLE_RISK;
}

/* The miss at each place: by a sweep where a sweep has the metric, else by runs
 * one after the other. */
static gboolean
sample (Context *context, const double *places, double *misses, guint n, GCancellable *cancellable)
{
  const ObSweepAxis axis = { context->parameter, places };
  const ObSweepResult result = {
    .npv = context->metric == OB_METRIC_NPV ? misses : NULL,
    .pv_capex = context->metric == OB_METRIC_PV_CAPEX ? misses : NULL,
    .bubble_risk = context->metric == OB_METRIC_BUBBLE_RISK ? misses : NULL,
  };

  if (is_swept (context->metric))
    {
      if (!ob_sweep (&context->inputs, &axis, 1, n, &result, cancellable))
        return FALSE;
      for (guint i = 0; i < n; i++)
        misses[i] -= context->target;
      return TRUE;
    }

  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      misses[i] = get_miss (places[i], context);
    }

  return TRUE;
}

static void
lay_places (ObParameter parameter, double *places)
{
  const ObParameterInfo *info = ob_parameter_get_info (parameter);
  ObPlane plane;

  if (info->unit == OB_UNIT_SWITCH)
    {
      /* Only the ends exist. */
      for (guint i = 0; i < N_SAMPLES; i++)
        places[i] = i < N_SAMPLES / 2 ? info->minimum : info->maximum;
      return;
    }

  /* An axis of a plane knows how a parameter is spread; on a scale of decades its end
   * may be off by the last bit, which is out of range. */
  ob_plane_init (&plane, parameter, parameter);
  for (guint i = 0; i < N_SAMPLES; i++)
    places[i] =
      CLAMP (ob_plane_x_from_unit (&plane, i / (N_SAMPLES - 1.0)), info->minimum, info->maximum);
}

static void
add_root (ObSolution *solution, double root)
{
  if (solution->n_roots > 0 && solution->roots[solution->n_roots - 1] == root)
    return;

  solution->roots = g_renew (double, solution->roots, solution->n_roots + 1);
  solution->roots[solution->n_roots++] = root;
}

static void
note_best (ObSolution *solution, double target, double value, double miss)
{
  if (isfinite (miss)
      && (isnan (solution->best_metric) || fabs (miss) < fabs (solution->best_metric - target)))
    {
      solution->best_value = value;
      solution->best_metric = target + miss;
    }
}

/* Polishes the root between two places, unless the metric jumps there. */
static void
find_between (Context *context, ObSolution *solution, double low, double high, double tolerance)
{
  double root;
  double miss;

  if (!ob_root_find (get_miss, context, low, high, tolerance / 100, &root))
    return;

  miss = get_miss (root, context);
  note_best (solution, context->target, root, miss);
  if (fabs (miss) <= tolerance)
    add_root (solution, root);
}

/* Where three misses have one sign and the middle is the nearest to zero, the
 * curve may dip through zero and back between them. */
static void
find_dip (Context *context,
          ObSolution *solution,
          double low,
          double high,
          double sign,
          double tolerance)
{
  const double golden = 0.3819660112501051;
  double a = low, b = high;
  double x1 = a + golden * (b - a), x2 = b - golden * (b - a);
  double f1 = sign * get_miss (x1, context), f2 = sign * get_miss (x2, context);

  for (guint round = 0; round < 40 && f1 > 0 && f2 > 0; round++)
    {
      if (f1 < f2)
        {
          b = x2;
          x2 = x1;
          f2 = f1;
          x1 = a + golden * (b - a);
          f1 = sign * get_miss (x1, context);
        }
      else
        {
          a = x1;
          x1 = x2;
          f1 = f2;
          x2 = b - golden * (b - a);
          f2 = sign * get_miss (x2, context);
        }
    }

  note_best (solution, context->target, f1 < f2 ? x1 : x2, sign * MIN (f1, f2));
  if (f1 <= 0 || f2 <= 0)
    {
      const double inside = f1 <= 0 ? x1 : x2;

      find_between (context, solution, low, inside, tolerance);
      find_between (context, solution, inside, high, tolerance);
    }
}

ObSolution *
ob_solve (const ObInputs *inputs,
          ObParameter parameter,
          ObMetric metric,
          double target,
          GCancellable *cancellable)
{
  g_autoptr (ObSolution) solution = NULL;
  g_autofree double *places = g_new (double, N_SAMPLES);
  g_autofree double *misses = g_new (double, N_SAMPLES);
  Context context = { .parameter = parameter, .metric = metric, .target = target };
  double scale = 0;
  double tolerance;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (parameter < OB_N_PARAMETERS, NULL);
  g_return_val_if_fail (ob_solve_supports (metric), NULL);

  context.inputs = *inputs;
  lay_places (parameter, places);
  if (!sample (&context, places, misses, N_SAMPLES, cancellable))
    return NULL;

  solution = g_new0 (ObSolution, 1);
  solution->best_value = inputs->value[parameter];
  solution->best_metric = NAN;
  for (guint i = 0; i < N_SAMPLES; i++)
    {
      scale = MAX (scale, fabs (misses[i] + target));
      note_best (solution, target, places[i], misses[i]);
    }
  /* A target of zero has no size of its own: that of the metric stands in. */
  tolerance = TOLERANCE * (target != 0 ? fabs (target) : scale);

  for (guint i = 0; i < N_SAMPLES; i++)
    {
      const gboolean last = i + 1 == N_SAMPLES;

      if (g_cancellable_is_cancelled (cancellable))
        return NULL;

      /* A flat stretch on the target is one answer, its first place. */
      if (misses[i] == 0 && (i == 0 || misses[i - 1] != 0))
        add_root (solution, places[i]);
      /* A switch has nothing between its ends. */
      if (last || misses[i] == 0 || misses[i + 1] == 0
          || ob_parameter_get_info (parameter)->unit == OB_UNIT_SWITCH)
        continue;
      if ((misses[i] > 0) != (misses[i + 1] > 0))
        find_between (&context, solution, places[i], places[i + 1], tolerance);
      else if (i > 0 && (misses[i - 1] > 0) == (misses[i] > 0)
               && fabs (misses[i]) < fabs (misses[i - 1])
               && fabs (misses[i]) <= fabs (misses[i + 1]))
        find_dip (&context, solution, places[i - 1], places[i + 1], misses[i] > 0 ? 1 : -1,
                  tolerance);
    }

  return g_steal_pointer (&solution);
}

gboolean
ob_solve_supports (ObMetric metric)
{
  g_return_val_if_fail (metric < OB_N_METRICS, FALSE);

  return metric != OB_METRIC_IRR && ob_metric_get_unit (metric) != OB_UNIT_QUARTER;
}

void
ob_solution_free (ObSolution *solution)
{
  if (solution == NULL)
    return;

  g_free (solution->roots);
  g_free (solution);
}
