/* ob-evidence-private.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ob-evidence.h"
#include "ob-xml-node.h"

G_BEGIN_DECLS

/* How the file of evidence is read. */

#define OB_EVIDENCE_NAMESPACE "urn:overbuild:evidence:1"

/* The file, or NULL with a warning. */
ObXmlDoc *ob_evidence_load (void) G_GNUC_WARN_UNUSED_RESULT;

/* Calls @read for each @element in each @list in @root. */
void ob_evidence_read_elements (const xmlNode *root,
                                const char *list,
                                const char *element,
                                void (*read) (gpointer library, const xmlNode *node),
                                gpointer library);

/* "" if it is not there. */
char *ob_evidence_read_attribute (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* NaN if it is not there or no number. */
double ob_evidence_read_number (const xmlNode *node, const char *name);
/* The text, translated; never freed. */
const char *ob_evidence_read_words (const xmlNode *node);
ObGrade ob_evidence_read_grade (const xmlNode *node);

G_END_DECLS
