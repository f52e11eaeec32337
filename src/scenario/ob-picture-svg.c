/* ob-picture-svg.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-picture-private.h"

#include "ob-scenario-file.h"
#include "ob-xml-guard.h"
#include "ob-xml-node.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define NAMESPACE "urn:overbuild:provenance:1"
/* The largest drawing that is read, bytes and elements. */
#define MAX_SIZE  (16 * 1024 * 1024)
#define MAX_NODES 400000
/* The digits of a line. */
#define LINE_LENGTH 100

static void
append_element (GString *text, const char *name, const char *content)
{
  if (*content == '\0')
    return;

  g_string_append_printf (text, "<%s>", name);
  ob_xml_append_escaped (text, content, FALSE);
  g_string_append_printf (text, "</%s>\n", name);
}

static void
append_attribute (GString *text, const char *name, const char *value)
{
  g_string_append_printf (text, "\n    %s=\"", name);
  ob_xml_append_escaped (text, value, TRUE);
  g_string_append_c (text, '"');
}

static void
append_metadata (GString *text, const ObProvenance *provenance)
{
  g_autofree char *digits = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (provenance->scenario, &size);

  g_string_append (text, "<metadata>\n<ob:provenance xmlns:ob=\"" NAMESPACE "\"");
  append_attribute (text, "name", provenance->name);
  append_attribute (text, "date", provenance->date);
  append_attribute (text, "program", PACKAGE_VERSION);
  append_attribute (text, "model", OB_MODEL_VERSION);
  append_attribute (text, "inputs-sha256", provenance->inputs_hash);
  g_string_append (text, ">\n");
  append_element (text, "ob:record", provenance->record);

  g_string_append (text, "<ob:scenario encoding=\"base64\"");
  append_attribute (text, "sha256", provenance->scenario_hash);
  g_string_append (text, ">\n");
  digits = g_base64_encode (data, size);
  for (const char *at = digits; *at != '\0'; at += strnlen (at, LINE_LENGTH))
    {
      g_string_append_len (text, at, (gssize) strnlen (at, LINE_LENGTH));
      g_string_append_c (text, '\n');
    }
  g_string_append (text, "</ob:scenario>\n</ob:provenance>\n</metadata>\n");
}

/* Title, description and metadata come first in a drawing, in this order. */
GBytes *
ob_picture_svg_embed (GBytes *picture,
                      const ObPictureTexts *texts,
                      const ObProvenance *provenance,
                      GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (picture, &size);
  const char *start = g_strstr_len (data, (gssize) size, "<svg ");
  const char *end = NULL;
  GString *text;

  if (start != NULL)
    end = memchr (start, '>', size - (gsize) (start - data));
  if (end == NULL || end[-1] == '/')
    {
      ob_picture_refuse (error);
      return NULL;
    }

  text = g_string_sized_new (size + 32 * 1024);
  g_string_append_len (text, data, end + 1 - data);
  g_string_append_c (text, '\n');
  append_element (text, "title", texts->title);
  append_element (text, "desc", texts->description);
  if (provenance != NULL)
    append_metadata (text, provenance);
  g_string_append_len (text, end + 1, data + size - end - 1);

  return g_string_free_to_bytes (text);
}

static gboolean
read_scenario (const xmlNode *node, ObPayload *payload, GError **error)
{
  g_autofree char *encoding = ob_xml_get_attribute (node, "encoding");
  g_autofree char *hash = ob_xml_get_attribute (node, "sha256");
  g_autofree char *digits = ob_xml_get_text (node);
  g_autofree guchar *data = NULL;
  g_autoptr (GBytes) scenario = NULL;
  gsize size;

  if (g_strcmp0 (encoding, "base64") != 0 || hash == NULL)
    return ob_picture_refuse (error);

  data = g_base64_decode (digits, &size);
  scenario = g_bytes_new (data, size);

  return ob_payload_take (payload, scenario, hash, error);
}

/* The element that follows in the order of the document. */
static xmlNode *
get_next (xmlNode *node)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;

  while (node != NULL && node->next == NULL)
    node = node->parent;

  return node != NULL ? node->next : NULL;
}

gboolean
ob_picture_svg_extract (GBytes *picture, ObPayload *payload, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (picture, &size);
  g_autoptr (ObXmlDoc) doc = NULL;
  guint line = 1;

  if (size > MAX_SIZE)
    {
      g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_TOO_LARGE,
                   _ ("larger than %d bytes, the most that is read of a drawing"), MAX_SIZE);
      return FALSE;
    }

  if (ob_xml_guard_check_nodes (data, size, MAX_NODES, &line, error))
    doc = ob_xml_parse (data, size, &line, error);
  if (doc == NULL)
    {
      payload->line = line;
      return FALSE;
    }

  for (xmlNode *node = xmlDocGetRootElement (doc); node != NULL; node = get_next (node))
    {
      if (node->type == XML_ELEMENT_NODE && ob_xml_is (node, NAMESPACE, "scenario")
          && !read_scenario (node, payload, error))
        return FALSE;
    }

  return TRUE;
}
