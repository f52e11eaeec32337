/* test-warning.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-template.h"
#include "ob-test-draw.h"
#include "ob-warning.h"

#include <locale.h>
#include <string.h>

/* So many of those without a fix are looked into. */
#define MAX_HOPELESS 10
#define N_DRAWS      1000

static GPtrArray *
find (const ObInputs *inputs)
{
  g_autofree ObRun *run = g_new (ObRun, 1);

  ob_run (inputs, run);

  return ob_warnings_find (inputs, run);
}

static const ObWarning *
find_one (GPtrArray *warnings, const char *id)
{
  for (guint i = 0; i < warnings->len; i++)
    {
      const ObWarning *warning = warnings->pdata[i];

      if (g_str_equal (warning->id, id))
        return warning;
    }

  return NULL;
}

static void
assert_says (const ObWarning *warning, const ObInputs *inputs, ObParameter parameter)
{
  g_autofree char *value = NULL;

  if (parameter == OB_N_PARAMETERS)
    return;

  value = ob_quantity_format (ob_parameter_get_info (parameter)->unit, inputs->value[parameter]);
  if (strstr (warning->sentence, value) == NULL)
    g_error ("%s: \"%s\" does not say \"%s\"", warning->id, warning->sentence, value);
}

static void
test_base (void)
{
  ObInputs inputs;
  g_autoptr (GPtrArray) warnings = NULL;

  ob_inputs_init (&inputs);
  warnings = find (&inputs);
  g_assert_cmpuint (warnings->len, ==, 0);
}

/* For each rule inputs that break it, the values it has to name, and the input that
 * mends it. */
