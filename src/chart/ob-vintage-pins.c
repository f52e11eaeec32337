/* ob-vintage-pins.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-vintage-pins.h"

#include "ob-csv.h"

#include <math.h>

#define QUARTERS_A_YEAR 4
#define N_YEARS         (OB_N_QUARTERS / QUARTERS_A_YEAR)

void
ob_vintage_pins_update (ObChart *self)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const ObResults *results = self->ghosts != NULL ? self->ghosts->results[pin] : NULL;
      guint n = results != NULL ? ob_vintage_get_n_years (&results->inputs) : 0;

      for (guint i = 0; i < G_N_ELEMENTS (self->pin_rates[pin]); i++)
        {
          g_autofree ObVintage *vintage = i < n ? g_new (ObVintage, 1) : NULL;

          self->pin_rates[pin][i] = NAN;
          if (vintage == NULL)
            continue;
          ob_vintage_init (vintage, &results->inputs, &results->run, i);
          if (vintage->irr_state == OB_IRR_FOUND)
            self->pin_rates[pin][i] = vintage->irr;
        }
    }
}

static gboolean
has_pin (ObChart *self, guint pin)
{
  return self->ghosts != NULL && self->ghosts->results[pin] != NULL;
}

/* The rate of a pin's vintage of the same calendar year; NaN: none. */
static double
find_pin_rate (ObChart *self, guint pin, guint i)
{
  int k;

  if (!has_pin (self, pin))
    return NAN;

  k = (int) i + self->results->run.start_year - self->ghosts->results[pin]->run.start_year;

  return k >= 0 && k < (int) G_N_ELEMENTS (self->pin_rates[pin]) ? self->pin_rates[pin][k] : NAN;
}

/* The same, as far as the scale goes. */
static double
get_pin_rate (ObChart *self, guint pin, guint i)
{
  const double rate = find_pin_rate (self, pin, i);

  return CLAMP (rate, -OB_VINTAGE_MAX_RATE, OB_VINTAGE_MAX_RATE);
}

void
ob_vintage_pins_append_header (ObChart *self, GString *csv)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      if (has_pin (self, pin))
        g_string_append_printf (csv, ",%s_irr", ob_pin_get_letter (pin));
    }
}

void
ob_vintage_pins_append_cells (ObChart *self, guint i, GString *csv)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      if (has_pin (self, pin))
        ob_csv_append_cell (csv, find_pin_rate (self, pin, i));
    }
}

void
ob_vintage_pins_extend (ObChart *self, double *low, double *high)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      for (guint i = 0; i < N_YEARS; i++)
        {
          const double rate = get_pin_rate (self, pin, i);

          if (!isfinite (rate))
            continue;
          *low = MIN (*low, rate);
          *high = MAX (*high, rate);
        }
    }
}

void
ob_vintage_pins_put_labels (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      for (int i = N_YEARS - 1; i >= 0; i--)
        {
          const double rate = get_pin_rate (self, pin, i);
          const ObLabel label = {
            .text = ob_pin_get_letter (pin),
            .style = OB_TEXT_LABEL_BOLD,
            .color = &page->theme->pin[pin],
            .halo = &page->theme->role[OB_ROLE_BACKGROUND],
            .x = ob_plot_get_x (plot, (i + 0.5) * QUARTERS_A_YEAR),
            .y = ob_plot_get_y (plot, rate),
            .x_align = 0.5,
            .y_align = 0.5,
          };

          if (isfinite (rate) && ob_page_put_label (page, &label))
            break;
        }
    }
}

void
ob_vintage_pins_draw (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      for (guint i = 0; i < N_YEARS; i++)
        {
          const double rate = get_pin_rate (self, pin, i);
          const double y = ob_plot_get_y (plot, rate);

          if (isfinite (rate))
            ob_page_pin_rule (page, pin, ob_plot_get_x (plot, i * QUARTERS_A_YEAR), y,
                              ob_plot_get_x (plot, (i + 1) * QUARTERS_A_YEAR), y);
        }
    }
}
