/* ob-cash-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-band-mark.h"
#include "ob-marker.h"
#include "ob-quantity.h"
#include "ob-time-chart.h"
#include "ob-time-table.h"

#include <glib/gi18n-lib.h>

/* Narrower plots leave the lowest point without a label, px. */
#define MIN_LOWEST_WIDTH 200.

static const ObSeries series[] = { OB_SERIES_CUMULATIVE_CASH };

static guint
get_lowest (ObChart *self)
{
  const double *cash = self->results->run.series[OB_SERIES_CUMULATIVE_CASH];
  guint lowest = 0;

  for (guint i = 1; i < OB_N_QUARTERS; i++)
    {
      if (cash[i] < cash[lowest])
        lowest = i;
    }

  return lowest;
}

static void
draw_areas (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  ob_band_mark_draw_signed (page, plot, ob_time_chart_get_x (),
                            self->results->run.series[OB_SERIES_CUMULATIVE_CASH], OB_N_QUARTERS,
                            &page->theme->role[OB_ROLE_LOSS], &page->theme->role[OB_ROLE_GAIN]);
}

static void
put_payback (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  const ObRun *run = &self->results->run;
  int payback = run->metric[OB_METRIC_PAYBACK];
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  ObLabel label = {
    .style = OB_TEXT_LABEL_BOLD,
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .y = ob_plot_get_y (plot, 0.),
  };

  if (payback < 0)
    {
      label.text = _ ("Never pays back within the horizon");
      label.x = plot->rect.x + plot->rect.width / 2;
      label.x_align = 0.5;
      label.y -= page->size * 0.3;
      label.y_align = 1;
      if (label.y - page->size * 1.4 < plot->rect.y)
        {
          label.y += page->size * 0.6;
          label.y_align = 0;
        }
      label.max_width = plot->rect.width;
      label.text_align = PANGO_ALIGN_CENTER;
      ob_page_put_label (page, &label);
      return;
    }

  if (!ob_time_chart_has_quarter (plot, payback))
    return;

  label.x = ob_plot_get_x (plot, payback + 0.5);
  cairo_save (page->cr);
  cairo_new_path (page->cr);
  cairo_arc (page->cr, label.x, label.y, ob_marker_get_radius (page) * 0.8, 0, 2 * G_PI);
  ob_page_set_role (page, OB_ROLE_BACKGROUND);
  ob_page_fill_preserve (page);
  ob_page_set_role (page, OB_ROLE_TEXT);
  cairo_set_line_width (page->cr, 2.);
  ob_page_cairo_stroke (page);
  cairo_restore (page->cr);

  when = ob_quarter_format (run->start_year, payback);
  /* Translators: a quarter: "Q2 2044". */
  text = g_strdup_printf (_ ("Paid back %s"), when);
  label.text = text;
  ob_page_put_label_near (page, &label, page->size, FALSE);
}

static void
put_lowest (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  const ObRun *run = &self->results->run;
  guint lowest = get_lowest (self);
  double value = run->series[OB_SERIES_CUMULATIVE_CASH][lowest];
  g_autofree char *amount = NULL;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  ObLabel label;

  if (value >= 0 || plot->rect.width < MIN_LOWEST_WIDTH
      || !ob_time_chart_has_quarter (plot, (int) lowest))
    return;

  amount = ob_quantity_format (OB_UNIT_BILLION, value);
  when = ob_quarter_format (run->start_year, lowest);
  /* Translators: the lowest point of a line: a sum of money, a quarter. */
  text = g_strdup_printf (_ ("Lowest: %s, %s"), amount, when);
  label = (ObLabel){
    .text = text,
    .style = OB_TEXT_LABEL,
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x = ob_plot_get_x (plot, lowest + 0.5),
    .y = ob_plot_get_y (plot, value),
  };
  ob_marker_draw_dot (page, label.x, label.y, 0);
  ob_page_put_label_near (page, &label, page->size * 0.7, TRUE);
}

static void
put_labels (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  put_payback (self, page, plot);
  put_lowest (self, page, plot);
}

static const ObTimeSpec spec = {
  .scale = OB_SCALE_LINEAR,
  .unit = OB_UNIT_BILLION,
  .series = series,
  .n_series = G_N_ELEMENTS (series),
  .zero = TRUE,
  .horizon = TRUE,
  .draw_under = draw_areas,
  .draw_over = put_labels,
};

static void
cash_chart_update (ObChart *self)
{
  ob_time_chart_update (self, &spec);
}

static void
cash_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  double left;
  double right;

  ob_time_chart_get_margins (self, &spec, page, area, &left, &right);
  ob_time_chart_draw (self, &spec, page, area, left, right, FALSE);
}

static char *
cash_chart_describe (ObChart *self)
{
  const ObRun *run = &self->results->run;
  const double *cash = run->series[OB_SERIES_CUMULATIVE_CASH];
  guint lowest = get_lowest (self);
  int payback = run->metric[OB_METRIC_PAYBACK];
  g_autofree char *amount = ob_quantity_format (OB_UNIT_BILLION, cash[lowest]);
  g_autofree char *when = ob_quarter_format (run->start_year, lowest);
  g_autofree char *paid = NULL;

  if (payback < 0)
    /* Translators: a sum of money and a quarter: "Q2 2034". */
    return g_strdup_printf (
      _ ("Cumulative cash is lowest at %s in %s and is not paid back within the horizon."), amount,
      when);

  paid = ob_quarter_format (run->start_year, payback);
  return g_strdup_printf (_ ("Cumulative cash is lowest at %s in %s and is paid back in %s."),
                          amount, when, paid);
}

static void
cash_chart_write_csv (ObChart *self, GString *csv)
{
  ob_time_table_write (self, series, G_N_ELEMENTS (series), FALSE, csv);
}

const ObChartClass ob_cash_chart_class = {
  .id = "cash",
  .title = NC_ ("chart", "Cumulative cash"),
  .spec = &spec,
  .has_ghosts = TRUE,
  .update = cash_chart_update,
  .draw = cash_chart_draw,
  .describe = cash_chart_describe,
  .write_csv = cash_chart_write_csv,
};
