/* ob-risk-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-risk-parts.h"
#include "ob-risk-words.h"
#include "ob-time-chart.h"
#include "ob-time-crowd.h"
#include "ob-time-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lower or narrower areas show the chances alone, px. */
#define MIN_PARTS_HEIGHT 330.
#define MIN_PARTS_WIDTH  320.
/* The height of the drivers' panel, of all. */
#define PARTS_SHARE 0.42

static const ObSeries series[] = {
  OB_SERIES_CRASH_CUMULATIVE,
  OB_SERIES_CRASH_2Y,
};

/* Zones are told by their words and by lines; the tint only helps. */
static void
draw_zones (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  ObColor color = page->theme->category[1];

  for (guint i = 1; i < OB_N_RISK_ZONES; i++)
    {
      /* Whole pixels: Cairo fills those many times faster. */
      double top = floor (ob_plot_get_y (plot, ob_risk_zones[i].to));
      double bottom = floor (ob_plot_get_y (plot, ob_risk_zones[i].from));

      color.alpha = 0.05 * i;
      cairo_rectangle (page->cr, plot->rect.x, top, plot->rect.width, bottom - top);
      ob_page_set_color (page, &color);
      ob_page_cairo_fill (page);
    }
}

static void put_zones (ObChart *self, const ObPage *page, const ObPlot *plot);

static const ObTimeSpec spec = {
  .scale = OB_SCALE_LINEAR,
  .unit = OB_UNIT_SHARE,
  .axis_title = NC_ ("axis", "Chance"),
  .series = series,
  .n_series = G_N_ELEMENTS (series),
  .share = TRUE,
  .draw_under = draw_zones,
  .draw_over = put_zones,
};

/* The word for each, where the fewest lines are. */
static void
put_zones (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  static const double places[] = { 0, 1, 0.5, 0.75, 0.25 };
  static const double heights[] = { 0.5, 0.3, 0.7 };
  const double margin = page->size * 0.5;

  for (guint i = 0; i < OB_N_RISK_ZONES; i++)
    {
      const ObRiskZone *zone = &ob_risk_zones[i];
      ObLabel labels[G_N_ELEMENTS (places) * G_N_ELEMENTS (heights)];

      for (guint k = 0; k < G_N_ELEMENTS (labels); k++)
        {
          const double place = places[k % G_N_ELEMENTS (places)];
          const double height = heights[k / G_N_ELEMENTS (places)];

          labels[k] = (ObLabel){
            .text = ob_risk_zone_get_name (i),
            .style = OB_TEXT_SMALL,
            .color = &page->theme->role[OB_ROLE_MUTED],
            .halo = &page->theme->role[OB_ROLE_BACKGROUND],
            .x = plot->rect.x + margin + place * (plot->rect.width - 2 * margin),
            .y = ob_plot_get_y (plot, zone->from + height * (zone->to - zone->from)),
            .x_align = place,
            .y_align = 0.5,
          };
        }
      ob_time_crowd_put_label (self, &spec, page, plot, labels, G_N_ELEMENTS (labels));
    }
}

static void
risk_chart_update (ObChart *self)
{
  ob_time_chart_update (self, &spec);
  ob_risk_parts_update (self);
}

static void
risk_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  ObRect upper = *area;
  ObRect lower = *area;
  double left;
  double right;
  double lower_left;
  double lower_right;

  if (area->height < MIN_PARTS_HEIGHT || area->width < MIN_PARTS_WIDTH)
    {
      ob_time_chart_get_margins (self, &spec, page, area, &left, &right);
      ob_time_chart_draw (self, &spec, page, area, left, right, FALSE);
      return;
    }

  lower.height = area->height * PARTS_SHARE;
  lower.y += area->height - lower.height;
  upper.height -= lower.height;

  ob_time_chart_get_margins (self, &spec, page, &upper, &left, &right);
  ob_risk_parts_get_margins (self, page, &lower, &lower_left, &lower_right);
  left = MAX (left, lower_left);
  right = MAX (right, lower_right);
  ob_risk_parts_draw (self, page, &lower, left, right);
  ob_time_chart_draw (self, &spec, page, &upper, left, right, TRUE);
}

static char *
risk_chart_describe (ObChart *self)
{
  const ObRun *run = &self->results->run;
  const double *near = run->series[OB_SERIES_CRASH_2Y];
  g_autofree char *five = ob_quantity_format (OB_UNIT_SHARE, run->metric[OB_METRIC_BUBBLE_RISK]);
  g_autofree char *first = ob_quantity_format (OB_UNIT_SHARE, near[0]);
  g_autofree char *peak = NULL;
  g_autofree char *when = NULL;
  g_autofree char *chance = NULL;
  guint highest = 0;
  guint up = 0;
  guint down = 0;

  for (guint i = 1; i < OB_N_QUARTERS; i++)
    {
      if (near[i] > near[highest])
        highest = i;
    }
  for (guint k = 1; k < OB_N_RISK_PARTS; k++)
    {
      if (run->series[ob_risk_parts[k]][0] > run->series[ob_risk_parts[up]][0])
        up = k;
      if (run->series[ob_risk_parts[k]][0] < run->series[ob_risk_parts[down]][0])
        down = k;
    }

  peak = ob_quantity_format (OB_UNIT_SHARE, near[highest]);
  when = ob_quarter_format (run->start_year, highest);
  /* Translators: three chances in percent; the quarter of the highest goes with
   * the third. */
  chance = g_strdup_printf (_ ("The chance of a crash in the first five years is %s. Within two "
                               "years it is %s at the start and at most %s, in %s."),
                            five, first, peak, when);

  if (run->series[ob_risk_parts[up]][0] <= 0 || run->series[ob_risk_parts[down]][0] >= 0)
    return g_steal_pointer (&chance);

  /* Translators: two names of drivers of the risk, such as "Valuation". */
  return g_strdup_printf (
    _ ("%s At the start what raises it most is: %s; what lowers it most: %s."), chance,
    ob_series_get_label (ob_risk_parts[up]), ob_series_get_label (ob_risk_parts[down]));
}

static void
risk_chart_write_csv (ObChart *self, GString *csv)
{
  static const ObSeries all[] = {
    OB_SERIES_CRASH_CUMULATIVE, OB_SERIES_CRASH_2Y,         OB_SERIES_PART_VALUATION,
    OB_SERIES_PART_CREDIT,      OB_SERIES_PART_FUNDAMENTAL, OB_SERIES_PART_CIRCULAR,
    OB_SERIES_PART_IDLE,        OB_SERIES_PART_EARNINGS,    OB_SERIES_PART_BACKSTOP,
  };

  ob_time_table_write (self, all, G_N_ELEMENTS (all), FALSE, csv);
}

const ObChartClass ob_risk_chart_class = {
  .id = "risk",
  .title = NC_ ("chart", "Chance of a crash"),
  .spec = &spec,
  .has_ghosts = TRUE,
  .update = risk_chart_update,
  .draw = risk_chart_draw,
  .describe = risk_chart_describe,
  .write_csv = risk_chart_write_csv,
};
