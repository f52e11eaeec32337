/* ob-chart.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-private.h"
#include "ob-frame.h"
#include "ob-frontier-search.h"
#include "ob-ghost-words.h"
#include "ob-scenario-content.h"
#include "ob-time-chart.h"
#include "ob-time-fan.h"
#include "ob-time-readout.h"
#include "ob-time-ribbon.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Smaller pages are left empty: nothing on them could be read. */
#define MIN_SIZE 24.
/* Lines and letters do not touch the edge of a page without a frame, px. */
#define INSET 3.

ObChart *
ob_chart_new (ObChartKind kind)
{
  ObChart *self;

  g_return_val_if_fail (kind < OB_N_CHARTS, NULL);

  self = g_new0 (ObChart, 1);
  self->kind = kind;
  self->klass = ob_chart_kind_get_class (kind);
  self->theme = ob_theme_get (OB_THEME_LIGHT);
  self->text = ob_text_new ();
  self->labels = ob_label_placer_new ();
  self->ink = ob_ink_new ();
  self->background = TRUE;
  self->quarter = -1;
  self->hover_x = -1;
  self->hover_y = -1;
  self->item = -1;
  self->factor = 1;
  ob_discovery_init (&self->discovery);

  return self;
}

void
ob_chart_free (ObChart *chart)
{
  if (chart == NULL)
    return;

  g_clear_pointer (&chart->results, ob_results_unref);
  g_clear_pointer (&chart->trail, ob_results_unref);
  g_clear_pointer (&chart->ghosts, ob_ghosts_unref);
  g_clear_pointer (&chart->comparison, ob_comparison_unref);
  g_clear_pointer (&chart->heat, ob_heat_mark_free);
  g_clear_pointer (&chart->iso, ob_iso_mark_free);
  g_clear_pointer (&chart->risk, ob_iso_mark_free);
  for (guint i = 0; i < G_N_ELEMENTS (chart->odds); i++)
    g_clear_pointer (&chart->odds[i], ob_odds_mark_free);
  g_clear_pointer (&chart->tornado, ob_tornado_free);
  ob_label_placer_free (chart->labels);
  ob_ink_free (chart->ink);
  ob_text_free (chart->text);
  g_free (chart->vintages);
  g_free (chart->subtitle);
  g_free (chart->title);
  g_free (chart->source);
  g_free (chart);
}

ObChartKind
ob_chart_get_kind (ObChart *chart)
{
  g_return_val_if_fail (chart != NULL, OB_CHART_FRONTIER);

  return chart->kind;
}

static void
update (ObChart *self)
{
  if (self->results != NULL)
    self->klass->update (self);
}

void
ob_chart_set_results (ObChart *chart, ObResults *results)
{
  g_return_if_fail (chart != NULL);

  if (chart->results == results)
    return;

  if (results != NULL)
    ob_results_ref (results);
  g_clear_pointer (&chart->results, ob_results_unref);
  chart->results = results;
  chart->heated = FALSE;
  g_clear_pointer (&chart->iso, ob_iso_mark_free);
  g_clear_pointer (&chart->risk, ob_iso_mark_free);
  for (guint i = 0; i < G_N_ELEMENTS (chart->odds); i++)
    g_clear_pointer (&chart->odds[i], ob_odds_mark_free);
  g_clear_pointer (&chart->tornado, ob_tornado_free);
  update (chart);
}

void
ob_chart_set_trail (ObChart *chart, ObResults *results)
{
  g_return_if_fail (chart != NULL);

  g_clear_pointer (&chart->trail, ob_results_unref);
  chart->trail = results != NULL ? ob_results_ref (results) : NULL;
}

void
ob_chart_set_discovery (ObChart *chart, const ObDiscovery *discovery, gboolean outdated)
{
  g_return_if_fail (chart != NULL);

  if (discovery != NULL)
    chart->discovery = *discovery;
  else
    ob_discovery_init (&chart->discovery);
  chart->outdated = outdated;
}

