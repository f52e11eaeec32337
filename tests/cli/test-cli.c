/* test-cli.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-test-utils.h"
#include "ob-run.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static const char *const commands[] = { "params", "run",   "frontier", "map",    "solve",
                                        "export", "check", "bench",    "report", "compare" };

static void
test_help (void)
{
  g_autofree char *help = cli_get_output ("--help");
  g_autofree char *version = cli_get_output ("--version");

  g_assert_cmpstr (version, ==, "overbuild-cli " PACKAGE_VERSION "\n");

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *option = g_strdup_printf ("%s --help", commands[i]);
      g_autofree char *word = g_strdup_printf ("help %s", commands[i]);
      g_autofree char *usage = g_strdup_printf ("overbuild-cli %s", commands[i]);
      g_autofree char *by_option = cli_get_output (option);
      g_autofree char *by_word = cli_get_output (word);

      g_assert_nonnull (strstr (help, commands[i]));
      g_assert_nonnull (strstr (by_option, usage));
      g_assert_cmpstr (by_option, ==, by_word);
    }
}

static void
test_usage (void)
{
  cli_assert (2, "", "command");
  cli_assert (2, "rnu", "run");
  cli_assert (2, "no-such-thing", "no-such-thing");
  cli_assert (2, "help no-such-thing", "no-such-thing");
  cli_assert (2, "--set capex=1 run", "first");
  cli_assert (2, "run --fromat csv", "--format");
  cli_assert (2, "run --format xml", "json");
  cli_assert (2, "run --format", NULL);
  cli_assert (2, "run base base", "too many");
  cli_assert (2, "params base", "too many");
  cli_assert (2, "run --set capex", "ID=VALUE");
  cli_assert (2, "run --set =5", "ID=VALUE");
  cli_assert (2, "run --history 2026", "YEAR=VALUE");
  cli_assert (2, "frontier --x capex", "--y");
  cli_assert (2, "map --y capex", "--x");
  cli_assert (2, "solve --vary capex", "--target");
  cli_assert (2, "solve --target npv=0", "--vary");
  cli_assert (2, "export --output a.png", "frontier");
  cli_assert (2, "check", NULL);
}

static void
test_bad_values (void)
{
  /* The id and the range are named. */
  cli_assert (1, "run --set capex=2000", "capex: 2000 is outside its range 0 to 1500");
  cli_assert (1, "run --set subsidy=-0.01", "0 to 0.9");
  cli_assert (1, "run --set sunk=0.5", "sunk");
  cli_assert (1, "run --set capx=5", "capex");

  /* What is no number in the C locale. */
  {
    static const char *const bad[] = { "",     "0,4",   "nan", "inf", "-inf", "infinity",
                                       "0x10", "4e",    "4 ",  " 4",  "4%",   "1e999",
                                       "--4",  "4.5.6", "4\n", "٤",   "1_000" };

    for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
      {
        g_autofree char *setting = g_strdup_printf ("capex=%s", bad[i]);
        g_autofree char *quoted = g_shell_quote (setting);
        g_autofree char *line = g_strdup_printf ("run --set %s", quoted);

        cli_assert (1, line, "capex");
      }
  }

  cli_assert (1, "run --history 2026=abc", "abc");
  cli_assert (1, "run --history 20x6=5", "20x6");
  cli_assert (1, "run --history 1700=5", "1700");
  cli_assert (1, "run --history 2024=5 --history 2024=6", "2024");
  cli_assert (1, "run --history 2024=5 --history 2026=6", "2025");
  cli_assert (1, "run --history 2024=-5", "2024");
  cli_assert (4, "run no-such-file", "no-such-file");
}

static void
test_params (void)
{
  g_autofree char *csv = cli_get_output ("params --format csv");
  g_autofree char *json = cli_get_output ("params --format json");
  g_autofree char *table = cli_get_output ("params");
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  g_autoptr (JsonNode) root = cli_parse_json (json);
  JsonArray *array = json_node_get_array (root);

  g_assert_cmpstr (lines[0], ==, "id,group,unit,default,min,max,label");
  g_assert_cmpuint (g_strv_length (lines), ==, OB_N_PARAMETERS + 2);
  g_assert_cmpuint (json_array_get_length (array), ==, OB_N_PARAMETERS);

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    {
      const ObParameterInfo *info = ob_parameter_get_info (i);
      JsonObject *object = json_array_get_object_element (array, i);
      g_auto (GStrv) cells = g_strsplit (lines[i + 1], ",", 7);

      g_assert_cmpstr (cells[0], ==, info->id);
      g_assert_cmpstr (cells[1], ==, ob_group_get_id (info->group));
      g_assert_cmpfloat (g_ascii_strtod (cells[3], NULL), ==, info->value);
      g_assert_cmpfloat (g_ascii_strtod (cells[4], NULL), ==, info->minimum);
      g_assert_cmpfloat (g_ascii_strtod (cells[5], NULL), ==, info->maximum);
      g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, info->id);
      g_assert_cmpstr (json_object_get_string_member (object, "unit"), ==,
                       ob_unit_get_symbol (info->unit));
      g_assert_cmpfloat (json_object_get_double_member (object, "default"), ==, info->value);
      g_assert_cmpfloat (json_object_get_double_member (object, "min"), ==, info->minimum);
      g_assert_cmpfloat (json_object_get_double_member (object, "max"), ==, info->maximum);
      g_assert_nonnull (strstr (table, info->id));
    }
}

