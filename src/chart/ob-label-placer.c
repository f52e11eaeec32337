/* ob-label-placer.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-gap-pen.h"
#include "ob-label-placer.h"

#include <math.h>

/* Two labels side by side are further apart than two words of one, px. */
#define SPACE 5.

struct _ObLabelPlacer
{
  ObRect page;
  GArray *boxes;
  GArray *blocks;
  GArray *strokes;
};

/* Curves block hundreds of places each, and each place of a label is held against all. */
static inline gboolean
intersects (const ObRect *a, const ObRect *b)
{
  return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

gboolean
ob_rect_intersects (const ObRect *a, const ObRect *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return intersects (a, b);
}

gboolean
ob_rect_contains (const ObRect *outer, const ObRect *inner)
{
  g_return_val_if_fail (outer != NULL && inner != NULL, FALSE);

  return inner->x >= outer->x && inner->y >= outer->y
         && inner->x + inner->width <= outer->x + outer->width
         && inner->y + inner->height <= outer->y + outer->height;
}

ObRect
ob_rect_round_out (const ObRect *rect)
{
  double x;
  double y;

  g_return_val_if_fail (rect != NULL, (ObRect){ 0 });

  x = floor (rect->x);
  y = floor (rect->y);

  return (ObRect){ x, y, ceil (rect->x + rect->width) - x, ceil (rect->y + rect->height) - y };
}

static void
clear_box (gpointer data)
{
  ObLabelBox *box = data;

  g_clear_pointer (&box->text, g_free);
}

static ObRect
get_rect (const ObLabelBox *box)
{
  return (ObRect){ box->x, box->y, box->width, box->height };
}

ObLabelPlacer *
ob_label_placer_new (void)
{
  ObLabelPlacer *self = g_new0 (ObLabelPlacer, 1);

  self->boxes = g_array_new (FALSE, FALSE, sizeof (ObLabelBox));
  g_array_set_clear_func (self->boxes, clear_box);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (ObRect));
  self->strokes = g_array_new (FALSE, FALSE, sizeof (ObStroke));

  return self;
}

void
ob_label_placer_free (ObLabelPlacer *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->boxes);
  g_array_unref (self->blocks);
  g_array_unref (self->strokes);
  g_free (self);
}

void
ob_label_placer_reset (ObLabelPlacer *self, double width, double height)
{
  g_return_if_fail (self != NULL);

  self->page = (ObRect){ 0, 0, width, height };
  g_array_set_size (self->boxes, 0);
  g_array_set_size (self->blocks, 0);
  g_array_set_size (self->strokes, 0);
}

gboolean
ob_label_placer_is_free (ObLabelPlacer *self, const ObRect *rect)
{
  const ObRect *blocks;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (rect != NULL, FALSE);

  if (!ob_rect_contains (&self->page, rect))
    return FALSE;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      ObRect other = get_rect (&g_array_index (self->boxes, ObLabelBox, i));

      other.x -= SPACE;
      other.width += 2 * SPACE;
      if (intersects (&other, rect))
        return FALSE;
    }

  blocks = (const ObRect *) (gconstpointer) self->blocks->data;
  for (guint i = 0; i < self->blocks->len; i++)
    {
      if (intersects (&blocks[i], rect))
        return FALSE;
    }

  return TRUE;
}

gboolean
ob_label_placer_take (ObLabelPlacer *self, const ObRect *rect, const char *text)
{
  ObLabelBox box;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!ob_label_placer_is_free (self, rect))
    return FALSE;

  box = (ObLabelBox){ rect->x, rect->y, rect->width, rect->height, g_strdup (text) };
  g_array_append_val (self->boxes, box);

  return TRUE;
}

void
ob_label_placer_block (ObLabelPlacer *self, const ObRect *rect)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);

  g_array_append_val (self->blocks, *rect);
}

void
ob_label_placer_add_stroke (ObLabelPlacer *self, double x0, double y0, double x1, double y1)
{
  const ObStroke stroke = { x0, y0, x1, y1 };

  g_return_if_fail (self != NULL);

  g_array_append_val (self->strokes, stroke);
}