void
ob_chart_set_ghosts (ObChart *chart, ObGhosts *ghosts)
{
  g_return_if_fail (chart != NULL);

  if (chart->ghosts == ghosts)
    return;

  g_clear_pointer (&chart->ghosts, ob_ghosts_unref);
  chart->ghosts = ghosts != NULL ? ob_ghosts_ref (ghosts) : NULL;
  if (chart->klass->update_ghosts != NULL)
    chart->klass->update_ghosts (chart);
  update (chart);
}

void
ob_chart_set_comparison (ObChart *chart, ObComparison *comparison)
{
  g_return_if_fail (chart != NULL);

  if (chart->comparison == comparison)
    return;

  g_clear_pointer (&chart->comparison, ob_comparison_unref);
  chart->comparison = comparison != NULL ? ob_comparison_ref (comparison) : NULL;
  update (chart);
}

void
ob_chart_set_theme (ObChart *chart, ObThemeKind theme)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (theme < OB_N_THEMES);

  chart->theme = ob_theme_get (theme);
}

void
ob_chart_set_font (ObChart *chart, const char *family, double size)
{
  g_return_if_fail (chart != NULL);

  ob_text_set_font (chart->text, family, size);
}

void
ob_chart_set_background (ObChart *chart, gboolean background)
{
  g_return_if_fail (chart != NULL);

  chart->background = background;
}

void
ob_chart_set_framed (ObChart *chart, gboolean framed, const char *subtitle)
{
  g_return_if_fail (chart != NULL);

  chart->framed = framed;
  if (subtitle != chart->subtitle)
    {
      g_free (chart->subtitle);
      chart->subtitle = g_strdup (subtitle);
    }
}

static void
set_text (char **text, const char *value)
{
  g_autofree char *clean = ob_scenario_clean_text (value);

  g_free (*text);
  *text = *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

void
ob_chart_set_frame_texts (ObChart *chart, const char *title, const char *source)
{
  g_return_if_fail (chart != NULL);

  set_text (&chart->title, title);
  set_text (&chart->source, source);
}

const char *
ob_chart_get_title (ObChart *self)
{
  return self->title != NULL ? self->title : ob_chart_kind_get_title (self->kind);
}

void
ob_chart_set_quarter (ObChart *chart, int quarter)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (quarter >= -1 && quarter < OB_N_QUARTERS);

  chart->quarter = quarter;
}

void
ob_chart_set_range (ObChart *chart, double from, double to)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (isfinite (from) && isfinite (to));

  if (chart->shown[0] == from && chart->shown[1] == to)
    return;

  chart->shown[0] = from;
  chart->shown[1] = to;
  update (chart);
}

gboolean
ob_chart_get_range (ObChart *chart, double *from, double *to)
{
  g_return_val_if_fail (chart != NULL, FALSE);
  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (!chart->drawn || chart->klass->spec == NULL)
    return FALSE;

  *from = chart->plot.x.min;
  *to = chart->plot.x.max;

  return TRUE;
}

void
ob_chart_set_selection (ObChart *chart, double from, double to)
{
  g_return_if_fail (chart != NULL);

  chart->selection[0] = from;
  chart->selection[1] = to;
}

void
ob_chart_set_held (ObChart *chart, gboolean held)
{
  g_return_if_fail (chart != NULL);

  if (chart->held == held)
    return;

  chart->held = held;
  update (chart);
}

void
ob_chart_set_hover (ObChart *chart, double x, double y)
{
  g_return_if_fail (chart != NULL);

  chart->hover_x = x;
  chart->hover_y = y;
}

guint
ob_chart_get_n_items (ObChart *chart)
{
  g_return_val_if_fail (chart != NULL, 0);

  if (chart->results == NULL || chart->klass->get_n_items == NULL)
    return 0;

  return chart->klass->get_n_items (chart);
}

void
ob_chart_set_item (ObChart *chart, int item)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (item >= -1);

  chart->item = item;
}

/* There may be fewer than there were. */
int
ob_chart_get_item (ObChart *chart)
{
  g_return_val_if_fail (chart != NULL, -1);

  return MIN (chart->item, (int) ob_chart_get_n_items (chart) - 1);
}

