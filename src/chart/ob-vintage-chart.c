/* ob-vintage-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-band-mark.h"
#include "ob-chart-private.h"
#include "ob-csv.h"
#include "ob-line-mark.h"
#include "ob-marker.h"
#include "ob-quantity.h"
#include "ob-readout.h"
#include "ob-time-axis.h"
#include "ob-vintage-pins.h"
#include "ob-vintage-words.h"
#include "ob-vintage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUARTERS_A_YEAR 4
/* Lower or narrower areas show the bars alone, px. */
#define MIN_CASH_HEIGHT 300.
#define MIN_CASH_WIDTH  260.
/* The height of the panel of cash, of all. */
#define CASH_SHARE 0.45
/* How much of its colour a bar has that is not selected, on the page's. */
#define FILL_SHARE 0.5

/* The one selected: that of the quarter's year, or the last there is. */
static guint
get_selected (ObChart *self)
{
  return MIN ((guint) MAX (self->quarter, 0) / QUARTERS_A_YEAR, self->n_vintages - 1);
}

/* Running sums of cash, and the age of each in years. */
static void
sum_cash (const ObVintage *vintage, double *age, double *sum)
{
  double total = 0;

  for (guint i = 0; i < vintage->n; i++)
    {
      total += vintage->cash[i];
      age[i] = i / (double) QUARTERS_A_YEAR;
      sum[i] = total;
    }
}

static void
vintage_chart_update (ObChart *self)
{
  const ObInputs *inputs = &self->results->inputs;
  double low = 0;
  /* Room for the words over the line. */
  double high = inputs->value[OB_PARAMETER_WACC] * 1.2;
  double least = 0;
  double most = 0;

  self->n_vintages = ob_vintage_get_n_years (inputs);
  self->vintages = g_renew (ObVintage, self->vintages, self->n_vintages);
  for (guint i = 0; i < self->n_vintages; i++)
    {
      double age[OB_VINTAGE_MAX_QUARTERS];
      double sum[OB_VINTAGE_MAX_QUARTERS];
      ObVintage *vintage = &self->vintages[i];

      ob_vintage_init (vintage, inputs, &self->results->run, i);
      if (vintage->irr_state == OB_IRR_FOUND)
        {
          low = MIN (low, MAX (vintage->irr, -OB_VINTAGE_MAX_RATE));
          high = MAX (high, MIN (vintage->irr, OB_VINTAGE_MAX_RATE));
        }
      sum_cash (vintage, age, sum);
      for (guint k = 0; k < vintage->n; k++)
        {
          least = MIN (least, sum[k]);
          most = MAX (most, sum[k]);
        }
    }

  ob_vintage_pins_extend (self, &low, &high);

  ob_soft_range_update (&self->range[0], OB_SCALE_LINEAR, low, high, self->held);
  ob_soft_range_update (&self->range[1], OB_SCALE_LINEAR, least, most, self->held);
}

static guint
get_max_ticks (const ObPage *page, double height)
{
  return CLAMP ((int) (height / (page->size * 2.6)), 3, 9);
}

/* The room left of both panels, so that they share it. */
static double
get_left (ObChart *self, const ObPage *page, const ObRect *area)
{
  static const ObUnit units[] = { OB_UNIT_SHARE, OB_UNIT_BILLION };
  double left = 0;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_auto (ObAxis) axis = { 0 };

      ob_axis_init (&axis, &self->range[i].scale, units[i], get_max_ticks (page, area->height));
      left = MAX (left, ob_axis_get_label_width (&axis, page->text));
    }

  return left + page->size * 0.6;
}

static ObPlot
make_plot (ObChart *self, const ObPage *page, const ObRect *area, double left, gboolean cash)
{
  double bottom = ob_time_axis_get_height (page);
  double top;
  ObPlot plot;

  ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, _ ("Return a year, %"), NULL, &top);
  top += page->size * 0.7;
  plot.rect = (ObRect){ area->x + left, area->y + top, MAX (area->width - left - page->size, 1),
                        MAX (area->height - top - bottom, 1) };
  plot.rect = ob_rect_round_out (&plot.rect);
  if (cash)
    ob_scale_init (&plot.x, OB_SCALE_LINEAR, 0,
                   ceil ((self->vintages[0].n - 1) / (double) QUARTERS_A_YEAR));
  else
    ob_scale_init (&plot.x, OB_SCALE_LINEAR, 0, OB_N_QUARTERS);
  plot.y = self->range[cash].scale;

  return plot;
}

