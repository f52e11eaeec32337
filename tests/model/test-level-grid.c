/* test-level-grid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier.h"
#include "ob-level-grid.h"
#include "ob-test-draw.h"

#include <math.h>
#include <string.h>

#define SIZE 129

typedef double (*Function) (double x, double y);

typedef struct
{
  Function function;
  guint n_left;
  guint n_run;
  gboolean run[SIZE * SIZE];
} Probe;

static double
get_value (Function function, guint index)
{
  return function (index % SIZE * 2. / (SIZE - 1) - 1, index / SIZE * 2. / (SIZE - 1) - 1);
}

static gboolean
probe_cb (gsize n, const guint *points, double *values, gpointer user_data)
{
  Probe *probe = user_data;

  if (probe->n_left == 0)
    return FALSE;
  probe->n_left--;

  g_assert_cmpuint (n, >, 0);
  for (gsize k = 0; k < n; k++)
    {
      g_assert_cmpuint (points[k], <, SIZE * SIZE);
      g_assert_false (probe->run[points[k]]);
      probe->run[points[k]] = TRUE;
      values[k] = get_value (probe->function, points[k]);
    }
  probe->n_run += n;

  return TRUE;
}

static double
slope (double x, double y)
{
  return x + 0.37 * y - 0.211;
}

static double
circle (double x, double y)
{
  return x * x + y * y - 0.5;
}

static double
small_circle (double x, double y)
{
  return hypot (x - 0.123, y + 0.431) - 0.03;
}

static double
hook (double x, double y)
{
  return y - 0.9 * sin (7 * x);
}

static double
cliff (double x, double y)
{
  return x + 0.2 * y > 0.301 ? 1 : -1000;
}

static double
spiral (double x, double y)
{
  return sin (9 * hypot (x, y) + atan2 (y, x));
}

static double
above (double x, double y)
{
  return 2 + x + y / 2;
}

/* Signs are those of the whole grid, what is on either side of the level has been
 * run, nothing is run twice, and most of it not at all. */
static void
test_functions (void)
{
  static const struct
  {
    Function function;
    double share;
  } cases[] = {
    { slope, 0.15 }, { circle, 0.2 },  { small_circle, 0.1 }, { hook, 0.35 },
    { cliff, 0.2 },  { spiral, 0.55 }, { above, 0.07 },
  };
  g_autofree Probe *probe = g_new (Probe, 1);
  g_autofree double *values = g_new (double, SIZE *SIZE);

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      const Function function = cases[c].function;

      *probe = (Probe){ .function = function, .n_left = G_MAXUINT };
      g_assert_true (ob_level_grid_fill (SIZE, values, 0, probe_cb, probe));
      g_test_message ("case %u: %u of %u run", c, probe->n_run, SIZE * SIZE);
      g_assert_cmpuint (probe->n_run, <=, cases[c].share * SIZE * SIZE);

      for (guint index = 0; index < SIZE * SIZE; index++)
        {
          const gboolean positive = get_value (function, index) >= 0;

          g_assert_true ((values[index] >= 0) == positive);
          if (probe->run[index])
            g_assert_cmpfloat (values[index], ==, get_value (function, index));
          if (index % SIZE + 1 < SIZE && positive != (get_value (function, index + 1) >= 0))
            g_assert_true (probe->run[index] && probe->run[index + 1]);
          if (index + SIZE < SIZE * SIZE && positive != (get_value (function, index + SIZE) >= 0))
            g_assert_true (probe->run[index] && probe->run[index + SIZE]);
        }
    }
}

static void
test_given_up (void)
{
  g_autofree Probe *probe = g_new (Probe, 1);
  g_autofree double *values = g_new (double, SIZE *SIZE);

  for (guint n = 0; n < 3; n++)
    {
      *probe = (Probe){ .function = circle, .n_left = n };
      g_assert_false (ob_level_grid_fill (SIZE, values, 0, probe_cb, probe));
    }
}

static void
assert_same_curves (const ObFrontier *a, const ObFrontier *b)
{
  g_assert_cmpuint (a->n_curves, ==, b->n_curves);
  for (guint c = 0; c < a->n_curves; c++)
    {
      g_assert_cmpuint (a->curves[c].n_points, ==, b->curves[c].n_points);
      g_assert_true (a->curves[c].closed == b->curves[c].closed);
      g_assert_cmpmem (a->curves[c].points, a->curves[c].n_points * sizeof (ObPoint),
                       b->curves[c].points, b->curves[c].n_points * sizeof (ObPoint));
    }
}

/* npv jumps with every quarter of the horizon, and with a break at the start: any
 * grid finds what it happens to hit. */
static gboolean
jumps (ObParameter parameter)
{
  return parameter == OB_PARAMETER_HORIZON || parameter == OB_PARAMETER_POP_YEAR;
}

/* A frontier without a map is the frontier of the whole grid, to the last bit:
 * any levers, any level, both metrics. */
static void
test_no_branch_lost (void)
{
  const guint n_rounds = g_test_slow () ? 2000 : 24;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20270101);
  guint n_curves = 0;

  for (guint round = 0; round < n_rounds; round++)
    {
      const ObMetric metric = round % 3 == 2 ? OB_METRIC_BUBBLE_RISK : OB_METRIC_NPV;
      g_autoptr (ObMap) map = NULL;
      g_autoptr (ObFrontier) whole = NULL;
      g_autoptr (ObFrontier) sparse = NULL;
      ObInputs inputs;
      ObPlane plane;
      ObParameter x, y;
      double level;

      do
        {
          x = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
          y = g_rand_int_range (rand, 0, OB_N_PARAMETERS);
        }
      while (x == y || x == OB_PARAMETER_SUNK || y == OB_PARAMETER_SUNK || jumps (x) || jumps (y));

      ob_test_draw_near (rand, &inputs);
      ob_plane_init (&plane, x, y);
      map = ob_map_new (&inputs, &plane, SIZE, SIZE, NULL);
      level = metric == OB_METRIC_NPV ? (round % 2 == 0 ? 0 : map->npv[SIZE * SIZE / 2])
                                      : map->bubble_risk[g_rand_int_range (rand, 0, SIZE * SIZE)];
      whole = ob_frontier_new (&inputs, &plane, metric, level, map, NULL);
      sparse = ob_frontier_new (&inputs, &plane, metric, level, NULL, NULL);
      g_test_message ("%s by %s, %s at %g: %u curves", ob_parameter_get_id (x),
                      ob_parameter_get_id (y), ob_metric_get_id (metric), level, whole->n_curves);
      assert_same_curves (whole, sparse);
      n_curves += whole->n_curves;
    }
  g_assert_cmpuint (n_curves, >, n_rounds / 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/level-grid/functions", test_functions);
  g_test_add_func ("/level-grid/given-up", test_given_up);
  g_test_add_func ("/level-grid/no-branch-lost", test_no_branch_lost);

  return g_test_run ();
}
