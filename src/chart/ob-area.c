/* ob-area.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-area.h"

#include <math.h>

#define WORD 64

/* A straight edge, from the upper left pixel of the box on. */
typedef struct
{
  double top;
  double bottom;
  double x; /* at @top */
  double slope;
  double sign; /* 1 for an edge that goes down */
  int next;    /* of those that begin in the same row, or -1 */
} Edge;

struct _ObArea
{
  ObPixels pixels;
  GArray *edges;
  /* The first edge that begins in each row, or -1. */
  int *starts;
  int n_rows;
  int top;
  int bottom;
  GArray *active;

  /* Of the row at hand: what each pixel adds to the cover of itself and of all
   * to its right, and which pixels add anything. Nothing between two rows. */
  double *steps;
  guint64 *stepped;
  int n_columns;
  /* The cover, of 255, of neighbours that differ. */
  guint8 *covers;
};

ObArea *
ob_area_new (void)
{
  ObArea *self = g_new0 (ObArea, 1);

  self->edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  self->active = g_array_new (FALSE, FALSE, sizeof (int));

  return self;
}

void
ob_area_free (ObArea *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->edges);
  g_array_unref (self->active);
  g_free (self->starts);
  g_free (self->steps);
  g_free (self->stepped);
  g_free (self->covers);
  g_free (self);
}

void
ob_area_start (ObArea *self, const ObPixels *pixels)
{
  int n_columns;
  int n_rows;

  g_return_if_fail (self != NULL && pixels != NULL);

  self->pixels = *pixels;
  n_columns = pixels->x1 - pixels->x0;
  n_rows = pixels->y1 - pixels->y0;
  /* What an edge in the last column hands to the next is never looked at. */
  if (n_columns + 2 > self->n_columns)
    {
      g_free (self->steps);
      g_free (self->stepped);
      g_free (self->covers);
      self->n_columns = n_columns + 2;
      self->steps = g_new0 (double, self->n_columns);
      self->stepped = g_new0 (guint64, self->n_columns / WORD + 1);
      self->covers = g_new (guint8, self->n_columns);
    }
  if (n_rows > self->n_rows)
    {
      self->starts = g_renew (int, self->starts, n_rows);
      self->n_rows = n_rows;
    }
  for (int j = 0; j < n_rows; j++)
    self->starts[j] = -1;
  g_array_set_size (self->edges, 0);
  self->top = n_rows;
  self->bottom = -1;
}

/* The part of an edge between @top and @bottom, which is in the box. */
static void
add_part (ObArea *self, Edge edge, double top, double bottom)
{
  int row;

  if (!(top < bottom))
    return;

  edge.x = edge.x + (top - edge.top) * edge.slope;
  edge.top = top;
  edge.bottom = bottom;
  row = (int) top;
  edge.next = self->starts[row];
  self->starts[row] = (int) self->edges->len;
  g_array_append_val (self->edges, edge);
  self->top = MIN (self->top, row);
  self->bottom = MAX (self->bottom, (int) ceil (bottom) - 1);
}

/* Where the edge passes @x, within its ends. */
static double
find_passing (const Edge *edge, double x, double top, double bottom)
{
  return CLAMP (edge->top + (x - edge->x) / edge->slope, top, bottom);
}

void
ob_area_add (ObArea *self, const ObSpot *from, const ObSpot *to)
{
  const ObSpot *high = from->y < to->y ? from : to;
  const ObSpot *low = high == from ? to : from;
  const double width = self->pixels.x1 - self->pixels.x0;
  double top;
  double bottom;
  Edge edge;

  g_return_if_fail (self != NULL && from != NULL && to != NULL);

  top = MAX (high->y - self->pixels.y0, 0);
  bottom = MIN (low->y, self->pixels.y1) - self->pixels.y0;
  if (!(top < bottom))
    return;

  edge = (Edge){
    .top = high->y - self->pixels.y0,
    .x = high->x - self->pixels.x0,
    .slope = (low->x - high->x) / (low->y - high->y),
    .sign = high == from ? 1 : -1,
  };
  if (MIN (high->x, low->x) >= self->pixels.x0 && MAX (high->x, low->x) <= self->pixels.x1)
    {
      add_part (self, edge, top, bottom);
      return;
    }

  /* Beyond the left side an edge counts as if it were on it, beyond the right not at all. */
  if (edge.slope == 0)
    {
      edge.x = MAX (edge.x, 0);
      if (edge.x <= width)
        add_part (self, edge, top, bottom);
    }
  else
    {
      const double left = find_passing (&edge, 0, top, bottom);
      const double right = find_passing (&edge, width, top, bottom);
      Edge side = { .top = edge.top, .sign = edge.sign };

      if (edge.slope > 0)
        add_part (self, side, top, left);
      else
        add_part (self, side, left, bottom);
      add_part (self, edge, MIN (left, right), MAX (left, right));
    }
}

static void
step_at (ObArea *self, int column, double here, double after)
{
  self->steps[column] += here;
  self->steps[column + 1] += after;
}