static void
put_title (const ObPage *page, const ObRect *area, const char *text)
{
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_LABEL_BOLD,
    .x = area->x,
    .y = area->y,
  };

  ob_page_put_label (page, &label);
}

/* Shares of a colour on that of the page, which prints and shows alike. */
static ObColor
mix (const ObPage *page, guint category, double share)
{
  const ObColor *color = &page->theme->category[category];
  const ObColor *ground = &page->theme->role[OB_ROLE_BACKGROUND];

  return (ObColor){
    ground->red + (color->red - ground->red) * share,
    ground->green + (color->green - ground->green) * share,
    ground->blue + (color->blue - ground->blue) * share,
    1,
  };
}

static ObRect
get_bar (ObChart *self, const ObPlot *plot, guint i)
{
  const double rate = CLAMP (self->vintages[i].irr, plot->y.min, plot->y.max);
  const double x0 = ob_plot_get_x (plot, i * QUARTERS_A_YEAR + 0.4);
  const double x1 = ob_plot_get_x (plot, (i + 1) * QUARTERS_A_YEAR - 0.4);
  const double y0 = ob_plot_get_y (plot, 0);
  const double y1 = ob_plot_get_y (plot, rate);

  return (ObRect){ x0, MIN (y0, y1), MAX (x1 - x0, 1), MAX (fabs (y1 - y0), 1) };
}

static void
draw_bars (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  const double wacc = self->results->inputs.value[OB_PARAMETER_WACC];

  cairo_save (page->cr);
  for (guint i = 0; i < self->n_vintages; i++)
    {
      const ObVintage *vintage = &self->vintages[i];
      const guint category = vintage->irr >= wacc ? 0 : 1;
      const gboolean selected = i == get_selected (self);
      ObColor color = mix (page, category, selected ? 1 : FILL_SHARE);
      ObRect bar;

      if (vintage->irr_state != OB_IRR_FOUND)
        continue;
      bar = get_bar (self, plot, i);
      cairo_rectangle (page->cr, bar.x, bar.y, bar.width, bar.height);
      ob_page_set_color (page, &color);
      ob_page_cairo_fill (page);
      if (selected || ob_theme_kind_is_high_contrast (page->theme->kind))
        {
          cairo_rectangle (page->cr, bar.x, bar.y, bar.width, bar.height);
          ob_page_set_role (page, OB_ROLE_TEXT);
          cairo_set_line_width (page->cr, selected ? 1.5 : 1);
          ob_page_cairo_stroke (page);
        }
    }
  cairo_restore (page->cr);
}

/* What stands over bars: the selected one's first, then as many as have room. */
static void
put_rate (ObChart *self, const ObPage *page, const ObPlot *plot, guint i)
{
  const ObVintage *vintage = &self->vintages[i];
  g_autofree char *text = ob_vintage_words_format_rate (vintage);
  const gboolean found = vintage->irr_state == OB_IRR_FOUND;
  const gboolean below = found && vintage->irr < 0;
  const double capital = ob_plot_get_y (plot, self->results->inputs.value[OB_PARAMETER_WACC]);
  ObRect rect;
  ObLabel label = {
    .text = text,
    .style = i == get_selected (self) ? OB_TEXT_LABEL_BOLD : OB_TEXT_SMALL,
    .x = ob_plot_get_x (plot, (i + 0.5) * QUARTERS_A_YEAR),
    .y = ob_plot_get_y (plot, 0) - 3,
    .x_align = 0.5,
    .y_align = below ? 0 : 1,
    .halo = i == get_selected (self) ? &page->theme->role[OB_ROLE_BACKGROUND] : NULL,
  };

  if (found)
    {
      const ObRect bar = get_bar (self, plot, i);

      label.y = below ? bar.y + bar.height + 3 : bar.y - 3;
      /* On the line of the cost of capital rather than under it. */
      rect = ob_page_get_label_rect (page, &label);
      if (!below && rect.y < capital + 2 && rect.y + rect.height > capital - 2)
        label.y = capital - 2;
    }
  if (ob_page_put_label (page, &label) || i != get_selected (self))
    return;

  /* The first bar is narrower than its number. */
  label.x = ob_plot_get_x (plot, i * QUARTERS_A_YEAR) + 1;
  label.x_align = 0;
  if (ob_page_put_label (page, &label))
    return;

  /* And one that goes down may leave no room below it. */
  label.x = ob_plot_get_x (plot, (i + 0.5) * QUARTERS_A_YEAR);
  label.x_align = 0.5;
  label.y = ob_plot_get_y (plot, 0) - 3;
  label.y_align = 1;
  ob_page_put_label (page, &label);
}

