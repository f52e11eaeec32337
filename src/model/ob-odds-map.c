/* ob-odds-map.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-odds-map.h"

#include "ob-engine.h"
#include "ob-parallel.h"
#include "ob-rank.h"

#include <math.h>

/* Steps of the map from one node to the next. */
#define REFINEMENT 3
/* The half-width of the kernel is this many standard deviations of the draws over the
 * cubic root of their number: the rule of Azzalini, whose kernel is normal, times the
 * square root of 5 for one of the same spread that ends. */
#define BANDWIDTH 2.9
/* Between the quartiles of a normal distribution, standard deviations. */
#define NORMAL_QUARTILES 1.349
/* Nodes that a cubic passes through. */
#define N_STENCIL 4

const double ob_odds_map_levels[OB_ODDS_MAP_N_LEVELS] = { 0.1, 0.5, 0.9 };

typedef enum
{
  PROFIT, /* npv */
  RISK,   /* bubble risk above the threshold */
  N_VALUES
} Value;

/* A map in the making. Values are kept in single precision: they are counted. */
typedef struct
{
  const ObSampler *sampler;
  const ObKernel *kernel;
  ObOddsMap *map;
  guint n_nodes;
  gsize n_draws;
  guint n_axes;
  guint axes[OB_N_PARAMETERS]; /* indices of the levers that are drawn */
  const double *values;        /* levers x draws */
  ObParameter along;           /* of the plane, the one that lanes differ in first */
  ObParameter across;
  double *along_value; /* of each node, in the order in which they are run */
  double *across_value;
  guint *place;
  float *node[N_VALUES];    /* draws x nodes */
  double *spread[N_VALUES]; /* of each node, half the width of the kernel */
} Work;

gboolean
ob_odds_map_is_possible (const ObSampler *sampler, const ObPlane *plane)
{
  g_return_val_if_fail (sampler != NULL && plane != NULL, FALSE);

  for (guint k = 0; k < sampler->n_levers; k++)
    {
      if (sampler->levers[k] != plane->x && sampler->levers[k] != plane->y)
        return TRUE;
    }

  return FALSE;
}

/* Lanes go along the lever that is cheaper to change. */
static void
order_nodes (Work *work)
{
  const ObPlane *plane = &work->map->plane;
  const gboolean along_y =
    work->kernel->get_effort (plane->y) < work->kernel->get_effort (plane->x);
  const guint n = work->n_nodes;

  work->along = along_y ? plane->y : plane->x;
  work->across = along_y ? plane->x : plane->y;
  for (guint line = 0; line < n; line++)
    {
      for (guint k = 0; k < n; k++)
        {
          const guint i = along_y ? line : k;
          const guint j = along_y ? k : line;
          const double x = ob_plane_x_from_unit (plane, i / (n - 1.));
          const double y = ob_plane_y_from_unit (plane, j / (n - 1.));
          const guint at = line * n + k;

          work->along_value[at] = along_y ? y : x;
          work->across_value[at] = along_y ? x : y;
          work->place[at] = j * n + i;
        }
    }
}

static void
run_draw (const Work *work, gpointer scratch, gsize draw)
{
  const ObKernel *kernel = work->kernel;
  const guint n = work->n_nodes * work->n_nodes;
  double value[OB_KERNEL_MAX_LANES], npv[OB_KERNEL_MAX_LANES], pv_capex[OB_KERNEL_MAX_LANES],
    risk[OB_KERNEL_MAX_LANES];
  const ObKernelOutput output = { .npv = npv, .pv_capex = pv_capex, .bubble_risk = risk };

  for (guint a = 0; a < work->n_axes; a++)
    {
      const guint k = work->axes[a];

      for (guint l = 0; l < kernel->lanes; l++)
        value[l] = work->values[(gsize) k * work->n_draws + draw];
      kernel->set_lanes (scratch, work->sampler->levers[k], value);
    }

  for (guint first = 0; first < n; first += kernel->lanes)
    {
      const guint n_lanes = MIN (kernel->lanes, n - first);

      for (guint l = 0; l < kernel->lanes; l++)
        value[l] = work->across_value[first + MIN (l, n_lanes - 1)];
      kernel->set_lanes (scratch, work->across, value);
      for (guint l = 0; l < kernel->lanes; l++)
        value[l] = work->along_value[first + MIN (l, n_lanes - 1)];
      kernel->set_lanes (scratch, work->along, value);
      kernel->run (scratch, &output);

      for (guint l = 0; l < n_lanes; l++)
        {
          const gsize to = draw * n + work->place[first + l];

          work->node[PROFIT][to] = (float) npv[l];
          work->node[RISK][to] = (float) (risk[l] - work->map->risk_level);
        }
    }
}

