/* test-uncertainty.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-evidence.h"
#include "ob-published-ranges.h"
#include "ob-scenario-file.h"
#include "ob-scenario-reader.h"
#include "ob-test-schema.h"

#include <math.h>
#include <string.h>

static ObScenario *
read_inside (const char *inside, GPtrArray *faults)
{
  g_autofree char *text = g_strdup_printf (
    "<scenario xmlns='urn:overbuild:scenario:1' format='1'>\n%s</scenario>", inside);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return ob_scenario_read (bytes, "x", FALSE, faults);
}

static ObScenario *
read_again (ObScenario *scenario, GBytes **bytes)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  ObScenario *again;

  *bytes = ob_scenario_to_bytes (scenario, NULL);
  again = ob_scenario_read (*bytes, "x", FALSE, faults);
  g_assert_cmpuint (faults->len, ==, 0);

  return again;
}

static void
set_all (ObUncertainty *uncertainty)
{
  /* Of the first three, no two could hold without the third. */
  static const ObCorrelation pairs[] = {
    { OB_PARAMETER_WACC, OB_PARAMETER_CAPEX, 0.9 },
    { OB_PARAMETER_CAPEX, OB_PARAMETER_LIFESPAN, 0.9 },
    { OB_PARAMETER_LIFESPAN, OB_PARAMETER_WACC, 0.9 },
    { OB_PARAMETER_POWER_ADD, OB_PARAMETER_CAPEX, -1. / 3 },
  };

  ob_uncertainty_init (uncertainty);
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);
      const ObDistributionKind kind = p % OB_N_DISTRIBUTION_KINDS;
      ObDistribution range = { kind, info->minimum + (info->maximum - info->minimum) / 7, NAN,
                               info->maximum };

      if (ob_distribution_kind_has_mode (kind) && p % 2 == 0)
        range.mode = (range.low + range.high) / 2;
      if (kind != OB_DISTRIBUTION_FIXED && ob_distribution_check (&range, p, NULL))
        uncertainty->distributions[p] = range;
    }
  g_assert_true (ob_uncertainty_set_correlations (uncertainty, pairs, G_N_ELEMENTS (pairs), NULL));
  uncertainty->seed = OB_UNCERTAINTY_MAX_SEED;
}

static void
test_round_trip (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (ObScenario) again = NULL;
  g_autoptr (GBytes) plain = ob_scenario_to_bytes (scenario, NULL);
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) undone = NULL;
  g_autoptr (GError) error = NULL;
  ObUncertainty uncertainty;

  set_all (&uncertainty);
  g_assert_cmpuint (ob_uncertainty_get_levers (&uncertainty, NULL), >, 30);
  g_assert_true (ob_scenario_set_uncertainty (scenario, &uncertainty, NULL, &error));
  g_assert_no_error (error);
  again = read_again (scenario, &first);
  g_assert_true (ob_uncertainty_equal (ob_scenario_get_uncertainty (again), &uncertainty));
  second = ob_scenario_to_bytes (again, NULL);
  g_assert_true (g_bytes_equal (first, second));
  g_assert_true (ob_test_schema_accepts_bytes (OB_TEST_SCHEMA_SCENARIO, first));

  /* Where nothing is uncertain the file is what it always was. */
  ob_scenario_undo (scenario);
  undone = ob_scenario_to_bytes (scenario, NULL);
  g_assert_true (g_bytes_equal (undone, plain));
  g_assert_null (g_strstr_len (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), "uncert"));
}

/* What is not known in it comes back. */
static void
test_extras (void)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (ObScenario) scenario =
    read_inside ("<uncertainty seed='3' x='1'>\n"
                 "<range parameter='capex' kind='pert' low='600' high='900' y='2'/>\n"
                 "<correlation first='wacc' second='capex' rank='0.5' z='3'/><!-- c -->\n"
                 "</uncertainty>",
                 faults);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpuint (ob_scenario_get_uncertainty (scenario)->seed, ==, 3);
  bytes = ob_scenario_to_bytes (scenario, NULL);
  g_assert_nonnull (g_strstr_len (
    g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
    "  <uncertainty seed=\"3\" x=\"1\">\n"
    "    <range parameter=\"capex\" kind=\"pert\" low=\"600\" high=\"900\" y=\"2\"/>\n"
    "    <correlation first=\"capex\" second=\"wacc\" rank=\"0.5\" z=\"3\"/>\n"
    "    <!-- c -->\n"
    "  </uncertainty>\n"));
}

