/* ob-heat-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-heat-mark.h"

#include "ob-pixels.h"

#include <math.h>
#include <string.h>

/* Pixels along each side of the picture that is scaled: fine enough that values, not
 * colours, are interpolated between the points of a coarse grid, and zero stays white. */
#define SIZE 224
/* Pixels beyond the field on each side, for the filter to reach into. */
#define BORDER   1
#define N_COLORS 1024
/* Bits of a part of a step of the table. */
#define FRACTION 16
/* Values that are no more of these away are whole numbers with that many. */
#define MAX_STEPS 16000
/* Larger pictures are not worth keeping, pixels. */
#define MAX_KEPT (4096. * 4096.)

/* Where the map is being painted: @width by @height pixels of a picture, which begin at @left
 * and @top of it. */
typedef struct
{
  guchar *data;
  int stride;
  int left;
  int top;
  int width;
  int height;
  /* Where the middles of the lowest pixels lie, in parts of the side. */
  double first_y;
  /* Where each column lies in the grid, and how far they are apart; where the columns begin
   * that lie between two neighbouring points. */
  double *places;
  double spacing;
  int *cells;
  /* The columns from @left_on until before @right_on lie on the grid, the others beside it. */
  int left_on;
  int right_on;
} Field;

struct _ObHeatMark
{
  const ObTheme *theme;
  double limit;
  guint32 table[N_COLORS + 1];
  double *values;
  guint nx;
  guint ny;
  /* To be scaled; NULL until it is needed. */
  cairo_surface_t *surface;
  /* The field that is being drawn, and the part of the page's pixels. */
  Field field;
  ObPixels target;
  /* The pixels it was last drawn in, from the second draw on: while the pointer moves,
   * the map is drawn again and again as it is. The room is used again for the next
   * values. */
  guint32 *pixels;
  int width;
  int height;
  gboolean current;
  guint n_draws;
};

static guint32
pack (const ObColor *color)
{
  return 0xff000000u | (guint32) lround (color->red * 255) << 16
         | (guint32) lround (color->green * 255) << 8 | (guint32) lround (color->blue * 255);
}

static void
fill_table (guint32 table[N_COLORS + 1], const ObTheme *theme)
{
  for (int i = 0; i <= N_COLORS; i++)
    {
      ObColor color = ob_theme_get_diverging (theme, 2. * i / N_COLORS - 1.);

      table[i] = pack (&color);
    }
}

/* Where a pixel along a side of @n_pixels lies in a grid of @n points: the middle of the
 * first one is at @first of the side, that of the last at 1 - @first. */
static double
locate (int i, int n_pixels, double first, guint n)
{
  double unit = first + (1 - 2 * first) * i / MAX (n_pixels - 1, 1);

  return CLAMP (unit, 0., 1.) * (n - 1);
}

/* Where the pixels begin that lie between two neighbouring points, for each point but
 * the last, and where they end. */
static int *
find_cells (const double *places, int n_pixels, guint n)
{
  int *cells = g_new (int, n);
  int i = 0;

  for (guint k = 0; k < n - 1; k++)
    {
      cells[k] = i;
      while (i < n_pixels && (places[i] < k + 1 || k == n - 2))
        i++;
    }
  cells[n - 1] = n_pixels;

  return cells;
}

/* Places within the table: unsigned, and four at a time, takes fewer instructions. */
static inline void
look_up (guint32 *row, const guint32 *table, guint32 place, guint32 step, int n)
{
  int i = 0;

  for (; i + 4 <= n; i += 4, place += 4 * step)
    {
      row[i] = table[place >> FRACTION];
      row[i + 1] = table[(place + step) >> FRACTION];
      row[i + 2] = table[(place + 2 * step) >> FRACTION];
      row[i + 3] = table[(place + 3 * step) >> FRACTION];
    }
  for (; i < n; i++, place += step)
    row[i] = table[place >> FRACTION];
}

/* The pixels of one cell, whose colours are of the steps of @table between @from and
 * @to; they lie at @places, @spacing apart, the first point of the cell at @start. */
