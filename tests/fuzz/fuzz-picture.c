/* fuzz-picture.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A PNG, SVG or PDF from a stranger: no scenario is found in it, with a message
 * that says why, or one is, whose checksum fits. */

#include "config.h"

#include "ob-fuzz.h"

#include "ob-picture.h"
#include "ob-scenario-file.h"

void
ob_fuzz_one (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) payload = NULL;
  g_autoptr (ObScenario) scenario = NULL;

  if (ob_picture_get_kind ((const char *) data, size) == OB_PICTURE_NONE)
    return;

  payload = ob_picture_extract (bytes, "x", &error);
  if (payload == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == OB_SCENARIO_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (payload), <=, OB_SCENARIO_MAX_SIZE);
  scenario = ob_scenario_load_bytes (payload, "x", &error);
  g_assert_true ((scenario == NULL) == (error != NULL));
}
