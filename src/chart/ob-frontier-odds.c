/* ob-frontier-odds.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-odds.h"

#include "ob-csv.h"
#include "ob-number.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Steps along an axis in which the place of a chance is looked for. */
#define N_STEPS 200
/* Of the legend, in sizes of text. */
#define SAMPLE_WIDTH       2.4
#define BRIEF_SAMPLE_WIDTH 1.4
#define SAMPLE_GAP         0.4
#define ENTRY_GAP          0.8
#define BRIEF_ENTRY_GAP    0.6

/* The chances over the plane that is drawn; NULL if there are none, or those of another
 * plane still. */
static const ObOddsMap *
get_odds (ObChart *self)
{
  const ObResults *results = self->results;

  if (results->odds == NULL || results->map == NULL
      || !ob_plane_equal (&results->odds->plane, &results->map->plane))
    return NULL;

  return results->odds;
}

/* One of the two grids if its band is asked for. */
static const double *
get_values (ObChart *self, ObOddsKind kind)
{
  const ObOddsMap *odds = get_odds (self);
  const ObOverlay *overlay = &self->results->overlay;

  if (odds == NULL || !(kind == OB_ODDS_PAYBACK ? overlay->payback_band : overlay->risk_band))
    return NULL;

  return kind == OB_ODDS_PAYBACK ? odds->profit : odds->risk;
}

static gboolean
has_band (ObChart *self, ObOddsKind kind)
{
  return self->odds[kind] != NULL && ob_odds_mark_is_visible (self->odds[kind]);
}

void
ob_frontier_odds_update (ObChart *self)
{
  for (ObOddsKind kind = 0; kind < G_N_ELEMENTS (self->odds); kind++)
    {
      if (self->odds[kind] == NULL && get_values (self, kind) != NULL)
        self->odds[kind] = ob_odds_mark_new (get_odds (self), kind);
    }
}

/* What an entry of the legend takes: its words, and what they stand beside. */
static double
measure_entry (ObChart *self, const ObPage *page, ObOddsKind kind, gboolean brief)
{
  g_autofree char *text = ob_odds_mark_format_name (self->odds[kind], brief);
  double width;

  ob_text_measure (page->text, OB_TEXT_SMALL, text, &width, NULL);

  return width + (SAMPLE_GAP + (brief ? BRIEF_SAMPLE_WIDTH : SAMPLE_WIDTH)) * page->size;
}

static void
put_entry (ObChart *self,
           const ObPage *page,
           ObOddsKind kind,
           gboolean brief,
           double left,
           double y,
           double y_align)
{
  const double width = (brief ? BRIEF_SAMPLE_WIDTH : SAMPLE_WIDTH) * page->size;
  g_autofree char *text = ob_odds_mark_format_name (self->odds[kind], brief);
  const ObLabel label = {
    .text = text,
    .style = OB_TEXT_SMALL,
    .color = &page->theme->role[OB_ROLE_MUTED],
    .x = left + width + SAMPLE_GAP * page->size,
    .y = y,
    .y_align = y_align,
  };
  const ObRect rect = ob_page_get_label_rect (page, &label);
  const ObRect sample = { left, rect.y + rect.height * 0.2, width, rect.height * 0.6 };

  if (!ob_label_placer_is_free (page->labels, &sample) || !ob_page_put_label (page, &label))
    return;

  ob_label_placer_block (page->labels, &sample);
  ob_odds_mark_draw_sample (self->odds[kind], page, &sample);
}

gboolean
ob_frontier_odds_put_legend (ObChart *self,
                             const ObPage *page,
                             gboolean brief,
                             double left,
                             double right,
                             double y,
                             double y_align)
{
  const double gap = (brief ? BRIEF_ENTRY_GAP : ENTRY_GAP) * page->size;
  double width = -gap;

  /* The risk comes first, as its band lies to the left of the other more often than not. */
  for (ObOddsKind kind = G_N_ELEMENTS (self->odds); kind-- > 0;)
    {
      if (has_band (self, kind))
        width += measure_entry (self, page, kind, brief) + gap;
    }
  if (width > right - left)
    return FALSE;

  left = y_align > 0 ? left : right - width;
  for (ObOddsKind kind = G_N_ELEMENTS (self->odds); kind-- > 0;)
    {
      if (!has_band (self, kind))
        continue;
      put_entry (self, page, kind, brief, left, y, y_align);
      left += measure_entry (self, page, kind, brief) + gap;
    }

  return TRUE;
}

void
ob_frontier_odds_put_labels (ObChart *self, const ObPage *page, GArray *gaps)
{
  for (ObOddsKind kind = 0; kind < G_N_ELEMENTS (self->odds); kind++)
    {
      if (self->odds[kind] != NULL)
        ob_odds_mark_put_labels (self->odds[kind], page, &self->plot, gaps);
    }
}

void
ob_frontier_odds_draw_bands (ObChart *self, const ObPage *page)
{
  for (ObOddsKind kind = 0; kind < G_N_ELEMENTS (self->odds); kind++)
    {
      if (self->odds[kind] != NULL)
        ob_odds_mark_draw_band (self->odds[kind], page, &self->plot);
    }
}

void
ob_frontier_odds_draw_lines (ObChart *self, const ObPage *page, const GArray *gaps)
{
  for (ObOddsKind kind = 0; kind < G_N_ELEMENTS (self->odds); kind++)
    {
      if (self->odds[kind] != NULL)
        ob_odds_mark_draw_lines (self->odds[kind], page, &self->plot, gaps);
    }
}

/* "63 % ± 2 %"; to whole percents, and the error upwards. That all draws agree is not
 * certainty: the next one may not. */
