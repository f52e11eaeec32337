/* ob-xml-node.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-xml-node.h"

#include "ob-scenario-file.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <string.h>

/* The longest piece of a file that a message repeats, characters. */
#define MAX_QUOTED 60
/* The same for what the parser says, which repeats names of the file. */
#define MAX_PARSER_MESSAGE 200

typedef xmlParserCtxt ObXmlContext;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObXmlContext, xmlFreeParserCtxt)

typedef struct
{
  char *message;
  int line;
} Fault;

/* On one line, without what does not print. */
static char *
shorten (const char *text, guint max_length)
{
  GString *short_text = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (n++ == max_length)
        {
          g_string_append (short_text, "…");
          break;
        }
      g_string_append_unichar (short_text, g_unichar_isprint (c) ? c : ' ');
    }

  return g_string_free (short_text, FALSE);
}

static void
parser_error_cb (void *data, xmlError *error)
{
  Fault *fault = ((xmlParserCtxt *) data)->_private;
  g_autofree char *message = NULL;

  /* What follows the first fault is mostly its consequence. */
  if (error->level == XML_ERR_WARNING || fault->message != NULL)
    return;

  message = g_utf8_make_valid (error->message != NULL ? error->message : "", -1);
  fault->message = shorten (g_strstrip (message), MAX_PARSER_MESSAGE);
  fault->line = error->line;
}

ObXmlDoc *
ob_xml_parse (const char *data, gsize size, guint *line, GError **error)
{
  static gsize initialized = 0;
  g_autoptr (ObXmlContext) context = NULL;
  g_autoptr (ObXmlDoc) doc = NULL;
  Fault fault = { NULL, 1 };

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (size <= G_MAXINT, NULL);
  g_return_val_if_fail (line != NULL, NULL);

  if (g_once_init_enter (&initialized))
    {
      xmlInitParser ();
      g_once_init_leave (&initialized, 1);
    }

  context = xmlNewParserCtxt ();
  context->_private = &fault;
  context->sax->serror = parser_error_cb;
  doc = xmlCtxtReadMemory (context, data, (int) size, NULL, NULL, XML_PARSE_NONET);
  context->_private = NULL;

  if (doc != NULL && fault.message == NULL && xmlDocGetRootElement (doc) != NULL
      && doc->intSubset == NULL)
    return g_steal_pointer (&doc);

  *line = (guint) MAX (fault.line, 1);
  g_set_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_SYNTAX, _ ("not well-formed XML: %s"),
               fault.message != NULL ? fault.message : "");
  g_free (fault.message);
  return NULL;
}

const char *
ob_xml_get_name (const xmlNode *node)
{
  return node->name != NULL ? (const char *) node->name : "";
}

const char *
ob_xml_get_namespace (const xmlNode *node)
{
  return node->ns != NULL && node->ns->href != NULL ? (const char *) node->ns->href : "";
}

gboolean
ob_xml_is (const xmlNode *node, const char *name_space, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal (ob_xml_get_namespace (node), name_space)
         && g_str_equal (ob_xml_get_name (node), name);
}

char *
ob_xml_get_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  if (value != NULL)
    xmlFree (value);
  return copy;
}

char *
ob_xml_get_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        g_string_append (text, child->content != NULL ? (const char *) child->content : "");
    }

  return g_string_free (text, FALSE);
}

gboolean
ob_xml_is_text (const xmlNode *node)
{
  return node->type == XML_CDATA_SECTION_NODE || node->type == XML_ENTITY_REF_NODE
         || (node->type == XML_TEXT_NODE && !xmlIsBlankNode (node));
}

char *
ob_xml_quote (const char *text)
{
  return shorten (text, MAX_QUOTED);
}

char *
ob_xml_describe (const xmlNode *node)
{
  static const char *const keys[] = { "id", "number", "direction" };
  g_autofree char *name = ob_xml_quote (ob_xml_get_name (node));

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *value = ob_xml_get_attribute (node, keys[i]);

      if (value != NULL)
        {
          g_autofree char *quoted = ob_xml_quote (value);

          return g_strdup_printf ("<%s %s=\"%s\">", name, keys[i], quoted);
        }
    }

  return g_strdup_printf ("<%s>", name);
}

void
ob_xml_append_escaped (GString *string, const char *text, gboolean quoted)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '&')
        g_string_append (string, "&amp;");
      else if (*p == '<')
        g_string_append (string, "&lt;");
      else if (*p == '>')
        g_string_append (string, "&gt;");
      else if (*p == '\r')
        g_string_append (string, "&#13;");
      else if (quoted && *p == '"')
        g_string_append (string, "&quot;");
      else if (quoted && *p == '\n')
        g_string_append (string, "&#10;");
      else if (quoted && *p == '\t')
        g_string_append (string, "&#9;");
      else
        g_string_append_c (string, *p);
    }
}

static void
append_attribute (GString *string, const char *prefix, const char *name, const char *value)
{
  if (prefix != NULL)
    g_string_append_printf (string, " %s:%s=\"", prefix, name);
  else
    g_string_append_printf (string, " %s=\"", name);
  ob_xml_append_escaped (string, value, TRUE);
  g_string_append_c (string, '"');
}

char *
ob_xml_dump_attributes (const xmlNode *node, const char *const *known)
{
  GString *text = g_string_new (NULL);

  for (const xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next)
    {
      if (ns->prefix != NULL)
        append_attribute (text, "xmlns", (const char *) ns->prefix, (const char *) ns->href);
    }

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char *name = (const char *) attribute->name;
      xmlChar *value;

      if (attribute->ns == NULL && g_strv_contains (known, name))
        continue;

      value = xmlNodeListGetString (node->doc, attribute->children, 1);
      append_attribute (text, attribute->ns != NULL ? (const char *) attribute->ns->prefix : NULL,
                        name, value != NULL ? (const char *) value : "");
      if (value != NULL)
        xmlFree (value);
    }

  return g_string_free (text, FALSE);
}

static gboolean
declares_default (const xmlNode *node)
{
  for (const xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next)
    {
      if (ns->prefix == NULL)
        return TRUE;
    }

  return FALSE;
}

char *
ob_xml_dump_node (xmlNode *node, const char *default_namespace)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  char *text;

  if (node->type == XML_ELEMENT_NODE && !declares_default (node))
    {
      const xmlNs *ns = xmlSearchNs (node->doc, node, NULL);
      const char *href = ns != NULL && ns->href != NULL ? (const char *) ns->href : "";

      if (!g_str_equal (href, default_namespace))
        xmlNewNs (node, BAD_CAST href, NULL);
    }

  xmlNodeDump (buffer, node->doc, node, 0, 0);
  text = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);

  return text;
}
