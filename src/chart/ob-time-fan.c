/* ob-time-fan.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-time-fan.h"

#include "ob-band-mark.h"
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
  guint first = 0;

  while (first < spec->n_series && get_fan (self, spec->series[first], 0) == NULL)
    first++;
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

  if (self->results->sample == NULL)
    return NULL;

  for (guint k = 0; k < spec->n_series; k++)
    {
      g_autofree char *range = ob_time_fan_format_range (self, spec->series[k], spec->unit, last);
      g_autofree char *when = NULL;

      if (range == NULL)
        continue;

      when = ob_quarter_format (self->results->run.start_year, last);
      /* Translators: the name of a series, a quarter, a range of values. */
      return g_strdup_printf (
        _ ("Of draws from the ranges of the inputs, 90 %% have %s in %s within "
           "%s."),
        ob_series_get_label (spec->series[k]), when, range);
    }

  return NULL;
}
