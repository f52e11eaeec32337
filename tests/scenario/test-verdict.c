/* test-verdict.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-quantity.h"
#include "ob-solve.h"
#include "ob-verdict.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const char *const fixture_words[] = {
  [OB_BINDING_POWER] = "power",
  [OB_BINDING_MONEY] = "money",
  [OB_BINDING_SUPPLY] = "supply",
  [OB_BINDING_DEMAND] = "demand",
};

/* A run made up: only what the verdict looks at. */
static void
make_run (ObRun *run, double npv, double payback, double risk, ObBinding binding)
{
  memset (run, 0, sizeof *run);
  run->start_year = 2027;
  run->metric[OB_METRIC_NPV] = npv;
  run->metric[OB_METRIC_PV_CAPEX] = 10000;
  run->metric[OB_METRIC_PAYBACK] = payback;
  run->metric[OB_METRIC_BUBBLE_RISK] = risk;
  for (guint i = 0; i < OB_N_QUARTERS; i++)
    run->binding[i] = binding;
}

static char *
format_made_up (double npv, double payback, double risk, ObBinding binding, const ObWayOut *ways)
{
  g_autofree ObRun *run = g_new (ObRun, 1);
  ObInputs inputs;

  ob_inputs_init (&inputs);
  make_run (run, npv, payback, risk, binding);

  return ob_verdict_format (&inputs, run, ways);
}

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("\"%s\" does not say \"%s\"", text, part);
}

static void
assert_has_not (const char *text, const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("\"%s\" says \"%s\"", text, part);
}

static void
test_outcome (void)
{
  static const struct
  {
    double npv;
    double payback;
    const char *start;
    const char *payback_text;
  } cases[] = {
    { -578, 69, "Loses $0.58\302\240tn over 20\302\240years", "Q2\302\2402044" },
    { -578, -1, "Loses $0.58\302\240tn over 20\302\240years", "never" },
    { 1234, 33, "Gains $1.23\302\240tn over 20\302\240years", "Q2\302\2402035" },
    { 1234, -1, "Gains $1.23\302\240tn over 20\302\240years", "never" },
    { 40, 33, "About breaks even over 20\302\240years", "Q2\302\2402035" },
    { -40, -1, "About breaks even over 20\302\240years", "never" },
    { 0, 0, "About breaks even over 20\302\240years", "Q1\302\2402027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        format_made_up (cases[i].npv, cases[i].payback, 0.5, OB_BINDING_POWER, NULL);

      g_assert_true (g_str_has_prefix (text, cases[i].start));
      assert_has (text, cases[i].payback_text);
      /* The ways out are not known yet. */
      assert_has_not (text, "alone");
    }
}

static void
test_binding (void)
{
  g_autofree ObRun *run = g_new (ObRun, 1);
  ObInputs inputs;

  ob_inputs_init (&inputs);
  for (guint b = 0; b < G_N_ELEMENTS (fixture_words); b++)
    {
      g_autofree char *always = format_made_up (-578, -1, 0.5, b, NULL);
      g_autofree char *often = NULL;

      assert_has (always, "most of the first ten years");
      assert_has (always, fixture_words[b]);

      /* Sixteen quarters of forty, the others eight each: most often, not mostly. */
      make_run (run, -578, -1, 0.5, b);
      for (guint i = 16; i < OB_N_QUARTERS; i++)
        run->binding[i] = (b + 1 + i % 3) % G_N_ELEMENTS (fixture_words);
      often = ob_verdict_format (&inputs, run, NULL);
      assert_has (often, "most frequent");
      assert_has (often, fixture_words[b]);
    }
}

static void
test_risk (void)
{
  static const struct
  {
    double risk;
    const char *words;
  } cases[] = {
    { 0, "all but ruled out" },
    { 0.001, "all but ruled out" },
    { 0.005, "very unlikely (1\302\240%)" },
    { 0.05, "very unlikely (5\302\240%)" },
    { 0.25, "is unlikely (25\302\240%)" },
    { 0.5, "about as likely as not (50\302\240%)" },
    { 0.7049, "is likely (70\302\240%)" },
    { 0.896, "very likely (90\302\240%)" },
    { 0.95, "very likely (95\302\240%)" },
    { 0.999, "all but certain" },
    { 1, "all but certain" },
  };
  g_autofree ObRun *run = g_new (ObRun, 1);
  g_autofree char *scheduled = NULL;
  ObInputs inputs;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = format_made_up (-578, -1, cases[i].risk, OB_BINDING_POWER, NULL);

      assert_has (text, cases[i].words);
    }

  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_POP_YEAR] = 2;
  make_run (run, -578, -1, 1, OB_BINDING_DEMAND);
  scheduled = ob_verdict_format (&inputs, run, NULL);
  assert_has (scheduled, "part of the scenario");
}

