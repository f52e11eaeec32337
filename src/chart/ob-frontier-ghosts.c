/* ob-frontier-ghosts.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-ghosts.h"

#include "ob-marker.h"
#include "ob-page-path.h"

/* Against the break-even curve of the scenario itself. */
#define WIDTH 0.9
/* A curve shorter than this many widths of its letter goes without. */
#define MIN_WIDTHS 2.

struct _ObFrontierGhosts
{
  ObChart *chart;
  /* Of ObPagePath, for each pin. */
  GArray *curves[OB_N_PINS];
};

ObFrontierGhosts *
ob_frontier_ghosts_new (ObChart *chart)
{
  ObFrontierGhosts *self;

  g_return_val_if_fail (chart != NULL && chart->results != NULL, NULL);

  self = g_new0 (ObFrontierGhosts, 1);
  self->chart = chart;
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const ObFrontier *frontier = NULL;

      self->curves[pin] = ob_page_path_array_new ();
      if (chart->ghosts != NULL && chart->ghosts->results[pin] != NULL)
        frontier = chart->ghosts->results[pin]->frontier;
      /* Until it has been made for new axes it is one of the old. */
      if (frontier == NULL || !ob_plane_equal (&frontier->plane, &chart->results->map->plane))
        continue;

      for (guint k = 0; k < frontier->n_curves; k++)
        {
          ObPagePath path;

          ob_page_path_init_curve (&path, &chart->plot, &frontier->curves[k]);
          g_array_append_val (self->curves[pin], path);
        }
    }

  return self;
}

void
ob_frontier_ghosts_free (ObFrontierGhosts *self)
{
  if (self == NULL)
    return;

  for (guint pin = 0; pin < OB_N_PINS; pin++)
    g_array_unref (self->curves[pin]);
  g_free (self);
}

/* FALSE if it lies off the map. */
static gboolean
get_place (ObFrontierGhosts *self, guint pin, double *x, double *y)
{
  const ObGhosts *ghosts = self->chart->ghosts;
  const ObPlane *plane = &self->chart->results->map->plane;
  double value_x;
  double value_y;

  if (ghosts == NULL || ghosts->results[pin] == NULL)
    return FALSE;

  value_x = ghosts->results[pin]->inputs.value[plane->x];
  value_y = ghosts->results[pin]->inputs.value[plane->y];
  *x = ob_plot_get_x (&self->chart->plot, value_x);
  *y = ob_plot_get_y (&self->chart->plot, value_y);

  return value_x >= plane->x_min && value_x <= plane->x_max && value_y >= plane->y_min
         && value_y <= plane->y_max;
}

static double
get_radius (const ObPage *page)
{
  return ob_marker_get_radius (page) * 1.15;
}

static ObRect
get_ring (const ObPage *page, double x, double y)
{
  const double radius = get_radius (page) + 2;

  return (ObRect){ x - radius, y - radius, 2 * radius, 2 * radius };
}

/* Whether nothing else stands in a ring, as far as it lies on the map. */
static gboolean
is_empty (ObFrontierGhosts *self, const ObPage *page, const ObRect *ring)
{
  const ObRect *plot = &self->chart->plot.rect;
  ObRect part;

  part.x = MAX (ring->x, plot->x);
  part.y = MAX (ring->y, plot->y);
  part.width = MIN (ring->x + ring->width, plot->x + plot->width) - part.x;
  part.height = MIN (ring->y + ring->height, plot->y + plot->height) - part.y;

  return ob_label_placer_is_free (page->labels, &part);
}

GArray *
ob_frontier_ghosts_get_rings (ObFrontierGhosts *self, const ObPage *page)
{
  GArray *rings = g_array_new (FALSE, FALSE, sizeof (ObRect));

  g_return_val_if_fail (self != NULL && page != NULL, rings);

  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      double x;
      double y;

      if (get_place (self, pin, &x, &y))
        {
          const ObRect ring = get_ring (page, x, y);

          g_array_append_val (rings, ring);
        }
    }

  return rings;
}

void
ob_frontier_ghosts_draw_markers (ObFrontierGhosts *self, const ObPage *page, GArray *gaps)
{
  g_return_if_fail (self != NULL && page != NULL && gaps != NULL);

  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      double radius = get_radius (page);
      ObRect ring;
      ObLabel label = {
        .text = ob_pin_get_letter (pin),
        .style = OB_TEXT_SMALL,
        .color = ob_theme_get_map_pin (page->theme, pin),
        .x_align = 0.5,
        .y_align = 0.5,
      };

      if (!get_place (self, pin, &label.x, &label.y))
        continue;

      ob_marker_draw_pin (page, label.x, label.y, radius, pin);
      ring = get_ring (page, label.x, label.y);
      /* Beside the ring where another marker stands in it. */
      if (!is_empty (self, page, &ring) || !ob_page_put_label (page, &label))
        {
          label.halo = &page->theme->role[OB_ROLE_MAP_HALO];
          ob_page_put_label_near (page, &label, radius + 4., FALSE);
        }
      ob_label_placer_block (page->labels, &ring);
      g_array_append_val (gaps, ring);
    }
}

void
ob_frontier_ghosts_put_labels (ObFrontierGhosts *self, const ObPage *page, GArray *gaps)
{
  g_return_if_fail (self != NULL && page != NULL && gaps != NULL);

  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const ObPagePath *longest = NULL;
      ObLabel label = {
        .text = ob_pin_get_letter (pin),
        .style = OB_TEXT_LABEL_BOLD,
        .color = ob_theme_get_map_pin (page->theme, pin),
      };

      for (guint k = 0; k < self->curves[pin]->len; k++)
        {
          const ObPagePath *path = &g_array_index (self->curves[pin], ObPagePath, k);

          if (longest == NULL || ob_page_path_get_length (path) > ob_page_path_get_length (longest))
            longest = path;
        }
      if (longest != NULL)
        ob_page_path_put_label (longest, page, &self->chart->plot.rect, &label, NULL, MIN_WIDTHS,
                                gaps);
    }
}

void
ob_frontier_ghosts_draw_curves (ObFrontierGhosts *self, const ObPage *page, const GArray *gaps)
{
  double width;

  g_return_if_fail (self != NULL && page != NULL && gaps != NULL);

  width = page->theme->line_width * WIDTH;
  cairo_save (page->cr);
  cairo_set_line_join (page->cr, CAIRO_LINE_JOIN_ROUND);
  for (guint pin = OB_N_PINS; pin > 0; pin--)
    {
      const GArray *paths = self->curves[pin - 1];

      if (paths->len == 0)
        continue;

      cairo_new_path (page->cr);
      for (guint k = 0; k < paths->len; k++)
        ob_page_path_trace (&g_array_index (paths, ObPagePath, k), page, gaps);
      cairo_set_dash (page->cr, NULL, 0, 0);
      cairo_set_line_width (page->cr, width + 2.);
      ob_page_set_role (page, OB_ROLE_MAP_HALO);
      ob_page_stroke_preserve (page);
      cairo_set_line_width (page->cr, width);
      ob_page_set_pin_dash (page, pin - 1, width);
      ob_page_set_color (page, ob_theme_get_map_pin (page->theme, pin - 1));
      ob_page_stroke (page);
    }
  cairo_restore (page->cr);
}