static void
paint_cell (guint32 *row,
            const guint32 *table,
            double from,
            double to,
            const double *places,
            double start,
            double spacing,
            int n)
{
  const double slope = to - from;

  if (n <= 0)
    return;

  if (MAX (from, to) <= 0 || MIN (from, to) >= N_COLORS)
    {
      const guint32 color = table[from > 0 ? N_COLORS : 0];

      for (int i = 0; i < n; i++)
        row[i] = color;
      return;
    }

  /* On whole numbers, and without a check of each where none is needed. What is no number
   * is not between any two. */
  if (from > -MAX_STEPS && from < MAX_STEPS && to > -MAX_STEPS && to < MAX_STEPS)
    {
      const int step = (int) (slope * spacing * (1 << FRACTION));
      int place = (int) ((from + (places[0] - start) * slope + 0.5) * (1 << FRACTION));

      if (MIN (from, to) < 1 || MAX (from, to) > N_COLORS - 1)
        {
          for (int i = 0; i < n; i++, place += step)
            row[i] = table[CLAMP (place, 0, N_COLORS << FRACTION) >> FRACTION];
          return;
        }

      look_up (row, table, (guint32) place, (guint32) step, n);
      return;
    }

  for (int i = 0; i < n; i++)
    {
      double place = from + (places[i] - start) * slope;

      /* What is no number is the least. */
      place = place > 0 ? place : 0;
      row[i] = table[(int) ((place < N_COLORS ? place : N_COLORS) + 0.5)];
    }
}

static void
field_clear (Field *field)
{
  g_clear_pointer (&field->places, g_free);
  g_clear_pointer (&field->cells, g_free);
}

/* A field of @width by @height pixels whose first ones have their middles at @first_x and
 * @first_y of the sides. Which pixels they are is up to the caller. */
static void
field_init (Field *field,
            int width,
            int height,
            double first_x,
            double first_y,
            const ObHeatMark *heat)
{
  field_clear (field);
  *field = (Field){
    .width = width,
    .height = height,
    .first_y = first_y,
    .places = g_new (double, width),
    .right_on = width,
  };
  for (int i = 0; i < width; i++)
    field->places[i] = locate (i, width, first_x, heat->nx);
  field->cells = find_cells (field->places, width, heat->nx);
  field->spacing = width > 2 ? field->places[width / 2] - field->places[width / 2 - 1] : 0;
  while (field->left_on < field->right_on && field->places[field->left_on] <= 0)
    field->left_on++;
  while (field->right_on > field->left_on && field->places[field->right_on - 1] >= heat->nx - 1)
    field->right_on--;
}

/* The pixels between two points of the grid, whose colours are @from and @to. */
static void
paint_between (const ObHeatMark *self, guint32 *row, guint point, double from, double to)
{
  const Field *field = &self->field;
  const double *places = field->places;
  const int start = field->cells[point];
  const int end = field->cells[point + 1];
  const int a = CLAMP (field->left_on, start, end);
  const int b = CLAMP (field->right_on, a, end);

  if (a > start)
    paint_cell (row + start, self->table, from, to, places + start, point, 0, a - start);
  paint_cell (row + a, self->table, from, to, places + a, point, field->spacing, b - a);
  if (end > b)
    paint_cell (row + b, self->table, from, to, places + b, point, 0, end - b);
}

/* Every pixel has the colour of the value at it, between those of the grid. @row: of the
 * picture. */
static void
paint_row (const ObHeatMark *self, int row)
{
  const Field *field = &self->field;
  guint32 *pixels =
    (guint32 *) (gpointer) (field->data + (gsize) row * (gsize) field->stride) + field->left;
  const double y =
    locate (field->height - 1 - (row - field->top), field->height, field->first_y, self->ny);
  const guint k = MIN ((guint) y, self->ny - 2);
  const double *low = self->values + (gsize) k * self->nx;
  const double *high = low + self->nx;
  const double scale = N_COLORS / 2 / self->limit;
  double from = 0;

  for (guint i = 0; i < self->nx; i++)
    {
      const double to = (low[i] + (y - k) * (high[i] - low[i])) * scale + N_COLORS / 2;

      if (i > 0 && field->cells[i] > field->cells[i - 1])
        paint_between (self, pixels, i - 1, from, to);
      from = to;
    }
}

