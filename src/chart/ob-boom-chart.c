/* ob-boom-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-axis.h"
#include "ob-boom-path.h"
#include "ob-boom-pins.h"
#include "ob-boom-words.h"
#include "ob-chart-private.h"
#include "ob-end-labels.h"
#include "ob-line-mark.h"
#include "ob-marker.h"
#include "ob-past.h"
#include "ob-quantity.h"
#include "ob-readout.h"
#include "ob-time-axis.h"
#include "ob-time-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Years since the beginning that are shown: twice what the longest took. */
#define N_YEARS 14.
/* The quarters of a scenario, in which its place is counted. */
#define QUARTERS_A_YEAR 4.
/* How near the pointer has to come to a past boom, in sizes of text. */
#define REACH 1.2

enum
{
  COUNTRY,
  WORLD,
  N_PATHS
};

static const char *const path_labels[N_PATHS] = {
  [COUNTRY] = NC_ ("boom", "AI, of US GDP"),
  [WORLD] = NC_ ("boom", "AI, of world GDP"),
};

static const char *
get_path_label (guint path)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "boom", path_labels[path]);
}

static void
get_years (double *first, double *last)
{
  *first = INFINITY;
  *last = -INFINITY;
  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      double years = ob_past_get_boom (i)->years;

      *first = MIN (*first, years);
      *last = MAX (*last, years);
    }
}

static void
boom_chart_update (ObChart *self)
{
  ObBoomPath path;
  double max = 0;

  ob_boom_path_init (&path, self->results);
  for (guint i = 0; i < path.n; i++)
    {
      if (path.years[i] >= 0 && path.years[i] <= N_YEARS && isfinite (path.country[i]))
        max = MAX (max, path.country[i]);
    }
  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      if (ob_boom_has_range (ob_past_get_boom (i)))
        max = MAX (max, ob_past_get_boom (i)->high);
    }

  max = ob_boom_pins_extend (self, N_YEARS, max);
  ob_soft_range_update (&self->range[0], OB_SCALE_LINEAR, 0, max, self->held);
}

/* Where a line leaves the plot. */
static double
get_end (const ObBoomPath *path, const double *values)
{
  double end = NAN;

  for (guint i = 0; i < path->n && path->years[i] <= N_YEARS; i++)
    end = values[i];

  return end;
}

static guint
make_ends (ObChart *self, const ObBoomPath *path, const ObPlot *plot, ObEndLabel *ends)
{
  const double *const values[N_PATHS] = { path->country, path->world };
  guint n = 0;

  for (guint k = 0; k < N_PATHS; k++)
    {
      double end = get_end (path, values[k]);

      if (!ob_scale_accepts (&plot->y, end))
        continue;
      ends[n++] = (ObEndLabel){
        .text = get_path_label (k),
        .y = ob_plot_get_y (plot, end),
        .color = &self->theme->category_text[k],
        .part = -1,
      };
    }

  return n;
}

/* The years that past booms took. */
static void
draw_span (const ObPage *page, const ObPlot *plot)
{
  double first;
  double last;
  ObRect rect;
  ObColor color = ob_theme_get_tint (page->theme, 6);

  get_years (&first, &last);
  if (first > last)
    return;

  rect.x = ob_plot_get_x (plot, first - 0.5);
  rect.width = ob_plot_get_x (plot, last + 0.5) - rect.x;
  color.alpha = 0.45;
  cairo_rectangle (page->cr, floor (rect.x), plot->rect.y, ceil (rect.width), plot->rect.height);
  ob_page_set_color (page, &color);
  ob_page_cairo_fill (page);
}

static void
put_span_label (const ObPage *page, const ObPlot *plot)
{
  g_autofree char *text = NULL;
  double first;
  double last;
  ObLabel label;

  get_years (&first, &last);
  if (first > last)
    return;

  /* Translators: two numbers of years. */
  text = g_strdup_printf (_ ("Past busts came after %.0f to %.0f years"), first, last);
  label = (ObLabel){
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = ob_plot_get_x (plot, (first + last) / 2),
    .y = plot->rect.y + page->size * 0.3,
    .x_align = 0.5,
  };
  ob_page_put_label (page, &label);
}

