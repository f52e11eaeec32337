/* ob-time-readout.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-readout.h"
#include "ob-time-axis.h"
#include "ob-time-fan.h"
#include "ob-time-history.h"
#include "ob-time-readout.h"
#include "ob-time-ribbon.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define QUARTERS_A_YEAR 4

static gboolean
get_hover (ObChart *self,
           const ObPage *page,
           const ObPlot *plot,
           guint n_ribbons,
           double *x,
           double *y)
{
  ObPlot reach = *plot;

  if (n_ribbons > 0)
    reach.rect.height +=
      ob_time_axis_get_height (page) + ob_time_ribbon_get_height (page, n_ribbons);

  return ob_chart_get_hover (self, &reach, x, y);
}

static void
draw_history (ObChart *self,
              const ObTimeSpec *spec,
              const ObPage *page,
              guint years_before,
              double x,
              double y)
{
  g_auto (ObReadout) readout = { 0 };
  int year = -(int) years_before;

  if (years_before > ob_time_history_get_years (self))
    return;

  readout.title = g_strdup_printf ("%d", self->results->run.start_year + year);
  readout.note = ob_time_history_get_source (self, spec);
  for (guint k = 0; k < spec->n_series; k++)
    {
      const char *name = ob_series_get_label (spec->series[k]);
      double value = NAN;

      if (k == 0)
        value = ob_time_history_get_capex (self, years_before);
      else if (!ob_time_history_get_record (self, spec->series[k], year, &value))
        continue;
      ob_readout_add (&readout, name, ob_quantity_format (spec->unit, value), k);
    }
  ob_readout_draw (&readout, page, x, y);
}

static void
draw_quarter (ObChart *self,
              const ObTimeSpec *spec,
              const ObPage *page,
              const ObPlot *plot,
              int quarter,
              double y)
{
  g_auto (ObReadout) readout = { 0 };
  const ObRun *run = &self->results->run;

  readout.title = ob_quarter_format (run->start_year, quarter);
  for (guint k = 0; k < spec->n_series; k++)
    {
      char *range = ob_time_fan_format_range (self, spec->series[k], spec->unit, (guint) quarter);

      ob_readout_add (&readout, ob_series_get_label (spec->series[k]),
                      ob_quantity_format (spec->unit, run->series[spec->series[k]][quarter]), k);
      if (range != NULL)
        /* xgettext:no-c-format */
        ob_readout_add (&readout, C_ ("fan", "90 % of draws"), range, -1);
    }
  for (guint kind = 0; kind < OB_N_TIME_RIBBONS; kind++)
    ob_readout_add (&readout, ob_time_ribbon_get_title (kind),
                    g_strdup (ob_time_ribbon_get_word (run, kind, quarter)), -1);

  ob_time_chart_draw_cursor (page, plot, quarter, 1.);
  ob_time_chart_draw_dots (self, spec, page, plot, quarter);
  ob_readout_draw (&readout, page, ob_plot_get_x (plot, quarter + 0.5), y);
}

void
ob_time_readout_draw (ObChart *self,
                      const ObTimeSpec *spec,
                      const ObPage *page,
                      const ObPlot *plot,
                      guint n_ribbons)
{
  double x;
  double y;
  double place;

  g_return_if_fail (self != NULL);
  g_return_if_fail (spec != NULL);

  if (!get_hover (self, page, plot, n_ribbons, &x, &y))
    return;

  place = floor (ob_scale_from_unit (&plot->x, (x - plot->rect.x) / plot->rect.width));
  if (place < 0 && spec->history)
    draw_history (self, spec, page, 1 + (guint) floor ((-place - 1) / QUARTERS_A_YEAR), x, y);
  else
    draw_quarter (self, spec, page, plot, CLAMP ((int) place, 0, OB_N_QUARTERS - 1), y);
}

char *
ob_time_readout_describe (ObChart *self, const ObTimeSpec *spec)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  const ObRun *run = &self->results->run;
  g_autofree char *when = NULL;
  g_autofree char *list = NULL;

  if (self->quarter < 0)
    return NULL;

  for (guint k = 0; k < spec->n_series; k++)
    {
      ObSeries series = spec->series[k];
      g_autofree char *value = ob_quantity_format (spec->unit, run->series[series][self->quarter]);

      /* Translators: the name of a series and its value. */
      if (value != NULL)
        g_ptr_array_add (
          items, g_strdup_printf (C_ ("readout", "%s %s"), ob_series_get_label (series), value));
    }
  for (guint kind = 0; kind < OB_N_TIME_RIBBONS; kind++)
    g_ptr_array_add (items,
                     g_strdup_printf (C_ ("readout", "%s %s"), ob_time_ribbon_get_title (kind),
                                      ob_time_ribbon_get_word (run, kind, self->quarter)));
  g_ptr_array_add (items, NULL);

  when = ob_quarter_format (run->start_year, self->quarter);
  /* Translators: between the items of a list. */
  list = g_strjoinv (C_ ("list", ", "), (char **) items->pdata);

  /* Translators: a quarter, and a list of values in it. */
  return g_strdup_printf (C_ ("readout", "%s: %s."), when, list);
}
