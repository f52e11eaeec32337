/* test-frontier.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-contour.h"
#include "ob-frontier.h"
#include "ob-test-draw.h"

#include <math.h>

static void
assert_on_curve (const ObInputs *inputs, const ObFrontier *frontier, ObPoint point)
{
  ObInputs there = *inputs;
  ObRun run;

  there.value[frontier->plane.x] = point.x;
  there.value[frontier->plane.y] = point.y;
  g_assert_true (ob_inputs_check (&there, NULL));
  ob_run (&there, &run);
  if (frontier->metric == OB_METRIC_NPV)
    g_assert_cmpfloat (fabs (run.metric[OB_METRIC_NPV] - frontier->level), <=,
                       1e-6 * run.metric[OB_METRIC_PV_CAPEX]);
  else
    g_assert_cmpfloat (fabs (run.metric[OB_METRIC_BUBBLE_RISK] - frontier->level), <=, 1e-9);
}

/* Every change of sign on a grid line has a point of a curve on it, and every
 * point of a curve lies on a grid edge with a change of sign. */
static void
assert_complete (const ObMap *map, const ObFrontier *frontier)
{
  guint crossings = 0;
  guint points = 0;

  for (guint j = 0; j < map->ny; j++)
    {
      for (guint i = 0; i < map->nx; i++)
        {
          const gboolean above = map->npv[j * map->nx + i] >= 0;

          if (i + 1 < map->nx)
            crossings += above != (map->npv[j * map->nx + i + 1] >= 0);
          if (j + 1 < map->ny)
            crossings += above != (map->npv[(j + 1) * map->nx + i] >= 0);
        }
    }
  for (guint k = 0; k < frontier->n_curves; k++)
    points += frontier->curves[k].n_points;

  g_assert_cmpuint (points, ==, crossings);
}

static void
test_base (void)
{
  g_autoptr (ObMap) map = NULL;
  g_autoptr (ObFrontier) frontier = NULL;
  ObInputs inputs;
  ObPlane plane;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  map = ob_map_new (&inputs, &plane, 65, 65, NULL);
  frontier = ob_frontier_new (&inputs, &plane, OB_METRIC_NPV, 0, map, NULL);

  g_assert_cmpuint (frontier->n_curves, ==, 1);
  assert_complete (map, frontier);
  for (guint i = 0; i < frontier->curves[0].n_points; i++)
    assert_on_curve (&inputs, frontier, frontier->curves[0].points[i]);
}

/* Any two levers, any inputs. */
static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  guint found = 0;

  for (guint k = 0; k < 60; k++)
    {
      g_autoptr (ObMap) map = NULL;
      g_autoptr (ObFrontier) frontier = NULL;
      ObInputs inputs;
      ObPlane plane;
      ObParameter x, y;

      do
        {
          x = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
          y = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
        }
      while (x == y || x == OB_PARAMETER_SUNK || y == OB_PARAMETER_SUNK);

      ob_test_draw_near (rand, &inputs);
      ob_plane_init (&plane, x, y);
      map = ob_map_new (&inputs, &plane, 33, 33, NULL);
      frontier = ob_frontier_new (&inputs, &plane, OB_METRIC_NPV, 0, map, NULL);
      for (guint c = 0; c < frontier->n_curves; c++)
        {
          const ObCurve *curve = &frontier->curves[c];

          g_assert_cmpuint (curve->n_points, >=, 2);
          for (guint i = 0; i < curve->n_points; i += 3)
            assert_on_curve (&inputs, frontier, curve->points[i]);
          found++;
        }
      if (x != OB_PARAMETER_HORIZON && y != OB_PARAMETER_HORIZON && x != OB_PARAMETER_POP_YEAR
          && y != OB_PARAMETER_POP_YEAR)
        assert_complete (map, frontier);
    }
  g_assert_cmpuint (found, >, 20);
}

static void
test_risk (void)
{
  g_autoptr (ObFrontier) frontier = NULL;
  ObInputs inputs;
  ObPlane plane;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUBSIDY);
  frontier = ob_frontier_new (&inputs, &plane, OB_METRIC_BUBBLE_RISK, 0.6, NULL, NULL);
  g_assert_cmpuint (frontier->n_curves, >=, 1);
  for (guint c = 0; c < frontier->n_curves; c++)
    {
      for (guint i = 0; i < frontier->curves[c].n_points; i += 5)
        assert_on_curve (&inputs, frontier, frontier->curves[c].points[i]);
    }
}

