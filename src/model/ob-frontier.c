/* ob-frontier.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier.h"

#include "ob-contour.h"
#include "ob-level-grid.h"
#include "ob-root.h"

#include <math.h>

/* The grid that is laid when the caller has none: fine enough that no branch
 * of the published levers is missed. */
#define GRID_SIZE 129
/* A tenth of what a frontier promises, so that rounding to text keeps it. */
#define NPV_TOLERANCE  1e-7
#define RISK_TOLERANCE 1e-10
/* Root-finding in double precision never needs more. */
#define MAX_ROUNDS 100

/* The search for the curve along one grid edge. */
typedef struct
{
  double x_unit, y_unit; /* the fixed coordinate is used, the other is not */
  gboolean upright;
  ObRootSearch search;
  gboolean failed;
} Vertex;

typedef struct
{
  const ObInputs *inputs;
  const ObPlane *plane;
  ObMetric metric;
  double level;
  GCancellable *cancellable;
  guint nx;
  guint ny;
  const double *values;
} Context;

/* Runs points of the plane. Values are relative to the level; tolerances say
 * how near to it counts as on the curve. */
static gboolean
run_points (const Context *context,
            gsize n,
            const double *x,
            const double *y,
            double *values,
            double *tolerances)
{
  const ObSweepAxis axes[2] = { { context->plane->x, x }, { context->plane->y, y } };
  const gboolean is_npv = context->metric == OB_METRIC_NPV;
  const ObSweepResult result = {
    .npv = is_npv ? values : NULL,
    .pv_capex = is_npv ? tolerances : NULL,
    .bubble_risk = is_npv ? NULL : values,
  };

  if (!ob_sweep (context->inputs, axes, 2, n, &result, context->cancellable))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      values[i] -= context->level;
      tolerances[i] = is_npv ? NPV_TOLERANCE * tolerances[i] : RISK_TOLERANCE;
    }

  return TRUE;
}

static gboolean
is_centre_above_cb (guint i, guint j, gpointer user_data)
{
  const Context *context = user_data;
  const double x = ob_plane_x_from_unit (context->plane, (i + 0.5) / (context->nx - 1.0));
  const double y = ob_plane_y_from_unit (context->plane, (j + 0.5) / (context->ny - 1.0));
  double value = 0;
  double tolerance;

  return run_points (context, 1, &x, &y, &value, &tolerance) && value >= 0;
}

static void
get_point (const Context *context, const Vertex *vertex, double *x, double *y)
{
  const double place = vertex->search.x;

  *x = ob_plane_x_from_unit (context->plane, vertex->upright ? vertex->x_unit : place);
  *y = ob_plane_y_from_unit (context->plane, vertex->upright ? place : vertex->y_unit);
}

static void
init_vertex (const Context *context, const ObGridEdge *edge, Vertex *vertex)
{
  const guint nx = context->nx;
  const guint ny = context->ny;
  const gsize from = (gsize) edge->j * nx + edge->i;
  const gsize to = from + (edge->upright ? nx : 1);
  const guint index = edge->upright ? edge->j : edge->i;
  const double steps = (edge->upright ? ny : nx) - 1.0;

  *vertex = (Vertex){ .x_unit = edge->i / (nx - 1.0),
                      .y_unit = edge->j / (ny - 1.0),
                      .upright = edge->upright };
  if (!ob_root_search_init (&vertex->search, index / steps, context->values[from] - context->level,
                            (index + 1) / steps, context->values[to] - context->level, 0))
    vertex->failed = vertex->search.done = TRUE;
}

/* Polishes all vertices side by side: each round runs one batch. */
static gboolean
polish (const Context *context, Vertex *vertices, gsize n)
{
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);
  g_autofree double *values = g_new (double, n);
  g_autofree double *tolerances = g_new (double, n);
  g_autofree gsize *which = g_new (gsize, n);

  for (guint round = 0; round < MAX_ROUNDS; round++)
    {
      gsize open = 0;

      for (gsize i = 0; i < n; i++)
        {
          if (vertices[i].search.done)
            continue;
          get_point (context, &vertices[i], &x[open], &y[open]);
          which[open++] = i;
        }
      if (open == 0)
        return TRUE;

      if (!run_points (context, open, x, y, values, tolerances))
        return FALSE;

      for (gsize k = 0; k < open; k++)
        {
          Vertex *vertex = &vertices[which[k]];

          vertex->search.tolerance = tolerances[k];
          ob_root_search_step (&vertex->search, values[k]);
          /* Where the metric jumps over the level there is no point on it. */
          if (vertex->search.done)
            vertex->failed = !(fabs (values[k]) <= tolerances[k]);
        }
    }

  for (gsize i = 0; i < n; i++)
    {
      if (!vertices[i].search.done)
        vertices[i].failed = TRUE;
    }

  return TRUE;
}

