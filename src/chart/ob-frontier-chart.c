/* ob-frontier-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-chart-private.h"
#include "ob-csv.h"
#include "ob-frontier-box.h"
#include "ob-frontier-layer.h"
#include "ob-frontier-odds.h"
#include "ob-frontier-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

/* The npv of this share of the map lies within the colours; the rest saturates. */
#define COLOURED_SHARE 0.9
#define MAX_SAMPLES    1024

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* Finer than steps of ticks, so that the map uses its colours. */
static double
round_limit (double limit)
{
  static const double steps[] = { 1., 1.5, 2., 3., 4., 5., 6., 8. };
  double power = pow (10., floor (log10 (limit)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * power >= limit)
        return steps[i] * power;
    }

  return 10. * power;
}

static void
frontier_chart_update (ObChart *self)
{
  const ObMap *map = self->results->map;
  double samples[MAX_SAMPLES];
  double limit;
  gsize n;
  gsize stride;
  guint n_samples = 0;

  if (map == NULL)
    return;

  n = (gsize) map->nx * map->ny;
  /* An odd stride does not keep to a few columns of the grid. */
  stride = (n / MAX_SAMPLES + 1) | 1;
  for (gsize i = 0; i < n && n_samples < MAX_SAMPLES; i += stride)
    samples[n_samples++] = fabs (map->npv[i]);
  qsort (samples, n_samples, sizeof samples[0], compare);

  limit = samples[(guint) (COLOURED_SHARE * (n_samples - 1))];
  limit = limit > 0 && isfinite (limit) ? round_limit (limit) : 1.;
  if (self->held)
    limit = MAX (limit, self->limit);
  if (limit != self->limit)
    {
      self->heated = FALSE;
      g_clear_pointer (&self->iso, ob_iso_mark_free);
    }
  self->limit = limit;
}

static ObAxis
make_axis (ObParameter parameter, const ObScale *scale, guint max_ticks)
{
  ObAxis axis;

  ob_axis_init (&axis, scale, ob_parameter_get_info (parameter)->unit, max_ticks);

  return axis;
}

static char *
format_title (ObParameter parameter, const ObAxis *axis)
{
  const char *unit = ob_axis_get_unit_text (axis);

  if (unit == NULL)
    return g_strdup (ob_parameter_get_label (parameter));

  /* Translators: title of an axis: what it shows, its unit. */
  return g_strdup_printf (C_ ("axis", "%s, %s"), ob_parameter_get_label (parameter), unit);
}

/* What the bands are, above the map between the titles there or below it up to that of the
 * axis, in full or else in brief. */
static void
put_bands (ObChart *self, const ObPage *page, const ObRect *area, const double above[2], double end)
{
  const double gap = page->size * 0.8;
  const double below = area->y + area->height;

  for (guint brief = 0; brief < 2; brief++)
    {
      if (ob_frontier_odds_put_legend (self, page, brief, above[0] + gap, above[1] - gap, area->y,
                                       0)
          || ob_frontier_odds_put_legend (self, page, brief, area->x, end - gap, below, 1))
        return;
    }
}

/* The ends of the scale of colours and between them the scale itself; returns where they
 * begin. */
static double
put_legend (ObChart *self, const ObPage *page, const ObRect *area)
{
  g_autofree char *low = ob_axis_format_money (-self->limit);
  g_autofree char *high = ob_axis_format_money (self->limit);
  double gap = page->size * 0.4;
  double width = CLAMP (area->width * 0.16, page->size * 4, page->size * 14);
  ObRect bar;
  ObRect ends[2];
  ObLabel label = {
    .text = high,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x + area->width,
    .y = area->y,
    .x_align = 1,
  };

  ends[1] = ob_page_get_label_rect (page, &label);
  bar = (ObRect){ ends[1].x - gap - width, ends[1].y + ends[1].height * 0.25, width,
                  ends[1].height * 0.5 };
  label.text = low;
  label.x = bar.x - gap;
  ends[0] = ob_page_get_label_rect (page, &label);
  if (!ob_label_placer_is_free (page->labels, &ends[0])
      || !ob_label_placer_is_free (page->labels, &ends[1])
      || !ob_label_placer_is_free (page->labels, &bar))
    return area->x + area->width;

  ob_page_put_label (page, &label);
  label.text = high;
  label.x = area->x + area->width;
  ob_page_put_label (page, &label);
  ob_heat_mark_draw_legend (self->heat, page, &bar);

  label.text = ob_metric_get_label (OB_METRIC_NPV);
  label.x = ends[0].x - gap * 2;

  return ob_page_put_label (page, &label) ? ob_page_get_label_rect (page, &label).x : ends[0].x;
}

