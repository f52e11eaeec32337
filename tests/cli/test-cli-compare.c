/* test-cli-compare.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "cli-test-utils.h"

#include <locale.h>
#include <math.h>
#include <string.h>

static double
get_metric (const char *line, const char *id)
{
  g_autofree char *text = cli_get_output (line);
  g_autoptr (JsonNode) node = cli_parse_json (text);

  return json_object_get_double_member (
    json_object_get_object_member (json_node_get_object (node), "metrics"), id);
}

/* The last row has what single runs say, and the rows above add up to it. */
static void
check (const char *options, const char *from, const char *to, const char *metric)
{
  g_autofree char *line = g_strdup_printf ("compare %s --metric %s", options, metric);
  g_autofree char *text = cli_get_output (line);
  g_autofree char *from_line = g_strdup_printf ("run --format json %s", from);
  g_autofree char *to_line = g_strdup_printf ("run --format json %s", to);
  g_auto (GStrv) rows = g_strsplit (g_strchomp (text), "\n", -1);
  const guint last = g_strv_length (rows) - 1;
  g_auto (GStrv) total = g_strsplit (rows[last], ",", -1);
  const double before = get_metric (from_line, metric);
  const double after = get_metric (to_line, metric);
  double sum = 0;

  g_assert_cmpstr (rows[0], ==, "input,from,to,share");
  g_assert_cmpstr (total[0], ==, metric);
  g_assert_cmpfloat (g_ascii_strtod (total[1], NULL), ==, before);
  g_assert_cmpfloat (g_ascii_strtod (total[2], NULL), ==, after);

  for (guint i = 1; i < last; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      g_assert_cmpstr (cells[1], !=, *cells[1] == '\0' ? "-" : cells[2]);
      sum += g_ascii_strtod (cells[3], NULL);
    }
  g_assert_cmpfloat (fabs (sum - (after - before)), <=, 1e-9 * (1 + fabs (before) + fabs (after)));
}

static void
test_shares (void)
{
  check ("pops-2028", "", "pops-2028", "npv");
  check ("power-wall --from short-lived-chips --set subsidy=0.1", "short-lived-chips",
         "power-wall --set subsidy=0.1", "bubble_risk");
  check ("sequoia-2024", "", "sequoia-2024", "npv");
  check ("--set capex=600 --set lifespan=4 --history 2026=500", "",
         "--set capex=600 --set lifespan=4 --history 2026=500", "bubble_risk");
}

static void
test_same (void)
{
  g_autofree char *text = cli_get_output ("compare china --from china");
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

  g_assert_true (g_str_has_prefix (rows[1], "npv,"));
  g_assert_true (g_str_has_suffix (rows[1], ",0"));
  g_assert_cmpstr (rows[2], ==, "");
}

static void
test_faults (void)
{
  cli_assert (1, "compare --metric irr", "irr");
  cli_assert (1, "compare --metric nothing", "nothing");
  cli_assert (1, "compare --set capex=-1", "capex");
  cli_assert (4, "compare --from /nowhere/at-all.overbuild", "at-all");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/compare/shares", test_shares);
  g_test_add_func ("/cli/compare/same", test_same);
  g_test_add_func ("/cli/compare/faults", test_faults);

  return g_test_run ();
}