static void
add_curve (ObFrontier *frontier, const ObPoint *points, guint n, gboolean closed)
{
  ObCurve *curve;

  if (n < 2)
    return;

  frontier->curves = g_renew (ObCurve, frontier->curves, frontier->n_curves + 1);
  curve = &frontier->curves[frontier->n_curves++];
  curve->n_points = n;
  curve->closed = closed;
  curve->points = g_memdup2 (points, n * sizeof *points);
}

/* Turns a chain into a curve, or into several where the level is jumped over. */
static void
add_chain (const Context *context,
           ObFrontier *frontier,
           const Vertex *vertices,
           guint n,
           gboolean closed)
{
  g_autofree ObPoint *points = g_new (ObPoint, n);
  guint n_points = 0;
  gboolean broken = FALSE;

  for (guint i = 0; i < n; i++)
    {
      ObPoint point;

      if (vertices[i].failed)
        {
          add_curve (frontier, points, n_points, FALSE);
          n_points = 0;
          broken = TRUE;
          continue;
        }

      get_point (context, &vertices[i], &point.x, &point.y);
      /* A curve through a grid point crosses several edges in one place. */
      if (n_points > 0 && points[n_points - 1].x == point.x && points[n_points - 1].y == point.y)
        continue;
      points[n_points++] = point;
    }

  add_curve (frontier, points, n_points, closed && !broken);
}

static gboolean
trace_curves (const Context *context, ObFrontier *frontier)
{
  g_autoptr (GArray) chains =
    ob_contour_trace (context->values, context->nx, context->ny, context->level, is_centre_above_cb,
                      (gpointer) context);
  g_autofree Vertex *vertices = NULL;
  gsize n = 0;

  for (guint k = 0; k < chains->len; k++)
    n += g_array_index (chains, ObContourChain, k).n_edges;
  if (n == 0)
    return TRUE;

  vertices = g_new (Vertex, n);
  n = 0;
  for (guint k = 0; k < chains->len; k++)
    {
      const ObContourChain *chain = &g_array_index (chains, ObContourChain, k);

      for (guint i = 0; i < chain->n_edges; i++)
        init_vertex (context, &chain->edges[i], &vertices[n++]);
    }

  if (!polish (context, vertices, n))
    return FALSE;

  n = 0;
  for (guint k = 0; k < chains->len; k++)
    {
      const ObContourChain *chain = &g_array_index (chains, ObContourChain, k);

      add_chain (context, frontier, vertices + n, chain->n_edges, chain->closed);
      n += chain->n_edges;
    }

  return TRUE;
}

static gboolean
run_grid_points_cb (gsize n, const guint *points, double *values, gpointer user_data)
{
  const Context *context = user_data;
  g_autofree double *x = g_new (double, n);
  g_autofree double *y = g_new (double, n);
  g_autofree double *tolerances = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      x[i] = ob_plane_x_from_unit (context->plane, points[i] % context->nx / (context->nx - 1.0));
      y[i] = ob_plane_y_from_unit (context->plane, points[i] / context->nx / (context->ny - 1.0));
    }
  if (!run_points (context, n, x, y, values, tolerances))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    values[i] += context->level;

  return TRUE;
}

ObFrontier *
ob_frontier_new (const ObInputs *inputs,
                 const ObPlane *plane,
                 ObMetric metric,
                 double level,
                 const ObMap *map,
                 GCancellable *cancellable)
{
  g_autoptr (ObFrontier) frontier = NULL;
  g_autofree double *own_values = NULL;
  Context context = {
    .inputs = inputs,
    .plane = plane,
    .metric = metric,
    .level = level,
    .cancellable = cancellable,
    .nx = GRID_SIZE,
    .ny = GRID_SIZE,
  };

  g_return_val_if_fail (inputs != NULL && plane != NULL, NULL);
  g_return_val_if_fail (metric == OB_METRIC_NPV || metric == OB_METRIC_BUBBLE_RISK, NULL);
  g_return_val_if_fail (map == NULL || ob_plane_equal (&map->plane, plane), NULL);

  if (map != NULL)
    {
      context.nx = map->nx;
      context.ny = map->ny;
      context.values = metric == OB_METRIC_NPV ? map->npv : map->bubble_risk;
    }
  else
    {
      context.values = own_values = g_new (double, GRID_SIZE *GRID_SIZE);
      if (!ob_level_grid_fill (GRID_SIZE, own_values, level, run_grid_points_cb, &context))
        return NULL;
    }

  frontier = g_new0 (ObFrontier, 1);
  frontier->plane = *plane;
  frontier->metric = metric;
  frontier->level = level;
  if (!trace_curves (&context, frontier))
    return NULL;

  return g_steal_pointer (&frontier);
}

void
ob_frontier_free (ObFrontier *frontier)
{
  if (frontier == NULL)
    return;

  for (guint i = 0; i < frontier->n_curves; i++)
    g_free (frontier->curves[i].points);
  g_free (frontier->curves);
  g_free (frontier);
}