/* What the bars are measured by. */
static void
put_cost_of_capital (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  const double wacc = self->results->inputs.value[OB_PARAMETER_WACC];
  g_autofree char *rate = ob_quantity_format (OB_UNIT_SHARE, wacc);
  g_autofree char *text = NULL;
  ObLabel label = {
    .style = OB_TEXT_SMALL,
    .x = plot->rect.x + plot->rect.width,
    .y = ob_plot_get_y (plot, wacc) - 2,
    .x_align = 1,
    .y_align = 1,
  };

  /* Translators: a rate in percent. */
  text = g_strdup_printf (_ ("Cost of capital %s"), rate);
  label.text = text;
  ob_page_put_label (page, &label);
}

static void
draw_cost_of_capital (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  static const double dash[] = { 5., 3. };
  const double y = ob_plot_get_y (plot, self->results->inputs.value[OB_PARAMETER_WACC]);

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.5);
  cairo_set_dash (page->cr, dash, G_N_ELEMENTS (dash), 0);
  ob_page_set_role (page, OB_ROLE_TEXT);
  ob_page_rule (page, plot->rect.x, y, plot->rect.x + plot->rect.width, y);
  cairo_restore (page->cr);
}

/* Why there are no bars on the right. */
static void
put_end (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  const double from = ob_plot_get_x (plot, self->n_vintages * QUARTERS_A_YEAR + 0.4);
  ObLabel label = {
    .text = _ ("Later ones outlive the projection"),
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = plot->rect.x + plot->rect.width,
    .y = ob_plot_get_y (plot, 0) - 3,
    .x_align = 1,
    .y_align = 1,
    .max_width = MAX (plot->rect.x + plot->rect.width - from, 1),
    .text_align = PANGO_ALIGN_RIGHT,
  };

  if (label.max_width > page->size * 5)
    ob_page_put_label (page, &label);
}

static void
draw_returns (ObChart *self, const ObPage *page, const ObRect *area, const ObPlot *plot)
{
  g_auto (ObAxis) axis = { 0 };

  ob_axis_init (&axis, &plot->y, OB_UNIT_SHARE, get_max_ticks (page, plot->rect.height));
  ob_axis_draw_grid (&axis, page, plot);
  draw_bars (self, page, plot);
  put_title (page, area, _ ("Return a year, %"));
  ob_axis_draw_left (&axis, page, plot);
  ob_time_axis_draw (page, plot, self->results->run.start_year, TRUE);
  ob_page_block_around (page, &plot->rect);
  put_cost_of_capital (self, page, plot);
  put_rate (self, page, plot, get_selected (self));
  put_end (self, page, plot);
  for (guint i = 0; i < self->n_vintages; i++)
    {
      if (i != get_selected (self))
        put_rate (self, page, plot, i);
    }
  ob_vintage_pins_put_labels (self, page, plot);
  draw_cost_of_capital (self, page, plot);
  ob_vintage_pins_draw (self, page, plot);
}

static void
put_payback (const ObVintage *vintage, const ObPage *page, const ObPlot *plot)
{
  g_autofree char *years = NULL;
  g_autofree char *text = NULL;
  ObLabel label = {
    .text = _ ("Not paid back in its life"),
    .style = OB_TEXT_LABEL_BOLD,
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x = plot->rect.x + plot->rect.width / 2,
    .y = ob_plot_get_y (plot, 0),
  };

  if (vintage->payback >= 0)
    {
      years = ob_quantity_format (OB_UNIT_YEAR, vintage->payback / QUARTERS_A_YEAR);
      /* Translators: a number of years with its unit. */
      text = g_strdup_printf (_ ("Paid back after %s"), years);
      label.text = text;
      label.x = ob_plot_get_x (plot, vintage->payback / QUARTERS_A_YEAR);
      ob_marker_draw_dot (page, label.x, label.y, 0);
    }
  ob_page_put_label_near (page, &label, page->size * 0.7, FALSE);
}

