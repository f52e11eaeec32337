/* test-discovery.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-discovery-text.h"
#include "ob-scenario-file.h"
#include "ob-scenario-reader.h"
#include "ob-test-schema.h"

#include <math.h>
#include <string.h>

static ObScenario *
read_inside (const char *inside, int format, GPtrArray *faults)
{
  g_autofree char *text =
    g_strdup_printf ("<scenario xmlns='urn:overbuild:scenario:%d' format='%d'>\n%s</scenario>",
                     format, format, inside);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ob_scenario_read (bytes, "x", FALSE, faults);
}

static gboolean
has_text (GBytes *bytes, const char *text)
{
  return g_strstr_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), text)
         != NULL;
}

static char *
get_undo_label (ObScenario *scenario)
{
  char *label;

  g_object_get (scenario, "undo-label", &label, NULL);

  return label;
}

/* A scenario of which three inputs vary, one around the lever. */
static ObScenario *
make_scenario (void)
{
  ObScenario *scenario = ob_scenario_new ();
  ObUncertainty uncertainty;
  g_autoptr (GError) error = NULL;

  ob_uncertainty_init (&uncertainty);
  uncertainty.distributions[OB_PARAMETER_CAPEX] =
    (ObDistribution){ OB_DISTRIBUTION_PERT, 500, NAN, 1100 };
  uncertainty.distributions[OB_PARAMETER_LIFESPAN] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 3, NAN, 8 };
  uncertainty.distributions[OB_PARAMETER_WACC] =
    (ObDistribution){ OB_DISTRIBUTION_UNIFORM, 0.07, NAN, 0.14 };
  ob_scenario_set_uncertainty (scenario, &uncertainty, NULL, &error);
  g_assert_no_error (error);

  return scenario;
}

static void
find (ObScenario *scenario, ObDiscovery *discovery)
{
  g_autoptr (ObFindings) findings = ob_findings_new (
    ob_scenario_get_inputs (scenario), ob_scenario_get_uncertainty (scenario), 16, 2048, NULL);
  const ObPrimBox *box;
  g_autofree char *found = NULL;
  g_autofree char *kept = NULL;

  g_assert_true (ob_discovery_set_findings (discovery, findings));
  g_assert_true (ob_discovery_check (discovery, NULL));
  box = &findings->prim->boxes[findings->prim->chosen];
  g_assert_cmpuint (discovery->n_limits, ==, box->n_restricted);
  g_assert_cmpfloat (discovery->coverage, ==, box->coverage);
  g_assert_cmpuint (discovery->n_draws, ==, 2048);

  /* It is told in the same words. */
  found = ob_discovery_format (findings->prim, &findings->target, findings->levers);
  kept = ob_discovery_format_kept (discovery, FALSE);
  g_assert_cmpstr (found, ==, kept);
}

static void
test_round_trip (void)
{
  g_autoptr (ObScenario) scenario = make_scenario ();
  g_autoptr (ObScenario) again = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GBytes) plain = ob_scenario_to_bytes (scenario, NULL);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *keep = NULL;
  g_autofree char *remove = NULL;
  ObDiscovery discovery;

  g_assert_null (ob_scenario_get_discovery (scenario));
  g_assert_false (ob_scenario_is_discovery_outdated (scenario));
  find (scenario, &discovery);
  ob_scenario_set_discovery (scenario, &discovery, &error);
  g_assert_no_error (error);
  keep = get_undo_label (scenario);
  g_assert_cmpstr (keep, ==, "Keep the box of failures");
  g_assert_true (ob_scenario_get_modified (scenario));

  first = ob_scenario_to_bytes (scenario, NULL);
  g_assert_true (ob_test_schema_accepts_bytes (OB_TEST_SCHEMA_SCENARIO, first));
  again = ob_scenario_read (first, "x", FALSE, faults);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (ob_discovery_equal (ob_scenario_get_discovery (again), &discovery));
  g_assert_false (ob_scenario_is_discovery_outdated (again));
  second = ob_scenario_to_bytes (again, NULL);
  g_assert_true (g_bytes_equal (first, second));

  ob_scenario_set_discovery (scenario, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (ob_scenario_get_discovery (scenario));
  remove = get_undo_label (scenario);
  g_assert_cmpstr (remove, ==, "Remove the box of failures");
  ob_scenario_undo (scenario);
  g_assert_true (ob_discovery_equal (ob_scenario_get_discovery (scenario), &discovery));

  /* Where none is kept the file is what it always was. */
  ob_scenario_undo (scenario);
  undone = ob_scenario_to_bytes (scenario, NULL);
  g_assert_true (g_bytes_equal (undone, plain));
  g_assert_false (has_text (plain, "discovery"));
}

