/* ob-boom-pins.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-boom-pins.h"

#include "ob-boom-path.h"
#include "ob-line-mark.h"

#include <math.h>

/* A letter is tried at so many places of its line, this far apart. */
#define MAX_PLACES    10
#define PLACE_SPACING 3

static gboolean
init_path (ObChart *self, guint pin, ObBoomPath *path)
{
  if (self->ghosts == NULL || self->ghosts->results[pin] == NULL)
    return FALSE;

  ob_boom_path_init (path, self->ghosts->results[pin]);

  return TRUE;
}

double
ob_boom_pins_extend (ObChart *self, double years, double max)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      ObBoomPath path;

      if (!init_path (self, pin, &path))
        continue;
      for (guint i = 0; i < path.n; i++)
        {
          if (path.years[i] >= 0 && path.years[i] <= years && isfinite (path.country[i]))
            max = MAX (max, path.country[i]);
        }
    }

  return max;
}

void
ob_boom_pins_draw (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  for (guint pin = OB_N_PINS; pin-- > 0;)
    {
      ObBoomPath path;

      if (init_path (self, pin, &path))
        ob_line_mark_draw_pin (page, plot, path.years, path.country, path.n, pin);
    }
}

static void
put_letter (const ObPage *page, const ObPlot *plot, const ObBoomPath *path, guint pin)
{
  int last = (int) path->n - 1;
  ObLabel label = {
    .text = ob_pin_get_letter (pin),
    .style = OB_TEXT_LABEL_BOLD,
    .color = &page->theme->pin[pin],
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x_align = 0.5,
    .y_align = 0.5,
  };

  while (last > 0 && path->years[last] > plot->x.max)
    last--;
  for (guint try = 0; try < 2 * MAX_PLACES; try++)
    {
      const int i = last - 1 - (int) (try % MAX_PLACES) * PLACE_SPACING;

      if (i < 0 || path->years[i] < plot->x.min || !ob_scale_accepts (&plot->y, path->country[i]))
        continue;
      label.x = ob_plot_get_x (plot, path->years[i]);
      label.y = ob_plot_get_y (plot, path->country[i]);
      /* On the line; or else beside it, where it lies under another. */
      if (try < MAX_PLACES ? ob_page_put_label (page, &label)
                           : ob_page_put_label_near (page, &label, page->size * 0.4, try % 2 == 0))
        return;
    }
}

void
ob_boom_pins_put_labels (ObChart *self, const ObPage *page, const ObPlot *plot)
{
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      ObBoomPath path;

      if (init_path (self, pin, &path))
        put_letter (page, plot, &path, pin);
    }
}

double
ob_boom_pins_get_share (ObChart *self, guint pin, double years)
{
  ObBoomPath path;
  guint nearest = 0;

  if (!init_path (self, pin, &path))
    return NAN;

  for (guint i = 1; i < path.n; i++)
    {
      if (fabs (path.years[i] - years) < fabs (path.years[nearest] - years))
        nearest = i;
    }

  return path.country[nearest];
}
