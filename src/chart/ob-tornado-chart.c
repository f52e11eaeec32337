/* ob-tornado-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-heading.h"
#include "ob-pin-rules.h"
#include "ob-quantity.h"
#include "ob-readout.h"
#include "ob-time-axis.h"
#include "ob-tornado-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The widest that names may be, and the labels of either end, of all; without sources these
 * may be wider. */
#define MAX_NAMES 0.3
#define MIN_ENDS  0.18
#define MAX_ENDS  0.24
/* What bars have to themselves before these labels get more than the least, in sizes of
 * text. */
#define MIN_PLOT 5.
/* So many rows take at most that part of the height when ends name sources. */
#define MIN_ROWS   2
#define ROWS_SHARE 0.75
/* The height of a row that has more room than it needs, in sizes of text. */
#define MAX_ROW 4.
/* A bar's height, of its row. */
#define BAR_SHARE 0.6
/* How far a label stands from the end of its bar, and the diamond reaches, in sizes of
 * text. */
#define END_GAP      0.35
#define MIDDLE_REACH 0.4
/* Fills of the two ends of a bar, of the colours of lines. */
#define LOW_CATEGORY  0
#define HIGH_CATEGORY 1

typedef struct
{
  ObChart *chart;
  const ObPage *page;
  const ObTornado *tornado;
  ObPlot plot;
  ObRect area;
  double names;
  double ends;
  /* Whether ends say whose value they are. */
  gboolean sourced;
  guint n_rows;
} Drawing;

static const char *
get_name (const ObTornadoBar *bar)
{
  return ob_parameter_get_label (bar->range.parameter);
}

static void
tornado_chart_update (ObChart *self)
{
}

static void
update_range (ObChart *self, const ObTornado *tornado)
{
  double min = tornado->value;
  double max = tornado->value;

  for (guint i = 0; i < tornado->n_bars; i++)
    {
      const ObTornadoBar *bar = &tornado->bars[i];

      min = MIN (min, MIN (bar->low, bar->high));
      max = MAX (max, MAX (bar->low, bar->high));
      if (!isnan (bar->middle))
        {
          min = MIN (min, bar->middle);
          max = MAX (max, bar->middle);
        }
    }

  ob_pin_rules_extend (self, tornado->metric, &min, &max);
  ob_soft_range_update (&self->range[0], OB_SCALE_LINEAR, min, max, self->held);
}

/* The width of names and of labels at the ends, and the height of a row. */
static double
measure (Drawing *drawing)
{
  const ObPage *page = drawing->page;
  const ObTornado *tornado = drawing->tornado;
  const gboolean sourced = drawing->sourced;
  const double width = drawing->area.width;
  double height = 0;
  double most;

  drawing->names = 0;
  drawing->ends = 0;

  for (guint i = 0; i < tornado->n_bars; i++)
    {
      double name_width;

      ob_text_measure (page->text, OB_TEXT_LABEL, get_name (&tornado->bars[i]), &name_width, NULL);
      drawing->names = MAX (drawing->names, name_width + page->size * 0.8);
      for (guint end = 0; end < 2; end++)
        {
          g_autofree char *text = ob_tornado_words_get_end (&tornado->bars[i], end == 1, sourced);
          double end_width;

          ob_text_measure (page->text, OB_TEXT_SMALL, text, &end_width, NULL);
          drawing->ends = MAX (drawing->ends, end_width + page->size * 0.8);
        }
    }
  drawing->names = floor (MIN (drawing->names, width * MAX_NAMES));
  most = (width - drawing->names - page->size * MIN_PLOT) / 2;
  most = CLAMP (most, width * MIN_ENDS, width * (sourced ? MIN_ENDS : MAX_ENDS));
  drawing->ends = floor (MIN (drawing->ends, most));

  for (guint i = 0; i < tornado->n_bars; i++)
    {
      ObLabel name = { .text = get_name (&tornado->bars[i]),
                       .style = OB_TEXT_LABEL,
                       .max_width = drawing->names - page->size * 0.5 };

      height = MAX (height, ob_page_get_label_rect (page, &name).height);
      for (guint end = 0; end < 2; end++)
        {
          g_autofree char *text = ob_tornado_words_get_end (&tornado->bars[i], end == 1, sourced);
          ObLabel label = { .text = text,
                            .style = OB_TEXT_SMALL,
                            .max_width = drawing->ends - page->size * 0.5 };

          height = MAX (height, ob_page_get_label_rect (page, &label).height);
        }
    }

  return height + page->size * 0.25;
}

