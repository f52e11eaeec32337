/* test-table-view.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-table-row.h"
#include "ob-table-text.h"
#include "ob-table-view.h"
#include "ob-test-session.h"

#include <locale.h>
#include <math.h>

static const char *
get_text (ObTableView *view, guint quarter, guint column)
{
  GtkWidget *cell = ob_table_view_get_cell (view, quarter, column);

  return cell != NULL ? gtk_inscription_get_text (GTK_INSCRIPTION (cell)) : NULL;
}

static guint
get_quarter_at (ObTableView *view, guint position)
{
  GtkSelectionModel *model = gtk_column_view_get_model (ob_table_view_get_column_view (view));
  g_autoptr (ObTableRow) row = g_list_model_get_item (G_LIST_MODEL (model), position);

  return ob_table_row_get_quarter (row);
}

static void
sort_by (ObTableView *view, guint column, GtkSortType direction)
{
  GtkColumnView *column_view = ob_table_view_get_column_view (view);
  g_autoptr (GtkColumnViewColumn) wanted =
    g_list_model_get_item (gtk_column_view_get_columns (column_view), column);

  gtk_column_view_sort_by_column (column_view, wanted, direction);
}

static void
test_new (void)
{
  GtkWidget *view = g_object_ref_sink (ob_table_view_new ());
  g_autoptr (ObSession) session = ob_session_new ();

  g_assert_null (ob_table_view_get_session (OB_TABLE_VIEW (view)));
  g_assert_null (ob_table_view_get_tsv (OB_TABLE_VIEW (view)));
  ob_test_property_object (view, "session", session);

  g_assert_finalize_object (view);
}

/* What cells say: right digits, real minus, no sign on zero, dash for no number. */
static void
test_text (void)
{
  g_autofree ObRun *run = g_new0 (ObRun, 1);
  static const struct
  {
    ObSeries series;
    double value;
    const char *text;
    const char *description;
  } cases[] = {
    { OB_SERIES_CAPEX, 770.04, "770.0", "Capex: 770.0 $bn/yr" },
    { OB_SERIES_CAPEX, -0.04, "0.0", "Capex: 0.0 $bn/yr" },
    { OB_SERIES_FCF, -12.36, "−12.4", "Free cash flow: −12.4 $bn/yr" },
    { OB_SERIES_USED, 0.4567, "45.7", "Capacity used: 45.7 %" },
    { OB_SERIES_MARKET_PRICE, 0.12345, "0.123", "Market price: 0.123 $/H100e-h" },
    { OB_SERIES_REVENUE_GAP, 1.096, "1.10", "Revenue gap: 1.10 ×" },
    { OB_SERIES_INDEX, NAN, "–", "Share index: – ×" },
    { OB_SERIES_INDEX, INFINITY, "–", "Share index: – ×" },
  };

  run->start_year = 2027;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *description = NULL;

      run->series[cases[i].series][7] = cases[i].value;
      text = ob_table_text_format (run, 7, cases[i].series + 1);
      description = ob_table_text_describe (run, 7, cases[i].series + 1);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (description, ==, cases[i].description);
    }

  for (guint column = 0; column < OB_TABLE_N_COLUMNS; column++)
    {
      g_autofree char *title = ob_table_text_get_title (column);

      g_assert_true (g_utf8_validate (title, -1, NULL));
      g_assert_cmpuint (*title, !=, '\0');
    }
}

