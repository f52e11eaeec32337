/* ob-level-grid.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-level-grid.h"

#include <math.h>

#define FIRST_STEP 4

/* A stage halves the step between points: its cells are squares of @step. */
typedef struct
{
  guint size;
  guint step;
  double level;
  double *values;
  gboolean *known;
  /* By the index of their lower left point. */
  gboolean *marked;
  GArray *points;
  GArray *results;
  ObLevelGridFunc run;
  gpointer user_data;
} Grid;

static guint
get_index (const Grid *grid, guint i, guint j)
{
  return j * grid->size + i;
}

static double
get_distance (const Grid *grid, guint i, guint j)
{
  return grid->values[get_index (grid, i, j)] - grid->level;
}

static gboolean
is_above (const Grid *grid, guint i, guint j)
{
  return get_distance (grid, i, j) >= 0;
}

static void
want (Grid *grid, guint i, guint j)
{
  const guint index = get_index (grid, i, j);

  if (grid->known[index])
    return;

  grid->known[index] = TRUE;
  g_array_append_val (grid->points, index);
}

static gboolean
run_wanted (Grid *grid)
{
  const guint n = grid->points->len;

  if (n == 0)
    return TRUE;

  g_array_set_size (grid->results, n);
  if (!grid->run (n, (const guint *) grid->points->data, (double *) grid->results->data,
                  grid->user_data))
    return FALSE;

  for (guint k = 0; k < n; k++)
    grid->values[g_array_index (grid->points, guint, k)] = g_array_index (grid->results, double, k);
  g_array_set_size (grid->points, 0);

  return TRUE;
}

/* The larger second difference of the function, along either axis, around a
 * point; at the border, around its neighbour. */
static double
get_bend (const Grid *grid, guint i, guint j)
{
  const guint step = grid->step;
  const guint last = grid->size - 1 - step;
  const guint x = CLAMP (i, step, last);
  const guint y = CLAMP (j, step, last);
  const double level = get_distance (grid, x - step, j) - 2 * get_distance (grid, x, j)
                       + get_distance (grid, x + step, j);
  const double upright = get_distance (grid, i, y - step) - 2 * get_distance (grid, i, y)
                         + get_distance (grid, i, y + step);

  return fmax (fabs (level), fabs (upright));
}

/* Whether a cell has both signs, or may: the function bends around it by more
 * than it is away from the level. A parabola would have to bend eight times as
 * much. */
static gboolean
comes_near (const Grid *grid, guint i, guint j)
{
  double low = INFINITY;
  double high = -INFINITY;
  double bend = 0;

  for (guint k = 0; k < 4; k++)
    {
      const guint x = i + k % 2 * grid->step;
      const guint y = j + k / 2 * grid->step;

      low = fmin (low, get_distance (grid, x, y));
      high = fmax (high, get_distance (grid, x, y));
      bend = fmax (bend, get_bend (grid, x, y));
    }

  return (low < 0 && high >= 0) || fmin (fabs (low), fabs (high)) <= bend;
}

static void
mark (Grid *grid, guint i, guint j)
{
  const guint half = grid->step / 2;
  gboolean *marked = &grid->marked[get_index (grid, i, j)];

  if (*marked)
    return;

  *marked = TRUE;
  /* Corners may come from the stage before, without having been run. */
  for (guint y = 0; y <= grid->step; y += half)
    {
      for (guint x = 0; x <= grid->step; x += half)
        want (grid, i + x, j + y);
    }
}

/* Whether what is known of a cell lies on both sides of the level. */
static gboolean
is_crossed (const Grid *grid, guint i, guint j)
{
  const guint half = grid->step / 2;
  const gboolean above = is_above (grid, i, j);

  for (guint y = 0; y <= grid->step; y += half)
    {
      for (guint x = 0; x <= grid->step; x += half)
        {
          const gboolean corner = x != half && y != half;

          if ((corner || grid->known[get_index (grid, i + x, j + y)])
              && is_above (grid, i + x, j + y) != above)
            return TRUE;
        }
    }

  return FALSE;
}

/* Marks the cells that a line goes into from those that have been run. Returns
 * whether there is more to run. */
static gboolean
follow_lines (Grid *grid)
{
  for (guint j = 0; j + grid->step < grid->size; j += grid->step)
    {
      for (guint i = 0; i + grid->step < grid->size; i += grid->step)
        {
          if (!grid->marked[get_index (grid, i, j)] && is_crossed (grid, i, j))
            mark (grid, i, j);
        }
    }

  return grid->points->len > 0;
}

static void
interpolate (Grid *grid, guint i, guint j, guint di, guint dj)
{
  const guint index = get_index (grid, i, j);

  if (!grid->known[index])
    grid->values[index] = (grid->values[get_index (grid, i - di, j - dj)]
                           + grid->values[get_index (grid, i + di, j + dj)])
                          / 2;
}

/* The centre comes from points of the stage before, which are there already. */
static void
interpolate_rest (Grid *grid)
{
  const guint step = grid->step;
  const guint half = step / 2;

  for (guint j = 0; j < grid->size; j += step)
    {
      for (guint i = half; i < grid->size; i += step)
        interpolate (grid, i, j, half, 0);
    }
  for (guint j = half; j < grid->size; j += step)
    {
      for (guint i = 0; i < grid->size; i += half)
        interpolate (grid, i, j, 0, half);
    }
}

static gboolean
refine (Grid *grid)
{
  for (guint j = 0; j + grid->step < grid->size; j += grid->step)
    {
      for (guint i = 0; i + grid->step < grid->size; i += grid->step)
        {
          const guint index = get_index (grid, i, j);

          grid->marked[index] = FALSE;
          if (comes_near (grid, i, j))
            mark (grid, i, j);
        }
    }

  do
    {
      if (!run_wanted (grid))
        return FALSE;
    }
  while (follow_lines (grid));

  interpolate_rest (grid);

  return TRUE;
}

gboolean
ob_level_grid_fill (guint size,
                    double *values,
                    double level,
                    ObLevelGridFunc run,
                    gpointer user_data)
{
  g_autofree gboolean *known = NULL;
  g_autofree gboolean *marked = NULL;
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) results = g_array_new (FALSE, FALSE, sizeof (double));
  Grid grid;

  g_return_val_if_fail (size > FIRST_STEP && size % FIRST_STEP == 1, FALSE);
  g_return_val_if_fail (values != NULL && run != NULL, FALSE);

  known = g_new0 (gboolean, size * size);
  marked = g_new0 (gboolean, size * size);
  grid = (Grid){
    .size = size,
    .step = FIRST_STEP,
    .level = level,
    .values = values,
    .known = known,
    .marked = marked,
    .points = points,
    .results = results,
    .run = run,
    .user_data = user_data,
  };

  for (guint j = 0; j < size; j += FIRST_STEP)
    {
      for (guint i = 0; i < size; i += FIRST_STEP)
        want (&grid, i, j);
    }
  if (!run_wanted (&grid))
    return FALSE;

  for (; grid.step > 1; grid.step /= 2)
    {
      if (!refine (&grid))
        return FALSE;
    }

  return TRUE;
}
