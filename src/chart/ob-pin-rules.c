/* ob-pin-rules.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-pin-rules.h"

#include "ob-csv.h"

#include <math.h>

/* Between letters that stand side by side, px. */
#define LETTER_GAP 6.

static gboolean
has_pin (ObChart *self, guint pin)
{
  return self->ghosts != NULL && self->ghosts->results[pin] != NULL;
}

/* NaN where there is none. */
static double
get_value (ObChart *self, guint pin, ObMetric metric)
{
  return has_pin (self, pin) ? self->ghosts->results[pin]->run.metric[metric] : NAN;
}

static gboolean
is_shown (const ObPlot *plot, double value)
{
  return isfinite (value) && value >= plot->x.min && value <= plot->x.max;
}

double
ob_pin_rules_get_height (ObChart *self, const ObPage *page)
{
  double height = 0;

  if (self->ghosts != NULL && self->ghosts->n > 0)
    ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, ob_pin_get_letter (0), NULL, &height);

  return ceil (height);
}

void
ob_pin_rules_extend (ObChart *self, ObMetric metric, double *min, double *max)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const double value = get_value (self, pin, metric);

      if (!isfinite (value))
        continue;
      *min = MIN (*min, value);
      *max = MAX (*max, value);
    }
}

void
ob_pin_rules_draw (ObChart *self, const ObPage *page, const ObPlot *plot, ObMetric metric)
{
  for (guint pin = OB_N_PINS; pin-- > 0;)
    {
      const double value = get_value (self, pin, metric);
      const double x = ob_plot_get_x (plot, value);

      if (!is_shown (plot, value))
        continue;

      ob_page_pin_rule (page, pin, x, plot->rect.y, x, plot->rect.y + plot->rect.height);
    }
}

void
ob_pin_rules_put_labels (ObChart *self, const ObPage *page, const ObPlot *plot, ObMetric metric)
{
  double centres[OB_N_PINS];
  double sizes[OB_N_PINS];
  guint pins[OB_N_PINS];
  guint n = 0;

  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const double value = get_value (self, pin, metric);
      double width;

      if (!is_shown (plot, value))
        continue;
      ob_text_measure (page->text, OB_TEXT_LABEL_BOLD, ob_pin_get_letter (pin), &width, NULL);
      pins[n] = pin;
      centres[n] = ob_plot_get_x (plot, value);
      sizes[n++] = width + LETTER_GAP;
    }

  ob_label_placer_spread (centres, sizes, n, plot->rect.x - page->size,
                          plot->rect.x + plot->rect.width + page->size);
  for (guint i = 0; i < n; i++)
    {
      const ObLabel label = {
        .text = ob_pin_get_letter (pins[i]),
        .style = OB_TEXT_LABEL_BOLD,
        .color = &page->theme->pin[pins[i]],
        .x = centres[i],
        .y = plot->rect.y,
        .x_align = 0.5,
        .y_align = 1,
      };

      ob_page_put_label (page, &label);
    }
}

void
ob_pin_rules_append_header (ObChart *self, ObMetric metric, GString *csv)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      if (has_pin (self, pin))
        g_string_append_printf (csv, ",%s_%s", ob_pin_get_letter (pin), ob_metric_get_id (metric));
    }
}

void
ob_pin_rules_append_cells (ObChart *self, ObMetric metric, GString *csv)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const double value = get_value (self, pin, metric);

      if (!has_pin (self, pin))
        continue;
      ob_csv_append_cell (csv, value);
    }
}

void
ob_pin_rules_append_rows (ObChart *self, ObMetric metric, GString *csv)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const double value = get_value (self, pin, metric);

      if (!isfinite (value))
        continue;
      g_string_append_printf (csv, "%s-%s", ob_pin_get_letter (pin), ob_metric_get_id (metric));
      ob_csv_append_cell (csv, value);
      ob_csv_append_cell (csv, value);
      g_string_append (csv, ",\n");
    }
}