/* Which of @words a text has, the longest where one has another in it. */
static int
find_word (const char *text, const char *const *words, guint n)
{
  int found = -1;

  for (guint i = 0; i < n; i++)
    {
      if (strstr (text, words[i]) != NULL
          && (found < 0 || strlen (words[i]) > strlen (words[found])))
        found = (int) i;
    }
  if (found < 0)
    g_error ("\"%s\" has none of the words", text);

  return found;
}

/* A higher risk is never called lower, and the number beside the word is the risk. */
static void
test_risk_rises (void)
{
  static const char *const words[] = { "all but ruled out", "is very unlikely", "is unlikely",
                                       "as likely as not",  "is likely",        "is very likely",
                                       "all but certain" };
  guint n_words = 1;
  int before = 0;

  for (guint i = 0; i <= 2000; i++)
    {
      const double risk = i / 2000.;
      g_autofree char *text = format_made_up (-578, -1, risk, OB_BINDING_POWER, NULL);
      const int word = find_word (text, words, G_N_ELEMENTS (words));

      g_assert_cmpint (word, >=, before);
      n_words += word > before;
      before = word;
      if (strchr (text, '(') != NULL)
        {
          const double shown = g_ascii_strtod (strchr (text, '(') + 1, NULL) / 100;

          g_assert_cmpfloat_with_epsilon (shown, risk, 0.005 + 1e-12);
          g_assert_cmpfloat (shown, >, 0);
          g_assert_cmpfloat (shown, <, 1);
        }
    }
  g_assert_cmpuint (n_words, ==, G_N_ELEMENTS (words));
}

/* From a loss over about nothing to a gain, alike on both sides. */
static void
test_outcome_rises (void)
{
  static const char *const words[] = { "Loses", "About breaks even", "Gains" };
  guint count[G_N_ELEMENTS (words)] = { 0 };
  int before = 0;

  for (int npv = -200; npv <= 200; npv++)
    {
      g_autofree char *text = format_made_up (npv, 33, 0.5, OB_BINDING_POWER, NULL);
      const int word = find_word (text, words, G_N_ELEMENTS (words));

      g_assert_cmpint (word, >=, before);
      count[word]++;
      before = word;
    }
  g_assert_cmpuint (count[0], ==, count[2]);
  g_assert_cmpuint (count[1], >, 0);
  g_assert_cmpuint (count[1], <, count[0]);
}

static void
test_ways_in_words (void)
{
  const ObWayOut some[OB_N_HEADLINE] = { { OB_PARAMETER_CAPEX, 680, TRUE },
                                         { OB_PARAMETER_SUBSIDY, 0.31, TRUE },
                                         { OB_PARAMETER_POWER_ADD, 12, FALSE },
                                         { OB_PARAMETER_LIFESPAN, 5.9, TRUE } };
  ObWayOut none[OB_N_HEADLINE];
  ObWayOut all[OB_N_HEADLINE];
  g_autofree char *loss = format_made_up (-578, -1, 0.5, OB_BINDING_POWER, some);
  g_autofree char *gain = format_made_up (578, 20, 0.5, OB_BINDING_POWER, some);
  g_autofree char *hopeless = NULL;
  g_autofree char *easy = NULL;

  for (guint i = 0; i < OB_N_HEADLINE; i++)
    {
      none[i] = some[i];
      none[i].reachable = FALSE;
      all[i] = some[i];
      all[i].reachable = TRUE;
    }
  hopeless = format_made_up (-578, -1, 0.5, OB_BINDING_POWER, none);
  easy = format_made_up (-578, -1, 0.5, OB_BINDING_POWER, all);

  assert_has (loss, "would bring it to break-even: ");
  assert_has (loss, "$680\302\240bn/yr");
  assert_has (loss, "31\302\240%");
  assert_has (loss, "5.9\302\240years");
  assert_has_not (loss, "12\302\240GW");
  assert_has (loss, "No value alone would do it for: ");

  assert_has (gain, "down to break-even: ");
  assert_has (gain, "stays in profit at any value of: ");

  assert_has_not (hopeless, "Any one");
  assert_has (hopeless, "No value alone");
  assert_has (easy, "12\302\240GW");
  assert_has_not (easy, "No value");
}

static void
test_no_number (void)
{
  g_autofree char *nan_npv = format_made_up (NAN, -1, 0.5, OB_BINDING_POWER, NULL);
  g_autofree char *inf_npv = format_made_up (INFINITY, -1, 0.5, OB_BINDING_POWER, NULL);
  g_autofree char *nan_risk = format_made_up (0, -1, NAN, OB_BINDING_POWER, NULL);

  assert_has (nan_npv, "no number");
  assert_has (inf_npv, "no number");
  assert_has (nan_risk, "no number");
}

