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

typedef struct
{
  ObInputs inputs;
  ObMetric metric;
  double target;
  gboolean skip[OB_N_PARAMETERS];
} Question;

static void
find_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Question *question = data;
  GArray *ways = ob_ways_find (&question->inputs, question->metric, question->target,
                               question->skip, cancellable);

  if (ways == NULL)
    g_task_return_error_if_cancelled (task);
  else
    g_task_return_pointer (task, ways, (GDestroyNotify) g_array_unref);
}

void
ob_ways_find_async (const ObInputs *inputs,
                    ObMetric metric,
                    double target,
                    const gboolean *skip,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Question *question;

  g_return_if_fail (inputs != NULL);
  g_return_if_fail (ob_solve_supports (metric));

  question = g_new0 (Question, 1);
  question->inputs = *inputs;
  question->metric = metric;
  question->target = target;
  for (ObParameter p = 0; skip != NULL && p < OB_N_PARAMETERS; p++)
    question->skip[p] = skip[p];

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, ob_ways_find_async);
  g_task_set_task_data (task, question, g_free);
  g_task_run_in_thread (task, find_thread);
}

GArray *
ob_ways_find_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