/* Numbers printed are the numbers of the library to the last bit. */
static void
check_json_run (const char *text, const ObInputs *inputs)
{
  g_autoptr (JsonNode) root = cli_parse_json (text);
  JsonObject *object = json_node_get_object (root);
  JsonObject *metrics = json_object_get_object_member (object, "metrics");
  JsonObject *parameters = json_object_get_object_member (object, "parameters");
  JsonObject *history = json_object_get_object_member (object, "history");
  JsonObject *series = json_object_get_object_member (object, "series");
  g_autofree ObRun *run = g_new (ObRun, 1);

  g_assert_cmpuint (json_object_get_size (object), ==, 4);
  g_assert_cmpuint (json_object_get_size (metrics), ==, OB_N_METRICS);
  g_assert_cmpuint (json_object_get_size (parameters), ==, OB_N_PARAMETERS);
  g_assert_cmpuint (json_object_get_size (history), ==, inputs->history.n_years);
  g_assert_cmpuint (json_object_get_size (series), ==, OB_N_SERIES);

  ob_run (inputs, run);

  for (guint i = 0; i < OB_N_METRICS; i++)
    {
      JsonNode *node = json_object_get_member (metrics, ob_metric_get_id (i));

      g_assert_nonnull (node);
      if (ob_metric_get_unit (i) == OB_UNIT_QUARTER && run->metric[i] < 0)
        {
          g_assert_true (json_node_is_null (node));
        }
      else if (ob_metric_get_unit (i) == OB_UNIT_QUARTER)
        {
          g_autofree char *quarter = ob_quarter_to_string (run->start_year, (guint) run->metric[i]);

          g_assert_cmpstr (json_node_get_string (node), ==, quarter);
        }
      else if (i == OB_METRIC_IRR && run->irr_state != OB_IRR_FOUND)
        {
          g_assert_cmpstr (json_node_get_string (node), ==,
                           run->irr_state == OB_IRR_NONE ? "none" : "several");
        }
      else
        {
          g_assert_cmpfloat (json_node_get_double (node), ==, run->metric[i]);
        }
    }

  for (guint i = 0; i < OB_N_PARAMETERS; i++)
    g_assert_cmpfloat (json_object_get_double_member (parameters, ob_parameter_get_id (i)), ==,
                       inputs->value[i]);

  for (guint i = 0; i < inputs->history.n_years; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", inputs->history.first_year + (int) i);

      g_assert_cmpfloat (json_object_get_double_member (history, year), ==,
                         inputs->history.capex[i]);
    }

  for (guint s = 0; s < OB_N_SERIES; s++)
    {
      JsonArray *values = json_object_get_array_member (series, ob_series_get_id (s));

      g_assert_cmpuint (json_array_get_length (values), ==, OB_N_QUARTERS);
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        g_assert_cmpfloat (json_array_get_double_element (values, i), ==, run->series[s][i]);
    }
}

static void
test_run_json (void)
{
  g_autofree char *base = cli_get_output ("run --format json");
  g_autofree char *named = cli_get_output ("run base --format json");
  g_autofree char *set = cli_get_output (
    "run --format json --set capex=1 --set subsidy=0.8 --set capex=900.25 --set runup_now=-0.3");
  g_autofree char *history =
    cli_get_output ("run --format json --history 2031=70 --history 2030=60.5 --history 2032=0");
  ObInputs inputs;

  ob_inputs_init (&inputs);
  check_json_run (base, &inputs);
  g_assert_cmpstr (base, ==, named);

  /* Of two settings the last holds. */
  inputs.value[OB_PARAMETER_CAPEX] = 900.25;
  inputs.value[OB_PARAMETER_SUBSIDY] = 0.8;
  inputs.value[OB_PARAMETER_RUNUP_NOW] = -0.3;
  check_json_run (set, &inputs);

  /* All of the table is replaced, in the order of the years. */
  ob_inputs_init (&inputs);
  inputs.history = (ObHistory){ 2030, 3, { 60.5, 70, 0 } };
  check_json_run (history, &inputs);
}

