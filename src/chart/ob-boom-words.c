/* ob-boom-words.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-boom-path.h"
#include "ob-boom-words.h"
#include "ob-csv.h"
#include "ob-quantity.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
ob_boom_has_range (const ObBoom *boom)
{
  return !isnan (boom->low);
}

/* "UK railways, 1840s" */
char *
ob_boom_words_get_name (const ObBoom *boom)
{
  /* Translators: a build-out of the past and when it was. */
  return g_strdup_printf (C_ ("boom", "%s, %s"), boom->name, boom->period);
}

static char *
format_range (const ObBoom *boom)
{
  g_autofree char *low = ob_quantity_format (OB_UNIT_SHARE, boom->low);
  g_autofree char *high = ob_quantity_format (OB_UNIT_SHARE, boom->high);

  if (boom->low == boom->high)
    return g_steal_pointer (&low);

  /* Translators: a range: "3 %", "7 %". */
  return g_strdup_printf (C_ ("boom", "%s to %s"), low, high);
}

static char *
format_years (double years)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%.0f year", "%.0f years", lround (years)),
                          years);
}

void
ob_boom_words_fill_readout (const ObBoom *boom, ObReadout *readout)
{
  g_autofree char *range = NULL;

  readout->title = ob_boom_words_get_name (boom);
  if (ob_boom_has_range (boom))
    {
      range = format_range (boom);
      ob_readout_add (readout, C_ ("boom", "Capex at its peak, of GDP"), g_steal_pointer (&range),
                      -1);
    }
  ob_readout_add (readout, C_ ("boom", "Bust after"), format_years (boom->years), -1);
  /* Translators: what came of a boom, and who says so. */
  readout->note =
    *boom->source != '\0'
      ? g_strdup_printf (C_ ("boom", "%s %s"), boom->outcome, boom->source)
      : g_strdup_printf (C_ ("boom", "%s %s"), boom->outcome, ob_grade_get_label (boom->grade));
}

char *
ob_boom_words_describe (ObChart *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *country = NULL;
  g_autofree char *world = NULL;
  g_autofree char *years = NULL;
  ObBoomPath path;
  guint peak;

  ob_boom_path_init (&path, self->results);
  peak = ob_boom_path_get_peak (&path);
  country = ob_quantity_format (OB_UNIT_SHARE, path.country[peak]);
  world = ob_quantity_format (OB_UNIT_SHARE, path.world[peak]);
  years = format_years (MAX (floor (path.years[peak]), 0));

  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      const ObBoom *boom = ob_past_get_boom (i);
      g_autofree char *name = ob_boom_words_get_name (boom);
      g_autofree char *after = format_years (boom->years);
      g_autofree char *range = ob_boom_has_range (boom) ? format_range (boom) : NULL;

      if (range != NULL)
        /* Translators: a build-out of the past, a share of GDP, "5 years". */
        g_ptr_array_add (
          items, g_strdup_printf (C_ ("boom", "%s: %s of GDP, bust after %s"), name, range, after));
      else
        /* Translators: a build-out of the past, "5 years". */
        g_ptr_array_add (items, g_strdup_printf (C_ ("boom", "%s: bust after %s"), name, after));
    }
  g_ptr_array_add (items, NULL);
  /* Translators: between the items of a long list. */
  list = g_strjoinv (C_ ("list", "; "), (char **) items->pdata);

  /* Translators: two shares in percent, "5 years", a list. */
  return g_strdup_printf (
    _ ("Capex of AI peaks at %s of US GDP, or %s of the world’s, %s after the "
       "boom began. Past build-outs: %s."),
    country, world, years, list);
}

char *
ob_boom_words_get_note (ObChart *self)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      const char *source = ob_past_get_boom (i)->source;

      if (*source != '\0' && !g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, (gpointer) source);
    }
  if (sources->len == 0)
    return NULL;

  g_ptr_array_add (sources, NULL);
  /* Translators: between the items of a long list. */
  list = g_strjoinv (C_ ("list", "; "), (char **) sources->pdata);

  /* Translators: below a chart: a list of sources. */
  return g_strdup_printf (_ ("past build-outs: %s"), list);
}

static void
append_row (GString *csv, const char *id, double years, double low, double high)
{
  const double values[] = { years, low, high };

  g_string_append (csv, id);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    ob_csv_append_cell (csv, values[i]);
  g_string_append_c (csv, '\n');
}

void
ob_boom_words_write_csv (ObChart *self, GString *csv)
{
  ObBoomPath path;

  ob_boom_path_init (&path, self->results);
  g_string_append (csv, "boom,years,low,high\n");
  for (guint i = 0; i < ob_past_get_n_booms (); i++)
    {
      const ObBoom *boom = ob_past_get_boom (i);

      append_row (csv, boom->id, boom->years, boom->low, boom->high);
    }
  for (guint i = 0; i < path.n; i++)
    append_row (csv, "scenario-us-gdp", path.years[i], path.country[i], path.country[i]);
  for (guint i = 0; i < path.n; i++)
    append_row (csv, "scenario-world-gdp", path.years[i], path.world[i], path.world[i]);
  for (guint pin = 0; self->ghosts != NULL && pin < OB_N_PINS; pin++)
    {
      g_autofree char *id = g_strdup_printf ("%s-us-gdp", ob_pin_get_letter (pin));

      if (self->ghosts->results[pin] == NULL)
        continue;
      ob_boom_path_init (&path, self->ghosts->results[pin]);
      for (guint i = 0; i < path.n; i++)
        append_row (csv, id, path.years[i], path.country[i], path.country[i]);
    }
}