static void
test_each (void)
{
  static const struct
  {
    const char *id;
    struct
    {
      ObParameter parameter;
      double value;
    } set[2];
    const char *says[2];
    ObParameter fix;
    double fix_value;
  } cases[] = {
    { "book-life",
      { { OB_PARAMETER_LIFESPAN, 3 }, { OB_PARAMETER_BOOK_LIFE, 6 } },
      { "6\302\240years", "3\302\240years" },
      OB_PARAMETER_BOOK_LIFE,
      3 },
    { "subsidy-floor",
      { { OB_PARAMETER_SUBSIDY_FLOOR, 0.5 }, { OB_PARAMETER_SUBSIDY, 0.2 } },
      { "50\302\240%", "20\302\240%" },
      OB_PARAMETER_SUBSIDY_FLOOR,
      0.2 },
    { "elasticity",
      { { OB_PARAMETER_ELASTICITY_SHORT, 1.1 }, { OB_PARAMETER_ELASTICITY_LONG, 0.7 } },
      { "1.1", "0.7" },
      OB_PARAMETER_ELASTICITY_LONG,
      1.1 },
    { "spend-growth",
      { { OB_PARAMETER_SPEND_GROWTH, 0.05 }, { OB_PARAMETER_SPEND_GROWTH_LONG, 0.12 } },
      { "12\302\240%", "5\302\240%" },
      OB_PARAMETER_SPEND_GROWTH_LONG,
      0.05 },
    { "training-share",
      { { OB_PARAMETER_TRAINING_SHARE, 0.2 }, { OB_PARAMETER_TRAINING_SHARE_LONG, 0.4 } },
      { "40\302\240%", "20\302\240%" },
      OB_PARAMETER_TRAINING_SHARE_LONG,
      0.2 },
    { "debt-rate",
      { { OB_PARAMETER_DEBT_RATE, 0.15 }, { OB_PARAMETER_WACC, 0.08 } },
      { "15\302\240%", "8\302\240%" },
      OB_PARAMETER_DEBT_RATE,
      0.08 },
    { "market-return",
      { { OB_PARAMETER_MARKET_RETURN, 0.11 }, { OB_PARAMETER_WACC, 0.08 } },
      { "11\302\240%", "8\302\240%" },
      OB_PARAMETER_WACC,
      0.11 },
    { "pop-year",
      { { OB_PARAMETER_POP_YEAR, 11 }, { OB_PARAMETER_BUILD_YEARS, 4 } },
      { "11\302\240years", "4\302\240years" },
      OB_PARAMETER_POP_YEAR,
      4 },
    /* The base case has 27.92 GW in its first quarter, and 4 GW come with it. */
    { "power-now",
      { { OB_PARAMETER_POWER_NOW, 10 }, { OB_PARAMETER_LIFESPAN, 5 } },
      { "27.9\302\240GW", "10\302\240GW" },
      OB_PARAMETER_POWER_NOW,
      24 },
    { "markup",
      { { OB_PARAMETER_PRICE_WAR, 1 }, { OB_PARAMETER_MARKUP, 0.3 } },
      { "100\302\240%", "30\302\240%" },
      OB_PARAMETER_MARKUP,
      0 },
    { "horizon",
      { { OB_PARAMETER_HORIZON, 5 }, { OB_PARAMETER_BUILD_YEARS, 7 } },
      { "5\302\240years", "7\302\240years" },
      OB_PARAMETER_HORIZON,
      15 },
    { "grid",
      { { OB_PARAMETER_CAPEX, 730 }, { OB_PARAMETER_POWER_ADD, 5 } },
      { "$730\302\240bn", "5\302\240GW" },
      OB_PARAMETER_POWER_ADD,
      10 },
    { "reference-decline",
      { { OB_PARAMETER_REFERENCE_DECLINE, 0.5 }, { OB_PARAMETER_EFFICIENCY_GROWTH, 0.15 } },
      { "50\302\240%", "7\302\240%" },
      OB_PARAMETER_REFERENCE_DECLINE,
      0.1 },
    { "coverage",
      { { OB_PARAMETER_COVERAGE_NOW, 0.3 }, { OB_PARAMETER_WACC, 0.1 } },
      { "0.3×", "0.926×" },
      OB_PARAMETER_COVERAGE_NOW,
      0.92 },
    { "funding",
      { { OB_PARAMETER_CAPEX, 1300 }, { OB_PARAMETER_FUNDING_CAP, 200 } },
      { "$1.30\302\240tn", "$200\302\240bn" },
      OB_PARAMETER_FUNDING_CAP,
      -1 },
  };
  const char *const *ids = ob_warning_get_ids ();

  g_assert_cmpuint (g_strv_length ((char **) ids), ==, G_N_ELEMENTS (cases));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (GPtrArray) after = NULL;
      const ObWarning *warning;
      ObInputs inputs;

      g_assert_true (g_strv_contains (ids, cases[i].id));
      ob_inputs_init (&inputs);
      for (guint j = 0; j < 2; j++)
        inputs.value[cases[i].set[j].parameter] = cases[i].set[j].value;

      warnings = find (&inputs);
      warning = find_one (warnings, cases[i].id);
      if (warning == NULL)
        g_error ("%s does not warn", cases[i].id);
      g_test_message ("%s: %s", warning->id, warning->sentence);

      for (guint j = 0; j < 2; j++)
        {
          if (strstr (warning->sentence, cases[i].says[j]) == NULL)
            g_error ("\"%s\" does not say \"%s\"", warning->sentence, cases[i].says[j]);
        }
      g_assert_true (warning->has_fix);
      g_assert_cmpint (warning->fix, ==, cases[i].fix);
      if (cases[i].fix_value >= 0)
        g_assert_cmpfloat (warning->fix_value, ==, cases[i].fix_value);

      inputs.value[warning->fix] = warning->fix_value;
      after = find (&inputs);
      g_assert_null (find_one (after, cases[i].id));
    }
}

/* Nothing that can be done with one input takes the warning away. */
static void
assert_hopeless (const ObWarning *warning, const ObInputs *inputs)
{
  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (p);
      const double ends[] = { info->minimum, info->maximum };

      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        {
          g_autoptr (GPtrArray) after = NULL;
          ObInputs changed = *inputs;

          changed.value[p] = ends[i];
          if (!ob_inputs_check (&changed, NULL))
            continue;
          after = find (&changed);
          if (find_one (after, warning->id) == NULL)
            g_error ("%s is fixed by %s of %g: %s", warning->id, info->id, ends[i],
                     warning->sentence);
        }
    }
}

