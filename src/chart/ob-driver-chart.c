/* ob-driver-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-bar-mark.h"
#include "ob-csv.h"
#include "ob-quantity.h"
#include "ob-risk-parts.h"
#include "ob-risk-words.h"
#include "ob-time-axis.h"
#include "ob-time-ghosts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A bar for each part and one for their sum. */
#define N_ROWS (OB_N_RISK_PARTS + 1)
/* The widest that names may be, of all. */
#define MAX_NAMES 0.4
/* A bar is that many letters long before there is one on it. */
#define LETTER_SHARE 5.

static guint
get_quarter (ObChart *self)
{
  return (guint) MAX (self->quarter, 0);
}

/* Where each part starts and ends on the way to the sum. */
static void
stack (const ObRun *run, guint quarter, double *from, double *to)
{
  double sum = 0;

  for (guint k = 0; k < OB_N_RISK_PARTS; k++)
    {
      from[k] = sum;
      sum += run->series[ob_risk_parts[k]][quarter];
      to[k] = sum;
    }
  from[OB_N_RISK_PARTS] = 0;
  to[OB_N_RISK_PARTS] = sum;
}

/* Where the bar of each part would end with that of a pin in the same quarter; NaN if
 * the pin has no such quarter. */
static void
get_pin_ends (ObChart *self, guint pin, guint quarter, const double *from, double *ends)
{
  int i = (int) quarter - ob_time_ghosts_get_shift (self, pin);
  const ObResults *results = self->ghosts != NULL ? self->ghosts->results[pin] : NULL;
  double sum = 0;

  for (guint k = 0; k < N_ROWS; k++)
    ends[k] = NAN;
  if (results == NULL || i < 0 || i >= OB_N_QUARTERS)
    return;

  for (guint k = 0; k < OB_N_RISK_PARTS; k++)
    {
      double part = results->run.series[ob_risk_parts[k]][i];

      ends[k] = from[k] + part;
      sum += part;
    }
  ends[OB_N_RISK_PARTS] = sum;
}

/* The axis holds the whole path, so that it stands still while it is played. */
static void
driver_chart_update (ObChart *self)
{
  double min = 0;
  double max = 0;

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      double from[N_ROWS];
      double to[N_ROWS];

      stack (&self->results->run, i, from, to);
      for (guint k = 0; k < N_ROWS; k++)
        {
          if (!isfinite (to[k]))
            continue;
          min = MIN (min, to[k]);
          max = MAX (max, to[k]);
        }
      for (guint pin = 0; self->ghosts != NULL && pin < OB_N_PINS; pin++)
        {
          get_pin_ends (self, pin, i, from, to);
          for (guint k = 0; k < N_ROWS; k++)
            {
              if (!isfinite (to[k]))
                continue;
              min = MIN (min, to[k]);
              max = MAX (max, to[k]);
            }
        }
    }

  ob_soft_range_update (&self->range[0], OB_SCALE_LINEAR, min, max, self->held);
}

static const char *
get_name (guint row)
{
  return row < OB_N_RISK_PARTS ? ob_series_get_label (ob_risk_parts[row])
                               : C_ ("risk", "All together");
}

static char *
get_words (ObChart *self, guint row)
{
  const ObRun *run = &self->results->run;
  guint quarter = get_quarter (self);
  double chance = run->series[OB_SERIES_CRASH_2Y][quarter];
  g_autofree char *odds = NULL;

  if (row < OB_N_RISK_PARTS)
    return ob_risk_words_get_reason (self->results, row, quarter);

  odds = ob_quantity_format (OB_UNIT_SHARE, chance);
  /* Translators: a chance in percent, then how high it is: "raised". */
  return g_strdup_printf (_ ("The chance of a crash within two years is %s: %s."), odds,
                          ob_risk_zone_get_name (ob_risk_zone_find (chance)));
}

static double
get_names_width (const ObPage *page, double most)
{
  double widest = 0;

  for (guint k = 0; k < N_ROWS; k++)
    {
      double width;

      ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, get_name (k), &width, NULL);
      widest = MAX (widest, width);
    }

  return MIN (widest + page->size * 0.8, most);
}

/* Of the tallest name. */
static double
get_names_height (const ObPage *page, ObTextStyle style)
{
  double tallest = 0;

  for (guint k = 0; k < N_ROWS; k++)
    {
      double height;

      ob_text_measure (page->text, style, get_name (k), NULL, &height);
      tallest = MAX (tallest, height);
    }

  return tallest;
}

/* The number beside the end of the bar, on the side where it points, or as near to that as
 * the ticks of pins allow. */