static void
mark_columns (ObArea *self, int first, int last)
{
  const guint64 all = ~G_GUINT64_CONSTANT (0);

  for (int word = first / WORD; word <= last / WORD; word++)
    {
      const int from = MAX (first - word * WORD, 0);
      const int to = MIN (last - word * WORD, WORD - 1);

      self->stepped[word] |= all << from & all >> (WORD - 1 - to);
    }
}

/* The part of an edge in a row: a pixel is covered by what lies right of it, and
 * those to the right by its height. */
static void
add_to_row (ObArea *self, const Edge *edge, int row)
{
  const double width = self->pixels.x1 - self->pixels.x0;
  const double top = MAX (edge->top, row);
  const double bottom = MIN (edge->bottom, row + 1);
  const double height = (bottom - top) * edge->sign;
  const double a = edge->x + (top - edge->top) * edge->slope;
  const double b = edge->x + (bottom - edge->top) * edge->slope;
  const double left = CLAMP (MIN (a, b), 0, width);
  const double right = CLAMP (MAX (a, b), 0, width);
  const int first = (int) left;
  const int last = (int) right;

  if (first == last)
    {
      const double after = height * ((left + right) / 2 - first);

      step_at (self, first, height - after, after);
    }
  else
    {
      const double per_column = height / (right - left);
      const double begun = first + 1 - left;
      const double ended = right - last;

      step_at (self, first, per_column * begun * begun / 2, per_column * begun * (1 - begun / 2));
      if (last - first > 1)
        {
          self->steps[first + 1] += per_column / 2;
          self->steps[last] += per_column / 2;
        }
      for (int i = first + 2; i < last; i++)
        self->steps[i] += per_column;
      step_at (self, last, per_column * ended * (1 - ended / 2), per_column * ended * ended / 2);
    }
  mark_columns (self, first, last + 1);
}

/* The cover of a pixel, of 255, around which edges go @sum times. */
static guint32
get_cover (double sum, gboolean even_odd)
{
  double share = fabs (sum);

  if (share > 1 && even_odd)
    share = fabs (share - 2 * round (share / 2));

  return (guint32) (MIN (share, 1.) * 255 + 0.5);
}

static void
paint_row (ObArea *self, guint32 *pixels, guint32 color, gboolean even_odd)
{
  const int width = self->pixels.x1 - self->pixels.x0;
  double sum = 0;
  int from = 0;
  /* How many of the pixels before @from are still to be painted, in a cover of their own. */
  int n_covers = 0;

  /* A shape that is cut by the right side ends there. */
  mark_columns (self, width, width);
  for (int word = 0; word <= width / WORD; word++)
    {
      guint64 bits = self->stepped[word];

      self->stepped[word] = 0;
      for (; bits != 0; bits &= bits - 1)
        {
          const int column = MIN (word * WORD + __builtin_ctzll (bits), width);
          const guint32 cover = get_cover (sum, even_odd);

          if (column - from == 1)
            {
              self->covers[n_covers++] = (guint8) cover;
            }
          else if (column > from)
            {
              ob_pixels_blend_each (pixels + from - n_covers, n_covers, color, self->covers);
              n_covers = 0;
              if (cover > 0)
                ob_pixels_blend (pixels + from, column - from, color, cover);
            }
          sum += self->steps[column];
          self->steps[column] = 0;
          from = column;
        }
    }
  ob_pixels_blend_each (pixels + from - n_covers, n_covers, color, self->covers);
  /* What the last column hands on. */
  self->stepped[(width + 1) / WORD] = 0;
  self->steps[width + 1] = 0;
}

static void
begin_edges (ObArea *self, int row)
{
  for (int k = self->starts[row]; k >= 0; k = g_array_index (self->edges, Edge, k).next)
    g_array_append_val (self->active, k);
}

static void
end_edges (ObArea *self, int row)
{
  int *active = (int *) (gpointer) self->active->data;
  guint n = 0;

  for (guint k = 0; k < self->active->len; k++)
    {
      if (g_array_index (self->edges, Edge, active[k]).bottom > row + 1)
        active[n++] = active[k];
    }
  g_array_set_size (self->active, n);
}

void
ob_area_paint (ObArea *self, guint32 color, gboolean even_odd)
{
  guchar *data;
  int stride;

  g_return_if_fail (self != NULL);

  if (self->top > self->bottom)
    return;

  data = cairo_image_surface_get_data (self->pixels.surface);
  stride = cairo_image_surface_get_stride (self->pixels.surface);
  for (int row = self->top; row <= self->bottom; row++)
    {
      guint32 *pixels =
        (guint32 *) (gpointer) (data + (gsize) (row + self->pixels.y0) * (gsize) stride);

      begin_edges (self, row);
      for (guint k = 0; k < self->active->len; k++)
        add_to_row (self, &g_array_index (self->edges, Edge, g_array_index (self->active, int, k)),
                    row);
      paint_row (self, pixels + self->pixels.x0, color, even_odd);
      end_edges (self, row);
    }
}
