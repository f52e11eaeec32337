/* ob-contour.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-contour.h"

/* Edges are numbered, level ones first, so that links between them fit in an
 * array: each crossed edge has at most one link into either cell beside it. */
#define NO_EDGE G_MAXUINT

typedef struct
{
  guint nx;
  guint ny;
  guint n_edges;
  guint (*links)[2];
  /* From the first of the edges that have links until after the last. */
  guint start;
  guint end;
} Links;

static guint
number_edge (const Links *links, guint i, guint j, gboolean upright)
{
  const guint n_level = (links->nx - 1) * links->ny;

  return upright ? n_level + j * links->nx + i : j * (links->nx - 1) + i;
}

static ObGridEdge
find_edge (const Links *links, guint edge)
{
  const guint n_level = (links->nx - 1) * links->ny;

  if (edge < n_level)
    return (ObGridEdge){ edge % (links->nx - 1), edge / (links->nx - 1), FALSE };

  return (ObGridEdge){ (edge - n_level) % links->nx, (edge - n_level) / links->nx, TRUE };
}

static void
link_one_way (Links *links, guint from, guint to)
{
  guint *slots = links->links[from];

  slots[slots[0] == NO_EDGE ? 0 : 1] = to;
  links->start = MIN (links->start, from);
  links->end = MAX (links->end, from + 1);
}

static void
join (Links *links, guint a, guint b)
{
  link_one_way (links, a, b);
  link_one_way (links, b, a);
}

static void
link_cell (Links *links,
           const double *values,
           guint i,
           guint j,
           double level,
           ObContourCentreFunc centre,
           gpointer user_data)
{
  const double *low = values + (gsize) j * links->nx + i;
  const double *high = low + links->nx;
  /* Corners and the edges between them, counter-clockwise from lower left. */
  const gboolean above[4] = { low[0] >= level, low[1] >= level, high[1] >= level,
                              high[0] >= level };
  const guint edges[4] = {
    number_edge (links, i, j, FALSE),
    number_edge (links, i + 1, j, TRUE),
    number_edge (links, i, j + 1, FALSE),
    number_edge (links, i, j, TRUE),
  };
  guint crossed[4];
  guint n = 0;

  for (guint k = 0; k < 4; k++)
    {
      if (above[k] != above[(k + 1) % 4])
        crossed[n++] = edges[k];
    }

  if (n == 2)
    {
      join (links, crossed[0], crossed[1]);
    }
  else if (n == 4)
    {
      const double mean = (low[0] + low[1] + high[0] + high[1]) / 4;
      const gboolean middle = centre != NULL ? centre (i, j, user_data) : mean >= level;

      /* The two corners that differ from the middle are cut off. */
      if (above[0] == middle)
        {
          join (links, edges[0], edges[1]);
          join (links, edges[2], edges[3]);
        }
      else
        {
          join (links, edges[3], edges[0]);
          join (links, edges[1], edges[2]);
        }
    }
}

/* Takes the chain that starts at @first, and its links with it. */
static void
take_chain (Links *links, guint first, gboolean closed, GArray *chains)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (ObGridEdge));
  ObContourChain chain = { .closed = closed };
  guint edge = first;

  while (edge != NO_EDGE)
    {
      const ObGridEdge place = find_edge (links, edge);
      guint *slots = links->links[edge];
      guint next = slots[0] != NO_EDGE ? slots[0] : slots[1];

      /* A loop ends where it began. */
      if (next == first)
        next = NO_EDGE;

      g_array_append_val (edges, place);
      slots[0] = slots[1] = NO_EDGE;
      if (next != NO_EDGE)
        {
          guint *back = links->links[next];

          back[back[0] == edge ? 0 : 1] = NO_EDGE;
        }
      edge = next;
    }

  chain.n_edges = edges->len;
  chain.edges = g_new (ObGridEdge, edges->len);
  for (guint i = 0; i < edges->len; i++)
    chain.edges[i] = g_array_index (edges, ObGridEdge, i);
  g_array_append_val (chains, chain);
}

static void
clear_chain_cb (gpointer data)
{
  ObContourChain *chain = data;

  g_free (chain->edges);
}

GArray *
ob_contour_trace (const double *values,
                  guint nx,
                  guint ny,
                  double level,
                  ObContourCentreFunc centre,
                  gpointer user_data)
{
  g_autofree guint8 *above = NULL;
  GArray *chains;
  Links links = { .nx = nx, .ny = ny };

  g_return_val_if_fail (values != NULL && nx >= 2 && ny >= 2, NULL);

  chains = g_array_new (FALSE, FALSE, sizeof (ObContourChain));
  g_array_set_clear_func (chains, clear_chain_cb);
  links.n_edges = (nx - 1) * ny + nx * (ny - 1);
  links.links = g_malloc_n (links.n_edges, sizeof *links.links);
  for (guint e = 0; e < links.n_edges; e++)
    links.links[e][0] = links.links[e][1] = NO_EDGE;
  links.start = links.n_edges;

  above = g_new (guint8, (gsize) nx * ny);
  for (gsize k = 0; k < (gsize) nx * ny; k++)
    above[k] = values[k] >= level;

  for (guint j = 0; j + 1 < ny; j++)
    {
      const guint8 *low = above + (gsize) j * nx;
      const guint8 *high = low + nx;

      /* The line passes few cells. */
      for (guint i = 0; i + 1 < nx; i++)
        {
          if ((low[i] + low[i + 1] + high[i] + high[i + 1]) % 4 != 0)
            link_cell (&links, values, i, j, level, centre, user_data);
        }
    }

  /* Chains with ends first; what is left after them are loops. */
  for (guint e = links.start; e < links.end; e++)
    {
      if ((links.links[e][0] == NO_EDGE) != (links.links[e][1] == NO_EDGE))
        take_chain (&links, e, FALSE, chains);
    }
  for (guint e = links.start; e < links.end; e++)
    {
      if (links.links[e][0] != NO_EDGE)
        take_chain (&links, e, TRUE, chains);
    }

  g_free (links.links);
  return chains;
}