static void
put_value (const ObPage *page,
           const ObPlot *plot,
           const ObRect *bar,
           double value,
           double from,
           double to)
{
  g_autofree char *text = ob_quantity_format_difference (value, 2);
  const double sides[] = { value < 0 ? -1 : 1, value < 0 ? 1 : -1 };
  static const double reaches[] = { 0.4, 1, 1.6, 2.4, 3.2, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (reaches) * G_N_ELEMENTS (sides); i++)
    {
      const double side = sides[i % G_N_ELEMENTS (sides)];
      const double reach = reaches[i / G_N_ELEMENTS (sides)];
      double end = side < 0 ? MIN (from, to) : MAX (from, to);
      ObLabel label = {
        .text = text,
        .style = OB_TEXT_LABEL,
        .x = ob_plot_get_x (plot, end) + side * page->size * reach,
        .y = bar->y + bar->height / 2,
        .x_align = (1 - side) / 2,
        .y_align = 0.5,
      };

      if (ob_page_put_label (page, &label))
        return;
    }
}

/* What all rows share: how tall they and their bars are, how names are written and
 * whether there is room for sentences. */
typedef struct
{
  double height;
  double bar;
  ObTextStyle name;
  ObTextStyle sum;
  gboolean has_reasons;
} Rows;

static ObLabel
make_reason (const ObPage *page, const ObPlot *plot, const char *words)
{
  return (ObLabel){
    .text = words,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = plot->rect.x,
    .max_width = floor (plot->rect.width),
  };
}

static void
init_rows (Rows *self, const ObPage *page, const ObPlot *plot, char *const *words)
{
  double line;
  double reason = 0;

  ob_text_measure (page->text, OB_TEXT_LABEL, "0", NULL, &line);
  /* Where one sentence has no room no bar has any. */
  for (guint k = 0; k < N_ROWS; k++)
    {
      const ObLabel label = make_reason (page, plot, words[k]);

      reason = MAX (reason, ob_page_get_label_rect (page, &label).height);
    }

  self->height = plot->rect.height / N_ROWS;
  self->bar = ceil (MIN (line, self->height * 0.7));
  self->has_reasons = self->height >= self->bar + reason + 2;
  self->name = self->sum = OB_TEXT_SMALL;
  if (get_names_height (page, OB_TEXT_LABEL) <= self->height)
    {
      self->name = OB_TEXT_LABEL;
      self->sum = OB_TEXT_LABEL_BOLD;
    }
}

/* The height of the bar of a row, over all of the plot. */
static ObRect
get_bar (const ObPlot *plot, const Rows *rows, guint k)
{
  double y = plot->rect.y + k * rows->height;

  if (!rows->has_reasons)
    y += (rows->height - rows->bar) / 2;

  return (ObRect){ plot->rect.x, floor (y), plot->rect.width, rows->bar };
}

static void
draw_bar (const ObPage *page, const ObPlot *plot, const Rows *rows, double from, double to, guint k)
{
  double x0 = ob_plot_get_x (plot, MIN (from, to));
  double x1 = ob_plot_get_x (plot, MAX (from, to));
  ObRect rect = get_bar (plot, rows, k);

  rect.x = x0;
  rect.width = MAX (x1 - x0, 1);

  if (k < OB_N_RISK_PARTS)
    {
      ob_bar_mark_draw_swatch (page, &rect, k);
      return;
    }

  cairo_rectangle (page->cr, rect.x, rect.y, rect.width, rect.height);
  ob_page_set_role (page, OB_ROLE_TEXT);
  ob_page_cairo_fill (page);
}

static void
put_row (const ObPage *page,
         const ObPlot *plot,
         const ObRect *area,
         const Rows *rows,
         guint k,
         const char *words,
         double from,
         double to)
{
  ObRect bar = get_bar (plot, rows, k);
  ObLabel name = {
    .text = get_name (k),
    .style = k < OB_N_RISK_PARTS ? rows->name : rows->sum,
    .row = rows->height,
    .x = plot->rect.x - page->size * 0.5,
    .x_align = 1,
    .y_align = 0.5,
    .max_width = floor (plot->rect.x - area->x - page->size * 0.5),
    .text_align = PANGO_ALIGN_RIGHT,
  };
  ObLabel reason = make_reason (page, plot, words);

  name.y = bar.y + bar.height / 2;
  ob_page_put_label (page, &name);
  put_value (page, plot, &bar, k < OB_N_RISK_PARTS ? to - from : to, from, to);
  if (!rows->has_reasons)
    return;

  reason.y = bar.y + bar.height + 1;
  ob_page_put_label (page, &reason);
}

