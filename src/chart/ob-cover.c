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
/* Pieces shorter than this are joined with care, in widths of a line and a pixel. */
#define SHORT 3

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

/* What is of use all along a piece. It is gone along in whole pixels of the direction it
 * rather has, down if @upright and else to the right, and at each @beside pixels across are
 * looked at on either side of its middle. */
typedef struct
{
  const ObPiece *piece;
  double half;
  double length;
  double ux;
  double uy;
  gboolean upright;
  /* Whether the line hardly bends where it begins and where it ends. The piece then ends
   * between two pixels along, and the next one begins there; elsewhere what is around
   * the joint is looked at. */
  gboolean goes_on_from;
  gboolean goes_on_to;
  /* Along and across where it begins, and how its middle moves from pixel to pixel. */
  double from_along;
  double from_across;
  double slope;
  double beside;
  /* How a place along moves with one on the piece itself. */
  double forward;
  /* In bits of a part: the most that is covered, what is in its very middle if the line
   * is wide, and how much less it is a pixel further across. */
  int most;
  int full;
  int step;
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
  else if (along < 0 && !line->goes_on_from)
    return 0;
  if (!line->piece->joined_to)
    rest *= get_rest (line->length - along);
  else if (along > line->length && !line->goes_on_to)
    {
      if (!is_before_next (line, x, y))
        return 0;
      away = get_distance (&line->piece->to, x, y);
    }

  return (guint8) (get_cover (away, line->half) * rest * FULL + 0.5);
}

/* So many pixels across, between the ends of the piece: on whole numbers, as most of all
 * pixels are such. @away: how far the first of them is from the middle. */
static inline void
cover_middle (guint8 *cover, int stride, double away, int n, int full, int most, int step)
{
  int across = (int) (away * step);

  for (int i = 0; i < n; i++)
    {
      const int share = full - ABS (across);
      const int value = MIN (share, most) >> FRACTION;

      *cover = (guint8) MAX (value, *cover);
      cover += stride;
      across += step;
    }
}

static void
cover_ends (guint8 *cover, int stride, const Line *line, int k, int first, int n)
{
  for (int j = first; j < first + n; j++)
    {
      const guint8 value = line->upright ? get_end_cover (line, j + 0.5, k + 0.5)
                                         : get_end_cover (line, k + 0.5, j + 0.5);

      *cover = MAX (*cover, value);
      cover += stride;
    }
}

static gboolean
is_upright (const ObSpot *step)
{
  return fabs (step->y) > fabs (step->x);
}

/* Whether a piece that it meets goes on in much the same direction, and both are so long
 * that what is done at one of their ends does not reach the other. They have to agree, also
 * where only a part of one is drawn. */
static gboolean
hardly_bends (const Line *line, const ObSpot *other)
{
  const double least = SHORT * (line->half + 0.5);
  const ObSpot *own = &line->piece->step;

  return is_upright (other) == line->upright
         && (line->upright ? other->y * own->y : other->x * own->x) > 0
         && MAX (fabs (own->x), fabs (own->y)) > least
         && MAX (fabs (other->x), fabs (other->y)) > least;
}

/* The pixels along which may be covered, from @start until before @end, and of these the ones
 * between the ends wholly, from @from until before @to. */
static void
find_along (const Line *line, const int *limits, int *start, int *end, int *from, int *to)
{
  const ObPiece *piece = line->piece;
  const double lean = line->beside * sqrt (MAX (1 - line->forward * line->forward, 0));
  double ends[] = { -0.5 - lean, line->length + 0.5 + lean };
  double middles[] = { 0.5 + lean, line->length - 0.5 - lean };
  int *const places[] = { start, end, from, to };

  if (line->goes_on_from)
    ends[0] = middles[0] = 0;
  else if (piece->joined_from)
    {
      ends[0] = -lean;
      middles[0] = lean;
    }
  if (line->goes_on_to)
    ends[1] = middles[1] = line->length;
  else if (piece->joined_to)
    {
      ends[1] = line->length + line->half + 0.5 + lean;
      middles[1] = line->length - lean;
    }

  for (int k = 0; k < 4; k++)
    {
      const double *two = k < 2 ? ends : middles;
      const double along = two[line->forward < 0 ? 1 - k % 2 : k % 2];

      *places[k] =
        (int) CLAMP (line->from_along + along * line->forward + 0.5, limits[0], limits[1]);
    }
}

/* That the pixels of a row from @first to @last may be covered. */
static void
note_row (ObCover *self, int row, int first, int last)
{
  row -= self->pixels.y0;
  self->first[row] = MIN (self->first[row], first - self->pixels.x0);
  self->last[row] = MAX (self->last[row], last - self->pixels.x0);
  self->top = MIN (self->top, row);
  self->bottom = MAX (self->bottom, row);
}

