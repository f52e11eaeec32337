/* ob-level-lines.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-level-lines.h"

#include "ob-contour.h"

#include <math.h>
#include <string.h>

static void
locate (const double *values, guint nx, const ObGridEdge *edge, double level, double *xy)
{
  const double *from = values + (gsize) edge->j * nx + edge->i;
  double to = edge->upright ? from[nx] : from[1];
  double f = (level - *from) / (to - *from);

  xy[0] = edge->i + (edge->upright ? 0. : f);
  xy[1] = edge->j + (edge->upright ? f : 0.);
}

static void
clear_line (gpointer data)
{
  ObLevelLine *line = data;

  g_clear_pointer (&line->xy, g_free);
}

/* The point (@left, @bottom) of the grid is at 0, the one as far from the other end at 1. */
static GArray *
trace (const double *values, guint nx, guint ny, double level, guint left, guint bottom)
{
  g_autoptr (GArray) chains = ob_contour_trace (values, nx, ny, level, NULL, NULL);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (ObLevelLine));

  g_array_set_clear_func (lines, clear_line);
  for (guint k = 0; k < chains->len; k++)
    {
      const ObContourChain *chain = &g_array_index (chains, ObContourChain, k);
      ObLevelLine line = { chain->n_edges + chain->closed, NULL };

      line.xy = g_new (double, 2 * line.n_points);
      for (guint i = 0; i < line.n_points; i++)
        {
          double *xy = line.xy + 2 * i;

          locate (values, nx, &chain->edges[i % chain->n_edges], level, xy);
          xy[0] = CLAMP ((xy[0] - left) / (nx - 1 - 2 * left), 0., 1.);
          xy[1] = CLAMP ((xy[1] - bottom) / (ny - 1 - 2 * bottom), 0., 1.);
        }
      g_array_append_val (lines, line);
    }

  return lines;
}

GArray *
ob_level_lines_new (const double *values, guint nx, guint ny, double level)
{
  g_return_val_if_fail (values != NULL && nx >= 2 && ny >= 2, NULL);

  return trace (values, nx, ny, level, 0, 0);
}

GArray *
ob_level_lines_new_outline (const double *values, guint nx, guint ny, double level)
{
  const guint width = nx + 2;
  const guint height = ny + 2;
  g_autofree double *padded = NULL;

  g_return_val_if_fail (values != NULL && nx >= 2 && ny >= 2, NULL);

  /* A border below the level closes every line beyond the grid. */
  padded = g_new (double, (gsize) width *height);
  for (gsize i = 0; i < (gsize) width * height; i++)
    padded[i] = level - 1;
  for (guint j = 0; j < ny; j++)
    memcpy (padded + (gsize) (j + 1) * width + 1, values + (gsize) j * nx, nx * sizeof *values);

  return trace (padded, width, height, level, 1, 1);
}
