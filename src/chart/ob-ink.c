/* ob-ink.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-ink.h"

#include "ob-parallel.h"

#include <math.h>
#include <string.h>

/* Wider lines are left to Cairo, pixels. */
#define MAX_WIDTH 64.
/* Rows that are painted at a time: as many as stay near the processor, all that is drawn on
 * them one upon the other. */
#define BAND 96
/* What takes less than about half a millisecond is not worth another thread, which has to
 * wake up and may be at work on the next results; in pixels. Lines take more time for theirs
 * than what is only filled. */
#define MUCH 100000.
/* What a piece of a line or an edge costs apart from its pixels, in pixels. */
#define PIECE 16.

/* The room to draw on a band. */
typedef struct
{
  ObCover *cover;
  ObArea *area;
} Tools;

struct _ObInk
{
  /* What is not settled yet: all of it goes onto one picture. */
  GArray *items;
  GArray *parts;
  GArray *points;
  double cost;

  GArray *tools;
};

static void
clear_tools (gpointer data)
{
  Tools *tools = data;

  g_clear_pointer (&tools->cover, ob_cover_free);
  g_clear_pointer (&tools->area, ob_area_free);
}

ObInk *
ob_ink_new (void)
{
  ObInk *self = g_new0 (ObInk, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (ObInkItem));
  self->parts = g_array_new (FALSE, FALSE, sizeof (ObInkPart));
  self->points = g_array_new (FALSE, FALSE, sizeof (ObInkPoint));
  self->tools = g_array_new (FALSE, TRUE, sizeof (Tools));
  g_array_set_clear_func (self->tools, clear_tools);

  return self;
}

void
ob_ink_free (ObInk *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->items);
  g_array_unref (self->parts);
  g_array_unref (self->points);
  g_array_unref (self->tools);
  g_free (self);
}

static void
begin_part (ObInk *self)
{
  const ObInkPart part = { .first = self->points->len };

  g_array_append_val (self->parts, part);
}

static ObInkPart *
get_part (ObInk *self)
{
  return &g_array_index (self->parts, ObInkPart, self->parts->len - 1);
}

static void
add_point (ObInk *self, double x, double y)
{
  ObInkPart *part = get_part (self);
  ObInkPoint point = { .spot = { x, y } };

  if (part->n > 0)
    {
      const ObInkPoint *last = &g_array_index (self->points, ObInkPoint, self->points->len - 1);
      const double dx = x - last->spot.x;
      const double dy = y - last->spot.y;

      if (dx == 0 && dy == 0)
        return;
      point.along = last->along + sqrt (dx * dx + dy * dy);
    }
  g_array_append_val (self->points, point);
  part->n++;
}

/* Forgets the part that is being drawn if nothing comes of it. */
static void
end_part (ObInk *self)
{
  const ObInkPart *part = get_part (self);

  if (part->n > 1)
    return;

  g_array_set_size (self->points, part->first);
  g_array_set_size (self->parts, self->parts->len - 1);
}

/* @matrix: one that only moves and scales. */
static void
read_path (ObInk *self, const cairo_path_t *path, const cairo_matrix_t *matrix)
{
  ObSpot start = { 0 };

  begin_part (self);
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      double x = data->header.length > 1 ? data[1].point.x : 0;
      double y = data->header.length > 1 ? data[1].point.y : 0;

      x = matrix->xx * x + matrix->x0;
      y = matrix->yy * y + matrix->y0;
      switch (data->header.type)
        {
        case CAIRO_PATH_MOVE_TO:
          end_part (self);
          begin_part (self);
          start = (ObSpot){ x, y };
          add_point (self, x, y);
          break;
        case CAIRO_PATH_LINE_TO:
          add_point (self, x, y);
          break;
        case CAIRO_PATH_CLOSE_PATH:
          add_point (self, start.x, start.y);
          get_part (self)->closed = TRUE;
          end_part (self);
          begin_part (self);
          add_point (self, start.x, start.y);
          break;
        case CAIRO_PATH_CURVE_TO:
        default:
          g_assert_not_reached ();
        }
    }
  end_part (self);
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
get_dashes (ObInkItem *item, cairo_t *cr)
{
  const double scale = item->pixels.matrix.xx;
  double sum = 0;

  item->n_dashes = cairo_get_dash_count (cr);
  if (item->n_dashes > OB_INK_MAX_DASHES / 2)
    return FALSE;
  if (item->n_dashes == 0)
    return TRUE;

  cairo_get_dash (cr, item->dashes, &item->offset);
  item->offset *= scale;
  for (int i = 0; i < item->n_dashes; i++)
    {
      item->dashes[i] *= scale;
      sum += item->dashes[i];
    }
  /* Dashes and gaps take turns, also where they are odd in number. */
  if (item->n_dashes % 2 == 1)
    {
      memcpy (item->dashes + item->n_dashes, item->dashes,
              (gsize) item->n_dashes * sizeof *item->dashes);
      item->n_dashes *= 2;
    }

  return sum > 0.5 && item->offset >= 0;
}

/* To be drawn after what is to be drawn by now. */
static void
add_item (ObInk *self, const ObInkItem *item)
{
  if (self->items->len > 0
      && g_array_index (self->items, ObInkItem, 0).pixels.surface != item->pixels.surface)
    ob_ink_settle (self);

  g_array_append_val (self->items, *item);
}

