/* ob-time-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-end-labels.h"
#include "ob-line-mark.h"
#include "ob-marker.h"
#include "ob-quantity.h"
#include "ob-time-axis.h"
#include "ob-time-chart.h"
#include "ob-time-crowd.h"
#include "ob-time-fan.h"
#include "ob-time-ghosts.h"
#include "ob-time-history.h"
#include "ob-time-readout.h"
#include "ob-time-ribbon.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUARTERS_A_YEAR 4
/* Narrower areas have no room for it, px. */
#define MIN_HISTORY_WIDTH 200.
#define MIN_VALUES_WIDTH  420.
/* So many lines of text below the top of a rule its label is tried. */
#define MAX_RULE_LINES 3

const double *
ob_time_chart_get_x (void)
{
  static double x[OB_N_QUARTERS];
  static gsize once;

  if (g_once_init_enter (&once))
    {
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        x[i] = i + 0.5;
      g_once_init_leave (&once, 1);
    }

  return x;
}

gboolean
ob_time_chart_get_range (ObChart *self, const ObTimeSpec *spec, double *from, double *to)
{
  double first = spec->history ? -(double) ob_time_history_get_years (self) * QUARTERS_A_YEAR : 0;

  *from = MAX (self->shown[0], first);
  *to = MIN (self->shown[1], OB_N_QUARTERS);
  if (self->shown[0] < self->shown[1] && *to - *from >= 1)
    return TRUE;

  *from = first;
  *to = OB_N_QUARTERS;

  return FALSE;
}

gboolean
ob_time_chart_has_quarter (const ObPlot *plot, int quarter)
{
  return quarter + 0.5 >= plot->x.min && quarter + 0.5 <= plot->x.max;
}

int
ob_time_chart_get_last (const ObPlot *plot)
{
  return (int) CLAMP (floor (plot->x.max - 0.5), -1, OB_N_QUARTERS - 1);
}

char *
ob_time_chart_describe_range (ObChart *self, const ObTimeSpec *spec)
{
  int start_year = self->results->run.start_year;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  double from;
  double to;

  if (!ob_time_chart_get_range (self, spec, &from, &to))
    return NULL;

  first = from < 0 ? g_strdup_printf ("%d", start_year + (int) floor (from / QUARTERS_A_YEAR))
                   : ob_quarter_format (start_year, MIN ((guint) floor (from), OB_N_QUARTERS - 1));
  last = to < 1 ? g_strdup_printf ("%d", start_year - 1)
                : ob_quarter_format (start_year, (guint) ceil (to) - 1);

  /* Translators: the part of a chart that is shown: two quarters: "Q1 2027". */
  return g_strdup_printf (_ ("Shown is %s to %s."), first, last);
}

void
ob_time_chart_update (ObChart *self, const ObTimeSpec *spec)
{
  gboolean positive = spec->scale == OB_SCALE_LOG;
  double min = INFINITY;
  double max = -INFINITY;
  double from;
  double to;

  if (spec->share)
    {
      ob_scale_init (&self->range[0].scale, OB_SCALE_LINEAR, 0., 1.);
      self->range[0].is_set = TRUE;
      return;
    }

  ob_time_chart_get_range (self, spec, &from, &to);
  for (guint k = 0; k < spec->n_series; k++)
    {
      const double *values = self->results->run.series[spec->series[k]];

      for (guint i = (guint) floor (MAX (from, 0)); i < (guint) ceil (MAX (to, 0)); i++)
        {
          if (!isfinite (values[i]) || (positive && values[i] <= 0))
            continue;
          min = MIN (min, values[i]);
          max = MAX (max, values[i]);
        }
    }
  ob_time_fan_extend (self, spec, from, to, &min, &max);
  ob_time_crowd_extend (self, spec, from, to, &min, &max);
  if (spec->history)
    ob_time_history_extend (self, spec, from, to, &max);
  ob_time_ghosts_extend (self, spec, from, to, &min, &max);
  if (spec->zero)
    {
      min = MIN (min, 0.);
      max = MAX (max, 0.);
    }

  ob_soft_range_update (&self->range[0], spec->scale, min, max, self->held);
}

guint
ob_time_chart_get_max_ticks (const ObPage *page, ObScaleKind scale, double height)
{
  /* Ticks over decades are few or, with those between, many. */
  if (scale == OB_SCALE_LOG)
    return CLAMP ((int) (height / (page->size * 1.8)), 2, OB_SCALE_MAX_TICKS);

  /* Of two one may fall outside, and one value alone does not make a scale. */
  return CLAMP ((int) (height / (page->size * 2.8)), 3, 9);
}

