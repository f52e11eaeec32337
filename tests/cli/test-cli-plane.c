/* test-cli-plane.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-test-utils.h"
#include "ob-run.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static double
get_cell (const GArray *rows, guint n_columns, guint row, guint column)
{
  return g_array_index (rows, double, row *n_columns + column);
}

/* The run with two parameters put back. */
static void
run_at (ObParameter x, double x_value, ObParameter y, double y_value, ObRun *run)
{
  ObInputs inputs;

  ob_inputs_init (&inputs);
  g_assert_true (ob_inputs_set (&inputs, x, x_value, NULL));
  g_assert_true (ob_inputs_set (&inputs, y, y_value, NULL));
  ob_run (&inputs, run);
}

static void
test_frontier (void)
{
  g_autofree char *text = cli_get_output ("frontier --x capex --y lifespan --x-range 200:1400");
  g_autoptr (GArray) rows = cli_parse_csv (text, "curve,x,y");
  g_autofree ObRun *run = g_new (ObRun, 1);

  g_assert_cmpuint (rows->len / 3, >=, 10);
  for (guint i = 0; i < rows->len / 3; i++)
    {
      double x = get_cell (rows, 3, i, 1);

      g_assert_cmpfloat (get_cell (rows, 3, i, 0), ==, 0);
      g_assert_cmpfloat (x, >=, 200);
      g_assert_cmpfloat (x, <=, 1400);
      run_at (OB_PARAMETER_CAPEX, x, OB_PARAMETER_LIFESPAN, get_cell (rows, 3, i, 2), run);
      g_assert_cmpfloat (fabs (run->metric[OB_METRIC_NPV]), <=,
                         1e-6 * run->metric[OB_METRIC_PV_CAPEX]);
    }
}

/* A point goes back in through --set, as text. */
static void
test_frontier_text_round_trip (void)
{
  g_autofree char *text = cli_get_output ("frontier --x capex --y subsidy");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) cells = g_strsplit (lines[g_strv_length (lines) / 2], ",", -1);
  g_autofree char *line =
    g_strdup_printf ("run --format json --set capex=%s --set subsidy=%s", cells[1], cells[2]);
  g_autofree char *json = cli_get_output (line);
  g_autoptr (JsonNode) root = cli_parse_json (json);
  JsonObject *metrics = json_object_get_object_member (json_node_get_object (root), "metrics");

  g_assert_cmpfloat (fabs (json_object_get_double_member (metrics, "npv")), <=,
                     1e-6 * json_object_get_double_member (metrics, "pv_capex"));
}

static void
test_frontier_risk (void)
{
  g_autofree char *text =
    cli_get_output ("frontier --x capex --y circular --metric bubble_risk --level 0.7");
  g_autoptr (GArray) rows = cli_parse_csv (text, "curve,x,y");
  g_autofree ObRun *run = g_new (ObRun, 1);

  g_assert_cmpuint (rows->len, >, 0);
  for (guint i = 0; i < rows->len / 3; i++)
    {
      run_at (OB_PARAMETER_CAPEX, get_cell (rows, 3, i, 1), OB_PARAMETER_CIRCULAR,
              get_cell (rows, 3, i, 2), run);
      g_assert_cmpfloat_with_epsilon (run->metric[OB_METRIC_BUBBLE_RISK], 0.7, 1e-6);
    }
}

static void
test_frontier_nowhere (void)
{
  g_auto (CliResult) result = { 0 };

  cli_run (&result, NULL, "frontier --x capex --y subsidy --level 1e6");
  g_assert_cmpint (result.code, ==, 3);
  g_assert_cmpstr (result.output, ==, "curve,x,y\n");
  g_assert_nonnull (strstr (result.messages, "1000000"));
}

static void
test_map (void)
{
  g_autofree char *text = cli_get_output (
    "map --x capex --y reference_price --size 5x4 --x-range 100:1300 --y-range 0.5:8");
  g_autoptr (GArray) rows = cli_parse_csv (text, "x,y,npv,bubble_risk");
  g_autofree ObRun *run = g_new (ObRun, 1);

  g_assert_cmpuint (rows->len, ==, 5 * 4 * 4);
  for (guint i = 0; i < 20; i++)
    {
      double x = get_cell (rows, 4, i, 0);
      double y = get_cell (rows, 4, i, 1);

      g_assert_cmpfloat_with_epsilon (x, 100 + 300.0 * (i % 5), 1e-9);
      /* This axis is logarithmic. */
      g_assert_cmpfloat_with_epsilon (y, 0.5 * pow (16, (i / 5) / 3.0), 1e-9);
      run_at (OB_PARAMETER_CAPEX, x, OB_PARAMETER_REFERENCE_PRICE, y, run);
      g_assert_cmpfloat (get_cell (rows, 4, i, 2), ==, run->metric[OB_METRIC_NPV]);
      g_assert_cmpfloat (get_cell (rows, 4, i, 3), ==, run->metric[OB_METRIC_BUBBLE_RISK]);
    }
}

static void
test_map_size (void)
{
  g_autofree char *text = cli_get_output ("map --x capex --y subsidy");
  g_autoptr (GArray) rows = cli_parse_csv (text, "x,y,npv,bubble_risk");
  static const char *const bad[] = { "1x5", "5x1", "5",       "5x",  "x5",    "5x5x5", "-5x5",
                                     "0x0", "a",   "99999x2", "5*5", "5.5x5", "''" };

  g_assert_cmpuint (rows->len, ==, 64 * 64 * 4);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *line = g_strdup_printf ("map --x capex --y subsidy --size %s", bad[i]);

      cli_assert (2, line, "64x64");
    }
}