/* With a break scheduled at 0 there is none, and just after 0 there is: npv
 * jumps, and where it jumps over zero there is nothing to find. */
static void
test_jump (void)
{
  g_autoptr (ObFrontier) frontier = NULL;
  ObInputs inputs;
  ObPlane plane;
  guint n = 0;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_POP_YEAR, OB_PARAMETER_CAPEX);
  frontier = ob_frontier_new (&inputs, &plane, OB_METRIC_NPV, 0, NULL, NULL);
  for (guint c = 0; c < frontier->n_curves; c++)
    {
      for (guint i = 0; i < frontier->curves[c].n_points; i++, n++)
        assert_on_curve (&inputs, frontier, frontier->curves[c].points[i]);
    }
  g_assert_cmpuint (n, >, 50);
}

/* Just below a hilltop inside the plane the level set is a loop around it. */
static void
test_loop (void)
{
  g_autoptr (ObMap) map = NULL;
  g_autoptr (ObFrontier) frontier = NULL;
  ObInputs inputs;
  ObPlane plane;
  gsize top = 0;
  guint n_closed = 0;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_ELASTICITY_SHORT, OB_PARAMETER_BUILD_LAG);
  map = ob_map_new (&inputs, &plane, 65, 65, NULL);
  for (gsize k = 1; k < (gsize) map->nx * map->ny; k++)
    {
      if (map->npv[k] > map->npv[top])
        top = k;
    }
  g_assert_cmpuint (top % map->nx, >, 0);
  g_assert_cmpuint (top % map->nx, <, map->nx - 1);
  g_assert_cmpuint (top / map->nx, >, 0);
  g_assert_cmpuint (top / map->nx, <, map->ny - 1);

  frontier = ob_frontier_new (&inputs, &plane, OB_METRIC_NPV, map->npv[top] - 5, map, NULL);
  for (guint c = 0; c < frontier->n_curves; c++)
    {
      n_closed += frontier->curves[c].closed;
      for (guint i = 0; i < frontier->curves[c].n_points; i++)
        assert_on_curve (&inputs, frontier, frontier->curves[c].points[i]);
    }
  g_assert_cmpuint (n_closed, >=, 1);
}

static void
test_none (void)
{
  g_autoptr (ObFrontier) frontier = NULL;
  ObInputs inputs;
  ObPlane plane;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_SPEND_NOW] = 10;
  inputs.value[OB_PARAMETER_SPEND_GROWTH] = 0;
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_MARKUP);
  frontier = ob_frontier_new (&inputs, &plane, OB_METRIC_NPV, 0, NULL, NULL);
  g_assert_nonnull (frontier);
  g_assert_cmpuint (frontier->n_curves, ==, 0);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ObInputs inputs;
  ObPlane plane;

  ob_inputs_init (&inputs);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN);
  g_cancellable_cancel (cancellable);
  g_assert_null (ob_map_new (&inputs, &plane, 33, 33, cancellable));
  g_assert_null (ob_frontier_new (&inputs, &plane, OB_METRIC_NPV, 0, NULL, cancellable));
}

static void
test_plane (void)
{
  g_autoptr (GError) error = NULL;
  ObPlane plane;

  ob_plane_init (&plane, OB_PARAMETER_SUBSIDY_HALF_LIFE, OB_PARAMETER_CAPEX);
  g_assert_true (ob_plane_check (&plane, NULL));
  for (guint i = 0; i <= 100; i++)
    {
      const double x = ob_plane_x_from_unit (&plane, i / 100.0);
      const double y = ob_plane_y_from_unit (&plane, i / 100.0);

      g_assert_cmpfloat_with_epsilon (ob_plane_x_to_unit (&plane, x), i / 100.0, 1e-12);
      g_assert_cmpfloat_with_epsilon (ob_plane_y_to_unit (&plane, y), i / 100.0, 1e-12);
    }
  /* The half-life is spread by its logarithm: half way is the geometric mean. */
  g_assert_cmpfloat_with_epsilon (ob_plane_x_from_unit (&plane, 0.5), 5, 1e-9);

  plane.x_max = 1000;
  g_assert_false (ob_plane_check (&plane, &error));
  g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
  g_assert_nonnull (strstr (error->message, "subsidy_half_life"));
  g_clear_error (&error);

  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_CAPEX);
  g_assert_false (ob_plane_check (&plane, &error));
  g_clear_error (&error);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_SUNK);
  g_assert_false (ob_plane_check (&plane, &error));
  g_clear_error (&error);
  ob_plane_init (&plane, OB_PARAMETER_CAPEX, OB_PARAMETER_OPEX);
  plane.y_min = plane.y_max;
  g_assert_false (ob_plane_check (&plane, &error));
}