static guint
make_end_labels (ObChart *self, const ObTimeSpec *spec, const ObPlot *plot, ObEndLabel *ends)
{
  int quarter = ob_time_chart_get_last (plot);
  guint n = 0;

  for (guint k = 0; quarter >= 0 && k < spec->n_series; k++)
    {
      double last = self->results->run.series[spec->series[k]][quarter];

      if (!ob_scale_accepts (&plot->y, last))
        continue;
      ends[n++] = (ObEndLabel){
        .text = ob_series_get_label (spec->series[k]),
        .y = ob_plot_get_y (plot, last),
        .color = &self->theme->category_text[k],
        .part = -1,
      };
    }

  return n;
}

void
ob_time_chart_get_margins (ObChart *self,
                           const ObTimeSpec *spec,
                           const ObPage *page,
                           const ObRect *area,
                           double *left,
                           double *right)
{
  g_auto (ObAxis) axis = { 0 };
  ObPlot plot = { *area, { OB_SCALE_LINEAR, 0, OB_N_QUARTERS }, self->range[0].scale };
  ObEndLabel ends[OB_N_CATEGORIES];
  guint n;

  ob_axis_init (&axis, &self->range[0].scale, spec->unit,
                ob_time_chart_get_max_ticks (page, spec->scale, area->height));
  ob_time_chart_get_range (self, spec, &plot.x.min, &plot.x.max);
  n = make_end_labels (self, spec, &plot, ends);
  *left = MAX (ob_axis_get_label_width (&axis, page->text) + page->size * 0.6,
               ob_time_ribbon_get_margin (page));
  *right = ob_end_labels_get_width (page, ends, n);
}

/* Keeps labels off a vertical line. */
static void
block_line (const ObPage *page, const ObPlot *plot, double x)
{
  const ObRect rect = { ob_plot_get_x (plot, x) - 1, plot->rect.y, 2, plot->rect.height };

  ob_label_placer_block (page->labels, &rect);
}

void
ob_time_chart_put_rule_label (const ObPage *page, const ObPlot *plot, double x, const char *text)
{
  const double middle = ob_plot_get_x (plot, x);
  const double right = plot->rect.x + plot->rect.width;
  const double bottom = plot->rect.y + plot->rect.height;

  if (x < plot->x.min || x > plot->x.max)
    return;

  for (guint place = 0; place < 2 * MAX_RULE_LINES; place++)
    {
      const guint side = place % 2;
      ObLabel label = {
        .text = text,
        .style = OB_TEXT_SMALL,
        .color = &page->theme->role[OB_ROLE_MUTED],
        .halo = &page->theme->role[OB_ROLE_BACKGROUND],
        .x = middle + (side == 0 ? 1 : -1) * page->size * 0.3,
        .y = plot->rect.y + 1,
        .x_align = side,
      };
      const ObRect rect = ob_page_get_label_rect (page, &label);

      label.y += (place / 2) * rect.height;
      if (rect.x >= plot->rect.x && rect.x + rect.width <= right && label.y + rect.height <= bottom
          && ob_page_put_label (page, &label))
        return;
    }
}

void
ob_time_chart_draw_rule (const ObPage *page, const ObPlot *plot, double x)
{
  static const double dash[] = { 3., 3. };
  const double middle = ob_plot_get_x (plot, x);

  if (x < plot->x.min || x > plot->x.max)
    return;

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  cairo_set_dash (page->cr, dash, G_N_ELEMENTS (dash), 0);
  ob_page_set_role (page, OB_ROLE_AXIS);
  ob_page_rule (page, middle, plot->rect.y, middle, plot->rect.y + plot->rect.height);
  cairo_restore (page->cr);
}

static void
put_axis_title (const ObPage *page, const ObAxis *axis, const ObTimeSpec *spec, const ObRect *area)
{
  const char *unit = ob_axis_get_unit_text (axis);
  g_autofree char *both = NULL;
  ObLabel label = {
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x,
    .y = area->y,
  };

  if (spec->axis_title != NULL)
    {
      const char *title = g_dpgettext2 (GETTEXT_PACKAGE, "axis", spec->axis_title);

      /* Translators: title of an axis: what it shows, its unit. */
      both = unit != NULL ? g_strdup_printf (C_ ("axis", "%s, %s"), title, unit) : g_strdup (title);
    }

  label.text = both != NULL ? both : unit;
  if (label.text != NULL)
    ob_page_put_label (page, &label);
}

void
ob_time_chart_draw_cursor (const ObPage *page, const ObPlot *plot, int quarter, double width)
{
  double x = ob_plot_get_x (plot, quarter + 0.5);

  if (!ob_time_chart_has_quarter (plot, quarter))
    return;

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, width);
  ob_page_set_role (page, OB_ROLE_CURSOR);
  ob_page_rule (page, x, plot->rect.y, x, plot->rect.y + plot->rect.height);
  cairo_restore (page->cr);
}

