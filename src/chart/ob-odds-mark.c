/* ob-odds-mark.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-odds-mark.h"

#include "ob-level-lines.h"
#include "ob-page-path.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_LEVELS   OB_ODDS_MAP_N_LEVELS
#define MIDDLE     (N_LEVELS / 2)
#define LINE_WIDTH 1.5
#define HALO       2.
/* The map is to be seen through the band. */
#define BAND_ALPHA 0.15
/* Lines shorter than this many label widths are left without. */
#define MIN_LENGTH 1.6

struct _ObOddsMark
{
  ObOddsKind kind;
  double risk_level;
  /* Around what is at or above the lowest level, and the highest. */
  GArray *outlines[2];
  GArray *lines[N_LEVELS];
};

ObOddsMark *
ob_odds_mark_new (const ObOddsMap *odds, ObOddsKind kind)
{
  ObOddsMark *self;
  const double *values;

  g_return_val_if_fail (odds != NULL, NULL);

  values = kind == OB_ODDS_PAYBACK ? odds->profit : odds->risk;
  self = g_new0 (ObOddsMark, 1);
  self->kind = kind;
  self->risk_level = odds->risk_level;
  for (guint k = 0; k < N_LEVELS; k++)
    self->lines[k] = ob_level_lines_new (values, odds->n, odds->n, ob_odds_map_levels[k]);
  for (guint k = 0; k < 2; k++)
    self->outlines[k] =
      ob_level_lines_new_outline (values, odds->n, odds->n, ob_odds_map_levels[k * (N_LEVELS - 1)]);

  return self;
}

void
ob_odds_mark_free (ObOddsMark *self)
{
  if (self == NULL)
    return;

  for (guint k = 0; k < N_LEVELS; k++)
    g_array_unref (self->lines[k]);
  for (guint k = 0; k < 2; k++)
    g_array_unref (self->outlines[k]);
  g_free (self);
}

gboolean
ob_odds_mark_is_visible (ObOddsMark *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint k = 0; k < N_LEVELS; k++)
    {
      if (self->lines[k]->len > 0)
        return TRUE;
    }

  return FALSE;
}

static const ObColor *
get_color (ObOddsMark *self, const ObPage *page)
{
  return &page->theme->role[self->kind == OB_ODDS_PAYBACK ? OB_ROLE_MAP_TEXT : OB_ROLE_MAP_RISK];
}

char *
ob_odds_mark_format_name (ObOddsMark *self, gboolean brief)
{
  g_autofree char *low = ob_quantity_format (OB_UNIT_SHARE, ob_odds_map_levels[0]);
  g_autofree char *high = ob_quantity_format (OB_UNIT_SHARE, ob_odds_map_levels[N_LEVELS - 1]);
  g_autofree char *risk = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->kind == OB_ODDS_PAYBACK && brief)
    /* Translators: of a band on a map, as short as can be: it is about how many of all draws
     * pay back there. */
    return g_strdup (C_ ("band", "pay back"));

  if (self->kind == OB_ODDS_PAYBACK)
    /* Translators: of a band on a map: between these two percentages of all draws pay
     * back there. */
    return g_strdup_printf (C_ ("band", "%s to %s pay back"), low, high);

  risk = ob_quantity_format (OB_UNIT_SHARE, self->risk_level);
  if (brief)
    /* Translators: of a band on a map, as short as can be: it is about how many of all draws
     * have a bubble risk above this percentage there. */
    return g_strdup_printf (C_ ("band", "risk > %s"), risk);

  /* Translators: of a band on a map: in between the first two percentages of all draws the
   * bubble risk is above the third. */
  return g_strdup_printf (C_ ("band", "%s to %s have a risk above %s"), low, high, risk);
}

static char *
format_level (ObOddsMark *self, guint k)
{
  g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, ob_odds_map_levels[k]);
  g_autofree char *risk = ob_quantity_format (OB_UNIT_SHARE, self->risk_level);

  if (self->kind == OB_ODDS_PAYBACK)
    /* Translators: the label of a line on a map: there so many of all draws pay back. */
    return g_strdup_printf (C_ ("curve", "%s pay back"), share);

  /* Translators: the label of a line on a map: there, in so many of all draws, the bubble
   * risk is above the second percentage. */
  return g_strdup_printf (C_ ("curve", "%s at risk > %s"), share, risk);
}

/* What lies between the two outlines, in one piece: parts would show their seams. */
static void
trace_band (ObOddsMark *self, const ObPage *page, const ObPlot *plot)
{
  for (guint side = 0; side < 2; side++)
    {
      for (guint i = 0; i < self->outlines[side]->len; i++)
        {
          const ObLevelLine *line = &g_array_index (self->outlines[side], ObLevelLine, i);

          for (guint p = 0; p < line->n_points; p++)
            cairo_line_to (page->cr, plot->rect.x + line->xy[2 * p] * plot->rect.width,
                           plot->rect.y + (1 - line->xy[2 * p + 1]) * plot->rect.height);
          cairo_close_path (page->cr);
          cairo_new_sub_path (page->cr);
        }
    }
}

static void
fill (ObOddsMark *self, const ObPage *page)
{
  ObColor color = *get_color (self, page);

  color.alpha = BAND_ALPHA;
  ob_page_set_color (page, &color);
  cairo_set_fill_rule (page->cr, CAIRO_FILL_RULE_EVEN_ODD);
  ob_page_fill (page);
  cairo_set_fill_rule (page->cr, CAIRO_FILL_RULE_WINDING);
}

void
ob_odds_mark_draw_band (ObOddsMark *self, const ObPage *page, const ObPlot *plot)
{
  g_return_if_fail (self != NULL && page != NULL && plot != NULL);

  cairo_new_path (page->cr);
  trace_band (self, page, plot);
  fill (self, page);
}

