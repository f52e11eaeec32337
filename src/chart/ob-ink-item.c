/* ob-ink-item.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-ink-item.h"

#include "ob-gap-pen.h"
#include "ob-label-placer.h"

#include <math.h>

/* A line that is drawn on some rows. */
typedef struct
{
  const ObInkItem *item;
  const ObPixels *pixels;
  const ObInkPoint *points;
  guint n_points;
  gboolean closed;
  ObCover *cover;
} Line;

/* The part of the piece that ends at a point that may be seen. FALSE: none. */
static gboolean
cut (const Line *self, guint i, double *from, double *to)
{
  const ObSpot *a = &self->points[i - 1].spot;
  const ObSpot *b = &self->points[i].spot;
  const ObPixels *box = self->pixels;
  const double reach = self->item->half + 2;

  if (MAX (a->y, b->y) < box->y0 - reach || MIN (a->y, b->y) > box->y1 + reach)
    return FALSE;

  *from = 0;
  *to = 1;
  ob_gap_pen_narrow (a->x, b->x - a->x, box->x0 - reach, box->x1 + reach, from, to);
  ob_gap_pen_narrow (a->y, b->y - a->y, box->y0 - reach, box->y1 + reach, from, to);

  return *from < *to;
}

static ObSpot
mix (const ObSpot *a, const ObSpot *b, double f)
{
  return (ObSpot){ a->x + f * (b->x - a->x), a->y + f * (b->y - a->y) };
}

/* From end to end of the piece that ends at a point. */
static ObSpot
get_step (const Line *self, guint i)
{
  const ObSpot *to = &self->points[i].spot;
  const ObSpot *from = &self->points[i - 1].spot;

  return (ObSpot){ to->x - from->x, to->y - from->y };
}

/* Which way the line comes to the piece that ends at a point. */
static ObSpot
get_before (const Line *self, guint i)
{
  return get_step (self, i > 1 ? i - 1 : self->n_points - 1);
}

/* Which way it goes on from the point. */
static ObSpot
get_next (const Line *self, guint i)
{
  return get_step (self, i + 1 < self->n_points ? i + 1 : 1);
}

static void
draw_solid (const Line *self)
{
  for (guint i = 1; i < self->n_points; i++)
    {
      const ObSpot *a = &self->points[i - 1].spot;
      const ObSpot *b = &self->points[i].spot;
      ObPiece piece;
      double from;
      double to;

      if (!cut (self, i, &from, &to))
        continue;

      piece = (ObPiece){
        .from = mix (a, b, from),
        .to = mix (a, b, to),
        .joined_from = self->closed || i > 1,
        .joined_to = self->closed || i + 1 < self->n_points,
        .solid = TRUE,
        .step = get_step (self, i),
        .before = get_before (self, i),
        .next = get_next (self, i),
      };
      ob_cover_add (self->cover, &piece, self->item->half);
    }
}

/* Which dash is drawn at @along of all of them, and what is left of it. */
static int
find_dash (const ObInkItem *item, double along, double *left)
{
  double sum = 0;
  int k = 0;

  for (int i = 0; i < item->n_dashes; i++)
    sum += item->dashes[i];
  along = fmod (along, sum);
  while (along >= item->dashes[k] && k < item->n_dashes - 1)
    along -= item->dashes[k++];
  *left = item->dashes[k] - along;

  return k;
}

static void
draw_dashed (const Line *self)
{
  const ObInkItem *item = self->item;
  /* Whether the last piece ended within its dash. */
  gboolean on = FALSE;

  for (guint i = 1; i < self->n_points; i++)
    {
      const ObSpot *a = &self->points[i - 1].spot;
      const ObSpot *b = &self->points[i].spot;
      const double before = self->points[i - 1].along;
      const double length = self->points[i].along - before;
      double from;
      double to;
      double at;
      double left;
      int k;

      if (!cut (self, i, &from, &to))
        {
          on = FALSE;
          continue;
        }

      at = from * length;
      k = find_dash (item, item->offset + before + at, &left);
      on = on && from == 0;
      while (at < to * length)
        {
          const double end = MIN (at + left, to * length);
          const gboolean goes_on = at + left > end && i + 1 < self->n_points;

          if (k % 2 == 0 && end > at)
            {
              const ObPiece piece = {
                .from = mix (a, b, at / length),
                .to = mix (a, b, end / length),
                .joined_from = on,
                .joined_to = goes_on,
                .step = get_step (self, i),
                .next = get_next (self, i),
              };

              ob_cover_add (self->cover, &piece, item->half);
            }
          on = k % 2 == 0 && goes_on;
          at += left;
          k = (k + 1) % item->n_dashes;
          left = item->dashes[k];
        }
    }
}

static void
paint_line (const ObInkItem *item,
            const ObPixels *pixels,
            const ObInkPoint *points,
            const ObInkPart *parts,
            ObCover *cover)
{
  ob_cover_start (cover, pixels);
  for (guint k = 0; k < item->n_parts; k++)
    {
      const Line line = {
        .item = item,
        .pixels = pixels,
        .points = points + parts[k].first,
        .n_points = parts[k].n,
        .closed = parts[k].closed,
        .cover = cover,
      };

      if (item->n_dashes > 0)
        draw_dashed (&line);
      else
        draw_solid (&line);
    }
  ob_cover_paint (cover, item->color);
}

