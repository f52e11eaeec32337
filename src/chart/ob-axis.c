/* ob-axis.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From here on an axis of billions a year is labelled in trillions: levers go that far. */
#define TRILLIONS_FROM 2000.

static const struct
{
  const char *billions;
  const char *trillions;
} money_units[OB_N_UNITS] = {
  [OB_UNIT_BILLION] = { NC_ ("axis unit", "$ bn"), NC_ ("axis unit", "$ tn") },
  [OB_UNIT_BILLION_PER_YEAR] = { NC_ ("axis unit", "$ bn a year"),
                                 NC_ ("axis unit", "$ tn a year") },
};

static void
append_superscript (GString *string, int number)
{
  static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  g_autofree char *plain = g_strdup_printf ("%d", number);

  for (const char *p = plain; *p != '\0'; p++)
    g_string_append (string, *p == '-' ? "⁻" : digits[*p - '0']);
}

char *
ob_axis_format_number (double value, double step)
{
  GString *string = g_string_new (NULL);
  int decimals;

  if (value < 0)
    g_string_append (string, "−");
  value = fabs (value);

  if (value != 0 && (value >= 1e7 || step < 1e-4))
    {
      int exponent = floor (log10 (value) + 1e-9);
      double mantissa = value / pow (10., exponent);

      if (fabs (mantissa - 1.) > 1e-6)
        g_string_append_printf (string, "%.*f × ",
                                fabs (mantissa - round (mantissa)) > 1e-6 ? 1 : 0, mantissa);
      g_string_append (string, "10");
      append_superscript (string, exponent);

      return g_string_free (string, FALSE);
    }

  decimals = CLAMP (-floor (log10 (step) + 1e-9), 0, 6);
  g_string_append_printf (string, "%'.*f", decimals, value);

  return g_string_free (string, FALSE);
}

char *
ob_axis_format_money (double value)
{
  gboolean trillions = fabs (value) >= 1000.;
  double shown =
    fabs (value) * (trillions ? 0.001 : ob_quantity_get_display_factor (OB_UNIT_BILLION));
  double step = shown > 0 ? pow (10., floor (log10 (shown))) : 1.;
  g_autofree char *number = NULL;

  if (fabs (shown / step - round (shown / step)) > 1e-6)
    step /= 10.;
  number = ob_axis_format_number (shown, step);

  /* Translators: a label on a map; a sign and a number; tn is trillion (10^12). */
  if (trillions)
    return g_strdup_printf (C_ ("axis", "%s$%s tn"), value < 0 ? "−" : "+", number);

  /* Translators: a label on a map; a sign and a number; bn is billion (10^9). */
  return g_strdup_printf (C_ ("axis", "%s$%s bn"), value < 0 ? "−" : "+", number);
}

static double
get_factor (const ObScale *scale, ObUnit unit)
{
  const double most = MAX (fabs (scale->min), fabs (scale->max));

  if (unit == OB_UNIT_BILLION ? ob_quantity_is_trillions (unit, most)
                              : money_units[unit].trillions != NULL && most >= TRILLIONS_FROM)
    return 0.001;

  return ob_quantity_get_display_factor (unit);
}

void
ob_axis_init (ObAxis *self, const ObScale *scale, ObUnit unit, guint max_ticks)
{
  double step;

  g_return_if_fail (self != NULL);
  g_return_if_fail (scale != NULL);
  g_return_if_fail (unit < OB_N_UNITS);

  self->scale = *scale;
  self->unit = unit;
  self->factor = get_factor (scale, unit);
  self->n_ticks = ob_scale_get_ticks (scale, CLAMP (max_ticks, 2, OB_SCALE_MAX_TICKS), self->ticks);

  step = self->n_ticks > 1 ? self->ticks[1] - self->ticks[0] : fabs (self->ticks[0]);
  for (guint i = 0; i < self->n_ticks; i++)
    {
      /* Over decades each label is as exact as its own size asks for. */
      if (scale->kind == OB_SCALE_LOG && scale->max / scale->min >= 5.)
        step = self->ticks[i];

      self->labels[i] =
        ob_axis_format_number (self->ticks[i] * self->factor, step > 0 ? step * self->factor : 1.);
    }
}

