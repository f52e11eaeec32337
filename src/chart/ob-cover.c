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
/* A pixel, in parts that add up from pixel to pixel without an error to be seen. */
#define WHOLE (G_GINT64_CONSTANT (1) << 32)
/* What is not more than rounding, px. */
#define NEAR 1e-6
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

/* Where a piece is gone along, of the pixels of a box. */
typedef struct
{
  const Line *line;
  guint8 *cover;
  /* The pixels along and across that there are. */
  int limits[2];
  int across[2];
  int stride_along;
  int stride_across;
  /* As many as there ever are across: a loop that always goes on as long is foreseen. */
  int n_across;
} Walk;

/* The middle of the line at a pixel along. */
static double
get_middle (const Line *line, int k)
{
  return line->from_across + (k + 0.5 - line->from_along) * line->slope - 0.5;
}

static inline int
get_first (const Walk *walk, double middle)
{
  return (int) MAX (middle - walk->line->beside + 1, (double) walk->across[0]);
}

/* So many pixels across, between the ends of the piece: on whole numbers, as most of all
 * pixels are such. @across: how far the first of them is from the middle, in bits of a part. */
static inline void
cover_middle (guint8 *cover, int stride, int across, int n, int full, int most, int step)
{
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
  const double lean = line->beside * fabs (line->upright ? line->ux : line->uy);
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

/* The pixels along from @start until before @end, which are between the ends of the piece and
 * which have all pixels across, @n of them. Both the place and what is between it and the next
 * pixel are in one number, its whole and its fraction. */
static inline void
cover_inside (const Walk *walk, int start, int end, int n)
{
  const Line line = *walk->line;
  const int stride_along = walk->stride_along;
  const int stride_across = walk->stride_across;
  const int most_away = (int) ((1 - line.beside) * line.step);
  const gint64 slope = (gint64) (line.slope * WHOLE);
  gint64 place = (gint64) ((get_middle (&line, start) - line.beside + 1 - walk->across[0]) * WHOLE);
  guint8 *column = walk->cover + (gssize) (start - walk->limits[0]) * stride_along;

  for (int k = start; k < end; k++)
    {
      const int away = most_away - (int) ((place & (WHOLE - 1)) * line.step / WHOLE);

      cover_middle (column + (gssize) (place / WHOLE) * stride_across, stride_across, away, n,
                    line.full, line.most, line.step);
      column += stride_along;
      place += slope;
    }
}

/* The same where some pixels across may be outside, and at the ends. */
static void
cover_with_care (const Walk *walk, int start, int end, gboolean is_middle)
{
  const Line *line = walk->line;

  for (int k = start; k < end; k++)
    {
      const double middle = get_middle (line, k);
      const int first = get_first (walk, middle);
      const int n = MIN (walk->n_across, walk->across[1] - first);
      guint8 *cover = walk->cover + (gssize) (k - walk->limits[0]) * walk->stride_along
                      + (gssize) (first - walk->across[0]) * walk->stride_across;

      if (is_middle)
        cover_middle (cover, walk->stride_across, (int) ((first - middle) * line->step), n,
                      line->full, line->most, line->step);
      else
        cover_ends (cover, walk->stride_across, line, k, first, n);
    }
}

/* Whether all pixels across are there at a pixel along. */
static gboolean
is_inside (const Walk *walk, int k)
{
  const double first = get_middle (walk->line, k) - walk->line->beside + 1;

  return first > walk->across[0] + NEAR && first + walk->n_across < walk->across[1] - NEAR;
}

static void
cover_middles (const Walk *walk, int start, int end)
{
  if (start >= end)
    return;

  /* What does not reach the sides at its first and its last pixel does not between them. */
  if (!is_inside (walk, start) || !is_inside (walk, end - 1))
    cover_with_care (walk, start, end, TRUE);
  else if (walk->n_across == 2)
    cover_inside (walk, start, end, 2);
  else if (walk->n_across == 3)
    cover_inside (walk, start, end, 3);
  else
    cover_inside (walk, start, end, walk->n_across);
}

static void
note_rows (ObCover *self, const Walk *walk, int start, int end)
{
  const Line *line = walk->line;

  if (line->upright)
    {
      for (int k = start; k < end; k++)
        {
          const int first = get_first (walk, get_middle (line, k));

          if (first < walk->across[1])
            note_row (self, k, first, MIN (first + walk->n_across, walk->across[1]) - 1);
        }
    }
  else
    {
      const int one = get_first (walk, get_middle (line, start));
      const int other = get_first (walk, get_middle (line, end - 1));
      const int last = MIN (MAX (one, other) + walk->n_across, walk->across[1]);

      for (int j = MIN (one, other); j < last; j++)
        note_row (self, j, start, end - 1);
    }
}

static void
cover_line (ObCover *self, const Line *line)
{
  const ObPixels *box = &self->pixels;
  const int width = box->x1 - box->x0;
  Walk walk = {
    .line = line,
    .cover = self->cover,
    .limits = { line->upright ? box->y0 : box->x0, line->upright ? box->y1 : box->x1 },
    .across = { line->upright ? box->x0 : box->y0, line->upright ? box->x1 : box->y1 },
    .stride_along = line->upright ? width : 1,
    .stride_across = line->upright ? 1 : width,
    .n_across = (int) (2 * line->beside) + 1,
  };
  int start;
  int end;
  int from;
  int to;

  find_along (line, walk.limits, &start, &end, &from, &to);
  if (start >= end)
    return;

  from = CLAMP (from, start, end);
  to = CLAMP (to, from, end);
  cover_with_care (&walk, start, from, FALSE);
  cover_middles (&walk, from, to);
  cover_with_care (&walk, to, end, FALSE);
  note_rows (self, &walk, start, end);
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
