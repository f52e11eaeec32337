/* ob-ink.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-ink.h"

#include "ob-area.h"
#include "ob-cover.h"
#include "ob-gap-pen.h"

#include <math.h>
#include <string.h>

#define MAX_DASHES 12
/* Wider lines are left to Cairo, pixels. */
#define MAX_WIDTH 64.

struct _ObInk
{
  ObCover *cover;
  ObArea *area;
  ObPixels pixels;

  /* The line being drawn, in pixels. */
  GArray *points;
  double half;
  double dashes[MAX_DASHES];
  int n_dashes;
  double offset;
};

ObInk *
ob_ink_new (void)
{
  ObInk *self = g_new0 (ObInk, 1);

  self->cover = ob_cover_new ();
  self->area = ob_area_new ();
  self->points = g_array_new (FALSE, FALSE, sizeof (ObSpot));

  return self;
}

void
ob_ink_free (ObInk *self)
{
  if (self == NULL)
    return;

  ob_cover_free (self->cover);
  ob_area_free (self->area);
  g_array_unref (self->points);
  g_free (self);
}

/* The part of a piece that may be seen. FALSE: none. */
static gboolean
cut (const ObInk *self, const ObSpot *a, const ObSpot *b, double *from, double *to)
{
  const double reach = self->half + 2;

  *from = 0;
  *to = 1;
  ob_gap_pen_narrow (a->x, b->x - a->x, self->pixels.x0 - reach, self->pixels.x1 + reach, from, to);
  ob_gap_pen_narrow (a->y, b->y - a->y, self->pixels.y0 - reach, self->pixels.y1 + reach, from, to);

  return *from < *to;
}

static ObSpot
mix (const ObSpot *a, const ObSpot *b, double f)
{
  return (ObSpot){ a->x + f * (b->x - a->x), a->y + f * (b->y - a->y) };
}

/* Which way the line comes to the piece that ends at a point. */
static ObSpot
get_before (const ObInk *self, guint i)
{
  const ObSpot *points = (const ObSpot *) (gconstpointer) self->points->data;
  const ObSpot *to = &points[i > 1 ? i - 1 : self->points->len - 1];

  return (ObSpot){ to[0].x - to[-1].x, to[0].y - to[-1].y };
}

/* Which way the line goes on from a point. */
static ObSpot
get_next (const ObInk *self, guint i)
{
  const ObSpot *points = (const ObSpot *) (gconstpointer) self->points->data;
  const ObSpot *from = &points[i + 1 < self->points->len ? i : 0];

  return (ObSpot){ from[1].x - from[0].x, from[1].y - from[0].y };
}

static void
draw_solid (ObInk *self, gboolean closed)
{
  const ObSpot *points = (const ObSpot *) (gconstpointer) self->points->data;
  const guint n = self->points->len;

  for (guint i = 1; i < n; i++)
    {
      ObPiece piece = {
        .joined_from = closed || i > 1,
        .joined_to = closed || i + 1 < n,
        .solid = TRUE,
        .before = get_before (self, i),
        .next = get_next (self, i),
      };
      double from;
      double to;

      if (!cut (self, &points[i - 1], &points[i], &from, &to))
        continue;
      piece.from = mix (&points[i - 1], &points[i], from);
      piece.to = mix (&points[i - 1], &points[i], to);
      ob_cover_add (self->cover, &piece, self->half);
    }
}

/* Which dash is drawn at @along of all of them, and what is left of it. */
static int
find_dash (const ObInk *self, double along, double *left)
{
  double sum = 0;
  int k = 0;

  for (int i = 0; i < self->n_dashes; i++)
    sum += self->dashes[i];
  along = fmod (along, sum);
  while (along >= self->dashes[k] && k < self->n_dashes - 1)
    along -= self->dashes[k++];
  *left = self->dashes[k] - along;

  return k;
}