/* It is out of date as soon as the draws or what they run to would be others, and
 * current again when that is taken back. */
static void
test_outdated (void)
{
  g_autoptr (ObScenario) scenario = make_scenario ();
  g_autofree char *label = NULL;
  const ObDistribution wider = { OB_DISTRIBUTION_UNIFORM, 3, NAN, 9 };
  ObUncertainty uncertainty;
  ObDiscovery discovery;

  find (scenario, &discovery);
  g_assert_true (ob_scenario_set_discovery (scenario, &discovery, NULL));
  g_assert_false (ob_scenario_is_discovery_outdated (scenario));

  /* A lever that does not vary; one whose range follows it; and one that is drawn
   * whatever its value. */
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_POWER_ADD, 20, NULL));
  g_assert_true (ob_scenario_is_discovery_outdated (scenario));
  label = ob_discovery_format_label (&discovery, TRUE);
  g_assert_nonnull (strstr (label, "out of date"));
  ob_scenario_undo (scenario);
  g_assert_false (ob_scenario_is_discovery_outdated (scenario));
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 800, NULL));
  g_assert_true (ob_scenario_is_discovery_outdated (scenario));
  ob_scenario_undo (scenario);
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_LIFESPAN, 7, NULL));
  g_assert_false (ob_scenario_is_discovery_outdated (scenario));

  g_assert_true (ob_scenario_set_distribution (scenario, OB_PARAMETER_LIFESPAN, &wider, NULL));
  g_assert_true (ob_scenario_is_discovery_outdated (scenario));
  ob_scenario_undo (scenario);
  uncertainty = *ob_scenario_get_uncertainty (scenario);
  uncertainty.seed++;
  g_assert_true (ob_scenario_set_uncertainty (scenario, &uncertainty, NULL, NULL));
  g_assert_true (ob_scenario_is_discovery_outdated (scenario));
  ob_scenario_undo (scenario);
  uncertainty.seed--;
  g_assert_true (ob_uncertainty_set_correlation (&uncertainty, OB_PARAMETER_CAPEX,
                                                 OB_PARAMETER_WACC, 0.4, NULL));
  g_assert_true (ob_scenario_set_uncertainty (scenario, &uncertainty, NULL, NULL));
  g_assert_true (ob_scenario_is_discovery_outdated (scenario));
  ob_scenario_undo (scenario);
  g_assert_false (ob_scenario_is_discovery_outdated (scenario));
}

#define DIGEST "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
#define ATTRIBUTES                                                                                 \
  "metric='npv' below='0' coverage='0.7' density='0.8' share='0.5' draws='99' seed='1' "           \
  "inputs='" DIGEST "'"
#define LIMIT "<limit parameter='capex' low='600'/>"

