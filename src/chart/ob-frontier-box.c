/* ob-frontier-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-box.h"

#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LINE_WIDTH 2.

static const ObPrimLimit *
get_limit (const ObFindings *findings, ObParameter lever)
{
  const ObPrimBox *box = &findings->prim->boxes[findings->prim->chosen];

  for (guint k = 0; k < findings->n_levers; k++)
    {
      const ObPrimLimit *limit = &box->limit[k];

      if (findings->levers[k] == lever)
        return isfinite (limit->low) || isfinite (limit->high) ? limit : NULL;
    }

  return NULL;
}

/* The box on the page, within the plot; FALSE if there is none to be seen. */
static gboolean
get_rect (ObChart *self, ObRect *rect)
{
  const ObFindings *findings = self->results->findings;
  const ObPlane *plane = &self->results->map->plane;
  const ObPrimLimit *x;
  const ObPrimLimit *y;
  double left;
  double right;
  double top;
  double bottom;

  if (findings == NULL || findings->prim->chosen < 0
      || !ob_inputs_equal (&findings->inputs, &self->results->inputs))
    return FALSE;

  x = get_limit (findings, plane->x);
  y = get_limit (findings, plane->y);
  if (x == NULL || y == NULL)
    return FALSE;

  left = ob_plot_get_x (&self->plot, CLAMP (x->low, plane->x_min, plane->x_max));
  right = ob_plot_get_x (&self->plot, CLAMP (x->high, plane->x_min, plane->x_max));
  top = ob_plot_get_y (&self->plot, CLAMP (y->high, plane->y_min, plane->y_max));
  bottom = ob_plot_get_y (&self->plot, CLAMP (y->low, plane->y_min, plane->y_max));
  *rect = (ObRect){ left, top, right - left, bottom - top };

  return rect->width >= 1 && rect->height >= 1;
}

void
ob_frontier_box_put_label (ObChart *self, const ObPage *page, GArray *gaps)
{
  const ObFindings *findings = self->results->findings;
  g_autofree char *coverage = NULL;
  g_autofree char *text = NULL;
  ObRect rect;
  ObLabel label;

  if (!get_rect (self, &rect))
    return;

  coverage = ob_quantity_format (
    OB_UNIT_SHARE, round (findings->prim->boxes[findings->prim->chosen].coverage * 100) / 100);
  /* Translators: on a box in a map; a share in percent: "73 % of all draws that do not
   * pay back" */
  text = g_strdup_printf (_ ("%s of the draws that do not pay back"), coverage);
  label = (ObLabel){
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
    .halo = &page->theme->role[OB_ROLE_MAP_HALO],
    .x = rect.x + page->size * 0.5,
    .y = rect.y + rect.height - page->size * 0.4,
    .y_align = 1,
    .max_width = MAX (rect.width - page->size, page->size * 6),
  };
  for (guint i = 0; i < 2; i++)
    {
      if (ob_page_put_label (page, &label))
        {
          ObRect place = ob_page_get_label_rect (page, &label);

          g_array_append_val (gaps, place);
          return;
        }
      /* The other corner. */
      label.y = rect.y + page->size * 0.4;
      label.y_align = 0;
    }
}

void
ob_frontier_box_draw (ObChart *self, const ObPage *page, const GArray *gaps)
{
  static const double dashes[] = { 6, 4 };
  const ObRect *plot = &self->plot.rect;
  ObRect rect;

  if (!get_rect (self, &rect))
    return;

  cairo_save (page->cr);
  cairo_set_fill_rule (page->cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (page->cr, plot->x, plot->y, plot->width, plot->height);
  for (guint i = 0; i < gaps->len; i++)
    {
      const ObRect *gap = &g_array_index (gaps, ObRect, i);

      cairo_rectangle (page->cr, gap->x, gap->y, gap->width, gap->height);
    }
  cairo_clip (page->cr);
  cairo_rectangle (page->cr, rect.x, rect.y, rect.width, rect.height);
  cairo_set_line_width (page->cr, LINE_WIDTH + 2);
  ob_page_set_role (page, OB_ROLE_MAP_HALO);
  cairo_stroke_preserve (page->cr);
  cairo_set_dash (page->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (page->cr, LINE_WIDTH);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  cairo_stroke (page->cr);
  cairo_restore (page->cr);
}