/* A bar from low to high with caps, a diamond where both are one; without them a
 * triangle on the base line. */
static void
draw_boom (const ObPage *page, const ObPlot *plot, const ObBoom *boom)
{
  cairo_t *cr = page->cr;
  double x = floor (ob_plot_get_x (plot, boom->years)) + 0.5;
  double bottom = plot->rect.y + plot->rect.height;
  double reach = page->size * 0.4;
  ObRect block = { x - reach, bottom - 2 * reach, 2 * reach, 2 * reach };

  ob_page_set_role (page, OB_ROLE_TEXT);
  if (ob_boom_has_range (boom))
    {
      double low = ob_plot_get_y (plot, boom->low);
      double high = ob_plot_get_y (plot, boom->high);

      if (boom->low == boom->high)
        {
          cairo_move_to (cr, x, low - reach);
          cairo_line_to (cr, x + reach, low);
          cairo_line_to (cr, x, low + reach);
          cairo_line_to (cr, x - reach, low);
          cairo_close_path (cr);
          ob_page_fill (page);
          block = (ObRect){ x - reach, low - reach, 2 * reach, 2 * reach };
        }
      else
        {
          cairo_set_line_width (cr, page->theme->line_width);
          ob_page_line (page, x, low, x, high);
          ob_page_line (page, x - reach, low, x + reach, low);
          ob_page_line (page, x - reach, high, x + reach, high);
          block = (ObRect){ x - reach, high - 1, 2 * reach, low - high + 2 };
        }
    }
  else
    {
      cairo_move_to (cr, x, bottom - 1.5 * reach);
      cairo_line_to (cr, x + reach * 0.7, bottom);
      cairo_line_to (cr, x - reach * 0.7, bottom);
      cairo_close_path (cr);
      ob_page_fill (page);
    }
  ob_label_placer_block (page->labels, &block);
}

static void
put_boom_label (const ObPage *page, const ObPlot *plot, const ObBoom *boom)
{
  g_autofree char *full = ob_boom_words_get_name (boom);
  const char *const texts[] = { full, boom->name };
  gboolean ranged = ob_boom_has_range (boom);

  for (guint k = 0; k < 2 * G_N_ELEMENTS (texts); k++)
    {
      double side = k % 2 == 0 ? 1 : -1;
      ObLabel label = {
        .text = texts[k / 2],
        .style = ranged ? OB_TEXT_LABEL : OB_TEXT_SMALL,
        .color = ranged ? NULL : &page->theme->role[OB_ROLE_MUTED],
        .halo = &page->theme->role[OB_ROLE_BACKGROUND],
        .x = ob_plot_get_x (plot, boom->years) + side * page->size * 0.6,
        .y = plot->rect.y + plot->rect.height - page->size,
        .x_align = (1 - side) / 2,
        .y_align = 0.5,
      };

      if (ranged)
        label.y = ob_plot_get_y (plot, (boom->low + boom->high) / 2);
      /* Further away it would seem to go with another boom. */
      if (ob_page_put_label (page, &label))
        return;
    }
}

/* When the scenario itself turns, if it does. */
static void
put_turn (ObChart *self, const ObPage *page, const ObPlot *plot, const ObBoomPath *path)
{
  const ObRun *run = &self->results->run;
  g_autofree char *when = NULL;
  g_autofree char *text = NULL;
  ObLabel label;
  guint turn = 0;

  while (turn < OB_N_QUARTERS && run->phase[turn] != OB_PHASE_TURNING_POINT)
    turn++;
  if (turn == OB_N_QUARTERS || path->years[path->n_history + turn] > N_YEARS)
    return;

  when = ob_quarter_format (run->start_year, turn);
  /* Translators: where the scenario's boom turns; a quarter: "Q2 2029". */
  text = g_strdup_printf (_ ("Turning point %s"), when);
  label = (ObLabel){
    .text = text,
    .style = OB_TEXT_LABEL_BOLD,
    .color = &page->theme->category_text[COUNTRY],
    .halo = &page->theme->role[OB_ROLE_BACKGROUND],
    .x = ob_plot_get_x (plot, path->years[path->n_history + turn]),
    .y = ob_plot_get_y (plot, path->country[path->n_history + turn]),
  };
  if (!isfinite (label.y))
    return;
  ob_marker_draw_ring (page, label.x, label.y, COUNTRY);
  ob_page_put_label_near (page, &label, page->size * 0.8, FALSE);
}

