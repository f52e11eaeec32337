/* ob-end-labels.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-bar-mark.h"
#include "ob-end-labels.h"

#include <math.h>

#define MAX_LABELS 16

/* Between the plot and the text: the leader's room. */
static double
get_leader (const ObPage *page)
{
  return page->size * 1.1;
}

static double
get_swatch (const ObPage *page)
{
  return page->size * 0.75;
}

static ObLabel
make_label (const ObPage *page, const ObEndLabel *end, double x)
{
  return (ObLabel){
    .text = end->text,
    .style = OB_TEXT_LABEL,
    .color = end->color,
    .x = x + get_leader (page) + (end->part >= 0 ? get_swatch (page) * 1.4 : 0),
    .y = end->y,
    .y_align = 0.5,
    .max_width = MAX (floor (page->width * 0.26), page->size * 4),
  };
}

double
ob_end_labels_get_width (const ObPage *page, const ObEndLabel *labels, guint n)
{
  double widest = 0;

  g_return_val_if_fail (page != NULL, 0.);

  for (guint i = 0; i < n; i++)
    {
      ObLabel label = make_label (page, &labels[i], 0);
      ObRect rect = ob_page_get_label_rect (page, &label);

      widest = MAX (widest, rect.x + rect.width);
    }

  return widest > 0 ? widest + 2. : 0;
}

static void
draw_leader (const ObPage *page, const ObEndLabel *end, double x, double y)
{
  double leader = get_leader (page);

  if (fabs (y - end->y) < 2.)
    return;

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, 1.);
  ob_page_set_color (page, end->color);
  cairo_move_to (page->cr, x + leader * 0.15, end->y);
  cairo_line_to (page->cr, x + leader * 0.8, y);
  ob_page_cairo_stroke (page);
  cairo_restore (page->cr);
}

void
ob_end_labels_draw (const ObPage *page, const ObPlot *plot, const ObEndLabel *labels, guint n)
{
  double right = plot->rect.x + plot->rect.width;
  double centres[MAX_LABELS];
  double sizes[MAX_LABELS];

  g_return_if_fail (n <= MAX_LABELS);

  for (;; n--)
    {
      double margin = page->size * 0.5;

      for (guint i = 0; i < n; i++)
        {
          ObLabel label = make_label (page, &labels[i], right);

          centres[i] = CLAMP (labels[i].y, plot->rect.y, plot->rect.y + plot->rect.height);
          sizes[i] = ob_page_get_label_rect (page, &label).height;
        }
      if (ob_label_placer_spread (centres, sizes, n, plot->rect.y - margin,
                                  plot->rect.y + plot->rect.height + margin))
        break;
    }

  for (guint i = 0; i < n; i++)
    {
      ObLabel label = make_label (page, &labels[i], right);
      double swatch = get_swatch (page);
      ObRect rect = { right + get_leader (page), centres[i] - swatch / 2, swatch, swatch };

      label.y = centres[i];
      if (!ob_page_put_label (page, &label))
        continue;

      draw_leader (page, &labels[i], right, centres[i]);
      if (labels[i].part >= 0)
        ob_bar_mark_draw_swatch (page, &rect, labels[i].part);
    }
}
