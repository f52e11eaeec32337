/* ob-time-crowd.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-time-crowd.h"

#include "ob-time-fan.h"
#include "ob-time-ghosts.h"

#include <math.h>

/* A series in one of the single draws that have lines. */
static const double *
get_draw (ObChart *self, ObSeries series, guint i)
{
  return ob_sample_get_path (self->results->sample, series, i);
}

void
ob_time_crowd_extend (ObChart *self,
                      const ObTimeSpec *spec,
                      double from,
                      double to,
                      double *min,
                      double *max)
{
  for (guint k = 0; k < spec->n_series; k++)
    {
      for (guint draw = 0; draw < ob_time_fan_get_n_paths (self); draw++)
        {
          const double *values = get_draw (self, spec->series[k], draw);

          if (values == NULL)
            break;
          for (guint i = (guint) floor (MAX (from, 0)); i < (guint) ceil (MAX (to, 0)); i++)
            {
              if (!isfinite (values[i]) || (spec->scale == OB_SCALE_LOG && values[i] <= 0))
                continue;
              *min = MIN (*min, values[i]);
              *max = MAX (*max, values[i]);
            }
        }
    }
}

/* Whether a line over the quarters, @shift later than those of the chart, has a part in
 * @rect. */
static gboolean
runs_through (const ObPlot *plot, const ObRect *rect, const double *values, int shift)
{
  const double from = ob_scale_from_unit (&plot->x, (rect->x - plot->rect.x) / plot->rect.width);
  const double to =
    ob_scale_from_unit (&plot->x, (rect->x + rect->width - plot->rect.x) / plot->rect.width);
  const int first = (int) CLAMP (floor (from - 0.5) - shift, 0, OB_N_QUARTERS);
  const int last = (int) CLAMP (ceil (to - 0.5) - shift, -1, OB_N_QUARTERS - 1);
  double top = INFINITY;
  double bottom = -INFINITY;

  for (int i = first; i <= last; i++)
    {
      double y;

      if (!ob_scale_accepts (&plot->y, values[i]))
        continue;
      y = ob_plot_get_y (plot, values[i]);
      top = MIN (top, y);
      bottom = MAX (bottom, y);
    }

  return top < rect->y + rect->height && bottom > rect->y;
}

guint
ob_time_crowd_count (ObChart *self, const ObTimeSpec *spec, const ObPlot *plot, const ObRect *rect)
{
  guint n = 0;

  g_return_val_if_fail (rect != NULL, 0);

  for (guint k = 0; k < spec->n_series; k++)
    {
      const ObSeries series = spec->series[k];

      n += runs_through (plot, rect, self->results->run.series[series], 0);
      for (guint pin = 0; self->ghosts != NULL && pin < OB_N_PINS; pin++)
        {
          const ObResults *pinned = self->ghosts->results[pin];

          if (pinned != NULL)
            n += runs_through (plot, rect, pinned->run.series[series],
                               ob_time_ghosts_get_shift (self, pin));
        }
      for (guint i = 0; i < ob_time_fan_get_n_paths (self); i++)
        {
          const double *path = get_draw (self, series, i);

          if (path != NULL)
            n += runs_through (plot, rect, path, 0);
        }
    }

  return n;
}

gboolean
ob_time_crowd_put_label (ObChart *self,
                         const ObTimeSpec *spec,
                         const ObPage *page,
                         const ObPlot *plot,
                         const ObLabel *labels,
                         guint n)
{
  guint least = G_MAXUINT;
  guint best = n;

  for (guint i = 0; i < n; i++)
    {
      const ObRect rect = ob_page_get_label_rect (page, &labels[i]);
      const guint count = ob_time_crowd_count (self, spec, plot, &rect);

      if (count >= least || !ob_label_placer_is_free (page->labels, &rect))
        continue;
      least = count;
      best = i;
    }

  return best < n && ob_page_put_label (page, &labels[best]);
}