static void
draw_paths (ObChart *self, const ObPage *page, const ObPlot *plot, const ObBoomPath *path)
{
  const double *const values[N_PATHS] = { path->country, path->world };

  for (guint k = N_PATHS; k > 0; k--)
    {
      ob_line_mark_draw (page, plot, path->years, values[k - 1], path->n, k - 1);
      for (guint i = 0; i < path->n_history; i++)
        {
          if (path->years[i] >= 0 && path->years[i] <= N_YEARS)
            ob_marker_draw_dot (page, ob_plot_get_x (plot, path->years[i]),
                                ob_plot_get_y (plot, values[k - 1][i]), k - 1);
        }
    }
}

static void
draw_cursor (ObChart *self, const ObPage *page, const ObPlot *plot, double years, double width)
{
  double x = ob_plot_get_x (plot, years);

  if (years < plot->x.min || years > plot->x.max)
    return;

  cairo_save (page->cr);
  cairo_set_line_width (page->cr, width);
  ob_page_set_role (page, OB_ROLE_CURSOR);
  ob_page_rule (page, x, plot->rect.y, x, plot->rect.y + plot->rect.height);
  cairo_restore (page->cr);
}

static const ObBoom *
find_boom (const ObPage *page, const ObPlot *plot, double x, double y)
{
  double reach = page->size * REACH;

  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      const ObBoom *boom = ob_past_get_boom (i);
      double low = ob_plot_get_y (plot, ob_boom_has_range (boom) ? boom->low : plot->y.min);
      double high = ob_plot_get_y (plot, ob_boom_has_range (boom) ? boom->high : plot->y.min);

      if (fabs (x - ob_plot_get_x (plot, boom->years)) <= reach && y <= low + reach
          && y >= high - reach)
        return boom;
    }

  return NULL;
}

static void
draw_readout (ObChart *self, const ObPage *page, const ObPlot *plot, const ObBoomPath *path)
{
  g_auto (ObReadout) readout = { 0 };
  const ObBoom *boom;
  double x;
  double y;
  double years;
  guint nearest = 0;

  if (!ob_chart_get_hover (self, plot, &x, &y))
    return;

  boom = find_boom (page, plot, x, y);
  if (boom != NULL)
    {
      ob_boom_words_fill_readout (boom, &readout);
      ob_readout_draw (&readout, page, x, y);
      return;
    }

  years = ob_scale_from_unit (&plot->x, (x - plot->rect.x) / plot->rect.width);
  for (guint i = 1; i < path->n; i++)
    {
      if (fabs (path->years[i] - years) < fabs (path->years[nearest] - years))
        nearest = i;
    }
  if (nearest < path->n_history)
    readout.title = g_strdup_printf ("%.0f", floor (path->onset + path->years[nearest]));
  else
    readout.title = ob_quarter_format (self->results->run.start_year, nearest - path->n_history);
  ob_readout_add (&readout, get_path_label (COUNTRY),
                  ob_quantity_format (OB_UNIT_SHARE, path->country[nearest]), COUNTRY);
  ob_readout_add (&readout, get_path_label (WORLD),
                  ob_quantity_format (OB_UNIT_SHARE, path->world[nearest]), WORLD);
  for (guint pin = 0; pin < OB_N_PINS; pin++)
    {
      const double share = ob_boom_pins_get_share (self, pin, path->years[nearest]);

      if (isfinite (share))
        ob_readout_add (&readout, ob_pin_get_letter (pin),
                        ob_quantity_format (OB_UNIT_SHARE, share), -1);
    }
  draw_cursor (self, page, plot, path->years[nearest], 1.);
  ob_readout_draw (&readout, page, x, y);
}

