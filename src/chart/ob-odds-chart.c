/* ob-odds-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-chart-private.h"
#include "ob-csv.h"
#include "ob-line-mark.h"
#include "ob-pin-rules.h"
#include "ob-quantity.h"
#include "ob-time-axis.h"
#include "ob-time-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* At most so many bars, and one that is begun at either end. */
#define N_BINS   45
#define MAX_BINS 60
/* Lower or narrower areas show the bars alone, px. */
#define MIN_BOTH_HEIGHT 300.
#define MIN_BOTH_WIDTH  240.
/* The height of the panel of paybacks, of all. */
#define LOWER_SHARE 0.45

/* How many draws lie between equal steps of npv, counted from zero: no bar has both
 * gains and losses. */
typedef struct
{
  double step;
  int first;
  guint n;
  double share[MAX_BINS];
} Bins;

static void
count_bins (const ObSample *sample, Bins *bins)
{
  const double least = sample->npv[0];
  const double most = sample->npv[sample->n_draws - 1];

  *bins = (Bins){ .step = ob_scale_get_nice_step (MAX ((most - least) / N_BINS, 1e-6)) };
  bins->first = (int) floor (least / bins->step);
  bins->n = (guint) CLAMP (floor (most / bins->step) - bins->first + 1, 1, MAX_BINS);
  for (gsize i = 0; i < sample->n_draws; i++)
    {
      const double bin = floor (sample->npv[i] / bins->step) - bins->first;

      bins->share[(guint) CLAMP (bin, 0, bins->n - 1)] += 1. / (double) sample->n_draws;
    }
}

static void
odds_chart_update (ObChart *self)
{
  const ObSample *sample = self->results->sample;
  double highest = 0;
  double from;
  double to;
  Bins bins;

  if (sample == NULL)
    return;

  count_bins (sample, &bins);
  for (guint i = 0; i < bins.n; i++)
    highest = MAX (highest, bins.share[i]);
  from = bins.first * bins.step;
  to = (bins.first + (int) bins.n) * bins.step;
  ob_pin_rules_extend (self, OB_METRIC_NPV, &from, &to);
  ob_soft_range_update (&self->range[0], OB_SCALE_LINEAR, from, to, self->held);
  /* Room for words above the bars. */
  ob_soft_range_update (&self->range[1], OB_SCALE_LINEAR, 0, highest * 1.3, self->held);
}

static guint
get_max_ticks (const ObPage *page, double height)
{
  return CLAMP ((int) (height / (page->size * 2.6)), 3, 9);
}

/* The room that a panel takes on its left. */
static double
get_left (const ObPage *page, const ObRect *area, const ObScale *y)
{
  g_auto (ObAxis) axis = { 0 };

  ob_axis_init (&axis, y, OB_UNIT_SHARE, get_max_ticks (page, area->height));

  return ob_axis_get_label_width (&axis, page->text) + page->size * 0.6;
}

static ObPlot
make_plot (const ObPage *page,
           const ObRect *area,
           double left,
           double letters,
           const ObScale *x,
           const ObScale *y)
{
  const double top = page->size * 1.9 + letters;
  const double bottom = ob_time_axis_get_height (page);
  ObPlot plot = { .x = *x, .y = *y };

  plot.rect = (ObRect){ area->x + left, area->y + top, MAX (area->width - left - page->size, 1),
                        MAX (area->height - top - bottom, 1) };
  plot.rect = ob_rect_round_out (&plot.rect);

  return plot;
}

static void
put_title (const ObPage *page, const ObRect *area, const char *text)
{
  ObLabel label = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x,
    .y = area->y,
    .max_width = area->width,
  };

  ob_page_put_label (page, &label);
}

static void
draw_bars (const ObPage *page, const ObPlot *plot, const Bins *bins)
{
  for (guint i = 0; i < bins->n; i++)
    {
      const double from = (bins->first + (int) i) * bins->step;
      const double left = ob_plot_get_x (plot, from) + 0.5;
      const double right = ob_plot_get_x (plot, from + bins->step) - 0.5;
      const double top = ob_plot_get_y (plot, bins->share[i]);
      ObColor color = page->theme->category[from < 0 ? 1 : 0];

      if (bins->share[i] <= 0)
        continue;
      color.alpha = 0.75;
      cairo_rectangle (page->cr, left, top, MAX (right - left, 0.5),
                       plot->rect.y + plot->rect.height - top);
      ob_page_set_color (page, &color);
      ob_page_cairo_fill (page);
    }
}

/* To a tenth of a percent, upwards: it is a bound. */
static char *
format_error (const ObSample *sample, double share)
{
  return ob_quantity_format (OB_UNIT_SHARE,
                             ceil (ob_sample_get_error (sample, share) * 1000) / 1000);
}