/* The path of @cr, which reaches as far as @beside its points. */
static void
add_path (ObInk *self, cairo_t *cr, ObInkItem *item, double beside)
{
  cairo_path_t *path = cairo_copy_path_flat (cr);
  const ObInkPoint *points;
  double top = item->pixels.y1;
  double bottom = item->pixels.y0;
  double left = item->pixels.x1;
  double right = item->pixels.x0;
  guint n_points;

  add_item (self, item);
  item = &g_array_index (self->items, ObInkItem, self->items->len - 1);
  item->first_part = self->parts->len;
  n_points = self->points->len;
  read_path (self, path, &item->pixels.matrix);
  cairo_path_destroy (path);
  item->n_parts = self->parts->len - item->first_part;

  points = (const ObInkPoint *) (gconstpointer) self->points->data;
  for (guint i = n_points; i < self->points->len; i++)
    {
      top = MIN (top, points[i].spot.y);
      bottom = MAX (bottom, points[i].spot.y);
      left = MIN (left, points[i].spot.x);
      right = MAX (right, points[i].spot.x);
    }
  item->top = (int) CLAMP (floor (top - beside), item->pixels.y0, item->pixels.y1);
  item->bottom = (int) CLAMP (ceil (bottom + beside), item->pixels.y0, item->pixels.y1);
  left = MAX (left, item->pixels.x0);
  right = MIN (right, item->pixels.x1);

  n_points = self->points->len - n_points;
  self->cost += PIECE * n_points;
  if (item->kind == OB_INK_SHAPE
      && ob_ink_item_has_boxes (item, points,
                                (const ObInkPart *) (gconstpointer) self->parts->data))
    item->kind = OB_INK_BOXES;
  if (item->kind != OB_INK_LINE)
    self->cost += MAX (right - left, 0) * (item->bottom - item->top) / 2;
  else
    self->cost += (MAX (right - left, 0) + item->bottom - item->top) * (1 + 2 * beside);
}

gboolean
ob_ink_stroke (ObInk *self, cairo_t *cr)
{
  ObInkItem item = { .kind = OB_INK_LINE };

  g_return_val_if_fail (self != NULL && cr != NULL, FALSE);

  if (!get_color (cr, &item.color) || !ob_pixels_init (&item.pixels, cr) || !get_dashes (&item, cr))
    return FALSE;
  item.half = cairo_get_line_width (cr) * item.pixels.matrix.xx / 2;
  if (!(item.half > 0) || item.half > MAX_WIDTH / 2)
    return FALSE;

  add_path (self, cr, &item, item.half + 1);

  return TRUE;
}

gboolean
ob_ink_fill (ObInk *self, cairo_t *cr)
{
  ObInkItem item = { .kind = OB_INK_SHAPE };

  g_return_val_if_fail (self != NULL && cr != NULL, FALSE);

  if (!get_color (cr, &item.color) || !ob_pixels_init (&item.pixels, cr))
    return FALSE;
  item.even_odd = cairo_get_fill_rule (cr) == CAIRO_FILL_RULE_EVEN_ODD;

  add_path (self, cr, &item, 0);

  return TRUE;
}

void
ob_ink_rows (ObInk *self, const ObPixels *pixels, ObInkRowsFunc func, gpointer data)
{
  ObInkItem item = { .kind = OB_INK_ROWS, .rows = func, .data = data };

  g_return_if_fail (self != NULL && pixels != NULL);
  g_return_if_fail (func != NULL);

  item.pixels = *pixels;
  item.top = pixels->y0;
  item.bottom = pixels->y1;
  add_item (self, &item);
  self->cost += (double) (pixels->x1 - pixels->x0) * (pixels->y1 - pixels->y0);
}

/* All items on some bands. */
static void
paint_bands (gsize first, gsize end, GCancellable *cancellable, gpointer user_data)
{
  const ObInk *self = user_data;
  const ObInkItem *items = (const ObInkItem *) (gconstpointer) self->items->data;

  for (gsize k = first; k < end; k++)
    {
      const Tools *tools = &g_array_index (self->tools, Tools, k);

      for (guint i = 0; i < self->items->len; i++)
        ob_ink_item_paint (&items[i], (const ObInkPoint *) (gconstpointer) self->points->data,
                           (const ObInkPart *) (gconstpointer) self->parts->data, tools->cover,
                           tools->area, (int) k * BAND, (int) (k + 1) * BAND);
    }
}

static void
provide_tools (ObInk *self, guint n)
{
  for (guint i = self->tools->len; i < n; i++)
    {
      const Tools tools = { ob_cover_new (), ob_area_new () };

      g_array_append_val (self->tools, tools);
    }
}

void
ob_ink_settle (ObInk *self)
{
  const ObInkItem *items;
  cairo_surface_t *surface;
  int top = G_MAXINT;
  int bottom = 0;
  gsize n_bands;

  g_return_if_fail (self != NULL);

  if (self->items->len == 0)
    return;

  items = (const ObInkItem *) (gconstpointer) self->items->data;
  surface = items[0].pixels.surface;
  for (guint i = 0; i < self->items->len; i++)
    {
      top = MIN (top, items[i].top);
      bottom = MAX (bottom, items[i].bottom);
    }
  if (top < bottom)
    {
      n_bands = ((gsize) bottom + BAND - 1) / BAND;
      provide_tools (self, (guint) n_bands);
      cairo_surface_flush (surface);
      if (self->cost < MUCH)
        paint_bands ((gsize) top / BAND, n_bands, NULL, self);
      else
        ob_parallel_for (n_bands, paint_bands, self, NULL);
      cairo_surface_mark_dirty_rectangle (surface, 0, top, cairo_image_surface_get_width (surface),
                                          bottom - top);
    }

  g_array_set_size (self->items, 0);
  g_array_set_size (self->parts, 0);
  g_array_set_size (self->points, 0);
  self->cost = 0;
}
