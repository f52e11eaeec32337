/* ob-chart-export-svg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export-private.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
number_anew (const GMatchInfo *match, GString *result, gpointer data)
{
  GHashTable *numbers = data;
  g_autofree char *name = g_match_info_fetch (match, 0);
  g_autofree char *stem = g_match_info_fetch (match, 1);
  gpointer number = g_hash_table_lookup (numbers, name);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (numbers) + 1);
      g_hash_table_insert (numbers, g_steal_pointer (&name), number);
    }
  g_string_append_printf (result, "%s%u", stem, GPOINTER_TO_UINT (number));

  return FALSE;
}

/* Cairo counts its surfaces from the start of the program and names pictures in a
 * drawing by that number: the same chart would be another file each time. */
static GBytes *
number_surfaces (GByteArray *svg)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("(?<=id=\"|#)(image|surface)[0-9]+", G_REGEX_RAW, 0, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char *text = g_regex_replace_eval (regex, (const char *) svg->data, (gssize) svg->len, 0, 0,
                                     number_anew, numbers, NULL);

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

GBytes *
ob_chart_export_svg (ObChart *chart, const ObExportPage *page, GError **error)
{
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_svg_surface_create_for_stream (ob_chart_export_collect, svg, page->width, page->height);
  gboolean drawn;
  GBytes *bytes;

  cairo_svg_surface_restrict_to_version (surface, CAIRO_SVG_VERSION_1_1);
  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  drawn = ob_chart_export_finish (chart, surface, page, error);
  cairo_surface_destroy (surface);

  if (!drawn)
    return NULL;

  bytes = number_surfaces (svg);
  if (bytes == NULL)
    g_set_error_literal (error, OB_CHART_ERROR, OB_CHART_ERROR_FAILED,
                         _ ("There is not enough memory for the picture"));

  return bytes;
}
