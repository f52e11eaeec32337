/* ob-time-ghosts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-csv.h"
#include "ob-line-mark.h"
#include "ob-time-ghosts.h"

#include <math.h>

#define QUARTERS_A_YEAR 4
/* A letter is tried at so many places from the end of its line, this far apart. */
#define MAX_PLACES    10
#define PLACE_SPACING 3

static const ObRun *
get_run (ObChart *self, guint pin)
{
  return self->ghosts != NULL && self->ghosts->results[pin] != NULL
           ? &self->ghosts->results[pin]->run
           : NULL;
}

int
ob_time_ghosts_get_shift (ObChart *self, guint pin)
{
  const ObRun *run = get_run (self, pin);

  return run != NULL ? (run->start_year - self->results->run.start_year) * QUARTERS_A_YEAR : 0;
}

void
ob_time_ghosts_extend (ObChart *self,
                       const ObTimeSpec *spec,
                       double from,
                       double to,
                       double *min,
                       double *max)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const ObRun *run = get_run (self, pin);
      int shift = ob_time_ghosts_get_shift (self, pin);

      for (guint k = 0; run != NULL && k < spec->n_series; k++)
        {
          const double *values = run->series[spec->series[k]];

          for (int i = (int) CLAMP (floor (from) - shift, 0, OB_N_QUARTERS);
               i < (int) CLAMP (ceil (to) - shift, 0, OB_N_QUARTERS); i++)
            {
              if (!isfinite (values[i]) || (spec->scale == OB_SCALE_LOG && values[i] <= 0))
                continue;
              *min = MIN (*min, values[i]);
              *max = MAX (*max, values[i]);
            }
        }
    }
}

void
ob_time_ghosts_draw (ObChart *self, const ObTimeSpec *spec, const ObPage *page, const ObPlot *plot)
{
  for (guint pin = OB_N_PINS; pin > 0; pin--)
    {
      const ObRun *run = get_run (self, pin - 1);
      int shift = ob_time_ghosts_get_shift (self, pin - 1);
      double x[OB_N_QUARTERS];

      if (run == NULL)
        continue;

      for (guint i = 0; i < OB_N_QUARTERS; i++)
        x[i] = ob_time_chart_get_x ()[i] + shift;
      for (guint k = spec->n_series; k > 0; k--)
        ob_line_mark_draw_pin (page, plot, x, run->series[spec->series[k - 1]], OB_N_QUARTERS,
                               pin - 1);
    }
}

/* On the line; @beside: or else beside it, where it lies under another. */
static void
put_letter (const ObPage *page,
            const ObPlot *plot,
            const double *values,
            int shift,
            guint pin,
            gboolean beside)
{
  double end = CLAMP (floor (plot->x.max - 0.5) - shift, -1, OB_N_QUARTERS - 1);
  ObLabel label = {
    .text = ob_pin_get_letter (pin),
    .style = OB_TEXT_LABEL_BOLD,
    .color = &page->theme->pin[pin],
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x_align = 0.5,
    .y_align = 0.5,
  };

  for (guint try = 0; try < (beside ? 2 : 1) * MAX_PLACES; try++)
    {
      int i = (int) end - (int) (try % MAX_PLACES) * PLACE_SPACING;

      if (i < 0)
        continue;
      label.x = ob_plot_get_x (plot, i + 0.5 + shift) - page->size * 0.5;
      if (!ob_scale_accepts (&plot->y, values[i]))
        continue;
      label.y = ob_plot_get_y (plot, values[i]);
      if (try < MAX_PLACES ? ob_page_put_label (page, &label)
                           : ob_page_put_label_near (page, &label, page->size * 0.4, try % 2 == 0))
        return;
    }
}

void
ob_time_ghosts_put_labels (ObChart *self,
                           const ObTimeSpec *spec,
                           const ObPage *page,
                           const ObPlot *plot)
{
  for (guint k = 0; k < spec->n_series; k++)
    {
      for (guint pin = 0; pin < OB_N_PINS; pin++)
        {
          const ObRun *run = get_run (self, pin);

          if (run != NULL)
            put_letter (page, plot, run->series[spec->series[k]],
                        ob_time_ghosts_get_shift (self, pin), pin, k == 0);
        }
    }
}

void
ob_time_ghosts_append_header (ObChart *self, const ObSeries *series, guint n_series, GString *csv)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      for (guint k = 0; get_run (self, pin) != NULL && k < n_series; k++)
        g_string_append_printf (csv, ",%s_%s", ob_pin_get_letter (pin),
                                ob_series_get_id (series[k]));
    }
}

void
ob_time_ghosts_append_row (ObChart *self,
                           const ObSeries *series,
                           guint n_series,
                           int quarter,
                           GString *csv)
{

  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const ObRun *run = get_run (self, pin);
      int i = quarter - ob_time_ghosts_get_shift (self, pin);

      for (guint k = 0; run != NULL && k < n_series; k++)
        {
          if (i >= 0 && i < OB_N_QUARTERS)
            ob_csv_append_cell (csv, run->series[series[k]][i]);
          else
            g_string_append_c (csv, ',');
        }
    }
}