void
ob_axis_clear (ObAxis *self)
{
  for (guint i = 0; i < self->n_ticks; i++)
    g_clear_pointer (&self->labels[i], g_free);
  self->n_ticks = 0;
}

const char *
ob_axis_get_unit_text (const ObAxis *self)
{
  const char *label;

  g_return_val_if_fail (self != NULL, NULL);

  if (money_units[self->unit].trillions != NULL)
    return g_dpgettext2 (GETTEXT_PACKAGE, "axis unit",
                         self->factor < 1 ? money_units[self->unit].trillions
                                          : money_units[self->unit].billions);

  label = ob_quantity_get_unit_label (self->unit);

  return label != NULL && label[0] != '\0' ? label : NULL;
}

double
ob_axis_get_label_width (const ObAxis *self, ObText *text)
{
  double widest = 0;

  for (guint i = 0; i < self->n_ticks; i++)
    {
      double width;

      ob_text_measure (text, OB_TEXT_SMALL, self->labels[i], &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

/* The line of zero, which is dark, keeps later labels off. */
static void
draw_zero (const ObPage *page, const ObPlot *plot, double y)
{
  const ObRect rect = { plot->rect.x, floor (y), plot->rect.width, 1 };

  ob_page_set_role (page, OB_ROLE_AXIS);
  ob_page_line (page, plot->rect.x, y, plot->rect.x + plot->rect.width, y);
  ob_label_placer_block (page->labels, &rect);
}

void
ob_axis_draw_grid (const ObAxis *self, const ObPage *page, const ObPlot *plot)
{
  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  for (guint i = 0; i < self->n_ticks; i++)
    {
      double y = ob_plot_get_y (plot, self->ticks[i]);

      if (self->ticks[i] == 0 && self->scale.kind == OB_SCALE_LINEAR)
        {
          draw_zero (page, plot, y);
          continue;
        }
      ob_page_set_role (page, OB_ROLE_GRID);
      ob_page_grid_line (page, plot->rect.x, y, plot->rect.x + plot->rect.width, y);
    }
  cairo_restore (page->cr);
}

void
ob_axis_draw_left (const ObAxis *self, const ObPage *page, const ObPlot *plot)
{
  for (guint i = 0; i < self->n_ticks; i++)
    {
      ObLabel label = {
        .text = self->labels[i],
        .style = OB_TEXT_SMALL,
        .color = &page->theme->role[OB_ROLE_MUTED],
        .x = plot->rect.x - page->size * 0.45,
        .y = ob_plot_get_y (plot, self->ticks[i]),
        .x_align = 1,
        .y_align = 0.5,
        /* A font whose lines are high, as those with Chinese, would else keep the first
         * label below the plot off. */
        .row = page->size * 1.1,
      };

      ob_page_put_label (page, &label);
    }
}

void
ob_axis_draw_bottom (const ObAxis *self, const ObPage *page, const ObPlot *plot)
{
  double bottom = plot->rect.y + plot->rect.height;
  double length = page->size * 0.3;

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  for (guint i = 0; i < self->n_ticks; i++)
    {
      double x = ob_plot_get_x (plot, self->ticks[i]);
      const ObRect tick = { x - 0.5, bottom, 1, length };
      ObLabel label = {
        .text = self->labels[i],
        .style = OB_TEXT_SMALL,
        .color = &page->theme->role[OB_ROLE_MUTED],
        .x = x,
        .y = bottom + length + page->size * 0.25,
        .x_align = 0.5,
      };

      ob_page_set_role (page, OB_ROLE_AXIS);
      ob_page_line (page, x, bottom, x, bottom + length);
      ob_label_placer_block (page->labels, &tick);
      ob_page_put_label (page, &label);
    }
  cairo_restore (page->cr);
}