static void
paint_rows (int first, int end, gpointer data)
{
  for (int row = first; row < end; row++)
    paint_row (data, row);
}

ObHeatMark *
ob_heat_mark_new (const ObTheme *theme)
{
  ObHeatMark *self;

  g_return_val_if_fail (theme != NULL, NULL);

  self = g_new0 (ObHeatMark, 1);
  self->theme = theme;
  self->limit = 1.;
  fill_table (self->table, theme);

  return self;
}

void
ob_heat_mark_free (ObHeatMark *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  field_clear (&self->field);
  g_free (self->pixels);
  g_free (self->values);
  g_free (self);
}

void
ob_heat_mark_set_values (ObHeatMark *self, const double *values, guint nx, guint ny, double limit)
{
  g_return_if_fail (self != NULL && values != NULL);
  g_return_if_fail (nx >= 2 && ny >= 2);
  g_return_if_fail (limit > 0);

  g_free (self->values);
  self->values = g_memdup2 (values, (gsize) nx * ny * sizeof *values);
  self->nx = nx;
  self->ny = ny;
  self->limit = limit;
  /* Whoever holds a snapshot of this keeps what was drawn. */
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->current = FALSE;
  self->n_draws = 0;
}

double
ob_heat_mark_get_limit (ObHeatMark *self)
{
  g_return_val_if_fail (self != NULL, 1.);

  return self->limit;
}

static void
draw_smoothly (ObHeatMark *self, const ObPage *page, const ObRect *rect)
{
  cairo_t *cr = page->cr;

  if (self->surface == NULL)
    {
      const int side = SIZE + 2 * BORDER;

      self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, side, side);
      field_init (&self->field, side, side, -BORDER / (SIZE - 1.), -BORDER / (SIZE - 1.), self);
      self->field.data = cairo_image_surface_get_data (self->surface);
      self->field.stride = cairo_image_surface_get_stride (self->surface);
      paint_rows (0, side, self);
      cairo_surface_mark_dirty (self->surface);
    }

  ob_page_settle (page);
  cairo_save (cr);
  cairo_rectangle (cr, rect->x, rect->y, rect->width, rect->height);
  cairo_clip (cr);
  /* The middles of the outer pixels lie on the border of the field. */
  cairo_translate (cr, rect->x, rect->y);
  cairo_scale (cr, rect->width / (SIZE - 1), rect->height / (SIZE - 1));
  cairo_set_source_surface (cr, self->surface, -BORDER - 0.5, -BORDER - 0.5);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BILINEAR);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* Whether @length is a whole number of pixels. */
static gboolean
is_whole (double length)
{
  return fabs (length - round (length)) < 1e-6;
}

/* The pixels of @page that @rect fills. FALSE if it does not fill whole ones, or some may
 * not be drawn on. */
static gboolean
find_target (ObPixels *target, const ObPage *page, const ObRect *rect)
{
  ObPixels pixels;
  double x = rect->x;
  double y = rect->y;
  double width = rect->width;
  double height = rect->height;

  if (page->exact || !ob_pixels_init (&pixels, page->cr))
    return FALSE;

  cairo_matrix_transform_point (&pixels.matrix, &x, &y);
  cairo_matrix_transform_distance (&pixels.matrix, &width, &height);
  if (!is_whole (x) || !is_whole (y) || !is_whole (width) || !is_whole (height) || !(x >= pixels.x0)
      || !(y >= pixels.y0) || !(x + width <= pixels.x1 + 0.5) || !(y + height <= pixels.y1 + 0.5)
      || width * height > MAX_KEPT)
    return FALSE;

  *target = pixels;
  target->x0 = (int) lround (x);
  target->y0 = (int) lround (y);
  target->x1 = target->x0 + (int) lround (width);
  target->y1 = target->y0 + (int) lround (height);

  return target->x1 > target->x0 && target->y1 > target->y0;
}

