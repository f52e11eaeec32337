/* ob-iso-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-iso-mark.h"
#include "ob-level-lines.h"
#include "ob-page-path.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_LEVELS 9
/* With fewer of the usual levels of risk others are taken, this far apart. */
#define MIN_RISK_LEVELS 2
#define MIN_RISK_STEP   0.01
#define MAX_RISK_LEVELS 5
/* Lines shorter than this many label widths are left without. */
#define MIN_LENGTH 2.2

struct _ObIsoMark
{
  ObMetric metric;
  guint n_levels;
  double levels[MAX_LEVELS];
  GArray *lines[MAX_LEVELS];
};

guint
ob_iso_mark_get_levels (const double *values,
                        gsize n,
                        double min_step,
                        guint max_levels,
                        double *levels)
{
  double lowest = INFINITY;
  double highest = -INFINITY;
  double step;
  guint n_levels = 0;

  g_return_val_if_fail (values != NULL && levels != NULL, 0);
  g_return_val_if_fail (min_step > 0, 0);

  for (gsize i = 0; i < n; i++)
    {
      lowest = MIN (lowest, values[i]);
      highest = MAX (highest, values[i]);
    }
  if (!isfinite (lowest) || !isfinite (highest))
    return 0;

  step = ob_scale_get_nice_step (min_step);
  while (floor (highest / step) - ceil (lowest / step) + 1 > max_levels)
    step = ob_scale_get_nice_step (step * 1.5);

  for (double k = ceil (lowest / step); k <= floor (highest / step) && n_levels < max_levels; k++)
    {
      if (k != 0)
        levels[n_levels++] = k * step;
    }

  return n_levels;
}

ObIsoMark *
ob_iso_mark_new (const ObMap *map, double limit)
{
  ObIsoMark *self;

  g_return_val_if_fail (map != NULL, NULL);
  g_return_val_if_fail (limit > 0, NULL);

  self = g_new0 (ObIsoMark, 1);
  self->metric = OB_METRIC_NPV;
  self->n_levels = ob_iso_mark_get_levels (map->npv, (gsize) map->nx * map->ny, limit / 3.5,
                                           MAX_LEVELS, self->levels);
  for (guint k = 0; k < self->n_levels; k++)
    self->lines[k] = ob_level_lines_new (map->npv, map->nx, map->ny, self->levels[k]);

  return self;
}

ObIsoMark *
ob_iso_mark_new_risk (const ObMap *map)
{
  static const double meant[] = { 0.1, 0.25, 0.5, 0.75, 0.9 };
  double lowest = INFINITY;
  double highest = -INFINITY;
  ObIsoMark *self;
  gsize n;

  g_return_val_if_fail (map != NULL, NULL);

  n = (gsize) map->nx * map->ny;
  for (gsize i = 0; i < n; i++)
    {
      lowest = MIN (lowest, map->bubble_risk[i]);
      highest = MAX (highest, map->bubble_risk[i]);
    }

  self = g_new0 (ObIsoMark, 1);
  self->metric = OB_METRIC_BUBBLE_RISK;
  for (guint i = 0; i < G_N_ELEMENTS (meant); i++)
    {
      if (meant[i] > lowest && meant[i] < highest)
        self->levels[self->n_levels++] = meant[i];
    }
  if (self->n_levels < MIN_RISK_LEVELS && highest > lowest)
    self->n_levels =
      ob_iso_mark_get_levels (map->bubble_risk, n, MIN_RISK_STEP, MAX_RISK_LEVELS, self->levels);
  for (guint k = 0; k < self->n_levels; k++)
    self->lines[k] = ob_level_lines_new (map->bubble_risk, map->nx, map->ny, self->levels[k]);

  return self;
}

void
ob_iso_mark_free (ObIsoMark *self)
{
  if (self == NULL)
    return;

  for (guint k = 0; k < self->n_levels; k++)
    g_array_unref (self->lines[k]);
  g_free (self);
}

static char *
format_level (ObIsoMark *self, guint k)
{
  g_autofree char *share = NULL;

  if (self->metric == OB_METRIC_NPV)
    return ob_axis_format_money (self->levels[k]);

  share = ob_quantity_format (OB_UNIT_SHARE, self->levels[k]);
  /* Translators: the label of a line on a map: bubble risk is this percentage. */
  return g_strdup_printf (C_ ("curve", "Risk %s"), share);
}

void
ob_iso_mark_put_labels (ObIsoMark *self, const ObPage *page, const ObPlot *plot, GArray *gaps)
{
  ObRole role;

  g_return_if_fail (self != NULL);

  role = self->metric == OB_METRIC_NPV ? OB_ROLE_MAP_TEXT : OB_ROLE_MAP_RISK;

  for (guint k = 0; k < self->n_levels; k++)
    {
      g_autofree char *text = format_level (self, k);
      const ObLabel label = {
        .text = text,
        .style = OB_TEXT_SMALL,
        .color = &page->theme->role[role],
      };

      for (guint i = 0; i < self->lines[k]->len; i++)
        {
          const ObLevelLine *line = &g_array_index (self->lines[k], ObLevelLine, i);
          g_auto (ObPagePath) path = { 0 };

          ob_page_path_init_units (&path, plot, line->xy, line->n_points);
          ob_page_path_put_label (&path, page, &plot->rect, &label, NULL, MIN_LENGTH, gaps);
          /* Whose a label is must be clear where the two kinds of lines cross. */
          if (self->metric == OB_METRIC_BUBBLE_RISK)
            ob_page_path_block (&path, page);
        }
    }
}

gboolean
ob_iso_mark_hits (ObIsoMark *self, const ObPlot *plot, const ObRect *rect)
{
  g_return_val_if_fail (self != NULL && plot != NULL && rect != NULL, FALSE);

  for (guint k = 0; k < self->n_levels; k++)
    {
      for (guint i = 0; i < self->lines[k]->len; i++)
        {
          const ObLevelLine *line = &g_array_index (self->lines[k], ObLevelLine, i);
          g_auto (ObPagePath) path = { 0 };

          ob_page_path_init_units (&path, plot, line->xy, line->n_points);
          if (ob_page_path_hits (&path, rect))
            return TRUE;
        }
    }

  return FALSE;
}

void
ob_iso_mark_draw (ObIsoMark *self, const ObPage *page, const ObPlot *plot, const GArray *gaps)
{
  static const double dash[] = { 6., 3. };

  g_return_if_fail (self != NULL);

  for (guint k = 0; k < self->n_levels; k++)
    {
      for (guint i = 0; i < self->lines[k]->len; i++)
        {
          const ObLevelLine *line = &g_array_index (self->lines[k], ObLevelLine, i);
          g_auto (ObPagePath) path = { 0 };

          ob_page_path_init_units (&path, plot, line->xy, line->n_points);
          ob_page_path_trace (&path, page, gaps);
        }
    }

  if (self->metric == OB_METRIC_NPV)
    {
      cairo_set_line_width (page->cr, 1.);
      cairo_set_dash (page->cr, NULL, 0, 0);
      ob_page_set_role (page, OB_ROLE_MAP_LINE);
    }
  else
    {
      cairo_set_line_width (page->cr, 1.5);
      cairo_set_dash (page->cr, dash, G_N_ELEMENTS (dash), 0);
      ob_page_set_role (page, OB_ROLE_MAP_RISK);
    }
  ob_page_stroke (page);
}
