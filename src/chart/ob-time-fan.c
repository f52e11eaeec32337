/* ob-time-fan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-time-fan.h"

#include "ob-band-mark.h"
#include "ob-csv.h"
#include "ob-line-mark.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Each band lies on those around it, so that the middle is the darkest. */
#define BAND_ALPHA 0.13
/* Narrower plots have no room for words about bands, px. */
#define MIN_LABEL_WIDTH 260.

static const double *
get_fan (ObChart *self, ObSeries series, guint level)
{
  const ObSample *sample = self->results->sample;

  return sample != NULL ? ob_sample_get_fan (sample, series, level) : NULL;
}

void
ob_time_fan_extend (ObChart *self,
                    const ObTimeSpec *spec,
                    double from,
                    double to,
                    double *min,
                    double *max)
{
  for (guint k = 0; k < spec->n_series; k++)
    {
      const double *low = get_fan (self, spec->series[k], 0);
      const double *high = get_fan (self, spec->series[k], OB_SAMPLE_N_LEVELS - 1);

      if (low == NULL)
        continue;
      for (guint i = (guint) floor (MAX (from, 0)); i < (guint) ceil (MAX (to, 0)); i++)
        {
          if (spec->scale != OB_SCALE_LOG || low[i] > 0)
            *min = MIN (*min, low[i]);
          *max = MAX (*max, high[i]);
        }
    }
}

void
ob_time_fan_draw (ObChart *self, const ObTimeSpec *spec, const ObPage *page, const ObPlot *plot)
{
  for (guint k = spec->n_series; k > 0; k--)
    {
      const ObSeries series = spec->series[k - 1];
      ObColor color = page->theme->category[k - 1];

      color.alpha = BAND_ALPHA;
      for (guint band = 0; band < OB_SAMPLE_N_BANDS; band++)
        {
          const double *low = get_fan (self, series, band);
          const double *high = get_fan (self, series, OB_SAMPLE_N_LEVELS - 1 - band);

          if (low != NULL)
            ob_band_mark_draw (page, plot, ob_time_chart_get_x (), low, high, OB_N_QUARTERS,
                               &color);
        }
    }
}

guint
ob_time_fan_get_n_paths (ObChart *self)
{
  const ObResults *results = self->results;

  return results->sample != NULL && results->overlay.single_draws
           ? ob_sample_get_n_paths (results->sample)
           : 0;
}

void
ob_time_fan_draw_paths (ObChart *self,
                        const ObTimeSpec *spec,
                        const ObPage *page,
                        const ObPlot *plot)
{
  const guint n = ob_time_fan_get_n_paths (self);

  for (guint k = spec->n_series; k > 0; k--)
    {
      const ObSeries series = spec->series[k - 1];
      const double *paths[OB_FAN_MAX_PATHS];

      if (get_fan (self, series, 0) == NULL)
        continue;

      for (guint i = 0; i < n; i++)
        paths[i] = ob_sample_get_path (self->results->sample, series, i);
      ob_line_mark_draw_thin (page, plot, ob_time_chart_get_x (), paths, n, OB_N_QUARTERS, k - 1);
    }

  /* Other lines differ from them in colour. */
  for (guint k = 0; n > 0 && k < spec->n_series; k++)
    {
      if (get_fan (self, spec->series[k], 0) != NULL)
        ob_line_mark_draw_casing (page, plot, ob_time_chart_get_x (),
                                  self->results->run.series[spec->series[k]], OB_N_QUARTERS);
    }
}

/* The first line that has a fan; the number of lines if none has. */
static guint
get_first (ObChart *self, const ObTimeSpec *spec)
{
  guint first = 0;

  while (first < spec->n_series && get_fan (self, spec->series[first], 0) == NULL)
    first++;

  return first;
}