static void
put_titles (const ObPage *page, const ObPlot *plot, const ObAxis *axis, const ObRect *area)
{
  /* Translators: title of an axis: what it shows, its unit. */
  g_autofree char *text = g_strdup_printf (
    C_ ("axis", "%s, %s"), C_ ("axis", "Capex as a share of GDP"), ob_axis_get_unit_text (axis));
  ObLabel title = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = area->x,
    .y = area->y,
  };
  ObLabel below = {
    .text = _ ("Years since the boom began"),
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = plot->rect.x + plot->rect.width / 2,
    .y = area->y + area->height,
    .x_align = 0.5,
    .y_align = 1,
  };

  ob_page_put_label (page, &title);
  ob_page_put_label (page, &below);
}

static void
boom_chart_draw (ObChart *self, const ObPage *page, const ObRect *area)
{
  g_auto (ObAxis) vertical = { 0 };
  g_auto (ObAxis) horizontal = { 0 };
  ObEndLabel ends[N_PATHS];
  ObPlot plot = { *area, { OB_SCALE_LINEAR, 0, N_YEARS }, self->range[0].scale };
  ObBoomPath path;
  double line;
  guint n;

  ob_boom_path_init (&path, self->results);
  ob_axis_init (&vertical, &plot.y, OB_UNIT_SHARE,
                ob_time_chart_get_max_ticks (page, OB_SCALE_LINEAR, area->height));
  n = make_ends (self, &path, &plot, ends);

  ob_text_measure (page->text, OB_TEXT_SMALL, _ ("Years since the boom began"), NULL, &line);
  plot.rect.x += ob_axis_get_label_width (&vertical, page->text) + page->size * 0.6;
  plot.rect.width =
    MAX (area->x + area->width - plot.rect.x - ob_end_labels_get_width (page, ends, n), 1);
  plot.rect.y += line + page->size * 0.7;
  plot.rect.height =
    MAX (area->y + area->height - plot.rect.y - ob_time_axis_get_height (page) - line - 2, 1);
  plot.rect = ob_rect_round_out (&plot.rect);
  self->plot = plot;
  self->drawn = TRUE;

  draw_span (page, &plot);
  ob_axis_draw_grid (&vertical, page, &plot);
  put_titles (page, &plot, &vertical, area);
  make_ends (self, &path, &plot, ends);
  ob_end_labels_draw (page, &plot, ends, n);
  ob_axis_draw_left (&vertical, page, &plot);
  ob_axis_init (&horizontal, &plot.x, OB_UNIT_YEAR,
                CLAMP ((int) (plot.rect.width / (page->size * 3.)), 2, 15));
  ob_axis_draw_bottom (&horizontal, page, &plot);

  ob_boom_pins_draw (self, page, &plot);
  draw_paths (self, page, &plot, &path);

  cairo_save (page->cr);
  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    draw_boom (page, &plot, ob_past_get_boom (i));
  cairo_restore (page->cr);

  ob_line_mark_block (page, &plot, path.years, path.country, path.n);
  ob_line_mark_block (page, &plot, path.years, path.world, path.n);
  ob_page_block_around (page, &plot.rect);
  put_span_label (page, &plot);
  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      if (ob_boom_has_range (ob_past_get_boom (i)))
        put_boom_label (page, &plot, ob_past_get_boom (i));
    }
  put_turn (self, page, &plot, &path);
  ob_boom_pins_put_labels (self, page, &plot);
  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      if (!ob_boom_has_range (ob_past_get_boom (i)))
        put_boom_label (page, &plot, ob_past_get_boom (i));
    }
  if (self->quarter >= 0)
    draw_cursor (self, page, &plot, path.years[path.n_history + self->quarter], 1.5);

  draw_readout (self, page, &plot, &path);
}

const ObChartClass ob_boom_chart_class = {
  .id = "booms",
  .title = NC_ ("chart", "Past build-outs and this one"),
  .update = boom_chart_update,
  .draw = boom_chart_draw,
  .describe = ob_boom_words_describe,
  .get_note = ob_boom_words_get_note,
  .write_csv = ob_boom_words_write_csv,
  .has_ghosts = TRUE,
};