static void
test_bad_axes (void)
{
  cli_assert (1, "map --x capx --y subsidy", "capex");
  cli_assert (1, "map --x capex --y capex", "capex");
  cli_assert (1, "map --x capex --y sunk", "sunk");
  cli_assert (1, "map --x capex --y subsidy --x-range 0:2000", "0 to 1500");
  cli_assert (1, "map --x capex --y subsidy --y-range -1:0.5", "0 to 0.9");
  cli_assert (1, "map --x capex --y subsidy --x-range 500:500", "500:500");
  cli_assert (1, "map --x capex --y subsidy --x-range 600:500", "600:500");
  cli_assert (1, "map --x capex --y subsidy --x-range a:500", "number");
  cli_assert (1, "map --x capex --y subsidy --x-range nan:500", "number");
  cli_assert (2, "map --x capex --y subsidy --x-range 500", "A:B");
  cli_assert (2, "map --x capex --y subsidy --x-range 1:2:3", "A:B");
  /* A range of an axis that is not named. */
  cli_assert (2, "export --chart frontier --x-range 400:600 --output /nowhere/a.svg", "--x ID");
  cli_assert (2, "report --y-range 0:0.5 --output /nowhere/a.pdf", "--x ID");
  cli_assert (1, "frontier --x capex --y subsidy --metric irr", "bubble_risk");
  cli_assert (1, "frontier --x capex --y subsidy --metric nvp", "npv");
  cli_assert (1, "frontier --x capex --y subsidy --level x", "number");
  cli_assert (2, "frontier --x capex --y subsidy --metric bubble_risk", "--level");
  cli_assert (1, "frontier --x capex --y subsidy --metric bubble_risk --level 2", "0 to 1");
  cli_assert (0, "map --x capex_growth --y subsidy --x-range -0.2:0.4 --size 2x2", NULL);
}

static void
test_solve (void)
{
  g_autofree char *text = cli_get_output ("solve --vary capex --target npv=0");
  g_autoptr (GArray) roots = cli_parse_csv (text, "root");
  g_autofree char *risk_text = cli_get_output ("solve --vary runup_now --target bubble_risk=0.6");
  g_autoptr (GArray) risk_roots = cli_parse_csv (risk_text, "root");
  g_autofree ObRun *run = g_new (ObRun, 1);

  g_assert_cmpuint (roots->len, >=, 1);
  for (guint i = 0; i < roots->len; i++)
    {
      run_at (OB_PARAMETER_CAPEX, g_array_index (roots, double, i), OB_PARAMETER_SUBSIDY, 0.4, run);
      g_assert_cmpfloat (fabs (run->metric[OB_METRIC_NPV]), <=,
                         1e-6 * run->metric[OB_METRIC_PV_CAPEX]);
    }

  g_assert_cmpuint (risk_roots->len, >=, 1);
  run_at (OB_PARAMETER_RUNUP_NOW, g_array_index (risk_roots, double, 0), OB_PARAMETER_SUBSIDY, 0.4,
          run);
  g_assert_cmpfloat_with_epsilon (run->metric[OB_METRIC_BUBBLE_RISK], 0.6, 1e-6);
}

static void
test_solve_nowhere (void)
{
  g_auto (CliResult) result = { 0 };
  g_autoptr (GArray) best = NULL;
  g_autofree ObRun *run = g_new (ObRun, 1);

  cli_run (&result, NULL, "solve --vary lifespan --target npv=1000000");
  g_assert_cmpint (result.code, ==, 3);
  g_assert_nonnull (strstr (result.messages, "lifespan"));

  best = cli_parse_csv (result.output, "best,npv");
  g_assert_cmpuint (best->len, ==, 2);
  run_at (OB_PARAMETER_LIFESPAN, get_cell (best, 2, 0, 0), OB_PARAMETER_SUBSIDY, 0.4, run);
  g_assert_cmpfloat_with_epsilon (run->metric[OB_METRIC_NPV], get_cell (best, 2, 0, 1), 1e-6);
  /* A longer life is always better, so the best is the longest. */
  g_assert_cmpfloat (get_cell (best, 2, 0, 0), ==, 10);
}

static void
test_bad_targets (void)
{
  cli_assert (1, "solve --vary capx --target npv=0", "capex");
  cli_assert (1, "solve --vary sunk --target npv=0", "sunk");
  cli_assert (1, "solve --vary capex --target nvp=0", "npv");
  cli_assert (1, "solve --vary capex --target npv=zero", "zero");
  cli_assert (1, "solve --vary capex --target npv=", "npv");
  cli_assert (1, "solve --vary capex --target irr=0.1", "irr");
  cli_assert (1, "solve --vary capex --target payback=10", "payback");
  cli_assert (2, "solve --vary capex --target npv", "METRIC=VALUE");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/frontier", test_frontier);
  g_test_add_func ("/cli/frontier/text-round-trip", test_frontier_text_round_trip);
  g_test_add_func ("/cli/frontier/risk", test_frontier_risk);
  g_test_add_func ("/cli/frontier/nowhere", test_frontier_nowhere);
  g_test_add_func ("/cli/map", test_map);
  g_test_add_func ("/cli/map/size", test_map_size);
  g_test_add_func ("/cli/bad-axes", test_bad_axes);
  g_test_add_func ("/cli/solve", test_solve);
  g_test_add_func ("/cli/solve/nowhere", test_solve_nowhere);
  g_test_add_func ("/cli/bad-targets", test_bad_targets);

  return g_test_run ();
}