static void
test_faults (void)
{
  static const struct
  {
    const char *inside;
    const char *message;
  } files[] = {
    { "<range kind='pert' low='1' high='2'/>", "“parameter” is missing" },
    { "<range parameter='x' kind='pert' low='1' high='2'/>", "the id of a parameter" },
    { "<range parameter='capex' kind='normal' low='1' high='2'/>", "uniform, triangular, pert" },
    { "<range parameter='capex' kind='fixed' low='1' high='2'/>", "uniform, triangular, pert" },
    { "<range parameter='capex' kind='pert' low='a' high='2'/>", "“low” is “a”" },
    { "<range parameter='capex' kind='pert' low='1' high='nan'/>", "“high” is “nan”" },
    { "<range parameter='capex' kind='pert' low='1' high='2000'/>", "outside its range" },
    { "<range parameter='capex' kind='pert' low='5' high='2'/>", "low end" },
    { "<range parameter='capex' kind='pert' low='5' mode='1' high='9'/>", "most likely" },
    { "<range parameter='capex' kind='uniform' low='5' high='9'/>"
      "<range parameter='capex' kind='uniform' low='5' high='9'/>",
      "given twice" },
    { "<correlation first='capex' second='capex' rank='0.5'/>", "two different" },
    { "<correlation first='capex' second='wacc' rank='1.5'/>", "above −1 and below 1" },
    { "<correlation first='capex' second='wacc' rank='0.5'/>"
      "<correlation first='wacc' second='capex' rank='0.5'/>",
      "given twice" },
    { "<correlation first='capex' second='wacc' rank='0.9'/>"
      "<correlation first='wacc' second='lifespan' rank='0.9'/>",
      "contradicts" },
    { "<spread parameter='capex'/>", "not expected in <uncertainty>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
      g_autofree char *inside =
        g_strdup_printf ("<uncertainty>\n%s</uncertainty>", files[i].inside);
      g_autoptr (ObScenario) scenario = read_inside (inside, faults);
      const GError *error;

      g_assert_null (scenario);
      g_assert_cmpuint (faults->len, ==, 1);
      error = g_ptr_array_index (faults, 0);
      g_assert_nonnull (strstr (error->message, files[i].message));
      g_assert_nonnull (strstr (error->message, "x:3: "));
    }

  {
    g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);

    g_assert_null (read_inside ("<uncertainty seed='-1'/>", faults));
    g_assert_cmpuint (faults->len, ==, 1);
  }
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_steps (void)
{
  g_autoptr (ObScenario) scenario = ob_scenario_new ();
  g_autoptr (GError) error = NULL;
  const ObDistribution range = { OB_DISTRIBUTION_PERT, 600, NAN, 900 };
  const ObDistribution wrong = { OB_DISTRIBUTION_PERT, 600, NAN, 500 };
  ObDistribution fixed;
  ObUncertainty uncertainty;
  g_autofree char *label = NULL;
  guint n_changes = 0;

  ob_distribution_init (&fixed);
  g_signal_connect_swapped (scenario, "inputs-changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (ob_scenario_set_distribution (scenario, OB_PARAMETER_CAPEX, &range, &error));
  g_assert_cmpuint (n_changes, ==, 1);
  g_object_get (scenario, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "Range of Capex");
  g_assert_true (ob_scenario_get_modified (scenario));

  /* The same again is no step. */
  g_assert_true (ob_scenario_set_distribution (scenario, OB_PARAMETER_CAPEX, &range, &error));
  g_assert_cmpuint (n_changes, ==, 1);

  g_assert_false (ob_scenario_set_distribution (scenario, OB_PARAMETER_CAPEX, &wrong, &error));
  g_assert_error (error, OB_MODEL_ERROR, OB_MODEL_ERROR_OUT_OF_RANGE);
  g_clear_error (&error);
  g_assert_cmpfloat (ob_scenario_get_uncertainty (scenario)->distributions[OB_PARAMETER_CAPEX].high,
                     ==, 900);

  g_assert_true (ob_scenario_set_distribution (scenario, OB_PARAMETER_CAPEX, &fixed, &error));
  g_clear_pointer (&label, g_free);
  g_object_get (scenario, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "No range of Capex");

  ob_scenario_undo (scenario);
  uncertainty = *ob_scenario_get_uncertainty (scenario);
  g_assert_true (ob_distribution_equal (&uncertainty.distributions[OB_PARAMETER_CAPEX], &range));
  ob_scenario_undo (scenario);
  g_assert_false (ob_scenario_get_modified (scenario));

  g_assert_cmpuint (ob_published_ranges_use (&uncertainty), >, 10);
  g_assert_true (ob_scenario_set_uncertainty (scenario, &uncertainty, "All", &error));
  g_clear_pointer (&label, g_free);
  g_object_get (scenario, "undo-label", &label, NULL);
  g_assert_cmpstr (label, ==, "All");
}

/* Every range is one that may be used, and what somebody has published. */
static void
test_published (void)
{
  guint n = 0;

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObEvidence *evidence = ob_evidence_get (p);
      ObDistribution range;

      if (!ob_published_range_get (p, &range))
        {
          g_assert_cmpint (range.kind, ==, OB_DISTRIBUTION_FIXED);
          continue;
        }

      n++;
      g_assert_true (ob_distribution_check (&range, p, NULL));
      g_assert_cmpfloat (range.low, >=, evidence->low);
      g_assert_cmpfloat (range.high, <=, evidence->high);
      g_assert_true (isnan (range.mode));
    }
  g_assert_cmpuint (n, >, 10);

  /* A single number is no range. */
  g_assert_false (ob_published_range_get (OB_PARAMETER_TAX, &(ObDistribution){ 0 }));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uncertainty/round-trip", test_round_trip);
  g_test_add_func ("/uncertainty/extras", test_extras);
  g_test_add_func ("/uncertainty/faults", test_faults);
  g_test_add_func ("/uncertainty/steps", test_steps);
  g_test_add_func ("/uncertainty/published", test_published);

  return g_test_run ();
}
