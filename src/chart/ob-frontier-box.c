/* ob-frontier-box.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-box.h"

#include "ob-discovery-text.h"

#include <math.h>

#define LINE_WIDTH 2.

/* What there is to show: what was found for these inputs, or else what was kept. */
static gboolean
get_discovery (ObChart *self, ObDiscovery *discovery, gboolean *outdated)
{
  const ObFindings *findings = self->results->findings;

  *outdated = FALSE;
  if (findings != NULL && ob_inputs_equal (&findings->inputs, &self->results->inputs)
      && ob_discovery_set_findings (discovery, findings))
    return TRUE;

  *discovery = self->discovery;
  *outdated = self->outdated;

  return discovery->n_limits > 0;
}

/* Whether the map cuts the box: what is on no axis is where the scenario has it. */
static gboolean
is_cut (const ObDiscovery *discovery, const ObPlane *plane, const ObInputs *inputs)
{
  for (guint k = 0; k < discovery->n_limits; k++)
    {
      const ObDiscoveryLimit *limit = &discovery->limits[k];
      const double value = inputs->value[limit->lever];

      if (limit->lever != plane->x && limit->lever != plane->y
          && !(value >= limit->low && value <= limit->high))
        return FALSE;
    }

  return TRUE;
}

/* An axis without a limit is all in it. */
static gboolean
get_edges (ObChart *self, const ObDiscovery *discovery, double x[2], double y[2])
{
  const ObPlane *plane = &self->results->map->plane;
  const ObDiscoveryLimit open = { OB_N_PARAMETERS, -INFINITY, INFINITY };
  const ObDiscoveryLimit *across = ob_discovery_get_limit (discovery, plane->x);
  const ObDiscoveryLimit *up = ob_discovery_get_limit (discovery, plane->y);

  if ((across == NULL && up == NULL) || !is_cut (discovery, plane, &self->results->inputs))
    return FALSE;
  if (across == NULL)
    across = &open;
  if (up == NULL)
    up = &open;

  x[0] = CLAMP (across->low, plane->x_min, plane->x_max);
  x[1] = CLAMP (across->high, plane->x_min, plane->x_max);
  y[0] = CLAMP (up->low, plane->y_min, plane->y_max);
  y[1] = CLAMP (up->high, plane->y_min, plane->y_max);

  return x[0] < x[1] && y[0] < y[1];
}

gboolean
ob_frontier_box_get_edges (ObChart *self, double x[2], double y[2], gboolean *outdated)
{
  ObDiscovery discovery;

  return get_discovery (self, &discovery, outdated) && get_edges (self, &discovery, x, y);
}

/* The same on the page, if it is large enough to be seen. */
static gboolean
get_rect (ObChart *self, const ObDiscovery *discovery, ObRect *rect)
{
  double x[2];
  double y[2];
  double left;
  double top;

  if (!get_edges (self, discovery, x, y))
    return FALSE;

  left = ob_plot_get_x (&self->plot, x[0]);
  top = ob_plot_get_y (&self->plot, y[1]);
  *rect = (ObRect){ left, top, ob_plot_get_x (&self->plot, x[1]) - left,
                    ob_plot_get_y (&self->plot, y[0]) - top };

  return rect->width >= 1 && rect->height >= 1;
}

void
ob_frontier_box_put_label (ObChart *self, const ObPage *page, GArray *gaps)
{
  ObDiscovery discovery;
  gboolean outdated;
  g_autofree char *text = NULL;
  ObRect rect;
  ObLabel label;

  if (!get_discovery (self, &discovery, &outdated) || !get_rect (self, &discovery, &rect))
    return;

  text = ob_discovery_format_label (&discovery, outdated);
  label = (ObLabel){
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
    .halo = &page->theme->role[OB_ROLE_MAP_HALO],
    .max_width = MAX (rect.width - page->size, page->size * 6),
  };
  /* In the first corner with room, or half way up a side. */
  for (guint i = 0; i < 6; i++)
    {
      label.x_align = i % 2;
      label.x = i % 2 == 0 ? rect.x + page->size * 0.5 : rect.x + rect.width - page->size * 0.5;
      label.y_align = i < 2 ? 1 : i < 4 ? 0 : 0.5;
      label.y = rect.y + rect.height * label.y_align + page->size * 0.4 * (1 - 2 * label.y_align);
      if (ob_page_put_label (page, &label))
        {
          ObRect place = ob_page_get_label_rect (page, &label);

          g_array_append_val (gaps, place);
          return;
        }
    }
}

void
ob_frontier_box_draw (ObChart *self, const ObPage *page, const GArray *gaps)
{
  static const double dashes[] = { 6, 4 };
  static const double old_dashes[] = { 2, 5 };
  const ObRect *plot = &self->plot.rect;
  ObDiscovery discovery;
  gboolean outdated;
  ObRect rect;

  if (!get_discovery (self, &discovery, &outdated) || !get_rect (self, &discovery, &rect))
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
  ob_page_cairo_stroke_preserve (page);
  cairo_set_dash (page->cr, outdated ? old_dashes : dashes, G_N_ELEMENTS (dashes), 0);
  cairo_set_line_width (page->cr, LINE_WIDTH);
  ob_page_set_role (page, OB_ROLE_MAP_TEXT);
  ob_page_cairo_stroke (page);
  cairo_restore (page->cr);
}

char *
ob_frontier_box_describe (ObChart *self)
{
  ObDiscovery discovery;
  gboolean outdated;

  if (!get_discovery (self, &discovery, &outdated)
      || (ob_discovery_get_limit (&discovery, self->results->map->plane.x) == NULL
          && ob_discovery_get_limit (&discovery, self->results->map->plane.y) == NULL))
    return NULL;

  return ob_discovery_format_kept (&discovery, outdated);
}
