/* fuzz-scenario.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A scenario file from a stranger: it is refused with a message, or read, and
 * then what is written from it reads back and is written the same. */

#include "config.h"

#include "ob-fuzz.h"

#include "ob-scenario-file.h"

/* Any results do, as long as their quarters are in range, and those of each input
 * would take longer than all the rest. */
static const ObRun *
get_run (ObScenario *scenario)
{
  static ObRun run;
  const ObInputs *inputs = ob_scenario_get_inputs (scenario);

  if (run.start_year == 0)
    ob_run (inputs, &run);
  run.start_year = ob_inputs_get_start_year (inputs);

  return &run;
}

void
ob_fuzz_one (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (ObScenario) scenario = ob_scenario_load_bytes (bytes, "x", &error);
  g_autoptr (ObScenario) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GBytes) rewritten = NULL;

  if (scenario == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == OB_SCENARIO_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "x:"));
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }

  g_assert_no_error (error);
  written = ob_scenario_to_bytes (scenario, get_run (scenario));
  again = ob_scenario_load_bytes (written, "x", &error);
  g_assert_no_error (error);
  rewritten = ob_scenario_to_bytes (again, get_run (again));
  g_assert_true (g_bytes_equal (written, rewritten));
}