static void
put_axes (ObChart *self, const ObPage *page, const ObRect *area, const ObAxis *x, const ObAxis *y)
{
  const ObPlane *plane = &self->results->map->plane;
  g_autofree char *x_title = format_title (plane->x, x);
  g_autofree char *y_title = format_title (plane->y, y);
  double above[2];
  ObLabel label = {
    .text = y_title,
    .style = OB_TEXT_LABEL,
    .x = area->x,
    .y = area->y,
  };
  const ObRect rect = ob_page_get_label_rect (page, &label);

  ob_page_put_label (page, &label);

  label.text = x_title;
  label.x = self->plot.rect.x + self->plot.rect.width;
  label.y = area->y + area->height;
  label.x_align = 1;
  label.y_align = 1;
  ob_page_put_label (page, &label);

  above[0] = rect.x + rect.width;
  above[1] = put_legend (self, page, area);
  ob_axis_draw_left (y, page, &self->plot);
  ob_axis_draw_bottom (x, page, &self->plot);
  put_bands (self, page, area, above, ob_page_get_label_rect (page, &label).x);
}

static guint
get_max_y_ticks (const ObPage *page, const ObRect *area)
{
  return CLAMP ((int) (area->height / (page->size * 3.2)), 2, 11);
}

static void
lay_out (ObChart *self, const ObPage *page, const ObRect *area)
{
  const ObPlane *plane = &self->results->map->plane;
  g_auto (ObAxis) axis = { 0 };
  double x_title;
  double y_title;
  double ticks;
  double left;
  double right = page->size * 1.2;
  ObPlot *plot = &self->plot;

  ob_scale_init (&plot->x, ob_parameter_get_info (plane->x)->scale, plane->x_min, plane->x_max);
  ob_scale_init (&plot->y, ob_parameter_get_info (plane->y)->scale, plane->y_min, plane->y_max);
  /* The letters of a translation may be higher than digits. */
  ob_text_measure (page->text, OB_TEXT_LABEL, ob_parameter_get_label (plane->x), NULL, &x_title);
  ob_text_measure (page->text, OB_TEXT_LABEL, ob_parameter_get_label (plane->y), NULL, &y_title);
  ob_text_measure (page->text, OB_TEXT_SMALL, "0", NULL, &ticks);

  axis = make_axis (plane->y, &plot->y, get_max_y_ticks (page, area));
  left = ob_axis_get_label_width (&axis, page->text) + page->size * 0.6;
  plot->rect.x = area->x + left;
  plot->rect.y = area->y + y_title + page->size * 0.7;
  plot->rect.width = MAX (area->width - left - right, 1);
  plot->rect.height =
    MAX (area->y + area->height - plot->rect.y - ticks - x_title - page->size * 0.6 - 2, 1);
  plot->rect = ob_rect_round_out (&plot->rect);
  self->drawn = TRUE;
}

static void
frontier_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  const ObMap *map = self->results->map;
  g_auto (ObAxis) x = { 0 };
  g_auto (ObAxis) y = { 0 };
  double width;

  if (map == NULL)
    {
      ob_page_put_message (page, area, _ ("No map has been made of these two levers"));
      return;
    }

  lay_out (self, page, area);
  if (self->heat == NULL)
    self->heat = ob_heat_mark_new (self->theme);
  if (!self->heated)
    ob_heat_mark_set_values (self->heat, map->npv, map->nx, map->ny, self->limit);
  self->heated = TRUE;
  if (self->iso == NULL)
    self->iso = ob_iso_mark_new (map, self->limit);
  if (self->risk == NULL && self->results->overlay.risk_lines)
    self->risk = ob_iso_mark_new_risk (map);

  ob_frontier_odds_update (self);

  ob_text_measure (page->text, OB_TEXT_SMALL, "0,000", &width, NULL);
  x = make_axis (map->plane.x, &self->plot.x, self->plot.rect.width / (width + 2.5 * page->size));
  y = make_axis (map->plane.y, &self->plot.y, get_max_y_ticks (page, area));

  ob_heat_mark_draw (self->heat, page, &self->plot.rect);
  put_axes (self, page, area, &x, &y);
  ob_frontier_layer_draw (self, page);
}

