/* ob-power-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-band-mark.h"
#include "ob-quantity.h"
#include "ob-time-chart.h"
#include "ob-time-crowd.h"
#include "ob-time-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Less than this is rounding, GW. */
#define NEGLIGIBLE 0.05

static const ObSeries series[] = {
  OB_SERIES_ENERGISED_GW,
  OB_SERIES_INSTALLED_GW,
  OB_SERIES_POWER_LIMIT,
};

static guint
get_most_stranded (ObChart *self)
{
  const double *stranded = self->results->run.series[OB_SERIES_STRANDED_GW];
  guint most = 0;

  for (guint i = 1; i < OB_N_QUARTERS; i++)
    {
      if (stranded[i] > stranded[most])
        most = i;
    }

  return most;
}

static void
draw_stranded (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  const double *energised = self->results->run.series[OB_SERIES_ENERGISED_GW];
  const double *stranded = self->results->run.series[OB_SERIES_STRANDED_GW];
  double top[OB_N_QUARTERS];
  ObColor color = page->theme->category[1];

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    top[i] = energised[i] + stranded[i];

  color.alpha = 0.35;
  ob_band_mark_draw (page, plot, ob_time_chart_get_x (), energised, top, OB_N_QUARTERS, &color);
}

static void put_stranded_label (ObChart *self, const ObPage *page, const ObPlot *plot);

static const ObTimeSpec spec = {
  .scale = OB_SCALE_LINEAR,
  .unit = OB_UNIT_GW,
  .series = series,
  .n_series = G_N_ELEMENTS (series),
  .zero = TRUE,
  .draw_under = draw_stranded,
  .draw_over = put_stranded_label,
};

/* What the area of what is stranded spans above @rect: the lowest point of its upper edge,
 * the highest and the lowest of its lower edge. */
static void
measure_stranded (ObChart *self,
                  const ObPlot *plot,
                  const ObRect *rect,
                  double *upper,
                  double *lower,
                  double *lowest)
{
  const double *energised = self->results->run.series[OB_SERIES_ENERGISED_GW];
  const double *stranded = self->results->run.series[OB_SERIES_STRANDED_GW];

  *upper = -INFINITY;
  *lower = INFINITY;
  *lowest = -INFINITY;
  for (int i = 0; i < OB_N_QUARTERS; i++)
    {
      const double x = ob_plot_get_x (plot, i + 0.5);
      const double y = ob_plot_get_y (plot, energised[i]);

      if (x < rect->x || x > rect->x + rect->width)
        continue;
      *upper = MAX (*upper, ob_plot_get_y (plot, energised[i] + stranded[i]));
      *lower = MIN (*lower, y);
      *lowest = MAX (*lowest, y);
    }
}

/* In the middle of the area, where it has room for it, or close below it. */
static gboolean
put_there (ObChart *self, const ObPage *page, const ObPlot *plot, ObLabel label, gboolean inside)
{
  const double *stranded = self->results->run.series[OB_SERIES_STRANDED_GW];
  ObLabel labels[OB_N_QUARTERS];
  guint n = 0;

  label.x_align = 0.5;
  label.y_align = inside ? 0.5 : 0;
  for (int i = OB_N_QUARTERS - 1; i >= 0; i--)
    {
      ObRect rect;
      double upper;
      double lower;
      double lowest;

      label.x = ob_plot_get_x (plot, i + 0.5);
      rect = ob_page_get_label_rect (page, &label);
      measure_stranded (self, plot, &rect, &upper, &lower, &lowest);
      if (inside ? lower - upper < rect.height : stranded[i] < NEGLIGIBLE)
        continue;
      label.y = inside ? (upper + lower) / 2 : lowest + page->size * 0.2;
      labels[n++] = label;
    }

  return ob_time_crowd_put_label (self, &spec, page, plot, labels, n);
}

static void
put_stranded_label (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  const ObRun *run = &self->results->run;
  guint most = get_most_stranded (self);
  double value = run->series[OB_SERIES_STRANDED_GW][most];
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;
  ObLabel label;

  if (value < NEGLIGIBLE || !ob_time_chart_has_quarter (plot, (int) most))
    return;

  amount = ob_quantity_format (OB_UNIT_GW, value);
  /* Translators: label of an area of a chart; an amount of power: "10 GW". */
  text = g_strdup_printf (_ ("Stranded, up to %s"), amount);
  label = (ObLabel){
    .text = text,
    .style = OB_TEXT_LABEL,
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x = ob_plot_get_x (plot, most + 0.5),
    .y = ob_plot_get_y (plot, run->series[OB_SERIES_ENERGISED_GW][most]),
  };
  /* Above it there are more lines than below. */
  if (!put_there (self, page, plot, label, TRUE) && !put_there (self, page, plot, label, FALSE))
    ob_page_put_label_near (page, &label, page->size * 1.1, FALSE);
}

static void
power_chart_update (ObChart *self)
{
  ob_time_chart_update (self, &spec);
}

static void
power_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  double left;
  double right;

  ob_time_chart_get_margins (self, &spec, page, area, &left, &right);
  ob_time_chart_draw (self, &spec, page, area, left, right, FALSE);
}

static char *
power_chart_describe (ObChart *self)
{
  const ObRun *run = &self->results->run;
  const double *installed = run->series[OB_SERIES_INSTALLED_GW];
  guint most = get_most_stranded (self);
  double stranded = run->series[OB_SERIES_STRANDED_GW][most];
  g_autofree char *first = ob_quantity_format (OB_UNIT_GW, installed[0]);
  g_autofree char *peak = NULL;
  g_autofree char *peak_quarter = NULL;
  g_autofree char *growth = NULL;
  g_autofree char *amount = NULL;
  g_autofree char *when = NULL;
  guint highest = 0;

  for (guint i = 1; i < OB_N_QUARTERS; i++)
    {
      if (installed[i] > installed[highest])
        highest = i;
    }
  peak = ob_quantity_format (OB_UNIT_GW, installed[highest]);
  peak_quarter = ob_quarter_format (run->start_year, highest);
  /* Translators: two amounts of power and a quarter: "Q2 2031". */
  growth = g_strdup_printf (_ ("Installed capacity starts at %s and peaks at %s in %s."), first,
                            peak, peak_quarter);

  if (stranded < NEGLIGIBLE)
    return g_strdup_printf (_ ("%s All of it can be switched on throughout."), growth);

  amount = ob_quantity_format (OB_UNIT_GW, stranded);
  when = ob_quarter_format (run->start_year, most);
  return g_strdup_printf (_ ("%s For want of power up to %s stand stranded, most in %s."), growth,
                          amount, when);
}

static void
power_chart_write_csv (ObChart *self, GString *csv)
{
  static const ObSeries all[] = {
    OB_SERIES_ENERGISED_GW,
    OB_SERIES_INSTALLED_GW,
    OB_SERIES_STRANDED_GW,
    OB_SERIES_POWER_LIMIT,
  };

  ob_time_table_write (self, all, G_N_ELEMENTS (all), FALSE, csv);
}

const ObChartClass ob_power_chart_class = {
  .id = "power",
  .title = NC_ ("chart", "Power installed, switched on and available"),
  .spec = &spec,
  .has_ghosts = TRUE,
  .update = power_chart_update,
  .draw = power_chart_draw,
  .describe = power_chart_describe,
  .write_csv = power_chart_write_csv,
};