void
ob_time_chart_draw_dots (ObChart *self,
                         const ObTimeSpec *spec,
                         const ObPage *page,
                         const ObPlot *plot,
                         int quarter)
{
  if (!ob_time_chart_has_quarter (plot, quarter))
    return;

  for (guint k = spec->n_series; k > 0; k--)
    {
      double value = self->results->run.series[spec->series[k - 1]][quarter];

      if (ob_scale_accepts (&plot->y, value))
        ob_marker_draw_dot (page, ob_plot_get_x (plot, quarter + 0.5), ob_plot_get_y (plot, value),
                            k - 1);
    }
}

static void
put_cursor_label (ObChart *self, const ObPage *page, const ObPlot *plot, const ObRect *area)
{
  g_autofree char *text = ob_quarter_format (self->results->run.start_year, self->quarter);
  double x = ob_plot_get_x (plot, self->quarter + 0.5);
  static const double aligns[] = { 0.5, 0., 1. };

  for (guint i = 0; i < G_N_ELEMENTS (aligns); i++)
    {
      ObLabel label = {
        .text = text,
        .style = OB_TEXT_LABEL_BOLD,
        .x = x,
        .y = area->y,
        .x_align = aligns[i],
      };

      if (ob_page_put_label (page, &label))
        return;
    }
}

static void
put_cursor_values (ObChart *self, const ObTimeSpec *spec, const ObPage *page, const ObPlot *plot)
{
  if (plot->rect.width < MIN_VALUES_WIDTH)
    return;

  for (guint k = 0; k < spec->n_series; k++)
    {
      double value = self->results->run.series[spec->series[k]][self->quarter];
      g_autofree char *text = NULL;
      ObLabel places[OB_PAGE_N_NEAR];
      ObLabel label;

      if (!ob_scale_accepts (&plot->y, value))
        continue;

      text = ob_quantity_format (spec->unit, value);
      label = (ObLabel){
        .text = text,
        .style = OB_TEXT_LABEL_BOLD,
        .color = &page->theme->category_text[k],
        .halo = &page->theme->role[OB_ROLE_BACKGROUND],
        .x = ob_plot_get_x (plot, self->quarter + 0.5),
        .y = ob_plot_get_y (plot, value),
      };
      ob_page_list_near (&label, page->size * 0.55, FALSE, places);
      ob_time_crowd_put_label (self, spec, page, plot, places, OB_PAGE_N_NEAR);
    }
}

double
ob_time_chart_get_foot (const ObPage *page, double width, double height, guint *n_ribbons)
{
  double years = ob_time_axis_get_height (page);

  g_return_val_if_fail (n_ribbons != NULL, years);

  *n_ribbons = ob_time_ribbon_get_n (page, width, height - years);

  return years + ob_time_ribbon_get_height (page, *n_ribbons);
}

void
ob_time_chart_draw_foot (ObChart *self, const ObPage *page, const ObPlot *plot, guint n_ribbons)
{
  ObPlot ribbons = *plot;

  ob_time_axis_draw (page, plot, self->results->run.start_year, TRUE);
  if (n_ribbons == 0)
    return;

  ribbons.rect.y += plot->rect.height + ob_time_axis_get_height (page);
  ribbons.rect.height = ob_time_ribbon_get_height (page, n_ribbons);
  ob_time_ribbon_draw (self, page, plot, ribbons.rect.y, n_ribbons);
  if (self->quarter >= 0)
    ob_time_chart_draw_cursor (page, &ribbons, self->quarter, 1.5);
}

/* What is being selected is tinted, with an edge on both sides. */
static void
draw_selection (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  double left = ob_plot_get_x (plot, MAX (self->selection[0], plot->x.min));
  double right = ob_plot_get_x (plot, MIN (self->selection[1], plot->x.max));
  double bottom = plot->rect.y + plot->rect.height;
  ObColor color = page->theme->role[OB_ROLE_CURSOR];

  if (!(self->selection[0] < self->selection[1]) || !(left < right))
    return;

  color.alpha = 0.18;
  cairo_save (page->cr);
  cairo_rectangle (page->cr, left, plot->rect.y, right - left, plot->rect.height);
  ob_page_set_color (page, &color);
  ob_page_cairo_fill (page);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_role (page, OB_ROLE_CURSOR);
  ob_page_line (page, left, plot->rect.y, left, bottom);
  ob_page_line (page, right, plot->rect.y, right, bottom);
  cairo_restore (page->cr);
}

