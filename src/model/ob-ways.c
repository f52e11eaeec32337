/* ob-ways.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-ways.h"

#include "ob-map.h"

#include <math.h>

static double
get_move (ObParameter parameter, double from, double to)
{
  ObPlane plane;

  /* An axis of a plane knows how a parameter is spread. */
  ob_plane_init (&plane, parameter, parameter);
  return ob_plane_x_to_unit (&plane, to) - ob_plane_x_to_unit (&plane, from);
}

static void
add_ways (GArray *ways,
          const ObInputs *inputs,
          ObParameter parameter,
          double target,
          const ObSolution *solution)
{
  for (guint i = 0; i < MAX (solution->n_roots, 1); i++)
    {
      ObWay way = { .parameter = parameter, .reaches = solution->n_roots > 0 };

      way.value = way.reaches ? solution->roots[i] : solution->best_value;
      way.metric = way.reaches ? target : solution->best_metric;
      way.move = get_move (parameter, inputs->value[parameter], way.value);
      /* A metric that no value gives a number has no nearest place. */
      if (isfinite (way.metric))
        g_array_append_val (ways, way);
    }
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ObWay *x = a;
  const ObWay *y = b;
  double target = *(const double *) user_data;
  double first = x->reaches ? fabs (x->move) : fabs (x->metric - target);
  double second = y->reaches ? fabs (y->move) : fabs (y->metric - target);

  if (x->reaches != y->reaches)
    return x->reaches ? -1 : 1;
  if (first != second)
    return first < second ? -1 : 1;
  return (int) x->parameter - (int) y->parameter;
}

GArray *
ob_ways_find (const ObInputs *inputs,
              ObMetric metric,
              double target,
              const gboolean *skip,
              GCancellable *cancellable)
{
  g_autoptr (GArray) ways = NULL;

  g_return_val_if_fail (inputs != NULL, NULL);
  g_return_val_if_fail (ob_solve_supports (metric), NULL);

  ways = g_array_new (FALSE, FALSE, sizeof (ObWay));
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      g_autoptr (ObSolution) solution = NULL;

      if (skip != NULL && skip[p])
        continue;

      solution = ob_solve (inputs, p, metric, target, cancellable);
      if (solution == NULL)
        return NULL;

      add_ways (ways, inputs, p, target, solution);
    }

  g_array_sort_with_data (ways, compare, &target);

  return g_steal_pointer (&ways);
}