static void
run_draws (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  const Work *work = user_data;
  gpointer scratch = ob_engine_take_scratch (work->kernel);

  work->kernel->set_base (scratch, &work->sampler->inputs);
  for (gsize draw = first; draw < end && !g_cancellable_is_cancelled (cancellable); draw++)
    run_draw (work, scratch, draw);
  ob_engine_give_scratch (work->kernel, scratch);
}

/* The smaller of two measures of spread: one does not mind long tails, the other two
 * humps far apart. */
static double
measure_spread (const float *column, gsize n, float *scratch)
{
  const gsize rank[] = { (n - 1) / 4, (n - 1) - (n - 1) / 4 };
  float quartile[2];
  double mean = 0;
  double squares = 0;
  double deviation;

  for (gsize i = 0; i < n; i++)
    mean += column[i];
  mean /= (double) n;
  for (gsize i = 0; i < n; i++)
    squares += (column[i] - mean) * (column[i] - mean);
  deviation = sqrt (squares / (double) n);

  ob_rank_find (column, n, rank, G_N_ELEMENTS (rank), NULL, quartile, scratch);

  return MIN (deviation, (quartile[1] - quartile[0]) / NORMAL_QUARTILES);
}

static void
measure_nodes (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  const Work *work = user_data;
  const gsize n = (gsize) work->n_nodes * work->n_nodes;
  const double width = BANDWIDTH / cbrt ((double) work->n_draws);
  g_autofree float *column = g_new (float, work->n_draws);
  g_autofree float *scratch = g_new (float, OB_RANK_SCRATCH (work->n_draws));

  for (gsize node = first; node < end && !g_cancellable_is_cancelled (cancellable); node++)
    {
      for (Value v = 0; v < N_VALUES; v++)
        {
          for (gsize draw = 0; draw < work->n_draws; draw++)
            column[draw] = work->node[v][draw * n + node];
          work->spread[v][node] = width * measure_spread (column, work->n_draws, scratch);
        }
    }
}

/* The share of a draw that counts: the integral of Epanechnikov's kernel up to @value. */
static double
count (double value, double width)
{
  double t;

  if (!(fabs (value) < width))
    return value > 0 ? 1 : 0;

  t = value / width;
  return 0.5 + t * (3 - t * t) / 4;
}

/* The node a stencil begins at, and the weights of its nodes at a point of the map. */
static guint
get_stencil (guint point, guint n_nodes, double weight[N_STENCIL])
{
  const int cell = (int) (point / REFINEMENT);
  const int first = CLAMP (cell - 1, 0, (int) n_nodes - N_STENCIL);
  const double t = point / (double) REFINEMENT - first;

  for (int k = 0; k < N_STENCIL; k++)
    {
      weight[k] = 1;
      for (int other = 0; other < N_STENCIL; other++)
        {
          if (other != k)
            weight[k] *= (t - other) / (k - other);
        }
    }

  return (guint) first;
}

/* The values of @nodes along a row of the map, at every node of a row. */
static void
blend (const Work *work, const float *nodes, guint first, const double *weight, double *blended)
{
  for (guint i = 0; i < work->n_nodes; i++)
    {
      blended[i] = 0;
      for (guint k = 0; k < N_STENCIL; k++)
        blended[i] += weight[k] * nodes[(first + k) * work->n_nodes + i];
    }
}

/* The same between nodes, linearly: cubics would take a spread below zero. */
static double
get_spread (const Work *work, Value v, guint i, guint j)
{
  const guint n = work->n_nodes;
  const guint column = MIN (i / REFINEMENT, n - 2);
  const guint row = MIN (j / REFINEMENT, n - 2);
  const double x = i / (double) REFINEMENT - column;
  const double y = j / (double) REFINEMENT - row;
  const double *corner = work->spread[v] + row * n + column;

  return (1 - y) * ((1 - x) * corner[0] + x * corner[1])
         + y * ((1 - x) * corner[n] + x * corner[n + 1]);
}

static void
count_row (const Work *work, guint j, Value v, double *row)
{
  const guint n = work->map->n;
  const gsize n_nodes = (gsize) work->n_nodes * work->n_nodes;
  g_autofree double *blended = g_new (double, work->n_nodes);
  g_autofree double *width = g_new (double, n);
  g_autofree double *weights = g_new (double, (gsize) n *N_STENCIL);
  g_autofree guint *firsts = g_new (guint, n);
  double weight[N_STENCIL];
  const guint first = get_stencil (j, work->n_nodes, weight);

  for (guint i = 0; i < n; i++)
    {
      firsts[i] = get_stencil (i, work->n_nodes, weights + (gsize) i * N_STENCIL);
      width[i] = get_spread (work, v, i, j);
      row[i] = 0;
    }

  for (gsize draw = 0; draw < work->n_draws; draw++)
    {
      blend (work, work->node[v] + draw * n_nodes, first, weight, blended);
      for (guint i = 0; i < n; i++)
        {
          const double *w = weights + (gsize) i * N_STENCIL;
          const double *from = blended + firsts[i];

          row[i] +=
            count (w[0] * from[0] + w[1] * from[1] + w[2] * from[2] + w[3] * from[3], width[i]);
        }
    }
  for (guint i = 0; i < n; i++)
    row[i] /= (double) work->n_draws;
}