/* Whatever the inputs are, a fix is one: within its range, and with it the warning
 * is gone. Only hardware that no power at the start could feed has none, and says so. */
static void
test_fixes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_without = 0;
  guint n = 0;

  for (guint i = 0; i < N_DRAWS; i++)
    {
      g_autoptr (GPtrArray) warnings = NULL;
      ObInputs inputs;

      ob_test_draw_anywhere (rand, &inputs);
      warnings = find (&inputs);
      n += warnings->len;

      for (guint j = 0; j < warnings->len; j++)
        {
          const ObWarning *warning = warnings->pdata[j];
          g_autoptr (GError) error = NULL;
          g_autoptr (GPtrArray) after = NULL;
          ObInputs changed = inputs;

          g_hash_table_add (seen, (gpointer) warning->id);
          assert_says (warning, &inputs, warning->parameter);
          if (!g_str_equal (warning->id, "reference-decline"))
            assert_says (warning, &inputs, warning->other);
          if (!warning->has_fix)
            {
              if (!g_str_equal (warning->id, "power-now"))
                g_error ("%s has no fix: %s", warning->id, warning->sentence);
              g_assert_nonnull (strstr (warning->sentence, "No single input mends this"));
              if (n_without++ < MAX_HOPELESS)
                assert_hopeless (warning, &inputs);
              continue;
            }

          g_assert_true (ob_inputs_set (&changed, warning->fix, warning->fix_value, &error));
          g_assert_no_error (error);
          after = find (&changed);
          if (find_one (after, warning->id) != NULL)
            g_error ("%s is not fixed: %s", warning->id, warning->sentence);
        }
    }

  g_test_message ("%u warnings, %u without a fix", n, n_without);
  g_assert_cmpuint (n_without, <, n / 10);
  g_assert_cmpuint (g_hash_table_size (seen), ==, g_strv_length ((char **) ob_warning_get_ids ()));
}

/* A template is warned of only where that is its story. */
static void
test_templates (void)
{
  static const struct
  {
    const char *id;
    const char *warnings;
  } cases[] = {
    { "base", "" },
    { "sequoia-2024", "" },
    { "netease-2025", "book-life grid" },
    { "power-wall", "grid" },
    { "price-war", "" },
    { "golden-age", "" },
    { "short-lived-chips", "book-life" },
    { "soft-landing", "" },
    { "pops-2028", "" },
    { "china", "" },
  };

  g_assert_cmpuint (g_strv_length ((char **) ob_template_get_ids ()), ==, G_N_ELEMENTS (cases));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ObScenario) scenario = ob_template_load (cases[i].id, &error);
      g_autoptr (GPtrArray) warnings = NULL;
      g_autoptr (GString) ids = g_string_new (NULL);

      g_assert_no_error (error);
      warnings = find (ob_scenario_get_inputs (scenario));
      for (guint j = 0; j < warnings->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "",
                                ((const ObWarning *) warnings->pdata[j])->id);
      if (!g_str_equal (ids->str, cases[i].warnings))
        g_error ("%s: \"%s\" rather than \"%s\"", cases[i].id, ids->str, cases[i].warnings);
    }
}

static void
test_words (void)
{
  g_autoptr (GPtrArray) warnings = NULL;
  g_autofree char *button = NULL;
  g_autofree char *step = NULL;
  const ObWarning *warning;
  ObInputs inputs;

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_LIFESPAN] = 3;
  warnings = find (&inputs);
  warning = find_one (warnings, "book-life");
  g_assert_nonnull (warning);

  button = ob_warning_describe_fix (warning);
  step = ob_warning_name_fix (warning, &inputs);
  g_assert_cmpstr (button, ==, "Set Accounting life to 3\302\240years");
  g_assert_cmpstr (step, ==, "Fix: Accounting life 6\302\240years → 3\302\240years");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/warning/base", test_base);
  g_test_add_func ("/warning/each", test_each);
  g_test_add_func ("/warning/fixes", test_fixes);
  g_test_add_func ("/warning/templates", test_templates);
  g_test_add_func ("/warning/words", test_words);

  return g_test_run ();
}
