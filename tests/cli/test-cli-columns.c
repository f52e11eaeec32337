/* test-cli-columns.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What docs/cli.md says of the columns of CSV is what the program writes, neither less nor
 * more. */

#include "config.h"

#include "cli-test-utils.h"
#include "ob-chart.h"
#include "ob-parameter.h"
#include "ob-series.h"

#include <string.h>

/* Everything that adds columns. */
static const char rich[] =
  "<scenario xmlns='urn:overbuild:scenario:1' format='1'>"
  "<history start='2027'><year number='2026' capex='600'/></history>"
  "<uncertainty><range parameter='capex' kind='uniform' low='600' high='900'/>"
  "<range parameter='wacc' kind='uniform' low='0.06' high='0.14'/></uncertainty>"
  "<discovery metric='npv' below='0' coverage='0.8' density='0.9' share='0.7' draws='4096' "
  "seed='1' inputs='0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'>"
  "<limit parameter='capex' low='650'/></discovery>"
  "<view risk-band='yes' single-draws='yes'>"
  "<axis direction='x' parameter='capex' minimum='0' maximum='1500'/>"
  "<axis direction='y' parameter='lifespan' minimum='2' maximum='10'/>"
  "<family parameter='subsidy' values='0.2 0.6'/></view>"
  "<pins><pin letter='C'><parameters><parameter id='capex' value='500'/></parameters></pin></pins>"
  "</scenario>";

static char *
read_document (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "docs", "cli.md", NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* What stands in a cell as code; free it. */
static GStrv
get_code (const char *cell)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) pieces = g_strsplit (cell, "`", -1);

  for (guint i = 1; pieces[i] != NULL; i += 2)
    g_strv_builder_add (codes, pieces[i]);

  return g_strv_builder_end (codes);
}

/* The columns of a chart, as the table of them has it: placeholders in capitals. */
static GStrv
get_documented (const char *document, const char *chart)
{
  const char *table = strstr (document, "#### Columns");
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (table);
  lines = g_strsplit (table, "\n", -1);
  for (guint i = 1; lines[i] != NULL && *lines[i] != '#'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);
      g_auto (GStrv) charts = NULL;
      g_auto (GStrv) found = NULL;

      if (g_strv_length (cells) != 5)
        continue;
      charts = get_code (cells[1]);
      found = get_code (cells[2]);
      if (g_strv_contains ((const char *const *) charts, chart))
        g_strv_builder_addv (columns, (const char **) found);
    }

  return g_strv_builder_end (columns);
}

/* "a|b|c" of all parameters, or series; free it. */
static char *
list_parameters (void)
{
  GString *list = g_string_new (NULL);

  for (ObParameter p = 0; p < OB_N_PARAMETERS; p++)
    g_string_append_printf (list, "%s%s", p > 0 ? "|" : "", ob_parameter_get_id (p));

  return g_string_free (list, FALSE);
}

static char *
list_series (void)
{
  GString *list = g_string_new (NULL);

  for (ObSeries s = 0; s < OB_N_SERIES; s++)
    g_string_append_printf (list, "%s%s", s > 0 ? "|" : "", ob_series_get_id (s));

  return g_string_free (list, FALSE);
}

static gboolean
matches (const char *documented, const char *column)
{
  g_autofree char *parameters = list_parameters ();
  g_autofree char *series = list_series ();
  const struct
  {
    const char *name;
    const char *pattern;
  } placeholders[] = {
    { "SERIES", series }, { "LEVER", parameters }, { "X", parameters },         { "Y", parameters },
    { "PIN", "[A-D]" },   { "N", "[0-9]+" },       { "V", "[0-9]+\\.?[0-9]*" },
  };
  g_autoptr (GString) pattern = g_string_new ("^");
  g_auto (GStrv) words = g_strsplit (documented, "_", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = words[i];

      for (guint k = 0; k < G_N_ELEMENTS (placeholders); k++)
        {
          if (g_str_equal (words[i], placeholders[k].name))
            found = placeholders[k].pattern;
        }
      g_string_append_printf (pattern, "%s(%s)", i > 0 ? "_" : "", found);
    }
  g_string_append_c (pattern, '$');

  return g_regex_match_simple (pattern->str, column, 0, 0);
}

