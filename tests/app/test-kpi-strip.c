/* test-kpi-strip.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ob-kpi-strip.h"
#include "ob-kpi.h"
#include "ob-quantity.h"
#include "ob-test-session.h"

#include <adwaita.h>

#define N_TILES 4

typedef struct
{
  ObSession *session;
  ObScenario *scenario;
  GtkWidget *strip;
  ObKpi *tiles[N_TILES];
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  fixture->session = ob_session_new ();
  fixture->scenario = ob_session_get_scenario (fixture->session);
  fixture->strip = g_object_ref_sink (ob_kpi_strip_new ());
  ob_kpi_strip_set_session (OB_KPI_STRIP (fixture->strip), fixture->session);

  for (GtkWidget *child = gtk_widget_get_first_child (fixture->strip); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    fixture->tiles[n++] = OB_KPI (child);
  g_assert_cmpuint (n, ==, N_TILES);

  ob_test_session_wait (fixture->session);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->strip);
  g_assert_finalize_object (fixture->session);
}

static void
set_value (Fixture *fixture, ObParameter parameter, double value)
{
  g_assert_true (ob_scenario_set_value (fixture->scenario, parameter, value, NULL));
  ob_test_session_wait (fixture->session);
}

static void
test_kpi (void)
{
  GtkWidget *kpi = g_object_ref_sink (ob_kpi_new ());

  ob_kpi_set_title (OB_KPI (kpi), "NPV");
  ob_kpi_set_value (OB_KPI (kpi), "$1 tn");
  ob_kpi_set_detail (OB_KPI (kpi), "on capex");
  g_assert_cmpstr (ob_kpi_get_value (OB_KPI (kpi)), ==, "$1 tn");
  gtk_test_accessible_assert_property (kpi, GTK_ACCESSIBLE_PROPERTY_LABEL, "NPV: $1 tn");
  gtk_test_accessible_assert_property (kpi, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "on capex");

  g_assert_finalize_object (kpi);
}

/* The figures are those of the results, in the words of the rest of the program. */
static void
test_values (Fixture *fixture, gconstpointer data)
{
  const ObRun *run = &ob_session_get_results (fixture->session)->run;
  g_autofree char *npv = ob_quantity_format (OB_UNIT_BILLION, run->metric[OB_METRIC_NPV]);
  g_autofree char *payback =
    ob_quarter_format (run->start_year, (int) run->metric[OB_METRIC_PAYBACK]);
  g_autofree char *risk = ob_quantity_format (OB_UNIT_SHARE, run->metric[OB_METRIC_BUBBLE_RISK]);

  g_assert_cmpstr (ob_kpi_get_value (fixture->tiles[0]), ==, npv);
  g_assert_cmpstr (ob_kpi_get_value (fixture->tiles[1]), ==, payback);
  g_assert_cmpstr (ob_kpi_get_value (fixture->tiles[2]), ==, risk);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->tiles[0]), "loss"));
}

static void
test_quarter (Fixture *fixture, gconstpointer data)
{
  const ObRun *run = &ob_session_get_results (fixture->session)->run;
  g_autofree char *gap = NULL;

  ob_session_set_quarter (fixture->session, 40);
  gap = ob_quantity_format (OB_UNIT_RATIO, run->series[OB_SERIES_REVENUE_GAP][40]);
  g_assert_cmpstr (ob_kpi_get_value (fixture->tiles[3]), ==, gap);
  g_assert_nonnull (strstr (ob_kpi_get_detail (fixture->tiles[3]), "2037"));
}

static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *at_rest = g_strdup (ob_kpi_get_detail (fixture->tiles[0]));

  set_value (fixture, OB_PARAMETER_LIFESPAN, 10);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->tiles[0]), "gain"));
  g_assert_true (g_str_has_prefix (ob_kpi_get_detail (fixture->tiles[0]), "+"));
  g_assert_nonnull (strstr (ob_kpi_get_detail (fixture->tiles[0]), "edits"));

  /* While something is dragged: against what was before. */
  ob_session_begin_drag (fixture->session);
  set_value (fixture, OB_PARAMETER_LIFESPAN, 9);
  g_assert_nonnull (strstr (ob_kpi_get_detail (fixture->tiles[0]), "move"));
  g_assert_false (g_str_has_prefix (ob_kpi_get_detail (fixture->tiles[0]), "+"));
  ob_session_end_drag (fixture->session);

  set_value (fixture, OB_PARAMETER_LIFESPAN, 5);
  g_assert_cmpstr (ob_kpi_get_detail (fixture->tiles[0]), ==, at_rest);
}

static void
test_never (Fixture *fixture, gconstpointer data)
{
  set_value (fixture, OB_PARAMETER_LIFESPAN, 2);
  g_assert_cmpfloat (ob_session_get_results (fixture->session)->run.metric[OB_METRIC_PAYBACK], <,
                     0);
  g_assert_cmpstr (ob_kpi_get_value (fixture->tiles[1]), ==, "never");
  g_assert_true (g_str_has_prefix (ob_kpi_get_detail (fixture->tiles[1]), "was "));
}

#define ADD(path, func) g_test_add ("/kpi-strip/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/kpi-strip/kpi", test_kpi);
  ADD ("values", test_values);
  ADD ("quarter", test_quarter);
  ADD ("changes", test_changes);
  ADD ("never", test_never);

  return g_test_run ();
}
