/* test-mime.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-scenario-file.h"

#include <string.h>

static void
assert_type (const char *name, const char *text, const char *expected)
{
  g_autofree char *type =
    g_content_type_guess (name, (const guchar *) text, text != NULL ? strlen (text) : 0, NULL);

  g_assert_cmpstr (type, ==, expected);
}

static void
test_by_name (void)
{
  assert_type ("base" OB_SCENARIO_SUFFIX, NULL, OB_SCENARIO_MIME_TYPE);
  assert_type ("a name with blanks" OB_SCENARIO_SUFFIX, NULL, OB_SCENARIO_MIME_TYPE);
}

/* A download that lost its suffix. */
static void
test_by_content (void)
{
  assert_type (NULL,
               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
               "<scenario xmlns=\"" OB_SCENARIO_NAMESPACE "\" version=\"1\">\n</scenario>\n",
               OB_SCENARIO_MIME_TYPE);
}

static void
test_others (void)
{
  assert_type (NULL, "<?xml version=\"1.0\"?>\n<note xmlns=\"urn:other\"/>\n", "application/xml");
  assert_type (NULL, "scenario", "text/plain");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/mime/by-name", test_by_name);
  g_test_add_func ("/mime/by-content", test_by_content);
  g_test_add_func ("/mime/others", test_others);

  return g_test_run ();
}