/* A piece of a line such as that of a draw, in the middle of @rect. */
static void
draw_sample (const ObPage *page, const ObRect *rect, guint category)
{
  static const double x[] = { 0, 1 };
  static const double y[] = { 0.5, 0.5 };
  const double *const line = y;
  const ObPlot plot = { *rect, { OB_SCALE_LINEAR, 0, 1 }, { OB_SCALE_LINEAR, 0, 1 } };

  ob_line_mark_draw_thin (page, &plot, x, &line, 1, G_N_ELEMENTS (x), category);
}

void
ob_time_fan_put_legend (ObChart *self,
                        const ObTimeSpec *spec,
                        const ObPage *page,
                        const ObPlot *plot,
                        double y)
{
  const guint n = ob_time_fan_get_n_paths (self);
  const guint first = get_first (self, spec);
  const double length = page->size * 1.6;
  const double gap = page->size * 0.4;
  g_autofree char *text = NULL;
  ObLabel label = {
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .y = y,
  };

  if (n == 0 || first == spec->n_series)
    return;

  /* Translators: what thin lines on a chart are: so many of all draws. */
  text =
    g_strdup_printf (C_ ("fan", "%'u of %'u draws"), n, (guint) self->results->sample->n_draws);
  label.text = text;
  for (double from_right = 0; from_right < plot->rect.width; from_right += page->size)
    {
      ObRect rect;

      label.x_align = 1;
      label.x = plot->rect.x + plot->rect.width - from_right;
      rect = ob_page_get_label_rect (page, &label);
      rect.x -= length + gap;
      rect.width += length + gap;
      if (rect.x < plot->rect.x || !ob_label_placer_is_free (page->labels, &rect)
          || !ob_page_put_label (page, &label))
        continue;

      ob_label_placer_block (page->labels, &rect);
      rect.width = length;
      draw_sample (page, &rect, first);
      return;
    }
}

/* The quarter in the plot where the upper edge of a band is furthest from the next
 * one inwards, on the page. */
static guint
find_room (const ObPlot *plot, const double *outer, const double *inner, double *room)
{
  const guint last = (guint) MAX (ob_time_chart_get_last (plot), 0);
  guint best = last;

  *room = 0;
  for (guint i = 0; i <= last; i++)
    {
      double gap;

      if (!ob_time_chart_has_quarter (plot, (int) i) || !ob_scale_accepts (&plot->y, outer[i])
          || !ob_scale_accepts (&plot->y, inner[i]))
        continue;
      gap = ob_plot_get_y (plot, inner[i]) - ob_plot_get_y (plot, outer[i]);
      if (gap > *room)
        {
          *room = gap;
          best = i;
        }
    }

  return best;
}

void
ob_time_fan_put_labels (ObChart *self,
                        const ObTimeSpec *spec,
                        const ObPage *page,
                        const ObPlot *plot)
{
  static const char *const words[OB_SAMPLE_N_BANDS] = {
    /* Translators: parts of a fan chart: so many of all draws lie in there. */
    /* xgettext:no-c-format */
    NC_ ("fan", "90 % of draws"),
    /* xgettext:no-c-format */
    NC_ ("fan", "60 % of draws"),
    /* xgettext:no-c-format */
    NC_ ("fan", "30 % of draws"),
  };
  const guint first = get_first (self, spec);

  if (first == spec->n_series || plot->rect.width < MIN_LABEL_WIDTH)
    return;

  for (guint band = 0; band < OB_SAMPLE_N_BANDS; band++)
    {
      const guint outer = OB_SAMPLE_N_LEVELS - 1 - band;
      const double *edge = get_fan (self, spec->series[first], outer);
      const double *inner = get_fan (self, spec->series[first], outer - 1);
      double room;
      const guint i = find_room (plot, edge, inner, &room);
      ObLabel label = {
        .text = g_dpgettext2 (GETTEXT_PACKAGE, "fan", words[band]),
        .style = OB_TEXT_SMALL,
        .color = &page->theme->category_text[first],
        .halo = &page->theme->role[OB_ROLE_BACKGROUND],
        .x = ob_plot_get_x (plot, i + 0.5),
        .y = (ob_plot_get_y (plot, edge[i]) + ob_plot_get_y (plot, inner[i])) / 2,
        .x_align = 0.5,
        .y_align = 0.5,
      };
      ObRect rect = ob_page_get_label_rect (page, &label);

      /* Near an end of the plot it is set inwards. */
      if (rect.x + rect.width > plot->rect.x + plot->rect.width)
        label.x -= rect.x + rect.width - (plot->rect.x + plot->rect.width);
      if (rect.x < plot->rect.x)
        label.x += plot->rect.x - rect.x;
      if (rect.height <= room)
        ob_page_put_label (page, &label);
    }
}

