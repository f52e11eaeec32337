/* test-provenance.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-provenance.h"
#include "ob-scenario-file.h"

#include <locale.h>
#include <string.h>

static ObProvenance *
make (ObScenario *scenario)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 ("2026-07-01T14:30:00+02:00", NULL);

  return ob_provenance_new (scenario, NULL, date);
}

static void
test_inputs_text (void)
{
  ObInputs inputs;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_CAPEX] = 0.1 + 0.2;
  text = ob_provenance_get_inputs_text (&inputs);
  lines = g_strsplit (text, "\n", -1);
  n = g_strv_length (lines);

  g_assert_cmpstr (lines[0], ==, "overbuild-inputs 1");
  g_assert_cmpstr (lines[n - 1], ==, "");
  g_assert_cmpuint (n, ==, 1 + OB_N_PARAMETERS + inputs.history.n_years + 1);
  for (guint i = 2; i <= OB_N_PARAMETERS; i++)
    g_assert_cmpstr (lines[i - 1], <, lines[i]);
  g_assert_true (g_strv_contains ((const char *const *) lines, "capex=0.30000000000000004"));
  g_assert_true (g_strv_contains ((const char *const *) lines, "history.2024=180"));
}

/* The hash tells any two inputs apart and depends on nothing else. */
static void
test_hash (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObProvenance) base = make (scenario);
  g_autoptr (ObProvenance) titled = NULL;
  ObHistory history;

  ob_scenario_set_title (scenario, "Another");
  ob_scenario_set_note (scenario, OB_PARAMETER_CAPEX, "why");
  titled = make (scenario);
  g_assert_cmpstr (titled->inputs_hash, ==, base->inputs_hash);
  g_assert_cmpstr (titled->scenario_hash, !=, base->scenario_hash);
  g_assert_cmpuint (strlen (base->inputs_hash), ==, 64);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      double other = info->value == info->minimum ? info->maximum : info->minimum;
      g_autoptr (ObProvenance) changed = NULL;
      g_autofree char *line = g_strdup_printf ("\n- %s (", info->id);

      g_assert_true (ob_scenario_set_value (scenario, i, other, NULL));
      changed = make (scenario);
      g_assert_cmpstr (changed->inputs_hash, !=, base->inputs_hash);
      g_assert_nonnull (strstr (changed->record, "from the base case: 1\n"));
      g_assert_nonnull (strstr (changed->record, line));
      ob_scenario_undo (scenario);
    }

  history = ob_scenario_get_inputs (scenario)->history;
  history.capex[0] += 1;
  g_assert_true (ob_scenario_set_history (scenario, &history, NULL));
  {
    g_autoptr (ObProvenance) changed = make (scenario);

    g_assert_cmpstr (changed->inputs_hash, !=, base->inputs_hash);
    g_assert_nonnull (strstr (changed->record, "- history of capex: 2022: 41 $B/yr, 2023"));
  }
}

static void
test_record (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObProvenance) provenance = NULL;
  g_autoptr (GBytes) bytes = NULL;

  ob_scenario_set_title (scenario, "A title");
  ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 654.25, NULL);
  ob_scenario_set_note (scenario, OB_PARAMETER_CAPEX, "Two\nlines");
  provenance = make (scenario);
  bytes = ob_scenario_to_bytes (scenario, NULL);

  g_assert_cmpstr (provenance->name, ==, "A title");
  g_assert_cmpstr (provenance->date, ==, "2026-07-01T12:30:00Z");
  g_assert_cmpint (provenance->unix_time, ==, 1782909000);
  g_assert_true (g_bytes_equal (bytes, provenance->scenario));
  g_assert_true (g_str_has_prefix (provenance->record, "Scenario: A title\n"));
  g_assert_nonnull (strstr (provenance->record, "\nDate: 2026-07-01T12:30:00Z\n"));
  g_assert_nonnull (strstr (provenance->record, "\nInputs SHA-256: "));
  g_assert_nonnull (strstr (provenance->record, provenance->inputs_hash));
  g_assert_nonnull (
    strstr (provenance->record, "- capex (Capex): 654.25 $B/yr; base case: 770 $B/yr ("));
  g_assert_nonnull (strstr (provenance->record, "; note: Two lines\n"));
}

/* The record is the same whatever the person's locale. */
static void
test_locale (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObProvenance) plain = NULL;
  g_autoptr (ObProvenance) comma = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_BUILT, "locale", NULL);

  ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 654.25, NULL);
  plain = make (scenario);

  /* A machine's own locales will do where none could be made. */
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    g_setenv ("LOCPATH", path, TRUE);
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    g_test_skip ("no locale with a decimal comma");
  else
    comma = make (scenario);
  g_unsetenv ("LOCPATH");
  setlocale (LC_ALL, "C.UTF-8");

  if (comma != NULL)
    g_assert_cmpstr (comma->record, ==, plain->record);
}

static void
test_now (void)
{
  static const char *const bad[] = {
    "x", "-1", "1.5", " 1", "1790000000 ", "253402300800", "99999999999999999999"
  };
  g_autoptr (GDateTime) now = NULL;
  g_autoptr (GDateTime) given = NULL;
  g_autoptr (GDateTime) real = g_date_time_new_now_utc ();

  g_unsetenv ("SOURCE_DATE_EPOCH");
  now = ob_provenance_get_now (NULL);
  g_assert_cmpint (g_date_time_difference (now, real), >=, 0);

  g_setenv ("SOURCE_DATE_EPOCH", "1790000000", TRUE);
  given = ob_provenance_get_now (NULL);
  g_assert_cmpint (g_date_time_to_unix (given), ==, 1790000000);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_setenv ("SOURCE_DATE_EPOCH", bad[i], TRUE);
      g_assert_null (ob_provenance_get_now (&error));
      g_assert_error (error, OB_SCENARIO_ERROR, OB_SCENARIO_ERROR_VALUE);
    }
  g_unsetenv ("SOURCE_DATE_EPOCH");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/provenance/inputs-text", test_inputs_text);
  g_test_add_func ("/provenance/hash", test_hash);
  g_test_add_func ("/provenance/record", test_record);
  g_test_add_func ("/provenance/locale", test_locale);
  g_test_add_func ("/provenance/now", test_now);

  return g_test_run ();
}
