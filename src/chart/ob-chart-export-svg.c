/* ob-chart-export-svg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-chart-export-private.h"

#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

/* Cairo's SVG has neither title nor description, which readers and search need
 * and which have to come first. */
static GBytes *
add_texts (GByteArray *svg, const ObExportPage *page)
{
  xmlDoc *document = xmlReadMemory ((const char *) svg->data, svg->len, NULL, NULL,
                                    XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  const struct
  {
    const char *name;
    const char *text;
  } texts[] = { { "desc", page->description }, { "title", page->title } };
  xmlChar *buffer = NULL;
  GBytes *bytes = NULL;
  int size;

  if (root == NULL)
    {
      xmlFreeDoc (document);
      return NULL;
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      xmlNode *node =
        xmlNewDocRawNode (document, root->ns, BAD_CAST texts[i].name, BAD_CAST texts[i].text);
      xmlNode *line = xmlNewDocText (document, BAD_CAST "\n");

      if (root->children != NULL)
        {
          xmlAddPrevSibling (root->children, node);
          xmlAddPrevSibling (root->children, line);
        }
      else
        {
          xmlAddChild (root, line);
          xmlAddChild (root, node);
        }
    }

  xmlDocDumpMemoryEnc (document, &buffer, &size, "UTF-8");
  xmlFreeDoc (document);
  if (buffer != NULL)
    bytes = g_bytes_new (buffer, size);
  xmlFree (buffer);

  return bytes;
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

  bytes = add_texts (svg, page);
  if (bytes == NULL)
    g_set_error_literal (error, OB_CHART_ERROR, OB_CHART_ERROR_FAILED,
                         _ ("There is not enough memory for the picture"));

  return bytes;
}