char *
ob_time_fan_format_range (ObChart *self, ObSeries series, ObUnit unit, guint quarter)
{
  const double *low = get_fan (self, series, 0);
  const double *high = get_fan (self, series, OB_SAMPLE_N_LEVELS - 1);
  g_autofree char *low_text = NULL;
  g_autofree char *high_text = NULL;

  if (low == NULL)
    return NULL;

  low_text = ob_quantity_format (unit, low[quarter]);
  high_text = ob_quantity_format (unit, high[quarter]);

  /* Translators: a range of values, "$600 bn/yr to $900 bn/yr" */
  return g_strdup_printf (_ ("%s to %s"), low_text, high_text);
}

char *
ob_time_fan_describe (ObChart *self, const ObTimeSpec *spec)
{
  const guint last = OB_N_QUARTERS - 1;
  const guint first = get_first (self, spec);
  g_autofree char *range = NULL;
  g_autofree char *when = NULL;
  g_autofree char *bands = NULL;
  g_autofree char *paths = NULL;

  if (first == spec->n_series)
    return NULL;

  range = ob_time_fan_format_range (self, spec->series[first], spec->unit, last);
  when = ob_quarter_format (self->results->run.start_year, last);
  /* Translators: the name of a series, a quarter, a range of values. */
  bands = g_strdup_printf (_ ("Of draws from the ranges of the inputs, 90 %% have %s in %s within "
                              "%s."),
                           ob_series_get_label (spec->series[first]), when, range);
  if (ob_time_fan_get_n_paths (self) == 0)
    return g_steal_pointer (&bands);

  /* Translators: so many of all draws. */
  paths = g_strdup_printf (_ ("Thin lines are the first %u of %u draws, one by one."),
                           ob_time_fan_get_n_paths (self), (guint) self->results->sample->n_draws);

  return g_strdup_printf (C_ ("sentences", "%s %s"), bands, paths);
}

void
ob_time_fan_append_header (ObChart *self, const ObSeries *series, guint n_series, GString *csv)
{
  for (guint k = 0; k < n_series; k++)
    {
      const char *id = ob_series_get_id (series[k]);

      if (get_fan (self, series[k], 0) == NULL)
        continue;
      for (guint level = 0; level < OB_SAMPLE_N_LEVELS; level++)
        g_string_append_printf (csv, ",%s_p%02.0f", id, ob_sample_levels[level] * 100);
      for (guint i = 0; i < ob_time_fan_get_n_paths (self); i++)
        g_string_append_printf (csv, ",%s_draw_%u", id, i);
    }
}

static void
append_value (const double *values, int quarter, GString *csv)
{
  if (quarter >= 0 && quarter < OB_N_QUARTERS)
    ob_csv_append_cell (csv, values[quarter]);
  else
    g_string_append_c (csv, ',');
}

void
ob_time_fan_append_row (ObChart *self,
                        const ObSeries *series,
                        guint n_series,
                        int quarter,
                        GString *csv)
{
  for (guint k = 0; k < n_series; k++)
    {
      if (get_fan (self, series[k], 0) == NULL)
        continue;
      for (guint level = 0; level < OB_SAMPLE_N_LEVELS; level++)
        append_value (get_fan (self, series[k], level), quarter, csv);
      for (guint i = 0; i < ob_time_fan_get_n_paths (self); i++)
        append_value (ob_sample_get_path (self->results->sample, series[k], i), quarter, csv);
    }
}
