/* ob-frontier-regions.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-regions.h"
#include "ob-frontier-search.h"

#include <glib/gi18n-lib.h>

/* Points along each side of a label that have to lie in its region. */
#define N_PROBES 4

/* Whether all of @rect, a part of the plot, gains or all of it loses. */
static gboolean
is_inside (ObChart *chart, const ObRect *rect, gboolean gain)
{
  const ObMap *map = chart->results->map;
  const ObRect *plot = &chart->plot.rect;

  for (guint i = 0; i < N_PROBES * N_PROBES; i++)
    {
      double x = rect->x + rect->width * (i % N_PROBES) / (N_PROBES - 1.);
      double y = rect->y + rect->height * (guint) (i / N_PROBES) / (N_PROBES - 1.);
      double npv = ob_frontier_search_interpolate (map, map->npv, (x - plot->x) / plot->width,
                                                   1. - (y - plot->y) / plot->height);

      if (gain ? !(npv > 0) : !(npv < 0))
        return FALSE;
    }

  return TRUE;
}

/* On a line it would seem to be the name of that. */
static gboolean
is_on_line (ObChart *chart, const ObRect *rect)
{
  return (chart->iso != NULL && ob_iso_mark_hits (chart->iso, &chart->plot, rect))
         || (chart->risk != NULL && ob_iso_mark_hits (chart->risk, &chart->plot, rect));
}

static void
put_label (ObChart *chart, const ObPage *page, gboolean gain, GArray *gaps)
{
  /* From the corners, where least else is, inwards. */
  static const double places[][2] = {
    { 0.04, 0.06 }, { 0.96, 0.06 }, { 0.96, 0.94 }, { 0.04, 0.94 }, { 0.04, 0.5 },
    { 0.96, 0.5 },  { 0.5, 0.06 },  { 0.5, 0.94 },  { 0.96, 0.28 }, { 0.96, 0.72 },
    { 0.04, 0.28 }, { 0.04, 0.72 }, { 0.7, 0.94 },  { 0.3, 0.94 },  { 0.3, 0.3 },
    { 0.7, 0.3 },   { 0.7, 0.7 },   { 0.3, 0.7 },   { 0.5, 0.5 },
  };
  const guint n = G_N_ELEMENTS (places);
  const ObRect *plot = &chart->plot.rect;
  double margin = page->size * 0.8;
  ObLabel label = {
    /* Translators: what one side of the break-even curve on a map is. */
    .text = gain ? C_ ("map", "Pays back") : C_ ("map", "Loses money"),
    .style = OB_TEXT_BODY,
    .color = &page->theme->role[OB_ROLE_MAP_TEXT],
  };
  ObRect rect = ob_page_get_label_rect (page, &label);

  /* First clear of all lines, then anywhere. */
  for (guint i = 0; i < 2 * n; i++)
    {
      const double *place = places[i % n];
      ObRect room;

      label.x = plot->x + place[0] * (plot->width - rect.width);
      label.y = plot->y + place[1] * (plot->height - rect.height);
      room = (ObRect){ label.x - margin, label.y - margin / 2, rect.width + 2 * margin,
                       rect.height + margin };
      if (!ob_label_placer_is_free (page->labels, &room) || !is_inside (chart, &room, gain)
          || (i < n && is_on_line (chart, &room)) || !ob_page_put_label (page, &label))
        continue;

      room = (ObRect){ label.x - margin / 3, label.y, rect.width + margin * 2 / 3, rect.height };
      g_array_append_val (gaps, room);
      return;
    }
}

void
ob_frontier_regions_put_labels (ObChart *chart, const ObPage *page, GArray *gaps)
{
  g_return_if_fail (chart != NULL && chart->results->map != NULL);
  g_return_if_fail (page != NULL && gaps != NULL);

  put_label (chart, page, TRUE, gaps);
  put_label (chart, page, FALSE, gaps);
}
