/* ob-cover.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-cover.h"

#include <math.h>
#include <string.h>

/* The cover of a whole pixel, and bits of a part of it. */
#define FULL     255
#define FRACTION 8

struct _ObCover
{
  ObPixels pixels;
  /* Of every pixel that may be drawn on; nothing between two pictures. */
  guint8 *cover;
  gsize size;
  /* The pixels of each row that may be covered, and which rows have any. */
  int *first;
  int *last;
  int n_rows;
  int top;
  int bottom;
};

/* What is of use in every row of a piece: its direction (@ux, @uy), between what @left and
 * @right it may be seen, how far it moves from row to row, how far @beside its middle it is
 * seen in a row, and what of a row goes by while a pixel of its length does. */
typedef struct
{
  const ObPiece *piece;
  double half;
  double length;
  double ux;
  double uy;
  double left;
  double right;
  double slope;
  double beside;
  double across;
} Line;

ObCover *
ob_cover_new (void)
{
  return g_new0 (ObCover, 1);
}

void
ob_cover_free (ObCover *self)
{
  if (self == NULL)
    return;

  g_free (self->cover);
  g_free (self->first);
  g_free (self->last);
  g_free (self);
}

void
ob_cover_start (ObCover *self, const ObPixels *pixels)
{
  gsize size;
  int n_rows;

  g_return_if_fail (self != NULL && pixels != NULL);

  self->pixels = *pixels;
  n_rows = pixels->y1 - pixels->y0;
  size = (gsize) (pixels->x1 - pixels->x0) * (gsize) n_rows;
  if (size > self->size)
    {
      g_free (self->cover);
      self->cover = g_malloc0 (size);
      self->size = size;
    }
  if (n_rows > self->n_rows)
    {
      self->first = g_renew (int, self->first, n_rows);
      self->last = g_renew (int, self->last, n_rows);
      self->n_rows = n_rows;
    }
  self->top = n_rows;
  self->bottom = -1;
  for (int j = 0; j < n_rows; j++)
    {
      self->first[j] = G_MAXINT;
      self->last[j] = -1;
    }
}

static double
get_distance (const ObSpot *point, double x, double y)
{
  const double dx = x - point->x;
  const double dy = y - point->y;

  return sqrt (dx * dx + dy * dy);
}

/* What the end of a line leaves of a pixel whose middle is @along behind the end. */
static double
get_rest (double along)
{
  return CLAMP (along + 0.5, 0., 1.);
}

/* The part of a pixel that a line covers whose middle is @away from that of the pixel,
 * as if pixels were as wide in every direction as they are along a side. */
static double
get_cover (double away, double half)
{
  return CLAMP (half + 0.5 - away, 0., MIN (2 * half, 1.));
}

/* Whether a pixel is in the wedge between a piece and the one that it is joined to. */
static gboolean
is_before_next (const Line *line, double x, double y)
{
  return (x - line->piece->to.x) * line->piece->next.x
           + (y - line->piece->to.y) * line->piece->next.y
         < 0;
}

/* At the ends of a piece. */
static guint8
get_end_cover (const Line *line, double x, double y)
{
  const double along = (x - line->piece->from.x) * line->ux + (y - line->piece->from.y) * line->uy;
  double away = fabs ((y - line->piece->from.y) * line->ux - (x - line->piece->from.x) * line->uy);
  double rest = 1;

  /* What is before a joint is the other piece's. */
  if (!line->piece->joined_from)
    rest = get_rest (along);
  else if (along < 0)
    return 0;
  if (!line->piece->joined_to)
    rest *= get_rest (line->length - along);
  else if (along > line->length && is_before_next (line, x, y))
    away = get_distance (&line->piece->to, x, y);
  else if (along > line->length)
    return 0;

  return (guint8) (get_cover (away, line->half) * rest * FULL + 0.5);
}

/* So many pixels of a row from (@x, @y) on, between the ends of a piece: on whole numbers,
 * as most of all pixels are such. */
static void
cover_middle (guint8 *cover, const Line *line, double x, double y, int n)
{
  const int most = (int) (MIN (2 * line->half, 1.) * FULL * (1 << FRACTION));
  const int top = (int) ((line->half + 0.5) * FULL * (1 << FRACTION)) + (1 << (FRACTION - 1));
  const int step = (int) (line->uy * FULL * (1 << FRACTION));
  int across = (int) (((y - line->piece->from.y) * line->ux - (x - line->piece->from.x) * line->uy)
                      * FULL * (1 << FRACTION));

  for (int i = 0; i < n; i++)
    {
      const int share = top - ABS (across);
      const int value = MIN (share, most) >> FRACTION;

      if (value > cover[i])
        cover[i] = (guint8) value;
      across -= step;
    }
}

/* Where along a row, at @y, the piece is near enough to be seen. */
static void
find_span (const Line *line, double y, double *low, double *high)
{
  const double middle = line->piece->from.x + (y - line->piece->from.y) * line->slope;

  *low = MAX (line->left, middle - line->beside);
  *high = MIN (line->right, middle + line->beside);
}

/* The part of a row, at @y, that is between the ends of the piece. */
static void
find_middle (const Line *line, double y, double *low, double *high)
{
  const double along = (y - line->piece->from.y) * line->uy;
  const double from = line->piece->from.x + (0.5 - along) * line->across;
  const double to = line->piece->from.x + (line->length - 0.5 - along) * line->across;

  if (line->across == 0)
    {
      const gboolean inside = along >= 0.5 && along <= line->length - 0.5;

      *low = inside ? line->left : line->right + 1;
      *high = inside ? line->right : line->left - 1;
      return;
    }

  *low = line->ux > 0 ? from : to;
  *high = line->ux > 0 ? to : from;
}