/* Text for spreadsheets reads back as the numbers of the run, in any locale. */
static void
check_tsv (const ObRun *run, const char *tsv, const guint *quarters, guint n)
{
  g_auto (GStrv) lines = g_strsplit (tsv, "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), ==, n + 2);
  g_assert_cmpstr (lines[n + 1], ==, "");

  for (guint i = 0; i <= n; i++)
    {
      g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
      g_autofree char *quarter = NULL;

      g_assert_cmpuint (g_strv_length (fields), ==, OB_TABLE_N_COLUMNS);
      if (i == 0)
        {
          g_assert_cmpstr (fields[1], ==, "Capex ($bn/yr)");
          continue;
        }

      quarter = ob_quarter_to_string (run->start_year, quarters[i - 1]);
      g_assert_cmpstr (fields[0], ==, quarter);
      for (ObSeries series = 0; series < OB_N_SERIES; series++)
        {
          ObUnit unit = ob_series_get_unit (series);
          double factor = unit == OB_UNIT_SHARE || unit == OB_UNIT_RATE ? 100 : 1;
          double wanted = run->series[series][quarters[i - 1]] * factor;
          char *end;
          double value = g_ascii_strtod (fields[series + 1], &end);

          g_assert_cmpint (*end, ==, '\0');
          g_assert_cmpfloat (fabs (value - wanted), <=, 1e-14 * fabs (wanted));
        }
    }
}

static void
test_tsv (void)
{
  g_autofree ObRun *run = g_new0 (ObRun, 1);
  ObInputs inputs;
  static const guint quarters[] = { 5, 79, 0 };

  ob_inputs_init (&inputs);
  ob_run (&inputs, run);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *tsv = NULL;
      g_autofree char *empty = NULL;

      if (i == 1 && setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
        break;

      tsv = ob_table_text_get_tsv (run, quarters, G_N_ELEMENTS (quarters));
      check_tsv (run, tsv, quarters, G_N_ELEMENTS (quarters));
      empty = ob_table_text_get_tsv (run, NULL, 0);
      check_tsv (run, empty, NULL, 0);
    }
  setlocale (LC_NUMERIC, "C");

  /* No number is an empty field, which a spreadsheet does not count. */
  run->series[OB_SERIES_CAPEX][5] = NAN;
  {
    g_autofree char *tsv = ob_table_text_get_tsv (run, quarters, 1);

    g_assert_nonnull (strstr (tsv, "\n2028Q2\t\t"));
  }
}

static gboolean
all_cells_shown (gpointer data)
{
  ObTableView *view = data;
  const ObRun *run = &ob_session_get_results (ob_table_view_get_session (view))->run;

  for (guint quarter = 0; quarter < OB_N_QUARTERS; quarter++)
    {
      for (guint column = 0; column < OB_TABLE_N_COLUMNS; column++)
        {
          g_autofree char *wanted = ob_table_text_format (run, quarter, column);

          if (g_strcmp0 (get_text (view, quarter, column), wanted) != 0)
            return FALSE;
        }
    }

  return TRUE;
}

/* Cells take new numbers as they are: those in sight at once, all soon, and none
 * is made anew. */
static void
test_update (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *widget = ob_table_view_new ();
  ObTableView *view = OB_TABLE_VIEW (widget);
  ObScenario *scenario = ob_session_get_scenario (session);
  GtkWindow *window;
  GtkWidget *cell;
  g_autofree char *before = NULL;
  g_autofree char *wanted = NULL;

  ob_table_view_set_session (view, session);
  window = ob_test_window_new (widget, 900, 500);
  ob_test_session_wait (session);
  ob_test_wait (all_cells_shown, view);
  ob_test_save_picture (widget, "table-view");

  cell = ob_table_view_get_cell (view, 0, OB_SERIES_CAPEX + 1);
  before = g_strdup (get_text (view, 0, OB_SERIES_CAPEX + 1));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_ROLE_LABEL);

  for (guint i = 1; i <= 5; i++)
    {
      g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 300 + 10 * i, NULL));
      ob_test_session_wait (session);
      g_assert_true (ob_table_view_get_cell (view, 0, OB_SERIES_CAPEX + 1) == cell);
    }
  g_assert_cmpstr (get_text (view, 0, OB_SERIES_CAPEX + 1), !=, before);
  wanted = ob_table_text_describe (&ob_session_get_results (session)->run, 0, OB_SERIES_CAPEX + 1);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       wanted);
  ob_test_wait (all_cells_shown, view);

  /* A table nobody sees waits until it is seen, once what was begun is done. */
  ob_test_settle ();
  gtk_widget_set_visible (widget, FALSE);
  g_assert_true (ob_scenario_set_value (scenario, OB_PARAMETER_CAPEX, 900, NULL));
  ob_test_session_wait (session);
  g_assert_false (all_cells_shown (view));
  gtk_widget_set_visible (widget, TRUE);
  ob_test_wait (all_cells_shown, view);

  ob_test_window_destroy (window);
}