static char *
format_chance (const ObOddsMap *odds, double chance)
{
  const double off = MAX (ob_odds_map_get_error (odds, chance), 1 / (double) odds->n_draws);
  g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, round (chance * 100) / 100);
  g_autofree char *error = ob_quantity_format (OB_UNIT_SHARE, ceil (off * 100) / 100);

  /* Translators: a percentage and how far off it may be. */
  return g_strdup_printf (C_ ("chance", "%s ± %s"), share, error);
}

void
ob_frontier_odds_add_rows (ObChart *self, ObReadout *readout, double x, double y)
{
  const char *const names[] = {
    [OB_ODDS_PAYBACK] = C_ ("readout", "Draws that pay back"),
    [OB_ODDS_RISK] = C_ ("readout", "Draws at high risk"),
  };

  for (ObOddsKind kind = 0; kind < G_N_ELEMENTS (names); kind++)
    {
      const double *values = get_values (self, kind);

      if (values != NULL)
        ob_readout_add (
          readout, names[kind],
          format_chance (get_odds (self), ob_odds_map_interpolate (get_odds (self), values, x, y)),
          -1);
    }
}

/* Where along x, at the height @y and nearest to @x, the chance is @level. */
static gboolean
find_place (const ObOddsMap *odds,
            const double *values,
            double level,
            double x,
            double y,
            double *place)
{
  double before = ob_odds_map_interpolate (odds, values, 0, y) - level;
  gboolean found = FALSE;

  for (guint i = 1; i <= N_STEPS; i++)
    {
      const double after = ob_odds_map_interpolate (odds, values, i / (double) N_STEPS, y) - level;

      if ((before < 0) != (after < 0))
        {
          const double at = (i - 1 + before / (before - after)) / N_STEPS;

          if (!found || fabs (at - x) < fabs (*place - x))
            *place = at;
          found = TRUE;
        }
      before = after;
    }

  return found;
}

/* Where one lever alone makes it so likely, for each of the levels. */
static void
append_places (GString *text, const ObOddsMap *odds, const double *values, double x, double y)
{
  const ObParameter lever = odds->plane.x;
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint k = OB_ODDS_MAP_N_LEVELS; k > 0; k--)
    {
      g_autofree char *share = ob_quantity_format (OB_UNIT_SHARE, ob_odds_map_levels[k - 1]);
      g_autofree char *value = NULL;
      double place = x;

      if (!find_place (odds, values, ob_odds_map_levels[k - 1], x, y, &place))
        continue;

      value = ob_quantity_format (ob_parameter_get_info (lever)->unit,
                                  ob_plane_x_from_unit (&odds->plane, place));
      if (list->len > 0)
        g_string_append (list, C_ ("list", "; "));
      /* Translators: an item of a list: a percentage of all draws, and the value of a lever
       * that makes it so many. */
      g_string_append_printf (list, C_ ("chance", "%s at %s"), share, value);
    }
  if (list->len == 0)
    return;

  g_string_append_c (text, ' ');
  /* Translators: the name of a lever, then a list of percentages and values of it. */
  g_string_append_printf (text, _ ("With %s alone it would be %s."), ob_parameter_get_label (lever),
                          list->str);
}

void
ob_frontier_odds_describe (ObChart *self, GString *text)
{
  const ObOddsMap *odds = get_odds (self);

  for (ObOddsKind kind = 0; odds != NULL && kind < G_N_ELEMENTS (self->odds); kind++)
    {
      const double *values = get_values (self, kind);
      const ObInputs *inputs = &self->results->inputs;
      g_autofree char *chance = NULL;
      g_autofree char *risk = ob_quantity_format (OB_UNIT_SHARE, odds->risk_level);
      double x, y;

      if (values == NULL)
        continue;

      x = ob_plane_x_to_unit (&odds->plane, inputs->value[odds->plane.x]);
      y = ob_plane_y_to_unit (&odds->plane, inputs->value[odds->plane.y]);
      chance = format_chance (odds, ob_odds_map_interpolate (odds, values, x, y));
      g_string_append_c (text, ' ');
      if (kind == OB_ODDS_PAYBACK)
        /* Translators: a percentage and how far off it may be. */
        g_string_append_printf (
          text, _ ("Of draws from the ranges of the other inputs, %s pay back here."), chance);
      else
        /* Translators: a percentage and how far off it may be, and a bubble risk. */
        g_string_append_printf (
          text, _ ("Of draws from the ranges of the other inputs, %s have a bubble risk above %s."),
          chance, risk);
      append_places (text, odds, values, x, y);
    }
}

void
ob_frontier_odds_append_heads (ObChart *self, GString *csv)
{
  if (get_values (self, OB_ODDS_PAYBACK) != NULL)
    g_string_append (csv, ",chance_of_payback");
  if (get_values (self, OB_ODDS_RISK) != NULL)
    {
      g_autofree char *level = ob_number_to_string (get_odds (self)->risk_level);

      g_string_append_printf (csv, ",chance_of_risk_above_%s", level);
    }
}

void
ob_frontier_odds_append_empty (ObChart *self, GString *csv)
{
  for (ObOddsKind kind = 0; kind < G_N_ELEMENTS (self->odds); kind++)
    {
      if (get_values (self, kind) != NULL)
        g_string_append_c (csv, ',');
    }
}

void
ob_frontier_odds_append_chances (ObChart *self, GString *csv, double x, double y)
{
  for (ObOddsKind kind = 0; kind < G_N_ELEMENTS (self->odds); kind++)
    {
      const double *values = get_values (self, kind);

      if (values != NULL)
        ob_csv_append_cell (csv, ob_odds_map_interpolate (get_odds (self), values, x, y));
    }
}