static ObRect
get_row (const Drawing *drawing, guint i)
{
  const double height = drawing->plot.rect.height / drawing->n_rows;

  return (ObRect){ drawing->plot.rect.x, drawing->plot.rect.y + i * height,
                   drawing->plot.rect.width, height };
}

static void
draw_part (const Drawing *drawing, const ObRect *row, double to, guint category)
{
  const ObPage *page = drawing->page;
  const double x0 = ob_plot_get_x (&drawing->plot, drawing->tornado->value);
  const double x1 = ob_plot_get_x (&drawing->plot, to);
  const double height = ceil (row->height * BAR_SHARE);

  cairo_rectangle (page->cr, MIN (x0, x1), floor (row->y + (row->height - height) / 2),
                   MAX (fabs (x1 - x0), 1), height);
  ob_page_set_color (page, &page->theme->category[category]);
  ob_page_cairo_fill (page);
}

/* A diamond in the bar, if the sources have a median. */
static void
draw_middle (const Drawing *drawing, guint i)
{
  const ObPage *page = drawing->page;
  const double value = drawing->tornado->bars[i].middle;
  const ObRect row = get_row (drawing, i);
  const double x = ob_plot_get_x (&drawing->plot, value);
  const double y = row.y + row.height / 2;
  const double size = page->size * MIDDLE_REACH;

  if (isnan (value))
    return;

  cairo_move_to (page->cr, x, y - size);
  cairo_line_to (page->cr, x + size, y);
  cairo_line_to (page->cr, x, y + size);
  cairo_line_to (page->cr, x - size, y);
  cairo_close_path (page->cr);
  ob_page_set_role (page, OB_ROLE_BACKGROUND);
  ob_page_cairo_fill_preserve (page);
  ob_page_set_role (page, OB_ROLE_TEXT);
  cairo_set_line_width (page->cr, 1.5);
  ob_page_cairo_stroke (page);
}

/* Where the label of an end stands: beside it, and beside the diamond if that is there, too. */
static double
get_label_place (const Drawing *drawing, const ObTornadoBar *bar, double value, gboolean right)
{
  const double size = drawing->page->size;
  const double direction = right ? 1 : -1;
  const double end = ob_plot_get_x (&drawing->plot, value) + direction * size * END_GAP;
  double middle;

  if (isnan (bar->middle))
    return end;

  middle =
    ob_plot_get_x (&drawing->plot, bar->middle) + direction * size * (MIDDLE_REACH + END_GAP / 2);

  return right ? MAX (end, middle) : MIN (end, middle);
}

/* Beyond the end of its bar; where both ends lie on one side, the nearer one inside
 * has no room and the card has it. */
static void
put_end (const Drawing *drawing, const ObTornadoBar *bar, const ObRect *row, gboolean high)
{
  const ObPage *page = drawing->page;
  const double value = high ? bar->high : bar->low;
  const double other = high ? bar->low : bar->high;
  const double now = drawing->tornado->value;
  /* A bar without length has its low end on the left. */
  const gboolean right = value != now ? value > now : high;
  const gboolean covered = right ? other > value : other < value;
  g_autofree char *text = ob_tornado_words_get_end (bar, high, drawing->sourced);
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->category_text[high ? HIGH_CATEGORY : LOW_CATEGORY],
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x = get_label_place (drawing, bar, value, right),
    .y = row->y + row->height / 2,
    .x_align = right ? 0 : 1,
    .y_align = 0.5,
    .max_width = drawing->ends - page->size * 0.5,
    .text_align = right ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT,
  };

  if (!covered)
    ob_page_put_label (page, &label);
}

