/* ob-xml-guard.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ob_xml_guard_check:
 * @line: (out): where the fault is, from 1
 *
 * Looks over a document before a parser sees it, in one pass: it must be
 * UTF-8, without a document type declaration, and small in elements, depth,
 * attributes and namespaces, since a parser's time grows faster than those.
 * Whether it is well-formed is left to the parser.
 *
 * The error is %OB_SCENARIO_ERROR_SYNTAX.
 */
gboolean ob_xml_guard_check (const char *data, gsize size, guint *line, GError **error);
/* The same for a document that may have more elements and comments than a
 * scenario. */
gboolean ob_xml_guard_check_nodes (const char *data,
                                   gsize size,
                                   guint max_nodes,
                                   guint *line,
                                   GError **error);

G_END_DECLS
