/* ob-power-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-band-mark.h"
#include "ob-quantity.h"
#include "ob-time-chart.h"

#include <glib/gi18n-lib.h>

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
    .x = ob_plot_get_x (plot, most + 0.5),
    .y = ob_plot_get_y (plot, run->series[OB_SERIES_ENERGISED_GW][most]),
  };
  ob_page_put_label_near (page, &label, page->size * 1.1, FALSE);
}

static const ObTimeSpec spec = {
  .scale = OB_SCALE_LINEAR,
  .unit = OB_UNIT_GW,
  .series = series,
  .n_series = G_N_ELEMENTS (series),
  .zero = TRUE,
  .draw_under = draw_stranded,
  .draw_over = put_stranded_label,
};

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

  ob_time_chart_write_csv (self, all, G_N_ELEMENTS (all), FALSE, csv);
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