int
ob_chart_get_item_at (ObChart *chart, double x, double y)
{
  g_return_val_if_fail (chart != NULL, -1);

  if (chart->results == NULL || !chart->drawn || chart->klass->get_item_at == NULL)
    return -1;

  return chart->klass->get_item_at (chart, x / chart->factor, y / chart->factor);
}

gboolean
ob_chart_get_item_lever (ObChart *chart, int item, ObParameter *lever)
{
  g_return_val_if_fail (chart != NULL, FALSE);
  g_return_val_if_fail (lever != NULL, FALSE);

  if (chart->klass->get_item_lever == NULL || item < 0
      || (guint) item >= ob_chart_get_n_items (chart))
    return FALSE;

  *lever = chart->klass->get_item_lever (chart, (guint) item);
  return *lever < OB_N_PARAMETERS;
}

gboolean
ob_chart_get_hover (ObChart *self, const ObPlot *plot, double *x, double *y)
{
  ObRect point = { self->hover_x / self->factor, self->hover_y / self->factor, 0, 0 };

  if (self->hover_x < 0 || self->hover_y < 0 || !ob_rect_contains (&plot->rect, &point))
    return FALSE;

  *x = point.x;
  *y = point.y;

  return TRUE;
}

static void
draw_frame (ObChart *self, const ObPage *page, ObRect *area)
{
  g_autofree char *note = NULL;
  g_autofree char *subtitle = ob_ghost_words_format_subtitle (self, self->subtitle);

  if (self->results != NULL && self->klass->get_note != NULL)
    note = self->klass->get_note (self);

  ob_frame_draw (page, ob_chart_get_title (self), subtitle, self->source, note, area);
}

/* A recording is how a widget draws. */
static gboolean
becomes_pixels (cairo_surface_t *surface)
{
  cairo_surface_type_t type = cairo_surface_get_type (surface);

  return type == CAIRO_SURFACE_TYPE_IMAGE || type == CAIRO_SURFACE_TYPE_RECORDING;
}

void
ob_chart_draw (ObChart *chart, cairo_t *cr, double width, double height)
{
  ObPage page;
  ObRect area;

  g_return_if_fail (chart != NULL);
  g_return_if_fail (cr != NULL);
  g_return_if_fail (isfinite (width) && isfinite (height));

  /* A large framed page is a small one enlarged, text included: it is looked at
   * from further away. On screen text keeps the size of the desktop's. */
  chart->factor = chart->framed ? MAX (MIN (width / 1280., height / 800.), 1.) : 1.;
  chart->drawn = FALSE;

  page = (ObPage){
    .cr = cr,
    .width = width / chart->factor,
    .height = height / chart->factor,
    .size = ob_text_get_size (chart->text),
    .outlines = chart->framed && becomes_pixels (cairo_get_target (cr)),
    .exact = chart->framed,
    .theme = chart->theme,
    .text = chart->text,
    .labels = chart->labels,
    .ink = chart->framed ? NULL : chart->ink,
  };
  ob_label_placer_reset (chart->labels, page.width, page.height);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  if (chart->background)
    {
      ob_page_set_role (&page, OB_ROLE_BACKGROUND);
      cairo_paint (cr);
    }
  if (width < MIN_SIZE || height < MIN_SIZE)
    {
      cairo_restore (cr);
      return;
    }

  cairo_scale (cr, chart->factor, chart->factor);
  /* Nobody sees how smooth a line is that moves. */
  if (chart->held)
    cairo_set_antialias (cr, CAIRO_ANTIALIAS_FAST);
  area = (ObRect){ 0, 0, page.width, page.height };
  if (chart->framed)
    draw_frame (chart, &page, &area);
  else
    area = (ObRect){ INSET, INSET, page.width - 2 * INSET, page.height - 2 * INSET };
  if (chart->results == NULL)
    ob_page_put_message (&page, &area, _ ("Nothing to show yet"));
  else
    chart->klass->draw (chart, &page, &area);
  ob_page_settle (&page);
  cairo_restore (cr);

  ob_label_placer_scale (chart->labels, chart->factor);
}