#define GRID 41

static GArray *
trace (double (*function) (double, double), double level, ObContourCentreFunc centre)
{
  double values[GRID * GRID];

  for (guint j = 0; j < GRID; j++)
    {
      for (guint i = 0; i < GRID; i++)
        values[j * GRID + i] = function (i / (GRID - 1.0) * 2 - 1, j / (GRID - 1.0) * 2 - 1);
    }

  return ob_contour_trace (values, GRID, GRID, level, centre, NULL);
}

static double
circle (double x, double y)
{
  return x * x + y * y;
}

/* Two wells: one loop around both at a high level, one around each at a low one. */
static double
wells (double x, double y)
{
  return pow (x * x - 0.25, 2) + y * y;
}

static double
saddle (double x, double y)
{
  return x * y;
}

static void
assert_linked (const ObContourChain *chain)
{
  for (guint i = 1; i < chain->n_edges; i++)
    {
      const ObGridEdge *a = &chain->edges[i - 1];
      const ObGridEdge *b = &chain->edges[i];

      g_assert_cmpint (abs ((int) a->i - (int) b->i), <=, 1);
      g_assert_cmpint (abs ((int) a->j - (int) b->j), <=, 1);
      g_assert_false (a->i == b->i && a->j == b->j && a->upright == b->upright);
    }
}

static void
test_contour (void)
{
  const struct
  {
    double (*function) (double, double);
    double level;
    guint n_chains;
    gboolean closed;
  } cases[] = {
    { circle, 0.5, 1, TRUE },  { circle, 3, 0, FALSE },   { wells, 0.02, 2, TRUE },
    { wells, 0.1, 1, TRUE },   { saddle, 0.1, 2, FALSE }, { saddle, -0.1, 2, FALSE },
    { circle, 1.2, 4, FALSE },
  };

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr (GArray) chains = trace (cases[k].function, cases[k].level, NULL);

      g_assert_cmpuint (chains->len, ==, cases[k].n_chains);
      for (guint c = 0; c < chains->len; c++)
        {
          const ObContourChain *chain = &g_array_index (chains, ObContourChain, c);

          g_assert_cmpint (chain->closed, ==, cases[k].closed);
          assert_linked (chain);
        }
    }
}

static gboolean
say_above_cb (guint i, guint j, gpointer user_data)
{
  return TRUE;
}

/* A checkered cell: the middle decides which corners are cut off. */
static void
test_saddle_cell (void)
{
  const double values[4] = { 1, -1, -1, 1 };
  g_autoptr (GArray) chains = ob_contour_trace (values, 2, 2, 0, say_above_cb, NULL);
  const ObContourChain *chain;

  g_assert_cmpuint (chains->len, ==, 2);
  chain = &g_array_index (chains, ObContourChain, 0);
  g_assert_cmpuint (chain->n_edges, ==, 2);
  /* With the middle above, the low corner at lower right is cut off: the chain
   * from the lower edge goes to the right one. */
  g_assert_false (chain->edges[0].upright);
  g_assert_cmpuint (chain->edges[0].j, ==, 0);
  g_assert_true (chain->edges[1].upright);
  g_assert_cmpuint (chain->edges[1].i, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/frontier/base", test_base);
  g_test_add_func ("/frontier/random", test_random);
  g_test_add_func ("/frontier/risk", test_risk);
  g_test_add_func ("/frontier/jump", test_jump);
  g_test_add_func ("/frontier/loop", test_loop);
  g_test_add_func ("/frontier/none", test_none);
  g_test_add_func ("/frontier/cancelled", test_cancelled);
  g_test_add_func ("/frontier/plane", test_plane);
  g_test_add_func ("/frontier/contour", test_contour);
  g_test_add_func ("/frontier/saddle-cell", test_saddle_cell);

  return g_test_run ();
}