/* Where the tick of a pin stands in a row. FALSE if it has none. */
static gboolean
get_tick (ObChart *self,
          const ObPlot *plot,
          const Rows *rows,
          const double *from,
          guint pin,
          guint k,
          ObRect *tick)
{
  ObRect bar = get_bar (plot, rows, k);
  double ends[N_ROWS];

  get_pin_ends (self, pin, get_quarter (self), from, ends);
  *tick = (ObRect){ ob_plot_get_x (plot, ends[k]) - 1, bar.y - 1, 2, bar.height + 2 };

  return isfinite (ends[k]);
}

/* A tick for each pin, which numbers keep off. */
static void
draw_ticks (ObChart *self,
            const ObPage *page,
            const ObPlot *plot,
            const Rows *rows,
            const double *from)
{
  for (guint i = 0; self->ghosts != NULL && i < N_ROWS * OB_N_PINS; i++)
    {
      ObRect tick;

      if (!get_tick (self, plot, rows, from, i % OB_N_PINS, i / OB_N_PINS, &tick))
        continue;

      ob_page_set_role (page, OB_ROLE_BACKGROUND);
      cairo_rectangle (page->cr, tick.x - 1, tick.y, tick.width + 2, tick.height);
      ob_page_cairo_fill (page);
      ob_page_set_color (page, &page->theme->pin[i % OB_N_PINS]);
      cairo_rectangle (page->cr, tick.x, tick.y, tick.width, tick.height);
      ob_page_cairo_fill (page);
      ob_label_placer_block (page->labels, &tick);
    }
}

/* A letter on a ground of its own, as high as the tick beside it: bars have many colours.
 * None on @bar if that is short, since little of it would be left. */
static gboolean
put_letter (const ObPage *page, const ObRect *tick, const ObRect *bar, guint pin, gboolean right)
{
  const ObLabel label = {
    .text = ob_pin_get_letter (pin),
    .style = OB_TEXT_SMALL,
    .color = &page->theme->pin[pin],
    .x = right ? tick->x + tick->width + 1 : tick->x - 1,
    .y = tick->y + tick->height / 2,
    .x_align = right ? 0 : 1,
    .y_align = 0.5,
  };
  const ObRect rect = ob_page_get_label_rect (page, &label);

  if (!ob_label_placer_is_free (page->labels, &rect)
      || (bar->width < LETTER_SHARE * rect.width && ob_rect_intersects (bar, &rect)))
    return FALSE;

  cairo_rectangle (page->cr, rect.x - 1, tick->y, rect.width + 2, tick->height);
  ob_page_set_role (page, OB_ROLE_BACKGROUND);
  ob_page_cairo_fill (page);

  return ob_page_put_label (page, &label);
}

/* The letter of each tick, where there is room. */
static void
put_letters (ObChart *self,
             const ObPage *page,
             const ObPlot *plot,
             const Rows *rows,
             const double *from,
             const double *to)
{
  for (guint i = 0; self->ghosts != NULL && i < N_ROWS * OB_N_PINS; i++)
    {
      const guint pin = i % OB_N_PINS;
      const guint k = i / OB_N_PINS;
      ObRect bar = get_bar (plot, rows, k);
      ObRect tick;

      bar.x = ob_plot_get_x (plot, MIN (from[k], to[k]));
      bar.width = ob_plot_get_x (plot, MAX (from[k], to[k])) - bar.x;
      if (get_tick (self, plot, rows, from, pin, k, &tick)
          && !put_letter (page, &tick, &bar, pin, TRUE))
        put_letter (page, &tick, &bar, pin, FALSE);
    }
}