static void
test_chart (gconstpointer data)
{
  const char *chart = data;
  g_autofree char *directory = cli_make_directory ();
  g_autofree char *scenario = g_build_filename (directory, "a.overbuild", NULL);
  g_autofree char *path = g_build_filename (directory, "a.csv", NULL);
  g_autofree char *line =
    g_strdup_printf ("export %s --chart %s --output %s", scenario, chart, path);
  g_autofree char *document = read_document ();
  g_auto (GStrv) documented = get_documented (document, chart);
  g_autofree char *text = NULL;
  g_auto (GStrv) columns = NULL;

  g_assert_true (g_file_set_contents (scenario, rich, -1, NULL));
  cli_assert (0, line, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  *strchr (text, '\n') = '\0';
  columns = g_strsplit (text, ",", -1);

  for (guint i = 0; columns[i] != NULL; i++)
    {
      guint n = 0;

      for (guint k = 0; documented[k] != NULL; k++)
        n += matches (documented[k], columns[i]);
      if (n == 0)
        g_error ("%s: the column “%s” is not documented", chart, columns[i]);
    }

  for (guint k = 0; documented[k] != NULL; k++)
    {
      guint n = 0;

      for (guint i = 0; columns[i] != NULL; i++)
        n += matches (documented[k], columns[i]);
      if (n == 0)
        g_error ("%s: there is no column “%s”, which is documented", chart, documented[k]);
    }

  cli_remove_directory (directory);
}

static void
remove_spaces (char *text)
{
  char *to = text;

  for (; *text != '\0'; text++)
    {
      if (!g_ascii_isspace (*text))
        *to++ = *text;
    }
  *to = '\0';
}

/* Commands whose columns are given as the header they print. */
static void
test_commands (void)
{
  static const struct
  {
    const char *line;
    /* Where it is not in what the header is named. */
    const char *metric;
    /* The last of the columns that do not depend on the inputs. */
    const char *last;
  } commands[] = {
    { "frontier --x capex --y lifespan", NULL, NULL },
    { "map --x capex --y lifespan --size 2x2", NULL, NULL },
    { "compare pops-2028", NULL, NULL },
    { "sensitivity --published --draws 16 --format csv", "npv", NULL },
    { "discover --published --draws 2048 --format csv", NULL, ",restricted" },
  };
  g_autofree char *document = read_document ();

  remove_spaces (document);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autofree char *output = cli_get_output (commands[i].line);
      g_autoptr (GString) header = NULL;

      *strchr (output, '\n') = '\0';
      if (commands[i].last != NULL)
        {
          char *end = strstr (output, commands[i].last);

          g_assert_nonnull (end);
          end[strlen (commands[i].last)] = '\0';
        }
      header = g_string_new (output);
      if (commands[i].metric != NULL)
        g_string_replace (header, commands[i].metric, "M", 0);
      g_string_prepend_c (header, '`');
      g_string_append_c (header, '`');
      if (strstr (document, header->str) == NULL)
        g_error ("%s: “%s” is not documented", commands[i].line, header->str);
    }
}

/* The cells of the row of a table that begins with @first; NULL if there is none. */
static GStrv
find_row (GStrv lines, const char *first)
{
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      if (g_strcmp0 (cells[0], first) == 0)
        return g_steal_pointer (&cells);
    }

  return NULL;
}

static int
find_column (GStrv header, const char *name)
{
  for (int i = 0; header[i] != NULL; i++)
    {
      if (g_str_equal (header[i], name))
        return i;
    }

  return -1;
}

/* What a chart over time writes of a series is what `run` does, digit for digit. */
static void
test_series (gconstpointer data)
{
  const char *chart = data;
  g_autofree char *directory = cli_make_directory ();
  g_autofree char *path = g_build_filename (directory, "a.csv", NULL);
  g_autofree char *line = g_strdup_printf (
    "export --set capex=900 --set subsidy=0.5 --chart %s --output %s", chart, path);
  g_autofree char *run = cli_get_output ("run --set capex=900 --set subsidy=0.5 --format csv");
  g_auto (GStrv) run_lines = g_strsplit (run, "\n", -1);
  g_auto (GStrv) run_header = find_row (run_lines, "quarter");
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_auto (GStrv) header = NULL;
  guint n = 0;

  cli_assert (0, line, NULL);
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  cli_remove_directory (directory);
  lines = g_strsplit (text, "\n", -1);
  header = find_row (lines, "quarter");
  g_assert_nonnull (header);
  g_assert_nonnull (run_header);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
      g_auto (GStrv) row = NULL;

      if (cells[0] == NULL || g_str_equal (cells[0], "quarter"))
        continue;
      /* A quarter before the start is not of the run. */
      row = find_row (run_lines, cells[0]);
      for (int k = 1; row != NULL && cells[k] != NULL; k++)
        {
          const int column = find_column (run_header, header[k]);

          if (column < 0)
            continue;
          g_assert_cmpstr (cells[k], ==, row[column]);
          n++;
        }
    }
  g_assert_cmpuint (n, >=, OB_N_QUARTERS);
}

int
main (int argc, char **argv)
{
  static const char *const charts[] = { "risk", "money", "power", "price", "cash" };

  g_test_init (&argc, &argv, NULL);

  for (ObChartKind kind = 0; kind < OB_N_CHARTS; kind++)
    {
      g_autofree char *test = g_strdup_printf ("/cli/columns/%s", ob_chart_kind_get_id (kind));

      g_test_add_data_func (test, ob_chart_kind_get_id (kind), test_chart);
    }
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *test = g_strdup_printf ("/cli/columns/series/%s", charts[i]);

      g_test_add_data_func (test, charts[i], test_series);
    }
  g_test_add_func ("/cli/columns/commands", test_commands);

  return g_test_run ();
}