/* What part of the draws lies on one side of zero, in words at that side. */
static void
put_side (ObChart *self, const ObPage *page, const ObPlot *plot, gboolean gains)
{
  const ObSample *sample = self->results->sample;
  const double gain = ob_sample_get_chance_of_profit (sample);
  const double zero =
    CLAMP (ob_plot_get_x (plot, 0), plot->rect.x, plot->rect.x + plot->rect.width);
  const double end = gains ? plot->rect.x + plot->rect.width : plot->rect.x;
  g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, gains ? gain : 1 - gain);
  g_autofree char *error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *brief = NULL;
  double line;
  ObLabel label;

  error = format_error (sample, gain);
  /* Translators: a part of all draws and how far off it may be, in percent. */
  text = g_strdup_printf (
    gains ? _ ("Pays back in %s ± %s of draws") : _ ("Loses in %s ± %s of draws"), share, error);
  /* Translators: a part of all draws, in percent, in as few words as can be. */
  brief = g_strdup_printf (gains ? _ ("Pays back in %s") : _ ("Loses in %s"), share);
  label = (ObLabel){
    .text = text,
    .style = OB_TEXT_LABEL_BOLD,
    .color = &page->theme->category_text[gains ? 0 : 1],
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x = end,
    .y = plot->rect.y,
    .x_align = gains ? 1 : 0,
    .max_width = MAX (fabs (end - zero) - page->size * 0.4, page->size * 6),
    .text_align = gains ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
  };
  ob_text_measure (page->text, label.style, text, NULL, &line);
  if (ob_page_get_label_rect (page, &label).height > line * 1.5)
    label.text = brief;
  if ((gains ? gain : 1 - gain) > 0)
    ob_page_put_label (page, &label);
}

static void
draw_histogram (ObChart *self, const ObPage *page, const ObRect *area, const ObPlot *plot)
{
  g_auto (ObAxis) shares = { 0 };
  g_auto (ObAxis) money = { 0 };
  g_autofree char *title = NULL;
  const double npv = self->results->run.metric[OB_METRIC_NPV];
  Bins bins;

  count_bins (self->results->sample, &bins);
  ob_axis_init (&shares, &plot->y, OB_UNIT_SHARE, get_max_ticks (page, plot->rect.height));
  ob_axis_init (&money, &plot->x, OB_UNIT_BILLION,
                CLAMP ((int) (plot->rect.width / (page->size * 5)), 2, 9));
  ob_axis_draw_grid (&shares, page, plot);
  draw_bars (page, plot, &bins);
  /* Translators: title of a chart of bars; %s is the unit of the horizontal axis. */
  title = g_strdup_printf (_ ("Net present value, %s; share of draws, %%"),
                           ob_axis_get_unit_text (&money));
  put_title (page, area, title);
  ob_axis_draw_left (&shares, page, plot);
  ob_axis_draw_bottom (&money, page, plot);
  ob_pin_rules_put_labels (self, page, plot, OB_METRIC_NPV);
  ob_page_block_around (page, &plot->rect);
  put_side (self, page, plot, TRUE);
  put_side (self, page, plot, FALSE);
  ob_time_chart_put_rule_label (page, plot, npv, C_ ("odds", "Scenario"));
  ob_time_chart_draw_rule (page, plot, npv);
  ob_pin_rules_draw (self, page, plot, OB_METRIC_NPV);
}

static void
draw_paybacks (ObChart *self, const ObPage *page, const ObRect *area, const ObPlot *plot)
{
  const ObSample *sample = self->results->sample;
  const double last = sample->payback[OB_N_QUARTERS - 1];
  g_auto (ObAxis) shares = { 0 };
  g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, last);
  g_autofree char *text = NULL;
  ObLabel label = {
    .style = OB_TEXT_LABEL_BOLD,
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x = ob_plot_get_x (plot, OB_N_QUARTERS - 0.5),
    .y = ob_plot_get_y (plot, last),
  };

  ob_axis_init (&shares, &plot->y, OB_UNIT_SHARE, get_max_ticks (page, plot->rect.height));
  ob_axis_draw_grid (&shares, page, plot);
  /* xgettext:no-c-format */
  put_title (page, area, _ ("Cash paid back by then, % of draws"));
  ob_axis_draw_left (&shares, page, plot);
  ob_time_axis_draw (page, plot, sample->start_year, TRUE);
  ob_line_mark_draw (page, plot, ob_time_chart_get_x (), sample->payback, OB_N_QUARTERS, 0);
  ob_line_mark_block (page, plot, ob_time_chart_get_x (), sample->payback, OB_N_QUARTERS);
  ob_page_block_around (page, &plot->rect);

  /* Translators: a part of all draws, in percent. */
  text = g_strdup_printf (_ ("%s in the end"), share);
  label.text = text;
  if (ob_page_put_label_near (page, &label, page->size * 0.6, FALSE))
    return;

  /* There is no room for tall letters above where most draws are paid back, but below
   * the end of a line that rises. */
  label.y = plot->rect.y + plot->rect.height - page->size * 0.4;
  label.x_align = 1;
  label.y_align = 1;
  ob_page_put_label (page, &label);
}