static void
draw_cash (ObChart *self, const ObPage *page, const ObRect *area, const ObPlot *plot)
{
  const ObVintage *vintage = &self->vintages[get_selected (self)];
  g_auto (ObAxis) years = { 0 };
  g_auto (ObAxis) axis = { 0 };
  g_autofree char *title = NULL;
  double age[OB_VINTAGE_MAX_QUARTERS];
  double sum[OB_VINTAGE_MAX_QUARTERS];

  sum_cash (vintage, age, sum);
  ob_axis_init (&axis, &plot->y, OB_UNIT_BILLION, get_max_ticks (page, plot->rect.height));
  ob_axis_init (&years, &plot->x, OB_UNIT_YEAR,
                CLAMP ((int) (plot->rect.width / (page->size * 4)), 2, 12));
  ob_axis_draw_grid (&axis, page, plot);
  ob_band_mark_draw_signed (page, plot, age, sum, vintage->n, &page->theme->role[OB_ROLE_LOSS],
                            &page->theme->role[OB_ROLE_GAIN]);

  /* Translators: a year; the sum is in billions, the age runs along the axis. */
  title = g_strdup_printf (_ ("Cash of 1 GW ordered in %d, $ bn, by years of age"), vintage->year);
  put_title (page, area, title);
  ob_axis_draw_left (&axis, page, plot);
  ob_axis_draw_bottom (&years, page, plot);
  ob_line_mark_draw (page, plot, age, sum, vintage->n, 0);
  ob_line_mark_block (page, plot, age, sum, vintage->n);
  ob_page_block_around (page, &plot->rect);
  put_payback (vintage, page, plot);
}

static void
read_return (ObChart *self, const ObPage *page, const ObPlot *plot, double x, double y)
{
  const double quarter = ob_scale_from_unit (&plot->x, (x - plot->rect.x) / plot->rect.width);
  const guint i = (guint) CLAMP (quarter / QUARTERS_A_YEAR, 0, OB_N_QUARTERS);

  if (i < self->n_vintages)
    ob_vintage_words_read (&self->vintages[i], page, x, y);
}

/* The one that is picked with the keyboard: a frame around its place, and its card. */
static void
read_item (ObChart *self, const ObPage *page, const ObPlot *plot, guint i)
{
  const double x0 = floor (ob_plot_get_x (plot, i * QUARTERS_A_YEAR)) + 0.5;
  const double x1 = floor (ob_plot_get_x (plot, (i + 1) * QUARTERS_A_YEAR)) - 0.5;

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_TEXT);
  cairo_rectangle (page->cr, x0, plot->rect.y + 0.5, x1 - x0, plot->rect.height - 1);
  ob_page_cairo_stroke (page);
  cairo_restore (page->cr);
  ob_vintage_words_read (&self->vintages[i], page, (x0 + x1) / 2,
                         plot->rect.y + plot->rect.height * 0.4);
}

static void
read_cash (ObChart *self, const ObPage *page, const ObPlot *plot, double x, double y)
{
  g_auto (ObReadout) readout = { 0 };
  const ObVintage *vintage = &self->vintages[get_selected (self)];
  const double years = ob_scale_from_unit (&plot->x, (x - plot->rect.x) / plot->rect.width);
  const guint i = MIN ((guint) MAX (years * QUARTERS_A_YEAR, 0), vintage->n - 1);
  double age[OB_VINTAGE_MAX_QUARTERS];
  double sum[OB_VINTAGE_MAX_QUARTERS];

  sum_cash (vintage, age, sum);
  readout.title = ob_quantity_format (OB_UNIT_YEAR, age[i]);
  ob_readout_add (&readout, _ ("Cash in the quarter"),
                  ob_quantity_format (OB_UNIT_BILLION, vintage->cash[i]), -1);
  ob_readout_add (&readout, _ ("Cash so far"), ob_quantity_format (OB_UNIT_BILLION, sum[i]), -1);
  ob_readout_draw (&readout, page, x, y);
}

static void
vintage_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  const gboolean both = area->height >= MIN_CASH_HEIGHT && area->width >= MIN_CASH_WIDTH;
  const double left = get_left (self, page, area);
  ObRect upper = *area;
  ObRect lower = *area;
  ObPlot plot;
  ObPlot cash;
  double x;
  double y;

  if (both)
    {
      lower.height = area->height * CASH_SHARE - page->size * 0.6;
      lower.y += area->height - lower.height;
      upper.height = area->height * (1 - CASH_SHARE);
    }

  plot = make_plot (self, page, &upper, left, FALSE);
  self->plot = plot;
  self->drawn = TRUE;
  /* First the lower one, whose labels no others keep inside theirs. */
  if (both)
    {
      ObLabelPlacer *labels = page->labels;
      ObPage half = *page;

      cash = make_plot (self, page, &lower, left, TRUE);
      half.labels = ob_label_placer_new ();
      ob_label_placer_reset (half.labels, page->width, page->height);
      draw_cash (self, &half, &lower, &cash);
      ob_label_placer_merge (labels, half.labels);
      ob_label_placer_free (half.labels);
    }
  draw_returns (self, page, &upper, &plot);

  if (ob_chart_get_hover (self, &plot, &x, &y))
    read_return (self, page, &plot, x, y);
  else if (both && ob_chart_get_hover (self, &cash, &x, &y))
    read_cash (self, page, &cash, x, y);
  else if (ob_chart_get_item (self) >= 0)
    read_item (self, page, &plot, (guint) ob_chart_get_item (self));
}