static void
lay_out (ObChart *self,
         const ObTimeSpec *spec,
         const ObPage *page,
         const ObRect *area,
         double left,
         double right,
         gboolean lower,
         ObPlot *plot,
         guint *n_ribbons)
{
  g_autofree char *quarter = ob_quarter_format (self->results->run.start_year, 0);
  double top;
  double bottom = page->size * 0.6;
  double from;
  double to;

  /* The letters of a translation may be higher than digits. */
  ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, quarter, NULL, &top);
  top += page->size * 0.7;

  *n_ribbons = 0;
  if (!lower)
    bottom =
      ob_time_chart_get_foot (page, area->width - left - right, area->height - top, n_ribbons);

  plot->rect = (ObRect){ area->x + left, area->y + top, MAX (area->width - left - right, 1),
                         MAX (area->height - top - bottom, 1) };
  if (!ob_time_chart_get_range (self, spec, &from, &to) && plot->rect.width < MIN_HISTORY_WIDTH)
    from = 0;
  ob_scale_init (&plot->x, OB_SCALE_LINEAR, from, to);
  plot->y = self->range[0].scale;

  plot->rect = ob_rect_round_out (&plot->rect);

  self->plot = *plot;
  self->drawn = TRUE;
}

void
ob_time_chart_draw (ObChart *self,
                    const ObTimeSpec *spec,
                    const ObPage *page,
                    const ObRect *area,
                    double left,
                    double right,
                    gboolean lower)
{
  g_auto (ObAxis) axis = { 0 };
  ObEndLabel ends[OB_N_CATEGORIES];
  const double *x = ob_time_chart_get_x ();
  const double counted = floor (4. * self->results->inputs.value[OB_PARAMETER_HORIZON] + 0.5);
  const gboolean horizon = spec->horizon && counted < OB_N_QUARTERS;
  ObPlot plot;
  gboolean selected;
  guint n_ends;
  guint n_ribbons;

  lay_out (self, spec, page, area, left, right, lower, &plot, &n_ribbons);
  selected = self->quarter >= 0 && ob_time_chart_has_quarter (&plot, self->quarter);
  ob_axis_init (&axis, &plot.y, spec->unit,
                ob_time_chart_get_max_ticks (page, spec->scale, plot.rect.height));

  ob_axis_draw_grid (&axis, page, &plot);
  draw_selection (self, page, &plot);
  if (spec->draw_under != NULL)
    spec->draw_under (self, page, &plot);
  ob_time_fan_draw (self, spec, page, &plot);

  /* Labels claim their places in the order of what they matter. */
  put_axis_title (page, &axis, spec, area);
  n_ends = make_end_labels (self, spec, &plot, ends);
  ob_end_labels_draw (page, &plot, ends, n_ends);
  ob_axis_draw_left (&axis, page, &plot);
  if (lower)
    ob_time_axis_draw (page, &plot, self->results->run.start_year, FALSE);
  else
    ob_time_chart_draw_foot (self, page, &plot, n_ribbons);

  if (selected)
    {
      ob_time_chart_draw_cursor (page, &plot, self->quarter, 1.5);
      block_line (page, &plot, self->quarter + 0.5);
    }
  if (plot.x.min < 0)
    ob_time_chart_put_rule_label (page, &plot, 0, C_ ("time axis", "Start"));
  if (horizon)
    ob_time_chart_put_rule_label (page, &plot, counted, C_ ("time axis", "Horizon"));

  ob_time_fan_draw_paths (self, spec, page, &plot);
  if (spec->history)
    ob_time_history_draw (self, spec, page, &plot);
  ob_time_ghosts_draw (self, spec, page, &plot);
  for (guint k = spec->n_series; k > 0; k--)
    ob_line_mark_draw (page, &plot, x, self->results->run.series[spec->series[k - 1]],
                       OB_N_QUARTERS, k - 1);

  if (selected)
    {
      ob_time_chart_draw_dots (self, spec, page, &plot, self->quarter);
      put_cursor_label (self, page, &plot, area);
    }
  ob_time_fan_put_legend (self, spec, page, &plot, area->y);
  for (guint k = 0; k < spec->n_series; k++)
    ob_line_mark_block (page, &plot, x, self->results->run.series[spec->series[k]], OB_N_QUARTERS);
  ob_page_block_around (page, &plot.rect);
  if (spec->draw_over != NULL)
    spec->draw_over (self, page, &plot);
  if (spec->history)
    ob_time_history_put_label (self, spec, page, &plot);
  if (selected)
    put_cursor_values (self, spec, page, &plot);
  ob_time_ghosts_put_labels (self, spec, page, &plot);
  ob_time_fan_put_labels (self, spec, page, &plot);
  if (plot.x.min < 0)
    ob_time_chart_draw_rule (page, &plot, 0);
  if (horizon)
    ob_time_chart_draw_rule (page, &plot, counted);

  ob_time_readout_draw (self, spec, page, &plot, n_ribbons);
}