static void
draw_hot (const Drawing *drawing, guint i)
{
  const ObRect row = get_row (drawing, i);

  cairo_rectangle (drawing->page->cr, drawing->area.x, row.y, drawing->area.width, row.height);
  ob_page_set_role (drawing->page, OB_ROLE_GRID);
  ob_page_cairo_fill (drawing->page);
}

static void
draw_bars (const Drawing *drawing, guint i)
{
  const ObTornadoBar *bar = &drawing->tornado->bars[i];
  const ObRect row = get_row (drawing, i);
  const double now = drawing->tornado->value;
  const gboolean low_first = fabs (bar->low - now) > fabs (bar->high - now);

  /* The longer one below, where both point the same way. */
  draw_part (drawing, &row, low_first ? bar->low : bar->high,
             low_first ? LOW_CATEGORY : HIGH_CATEGORY);
  draw_part (drawing, &row, low_first ? bar->high : bar->low,
             low_first ? HIGH_CATEGORY : LOW_CATEGORY);
}

static void
put_labels (const Drawing *drawing, guint i)
{
  const ObPage *page = drawing->page;
  const ObTornadoBar *bar = &drawing->tornado->bars[i];
  const ObRect row = get_row (drawing, i);
  ObLabel name = {
    .text = get_name (bar),
    .style = OB_TEXT_LABEL,
    .x = drawing->area.x + drawing->names - page->size * 0.5,
    .y = row.y + row.height / 2,
    .x_align = 1,
    .y_align = 0.5,
    .max_width = drawing->names - page->size * 0.5,
    .text_align = PANGO_ALIGN_RIGHT,
  };

  ob_page_put_label (page, &name);
  put_end (drawing, bar, &row, FALSE);
  put_end (drawing, bar, &row, TRUE);
}

/* What the axis counts; free it. */
static char *
format_title (const ObTornado *tornado, const char *unit)
{
  const char *name = ob_metric_get_label (tornado->metric);
  g_autofree char *now = ob_quantity_format (ob_metric_get_unit (tornado->metric), tornado->value);

  /* Translators: a metric, the unit of the axis and its value now: "Net present value,
   * $ tn, now $0.58 tn" */
  return unit != NULL ? g_strdup_printf (C_ ("tornado", "%s, %s, now %s"), name, unit, now)
                      : g_strdup_printf (C_ ("tornado", "%s, now %s"), name, now);
}

/* What the colours and the diamond mean. */
static ObHeading
make_heading (ObChart *self, const ObPage *page, const char *title)
{
  const gboolean sourced = ob_tornado_words_has_sources (self);

  return (ObHeading){
    .title = title,
    .entries = { C_ ("tornado", "at the low end"), C_ ("tornado", "at the high end"),
                 sourced ? C_ ("tornado", "◇ median of the sources") : NULL },
    .colors = { &page->theme->category_text[LOW_CATEGORY],
                &page->theme->category_text[HIGH_CATEGORY] },
  };
}

/* A vertical line through all rows, if there is room for it. */
static void
draw_line (const Drawing *drawing, double value, ObRole role)
{
  const ObPage *page = drawing->page;
  const ObPlot *plot = &drawing->plot;
  const double x = ob_plot_get_x (plot, value);

  if (value < plot->x.min || value > plot->x.max)
    return;

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1);
  ob_page_set_role (page, role);
  ob_page_rule (page, x, plot->rect.y, x, plot->rect.y + plot->rect.height);
  cairo_restore (page->cr);
}

static void
put_note (const Drawing *drawing, const char *text, double y)
{
  const ObPage *page = drawing->page;
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = drawing->area.x + drawing->area.width / 2,
    .y = y,
    .x_align = 0.5,
    .max_width = drawing->area.width,
    .text_align = PANGO_ALIGN_CENTER,
  };

  ob_page_put_label (page, &label);
}