/* What @rect leaves of a stroke, at either end. */
static void
cut_stroke (ObLabelPlacer *self, guint i, const ObRect *rect)
{
  const ObStroke stroke = g_array_index (self->strokes, ObStroke, i);
  const double dx = stroke.x1 - stroke.x0;
  const double dy = stroke.y1 - stroke.y0;
  double from = 0;
  double to = 1;

  ob_gap_pen_narrow (stroke.x0, dx, rect->x, rect->x + rect->width, &from, &to);
  ob_gap_pen_narrow (stroke.y0, dy, rect->y, rect->y + rect->height, &from, &to);
  if (from >= to)
    return;

  g_array_remove_index_fast (self->strokes, i);
  if (from > 0)
    ob_label_placer_add_stroke (self, stroke.x0, stroke.y0, stroke.x0 + from * dx,
                                stroke.y0 + from * dy);
  if (to < 1)
    ob_label_placer_add_stroke (self, stroke.x0 + to * dx, stroke.y0 + to * dy, stroke.x1,
                                stroke.y1);
}

void
ob_label_placer_cover (ObLabelPlacer *self, const ObRect *rect)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (rect != NULL);

  for (guint i = self->boxes->len; i > 0; i--)
    {
      ObRect other = get_rect (&g_array_index (self->boxes, ObLabelBox, i - 1));

      if (ob_rect_intersects (&other, rect))
        g_array_remove_index (self->boxes, i - 1);
    }
  for (guint i = self->strokes->len; i > 0; i--)
    cut_stroke (self, i - 1, rect);

  g_array_set_size (self->blocks, 0);
}

void
ob_label_placer_merge (ObLabelPlacer *self, ObLabelPlacer *other)
{
  g_return_if_fail (self != NULL && other != NULL);

  for (guint i = 0; i < other->boxes->len; i++)
    {
      ObLabelBox box = g_array_index (other->boxes, ObLabelBox, i);

      box.text = g_strdup (box.text);
      g_array_append_val (self->boxes, box);
    }
  g_array_append_vals (self->strokes, other->strokes->data, other->strokes->len);
}

void
ob_label_placer_scale (ObLabelPlacer *self, double factor)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->boxes->len; i++)
    {
      ObLabelBox *box = &g_array_index (self->boxes, ObLabelBox, i);

      box->x *= factor;
      box->y *= factor;
      box->width *= factor;
      box->height *= factor;
    }
  for (guint i = 0; i < self->strokes->len; i++)
    {
      ObStroke *stroke = &g_array_index (self->strokes, ObStroke, i);

      stroke->x0 *= factor;
      stroke->y0 *= factor;
      stroke->x1 *= factor;
      stroke->y1 *= factor;
    }
}

const GArray *
ob_label_placer_get_boxes (ObLabelPlacer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->boxes;
}

const GArray *
ob_label_placer_get_strokes (ObLabelPlacer *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->strokes;
}

/* A run of labels that touch, moved as one. */
typedef struct
{
  guint first;
  guint n;
  double size;
  double start;
  double sum; /* of where each label would have the start of the run */
} Run;

static void
settle_run (Run *run, double min, double max)
{
  run->start = CLAMP (run->sum / run->n, min, max - run->size);
}

gboolean
ob_label_placer_spread (double *centres, const double *sizes, guint n, double min, double max)
{
  g_autofree guint *order = g_new (guint, n + 1);
  g_autofree Run *runs = g_new (Run, n + 1);
  double total = 0;
  guint n_runs = 0;

  g_return_val_if_fail (n == 0 || (centres != NULL && sizes != NULL), FALSE);

  for (guint i = 0; i < n; i++)
    {
      guint k = i;

      total += sizes[i];
      for (; k > 0 && centres[order[k - 1]] > centres[i]; k--)
        order[k] = order[k - 1];
      order[k] = i;
    }

  if (total > max - min)
    return FALSE;

  /* Least squares under the order: neighbouring runs merge while they overlap. */
  for (guint i = 0; i < n; i++)
    {
      double size = sizes[order[i]];
      Run run = { i, 1, size, 0, centres[order[i]] - size / 2 };

      settle_run (&run, min, max);
      while (n_runs > 0 && runs[n_runs - 1].start + runs[n_runs - 1].size > run.start)
        {
          Run *last = &runs[--n_runs];

          run.sum = last->sum + run.sum - run.n * last->size;
          run.first = last->first;
          run.n += last->n;
          run.size += last->size;
          settle_run (&run, min, max);
        }
      runs[n_runs++] = run;
    }

  for (guint r = 0; r < n_runs; r++)
    {
      double place = runs[r].start;

      for (guint i = runs[r].first; i < runs[r].first + runs[r].n; i++)
        {
          centres[order[i]] = place + sizes[order[i]] / 2;
          place += sizes[order[i]];
        }
    }

  return TRUE;
}
