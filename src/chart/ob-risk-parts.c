/* ob-risk-parts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-bar-mark.h"
#include "ob-end-labels.h"
#include "ob-risk-parts.h"
#include "ob-time-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const ObSeries ob_risk_parts[OB_N_RISK_PARTS] = {
  OB_SERIES_PART_VALUATION, OB_SERIES_PART_CREDIT, OB_SERIES_PART_FUNDAMENTAL,
  OB_SERIES_PART_CIRCULAR,  OB_SERIES_PART_IDLE,   OB_SERIES_PART_EARNINGS,
  OB_SERIES_PART_BACKSTOP,
};

G_STATIC_ASSERT (OB_N_RISK_PARTS <= OB_N_PARTS);

double
ob_risk_parts_get_sum (const ObRun *run, guint quarter)
{
  double sum = 0;

  g_return_val_if_fail (run != NULL, 0.);
  g_return_val_if_fail (quarter < OB_N_QUARTERS, 0.);

  for (guint k = 0; k < OB_N_RISK_PARTS; k++)
    sum += run->series[ob_risk_parts[k]][quarter];

  return sum;
}

static const double *
get_part (ObChart *self, guint part)
{
  return self->results->run.series[ob_risk_parts[part]];
}

void
ob_risk_parts_update (ObChart *self)
{
  double min = 0;
  double max = 0;

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      double up = 0;
      double down = 0;

      for (guint k = 0; k < OB_N_RISK_PARTS; k++)
        {
          double value = get_part (self, k)[i];

          up += MAX (value, 0);
          down += MIN (value, 0);
        }
      min = MIN (min, down);
      max = MAX (max, up);
    }

  ob_soft_range_update (&self->range[1], OB_SCALE_LINEAR, min, max, self->held);
}

/* The parts that are there, the one that matters most first, with the place of
 * the middle of each in the last bar. */
static guint
collect (ObChart *self, const ObPlot *plot, guint order[OB_N_RISK_PARTS], ObEndLabel *ends)
{
  double weights[OB_N_RISK_PARTS];
  double places[OB_N_RISK_PARTS];
  double stacks[2] = { 0, 0 };
  int quarter = MAX (ob_time_chart_get_last (plot), 0);
  guint n = 0;

  for (guint k = 0; k < OB_N_RISK_PARTS; k++)
    {
      const double *values = get_part (self, k);
      double last = values[quarter];
      double *stack = &stacks[last < 0];
      guint at = n;

      places[k] = *stack + last / 2;
      *stack += last;
      weights[k] = 0;
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        weights[k] += fabs (values[i]);
      if (weights[k] == 0)
        continue;

      for (; at > 0 && weights[order[at - 1]] < weights[k]; at--)
        order[at] = order[at - 1];
      order[at] = k;
      n++;
    }

  for (guint i = 0; i < n; i++)
    ends[i] = (ObEndLabel){
      .text = ob_series_get_label (ob_risk_parts[order[i]]),
      .y = ob_plot_get_y (plot, places[order[i]]),
      .color = &self->theme->role[OB_ROLE_TEXT],
      .part = order[i],
    };

  return n;
}

static const char *
get_title (void)
{
  return _ ("What drives it, log-odds");
}

static ObPlot
make_plot (ObChart *self,
           const ObPage *page,
           const ObRect *area,
           double left,
           double right,
           guint *n_ribbons)
{
  double bottom;
  double top;
  double from;
  double to;
  ObPlot plot;

  ob_text_measure (page->text, OB_TEXT_SMALL, get_title (), NULL, &top);
  top += page->size * 0.7;
  bottom = ob_time_chart_get_foot (page, area->width - left - right, area->height - top, n_ribbons);
  plot.rect = (ObRect){ area->x + left, area->y + top, MAX (area->width - left - right, 1),
                        MAX (area->height - top - bottom, 1) };
  plot.rect = ob_rect_round_out (&plot.rect);
  ob_time_chart_get_range (self, self->klass->spec, &from, &to);
  ob_scale_init (&plot.x, OB_SCALE_LINEAR, from, to);
  plot.y = self->range[1].scale;

  return plot;
}

void
ob_risk_parts_get_margins (ObChart *self,
                           const ObPage *page,
                           const ObRect *area,
                           double *left,
                           double *right)
{
  g_auto (ObAxis) axis = { 0 };
  guint n_ribbons;
  ObPlot plot = make_plot (self, page, area, 0, 0, &n_ribbons);
  ObEndLabel ends[OB_N_RISK_PARTS];
  guint order[OB_N_RISK_PARTS];
  guint n = collect (self, &plot, order, ends);

  ob_axis_init (&axis, &plot.y, OB_UNIT_LOG_ODDS,
                MAX ((int) (plot.rect.height / (page->size * 2.4)), 2));
  *left = ob_axis_get_label_width (&axis, page->text) + page->size * 0.6;
  *right = ob_end_labels_get_width (page, ends, n);
}

void
ob_risk_parts_draw (ObChart *self,
                    const ObPage *page,
                    const ObRect *area,
                    double left,
                    double right)
{
  g_auto (ObAxis) axis = { 0 };
  guint n_ribbons;
  ObPlot plot = make_plot (self, page, area, left, right, &n_ribbons);
  ObEndLabel ends[OB_N_RISK_PARTS];
  guint order[OB_N_RISK_PARTS];
  const double *parts[OB_N_RISK_PARTS];
  guint fills[OB_N_RISK_PARTS];
  guint n = collect (self, &plot, order, ends);
  ObLabel title = {
    .text = get_title (),
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x,
    .y = area->y,
  };

  for (guint k = 0; k < OB_N_RISK_PARTS; k++)
    {
      parts[k] = get_part (self, k);
      fills[k] = k;
    }

  ob_axis_init (&axis, &plot.y, OB_UNIT_LOG_ODDS,
                MAX ((int) (plot.rect.height / (page->size * 2.4)), 2));
  ob_axis_draw_grid (&axis, page, &plot);
  ob_bar_mark_draw (page, &plot, parts, fills, OB_N_RISK_PARTS, OB_N_QUARTERS);

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_AXIS);
  ob_page_rule (page, plot.rect.x, ob_plot_get_y (&plot, 0), plot.rect.x + plot.rect.width,
                ob_plot_get_y (&plot, 0));
  cairo_restore (page->cr);

  ob_page_put_label (page, &title);
  ob_end_labels_draw (page, &plot, ends, n);
  ob_axis_draw_left (&axis, page, &plot);
  ob_time_chart_draw_foot (self, page, &plot, n_ribbons);

  if (self->quarter >= 0)
    ob_time_chart_draw_cursor (page, &plot, self->quarter, 1.5);
}