/* The row under the pointer, names included; -1: none. */
static int
find_hot (ObChart *self, const ObPlot *plot, const ObRect *area)
{
  ObPlot rows = *plot;
  double x;
  double y;

  rows.rect.x = area->x;
  rows.rect.width = area->width;
  if (!ob_chart_get_hover (self, &rows, &x, &y))
    return -1;

  return MIN ((int) ((y - plot->rect.y) / plot->rect.height * plot->y.max), (int) plot->y.max - 1);
}

static void
draw_readout (const Drawing *drawing, guint i)
{
  const ObTornadoBar *bar = &drawing->tornado->bars[i];
  const ObRect row = get_row (drawing, i);
  g_autofree char *low = ob_tornado_words_get_end (bar, FALSE, FALSE);
  g_autofree char *high = ob_tornado_words_get_end (bar, TRUE, FALSE);
  const ObUnit unit = ob_metric_get_unit (drawing->tornado->metric);
  g_auto (ObReadout) readout = { .title = g_strdup (get_name (bar)) };

  ob_readout_add (&readout, low, ob_quantity_format (unit, bar->low), LOW_CATEGORY);
  ob_readout_add (&readout, high, ob_quantity_format (unit, bar->high), HIGH_CATEGORY);
  readout.note = ob_tornado_words_get_sources (drawing->chart, bar);
  ob_readout_draw (&readout, drawing->page, drawing->chart->hover_x / drawing->chart->factor,
                   row.y + row.height / 2);
}

static void
draw_rows (Drawing *drawing, const ObAxis *axis, double bottom, double row_height)
{
  ObChart *self = drawing->chart;
  const ObPage *page = drawing->page;
  const guint n_left = drawing->tornado->n_bars - drawing->n_rows;
  int hot;

  drawing->plot.rect.height = floor (
    MIN (drawing->plot.rect.height, drawing->n_rows * MAX (row_height, page->size * MAX_ROW)));
  drawing->plot.rect = ob_rect_round_out (&drawing->plot.rect);
  self->plot = drawing->plot;
  self->drawn = TRUE;

  hot = find_hot (self, &drawing->plot, &drawing->area);
  if (hot < 0)
    hot = MIN (ob_chart_get_item (self), (int) drawing->n_rows - 1);

  if (bottom > 0)
    ob_axis_draw_bottom (axis, page, &drawing->plot);
  if (hot >= 0)
    draw_hot (drawing, (guint) hot);
  for (guint i = 0; i < drawing->n_rows; i++)
    draw_bars (drawing, i);
  ob_pin_rules_put_labels (self, page, &drawing->plot, drawing->tornado->metric);
  for (guint i = 0; i < drawing->n_rows; i++)
    put_labels (drawing, i);
  draw_line (drawing, 0, OB_ROLE_AXIS);
  draw_line (drawing, drawing->tornado->value, OB_ROLE_TEXT);
  ob_pin_rules_draw (self, page, &drawing->plot, drawing->tornado->metric);
  for (guint i = 0; i < drawing->n_rows; i++)
    draw_middle (drawing, i);

  if (n_left > 0)
    {
      g_autofree char *text =
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u more input that moves it less.",
                                      "And %u more inputs that move it less.", n_left),
                         n_left);

      put_note (drawing, text, drawing->plot.rect.y + drawing->plot.rect.height + bottom);
    }
  if (self->hover_x >= 0 && hot >= 0 && find_hot (self, &drawing->plot, &drawing->area) >= 0)
    draw_readout (drawing, (guint) hot);
}