/* The dashes of each line, so that one knows which it is where it has no label. */
static void
set_dash (ObOddsMark *self, const ObPage *page, guint k)
{
  static const double ends[] = { 9, 3 };
  static const double middle[] = { 9, 3, 2, 3 };
  static const double risky[] = { 3, 2 };
  static const double risky_middle[] = { 6, 2, 1.5, 2 };

  if (self->kind == OB_ODDS_PAYBACK && k != MIDDLE)
    cairo_set_dash (page->cr, ends, G_N_ELEMENTS (ends), 0);
  else if (self->kind == OB_ODDS_PAYBACK)
    cairo_set_dash (page->cr, middle, G_N_ELEMENTS (middle), 0);
  else if (k != MIDDLE)
    cairo_set_dash (page->cr, risky, G_N_ELEMENTS (risky), 0);
  else
    cairo_set_dash (page->cr, risky_middle, G_N_ELEMENTS (risky_middle), 0);
}

/* What has been traced. */
static void
stroke (ObOddsMark *self, const ObPage *page, guint k)
{
  cairo_set_dash (page->cr, NULL, 0, 0);
  cairo_set_line_width (page->cr, LINE_WIDTH + HALO);
  ob_page_set_role (page, OB_ROLE_MAP_HALO);
  ob_page_stroke_preserve (page);
  set_dash (self, page, k);
  cairo_set_line_width (page->cr, LINE_WIDTH);
  ob_page_set_color (page, get_color (self, page));
  ob_page_stroke (page);
}

void
ob_odds_mark_draw_sample (ObOddsMark *self, const ObPage *page, const ObRect *rect)
{
  g_return_if_fail (self != NULL && page != NULL && rect != NULL);

  cairo_save (page->cr);
  /* The ground that it has on the map. */
  cairo_rectangle (page->cr, rect->x, rect->y, rect->width, rect->height);
  ob_page_set_role (page, OB_ROLE_MAP_HALO);
  ob_page_cairo_fill_preserve (page);
  fill (self, page);
  cairo_move_to (page->cr, rect->x, rect->y);
  cairo_rel_line_to (page->cr, rect->width, 0);
  cairo_move_to (page->cr, rect->x, rect->y + rect->height);
  cairo_rel_line_to (page->cr, rect->width, 0);
  stroke (self, page, 0);
  cairo_restore (page->cr);
}

/* The longest line of a level: one label says enough. */
static const ObLevelLine *
get_longest (ObOddsMark *self, guint k, const ObPlot *plot)
{
  const ObLevelLine *longest = NULL;
  double most = 0;

  for (guint i = 0; i < self->lines[k]->len; i++)
    {
      const ObLevelLine *line = &g_array_index (self->lines[k], ObLevelLine, i);
      g_auto (ObPagePath) path = { 0 };

      ob_page_path_init_units (&path, plot, line->xy, line->n_points);
      if (ob_page_path_get_length (&path) > most)
        {
          most = ob_page_path_get_length (&path);
          longest = line;
        }
    }

  return longest;
}

void
ob_odds_mark_put_labels (ObOddsMark *self, const ObPage *page, const ObPlot *plot, GArray *gaps)
{
  g_autoptr (GArray) all = NULL;

  g_return_if_fail (self != NULL && page != NULL && plot != NULL && gaps != NULL);

  all = ob_page_path_array_new ();
  for (guint k = 0; k < N_LEVELS; k++)
    {
      for (guint i = 0; i < self->lines[k]->len; i++)
        {
          const ObLevelLine *line = &g_array_index (self->lines[k], ObLevelLine, i);
          ObPagePath path;

          ob_page_path_init_units (&path, plot, line->xy, line->n_points);
          g_array_append_val (all, path);
        }
    }

  /* The ends first: they say what the band is. */
  for (guint order = 0; order < N_LEVELS; order++)
    {
      const guint k = (N_LEVELS - 1 + order * (N_LEVELS - 1)) % N_LEVELS;
      const ObLevelLine *line = get_longest (self, k, plot);
      g_autofree char *text = format_level (self, k);
      const ObLabel label = {
        .text = text,
        .style = OB_TEXT_SMALL,
        .color = get_color (self, page),
      };
      g_auto (ObPagePath) path = { 0 };

      if (line == NULL)
        continue;
      ob_page_path_init_units (&path, plot, line->xy, line->n_points);
      if (!ob_page_path_put_label (&path, page, &plot->rect, &label, all, MIN_LENGTH, gaps))
        ob_page_path_put_label (&path, page, &plot->rect, &label, NULL, MIN_LENGTH, gaps);
    }

  for (guint i = 0; i < all->len; i++)
    ob_page_path_block (&g_array_index (all, ObPagePath, i), page);
}

void
ob_odds_mark_draw_lines (ObOddsMark *self,
                         const ObPage *page,
                         const ObPlot *plot,
                         const GArray *gaps)
{
  g_return_if_fail (self != NULL && page != NULL && plot != NULL && gaps != NULL);

  cairo_set_line_join (page->cr, CAIRO_LINE_JOIN_ROUND);
  for (guint k = 0; k < N_LEVELS; k++)
    {
      for (guint i = 0; i < self->lines[k]->len; i++)
        {
          const ObLevelLine *line = &g_array_index (self->lines[k], ObLevelLine, i);
          g_auto (ObPagePath) path = { 0 };

          ob_page_path_init_units (&path, plot, line->xy, line->n_points);
          ob_page_path_trace (&path, page, gaps);
        }
      stroke (self, page, k);
    }
}