/* Corners of the space, where ratios are extreme, still give JSON. */
static void
test_run_json_extremes (void)
{
  static const char *const lines[] = {
    "run --format json --set capex=0 --set sunk=0 --set entry=0 --history 2026=0",
    "run --format json --set spend_now=10 --set subsidy=0.9 --set subsidy_floor=0.9",
    "run --format json --set power_now=5 --set power_add=0 --set defer=1",
    "run --format json --set weight_valuation=0 --set weight_credit=0 --set weight_fundamental=0",
    "run --format json --set pop_year=0.1 --set pop_capex_cut=1 --set pop_demand_cut=1",
    "run --format json --history 2026=100000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *text = cli_get_output (lines[i]);
      g_autoptr (JsonNode) root = cli_parse_json (text);

      g_assert_null (strstr (text, "nan"));
      g_assert_null (strstr (text, "inf"));
      g_assert_cmpuint (json_object_get_size (json_node_get_object (root)), ==, 4);
    }
}

static void
test_run_csv (void)
{
  g_autofree char *text = cli_get_output ("run --format csv");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) header = g_strsplit (lines[0], ",", -1);
  g_autofree ObRun *run = g_new (ObRun, 1);
  ObInputs inputs;

  ob_inputs_init (&inputs);
  ob_run (&inputs, run);

  g_assert_cmpuint (g_strv_length (lines), ==, OB_N_QUARTERS + 2);
  g_assert_cmpuint (g_strv_length (header), ==, OB_N_SERIES + 1);
  g_assert_cmpstr (header[0], ==, "quarter");
  g_assert_true (g_str_has_prefix (lines[1], "2027Q1,"));
  g_assert_true (g_str_has_prefix (lines[80], "2046Q4,"));

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i + 1], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, OB_N_SERIES + 1);
      for (guint s = 0; s < OB_N_SERIES; s++)
        {
          g_assert_cmpstr (header[s + 1], ==, ob_series_get_id (s));
          g_assert_cmpfloat (g_ascii_strtod (cells[s + 1], NULL), ==, run->series[s][i]);
        }
    }
}

static void
test_run_table (void)
{
  g_autofree char *text = cli_get_output ("run");

  for (guint i = 0; i < OB_N_METRICS; i++)
    g_assert_nonnull (strstr (text, ob_metric_get_label (i)));
  g_assert_nonnull (strstr (text, "without the residual value"));
  g_assert_nonnull (strstr (text, "from here on"));
  /* The verdict. */
  g_assert_nonnull (strstr (text, "Loses $0.58 tn over 20 years"));
  g_assert_nonnull (strstr (text, "break-even: Capex $"));
  g_assert_null (strstr (text, "Warnings"));
}

/* What does not go together is said after the verdict, and does no more. */
static void
test_run_warnings (void)
{
  g_autofree char *text = cli_get_output ("run --set book_life=6 --set lifespan=3");
  const char *verdict = strstr (text, "Loses $");
  const char *warnings = strstr (text, "Warnings");

  g_assert_nonnull (verdict);
  g_assert_nonnull (warnings);
  g_assert_true (verdict < warnings);
  g_assert_nonnull (strstr (warnings, "over 6 years, but it lasts 3 years"));
  g_assert_nonnull (strstr (warnings, "[Set Accounting life to 3 years]"));
}

/* Scripts get the same bytes whatever the person's language. */
static void
test_locale (void)
{
  static const char *const lines[] = {
    "params --format csv",
    "run --format csv --set subsidy=0.35",
    "run --format json",
    "map --x capex --y subsidy --size 3x3",
    "solve --vary capex --target npv=0",
    "frontier --x capex --y lifespan",
    "compare pops-2028",
  };

  if (!cli_has_locale ("de_DE.UTF-8"))
    {
      g_test_skip ("locale not available");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *plain = cli_get_output (lines[i]);
      g_auto (CliResult) german = { 0 };

      cli_run (&german, "de_DE.UTF-8", lines[i]);
      g_assert_cmpint (german.code, ==, 0);
      g_assert_cmpstr (german.output, ==, plain);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/help", test_help);
  g_test_add_func ("/cli/usage", test_usage);
  g_test_add_func ("/cli/bad-values", test_bad_values);
  g_test_add_func ("/cli/params", test_params);
  g_test_add_func ("/cli/run/json", test_run_json);
  g_test_add_func ("/cli/run/json/extremes", test_run_json_extremes);
  g_test_add_func ("/cli/run/csv", test_run_csv);
  g_test_add_func ("/cli/run/table", test_run_table);
  g_test_add_func ("/cli/run/warnings", test_run_warnings);
  g_test_add_func ("/cli/locale", test_locale);

  return g_test_run ();
}
