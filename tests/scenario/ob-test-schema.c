/* ob-test-schema.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-test-schema.h"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

/* What is wrong with a document that is to be refused is no news. */
static void G_GNUC_PRINTF (2, 3) ignore_message (void *data, const char *format, ...)
{
}

gboolean
ob_test_schema_accepts (const char *schema, xmlDoc *doc)
{
  g_autofree char *path = g_build_filename (g_getenv ("OVERBUILD_DATA_DIR"), schema, NULL);
  xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *parsed = xmlRelaxNGParse (parser);
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (parsed);
  int result;

  g_assert_nonnull (parsed);
  g_assert_nonnull (doc);
  xmlRelaxNGSetValidErrors (validator, ignore_message, ignore_message, NULL);
  result = xmlRelaxNGValidateDoc (validator, doc);
  g_assert_cmpint (result, >=, 0);
  xmlRelaxNGFreeValidCtxt (validator);
  xmlRelaxNGFree (parsed);
  xmlRelaxNGFreeParserCtxt (parser);

  return result == 0;
}

gboolean
ob_test_schema_accepts_bytes (const char *schema, GBytes *bytes)
{
  xmlDoc *doc = xmlReadMemory (g_bytes_get_data (bytes, NULL), (int) g_bytes_get_size (bytes), NULL,
                               NULL, XML_PARSE_NONET);
  const gboolean accepts = ob_test_schema_accepts (schema, doc);

  xmlFreeDoc (doc);
  return accepts;
}