/* The points of a level set, whose curves go on being numbered. @value is that of
 * the third lever; NULL: there is no such column. */
static void
append_curves (ObChart *self,
               GString *csv,
               const ObFrontier *frontier,
               const double *value,
               guint *curve)
{
  for (guint k = 0; frontier != NULL && k < frontier->n_curves; k++, (*curve)++)
    {
      for (guint i = 0; i < frontier->curves[k].n_points; i++)
        {
          g_string_append_printf (csv, "%u", *curve);
          ob_csv_append_cell (csv, frontier->curves[k].points[i].x);
          ob_csv_append_cell (csv, frontier->curves[k].points[i].y);
          ob_csv_append_cell (csv, frontier->level);
          g_string_append_c (csv, ',');
          if (value != NULL)
            ob_csv_append_cell (csv, *value);
          ob_frontier_odds_append_empty (self, csv);
          g_string_append_c (csv, '\n');
        }
    }
}

/* The corners of the box of failures, the first also at the end. */
static void
append_box (ObChart *self, GString *csv, gboolean has_value)
{
  double x[2];
  double y[2];
  gboolean outdated;

  if (!ob_frontier_box_get_edges (self, x, y, &outdated))
    return;

  for (guint i = 0; i < 5; i++)
    {
      g_string_append (csv, outdated ? "outdated_box" : "box");
      ob_csv_append_cell (csv, x[(i + 1) / 2 % 2]);
      ob_csv_append_cell (csv, y[i / 2 % 2]);
      g_string_append (csv, has_value ? ",,," : ",,");
      ob_frontier_odds_append_empty (self, csv);
      g_string_append_c (csv, '\n');
    }
}

/* First the break-even curves, numbered in the column "curve", then the box of failures,
 * which is named there, then the map, where that column is empty. With a family there is a further column, the value of
 * the third lever, and with bands one for the chance of each, of places of the map. */
static void
frontier_chart_write_csv (ObChart *self, GString *csv)
{
  const ObResults *results = self->results;
  const ObMap *map = results->map;
  const double *value = NULL;
  guint curve = 0;

  if (map == NULL)
    return;

  if (ob_overlay_has_family_on (&results->overlay, &map->plane))
    value = &results->inputs.value[results->overlay.family];

  g_string_append_printf (csv, "curve,%s,%s,%s,%s", ob_parameter_get_id (map->plane.x),
                          ob_parameter_get_id (map->plane.y), ob_metric_get_id (OB_METRIC_NPV),
                          ob_metric_get_id (OB_METRIC_BUBBLE_RISK));
  if (value != NULL)
    g_string_append_printf (csv, ",%s", ob_parameter_get_id (results->overlay.family));
  ob_frontier_odds_append_heads (self, csv);
  g_string_append_c (csv, '\n');

  append_curves (self, csv, results->frontier, value, &curve);
  for (guint i = 0; value != NULL && i < results->overlay.n_values; i++)
    append_curves (self, csv, results->family[i], &results->overlay.values[i], &curve);

  append_box (self, csv, value != NULL);

  for (guint j = 0; j < map->ny; j++)
    {
      double y = ob_plane_y_from_unit (&map->plane, j / (map->ny - 1.));

      for (guint i = 0; i < map->nx; i++)
        {
          ob_csv_append_cell (csv, ob_plane_x_from_unit (&map->plane, i / (map->nx - 1.)));
          ob_csv_append_cell (csv, y);
          ob_csv_append_cell (csv, map->npv[(gsize) j * map->nx + i]);
          ob_csv_append_cell (csv, map->bubble_risk[(gsize) j * map->nx + i]);
          if (value != NULL)
            ob_csv_append_cell (csv, *value);
          ob_frontier_odds_append_chances (self, csv, i / (map->nx - 1.), j / (map->ny - 1.));
          g_string_append_c (csv, '\n');
        }
    }
}

const ObChartClass ob_frontier_chart_class = {
  .id = "frontier",
  .title = NC_ ("chart", "Where the build-out pays back"),
  .update = frontier_chart_update,
  .draw = frontier_chart_draw,
  .has_ghosts = TRUE,
  .describe = ob_frontier_words_describe,
  .write_csv = frontier_chart_write_csv,
};