static void
driver_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  g_auto (ObAxis) axis = { 0 };
  g_autofree char *when = ob_quarter_format (self->results->run.start_year, get_quarter (self));
  /* Translators: title of an axis; a quarter: "Q1 2027". */
  g_autofree char *text = g_strdup_printf (_ ("Log-odds in %s"), when);
  ObLabel title = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x,
    .y = area->y,
  };
  ObPlot plot = { *area, self->range[0].scale, { OB_SCALE_LINEAR, 0, N_ROWS } };
  double names = get_names_width (page, area->width * MAX_NAMES);
  double value = page->size * 4;
  double from[N_ROWS];
  double to[N_ROWS];
  double bottom = ob_time_axis_get_height (page);
  double top;
  char *words[N_ROWS];
  Rows rows;

  ob_text_measure (page->text, OB_TEXT_SMALL, text, NULL, &top);
  top += page->size * 0.6;
  plot.rect.x += names;
  plot.rect.width = MAX (plot.rect.width - names - value, 1);
  plot.rect.y += top;
  /* Bars have their numbers, so that names come before the axis. */
  if (plot.rect.height - top - bottom < N_ROWS * get_names_height (page, OB_TEXT_LABEL))
    bottom = 0;
  plot.rect.height = MAX (plot.rect.height - top - bottom, 1);
  plot.rect = ob_rect_round_out (&plot.rect);
  self->plot = plot;
  self->drawn = TRUE;

  stack (&self->results->run, get_quarter (self), from, to);
  ob_page_put_label (page, &title);
  if (bottom > 0)
    {
      ob_axis_init (&axis, &plot.x, OB_UNIT_LOG_ODDS,
                    CLAMP ((int) (plot.rect.width / (page->size * 5)), 2, 9));
      ob_axis_draw_bottom (&axis, page, &plot);
    }

  for (guint k = 0; k < N_ROWS; k++)
    words[k] = get_words (self, k);
  init_rows (&rows, page, &plot, words);
  for (guint k = 0; k < N_ROWS; k++)
    {
      if (isfinite (from[k]) && isfinite (to[k]))
        draw_bar (page, &plot, &rows, from[k], to[k], k);
    }
  draw_ticks (self, page, &plot, &rows, from);
  for (guint k = N_ROWS; k > 0; k--)
    {
      if (isfinite (from[k - 1]) && isfinite (to[k - 1]))
        put_row (page, &plot, area, &rows, k - 1, words[k - 1], from[k - 1], to[k - 1]);
    }
  put_letters (self, page, &plot, &rows, from, to);

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_AXIS);
  ob_page_rule (page, ob_plot_get_x (&plot, 0), plot.rect.y, ob_plot_get_x (&plot, 0),
                plot.rect.y + plot.rect.height);
  cairo_restore (page->cr);
  for (guint k = 0; k < N_ROWS; k++)
    g_free (words[k]);
}

static char *
driver_chart_describe (ObChart *self)
{
  guint quarter = get_quarter (self);
  g_autofree char *when = ob_quarter_format (self->results->run.start_year, quarter);
  GString *text = g_string_new (NULL);

  /* Translators: a quarter: "Q1 2027". */
  g_string_append_printf (text, _ ("Drivers of the risk in %s."), when);
  for (guint k = 0; k < N_ROWS; k++)
    {
      double value = k < OB_N_RISK_PARTS ? self->results->run.series[ob_risk_parts[k]][quarter]
                                         : ob_risk_parts_get_sum (&self->results->run, quarter);
      g_autofree char *number = ob_quantity_format_signed (OB_UNIT_LOG_ODDS, value);
      g_autofree char *words = get_words (self, k);

      /* Translators: a driver of the risk, its number, a sentence about it. */
      g_string_append_printf (text, C_ ("risk", " %s: %s. %s"), get_name (k), number, words);
    }

  return g_string_free (text, FALSE);
}

static void
driver_chart_write_csv (ObChart *self, GString *csv)
{
  const double start[N_ROWS] = { 0 };
  double ends[OB_N_PINS][N_ROWS];
  double from[N_ROWS];
  double to[N_ROWS];

  stack (&self->results->run, get_quarter (self), from, to);
  g_string_append (csv, "part,log_odds,from,to");
  for (guint pin = 0; self->ghosts != NULL && pin < OB_N_PINS; pin++)
    {
      get_pin_ends (self, pin, get_quarter (self), start, ends[pin]);
      if (self->ghosts->results[pin] != NULL)
        g_string_append_printf (csv, ",%s_log_odds", ob_pin_get_letter (pin));
    }
  g_string_append_c (csv, '\n');
  for (guint k = 0; k < N_ROWS; k++)
    {
      double values[] = { to[k], from[k], to[k] };

      if (k < OB_N_RISK_PARTS)
        values[0] = self->results->run.series[ob_risk_parts[k]][get_quarter (self)];
      g_string_append (csv, k < OB_N_RISK_PARTS ? ob_series_get_id (ob_risk_parts[k]) : "sum");
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        ob_csv_append_cell (csv, values[i]);
      for (guint pin = 0; self->ghosts != NULL && pin < OB_N_PINS; pin++)
        {
          if (self->ghosts->results[pin] != NULL)
            ob_csv_append_cell (csv, ends[pin][k]);
        }
      g_string_append_c (csv, '\n');
    }
}

const ObChartClass ob_driver_chart_class = {
  .id = "drivers",
  .title = NC_ ("chart", "What drives the chance of a crash"),
  .update = driver_chart_update,
  .draw = driver_chart_draw,
  .has_ghosts = TRUE,
  .describe = driver_chart_describe,
  .write_csv = driver_chart_write_csv,
};