static void
cover_line (ObCover *self, const Line *line)
{
  const ObPixels *box = &self->pixels;
  const int columns[] = { box->x0, box->x1 };
  const int rows[] = { box->y0, box->y1 };
  const int *limits = line->upright ? rows : columns;
  const int stride_along = line->upright ? box->x1 - box->x0 : 1;
  const int stride_across = line->upright ? 1 : box->x1 - box->x0;
  /* The compiler must take it that what is written to pixels may be the line. */
  const Line copy = *line;
  const int across_0 = line->upright ? box->x0 : box->y0;
  const int across_1 = line->upright ? box->x1 : box->y1;
  const double least = across_0;
  /* As many as there ever are: a loop that always goes on as long is foreseen. */
  const int n_across = (int) (2 * copy.beside) + 1;
  int start;
  int end;
  int from;
  int to;
  int top = G_MAXINT;
  int bottom = -1;
  double middle;
  guint8 *column;

  find_along (line, limits, &start, &end, &from, &to);
  middle = copy.from_across + (start + 0.5 - copy.from_along) * copy.slope - 0.5;
  column = self->cover + (gssize) (start - limits[0]) * stride_along;
  for (int k = start; k < end; k++, middle += copy.slope, column += stride_along)
    {
      const int first = (int) MAX (middle - copy.beside + 1, least);
      const int last = MIN (first + n_across, across_1) - 1;
      guint8 *cover = column + (gssize) (first - across_0) * stride_across;

      if (first > last)
        continue;

      if (k >= from && k < to)
        cover_middle (cover, stride_across, first - middle, last - first + 1, copy.full, copy.most,
                      copy.step);
      else
        cover_ends (cover, stride_across, line, k, first, last - first + 1);

      if (copy.upright)
        note_row (self, k, first, last);
      top = MIN (top, first);
      bottom = MAX (bottom, last);
    }

  for (int j = top; !copy.upright && j <= bottom; j++)
    note_row (self, j, start, end - 1);
}

/* FALSE if the piece has no length. */
static gboolean
line_init (Line *line, const ObPiece *piece, double half)
{
  const double whole = sqrt (piece->step.x * piece->step.x + piece->step.y * piece->step.y);

  *line = (Line){
    .piece = piece,
    .half = half,
    .length = get_distance (&piece->from, piece->to.x, piece->to.y),
  };
  if (!(line->length > 0) || !(whole > 0))
    return FALSE;

  line->ux = piece->step.x / whole;
  line->uy = piece->step.y / whole;
  line->upright = is_upright (&piece->step);
  line->from_along = line->upright ? piece->from.y : piece->from.x;
  line->from_across = line->upright ? piece->from.x : piece->from.y;
  line->slope = line->upright ? line->ux / line->uy : line->uy / line->ux;
  line->forward = line->upright ? line->uy : line->ux;
  line->beside = (half + 0.5) / fabs (line->forward);
  line->goes_on_from = piece->solid && piece->joined_from && hardly_bends (line, &piece->before);
  line->goes_on_to = piece->solid && piece->joined_to && hardly_bends (line, &piece->next);
  line->most = (int) (MIN (2 * half, 1.) * FULL * (1 << FRACTION));
  line->full = (int) ((half + 0.5) * FULL * (1 << FRACTION)) + (1 << (FRACTION - 1));
  line->step = (int) (fabs (line->forward) * FULL * (1 << FRACTION));

  return TRUE;
}

void
ob_cover_add (ObCover *self, const ObPiece *piece, double half)
{
  Line line;

  g_return_if_fail (self != NULL && piece != NULL);
  g_return_if_fail (half > 0);

  if (line_init (&line, piece, half))
    cover_line (self, &line);
}

void
ob_cover_paint (ObCover *self, guint32 color)
{
  guchar *data;
  int stride;
  int width;

  g_return_if_fail (self != NULL);

  data = cairo_image_surface_get_data (self->pixels.surface);
  stride = cairo_image_surface_get_stride (self->pixels.surface);
  width = self->pixels.x1 - self->pixels.x0;
  for (int j = self->top; j <= self->bottom; j++)
    {
      guint8 *cover = self->cover + (gsize) j * width;
      guint32 *row =
        (guint32 *) (gpointer) (data + (gsize) (j + self->pixels.y0) * stride) + self->pixels.x0;
      const int first = self->first[j];
      /* Whole blocks are painted sooner, and beyond the last pixel there is no cover. */
      const int n =
        MIN ((self->last[j] - first) / OB_PIXELS_BLOCK * OB_PIXELS_BLOCK + OB_PIXELS_BLOCK,
             width - first);

      if (first > self->last[j])
        continue;

      ob_pixels_blend_each (row + first, n, color, cover + first);
      memset (cover + first, 0, (gsize) n);
    }
}