static void
paint_shape (const ObInkItem *item,
             const ObPixels *pixels,
             const ObInkPoint *points,
             const ObInkPart *parts,
             ObArea *area)
{
  ob_area_start (area, pixels);
  for (guint k = 0; k < item->n_parts; k++)
    {
      const ObInkPoint *own = points + parts[k].first;
      const guint n = parts[k].n;

      for (guint i = 0; i < n; i++)
        ob_area_add (area, &own[i].spot, &own[i + 1 < n ? i + 1 : 0].spot);
    }
  ob_area_paint (area, item->color, item->even_odd);
}

/* The rectangle that a part is. FALSE if it is none whose sides are upright. */
static gboolean
get_box (const ObInkPoint *points, const ObInkPart *part, ObRect *box)
{
  const ObSpot *a;
  const ObSpot *b;
  const ObSpot *c;
  const ObSpot *d;

  if (part->n != 5 || !part->closed)
    return FALSE;

  a = &points[part->first].spot;
  b = &points[part->first + 1].spot;
  c = &points[part->first + 2].spot;
  d = &points[part->first + 3].spot;
  if (!(a->y == b->y && b->x == c->x && c->y == d->y && d->x == a->x)
      && !(a->x == b->x && b->y == c->y && c->x == d->x && d->y == a->y))
    return FALSE;

  *box = (ObRect){ MIN (a->x, c->x), MIN (a->y, c->y), fabs (c->x - a->x), fabs (c->y - a->y) };

  return TRUE;
}

gboolean
ob_ink_item_has_boxes (const ObInkItem *item, const ObInkPoint *points, const ObInkPart *parts)
{
  double right = -G_MAXDOUBLE;

  g_return_val_if_fail (item != NULL, FALSE);

  for (guint k = item->first_part; k < item->first_part + item->n_parts; k++)
    {
      ObRect box;

      if (!get_box (points, &parts[k], &box) || floor (box.x) < right)
        return FALSE;
      right = ceil (box.x + box.width);
    }

  return TRUE;
}

/* The part of a pixel or a row that begins at @place which lies from @from to @to. */
static double
get_share (double from, double to, int place)
{
  return CLAMP (MIN (to, place + 1) - MAX (from, place), 0., 1.);
}

static void
paint_box (const ObInkItem *item, const ObPixels *pixels, const ObRect *box)
{
  const gsize stride = (gsize) cairo_image_surface_get_stride (pixels->surface);
  guchar *data = cairo_image_surface_get_data (pixels->surface);
  const double left = MAX (box->x, pixels->x0);
  const double right = MIN (box->x + box->width, pixels->x1);
  const double top = MAX (box->y, pixels->y0);
  const double bottom = MIN (box->y + box->height, pixels->y1);
  /* The columns that are covered in part, and those between them. */
  const int first = (int) left;
  const int last = (int) ceil (right) - 1;
  double shares[2];

  if (!(left < right && top < bottom))
    return;

  shares[0] = get_share (left, right, first);
  shares[1] = get_share (left, right, last);
  for (int row = (int) top; row < bottom; row++)
    {
      guint32 *line = (guint32 *) (gpointer) (data + (gsize) row * stride);
      const double share = get_share (top, bottom, row) * 255;

      ob_pixels_blend (line + first, 1, item->color, (guint32) (shares[0] * share + 0.5));
      if (last > first)
        ob_pixels_blend (line + last, 1, item->color, (guint32) (shares[1] * share + 0.5));
      if (last > first + 1)
        ob_pixels_blend (line + first + 1, last - first - 1, item->color, (guint32) (share + 0.5));
    }
}

static void
paint_boxes (const ObInkItem *item,
             const ObPixels *pixels,
             const ObInkPoint *points,
             const ObInkPart *parts)
{
  for (guint k = 0; k < item->n_parts; k++)
    {
      ObRect box;

      if (get_box (points, &parts[k], &box))
        paint_box (item, pixels, &box);
    }
}

void
ob_ink_item_paint (const ObInkItem *item,
                   const ObInkPoint *points,
                   const ObInkPart *parts,
                   ObCover *cover,
                   ObArea *area,
                   int first,
                   int end)
{
  ObPixels pixels;

  g_return_if_fail (item != NULL);
  g_return_if_fail (cover != NULL && area != NULL);

  if (MAX (item->top, first) >= MIN (item->bottom, end))
    return;

  pixels = item->pixels;
  pixels.y0 = MAX (pixels.y0, first);
  pixels.y1 = MIN (pixels.y1, end);
  switch (item->kind)
    {
    case OB_INK_LINE:
      paint_line (item, &pixels, points, parts + item->first_part, cover);
      break;
    case OB_INK_SHAPE:
      paint_shape (item, &pixels, points, parts + item->first_part, area);
      break;
    case OB_INK_BOXES:
      paint_boxes (item, &pixels, points, parts + item->first_part);
      break;
    case OB_INK_ROWS:
      item->rows (pixels.y0, pixels.y1, item->data);
      break;
    default:
      g_assert_not_reached ();
    }
}
