/* ob-frontier-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-frontier-box.h"
#include "ob-frontier-odds.h"
#include "ob-frontier-search.h"
#include "ob-frontier-way-out.h"
#include "ob-frontier-words.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>

/* The plane's outlook in words, where nothing in it breaks even. */
static char *
describe_closest (const ObMap *map)
{
  double x;
  double y;
  double npv;
  g_autofree char *x_text = NULL;
  g_autofree char *y_text = NULL;
  g_autofree char *npv_text = NULL;

  ob_frontier_search_closest (map, &x, &y, &npv);
  x_text = ob_quantity_format (ob_parameter_get_info (map->plane.x)->unit, x);
  y_text = ob_quantity_format (ob_parameter_get_info (map->plane.y)->unit, y);
  npv_text = ob_quantity_format (OB_UNIT_BILLION, npv);

  /* Translators: a sum of money, then twice the name of a lever and its value. */
  return g_strdup_printf (
    _ ("Nothing on this map breaks even. The closest is %s, at %s %s and %s %s."), npv_text,
    ob_parameter_get_label (map->plane.x), x_text, ob_parameter_get_label (map->plane.y), y_text);
}

static void
append_crossing (GString *text,
                 const ObFrontier *frontier,
                 ObParameter lever,
                 gboolean along_x,
                 double x,
                 double y)
{
  g_autofree char *value = NULL;
  double other;

  g_string_append_c (text, ' ');
  if (!ob_frontier_search_crossing (frontier, !along_x, along_x ? y : x, along_x ? x : y, &other))
    {
      /* Translators: the name of a lever, such as "Capex". */
      g_string_append_printf (text, _ ("No value of %s shown here alone breaks even."),
                              ob_parameter_get_label (lever));
      return;
    }

  value = ob_quantity_format (ob_parameter_get_info (lever)->unit, other);
  /* Translators: the name of a lever, such as "Capex", and a value of it. */
  g_string_append_printf (text, _ ("%s alone breaks even at %s."), ob_parameter_get_label (lever),
                          value);
}

static void
append_way_out (GString *text, ObChart *chart)
{
  ObFrontierWayOut way;
  g_autofree char *words = NULL;

  if (!ob_frontier_way_out_init (&way, chart))
    return;

  words = ob_frontier_way_out_format (&way, chart);
  if (words != NULL)
    /* Translators: makes a sentence of what an arrow on the map shows. */
    g_string_append_printf (text, C_ ("way out", " %s."), words);
}

/* Where one lever alone breaks even at each value of the third. */
static void
append_family (GString *text, const ObResults *results, double x, double y)
{
  const ObOverlay *overlay = &results->overlay;
  const ObPlane *plane = &results->map->plane;
  GString *list;

  if (!ob_overlay_has_family_on (overlay, plane))
    return;

  list = g_string_new (NULL);
  for (guint i = 0; i < overlay->n_values; i++)
    {
      const ObFrontier *frontier =
        results->family[i] != NULL ? results->family[i] : results->frontier;
      g_autofree char *value =
        ob_quantity_format (ob_parameter_get_info (overlay->family)->unit, overlay->values[i]);
      double other;

      if (i > 0)
        g_string_append (list, C_ ("list", "; "));
      if (frontier != NULL && ob_frontier_search_crossing (frontier, FALSE, y, x, &other))
        {
          g_autofree char *at = ob_quantity_format (ob_parameter_get_info (plane->x)->unit, other);

          /* Translators: an item of a list: the value of one lever, and the value of
           * another that breaks even with it: "3 years: $430 bn/yr". */
          g_string_append_printf (list, C_ ("family", "%s: %s"), value, at);
        }
      else
        {
          /* Translators: an item of a list: for this value of a lever there is no
           * break-even. */
          g_string_append_printf (list, C_ ("family", "%s: at none shown here"), value);
        }
    }

  g_string_append_c (text, ' ');
  /* Translators: twice the name of a lever, then a list of values of both. */
  g_string_append_printf (text, _ ("Break-even by %s, with %s alone: %s."),
                          ob_parameter_get_label (overlay->family),
                          ob_parameter_get_label (plane->x), list->str);
  g_string_free (list, TRUE);
}

/* The risk here and how far it goes on the map, which its lines show. */
static void
append_risk (GString *text, const ObResults *results)
{
  const ObMap *map = results->map;
  double lowest = map->bubble_risk[0];
  double highest = map->bubble_risk[0];
  g_autofree char *here =
    ob_quantity_format (OB_UNIT_SHARE, results->run.metric[OB_METRIC_BUBBLE_RISK]);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  for (gsize i = 1; i < (gsize) map->nx * map->ny; i++)
    {
      lowest = MIN (lowest, map->bubble_risk[i]);
      highest = MAX (highest, map->bubble_risk[i]);
    }
  low = ob_quantity_format (OB_UNIT_SHARE, lowest);
  high = ob_quantity_format (OB_UNIT_SHARE, highest);

  g_string_append_c (text, ' ');
  /* Translators: three percentages. */
  g_string_append_printf (text, _ ("The bubble risk is %s here and goes from %s to %s on the map."),
                          here, low, high);
}

char *
ob_frontier_words_describe (ObChart *self)
{
  const ObMap *map = self->results->map;
  const ObFrontier *frontier = self->results->frontier;
  g_autofree char *x_text = NULL;
  g_autofree char *y_text = NULL;
  g_autofree char *npv_text = NULL;
  g_autofree char *box = NULL;
  GString *text;
  double x;
  double y;

  if (map == NULL)
    return g_strdup (_ ("No map has been made of these two levers"));

  x = self->results->inputs.value[map->plane.x];
  y = self->results->inputs.value[map->plane.y];
  x_text = ob_quantity_format (ob_parameter_get_info (map->plane.x)->unit, x);
  y_text = ob_quantity_format (ob_parameter_get_info (map->plane.y)->unit, y);
  npv_text = ob_quantity_format (OB_UNIT_BILLION, self->results->run.metric[OB_METRIC_NPV]);

  text = g_string_new (NULL);
  /* Translators: twice the name of a lever and its value, then a sum of money. */
  g_string_append_printf (text, _ ("At %s %s and %s %s the net present value is %s."),
                          ob_parameter_get_label (map->plane.x), x_text,
                          ob_parameter_get_label (map->plane.y), y_text, npv_text);

  if (frontier == NULL || frontier->n_curves == 0)
    {
      g_autofree char *closest = describe_closest (map);

      g_string_append_printf (text, " %s", closest);
    }
  else
    {
      append_crossing (text, frontier, map->plane.x, TRUE, x, y);
      append_crossing (text, frontier, map->plane.y, FALSE, x, y);
      append_way_out (text, self);
    }
  append_family (text, self->results, x, y);
  if (self->results->overlay.risk_lines)
    append_risk (text, self->results);
  box = ob_frontier_box_describe (self);
  if (box != NULL)
    g_string_append_printf (text, " %s", box);
  ob_frontier_odds_describe (self, text);

  return g_string_free (text, FALSE);
}