static void
check_ways (const ObInputs *inputs)
{
  g_autofree ObRun *run = g_new (ObRun, 1);
  ObWayOut ways[OB_N_HEADLINE];

  g_assert_true (ob_verdict_find_ways_out (inputs, ways, NULL));

  for (guint i = 0; i < OB_N_HEADLINE; i++)
    {
      ObParameter parameter = ob_headline_parameters[i];
      const ObParameterInfo *info = ob_parameter_get_info (parameter);
      double now = inputs->value[parameter];
      ObInputs other = *inputs;
      int sign = 0;

      g_assert_cmpint (ways[i].parameter, ==, parameter);

      if (ways[i].reachable)
        {
          /* It does break even there ... */
          other.value[parameter] = ways[i].value;
          g_assert_true (ob_inputs_check (&other, NULL));
          ob_run (&other, run);
          g_assert_cmpfloat (fabs (run->metric[OB_METRIC_NPV]), <=,
                             1e-6 * run->metric[OB_METRIC_PV_CAPEX]);
        }

      /* ... and nowhere nearer: the sign does not change on the way; without a
       * way out it never does. */
      for (guint k = 1; k < 60; k++)
        {
          double from = ways[i].reachable ? now : info->minimum;
          double to = ways[i].reachable ? ways[i].value : info->maximum;

          other.value[parameter] = from + (to - from) * k / 60;
          ob_run (&other, run);
          if (sign == 0)
            sign = run->metric[OB_METRIC_NPV] > 0 ? 1 : -1;
          g_assert_cmpint (run->metric[OB_METRIC_NPV] > 0 ? 1 : -1, ==, sign);
        }
    }
}

static void
test_ways_out (void)
{
  ObInputs inputs;

  ob_inputs_init (&inputs);
  check_ways (&inputs);

  /* A build-out that pays. */
  inputs.value[OB_PARAMETER_CAPEX] = 500;
  inputs.value[OB_PARAMETER_SUBSIDY] = 0.1;
  inputs.value[OB_PARAMETER_LIFESPAN] = 7;
  check_ways (&inputs);

  /* One that does not. */
  ob_inputs_init (&inputs);
  inputs.value[OB_PARAMETER_LIFESPAN] = 2.5;
  check_ways (&inputs);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  ObWayOut ways[OB_N_HEADLINE];
  ObInputs inputs;

  ob_inputs_init (&inputs);
  g_cancellable_cancel (cancellable);
  g_assert_false (ob_verdict_find_ways_out (&inputs, ways, cancellable));
}

static void
check_prose (const char *text)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "."));
  g_assert_true (g_ascii_isupper (text[0]));
  assert_has_not (text, "  ");
  assert_has_not (text, "%s");
  assert_has_not (text, "inf");
  assert_has_not (text, "nan");
  assert_has_not (text, "-0");
}

/* Whatever the inputs, there is a verdict, and it agrees with the numbers. */
static void
test_any_inputs (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree ObRun *run = g_new (ObRun, 1);

  for (guint n = 0; n < 200; n++)
    {
      ObInputs inputs;
      g_autofree char *text = NULL;

      ob_inputs_init (&inputs);
      for (guint p = 0; p < OB_N_PARAMETERS; p++)
        {
          const ObParameterInfo *info = ob_parameter_get_info (p);
          int kind = g_rand_int_range (rand, 0, 4);

          if (info->unit == OB_UNIT_SWITCH)
            inputs.value[p] = kind % 2;
          else if (kind == 0)
            inputs.value[p] = info->minimum;
          else if (kind == 1)
            inputs.value[p] = info->maximum;
          else
            inputs.value[p] = g_rand_double_range (rand, info->minimum, info->maximum);
        }

      ob_run (&inputs, run);
      text = ob_verdict_format (&inputs, run, NULL);
      check_prose (text);
      if (g_str_has_prefix (text, "Loses"))
        g_assert_cmpfloat (run->metric[OB_METRIC_NPV], <, 0);
      if (g_str_has_prefix (text, "Gains"))
        g_assert_cmpfloat (run->metric[OB_METRIC_NPV], >, 0);
    }
}

static void
test_nothing_spent (void)
{
  g_autofree ObRun *run = g_new (ObRun, 1);
  g_autofree char *text = NULL;
  ObInputs inputs;
  ObWayOut ways[OB_N_HEADLINE] = { { 0 } };

  ob_inputs_init (&inputs);
  make_run (run, 0, 0, 0.5, OB_BINDING_DEMAND);
  run->metric[OB_METRIC_PV_CAPEX] = 0;
  text = ob_verdict_format (&inputs, run, ways);
  check_prose (text);
  assert_has (text, "Nothing is spent");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/verdict/outcome", test_outcome);
  g_test_add_func ("/verdict/binding", test_binding);
  g_test_add_func ("/verdict/risk", test_risk);
  g_test_add_func ("/verdict/risk-rises", test_risk_rises);
  g_test_add_func ("/verdict/outcome-rises", test_outcome_rises);
  g_test_add_func ("/verdict/ways-in-words", test_ways_in_words);
  g_test_add_func ("/verdict/no-number", test_no_number);
  g_test_add_func ("/verdict/ways-out", test_ways_out);
  g_test_add_func ("/verdict/cancelled", test_cancelled);
  g_test_add_func ("/verdict/any-inputs", test_any_inputs);
  g_test_add_func ("/verdict/nothing-spent", test_nothing_spent);

  return g_test_run ();
}
