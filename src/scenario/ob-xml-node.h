/* ob-xml-node.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

typedef xmlDoc ObXmlDoc;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ObXmlDoc, xmlFreeDoc)

/**
 * ob_xml_parse:
 * @line: (out): where the fault is, from 1
 *
 * Parses a document after ob_xml_guard_check(): nothing is fetched, no entity
 * is expanded and no document type is read. The error is
 * %OB_SCENARIO_ERROR_SYNTAX.
 */
ObXmlDoc *
ob_xml_parse (const char *data, gsize size, guint *line, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *ob_xml_get_name (const xmlNode *node);
/* "" outside any namespace */
const char *ob_xml_get_namespace (const xmlNode *node);
gboolean ob_xml_is (const xmlNode *node, const char *name_space, const char *name);

/* An attribute outside any namespace, or NULL. */
char *ob_xml_get_attribute (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* All text of an element, without that of elements in it. */
char *ob_xml_get_text (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
/* Whether @node is text other than space. */
gboolean ob_xml_is_text (const xmlNode *node);

/* For messages: "<parameter id="capex">", and any text, shortened. */
char *ob_xml_describe (const xmlNode *node) G_GNUC_WARN_UNUSED_RESULT;
char *ob_xml_quote (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The attributes that are not in @known, and the namespace prefixes declared,
 * as they stand in a tag, each with a space before it. */
char *
ob_xml_dump_attributes (const xmlNode *node, const char *const *known) G_GNUC_WARN_UNUSED_RESULT;
/* A whole element, comment or instruction as text that means the same where the
 * prefixes of its parents are declared and the default namespace is
 * @default_namespace. May add a declaration to @node. */
char *ob_xml_dump_node (xmlNode *node, const char *default_namespace) G_GNUC_WARN_UNUSED_RESULT;

/* Appends text as it stands in an element or, with @quoted, in an attribute. */
void ob_xml_append_escaped (GString *string, const char *text, gboolean quoted);

G_END_DECLS