/* From the pixels that are kept; the rows are those of the page. */
static void
copy_rows (int first, int end, gpointer data)
{
  ObHeatMark *self = data;
  const ObPixels *target = &self->target;
  const int stride = cairo_image_surface_get_stride (target->surface);
  guchar *pixels = cairo_image_surface_get_data (target->surface);

  for (int row = first; row < end; row++)
    {
      guchar *to = pixels + (gsize) row * (gsize) stride + (gsize) target->x0 * sizeof (guint32);

      memcpy (to, self->pixels + (gsize) (row - target->y0) * (gsize) self->width,
              (gsize) self->width * sizeof (guint32));
    }
}

/* Paints the pixels that are kept before they are copied. */
static void
renew_rows (int first, int end, gpointer data)
{
  ObHeatMark *self = data;

  paint_rows (first - self->target.y0, end - self->target.y0, self);
  copy_rows (first, end, self);
}

/* Makes the room for the pixels that are kept. */
static void
provide_pixels (ObHeatMark *self, int width, int height)
{
  if (self->width != width || self->height != height)
    {
      g_clear_pointer (&self->pixels, g_free);
      self->current = FALSE;
    }
  if (self->pixels == NULL)
    self->pixels = g_new (guint32, (gsize) width * (gsize) height);
  self->width = width;
  self->height = height;
}

static void
draw_pixels (ObHeatMark *self, const ObPage *page, const ObPixels *target)
{
  const int width = target->x1 - target->x0;
  const int height = target->y1 - target->y0;
  const gboolean keep = self->n_draws++ > 0;

  /* The last draw may still be looking at the field. */
  ob_page_settle (page);
  self->target = *target;
  if (!keep)
    {
      field_init (&self->field, width, height, 0.5 / width, 0.5 / height, self);
      self->field.data = cairo_image_surface_get_data (target->surface);
      self->field.stride = cairo_image_surface_get_stride (target->surface);
      self->field.left = target->x0;
      self->field.top = target->y0;
      ob_page_rows (page, target, paint_rows, self);
      return;
    }

  provide_pixels (self, width, height);
  if (self->current)
    {
      ob_page_rows (page, target, copy_rows, self);
      return;
    }

  field_init (&self->field, width, height, 0.5 / width, 0.5 / height, self);
  self->field.data = (guchar *) self->pixels;
  self->field.stride = width * (int) sizeof (guint32);
  ob_page_rows (page, target, renew_rows, self);
  self->current = TRUE;
}

void
ob_heat_mark_draw (ObHeatMark *self, const ObPage *page, const ObRect *rect)
{
  ObPixels target;

  g_return_if_fail (self != NULL && self->values != NULL);

  if (find_target (&target, page, rect))
    draw_pixels (self, page, &target);
  else
    draw_smoothly (self, page, rect);
}

void
ob_heat_mark_draw_legend (ObHeatMark *self, const ObPage *page, const ObRect *rect)
{
  cairo_pattern_t *gradient;

  g_return_if_fail (self != NULL);

  gradient = cairo_pattern_create_linear (rect->x, 0, rect->x + rect->width, 0);
  for (int i = 0; i <= 8; i++)
    {
      ObColor color = ob_theme_get_diverging (self->theme, i / 4. - 1.);

      cairo_pattern_add_color_stop_rgb (gradient, i / 8., color.red, color.green, color.blue);
    }

  cairo_save (page->cr);
  cairo_rectangle (page->cr, rect->x, rect->y, rect->width, rect->height);
  cairo_set_source (page->cr, gradient);
  ob_page_cairo_fill_preserve (page);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_AXIS);
  ob_page_cairo_stroke (page);
  cairo_restore (page->cr);
  cairo_pattern_destroy (gradient);
}