static void
cover_row (ObCover *self, const Line *line, int j)
{
  const double y = j + 0.5;
  const int row = j - self->pixels.y0;
  guint8 *cover = self->cover + (gsize) row * (gsize) (self->pixels.x1 - self->pixels.x0);
  double low;
  double high;
  double middle_low;
  double middle_high;
  int first;
  int last;
  int from;
  int to;

  find_span (line, y, &low, &high);
  first = (int) MAX (low, self->pixels.x0);
  last = (int) MIN (high, self->pixels.x1 - 1);
  if (first > last || high < self->pixels.x0)
    return;

  /* Those whose middles are between the ends. */
  find_middle (line, y, &middle_low, &middle_high);
  from = (int) CLAMP (middle_low + 0.5, first, last + 1);
  to = (int) CLAMP (middle_high - 0.5, first - 1, last);
  if (from + 0.5 < middle_low)
    from++;
  if (from > to)
    from = to = last + 1;

  cover -= self->pixels.x0;
  for (int i = first; i < from; i++)
    {
      const guint8 value = get_end_cover (line, i + 0.5, y);

      cover[i] = MAX (cover[i], value);
    }
  if (from <= last)
    cover_middle (cover + from, line, from + 0.5, y, to - from + 1);
  for (int i = to + 1; i <= last; i++)
    {
      const guint8 value = get_end_cover (line, i + 0.5, y);

      cover[i] = MAX (cover[i], value);
    }

  first -= self->pixels.x0;
  last -= self->pixels.x0;
  self->first[row] = MIN (self->first[row], first);
  self->last[row] = MAX (self->last[row], last);
}

static void
line_init (Line *line, const ObPiece *piece, double half)
{
  const double reach = half + 0.5;

  *line = (Line){
    .piece = piece,
    .half = half,
    .length = get_distance (&piece->from, piece->to.x, piece->to.y),
    .left = MIN (piece->from.x, piece->to.x) - reach,
    .right = MAX (piece->from.x, piece->to.x) + reach,
  };
  if (!(line->length > 0))
    return;

  line->ux = (piece->to.x - piece->from.x) / line->length;
  line->uy = (piece->to.y - piece->from.y) / line->length;
  /* Along a level line that of the row is no matter, across an upright one its end. */
  line->beside = fabs (line->uy) > 1e-6 ? reach / fabs (line->uy) : G_MAXDOUBLE;
  line->slope = fabs (line->uy) > 1e-6 ? line->ux / line->uy : 0;
  line->across = fabs (line->ux) > 1e-6 ? 1 / line->ux : 0;
}

void
ob_cover_add (ObCover *self, const ObPiece *piece, double half)
{
  double top;
  double bottom;
  Line line;

  g_return_if_fail (self != NULL && piece != NULL);
  g_return_if_fail (half > 0);

  top = MAX (MIN (piece->from.y, piece->to.y) - half - 0.5, self->pixels.y0);
  bottom = MIN (MAX (piece->from.y, piece->to.y) + half + 0.5, self->pixels.y1 - 1);
  line_init (&line, piece, half);
  if (!(line.length > 0) || !(top <= bottom))
    return;

  for (int j = (int) top; j <= (int) bottom; j++)
    cover_row (self, &line, j);
  self->top = MIN (self->top, (int) top - self->pixels.y0);
  self->bottom = MAX (self->bottom, (int) bottom - self->pixels.y0);
}

/* Two channels at once. */
static guint32
blend_two (guint32 source, guint32 ground, guint32 cover, guint32 rest)
{
  const guint32 sum = source * cover + ground * rest + 0x800080;

  return ((sum + (sum >> 8 & 0xff00ff)) >> 8) & 0xff00ff;
}

static void
paint_rows (ObCover *self, guint32 color)
{
  const int width = self->pixels.x1 - self->pixels.x0;
  const int stride = cairo_image_surface_get_stride (self->pixels.surface);
  guchar *data = cairo_image_surface_get_data (self->pixels.surface);
  const guint32 alpha = color >> 24;

  for (int j = self->top; j <= self->bottom; j++)
    {
      guint8 *cover = self->cover + (gsize) j * width;
      guint32 *row =
        (guint32 *) (gpointer) (data + (gsize) (j + self->pixels.y0) * stride) + self->pixels.x0;
      const int last = self->last[j];
      int i = self->first[j];

      while (i <= last)
        {
          guint32 c;
          guint32 rest;

          /* Most of what lies between two lines, eight pixels at a time. */
          if (i + 8 <= last)
            {
              guint64 eight;

              memcpy (&eight, cover + i, sizeof eight);
              if (eight == 0)
                {
                  i += 8;
                  continue;
                }
            }

          c = cover[i];
          if ((c & alpha) == FULL)
            {
              row[i] = color;
              cover[i] = 0;
            }
          else if (c > 0)
            {
              rest = 255 - (alpha * c + 127) / 255;
              row[i] = blend_two (color & 0xff00ff, row[i] & 0xff00ff, c, rest)
                       | blend_two (color >> 8 & 0xff00ff, row[i] >> 8 & 0xff00ff, c, rest) << 8;
              cover[i] = 0;
            }
          i++;
        }
    }
}

void
ob_cover_paint (ObCover *self, guint32 color)
{
  g_return_if_fail (self != NULL);

  if (self->top > self->bottom)
    return;

  cairo_surface_flush (self->pixels.surface);
  paint_rows (self, color);
  cairo_surface_mark_dirty_rectangle (
    self->pixels.surface, self->pixels.x0, self->pixels.y0 + self->top,
    self->pixels.x1 - self->pixels.x0, self->bottom - self->top + 1);
}