static void
odds_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  const gboolean both = area->height >= MIN_BOTH_HEIGHT && area->width >= MIN_BOTH_WIDTH;
  ObRect upper = *area;
  ObRect lower = *area;
  double left;
  ObPlot plot;

  if (self->results->sample == NULL)
    {
      ob_page_put_message (
        page, area,
        _ ("No input has a range. Give one a range in its menu, or use the published ranges."));
      return;
    }

  left = get_left (page, area, &self->range[1].scale);
  if (both)
    {
      ObLabelPlacer *labels = page->labels;
      ObPage half = *page;
      ObScale quarters, shares;

      lower.height = area->height * LOWER_SHARE - page->size * 0.6;
      lower.y += area->height - lower.height;
      upper.height = area->height * (1 - LOWER_SHARE);
      ob_scale_init (&quarters, OB_SCALE_LINEAR, 0, OB_N_QUARTERS);
      ob_scale_init (&shares, OB_SCALE_LINEAR, 0, 1);
      /* Both panels begin at the same place. */
      left = MAX (left, get_left (page, &lower, &shares));
      plot = make_plot (page, &lower, left, 0, &quarters, &shares);
      /* Its labels are kept inside its plot and those of the other inside theirs. */
      half.labels = ob_label_placer_new ();
      ob_label_placer_reset (half.labels, page->width, page->height);
      draw_paybacks (self, &half, &lower, &plot);
      ob_label_placer_merge (labels, half.labels);
      ob_label_placer_free (half.labels);
    }

  plot = make_plot (page, &upper, left, ob_pin_rules_get_height (self, page), &self->range[0].scale,
                    &self->range[1].scale);
  self->plot = plot;
  self->drawn = TRUE;
  draw_histogram (self, page, &upper, &plot);
}

static char *
odds_chart_describe (ObChart *self)
{
  const ObSample *sample = self->results->sample;
  g_autofree char *chance = NULL;
  g_autofree char *error = NULL;
  g_autofree char *low = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *high = NULL;
  g_autofree char *paid = NULL;
  double gain;

  if (sample == NULL)
    return g_strdup (
      _ ("No input has a range. Give one a range in its menu, or use the published ranges."));

  gain = ob_sample_get_chance_of_profit (sample);
  chance = ob_quantity_format (OB_UNIT_SHARE, gain);
  error = format_error (sample, gain);
  low = ob_quantity_format (OB_UNIT_BILLION,
                            ob_sample_get_quantile (sample->npv, sample->n_draws, 0.05));
  middle = ob_quantity_format (OB_UNIT_BILLION,
                               ob_sample_get_quantile (sample->npv, sample->n_draws, 0.5));
  high = ob_quantity_format (OB_UNIT_BILLION,
                             ob_sample_get_quantile (sample->npv, sample->n_draws, 0.95));
  paid = ob_quantity_format (OB_UNIT_SHARE, sample->payback[OB_N_QUARTERS - 1]);

  /* Translators: a share in percent and how far off it may be; a number of draws; three
   * sums of money; a share. */
  return g_strdup_printf (_ ("The net present value is above zero in %s of draws, give or take %s "
                             "with %u draws; half of them are below %s, nine in ten between %s and "
                             "%s. The cash is paid back in %s of draws."),
                          chance, error, (guint) sample->n_draws, middle, low, high, paid);
}

static void
odds_chart_write_csv (ObChart *self, GString *csv)
{
  const ObSample *sample = self->results->sample;
  Bins bins;

  g_string_append (csv, "what,from,to,share\n");
  if (sample == NULL)
    return;

  count_bins (sample, &bins);
  for (guint i = 0; i < bins.n; i++)
    {
      g_string_append (csv, "npv");
      ob_csv_append_cell (csv, (bins.first + (int) i) * bins.step);
      ob_csv_append_cell (csv, (bins.first + (int) i + 1) * bins.step);
      ob_csv_append_cell (csv, bins.share[i]);
      g_string_append_c (csv, '\n');
    }
  ob_pin_rules_append_rows (self, OB_METRIC_NPV, csv);
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      g_autofree char *quarter = ob_quarter_to_string (sample->start_year, i);

      g_string_append_printf (csv, "payback,,%s", quarter);
      ob_csv_append_cell (csv, sample->payback[i]);
      g_string_append_c (csv, '\n');
    }
}

const ObChartClass ob_odds_chart_class = {
  .id = "odds",
  .title = NC_ ("chart", "Odds, from the ranges of the inputs"),
  .update = odds_chart_update,
  .draw = odds_chart_draw,
  .describe = odds_chart_describe,
  .write_csv = odds_chart_write_csv,
  .has_ghosts = TRUE,
};