cairo_surface_t *
ob_chart_draw_to_image (ObChart *chart, int width, int height, int scale)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * scale, height * scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, scale, scale);
  cr = cairo_create (surface);
  ob_chart_draw (chart, cr, width, height);
  cairo_destroy (cr);

  return surface;
}

/* Those that there are, one after the other. */
static char *
join_sentences (const char *const *sentences, guint n)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *before = g_steal_pointer (&text);

      if (sentences[i] == NULL)
        text = g_steal_pointer (&before);
      else if (before == NULL)
        text = g_strdup (sentences[i]);
      else
        text = g_strdup_printf (C_ ("sentences", "%s %s"), before, sentences[i]);
    }

  return g_steal_pointer (&text);
}

char *
ob_chart_describe (ObChart *chart)
{
  g_autofree char *said = NULL;
  g_autofree char *more = NULL;
  g_autofree char *fan = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *item = NULL;
  g_autofree char *readout = NULL;
  g_autofree char *ghosts = NULL;

  g_return_val_if_fail (chart != NULL, NULL);

  if (chart->results == NULL)
    return g_strdup (_ ("Nothing to show yet"));

  said = chart->klass->describe (chart);
  ghosts = ob_ghost_words_describe (chart);
  if (chart->klass->spec != NULL)
    {
      readout = ob_time_readout_describe (chart, chart->klass->spec);
      shown = ob_time_chart_describe_range (chart, chart->klass->spec);
      more = ob_time_ribbon_describe (&chart->results->run);
      fan = ob_time_fan_describe (chart, chart->klass->spec);
    }
  if (ob_chart_get_item (chart) >= 0)
    item = chart->klass->describe_item (chart, ob_chart_get_item (chart));

  return join_sentences ((const char *[]){ readout, item, shown, said, fan, ghosts, more }, 7);
}

gboolean
ob_chart_page_to_data (ObChart *chart, double page_x, double page_y, double *x, double *y)
{
  const ObRect *rect;
  double unit_x;
  double unit_y;

  g_return_val_if_fail (chart != NULL, FALSE);
  g_return_val_if_fail (x != NULL && y != NULL, FALSE);

  *x = 0;
  *y = 0;
  if (!chart->drawn)
    return FALSE;

  rect = &chart->plot.rect;
  unit_x = (page_x / chart->factor - rect->x) / rect->width;
  unit_y = 1. - (page_y / chart->factor - rect->y) / rect->height;
  *x = ob_scale_from_unit (&chart->plot.x, CLAMP (unit_x, 0., 1.));
  *y = ob_scale_from_unit (&chart->plot.y, CLAMP (unit_y, 0., 1.));

  return unit_x >= 0 && unit_x <= 1 && unit_y >= 0 && unit_y <= 1;
}

void
ob_chart_data_to_page (ObChart *chart, double x, double y, double *page_x, double *page_y)
{
  g_return_if_fail (chart != NULL);
  g_return_if_fail (page_x != NULL && page_y != NULL);

  *page_x = 0;
  *page_y = 0;
  if (!chart->drawn)
    return;

  *page_x = ob_plot_get_x (&chart->plot, x) * chart->factor;
  *page_y = ob_plot_get_y (&chart->plot, y) * chart->factor;
}

gboolean
ob_chart_snap (ObChart *chart, double page_x, double page_y, double radius, double *x, double *y)
{
  const ObFrontier *frontier;

  g_return_val_if_fail (chart != NULL, FALSE);
  g_return_val_if_fail (x != NULL && y != NULL, FALSE);

  frontier = chart->results != NULL ? chart->results->frontier : NULL;
  if (!chart->drawn || chart->kind != OB_CHART_FRONTIER || frontier == NULL)
    return FALSE;

  return ob_frontier_search_nearest (frontier, &chart->plot, page_x / chart->factor,
                                     page_y / chart->factor, radius / chart->factor, x, y);
}

const GArray *
ob_chart_get_label_boxes (ObChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return ob_label_placer_get_boxes (chart->labels);
}

const GArray *
ob_chart_get_strokes (ObChart *chart)
{
  g_return_val_if_fail (chart != NULL, NULL);

  return ob_label_placer_get_strokes (chart->labels);
}