static void
test_faults (void)
{
  static const struct
  {
    const char *attributes;
    const char *inside;
    const char *message;
  } files[] = {
    { ATTRIBUTES, "", "expected a <limit>" },
    { ATTRIBUTES, "<limit parameter='x' low='1'/>", "the id of a parameter" },
    { ATTRIBUTES, "<limit low='1'/>", "“parameter” is missing" },
    { ATTRIBUTES, "<limit parameter='capex'/>", "capex: expected a low limit" },
    { ATTRIBUTES, "<limit parameter='capex' low='9' high='8'/>", "capex: expected a low limit" },
    { ATTRIBUTES, "<limit parameter='capex' high='99999'/>", "capex: expected a low limit" },
    { ATTRIBUTES, "<limit parameter='capex' low='-inf'/>", "“low” is “-inf”" },
    { ATTRIBUTES, "<limit parameter='capex' low='nan'/>", "“low” is “nan”" },
    { ATTRIBUTES, LIMIT LIMIT, "given twice" },
    { ATTRIBUTES,
      LIMIT "<limit parameter='lifespan' low='2'/><limit parameter='wacc' low='0.1'/>"
            "<limit parameter='power_add' low='2'/><limit parameter='subsidy' low='0.1'/>",
      "at most 4 limits" },
    { ATTRIBUTES, LIMIT "<side/>", "not expected in <discovery>" },
    { "metric='irr' below='0' coverage='0.7' density='0.8' share='0.5' draws='99' seed='1' "
      "inputs='" DIGEST "'",
      LIMIT, "“metric” is “irr”" },
    { "metric='npv' coverage='0.7' density='0.8' share='0.5' draws='99' seed='1' inputs='" DIGEST
      "'",
      LIMIT, "“below” is missing" },
    { "metric='npv' below='0' coverage='1.7' density='0.8' share='0.5' draws='99' seed='1' "
      "inputs='" DIGEST "'",
      LIMIT, "shares from 0 to 1" },
    { "metric='npv' below='0' coverage='0.7' density='0.8' share='0.5' draws='0' seed='1' "
      "inputs='" DIGEST "'",
      LIMIT, "a number of draws" },
    { "metric='npv' below='0' coverage='0.7' density='0.8' share='0.5' draws='1.5' seed='1' "
      "inputs='" DIGEST "'",
      LIMIT, "“draws” is “1.5”" },
    { "metric='npv' below='0' coverage='0.7' density='0.8' share='0.5' draws='9' seed='-1' "
      "inputs='" DIGEST "'",
      LIMIT, "“seed” is “-1”" },
    { "metric='npv' below='0' coverage='0.7' density='0.8' share='0.5' draws='9' seed='1' "
      "inputs='" DIGEST "0'",
      LIMIT, "64 hexadecimal digits" },
    { "metric='npv' below='0' coverage='0.7' density='0.8' share='0.5' draws='9' seed='1'", LIMIT,
      "“inputs” is missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
      g_autofree char *inside =
        g_strdup_printf ("<discovery %s>%s</discovery>", files[i].attributes, files[i].inside);
      g_autoptr (ObScenario) scenario = read_inside (inside, 1, faults);
      const GError *error;

      g_assert_null (scenario);
      g_assert_cmpuint (faults->len, >=, 1);
      error = g_ptr_array_index (faults, 0);
      g_assert_nonnull (strstr (error->message, files[i].message));
      g_assert_nonnull (strstr (error->message, "x:2: "));
    }
}

/* Limits may come in any order; what is not known comes back. */
static void
test_extras (void)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (ObScenario) scenario = read_inside (
    "<discovery " ATTRIBUTES " x='1'><limit parameter='lifespan' high='5' y='2'/>" LIMIT
    "<!-- c --></discovery>",
    1, faults);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (ob_scenario_is_discovery_outdated (scenario));
  bytes = ob_scenario_to_bytes (scenario, NULL);
  g_assert_true (has_text (bytes, "inputs=\"" DIGEST "\" x=\"1\">\n"));
  g_assert_true (has_text (bytes, "    <limit parameter=\"lifespan\" high=\"5\" y=\"2\"/>\n"));
  g_assert_true (has_text (bytes, "    <!-- c -->\n  </discovery>\n"));
}

/* A newer program may have kept what this one does not know. */
static void
test_newer (void)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (ObScenario) scenario = read_inside (
    "<discovery " ATTRIBUTES "><limit parameter='zeal' high='5'/>" LIMIT "</discovery>", 2, faults);

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_null (ob_scenario_get_discovery (scenario));
}

/* What charts over time show is kept with the view, and is no change of the document. */
static void
test_range (void)
{
  static const char *const wrong[] = {
    "from='3'",          "to='3'",           "from='3' to='4'",  "from='30' to='20'",
    "from='-40' to='9'", "from='5' to='81'", "from='x' to='40'", "from='0' to='nan'",
  };
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObScenario) again = NULL;
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GBytes) bytes = NULL;
  double from, to;

  g_assert_false (ob_scenario_get_range (scenario, &from, &to));
  ob_scenario_set_range (scenario, -3.25, 20);
  g_assert_false (ob_scenario_get_modified (scenario));
  bytes = ob_scenario_to_bytes (scenario, NULL);
  g_assert_true (ob_test_schema_accepts_bytes (OB_TEST_SCHEMA_SCENARIO, bytes));
  again = ob_scenario_read (bytes, "x", FALSE, faults);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (ob_scenario_get_range (again, &from, &to));
  g_assert_cmpfloat (from, ==, -3.25);
  g_assert_cmpfloat (to, ==, 20);
  ob_scenario_set_range (scenario, 0, 0);
  g_assert_false (ob_scenario_get_range (scenario, &from, &to));

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *inside = g_strdup_printf ("<view %s/>", wrong[i]);
      g_autoptr (ObScenario) newer = NULL;

      g_assert_null (read_inside (inside, 1, faults));
      g_assert_cmpuint (faults->len, ==, 1);
      g_ptr_array_set_size (faults, 0);
      newer = read_inside (inside, 2, faults);
      g_assert_nonnull (newer);
      g_assert_false (ob_scenario_get_range (newer, &from, &to));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/discovery/round-trip", test_round_trip);
  g_test_add_func ("/discovery/outdated", test_outdated);
  g_test_add_func ("/discovery/faults", test_faults);
  g_test_add_func ("/discovery/extras", test_extras);
  g_test_add_func ("/discovery/newer", test_newer);
  g_test_add_func ("/discovery/range", test_range);

  return g_test_run ();
}