static void
test_sort (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *widget = ob_table_view_new ();
  ObTableView *view = OB_TABLE_VIEW (widget);
  GtkWindow *window;

  ob_table_view_set_session (view, session);
  window = ob_test_window_new (widget, 900, 500);
  ob_test_session_wait (session);

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    g_assert_cmpuint (get_quarter_at (view, i), ==, i);

  for (guint column = 0; column < OB_TABLE_N_COLUMNS; column += 17)
    {
      for (GtkSortType direction = GTK_SORT_ASCENDING; direction <= GTK_SORT_DESCENDING;
           direction++)
        {
          sort_by (view, column, direction);

          /* Sorted it stays, whatever the results become. */
          for (guint round = 0; round < 2; round++)
            {
              const ObRun *run;

              ob_scenario_set_value (ob_session_get_scenario (session), OB_PARAMETER_SPEND_NOW,
                                     round == 0 ? 100 : 300, NULL);
              ob_test_session_wait (session);
              run = &ob_session_get_results (session)->run;
              for (guint i = 1; i < OB_N_QUARTERS; i++)
                {
                  guint a = get_quarter_at (view, i - 1);
                  guint b = get_quarter_at (view, i);
                  double step = column == 0
                                  ? (double) b - a
                                  : run->series[column - 1][b] - run->series[column - 1][a];

                  g_assert_cmpfloat (direction == GTK_SORT_ASCENDING ? step : -step, >=, 0.);
                }
            }
        }
    }
  ob_test_wait (all_cells_shown, view);

  ob_test_window_destroy (window);
}

static void
got_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_assert_nonnull (*text);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *widget = ob_table_view_new ();
  ObTableView *view = OB_TABLE_VIEW (widget);
  guint quarters[OB_N_QUARTERS];
  const ObRun *run;
  GtkWindow *window;
  GtkSelectionModel *selection;
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;
  g_autofree char *copied = NULL;

  ob_table_view_set_session (view, session);
  window = ob_test_window_new (widget, 900, 500);
  ob_test_session_wait (session);
  run = &ob_session_get_results (session)->run;

  for (guint i = 0; i < OB_N_QUARTERS; i++)
    quarters[i] = i;
  all = ob_table_view_get_tsv (view);
  check_tsv (run, all, quarters, OB_N_QUARTERS);

  /* What is selected, in the order in which it stands. */
  sort_by (view, 0, GTK_SORT_DESCENDING);
  selection = gtk_column_view_get_model (ob_table_view_get_column_view (view));
  gtk_selection_model_select_item (selection, 0, TRUE);
  gtk_selection_model_select_item (selection, 3, FALSE);
  some = ob_table_view_get_tsv (view);
  check_tsv (run, some, (guint[]){ OB_N_QUARTERS - 1, OB_N_QUARTERS - 4 }, 2);

  g_assert_true (gtk_widget_activate_action (widget, "table.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, got_text_cb, &copied);
  ob_test_wait (is_set, &copied);
  g_assert_cmpstr (copied, ==, some);

  ob_test_window_destroy (window);
}

/* The row of the selected quarter is marked, and activating a row selects its
 * quarter. */
static void
test_quarter (void)
{
  g_autoptr (ObSession) session = ob_session_new ();
  GtkWidget *widget = ob_table_view_new ();
  ObTableView *view = OB_TABLE_VIEW (widget);
  GtkWindow *window;

  ob_table_view_set_session (view, session);
  window = ob_test_window_new (widget, 900, 500);
  ob_test_session_wait (session);
  sort_by (view, 0, GTK_SORT_DESCENDING);

  for (guint position = 0; position < OB_N_QUARTERS; position += 13)
    {
      guint quarter = OB_N_QUARTERS - 1 - position;

      g_signal_emit_by_name (ob_table_view_get_column_view (view), "activate", position);
      g_assert_cmpuint (ob_session_get_quarter (session), ==, quarter);
      for (guint i = 0; i < OB_N_QUARTERS; i++)
        {
          GtkWidget *cell = ob_table_view_get_cell (view, i, 4);

          g_assert_true (gtk_widget_has_css_class (cell, "current") == (i == quarter));
        }
    }

  ob_test_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv);
  setlocale (LC_NUMERIC, "C");

  g_test_add_func ("/table-view/new", test_new);
  g_test_add_func ("/table-view/text", test_text);
  g_test_add_func ("/table-view/tsv", test_tsv);
  g_test_add_func ("/table-view/update", test_update);
  g_test_add_func ("/table-view/sort", test_sort);
  g_test_add_func ("/table-view/copy", test_copy);
  g_test_add_func ("/table-view/quarter", test_quarter);

  return g_test_run ();
}
