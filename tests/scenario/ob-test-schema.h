/* ob-test-schema.h
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* The schemas that ship with the program. */
#define OB_TEST_SCHEMA_SCENARIO "overbuild-scenario-1.rng"
#define OB_TEST_SCHEMA_EVIDENCE "overbuild-evidence-1.rng"

/* Whether a schema of the data folder accepts a document, or a file; a file that is
 * not XML fails the test. */
gboolean ob_test_schema_accepts (const char *schema, xmlDoc *doc);
gboolean ob_test_schema_accepts_bytes (const char *schema, GBytes *bytes);

G_END_DECLS