static void
draw_dashed (ObInk *self)
{
  const ObSpot *points = (const ObSpot *) (gconstpointer) self->points->data;
  const guint n = self->points->len;
  double before = self->offset;
  /* Whether the last piece ended within its dash. */
  gboolean on = FALSE;

  for (guint i = 1; i < n; i++)
    {
      const double length = hypot (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
      double from;
      double to;

      if (!cut (self, &points[i - 1], &points[i], &from, &to))
        {
          on = FALSE;
        }
      else
        {
          double at = from * length;
          double left;
          int k = find_dash (self, before + at, &left);

          on = on && from == 0;
          while (at < to * length)
            {
              const double end = MIN (at + left, to * length);
              const gboolean goes_on = at + left > end && i + 1 < n;

              if (k % 2 == 0 && end > at)
                {
                  ObPiece piece = {
                    .from = mix (&points[i - 1], &points[i], at / length),
                    .to = mix (&points[i - 1], &points[i], end / length),
                    .joined_from = on,
                    .joined_to = goes_on,
                    .next = get_next (self, i),
                  };

                  ob_cover_add (self->cover, &piece, self->half);
                }
              on = k % 2 == 0 && goes_on;
              at += left;
              k = (k + 1) % self->n_dashes;
              left = self->dashes[k];
            }
        }
      before += length;
    }
}

/* Strokes the points. */
static void
draw_line (ObInk *self, gboolean closed)
{
  if (self->points->len > 1 && self->n_dashes > 0)
    draw_dashed (self);
  else if (self->points->len > 1)
    draw_solid (self, closed);
  g_array_set_size (self->points, 0);
}

static void
add_point (ObInk *self, double x, double y)
{
  const ObSpot point = { x, y };
  const ObSpot *last =
    self->points->len > 0 ? &g_array_index (self->points, ObSpot, self->points->len - 1) : NULL;

  if (last == NULL || last->x != x || last->y != y)
    g_array_append_val (self->points, point);
}

/* Fills what the points go around. */
static void
draw_edges (ObInk *self, gboolean closed)
{
  const ObSpot *points = (const ObSpot *) (gconstpointer) self->points->data;
  const guint n = self->points->len;

  for (guint i = 0; i < n; i++)
    ob_area_add (self->area, &points[i], &points[i + 1 < n ? i + 1 : 0]);
  g_array_set_size (self->points, 0);
}

/* Has @draw each piece of the path that hangs together. */
static void
draw_path (ObInk *self,
           const cairo_path_t *path,
           const cairo_matrix_t *matrix,
           void (*draw) (ObInk *self, gboolean closed))
{
  ObSpot start = { 0 };

  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      double x = data->header.length > 1 ? data[1].point.x : 0;
      double y = data->header.length > 1 ? data[1].point.y : 0;

      cairo_matrix_transform_point (matrix, &x, &y);
      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          draw (self, FALSE);
          start = (ObSpot){ x, y };
          add_point (self, x, y);
          break;
        case CAIRO_PATH_LINE_TO:
          add_point (self, x, y);
          break;
        case CAIRO_PATH_CLOSE_PATH:
          add_point (self, start.x, start.y);
          draw (self, TRUE);
          add_point (self, start.x, start.y);
          break;
        case CAIRO_PATH_CURVE_TO:
        default:
          g_assert_not_reached ();
        }
    }
  draw (self, FALSE);
}

static gboolean
get_color (cairo_t *cr, guint32 *color)
{
  double red;
  double green;
  double blue;
  double alpha;

  if (cairo_get_operator (cr) != CAIRO_OPERATOR_OVER
      || cairo_pattern_get_rgba (cairo_get_source (cr), &red, &green, &blue, &alpha)
           != CAIRO_STATUS_SUCCESS)
    return FALSE;

  *color = (guint32) lround (alpha * 255) << 24 | (guint32) lround (red * alpha * 255) << 16
           | (guint32) lround (green * alpha * 255) << 8 | (guint32) lround (blue * alpha * 255);

  return TRUE;
}

/* FALSE if there is no room for the dashes, or they never end. */
static gboolean
get_dashes (ObInk *self, cairo_t *cr, double scale)
{
  double sum = 0;

  self->n_dashes = cairo_get_dash_count (cr);
  if (self->n_dashes > MAX_DASHES / 2)
    return FALSE;
  if (self->n_dashes == 0)
    return TRUE;

  cairo_get_dash (cr, self->dashes, &self->offset);
  self->offset *= scale;
  for (int i = 0; i < self->n_dashes; i++)
    {
      self->dashes[i] *= scale;
      sum += self->dashes[i];
    }
  /* Dashes and gaps take turns, also where they are odd in number. */
  if (self->n_dashes % 2 == 1)
    {
      memcpy (self->dashes + self->n_dashes, self->dashes,
              (gsize) self->n_dashes * sizeof *self->dashes);
      self->n_dashes *= 2;
    }

  return sum > 0.5 && self->offset >= 0;
}

gboolean
ob_ink_stroke (ObInk *self, cairo_t *cr)
{
  cairo_path_t *path;
  guint32 color;

  g_return_val_if_fail (self != NULL && cr != NULL, FALSE);

  if (!get_color (cr, &color) || !ob_pixels_init (&self->pixels, cr)
      || !get_dashes (self, cr, self->pixels.matrix.xx))
    return FALSE;
  self->half = cairo_get_line_width (cr) * self->pixels.matrix.xx / 2;
  if (!(self->half > 0) || self->half > MAX_WIDTH / 2)
    return FALSE;

  ob_cover_start (self->cover, &self->pixels);
  path = cairo_copy_path_flat (cr);
  draw_path (self, path, &self->pixels.matrix, draw_line);
  cairo_path_destroy (path);
  ob_cover_paint (self->cover, color);

  return TRUE;
}

gboolean
ob_ink_fill (ObInk *self, cairo_t *cr)
{
  cairo_path_t *path;
  guint32 color;

  g_return_val_if_fail (self != NULL && cr != NULL, FALSE);

  if (!get_color (cr, &color) || !ob_pixels_init (&self->pixels, cr))
    return FALSE;

  ob_area_start (self->area, &self->pixels);
  path = cairo_copy_path_flat (cr);
  draw_path (self, path, &self->pixels.matrix, draw_edges);
  cairo_path_destroy (path);
  ob_area_paint (self->area, color, cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_EVEN_ODD);

  return TRUE;
}