static void
count_rows (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  const Work *work = user_data;
  const guint n = work->map->n;

  for (gsize j = first; j < end && !g_cancellable_is_cancelled (cancellable); j++)
    {
      count_row (work, (guint) j, PROFIT, work->map->profit + j * n);
      count_row (work, (guint) j, RISK, work->map->risk + j * n);
    }
}

ObOddsMap *
ob_odds_map_new (const ObSampler *sampler,
                 const ObPlane *plane,
                 guint n_nodes,
                 gsize n_draws,
                 double risk_level,
                 GCancellable *cancellable)
{
  const gsize n = (gsize) n_nodes * n_nodes;
  g_autoptr (ObOddsMap) map = NULL;
  g_autofree double *values = NULL;
  g_autofree double *numbers = NULL;
  g_autofree float *nodes = NULL;
  g_autofree guint *places = NULL;
  Work work = { .sampler = sampler, .n_nodes = n_nodes, .n_draws = n_draws };

  g_return_val_if_fail (sampler != NULL && plane != NULL, NULL);
  g_return_val_if_fail (ob_odds_map_is_possible (sampler, plane), NULL);
  g_return_val_if_fail (n_nodes >= N_STENCIL && n_draws >= 2, NULL);

  values = g_new (double, sampler->n_levers *n_draws);
  if (!ob_sampler_draw (sampler, 0, n_draws, values, cancellable))
    return NULL;

  map = g_new0 (ObOddsMap, 1);
  g_atomic_ref_count_init (&map->ref_count);
  map->plane = *plane;
  map->n = (n_nodes - 1) * REFINEMENT + 1;
  map->n_draws = n_draws;
  map->risk_level = risk_level;
  map->profit = g_new (double, (gsize) map->n * map->n);
  map->risk = g_new (double, (gsize) map->n * map->n);

  work.kernel = ob_engine_get_wide_kernel ();
  work.map = map;
  work.values = values;
  for (guint k = 0; k < sampler->n_levers; k++)
    {
      if (sampler->levers[k] != plane->x && sampler->levers[k] != plane->y)
        work.axes[work.n_axes++] = k;
    }
  numbers = g_new (double, (2 + N_VALUES) * n);
  work.along_value = numbers;
  work.across_value = numbers + n;
  work.place = places = g_new (guint, n);
  nodes = g_new (float, N_VALUES *n_draws *n);
  for (Value v = 0; v < N_VALUES; v++)
    {
      work.spread[v] = numbers + (2 + v) * n;
      work.node[v] = nodes + v * n_draws * n;
    }
  order_nodes (&work);

  if (!ob_parallel_for (n_draws, run_draws, &work, cancellable)
      || !ob_parallel_for (n, measure_nodes, &work, cancellable)
      || !ob_parallel_for (map->n, count_rows, &work, cancellable))
    return NULL;

  return g_steal_pointer (&map);
}

ObOddsMap *
ob_odds_map_ref (ObOddsMap *map)
{
  g_return_val_if_fail (map != NULL, NULL);

  g_atomic_ref_count_inc (&map->ref_count);
  return map;
}

void
ob_odds_map_unref (ObOddsMap *map)
{
  g_return_if_fail (map != NULL);

  if (!g_atomic_ref_count_dec (&map->ref_count))
    return;

  g_free (map->profit);
  g_free (map->risk);
  g_free (map);
}

double
ob_odds_map_interpolate (const ObOddsMap *map, const double *values, double unit_x, double unit_y)
{
  double x, y;
  guint i, j;
  const double *corner;

  g_return_val_if_fail (map != NULL && values != NULL, 0);

  x = CLAMP (unit_x, 0, 1) * (map->n - 1);
  y = CLAMP (unit_y, 0, 1) * (map->n - 1);
  i = MIN ((guint) x, map->n - 2);
  j = MIN ((guint) y, map->n - 2);
  corner = values + (gsize) j * map->n + i;
  x -= i;
  y -= j;

  return (1 - y) * ((1 - x) * corner[0] + x * corner[1])
         + y * ((1 - x) * corner[map->n] + x * corner[map->n + 1]);
}

double
ob_odds_map_get_error (const ObOddsMap *map, double chance)
{
  g_return_val_if_fail (map != NULL, 0);

  return sqrt (MAX (chance * (1 - chance), 0) / (double) map->n_draws);
}