static void
tornado_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  Drawing drawing = {
    .chart = self,
    .page = page,
    .tornado = ob_tornado_words_get (self),
    .area = *area,
    .sourced = ob_tornado_words_has_sources (self),
  };
  const guint n = drawing.tornado->n_bars;
  g_auto (ObAxis) axis = { 0 };
  g_autofree char *title = NULL;
  double row = measure (&drawing);
  double bottom = ob_time_axis_get_height (page);
  double letters;
  double top;
  double line;
  guint n_fit;
  ObHeading heading;

  ob_text_measure (page->text, OB_TEXT_SMALL, "0", NULL, &line);

  /* Rows that are so high that there is hardly one do without the sources, which the card
   * and the description have. */
  if (drawing.sourced && row * MIN_ROWS > area->height * ROWS_SHARE)
    {
      drawing.sourced = FALSE;
      row = measure (&drawing);
    }

  update_range (self, drawing.tornado);
  drawing.plot = (ObPlot){ *area, self->range[0].scale, { OB_SCALE_LINEAR, 0, 1 } };
  drawing.plot.rect.x += drawing.names + drawing.ends;
  drawing.plot.rect.width = MAX (area->width - drawing.names - 2 * drawing.ends, 1);
  ob_axis_init (&axis, &drawing.plot.x, ob_metric_get_unit (drawing.tornado->metric),
                CLAMP ((int) (drawing.plot.rect.width / (page->size * 6)), 2, 7));
  title = format_title (drawing.tornado, ob_axis_get_unit_text (&axis));
  heading = make_heading (self, page, title);
  ob_heading_draw (&heading, page, area);
  letters = ob_pin_rules_get_height (self, page);
  top =
    ob_heading_get_height (&heading, page, area) + letters + page->size * (letters > 0 ? 0.3 : 0.8);
  drawing.plot.rect.y += top;
  if (n == 0)
    {
      put_note (&drawing, _ ("No input has a range that could be tried."),
                area->y + area->height / 2);
      self->plot = drawing.plot;
      self->drawn = TRUE;
      return;
    }

  /* Rows come before the axis, since each has its numbers in the card. */
  if (area->height - top - bottom < 3 * row)
    bottom = 0;
  n_fit = (guint) MAX ((area->height - top - bottom) / row, 1);
  if (n_fit < n)
    n_fit = (guint) MAX ((area->height - top - bottom - line) / row, 1);
  drawing.n_rows = MIN (n_fit, n);
  drawing.plot.rect.height = MAX (area->height - top - bottom - (n_fit < n ? line : 0), 1);
  drawing.plot.y.max = drawing.n_rows;
  draw_rows (&drawing, &axis, bottom, row);
}

static guint
tornado_chart_get_n_items (ObChart *self)
{
  return ob_tornado_words_get (self)->n_bars;
}

static int
tornado_chart_get_item_at (ObChart *self, double x, double y)
{
  const ObRect *rect = &self->plot.rect;
  const double row = (y - rect->y) / rect->height * self->plot.y.max;

  if (ob_tornado_words_get (self)->n_bars == 0 || row < 0 || row >= self->plot.y.max)
    return -1;

  return (int) row;
}

static ObParameter
tornado_chart_get_item_lever (ObChart *self, guint item)
{
  return ob_tornado_words_get (self)->bars[item].range.parameter;
}

#define TORNADO_CLASS(ID, TITLE)                                                                   \
  {                                                                                                \
    .id = (ID), .title = (TITLE), .update = tornado_chart_update, .draw = tornado_chart_draw,      \
    .describe = ob_tornado_words_describe, .get_note = ob_tornado_words_get_note,                  \
    .write_csv = ob_tornado_words_write_csv, .get_n_items = tornado_chart_get_n_items,             \
    .has_ghosts = TRUE, .describe_item = ob_tornado_words_describe_item,                           \
    .get_item_at = tornado_chart_get_item_at, .get_item_lever = tornado_chart_get_item_lever       \
  }

const ObChartClass ob_tornado_chart_class =
  TORNADO_CLASS ("tornado", NC_ ("chart", "What each input does to the net present value"));
const ObChartClass ob_tornado_risk_chart_class =
  TORNADO_CLASS ("tornado-risk", NC_ ("chart", "What each input does to the bubble risk"));
const ObChartClass ob_disagreement_chart_class =
  TORNADO_CLASS ("disagreement", NC_ ("chart", "Where the sources disagree"));