static guint
vintage_chart_get_n_items (ObChart *self)
{
  return self->n_vintages;
}

static char *
vintage_chart_describe (ObChart *self)
{
  const ObVintage *vintages = self->vintages;
  const ObVintage *selected = &vintages[get_selected (self)];
  const ObVintage *best = NULL;
  g_autofree char *rate = ob_vintage_words_format_rate (selected);
  g_autofree char *value = ob_quantity_format (OB_UNIT_BILLION, selected->npv);
  g_autofree char *capital =
    ob_quantity_format (OB_UNIT_SHARE, self->results->inputs.value[OB_PARAMETER_WACC]);
  g_autofree char *highest = NULL;
  g_autofree char *said = NULL;
  g_autofree char *more = NULL;

  for (guint i = 0; i < self->n_vintages; i++)
    {
      if (vintages[i].irr_state == OB_IRR_FOUND && (best == NULL || vintages[i].irr > best->irr))
        best = &vintages[i];
    }

  if (selected->irr_state == OB_IRR_FOUND)
    /* Translators: a year, a rate in percent, a sum of money, a rate. */
    said = g_strdup_printf (_ ("A gigawatt ordered in %d returns %s a year and is worth %s at a "
                               "cost of capital of %s."),
                            selected->year, rate, value, capital);
  else
    /* Translators: a year, a sum of money, a rate. */
    said = g_strdup_printf (_ ("A gigawatt ordered in %d has no single rate of return and is worth "
                               "%s at a cost of capital of %s."),
                            selected->year, value, capital);
  if (best == NULL)
    return g_steal_pointer (&said);

  highest = ob_vintage_words_format_rate (best);
  /* Translators: a year and a rate. */
  more = g_strdup_printf (_ ("The best is one of %d, with %s."), best->year, highest);
  return g_strdup_printf (C_ ("sentences", "%s %s"), said, more);
}

/* A row for each quarter of age; what is said of a vintage as a whole is in all
 * of its rows. Ages and paybacks are in years. */
static void
vintage_chart_write_csv (ObChart *self, GString *csv)
{
  g_string_append (csv, "order_year,irr,npv,payback,age,cash,cumulative_cash");
  ob_vintage_pins_append_header (self, csv);
  g_string_append_c (csv, '\n');
  for (guint i = 0; i < self->n_vintages; i++)
    {
      const ObVintage *vintage = &self->vintages[i];
      double age[OB_VINTAGE_MAX_QUARTERS];
      double sum[OB_VINTAGE_MAX_QUARTERS];

      sum_cash (vintage, age, sum);
      for (guint k = 0; k < vintage->n; k++)
        {
          g_string_append_printf (csv, "%d", vintage->year);
          ob_csv_append_cell (csv, vintage->irr);
          ob_csv_append_cell (csv, vintage->npv);
          ob_csv_append_cell (csv, vintage->payback < 0 ? NAN : vintage->payback / QUARTERS_A_YEAR);
          ob_csv_append_cell (csv, age[k]);
          ob_csv_append_cell (csv, vintage->cash[k]);
          ob_csv_append_cell (csv, sum[k]);
          ob_vintage_pins_append_cells (self, i, csv);
          g_string_append_c (csv, '\n');
        }
    }
}

const ObChartClass ob_vintage_chart_class = {
  .id = "vintages",
  .title = NC_ ("chart", "Return of a gigawatt by year of order"),
  .update = vintage_chart_update,
  .update_ghosts = ob_vintage_pins_update,
  .has_ghosts = TRUE,
  .draw = vintage_chart_draw,
  .describe = vintage_chart_describe,
  .write_csv = vintage_chart_write_csv,
  .one_year = TRUE,
  .by_quarter = TRUE,
  .get_n_items = vintage_chart_get_n_items,
  .describe_item = ob_vintage_words_describe_item,
};
